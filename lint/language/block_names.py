"""The names that the blocks of a document go by in Vale: what rules of its packs choose by, and what its measures count."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from lint.document import Document, Node, Prose
from lint.markup.elements import BLOCK, VOID

_NAMES = {
    **{f"h{level}": f"text.heading.h{level}" for level in range(1, 7)},
    "th": "text.table.header",
    "td": "text.table.cell",
    "caption": "text.table.caption",
    "li": "text.list",
    "footnote": "text.list",
    "blockquote": "text.blockquote",
    "figcaption": "text.figure.caption",
}
_ASIDES = {"alt": "text.attr.alt", "title": None, "shortcode": "text"}


def named_blocks(document: Document) -> Iterator[tuple[Prose, str]]:
    """The blocks of a document that Vale reads, with their names there (`text.list`, `text` for a paragraph).

    An element gives its name to the first block in it and not to those behind that: the second paragraph of a list item is one like others.
    """
    ends = sorted(node.span.end for node in document.root.walk() if node.name in BLOCK and node.name not in VOID)
    before = -1
    for block in document.blocks:
        first, _, rest = block.scope.partition(".")
        if first == "frontmatter":
            name = _field(document, block, rest)
        elif first in _ASIDES:
            name = _ASIDES[first]
        elif "data" in block.inside or all("data" in run.inside for run in block.runs):
            name = "meta"
        else:
            name = _name(document.root, block, ends, before)
            before = block.extent.start
        if name is not None:
            yield block, name


def _field(document: Document, block: Prose, key: str) -> str | None:
    """The name of a field of the front matter, which HTML has none of, or of what a page there says of itself."""
    if document.format != "html":
        return f"text.frontmatter.{key}"
    return "text.attr.description" if key == "description" and "meta" in block.inside else None


def _name(root: Node, block: Prose, ends: list[int], before: int) -> str:
    """The name that the outermost element gives in which nothing has ended yet; `before` is where the block before this one begins."""
    if _NAMES.keys().isdisjoint(block.inside):
        return "text"
    start = block.extent.start
    last_end = ends[bisect_right(ends, start) - 1] if ends and ends[0] <= start else -1
    for node in _around(root, start):
        if node.name in _NAMES and before < node.span.start and last_end <= node.span.start:
            return _NAMES[node.name]
    return "text"


def _around(root: Node, place: int) -> Iterator[Node]:
    """The elements around a place, the outermost first."""
    children = root.children
    while children:
        index = bisect_right(children, place, key=lambda node: node.span.start) - 1
        if index < 0 or children[index].span.end <= place:
            return
        yield children[index]
        children = children[index].children
