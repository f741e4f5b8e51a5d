"""The sentences of some blocks as one row, each parted and read only when it is asked for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.figures import Figure, figures
from lint.language.occurrences import rows_of_letters
from lint.language.same_words import Words, words_of_sentence
from lint.named import NamedTuple
from lint.text import Span


class Place(NamedTuple):
    """A sentence by the number of its block and its own number there."""

    block: int
    sentence: int


class Stretch(NamedTuple):
    """Neighbouring sentences: the first and the last."""

    first: Place
    last: Place


@frozen
class Sentence:
    """A sentence of a block; its offsets are those of the block."""

    prose: Prose
    span: Span

    @property
    def text(self) -> str:
        """As it stands there."""
        return self.prose.text[self.span.start : self.span.end]

    @property
    def source(self) -> Span:
        """Where it stands in the source."""
        return self.prose.span(self.span.start, self.span.end)

    @cached_property
    def figures(self) -> frozenset[Figure]:
        """Its figures, in digits and in words."""
        return frozenset(figures(self.text))

    @cached_property
    def letters(self) -> frozenset[str]:
        """Its different words, letters only, for a cheap look."""
        return frozenset(rows_of_letters(self.text.lower()))

    @cached_property
    def words(self) -> Words:
        """Its words as they are compared."""
        return words_of_sentence(self.text)


class SentenceRow:
    """The sentences of some blocks of an article, in their order."""

    def __init__(self, blocks: Sequence[Prose], article: Article) -> None:
        self.blocks = blocks
        self._article = article
        self._known: dict[Place, Sentence] = {}
        self._starts: dict[int, list[int]] = {}

    def __getitem__(self, place: Place) -> Sentence:
        if place not in self._known:
            prose = self.blocks[place.block]
            self._known[place] = Sentence(prose, self._article.sentences(prose)[place.sentence])
        return self._known[place]

    def at(self, block: int, offset: int) -> Place:
        """The sentence that holds a character of a block."""
        if block not in self._starts:
            self._starts[block] = [span.start for span in self._article.sentences(self.blocks[block])]
        return Place(block, max(bisect_right(self._starts[block], offset) - 1, 0))

    def is_all_of(self, stretch: Stretch, block: int) -> bool:
        """Whether a stretch is all that a block says."""
        last = len(self._article.sentences(self.blocks[block])) - 1
        return stretch == Stretch(Place(block, 0), Place(block, last))

    def forward(self, place: Place, steps: int) -> Place | None:
        """The sentence so many steps further on, in a following block where this one has no more; None behind the last."""
        block, sentence = place.block, place.sentence + steps
        while block < len(self.blocks):
            count = len(self._article.sentences(self.blocks[block]))
            if sentence < count:
                return Place(block, sentence)
            block, sentence = block + 1, sentence - count
        return None

    def back(self, place: Place, steps: int) -> Place | None:
        """The sentence so many steps before one; None before the first."""
        block, sentence = place.block, place.sentence - steps
        while sentence < 0:
            block -= 1
            if block < 0:
                return None
            sentence += len(self._article.sentences(self.blocks[block]))
        return Place(block, sentence)
