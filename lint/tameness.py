"""Whether a foreign expression can be run without a time limit.

Only the engine `regex` knows time limits, and `re` is the faster of the two. An expression is tame where no text can make it slow:
each repetition without an end takes characters that cannot stand before it, so that it is entered once for each run of them, and
the choices between are few.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lint.expression import Choice, Edge, Either, Group, Letter, Node, Repeat, Sequence, children, letters_of
from lint.named import NamedTuple

_HIGH = 1 << 128
_START = 1 << 129
_END = 1 << 130
_FAILING_END = 1 << 131
_ANY = (1 << 129) - 1
_WORD = sum(1 << code for code in range(128) if chr(code).isalnum() or chr(code) == "_") | _HIGH
_MOST_WAYS = 4096


class _Wild(Exception):
    """The expression may be slow."""


class _Before(NamedTuple):
    """What may stand before a part: up to the nearest edge of a word, and behind that edge."""

    near: int
    edge: bool = False
    far: int = 0


class _Size(NamedTuple):
    """What a part can begin and end with, as sets of characters, and whether it can be empty."""

    first: int
    last: int
    empty: bool


def is_tame(tree: Node) -> bool:
    """Whether `re` runs this expression in a time that grows as the text does."""
    try:
        ways, loose = _cost(tree, _Before(_START), _END)
    except (_Wild, RecursionError):
        return False
    return ways <= _MOST_WAYS and loose <= 1


def _cost(node: Node, before: _Before, after: int) -> tuple[int, int]:
    """In how many ways a part can match at a place, and how many repetitions in it may give characters back in vain."""
    match node:
        case Letter() | Choice():
            _characters(node)
            return 1, 0
        case Edge(sign):
            if sign == r"\G":
                raise _Wild
            return 1, 0
        case Either(branches):
            costs = [_cost(branch, before, after) for branch in branches]
            return sum(ways for ways, _ in costs), max(loose for _, loose in costs)
        case Group(opening, inner):
            if opening.startswith("(?<") and _width(inner) is None:
                raise _Wild
            return _cost(inner, _Before(_ANY), _ANY) if node.looks else _cost(inner, before, after)
        case Sequence(parts):
            return _cost_of_sequence(parts, before, after)
        case Repeat():
            return _cost_of_repeat(node, before, after)
    raise _Wild


def _cost_of_sequence(parts: tuple[Node, ...], before: _Before, after: int) -> tuple[int, int]:
    behind = [after]
    for part in reversed(parts[1:]):
        behind.append(_followed(part, behind[-1]))
    ways, loose = 1, 0
    for part, follows in zip(parts, reversed(behind), strict=False):
        more, looser = _cost(part, before, follows)
        ways, loose = ways * more, loose + looser
        if ways > _MOST_WAYS:
            raise _Wild
        before = _preceded(part, before)
    return ways, loose


def _cost_of_repeat(node: Repeat, before: _Before, after: int) -> tuple[int, int]:
    if node.most is None:
        if not isinstance(node.part, Letter | Choice):
            raise _Wild
        taken = _characters(node.part)
        known = before.near | (0 if before.edge and _is_pure(taken) else before.far)
        if known & (taken | _START) and not (known == _START and after == _END):
            raise _Wild
        return 1, int(bool(after & taken))
    if node.most > 1 and not isinstance(node.part, Letter | Choice):
        size = _size(node.part)
        before = before._replace(near=before.near | size.last)
        after |= size.first
    ways, loose = _cost(node.part, before, after)
    if isinstance(node.part, Letter | Choice):
        return node.most - node.least + 1, loose
    total = (ways + (node.least == 0)) ** min(node.most, 16) if node.most <= 16 else _MOST_WAYS + 1
    if total > _MOST_WAYS:
        raise _Wild
    return total, loose * node.most


def _is_pure(taken: int) -> bool:
    """Whether a class holds only signs that words are made of, or none of them."""
    return not taken & ~_WORD or not taken & _WORD


def _followed(part: Node, after: int) -> int:
    """What may stand behind the part before this one."""
    if isinstance(part, Edge) or (isinstance(part, Group) and part.looks):
        return after & ~_END | _FAILING_END if after & _END else after
    size = _size(part)
    return size.first | (after if size.empty else 0)


def _preceded(part: Node, before: _Before) -> _Before:
    """What may stand before the part behind this one."""
    if part == Edge(r"\A"):
        return _Before(0)
    if isinstance(part, Edge):
        return _Before(0, True, before.near | before.far) if part.sign == r"\b" and not before.edge else before
    if isinstance(part, Group) and part.looks:
        return before
    size = _size(part)
    return _Before(before.near | size.last, before.edge, before.far) if size.empty else _Before(size.last)


@lru_cache(maxsize=4096)
def _size(node: Node) -> _Size:
    match node:
        case Letter() | Choice():
            taken = _characters(node)
            return _Size(taken, taken, False)
        case Edge():
            return _Size(0, 0, True)
        case Group(_, inner):
            return _Size(0, 0, True) if node.looks else _size(inner)
        case Either(branches):
            sizes = [_size(branch) for branch in branches]
            return _Size(_joined([size.first for size in sizes]), _joined([size.last for size in sizes]), any(size.empty for size in sizes))
        case Repeat(part, least):
            size = _size(part)
            return _Size(size.first, size.last, size.empty or least == 0)
        case Sequence(parts):
            sizes = [_size(part) for part in parts]
            return _Size(_until_filled(sizes, 0), _until_filled(sizes[::-1], 1), all(size.empty for size in sizes))
    raise _Wild


def _until_filled(sizes: list[_Size], which: int) -> int:
    found = 0
    for size in sizes:
        found |= (size.first, size.last)[which]
        if not size.empty:
            break
    return found


def _joined(sets: list[int]) -> int:
    found = 0
    for one in sets:
        found |= one
    return found


@lru_cache(maxsize=4096)
def _characters(node: Letter | Choice) -> int:
    """The ASCII characters that it takes, a bit each, and one bit for all others. Raises _Wild where only `regex` knows."""
    if isinstance(node, Letter):
        forms = {node.character, node.character.lower(), node.character.upper()} if node.fold else {node.character}
        high = _HIGH if node.fold and node.character in "kKsSiI" else 0
        return high | _joined([1 << ord(form) if len(form) == 1 and form < "\x80" else _HIGH for form in forms])
    try:
        takes = letters_of(node).match
    except re.error:
        raise _Wild from None
    taken = _joined([1 << code for code in range(128) if takes(chr(code))])
    folded_from_beyond = node.fold and any(takes(letter) for letter in "ksi")
    return taken | (_HIGH if node.negated or folded_from_beyond or not node.inside.isascii() else 0)


def _width(node: Node) -> int | None:
    """How many characters a part takes where that is always the same."""
    match node:
        case Letter() | Choice():
            return 1
        case Edge():
            return 0
        case Group(_, inner):
            return 0 if node.looks else _width(inner)
        case Repeat(part, least, most):
            once = _width(part)
            return None if once is None or least != most else once * least
        case Either():
            widths = {_width(branch) for branch in children(node)}
            return widths.pop() if len(widths) == 1 else None
        case Sequence(parts):
            widths_of_parts = [_width(part) for part in parts]
            return None if None in widths_of_parts else sum(width for width in widths_of_parts if width)
    return None
