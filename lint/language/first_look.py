"""A first look at all sentences of an article: which ones have the words that a rule needs before it reads them.

Every word is known by one letter, a byte that says what the word can be, and the sentences of an article are one row of letters, parted by
line ends. So a pattern finds in one pass the few sentences that are worth a closer look; it may let through what the closer look refuses,
and never the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from lint.document import Prose
from lint.language.article import Article
from lint.language.long_waits import DASHES, NO_VERB_BEHIND, OPENERS, PERHAPS, is_verb
from lint.language.noun_words import can_be_noun
from lint.text import Span

_WORD = 128
"""The letter of a word that is nothing of what follows; what a word can be is added to it."""
_NOUN, _NOUN_AT_MARK, _OPENER, _VERB, _NO_VERB_NEXT, _DASH, _BY = (1 << place for place in range(7))
_MARKS = ",.;:!?\"'()[]“”‘’–—…"
_OPENING = OPENERS | PERHAPS
_BEFORE_NO_VERB = NO_VERB_BEHIND | {"later", "then"}
_MOST_KNOWN, _LONG = 100_000, 64


class FirstLook:
    """The sentences of some blocks of an article."""

    def __init__(self, article: Article, blocks: Sequence[Prose]) -> None:
        self.blocks = blocks
        self._sentences = [(block, sentence) for block in blocks for sentence in article.sentences(block)]

    def waiting(self, words: int) -> Iterator[tuple[Prose, Span]]:
        """Those in which a subject may wait for its verb so many words: no verb comes before that, none but in another clause."""
        return self._found(_waiting(words))

    def nesting(self, depth: int) -> Iterator[tuple[Prose, Span]]:
        """Those with so many words that open clauses."""
        return self._found(_nesting(depth))

    def stacking(self, nouns: int) -> Iterator[tuple[Prose, Span]]:
        """Those with so many words in a row that can be nouns, the last perhaps before a mark."""
        return self._found(_stacking(nouns))

    def _found(self, pattern: re.Pattern[bytes]) -> Iterator[tuple[Prose, Span]]:
        number = last = 0
        for found in pattern.finditer(self._row):
            number += self._row.count(b"\n", last, found.start())
            last = found.start()
            yield self._sentences[number]

    @cached_property
    def _row(self) -> bytes:
        """The letters of all words."""
        texts = [block.text[sentence.start : sentence.end].replace("\n", "\0") for block, sentence in self._sentences]
        return b"".join(map(_letters.__getitem__, " \n ".join(texts).split(" ")))


def first_look(article: Article, blocks: Sequence[Prose]) -> FirstLook:
    """The first look at some blocks of an article, the same for all rules that ask for these."""
    looks = article.once(_looks)
    key = tuple(map(id, blocks))
    if key not in looks:
        looks[key] = FirstLook(article, blocks)
    return looks[key]


def _looks(article: Article) -> dict[tuple[int, ...], FirstLook]:
    return {}


class _Letters(dict[str, bytes]):
    """The letters of words, each worked out when it is first asked for."""

    def __missing__(self, word: str) -> bytes:
        letter = b"\n" if word == "\n" else _letter(word)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(word) < _LONG:
            self[word] = letter
        return letter


_letters = _Letters()


def _letter(word: str) -> bytes:
    small = word.lower().replace("’", "'")
    letter = _WORD
    if can_be_noun(word):
        letter |= _NOUN
    elif can_be_noun(word.rstrip(_MARKS)):
        letter |= _NOUN_AT_MARK
    if small in _OPENING:
        letter |= _OPENER
    if is_verb(small):
        letter |= _VERB
    if small in _BEFORE_NO_VERB or small[-1:] == ",":
        letter |= _NO_VERB_NEXT
    if small in DASHES:
        letter |= _DASH
    if small == "by":
        letter |= _BY
    return bytes((letter,))


@cache
def _waiting(words: int) -> re.Pattern[bytes]:
    """A sentence of more than so many words, unless a verb stands among the first of them, and before it nothing that opens a clause."""
    other, verb, ends = _but(_OPENER | _DASH), _any(_VERB), _any(_OPENER | _BY)
    return re.compile(rb"(?m)^(?!%b{0,%d}?(?<!%b)%b(?!%b))[^\n]{%d}" % (other, words, _any(_NO_VERB_NEXT), verb, ends, words + 1))


@cache
def _nesting(depth: int) -> re.Pattern[bytes]:
    return re.compile(rb"(?m)^(?:%b*+%b){%d}" % (_but(_OPENER), _any(_OPENER), depth))


@cache
def _stacking(nouns: int) -> re.Pattern[bytes]:
    return re.compile(rb"%b{%d}%b[^\n]*+" % (_any(_NOUN), nouns - 1, _any(_NOUN | _NOUN_AT_MARK)))


def _any(bits: int) -> bytes:
    """The letters of words that are one of these things, as a class of a pattern."""
    return _class([letter for letter in range(_WORD, 2 * _WORD) if letter & bits])


def _but(bits: int) -> bytes:
    """The letters of words that are none of them."""
    return _class([letter for letter in range(_WORD, 2 * _WORD) if not letter & bits])


def _class(letters: Sequence[int]) -> bytes:
    return b"[" + b"".join(rb"\x%02x" % letter for letter in letters) + b"]"
