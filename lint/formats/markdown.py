"""Markdown: CommonMark and GFM with front matter, footnotes, HTML, and the shortcodes of site generators; MDX."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyromark

from lint.compiled import compiled
from lint.document import Document, Reading, Syntax
from lint.markup import front_matter, hidden
from lint.markup.builder import Builder
from lint.markup.entities import REFERENCE, markdown_reference
from lint.markup.hypertext import Hypertext
from lint.markup.masks import Masked
from lint.markup.places import encodable, stretches
from lint.text import Source

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd", ".mdx")

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
)
_NAMES = {
    "Paragraph": "p",
    "Item": "li",
    "BlockQuote": "blockquote",
    "FootnoteDefinition": "footnote",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
    "Table": "table",
    "TableRow": "tr",
    "TableCell": "td",
    "Emphasis": "em",
    "Strong": "strong",
    "Strikethrough": "del",
}
_BLOCKS = frozenset(("Paragraph", "Heading", "BlockQuote", "List", "Table", "CodeBlock"))
_ESCAPE = compiled(rf"\\[!-/:-@\[-`{{-~]|{REFERENCE.pattern}")
_OLD_LINE_END = compiled(r"\r(?!\n)")
"""CommonMark's third line end, of which pyromark knows only half."""
_BLANKS = compiled(r"[ \t]*")
_QUOTE_MARKS = compiled(r"[ \t]*(?:>[ \t]*)*")
_QUOTE_MARKS_BEHIND_LINE_END = compiled(r"(?<=[\r\n])[ \t]*>[ \t>]*")
_TITLE_END = compiled(r"[\"')]\s*\)\Z")


def parse(source: Source, reading: Reading) -> Document:
    """The document that the Markdown shows; MDX where the source's name says so."""
    text = _OLD_LINE_END.sub("\n", encodable(source.text))
    matter = front_matter.read(source, reading)
    is_mdx = source.name.lower().endswith(".mdx")
    masked = hidden.in_mdx(text, matter.end, reading) if is_mdx else hidden.in_markdown(text, matter.end, reading)
    builder = Builder(source, matter.language or reading.language, masked)
    builder.write_in(Syntax.MARKDOWN)
    _Reader(builder, masked, source.text).read()
    return builder.finish(matter.nodes, matter.blocks, matter.meta)


class _Reader:
    """Tells a builder what pyromark finds."""

    def __init__(self, builder: Builder, masked: Masked, source: str) -> None:
        self._builder = builder
        self._text = masked.text
        self._hypertext = Hypertext(builder, masked, source)
        self._quotes = 0
        self._cell = "td"
        self._html: list[tuple[int, int]] | None = None
        self._images = 0
        self._started: dict[str, Callable[[Any, int, int], None]] = {
            "Heading": self._heading,
            "List": self._list,
            "TableHead": self._table_head,
            "TableCell": self._table_cell,
            "BlockQuote": self._block_quote,
            "CodeBlock": self._code_block,
            "HtmlBlock": self._html_block,
            "Link": self._link,
            "Image": self._image,
        }
        self._ended: dict[str, Callable[[int, int], None]] = {
            "BlockQuote": self._end_block_quote,
            "HtmlBlock": self._end_html_block,
            "TableHead": self._end_table_head,
            "Image": self._end_image,
        }
        self._met: dict[str, Callable[[Any, int, int], None]] = {
            "Start": self._start,
            "End": self._end,
            "Text": self._words,
            "Code": lambda value, start, end: builder.leaf("code", start, end, verbatim=True, shown="code"),
            "SoftBreak": self._line_break,
            "HardBreak": self._line_break,
            "InlineHtml": self._inline_html,
            "Html": self._html_line,
            "Rule": lambda value, start, end: builder.leaf("hr", start, end),
            "FootnoteReference": lambda value, start, end: builder.leaf("sup", start, end, (("id", value),), verbatim=True),
            "TaskListMarker": lambda value, start, end: builder.leaf("input", start, end),
        }

    def read(self) -> None:
        """All events, each to the method that knows it, with its place in code points."""
        bytes_of, characters_of, widths = stretches(self._text)
        met = self._met
        for event, stretch in _events(self._text):
            start, end = stretch["start"], stretch["end"]
            if widths:
                index, last = bisect_right(bytes_of, start) - 1, bisect_right(bytes_of, end) - 1
                start = characters_of[index] + (start - bytes_of[index]) // widths[index]
                end = characters_of[last] + (end - bytes_of[last]) // widths[last]
            if isinstance(event, str):
                met[event](None, start, end)
            else:
                for kind, value in event.items():
                    met[kind](value, start, end)

    def _start(self, tag: Any, start: int, end: int) -> None:
        kind, value = (tag, None) if isinstance(tag, str) else next(iter(tag.items()))
        if kind in _BLOCKS and self._builder.has_loose:
            self._builder.imply_ends("h1", start)
        started = self._started.get(kind)
        if started:
            started(value, start, end)
        else:
            self._builder.open(_NAMES.get(kind, "span"), start, barrier=True)

    def _end(self, tag: Any, start: int, end: int) -> None:
        kind = tag if isinstance(tag, str) else next(iter(tag))
        ended = self._ended.get(kind)
        if ended:
            ended(start, end)
        else:
            self._builder.close_barrier(end, end)

    def _words(self, words: str, start: int, end: int) -> None:
        if len(words) == end - start:
            self._builder.text(start, end)
        elif not self._builder.is_silent:
            self._escaped_words(words, start, end)

    def _escaped_words(self, words: str, start: int, end: int) -> None:
        pieces = list(_decoded(self._text, start, end))
        if "".join([read or self._text[a:b] for read, a, b in pieces]) != words:
            pieces = [(words, start, end)]
        for read, a, b in pieces:
            if read is None:
                self._builder.text(a, b)
            else:
                self._builder.replaced(read, a, b)

    def _line_break(self, _: None, start: int, end: int) -> None:
        text = self._text
        while start and text[start - 1] in " \t":
            start -= 1
        prefix = (_QUOTE_MARKS if self._quotes else _BLANKS).match(text, end)
        self._builder.line_break(start, prefix.end() if prefix else end)

    def _heading(self, value: Mapping[str, Any], start: int, end: int) -> None:
        attributes = [("id", value["id"])] if value["id"] else []
        self._builder.open(value["level"].lower(), start, tuple(attributes), barrier=True)

    def _list(self, first: int | None, start: int, end: int) -> None:
        self._builder.open("ul" if first is None else "ol", start, barrier=True)

    def _table_head(self, _: None, start: int, end: int) -> None:
        self._cell = "th"
        self._builder.open("tr", start, barrier=True)

    def _end_table_head(self, start: int, end: int) -> None:
        self._cell = "td"
        self._builder.close_barrier(end, end)

    def _table_cell(self, _: None, start: int, end: int) -> None:
        self._builder.open(self._cell, start, barrier=True)

    def _block_quote(self, _: str | None, start: int, end: int) -> None:
        self._quotes += 1
        self._builder.open("blockquote", start, barrier=True)

    def _end_block_quote(self, start: int, end: int) -> None:
        self._quotes -= 1
        self._builder.close_barrier(end, end)

    def _code_block(self, value: Any, start: int, end: int) -> None:
        language = value["Fenced"] if isinstance(value, dict) else ""
        self._builder.open("pre", start, (("class", language),) if language else (), barrier=True, silent=True)

    def _link(self, value: Mapping[str, str], start: int, end: int) -> None:
        attributes = (("href", value["dest_url"]),)
        if value["link_type"] in ("Autolink", "Email"):
            self._builder.open("a", start, attributes, barrier=True, silent=True, shown=True)
        else:
            self._title("a", value["title"], end)
            self._builder.open("a", start, attributes, barrier=True)

    def _image(self, value: Mapping[str, str], start: int, end: int) -> None:
        self._title("img", value["title"], end)
        self._builder.open_image(start, (("src", value["dest_url"]),))
        self._images += 1

    def _end_image(self, start: int, end: int) -> None:
        self._images -= 1
        self._builder.close_image(end)

    def _title(self, name: str, title: str, end: int) -> None:
        """The title of a link or an image that ends at `end`, if it stands there as it is read."""
        closing = _TITLE_END.search(self._text, max(end - 10, 0), end) if title else None
        if closing:
            start = closing.start() - len(title)
            if self._text[start : closing.start()] == title and "\n" not in title:
                quote = Syntax.ATTRIBUTE if closing[0][0] == '"' else Syntax.ATTRIBUTE_SINGLE
                self._builder.verbatim_aside("title", name, start, closing.start(), quote)

    def _inline_html(self, html: str, start: int, end: int) -> None:
        if not self._images:
            text = self._text[start:end]
            if self._quotes:
                text = _QUOTE_MARKS_BEHIND_LINE_END.sub(_blanked, text)
            self._hypertext.read(text, start)

    def _html_block(self, _: None, start: int, end: int) -> None:
        self._html = []

    def _html_line(self, html: str, start: int, end: int) -> None:
        if self._html is not None:
            self._html.append((start, end))

    def _end_html_block(self, start: int, end: int) -> None:
        lines, self._html = self._html or [], None
        if not lines:
            return
        self._builder.write_in(Syntax.HTML)
        self._hypertext.read(_joined(self._text, lines), lines[0][0])
        self._builder.write_in(Syntax.MARKDOWN)


def _events(text: str) -> Iterator[tuple[Any, Any]]:
    return iter(pyromark.events_with_range(text, options=_OPTIONS, merge_text=True))


def _decoded(text: str, start: int, end: int) -> Iterator[tuple[str | None, int, int]]:
    """The words at `start..end`, cut into escapes and references with what they are read as, and the rest with None."""
    done = start
    for found in _ESCAPE.finditer(text, start, end):
        read = found[0][1] if found[0][0] == "\\" else markdown_reference(found[0])
        if read is not None:
            if done < found.start():
                yield None, done, found.start()
            yield read, *found.span()
            done = found.end()
    if done < end:
        yield None, done, end


def _joined(text: str, lines: list[tuple[int, int]]) -> str:
    """The text of the lines, with blanks for what stands between them."""
    pieces = []
    done = lines[0][0]
    for start, end in lines:
        pieces += [" " * (start - done), text[start:end]]
        done = end
    return "".join(pieces)


def _blanked(found: re.Match[str]) -> str:
    return " " * len(found[0])
