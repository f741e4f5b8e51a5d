"""The entries of a Hunspell dictionary: sorted lines, in which a word is looked up by halving. So to read them costs next to nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache

from lint.language.hunspell_affixes import Affixes, Flags

SLASH = "\ue000"
"""Stands for a slash in a word, which is written `\\/`."""
_SAMPLE = 4000
_MOST_KEPT = 1 << 15


class Entries:
    """The entries of a `.dic`, `word` or `word/FLAGS` each."""

    def __init__(self, affixes: Affixes, lines: list[str]) -> None:
        """`lines` must be sorted."""
        self._affixes = affixes
        self._lines = lines
        self._heads: dict[str, dict[str, list[str]]] = {}
        self._kept = lru_cache(maxsize=_MOST_KEPT)(self._looked_up)

    def of(self, stem: str) -> tuple[Flags, ...]:
        """The flags of each entry of exactly this word."""
        return self._kept(stem)

    def has(self, stem: str) -> bool:
        """Whether there is an entry of exactly this word, whatever it may be used for."""
        lines = self._lines
        place = bisect_left(lines, stem)
        if place == len(lines) or not lines[place].startswith(stem):
            return False
        if len(lines[place]) == len(stem) or lines[place][len(stem)] == "/":
            return True
        place = bisect_left(lines, stem + "/", place)
        return place < len(lines) and lines[place].startswith(stem + "/")

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words of all entries."""
        return frozenset([line.partition("/")[0].replace(SLASH, "/") for line in self._lines])

    @cached_property
    def common_flags(self) -> Flags:
        """The flags that entries have, as far as a sample of them shows."""
        sample = self._lines[:: len(self._lines) // _SAMPLE + 1]
        return frozenset().union(*map(self._affixes.flags, {line.partition("/")[2] for line in sample}))

    def cased(self, small: str) -> list[str]:
        """The words of entries with a capital inside that are this one in lower case. What begins alike is looked through once."""
        head = small[:2]
        if head not in self._heads:
            found = self._heads[head] = {}
            for start in {head[:1], head[:1].upper()}:
                for begun in {start + head[1:], start + head[1:].upper()}:
                    for stem in self._begun(begun):
                        if stem[1:] != stem[1:].lower():
                            found.setdefault(stem.lower(), []).append(stem)
        return self._heads[head].get(small, [])

    def _begun(self, head: str) -> Iterator[str]:
        """The words of the entries that begin so."""
        place = bisect_left(self._lines, head)
        while place < len(self._lines) and self._lines[place].startswith(head):
            yield self._lines[place].partition("/")[0]
            place += 1

    def _looked_up(self, stem: str) -> tuple[Flags, ...]:
        lines = self._lines
        stem = stem.replace("/", SLASH)
        place = bisect_left(lines, stem)
        if place == len(lines) or not lines[place].startswith(stem):
            return ()
        found = []
        while place < len(lines) and lines[place] == stem:
            found.append("")
            place += 1
        stem += "/"
        place = bisect_left(lines, stem, place)
        while place < len(lines) and lines[place].startswith(stem):
            found.append(lines[place][len(stem) :])
            place += 1
        return tuple(map(self._affixes.flags, found))
