"""Where code stands in Markdown, told without parsing it: nothing in it is a shortcode."""

from __future__ import annotations

import re
from bisect import bisect_left

from lint.compiled import compiled

OPENING = r"`+|~{3,}"
"""What may begin code: a span, or a fence."""

_BLANK_LINE = compiled(r"\n[ \t>]*\r?\n")
_TICKS = compiled(r"`+")
_LONGEST_INDENT = 200


class CodeFinder:
    """Finds the ends of code fences and code spans of one text, asked from its beginning to its end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._paragraph_end = 0
        self._runs: dict[int, list[int]] = {}

    def end(self, start: int, mark: str) -> int:
        """Where the code ends that the OPENING `mark` at `start` begins; where the mark ends if it begins none."""
        inner = start + len(mark)
        if len(mark) > 2 and self._begins_line(start):
            return self._fence_end(mark, inner)
        return self._span_end(len(mark), inner) if mark[0] == "`" else inner

    def _begins_line(self, start: int) -> bool:
        before = self._text[max(0, start - _LONGEST_INDENT) : start].rstrip(" \t>")
        return not before or before[-1] in "\r\n"

    def _fence_end(self, mark: str, start: int) -> int:
        closing = re.compile(rf"^[ \t>]*{mark[0]}{{{len(mark)},}}[ \t]*\r?$", re.MULTILINE)
        found = closing.search(self._text, start)
        return found.end() if found else len(self._text)

    def _span_end(self, length: int, start: int) -> int:
        if start >= self._paragraph_end:
            self._read_paragraph(start)
        starts = self._runs.get(length, [])
        index = bisect_left(starts, start)
        return starts[index] + length if index < len(starts) else start

    def _read_paragraph(self, start: int) -> None:
        blank = _BLANK_LINE.search(self._text, start)
        self._paragraph_end = blank.end() if blank else len(self._text) + 1
        self._runs = {}
        for run in _TICKS.finditer(self._text, start, min(self._paragraph_end, len(self._text))):
            self._runs.setdefault(len(run[0]), []).append(run.start())
