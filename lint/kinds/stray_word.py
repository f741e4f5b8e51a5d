"""Two small words that do not stand side by side.

extends: stray-word
message: "One of '%s' is left over."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.stray_words import stray_words
from lint.rule import Match
from lint.text import Edit


@frozen
class StrayWordKind:
    """Two determiners, two prepositions, two helping verbs, `more` before a comparative; fixed by what is left without one of them."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The argument of the message is both words."""
        for found in stray_words(article, prose):
            span = prose.span(found.start, found.end)
            yield Match(span, (prose.text[found.start : found.end],), tuple((Edit(span, meant),) for meant in found.meant))

    def triggers(self) -> None:
        """Any block may hold such words."""


KIND = StrayWordKind
