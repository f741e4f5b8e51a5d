"""How much a string looks like an English word, by its letters: a model of each letter behind two others, from the lexicon's own words."""

from __future__ import annotations

from functools import cache

from lint import data

LETTERS = "^abcdefghijklmnopqrstuvwxyz$"
"""Behind `^^` a word begins, with `$` it ends."""
LETTER_STEP = 1 / 20

_SIZE = len(LETTERS)
_NUMBERS = {letter: number for number, letter in enumerate(LETTERS)}


def strangeness(word: str) -> tuple[float, float]:
    """What the letters of a word in lower case cost in nats, on average and the dearest of them; other characters are passed over."""
    table = _table()
    first = second = 0
    costs = []
    for number in [*(_NUMBERS[letter] for letter in word if letter in _NUMBERS), _SIZE - 1]:
        costs.append(table[(first * _SIZE + second) * _SIZE + number] * LETTER_STEP)
        first, second = second, number
    return sum(costs) / len(costs), max(costs)


@cache
def _table() -> bytes:
    return data.read("letters.bin")
