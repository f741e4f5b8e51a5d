"""The literals of a pattern: strings in lower case, one of which stands in every text that holds a match."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from lint import pattern_notes
from lint.compiled import compiled
from lint.dialect import read
from lint.expression import Choice, Edge, Either, Group, Letter, Node, PatternError, Repeat
from lint.expression import Sequence as Parts

Literals = frozenset[str] | None
"""Lower-case strings, one of which every match holds; None where there is no such set."""

_PLAIN = compiled(r"[^\\\[\](){}.*+?^$|]+")
_READ_OTHERWISE = compiled(r"\{,|\\N")
_BLANKS = compiled(r"\s+")
_LONG_BLANKS = compiled(r"\s{2,}")
_MOST_JOINED = 256
_MOST_COMPARED = 64
_MOST_BEGINNINGS = 32
_MOST_OF_A_CLASS = 8
_FOLDED = str.maketrans("ıſ\u212aµςẞẛϐϵϑϰϖϱϕ\u0345\u1fbeᲀᲁᲂᲃᲄᲅᲆᲇᲈ", "iskμσßṡβεθκπρφιιвдосттъѣꙋ")
_ODD = compiled("[ıſ\u212aµςẞẛϐϵϑϰϖϱϕ\u0345\u1fbeᲀᲁᲂᲃᲄᲅᲆᲇᲈ\u0307]")
_NOTHING = frozenset({""})
_BLANK = frozenset({" "})


@lru_cache(maxsize=16)
def folded(text: str) -> str:
    """The text in lower case, with the few letters that engines take for another one made that letter, and one space for all blanks."""
    return _collapsed(text)


@lru_cache(maxsize=16)
def gaps(text: str) -> tuple[list[int], list[int]] | None:
    """Where `folded` has left characters out: behind each place in it (the first list) so many, all in all (the second).

    None where places in it cannot be told.
    """
    if len(_small(text)) != len(text):
        return None
    places, left_out = [0], [0]
    for run in _LONG_BLANKS.finditer(text):
        places.append(run.start() + 1 - left_out[-1])
        left_out.append(left_out[-1] + run.end() - run.start() - 1)
    return places, left_out


def is_plain(pattern: str) -> bool:
    """Whether a regular expression is just the text that it matches."""
    return _PLAIN.fullmatch(pattern) is not None


def any_of(patterns: Iterable[str]) -> Literals:
    """The literals of alternatives: one of them stands in every text that one of the patterns matches."""
    found: set[str] = set()
    for pattern in patterns:
        literals = literals_of(pattern)
        if literals is None:
            return None
        found |= literals
    return frozenset(found)


@lru_cache(maxsize=16384)
def literals_of(pattern: str) -> Literals:
    """The literals that a match of this regular expression must hold one of."""
    return frozenset({_collapsed(pattern)}) if is_plain(pattern) else _noted("literals", pattern, _literals_of)


def _noted(sort: str, pattern: str, work_out: Callable[[str], Literals]) -> Literals:
    known = pattern_notes.recall(sort, pattern, False)
    if known is False:
        known = work_out(pattern)
        pattern_notes.note(sort, pattern, known and sorted(known))
    return known and frozenset(known)


def _literals_of(pattern: str) -> Literals:
    if _READ_OTHERWISE.search(pattern):  # `re` and the foreign dialect differ here
        return None
    try:
        return _fewest(_needed([read(pattern).tree]))
    except (PatternError, RecursionError):
        return None


@lru_cache(maxsize=16384)
def beginnings_of(pattern: str) -> Literals:
    """Lower-case strings, with one of which every match begins; None where there is no such set, or a match may begin with a blank."""
    if is_plain(pattern):
        return None if pattern[0].isspace() else frozenset({_collapsed(pattern)})
    return _noted("beginnings", pattern, _beginnings_of)


def _beginnings_of(pattern: str) -> Literals:
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
    beginnings = frozenset(map(_collapsed, joined))
    return None if any(beginning[:1] in ("", " ") for beginning in beginnings) else beginnings


def _collapsed(text: str) -> str:
    """As `folded`; to part a text at its blanks and join it is several times as fast as a pattern."""
    small = _small(text)
    words = " ".join(small.split())
    if not words:
        return " " if small else ""
    return f"{' ' * small[0].isspace()}{words}{' ' * small[-1].isspace()}"


def _fewest(literals: Literals) -> Literals:
    """Without those that hold another one."""
    literals = literals and frozenset(map(_collapsed, literals))
    if literals is None or not 1 < len(literals) <= _MOST_COMPARED:
        return literals
    return frozenset(one for one in literals if not any(other in one and other != one for other in literals))


def _small(text: str) -> str:
    lowered = text.lower()
    return lowered if lowered.isascii() or not _ODD.search(lowered) else lowered.replace("i\u0307", "i").translate(_FOLDED)


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
            return frozenset({_small(character)})
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
        found |= {_collapsed(chr(code)) for code in range(first, last + 1)}
    return frozenset(found) if 0 < len(found) <= _MOST_OF_A_CLASS else None


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    """Long literals are rare; of equally long ones few are better."""
    return min(map(len, literals)), -len(literals)
