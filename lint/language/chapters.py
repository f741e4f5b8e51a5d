"""Manuscripts in plain text: lines such as `Chapter One`, `Prologue`, `Part II` or a number alone are headings, as Vale reads them.

How our own rules read plain text is in `formats/plain.py`; this is the plainer reading that packs are written against.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Node
from lint.named import NamedTuple
from lint.text import Span

_TITLE = compiled(r"(\w+)[^.!?]{0,60}")
_NUMBER = compiled(r"(?:\d{1,3}|[IVXLC]{1,7})\.?")
_OPENERS = {
    **dict.fromkeys(("part", "book", "act", "volume"), "h1"),
    **dict.fromkeys(("chapter", "prologue", "epilogue", "interlude", "afterword", "foreword", "preface"), "h2"),
}
"""The first words of titles, with the elements that they make of them."""
_BREAK = compiled(r"(?:[*#~-]\s*){3,}")
_PARAGRAPH = compiled(r"(?:(?!\n\n|\r\n\r\n)[\s\S])+")
_LONGEST_TITLE = 12
"""Words."""


class Part(NamedTuple):
    """A paragraph or heading of a manuscript: the element that it is in HTML (`h1`, `h2`, `p`, `hr`), and where its words stand."""

    element: str
    place: Span


def chapters(text: str) -> Sequence[Part]:
    """The parts of a manuscript, in order; none where no line of its own opens a chapter.

    The first line is the title where it stands alone, is short, and a chapter or part follows at once.
    """
    places = list(_places(text))
    parts = [Part(_element(text[place.start : place.end]), place) for place in places]
    if not any(part.element == "h2" for part in parts):
        return ()
    first = text[places[0].start : places[0].end]
    if parts[0].element == "p" and "\n" not in first and len(first.split()) <= _LONGEST_TITLE and parts[1].element in ("h1", "h2"):
        parts[0] = Part("h1", places[0])
    return parts


def chapter_tree(parts: Sequence[Part]) -> Node:
    """A manuscript as a tree of elements."""
    nodes = tuple(Node(part.element, part.place) for part in parts)
    return Node("#document", Span(parts[0].place.start, parts[-1].place.end), children=nodes)


def _places(text: str) -> Iterator[Span]:
    for found in _PARAGRAPH.finditer(text):
        words = found[0].strip()
        if words:
            start = found.start() + found[0].index(words)
            yield Span(start, start + len(words))


def _element(words: str) -> str:
    if "\n" in words:
        return "p"
    title = _TITLE.fullmatch(words)
    if title and title[1].lower() in _OPENERS:
        return _OPENERS[title[1].lower()]
    if _NUMBER.fullmatch(words):
        return "h2"
    return "hr" if _BREAK.fullmatch(words) else "p"
