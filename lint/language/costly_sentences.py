"""The sentences of an article whose mending would bring its reader the most."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import nsmallest
from itertools import chain

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.formulas import ReaderCounts, score
from lint.language.measures import Counts, flesch_kincaid
from lint.language.pronunciation import spoken_syllables
from lint.language.reader_counts import Sentence, counts_of, read_blocks, read_sentences, summed
from lint.named import NamedTuple
from lint.text import Span

_MOST = 3
_KINCAID = "flesch_kincaid_grade"
_SYLLABLES_A_LETTER = 0.41
"""No more in any of 4,500 articles and excerpts of a hundred words."""
_HEARD = compiled(r"[aeiouy]+|(?<!\S)[^\saeiouy]+(?!\S)")
"""A row of vowels, or what stands between blanks without any: hardly a text has fewer of these than syllables."""
_SYLLABLES_HEARD = 1.02
_ROUGHLY = 1.0
"""How far what stands between blanks may be from what is counted as a word, in grades."""
_MOST_KNOWN, _LONG = 30_000, 64
_MARKS = ".,;:!?()[]{}<>*_\"'“”‘’«»…—–-/"


class Cost(NamedTuple):
    """A sentence of an article, in offsets of the source, and the grade of the article without it."""

    span: Span
    without: float


def may_exceed(article: Article, formula: str, grade: float) -> bool:
    """Whether an article can have a grade above this one: a cheap look at its letters, its vowels, its words, so that few are counted."""
    if formula != _KINCAID:
        return True
    blocks = read_blocks(article)
    sentences = sum(len(article.sentences(block)) for block in blocks)
    words = sum(block.text.count(" ") + 1 for block in blocks)
    letters = sum(len(block.text) for block in blocks) - words
    if not sentences or _kincaid(words, sentences, _SYLLABLES_A_LETTER * letters) <= grade:
        return False
    heard = sum(len(_HEARD.findall(block.text.lower())) for block in blocks)
    if _kincaid(words, sentences, _SYLLABLES_HEARD * heard) <= grade - _ROUGHLY:
        return False
    spoken = sum(map(_about.__getitem__, chain.from_iterable(block.text.split() for block in blocks)))
    return _kincaid(words, sentences, spoken) > grade - _ROUGHLY


def _kincaid(words: int, sentences: int, syllables: float) -> float:
    return flesch_kincaid(Counts((words,) * sentences, words, syllables=max(round(syllables), words)))


class _About(dict[str, int]):
    """The syllables of what stands between two blanks; a mapping, as one is asked for all words of a text at once."""

    def __missing__(self, word: str) -> int:
        syllables = spoken_syllables(word.strip(_MARKS))
        if len(self) < _MOST_KNOWN and len(word) < _LONG:
            self[word] = syllables
        return syllables


_about = _About()


def costly_sentences(article: Article, blocks: Iterable[Prose], formula: str) -> list[Cost]:
    """The three sentences without which the grade by a formula would be lowest, that one first; none that is quoted whole."""
    counted = [(sentence, counts_of([sentence], formula)) for sentence in read_sentences(article, blocks)]
    total = summed(counts for _, counts in counted)
    own = [(sentence, counts) for sentence, counts in counted if counts.words < total.words and not _is_quoted(article, sentence)]
    costs = [Cost(sentence.prose.span(sentence.start, sentence.end), score(formula, _less(total, counts))) for sentence, counts in own]
    return nsmallest(_MOST, costs, key=lambda cost: cost.without)


def _is_quoted(article: Article, sentence: Sentence) -> bool:
    return any(span.start <= sentence.start and sentence.end <= span.end for span in article.quoted(sentence.prose))


def _less(total: ReaderCounts, part: ReaderCounts) -> ReaderCounts:
    return ReaderCounts(*(whole - each for whole, each in zip(total, part, strict=True)))
