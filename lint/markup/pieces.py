"""From the pieces of a block, as a parser meets them, to its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.compiled import compiled
from lint.document import PLACEHOLDER, Form, Prose, Run, Syntax
from lint.named import NamedTuple
from lint.text import Span

_VERBATIM = Form.VERBATIM  # looked up for each piece
_BLANKS = " \t\f\r\n"
_WORD = compiled(r"[^\W_]")


class Piece(NamedTuple):
    """Some characters of a prose, and where in the source they come from."""

    form: Form
    start: int
    end: int
    text: str
    inside: tuple[str, ...] = ()


class Block(NamedTuple):
    """What all prose of one block has in common."""

    scope: str
    inside: tuple[str, ...]
    language: str | None
    syntax: Syntax


def placeholder(start: int, end: int, inside: tuple[str, ...] = ()) -> Piece:
    """The piece that stands for something shown which is not prose."""
    return Piece(Form.PLACEHOLDER, start, end, PLACEHOLDER, inside)


def line_break(source: str, start: int, end: int, inside: tuple[str, ...] = ()) -> Piece:
    """One space for a line end and what stands around it."""
    return Piece(Form.BREAK if source[start:end].isspace() else Form.REPLACED, start, end, " ", inside)


def prose(source: str, pieces: Sequence[Piece], block: Block) -> Prose | None:
    """The pieces as a prose, trimmed, their line ends joined with the blanks around them; None without a letter or digit."""
    shown = _trim(_collapse(source, pieces))
    words = "".join([piece.text for piece in shown])
    if not _WORD.search(words):
        return None
    return Prose(block.scope, words, tuple(_runs(shown)), block.inside, block.language, block.syntax)


def _runs(pieces: Iterable[Piece]) -> list[Run]:
    runs: list[Run] = []
    at = 0
    previous: Run | None = None
    for form, start, end, text, inside in pieces:
        begin = at
        at += len(text)
        if previous and form is _VERBATIM is previous.form and previous.source.end == start and previous.inside == inside:
            previous = runs[-1] = Run(previous.start, at, Span(previous.source.start, end), form, inside)
        else:
            previous = Run(begin, at, Span(start, end), form, inside)
            runs.append(previous)
    return runs


def _is_break(piece: Piece) -> bool:
    return piece.text == " " and piece.form is not _VERBATIM


def _collapse(source: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces with each line end made one with the blanks and line ends beside it."""
    out: list[Piece] = []
    for piece in pieces:
        if not piece.text:
            continue
        if piece.text[0] not in _BLANKS or not out or out[-1].text[-1] not in _BLANKS:
            out.append(piece)
        elif _is_break(piece):
            out.append(_widened_back(source, out, piece))
        elif piece.form is _VERBATIM and (_is_break(out[-1]) or _ends_blank(out[-1], piece.start)):
            out += _one_blank(source, out.pop(), piece)
        else:
            out.append(piece)
    return out


def _ends_blank(piece: Piece, before: int) -> bool:
    """Whether the piece ends with a blank, and markup parts it from what stands at `before`."""
    return piece.form is _VERBATIM and piece.end != before and piece.text[-1] in _BLANKS


def _one_blank(source: str, left: Piece, right: Piece) -> Iterator[Piece]:
    """The pieces with one space for the blanks on both sides of the markup between them."""
    before = "" if _is_break(left) else left.text.rstrip(_BLANKS)
    after = right.text.lstrip(_BLANKS)
    start, end = left.start + len(before), right.end - len(after)
    if before:
        yield left._replace(end=start, text=before)
    yield line_break(source, start, end, left.inside)
    if after:
        yield right._replace(start=end, text=after)


def _widened_back(source: str, out: list[Piece], piece: Piece) -> Piece:
    """The break `piece` with the blanks before it, which are taken off `out`."""
    start = piece.start
    while out and (_is_break(out[-1]) or (out[-1].form is _VERBATIM and out[-1].text[-1] in _BLANKS)):
        last = out.pop()
        kept = "" if _is_break(last) else last.text.rstrip(_BLANKS)
        start = last.start + len(kept)
        if kept:
            out.append(last._replace(end=start, text=kept))
            break
    return piece if start == piece.start else line_break(source, start, piece.end, piece.inside)


def _trim(pieces: list[Piece]) -> list[Piece]:
    """The pieces without blanks at either end; changes the list."""
    while pieces and pieces[-1].text.isspace():
        pieces.pop()
    if not pieces:
        return pieces
    if pieces[0].text.isspace():
        del pieces[: next(index for index, piece in enumerate(pieces) if not piece.text.isspace())]
    last = pieces[-1]
    if last.form is _VERBATIM and last.text[-1].isspace():
        kept = last.text.rstrip()
        pieces[-1] = last._replace(end=last.start + len(kept), text=kept)
    first = pieces[0]
    if first.form is _VERBATIM and first.text[0].isspace():
        kept = first.text.lstrip()
        pieces[0] = first._replace(start=first.end - len(kept), text=kept)
    return pieces
