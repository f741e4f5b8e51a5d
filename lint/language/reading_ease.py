"""One number for how easy a text is to read, 0 to 100: it reads more easily than so many in a hundred excerpts from school reading.

The figures of `ease_evidence` are weighed as `scripts/fit_reading_ease.py` fitted them: on what teachers said of 1,575 excerpts, two by two
(S. Crossley and others, A large-scaled corpus for assessing text readability, Behavior Research Methods, 2022), on articles told at three
levels, and so that two halves of one article come out alike.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from math import erf, sqrt

from lint import data
from lint.language.ease_evidence import evidence
from lint.language.reader_counts import Sentence
from lint.named import NamedTuple

_LEAST_WORDS = 100
_FOUR_IN_FIVE = 1.2816


class Ease(NamedTuple):
    """How easy a text is: a number, `low` and `high` being the same; under 100 words the bounds of four in five such texts."""

    low: float
    high: float


class Weights(NamedTuple):
    """What each figure counts for, in standard deviations among the excerpts; `noise` is the variance of a text of one word."""

    start: float
    noise: float
    figures: dict[str, float]


def reading_ease(sentences: Sequence[Sentence]) -> Ease:
    """The ease of a text; anything from 0 to 100 where it has no words."""
    words = sum(len(sentence.words) for sentence in sentences)
    if not words:
        return Ease(0.0, 100.0)
    told = weights()
    found = evidence(sentences)
    place = told.start + sum(weight * found[name] for name, weight in told.figures.items())
    doubt = 0.0 if words >= _LEAST_WORDS else _FOUR_IN_FIVE * sqrt(told.noise / words)
    return Ease(_in_hundred(place - doubt), _in_hundred(place + doubt))


def _in_hundred(place: float) -> float:
    """The share of a normal distribution below a place."""
    return 50 * (1 + erf(place / sqrt(2)))


@cache
def weights() -> Weights:
    """The weights that the package carries."""
    return Weights(**json.loads(data.read("reading_ease.json")))
