"""Where words of a text come again in the same order: the cheap look before sentences are compared.

Only words of four letters and more count, two neighbours of them at a time; two such pairs near each other at both places are a recurrence.
Each pair is compared with the last few places that have it, so that the time is linear in any text.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain

from lint.compiled import compiled
from lint.language.occurrences import rows_of_letters
from lint.named import NamedTuple

_SHORTEST = 4
_FREQUENT = frozenset(
    """
    that with this from have they been were said will would their there which what when about more also than some into them like other over
    just after only your could because these even most before where those being while very then here such through does
    """.split()
)
"""Words that stand everywhere, and would be compared for nothing."""
_LONG = compiled(rf"[a-z]{{{_SHORTEST},}}")
_REACH = 6
"""How many long words further on the next pair has to come again."""
_STEP = 4
"""How many long words further on the same two rows of words are told again: less than a sentence has."""
_MOST = 3
"""With how many earlier places a pair is compared."""

_Pair = tuple[str, str]
_Hit = tuple[int, int]


class Spot(NamedTuple):
    """A character of a block, by the block's number."""

    block: int
    offset: int


class Recurrence(NamedTuple):
    """Two places where some words stand in the same order; one of several, where more do."""

    later: Spot
    earlier: Spot


def recurrences(texts: Sequence[str]) -> Iterator[Recurrence]:
    """Those in the texts of some blocks, in the order of the later place."""
    rows = _Rows(texts)
    near: deque[_Hit] = deque()
    told: dict[int, int] = {}
    for later, earlier in _hits(list(zip(rows.words, rows.words[1:], strict=False))):
        while near and later - near[0][0] > _REACH:
            near.popleft()
        if told.get(later - earlier, -_STEP) <= later - _STEP and any(
            later - one > 0 and 0 < earlier - other <= _REACH for one, other in near
        ):
            told[later - earlier] = later
            yield Recurrence(rows.spot(later), rows.spot(earlier))
        near.append((later, earlier))


def _hits(pairs: Sequence[_Pair]) -> Iterator[_Hit]:
    """The number of each pair that stood before, with the numbers of those few that are nearest."""
    last: dict[_Pair, int] = {}
    before: dict[int, int] = {}
    for number in _coming_again(pairs):
        seen = last.get(pairs[number])
        last[pairs[number]] = number
        if seen is None:
            continue
        before[number] = seen
        for _ in range(_MOST):
            if seen is None:
                break
            yield number, seen
            seen = before.get(seen)


def _coming_again(pairs: Sequence[_Pair]) -> list[int]:
    """The numbers of those pairs that stand more than once, in order: few, and found without a step for each of the others."""
    last = dict(zip(pairs, range(len(pairs)), strict=True))
    before = [number for number, latest in enumerate(map(last.__getitem__, pairs)) if latest != number]
    return sorted({*before, *(last[pairs[number]] for number in before)})


class _Rows:
    """The long words of some blocks as one row, and the way back."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        by_block = [[word for word in rows_of_letters(text.lower()) if len(word) >= _SHORTEST and word not in _FREQUENT] for text in texts]
        self.words = list(chain.from_iterable(by_block))
        self._starts = list(accumulate(map(len, by_block), initial=0))

    @cached_property
    def _offsets(self) -> dict[int, list[int]]:
        return {}

    def spot(self, number: int) -> Spot:
        """Where the word with this number stands."""
        block = bisect_right(self._starts, number) - 1
        if block not in self._offsets:
            small = self._texts[block].lower().encode("ascii", "replace").decode("ascii")
            self._offsets[block] = [found.start() for found in _LONG.finditer(small) if found.group() not in _FREQUENT]
        return Spot(block, self._offsets[block][number - self._starts[block]])
