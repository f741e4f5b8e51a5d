"""A small word that was left out.

extends: missing-word
message: "'%[2]s' is missing in '%[1]s'."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.missing_words import missing_words
from lint.rule import Match
from lint.text import Edit


@frozen
class MissingWordKind:
    """`to`, `of`, `on`, `the` and the like where what stands before and behind asks for them; fixed by putting the word in."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The arguments of the message are the words around the gap and the word that is missing."""
        for found in missing_words(article, prose):
            filled = ((Edit(prose.span(found.gap, found.gap), f" {found.word}"),),)
            yield Match(prose.span(found.start, found.end), (prose.text[found.start : found.end], found.word), filled)

    def triggers(self) -> None:
        """Any block may lack one."""


KIND = MissingWordKind
