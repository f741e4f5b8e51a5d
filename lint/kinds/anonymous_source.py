"""Sources that are not named, without the reason.

extends: anonymous-source
message: "Why is this source not named? Give the reason: '%s'."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.anonymous_sources import Fault, anonymous_sources
from lint.language.article import Article
from lint.language.source_mentions import LITERALS
from lint.rule import Match

_FACELESS = "Who is this source? The reason is there, but not how '%s' can know: say as much as the promise allows."


@frozen
class AnonymousSource:
    """Each unnamed source of an article once: one whose reason the text does not give, or of whom it says nothing but that."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The argument of the message is the source in the words of the text."""
        for source in article.once(anonymous_sources).get(id(prose), ()):
            words = prose.text[source.start : source.end]
            message = _FACELESS.replace("%s", " ".join(words.split())) if source.fault is Fault.DESCRIPTION else ""
            yield Match(prose.span(source.start, source.end), (words,), message=message)

    def triggers(self) -> frozenset[str] | None:
        """The words of which the signs of such a source are made."""
        return LITERALS


KIND = AnonymousSource
