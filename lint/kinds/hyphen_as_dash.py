"""A hyphen typed where a dash is meant.

extends: hyphen-as-dash
message: "A hyphen stands here for a dash."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.dashes import STYLES, house_style, is_label
from lint.rule import Match
from lint.text import Edit

_SPACED = compiled(r"(?<=[^\s\-]) (-) (?=[^\s\-])")
_DOUBLED = compiled(r"(?<=[\w.,;:!?%)\]”’\"'…])( ?)(-{2,3})( ?)(?=[\w(\[“‘\"'$£€])")
_PAIR = 2
_SUM = compiled(r"[\d%)][\s]?$")


class _Hyphen(NamedTuple):
    """Where a hyphen stands, and the gap between two words that it and its blanks take."""

    start: int
    end: int
    gap: tuple[int, int]


@dataclass(frozen=True)
class HyphenAsDash:
    """Doubled and tripled hyphens between words, and a single one with a blank on either side.

    Not: sums and scores, options of commands (`--flag`), labels in lists and headings ("Term - meaning"), and the dash
    between a quotation and its source. With `typographer` in the configuration, `--` is the site's to set.
    """

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each hyphen that is a dash, with the text's own dash as its fix; two in a sentence are a pair, and mended together."""
        places = sorted([*self._spaced(prose), *self._doubled(prose, article)])
        for _, group in groupby(places, key=lambda place: article.sentence_at(prose, place.start)):
            hyphens = list(group)
            edits = [Edit(prose.span(*place.gap), STYLES[house_style(article, prose.text[place.gap[0]] == " ")]) for place in hyphens]
            paired = len(edits) == _PAIR
            for place, edit in zip(hyphens, edits, strict=True):
                fix = tuple(edits) if paired else (edit,)
                yield Match(prose.span(place.start, place.end), fixes=(fix,), titles=("Set both as dashes",) if paired else ())

    def triggers(self) -> frozenset[str] | None:
        """The hyphens."""
        return frozenset({" - ", "--"})

    def _spaced(self, prose: Prose) -> Iterator[_Hyphen]:
        for found in _SPACED.finditer(prose.text):
            if not self._is_sum(found) and not is_label(prose, *found.span()):
                yield _Hyphen(*found.span(1), found.span())

    def _doubled(self, prose: Prose, article: Article) -> Iterator[_Hyphen]:
        if article.house.typographer and prose.syntax.value == "markdown":
            return
        for found in _DOUBLED.finditer(prose.text):
            if bool(found.group(1)) == bool(found.group(3)) and not self._is_sum(found) and not is_label(prose, *found.span()):
                yield _Hyphen(*found.span(2), found.span())

    def _is_sum(self, found: re.Match[str]) -> bool:
        return found.string[found.end()].isdigit() and _SUM.search(found.string, max(0, found.start() - 2), found.start()) is not None


KIND = HyphenAsDash
