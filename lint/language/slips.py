"""How likely it is that somebody who meant one word wrote another: slips of the fingers, of the ear and of the eye.

A noisy channel (Kernighan, Church and Gale 1990): each letter mistaken, put in, left out or swapped costs what its rarity says, in nats.
The costs come from `lint/data/slips.bin`, which a script makes from a list of published misspellings; what ear and spelling rules confuse
in more letters than one has a price of its own.
"""

from __future__ import annotations

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
_PUT_IN, _LEFT_OUT, _SWAPPED = 1, 2, 3
"""The tables behind that of letters mistaken."""
_DOUBLED = 2.0
"""What a second slip costs more where it doubles a letter or undoes that: `uneccessary` is one mistake about doubling in two places."""
_FIRST_LETTER = 1.5
"""People seldom get the first letter wrong (Pollock and Zamora 1984)."""
_SECOND_SLIP = 2.5
_SWAPPED_ACROSS = 5.5
"""Two letters exchanged with one between them: `metarial`."""
DEAREST = 20.0
"""What costs more is not looked at any further."""
_TOO_DEAR = 99.0
_WIDEST = 4
"""How many letters more or less than meant are written at most."""
_CONTEXT = 3
"""Letters that are looked at beside the place where two words differ: the longest sound and one before it."""

_SOUND = compiled(r"(\S+)<(\S+) (\S+)")
_SOUNDS: dict[str, list[tuple[str, str, float]]] = {}
for _written, _meant, _nats in _SOUND.findall(
    """
    sk<sch 4 ni<kni 4 na<kna 4 re<wre 5
    f<ph 4 ph<f 5 k<ch 5 sh<ch 6 cion<tion 4 sion<tion 3.5 tion<sion 3.5 shun<tion 5 ei<ie 2 ie<ei 2 ance<ence 2.5 ence<ance 2.5
    ant<ent 2.5 ent<ant 2.5 able<ible 2.5 ible<able 2.5 seed<cede 4 ceed<cede 3 uf<ough 6 off<ough 6.5 ally<ly 3.5 ly<ally 3 ks<x 5 x<cs 5
    kw<qu 5 er<or 3 er<re 2.5 or<our 3 oo<ou 4 oo<u 5 y<ies 6 ys<ies 3 ize<ise 2.5 ary<ery 3 ery<ary 3 ory<ary 3.5 gu<g 4 sc<s 4 s<sc 4
    ous<us 4 us<ous 3.5 ful<full 2.5 full<ful 2 eing<ing 2.5 ing<eing 4 ied<yed 4 tly<tely 3 tely<tly 3
    """
):
    _SOUNDS.setdefault(_written[0], []).append((_written, _meant, float(_nats)))


@lru_cache(maxsize=1 << 15)
def cost(written: str, meant: str) -> float:
    """What the cheapest way from `meant` to `written` costs, in nats; both in lower case. 99 for what is too dear to be a slip."""
    if abs(len(written) - len(meant)) > _WIDEST:
        return _TOO_DEAR
    shared = _shared(written, meant)
    start = max(0, shared - _CONTEXT)
    most = min(len(written), len(meant)) - start - _CONTEXT
    end = max(0, min(most, _shared(written[::-1], meant[::-1])) - _CONTEXT)
    return _aligned(written[start : len(written) - end], meant[start : len(meant) - end], start == 0)


def respelled(word: str) -> set[str]:
    """What a word would be if one sound in it were written as the language writes it: `fonetic`, `phonetic`."""
    return {
        word[:place] + spelling + word[place + len(sound) :]
        for place, letter in enumerate(word)
        for sound, spelling, _ in _SOUNDS.get(letter, ())
        if word.startswith(sound, place)
    }


def near(word: str) -> set[str]:
    """Every string that one letter mistaken, put in, left out or swapped makes of a word."""
    cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    found = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found.update([left + right[1:] for left, right in cuts if right])
    found.update([left + letter + right[1:] for left, right in cuts if right for letter in ALPHABET])
    found.update([left + letter + right for left, right in cuts for letter in ALPHABET])
    found.discard(word)
    return found


def _aligned(written: str, meant: str, whole: bool) -> float:
    """What the cheapest way through two words costs, letter by letter (Damerau 1964, with prices)."""
    ours, theirs = [[_NUMBERS.get(letter, _OTHER) for letter in word] for word in (written, meant)]
    rows, columns = len(ours), len(theirs)
    best = [[_TOO_DEAR] * (columns + 4) for _ in range(rows + 4)]
    best[0][0] = 0.0
    for row in range(rows + 1):
        for column in range(columns + 1):
            here = best[row][column]
            if here > DEAREST:
                continue
            if row < rows and column < columns and ours[row] == theirs[column]:
                best[row + 1][column + 1] = min(here, best[row + 1][column + 1])
            first = _FIRST_LETTER if whole and row == column == 0 else 0.0
            for down, right, price, doubled in _slips(
                ours[row : row + 3], theirs[column : column + 3], theirs[column - 1] if column else 0
            ):
                total = here + price + min(first + (_SECOND_SLIP if here else 0.0), _DOUBLED if doubled else _TOO_DEAR)
                if total < best[row + down][column + right]:
                    best[row + down][column + right] = total
            for sound, spelling, price in _SOUNDS.get(written[row : row + 1], ()):
                if written.startswith(sound, row) and meant.startswith(spelling, column):
                    total = here + price + (_SECOND_SLIP if here else 0.0)
                    if total < best[row + len(sound)][column + len(spelling)]:
                        best[row + len(sound)][column + len(spelling)] = total
    return best[rows][columns]


def _slips(ours: list[int], theirs: list[int], before: int) -> list[tuple[int, int, float, bool]]:
    """What may have gone wrong next: letters written, letters meant, the price, and whether a letter is doubled or no more so."""
    table = _tables()
    steps = []
    if ours:
        steps.append((1, 0, table[(_PUT_IN * _SIZE + before) * _SIZE + ours[0]] * STEP, ours[0] == before))
    if theirs:
        steps.append((0, 1, table[(_LEFT_OUT * _SIZE + before) * _SIZE + theirs[0]] * STEP, theirs[0] == before))
    if ours and theirs and ours[0] != theirs[0]:
        steps.append((1, 1, table[theirs[0] * _SIZE + ours[0]] * STEP, False))
        if len(ours) > 1 and len(theirs) > 1 and ours[0] == theirs[1] and ours[1] == theirs[0]:
            steps.append((2, 2, table[(_SWAPPED * _SIZE + theirs[0]) * _SIZE + theirs[1]] * STEP, False))
        if len(ours) > 2 and ours == theirs[::-1]:
            steps.append((3, 3, _SWAPPED_ACROSS, False))
    return steps


def _shared(one: str, other: str) -> int:
    """How many letters both begin with."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


@cache
def _tables() -> bytes:
    return data.read("slips.bin")
