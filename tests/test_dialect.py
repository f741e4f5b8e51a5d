"""The regular expressions of foreign packs. What each pattern finds in fixtures/patterns/dialect.json is what Vale 3.26 finds with it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.dialect import Flags, read
from lint.patience import Patience
from lint.pattern import Pattern, PatternError

_CASES = json.loads((Path(__file__).parent.parent / "fixtures" / "patterns" / "dialect.json").read_text("utf-8"))


@pytest.mark.parametrize("case", [case for case in _CASES["patterns"] if "spans" in case], ids=lambda case: case["pattern"])
def test_a_pattern_finds_what_vale_finds_with_it(case):
    pattern = Pattern(case["pattern"], foreign=True)
    for text, spans in zip(_CASES["texts"], case["spans"], strict=True):
        assert [[found.start(), found.end()] for found in pattern.finditer(text, limit=Patience(5))] == spans, text


@pytest.mark.parametrize("pattern", [case["pattern"] for case in _CASES["patterns"] if "error" in case])
def test_what_vale_refuses_is_refused_with_its_place(pattern):
    with pytest.raises(PatternError) as refused:
        Pattern(pattern, foreign=True).validate()
    assert 0 <= refused.value.position <= len(pattern)
    assert len(str(refused.value)) > 10


@pytest.mark.parametrize(
    ("pattern", "message", "position"),
    [
        ("x(a", "the bracket is not closed", 1),
        ("ab*+", "two signs of repetition stand together", 3),
        (r"a\k<one>", "there is no group 'one'", 1),
        ("[b-a]", "the range 'b-a' ends before it begins", 1),
        ("a|+", "nothing stands before '+' that could be repeated", 2),
        ("(?<1>a)", "begins with a digit", 5),
        ("(" * 200 + ")" * 200, "nested too deep", 100),
        ("a{2,1}", "ends before it begins", 1),
        ("a{999999}", "repeated too often", 1),
        (r"(\1)", "referred to inside itself", 1),
        (r"(?<n>a|\k<n>)", "referred to inside itself", 7),
    ],
)
def test_an_error_says_what_is_wrong_and_where(pattern, message, position):
    with pytest.raises(PatternError, match=re.escape(message)) as refused:
        read(pattern)
    assert refused.value.position == position


def test_flags_that_are_still_on_at_the_end_are_told():
    assert read("a(?i)b|c").flags == Flags(i=True)
    assert read("(a(?i)b)c").flags == Flags()
    assert read("(?-i)c", Flags(i=True, m=True)).flags == Flags(m=True)


@pytest.mark.parametrize("text", ["a²b", "naïve\u0301ly", "İstanbul", "Ⅷth", "क्षी"])
def test_rare_characters_are_words_or_not_as_unicode_and_not_an_engine_has_it(text):
    inside = {place for place, character in enumerate(text) if _is_word(character)}
    edges = [place for place in range(len(text) + 1) if (place - 1 in inside) != (place in inside)]
    assert [found.start() for found in Pattern(r"\b", foreign=True).finditer(text)] == edges


def _is_word(character):
    import unicodedata

    return unicodedata.category(character)[0] == "L" or unicodedata.category(character) in ("Mn", "Nd", "Pc")


_PIECES = st.sampled_from(
    [
        "a",
        "b",
        "K",
        "é",
        " ",
        "-",
        "[ab]",
        "[^a]",
        "(?:ab|cd)",
        "(a|b)",
        "(?:x)?",
        "y*",
        "z+?",
        "a{2}",
        "b{1,2}",
        "[0-9]",
        ".",
        "(?=a)",
        "(?!b)",
    ]
)
_TEXTS = st.text(alphabet="abcdxyzKk1 é-\n", max_size=30)


@settings(max_examples=300)
@given(st.lists(_PIECES, min_size=1, max_size=6).map("".join), _TEXTS, st.booleans())
def test_a_pattern_without_peculiar_signs_means_what_it_always_does(pattern, text, ignorecase):
    expected = [found.span() for found in re.finditer(pattern, text, re.IGNORECASE if ignorecase else 0)]
    found = [found.span() for found in Pattern(pattern, ignorecase, foreign=True).finditer(text, limit=Patience(5))]
    assert found == expected or any(start == end for start, end in found)  # behind an empty match the engines go on in two ways


@settings(max_examples=300)
@given(st.text(alphabet="ab(|)[]\\^-*+?{}1,2.$:<>=!P'k", max_size=12))
def test_any_text_is_a_pattern_or_refused(pattern):
    try:
        read(pattern)
    except PatternError as error:
        assert error.position is not None
    else:
        Pattern(pattern, foreign=True).validate()
