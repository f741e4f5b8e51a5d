"""Words that a ligature has torn: what a typeset page gave as `digni ﬁ ed`, `sti ﬂ e` or `arti ﬁcial`."""

from __future__ import annotations

from itertools import product

from lint.compiled import compiled
from lint.language.running import around, fit, place_of
from lint.language.unknown_words import is_known
from lint.ligatures import LIGATURE, spelled_out
from lint.named import NamedTuple

_BEFORE = compiled(r"(?<![^\W_])([^\W\d_\ufb00-\ufb06]+) \Z")
_AFTER = compiled(r" ([a-z]+)(?![^\W_])")
_LONGEST = 24
_NO_WORD = 12.0
"""What a piece that is no word costs, in nats."""


class Rejoined(NamedTuple):
    """The letters that belong together, `start..end` of a text, and what they say."""

    start: int
    end: int
    text: str


def rejoined(text: str, start: int, end: int) -> Rejoined:
    """The word with a ligature at `start..end`, with as many of the pieces beside it as make words of all.

    A piece is looked at where a blank parts it from the ligature itself.
    """
    before = _BEFORE.search(text, max(0, start - _LONGEST), start) if LIGATURE.match(text, start) else None
    after = _AFTER.match(text, end) if LIGATURE.match(text, end - 1) else None
    first, last = before.start(1) if before else start, after.end(1) if after else end
    pieces = [before[1] if before else "", spelled_out(text[start:end]), after[1] if after else ""]
    choices = product((" ", "") if before else ("",), (" ", "") if after else ("",))
    neighbours = around(text, first, last)
    best = max(choices, key=lambda gaps: (_score(gaps, pieces, neighbours), gaps))
    left, right = ("" if gap else piece for gap, piece in zip(best, (pieces[0], pieces[2]), strict=True))
    return Rejoined(first if left else start, last if right else end, left + pieces[1] + right)


def _score(gaps: tuple[str, ...], pieces: list[str], neighbours: tuple[int, int, int, int]) -> float:
    """How well the words fit that the pieces make with these gaps between them, in nats."""
    words = f"{pieces[0]}{gaps[0]}{pieces[1]}{gaps[1]}{pieces[2]}".split()
    return fit(tuple(map(place_of, words)), neighbours) - _NO_WORD * sum(not is_known(word) for word in words)
