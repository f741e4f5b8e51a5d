"""The literals of a pattern: a text without any of them can hold no match."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import packs
from lint.prefilter import any_of, folded, literals_of


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("plain words", {"plain words"}),
        ("Utili[sz]e", {"utilise", "utilize"}),
        ("(?:one|two) steps?", {"one step", "two step"}),
        (r"\bcritics\s+warn\b", {"critics warn"}),
        ("a{3}b", {"aaab"}),
        (r"\d+", None),
        ("x*", None),
        ("(?:long|)", None),
        ("(?:long|[a-z]+)", None),
        ("(?i:TK)(?!x)", {"tk"}),
        ("(", None),
    ],
)
def test_the_literals_that_a_pattern_needs(pattern, literals):
    assert literals_of(pattern) == (None if literals is None else frozenset(literals))


@given(st.text(alphabet=[*"aBé \n\t", "\xa0", "\u3000", "\x1c"], max_size=20))
def test_all_blanks_of_a_folded_text_are_single_spaces(text):
    assert folded(text) == re.sub(r"\s+", " ", text.lower())


def test_alternatives_need_one_of_their_literals_each():
    assert any_of(["one", "two|three"]) == {"one", "two", "three"}
    assert any_of(["one", r"\w+"]) is None


_PIECES = st.sampled_from(["a", "b", "K", "é", "ſ", "i", "[ab]", "(?:ab|cd)", "(?:x)?", "y*", "z+", "a{2}", r"\d", ".", "(k|s)"])


@settings(max_examples=300)
@given(st.lists(_PIECES, min_size=1, max_size=6).map("".join), st.text(alphabet="abcdkKsSſıiI\u212ayzxé1 ", max_size=30))
def test_no_match_stands_in_a_text_without_the_literals(pattern, text):
    literals = literals_of(pattern)
    if re.search(pattern, text, re.IGNORECASE) and literals is not None:
        assert any(literal in folded(text) for literal in literals)


@pytest.mark.parametrize("rule", [rule for name in packs.bundled_names() for rule in packs.bundled(name).rules], ids=lambda rule: rule.id)
def test_every_bad_example_holds_a_trigger_of_its_rule(rule):
    triggers = rule.kind.triggers() if hasattr(rule.kind, "triggers") else None
    for example in rule.examples:
        if example.bad and triggers is not None:
            assert any(trigger in folded(example.text) for trigger in triggers), example.text
