"""Texts that are harder to read than their readers like.

extends: readability
message: "The text asks for %s years of schooling (at most 9)."
metrics: [Flesch-Kincaid, Gunning Fog]
grade: 9
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import ClassVar, Literal

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.measured import counts_of, place_of
from lint.language.measures import Counts, automated_readability, coleman_liau, flesch_kincaid, gunning_fog, smog
from lint.rule import Match

Grade = Literal["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"]

_GRADES: Mapping[Grade, Callable[[Counts], float]] = {
    "Gunning Fog": gunning_fog,
    "Coleman-Liau": coleman_liau,
    "Flesch-Kincaid": flesch_kincaid,
    "SMOG": smog,
    "Automated Readability": automated_readability,
}


@frozen
class Readability:
    """A block with words whose mean grade by `metrics` is above `grade`.

    Without a scope of its own a rule measures the summary: paragraphs, lists and quotations as one text. Source of the meaning: Vale's
    `readability`.
    """

    metrics: tuple[Grade, ...]
    grade: float = 0.0
    foreign: bool = False

    default_scope: ClassVar[tuple[str, ...]] = ("summary",)

    def __post_init__(self) -> None:
        """Raises ValueError without any metric."""
        if not self.metrics:
            raise ValueError(f"metrics: name at least one of {', '.join(_GRADES)}")

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """One match a block, with the grade to two decimals."""
        counts = counts_of(prose, article)
        if not counts.words:
            return
        metrics = dict.fromkeys(self.metrics)
        grade = sum(_GRADES[metric](counts) for metric in metrics) / len(metrics)
        if grade > self.grade:
            yield Match(place_of(prose, article, self.foreign), (f"{grade:.2f}",))

    def triggers(self) -> frozenset[str] | None:
        """Any words can be too hard."""
        return None


KIND = Readability
