"""A word torn apart by a blank, a hyphen or a line's end.

extends: broken-word
message: "'%s' is a word torn apart: %s."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.torn_hyphens import torn_at_hyphens
from lint.language.torn_words import Torn, torn_at_blanks
from lint.rule import Match
from lint.text import Edit

_SOFT_HYPHEN = "\u00ad"
_HYPHENS = "-\u2010"


@frozen
class BrokenWord:
    """Words with a hyphen and a blank inside ("candi- dates", "middle- class"), or a blank alone ("to gether"), which a typeset page or a
    cut has left behind; what they are joined to, with the hyphen or without, best first.

    Not: hyphens that wait for the end of another word ("two- and three-year"), and those that stand for a dash. Words torn at a blank have
    one cause in a text, and so have those that were hyphened at a line's end; where there are two ways to join one it stands for itself.
    """

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each torn word, from left to right."""
        done = 0
        for torn in sorted([*torn_at_hyphens(prose, article), *torn_at_blanks(prose, article)]):
            if torn.start >= done:
                done = torn.end
                yield _match(torn, prose, article)

    def triggers(self) -> frozenset[str] | None:
        """Any word can be torn."""
        return None


def _match(torn: Torn, prose: Prose, article: Article) -> Match:
    span, written = prose.span(torn.start, torn.end), prose.text[torn.start : torn.end]
    said = " or ".join(f"'{form}'" for form in torn.forms)
    fixes = tuple(_edits(torn, form, prose, article) for form in torn.forms)
    return Match(span, (written, said), fixes, cause=_cause(written, torn.forms))


def _edits(torn: Torn, form: str, prose: Prose, article: Article) -> tuple[Edit, ...]:
    """The whole word; where a soft hyphen hides in it, which is no part of the prose, the blanks alone, if no more is to be done."""
    span, written = prose.span(torn.start, torn.end), prose.text[torn.start : torn.end]
    source = article.document.source.text[span.start : span.end]
    if _SOFT_HYPHEN in source and source.replace(_SOFT_HYPHEN, "") == written and written.replace(" ", "") == form:
        blanks = (torn.start + place for place, character in enumerate(written) if character == " ")
        return tuple(Edit(prose.span(blank, blank + 1), "") for blank in blanks)
    return (Edit(span, form),)


def _cause(written: str, forms: tuple[str, ...]) -> str | None:
    """What has torn the word; None where there is a choice of what to join it to."""
    if len(forms) > 1:
        return None
    return "blank" if set(_HYPHENS).isdisjoint(written) else "line end"


KIND = BrokenWord
