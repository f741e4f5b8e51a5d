"""How likely it is that somebody who meant one word wrote another: slips of the fingers, of the ear and of the eye.

A noisy channel (Kernighan, Church and Gale 1990): each letter mistaken, put in, left out or swapped costs what its rarity says, in nats.
The costs come from `lint/data/slips.bin`, which a script makes from a list of published misspellings; what ear and spelling rules confuse
in more letters than one has a price of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from lint import data
from lint.compiled import compiled

LETTERS = "^abcdefghijklmnopqrstuvwxyz'-"
"""`^` is the beginning of a word."""
ALPHABET = LETTERS[1:-1]
STEP = 1 / 8

_SIZE = len(LETTERS)
_NUMBERS = {letter: number for number, letter in enumerate(LETTERS)}
_OTHER = _NUMBERS["'"]
_MISTAKEN, _PUT_IN, _LEFT_OUT, _SWAPPED = range(4)
_DOUBLED = 2.0
"""What a second slip costs more where it doubles a letter or undoes that: `uneccessary` is one mistake about doubling in two places."""
_FIRST_LETTER = 1.5
"""People seldom get the first letter wrong (Pollock and Zamora 1984)."""
_SECOND_SLIP = 2.5
_SWAPPED_ACROSS = 5.5
"""Two letters exchanged with one between them: `nagivation`."""
_TOO_DEAR = 99.0
_WIDEST = 4
"""How many letters more or less than meant are written at most."""
_CONTEXT = 3
"""Letters that are looked at beside the place where two words differ: the longest sound and one before it."""

_SOUND = compiled(r"(\S+)<(\S+) (\S+)")
_SOUNDS: dict[str, list[tuple[str, str, float]]] = {}
for _written, _meant, _nats in _SOUND.findall(
    """
    f<ph 4 ph<f 5 k<ch 5 sh<ch 6 cion<tion 4 sion<tion 3.5 tion<sion 3.5 shun<tion 5 ei<ie 2 ie<ei 2 ance<ence 2.5 ence<ance 2.5
    ant<ent 2.5 ent<ant 2.5 able<ible 2.5 ible<able 2.5 seed<cede 4 ceed<cede 3 uf<ough 6 off<ough 6.5 ally<ly 3.5 ly<ally 3 ks<x 5 x<cs 5
    kw<qu 5 er<or 3 er<re 2.5 or<our 3 oo<ou 4 oo<u 5 y<ies 6 ys<ies 3 ize<ise 2.5 ary<ery 3 ery<ary 3 ory<ary 3.5 gu<g 4 sc<s 4 s<sc 4
    ous<us 4 us<ous 3.5 ful<full 2.5 full<ful 2 eing<ing 2.5 ing<eing 4 ied<yed 4 tly<tely 3 tely<tly 3
    """
):
    _SOUNDS.setdefault(_written[0], []).append((_written, _meant, float(_nats)))


@lru_cache(maxsize=1 << 15)
def cost(written: str, meant: str) -> float:
    """What the cheapest way from `meant` to `written` costs, in nats; both in lower case. 99 for words of very different lengths."""
    if abs(len(written) - len(meant)) > _WIDEST:
        return _TOO_DEAR
    shared = _shared(written, meant)
    start = max(0, shared - _CONTEXT)
    most = min(len(written), len(meant)) - start - _CONTEXT
    end = max(0, min(most, _shared(written[::-1], meant[::-1])) - _CONTEXT)
    return _Alignment(written[start : len(written) - end], meant[start : len(meant) - end], start == 0).cost()


def near(word: str) -> set[str]:
    """Every string that one letter mistaken, put in, left out or swapped makes of a word."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found.update([left + right[1:] for left, right in cuts if right])
    found.update([left + letter + right[1:] for left, right in cuts if right for letter in ALPHABET])
    found.update([left + letter + right for left, right in cuts for letter in ALPHABET])
    found.discard(word)
    return found


class _Alignment:
    """The cheapest way through two words, letter by letter (Damerau 1964, with prices)."""

    def __init__(self, written: str, meant: str, whole: bool) -> None:
        self._written, self._meant, self._whole = written, meant, whole
        self._numbers = [_NUMBERS.get(letter, _OTHER) for letter in written]
        self._meant_numbers = [_NUMBERS.get(letter, _OTHER) for letter in meant]

    def cost(self) -> float:
        rows, columns = len(self._written), len(self._meant)
        best = {(0, 0): 0.0}
        for row in range(rows + 1):
            for column in range(max(0, row - _WIDEST), min(columns, row + _WIDEST) + 1):
                here = best.get((row, column))
                if here is not None:
                    for place, price in self._steps(row, column, here > 0):
                        if here + price < best.get(place, _TOO_DEAR):
                            best[place] = here + price
        return best.get((rows, columns), _TOO_DEAR)

    def _steps(self, row: int, column: int, again: bool) -> Iterator[tuple[tuple[int, int], float]]:
        """Where one can go from here, and what each step costs; a slip costs more where it is not the first, or stands at the beginning."""
        written, meant = self._numbers[row : row + 3], self._meant_numbers[column : column + 3]
        if written and meant and written[0] == meant[0]:
            yield (row + 1, column + 1), 0.0
        before = self._meant_numbers[column - 1] if column else 0
        extra = (_SECOND_SLIP if again else 0.0) + (_FIRST_LETTER if self._whole and row == column == 0 else 0.0)
        if written and meant and written[0] != meant[0]:
            yield (row + 1, column + 1), extra + _price(_MISTAKEN, meant[0], written[0])
            if written[:2] == meant[1::-1]:
                yield (row + 2, column + 2), extra + _price(_SWAPPED, meant[0], meant[1])
            if len(written) == 3 and written == meant[::-1]:
                yield (row + 3, column + 3), extra + _SWAPPED_ACROSS
        if written:
            yield (row + 1, column), (min(extra, _DOUBLED) if written[0] == before else extra) + _price(_PUT_IN, before, written[0])
        if meant:
            yield (row, column + 1), (min(extra, _DOUBLED) if meant[0] == before else extra) + _price(_LEFT_OUT, before, meant[0])
        for sound, spelling, price in _SOUNDS.get(self._written[row : row + 1], ()):
            if self._written.startswith(sound, row) and self._meant.startswith(spelling, column):
                yield (row + len(sound), column + len(spelling)), (_SECOND_SLIP if again else 0.0) + price


def _price(kind: int, first: int, second: int) -> float:
    return _tables()[(kind * _SIZE + first) * _SIZE + second] * STEP


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@cache
def _tables() -> bytes:
    return data.read("slips.bin")
