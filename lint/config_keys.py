"""The keys of a configuration, each declared once: how it is read, what it may be as a JSON Schema, and what it is for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from yaml.nodes import Node, ScalarNode

from lint.compiled import compiled
from lint.contents import Listed
from lint.house import DASH_STYLES, DIALECTS, DOCUMENT_KINDS
from lint.named import NamedTuple
from lint.pattern import Pattern
from lint.rule_keys import LEVELS
from lint.vocabulary import Entry
from lint.yaml_source import YamlSource
from lint.yaml_value import (
    EXPRESSIONS,
    TEXT,
    TEXTS,
    TRUTH,
    Json,
    Key,
    choice,
    described,
    keyed,
    mapped,
    one_of,
    read_keys,
    schemas_of_keys,
)

if TYPE_CHECKING:
    from lint.config_file import ConfigFile

_Read = Callable[["ConfigFile", Node, bool, str], dict[str, Any]]


class ConfigKey(NamedTuple):
    """A key of a configuration: how it is read, what its value may be as a JSON Schema, and what it is for."""

    read: _Read
    shape: Json
    about: str

    @property
    def schema(self) -> Json:
        """The JSON Schema of its value, with what it is for."""
        return described(self.shape, self.about)


def _packs(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    names = tuple(str(element.value) for element in file.yaml.elements(node) if type(element) is ScalarNode)
    return {"packs": Listed(tuple(name for name in names if name in file.packs), adds)}


def _rules(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    settings = [file.settings.read(item, file.because(item.key, where)) for item in file.yaml.items(node)]
    return {"rules": tuple(setting for setting in settings if setting is not None)}


def _house(field: str, what: str, known: tuple[str, ...], about: str) -> ConfigKey:
    value = choice(what, known)
    return ConfigKey(lambda file, node, adds, where: {"house": {field: value.read(file.yaml, node)}}, value.schema, about)


def _dashes(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    return {"house": _DASHES.read(file.yaml, node)}


_DASHES = keyed(
    {
        "style": Key("dash_style", choice("style of dashes", DASH_STYLES), "What is put between words; auto is the text's own way."),
        "non-breaking": Key("non_breaking_dash", TRUTH, "Whether the blank before a spaced dash is one where no line ends."),
        "typographer": Key("typographer", TRUTH, "Whether the site sets -- as a dash itself, so that it is left alone in Markdown."),
    },
    " for 'dashes'",
)


def _vocabulary(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    entries: list[Entry] = []
    terms: list[str] = []
    for element in file.yaml.elements(node):
        vocabulary = file.vale.vocabulary(element) if "/" in str(element.value) else None
        if vocabulary is None:
            entries += file.vocabulary.read(element)
        else:
            terms += vocabulary.accepted
    return {"vocabulary": Listed(tuple(entries), adds), "terms": Listed(tuple(dict.fromkeys(terms)), adds)}


def _languagetool(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    return read_keys(file.yaml, file.yaml.items(node), _LANGUAGETOOL, " for 'languagetool'")


def _address(yaml: YamlSource, node: Node) -> str:
    address = yaml.text(node)
    if not _ON_THIS_MACHINE.fullmatch(address):
        yaml.fault(node, "a file may only name a server on this machine, as http://localhost:8081; others come from the command line")
    return address


_ON_THIS_MACHINE = compiled(r"http://(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d{1,5})?/?")
_LANGUAGETOOL = {
    "required": Key("languagetool_required", TRUTH, "Whether a file counts as checked only if LanguageTool has seen it."),
    "address": Key("languagetool_address", TEXT._replace(read=_address), "A server of LanguageTool on this machine."),
}


def _prose(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    said = read_keys(file.yaml, file.yaml.items(node), PROSE_KEYS, " for 'prose'")
    kept: dict[str, Any] = {field: said.pop(field) for field in ("front_matter", "shortcodes") if field in said}
    return {**kept, "reading": said} if said else kept


def _names(yaml: YamlSource, node: Node) -> frozenset[str]:
    return frozenset(yaml.texts(node))


def _ignored_patterns(yaml: YamlSource, node: Node) -> tuple[Pattern, ...]:
    return tuple(Pattern(text, foreign=True) for text in yaml.expressions(node))


def _comment_signs(yaml: YamlSource, node: Node) -> tuple[str, str] | None:
    texts = yaml.texts(node)
    if len(texts) != 2:
        yaml.fault(node, f"two signs are expected here, as ['{{/*', '*/}}'], not {len(texts)}")
        return None
    return texts[0], texts[1]


_NAMES = TEXTS._replace(read=_names)
_IGNORED = EXPRESSIONS._replace(read=_ignored_patterns)
_SIGNS = TEXTS._replace(read=_comment_signs, schema={**TEXTS.schema, "minItems": 2, "maxItems": 2})
_FIELDS = "Fields of the front matter that are read as prose, beside those that are anyway: title, description, caption and the like."

PROSE_KEYS = {
    "front-matter": Key("front_matter", TEXTS._replace(read=lambda yaml, node: Listed(yaml.texts(node), False)), _FIELDS),
    "front-matter+": Key(
        "front_matter", TEXTS._replace(read=lambda yaml, node: Listed(yaml.texts(node), True)), f"More of these. {_FIELDS}"
    ),
    "shortcodes": Key("shortcodes", mapped(TEXTS), "Arguments that are read as prose, by the name of their shortcode."),
    "ignored-elements": Key("ignored", _NAMES, "Elements in a line whose words are no prose."),
    "skipped-elements": Key("skipped", _NAMES, "Blocks whose words are no prose."),
    "ignored-classes": Key("ignored_classes", _NAMES, "Classes of elements whose words are no prose."),
    "ignored-tokens": Key("ignored_tokens", _IGNORED, "Patterns: what one finds is read as code in a line."),
    "ignored-blocks": Key("ignored_blocks", _IGNORED, "Patterns: what one finds is read as a block of code."),
    "comments": Key("comments", _SIGNS, "The two signs between which a comment stands."),
}
"""Keys of `prose`, and the fields of a part or of `Reading` that they set."""


def _condition(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    from lint.vale_conditions import Condition, ConditionError  # few overrides have one

    text = file.yaml.text(node)
    try:
        return {"condition": Condition(text)}
    except ConditionError as error:
        file.yaml.fault(node, f"the condition cannot be read: {error}")
        return {}


def _level(field: str, about: str) -> ConfigKey:
    value = one_of("level", LEVELS)
    return ConfigKey(lambda file, node, adds, where: {field: value.read(file.yaml, node)}, value.schema, about)


def _exclude(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    return {"exclude": file.patterns(node)}


def _formats(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    from lint.formats import names

    known = names()
    said: dict[str, str] = {}
    for item in file.yaml.items(node):
        if not item.name.startswith(".") or item.name == ".":
            file.yaml.fault(item.key, f"a suffix begins with a point, as '.njk'; '{item.name}' does not")
        said[item.name.lower()] = file.yaml.choice(item.value, "format", known)
    return {"formats": said}


def _baseline(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    name = file.yaml.text(node)
    return {"baseline": name} if name and file.is_inside(name, node) else {}


def _overrides(file: ConfigFile, node: Node, adds: bool, where: str) -> dict[str, Any]:
    return {}  # read for themselves, once all packs are known


PART_KEYS = {
    "packs": ConfigKey(
        _packs, {"type": "array", "items": {"$ref": "#/definitions/pack"}}, "The packs that run: bundled ones, and folders of rule files."
    ),
    "rules": ConfigKey(
        _rules,
        {"$ref": "#/definitions/rules"},
        "What differs for a rule, a pattern with * or a pack: a level, off, or a mapping with `level` and keys of the rule.",
    ),
    "dialect": _house("dialect", "dialect", DIALECTS, "The English that is written; auto is what each text itself is in."),
    "dashes": ConfigKey(_dashes, _DASHES.schema, "How dashes are set."),
    "kind": _house("kind", "kind", DOCUMENT_KINDS, "The kind of text; auto is what the front matter, the folder or the layout says."),
    "vocabulary": ConfigKey(
        _vocabulary, TEXTS.schema, "Files of words that are decided, and such words: 'Kyiv', '!Zelensky', 'Kiev -> Kyiv'."
    ),
    "languagetool": ConfigKey(_languagetool, schemas_of_keys(_LANGUAGETOOL)[0], "Whether a server of LanguageTool is asked, too."),
    "prose": ConfigKey(_prose, schemas_of_keys(PROSE_KEYS)[0], "What is prose in front matter, shortcodes and markup."),
}
"""What may be said for all files, and otherwise for some."""

WHOLE_KEYS = {
    "fail-level": _level("fail_level", "The level from which a finding fails a check."),
    "min-level": _level("min_level", "Rules below this level do not run."),
    "exclude": ConfigKey(_exclude, TEXTS.schema, "Gitignore patterns of files that are never checked."),
    "formats": ConfigKey(
        _formats,
        {"type": "object", "propertyNames": {"pattern": r"^\.."}, "additionalProperties": {"$ref": "#/definitions/format"}},
        "The format of files with a suffix, as '.njk: markdown'.",
    ),
    "baseline": ConfigKey(_baseline, TEXT.schema, "The file of findings that are accepted; `copydesk baseline` writes it."),
    "overrides": ConfigKey(
        _overrides,
        {"type": "array", "items": {"$ref": "#/definitions/override"}},
        "What is said otherwise for some files; of several that hold for a file the later one counts for more.",
    ),
}
"""What holds for all files."""

OVERRIDE_KEYS = {
    "paths": ConfigKey(_overrides, TEXTS.schema, "Gitignore patterns that say for which files the override holds."),
    "if": ConfigKey(_condition, TEXT.schema, "A condition on the front matter or the path, as in Vale's sections: `.Meta.draft == true`."),
}
"""What an override says beside these; `paths` it must have."""

LISTS = ("packs", "vocabulary")
"""What may be added to, with a `+` behind the key."""
