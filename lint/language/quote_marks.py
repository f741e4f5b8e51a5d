"""Quotations by their marks alone, as the `quote` scope of Vale packs pairs them.

What our own rules know of quotations is in `language/quotations.py`; this is the plainer pairing that packs are written against.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.text import Span

_OPENING = compiled(r"(?<![^\s(\[{—–/-])\"|(?<![^\W_])[“‘]")
_CLOSING = {'"': compiled('"'), "“": compiled("”"), "‘": compiled(r"’(?![^\W\d_])")}
_PARAGRAPH_END = compiled(r"\n\n")


def marked_quotations(text: str) -> Iterator[Span]:
    """Where quotations stand, marks included; one that nothing closes runs to the end of its paragraph.

    A straight mark opens behind a blank, a bracket, a dash or a slash; a curly single mark closes where no letter follows.
    """
    done = last = 0
    while opening := _OPENING.search(text, done):
        if last < opening.end():
            stop = _PARAGRAPH_END.search(text, opening.end())
            last = stop.start() if stop else len(text)
        closing = _CLOSING[opening.group()].search(text, opening.end(), last)
        done = closing.end() if closing else last
        yield Span(opening.start(), done)
