"""The INI dialect of Vale's configuration: sections and keys in their order, each value with its place.

`key = value` or `key: value`; lines that begin with `#` or `;` are comments, and so is what follows a blank and such a sign.
A value may go on behind a `\\` at a line's end, or stand in backticks or three quotation marks over several lines.
A key or section that comes again adds to the first.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lint.diagnostic import Diagnostic, Severity
from lint.faults import CONFIGURATION, Fault, FaultyFile
from lint.named import NamedTuple
from lint.text import Source, Span

TOP = ""
"""The name of the part before any section."""

_MOST_FAULTS = 20
"""A file with more is no file of this sort, or wrong everywhere in the same way."""

NONE = "NONE"
"""In a list: all that was said before does not count."""


class Value(NamedTuple):
    """What one line gives a key; `key` and `place` are where the two stand."""

    text: str
    source: Source
    key: Span
    place: Span

    def part(self, text: str) -> Span:
        """Where a part of the value stands, or all of it."""
        start = self.source.text.find(text, self.place.start, self.place.end) if text else -1
        return self.place if start < 0 else Span(start, start + len(text))


class Item(NamedTuple):
    """An element of a list, and the value that it stands in."""

    text: str
    value: Value

    @property
    def place(self) -> Span:
        """Where it stands."""
        return self.value.part(self.text)


@dataclass
class Section:
    """The keys of a section, each with all values that it was given, and where the section is first named."""

    source: Source
    place: Span
    keys: dict[str, list[Value]] = field(default_factory=dict)

    def last(self, key: str) -> Value | None:
        """The value given last, in the file that counts most."""
        return self.keys[key][-1] if key in self.keys else None

    def listed(self, key: str) -> list[Item]:
        """All elements of a list, each once; NONE takes back those before it."""
        items = [Item(text.strip(), value) for value in self.keys.get(key, ()) for text in value.text.split(",")]
        cleared = max((number for number, item in enumerate(items, 1) if item.text == NONE), default=0)
        return _once(items[cleared:])

    def patterns(self, key: str) -> list[Item]:
        """All elements of a list of patterns, in which `\\,` is a comma."""
        return _once(Item(text.strip(), value) for value in self.keys.get(key, ()) for text in _split(value.text))


Sections = dict[str, Section]
"""Sections by their names, in the order in which they first come."""


def read(sources: Iterable[Source]) -> Sections:
    """What the files say together, those that count most last. Raises FaultyFile with all that is wrong."""
    sections: Sections = {}
    faults: list[Fault] = []
    for source in sources:
        faults += _Lines(source, sections).read()
    if faults:
        raise FaultyFile(tuple(faults))
    return sections


class _Lines:
    """A file while it is read, line by line."""

    def __init__(self, source: Source, sections: Sections) -> None:
        self.source = source
        self.sections = sections
        self.faults: list[Fault] = []
        self.next = 1
        self.section = self._section(TOP, Span(0, 0))

    def read(self) -> list[Fault]:
        """Add what the file says; gives what is wrong with it."""
        while self.next <= len(self.source.line_starts) and len(self.faults) < _MOST_FAULTS:
            place = self._line()
            text = self.source.text[place.start : place.end]
            if text.startswith("["):
                self._header(text, place)
            elif text and text[0] not in "#;":
                self._pair(text, place)
        return self.faults

    def _line(self) -> Span:
        """The next line, without the blanks around it."""
        line = self.source.line(self.next)
        self.next += 1
        text = self.source.text[line.start : line.end]
        start = line.start + len(text) - len(text.lstrip())
        return Span(start, max(start, line.start + len(text.rstrip())))

    def _header(self, text: str, place: Span) -> None:
        end = text.rfind("]")
        if end < 0:
            self._fault(place, "the name of this section has no end; write ']' behind it")
            return
        name = text[1:end].strip()
        self.section = self._section(TOP if name == "DEFAULT" else name, Span(place.start + 1, place.start + end))

    def _section(self, name: str, place: Span) -> Section:
        return self.sections.setdefault(name, Section(self.source, place))

    def _pair(self, text: str, place: Span) -> None:
        quote = next((mark for mark in ('"""', '"', "`") if text.startswith(mark)), "")
        closed = text.find(quote, len(quote)) if quote else 0
        end = min((found for found in (text.find(sign, closed) for sign in "=:") if found >= 0), default=-1)
        if end < 0 or closed < 0:
            self._fault(place, "this line is no 'key = value' and no comment, which begins with '#' or ';'")
            return
        name = text[len(quote) : closed if quote else end].strip()
        key = Span(place.start + len(quote), place.start + len(quote) + max(len(name), 1))
        start = end + 1 + len(text[end + 1 :]) - len(text[end + 1 :].lstrip())
        value, stands = self._value(text[start:], Span(place.start + start, place.end))
        self.section.keys.setdefault(name, []).append(Value(value, self.source, key, stands))

    def _value(self, text: str, place: Span) -> tuple[str, Span]:
        """A value without its quotes and comment, and where it stands."""
        for quote in ('"""', "`"):
            if text.startswith(quote) and len(text) > 1:
                return self._quoted(quote, text[len(quote) :], Span(place.start + len(quote), place.end))
        if text.endswith("\\"):
            return self._continued(text[:-1], place)
        cut = text.find(" #") if " #" in text else text.find(" ;")
        text = (text if cut < 0 else text[:cut]).rstrip()
        if len(text) > 1 and text[0] in "'\"" and text.find(text[0], 1) == len(text) - 1:
            return text[1:-1], Span(place.start + 1, place.start + len(text) - 1)
        return text, Span(place.start, place.start + len(text))

    def _quoted(self, quote: str, text: str, place: Span) -> tuple[str, Span]:
        end = self.source.text.rfind(quote, place.start, place.end)
        if end < 0:
            end = self.source.text.find(quote, place.end)
            if end < 0:
                self._fault(place, f"this value begins with {quote} and has no end; write {quote} behind it")
                return text, place
            self.next = self.source.position(end).line + 1
        return self.source.text[place.start : end], Span(place.start, end)

    def _continued(self, text: str, place: Span) -> tuple[str, Span]:
        pieces = [text]
        while self.next <= len(self.source.line_starts):
            line = self._line()
            more = self.source.text[line.start : line.end]
            if not more:
                break
            place = Span(place.start, line.end)
            pieces.append(more.removesuffix("\\"))
            if not more.endswith("\\"):
                break
        return "".join(pieces), place

    def _fault(self, place: Span, message: str) -> None:
        self.faults.append(Fault(self.source, Diagnostic(place, CONFIGURATION, message, Severity.ERROR)))


def _once(items: Iterable[Item]) -> list[Item]:
    return list({item.text: item for item in items if item.text}.values())


def _split(text: str) -> list[str]:
    """The parts between commas; one behind a backslash is a comma, and other escapes stay as they are."""
    parts = [""]
    place = 0
    while place < len(text):
        taken = text[place : place + 2] if text[place] == "\\" else text[place]
        place += len(taken)
        if taken == ",":
            parts.append("")
        else:
            parts[-1] += "," if taken == "\\," else taken
    return parts
