"""Words or patterns that should not stand there.

extends: existence
message: "'%s' says nothing."
ignorecase: true
tokens: [very, quite, 'clear(?:ly)?']
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from functools import cached_property

from lint.alternation import ANYTHING, WORDS, Alternation
from lint.document import Prose
from lint.exceptions import Exceptions
from lint.frozen import frozen
from lint.language.article import Article
from lint.lookout import seen_in
from lint.patience import Patience
from lint.pattern import Expression, Pattern
from lint.prefilter import any_of, folded, is_plain, literals_of
from lint.rule import Match
from lint.wraps import unwrapped, wrapped


@frozen
class Existence:
    """Every match of one of `tokens` (whole words, unless `nonword`), after `raw` (joined without anything between).

    `append` puts `raw` behind the tokens; with `matchcase` what an action puts in their place has the case of the words.
    With `ignorecase` words match in any case. `exceptions` are patterns of words that pass; with `vocab` so do those of the vocabulary.
    Source of the meaning: Vale's `existence`.
    """

    tokens: tuple[Expression, ...] = ()
    raw: tuple[Expression, ...] = ()
    exceptions: tuple[Expression, ...] = ()
    append: bool = False
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    matchcase: bool = False
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The matches that no exception excuses; of two that overlap the first."""
        return self._found_as_vale_does(prose, article) if self.foreign else self._found(prose, article)

    def triggers(self) -> frozenset[str] | None:
        """Those of its patterns."""
        if self.foreign:
            return any_of(self._sources)
        return None if any(literals is None for _, literals in self._patterns) else self._needed

    def _found_as_vale_does(self, prose: Prose, article: Article) -> Iterator[Match]:
        for _, found in self._alternation.finditer(prose.text, article.patience):
            start, end = found.start(), found.end()
            if not self._exceptions.excuse(prose.text, start, end, article):
                yield Match(prose.span(start, end), (unwrapped(found.group()),), groups=found.groups(""))

    @cached_property
    def _sources(self) -> tuple[str, ...]:
        """What foreign rules look for: the tokens, or, with something before or behind them, all of it."""
        tokens = [wrapped(token) for token in self.tokens if token.strip()]
        if not self.raw and tokens:
            return tuple(tokens)
        before, after = WORDS if self.tokens and not self.nonword else ANYTHING
        template, raw = f"{before}{'|'.join(tokens)}{after}", "".join(self.raw)
        return (template + raw if self.append else raw + template,)

    @cached_property
    def _alternation(self) -> Alternation:
        frame = ("", "") if self.raw or not any(token.strip() for token in self.tokens) else ANYTHING if self.nonword else WORDS
        return Alternation(self._sources, frame, self.ignorecase)

    def _found(self, prose: Prose, article: Article) -> Iterator[Match]:
        last = 0
        for start, end in sorted(self._places(prose.text, article.patience)):
            if start >= last and start < end:
                last = end
                if not self._exceptions.excuse(prose.text, start, end, article):
                    yield Match(prose.span(start, end), (prose.text[start:end],))

    def _places(self, text: str, limit: Patience | None) -> Iterator[tuple[int, int]]:
        seen = self._seen(text) if len(self._patterns) > 1 else None
        for pattern, literals in self._patterns:
            if seen is None or literals is None or not seen.isdisjoint(literals):
                for found in pattern.finditer(text, limit):
                    yield found.start(), found.end()

    def _seen(self, text: str) -> Set[str]:
        """Which of the literals of its patterns stand in the text; the prefilter mostly knows it already."""
        seen = seen_in(text, self._needed)
        if seen is not None:
            return seen
        small = folded(text)
        return {literal for literal in self._needed if literal in small}

    @cached_property
    def _needed(self) -> frozenset[str]:
        return frozenset().union(*(literals for _, literals in self._patterns if literals))

    @cached_property
    def _patterns(self) -> tuple[tuple[Pattern, frozenset[str] | None], ...]:
        """The plain tokens as one pattern, and each of the others alone: only those that can match are compiled."""
        tokens = [token for token in self.tokens if token.strip()]
        together = [token for token in tokens if is_plain(token)]
        alone = [[token] for token in tokens if not is_plain(token)]
        groups = [together, *alone] if together or not tokens else alone
        return tuple((self._pattern(group), self._literals(group)) for group in groups)

    def _pattern(self, tokens: list[str]) -> Pattern:
        either = "|".join(tokens)
        template = rf"(?m:\b(?:{either})\b)" if tokens and not self.nonword else f"(?m:(?:{either}))" if tokens else ""
        raw = "".join(self.raw).replace("%%", "%")
        return Pattern(template + raw if self.append else raw + template, self.ignorecase)

    def _literals(self, tokens: list[str]) -> frozenset[str] | None:
        return any_of(tokens) if tokens and not self.raw else literals_of(self._pattern(tokens).text)

    @cached_property
    def _exceptions(self) -> Exceptions:
        return Exceptions(self.exceptions, self.vocab and not self.nonword, self.foreign)


KIND = Existence
