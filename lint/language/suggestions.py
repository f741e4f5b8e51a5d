"""What somebody may have meant who wrote a word that no dictionary has: words one slip away, the likeliest slip first.

Order and repertoire follow Hunspell: other capitals, the replacements of `REP`, letters swapped, doubled, left out, added or mistaken, and
two words run together; further off only where nothing is near. A slip costs more where it is rarer, and so does a rare word (`WARN`).
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import pairwise

from lint.language.hunspell_affixes import Affix
from lint.language.hunspell_dictionary import Dictionary

_MOST_KEPT = 4096
_FEW_ASKED = 80
_LONGEST = 40
_SHORTEST_FAR, _LONGEST_FAR = 5, 10
_SHORTEST_PART = 2
_VOWELS = frozenset("aeiouyäöüáéíóú")
_ALPHABET = "esianrtolcdugmphbyfvkwzxjq'"

_CHEAP, _PLAIN, _DEAR, _SPLIT, _FAR = 0.6, 0.9, 1.3, 1.4, 2.0
_RARE, _OTHER_HEAD = 0.45, 0.5


class Suggester:
    """Makes suggestions from one dictionary; they are kept for each word."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._kept: dict[str, tuple[str, ...]] = {}
        self._asked = 0

    def suggestions(self, word: str, most: int = 5) -> tuple[str, ...]:
        """At most `most` words, best first, with the capitals of the word."""
        kept = self._kept.get(word)
        if kept is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[word] = self._ranked(word, most) if len(word) <= _LONGEST else ()
        return kept[:most]

    def _ranked(self, word: str, most: int) -> tuple[str, ...]:
        small = self._dictionary.lower(word)
        costs: dict[str, float] = {}
        recased = self._dictionary.recased(word)
        if recased is not None:
            costs[recased] = 0.0
        self._near(word, small, costs)
        if not costs and len(small) >= _SHORTEST_FAR and word == small:
            self._farther(small, costs)
        likely = heapq.nsmallest(2 * most, costs, key=lambda found: (costs[found], found))
        written = [self._dictionary.shown(_like(word, found)) for found in likely if self._is_proper(found)]
        return tuple([found for found in dict.fromkeys(written) if found != word][:most])

    def _is_proper(self, found: str) -> bool:
        return all(self._dictionary.suggestible(part) for part in found.split())

    def _near(self, word: str, small: str, costs: dict[str, float]) -> None:
        """The words that one slip makes the written one."""
        for form in {word, small}:
            for found in self._entries(self._edits(form)):
                self._note(costs, found, self._cost(form, found))
            self._inflected(form, costs)
        if word.isupper():
            for found in self._entries({form.upper() for form in self._edits(small)}):
                self._note(costs, found, self._cost(word, found))
        for old, new in self._dictionary.affixes.pairs("REP"):
            for found in _replaced(small, old, new.replace("_", " ")):
                if found.split() and all(map(self._dictionary.entries.has, found.split())):
                    self._note(costs, found, _PLAIN)
        for left, right in _halves(small):
            if self._is_common(left) and self._is_common(right):
                self._note(costs, f"{left} {right}", _SPLIT)

    def _inflected(self, word: str, costs: dict[str, float]) -> None:
        """Forms that an affix of the dictionary makes of a stem with a slip in it."""
        for base, affix in self._cut(word):
            for stem in self._entries(self._edits(base)):
                form = affix.put_on(stem) if any(affix.flag in flags for flags in self._dictionary.entries.of(stem)) else None
                if form and not self._dictionary.entries.has(form):
                    self._note(costs, form, self._cost(base, stem), stem)

    def _cut(self, word: str) -> Iterator[tuple[str, Affix]]:
        """The word without each affix that it seems to have, whether or not what is left is a word."""
        affixes = self._dictionary.affixes
        for length in range(1, min(affixes.longest_suffix, len(word) - 2) + 1):
            for affix in affixes.suffixes.get(word[-length:], ()):
                if affix.flag in self._dictionary.entries.common_flags:
                    yield word[:-length] + affix.strip, affix
        for length in range(1, min(affixes.longest_prefix, len(word) - 2) + 1):
            for affix in affixes.prefixes.get(word[:length], ()):
                if affix.flag in self._dictionary.entries.common_flags:
                    yield affix.strip + word[length:], affix

    def _farther(self, word: str, costs: dict[str, float]) -> None:
        """Words two slips away, where the first is of the commonest sort."""
        for form in _commonest_slips(word):
            for found in self._entries(self._edits(form)):
                self._note(costs, found, _FAR + self._cost(form, found))

    def _note(self, costs: dict[str, float], found: str, cost: float, stem: str | None = None) -> None:
        cost += _RARE if self._is_rare(stem or found) else 0.0
        if cost < costs.get(found, 99.0):
            costs[found] = cost

    def _edits(self, word: str) -> set[str]:
        """What one letter swapped, left out, mistaken or added makes of a word."""
        cuts = [(word[:place], word[place:]) for place in range(len(word) + 1)]
        letters = self._letters
        found = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
        found.update([left + right[1:] for left, right in cuts if right])
        found.update([left + letter + right[1:] for left, right in cuts if right for letter in letters])
        found.update([left + letter + right for left, right in cuts for letter in letters])
        return found

    def _cost(self, word: str, found: str) -> float:
        """How unlikely the slip is that made the one word of the other."""
        start = _shared(word, found)
        cost = _OTHER_HEAD if start == 0 else 0.0
        if len(word) == len(found):
            if word[start : start + 2] == found[start : start + 2][::-1]:
                return cost + _CHEAP
            return cost + self._mistaken(word[start : start + 1], found[start : start + 1])
        longer = word if len(word) > len(found) else found
        doubled = longer[start : start + 1] in (longer[start - 1 : start], longer[start + 1 : start + 2])
        return cost + (_CHEAP if doubled else _PLAIN)

    def _mistaken(self, written: str, meant: str) -> float:
        if written in _VOWELS and meant in _VOWELS:
            return _PLAIN
        return _PLAIN if written + meant in self._neighbours else _DEAR

    def _entries(self, forms: set[str]) -> Iterable[str]:
        """Those of the forms that are entries. A set of all entries pays only where many words are asked for."""
        self._asked += 1
        return forms & self._dictionary.entries.stems if self._asked > _FEW_ASKED else filter(self._dictionary.entries.has, forms)

    def _is_common(self, stem: str) -> bool:
        return self._dictionary.entries.has(stem) and not self._is_rare(stem)

    def _is_rare(self, stem: str) -> bool:
        affixes = self._dictionary.affixes
        return any(affixes.marked(flags, "WARN") for flags in self._dictionary.entries.of(stem))

    @cached_property
    def _letters(self) -> str:
        return "".join(dict.fromkeys(letter for letter in self._dictionary.affixes.letters or _ALPHABET if letter == letter.lower()))

    @cached_property
    def _neighbours(self) -> frozenset[str]:
        """Letters that the keyboard has side by side, or that `MAP` counts as akin, in pairs."""
        rows = self._dictionary.affixes.keyboard.split("|")
        near = {pair for row in rows for one, other in pairwise(row) for pair in (one + other, other + one)}
        akin = [row[0] for row in self._dictionary.affixes.tables.get("MAP", ())]
        return frozenset(near | {one + other for row in akin for one in row for other in row})


def _shared(word: str, found: str) -> int:
    """How many letters both begin with."""
    shortest = min(len(word), len(found))
    return next((place for place in range(shortest) if word[place] != found[place]), shortest)


def _like(word: str, found: str) -> str:
    """With the capitals of the word as it was written; capitals that a word has of its own stay."""
    if len(word) > 1 and word.isupper():
        return found.upper()
    return found[:1].upper() + found[1:] if word[:1].isupper() else found


def _replaced(word: str, old: str, new: str) -> Iterator[str]:
    """The word with each place replaced where `old` stands; `^` and `$` in it bind it to an end."""
    bare = old.strip("^$")
    place = word.find(bare) if bare else -1
    while place >= 0:
        at_start, at_end = place == 0, place + len(bare) == len(word)
        if (at_start or not old.startswith("^")) and (at_end or not old.endswith("$")):
            yield word[:place] + new + word[place + len(bare) :]
        place = word.find(bare, place + 1)


def _halves(word: str) -> Iterable[tuple[str, str]]:
    return [(word[:place], word[place:]) for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)]


def _commonest_slips(word: str) -> set[str]:
    """The word with two letters swapped, one letter less, or, if it is not long, another vowel."""
    cuts = [(word[:place], word[place:]) for place in range(1, len(word))]
    found = {left + right[1] + right[0] + right[2:] for left, right in cuts if len(right) > 1}
    found.update(left + right[1:] for left, right in cuts)
    if len(word) <= _LONGEST_FAR:
        found.update(left + vowel + right[1:] for left, right in cuts if right[0] in "aeiou" for vowel in "aeiou")
    return found - {word}
