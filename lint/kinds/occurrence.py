"""Something that stands too often, or not often enough, in a block.

extends: occurrence
message: "Three commas at most in a headline."
scope: heading
max: 3
token: ","
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice

from lint.compiled import compiled
from lint.document import PLACEHOLDER, Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.pattern import Expression, Pattern
from lint.prefilter import literals_of
from lint.rule import Match

_WORD = compiled(r"\S+")


@frozen
class Occurrence:
    """A block in which `token` matches more than `max` or fewer than `min` times; 0 is no bound.

    With `ignorecase` it matches in any case. Source of the meaning: Vale's `occurrence`.
    """

    token: Expression
    max: int = 0
    min: int = 0
    ignorecase: bool = False
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """One match a block: the first place, or the whole block where there is none."""
        places = [(found.start(), found.end()) for found in self._pattern.finditer(prose.text, article.patience)]
        if not (0 < self.max < len(places) or len(places) < self.min):
            return
        if self.foreign:
            yield from self._placed_as_vale_does(prose, places)
            return
        worded = ((start, end) for start, end in places if prose.text[start:end].strip(f" *@{PLACEHOLDER}"))
        start, end = next(worded, (0, len(prose.text))) if places else (0, len(prose.text))
        yield Match(prose.span(start, end), (len(places),))

    def triggers(self) -> frozenset[str] | None:
        """Too few of something can be said of any block."""
        return None if self.min else literals_of(self.token)

    def _placed_as_vale_does(self, prose: Prose, places: list[tuple[int, int]]) -> Iterator[Match]:
        """At the first place that is not inline code (nothing where all are), or at the block's first word where there is none."""
        words = places or [(found.start(), found.end()) for found in _WORD.finditer(prose.text)] or [(0, 0)]
        worded = ((start, end) for start, end in words if not places or prose.text[start:end].strip(" \t\n*@"))
        for start, end in islice(worded, 1):
            yield Match(prose.span(start, end), (len(places),))

    @cached_property
    def _pattern(self) -> Pattern:
        return Pattern(f"(?:{self.token})", self.ignorecase, self.foreign)


KIND = Occurrence
