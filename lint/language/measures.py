"""What can be counted in a text, and the published scores that are reckoned from it.

A score asks for `Counts` that have words; how the words were told apart is no matter of the score. Grades are years of American schooling.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from lint.compiled import compiled
from lint.language.quote_marks import marked_quotations
from lint.language.sentences import sentences
from lint.language.syllables import syllables
from lint.named import NamedTuple

_WORD = compiled(r"(?:[A-Z]\.){2,}|[\w']+")
_LONG = 6
_FEW_SYLLABLES = 2
_INFLECTIONS = ("es", "ed", "ing")


class Counts(NamedTuple):
    """The counts of a text, by which the scores judge it.

    `lengths` are the words of each sentence. `characters` are the letters and digits of words. Long words have more than 6 characters,
    polysyllabic ones more than 2 syllables, and complex ones more than 2 without the end of an inflection (-es, -ed, -ing).
    `paragraphs` are parted by blank lines; `quote_words` stand between quotation marks, parted by blanks.
    """

    lengths: tuple[int, ...] = ()
    words: int = 0
    characters: int = 0
    syllables: int = 0
    long_words: int = 0
    polysyllabic_words: int = 0
    complex_words: int = 0
    paragraphs: int = 0
    quote_words: int = 0

    @property
    def sentences(self) -> int:
        """The number of sentences."""
        return len(self.lengths)

    @property
    def sentence_length_sd(self) -> float:
        """The standard deviation of the words per sentence; 0 without sentences."""
        mean = self.words / max(self.sentences, 1)
        return math.sqrt(sum((length - mean) ** 2 for length in self.lengths) / max(self.sentences, 1))


def count(text: str) -> Counts:
    """The counts of a text as Vale's `metric` has them: an underscore and a curly apostrophe part words, a straight one does not."""
    lengths: list[int] = []
    found: Counter[str] = Counter()
    for words in _sentences(text):
        lengths.append(len(words))
        found.update(words)
    paragraphs = sum(bool(part.strip()) for part in text.split("\n\n"))
    quoted = sum(len(text[span.start : span.end].split()) for span in marked_quotations(text))
    return Counts(tuple(lengths), sum(lengths), *_summed(found), paragraphs, quoted)


def _sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence."""
    plain = text.replace("_", " ")
    for span in sentences(text):
        yield _WORD.findall(plain, span.start, span.end)


def _summed(words: Mapping[str, int]) -> tuple[int, int, int, int, int]:
    """Characters, syllables, long, polysyllabic and complex words, from each word and how often it stands there."""
    characters = spoken = long = polysyllabic = complex_ = 0
    for word, times in words.items():
        of_word = syllables(word)
        spoken += times * of_word
        characters += times * (len(word) if word.isalnum() else sum(map(str.isalnum, word)))
        if len(word) > _LONG:
            long += times
        if of_word > _FEW_SYLLABLES:
            polysyllabic += times
            if of_word - word.endswith(_INFLECTIONS) > _FEW_SYLLABLES:
                complex_ += times
    return characters, spoken, long, polysyllabic, complex_


def gunning_fog(text: Counts) -> float:
    """A grade. Source: Robert Gunning, The Technique of Clear Writing, 1952."""
    return 0.4 * (text.words / text.sentences + 100 * text.complex_words / text.words)


def coleman_liau(text: Counts) -> float:
    """A grade. Source: M. Coleman, T. L. Liau, A computer readability formula designed for machine scoring, J. Appl. Psychol. 60, 1975."""
    return 5.88 * text.characters / text.words - 29.6 * text.sentences / text.words - 15.8


def flesch_kincaid(text: Counts) -> float:
    """A grade. Source: J. P. Kincaid et al., Derivation of New Readability Formulas, Research Branch Report 8-75, US Navy, 1975."""
    return 0.39 * text.words / text.sentences + 11.8 * text.syllables / text.words - 15.59


def smog(text: Counts) -> float:
    """A grade. Source: G. H. McLaughlin, SMOG Grading: a New Readability Formula, Journal of Reading 12, 1969."""
    return 1.0430 * math.sqrt(30 * text.polysyllabic_words / text.sentences) + 3.1291


def automated_readability(text: Counts) -> float:
    """A grade. Source: E. A. Smith, R. J. Senter, Automated Readability Index, AMRL-TR-66-220, 1967."""
    return 4.71 * text.characters / text.words + 0.5 * text.words / text.sentences - 21.43


def flesch_reading_ease(text: Counts) -> float:
    """Higher is easier, 100 very easy. Source: Rudolf Flesch, A new readability yardstick, J. Appl. Psychol. 32, 1948."""
    return 206.835 - 1.015 * text.words / text.sentences - 84.6 * text.syllables / text.words


def lix(text: Counts) -> float:
    """Below 30 easy, above 50 hard, in many languages. Source: C. H. Björnsson, Läsbarhet, 1968."""
    return text.words / text.sentences + 100 * text.long_words / text.words


SCORES: Mapping[str, Callable[[Counts], float]] = {
    score.__name__: score for score in (automated_readability, coleman_liau, flesch_kincaid, flesch_reading_ease, gunning_fog, lix, smog)
}
"""The scores by their names."""
