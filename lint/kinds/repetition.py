r"""The same words twice in a row.

extends: repetition
message: "'%s' stands twice."
alpha: true
tokens: ['[^\s]+']
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lint.document import Prose
from lint.exceptions import Exceptions
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.sentences import sentences
from lint.pattern import Expression, Pattern
from lint.rule import Match
from lint.text import Edit


@frozen
class Repetition:
    """Neighbouring matches of `tokens` that are the same, more than `max` times; with `alpha` only those of letters.

    Not over the end of a sentence. With `ignorecase` words are the same in any case. `exceptions` are patterns of words that pass; with
    `vocab` so do those of the vocabulary. Source of the meaning: Vale's `repetition`.
    """

    tokens: tuple[Expression, ...]
    max: int = 0
    ignorecase: bool = False
    alpha: bool = False
    vocab: bool = True
    exceptions: tuple[Expression, ...] = ()
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each repetition, with one of the two taken out as its fix."""
        count, before = 0, ("", 0, 0)
        for found in self._pattern.finditer(prose.text, article.patience):
            now = (found.group().strip(), found.start(), found.end())
            if self._same(before[0], now[0]):
                count += 1
                if count > self.max:
                    matches = list(self._match(prose, article, before, now))
                    yield from matches
                    count = 0 if matches or not self.foreign else count
            before = now

    def triggers(self) -> frozenset[str] | None:
        """Any words can stand twice."""
        return None

    def _match(self, prose: Prose, article: Article, first: tuple[str, int, int], second: tuple[str, int, int]) -> Iterator[Match]:
        start, end = first[1], second[2]
        apart = self._is_apart(prose, start, end, article)
        if not apart and not self._exceptions.excuse(prose.text, start, end, article):
            surplus = Edit(prose.span(first[2], end), "")
            yield Match(prose.span(start, end), (second[0],), ((surplus,),))

    def _is_apart(self, prose: Prose, start: int, end: int, article: Article) -> bool:
        """Whether a sentence ends between the two; for foreign rules their words alone are asked, as Vale does."""
        if self.foreign:
            return len(sentences(prose.text[start:end])) > 1
        return article.sentence_at(prose, start) != article.sentence_at(prose, end - 1)

    def _same(self, first: str, second: str) -> bool:
        if self.ignorecase:
            first, second = first.casefold(), second.casefold()
        return bool(second) and first == second and (not self.alpha or second.isalpha())

    @cached_property
    def _pattern(self) -> Pattern:
        return Pattern(f"(?:{'|'.join(self.tokens)})", self.ignorecase, self.foreign)

    @cached_property
    def _exceptions(self) -> Exceptions:
        return Exceptions(self.exceptions, self.vocab, self.foreign)


KIND = Repetition
