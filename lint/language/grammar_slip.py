"""A word in the wrong form: where it stands, what is meant, and the word that tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.mended_tags import Word, mended_words
from lint.language.plain_sentences import LONGEST
from lint.letter_case import capital
from lint.named import NamedTuple
from lint.text import Span


class GrammarSlip(NamedTuple):
    """A wrong form at `start..end` of a block and the forms that may be meant, best first; `told_by` is the word that it has to go with."""

    start: int
    end: int
    meant: tuple[str, ...]
    told_by: Span


def tagged_sentences(article: Article, sentences: Iterator[tuple[Prose, Span]]) -> Iterator[tuple[Prose, Sequence[Word]]]:
    """The words of each sentence, once for all rules that ask for it and once for all matches in it."""
    last: tuple[Prose, Span] | None = None
    for prose, sentence in sentences:
        if (prose, sentence) == last or sentence.end - sentence.start > LONGEST:
            continue
        last = prose, sentence
        yield prose, sentence_words(article, prose, sentence)


def sentence_words(article: Article, prose: Prose, sentence: Span) -> Sequence[Word]:
    """The words of a sentence, tagged once for all rules; none of what is too long for one."""
    if sentence.end - sentence.start > LONGEST:
        return ()
    kept = article.once(_kept)
    known = kept.get((id(prose), sentence))
    if known is None or known[0] is not prose:
        known = kept[id(prose), sentence] = prose, mended_words(prose.text, sentence)
    return known[1]


def _kept(article: Article) -> dict[tuple[int, Span], tuple[Prose, list[Word]]]:
    return {}


def in_its_case(meant: str, written: str) -> str:
    """A word with a capital where the one that it stands for has one."""
    return capital(meant) if written[:1].isupper() else meant
