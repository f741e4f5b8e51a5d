"""Text between quotes in markup, piece by piece: attribute values of tags and arguments of shortcodes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Form, Syntax
from lint.markup.entities import REFERENCE, html_reference
from lint.markup.masks import Argument, Masked
from lint.markup.pieces import Piece, line_break, placeholder

_LINE_END = r"(?<![ \t\f])[ \t\f]*[\r\n][ \t\f\r\n]*"
_IN_TEXT = compiled(rf"{_LINE_END}|{REFERENCE.pattern}")
_IN_ARGUMENT = {quote: compiled(rf"{_IN_TEXT.pattern}|\\{quote}") for quote in "\"'"}


def attribute_pieces(source: str, start: int, end: int, masked: Masked | None = None) -> Iterator[Piece]:
    """The value of an attribute of HTML that stands at `start..end`."""
    for region in masked.between(start, end) if masked else ():
        if region.start >= start:
            yield from _pieces(source, start, region.start, _IN_TEXT, True)
            yield placeholder(region.start, min(region.end, end))
        start = min(region.end, end)
    yield from _pieces(source, start, end, _IN_TEXT, True)


def text_pieces(source: str, start: int, end: int) -> Iterator[Piece]:
    """Text of HTML between tags."""
    return _pieces(source, start, end, _IN_TEXT, False)


def argument_pieces(source: str, argument: Argument) -> Iterator[Piece]:
    """The value of an argument of a shortcode; a backslash escapes its quotes, but for raw strings in backticks."""
    pattern = _IN_ARGUMENT.get(argument.quote, _IN_TEXT)
    return _pieces(source, argument.start, argument.end, pattern, True)


def argument_syntax(argument: Argument) -> Syntax:
    """How words are escaped in the argument."""
    return {'"': Syntax.ATTRIBUTE, "'": Syntax.ATTRIBUTE_SINGLE}.get(argument.quote, Syntax.PLAIN)


def _pieces(source: str, start: int, end: int, pattern: re.Pattern[str], in_attribute: bool) -> Iterator[Piece]:
    done = start
    for found in pattern.finditer(source, start, end):
        piece = _special(source, found, end, in_attribute)
        if piece is None:
            continue
        if done < piece.start:
            yield Piece(Form.VERBATIM, done, piece.start, source[done : piece.start])
        yield piece
        done = piece.end
    if done < end:
        yield Piece(Form.VERBATIM, done, end, source[done:end])


def _special(source: str, found: re.Match[str], end: int, in_attribute: bool) -> Piece | None:
    start, stop = found.span()
    sign = found[0][0]
    if sign == "\\":
        return Piece(Form.REPLACED, start, stop, found[0][1])
    if sign != "&":
        return line_break(source, start, stop)
    read = html_reference(found[0], in_attribute, source[stop : min(stop + 1, end)])
    if read is None:
        return None
    characters, length = read
    return Piece(Form.REPLACED, start, start + length, " " if characters in "\t\n\r\f" else characters)
