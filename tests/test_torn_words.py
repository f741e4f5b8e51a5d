"""Words torn apart by a typeset page, a hyphen or a blank, and what they are joined to."""

from __future__ import annotations

import pytest

from lint.language.torn_ligatures import rejoined

LIGATURES = "ﬀﬁﬂﬃﬄ"


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("The crowd was horri ﬁ ed by the news.", "horri ﬁ ed", "horrified"),
        ("He hid the ri ﬂ e in the barn.", "ri ﬂ e", "rifle"),
        ("Who bene ﬁts from the new law?", "bene ﬁts", "benefits"),
        ("A ﬁ re broke out in the night.", "ﬁ re", "fire"),
        ("They watched as ﬁ reworks lit the sky.", "ﬁ reworks", "fireworks"),
        ("She came at the end of the ﬁ rst week.", "ﬁ rst", "first"),
        ("The company said that pro ﬁ ts rose.", "pro ﬁ ts", "profits"),
        ("The minister con ﬁ rmed the report.", "con ﬁ rmed", "confirmed"),
        ("Their ofﬁ ce is closed today.", "ofﬁ ce", "office"),
        ("The in ﬂ ation rate fell.", "in ﬂ ation", "inflation"),
        ("He was the ﬁrst to go.", "ﬁrst", "first"),
        ("It went on ﬁre at once.", "ﬁre", "fire"),
        ("We had to ﬁght for it.", "ﬁght", "fight"),
    ],
)
def test_a_ligature_gets_back_the_pieces_that_make_a_word(text: str, written: str, meant: str) -> None:
    start = next(place for place, letter in enumerate(text) if letter in LIGATURES)
    end = start + 1
    while text[start - 1].isalpha():
        start -= 1
    while text[end].isalpha():
        end += 1
    joined = rejoined(text, start, end)
    assert (text[joined.start : joined.end], joined.text) == (written, meant)
