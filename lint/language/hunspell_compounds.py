"""Compounds: words that are put together from the entries of a Hunspell dictionary."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lint.named import NamedTuple

if TYPE_CHECKING:
    from lint.language.hunspell_dictionary import Dictionary, Reading

_MOST_PARTS = 6
_MOST_STEPS = 4000


class Part(NamedTuple):
    """What a stretch may be in a compound, and the flags of the readings that say so."""

    begins: bool
    middles: bool
    ends: bool
    capital: bool
    keeps_case: bool
    flags: frozenset[str]


class Compounds:
    """Says whether a word is a compound, by rules of flags (`COMPOUNDRULE`) and by parts (`COMPOUNDFLAG` and its like)."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._dictionary = dictionary
        self._affixes = dictionary.affixes
        self._rules = dictionary.affixes.compound_rules
        self._parts: dict[str, Part | None] = {}
        self._steps = 0

    def holds(self, word: str) -> bool:
        """Whether a word is a compound, as written or with the capitals of a sentence's head folded."""
        if not self._rules and not self._affixes.compounding:
            return False
        self._steps = 0
        small = self._dictionary.lower(word)
        forms = [(word, False)]
        if word.isupper():
            forms += [(small, True), (small[:1].upper() + small[1:], True)]
        elif word[0] != word[0].lower():
            forms.append((word[0].lower() + word[1:], True))
        return any(self._by_rules(form) or self._by_parts(form, word, folded) for form, folded in forms)

    def _by_rules(self, word: str) -> bool:
        if not self._rules or self._dictionary.entries.of(word):
            return False
        return any(self._matches(word, rule, 0) for rule in self._rules)

    def _matches(self, word: str, rule: tuple[tuple[str, str], ...], pieces: int) -> bool:
        """Whether the rest of a word is what is left of a rule; a compound has two pieces at least."""
        if not word:
            return pieces > 1 and all(mark for _, mark in rule)
        self._steps += 1
        if not rule or self._steps > _MOST_STEPS:
            return False
        (flag, mark), rest = rule[0], rule[1:]
        if mark and self._matches(word, rest, pieces):
            return True
        following = rule if mark == "*" else rest
        return any(
            any(flag in flags for flags in self._dictionary.entries.of(word[:end])) and self._matches(word[end:], following, pieces + 1)
            for end in range(1, len(word) + 1)
        )

    def _by_parts(self, form: str, written: str, folded: bool) -> bool:
        if not self._affixes.compounding:
            return False
        return self._splits(form, written, folded, [])

    def _splits(self, rest: str, written: str, folded: bool, before: list[str]) -> bool:
        """Whether the rest of a word can be parted so that each part may stand where it stands."""
        least = self._affixes.compound_min
        most = self._affixes.compound_most or _MOST_PARTS
        self._steps += 1
        if len(before) + 2 > most or self._steps > _MOST_STEPS:
            return False
        for left, right in self._cuts(rest, least):
            part = self._part(left)
            if part is None or not (part.middles if before else part.begins) or (folded and part.keeps_case):
                continue
            if before and not self._may_touch(before[-1], left):
                continue
            if self._ends(left, right, written, folded) or self._splits(right, written, folded, [*before, left]):
                return True
        return False

    def _cuts(self, rest: str, least: int) -> Iterator[tuple[str, str]]:
        """Each way to part a word in two, with the letter that `SIMPLIFIEDTRIPLE` leaves out of three put back."""
        simplified, no_triple = (name in self._affixes.switches for name in ("SIMPLIFIEDTRIPLE", "CHECKCOMPOUNDTRIPLE"))
        for place in range(least, len(rest) - least + 1):
            if not (no_triple and _has_triple(rest, place)):
                yield rest[:place], rest[place:]
            if simplified and rest[place - 1] == rest[place]:
                yield rest[:place] + rest[place], rest[place:]

    def _ends(self, left: str, right: str, written: str, folded: bool) -> bool:
        part = self._part(right)
        if part is None or not part.ends or (folded and part.keeps_case) or (part.capital and not written[0].isupper()):
            return False
        if left == right and "CHECKCOMPOUNDDUP" in self._affixes.switches:
            return False
        return self._may_touch(left, right) and not self._is_mistyped(left + right)

    def _may_touch(self, left: str, right: str) -> bool:
        """Whether the boundary between two parts breaks none of the dictionary's rules."""
        switches = self._affixes.switches
        if "CHECKCOMPOUNDCASE" in switches and (left[-1].isupper() or right[0].isupper()) and "-" not in (left[-1], right[0]):
            return False
        return not any(self._forbids(row, left, right) for row in self._affixes.tables.get("CHECKCOMPOUNDPATTERN", ()))

    def _forbids(self, row: tuple[str, ...], left: str, right: str) -> bool:
        (end, _, end_flag), (begin, _, begin_flag) = row[0].partition("/"), row[1].partition("/")
        if not left.endswith("" if end == "0" else end) or not right.startswith("" if begin == "0" else begin):
            return False
        sides = ((end_flag, self._part(left)), (begin_flag, self._part(right)))
        return all(not flag or (part is not None and flag in part.flags) for flag, part in sides)

    def _is_mistyped(self, compound: str) -> bool:
        """Whether one replacement of `REP` makes the compound an entry, which was rather meant then."""
        if "CHECKCOMPOUNDREP" not in self._affixes.switches:
            return False
        return any(
            old in compound and self._dictionary.entries.of(compound.replace(old, new, 1)) for old, new in self._affixes.pairs("REP")
        )

    def _part(self, text: str) -> Part | None:
        if text not in self._parts:
            if len(self._parts) > 1 << 16:
                self._parts.clear()
            self._parts[text] = self._worked_out(text)
        return self._parts[text]

    def _worked_out(self, text: str) -> Part | None:
        found: Part | None = None
        for reading in self._dictionary.readings(text):
            if self._affixes.marked(reading.entry, "FORBIDDENWORD"):
                return None
            part = self._use(reading)
            found = part if found is None or part is None else _either(found, part)
        return found

    def _use(self, reading: Reading) -> Part | None:
        """What a reading may be: an affix stands at the edge of a compound only, unless it is permitted inside."""
        marked, flags = self._affixes.marked, reading.flags
        if marked(flags, "COMPOUNDFORBIDFLAG"):
            return None
        anywhere = marked(flags, "COMPOUNDFLAG")
        begins, middles, ends = (anywhere or marked(flags, name) for name in ("COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND"))
        for affix in reading.affixes:
            if not marked(affix.flags, "COMPOUNDPERMITFLAG"):
                middles = False
                begins, ends = (begins, False) if affix.prefix else (False, ends)
            if not affix.prefix and marked(affix.flags, "ONLYINCOMPOUND"):
                ends = ends and (marked(affix.flags, "COMPOUNDFLAG") or marked(affix.flags, "COMPOUNDEND"))
        return Part(begins, middles, ends, marked(flags, "FORCEUCASE"), marked(flags, "KEEPCASE"), flags)


def _has_triple(word: str, place: int) -> bool:
    """Whether the same letter stands three times around a place."""
    around = word[max(place - 2, 0) : place + 1], word[place - 1 : place + 2]
    return any(len(letters) == 3 and len(set(letters)) == 1 for letters in around)


def _either(one: Part, other: Part) -> Part:
    return Part(
        one.begins or other.begins,
        one.middles or other.middles,
        one.ends or other.ends,
        one.capital or other.capital,
        one.keeps_case and other.keeps_case,
        one.flags | other.flags,
    )
