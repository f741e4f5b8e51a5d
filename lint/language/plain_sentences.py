"""Which sentences are the writer's own, their words and their clauses, which several rules ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import takewhile

from lint.document import Prose
from lint.language.article import Article
from lint.language.clause_words import ClauseWords
from lint.language.clauses import Clause, clauses
from lint.language.mended_tags import Word, mended_words
from lint.text import Span

_FEW = 3
"""A quotation of so many blanks is no mere word or two: who wrote the sentence did not choose its words."""
LONGEST = 2_000
"""A longer row of words is no sentence."""
_Clauses = tuple[ClauseWords, list[Clause]]


def is_plain(article: Article, prose: Prose, sentence: Span) -> bool:
    """Whether nobody else speaks in a sentence of a block, and it is one."""
    if sentence.end - sentence.start > LONGEST:
        return False
    quoted = article.quoted(prose)
    first = bisect_right(quoted, sentence.start, key=lambda span: span.end)
    inside = takewhile(lambda span: span.start < sentence.end, quoted[first:])
    return all(prose.text.count(" ", span.start, span.end) < _FEW for span in inside)


def sentence_words(article: Article, prose: Prose, sentence: Span) -> Sequence[Word]:
    """The words of a sentence, tagged once for all rules; none of what is too long for one."""
    if sentence.end - sentence.start > LONGEST:
        return ()
    return article.once_for(_words, prose, sentence)


def _words(_: Article, prose: Prose, sentence: Span) -> list[Word]:
    return mended_words(prose.text, sentence)


def clauses_at(article: Article, prose: Prose, sentence: Span) -> _Clauses:
    """The clauses of a sentence; worked out once for all rules."""
    return article.once_for(_clauses_of, prose, sentence)


def _clauses_of(article: Article, prose: Prose, sentence: Span) -> _Clauses:
    return clauses(sentence_words(article, prose, sentence))
