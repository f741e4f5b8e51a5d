"""A string of nouns before a noun, which the reader has to sort out.

extends: stacked-nouns
message: "'%s' strings %d nouns together."
nouns: 4
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.stacked_nouns import stacked_nouns
from lint.rule import Match


@frozen
class StackedNounsKind:
    """Each string of `nouns` common nouns or more, of which those that are one idea count as one."""

    nouns: int = 4
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are the string and how many nouns it has."""
        for prose, found in stacked_nouns(blocks, article, self.nouns):
            yield Match(prose.span(found.start, found.end), (prose.text[found.start : found.end], found.nouns))


KIND = StackedNounsKind
