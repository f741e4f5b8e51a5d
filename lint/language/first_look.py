"""A first look at all sentences of an article: which ones have the words that a rule on hard sentences needs before it reads them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from lint.compiled import compiled_now
from lint.document import Prose
from lint.language.article import Article
from lint.language.long_waits import DASHES, NO_VERB_BEHIND, OPENERS, PERHAPS, is_verb
from lint.language.noun_words import can_be_noun
from lint.language.word_rows import Letters, any_of, none_of, word_rows
from lint.text import Span

_NOUN, _NOUN_AT_MARK, _OPENER, _VERB, _NO_VERB_NEXT, _DASH, _BY = (1 << place for place in range(7))
_MARKS = ",.;:!?\"'()[]“”‘’–—…"
_OPENING = OPENERS | PERHAPS
_BEFORE_NO_VERB = NO_VERB_BEHIND | {"later", "then"}


def waiting(article: Article, blocks: Sequence[Prose], words: int) -> Iterator[tuple[Prose, Span]]:
    """Those in which a subject may wait for its verb so many words: no verb comes before that, none but in another clause."""
    return word_rows(article, blocks).found(_letters, 0, _waiting(words))


def nesting(article: Article, blocks: Sequence[Prose], depth: int) -> Iterator[tuple[Prose, Span]]:
    """Those with so many words that open clauses."""
    return word_rows(article, blocks).found(_letters, 0, _nesting(depth))


def stacking(article: Article, blocks: Sequence[Prose], nouns: int) -> Iterator[tuple[Prose, Span]]:
    """Those with so many words in a row that can be nouns, the last perhaps before a mark."""
    return word_rows(article, blocks).found(_letters, 0, _stacking(nouns))


def _bits(word: str) -> tuple[int]:
    small, bare = word.lower().replace("’", "'"), word.rstrip(_MARKS)
    letter = 0
    if can_be_noun(bare):
        letter |= _NOUN if bare == word else _NOUN_AT_MARK
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
    return (letter,)


_letters = Letters(_bits)


@cache
def _waiting(words: int) -> re.Pattern[bytes]:
    """A sentence of more than so many words, unless a verb stands among the first of them, and before it nothing that opens a clause."""
    other, verb, ends = none_of(_OPENER | _DASH), any_of(_VERB), any_of(_OPENER | _BY)
    return compiled_now(rb"(?m)^(?!%b{0,%d}?(?<!%b)%b(?!%b))[^\n]{%d}" % (other, words, any_of(_NO_VERB_NEXT), verb, ends, words + 1))


@cache
def _nesting(depth: int) -> re.Pattern[bytes]:
    return compiled_now(rb"(?m)^(?:%b*+%b){%d}" % (none_of(_OPENER), any_of(_OPENER), depth))


@cache
def _stacking(nouns: int) -> re.Pattern[bytes]:
    return compiled_now(rb"%b{%d}%b[^\n]*+" % (any_of(_NOUN), nouns - 1, any_of(_NOUN | _NOUN_AT_MARK)))
