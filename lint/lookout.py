"""Which of many literals stand in a text, found in one pass and remembered for those who ask again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from lint.literals import folded

_BEGINNING = 5
"""Letters by which literals are looked for at first: few of the text's own begin a literal that does not stand there."""
_ENOUGH = 30_000
"""Characters of texts from which an automaton, which reads faster but is dear to make, pays."""


class Lookout:
    """Lower-case literals: those of an article or two are found by their beginnings, those of more by an automaton."""

    def __init__(self, literals: Iterable[str]) -> None:
        self.literals = frozenset(literals)
        self._covered: dict[frozenset[str], bool] = {}
        self._read = 0

    def sight(self, text: str) -> set[str]:
        """Those that stand in a text."""
        if not self.literals:
            return set()
        small = folded(text)
        self._read += len(small)
        if self._read < _ENOUGH:
            return self._by_beginnings(small)
        return {literal for _, literal in self._automaton.iter(small)}

    def watch(self, text: str) -> set[str]:
        """As `sight`; what was found is then known to `seen_in` until another text is watched."""
        global _remembered
        found = self.sight(text)
        _remembered = text, self, found
        return found

    def covers(self, literals: frozenset[str]) -> bool:
        """Whether it looks for all of these."""
        known = self._covered.get(literals)
        if known is None:
            known = self._covered[literals] = literals <= self.literals
        return known

    def _by_beginnings(self, small: str) -> set[str]:
        """Those that stand in a text in lower case."""
        short, begun = self._begun
        stretches = {small[start : start + _BEGINNING] for start in range(len(small) - _BEGINNING + 1)}
        possible = (literal for beginning in begun.keys() & stretches for literal in begun[beginning] if literal[-_BEGINNING:] in stretches)
        return {literal for literals in (short, possible) for literal in literals if literal in small}

    @cached_property
    def _begun(self) -> tuple[list[str], dict[str, list[str]]]:
        """The literals that are shorter than a beginning, and the others by theirs."""
        short: list[str] = []
        begun: dict[str, list[str]] = {}
        for literal in self.literals:
            if len(literal) < _BEGINNING:
                short.append(literal)
            else:
                begun.setdefault(literal[:_BEGINNING], []).append(literal)
        return short, begun

    @cached_property
    def _automaton(self) -> Any:
        import ahocorasick

        automaton = ahocorasick.Automaton()
        for literal in self.literals:
            automaton.add_word(literal, literal)
        automaton.make_automaton()
        return automaton


_remembered: tuple[str, Lookout | None, set[str]] = ("", None, set())


def seen_in(text: str, literals: frozenset[str]) -> set[str] | frozenset[str] | None:
    """Which of the literals stand in the text that was watched last; None where that was another text, or for others."""
    watched, lookout, found = _remembered
    if lookout is None or watched is not text or not lookout.covers(literals):
        return None
    return found & literals
