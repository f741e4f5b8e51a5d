"""Articles that ask their reader for more years of school than they may.

extends: grade
message: "The text has grade %s, above %s: this sentence costs its reader the most."
formula: flesch_kincaid_grade
max: 12
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.costly_sentences import Cost, costly_sentences, may_exceed
from lint.language.formulas import score
from lint.language.reader_counts import read_blocks, reader_counts
from lint.rule import Match

Formula = Literal[
    "flesch_kincaid_grade",
    "gunning_fog",
    "smog_index",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall_readability_score",
]


@frozen
class Grade:
    """A document of at least `words` words whose grade by `formula` is above `max`, marked at the sentence that costs most.

    A sentence costs what the grade falls by where it is left out; the two that cost most after it are related. What is quoted whole is not
    named, as nobody can mend it.
    """

    max: float
    formula: Formula = "flesch_kincaid_grade"
    words: int = 100
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """One match at most; its arguments are the grade and the limit."""
        if not may_exceed(article, self.formula, self.max):
            return
        counts = reader_counts(article, self.formula)
        if counts.words < self.words or (grade := score(self.formula, counts)) <= self.max:
            return
        wanted = {id(block) for block in blocks}
        read = [block for block in read_blocks(article) if id(block) in wanted]
        first, *others = costly_sentences(article, read, self.formula) or (None,)
        if first is not None:
            yield Match(
                first.span,
                (f"{grade:.1f}", f"{self.max:g}"),
                related=tuple(_related(each) for each in others),
                whole=self.formula,
                weight=grade,
            )


def _related(cost: Cost) -> Related:
    return Related(cost.span, f"without this sentence the grade is {cost.without:.1f}")


KIND = Grade
