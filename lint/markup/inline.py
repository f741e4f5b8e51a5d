"""The markup that writers put into fields that are no markup: emphasis, links, tags and references in a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Form
from lint.markup.entities import REFERENCE, html_reference
from lint.markup.pieces import Piece, placeholder

_SIGNS = compiled(r"[<&*_`{\[\xad]|://|www\.")
_MARKUP = compiled(
    rf"(?P<reference>{REFERENCE.pattern})"
    r"|(?P<shown>`[^`]+`|\{\{[^{}]*\}\}|!\[[^\[\]]*\]\([^()\s]*\)|(?:\bhttps?://|\bwww\.)[^\s<>\"']*[\w/])"
    r"|(?P<nothing></?[A-Za-z][^<>]*>|\{%[^{}]*%\}|\{\{[<%][^{}]*[>%]\}\}|\[(?=[^\[\]]*\]\()|\]\([^()\s]*(?:\s\"[^\"]*\")?\)"
    r"|\*\*|__(?=\w)|(?<=\S)__|(?<![\w*])[*_](?=[^\s*_])|(?<=[^\s*_])[*_](?![\w*])|\xad)"
)


def without_markup(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The pieces without the markup in them; code and addresses become placeholders."""
    words = "".join([piece.text for piece in pieces])
    if not _SIGNS.search(words):
        return pieces
    return list(_cut(pieces, words))


def _cut(pieces: Sequence[Piece], words: str) -> Iterator[Piece]:
    done = 0
    for found in _MARKUP.finditer(words):
        start, end = found.span()
        read = html_reference(found[0]) if found["reference"] else None
        if found["reference"] and not read:
            continue
        end = start + read[1] if read else end
        yield from _between(pieces, done, start)
        covered = list(_between(pieces, start, end))
        if read and read[0] != "\xad":
            yield Piece(Form.REPLACED, covered[0].start, covered[-1].end, read[0])
        elif found["shown"]:
            yield placeholder(covered[0].start, covered[-1].end, ("code",) if found[0][0] == "`" else ())
        done = end
    yield from _between(pieces, done, len(words))


def _between(pieces: Sequence[Piece], start: int, end: int) -> Iterator[Piece]:
    """The pieces, as far as they hold the characters `start..end` of their words."""
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        at += len(piece.text)
        if first >= last:
            continue
        if piece.form is Form.VERBATIM:
            yield Piece(piece.form, piece.start + first, piece.start + last, piece.text[first:last])
        else:
            yield piece
