"""Words that no dictionary knows.

extends: spelling
message: "Did you really mean '%s'?"
filters: ['[A-Z]{2,}s']
exceptions: [copydesk]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path, PurePath

from lint.compiled import compiled
from lint.dictionaries import Speller, Wanted, files, opened
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.spelled import STRETCH, Placed, is_identifier, is_plain, parts, words
from lint.pattern import Expression, Pattern
from lint.rule import Match
from lint.text import Edit, Span

_MOST_SUGGESTIONS = 5
_MOST_KEPT = 1 << 17
_LONGEST_KEPT = 60
_SHORTEST_PART = 3
_LIKE_CODE = compiled(r"[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|[a-z]{2,}[A-Z][A-Za-z0-9]*")
_WITH_CODE = frozenset(".md .markdown .mdown .mdx .myst .qmd .ipynb .adoc .asciidoc .asc .typ .rst .rest .org .html .htm .xhtml".split())
_PHRASE = compiled(r"[ \t]|\\s")
_SPECIAL = compiled(r"[\\.+*?()|\[\]{}^$]")


@frozen
class Spelling:
    """Each word that none of the Hunspell `dictionaries` knows, which are looked for in `dicpath`; `aff` and `dic` name one by its files.

    Without any, English is checked; `append` checks it as well. `ignore` names files of words that pass, `filters` and `exceptions` are
    patterns of such words. Words with digits, hyphens or foreign letters, or with capitals inside or at the end, are passed over, unless
    `custom`; `split` looks at the parts of identifiers. What a vocabulary accepts always passes. `threshold` is read since Vale has it,
    and decides nothing. Source of the meaning: Vale's `spelling`.
    """

    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    append: bool = False
    custom: bool = False
    split: bool = False
    ignore: tuple[str, ...] = ()
    filters: tuple[Expression, ...] = ()
    exceptions: tuple[Expression, ...] = ()
    threshold: int = 0
    foreign: bool = False
    _folders: tuple[str, ...] = ()
    _everything: bool = False
    _roots: tuple[str, ...] = ()

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The unknown words, with what may have been meant as fixes, best first. Raises DictionaryError without its dictionary."""
        speller = opened(self.wanted)
        checked = speller.checked.setdefault((self.custom, self.split), {})
        text = self._without_phrases(prose.text, article)
        for stretch in STRETCH.finditer(text):
            unknown = checked.get(stretch[0])
            if unknown is None:
                unknown = self._unknown(stretch[0], speller)
                _keep(checked, stretch[0], unknown)
            for place, word in unknown:
                if not self._passes(word, article):
                    start = stretch.start() + place
                    yield from self._matches(prose, start, start + len(word), word, article, speller)

    def triggers(self) -> None:
        """Any block may hold a wrong word."""

    @property
    def wanted(self) -> Wanted:
        """The dictionaries and lists that it needs."""
        named = self.dictionaries, self.dicpath, self.aff, self.dic, self.append, self.ignore
        return Wanted(*named, self._folders, self._everything, self._roots)

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it reads."""
        return files(self.wanted)

    def _unknown(self, stretch: str, speller: Speller) -> Placed:
        """The words of a stretch that are looked at and not known."""
        looked_at = is_identifier if self.split else is_plain
        return tuple(
            (place, word)
            for place, word in words(stretch)
            if (self.custom or looked_at(speller.converted(word))) and not speller.knows(word)
        )

    def _passes(self, word: str, article: Article) -> bool:
        """Whether a filter, an exception or the vocabulary of the house lets a word pass."""
        limit = article.patience
        if any(pattern.search(word, limit) for pattern in _compiled(self.filters, self.foreign)):
            return True
        accepted = _accepted(self.exceptions, self.foreign), _accepted(article.house.vocabulary.terms, True)
        return any(pattern.search(word, limit) for pattern in accepted if pattern is not None) or article.house.vocabulary.excuses(word)

    def _without_phrases(self, text: str, article: Article) -> str:
        """The text with blanks for accepted terms of several words: their words are right only together."""
        phrases = _phrases(article.house.vocabulary.terms)
        if phrases is None:
            return text
        pieces, last = [], 0
        for found in phrases.finditer(text, article.patience):
            pieces += [text[last : found.start()], " " * (found.end() - found.start())]
            last = found.end()
        return "".join([*pieces, text[last:]])

    def _matches(self, prose: Prose, start: int, end: int, word: str, article: Article, speller: Speller) -> Iterator[Match]:
        pieces = parts(word) if self.split else ()
        if self.split and [piece for _, piece in pieces] != [word]:
            for place, piece in pieces:
                if not _is_short(piece) and not speller.knows(piece) and not self._passes(piece, article):
                    yield _match(prose.span(start + place, start + place + len(piece)), piece, speller)
            return
        yield self._explained(prose.span(start, end), word, article, speller)

    def _explained(self, span: Span, word: str, article: Article, speller: Speller) -> Match:
        """A finding that says more where more is known: the word has other capitals, or it is code."""
        cased = speller.recased(word)
        if cased is not None and _is_certain(word, cased):
            return Match(span, (word,), ((Edit(span, cased),),), message=f"Use '{cased}' instead of '{word}'.")
        suffix = PurePath(article.document.source.name).suffix.lower()
        if not self.split and suffix in _WITH_CODE and _LIKE_CODE.fullmatch(word):
            return Match(span, (word,), message=f"'{word}' looks like code; format it as code.")
        return _match(span, word, speller)


def _keep(checked: dict[str, Placed], stretch: str, unknown: Placed) -> None:
    """Remembers a stretch, for most come again."""
    if len(checked) >= _MOST_KEPT:
        checked.clear()
    if len(stretch) <= _LONGEST_KEPT:
        checked[stretch] = unknown


def _match(span: Span, word: str, speller: Speller) -> Match:
    return Match(span, (word,), tuple((Edit(span, better),) for better in speller.suggestions(word, _MOST_SUGGESTIONS)))


def _is_short(piece: str) -> bool:
    """Whether a part of an identifier is too short to be judged, or an acronym."""
    return len(piece) < _SHORTEST_PART or piece.upper() == piece


def _is_certain(word: str, cased: str) -> bool:
    """Whether other capitals are surely meant: capitals inside a word that has one at most. A name may be a word of another language."""
    capitals = [sum(map(str.isupper, form)) for form in (word, cased)]
    return len(word) > 2 and capitals[0] <= 1 and capitals[1] > capitals[0] and any(map(str.isupper, cased[1:]))


@lru_cache(maxsize=64)
def _compiled(patterns: tuple[str, ...], foreign: bool) -> tuple[Pattern, ...]:
    return tuple(Pattern(pattern, foreign=foreign) for pattern in patterns)


@lru_cache(maxsize=64)
def _accepted(terms: tuple[str, ...], foreign: bool) -> Pattern | None:
    """Finds a term that stands whole in a word, whatever its capitals."""
    either = "|".join(rf"\b(?:{_term(term)})\b" for term in terms)
    return Pattern(either, True, foreign) if terms else None


@lru_cache(maxsize=64)
def _phrases(terms: tuple[str, ...]) -> Pattern | None:
    phrases = [_term(term) for term in terms if _PHRASE.search(term)]
    return Pattern(rf"\b(?:{'|'.join(phrases)})\b", True, True) if phrases else None


def _term(term: str) -> str:
    """A term as a pattern: in one without other special characters a point is a point, and a blank is any."""
    term = term.removeprefix("(?i)")
    if not _SPECIAL.search(term.replace(".", "")):
        term = term.replace(".", r"\.")
    return re.sub(r"[ \t]+", r"\\s+", term)


KIND = Spelling
