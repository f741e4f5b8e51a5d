"""Verbs that do not agree with their subject, and nouns that do not agree with the word that counts them.

extends: agreement
message: "'%s' does not agree with its subject; '%s' does."
of: verbs
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.concord import disagreements
from lint.language.noun_numbers import miscounts
from lint.rule import Match
from lint.text import Edit

_PARTS = {"verbs": (disagreements, "the subject"), "nouns": (miscounts, "what it goes with")}


@frozen
class AgreementKind:
    """Words in the wrong number, with the other one as their fix; `of` says whether `verbs` or `nouns` are meant."""

    of: str = "verbs"
    foreign: bool = False

    def __post_init__(self) -> None:
        if self.of not in _PARTS:
            raise ValueError(f"'of' is 'verbs' or 'nouns', not '{self.of}'")

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are the word and its other form; the word that it has to agree with is `related`."""
        slips, told = _PARTS[self.of]
        for prose, found in slips(article, blocks):
            span = prose.span(found.start, found.end)
            fixes = tuple((Edit(span, meant),) for meant in found.meant)
            related = (Related(prose.span(*found.told_by), told),)
            yield Match(span, (prose.text[found.start : found.end], found.meant[0]), fixes, related=related)


KIND = AgreementKind
