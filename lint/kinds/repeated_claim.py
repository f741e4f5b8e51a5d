"""A fact that one article tells twice, in other words.

extends: repeated-claim
message: "Line %s tells this already, with the same figures and names (%s)."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.repeated_claims import repeated_claims
from lint.rule import Match


@frozen
class RepeatedClaim:
    """One finding a fact: at the last sentence that tells it, the earlier ones related.

    The sentences have a figure in common that stands hardly anywhere else, and names; the later tells nothing that the earlier does not.
    The first two paragraphs, which the body tells again, and quotations are left alone.
    """

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are the line that tells it first, and some of what both lines have: `430, Oxton`."""
        for claim in repeated_claims(blocks, article):
            line = article.document.source.position(claim.earlier[0].start).line
            related = tuple(Related(span, "It is told here, too") for span in claim.earlier)
            yield Match(claim.span, (line, ", ".join(claim.shared)), related=related)


KIND = RepeatedClaim
