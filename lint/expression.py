"""The tree of a regular expression of a foreign pack, and how `re` and `regex` must be told it.

A tree is written in two ways. The plain one is right for every text but those with the rare characters about which the engines
have opinions of their own (`is_peculiar`); the exact one is right for these too, and slower.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from lint.compiled import PatternError as PatternError
from lint.compiled import compiled
from lint.named import NamedTuple

WORD = "0-9A-Za-z_"
ANYTHING = "\0-\U0010ffff"
_WORD_AT_EDGE = r"[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]"
_EXACT_EDGES = {
    r"\b": f"(?:(?<={_WORD_AT_EDGE})(?!{_WORD_AT_EDGE})|(?<!{_WORD_AT_EDGE})(?={_WORD_AT_EDGE}))",
    r"\B": f"(?:(?<={_WORD_AT_EDGE})(?={_WORD_AT_EDGE})|(?<!{_WORD_AT_EDGE})(?!{_WORD_AT_EDGE}))",
}
_TURKISH = "İı"
_HIGH = compiled("-[^\x00-@]")
_SPECIAL = frozenset("\\.^$*+?{}[]()|#&~- \t\n\r\v\f")


class Letter(NamedTuple):
    """One character; with `fold` in any case."""

    character: str
    fold: bool = False


class Choice(NamedTuple):
    """One character of a class: `inside` is what stands between its brackets, `less` the class that is taken from it."""

    inside: str
    negated: bool = False
    fold: bool = False
    less: Choice | None = None


class Edge(NamedTuple):
    """A place: `\\b`, `\\B`, `\\A`, `\\Z`, `\\G`, or `^` and `$` of lines."""

    sign: str


class Sequence(NamedTuple):
    """One part after the other."""

    parts: tuple[Node, ...]


class Either(NamedTuple):
    """The first of some branches that fits."""

    branches: tuple[Node, ...]


class Group(NamedTuple):
    """What stands in brackets; `opening` is how they open: `(`, `(?P<n>`, `(?:`, `(?>`, `(?=`, `(?!`, `(?<=` or `(?<!`."""

    opening: str
    inner: Node

    @property
    def looks(self) -> bool:
        """Whether it takes no characters."""
        return self.opening in ("(?=", "(?!", "(?<=", "(?<!")


class Repeat(NamedTuple):
    """A part from `least` to `most` times, None for no end."""

    part: Node
    least: int
    most: int | None
    lazy: bool = False


class Reference(NamedTuple):
    """What a group has matched, by its number or name in the text."""

    group: str
    fold: bool = False


class Condition(NamedTuple):
    """One of two branches, as a group has matched or not."""

    group: str
    branches: tuple[Node, Node]


Node = Letter | Choice | Edge | Sequence | Either | Group | Repeat | Reference | Condition


def written(node: Node, fold: bool, exact: bool) -> str:
    """The tree as a pattern to be compiled with MULTILINE, and with IGNORECASE where `fold` says so."""
    cased = fold_of(node)
    if cased is not None and cased is not fold and cased != "mixed":
        return f"(?{'i' if cased else '-i'}:{_written(node, not fold, exact)})"
    return _written(node, fold, exact)


@lru_cache(maxsize=4096)
def fold_of(node: Node) -> bool | str | None:
    """Whether its letters are compared in any case; None where it has none, "mixed" where some are."""
    if isinstance(node, Letter | Choice | Reference):
        return None if _has_no_case(node) else node.fold
    below = {cased for child in children(node) if (cased := fold_of(child)) is not None}
    return None if not below else below.pop() if len(below) == 1 else "mixed"


def children(node: Node) -> tuple[Node, ...]:
    """The nodes right below this one."""
    match node:
        case Sequence(below) | Either(below) | Condition(_, below):
            return below
        case Group(_, inner) | Repeat(inner):
            return (inner,)
        case _:
            return ()


def walk(node: Node) -> Iterator[Node]:
    """This node and all below it."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(children(node))


@lru_cache(maxsize=64)
def is_peculiar(text: str) -> bool:
    """Whether a text holds a character that engines take differently: a Turkish i, a mark, a sign that is half a letter."""
    return not text.isascii() and any(map(_is_peculiar_character, set(text)))


@lru_cache(maxsize=4096)
def _is_peculiar_character(character: str) -> bool:
    from unicodedata import category

    return character > "\x7f" and (character in "İı\u200c\u200d" or category(character) in ("Mn", "Mc", "Me", "Nl", "No", "So", "Pc"))


def _has_no_case(node: Letter | Choice | Reference) -> bool:
    match node:
        case Letter(text) | Choice(text, less=None):
            return text == ANYTHING or (text.lower() == text.upper() and not _HIGH.search(text))
    return False


def _written(node: Node, fold: bool, exact: bool) -> str:
    match node:
        case Letter(character, cased):
            turkish = exact and cased and character in "iIİı"
            return f"(?-i:[{'iI' if character in 'iI' else character}])" if turkish else _escaped(character)
        case Choice():
            return _choice(node, exact)
        case Edge(sign):
            return _EXACT_EDGES.get(sign, sign) if exact else sign
        case Sequence(parts):
            return _sequence(parts, fold, exact)
        case Either(branches):
            return "|".join(written(branch, fold, exact) for branch in branches)
        case Group(opening, inner):
            return f"{opening}{written(inner, fold, exact)})"
        case Repeat(part, least, most, lazy):
            return _unit(part, fold, exact) + _times(least, most) + ("?" if lazy else "")
        case Reference(group):
            return rf"(?:\{group})" if group.isdecimal() else f"(?P={group})"
        case Condition(group, (yes, no)):
            return f"(?({group}){written(yes, fold, exact)}|{written(no, fold, exact)})"


def _sequence(parts: tuple[Node, ...], fold: bool, exact: bool) -> str:
    """Neighbours that need the other case are put in brackets together."""
    pieces: list[str] = []
    waiting: list[Node] = []
    for part in parts:
        cased = fold_of(part)
        if cased is (not fold) or (waiting and cased is None):
            waiting.append(part)
            continue
        if waiting:
            pieces.append(_other_case(waiting, fold, exact))
            waiting = []
        pieces.append(_in_sequence(part, fold, exact))
    if waiting:
        pieces.append(_other_case(waiting, fold, exact))
    return "".join(pieces)


def _other_case(parts: list[Node], fold: bool, exact: bool) -> str:
    inner = "".join(_in_sequence(part, not fold, exact) for part in parts)
    return f"(?{'-i' if fold else 'i'}:{inner})"


def _in_sequence(part: Node, fold: bool, exact: bool) -> str:
    return f"(?:{written(part, fold, exact)})" if isinstance(part, Either) else written(part, fold, exact)


def _unit(part: Node, fold: bool, exact: bool) -> str:
    """A part that a sign of repetition can follow."""
    inner = written(part, fold, exact)
    match part:
        case Group():
            single = not part.looks
        case Letter():
            single = not exact
        case Choice():
            single = not exact and part.less is None
        case _:
            single = False
    return inner if single else f"(?:{inner})"


def _times(least: int, most: int | None) -> str:
    short = {(0, None): "*", (1, None): "+", (0, 1): "?"}.get((least, most))
    return short or (f"{{{least}}}" if least == most else f"{{{least},{'' if most is None else most}}}")


def _choice(node: Choice, exact: bool) -> str:
    plain = f"[{'^' if node.negated else ''}{node.inside}]"
    if node.less is not None:
        plain = f"(?:(?!{_choice(node.less, exact)}){plain})"
    if exact and node.fold and not node.inside.startswith("\\p"):
        return f"(?:(?![{_TURKISH}]){plain}|(?=[{_TURKISH}])(?-i:{plain}))"
    return plain


def _escaped(character: str) -> str:
    return "\\" + character if character in _SPECIAL else character


def letters_of(choice: Choice) -> re.Pattern[str]:
    """A class as a pattern of `re`. Raises re.error where only `regex` knows it."""
    return re.compile(f"[{'^' if choice.negated else ''}{choice.inside}]", re.IGNORECASE if choice.fold else 0)
