"""Which of many literals stand in a text, found in one pass and remembered for those who ask again."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from lint.literals import folded


class Lookout:
    """An automaton over lower-case literals."""

    def __init__(self, literals: Iterable[str]) -> None:
        self.literals = frozenset(literals)
        self._covered: dict[frozenset[str], bool] = {}

    def sight(self, text: str) -> set[str]:
        """Those that stand in a text."""
        if not self.literals:
            return set()
        return {literal for _, literal in self._automaton.iter(folded(text))}

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
