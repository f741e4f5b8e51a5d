"""Forms of verbs that do not go with their helping verb.

extends: verb-form
message: "'%s' does not go with '%s'."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.verb_groups import wrong_forms
from lint.rule import Match
from lint.text import Edit


@frozen
class VerbFormKind:
    """A past behind `have`, anything but a base form behind `can`, a participle without a helping verb; fixed by the right form."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are the wrong form and the word that it has to go with, which is `related`."""
        for prose, found in wrong_forms(article, blocks):
            span = prose.span(found.start, found.end)
            helper = prose.text[found.told_by.start : found.told_by.end]
            fixes = tuple((Edit(span, meant),) for meant in found.meant)
            yield Match(
                span,
                (prose.text[found.start : found.end], helper),
                fixes,
                related=(Related(prose.span(*found.told_by), "what it goes with"),),
            )


KIND = VerbFormKind
