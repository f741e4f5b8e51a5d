"""YAML files read into checked values, with the place of every fault.

Values are those of YAML 1.2: `no`, `on`, `1:30`, `0o7` and dates are text unless a number or a truth value is asked for.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Iterator

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lint.compiled import compiled
from lint.diagnostic import Applicability, Diagnostic, Fix, Severity
from lint.faults import Fault, FaultyFile, nearest
from lint.named import NamedTuple
from lint.pattern import Pattern, PatternError
from lint.text import Edit, Source, Span
from lint.yaml_tree import NotYaml, compose

_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
WEAK_TRUTHS = {**_TRUTHS, "1": True, "t": True, "T": True, "0": False, "f": False, "F": False, "": False}
_INTEGER = compiled(r"[-+]?[0-9]{1,18}|0o[0-7]{1,18}|0x[0-9a-fA-F]{1,15}")
NUMERAL = r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"
_NUMBER = compiled(NUMERAL)
_MOST_DIGITS = 18
_FEW = 6
_MOST_FAULTS = 100
_LONGEST = 1000
"""Faults of a file that are told, and characters of what is said of each: a hostile file can have any number."""
_LITERAL = compiled(r"[\w '’,;:!/&%-]*")


class Item(NamedTuple):
    """A key of a mapping and its value."""

    name: str
    key: Node
    value: Node


class YamlSource:
    """A YAML file while it is read: nodes become values; what cannot be read becomes a fault and an empty value.

    `concern` names the diagnostics. `weak`: read as Vale reads, where one scalar is a list of one, a quoted number is a
    number, nothing is an empty text and the case of keys is ignored. `proved`: expressions are known to be right.
    """

    def __init__(self, source: Source, concern: str, rule: str | None = None, weak: bool = False, proved: bool = False) -> None:
        self.source = source
        self.concern = concern
        self.rule = rule
        self.weak = weak
        self.proved = proved
        self.faults: dict[Fault, None] = {}

    def root(self) -> Node | None:
        """The topmost node, None for a file without one. Raises FaultyFile where the text is no YAML, or dangerous."""
        root = None
        try:
            root = compose(self.source.text, first=self.weak)
        except NotYaml as error:
            self.fault(error.span, str(error))
        self.finish()
        return root

    def finish(self) -> None:
        """Raises FaultyFile if anything was wrong."""
        if self.faults:
            own = self.source.name
            order = sorted(self.faults, key=lambda fault: (fault.source.name != own, fault.source.name, fault.diagnostic.order))
            raise FaultyFile(tuple(order))

    @property
    def is_hopeless(self) -> bool:
        """Whether as many faults are noted as are told: looking for more costs time and helps nobody."""
        return len(self.faults) >= _MOST_FAULTS

    def fault(self, place: Node | Span, message: str, instead: str | None = None) -> None:
        """Note a fault; `instead` is the word that was perhaps meant."""
        if self.is_hopeless:
            return
        span = place if isinstance(place, tuple) else self.span(place)
        message = message if len(message) <= _LONGEST else f"{message[: _LONGEST // 2]}…{message[-_LONGEST // 2 :]}"
        fixes = () if instead is None else (Fix(f"did you mean '{instead}'?", (Edit(span, instead),), Applicability.DISPLAY),)
        self.adopt(Fault(self.source, Diagnostic(span, self.concern, message, Severity.ERROR, fixes), self.rule))

    def adopt(self, *faults: Fault) -> None:
        """Note faults, also those of other files that this one names."""
        self.faults.update(dict.fromkeys(faults))

    def unknown(self, place: Node, what: str, word: str, known: Collection[str], of: str = "") -> None:
        """Note that `word` is no known `what`."""
        near = nearest(word, known) if len(word) < _LONGEST and not self.is_hopeless else None
        self.fault(place, f"unknown {what} '{word}'{of}", near)

    def span(self, node: Node) -> Span:
        """Where a node stands, or its first line; the character before it where it is empty."""
        start, end = node.start_mark.index, node.end_mark.index
        if start == end:
            return Span(max(start - 1, 0), start)
        first = re.compile(r"[^\r\n]*").match(self.source.text, start, end)
        return Span(start, first.end()) if first and first.end() > start else Span(start, end)

    def line(self, node: Node) -> int:
        """The number of a node's first line."""
        return self.source.position(node.start_mark.index).line

    def items(self, node: Node, fold: bool = False) -> list[Item]:
        """The items of a mapping, each key once; with `fold` their keys in lower case."""
        if type(node) is not MappingNode:
            self.fault(node, "a mapping is expected here, each line a 'key: value'")
            return []
        items: dict[str, Item] = {}
        for key, value in _merged(node) if self.weak else node.value:
            name = key.value
            if type(key) is not ScalarNode:
                self.fault(key, "a key is a word, not a list or a mapping; put a text that begins with '[' or '{' in quotes")
                continue
            if fold:
                name = name.lower()
            if name in items:
                self.fault(key, f"the key '{name}' stands here for the second time, first on line {self.line(items[name].key)}")
            elif name == "<<" and not key.style and type(value) is not ScalarNode:
                self.fault(key, "merge keys are not read; write out the keys that are meant")
            else:
                items[name] = Item(name, key, value)
        return list(items.values())

    def elements(self, node: Node) -> list[Node]:
        """The elements of a list; weakly also one that stands alone."""
        if type(node) is SequenceNode:
            return list(node.value)
        if self.weak:
            return [] if is_null(node) else [node]
        self.fault(node, "a list is expected here, as [one, two] or a '- one' per line")
        return []

    def text(self, node: Node) -> str:
        """A scalar as it is written."""
        if type(node) is not ScalarNode:
            self.fault(node, "a text is expected here, not a list or a mapping; put one that begins with '[' or '{' in quotes")
            return ""
        if node.value in _NULLS and not node.style:
            if not self.weak:
                self.fault(node, "a value is missing here; write '' for an empty text")
            return ""
        return str(node.value)

    def texts(self, node: Node) -> tuple[str, ...]:
        """A list of texts."""
        if type(node) is SequenceNode:
            texts = [element.value for element in node.value if _is_text(element)]
            if len(texts) == len(node.value):  # nearly always; lists of thousands of words are read here
                return tuple(texts)
        return tuple([self.text(element) for element in self.elements(node)])

    def pairs(self, node: Node) -> dict[str, str]:
        """A mapping of texts; weakly also a list of mappings."""
        if type(node) is MappingNode:
            pairs = {key.value: value.value for key, value in node.value if type(key) is ScalarNode and _is_text(value)}
            if len(pairs) == len(node.value) and "<<" not in pairs:
                return pairs
        if self.weak and type(node) is SequenceNode:
            return {name: text for element in node.value for name, text in self.pairs(element).items()}
        return {item.name: self.text(item.value) for item in self.items(node)}

    def integer(self, node: Node) -> int:
        """A whole number."""
        if (written := self._bare(node)) is not None and _INTEGER.fullmatch(written):
            return int(written, 0) if written[:2] in ("0o", "0x") else int(written)
        if self.weak and written is not None and len(written) < _MOST_DIGITS and (_NUMBER.fullmatch(written) or not written):
            return int(float(written or 0))
        self.fault(node, f"a whole number is expected here{_as_written(node)}")
        return 0

    def number(self, node: Node) -> float:
        """A number."""
        if (written := self._bare(node)) is not None and _NUMBER.fullmatch(written):
            return float(written)
        self.fault(node, f"a number is expected here{_as_written(node)}")
        return 0.0

    def truth(self, node: Node) -> bool:
        """A truth value."""
        truths = WEAK_TRUTHS if self.weak else _TRUTHS
        if (written := self._bare(node)) is not None and written in truths:
            return truths[written]
        self.fault(node, f"'true' or 'false' is expected here{_as_written(node)}", _truth_meant(node))
        return False

    def choice(self, node: Node, what: str, known: Collection[str]) -> str:
        """One of some words, the first of them where it is none."""
        word = self.text(node)
        if word in known:
            return word
        if word or self.weak or not is_null(node):
            near = nearest(word, known)
            listed = f"; it is one of {', '.join(known)}" if near is None or len(known) <= _FEW else ""
            self.fault(node, f"unknown {what} '{word}'{listed}", near)
        return next(iter(known))

    def expression(self, node: Node) -> str:
        """A regular expression."""
        text = self.text(node)
        if not self.proved:
            self._check_expressions([(node, text)])
        return text

    def expressions(self, node: Node) -> tuple[str, ...]:
        """A list of regular expressions; they may be parts that are right only when joined."""
        texts = self.texts(node)
        if not self.proved:
            elements = node.value if type(node) is SequenceNode else [node] if texts else []
            self._check_expressions(list(zip(elements, texts, strict=True)))
        return texts

    def expression_pairs(self, node: Node, both: bool = False) -> dict[str, str]:
        """A mapping whose keys, or keys and values, are regular expressions."""
        pairs = self.pairs(node)
        if not self.proved:
            nodes = [part for key, value in _pair_nodes(node) for part in ((key, value) if both else (key,)) if type(part) is ScalarNode]
            self._check_expressions([(part, part.value) for part in nodes], joined=False)
        return pairs

    def _bare(self, node: Node) -> str | None:
        return str(node.value) if type(node) is ScalarNode and (self.weak or not node.style) else None

    def _check_expressions(self, expressions: list[tuple[Node, str]], joined: bool = True) -> None:
        wrong = [(node, text, error) for node, text in expressions if (error := _error_of(text, self.weak))]
        if wrong and not (joined and len(expressions) > 1 and _error_of("".join(text for _, text in expressions), self.weak) is None):
            for node, text, error in wrong:
                self.fault(self.span_in(node, text, error.position), f"the regular expression cannot be read: {error}")

    def span_in(self, node: Node, text: str, position: int | None) -> Span:
        """The character at `position` of a scalar's text, where it is written as it is read; else all of it."""
        whole = self.span(node)
        if position is None:
            return whole
        position = min(position, max(len(text) - 1, 0))
        if getattr(node, "style", "") == "|":
            return self._span_in_literal(node, text, position) or whole
        start = whole.start + bool(getattr(node, "style", ""))
        return Span(start + position, start + position + 1) if self.source.text.startswith(text, start) else whole

    def _span_in_literal(self, node: Node, text: str, position: int) -> Span | None:
        """As `span_in`, for a text behind `|`: line for line as it is written, all indented alike."""
        number = text.count("\n", 0, position)
        line = self.source.line(self.line(node) + 1 + number)
        written, read = self.source.text[line.start : line.end].rstrip("\r\n"), text.split("\n")[number]
        column = position - (text.rfind("\n", 0, position) + 1)
        place = line.start + len(written) - len(read) + column
        return Span(place, place + 1) if written.endswith(read) and column < len(read) else None


def is_null(node: Node) -> bool:
    """Whether there is no value: nothing at all, `~` or `null`."""
    return type(node) is ScalarNode and node.value in _NULLS and not node.style


def _is_text(node: Node) -> bool:
    return type(node) is ScalarNode and (bool(node.style) or node.value not in _NULLS)


def _pair_nodes(node: Node) -> Iterator[tuple[Node, Node]]:
    if type(node) is MappingNode:
        yield from node.value
    elif type(node) is SequenceNode:
        for element in node.value:
            yield from _pair_nodes(element)


def _merged(node: MappingNode) -> list[tuple[Node, Node]]:
    """The keys and values of a mapping, with those that its merge keys (`<<: *name`) bring in behind them."""
    pairs = [(key, value) for key, value in node.value if not _merges(key, value)]
    names = {key.value for key, _ in pairs}
    for key, value in node.value:
        for other in ([value] if type(value) is MappingNode else value.value) if _merges(key, value) else ():
            brought = [pair for pair in _merged(other) if pair[0].value not in names] if type(other) is MappingNode else []
            names.update(name.value for name, _ in brought)
            pairs += brought
    return pairs


def _merges(key: Node, value: Node) -> bool:
    return type(key) is ScalarNode and key.value == "<<" and not key.style and type(value) is not ScalarNode


def _as_written(node: Node) -> str:
    if type(node) is not ScalarNode:
        return ""
    return ", without quotes" if node.style and node.value not in _NULLS else f", not '{node.value}'"


def _truth_meant(node: Node) -> str | None:
    meant = {"yes": "true", "on": "true", "y": "true", "no": "false", "off": "false", "n": "false"}
    return meant.get(str(node.value).lower())


def _error_of(text: str, foreign: bool) -> PatternError | None:
    """Why a text is no expression."""
    if _LITERAL.fullmatch(text):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            Pattern(text, foreign=foreign).validate()
            if not foreign:  # a rule of ours that a configuration changes runs under a limit, which only what is read so can have
                Pattern(text, foreign=True).validate()
        except PatternError as error:
            return error
    return None
