"""The literals of a pattern: strings in lower case, one of which stands in every text that holds a match."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from lint import pattern_notes
from lint.compiled import compiled

Literals = frozenset[str] | None
"""Lower-case strings, one of which every match holds; None where there is no such set."""

_PLAIN = compiled(r"[^\\\[\](){}.*+?^$|]+")
_BLANKS = compiled(r"\s+")
_LONG_BLANKS = compiled(r"\s{2,}")
_FOLDED = str.maketrans("ıſ\u212aµςẞẛϐϵϑϰϖϱϕ\u0345\u1fbeᲀᲁᲂᲃᲄᲅᲆᲇᲈ", "iskμσßṡβεθκπρφιιвдосттъѣꙋ")
_ODD = compiled("[ıſ\u212aµςẞẛϐϵϑϰϖϱϕ\u0345\u1fbeᲀᲁᲂᲃᲄᲅᲆᲇᲈ\u0307]")


@lru_cache(maxsize=16)
def folded(text: str) -> str:
    """The text in lower case, with the few letters that engines take for another one made that letter, and one space for all blanks."""
    return collapsed(text)


@lru_cache(maxsize=16)
def gaps(text: str) -> tuple[list[int], list[int]] | None:
    """Where `folded` has left characters out: behind each place in it (the first list) so many, all in all (the second).

    None where places in it cannot be told.
    """
    if len(in_small(text)) != len(text):
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
    return frozenset({collapsed(pattern)}) if is_plain(pattern) else _noted("literals", pattern)


def _noted(sort: str, pattern: str) -> Literals:
    known = pattern_notes.recall(sort, pattern, False)
    if known is False:
        from lint import literal_search  # mostly all is noted

        known = (literal_search.needed if sort == "literals" else literal_search.beginnings)(pattern)
        pattern_notes.note(sort, pattern, known and sorted(known))
    return known and frozenset(known)


@lru_cache(maxsize=16384)
def beginnings_of(pattern: str) -> Literals:
    """Lower-case strings, with one of which every match begins; None where there is no such set, or a match may begin with a blank."""
    if is_plain(pattern):
        return None if pattern[0].isspace() else frozenset({collapsed(pattern)})
    return _noted("beginnings", pattern)


def collapsed(text: str) -> str:
    """As `folded`; to part a text at its blanks and join it is several times as fast as a pattern."""
    small = in_small(text)
    words = " ".join(small.split())
    if not words:
        return " " if small else ""
    return f"{' ' * small[0].isspace()}{words}{' ' * small[-1].isspace()}"


def in_small(text: str) -> str:
    """The text in lower case, with the few letters that engines take for another one made that letter."""
    lowered = text.lower()
    return lowered if lowered.isascii() or not _ODD.search(lowered) else lowered.replace("i\u0307", "i").translate(_FOLDED)
