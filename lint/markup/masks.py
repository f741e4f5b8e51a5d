"""Stretches of a text that its markup must not see: shortcodes, math, expressions. They are overwritten, place for place."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lint.document import Attributes
from lint.frozen import frozen
from lint.named import NamedTuple


class Argument(NamedTuple):
    """A value in a shortcode that is prose: its name, and where it stands between which quotes."""

    name: str
    start: int
    end: int
    quote: str


class Region(NamedTuple):
    """One masked stretch: the node it is (`#shortcode`, `#math`, `#comment`, `#tag`), and whether it shows something."""

    start: int
    end: int
    node: str
    attributes: Attributes = ()
    shown: str = ""
    arguments: tuple[Argument, ...] = ()
    alone: bool = False  # nothing else stands on its lines: it parts the blocks before and after it


@frozen
class Masked:
    """A text as its markup may see it, as long as the original, and what was masked in it."""

    text: str
    regions: Sequence[Region] = ()

    @cached_property
    def _starts(self) -> list[int]:
        return [region.start for region in self.regions]

    def touches(self, start: int, end: int) -> bool:
        """Whether a region has a character in `start..end`."""
        index = bisect_right(self._starts, start)
        return (index > 0 and self.regions[index - 1].end > start) or (index < len(self._starts) and self._starts[index] < end)

    def between(self, start: int, end: int) -> Iterator[Region]:
        """The regions that begin in `start..end`, or reach into it."""
        index = bisect_right(self._starts, start) - 1
        if index < 0 or self.regions[index].end <= start:
            index += 1
        while index < len(self.regions) and self.regions[index].start < end:
            yield self.regions[index]
            index += 1


def with_lines(text: str, regions: Sequence[Region]) -> Sequence[Region]:
    """The regions, those marked as alone with which nothing but blanks and quote marks stands on their lines."""
    ends = [0, *(region.end for region in regions)]
    starts = [*(region.start for region in regions), len(text)]
    clear_before: list[bool] = []
    for index, region in enumerate(regions):
        begins_line, clear = _clear_before(text, ends[index], region.start)
        clear_before.append(clear and (begins_line or index == 0 or clear_before[-1]))
    clear_after = [False] * len(regions)
    for index in range(len(regions) - 1, -1, -1):
        ends_line, clear = _clear_after(text, regions[index].end, starts[index + 1])
        clear_after[index] = clear and (ends_line or index == len(regions) - 1 or clear_after[index + 1])
    return [
        region._replace(alone=True) if before and after else region
        for region, before, after in zip(regions, clear_before, clear_after, strict=True)
    ]


def _clear_before(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether a line begins in `start..end`, and whether nothing stands between its begin, or `start`, and `end`."""
    line = max(text.rfind("\n", start, end), text.rfind("\r", start, end))
    return line >= 0, not text[max(line + 1, start) : end].strip(" \t>")


def _clear_after(text: str, start: int, end: int) -> tuple[bool, bool]:
    lines = [place for place in (text.find("\n", start, end), text.find("\r", start, end)) if place >= 0]
    return bool(lines), not text[start : min(lines, default=end)].strip(" \t")


def mask(text: str, regions: Sequence[Region]) -> Masked:
    """The text with letters where the regions were, and a markup declaration where they stand alone on their lines."""
    if not regions:
        return Masked(text)
    pieces: list[str] = []
    done = 0
    for start, end, alone in _joined(regions):
        pieces += [text[done:start], _cover(end - start, alone)]
        done = end
    pieces.append(text[done:])
    return Masked("".join(pieces), regions)


def _joined(regions: Iterable[Region]) -> Iterator[tuple[int, int, bool]]:
    """Where to cover what: regions alone on their line, side by side, as one."""
    pending: tuple[int, int, bool] | None = None
    for region in regions:
        if pending and pending[2] and region.alone and region.start == pending[1]:
            pending = (pending[0], region.end, True)
            continue
        if pending:
            yield pending
        pending = (region.start, region.end, region.alone)
    if pending:
        yield pending


def _cover(length: int, alone: bool) -> str:
    """Letters that stand for a word, or a declaration (`<!X>`), which is a block of HTML by itself."""
    return f"<!{'X' * (length - 3)}>" if alone and length > 3 else "x" * length
