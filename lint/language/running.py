"""The words of a block as the language model reads them: in a row, in lower case, with the ends of sentences between them."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from lint.compiled import compiled
from lint.language.lexicon import lexicon
from lint.language.ngrams import ngrams

WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters, apostrophes inside; the parts of a hyphenated one are words of their own."""

_PIECE = compiled(r"(?P<word>[^\W_]+(?:['’][^\W_]+)*)|(?P<stop>[.!?…]+(?=[\s\"'”’)\]]|\Z))|[;:()\[\]|/\ufffc•]")
_MOST_KNOWN = 200_000
_NO_WORD = -1


class Piece(NamedTuple):
    """A word, or a mark between words; `place` is its number in the model."""

    place: int
    start: int
    end: int


class Running:
    """The pieces of a text, and how well other words would fit between them."""

    def __init__(self, text: str) -> None:
        first, last = (place_of(mark) for mark in ("<s>", "</s>"))
        self.pieces = [Piece(first, 0, 0)]
        for found in _PIECE.finditer(text):
            kind = found.lastgroup
            if kind == "word":
                self.pieces.append(Piece(place_of(found.group()), *found.span()))
            elif kind == "stop":
                self.pieces += [Piece(last, *found.span()), Piece(first, *found.span())]
            else:
                self.pieces.append(Piece(_NO_WORD, *found.span()))
        self.pieces.append(Piece(last, len(text), len(text)))
        self._starts = [piece.start for piece in self.pieces]

    def around(self, start: int, end: int) -> tuple[int, int, int, int]:
        """The two pieces before a place and the two behind it; nothing counts beyond a mark or the end of a sentence."""
        index = bisect_left(self._starts, start, lo=1)
        after = bisect_left(self._starts, end, lo=index)
        before = self.pieces[index - 1]
        opened = before.start == before.end or index < 2
        two_before = _NO_WORD if opened or before.place == _NO_WORD else self.pieces[index - 2].place
        following = self.pieces[after] if after < len(self.pieces) else self.pieces[-1]
        two_after = (
            self.pieces[after + 1].place
            if after + 1 < len(self.pieces) and following.place not in (_NO_WORD, self.pieces[-1].place)
            else -2
        )
        return two_before, before.place, following.place, two_after


def fit(places: tuple[int, ...], around: tuple[int, int, int, int]) -> float:
    """How likely these words are between those, in nats: each behind its two neighbours."""
    model = ngrams()
    two_before, before, after, two_after = around
    likely = 0.0
    for place in places:
        likely += model.likely(place, before, two_before)
        two_before, before = before, place
    if after != _NO_WORD:
        likely += model.likely(after, before, two_before)
        if two_after >= 0:
            likely += model.likely(two_after, after, before)
    return likely


def place_of(word: str) -> int:
    """The number of a word in the model, -1 where it has none."""
    known = _places.get(word)
    if known is None:
        number = lexicon().number(word.lower().replace("’", "'"))
        known = (number & 0x1FFFF) - 1 if number >= 0 else _NO_WORD
        if len(_places) > _MOST_KNOWN:
            _places.clear()
        _places[word] = known
    return known


_places: dict[str, int] = {}
