"""Texts of which a formula over their counts says too much or too little.

extends: metric
message: "The text has %s words a sentence (at most 20)."
formula: words / sentences
condition: "> 20"
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import ClassVar

from lint.document import Prose
from lint.formula import Formula, FormulaError, condition, number
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.measured import NAMES, counts_of, measure, place_of
from lint.rule import Match

_VALUE = "the value of the formula"
_DECIMALS = 6
"""As many of the value are compared, so that `0.1 + 0.2` is no more than 0.3."""


@frozen
class Metric:
    """A block with words whose value by `formula` meets `condition`, which begins with a comparison: `> 20`, `>= 8 && result < 12`.

    Both may name counts (`words`, `sentences`, `syllables`, `heading.h2`), scores (`flesch_kincaid`), and functions as `math.sqrt` and
    `round`; the condition also the value, as `result`. Where the formula has no value (a division by zero), nothing is said.
    Without a scope of its own a rule measures the summary: paragraphs, lists and quotations as one text. Source of the meaning: Vale's
    `metric`.
    """

    formula: str
    condition: str
    foreign: bool = False

    default_scope: ClassVar[tuple[str, ...]] = ("summary",)

    def __post_init__(self) -> None:
        """Raises FormulaError, its message beginning with the key that is wrong."""
        for key, read in (("formula", lambda: self._formula), ("condition", lambda: self._condition)):
            _check(key, read)

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """One match a block, with the value to two decimals."""
        if not counts_of(prose, article).words:
            return
        value = self._formula.value(_measures(self._formula, prose, article))
        if not math.isfinite(value):
            return
        known = {**_measures(self._condition, prose, article), "result": value, _VALUE: round(value, _DECIMALS)}
        if self._condition.value(known) is True:
            yield Match(place_of(prose, article, self.foreign), (f"{value:.2f}",))

    def triggers(self) -> frozenset[str] | None:
        """Any words can be too many."""
        return None

    @cached_property
    def _formula(self) -> Formula:
        return number(self.formula, NAMES)

    @cached_property
    def _condition(self) -> Formula:
        return condition(self.condition, NAMES | {"result"}, _VALUE)


def _check(key: str, read: Callable[[], Formula]) -> None:
    try:
        read()
    except FormulaError as error:
        raise FormulaError(f"{key}: {error}", error.position) from None


def _measures(formula: Formula, prose: Prose, article: Article) -> Mapping[str, float]:
    return {name: measure(name, prose, article) for name in formula.names & NAMES}


KIND = Metric
