"""Clauses inside clauses, one of which breaks off until the others end.

extends: nested-clauses
message: "'%s' opens a clause inside %d others."
depth: 3
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.nested_clauses import nested_clauses
from lint.rule import Match


@frozen
class NestedClausesKind:
    """The innermost of `depth` clauses or more inside each other; one less is enough where two of them wait for their verbs at once."""

    depth: int = 3
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are the word that opens it and how many clauses stand around it; their openers are `related`."""
        for prose, found in nested_clauses(blocks, article, self.depth):
            related = tuple(Related(prose.span(*span), "opens a clause around it") for span in found.around)
            yield Match(prose.span(*found.span), (prose.text[found.span.start : found.span.end], found.depth), related=related)


KIND = NestedClausesKind
