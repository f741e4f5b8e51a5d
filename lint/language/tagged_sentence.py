"""A sentence with its words and their tags, and what noun phrases and verbs stand in it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from lint.language.tagged import Tagged
from lint.language.tags import FINITE
from lint.language.unnamed_people import Phrase, phrase_at


class TaggedSentence(Tagged):
    """A sentence of a text; all offsets are those of the text."""

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.tokens]

    def before(self, offset: int) -> int:
        """How many tokens start before a place."""
        return bisect_left(self._starts, offset)

    def phrase(self, end: int) -> tuple[Phrase, int] | None:
        """The noun phrase whose noun ends at `end`, and where it starts."""
        head = self.before(end) - 1
        return self.phrase_of(head) if head >= 0 and self.tokens[head].end == end else None

    def phrase_of(self, head: int) -> tuple[Phrase, int] | None:
        """The noun phrase whose noun is this token."""
        phrase = phrase_at(self.words, self.tags, head)
        return (phrase, self.tokens[phrase.first].start) if phrase else None

    def has_finite_verb(self, start: int, end: int) -> bool:
        """Whether one stands between two places."""
        return not FINITE.isdisjoint(self.tags[self.before(start) : self.before(end)])

    def has_verb_at(self, start: int) -> bool:
        """Whether the word that starts there, or one of the next two, is a verb."""
        at = self.before(start)
        return 0 <= start < self.end and any(tag.startswith("VB") for tag in self.tags[at : at + 3])
