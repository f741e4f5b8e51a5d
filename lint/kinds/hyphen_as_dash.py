"""A hyphen typed where a dash is meant.

extends: hyphen-as-dash
message: "A hyphen stands here for a dash."
confidence: 0.8
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.dashes import gap
from lint.language.parting_hyphens import PartingHyphen, parting_hyphens
from lint.language.typed_dashes import typed_dashes
from lint.rule import Match
from lint.text import Edit

_SURE, _DOUBTFUL = 0.99, 0.3
"""From this confidence on fixes are safe, where no other hyphen of the sentence is doubtful, which may be the other half of a pair."""
_MARKED, _CODE = ("markdown", "html"), ("`", "<code", "<pre")
_MOST_TOGETHER = 8
"""What has more dashes is no sentence, and each is mended for itself."""
_TITLES = {1: (), 2: ("Set both as dashes",)}


@frozen
class HyphenAsDash:
    """Each hyphen that is a dash with at least this `confidence`, a share of 1: tight, spaced, doubled, before a clause.

    Not: sums, scores and ranges, options of commands (`--flag`), labels in lists and headings ("Term - meaning"), and the dash
    between a quotation and its source. With `typographer` in the configuration, `--` is the site's to set.
    """

    confidence: float = 0.8
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each such hyphen, with the text's own dash as its fix; those of a sentence are mended together, or not at all."""
        found = sorted([*parting_hyphens(article, prose), *_tight(article, prose)])
        for _, group in groupby(found, key=lambda place: article.sentence_at(prose, place.start)):
            places = list(group)
            hyphens = [place for place in places if place.confidence >= self.confidence]
            sure = all(place.confidence >= _SURE or place.confidence < _DOUBTFUL for place in places)
            sure = sure and not (any(place.gap == (place.start, place.end) for place in hyphens) and _may_have_names(article, prose))
            together = tuple(Edit(prose.span(*place.gap), gap(article, prose.text[place.gap[0]] == " ")) for place in hyphens)
            titles = _TITLES.get(len(hyphens), ("Set all as dashes",))
            for place, edit in zip(hyphens, together, strict=True):
                span = prose.span(place.start, place.end)
                fix = together if len(hyphens) <= _MOST_TOGETHER else (edit,)
                yield Match(span, fixes=(fix,), titles=titles, confidence=round(place.confidence, 3), sure=sure)

    def triggers(self) -> frozenset[str] | None:
        """The hyphen."""
        return frozenset({"-"})


def _may_have_names(article: Article, prose: Prose) -> bool:
    """Whether words without blanks around their hyphen may be the name of something here: in texts with code, in what is no paragraph."""
    if not prose.scope.startswith(("paragraph", "blockquote")):
        return True
    return prose.syntax.value in _MARKED and article.once(_has_code)


def _has_code(article: Article) -> bool:
    return any(mark in article.document.source.text for mark in _CODE)


def _tight(article: Article, prose: Prose) -> Iterator[PartingHyphen]:
    for dash in typed_dashes(article, prose):
        yield PartingHyphen(dash.place, dash.place + 1, (dash.place, dash.place + 1), dash.confidence)


KIND = HyphenAsDash
