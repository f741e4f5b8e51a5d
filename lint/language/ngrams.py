"""How likely a word is behind two others: a trigram model of English, opened memory-mapped.

Words are numbers, those that `lint/language/lexicon.py` gives (`Word.place`); -1 is a word that the model has not. Likelihoods are natural
logarithms, in steps of a sixteenth. What was never seen backs off to the shorter context. Source: the model of CMU Sphinx (see
`lint/data/README.md`), a trie of words read backwards: below each word those that stood before it, below these the ones before them.

The file, numbers little-endian: `copydesk ngrams` and a line end, five lengths, and as many 32-bit numbers each: words (probability << 7
and the weight of backing off), first pair of each word, pairs (word before << 15, probability << 7, weight), first triple of each pair,
triples (word two before << 15, probability << 7).
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from lint import data

STEP = 1 / 16
UNKNOWN = -14.0
"""What a word costs that the model has not: about as much as a rare one."""
NOTHING = -1

_MAGIC = b"copydesk ngrams\n"
_LEVEL = 8
"""A weight of backing off is kept as steps below half a nat, which it can exceed."""


class Ngrams:
    """The model; a pair or a triple is found by bisection."""

    def __init__(self, content: memoryview) -> None:
        start = len(_MAGIC)
        if content[:start] != _MAGIC:
            raise ValueError("this is no language model")
        sections = []
        sizes = content[start : start + 20].cast("I")
        start += 20
        for size in sizes:
            sections.append(content[start : start + 4 * size].cast("I"))
            start += 4 * size
        self._words, self._first_pairs, self._pairs, self._first_triples, self._triples = sections

    def pair(self, word: int, before: int) -> int:
        """Where the pair stands; -1 where it was never seen."""
        if word < 0 or before < 0:
            return NOTHING
        pairs, last = self._pairs, self._first_pairs[word + 1]
        place = bisect_left(pairs, before << 15, self._first_pairs[word], last)
        return place if place < last and pairs[place] >> 15 == before else NOTHING

    def likely(self, word: int, before: int, two_before: int) -> float:
        """The likelihood of a word behind two others."""
        if word < 0:
            return UNKNOWN
        pair = self.pair(word, before)
        context = self.pair(before, two_before)
        if pair >= 0:
            if two_before >= 0:
                last = self._first_triples[pair + 1]
                place = bisect_left(self._triples, two_before << 15, self._first_triples[pair], last)
                if place < last and self._triples[place] >> 15 == two_before:
                    return (self._triples[place] >> 7 & 255) * -STEP
            return (self._pairs[pair] >> 7 & 255) * -STEP + self._weight(self._pairs, context)
        likely = (self._words[word] >> 7) * -STEP
        if before >= 0:
            likely += self._weight(self._words, before) + self._weight(self._pairs, context)
        return likely

    @staticmethod
    def _weight(numbers: memoryview, place: int) -> float:
        return (_LEVEL - (numbers[place] & 127)) * STEP if place >= 0 else 0.0


@cache
def ngrams() -> Ngrams:
    """The model that the package carries."""
    return Ngrams(data.mapped("ngrams.bin"))
