"""The one way from markup to a document: parsers tell what they meet, the builder makes the tree and the prose of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lint.compiled import compiled
from lint.document import Attributes, Document, Form, Node, Prose, Syntax
from lint.markup import elements
from lint.markup.literals import argument_pieces, argument_syntax
from lint.markup.masks import Masked, Region
from lint.markup.pieces import Block, Piece, line_break, placeholder, prose
from lint.text import Source, Span

_DEPTH = 100
"""How deep the tree may go; elements below that are not in it, only their words are."""

_ASIDE = compiled(
    r"(?:\b(?:https?|ftp)://|\bwww\.(?=\w))(?:[^\s()<>\"“”\ufffc]+|\([^\s()<>\"“”\ufffc]*\))*"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{0,190}\w"
    r"|\xad+"
)
"""An address in the words, or soft hyphens."""
_CLOSING = ".,;:!?'’]*_"
"""What may stand after an address rather than at its end."""

_Names = tuple[str, ...]


@dataclass(eq=False, repr=False, slots=True)
class _Open:
    """An element whose end has not been met."""

    name: str
    start: int
    attributes: Attributes
    scope: str
    around: _Names  # the block elements around, this one too, and what stands between them
    inline: _Names  # the inline elements inside the innermost block element, this one too
    language: str | None
    depth: int
    parts: bool  # its ends part blocks of prose
    silent: bool  # no prose in it
    verbatim: bool
    shown: bool  # stands in the words around it as a placeholder
    children: list[Node]
    sunk: int = 0  # how many barriers are open in it that were too deep to be kept


class Builder:
    """Makes a document of events, which come in the order of the text; places count in the code points of the source."""

    def __init__(self, source: Source, language: str | None = None, masked: Masked | None = None) -> None:
        self._source = source
        self._text = source.text
        self._masked = masked if masked and masked.regions else None
        self._has_asides = _may_hold_aside(source.text)
        self._top = _Open("#document", 0, (), elements.ROOT_SCOPE, (), (), language, 0, True, False, False, False, [])
        self._stack = [self._top]
        self._open_by_name: dict[str, list[int]] = {}
        self._barriers = [0]
        self._pieces: list[Piece] = []
        self._set_aside: list[list[Piece]] = []
        self._after_break = 0
        self._syntax = Syntax.PLAIN
        self._blocks: list[Prose] = []
        self._names: dict[tuple[_Names, _Names, str], _Names] = {}

    @property
    def is_silent(self) -> bool:
        """Whether no prose can stand here."""
        return self._top.silent

    @property
    def has_loose(self) -> bool:
        """Whether an HTML element is open here that only its own end tag ends."""
        return self._barriers[-1] < len(self._stack) - 1

    def write_in(self, syntax: Syntax) -> None:
        """The words from here on are escaped in this way."""
        if syntax is not self._syntax:
            self.end_block()
            self._syntax = syntax

    def open(
        self, name: str, start: int, attributes: Attributes = (), *, barrier: bool = False, silent: bool = False, shown: bool = False
    ) -> None:
        """An element begins. A `silent` one holds no prose, a `barrier` is ended by `close_barrier` alone."""
        above = self._top
        parts = name in elements.BLOCK
        if parts:
            self.end_block()
        if above.depth < _DEPTH or (silent and not above.silent):
            self._push(self._opened(above, name, start, attributes, parts), barrier)
            if silent or above.silent:
                self._top.silent, self._top.verbatim, self._top.shown = True, silent, shown and not above.silent
        elif barrier:
            self._stack[self._barriers[-1]].sunk += 1

    def open_image(self, start: int, attributes: Attributes) -> None:
        """An image of Markdown begins; its alternative text comes as words do."""
        self._push(self._opened(self._top, "img", start, attributes, parts=False), barrier=True)
        self._top.silent = self._stack[-2].silent
        self._top.around, self._top.inline = (*self._top.around, *self._top.inline), ()
        self._set_aside.append(self._pieces)
        self._pieces = []

    def close_image(self, end: int) -> None:
        """The image ends; a placeholder stands for it in the words around."""
        start = self._stack[self._barriers[-1]].start
        self._emit("alt", self._pieces, self._syntax)
        self._pieces = self._set_aside.pop()
        self.close_barrier(end, end)
        if not self._top.silent:
            self._pieces.append(placeholder(start, end, (*self._top.inline, "img")))

    def close(self, name: str, start: int, end: int) -> bool:
        """The end tag at `start..end` ends the innermost open `name`; False where none is open that it may end."""
        index = self._reachable(name)
        if index is None:
            return False
        self._close_down_to(index, start, end)
        return True

    def close_barrier(self, start: int, end: int) -> None:
        """The innermost barrier ends at `end`, and whatever is open inside it before that, at `start`."""
        barrier = self._stack[self._barriers[-1]]
        if barrier.sunk:
            self.end_block()
            barrier.sunk -= 1
        else:
            self._close_down_to(self._barriers[-1], start, end)

    def imply_ends(self, name: str, start: int) -> None:
        """End the elements that a start tag `name` at `start` ends without their end tags."""
        for ended in elements.IMPLIED_ENDS.get(name, ()):
            index = self._reachable(ended)
            if index is not None and index > max((self._innermost(fence) for fence in elements.FENCES[ended]), default=-1):
                self._close_down_to(index, start, start)

    def text(self, start: int, end: int) -> None:
        """Words stand at `start..end` as they are read."""
        top = self._top
        if top.silent or start >= end:
            return
        words = self._text[start:end]
        if (self._masked and self._masked.touches(start, end)) or (self._has_asides and _may_hold_aside(words)):
            self._mixed_text(start, end)
        else:
            self._pieces.append(Piece(Form.VERBATIM, start, end, words, top.inline))

    def replaced(self, words: str, start: int, end: int) -> None:
        """What stands at `start..end` is read as `words`."""
        if not self._top.silent and words not in ("", "\xad"):
            self._pieces.append(Piece(Form.REPLACED, start, end, words, self._top.inline))

    def line_break(self, start: int, end: int) -> None:
        """A line end, with the blanks around it, is read as one space."""
        if not self._top.silent:
            self._pieces.append(line_break(self._text, start, end, self._top.inline))

    def forced_break(self, start: int, end: int) -> None:
        """Markup says that a new line begins; two such side by side part blocks."""
        if self._top.silent:
            return
        if all(piece.text.isspace() for piece in self._pieces[self._after_break :]):
            self.end_block()
        else:
            self._pieces.append(line_break(self._text, start, end, self._top.inline))
            self._after_break = len(self._pieces)

    def leaf(self, name: str, start: int, end: int, attributes: Attributes = (), *, verbatim: bool = False, shown: str = "") -> None:
        """An element without prose. With `shown`, what it is, a placeholder stands for it in the words around."""
        if name in elements.BLOCK:
            self.end_block()
        self._stand(Node(name, Span(start, end), attributes, (), verbatim), shown)

    def _stand(self, node: Node, shown: str) -> None:
        top, (start, end) = self._top, node.span
        top.children.append(node)
        if shown and not top.silent:
            self._pieces.append(placeholder(start, end, (*top.inline, shown)))

    def region(self, region: Region) -> None:
        """A masked stretch stands here."""
        if region.alone:
            self.end_block()
        rest = _between_arguments(region)
        node = Node(region.node, Span(region.start, region.end), region.attributes, rest, verbatim=not rest)
        self._stand(node, "" if region.alone else region.shown)
        for argument in region.arguments:
            self.aside(f"shortcode.{argument.name}", region.node, argument_pieces(self._text, argument), argument_syntax(argument))

    def aside(self, scope: str, name: str, pieces: Iterable[Piece], syntax: Syntax) -> None:
        """A prose that stands apart from the words around it: an attribute of the element `name`."""
        top = self._top
        if not top.silent:
            block = Block(scope, self._extended(top.around, top.inline, name), top.language, syntax)
            self._keep(prose(self._text, list(pieces), block))

    def verbatim_aside(self, scope: str, name: str, start: int, end: int, syntax: Syntax) -> None:
        """A prose that stands apart and is read as it stands at `start..end`."""
        self.aside(scope, name, [Piece(Form.VERBATIM, start, end, self._text[start:end])], syntax)

    def end_block(self) -> None:
        """The block of prose ends here; what comes is another."""
        if self._pieces:
            self._emit(self._top.scope, self._pieces, self._syntax)
            self._pieces = []
        self._after_break = 0

    def finish(self, head: Iterable[Node], blocks: Iterable[Prose], meta: Mapping[str, object]) -> Document:
        """The document; `head` and `blocks` come before what was told."""
        length = len(self._text)
        if len(self._stack) > 1:
            self._close_down_to(1, length, length)
        self.end_block()
        root = Node("#document", Span(0, length), (), (*head, *self._top.children))
        ordered = sorted(self._blocks, key=lambda block: block.runs[0].source.start)
        return Document(self._source, root, (*blocks, *ordered), meta)

    def _push(self, opened: _Open, barrier: bool) -> None:
        if barrier:
            self._barriers.append(len(self._stack))
        self._open_by_name.setdefault(opened.name, []).append(len(self._stack))
        self._stack.append(opened)
        self._top = opened

    def _opened(self, above: _Open, name: str, start: int, attributes: Attributes, parts: bool) -> _Open:
        language = _language(attributes, above.language) if attributes else above.language
        scope = elements.scope(name, above.scope) if parts else above.scope
        around, inline, depth = above.around, above.inline, above.depth + 1
        children: list[Node] = []
        if above.depth >= _DEPTH:
            depth, children = above.depth, above.children
        elif parts:
            around, inline = self._extended(around, inline, name), ()
        else:
            inline = self._extended(inline, (), name)
        return _Open(name, start, attributes, scope, around, inline, language, depth, parts, False, False, False, children)

    def _extended(self, names: _Names, more: _Names, last: str) -> _Names:
        """The names in one, the same object for the same names."""
        key = (names, more, last)
        known = self._names.get(key)
        if known is None:
            known = self._names[key] = (*names, *more, last)
        return known

    def _reachable(self, name: str) -> int | None:
        index = self._innermost(name)
        return index if index > self._barriers[-1] else None

    def _innermost(self, name: str) -> int:
        places = self._open_by_name.get(name)
        return places[-1] if places else -1

    def _close_down_to(self, index: int, start: int, end: int) -> None:
        while len(self._stack) - 1 > index:
            self._close_top(start)
        self._close_top(end)

    def _close_top(self, end: int) -> None:
        closed = self._top
        if closed.parts:
            self.end_block()
        self._stack.pop()
        self._open_by_name[closed.name].pop()
        if self._barriers[-1] == len(self._stack):
            self._barriers.pop()
        above = self._top = self._stack[-1]
        children = () if closed.children is above.children else tuple(closed.children)
        above.children.append(Node(closed.name, Span(closed.start, end), closed.attributes, children, closed.verbatim))
        if closed.shown:
            self._pieces.append(placeholder(closed.start, end, (*above.inline, closed.name)))

    def _mixed_text(self, start: int, end: int) -> None:
        """Words with masked stretches, addresses or soft hyphens among them."""
        if self._masked:
            for region in self._masked.between(start, end):
                if region.start >= start:
                    self._words(start, region.start)
                    self.region(region)
                start = region.end
        self._words(start, end)

    def _words(self, start: int, end: int) -> None:
        inline = self._top.inline
        words = self._text[start:end]
        done = 0
        if self._has_asides and _may_hold_aside(words):
            for found in _ASIDE.finditer(words):
                a = found.start()
                b = a + len(found[0].rstrip(_CLOSING))
                self._verbatim(start + done, start + a, inline)
                if words[a] != "\xad":
                    self._pieces.append(placeholder(start + a, start + b, (*inline, "url")))
                done = b
        self._verbatim(start + done, end, inline)

    def _verbatim(self, start: int, end: int, inline: _Names) -> None:
        if start < end:
            self._pieces.append(Piece(Form.VERBATIM, start, end, self._text[start:end], inline))

    def _emit(self, scope: str, pieces: list[Piece], syntax: Syntax) -> None:
        top = self._top
        self._keep(prose(self._text, pieces, Block(scope, top.around, top.language, syntax)))

    def _keep(self, block: Prose | None) -> None:
        if block is not None:
            self._blocks.append(block)


def _between_arguments(region: Region) -> tuple[Node, ...]:
    """What stands around the arguments of a shortcode that are prose, none of which may change; empty where it has no such arguments."""
    if not region.arguments:
        return ()
    starts = (region.start, *(argument.end for argument in region.arguments))
    ends = (*(argument.start for argument in region.arguments), region.end)
    return tuple(Node("#text", Span(*place), verbatim=True) for place in zip(starts, ends, strict=True))


def _language(attributes: Attributes, around: str | None) -> str | None:
    return next((value for key, value in attributes if key in ("lang", "xml:lang") and value), around)


def _may_hold_aside(words: str) -> bool:
    return "://" in words or "@" in words or "www." in words or "\xad" in words
