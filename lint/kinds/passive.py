"""A passive whose doer is named last and could be the subject.

extends: passive
message: "Who did it comes last: '%s' could be the subject."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.named_doers import named_doers
from lint.rule import Match


@frozen
class PassiveKind:
    """Each passive with `by` and somebody, where the subject is a thing that the sentence before does not speak of."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The argument of the message is the doer."""
        for found in named_doers(prose, article):
            yield Match(prose.span(found.start, found.end), (found.doer,))

    def triggers(self) -> frozenset[str] | None:
        """The word that brings in the doer."""
        return frozenset({" by "})


KIND = PassiveKind
