"""Sentences as rows of letters, one for each word, so that a pattern finds in one pass those that are worth a closer look.

A letter is a byte that says what the word can be. The rows of all sentences are one, parted by line ends. A pattern over letters may let
through what the closer look refuses, and never the reverse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.text import Span

PLAIN = 128
"""The letter of a word that is nothing in particular; what a word can be is added to it, in seven bits."""
_MOST_KNOWN, _LONG = 40_000, 64


class Letters(dict[str, bytes]):
    """The letters of words, one of each of so many alphabets, worked out by a function when a word is first asked for."""

    def __init__(self, bits: Callable[[str], tuple[int, ...]], alphabets: int = 1) -> None:
        super().__init__()
        self._bits = bits
        self._alphabets = alphabets
        self._line_end = b"\n" * alphabets
        self._shared: dict[bytes, bytes] = {}  # many words, few letters: each kept once

    def __missing__(self, word: str) -> bytes:
        letters = self._line_end if word == "\n" else bytes([PLAIN | bits for bits in self._bits(word)])
        letters = self._shared.setdefault(letters, letters)
        if len(self) >= _MOST_KNOWN:
            self.clear()
        if len(word) < _LONG:
            self[word] = letters
        return letters

    def rows(self, words: Iterable[str]) -> list[bytes]:
        """The letters of some words in a row, for each alphabet."""
        together = b"".join(map(self.__getitem__, words))
        return [together[number :: self._alphabets] for number in range(self._alphabets)]


class WordRows:
    """The sentences of some blocks of an article."""

    def __init__(self, article: Article, blocks: Sequence[Prose]) -> None:
        self._blocks = blocks  # whose identities are the key to this, so that they have to live as long
        self._sentences = [(block, sentence) for block in blocks for sentence in article.sentences(block)]
        texts = [block.text[sentence.start : sentence.end].replace("\n", "\0") for block, sentence in self._sentences]
        self._words = " \n ".join(texts).split(" ")
        self._rows: dict[int, list[bytes]] = {}

    def found(
        self, letters: Letters, alphabet: int, pattern: re.Pattern[bytes], check: Callable[[list[str]], bool] = bool
    ) -> Iterator[tuple[Prose, Span]]:
        """The sentences that a pattern over these letters matches, each as often as it does so with words that stand the `check`."""
        if id(letters) not in self._rows:
            self._rows[id(letters)] = letters.rows(self._words)
        row = self._rows[id(letters)][alphabet]
        number = last = 0
        for found in pattern.finditer(row):
            if check(self._words[found.start() : found.end()]):
                number += row.count(b"\n", last, found.start())
                last = found.start()
                yield self._sentences[number]


def word_rows(article: Article, blocks: Sequence[Prose]) -> WordRows:
    """The rows of some blocks of an article, the same for all rules that ask for these."""
    kept = article.once(_kept)
    key = tuple(map(id, blocks))
    if key not in kept:
        kept[key] = WordRows(article, blocks)
    return kept[key]


def _kept(article: Article) -> dict[tuple[int, ...], WordRows]:
    return {}


def any_of(bits: int, but: int = 0) -> bytes:
    """The letters of words that are one of these things, and none of others, as a class of a pattern."""
    return _class([letter for letter in range(PLAIN, 2 * PLAIN) if letter & bits and not letter & but])


def none_of(bits: int) -> bytes:
    """The letters of words that are none of them."""
    return _class([letter for letter in range(PLAIN, 2 * PLAIN) if not letter & bits])


def all_of(bits: int) -> bytes:
    """The letters of words that are all of them."""
    return _class([letter for letter in range(PLAIN, 2 * PLAIN) if letter & bits == bits])


def _class(letters: Sequence[int]) -> bytes:
    return b"[" + b"".join(rb"\x%02x" % letter for letter in letters) + b"]"
