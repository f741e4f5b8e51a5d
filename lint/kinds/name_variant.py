"""One name written in two ways in one text.

extends: name-variant
message: "This may be '%s': the text has %s."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.names import NamePlace, Variant, variants
from lint.rule import Match
from lint.text import Edit, Span


@frozen
class NameVariant:
    """One finding a pair: at the first place of the form that is rarer, or that the vocabulary has not; its other places are related."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The names in two forms, with the usual one as the fix at the first place."""
        yield from map(_match, variants(blocks, article))


def _match(variant: Variant) -> Match:
    span, *others = map(_span, variant.places)
    decided = ", as the vocabulary does" if variant.decided else ""
    told = f"that {_times(variant.times)}{decided}, and '{variant.rarer}' {_times(len(variant.places))}"
    related = tuple(Related(other, f"'{variant.rarer}' here, too") for other in others)
    return Match(span, (variant.usual, told), ((Edit(span, variant.usual),),), related=related)


def _span(place: NamePlace) -> Span:
    return place.prose.span(place.start, place.end)


def _times(count: int) -> str:
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


KIND = NameVariant
