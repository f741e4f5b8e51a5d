"""The keys that the YAML of all rules shares, each declared once: how it is read, what it may be, and what it is for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from yaml.nodes import Node, ScalarNode, SequenceNode

from lint.action import ACTIONS, Action, ActionError
from lint.diagnostic import Applicability, Severity
from lint.house import DOCUMENT_KINDS
from lint.pattern import Pattern
from lint.rule import Example
from lint.scope import KNOWN_PARTS, Selector, terms
from lint.yaml_source import Item, YamlSource
from lint.yaml_value import (
    EXPRESSIONS,
    INTEGER,
    TEXT,
    TEXTS,
    TRUTH,
    Key,
    Value,
    array,
    choice,
    either,
    listed,
    one_of,
    schemas_of_keys,
)

LEVELS = {str(severity): severity for severity in Severity}

_APPLICABILITIES = {str(applicability): applicability for applicability in Applicability}
_EXAMPLE_FORMATS = ("md", "html", "txt", "mdx")


def _sentence(yaml: YamlSource, node: Node) -> str:
    return yaml.text(node).strip()


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
        if item.name not in _ACTION_KEYS:
            yaml.unknown(item.key, "key", item.name, _ACTION_KEYS, " for 'action'")
    if "name" not in items:
        yaml.fault(node, f"the action lacks its 'name'; it is one of {', '.join(ACTIONS)}")
        return Action("remove")
    params = items.get("params")
    action = Action(_read(_ACTION_KEYS, yaml, items["name"]), _read(_ACTION_KEYS, yaml, params) if params else ())
    try:
        if not yaml.proved and len(yaml.faults) == count:
            action.check(yaml.weak)
    except ActionError as error:
        yaml.fault(params.value if params else items["name"].value, str(error))
    return action


def _read(keys: Mapping[str, Key], yaml: YamlSource, item: Item) -> Any:
    return keys[item.name].value.read(yaml, item.value)


def _params(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    """The parameters, in one list or in one for each operation."""
    return tuple([text for element in yaml.elements(node) for text in _texts(yaml, element)])


def _texts(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    return yaml.texts(node) if type(node) is SequenceNode else (yaml.text(node),)


def _flags(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    return (yaml.text(node),) if type(node) is ScalarNode else yaml.texts(node)


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
    suffix = _read(_EXAMPLE_KEYS, yaml, items["format"]) if "format" in items else "md"
    name, line = f"example.{suffix}", node.start_mark.line + 1
    if "ok" in items:
        for key in ("flags", "good"):
            if key in items:
                yaml.fault(items[key].key, f"'{key}' belongs to a 'bad' text; an 'ok' one has nothing to flag or to mend")
        return Example(_read(_EXAMPLE_KEYS, yaml, items["ok"]), name=name, line=line)
    if "flags" not in items:
        yaml.fault(items["bad"].key, "'flags' is missing; it says exactly the words that are marked")
        return None
    bad, flagged = (_read(_EXAMPLE_KEYS, yaml, items[key]) for key in ("bad", "flags"))
    good = _read(_EXAMPLE_KEYS, yaml, items["good"]) if "good" in items else None
    return Example(bad, flagged, good, name, line)


_ACTION_KEYS = {
    "name": Key("name", choice("action", ACTIONS), "What is made of the words."),
    "params": Key("params", Value(_params, *array(either(TEXT.schema), either(TEXT.weak))), "What the action needs."),
}

_FLAGS = Value(_flags, either(TEXT.schema), either(TEXT.weak))
_EXAMPLE_KEYS = {
    "bad": Key("text", TEXT, "A text with the fault."),
    "flags": Key("flags", _FLAGS, "Exactly the words that are marked, a list where there are several."),
    "good": Key("good", TEXT, "Exactly the text after the fix."),
    "ok": Key("text", TEXT, "A text that the rule says nothing about."),
    "format": Key("name", choice("format", _EXAMPLE_FORMATS), "The format of the text: md without it."),
}
_BAD_OR_OK = [
    {"required": ["bad", "flags"], "properties": {"ok": False}},
    {"required": ["ok"], "properties": dict.fromkeys(("bad", "flags", "good"), False)},
]

_SENTENCE = TEXT._replace(read=_sentence)
_SCOPE = either({"anyOf": [{"enum": sorted(KNOWN_PARTS)}, TEXT.schema]})
_WEAK_SCOPE = either({"anyOf": [{"enum": sorted(KNOWN_PARTS)}, TEXT.weak]})
_PATTERNS = EXPRESSIONS._replace(read=_unless)

COMMON = {
    "message": Key("message", _SENTENCE, "One sentence in the present tense; %s is filled with the words."),
    "level": Key("severity", one_of("level", LEVELS), "How much a finding weighs: warning, unless this says otherwise."),
    "scope": Key(
        "selector",
        Value(read_selector, _SCOPE, _WEAK_SCOPE),
        "Where the rule looks; a list for either of several. 'a & b' is both, '~a' is not, 'doc(...)' elements by CSS selector.",
    ),
    "link": Key("link", _SENTENCE, "The address of a page that says more."),
    "description": Key("description", _SENTENCE, "What the rule is about, for programs."),
    "limit": Key("limit", INTEGER, "How many findings a file has at most."),
    "limit-together": Key("limit_together", TEXT, "A name: rules with the same one tell of `limit` sentences a file between them."),
    "gather": Key("gather", TRUTH, "Whether all places with one cause in a file are one finding."),
    "yields": Key("yields", TRUTH, "Whether the rule keeps silent where a rule speaks that does not yield."),
    "action": Key(
        "action",
        Value(_action, *schemas_of_keys(_ACTION_KEYS, required=["name"])),
        "What the fix makes of the words, for kinds without one of their own.",
    ),
    "summary": Key("summary", _SENTENCE, "What the rule finds, in a sentence: the head of its page in the manual."),
    "why": Key("why", _SENTENCE, "Why that is a fault: the body of its page."),
    "applicability": Key(
        "applicability", one_of("applicability", _APPLICABILITIES), "How far the fix may be trusted: unsafe, unless said."
    ),
    "supersedes": Key("supersedes", TEXTS, "Names of rules that keep silent where this one speaks."),
    "enabled": Key("enabled", TRUTH, "Whether the rule is on without being asked for."),
    "languages": Key("languages", TEXTS, "Tags such as 'en' of the languages that it speaks; an empty list for all."),
    "quiet-in": Key("quiet_in", listed(choice("kind of document", DOCUMENT_KINDS[1:])), "Kinds of documents that it says nothing about."),
    "renamed-from": Key("renamed_from", TEXTS, "Old names of the rule, which go on working."),
    "unless": Key("unless", _PATTERNS, "Patterns: a match that shares a character with one of theirs is dropped."),
    "doubtful": Key("doubtful", _PATTERNS, "Patterns: the fix of a match that shares a character with one of theirs is not safe."),
    "outside-quotations": Key("outside_quotations", TRUTH, "Whether it keeps out of quotation marks and block quotations."),
    "examples": Key(
        "examples",
        Value(_examples, *array(*schemas_of_keys(_EXAMPLE_KEYS, oneOf=_BAD_OR_OK))),
        "The proof, and the examples of the manual: texts that are 'bad' or 'ok'.",
    ),
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
