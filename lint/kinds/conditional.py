r"""Words that need others before them, as an abbreviation needs the words that it stands for.

extends: conditional
message: "'%s' is nowhere said in full."
first: '\b([A-Z]{3,5})\b'
second: '(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)'
exceptions: [NATO]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.exceptions import Exceptions
from lint.frozen import frozen
from lint.language.article import Article
from lint.patience import Patience
from lint.pattern import Expression, Found, Pattern
from lint.prefilter import folded, literals_of
from lint.rule import Match
from lint.wraps import unwrapped

_GROUP = compiled(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|(\((?!\?)|\(\?P?<(?![=!]))", re.DOTALL)


@frozen
class Conditional:
    """Matches of `first` whose words no group of `second` has taken up in their block or before it.

    Where `second` has no group it only has to match somewhere in the block. `ignorecase` is for both patterns of our own rules; in
    those from outside it says nothing, as in Vale. `exceptions` pass and, with `vocab`, so does what the vocabulary accepts.
    Source of the meaning: Vale's `conditional`.
    """

    first: Expression
    second: Expression
    exceptions: tuple[Expression, ...] = ()
    vocab: bool = True
    ignorecase: bool = False
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The matches that no exception excuses, from the first block to the last."""
        taken_up = _TakenUp(self._second, blocks, article.patience)
        for number, prose in enumerate(blocks):
            for found in self._open(prose, article.patience):
                start, end, words = found.start(), found.end(), str(found.group())
                if self._takes_up and taken_up.holds(words, number):
                    continue
                if not self._exceptions.excuse(prose.text, start, end, article):
                    yield Match(prose.span(start, end), (unwrapped(words),))

    def _open(self, prose: Prose, limit: Patience | None) -> list[Found]:
        """The matches of `first` in a block, none where the block itself settles them all."""
        if self._needed is not None:
            small = folded(prose.text)
            if not any(literal in small for literal in self._needed):
                return []
        found = [match for match in self._first.finditer(prose.text, limit) if match.end() > match.start()]
        settled = found and not self._takes_up and self._second.search(prose.text, limit)
        return [] if settled else found

    @cached_property
    def _takes_up(self) -> bool:
        return any(group.group(1) for group in _GROUP.finditer(self.second))

    @cached_property
    def _needed(self) -> frozenset[str] | None:
        return literals_of(self.first)

    @cached_property
    def _first(self) -> Pattern:
        return Pattern(self.first, self.ignorecase and not self.foreign, self.foreign)

    @cached_property
    def _second(self) -> Pattern:
        return Pattern(self.second, self.ignorecase and not self.foreign, self.foreign)

    @cached_property
    def _exceptions(self) -> Exceptions:
        return Exceptions(self.exceptions, self.vocab, self.foreign)


class _TakenUp:
    """What the groups of a pattern have matched, block by block; it is asked only of blocks in which the words in question stand."""

    def __init__(self, pattern: Pattern, blocks: Sequence[Prose], limit: Patience | None) -> None:
        self._pattern = pattern
        self._blocks = blocks
        self._limit = limit
        self._by_block: dict[int, frozenset[str]] = {}
        self._held: set[str] = set()
        self._searched: dict[str, int] = {}

    def holds(self, words: str, number: int) -> bool:
        """Whether a group has matched just these words in the block of this number, or in one before."""
        if words not in self._held:
            for place in range(self._searched.get(words, 0), number + 1):
                if words in self._blocks[place].text and words in self._in_block(place):
                    self._held.add(words)
                    break
            self._searched[words] = number + 1
        return words in self._held

    def _in_block(self, number: int) -> frozenset[str]:
        if number not in self._by_block:
            found = self._pattern.finditer(self._blocks[number].text, self._limit)
            self._by_block[number] = frozenset(words for match in found for words in match.groups() if words)
        return self._by_block[number]


KIND = Conditional
