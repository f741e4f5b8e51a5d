"""Where a text has a hard word, or many words, for which a plainer one stands in a table and fits the sentence.

What of the table may stand in a text at all is known from its stems, which others look for; the forms of these words alone are looked for.
Only a sentence that has one is parted into tokens, and only one in which all words of an entry stand is tagged.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.plain_entries import Entry, entry_of
from lint.language.plain_forms import forms_of_slot
from lint.language.plain_matches import Plainer, PlainSentence, plainer
from lint.language.plain_stems import stems_of
from lint.language.rarity import Rarity
from lint.letter_case import lower
from lint.named import NamedTuple

_OPEN, _CLOSED = compiled(r"(?<![\w@#/&.’'-])"), compiled(r"(?![\w@/]|[-’'.&]\w)")
_MARKS = ".,:;!?()[]“”‘’\"'–—-"
_REACH = 32
"""So many characters hold the word before or behind another one."""


class PlainTable:
    """A table of plainer words by what is told, read as far as it is used; of its single words those are told that are rare enough."""

    def __init__(self, table: Mapping[str, str], rarity: Rarity) -> None:
        self._table = table
        self._rarity = rarity
        self._by_form: dict[str, list[_Ranked]] = {}
        self._forms: dict[str, frozenset[str]] = {}

    def places(self, prose: Prose, article: Article, stems: Iterable[str]) -> Iterator[Plainer]:
        """What is told of a block that has these stems of the table and no others, from left to right.

        Of two that share a word it is the first, of two that begin alike the longer one.
        """
        sentence, done = None, 0
        for start, entries in self._possible(prose.text, stems):
            if sentence is None or start >= sentence.end:
                sentence = PlainSentence(prose.text, article.sentence_at(prose, start))
            told = next((told for entry in entries if (told := plainer(entry, sentence, start))), None)
            if told is not None and told.start >= done:
                yield told
                done = told.end

    def _possible(self, text: str, stems: Iterable[str]) -> Iterator[tuple[int, list[Entry]]]:
        """Where a word of the table stands, and the entries of it whose words beside that one stand there, too."""
        small = text.lower()
        if len(small) != len(text):
            small = lower(text)
        for start, word in sorted(_starts(small, {form for stem in stems for form in self._forms_with(stem)})):
            end = start + len(word)
            if _OPEN.match(text, start) and _CLOSED.match(text, end):
                entries = [entry for _, entry in self._by_form[word] if _has_neighbours(entry, small, start, end)]
                if entries:
                    yield start, entries

    def _forms_with(self, stem: str) -> frozenset[str]:
        """The forms that the entries with a stem are looked for by; these entries are known from then on."""
        if stem not in self._forms:
            told = [ranked for ranked in map(self._ranked, self._by_stem[stem]) if self._rarity.lets_tell(ranked.entry)]
            found = [(form, ranked) for ranked in told for form in forms_of_slot(ranked.entry.slots[ranked.entry.anchor])]
            for form, ranked in found:
                known = self._by_form.setdefault(form, [])
                if ranked not in known:
                    insort(known, ranked)
            self._forms[stem] = frozenset(form for form, _ in found)
        return self._forms[stem]

    def _ranked(self, line: tuple[int, str]) -> _Ranked:
        place, key = line
        entry = entry_of(key, self._table[key])
        return _Ranked((-len(entry.slots), place), entry)

    @cached_property
    def _by_stem(self) -> Mapping[str, list[tuple[int, str]]]:
        """The lines of the table by their stems, each with its place."""
        found: dict[str, list[tuple[int, str]]] = {}
        for place, key in enumerate(self._table):
            for stem in stems_of(key):
                found.setdefault(stem, []).append((place, key))
        return found


class _Ranked(NamedTuple):
    """An entry, the longest before others: that one is told."""

    rank: tuple[int, int]
    entry: Entry


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
