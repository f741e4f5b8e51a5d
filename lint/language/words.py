"""Words, counted as a reader counts them."""

from __future__ import annotations

from lint.compiled import compiled

WORD = compiled(r"[^\W_]+(?:['’.,\-][^\W_]+)*")
"""A word or number, with the apostrophes, hyphens, points and commas inside it."""


def count_words(text: str) -> int:
    """How many words the text has; "twenty-five-year-old" and "3,000" are one each."""
    return len(WORD.findall(text))
