"""Quotation marks that nothing closes, or nothing opens.

extends: unclosed-quote
message: "This quotation is not closed."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.unclosed import strays
from lint.rule import Match

_UNOPENED = "Nothing opens the quotation that this mark closes."


@frozen
class UnclosedQuote:
    """The mark without its partner in its paragraph, unless the quotation goes on in the next one: each opens, only the last closes.

    Single marks are left alone, they may be apostrophes.
    """

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each such mark."""
        for stray in strays(article, blocks):
            yield Match(stray.prose.span(stray.start, stray.end), message="" if stray.opens else _UNOPENED)

    def triggers(self) -> frozenset[str] | None:
        """A double mark."""
        return frozenset('"“”„«»') | {"''"}


KIND = UnclosedQuote
