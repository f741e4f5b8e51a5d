"""A word in the wrong form: where it stands, what is meant, and the word that tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.mended_tags import Word
from lint.language.plain_sentences import LONGEST, sentence_words
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


def in_its_case(meant: str, written: str) -> str:
    """A word with a capital where the one that it stands for has one."""
    return capital(meant) if written[:1].isupper() else meant
