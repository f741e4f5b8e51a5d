"""Character references: `&amp;`, `&#8212;`, `&eacute`, and which characters they stand for."""

from __future__ import annotations

from functools import cache

from lint.compiled import compiled

REFERENCE = compiled(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,40};?)")
"""What may be a character reference; whether it is one, the decoders say."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def html_reference(text: str, in_attribute: bool = False, following: str = "") -> tuple[str, int] | None:
    """The characters that a match of REFERENCE in HTML stands for and how much of it does; None where it is plain text.

    A name may lack its semicolon; in an attribute it may do so only where no `=`, letter or digit follows.
    """
    if text[1] == "#":
        import html

        return html.unescape(text) or _REPLACEMENT, len(text)
    known = _named(text[1:])
    if known is None:
        return None
    characters, length = known
    rest = text[length + 1 :] or following
    if in_attribute and text[length] != ";" and (rest[:1] == "=" or rest[:1].isalnum()):
        return None
    return characters, length + 1


def markdown_reference(text: str) -> str | None:
    """The characters that a match of REFERENCE in Markdown stands for; None where it is plain text."""
    if not text.endswith(";"):
        return None
    if text[1] != "#":
        return _names().get(text[1:])
    is_hexadecimal = text[2] in "xX"
    digits = text[3:-1] if is_hexadecimal else text[2:-1]
    if len(digits) > (6 if is_hexadecimal else 7):
        return None
    number = int(digits, 16 if is_hexadecimal else 10)
    if number == 0 or number > 0x10FFFF or 0xD800 <= number < 0xE000:
        return _REPLACEMENT
    return chr(number)


@cache
def _names() -> dict[str, str]:
    from html.entities import html5

    return html5


def _named(name: str) -> tuple[str, int] | None:
    """The characters of the longest entity name that `name` begins with, and its length."""
    names = _names()
    if name in names:
        return names[name], len(name)
    for length in range(min(len(name), 6), 1, -1):  # a name without semicolon has at most six letters
        if name[:length] in names:
            return names[name[:length]], length
    return None
