"""The seam between a quotation and its cue: a comma or blank that is missing, a stop too many, a cue that stands twice.

extends: quote-seam
message: "A comma is missing where the quotation ends."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.attribution import quotations_of
from lint.language.quote_seams import seams
from lint.rule import Match
from lint.text import Edit


@frozen
class QuoteSeam:
    """Quotations of four words or more whose cue stands right beside them. The comma goes where the text has its others: inside the closing
    mark or outside."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each faulty seam."""
        for seam in seams(article, quotations_of(article, blocks)):
            fixes = ((Edit(seam.prose.span(*seam.edit), seam.text),),) if seam.edit else ()
            yield Match(seam.prose.span(seam.start, seam.end), (), fixes, message=seam.message)


KIND = QuoteSeam
