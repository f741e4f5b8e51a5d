"""Letters that a typeset page joins into one character: `ﬁ`, `ﬂ`, `ﬃ` (Unicode's Latin ligatures, U+FB00 to U+FB06)."""

from __future__ import annotations

from unicodedata import normalize

from lint.compiled import compiled

LIGATURE = compiled(r"[\ufb00-\ufb06]")


def spelled_out(text: str) -> str:
    """The text with the letters of its ligatures, and all else as it is."""
    return LIGATURE.sub(lambda ligature: normalize("NFKC", ligature.group()), text)
