"""Plain text: paragraphs between blank lines or one to a line, lists, quoted mail, headings that stand by themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum, auto
from itertools import groupby, pairwise

from lint.compiled import compiled
from lint.document import Document, Reading, Syntax
from lint.markup.builder import Builder
from lint.markup.masks import Masked, Region
from lint.named import NamedTuple
from lint.text import Source

SUFFIXES = (".txt", ".text")

_LONGEST_WRAPPED = 120
"""No one wraps text to wider lines; where one is longer, each line is a paragraph."""
_SHORTEST_WRAPPED = 40
_LONGEST_HEADING = 90

_LINE = compiled(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_COMMENT = compiled(r"[ \t]*%%[ \t]*(?:copydesk|vale|stet)\b")
_BULLET = compiled(r"[ \t]*[*•‣◦▪●+-][ \t]+(?=\S)")
_NUMBER = compiled(r"[ \t]*\(?(?:\d{1,3}|[a-zA-Z])[.)][ \t]+(?=\S)")
_QUOTE = compiled(r"[ \t]*(?:>[ \t]?)+")
_UNDERLINE = compiled(r"[ \t]*(?:={3,}|-{3,}|_{3,}|~{3,}|(?:\*[ \t]*){3,}|#{3,})[ \t]*\Z")
_FIELD = compiled(r"[A-Z][A-Za-z-]{0,20}:[ \t]")
_TAG = compiled(r"</?[A-Za-z][\w:-]*(?:\s[^<>\r\n]*)?>")
"""A tag that was left in the text; it is one only with an attribute, or as an end tag."""
_CLOSED = compiled(r"[.!?…:;,][\"'”’»)\]]*\Z")


class _Sort(Enum):
    """What a line is."""

    WORDS = auto()
    BULLET = auto()
    NUMBER = auto()
    QUOTE = auto()


class _Line(NamedTuple):
    """A line with words: `start..end` are its place, `words` is where they begin behind blanks, bullet or quote marks."""

    start: int
    words: int
    end: int
    sort: _Sort
    text: str

    @property
    def width(self) -> int:
        """How many characters it takes with what stands before its words."""
        return self.end - self.start


def parse(source: Source, reading: Reading) -> Document:
    """The document that the text is, as a person sees it who reads its lines."""
    builder = Builder(source, reading.language, Masked(source.text, _tags(source.text)))
    builder.write_in(Syntax.PLAIN)
    is_first = True
    for group in _groups(source.text, builder):
        for paragraph in _paragraphs(group):
            name = _element(paragraph, is_alone=len(group) == len(paragraph), is_first=is_first)
            _tell(builder, paragraph, name)
            is_first = False
    return builder.finish((), (), {})


def _tags(text: str) -> list[Region]:
    found_tags = _TAG.finditer(text) if "<" in text else ()
    return [Region(*found.span(), "#tag") for found in found_tags if "=" in found[0] or found[0][1] == "/"]


def _groups(text: str, builder: Builder) -> Iterator[list[_Line]]:
    """The lines between blank lines; comments and underlines part them too."""
    group: list[_Line] = []
    for found in _LINE.finditer(text):
        raw = found[0]
        words = raw.strip()
        if words and not _COMMENT.match(raw) and not _UNDERLINE.match(words):
            group.append(_line(raw, found.start()))
            continue
        if group:
            yield group
            group = []
        if words and _COMMENT.match(raw):
            start = found.start() + raw.index(words)
            builder.leaf("#comment", start, start + len(words), verbatim=True)
    if group:
        yield group


def _line(raw: str, start: int) -> _Line:
    end = start + len(raw.rstrip())
    for sort, mark in ((_Sort.QUOTE, _QUOTE), (_Sort.BULLET, _BULLET), (_Sort.NUMBER, _NUMBER)):
        found = mark.match(raw)
        if found:
            return _Line(start, min(start + found.end(), end), end, sort, raw[found.end() :].strip())
    words = raw.strip()
    return _Line(start, start + raw.index(words), end, _Sort.WORDS, words)


def _paragraphs(group: Sequence[_Line]) -> Iterator[list[_Line]]:
    """The lines of a group, those together that are one paragraph."""
    for is_quote, members in groupby(group, key=lambda line: line.sort is _Sort.QUOTE):
        lines = list(members)
        soft = _soft_ends(lines)
        paragraph = [lines[0]]
        for before, line, joins in zip(lines, lines[1:], soft, strict=False):
            if (not is_quote and _begins_item(before, line, joins)) or not joins or not line.text or not before.text:
                yield paragraph
                paragraph = []
            paragraph.append(line)
        yield paragraph


def _begins_item(before: _Line, line: _Line, joins: bool) -> bool:
    if line.sort is _Sort.BULLET:
        return True
    return line.sort is _Sort.NUMBER and (before.sort is _Sort.NUMBER or not joins)


def _soft_ends(lines: Sequence[_Line]) -> list[bool]:
    """For each line but the last whether its paragraph goes on in the next: whether its first word had no room."""
    width = max(line.width for line in lines)
    if width > _LONGEST_WRAPPED or width < _SHORTEST_WRAPPED:
        return [False] * (len(lines) - 1)
    soft = [_is_full(line, after, width) for line, after in pairwise(lines)]
    if _is_verse(lines, soft):
        return [False] * len(soft)
    return soft


def _is_full(line: _Line, after: _Line, width: int) -> bool:
    if _FIELD.match(after.text) and _FIELD.match(line.text):
        return False
    first = after.text.split(None, 1)[0] if after.text else ""
    return line.width + 1 + len(first) > width or _runs_on(line, after)


def _runs_on(line: _Line, after: _Line) -> bool:
    """Whether a sentence that began in a long line goes on in the next, whose first word would have had room."""
    return 2 * line.width > _LONGEST_HEADING and line.text[-1:].isalpha() and after.sort is _Sort.WORDS and after.text[:1].islower()


def _is_verse(lines: Sequence[_Line], soft: Sequence[bool]) -> bool:
    """Whether the lines end where someone wanted them to: each begins with a capital, or few are full."""
    if len(lines) < 3:
        return False
    plain = [line for line in lines if line.sort is _Sort.WORDS]
    if len(plain) == len(lines) and all(line.text[0].isupper() for line in plain):
        return True
    inner = [full for full, after in zip(soft, lines[1:], strict=False) if after.sort in (_Sort.WORDS, _Sort.QUOTE)]
    return 2 * sum(inner) < len(inner)


def _element(paragraph: Sequence[_Line], is_alone: bool, is_first: bool) -> str:
    line = paragraph[0]
    if line.sort is _Sort.QUOTE:
        return "blockquote"
    if line.sort in (_Sort.BULLET, _Sort.NUMBER):
        return "li"
    is_heading = len(paragraph) == 1 and (is_alone or is_first) and len(line.text) <= _LONGEST_HEADING and not _CLOSED.search(line.text)
    if is_heading:
        return "h1" if is_first else "h2"
    return "p"


def _tell(builder: Builder, paragraph: Sequence[_Line], name: str) -> None:
    builder.open(name, paragraph[0].start)
    done: int | None = None
    for line in paragraph:
        if done is not None:
            builder.line_break(done, line.words)
        builder.text(line.words, line.end)
        done = line.end
    builder.close(name, paragraph[-1].end, paragraph[-1].end)
