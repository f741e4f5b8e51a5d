"""HTML told to a builder: which elements begin and end where, and which of their attributes are prose."""

from __future__ import annotations

import html
from collections.abc import Callable
from functools import cached_property

from lint.compiled import compiled
from lint.document import Attributes, Form, Syntax
from lint.markup import elements
from lint.markup.builder import Builder
from lint.markup.literals import attribute_pieces, text_pieces
from lint.markup.masks import Masked
from lint.markup.pieces import Piece
from lint.markup.tags import Attribute, Kind, Token, tokens

_PROSE_ATTRIBUTES = {"alt": "alt", "title": "title", "aria-label": "title", "caption": "caption"}
_META = {
    "description": "description", "og:description": "description", "twitter:description": "description",
    "og:title": "title", "twitter:title": "title", "og:image:alt": "alt", "twitter:image:alt": "alt",
}  # fmt: skip
_SYNTAX = {'"': Syntax.ATTRIBUTE, "'": Syntax.ATTRIBUTE_SINGLE}
_END_TAG = compiled(r"</([A-Za-z][^\s/>]*)")
_LEAVES = {Kind.COMMENT: "#comment", Kind.DECLARATION: "#declaration"}


class Hypertext:
    """Reads HTML into a builder. The text is as the markup may see it: masked, and as long as the source."""

    def __init__(self, builder: Builder, masked: Masked, source: str) -> None:
        self._builder = builder
        self._masked = masked
        self._text = masked.text
        self._source = source
        self._tellers: dict[Form, Callable[[Piece, int, int], None]] = {
            Form.VERBATIM: lambda piece, start, end: builder.text(start, end),
            Form.REPLACED: lambda piece, start, end: builder.replaced(piece.text, start, end),
            Form.BREAK: lambda piece, start, end: builder.line_break(start, end),
        }

    def read(self, text: str, offset: int) -> None:
        """Tell the builder what is in `text`, whose first character stands at `offset` of the source."""
        builder = self._builder
        for token in tokens(text):
            kind, start, end = token.kind, token.start + offset, token.end + offset
            if kind is Kind.TEXT:
                if not builder.is_silent:
                    self._words(text, start, end, offset)
            elif kind is Kind.START:
                self._start(token, start, end, offset)
            elif kind is Kind.END:
                self._end(token.name, start, end)
            elif kind in _LEAVES:
                self._leaf(_LEAVES[kind], start, end)

    def _words(self, text: str, start: int, end: int, offset: int) -> None:
        tell = self._tellers
        for piece in text_pieces(text, start - offset, end - offset):
            tell[piece.form](piece, piece.start + offset, piece.end + offset)

    def _start(self, token: Token, start: int, end: int, offset: int) -> None:
        builder, name = self._builder, token.name
        builder.imply_ends(name, start)
        attributes = tuple((each.name, self._value(each, offset)) for each in token.attributes)
        if not builder.is_silent:
            self._asides(token, attributes, offset)
        if name == "br":
            builder.leaf(name, start, end, attributes)
            builder.forced_break(start, end)
        elif name in elements.VOID or token.closed:
            builder.leaf(name, start, end, attributes, shown=name if name in elements.OPAQUE or self._is_component(start) else "")
        elif not _is_silent(name, attributes):
            builder.open(name, start, attributes)
        elif self._ends_after(name, end):
            is_shown = name not in elements.HIDDEN and name not in elements.BLOCK and not _is_hidden(attributes)
            builder.open(name, start, attributes, silent=True, shown=is_shown)
        else:
            builder.leaf(name, start, end, attributes)

    def _end(self, name: str, start: int, end: int) -> None:
        if name == "br":
            self._builder.forced_break(start, end)
        else:
            self._builder.close(name, start, end)

    def _leaf(self, node: str, start: int, end: int) -> None:
        regions = list(self._masked.between(start, end)) if node == "#declaration" else []
        for region in regions:
            if region.node == "#tag":
                self.read(region.attributes[0][1], region.start)
            else:
                self._builder.region(region)
        if not regions:
            self._builder.leaf(node, start, end, verbatim=True)

    def _is_component(self, start: int) -> bool:
        return self._source[start + 1 : start + 2].isupper()

    def _ends_after(self, name: str, place: int) -> bool:
        """Whether an end tag of the element stands behind `place`; without one it must not silence the rest."""
        return self._last_ends.get(name, -1) >= place

    @cached_property
    def _last_ends(self) -> dict[str, int]:
        """Where the last end tag of each name stands."""
        return {found[1].lower(): found.start() for found in _END_TAG.finditer(self._text)}

    def _value(self, attribute: Attribute, offset: int) -> str:
        raw = self._source[attribute.start + offset : attribute.end + offset]
        return html.unescape(raw) if "&" in raw else raw

    def _asides(self, token: Token, attributes: Attributes, offset: int) -> None:
        for attribute in token.attributes:
            scope = _PROSE_ATTRIBUTES.get(attribute.name)
            if attribute.name == "content" and token.name == "meta":
                scope = _meta_scope(attributes)
            if scope:
                pieces = attribute_pieces(self._source, attribute.start + offset, attribute.end + offset, self._masked)
                self._builder.aside(scope, token.name, pieces, _SYNTAX.get(attribute.quote, Syntax.PLAIN))


def _is_silent(name: str, attributes: Attributes) -> bool:
    return name in elements.SILENT or _is_hidden(attributes) or any(_is_left_alone(key, value) for key, value in attributes)


def _is_hidden(attributes: Attributes) -> bool:
    return any(key == "hidden" for key, _ in attributes)


def _is_left_alone(key: str, value: str) -> bool:
    """Whether the attribute says that no one may change or translate the words."""
    return (key == "translate" and value == "no") or (key == "class" and "notranslate" in value.split())


def _meta_scope(attributes: Attributes) -> str | None:
    names = (_META.get(value.lower()) for key, value in attributes if key in ("name", "property"))
    return next((f"frontmatter.{name}" for name in names if name), None)
