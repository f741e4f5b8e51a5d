"""Which engine runs a foreign pattern, and that none runs away."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.dialect import read
from lint.foreign_pattern import plain
from lint.patience import Patience
from lint.pattern import Pattern, PatternError, expanded
from lint.tameness import is_tame

TAME = (
    "plain",
    r"(?m)\b(?:clear(?:ly)?|very|quite)\b",
    r"in\s+order\s+to",
    r"\b\w+ly\b",
    r"\b(?:am|is|was)\b\s*(?:\w+ed|born|known)\b",
    r"\S {2,}\S",
    '"[^"]+"[.,]',
    r"[^\s.!?]+",
    r"\d{1,3}(?:,\d{3}){0,3}",
    r"(?<!the )cat(?!alog)",
    r"^\s+$",
)
WILD = (
    r"(?:a+)+$",
    r"(?:a|a)*b",
    r"(?:a|aa)+b",
    r"\s+$",
    r".*foo",
    r"\w+\s*\w+b",
    r"a.*b.*c",
    r"\b\w+\w+b",
    r"(?<=a+)b",
    r"(?:a?){30}a{30}",
    r"(a+)\1",
    r"\p{L}x",
    r"(?=a+b)a",
    r"x(?!\w+b)",
)


@pytest.mark.parametrize("pattern", TAME)
def test_a_pattern_that_no_text_can_slow_down_runs_in_re(pattern):
    assert isinstance(plain(pattern, ignorecase=False), re.Pattern)


@pytest.mark.parametrize("pattern", WILD)
def test_a_pattern_that_may_be_slow_runs_under_a_time_limit(pattern):
    assert not is_tame(read(pattern).tree)
    assert not isinstance(plain(pattern, ignorecase=False), re.Pattern)


@pytest.mark.parametrize("pattern", TAME)
@pytest.mark.parametrize("piece", ["a", " ", "a ", "is ", '"a', "1", "in  order ", "was a", "ly", "was\t", "\n"])
def test_a_tame_pattern_takes_a_time_that_grows_as_the_text_does(pattern, piece):
    text = piece * (200_000 // len(piece))
    started = time.perf_counter()
    for _ in Pattern(pattern, foreign=True).finditer(text):
        pass
    assert time.perf_counter() - started < 20


_PIECES = st.sampled_from(["a", "b", " ", "[ab]", r"\w", r"\s", ".", "(?:a|b)", "(?:ab|a)"])
_SIGNS = st.sampled_from(["", "", "?", "*", "+", "{2}", "{0,3}"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.tuples(_PIECES, _SIGNS).map("".join), min_size=1, max_size=6).map("".join), st.sampled_from(["a", "ab", "a ", " ", "aab "])
)
def test_no_pattern_that_is_called_tame_is_slow(pattern, piece):
    if is_tame(read(pattern).tree):
        text = piece * (20_000 // len(piece)) + "!"
        started = time.perf_counter()
        for _ in Pattern(pattern, foreign=True).finditer(text):
            pass
        assert time.perf_counter() - started < 1, pattern


def test_a_pattern_that_runs_away_is_stopped():
    with pytest.raises(TimeoutError):
        list(Pattern("(?:a|aa)+b", foreign=True).finditer("a" * 60, limit=Patience(0.2)))


def test_behind_an_empty_match_the_search_goes_on_a_character_further():
    assert [found.span() for found in Pattern("|a", foreign=True).finditer("aa")] == [(0, 0), (1, 1), (2, 2)]
    assert [found.span() for found in Pattern("b*", foreign=True).finditer("abb")] == [(0, 0), (1, 3), (3, 3)]


@pytest.mark.parametrize(
    ("pattern", "template", "text", "expected"),
    [
        (r"(\w+) (\w+)", "$2 $1", "one two", "two one"),
        (r"(a)(b)?", "[$2]", "a", "[]"),
        (r"(?<name>a)", "${name}-${1}-$&-$$-$9-${no}", "a", "a-a-a-$-$9-${no}"),
    ],
)
def test_a_template_is_filled_from_groups(pattern, template, text, expected):
    assert expanded(template, Pattern(pattern, foreign=True).search(text)) == expected


def test_a_pattern_of_our_own_is_read_by_re():
    with pytest.raises(PatternError):
        Pattern("a(?i)b").validate()
    assert Pattern(r"\w+").search("é1").group() == "é1"
    assert Pattern(r"\w+", foreign=True).search("é1").group() == "1"
