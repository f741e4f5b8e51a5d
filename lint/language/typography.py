"""Quotation marks, dashes and ellipses as typewriters and as printers make them, and letters without accents."""

from __future__ import annotations

import unicodedata

_OPENING = frozenset("([{<—–/")
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "...", "\xa0": " "})
_LETTERS = str.maketrans(
    {
        "æ": "ae",
        "Æ": "AE",
        "œ": "oe",
        "Œ": "OE",
        "ß": "ss",
        "þ": "th",
        "Þ": "Th",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ł": "l",
        "Ł": "L",
        "ð": "d",
        "Ð": "D",
    }
)


def smart(text: str) -> str:
    """`--`, `---`, `...` and straight quotation marks as the signs that they stand for: a mark opens at the start, or behind a blank,
    an opening bracket, a dash or a slash."""
    written = text.replace("---", "—").replace("--", "–").replace("...", "…")
    signs = []
    for before, sign in zip(" " + written, written, strict=False):
        opens = before.isspace() or before in _OPENING
        signs.append({'"': "“" if opens else "”", "'": "‘" if opens else "’"}.get(sign, sign))
    return "".join(signs)


def straight(text: str) -> str:
    """The reverse of `smart`; hard spaces become soft."""
    return text.translate(_STRAIGHT)


def plain_letters(text: str) -> str:
    """Without accents, with letters that have no plain one spelled out (`æ` as `ae`), and straight."""
    apart = unicodedata.normalize("NFD", straight(text).translate(_LETTERS))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if unicodedata.category(sign) != "Mn"))
