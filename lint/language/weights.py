"""The weights of the sentence tagger, opened from the package's data without running any of it."""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from lint import data

FILE = "tags.bin"
WIDTH = 32
"""Bits of one score in a packed row."""

_MAGIC = b"copydesk tags 1\n"
_SECTIONS = 9
_OFFSET = 24_000
_SLOTS = 256
_MOST_KNOWN = 20_000


class Weights:
    """What each feature says for each tag, in thousandths. The script that writes the file describes it.

    A key is what weights are kept for: `bias`, or a letter and a text: `w` a word, `s` its last three bytes, `p` its first byte, `t` the
    tag before. Its slots are the features that it can be (the word itself, the word before ...).
    """

    def __init__(self, content: bytes | memoryview) -> None:
        content = memoryview(content)
        if content[: len(_MAGIC)] != _MAGIC:
            raise ValueError("these are no weights of the tagger")
        start = len(_MAGIC)
        sizes = _numbers("I", content[start : start + 4 * _SECTIONS])
        start += 4 * _SECTIONS
        sections = []
        for size in sizes:
            sections.append(content[start : start + size])
            start += size
        tags, contexts, sure, tags_of_sure, keys, ends, self._slots, self._places, weights = sections
        self.tags, self.contexts, words = (tuple(str(part, "utf-8").split("\n")) for part in (tags, contexts, sure))
        self.sure = {word: self.tags[place] for word, place in zip(words, tags_of_sure, strict=True)}
        self._keys = bytes(keys).split(b"\n")
        self._ends = _numbers("I", ends)
        self._weights = _numbers("H", weights)
        self._level = array("I", [_OFFSET] * len(self.tags))
        self._lowered = _packed(self._level)
        self._known: dict[bytes, range] = {}

    def rows(self, key: bytes, end: int = _SLOTS) -> defaultdict[int, int]:
        """The slots of a key up to `end`, each with its weights for all tags packed into one number, WIDTH bits a tag, some negative."""
        rows: defaultdict[int, int] = defaultdict(int)
        pairs = self._pairs(key)
        first, stop = pairs.start, bisect_left(self._slots, end, pairs.start, pairs.stop)
        while first < stop:
            slot = self._slots[first]
            last = bisect_right(self._slots, slot, first, stop)
            rows[slot] = self._row(first, last)
            first = last
        return rows

    def row(self, key: bytes, slot: int) -> int:
        """One of `rows`; 0 where nothing is known. The pairs of a key are in the order of their slots."""
        pairs = self._pairs(key)
        first = bisect_left(self._slots, slot, pairs.start, pairs.stop)
        return self._row(first, bisect_right(self._slots, slot, first, pairs.stop))

    def weight(self, key: bytes, slot: int, place: int) -> int:
        """The weight of one feature for the tag at `place` of `tags`; 0 where nothing is known."""
        found = (pair for pair in self._pairs(key) if self._slots[pair] == slot and self._places[pair] == place)
        return next((self._weights[pair] - _OFFSET for pair in found), 0)

    def _row(self, first: int, last: int) -> int:
        """The weights of pairs of one slot, packed; to put them into their places first is quicker than to add up large numbers."""
        if first == last:
            return 0
        row = self._level[:]
        for place, weight in zip(self._places[first:last], self._weights[first:last], strict=True):
            row[place] = weight
        return _packed(row) - self._lowered

    def _pairs(self, key: bytes) -> range:
        pairs = self._known.get(key)
        if pairs is None:
            pairs = self._found(key)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[key] = pairs
        return pairs

    def _found(self, key: bytes) -> range:
        number = bisect_left(self._keys, key)
        if number == len(self._keys) or self._keys[number] != key:
            return range(0)
        return range(self._ends[number - 1] if number else 0, self._ends[number])


@cache
def weights() -> Weights:
    """The weights that the package carries, opened when a sentence is first tagged."""
    return Weights(data.mapped(FILE))


def _packed(row: array[int]) -> int:
    """The numbers of a row as one, WIDTH bits for each, the first the lowest."""
    return int.from_bytes(row, "little") if sys.byteorder == "little" else int.from_bytes(row[::-1], "big")


def _numbers(format: str, content: memoryview) -> Sequence[int]:
    """Unsigned numbers, little-endian in the file: `I` of four bytes, `H` of two."""
    if sys.byteorder == "little":
        return content.cast(format)  # type: ignore[call-overload,no-any-return]  # one of these two
    numbers = array(format, bytes(content))
    numbers.byteswap()
    return numbers
