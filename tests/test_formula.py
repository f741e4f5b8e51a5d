"""Formulas: what they give, what they refuse and where, and that they reckon as Python does."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.formula import Formula, FormulaError, condition, number

NAMES = {"words": 100, "sentences": 8, "heading_h1": 0, "long_words": 30}


def value(text, **names):
    return number(text, {**NAMES, **names}).value({**NAMES, **names})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words", 100.0),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("10 - 4 - 3", 3),
        ("16 / 4 / 2.0", 2.0),
        ("7 / 2", 3),
        ("-7 / 2", -3),
        ("7 / 2.0", 3.5),
        ("words / sentences", 12.5),
        ("7 % 4", 3),
        ("-7 % 4", -3),
        ("7.5 % 2", 1.5),
        ("--3", 3),
        ("-+-3", 3),
        ("2 - -3", 5),
        (".5 + 5.", 5.5),
        ("1e2 + 0x10", 116.0),
        ("heading.h1 + 1", 1.0),
        ("heading_h1 + 1", 1.0),
        ("words // the whole\n / /* by */ sentences", 12.5),
        ("math.sqrt(words)", 10.0),
        ("math.pow(2, 10)", 1024.0),
        ("math.max(1, 2) + math.min(1, 2)", 3.0),
        ("math.floor(2.7) + math.ceil(2.2) + math.abs(-1)", 6.0),
        ("round(2.5)", 3.0),
        ("round(-2.5)", -3.0),
        ("round(12.345678, 2)", 12.35),
        ("int(7.9) / 2", 3),
        ("float(7) / 2", 3.5),
        ("words > 50 ? 1 : 2", 1),
        ("words > 500 ? 1 : words > 60 ? 2 : 3", 2),
        ("true && !false ? 1 : 2", 1),
        ("words > 1 || words > 200 && false ? 1 : 2", 1),
        ("(words > 1) == (sentences > 1) ? 1 : 2", 1),
        ("heading_h1 > 0 ? words / heading_h1 : 0.0", 0.0),
    ],
)
def test_a_formula_gives_its_value(text, expected):
    found = value(text)
    assert found == pytest.approx(expected)
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "text",
    [
        "words / heading_h1",
        "1 / 0",
        "1 % 0",
        "1.5 % 0",
        "math.sqrt(-1)",
        "math.log(0)",
        "math.pow(10, 400)",
        "1 + math.log(-1) * 2",
        "int(1 / 0.0)",
    ],
)
def test_what_cannot_be_reckoned_has_no_value(text):
    assert not math.isfinite(value(text))


@pytest.mark.parametrize(
    ("text", "subject", "holds"),
    [
        ("> 8", 9, True),
        ("> 8", 8, False),
        ("<= 8", 8, True),
        ("== 8", 8.0, True),
        ("!= 8", 8.0, False),
        (">= 10 && it < 14", 12, True),
        (">= 10 && it < 14", 14, False),
        ("< 5 || > 9", 10, None),
        ("< 5 || it > 9", 10, True),
        ("* 2 > words", 60, True),
        ("> words ? words > 1 : words < 1", 1, False),
    ],
)
def test_a_condition_begins_behind_its_subject(text, subject, holds):
    names = {**NAMES, "it": subject, "the subject": subject}
    if holds is None:
        with pytest.raises(FormulaError):
            condition(text, names, "the subject")
    else:
        assert condition(text, names, "the subject").value(names) is holds


@pytest.mark.parametrize(
    ("text", "position", "says"),
    [
        ("", 0, "a number or a name is expected at the end"),
        ("words /", 6, "a number or a name is expected at the end"),
        ("words + wrds", 8, "'wrds' is no name that can be counted; did you mean 'words'?"),
        ("words sentences", 6, "'sentences' is not expected here"),
        ("(words", 5, "')' is expected at the end"),
        ("words)", 5, "')' is not expected here"),
        ("words $ 2", 6, "'$' has no meaning here"),
        ("math.sqroot(2)", 0, "did you mean 'math.sqrt'?"),
        ("math.sqrt(2, 3)", 0, "'math.sqrt' takes 1 number, not 2"),
        ("round()", 0, "'round' takes 1 or 2 numbers, not 0"),
        ("words > 3", 0, "this is a comparison, where a number is expected"),
        ("words + (words > 3)", 6, "'+' takes numbers"),
        ("words && sentences", 6, "'&&' takes truth values"),
        ("!words", 0, "'!' takes truth values"),
        ("1 == true ? 1 : 2", 2, "'==' takes two values of one kind"),
        ("words > 1 ? 1", 12, "':' is expected at the end"),
        ("words = 3", 6, "'=' has no meaning here"),
        ("1; 2", 1, "';' has no meaning here"),
        ("words.__class__", 0, "no name that can be counted"),
        ("__import__('os')", 11, "has no meaning here"),
        ("010", 0, "'010' is no number that can be read"),
        ("(" * 61 + "1" + ")" * 61, 60, "nested more than 60 deep"),
    ],
)
def test_a_fault_says_what_and_where(text, position, says):
    with pytest.raises(FormulaError) as caught:
        number(text, NAMES)
    assert says in str(caught.value)
    assert caught.value.position == position


def test_a_condition_that_compares_nothing_is_a_fault():
    with pytest.raises(FormulaError, match="compares nothing"):
        condition("+ 1", NAMES, "it")


@pytest.mark.parametrize("text", ["1" + " + 1" * 50_000, "-" * 100_001 + "1", "(" * 50 + "1" + ")" * 50])
def test_long_formulas_are_read_without_recursion(text):
    start = time.perf_counter()
    assert isinstance(number(text, ()).value({}), int)
    assert time.perf_counter() - start < 30


@pytest.mark.parametrize("text", ["(" * 100_000, "math.abs(" * 100_000, "true ? " * 100_000])
def test_a_formula_that_is_nested_too_deep_is_a_fault(text):
    with pytest.raises(FormulaError):
        number(text, ())


@given(st.text(alphabet="words12.()+-*/%<>=!&|?: \n" + "é'"))
def test_any_text_is_a_formula_or_a_fault_in_it(text):
    try:
        found = number(text, NAMES)
    except FormulaError as error:
        assert 0 <= error.position <= len(text)
    else:
        assert isinstance(found, Formula)
        assert isinstance(found.value(NAMES), int | float)


def _expressions():
    """Texts that are expressions both here and in Python, without a division of two whole numbers."""
    leaves = st.one_of(
        st.integers(0, 999).map(str),
        st.floats(0.001, 999.0, allow_nan=False).map(lambda x: f"{x:.4f}"),
        st.sampled_from(sorted(NAMES)),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.tuples(inner, st.sampled_from("+-*"), inner).map(" ".join),
            inner.map(lambda x: f"({x})"),
            inner.map(lambda x: f"-{x}"),
            st.tuples(inner, inner).map(lambda pair: f"({pair[0]}) / float({pair[1]})"),
            inner.map(lambda x: f"math.sqrt({x})"),
        ),
        max_leaves=20,
    )


@given(_expressions())
def test_values_are_those_of_python(text):
    names = {name: float(count) for name, count in NAMES.items()}
    try:
        expected = eval(text, {"math": math, "float": float}, names)
    except (ZeroDivisionError, ValueError, OverflowError):
        assert not math.isfinite(value(text))
    else:
        assert value(text) == pytest.approx(expected, rel=1e-9, abs=1e-9, nan_ok=True)


@given(
    st.lists(st.tuples(st.sampled_from("+-*"), st.integers(-9, 9)), min_size=1, max_size=8),
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
)
def test_comparisons_are_those_of_python(terms, sign):
    text = "words " + " ".join(f"{op} {n}" for op, n in terms)
    assert (value(f"{text} {sign} sentences ? 1 : 0") == 1) is eval(f"{text} {sign} sentences", {}, dict(NAMES))
