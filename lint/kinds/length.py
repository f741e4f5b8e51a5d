"""Sentences, paragraphs and headlines that are too long.

extends: length
message: "This sentence has %d words (at most %d)."
scope: sentence
max: 45
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lint.document import Prose
from lint.language.article import Article
from lint.language.words import count_words
from lint.rule import Match


@dataclass(frozen=True)
class Length:
    """A block (or sentence, by the rule's scope) of more than `max` words; a characters' count with `characters: true`."""

    max: int
    characters: bool = False
    foreign: bool = False

    @property
    def shortest(self) -> int:
        """Fewer characters than these cannot be too many words: each takes two at least, with its blank."""
        return self.max if self.characters else 2 * self.max

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The whole of what is too long."""
        if len(prose.text) < self.shortest:
            return
        size = len(prose.text) if self.characters else count_words(prose.text)
        if size > self.max:
            yield Match(prose.span(0, len(prose.text)), (size, self.max))

    def triggers(self) -> frozenset[str] | None:
        """Any words can be too many."""
        return None


KIND = Length
