"""The literals that matches of a regular expression must hold, from its tree: worked out once, and kept in the notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lint.compiled import compiled
from lint.dialect import read
from lint.expression import Choice, Edge, Either, Group, Letter, Node, PatternError, Repeat
from lint.expression import Sequence as Parts
from lint.literals import Literals, collapsed, in_small

_READ_OTHERWISE = compiled(r"\{,|\\N")
_MOST_JOINED = 256
_MOST_COMPARED = 64
_MOST_BEGINNINGS = 32
_MOST_OF_A_CLASS = 8
_NOTHING = frozenset({""})
_BLANK = frozenset({" "})


def needed(pattern: str) -> Literals:
    """As `literals_of` of `literals`."""
    if _READ_OTHERWISE.search(pattern):  # `re` and the foreign dialect differ here
        return None
    try:
        return _fewest(_needed([read(pattern).tree]))
    except (PatternError, RecursionError):
        return None


def beginnings(pattern: str) -> Literals:
    """As `beginnings_of` of `literals`."""
    if _READ_OTHERWISE.search(pattern):
        return None
    try:
        parts = _flat([read(pattern).tree])
    except (PatternError, RecursionError):
        return None
    joined = _NOTHING
    for part in parts:
        spelled = _spelled(part)
        if spelled is None or len(joined) * len(spelled) > _MOST_BEGINNINGS:
            break
        joined = _product(joined, spelled)
    found = frozenset(map(collapsed, joined))
    return None if any(beginning[:1] in ("", " ") for beginning in found) else found


def _fewest(literals: Literals) -> Literals:
    """Without those that hold another one."""
    literals = literals and frozenset(map(collapsed, literals))
    if literals is None or not 1 < len(literals) <= _MOST_COMPARED:
        return literals
    return frozenset(one for one in literals if not any(other in one and other != one for other in literals))


def _needed(parts: Sequence[Node]) -> Literals:
    """The best set among those that the parts of a sequence need; neighbours that are plain text are taken together."""
    candidates: list[frozenset[str]] = []
    joined = _NOTHING
    for part in _flat(parts):
        spelled = _spelled(part)
        if spelled is not None and len(joined) * len(spelled) <= _MOST_JOINED:
            joined = _product(joined, spelled)
            continue
        repeated = _repeated(part)
        if repeated is not None and len(joined) * len(repeated) <= _MOST_JOINED:
            # What repeats stands at least so often behind what comes before it, and before what comes next.
            candidates.append(_product(joined, repeated))
            joined = repeated
            continue
        candidates.append(joined)
        joined = spelled or _NOTHING
        needed = None if spelled else _needed_by(part)
        if needed:
            candidates.append(needed)
    candidates.append(joined)
    return max((literals for literals in candidates if "" not in literals), key=_worth, default=None)


def _flat(parts: Sequence[Node]) -> Iterable[Node]:
    """The parts, those of sequences in brackets among them."""
    for part in parts:
        inner = part.inner if isinstance(part, Group) and not part.looks else part
        if isinstance(inner, Parts):
            yield from _flat(inner.parts)
        else:
            yield inner


def _spelled(node: Node) -> Literals:
    """The strings that a part stands for where they can all be listed; None where they are too many, or anything."""
    match node:
        case Letter(character):
            return frozenset({in_small(character)})
        case Choice():
            return _characters(node)
        case Group(_, inner):
            return _NOTHING if node.looks else _spelled(inner)
        case Parts(parts):
            return _all_spelled(parts)
        case Either(branches):
            return _listed([_spelled(branch) for branch in branches])
        case Repeat(part, 0, 1):
            return _listed([_spelled(part), _NOTHING])
        case Repeat(part, least, most) if least == most:
            return _repeated(node)
        case Repeat(part, least) if _spelled(part) == _BLANK:
            return _BLANK if least else _BLANK | _NOTHING
        case Edge():
            return _NOTHING
    return None


def _listed(sets: Sequence[Literals]) -> Literals:
    found = _union(sets)
    return found if found is not None and len(found) <= _MOST_JOINED else None


def _repeated(node: Node) -> Literals:
    """What a part that repeats spells at the least number of times; None where it may be missing, or cannot be listed."""
    if not isinstance(node, Repeat) or not 0 < node.least <= 8:
        return None
    once = _spelled(node.part)
    if once is None or len(once) ** node.least > _MOST_JOINED:
        return None
    joined = _NOTHING
    for _ in range(node.least):
        joined = _product(joined, once)
    return joined


def _all_spelled(parts: Iterable[Node]) -> Literals:
    joined = _NOTHING
    for part in parts:
        spelled = _spelled(part)
        if spelled is None or len(joined) * len(spelled) > _MOST_JOINED:
            return None
        joined = _product(joined, spelled)
    return joined


def _needed_by(node: Node) -> Literals:
    match node:
        case Parts(parts):
            return _needed(parts)
        case Group(_, inner) if not node.looks:
            return _needed([inner])
        case Repeat(part, least) if least > 0:
            return _needed([part])
        case Either(branches):
            return _union([_needed([branch]) for branch in branches])
        case Choice():
            return _characters(node)
    return None


def _product(first: frozenset[str], second: frozenset[str]) -> frozenset[str]:
    return frozenset(one + other for one in first for other in second)


def _union(sets: Sequence[Literals]) -> Literals:
    if any(literals is None for literals in sets):
        return None
    return frozenset().union(*(literals for literals in sets if literals is not None))


@lru_cache(maxsize=1024)
def _characters(choice: Choice) -> Literals:
    """The characters of a small class."""
    inside = choice.inside
    if choice.negated or choice.less is not None or len(inside) > 2 * _MOST_OF_A_CLASS or "\\p" in inside.lower():
        return None
    found: set[str] = set()
    for low, high in compiled(r"(?s)(\\.|[^\\])(?:-(\\.|[^\\]))?").findall(inside):
        first, last = ord(low[-1]), ord(high[-1] if high else low[-1])
        if last - first >= _MOST_OF_A_CLASS:
            return None
        found |= {collapsed(chr(code)) for code in range(first, last + 1)}
    return frozenset(found) if 0 < len(found) <= _MOST_OF_A_CLASS else None


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    """Long literals are rare; of equally long ones few are better."""
    return min(map(len, literals)), -len(literals)
