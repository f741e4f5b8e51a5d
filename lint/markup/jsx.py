"""MDX: imports and exports, expressions in braces, comments in them, and the tags of components."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.markup.code import OPENING, CodeFinder
from lint.markup.masks import Region, mask, with_lines

_MARKUP = compiled(rf"(?P<code>{OPENING})|(?P<brace>\{{)|(?P<module>^(?:import|export)\b)|\\[`{{]", re.MULTILINE)
_MODULE = compiled(r"import\s+(?:[\w*{},\s$]{1,500}?\s+from\s+)?[\"']|export\s+(?:default|const|let|var|function|class|async|\{|\*)")
_BLANK_LINE = compiled(r"\r?\n[ \t]*(?:\r?\n|\Z)|\Z")
_IN_BRACES = compiled(
    r'"(?:[^"\\\r\n]++|\\.)*"|\'(?:[^\'\\\r\n]++|\\.)*\'|`(?:[^`\\]++|\\[\s\S])*`|/\*(?:[^*]++|\*(?!/))*\*/'
    r"|(?P<open>\{)|(?P<close>\})|(?P<blank>\n[ \t]*\r?\n)"
)
_COMMENT = compiled(r"\{\s*/\*")
_LONE_TAG = compiled(r"^[ \t]*(</?(?:[A-Za-z][^<>]*)?>)[ \t]*\r?$", re.MULTILINE)
_DOTTED_TAG = compiled(r"</?(?:[A-Z]\w*(?:\.\w+)+(?:\s[^<>]*)?/?)?>")


def find(text: str, start: int) -> Sequence[Region]:
    """What in an MDX text from `start` on Markdown must not see, in its order."""
    braces = list(_Scan(text).regions(start))
    seen = mask(text, braces).text
    tags = list(_tags(seen, start))
    return with_lines(text, _merged(braces, tags))


class _Scan:
    """Goes once through a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._code = CodeFinder(text)
        self._ends: dict[int, int] = {}
        self._read_to = 0

    def regions(self, start: int) -> Iterator[Region]:
        """Expressions, comments, imports and exports from `start` on."""
        place = start
        while found := _MARKUP.search(self._text, place):
            place = found.end()
            if found["code"]:
                place = self._code.end(found.start(), found["code"])
            elif found["brace"]:
                end = self._brace_end(found.start())
                if end:
                    yield self._expression(found.start(), end)
                    place = end
            elif found["module"] and _MODULE.match(self._text, found.start()):
                place = self._module_end(found.start())
                yield Region(found.start(), place, "#module")

    def _expression(self, start: int, end: int) -> Region:
        if _COMMENT.match(self._text, start, end):
            return Region(start, end, "#comment")
        return Region(start, end, "#expression", shown="" if self._text[start + 1 : end - 1].strip() in ('" "', "' '") else "expression")

    def _brace_end(self, start: int) -> int | None:
        """Where the brace ends that opens at `start`; None if none closes it in its paragraph."""
        if start >= self._read_to:
            self._match_braces(start)
        return self._ends.get(start)

    def _match_braces(self, start: int) -> None:
        """Find the ends of all braces from `start` until none is open, or the paragraph ends."""
        opened: list[int] = []
        for found in _IN_BRACES.finditer(self._text, start):
            if found["open"]:
                opened.append(found.start())
            elif found["close"]:
                self._ends[opened.pop()] = found.end()
            if not opened or found["blank"]:
                self._read_to = found.end()
                return
        self._read_to = len(self._text)

    def _module_end(self, start: int) -> int:
        """The end of the paragraph that an import or export begins, or of the braces that it opens there."""
        end = self._paragraph_end(start)
        opened = self._text.find("{", start, end)
        closed = self._long_brace_end(opened) if opened >= 0 else start
        return self._paragraph_end(closed) if closed > end else end

    def _paragraph_end(self, start: int) -> int:
        blank = _BLANK_LINE.search(self._text, start)
        return blank.start() if blank else len(self._text)

    def _long_brace_end(self, start: int) -> int:
        """Where the brace ends that an export opens at `start`, blank lines or not; `start` if that is too far away."""
        end = self._all_ends.get(start, start)
        return end if end - start < _LONGEST_EXPORT else start

    @cached_property
    def _all_ends(self) -> dict[int, int]:
        """Where each brace of the text ends."""
        ends: dict[int, int] = {}
        opened: list[int] = []
        for found in _IN_BRACES.finditer(self._text):
            if found["open"]:
                opened.append(found.start())
            elif found["close"] and opened:
                ends[opened.pop()] = found.end()
        return ends


_LONGEST_EXPORT = 20_000


def _tags(seen: str, start: int) -> Iterator[Region]:
    """Tags that Markdown would take for the begin of raw HTML, or for none; `seen` is the text with its braces masked."""
    found_tags = [*_LONE_TAG.finditer(seen, start), *_DOTTED_TAG.finditer(seen, start)]
    done = start
    for found in sorted(found_tags, key=lambda found: found.start(found.lastindex or 0)):
        begin, end = found.span(found.lastindex or 0)
        if begin >= done:
            yield Region(begin, end, "#tag", (("tag", seen[begin:end]),))
            done = end


def _merged(braces: Sequence[Region], tags: Sequence[Region]) -> list[Region]:
    """All regions in order, without the braces that stand in tags."""
    merged: list[Region] = []
    for region in sorted([*braces, *tags], key=lambda region: (region.start, -region.end)):
        if not merged or region.start >= merged[-1].end:
            merged.append(region)
    return merged
