"""Words as the names of programs are written: `kebab-case`, `snake_case`, `camelCase`, `PascalCase`."""

from __future__ import annotations

from lint.letter_case import capital, lower


def simple(text: str) -> str:
    """The words in small letters with one space between them; a capital behind a small letter begins a word, as does all behind a mark."""
    return _joined(text, " ")


def kebab(text: str) -> str:
    """The words in small letters with hyphens between them."""
    return _joined(text, "-")


def snake(text: str) -> str:
    """The words in small letters with underscores between them."""
    return _joined(text, "_")


def pascal(text: str) -> str:
    """The words, each with a capital, with nothing between them."""
    return "".join(map(capital, simple(text).split(" ")))


def camel(text: str) -> str:
    """The words, each but the first with a capital, with nothing between them; a text of one letter as it is."""
    joined = pascal(text)
    return lower(joined[0]) + joined[1:] if len(joined) > 1 else text


def _joined(text: str, sign: str) -> str:
    parted = []
    before = ""
    for place, letter in enumerate(text):
        if place > 1 and before.islower() and letter.isupper():
            parted.append(" ")
        parted.append(lower(letter) if letter.isalnum() else " ")
        before = letter
    return sign.join("".join(parted).split())
