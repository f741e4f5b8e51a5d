"""The nodes of a YAML text with their places, nothing in it interpreted and nothing dangerous let through."""

from __future__ import annotations

from collections.abc import Iterator

from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, SequenceNode

from lint.compiled import compiled
from lint.text import Span

try:
    from yaml.cyaml import CParser as _Parser  # type: ignore[attr-defined]
except ImportError:  # a PyYAML without libyaml: ten times slower, and the same
    from yaml.loader import BaseLoader as _Parser  # type: ignore[assignment]

_MAX_DEPTH = 40
_TOO_DEEP = f"more than {_MAX_DEPTH} levels stand in each other; no rule and no configuration needs so many"
_MAX_EXPANSION = 20_000
_TAG_OR_ANCHOR = compiled(r"(?<![^\s\[{,])[!&]\S")
_PLAIN_TAGS = ("", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")
_CONFLICT = compiled(r"(?m)^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)[^\r\n]*")
_UNPRINTABLE = compiled(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


class NotYaml(ValueError):
    """A text that is no YAML, or none that may be read, and the place where that shows."""

    def __init__(self, span: Span, message: str) -> None:
        super().__init__(message)
        self.span = span


def compose(text: str, first: bool = False) -> Node | None:
    """The topmost node of a text, None for one without any; with `first` further documents in it are passed over. Raises NotYaml."""
    try:
        composer = _Composer(text)
        root: Node | None = (composer.get_node() if composer.check_node() else None) if first else composer.get_single_node()
    except MarkedYAMLError as error:
        raise NotYaml(*(_unmerged(text) or _explained(error, text))) from None
    except _TooDeep:
        raise NotYaml(Span(0, 0), _TOO_DEEP) from None
    except (YAMLError, UnicodeEncodeError):
        raise NotYaml(*_unprintable(text)) from None
    if root is not None and _TAG_OR_ANCHOR.search(text):
        _guard(root, len(text))
    return root


def children(node: Node) -> list[Node]:
    """The nodes right below one: elements, or keys and values."""
    if type(node) is MappingNode:
        return [part for pair in node.value for part in pair]
    return list(node.value) if type(node) is SequenceNode else []


class _TooDeep(Exception):
    """More levels than are read."""


class _Composer(_Parser):
    """A parser that leaves all scalars as text and stops before the C stack is used up."""

    _depth = 0

    def resolve(self, _kind: object, _value: object, _implicit: object) -> str:
        """No scalar has a type of its own."""
        return ""

    def descend_resolver(self, _current: object, _index: object) -> None:
        """Called before each node that is composed."""
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise _TooDeep

    def ascend_resolver(self) -> None:
        """Called after it."""
        self._depth -= 1


def _guard(root: Node, length: int) -> None:
    """Refuses tags, aliases that hold themselves, and aliases that make far more of the text than stands there."""
    sizes: dict[int, int] = {}
    for node in _walk(root, sizes):
        if node.tag not in _PLAIN_TAGS:
            tag = node.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"the tag '{tag}' is not read; put a text that begins with '!' in quotes"
            raise NotYaml(Span(node.start_mark.index, node.start_mark.index + 1), message)
    if sizes[id(root)] > _MAX_EXPANSION + length:
        raise NotYaml(Span(0, 0), "the aliases (*name) of this file repeat each other without bound; write out what is meant")


def _walk(root: Node, sizes: dict[int, int]) -> Iterator[Node]:
    """Each node once; `sizes` gets how many nodes each stands for with its aliases written out."""
    waiting = [(root, False)]
    entered: set[int] = set()
    while waiting:
        node, done = waiting.pop()
        below = children(node)
        if done:
            sizes[id(node)] = min(1 + sum(sizes.get(id(child), _MAX_EXPANSION**2) for child in below), _MAX_EXPANSION**2)
        elif id(node) not in entered:
            entered.add(id(node))
            yield node
            waiting.append((node, True))
            waiting.extend((child, False) for child in reversed(below))


def _unmerged(text: str) -> tuple[Span, str] | None:
    """The first of the lines that Git leaves where it could not merge; None where there is none."""
    found = _CONFLICT.search(text)
    return found and (
        Span(*found.span()),
        "two versions are not merged yet; keep what is right of both, and take out this line and its like",
    )


def _explained(error: MarkedYAMLError, text: str) -> tuple[Span, str]:
    """Where a text stops being YAML, and what to do about it."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    place = max(len(text[: mark.index + 1 if mark else 1].rstrip("\r\n")) - 1, 0)
    character = text[place : place + 1]
    if "quoted scalar" in context and "end of stream" in problem and error.context_mark:
        place, sentence = error.context_mark.index, "the quotation mark that opens here is not closed"
    elif character == "\t" and ("token" in problem or "tab" in problem):
        sentence = "a tab stands where YAML allows only spaces; indent with spaces"
    elif "cannot start any token" in problem:
        sentence = f"a value that begins with '{character}' stands in quotes"
    else:
        sentence = next((cure for sign, cure in _CURES.items() if sign in problem or sign in context), f"this is not YAML: {problem}")
    return Span(place, min(place + 1, len(text))), sentence


_CURES = {
    "maximum nesting depth": _TOO_DEEP,
    "expected a single document": "a second document begins here; a file holds one",
    "mapping values are not allowed": "a ': ' stands in a value without quotes, or the line is indented wrongly; put the value in quotes",
    "unknown escape character": "this escape means nothing in double quotes; put a regular expression in single quotes",
    "could not find expected ':'": "a ':' is missing after the key of this line or the one before",
    "expected alphabetic or numeric": "an alias or an anchor has no name here; put a text that begins with '*' or '&' in quotes",
    "undefined alias": "this alias has no anchor; put a text that begins with '*' in quotes",
    "duplicate anchor": "this anchor is used for the second time; give it another name",
    "did not find expected key": "a key is expected here; check the indentation and the quotation marks before it",
    "did not find expected '-' indicator": "a '-' is expected here; check the indentation",
    "did not find expected ',' or": "a ',' or the closing bracket of the list is expected here",
    "did not find expected node content": "the list or mapping that opens before this is not closed",
    "did not find expected <document start>": "the text ends before this; check for a bracket or a '...' that ends it too early",
}


def _unprintable(text: str) -> tuple[Span, str]:
    found = _UNPRINTABLE.search(text)
    if found is None:
        return Span(0, 0), "this is not YAML"
    return Span(found.start(), found.end()), f"the character U+{ord(found.group()):04X} is not allowed in YAML; take it out"
