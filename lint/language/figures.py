"""The figures of a sentence, each with its value, however it is written: `1.3 million euros` and `€1.3m`, `six` and `6`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.compiled import compiled
from lint.language.number_words import in_digits
from lint.named import NamedTuple

_FIGURE = compiled(
    r"""(?x)
    (?<![\w.,])(?P<sign>[$£€¥]|US\$)?[ ]?
    (?P<number>\d{1,15}(?:,\d{3})*(?:\.\d+)?)
    (?:[ -]?(?P<scale>trillion|billion|million|thousand|bn|m|k)(?!\w))?
    (?:[ -]?(?P<unit>%|percent|per\ cent|euros?|dollars?|pounds?|cents?|yen))?
    """
)
_WORD = compiled(r"[a-z]+(?:-[a-z]+)?")
_SCALES = {"trillion": 1e12, "billion": 1e9, "bn": 1e9, "million": 1e6, "m": 1e6, "thousand": 1e3, "k": 1e3}
_UNITS = {"$": "$", "US$": "$", "dollar": "$", "dollars": "$", "£": "£", "pound": "£", "pounds": "£", "€": "€", "euro": "€", "euros": "€"}
_PERCENT = frozenset(("%", "percent", "per cent"))
_SMALLEST = 13
"""Whole numbers below this are told of many things."""


class Figure(NamedTuple):
    """A figure: its value, and `%`, a currency or nothing."""

    value: float
    unit: str = ""

    @property
    def is_year(self) -> bool:
        """Whether it may be a year."""
        return not self.unit and self.value.is_integer() and 1500 <= self.value < 2100

    @property
    def is_telling(self) -> bool:
        """Whether it is seldom that of two things."""
        return not self.is_year and (bool(self.unit) or self.value >= _SMALLEST or not self.value.is_integer())


def figures(text: str) -> Iterator[Figure]:
    """Those of a text in digits, in its order, then those in words."""
    for found in _FIGURE.finditer(text):
        value = float(found["number"].replace(",", "")) * _SCALES.get(found["scale"] or "", 1)
        unit = found["unit"] or found["sign"] or ""
        yield Figure(value, "%" if unit in _PERCENT else _UNITS.get(unit, unit))
    yield from filter(None, map(_in_words, _WORD.findall(text.lower())))


@lru_cache(maxsize=1 << 13)
def _in_words(word: str) -> Figure | None:
    """The figure that a word says; `one` mostly says none."""
    digits = in_digits(word)
    return Figure(float(digits)) if digits.isdigit() and digits != "1" else None
