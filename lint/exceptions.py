"""Words that a rule lets pass: its `exceptions`, and the vocabulary of the house."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from lint.alternation import WORDS, Alternation
from lint.frozen import frozen
from lint.language.article import Article
from lint.pattern import Pattern
from lint.wraps import term_pattern

_LONGEST_PHRASE = 200


@frozen
class Exceptions:
    """Regular expressions, read as Vale does: case matters unless one starts with `(?i)`, and whole words only.

    Foreign ones stand beside the terms of the house's Vale vocabulary.
    """

    terms: tuple[str, ...] = ()
    vocabulary: bool = True
    foreign: bool = False

    def excuse(self, text: str, start: int, end: int, article: Article) -> bool:
        """Whether the words at `start..end` hold an excepted term, or stand inside an excepted phrase."""
        words = text[start:end].strip()
        if self.vocabulary and article.house.vocabulary.excuses(words):
            return True
        if self.foreign:
            return self._excuse_as_vale_does(text, words, start, end, article)
        if self._term is not None and self._term.search(words, article.patience):
            return True
        if self._phrase is None:
            return False
        around = self._phrase.around(text, max(0, start - _LONGEST_PHRASE), min(len(text), end + _LONGEST_PHRASE), article.patience)
        return any(found.start() <= start and end <= found.end() for found in around)

    def _excuse_as_vale_does(self, text: str, words: str, start: int, end: int, article: Article) -> bool:
        accepted = article.house.vocabulary.terms if self.vocabulary else ()
        if not self.terms and not accepted:
            return False
        terms, phrases = _alternations(self.terms, accepted)
        if terms.search(words, article.patience):
            return True
        return any(hit.found.start() <= start and end <= hit.found.end() for hit in phrases.finditer(text, article.patience))

    @cached_property
    def _term(self) -> Pattern | None:
        if not self.terms:
            return None
        return Pattern(rf"\b(?:{'|'.join(map(_cased, _longest_first(self.terms)))})\b")

    @cached_property
    def _phrase(self) -> Pattern | None:
        phrases = [term for term in _longest_first(self.terms) if re.search(r"[ \t]|\\s", term)]
        if not phrases:
            return None
        return Pattern(rf"\b(?:{'|'.join(phrase.removeprefix('(?i)') for phrase in phrases)})\b", True)


@lru_cache(maxsize=256)
def _alternations(exceptions: tuple[str, ...], accepted: tuple[str, ...]) -> tuple[Alternation, Alternation]:
    """Terms that excuse the words that hold them, and phrases that excuse the words in them.

    Case matters in a phrase as Vale has it: not where there is a vocabulary.
    """
    every = [term_pattern(term) for term in (*exceptions, *accepted) if term]
    phrases = [term_pattern(term) for term in (*exceptions, *accepted) if re.search(r"[ \t]|\\s", term)]
    cased = [term if term.startswith("(?i)") else f"(?-i){term}" for term in every]
    return Alternation(cased, WORDS), Alternation(phrases, WORDS, ignorecase=bool(accepted))


def _longest_first(terms: tuple[str, ...]) -> list[str]:
    return sorted(terms, key=len, reverse=True)


def _cased(term: str) -> str:
    return f"(?i:{term[4:]})" if term.startswith("(?i)") else term
