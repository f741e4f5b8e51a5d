"""Speakers with a family name alone whom the text has not brought in.

extends: unintroduced-speaker
message: "Who is %s? The text has not said: give the full name and office at the first mention."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.introductions import unintroduced
from lint.rule import Match


@frozen
class UnintroducedSpeaker:
    """The first mention of a speaker by one name, with or without an honorific, that no full name, office or apposition has brought in, and
    that neither the vocabulary of the house nor the lexicon has as that of somebody whom everybody knows."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each of them once."""
        wanted = {id(block) for block in blocks}
        for place, name in unintroduced(article):
            if id(place.prose) in wanted:
                yield Match(place.span, (name,))


KIND = UnintroducedSpeaker
