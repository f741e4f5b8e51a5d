"""Rules that measure: `metric` and `readability`."""

from __future__ import annotations

import time

import pytest

from lint.document import Prose, Reading, Run
from lint.engine import check
from lint.faults import FaultyFile
from lint.formats import parse
from lint.formula import FormulaError
from lint.kinds.metric import Metric
from lint.kinds.readability import Readability
from lint.language.article import Article
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.rule_file import read_rule
from lint.scope import Selector
from lint.text import Source, Span

TEXT = """# A title

A first paragraph of words.

## A part

- one item
- two items

> A quotation.

```
code that is not counted
```

A second paragraph. It has sentences.
"""
HARD = "Institutional considerations unquestionably necessitate comprehensive reorganization of administrative responsibilities.\n"


def article(text, name="a.md"):
    return Article(parse(Source(name, text), Reading()))


def summary(text):
    return Prose("summary", text, (Run(0, len(text), Span(0, len(text))),))


def values(kind, prose, of):
    return [match.args[0] for match in kind.find(prose, of)]


def diagnostics(kind, text, *scope, name="a.md"):
    rule = Rule("test.measure", kind, "%s", selector=Selector.parse(scope or kind.default_scope))
    return check(parse(Source(name, text), Reading()), RuleSet([rule])).diagnostics


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("words", "17.00"),
        ("sentences", "6.00"),
        ("paragraphs", "2.00"),
        ("heading.h1 + heading.h2 * 10", "11.00"),
        ("heading.h3", "0.00"),
        ("list", "2.00"),
        ("blockquote", "1.00"),
        ("pre", "1.00"),
        ("words / sentences", "2.83"),
        ("round(words / sentences, 1)", "2.80"),
        ("math.sqrt(words)", "4.12"),
        ("flesch_reading_ease > 50 ? 1 : 0", "1.00"),
    ],
)
def test_the_formula_is_of_the_summary_and_counts_the_elements_of_the_whole(formula, expected, foreign):
    found = diagnostics(Metric(formula, "> -1", foreign), TEXT)
    assert [(diagnostic.message, diagnostic.span) for diagnostic in found] == [(expected, Span(0, 0))]


@pytest.mark.parametrize(
    ("condition", "speaks"),
    [
        ("> 16", True),
        ("> 17", False),
        (">= 17 && result < 18", True),
        ("> 20 || result < 10", False),
        ("== 17", True),
        ("> sentences * 2", True),
    ],
)
def test_the_condition_decides(condition, speaks):
    assert bool(diagnostics(Metric("words", condition), TEXT)) is speaks


def test_noise_of_floating_point_is_not_compared():
    text = "Three plain words."
    assert not values(Metric("words * 0.1", "> 0.3"), summary(text), article(text))


@pytest.mark.parametrize(
    ("scope", "foreign", "places"),
    [
        ("heading", False, ["A", "A"]),
        ("heading", True, ["1:1", "5:1"]),
        ("list", False, ["one", "two"]),
        ("list", True, ["7:1", "8:1"]),
        ("sentence & paragraph", False, ["A", "A", "It"]),
        ("sentence & paragraph", True, ["3:1", "16:1", "16:21"]),
    ],
)
def test_a_scope_of_its_own_is_measured_block_by_block(scope, foreign, places):
    found = diagnostics(Metric("words", "> 0", foreign), TEXT, scope)
    source = Source("a.md", TEXT)
    shown = []
    for diagnostic in found:
        line, column = source.position(diagnostic.span.start)
        shown.append(f"{line}:{column}" if foreign else TEXT[slice(*diagnostic.span)])
    assert shown == places


def test_a_single_block_holds_no_elements_and_a_selected_part_only_its_own():
    whole = article(TEXT)
    heading = whole.document.blocks[0]
    assert values(Metric("heading.h1", ">= 0"), heading, whole) == ["0.00"]
    start, end = TEXT.index("## A part"), TEXT.index("```")
    part = Prose("doc", TEXT[start:end], (Run(0, end - start, Span(start, end)),))
    for formula, expected in (("heading.h2", "1.00"), ("heading.h1", "0.00"), ("list", "2.00"), ("pre", "0.00"), ("paragraphs", "0.00")):
        assert values(Metric(formula, ">= 0"), part, whole) == [expected]


def test_paragraphs_of_plain_text_stand_between_blank_lines():
    text = "One paragraph\nin two lines.\n\nAnother one.\n"
    (found,) = diagnostics(Metric("paragraphs", "> 0", True), text, name="a.txt")
    assert (found.message, found.span) == ("2.00", Span(0, 0))


@pytest.mark.parametrize(
    ("formula", "expected"), [("heading.h1", "1.00"), ("heading.h2", "2.00"), ("paragraphs", "3.00"), ("list", "0.00")]
)
def test_a_manuscript_has_its_chapters_counted(formula, expected):
    text = "Part One\n\nChapter 1\n\nIt rained.\n\n***\n\nIt poured.\n\nEpilogue\n\nIt shone.\n"
    (found,) = diagnostics(Metric(formula, ">= 0", True), text, name="a.txt")
    assert found.message == expected


def test_paragraphs_are_the_blocks_that_go_by_no_other_name():
    text = "One.\n\n- two\n\n  three\n\n> four\n>\n> five\n"
    for formula, expected in (("paragraphs", "3.00"), ("list", "1.00"), ("blockquote", "1.00")):
        (found,) = diagnostics(Metric(formula, ">= 0", True), text)
        assert found.message == expected


@pytest.mark.parametrize("kind", [Metric("words", ">= 0"), Metric("1 / heading.h1", "> -1"), Readability(("SMOG",), -99)])
@pytest.mark.parametrize("text", ["", "# Only a title\n", "```\ncode\n```\n", "---\ntitle: T\n---\n", "- \n\n***\n"])
def test_nothing_is_said_of_a_file_without_words_to_measure(kind, text):
    assert not diagnostics(kind, text)


def test_nothing_is_said_where_the_formula_has_no_value():
    text = "No heading here.\n"
    assert not diagnostics(Metric("words / heading.h1", "> 0"), text)
    assert not diagnostics(Metric("math.log(0 - words)", "< 9"), text)


@pytest.mark.parametrize("metric", ["Gunning Fog", "Coleman-Liau", "Flesch-Kincaid", "SMOG", "Automated Readability"])
def test_hard_text_is_above_a_grade_and_easy_text_is_not(metric):
    kind = Readability((metric,), 10)
    assert [diagnostic.span for diagnostic in diagnostics(kind, HARD)] == [Span(0, 0)]
    assert not diagnostics(kind, "The cat sat. It saw a dog. The dog ran.\n")


def test_grades_are_averaged():
    of = article(HARD)
    one, other = (float(values(Readability((metric,)), summary(HARD), of)[0]) for metric in ("SMOG", "Coleman-Liau"))
    both = float(values(Readability(("SMOG", "Coleman-Liau")), summary(HARD), of)[0])
    assert both == pytest.approx((one + other) / 2, abs=0.01)
    assert values(Readability(("SMOG", "SMOG")), summary(HARD), of) == [f"{one:.2f}"]
    assert not values(Readability(("SMOG",), 99), summary(HARD), of)


@pytest.mark.parametrize(
    ("formula", "condition", "key"), [("wrds", "> 1", "formula"), ("words", "> ", "condition"), ("words", "+ 1", "condition")]
)
def test_a_kind_refuses_what_cannot_be_read_and_names_the_key(formula, condition, key):
    with pytest.raises(FormulaError, match=f"^{key}: "):
        Metric(formula, condition)


def rule_of(text):
    return read_rule(Source("a.yml", text), "pack.a", "pack", bundled=False)


@pytest.mark.parametrize(
    ("yaml", "line", "column", "says"),
    [
        ("formula: words / wrds\ncondition: '> 1'\n", 3, 18, "did you mean 'words'?"),
        ("formula: |\n  words\n  + wrds\ncondition: '> 1'\n", 5, 5, "did you mean 'words'?"),
        ("formula: |2-\n    words + wrds\ncondition: '> 1'\n", 4, 13, "did you mean 'words'?"),
        ("formula: >\n  words\n  + wrds\ncondition: '> 1'\n", 3, 10, "did you mean 'words'?"),
        ("formula: words\ncondition: '> 1 &&'\n", 4, 18, "is expected at the end"),
        ("formula: words\ncondition: ''\n", 4, 13, "compares nothing"),
        ("formula: words\n", 1, 10, "the key 'condition' is missing"),
    ],
)
def test_a_fault_in_a_rule_file_is_marked_where_it_stands(yaml, line, column, says):
    with pytest.raises(FaultyFile) as caught:
        rule_of(f"extends: metric\nmessage: M\n{yaml}")
    (fault,) = caught.value.faults
    assert says in fault.diagnostic.message
    assert tuple(fault.source.position(fault.diagnostic.span.start)) == (line, column)


def test_an_unknown_metric_is_a_fault():
    with pytest.raises(FaultyFile, match="Flesch"):
        rule_of("extends: readability\nmessage: M\nmetrics: [Flesch]\ngrade: 8\n")
    with pytest.raises(FaultyFile, match="name at least one"):
        rule_of("extends: readability\nmessage: M\nmetrics: []\ngrade: 8\n")


@pytest.mark.parametrize(("scope", "parsed"), [("", "summary"), ("scope: text\n", "summary"), ("scope: paragraph\n", "paragraph")])
@pytest.mark.parametrize("kind", ["extends: metric\nformula: words\ncondition: '> 1'\n", "extends: readability\nmetrics: SMOG\ngrade: 8\n"])
def test_without_a_scope_the_summary_is_measured(kind, scope, parsed):
    assert rule_of(f"{kind}message: M\n{scope}").selector == Selector.parse((parsed,))


def test_a_hundred_rules_count_a_text_once():
    text = HARD * 4000
    of, prose = article(text), summary(text)
    list(Metric("words", "> 1").find(prose, of))
    start = time.perf_counter()
    for number in range(100):
        assert values(Metric(f"words + {number}", "> 1"), prose, of)
    assert time.perf_counter() - start < 10
