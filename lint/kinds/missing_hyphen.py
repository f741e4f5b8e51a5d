"""Ages and measures that lack their hyphens.

extends: missing-hyphen
message: "'%[2]s' is joined by hyphens: '%[1]s'."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.missing_hyphens import missing_hyphens
from lint.rule import Match
from lint.text import Edit


@frozen
class MissingHyphenKind:
    """Each age before a noun or behind an article, and each measure between `a` and a noun; fixed by its hyphens."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The arguments of the message are the joined words and those that stand there."""
        for found in sorted(missing_hyphens(prose)):
            span = prose.span(found.start, found.end)
            yield Match(span, (found.joined, prose.text[found.start : found.end]), ((Edit(span, found.joined),),))

    def triggers(self) -> frozenset[str] | None:
        """An age, or the article before a measure."""
        return frozenset({"old", "a ", "an "})


KIND = MissingHyphenKind
