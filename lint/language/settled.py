"""Words whose case is settled: exceptions of a rule, and the vocabulary."""

from __future__ import annotations

from functools import cached_property

from lint.frozen import frozen
from lint.letter_case import lower
from lint.patience import Patience
from lint.pattern import Found, Pattern
from lint.wraps import term_pattern

_ANY_CASE = "(?i)"


@frozen
class Settled:
    """Terms, regular expressions all: the words that one matches stand as they are written.

    With `spelled` a word that is a term but for its case is to be written as the term, too. Source of the meaning: Vale's
    `capitalization`, where that is so as soon as there is a vocabulary.
    """

    terms: tuple[str, ...] = ()
    spelled: bool = False
    foreign: bool = False

    def form(self, word: str, limit: Patience | None = None) -> str | None:
        """How this word is to be written, None where no term says it. Raises TimeoutError as Pattern does."""
        place = self._places.get(lower(word))
        matched = self._anywhere is not None and self._anywhere.search(word, limit) is not None
        if place is None:
            return word if matched else None
        return word if matched and any(term.search(word, limit) for term in self._alone[:place]) else self._ordered[place]

    def excuses(self, words: str, limit: Patience | None = None) -> bool:
        """Whether some of these words are a term, whole. Raises TimeoutError as Pattern does."""
        return self._whole is not None and self._whole.search(words, limit) is not None

    def words(self, text: str, limit: Patience | None = None) -> list[str]:
        """What is compared one by one: terms, and what stands between blanks from its first letter, digit or asterisk on."""
        return [found.group() for found in self._words.finditer(text, limit)]

    def sentence_words(self, text: str, limit: Patience | None = None) -> list[Found]:
        """The same, but with terms in any case where they are `spelled`."""
        return list(self._sentence_words.finditer(text, limit))

    @cached_property
    def _ordered(self) -> list[str]:
        return sorted(self.terms, key=lambda term: len(term.encode()), reverse=True)

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where among the terms a word stands that is one but for its case."""
        return {lower(self._ordered[place]): place for place in reversed(range(len(self._ordered)))} if self.spelled else {}

    @cached_property
    def _alone(self) -> list[Pattern]:
        return [Pattern(_expression(term), foreign=self.foreign) for term in self._ordered]

    @cached_property
    def _anywhere(self) -> Pattern | None:
        return Pattern("|".join(f"(?:{_expression(term)})" for term in self._ordered), foreign=self.foreign) if self.terms else None

    @cached_property
    def _whole(self) -> Pattern | None:
        return Pattern(self._term(), foreign=self.foreign) if self.terms else None

    @cached_property
    def _words(self) -> Pattern:
        word = _FOREIGN_WORD if self.foreign else _WORD
        return Pattern(f"{self._term()}|{word}" if self.terms else word, foreign=self.foreign)

    @cached_property
    def _sentence_words(self) -> Pattern:
        if not self.terms or not self.spelled:
            return self._words
        return Pattern(f"(?i:{self._term()})|{_FOREIGN_WORD if self.foreign else _WORD}", foreign=self.foreign)

    def _term(self) -> str:
        return rf"\b(?:{'|'.join(map(_expression, self._ordered))})\b"


NOTHING = Settled()
"""No words at all."""

_WORD = r"(?:[^\W_]|\*)\S*"
_FOREIGN_WORD = r"[\p{N}\p{L}*]\S*"  # a hard space does not end it


def _expression(term: str) -> str:
    return f"(?i:{term_pattern(term.removeprefix(_ANY_CASE))})" if term.startswith(_ANY_CASE) else term_pattern(term)
