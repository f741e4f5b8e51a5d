"""The document as CSS selectors see it: as a browser would have it, and each heading with what belongs to it in a `section`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.document import Node
from lint.text import Span

_LEVELS = {f"h{level}": level for level in range(1, 7)}


def document_view(root: Node, text: str) -> Node:
    """The tree of a document with the elements that HTML has around and between those of its source; `text` is the source's.

    `html` and `body` stand around everything, `thead` and `tbody` in tables, and each heading begins a `section`. New elements have the
    spans of what is in them.
    """
    return sectioned(_bodied(_completed(root, text)))


def sectioned(root: Node) -> Node:
    """The same tree with each heading, and its siblings up to the next heading of its level or a higher one, in a `section`.

    A section's span is from its heading's start to the end of the last node in it. Sections stand in each other as their headings do.
    """
    return _mapped(root, lambda node: node._replace(children=tuple(_sections(node.children))) if _has_heading(node) else node)


def _has_heading(node: Node) -> bool:
    return any(child.name in _LEVELS for child in node.children)


def _sections(nodes: Iterable[Node]) -> Iterator[Node]:
    """Nodes side by side, with their sections."""
    open: list[tuple[int, list[Node]]] = []
    for node in nodes:
        level = _LEVELS.get(node.name)
        while level is not None and open and open[-1][0] >= level:
            yield from _closed(open)
        if level is not None:
            open.append((level, [node]))
        elif open:
            open[-1][1].append(node)
        else:
            yield node
    while open:
        yield from _closed(open)


def _closed(open: list[tuple[int, list[Node]]]) -> Iterator[Node]:
    """Close the innermost section: put it into the one around it, or give it out."""
    section = _around("section", open.pop()[1])
    if open:
        open[-1][1].append(section)
    else:
        yield section


def _bodied(root: Node) -> Node:
    if root.name != "#document" or any(child.name == "html" for child in root.children):
        return root
    before = [child for child in root.children if child.name == "#frontmatter"]
    body = Node("body", root.span, children=tuple(child for child in root.children if child.name != "#frontmatter"))
    return root._replace(children=(*before, Node("html", root.span, children=(body,))))


def _completed(root: Node, text: str) -> Node:
    """With the parts of tables."""

    def complete(node: Node) -> Node:
        if node.name == "table" and any(child.name == "tr" for child in node.children):
            return node._replace(children=tuple(_table_parts(node, text)))
        return node

    return _mapped(root, complete)


def _table_parts(table: Node, text: str) -> Iterator[Node]:
    """The children of a table, its rows in `thead` and `tbody`; in HTML all that say nothing else are the body's."""
    rows = [child for child in table.children if child.name == "tr"]
    heads = 0 if text.startswith("<", table.span.start) else int(all(cell.name == "th" for cell in rows[0].children))
    yield from (child for child in table.children if child.name != "tr")
    if rows[:heads]:
        yield _around("thead", rows[:heads])
    if rows[heads:]:
        yield _around("tbody", rows[heads:])


def _around(name: str, nodes: Sequence[Node]) -> Node:
    return Node(name, Span(nodes[0].span.start, max(nodes[0].span.end, nodes[-1].span.end)), children=tuple(nodes))


def _mapped(root: Node, change: Callable[[Node], Node]) -> Node:
    """The tree with each node changed, those below it first."""
    made: dict[int, Node] = {}
    for node in reversed(list(root.walk())):
        children = tuple([made[id(child)] for child in node.children])
        same = all(one is other for one, other in zip(children, node.children, strict=True))
        made[id(node)] = change(node if same else node._replace(children=children))
    return made[id(root)]
