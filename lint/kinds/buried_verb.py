"""A verb that comes long after its subject.

extends: buried-verb
message: "This verb comes %d words after its subject, '%s'."
words: 20
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.buried_verbs import buried_verbs
from lint.rule import Match


@frozen
class BuriedVerbKind:
    """Each verb with at least `words` words between it and the head of its subject."""

    words: int = 20
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are how many words stand between, and the subject, which is `related`."""
        for prose, found in buried_verbs(blocks, article, self.words):
            verb, subject = (prose.text[span.start : span.end] for span in (found.span, found.subject))
            related = Related(prose.span(*found.subject), f"the subject of '{verb}'")
            yield Match(prose.span(*found.span), (found.gap, subject), related=(related,))


KIND = BuriedVerbKind
