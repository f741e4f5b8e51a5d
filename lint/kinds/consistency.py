"""Two forms of the same word in one article.

extends: consistency
message: "Two forms of one word: '%s'."
either: {e-mail: email}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lint.alternation import ANYTHING, WORDS, Alternation
from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.pattern import Expression, Found, Pattern
from lint.prefilter import folded, literals_of
from lint.rule import Match
from lint.wraps import unwrapped


@frozen
class Consistency:
    """For each pair of `either`: where both forms stand in an article, each block in which one stands after the other was seen.

    The forms are whole words, unless `nonword`; with `ignorecase` in any case.
    Source of the meaning: Vale's `consistency`; one match a block and pair, at the last form.
    """

    either: Mapping[Expression, Expression]
    nonword: bool = False
    ignorecase: bool = False
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The matches of each pair."""
        if self.foreign:
            for alternation in self._alternations:
                yield from self._by_block_as_vale_does(alternation, blocks, article)
            return
        words = folded(article.folded)
        for pattern, needed in zip(self._patterns, self._needed, strict=True):
            if all(literals is None or any(literal in words for literal in literals) for literals in needed):
                yield from self._by_block(pattern, blocks, article)

    def _by_block_as_vale_does(self, alternation: Alternation, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        seen: dict[int, Related] = {}
        for prose in blocks:
            hits = list(alternation.finditer(prose.text, article.patience))
            for number, found in hits:
                if number not in seen:
                    seen[number] = Related(prose.span(found.start(), found.end()), f"'{found.group()}' here")
            if hits and len(seen) == 2:
                number, found = hits[-1]
                yield Match(prose.span(found.start(), found.end()), (unwrapped(found.group()),), related=(seen[1 - number],))

    def _by_block(self, pattern: Pattern, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        seen: dict[int, Related] = {}
        for prose in blocks:
            last: Found | None = None
            for last in pattern.finditer(prose.text, article.patience):
                place = prose.span(last.start(), last.end())
                seen.setdefault(last.lastindex or 1, Related(place, f"'{last.group()}' here"))
            if last is not None and len(seen) == 2:
                other = seen[3 - (last.lastindex or 1)]
                yield Match(prose.span(last.start(), last.end()), (last.group(),), related=(other,))

    @cached_property
    def _alternations(self) -> tuple[Alternation, ...]:
        """For each pair its forms, of which the first of two that fit counts; pairs in the order of the alphabet."""
        frame = ANYTHING if self.nonword else WORDS
        return tuple(Alternation(pair, frame, self.ignorecase) for pair in sorted(self.either.items()))

    @cached_property
    def _needed(self) -> tuple[tuple[frozenset[str] | None, frozenset[str] | None], ...]:
        """What must stand in an article so that both forms of a pair can."""
        return tuple((literals_of(one), literals_of(other)) for one, other in self.either.items())

    @cached_property
    def _patterns(self) -> tuple[Pattern, ...]:
        edge = "" if self.nonword else r"\b"
        return tuple(
            Pattern(f"{edge}(?:({_uncaptured(one)})|({_uncaptured(other)})){edge}", self.ignorecase) for one, other in self.either.items()
        )


def _uncaptured(pattern: str) -> str:
    """Its own groups would be counted among the two of the pair."""
    return re.sub(r"(?<!\\)((?:\\\\)*)\((?!\?)", r"\1(?:", pattern)


KIND = Consistency
