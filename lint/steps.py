"""The steps of a sequence against the tokens of a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.language.universal import category
from lint.named import NamedTuple
from lint.patience import Patience
from lint.pattern import Expression, Pattern

_MOST_KNOWN = 20_000
_MOST_STEPS = 1_000


class Step(NamedTuple):
    """One token of the sequence.

    `pattern` is the whole token, `tag` a part of its Penn tag (`VB` is any verb), `upos` its universal tag. With `skip` up to so many
    tokens may stand before it, `min` is how many times it must come. `negate`: any other token, or none where the sentence begins or
    ends. Where steps are the `target`, they alone are marked.
    """

    pattern: Expression = ""
    tag: Expression = ""
    upos: str = ""
    skip: int = 0
    min: int = 1
    negate: bool = False
    target: bool = False

    def check(self) -> None:
        """Raises ValueError where this cannot be meant."""
        if self.upos:
            category(self.upos)
        if self.upos and self.tag:
            raise ValueError("a token has a 'tag' or a 'upos', not both")
        if max(self.skip, self.min) > _MOST_STEPS:
            raise ValueError(f"'skip' and 'min' are {_MOST_STEPS} at most")


class Place(NamedTuple):
    """A step at one place of the row: `early` where it may be missing seen from the right, `late` seen from the left."""

    test: Test
    group: int
    early: bool
    late: bool
    step: Step


def places(steps: Iterable[Step], ignorecase: bool = False, foreign: bool = False) -> tuple[Place, ...]:
    """The steps written out: one place for each token that a step may skip, and one for the step itself."""
    written: list[Place] = []
    groups = (step for step in steps for _ in range(max(step.min, 1)))
    for group, step in enumerate(groups):
        test = Test(step, ignorecase, foreign)
        size = max(step.skip, 0) + test.asks
        written += [Place(test, group, number > 0, number < step.skip, step) for number in range(size)]
    return tuple(written)


class Row:
    """The places against the tokens of one sentence."""

    def __init__(self, places: tuple[Place, ...], words: tuple[str, ...], tags: tuple[str, ...], limit: Patience | None) -> None:
        self._places = places
        self._words = words
        self._tags = tags
        self._limit = limit

    def hits(self, place: int) -> Iterator[int]:
        """The tokens that pass at a place."""
        passes, limit = self._places[place].test.passes, self._limit
        return (number for number, (word, tag) in enumerate(zip(self._words, self._tags, strict=True)) if passes(word, tag, limit))

    def around(self, anchor: int, word: int) -> dict[int, int] | None:
        """Which token stands at which place if `word` stands at `anchor`; None where some place cannot be filled."""
        found: dict[int, int] = {}
        if self._fills(found, anchor - 1, word - 1, -1) and self._fills(found, anchor, word, 1):
            return found
        return None

    def marked(self, found: dict[int, int]) -> tuple[int, int]:
        """The first and the last token to be marked: those of the target, where all of it was reached, else all."""
        target = [place for place, its in enumerate(self._places) if its.step.target]
        words = [found[place] for place in target] if target and all(place in found for place in target) else list(found.values())
        return min(words), max(words)

    def _fills(self, found: dict[int, int], place: int, word: int, step: int) -> bool:
        """Fill the places in one direction. Past the end of the sentence stands nothing, which is only what a negated step asks for."""
        while 0 <= place < len(self._places):
            its = self._places[place]
            if not 0 <= word < len(self._words):
                rest = self._places[place:] if step > 0 else self._places[: place + 1]
                return all(other.step.negate for other in rest)
            found[place] = word
            passes, optional = self._passes(place, word), its.late if step > 0 else its.early
            if not passes and not optional:
                return False
            place = self._beyond(place, step) if passes and optional else place + step
            word += step
        return True

    def _beyond(self, place: int, step: int) -> int:
        """The next place that is of another step."""
        group = self._places[place].group
        while 0 <= place < len(self._places) and self._places[place].group == group:
            place += step
        return place

    def _passes(self, place: int, word: int) -> bool:
        return self._places[place].test.passes(self._words[word], self._tags[word], self._limit)


class Test:
    """Whether a token is what a step asks for; what was asked once is known."""

    def __init__(self, step: Step, ignorecase: bool, foreign: bool) -> None:
        self.asks = bool(step.pattern or step.tag or step.upos)
        self._negate = step.negate
        self._pattern = Pattern(step.pattern, ignorecase, foreign) if step.pattern else None
        self._tag = Pattern(step.tag, foreign=foreign) if step.tag else None
        self._category = category(step.upos) if step.upos else None
        self._known: dict[tuple[str, str], bool] = {}
        self._spelled: dict[str, bool] = {}

    def passes(self, word: str, tag: str, limit: Patience | None) -> bool:
        """For a token with this tag; a step that asks for nothing lets any pass, and negated none."""
        passes = self._known.get((word, tag))
        if passes is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            passes = all(answer != self._negate for answer in self._answers(word, tag, limit)) if self.asks else not self._negate
            self._known[word, tag] = passes
        return passes

    def spells(self, word: str, limit: Patience | None) -> bool:
        """Whether the pattern is the whole word."""
        assert self._pattern is not None
        spells = self._spelled.get(word)
        if spells is None:
            if len(self._spelled) > _MOST_KNOWN:
                self._spelled.clear()
            spells = self._spelled[word] = self._pattern.fullmatch(word, limit) is not None
        return spells

    def _answers(self, word: str, tag: str, limit: Patience | None) -> Iterator[bool]:
        if self._pattern is not None:
            yield self.spells(word, limit)
        if self._tag is not None:
            yield self._tag.search(tag, limit) is not None
        if self._category is not None:
            yield tag in self._category.tags
            if self._category.words is not None and self._pattern is None:
                yield word in self._category.words
