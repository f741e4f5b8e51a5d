"""Many patterns run apart find what they find as alternatives of one expression."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.alternation import ANYTHING, WORDS, Alternation
from lint.literals import beginnings_of, folded, gaps
from lint.lookout import Lookout
from lint.pattern import Pattern

_TOKENS = st.sampled_from(
    [
        "a",
        "ab",
        "b a",
        r"b\s+a",
        "[ab]+",
        "(?:ab|b)?a",
        "ba?",
        r"\w+",
        "",
        "x*",
        "(a)b",
        "K",
        "straße",
        "(?=a)",
        r"(?<=b)a",
        "aba",
        r"a\b",
        "é",
        "i",
    ]
)
_TEXTS = st.text(alphabet="abxkK \néßiİıſ\u212a", max_size=40)


@settings(max_examples=500)
@given(st.lists(_TOKENS, min_size=1, max_size=12), _TEXTS, st.sampled_from([WORDS, ANYTHING]), st.booleans(), st.booleans())
def test_alternatives_find_what_one_expression_finds(tokens, text, frame, ignorecase, watched):
    alternation = Alternation(tokens, frame, ignorecase)
    if watched:
        Lookout(alternation._index[2]).watch(text)
    before, after = frame
    joined = Pattern(before + "|".join(tokens) + after, ignorecase, foreign=True)
    assert [hit.found.span() for hit in alternation.finditer(text)] == [found.span() for found in joined.finditer(text)]


@pytest.mark.parametrize(
    ("tokens", "text", "expected"),
    [
        (["sea", "seaside"], "seaside", [(0, "sea")]),
        (["seaside", "sea"], "seaside sea", [(0, "seaside"), (1, "sea")]),
        (["(?i)one", "two", "(?-i)three"], "ONE TWO THREE three", [(0, "ONE"), (1, "TWO"), (2, "three")]),
        (["aba", "c", "ba c"], "aba c", [(0, "aba"), (1, "c")]),
        (["(x)", r"(a)\1"], "aa x", [(1, "aa"), (0, "x")]),
    ],
)
def test_the_first_alternative_counts_and_flags_hold_behind_it(tokens, text, expected):
    assert [(number, found.group()) for number, found in Alternation(tokens).finditer(text)] == expected


@pytest.mark.parametrize(
    ("pattern", "beginnings"),
    [
        ("in order", {"in order"}),
        (r"in\s+order", {"in order"}),
        ("utili[sz]e", {"utilise", "utilize"}),
        ("(?:re)?use.*", {"reuse", "use"}),
        (r"\bK\w+", {"k"}),
        (r"\s+in", None),
        ("x*", None),
        ("(?:a|)", None),
    ],
)
def test_what_a_match_begins_with(pattern, beginnings):
    assert beginnings_of(pattern) == (None if beginnings is None else frozenset(beginnings))


@given(st.text(alphabet="ab \n\t\u00a0İ", max_size=30))
def test_places_in_the_folded_text_lead_back(text):
    known = gaps(text)
    if known is not None:
        left_out = [0] * (len(folded(text)) + 1)
        for place, out in zip(*known, strict=True):
            left_out[place:] = [out] * len(left_out[place:])
        for place, character in enumerate(folded(text)):
            if character != " ":
                assert text[place + left_out[place]].lower().startswith(character)
