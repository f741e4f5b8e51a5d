"""The values of front matter, with the place of each and the way from its characters to the source."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from lint.compiled import compiled
from lint.document import Form, Syntax
from lint.markup.pieces import Piece, line_break
from lint.named import NamedTuple


class Style(Enum):
    """How a value is written, and so how it is escaped."""

    PLAIN = Syntax.YAML_PLAIN, "plain"
    BLOCK = Syntax.YAML_PLAIN, "block"
    SINGLE = Syntax.YAML_SINGLE, "single"
    DOUBLE = Syntax.YAML_DOUBLE, "double"
    LITERAL = Syntax.YAML_PLAIN, "literal"  # of TOML: nothing in it is escaped

    @property
    def syntax(self) -> Syntax:
        """What the words of such a value are escaped as."""
        return self.value[0]


class Scalar(NamedTuple):
    """A value: the keys that lead to it, what it is read as, its place with its quotes, and the place of what is in them."""

    path: tuple[str, ...]
    value: str
    start: int
    end: int
    inner_start: int
    inner_end: int
    style: Style


_LINE_END = r"(?<![ \t])[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*"
_ESCAPE = r"(?:\\n)+|\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[ \t]*\r?\n[ \t\r\n]*|.)"
_SPECIAL = {
    Style.SINGLE: compiled(rf"{_LINE_END}|''"),
    Style.DOUBLE: compiled(rf"{_LINE_END}|{_ESCAPE}"),
}
_OTHER_SPECIAL = compiled(_LINE_END)
_ESCAPED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85", "_": "\xa0", "L": "\u2028",
    "P": "\u2029",
}  # fmt: skip


def paragraphs(source: str, scalar: Scalar) -> Iterator[list[Piece]]:
    """The value in pieces, a list for each of its paragraphs; nothing where the pieces do not say what the value is."""
    found: list[list[Piece]] = [[]]
    for piece in _pieces(source, scalar):
        if _parts(source, piece):
            found.append([])
        else:
            found[-1].append(piece)
    words = " ".join("".join([piece.text for piece in pieces]) for pieces in found)
    if words.split() == scalar.value.split():
        yield from found


def _parts(source: str, piece: Piece) -> bool:
    """Whether the piece parts two paragraphs."""
    if piece.text != " " or piece.form is Form.VERBATIM:
        return False
    raw = source[piece.start : piece.end]
    return len(raw.splitlines()) > 2 or raw.startswith("\\n\\n") or (len(raw.splitlines()) == 2 and raw[-1] in "\r\n")


def _pieces(source: str, scalar: Scalar) -> Iterator[Piece]:
    done = scalar.inner_start
    for found in _SPECIAL.get(scalar.style, _OTHER_SPECIAL).finditer(source, scalar.inner_start, scalar.inner_end):
        start, end = found.span()
        if done < start:
            yield Piece(Form.VERBATIM, done, start, source[done:start])
        yield _special(source, found[0], start, end)
        done = end
    if done < scalar.inner_end:
        yield Piece(Form.VERBATIM, done, scalar.inner_end, source[done : scalar.inner_end])


def _special(source: str, raw: str, start: int, end: int) -> Piece:
    if raw == "''":
        return Piece(Form.REPLACED, start, end, "'")
    if raw[0] != "\\":
        return line_break(source, start, end)
    if raw[1] == "n":
        return Piece(Form.REPLACED, start, end, " ")
    if raw[1] in "xuU":
        return Piece(Form.REPLACED, start, end, _character(int(raw[2:], 16)) if len(raw) > 2 else raw[1])
    if (raw[1] in " \t\r\n" and len(raw) > 2) or raw[1] in "\r\n":
        return Piece(Form.REPLACED, start, end, "")
    return Piece(Form.REPLACED, start, end, _ESCAPED.get(raw[1], raw[1]))


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else "\N{REPLACEMENT CHARACTER}"
