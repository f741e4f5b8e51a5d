"""Quotations of whole sentences that nobody is credited with.

extends: unattributed-quote
message: "Who says this? No speaker stands at this quotation."
words: 4
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.attributed import Attribution, QuotationKind
from lint.language.attribution import quotations_of
from lint.language.frames import inner
from lint.language.running import WORD
from lint.rule import Match

_MARKS = frozenset("\"“”„'‘’«»")


@frozen
class UnattributedQuote:
    """A quotation that stands as a sentence of its own, of so many `words` at least, and for which the text around names no speaker.

    A line of plain text that is all quotation counts unless its words stand elsewhere, too: then it is a crosshead.
    """

    words: int = 4
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each of them, whole; of one over several paragraphs the first."""
        for found in quotations_of(article, blocks):
            if found.speaker is None and found.is_bare and found.kind is QuotationKind.QUOTATION and self._is_asked(found, article):
                first, last = found.parts[0], found.parts[-1]
                span = first.span if first.prose is not last.prose else first.prose.span(first.start, last.end)
                yield Match(span, confidence=0.9)

    def triggers(self) -> frozenset[str] | None:
        """A mark of quotation."""
        return _MARKS

    def _is_asked(self, found: Attribution, article: Article) -> bool:
        first = found.parts[0]
        if any(quote.open_start for quote in found.quotes):
            return False
        if len(WORD.findall(first.text)) < self.words:
            return False
        return "heading" not in first.prose.parts or _stands_alone(first.prose, inner(first.prose.text, found.quotes[0]), article)


def _stands_alone(prose: Prose, words: str, article: Article) -> bool:
    """Whether a line that looks like a heading holds a quotation and nothing else, and none that the text has again."""
    if article.document.format != "plain" or len(prose.text.strip()) > len(words) + 4:
        return False
    said = words.rstrip(".,!?").lower()
    return article.folded.count(said) < 2


KIND = UnattributedQuote
