"""The keys of a rule's YAML: those that all kinds share, and those of a kind from the fields of its class."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, NamedTuple, get_args, get_origin, get_type_hints

from yaml.nodes import Node, ScalarNode, SequenceNode

from lint.action import ACTIONS, Action, ActionError
from lint.diagnostic import Applicability, Severity
from lint.house import DOCUMENT_KINDS
from lint.pattern import Expression, Pattern
from lint.rule import Example
from lint.scope import KNOWN_PARTS, Selector, terms
from lint.yaml_source import YamlSource, is_null

LEVELS = {str(severity): severity for severity in Severity}

_APPLICABILITIES = {str(applicability): applicability for applicability in Applicability}
_EXAMPLE_FORMATS = ("md", "html", "txt", "mdx")

Reader = Callable[[YamlSource, Node], Any]


class Common(NamedTuple):
    """A key that all kinds share: the field of the rule that it fills, and how."""

    field: str
    reader: Reader

    def read(self, yaml: YamlSource, node: Node) -> tuple[str, Any]:
        """The field, and the value for it."""
        return self.field, self.reader(yaml, node)


class Schema(NamedTuple):
    """What the YAML of a kind may and must hold, from the fields of its class."""

    kind: type[Any]
    readers: Mapping[str, Reader]
    fields: Mapping[str, str]
    required: tuple[str, ...]


@cache
def schema_of(kind: type[Any]) -> Schema:
    """The schema of a kind, worked out once from its fields and their types."""
    hints = get_type_hints(kind, include_extras=True)
    fields = [field for field in dataclasses.fields(kind) if field.init and not field.name.startswith("_") and field.name != "foreign"]
    names = {field.name.replace("_", "-"): field.name for field in fields}
    required = [
        field.name.replace("_", "-")
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    readers = {key: _reader(hints[name]) for key, name in names.items() if key not in COMMON}
    return Schema(kind, MappingProxyType(readers), MappingProxyType(names), tuple(required))


@lru_cache(maxsize=256)
def _reader(hint: Any) -> Reader:
    """How the YAML of a value of this type is read."""
    if hint in _READERS:
        return _READERS[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return lambda yaml, node: yaml.choice(node, "value", arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        one = _reader(arguments[0])
        return lambda yaml, node: tuple([one(yaml, element) for element in yaml.elements(node)])
    if origin is not None and origin is not Annotated and isinstance(origin, type) and issubclass(origin, Mapping):
        value = _reader(arguments[1])
        return lambda yaml, node: {item.name: value(yaml, item.value) for item in yaml.items(node)}
    if isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        return _record_reader(hint)
    some = [argument for argument in arguments if argument is not type(None)]
    if len(some) == 1 and len(arguments) == 2:
        return _reader(some[0])
    raise TypeError(f"no YAML is read as {hint}; this is a bug of the kind that asks for it")


def _record_reader(record: Any) -> Reader:
    """How a mapping is read whose keys are the fields of a NamedTuple; weakly others are let pass, as Vale does."""
    readers = {name.replace("_", "-"): (name, _reader(hint)) for name, hint in get_type_hints(record, include_extras=True).items()}

    def read(yaml: YamlSource, node: Node) -> Any:
        items = yaml.items(node, fold=yaml.weak)
        for item in items:
            if item.name not in readers and not yaml.weak:
                yaml.unknown(item.key, "key", item.name, list(readers))
        known = [item for item in items if item.name in readers and not (yaml.weak and is_null(item.value))]
        return record(**{readers[item.name][0]: readers[item.name][1](yaml, item.value) for item in known})

    return read


_READERS: dict[Any, Reader] = {
    str: YamlSource.text,
    int: YamlSource.integer,
    float: YamlSource.number,
    bool: YamlSource.truth,
    Expression: YamlSource.expression,
    tuple[str, ...]: YamlSource.texts,
    tuple[Expression, ...]: YamlSource.expressions,
    Mapping[str, str]: YamlSource.pairs,
    Mapping[Expression, str]: YamlSource.expression_pairs,
    Mapping[Expression, Expression]: lambda yaml, node: yaml.expression_pairs(node, both=True),
}


def _sentence(yaml: YamlSource, node: Node) -> str:
    return yaml.text(node).strip()


def _level(yaml: YamlSource, node: Node) -> Severity:
    return LEVELS[yaml.choice(node, "level", LEVELS)]


def _applicability(yaml: YamlSource, node: Node) -> Applicability:
    return _APPLICABILITIES[yaml.choice(node, "applicability", _APPLICABILITIES)]


def _document_kinds(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    """Kinds of documents, as `kind` of a configuration names them."""
    return tuple([yaml.choice(element, "kind of document", DOCUMENT_KINDS[1:]) for element in yaml.elements(node)])


def read_selector(yaml: YamlSource, node: Node, names: Mapping[str, str] = MappingProxyType({})) -> Selector:
    """A scope, or a list of them; `names` are expressions by the names that stand for them."""
    elements = [element for element in ([node] if type(node) is ScalarNode else yaml.elements(node)) if _is_scope(yaml, element, names)]
    return _parsed_selector(tuple([yaml.text(element) for element in elements]), tuple(names.items()))


def _is_scope(yaml: YamlSource, node: Node, names: Mapping[str, str]) -> bool:
    """Whether a text is a scope; what is wrong with it is a fault."""
    scope = yaml.text(node)
    count = len(yaml.faults)
    try:
        for term in terms(scope):
            if term.css:
                _check_css(term.css)
            elif " " in (term.segments.partition(".")[0] if yaml.weak else term.segments) and not (yaml.weak and "&" in scope):
                yaml.fault(node, f"the scope '{scope}' has a blank in it; write 'a & b' for both, or a list for either")
            elif not yaml.weak and term.segments not in names:
                _check_segments(yaml, node, term.segments)
        for css_selector in _parsed_selector((scope,), tuple(names.items())).queries:
            _check_css(css_selector)
    except ValueError as error:
        yaml.fault(node, str(error))
    return len(yaml.faults) == count


def _check_css(selector: str) -> None:
    """Raises ValueError for what is no CSS selector."""
    from lint import css  # few scopes have one

    try:
        css.parse(selector)
    except css.SelectorError as error:
        told = f"the CSS selector in doc(...) cannot be read: {error}, at character {error.position + 1} of it"
        raise ValueError(told) from None


def _check_segments(yaml: YamlSource, node: Node, segments: str) -> None:
    parts = segments.split(".")
    for part in parts[: 1 if parts[0] in _FREE else len(parts)]:
        if part not in KNOWN_PARTS:
            yaml.unknown(node, "scope", part, KNOWN_PARTS)


_FREE = ("frontmatter", "shortcode", "class", "comment")
"""What segments with any name stand behind."""


@lru_cache(maxsize=256)
def _parsed_selector(scopes: tuple[str, ...], names: tuple[tuple[str, str], ...]) -> Selector:
    return Selector.parse(scopes, dict(names))


def _action(yaml: YamlSource, node: Node) -> Action:
    count = len(yaml.faults)
    items = {item.name: item for item in yaml.items(node, fold=yaml.weak)}
    for item in items.values():
        if item.name not in ("name", "params"):
            yaml.unknown(item.key, "key", item.name, ("name", "params"), " for 'action'")
    if "name" not in items:
        yaml.fault(node, f"the action lacks its 'name'; it is one of {', '.join(ACTIONS)}")
        return Action("remove")
    params = items.get("params")
    action = Action(yaml.choice(items["name"].value, "action", ACTIONS), _params(yaml, params.value) if params else ())
    try:
        if not yaml.proved and len(yaml.faults) == count:
            action.check(yaml.weak)
    except ActionError as error:
        yaml.fault(params.value if params else items["name"].value, str(error))
    return action


def _params(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    """The parameters, in one list or in one for each operation."""
    return tuple([text for element in yaml.elements(node) for text in _texts(yaml, element)])


def _texts(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    return yaml.texts(node) if type(node) is SequenceNode else (yaml.text(node),)


def _unless(yaml: YamlSource, node: Node) -> tuple[Pattern, ...]:
    return tuple(Pattern(text) for text in yaml.expressions(node))


def _examples(yaml: YamlSource, node: Node) -> tuple[Example, ...]:
    examples = [_example(yaml, element) for element in yaml.elements(node)]
    return tuple(example for example in examples if example is not None)


def _example(yaml: YamlSource, node: Node) -> Example | None:
    items = {item.name: item for item in yaml.items(node)}
    for item in items.values():
        if item.name not in _EXAMPLE_KEYS:
            yaml.unknown(item.key, "key", item.name, _EXAMPLE_KEYS, " for an example")
    if ("bad" in items) == ("ok" in items):
        yaml.fault(node, "an example has a 'bad' text or one that is 'ok', and not both")
        return None
    suffix = yaml.choice(items["format"].value, "format", _EXAMPLE_FORMATS) if "format" in items else "md"
    name, line = f"example.{suffix}", node.start_mark.line + 1
    if "ok" in items:
        for key in ("flags", "good"):
            if key in items:
                yaml.fault(items[key].key, f"'{key}' belongs to a 'bad' text; an 'ok' one has nothing to flag or to mend")
        return Example(yaml.text(items["ok"].value), name=name, line=line)
    if "flags" not in items:
        yaml.fault(items["bad"].key, "'flags' is missing; it says exactly the words that are marked")
        return None
    flags = items["flags"].value
    flagged = (yaml.text(flags),) if type(flags) is ScalarNode else yaml.texts(flags)
    good = yaml.text(items["good"].value) if "good" in items else None
    return Example(yaml.text(items["bad"].value), flagged, good, name, line)


_EXAMPLE_KEYS = ("bad", "flags", "good", "ok", "format")

COMMON = {
    "message": Common("message", _sentence),
    "level": Common("severity", _level),
    "scope": Common("selector", read_selector),
    "link": Common("link", _sentence),
    "description": Common("description", _sentence),
    "limit": Common("limit", YamlSource.integer),
    "limit-together": Common("limit_together", YamlSource.text),
    "gather": Common("gather", YamlSource.truth),
    "yields": Common("yields", YamlSource.truth),
    "action": Common("action", _action),
    "summary": Common("summary", _sentence),
    "why": Common("why", _sentence),
    "applicability": Common("applicability", _applicability),
    "supersedes": Common("supersedes", YamlSource.texts),
    "enabled": Common("enabled", YamlSource.truth),
    "languages": Common("languages", YamlSource.texts),
    "quiet-in": Common("quiet_in", _document_kinds),
    "renamed-from": Common("renamed_from", YamlSource.texts),
    "unless": Common("unless", _unless),
    "doubtful": Common("doubtful", _unless),
    "outside-quotations": Common("outside_quotations", YamlSource.truth),
    "examples": Common("examples", _examples),
}

CHANGEABLE = (
    "message",
    "scope",
    "link",
    "limit",
    "limit-together",
    "gather",
    "yields",
    "applicability",
    "languages",
    "quiet-in",
    "unless",
    "doubtful",
    "outside-quotations",
)
