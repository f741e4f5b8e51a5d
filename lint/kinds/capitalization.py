"""Headings and the like that are not in the case they should be in.

extends: capitalization
message: "'%s' should be in sentence case: '%s'."
scope: heading
match: $sentence
exceptions: [Kubernetes]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache

from lint.action import Action
from lint.compiled import compiled
from lint.document import PLACEHOLDER, Prose
from lint.frozen import frozen
from lint.house import Vocabulary
from lint.language.article import Article
from lint.language.settled import Settled
from lint.language.title_case import Indicator, Recased, behind, sentence_case, title_case, written
from lint.letter_case import capitals, lower, upper
from lint.patience import Patience
from lint.pattern import Expression, Pattern
from lint.rule import Match
from lint.text import Edit
from lint.wraps import unwrapped

_USUAL_THRESHOLD = 0.8
_PIECE = compiled(r"[^*\s]+")
_SIGN = compiled(r"[\\+*?()|\[\]{}^$]")


@frozen
class Capitalization:
    """A block whose words are not in the case that `match` says: `$title`, `$sentence`, `$lower`, `$upper`, or a pattern to be found in it.

    Titles are in the `style` AP or Chicago. A share of `threshold` of the words has to be right. `exceptions` are right as they stand;
    with `vocab` so are the terms of the vocabulary, and each is to be written as it stands there. In sentence case a capital follows a
    word with an ending of `indicators`. What `prefix` matches at the beginning does not count.
    Source of the meaning: Vale's `capitalization`.
    """

    match: Expression
    style: str = "AP"
    exceptions: tuple[Expression, ...] = ()
    indicators: tuple[str, ...] = ()
    threshold: float = _USUAL_THRESHOLD
    vocab: bool = True
    prefix: Expression = ""
    action: Action | None = None
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """One match of the whole block; its fix changes the words that are to be written in another case, and no others."""
        text, limit = prose.text.replace(PLACEHOLDER, "*"), article.patience
        settled = self._settled(article.house.vocabulary)
        words = self._converted(text, settled, limit)
        expected = self.match if words is None else written(text, words)
        if not self._is_right(text, expected, settled, limit):
            edits = tuple(_edits(prose, text, words)) if words and self._mends else ()
            fixes, titles = ((edits,), (f"Replace with '{unwrapped(expected)}'",)) if edits else ((), ())
            yield Match(prose.span(0, len(text)), (unwrapped(text), unwrapped(expected)), fixes, titles=titles)

    def triggers(self) -> frozenset[str] | None:
        """Any words can be in the wrong case."""
        return None

    def _settled(self, vocabulary: Vocabulary) -> Settled:
        terms = (vocabulary.terms, vocabulary.accepted) if self.vocab else ((), frozenset[str]())
        return _settled(self.exceptions, *terms, self.foreign)

    def _converted(self, text: str, settled: Settled, limit: Patience | None) -> tuple[Recased, ...] | None:
        """The words as they are to be; None where a pattern says what is right."""
        match self.match:
            case "$title":
                return title_case(text, self.style == "Chicago", settled, self._start(text, limit), limit)
            case "$sentence":
                return sentence_case(text, settled, self._start(text, limit), self._indicates, limit)
            case "$lower":
                return tuple(_each(text, lower))
            case "$upper":
                return tuple(_each(text, upper))
        return None

    def _is_right(self, text: str, expected: str, settled: Settled, limit: Patience | None) -> bool:
        match self.match:
            case "$title" | "$sentence":
                return self._is_near(settled.words(text, limit), settled.words(expected, limit), settled, limit)
            case "$lower" | "$upper":
                return text == expected or settled.excuses(text, limit)
        return self._wanted.search(text, limit) is not None or settled.excuses(text, limit)

    def _is_near(self, words: list[str], expected: list[str], settled: Settled, limit: Patience | None) -> bool:
        """Whether enough words are as expected, and the first one is not wholly wrong; a block without words is right."""
        right = 0
        for number, word in enumerate(words):
            if number >= len(expected) or word == expected[number] or settled.excuses(word, limit):
                right += 1
            elif self.match == "$title":
                right += word == upper(word)
            elif number == 0 and word != capitals(lower(word)):
                return False
        return not words or right / len(words) >= (self.threshold or _USUAL_THRESHOLD)

    def _start(self, text: str, limit: Patience | None) -> int:
        found = self._prefix.match(text, 0, limit) if self.prefix else None
        return found.end() if found else 0

    @cached_property
    def _prefix(self) -> Pattern:
        return Pattern(self.prefix, foreign=self.foreign)

    @cached_property
    def _wanted(self) -> Pattern:
        return Pattern(self.match, foreign=self.foreign)

    @cached_property
    def _indicates(self) -> Indicator:
        return behind(self.indicators)

    @property
    def _mends(self) -> bool:
        """Whether the fix is ours to make: an action with words of its own goes before."""
        return self.action is None or (self.action.name == "replace" and not self.action.params)


@lru_cache(maxsize=256)
def _settled(exceptions: tuple[str, ...], terms: tuple[str, ...], accepted: frozenset[str], foreign: bool) -> Settled:
    """A word of ours that is accepted in small letters may have a capital, so it settles nothing."""
    settling = [_SIGN.sub(r"\\\g<0>", word) for word in accepted if word != lower(word)]
    vocabulary = (*terms, *sorted(settling))
    return Settled((*exceptions, *vocabulary), bool(vocabulary), foreign)


def _each(text: str, convert: Callable[[str], str]) -> Iterator[Recased]:
    return (Recased(found.start(), found.end(), convert(found.group())) for found in _PIECE.finditer(text))


def _edits(prose: Prose, text: str, words: tuple[Recased, ...]) -> Iterator[Edit]:
    """One for each word that changes; what stands for code is left out."""
    for word in words:
        for piece in _PIECE.finditer(text, word.start, word.end):
            now = word.text[piece.start() - word.start : piece.end() - word.start]
            if now != piece.group():
                yield Edit(prose.span(piece.start(), piece.end()), now)


KIND = Capitalization
