"""Where a text has a hard word, or many words, for which a plainer one stands in a table and fits the sentence.

A word is looked for first, in all forms of the table; only a sentence that has one is parted into tokens, and only one in which all words
of an entry stand is tagged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.plain_entries import Entry, entry_of
from lint.language.plain_forms import forms_of_slot
from lint.language.plain_matches import Plainer, PlainSentence, plainer
from lint.language.rarity import Rarity
from lint.letter_case import lower

_WORD = compiled(r"[a-z0-9]+")
_OPEN, _CLOSED = compiled(r"(?<![\w@#/&.’'-])"), compiled(r"(?![\w@/]|[-’'.&]\w)")
_MARKS = ".,:;!?()[]“”‘’\"'–—-"
_REACH = 32
"""So many characters hold the word before or behind another one."""


class PlainTable:
    """A table of plainer words by what is told, read when it is first used; of its single words those are told that are rare enough."""

    def __init__(self, table: Mapping[str, str], rarity: Rarity) -> None:
        self._table = table
        self._rarity = rarity

    def places(self, prose: Prose, article: Article) -> Iterator[Plainer]:
        """What is told of a block, from left to right; of two that share a word the first, of two that begin alike the longer one."""
        sentence, done = None, 0
        for start, entries in self._possible(prose, article):
            if sentence is None or start >= sentence.end:
                sentence = PlainSentence(prose.text, article.sentence_at(prose, start))
            told = next((told for entry in entries if (told := plainer(entry, sentence, start))), None)
            if told is not None and told.start >= done:
                yield told
                done = told.end

    def _possible(self, prose: Prose, article: Article) -> Iterator[tuple[int, list[Entry]]]:
        """Where a word of the table stands, and the entries of it whose words beside that one stand there, too."""
        text = prose.text
        small, words = _small_words(prose, article)
        for start, word in sorted(_starts(small, self._by_word.keys() & words)):
            end = start + len(word)
            if _OPEN.match(text, start) and _CLOSED.match(text, end):
                entries = [entry for entry in self._by_word[word] if _has_neighbours(entry, small, start, end)]
                if entries:
                    yield start, entries

    @cached_property
    def _entries(self) -> tuple[Entry, ...]:
        return tuple(entry_of(key, value) for key, value in self._table.items())

    @cached_property
    def _by_word(self) -> Mapping[str, list[Entry]]:
        """The entries by each form of the word that they are looked for by, the longest first."""
        found: dict[str, list[Entry]] = {}
        for entry in sorted(filter(self._rarity.lets_tell, self._entries), key=lambda entry: -len(entry.slots)):
            for form in forms_of_slot(entry.slots[entry.anchor]):
                found.setdefault(form, []).append(entry)
        return found


def _small_words(prose: Prose, article: Article) -> tuple[str, frozenset[str]]:
    """A block in small letters, as long as it is, and its words; worked out once for all tables."""
    kept = article.once(_kept)
    known = kept.get(id(prose))
    if known is None or known[0] is not prose:
        small = prose.text.lower()
        if len(small) != len(prose.text):
            small = lower(prose.text)
        known = kept[id(prose)] = prose, small, frozenset(_WORD.findall(small))
    return known[1:]


def _kept(article: Article) -> dict[int, tuple[Prose, str, frozenset[str]]]:
    return {}


def _starts(text: str, words: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where each of some words stands in a text in lower case, also as a part of others."""
    for word in words:
        start = text.find(word)
        while start >= 0:
            yield start, word
            start = text.find(word, start + len(word))


def _has_neighbours(entry: Entry, text: str, start: int, end: int) -> bool:
    """Whether the words of an entry beside the one that it is looked for by stand there: a cheap look before the sentence is parted."""
    before, after = entry.anchor - 1, entry.anchor + 1
    if after < len(entry.slots) and _first_word(text[end : end + _REACH]) not in forms_of_slot(entry.slots[after]):
        return False
    return before < 0 or _last_word(text[max(0, start - _REACH) : start]) in forms_of_slot(entry.slots[before])


def _first_word(text: str) -> str:
    return next(iter(text.split(None, 1)), "").strip(_MARKS)


def _last_word(text: str) -> str:
    return next(reversed(text.rsplit(None, 1)), "").strip(_MARKS)
