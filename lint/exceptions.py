"""Words that a rule lets pass: its `exceptions`, and the vocabulary of the house."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from lint.language.article import Article
from lint.pattern import Pattern

_LONGEST_PHRASE = 200


@dataclass(frozen=True)
class Exceptions:
    """Regular expressions, read as Vale does: case matters unless one starts with `(?i)`, and whole words only."""

    terms: tuple[str, ...] = ()
    vocabulary: bool = True
    foreign: bool = False

    def excuse(self, text: str, start: int, end: int, article: Article) -> bool:
        """Whether the words at `start..end` hold an excepted term, or stand inside an excepted phrase."""
        words = text[start:end].strip()
        if self.vocabulary and article.house.vocabulary.excuses(words):
            return True
        if self._term is not None and self._term.search(words, article.time_limit):
            return True
        if self._phrase is None:
            return False
        around = self._phrase.around(text, max(0, start - _LONGEST_PHRASE), min(len(text), end + _LONGEST_PHRASE), article.time_limit)
        return any(found.start() <= start and end <= found.end() for found in around)

    @cached_property
    def _term(self) -> Pattern | None:
        if not self.terms:
            return None
        return Pattern(rf"\b(?:{'|'.join(map(_cased, _longest_first(self.terms)))})\b", foreign=self.foreign)

    @cached_property
    def _phrase(self) -> Pattern | None:
        phrases = [term for term in _longest_first(self.terms) if re.search(r"[ \t]|\\s", term)]
        if not phrases:
            return None
        return Pattern(rf"\b(?:{'|'.join(phrase.removeprefix('(?i)') for phrase in phrases)})\b", True, self.foreign)


def _longest_first(terms: tuple[str, ...]) -> list[str]:
    return sorted(terms, key=len, reverse=True)


def _cased(term: str) -> str:
    return f"(?i:{term[4:]})" if term.startswith("(?i)") else term
