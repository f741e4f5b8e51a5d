"""A claim whose source is a crowd without a face.

extends: vague-source
message: "Who says so? %s."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.vague_sources import vague_sources
from lint.rule import Match


@frozen
class VagueSourceKind:
    """Crowds, ownerless evidence and set phrases that bring in a claim, where neither the sentence nor its neighbours say who they are."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The argument of the message is what the desk asks for: `Name the critics, or say how many and where`."""
        for found in vague_sources(prose, article):
            yield Match(prose.span(found.start, found.end), (found.advice,))

    def triggers(self) -> frozenset[str] | None:
        """None: too many words can bring in a claim."""
        return None


KIND = VagueSourceKind
