"""Blanks of a rule that stand for line ends as well: its words are found however a paragraph was wrapped."""

from __future__ import annotations

import re

from lint.compiled import compiled

_PIECE = compiled(r"\\.|\[(?:\\.|[^\]\\])*\]?|([ \t]+)(?![ \t*+?{])|.", re.DOTALL)
_WRAP = compiled(r"[ \t]*\n\s*")
_PATTERN_SIGN = compiled(r"[\\+*?()|\[\]{}^$]")


def wrapped(pattern: str) -> str:
    """The pattern with each run of blanks between words matching a line end too; a blank in a class or one that is repeated stays."""
    if not (" " in pattern or "\t" in pattern) or "(?x" in pattern:
        return pattern
    return _PIECE.sub(lambda piece: r"\s+" if piece[1] else piece[0], pattern)


def unwrapped(words: str) -> str:
    """The words on one line, as a message shows them."""
    return _WRAP.sub(" ", words) if "\n" in words else words


def rewrapped(words: str, model: str) -> str:
    """The words with the blanks between them that `model` has, where both are as many."""
    pieces = words.split()
    gaps = compiled(r"\s+").findall(model)
    if len(gaps) != len(pieces) - 1:
        return words
    return "".join(piece + gap for piece, gap in zip(pieces, [*gaps, ""], strict=True))


def is_literal(term: str) -> bool:
    """Whether a term of a vocabulary is plain text; a full stop in it is one."""
    return _PATTERN_SIGN.search(term) is None


def term_pattern(term: str) -> str:
    """A term of a vocabulary as a pattern."""
    if is_literal(term):
        term = term.replace(".", r"\.")
    return compiled(r"[ \t]+").sub(lambda _: r"\s+", term)
