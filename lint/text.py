"""Text and places in it: spans, sources, edits. All offsets are code point indices into a source's text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.frozen import frozen
from lint.named import NamedTuple

_LINE_END = compiled(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range of code points, `start <= end`."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character, or an empty one of them stands inside the other."""
        if self.start == self.end or other.start == other.end:
            return other.start <= self.start <= other.end or self.start <= other.start <= self.end
        return self.start < other.end and other.start < self.end


class Position(NamedTuple):
    """A place for people: line and column, both counted from 1, columns in code points."""

    line: int
    column: int


@frozen
class Source:
    """A text under the name that people know it by; newlines as they stand, no byte-order mark."""

    name: str
    text: str

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Where each line begins; line ends are LF, CRLF or CR."""
        return [0, *(end.end() for end in _LINE_END.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """The line and column of an offset in 0..len(text)."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> Span:
        """The line with this number (from 1), without its line end."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


class Edit(NamedTuple):
    """What stands at `span` becomes `text`; an empty span inserts."""

    span: Span
    text: str


class OverlappingEdits(ValueError):
    """Two edits of one batch touch the same characters: a bug of whoever chose them."""


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text after all edits, each of which refers to the text as it is given.

    Raises OverlappingEdits when two of them share a character or insert at one place.
    """
    pieces: list[str] = []
    done = 0
    last: Edit | None = None
    for edit in sorted(edits):
        if last is not None and (edit.span.start < last.span.end or edit.span == last.span):
            raise OverlappingEdits(f"{last} and {edit}")
        pieces += [text[done : edit.span.start], edit.text]
        done = edit.span.end
        last = edit
    return "".join(pieces) + text[done:]
