"""From the bytes of a text to its code points."""

from __future__ import annotations

from lint.compiled import compiled
from lint.named import NamedTuple

_WIDTHS = (("\x80", "\u07ff"), ("\u0800", "\uffff"), ("\U00010000", "\U0010ffff"))
_WIDE = compiled("[^\x00-\x7f]")
_SURROGATE = dict.fromkeys(range(55296, 57344), "�")


class Stretches(NamedTuple):
    """The stretches of a text whose characters are equally wide: their first bytes in UTF-8, first characters, and widths.

    All three are empty for a text in ASCII. The character of a byte is `characters[i] + (byte - bytes[i]) // widths[i]`.
    """

    bytes: list[int]
    characters: list[int]
    widths: list[int]


def stretches(text: str) -> Stretches:
    """From the bytes of the text to its code points."""
    if text.isascii():
        return Stretches([], [], [])
    table = Stretches([0], [0], [1])
    extra = place = 0
    while found := _WIDE.search(text, place):
        start = found.start()
        place = _end_of_same_width(text, start)
        width = len(text[start].encode())
        table.bytes.extend((start + extra, place + extra + (width - 1) * (place - start)))
        table.characters.extend((start, place))
        table.widths.extend((width, 1))
        extra += (width - 1) * (place - start)
    return table


def encodable(text: str) -> str:
    """The text, as long as it was, without the lone surrogates that UTF-8 cannot say."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.translate(_SURROGATE)
    return text


def _end_of_same_width(text: str, start: int) -> int:
    low, high = next(bounds for bounds in _WIDTHS if text[start] <= bounds[1])
    end = start + 1
    while end < len(text) and low <= text[end] <= high:
        end += 1
    return end
