"""Words in a row, each told by its spelling, its part of speech, or both.

extends: sequence
message: "'%s %s' may be passive voice."
ignorecase: true
tokens:
  - pattern: am|are|were|being|is|been|was|be
  - tag: VBN
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import ClassVar

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.tag_lexicon import corrected
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.lexicons import files, lexicon
from lint.patience import Patience
from lint.pattern import Expression, Pattern
from lint.prefilter import folded, literals_of
from lint.rule import Match
from lint.steps import Place, Row, Step, Test, places
from lint.text import Span


@frozen
class Sequence:
    """Tokens of a sentence that match `tokens` one after the other; what begins where one of `exceptions` matches in it passes.

    The rule is given sentences, or blocks, which it parts into sentences. The search goes from the first step with a pattern that is not
    negated, else from the first with a tag. `model` names a lexicon that goes before the tagger.
    With `ignorecase` patterns match in any case. Source of the meaning: Vale's `sequence`.
    """

    tokens: tuple[Step, ...]
    exceptions: tuple[Expression, ...] = ()
    ignorecase: bool = False
    model: str = ""
    foreign: bool = False
    _folders: tuple[str, ...] = ()
    _roots: tuple[str, ...] = ()
    by_sentences: ClassVar[bool] = True

    def __post_init__(self) -> None:
        for step in self._steps:
            try:
                step.check()
            except ValueError as error:
                raise ValueError(f"tokens: {error}") from None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that it reads."""
        return files(self.model, self._folders, self._roots)

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each place where the sequence begins, at most one for a word that the search goes from; the tokens fill the message.

        Raises DictionaryError where its model is not there.
        """
        if self._anchor is None:
            return
        for span in _sentences_of(prose, article):
            text = prose.text[span.start : span.end]
            for found, words in self._in_sentence(text, self._anchor, article):
                yield Match(prose.span(span.start + found.start, span.start + found.end), words)

    def triggers(self) -> frozenset[str] | None:
        """Those of the pattern that is rarest, as far as one can tell."""
        needed = [literals_of(step.pattern) for step in self._steps if step.pattern and not step.negate]
        return max(
            (literals for literals in needed if literals), key=lambda literals: (min(map(len, literals)), -len(literals)), default=None
        )

    def _in_sentence(self, text: str, anchor: int, article: Article) -> Iterator[tuple[Span, tuple[str, ...]]]:
        """Places in a sentence, and the tokens there. What is cheap is asked first, and for tags only where all words are there."""
        limit = article.patience
        small = folded(text) if self._literals else ""
        if self._literals and not any(literal in small for literal in self._literals):
            return
        most = sum(1 for _ in self._candidate.finditer(text, limit)) if self._candidate else len(text)
        sentence = _read(text, article) if most else None
        if sentence is None or not all(any(test.spells(word, limit) for word in sentence.words) for test in self._needed):
            return
        row = Row(self._places, sentence.words, self._tags(sentence), limit)
        for word in islice(row.hits(anchor), most):
            if found := row.around(anchor, word):
                first, last = row.marked(found)
                span = Span(sentence.tokens[first].start, sentence.tokens[last].end)
                if not self._is_excused(text, span.start, limit):
                    yield span, sentence.words[min(found.values()) : max(found.values()) + 1]

    def _tags(self, sentence: _Sentence) -> tuple[str, ...]:
        if not any(step.tag or step.upos for step in self._steps):
            return ("",) * len(sentence.words)
        return corrected(sentence.words, sentence.tags, lexicon(self.model, self._folders, self._roots)) if self.model else sentence.tags

    def _is_excused(self, text: str, start: int, limit: Patience | None) -> bool:
        return any(found.start() <= start < found.end() for pattern in self._excuses for found in pattern.finditer(text, limit))

    @cached_property
    def _steps(self) -> tuple[Step, ...]:
        return tuple(Step(*step) for step in self.tokens)  # from the cache of packs they come as plain lists

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return places(self._steps, self.ignorecase, self.foreign)

    @cached_property
    def _anchor(self) -> int | None:
        """The place that the search goes from."""
        wanted = [(number, place.step) for number, place in enumerate(self._places) if not place.step.negate]
        by_pattern = (number for number, step in wanted if step.pattern)
        return next(by_pattern, next((number for number, step in wanted if step.tag or step.upos), None))

    @cached_property
    def _candidate(self) -> Pattern | None:
        """Finds as many places in a sentence as there are tries to be made; None for one try a token."""
        step = self._places[self._anchor].step if self._anchor is not None else Step()
        return Pattern(f"(?m:(?:{step.pattern}))", self.ignorecase, self.foreign) if step.pattern else None

    @cached_property
    def _needed(self) -> tuple[Test, ...]:
        """What some word of the sentence must pass each."""
        return tuple({place.group: place.test for place in self._places if place.step.pattern and not place.step.negate}.values())

    @cached_property
    def _literals(self) -> frozenset[str] | None:
        return self.triggers()

    @cached_property
    def _excuses(self) -> tuple[Pattern, ...]:
        return tuple(Pattern(text, foreign=self.foreign) for text in self.exceptions)


class _Sentence:
    """The tokens of a sentence, and their tags once a rule asks for them."""

    def __init__(self, text: str) -> None:
        self.tokens = tokens(text)
        self.words = tuple(token.text for token in self.tokens)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        return tags(self.words)


def _sentences_of(prose: Prose, article: Article) -> tuple[Span, ...]:
    return (Span(0, len(prose.text)),) if "sentence" in prose.parts else article.sentences(prose)


def _read(text: str, article: Article) -> _Sentence:
    """The sentence, which many rules look at, taken apart once."""
    known = article.once(_known_sentences)
    if text not in known:
        known[text] = _Sentence(text)
    return known[text]


def _known_sentences(_: Article) -> dict[str, _Sentence]:
    return {}


KIND = Sequence
