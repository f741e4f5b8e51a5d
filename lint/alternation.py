"""Many patterns as one: at each place the first of them that fits, though only those are run that can match in a text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from heapq import heapify, heappop, heapreplace
from typing import TYPE_CHECKING

from lint import pattern_notes
from lint.compiled import compiled
from lint.digest import digest
from lint.literals import beginnings_of, folded, gaps, literals_of
from lint.lookout import Lookout, seen_in
from lint.named import NamedTuple
from lint.patience import Patience
from lint.pattern import Found, Pattern, Runner

if TYPE_CHECKING:
    from lint.dialect import Flags

_SWITCH = compiled(r"\(\?[a-zA-Z+-]+\)")
_FEW = 8

WORDS = (r"(?m)\b(?:", r")\b")
"""Stands around whole words."""
ANYTHING = ("(?m)(?:", ")")
"""Stands around what need not be words."""


class Hit(NamedTuple):
    """A match, and the number of the alternative that has matched."""

    number: int
    found: Found


class Alternation:
    """Patterns as alternatives of one expression, each between the two parts of `frame`; flags of one hold in all behind it.

    They are `foreign` ones unless it says otherwise.
    """

    def __init__(self, patterns: Sequence[str], frame: tuple[str, str] = ANYTHING, ignorecase: bool = False, foreign: bool = True) -> None:
        self._sources = patterns
        self._frame = frame
        self._ignorecase = ignorecase
        self._foreign = foreign
        self._known: dict[int, Pattern] = {}

    def finditer(self, text: str, limit: Patience | None = None) -> Iterator[Hit]:
        """The matches from left to right; none overlaps another. Raises PatternError and TimeoutError."""
        finders = [
            _Finder(number, self._pattern(number).runner(text, limit), self._starts(number, text)) for number in self._candidates(text)
        ]
        waiting = [(found.start(), finder.number, found, finder) for finder in finders if (found := finder.find(0)) is not None]
        heapify(waiting)
        at = 0
        while waiting:
            start, number, found, finder = waiting[0]
            if start < at:
                again = finder.find(at) if at <= len(text) else None
                if again is None:
                    heappop(waiting)
                else:
                    heapreplace(waiting, (again.start(), number, again, finder))
                continue
            yield Hit(number, found)
            at = found.end() if found.end() > start else start + 1

    def search(self, text: str, limit: Patience | None = None) -> bool:
        """Whether there is a match. Raises as `finditer` does."""
        return any(self._pattern(number).search(text, limit) for number in self._candidates(text))

    def _candidates(self, text: str) -> list[int]:
        """The numbers of the alternatives that can match in a text."""
        always, owners, literals = self._index
        found = seen_in(text, literals)
        if found is None:
            found = self._lookout.sight(text) if len(literals) > _FEW else {literal for literal in literals if literal in folded(text)}
        return sorted(always.union(*(owners[literal] for literal in found))) if found else list(always)

    @cached_property
    def _index(self) -> tuple[frozenset[int], Mapping[str, list[int]], frozenset[str]]:
        """The alternatives that can match anywhere, the others by their literals, and these."""
        always, owners = pattern_notes.noted("alternatives", self._name, lambda _: _indexed(self._sources))
        return frozenset(always), owners, frozenset(owners)

    @cached_property
    def _lookout(self) -> Lookout:
        return Lookout(self._index[2])

    def _starts(self, number: int, text: str) -> list[int] | None:
        """The only places where an alternative can match in a text; None where they are not known."""
        beginnings = beginnings_of(self._sources[number])
        if beginnings is None or min(map(len, beginnings)) < 2:
            return None
        known = gaps(text)
        if known is None:
            return None
        small, (places, left_out) = folded(text), known
        starts = {place for beginning in beginnings for place in _places(small, beginning)}
        if len(places) == 1:
            return sorted(starts)
        return sorted(place + left_out[bisect_right(places, place) - 1] for place in starts)

    def _pattern(self, number: int) -> Pattern:
        known = self._known.get(number)
        if known is None:
            before, after = self._frame
            text = f"{before}{self._switches[number] if self._switches else ''}{self._sources[number]}{after}"
            known = self._known[number] = Pattern(text, self._ignorecase, self._foreign)
        return known

    @cached_property
    def _switches(self) -> list[str]:
        """The flags that hold where each pattern begins, from those before it; empty where none has any."""
        if not any("(?" in pattern and _SWITCH.search(pattern) for pattern in self._sources):
            return []
        return pattern_notes.noted(f"switches {self._ignorecase}", self._name, lambda _: _switched(self._sources, self._ignorecase))

    @cached_property
    def _name(self) -> str:
        """What its notes are kept under."""
        return digest(*(source.encode("utf-8", "surrogatepass") for source in self._sources), size=12)


def _switched(patterns: Sequence[str], ignorecase: bool) -> list[str]:
    from lint.dialect import Flags, read  # few have switches

    start = flags = Flags(i=ignorecase, m=True)
    switches = []
    for pattern in patterns:
        switches.append(_switch(start, flags))
        flags = read(pattern, flags).flags
    return switches


def _indexed(patterns: Sequence[str]) -> tuple[list[int], dict[str, list[int]]]:
    always: list[int] = []
    owners: dict[str, list[int]] = {}
    for number, pattern in enumerate(patterns):
        literals = literals_of(pattern)
        if literals is None:
            always.append(number)
        for literal in literals or ():
            owners.setdefault(literal, []).append(number)
    return always, owners


class _Finder:
    """One alternative in one text."""

    def __init__(self, number: int, runner: Runner, starts: list[int] | None) -> None:
        self.number = number
        self._runner = runner
        self._starts = starts

    def find(self, at: int) -> Found | None:
        """The first match from `at` on."""
        if self._starts is None:
            return self._runner.search(at)
        for index in range(bisect_left(self._starts, at), len(self._starts)):
            found = self._runner.match(self._starts[index])
            if found is not None:
                return found
        return None


def _places(text: str, literal: str) -> Iterator[int]:
    place = text.find(literal)
    while place >= 0:
        yield place
        place = text.find(literal, place + 1)


@lru_cache(maxsize=64)
def _switch(start: Flags, flags: Flags) -> str:
    on = "".join(name for name in flags._fields if getattr(flags, name) and not getattr(start, name))
    off = "".join(name for name in flags._fields if getattr(start, name) and not getattr(flags, name))
    return f"(?{on}{'-' + off if off else ''})" if on or off else ""
