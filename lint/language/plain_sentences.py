"""The sentences of a block that are the writer's own, with their clauses, which several rules ask for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from lint.document import Prose
from lint.language.article import Article
from lint.language.clause_words import ClauseWords
from lint.language.clauses import Clause, clauses
from lint.text import Span

_FEW = 3
"""A quotation of so many blanks is no mere word or two: who wrote the sentence did not choose its words."""
_LONGEST = 2_000
"""A longer row of words is no sentence."""
_Clauses = tuple[ClauseWords, list[Clause]]


def plain_sentences(article: Article, prose: Prose) -> list[Span]:
    """The sentences of a block in which nobody else speaks."""
    kept = article.once(_kept_sentences)
    known = kept.get(id(prose))
    if known is None or known[0] is not prose:
        known = kept[id(prose)] = prose, [span for span in _unquoted(article, prose) if span.end - span.start <= _LONGEST]
    return known[1]


def _unquoted(article: Article, prose: Prose) -> Iterable[Span]:
    quoted = [span for span in article.quoted(prose) if prose.text.count(" ", span.start, span.end) >= _FEW]
    if not quoted:
        return article.sentences(prose)
    return [span for span in article.sentences(prose) if not _touches(quoted, span)]


def _touches(quoted: list[Span], sentence: Span) -> bool:
    index = bisect_right(quoted, sentence.start, key=lambda span: span.end)
    return index < len(quoted) and quoted[index].start < sentence.end


def _kept_sentences(article: Article) -> dict[int, tuple[Prose, list[Span]]]:
    return {}


def clauses_at(article: Article, prose: Prose, sentence: Span) -> _Clauses:
    """The clauses of a sentence; worked out once for all rules."""
    kept = article.once(_kept)
    known = kept.get((id(prose), sentence))
    if known is None or known[0] is not prose:
        known = kept[id(prose), sentence] = prose, clauses(prose.text, sentence)
    return known[1]


def _kept(article: Article) -> dict[tuple[int, Span], tuple[Prose, _Clauses]]:
    return {}
