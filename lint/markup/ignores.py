"""What the configuration says is no prose: stretches that its patterns match, and comments between signs of its own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from lint.document import Reading
from lint.markup.masks import Region, with_lines
from lint.patience import Patience
from lint.pattern import Pattern

_LIMIT = 1.0
"""Seconds for a match of one pattern in a text. What it has found by then is ignored, the rest is read."""
_CHANCES = 3
_given_up: Counter[Pattern] = Counter()
"""In how many texts a pattern has taken longer: after a few it is tried no more, or an archive of thousands would take hours."""


def find(text: str, start: int, reading: Reading, others: Sequence[Region]) -> Sequence[Region]:
    """These stretches from `start` on, and those of `others` that share no character with one of them, in the order of the text."""
    blocks = _free(_matches(text, start, reading.ignored_blocks, ""), [])
    chosen = [*blocks, *_free(_matches(text, start, reading.ignored_tokens, "code"), blocks)]
    chosen += _free(_comments(text, start, reading), chosen)
    begins = {region.start for region in blocks}
    lined = with_lines(text, sorted([*chosen, *_free(others, chosen)]))
    return [region._replace(alone=True) if region.start in begins else region for region in lined]


def _free(regions: Iterable[Region], taken: Sequence[Region]) -> list[Region]:
    """The regions that share no character with one that is taken, nor with one before them."""
    ordered = sorted(taken)
    starts = [region.start for region in ordered]
    free: list[Region] = []
    for region in sorted(regions):
        after = bisect_left(starts, region.end)
        if (after and ordered[after - 1].end > region.start) or (free and free[-1].end > region.start):
            continue
        free.append(region)
    return free


def _matches(text: str, start: int, patterns: Sequence[Pattern], shown: str) -> Iterator[Region]:
    for pattern in patterns:
        if _given_up[pattern] >= _CHANCES:
            continue
        try:
            for found in pattern.around(text, start, len(text), Patience(_LIMIT)):
                if found.start() < found.end():
                    yield Region(found.start(), found.end(), "#ignored", shown=shown)
        except TimeoutError:
            _given_up[pattern] += 1


def _comments(text: str, start: int, reading: Reading) -> Iterator[Region]:
    if reading.comments:
        opening, closing = map(re.escape, reading.comments)
        for comment in re.compile(f"{opening}.*?{closing}", re.DOTALL).finditer(text, start):
            yield Region(comment.start(), comment.end(), "#comment")
