"""The sentences of an article whose mending would bring its reader the most."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from typing import NamedTuple

from lint.document import Prose
from lint.language.article import Article
from lint.language.formulas import ReaderCounts, score
from lint.language.reader_counts import Sentence, counts_of, read_sentences, summed
from lint.text import Span

_MOST = 3


class Cost(NamedTuple):
    """A sentence of an article, in offsets of the source, and the grade of the article without it."""

    span: Span
    without: float


def costly_sentences(article: Article, blocks: Iterable[Prose], formula: str) -> list[Cost]:
    """The three sentences without which the grade by a formula would be lowest, that one first; none that is quoted whole."""
    counted = [(sentence, counts_of([sentence])) for sentence in read_sentences(article, blocks)]
    total = summed(counts for _, counts in counted)
    own = [(sentence, counts) for sentence, counts in counted if counts.words < total.words and not _is_quoted(article, sentence)]
    costs = [Cost(sentence.prose.span(sentence.start, sentence.end), score(formula, _less(total, counts))) for sentence, counts in own]
    return nsmallest(_MOST, costs, key=lambda cost: cost.without)


def _is_quoted(article: Article, sentence: Sentence) -> bool:
    return any(span.start <= sentence.start and sentence.end <= span.end for span in article.quoted(sentence.prose))


def _less(total: ReaderCounts, part: ReaderCounts) -> ReaderCounts:
    return ReaderCounts(*(whole - each for whole, each in zip(total, part, strict=True)))
