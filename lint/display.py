"""Text as a terminal may show it: nothing in it moves the cursor or turns the line around, and its width is known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lint.compiled import compiled
from lint.named import NamedTuple
from lint.text import Span

if TYPE_CHECKING:
    from lint.mending import Change

_UNSAFE = compiled(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_NARROW = compiled("[ -~\xa0-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")
_BLANK = compiled("[\xa0\u2000-\u200a\u202f\u205f\u3000]")
_COMMAND = compiled(r"\A\s*:(?=:)|##\[")
_LONG_WORD = 15
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


class Window(NamedTuple):
    """A stretch of a line that fits, ready to be shown, with the cells to leave blank and to mark below it."""

    text: str
    indent: int
    marked: int


def safe(text: str) -> str:
    """As `printable`, and what makes a line of a log a command to GitHub as well: `::` where it begins, `##[` anywhere."""
    shown = printable(text)
    return _COMMAND.sub(_disarmed, shown) if "::" in shown or "##[" in shown else shown


def printable(text: str) -> str:
    """The text with control characters, direction overrides, invisible characters and lone surrogates written as escapes."""
    return text if text.isascii() and text.isprintable() else _UNSAFE.sub(_escaped, text)


def placed(path: str, *numbers: int | None) -> str:
    """A file, and perhaps a line and a column, each with a colon behind it, made safe as a whole: a file may be named `:`."""
    return safe("".join(f"{part}:" for part in (path, *numbers) if part is not None))


def counted(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def quoted(words: str, limit: int = 60) -> str:
    """Words in double quotes, as `shown` shows them."""
    return f'"{shown(words, limit)}"'


def shown(words: str, limit: int = 120) -> str:
    """Words, shortened in the middle; blanks that look like a space but are none are shown too."""
    half = limit // 2
    shortened = words if len(words) <= limit else f"{words[:half]}…{words[-half:]}"
    return _BLANK.sub(_escaped, safe(shortened))


def changed(path: str, change: Change) -> str:
    """What mending changed at a place, in a line."""
    return f"{placed(path, change.line)} {shown(change.old)} -> {shown(change.new)} ({safe(change.rule)})\n"


def cells(text: str) -> int:
    """How many columns of a terminal a safe text takes."""
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth  # costs more than a whole run over plain Latin text

    return max(wcswidth(text), 0)


def window(text: str, line: Span, span: Span, width: int) -> Window:
    """The part of `line` around `span` that fits into `width` columns, cut with an ellipsis on either side.

    All offsets count in `text`. A span that reaches past the line is marked up to its end, one of no width with one cell.
    """
    first = min(span.start, line.end)
    near = Span(max(line.start, first - 4 * width), min(line.end, first + 4 * width))  # a line may be the whole of a large file
    start, end = _cut(text, near, first, max(width, 20))
    last = max(first, min(span.end, end))
    before, marked, after = _shown(text[start:first]), _shown(text[first:last]), _shown(text[last:end])
    head = "…" if start > line.start else ""
    tail = "…" if end < line.end else ""
    # Once more as a whole: what is harmless in pieces may be a command when they stand together.
    indent = cells(safe(head + before))
    return Window(safe(head + before + marked + after + tail), indent, max(cells(safe(head + before + marked)) - indent, 1))


def _cut(text: str, near: Span, first: int, width: int) -> tuple[int, int]:
    """A third of the room stands before the fault, so that its context is seen; what is not needed there goes to the other side."""
    room = width - 2
    if _room(text[near.start : near.end]) <= width:
        return near
    start = _back(text, near.start, first, room // 3)
    end = _ahead(text, start, near.end, room)
    if end == near.end:
        start = _back(text, near.start, end, room)
    else:
        space = text.rfind(" ", max(end - _LONG_WORD, first + 1), end + 1)
        end = space if space >= 0 else end
    return min(start, first), max(end, first)


def _back(text: str, limit: int, end: int, room: int) -> int:
    start = max(limit, end - room)
    if not _NARROW.fullmatch(text, start, end):
        start = end
        while start > limit and (room := room - _room(text[start - 1])) >= 0:
            start -= 1
    if start == limit:
        return limit
    space = text.find(" ", max(start - 1, limit), min(start + _LONG_WORD, end))
    return space + 1 if space >= 0 else start


def _ahead(text: str, start: int, limit: int, room: int) -> int:
    end = min(limit, start + room)
    if not _NARROW.fullmatch(text, start, end):
        end = start
        while end < limit and (room := room - _room(text[end])) >= 0:
            end += 1
    return end


def _room(text: str) -> int:
    """No fewer cells than are needed; exact for narrow letters, which are nearly all."""
    return len(text) if _NARROW.fullmatch(text) else sum(cells(_shown(character)) for character in text)


def _shown(text: str) -> str:
    return safe(text.replace("\t", " "))


def _disarmed(found: re.Match[str]) -> str:
    return f"{found.group()[:-1]}\\x{ord(found.group()[-1]):02x}"


def _escaped(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
