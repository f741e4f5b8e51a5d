"""The kind `conditional`: what settles words, from where on, and what passes."""

import pytest

from lint.document import Reading
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.conditional import Conditional
from lint.language.article import Article
from lint.patience import Patience
from lint.text import Source

SHORT = r"\b([A-Z]{3,5})\b"
FULL = r"(?:\b[A-Z][a-z]+ )+\(([A-Z]{3,5})\)"


def found(text, first=SHORT, second=FULL, vocabulary=Vocabulary(), **keys):
    document = parse(Source("a.md", text), Reading())
    article = Article(document, House(vocabulary=vocabulary), patience=Patience(1.0))
    marked = list(Conditional(first, second, **keys).survey(document.blocks, article))
    assert all(match.args == (text[match.span.start : match.span.end],) for match in marked)
    return [f"{match.args[0]}@{match.span.start}" for match in marked]


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("ABC", ["ABC@0"]),
        ("ABC and ABC", ["ABC@0", "ABC@8"]),
        ("Alpha Beta (ABC)", []),
        ("ABC is Alpha Beta (ABC)", []),
        ("Alpha Beta (ABC)\n\nABC", []),
        ("ABC\n\nAlpha Beta (ABC)", ["ABC@0"]),
        ("ABC\n\nAlpha Beta (ABC)\n\nABC", ["ABC@0"]),
        ("Alpha Beta (ABC)\n\nABD", ["ABD@18"]),
        ("alpha (ABC)", ["ABC@7"]),
        ("Alpha *Beta* (ABC)\n\nABC", []),
        ("Alpha (ABC), Beta (BCD)\n\nABC BCD CDE", ["CDE@33"]),
    ],
)
def test_words_are_settled_from_their_block_on(text, expected, foreign):
    assert found(text, foreign=foreign) == expected


@pytest.mark.parametrize(
    ("second", "text", "expected"),
    [
        ("dogs?", "ABC\n\na dog", ["ABC@0"]),
        ("dogs?", "a dog\n\nABC", ["ABC@7"]),
        ("dogs?", "ABC dog ABD", []),
        (r"(?:dog|\(cat\))", "ABC (cat)", []),
        (r"[(]cat[)]", "ABC (cat)", []),
        (r"(?<!a )dog", "ABC dog", []),
        (r"(?<name>[A-Z]+) \(", "ABC (cat)\n\nABC ABD", ["ABD@15"]),
        (r"(?P<name>[A-Z]+) \(", "ABC (cat)\n\nABC ABD", ["ABD@15"]),
        (r"([A-Z]+), i\.e\.|([A-Z]+) means", "ABC means ABD, i.e.\n\nABC ABD ABE", ["ABE@29"]),
    ],
)
def test_without_a_group_the_second_pattern_has_to_stand_in_the_same_block(second, text, expected):
    assert found(text, second=second, foreign=True) == expected


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({}, ["ABC@0", "Abc@4"]),
        ({"exceptions": ("ABC",)}, ["Abc@4"]),
        ({"exceptions": ("(?i)abc",)}, []),
        ({"vocabulary": Vocabulary(accepted=frozenset(("ABC",)))}, ["Abc@4"]),
        ({"vocabulary": Vocabulary(accepted=frozenset(("ABC",))), "vocab": False}, ["ABC@0", "Abc@4"]),
    ],
)
def test_exceptions_and_the_vocabulary_pass(keys, expected):
    assert found("ABC Abc", first=r"\b[Aa][Bb][Cc]\b", **keys) == expected


def test_case_is_ignored_for_our_own_rules_alone():
    text = "abc"
    assert found(text, ignorecase=True) == ["abc@0"]
    assert found(text, ignorecase=True, foreign=True) == []


def test_a_first_pattern_that_matches_nothing_at_all_marks_nothing():
    assert found("some words", first="x*") == []


def test_words_that_only_the_second_pattern_sees_are_settled_too():
    assert found("Alpha (ABC)\n\nABC", first=r"(?<!\()\bABC\b") == []


def test_many_unsettled_words_take_no_time_beyond_their_number():
    names = [f"{a}{b}{c}" for a in "ABCDEFGHIJ" for b in "ABCDEFGHIJ" for c in "ABCDEFGHIJ"]
    assert len(found("\n\n".join(f"the {name} again" for name in names))) == 1000
