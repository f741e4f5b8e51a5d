"""HTML and XHTML, whole pages and fragments, with the front matter and the tags of templates."""

from __future__ import annotations

from lint.document import Document, Reading, Syntax
from lint.markup import front_matter, hidden
from lint.markup.builder import Builder
from lint.markup.hypertext import Hypertext
from lint.text import Source

SUFFIXES = (".html", ".htm", ".xhtml")


def parse(source: Source, reading: Reading) -> Document:
    """The document that the page shows."""
    matter = front_matter.read(source, reading)
    masked = hidden.in_html(source.text, matter.end, reading)
    builder = Builder(source, matter.language or reading.language, masked)
    builder.write_in(Syntax.HTML)
    Hypertext(builder, masked, source.text).read(masked.text[matter.end :], matter.end)
    return builder.finish(matter.nodes, matter.blocks, matter.meta)
