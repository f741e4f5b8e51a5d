"""One rule's YAML file, read into a Rule: Vale's keys, and ours for the manual and the proof."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from yaml.nodes import Node

from lint import inheritance, kinds
from lint.changes import Change
from lint.compiled import compiled
from lint.faults import RULE_FILE, nearest
from lint.inheritance import Definition, Find, Layer
from lint.kind_keys import Schema, schema_of
from lint.pattern import Pattern, PatternError
from lint.rule import Kind, Rule, made
from lint.rule_keys import CHANGEABLE, COMMON, read_selector
from lint.scope import Selector
from lint.text import Source
from lint.yaml_source import Item, YamlSource, is_null

_LANGUAGES = ("en",)
"""What a bundled rule speaks that does not say it; a rule of somebody's own pack speaks whatever its words are in."""

_KINDS_WITH_FREE_KEYS = frozenset(("consistency", "spelling"))
VALE_ONLY = frozenset(("name", "selector", "matchcase"))
"""Keys of rules for Vale that say nothing here."""
TESTS = "tests"
"""The key that is read only where a rule is to be proved."""
_SCRIPT = "a script is a program (in Tengo), which does not run here; use another kind, or turn the rule off"
_MOST_ARGUMENTS = 2
_PERCENT = compiled(r"%(?:\[\d+\])?(?:[sdqvf]|\.\d+f)|(%%)|(%)")


def read_rule(
    source: Source,
    id: str,
    pack: str,
    bundled: bool,
    find: Find = lambda name: None,
    scopes: Mapping[str, str] = MappingProxyType({}),
) -> Rule:
    """The rule in a file; bundled ones are read strictly, others as Vale reads them. Raises FaultyFile with all that is wrong.

    `find` gives the files of rules that it may extend, `scopes` the expressions that names in its scope stand for.
    """
    yaml = YamlSource(source, RULE_FILE, id, weak=not bundled, proved=bundled)
    definition = inheritance.definition(yaml, find)
    schema = _schema_of(definition, yaml)
    reading = _Reading(schema, scopes)
    for name, layers in definition.keys.items():
        reading.read(name, layers)
    _require(definition, schema)
    if bundled and "message" in definition.keys:
        message = definition.keys["message"][-1]
        _check_message(message.yaml, message.item.value)
    _finish(definition)
    return _rule(definition, schema, reading, id, pack)


def read_changes(yaml: YamlSource, items: list[Item], rule: Rule | None) -> tuple[Change, ...]:
    """What a configuration changes in a rule, or, with None, in any rule. What cannot be is a fault."""
    schema = None if rule is None else schema_of(type(made(rule.kind)))
    changes = []
    for item in items:
        name, adds = (item.name[:-1], True) if item.name.endswith("+") else (item.name, False)
        if schema and name in schema.values:
            changes.append(Change(schema.fields[name], schema.values[name].read(yaml, item.value), True, adds))
        elif name in CHANGEABLE:
            value = COMMON[name].value.read(yaml, item.value)
            changes.append(Change(COMMON[name].field, _alike(value, rule), False, adds))
        else:
            known = [*CHANGEABLE, *(schema.values if schema else ())]
            of = f" for rule '{rule.id}'" if rule else "; the keys of a kind can be set for a rule, not for a pack or a pattern"
            yaml.unknown(item.key, "key", item.name, known, of)
            continue
        if adds and not isinstance(changes[-1].value, tuple | dict | Mapping):
            yaml.fault(item.key, f"'{name}' holds neither a list nor a mapping, so nothing can be added to it; write '{name}'")
    return tuple(changes)


def _schema_of(definition: Definition, own: YamlSource) -> Schema:
    """The schema of the kind that `extends` names. Raises FaultyFile where there is none: nothing else could be judged."""
    if definition.extends is None:
        _miss_kind(definition)
    else:
        yaml, item, _ = definition.extends
        name = yaml.text(item.value)
        try:
            return schema_of(kinds.load(name))
        except KeyError:
            if name == "script":
                yaml.fault(item.value, _SCRIPT)
            elif name:
                yaml.choice(item.value, "kind", kinds.names())
            elif not yaml.faults:
                yaml.fault(item.value, "'extends' says nothing; it names the kind of the rule")
    _finish(definition)
    raise AssertionError("a kind that is not there is a fault")


def _miss_kind(definition: Definition) -> None:
    """A fault for an `extends` that is missing, at the key that was perhaps meant for it."""
    yaml = definition.sources[-1]
    items = [layer.item for layers in definition.keys.values() for layer in layers if layer.yaml is yaml]
    if not yaml.faults:
        meant = next((item for item in items if nearest(item.name, ("extends",))), None)
        place = meant.key if meant else items[0].key if items else yaml.source.line(1)
        yaml.fault(place, "the key 'extends' is missing; it names the kind of the rule", "extends" if meant else None)


def _finish(definition: Definition) -> None:
    """Raises FaultyFile if anything was wrong in the file of a rule, or in what it inherits."""
    own, *others = definition.sources
    for other in others:
        own.adopt(*other.faults)
    own.finish()


class _Reading:
    """The values of a rule's keys while they are read: those of all kinds by the fields of a rule, those of its kind by theirs."""

    def __init__(self, schema: Schema, scopes: Mapping[str, str]) -> None:
        self.schema = schema
        self.scopes = scopes
        self.values: dict[str, Any] = {}
        self.options: dict[str, Any] = {}

    def read(self, name: str, layers: tuple[Layer, ...]) -> None:
        """Read one key from what makes it. What cannot be is a fault."""
        place = self._place(name)
        if place is None:
            for layer in layers:
                self._reject(name, layer)
            return
        values, field, read = place
        for layer in layers:
            if layer.edit:
                self._edit(values, field, read, layer)
            elif not (layer.yaml.weak and is_null(layer.item.value)):
                values[field] = read(layer.yaml, layer.item.value)

    def _place(self, name: str) -> tuple[dict[str, Any], str, Callable[[YamlSource, Node], Any]] | None:
        """Where the value of a key belongs, and how it is read; None for a key that is not known."""
        if name == "scope":
            return self.values, COMMON[name].field, lambda yaml, node: read_selector(yaml, node, self.scopes)
        if name in COMMON:
            return self.values, COMMON[name].field, COMMON[name].value.read
        if name in self.schema.values:
            return self.options, self.schema.fields[name], self.schema.values[name].read
        return None

    def _edit(self, values: dict[str, Any], field: str, read: Callable[[YamlSource, Node], Any], layer: Layer) -> None:
        yaml, item, _ = layer
        if field not in values:
            yaml.fault(
                item.key, f"the rule that is extended has no '{item.name[:-1]}' that '{item.name}' could change; write '{item.name[:-1]}'"
            )
            return
        values[field] = inheritance.edited(layer, values[field], read)

    def _reject(self, name: str, layer: Layer) -> None:
        yaml, item, _ = layer
        if name == TESTS or (yaml.weak and _is_ignored(name, self.schema)):
            return
        kind = self.schema.kind.__module__.rpartition(".")[2].replace("_", "-")
        yaml.unknown(item.key, "key", item.name, ["extends", *COMMON, *self.schema.values], f" for kind '{kind}'")


def has_free_keys(kind: type[Any]) -> bool:
    """Whether a rule of this kind may have keys that nothing knows, where it is not ours."""
    return kind.__module__.rpartition(".")[2] in _KINDS_WITH_FREE_KEYS


def _is_ignored(key: str, schema: Schema) -> bool:
    return key in VALE_ONLY or has_free_keys(schema.kind)


def _require(definition: Definition, schema: Schema) -> None:
    faults = [fault for yaml in definition.sources for fault in yaml.faults]
    misspelled = {edit.text for fault in faults for fix in fault.diagnostic.fixes for edit in fix.edits}
    assert definition.extends is not None
    yaml, extends, _ = definition.extends
    for key in ("message", *schema.required):
        layers = definition.keys.get(key, ())
        there = any(not (layer.yaml.weak and is_null(layer.item.value)) for layer in layers) or (key == "message" and layers)
        if not there and key not in misspelled:
            yaml.fault(extends.value, f"the key '{key}' is missing; the kind '{yaml.text(extends.value)}' needs it")


def _check_message(yaml: YamlSource, node: Node) -> None:
    """Faults for a `%` that fills in nothing, and for more of them than a kind has words for."""
    found = list(_PERCENT.finditer(str(node.value)))
    if any(verb.group(2) for verb in found):
        yaml.fault(node, "a '%' in the message fills in nothing; write '%%' for a percent sign")
    if sum(not verb.group(1) for verb in found) > _MOST_ARGUMENTS:
        yaml.fault(node, f"the message has more than {_MOST_ARGUMENTS} places to fill in; no kind gives so many words")


def _rule(definition: Definition, schema: Schema, reading: _Reading, id: str, pack: str) -> Rule:
    yaml = definition.sources[0]
    values, options = reading.values, reading.options
    if "action" in schema.fields and "action" in values:
        options["action"] = values["action"]
    try:
        kind: Kind = schema.kind(**options, foreign=yaml.weak)
    except ValueError as error:
        _refuse(definition, error)
        _finish(definition)
    if scopes := getattr(schema.kind, "default_scope", ()):
        values["selector"] = _unless_text(values.get("selector"), scopes)
    if getattr(schema.kind, "by_sentences", False):
        values["selector"] = values.get("selector", Selector.parse(("sentence",))).by_sentences
    ignorecase = bool(options.get("ignorecase"))
    if yaml.weak or ignorecase:
        for key in ("unless", "doubtful"):
            values[key] = tuple(Pattern(pattern.text, ignorecase, yaml.weak) for pattern in values.get(key, ()))
    values.setdefault("message", "")
    if not yaml.weak:
        values.setdefault("languages", _LANGUAGES)
    return Rule(id, kind, **values, pack=pack, path=yaml.source.name, options=options)


def _unless_text(selector: Selector | None, scopes: tuple[str, ...]) -> Selector:
    """The scope of a kind that measures, unless the rule names one of its own; `text` is what all rules without a scope have."""
    return Selector.parse(scopes) if selector in (None, Selector.parse(())) else selector


def _refuse(definition: Definition, error: ValueError) -> None:
    """A fault for a kind's `key: sentence`, where it belongs."""
    key, _, sentence = str(error).partition(": ")
    if sentence and key in definition.keys and not isinstance(error, PatternError):
        yaml, item, _ = definition.keys[key][-1]
        yaml.fault(yaml.span_in(item.value, str(item.value.value), getattr(error, "position", None)), sentence)
    elif definition.extends is not None:
        yaml, item, _ = definition.extends
        yaml.fault(item.value, str(error))


def _alike(value: Any, rule: Rule | None) -> Any:
    """Patterns that heed case as the rule's own do."""
    if rule is None or not isinstance(value, tuple) or not all(isinstance(one, Pattern) for one in value):
        return value
    return tuple(Pattern(one.text, bool(rule.options.get("ignorecase")), one.foreign) for one in value)


def _sum(now: Any, more: Any) -> Any:
    if isinstance(now, Mapping):
        return {**now, **more}
    return (*now, *(one for one in more if one not in now))
