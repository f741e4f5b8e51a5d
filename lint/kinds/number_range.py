"""A range of numbers set with a hyphen.

extends: number-range
message: "A range of numbers is set with an en dash: '%s'."
everywhere: true
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.number_ranges import NumberRange, number_ranges, sets_ranges_with_dashes
from lint.rule import Match
from lint.text import Edit

_DASH = "–"


@frozen
class NumberRangeKind:
    """Each range with a hyphen, where the document sets most of its ranges with en dashes, or `everywhere`.

    Behind `from` and `between` a word stands between the numbers instead. Scores, votes, telephone numbers, dates and codes are no ranges.
    """

    everywhere: bool = False
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The ranges of the block that are set otherwise than the others."""
        found = [place for place in number_ranges(article, prose) if place.word or not place.dashed]
        if found and (self.everywhere or sets_ranges_with_dashes(article)):
            for place in found:
                yield _match(prose, place)

    def triggers(self) -> frozenset[str] | None:
        """A hyphen or an en dash."""
        return frozenset({"-", _DASH})


def _match(prose: Prose, place: NumberRange) -> Match:
    span = prose.span(place.start, place.end)
    mark = prose.span(place.mark, place.mark + 1)
    if not place.word:
        return Match(span, (prose.text[place.start : place.end],), ((Edit(mark, _DASH),),))
    told = f"{prose.text[place.start : place.mark]} {place.word} {prose.text[place.mark + 1 : place.end]}"
    return Match(span, (), ((Edit(mark, f" {place.word} "),),), message=f"The word before wants '{told}'.")


KIND = NumberRangeKind
