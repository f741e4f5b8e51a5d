"""Hyphens that were typed for dashes, and the dashes that are put in: our own sentences, form by form."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.diagnostic import Applicability, Diagnostic
from lint.document import Document, Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.language.article import Article
from lint.language.hyphens import hyphens
from lint.language.number_ranges import number_ranges
from lint.mending import mend
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

FIXTURES = Path(__file__).parent.parent / "fixtures" / "dashes"
HYPHENS = RuleSet([rule for rule in bundled("dashes").rules if rule.id == "dashes.hyphen-as-dash"])
RANGES = RuleSet([rule for rule in bundled("dashes").rules if rule.id == "dashes.range"])
TYPED = re.compile(r"\{(-)\}")
LEAST_FOUND = 0.9
"""Of our own sentences, which were written before anybody saw what passes."""


def lines(name: str) -> list[str]:
    """The sentences of a fixture."""
    return (FIXTURES / name).read_text(encoding="utf-8").splitlines()[1:]


def found(text: str, house: House = House(), rules: RuleSet = HYPHENS, name: str = "a.md") -> list[Diagnostic]:
    """What the rule says of a text."""
    return list(check(parse(Source(name, text), Reading()), rules, house).diagnostics)


def mended(text: str, house: House = House(), name: str = "a.md", threshold: Applicability = Applicability.UNSAFE) -> str:
    """The text with its typed dashes set, all of them or those that are safe."""

    def read(text: str) -> Document:
        return parse(Source(name, text), Reading())

    return mend(read(text), HYPHENS, house, read, threshold).text


def test_most_typed_dashes_of_our_own_sentences_are_found_and_nothing_else():
    wrong, right, missed = [], 0, []
    for sentence in lines("typed.txt"):
        text = TYPED.sub(r"\1", sentence)
        marks = {match.start() - 2 * order for order, match in enumerate(TYPED.finditer(sentence))}
        told = {diagnostic.span.start for diagnostic in found(text)}
        right += len(marks & told)
        missed += [text] * len(marks - told)
        wrong += [text] * len(told - marks)
    assert not wrong
    assert right >= LEAST_FOUND * (right + len(missed)), missed


@pytest.mark.parametrize("sentence", lines("joined.txt"))
def test_a_hyphen_that_joins_is_left_alone(sentence: str):
    assert found(sentence) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The talks - long and loud - ended at dawn.", "The talks — long and loud — ended at dawn."),
        ("The talks--long and loud--ended at dawn.", "The talks—long and loud—ended at dawn."),
        ("The talks---long and loud---ended at dawn.", "The talks—long and loud—ended at dawn."),
        ("The talks -- long and loud -- ended at dawn.", "The talks — long and loud — ended at dawn."),
        ("The talks ended -\nno one knew why.", "The talks ended — no one knew why."),
        ("The talks ended-“too late,” she said.", "The talks ended—“too late,” she said."),
        ("The talks ended - (too late) - at dawn.", "The talks ended — (too late) — at dawn."),
        ("The clip went viral- it's everywhere.", "The clip went viral—it's everywhere."),
    ],
)
def test_each_form_is_mended_in_the_spacing_that_stands(text: str, right: str):
    assert mended(text) == right


@pytest.mark.parametrize(
    ("house", "right"),
    [
        (House(dash_style="em"), "It fell—twice—and rose."),
        (House(dash_style="em-spaced"), "It fell — twice — and rose."),
        (House(dash_style="en-spaced"), "It fell – twice – and rose."),
        (House(dash_style="en-spaced", non_breaking_dash=True), "It fell\u00a0– twice\u00a0– and rose."),
        (House(dialect="en-GB"), "It fell – twice – and rose."),
        (House(dialect="en-US"), "It fell — twice — and rose."),
    ],
)
def test_the_house_says_which_dash_is_put_in(house: House, right: str):
    assert mended("It fell - twice - and rose.", house) == right


def test_the_text_s_own_true_dashes_say_which_dash_is_put_in_and_hyphens_do_not():
    text = "The deal – the third – was signed. It held -- so far -- and then it did not, to nobody's surprise."
    assert mended(text).count(" – ") == 4


@pytest.mark.parametrize(
    "text",
    [
        "Run it with --verbose and -x; the arrow --> points on.",
        "The shop opens Monday - Friday, 9 am - 5 pm.",
        "They won 3 - 1 and lost 2-4.",
        "“It is over.” - Jane Doe",
        "“It is over.” - **Jane Doe**",
        "NOTICE--The office is closed on Mondays, and nobody will answer the telephone.",
        "- Term - what it means\n- Another - what that means\n",
        "| A | B |\n|---|---|\n| x - y | z - z |\n",
        "---\ntitle: Term - what it means\n---\nText.\n",
        "See [**build-the-site**](https://example.org/build-the-site), or https://example.org/a-b-c.",
    ],
)
def test_what_is_no_dash_is_not_touched(text: str):
    assert found(text) == []


def test_a_text_with_true_dashes_is_thought_to_have_typed_none_beside_them():
    [unsure] = found("The ferry was late again-in fog, said the company.")
    [doubted] = found("He left – as ever – early.\n\nThe ferry was late again-in fog, said the company.")
    assert (doubted.confidence or 0) < (unsure.confidence or 0)


def test_beside_code_a_word_with_a_hyphen_may_be_a_name_and_no_fix_is_safe():
    sentence = "The plan failed-it was too late for that."
    [safe], [doubted] = found(sentence), found(f"Run `make` first.\n\n{sentence}")
    assert safe.fixes[0].applicability is Applicability.SAFE
    assert doubted.fixes[0].applicability is Applicability.UNSAFE


def test_a_site_that_sets_dashes_itself_keeps_its_doubled_hyphens():
    assert found("It fell--twice--and rose.\n", House(typographer=True)) == []
    assert len(found("It fell--twice--and rose.\n")) == 2


def test_the_hyphens_of_a_sentence_are_mended_together():
    first, second = found("It was a generous-and, as it turned out, rather costly-gift from the mayor.")
    assert first.fixes == second.fixes
    assert len(first.fixes[0].edits) == 2


def test_no_half_of_a_pair_is_mended_where_the_other_is_in_doubt_or_the_text_was_mended_before():
    text = " ".join(TYPED.sub(r"\1", sentence) for sentence in lines("typed.txt"))
    whole = {tuple(edit.span for edit in fix.edits) for one in found(text, name="a.txt") for fix in one.fixes}
    for threshold in (Applicability.SAFE, Applicability.UNSAFE):
        after = mended(text, name="a.txt", threshold=threshold)
        assert len(after) == len(text)
        for spans in whole:
            assert len({after[span.start : span.end] for span in spans}) == 1


def test_a_dash_in_quoted_writing_is_its_author_s():
    told = found("She wrote in her letter: “We waited for you - all night - and you never came.”")
    assert {fix.applicability for diagnostic in told for fix in diagnostic.fixes} <= {Applicability.DISPLAY}


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("The years 1914-18, 1990–1994 and 1999-2003.", ["1914-18", "1990–1994", "1999-2003"]),
        ("Pages 10-15 and pp. 7–9, $10-$15, 5-10%.", ["10-15", "7–9", "$10-$15", "5-10%"]),
        ("They won 3-5, and the court ruled 4-5.", []),
        ("Call 555-0199 or 555-1234 by 2024-05-01; ISBN 0-19-852663-6, v1-2, item #3-4, order 10-20, a Boeing 737-800.", []),
    ],
)
def test_ranges_are_told_from_scores_and_codes(text: str, ranges: list[str]):
    document = parse(Source("a.md", text), Reading())
    article = Article(document)
    assert [text[one.start : one.end] for prose in document.blocks for one in number_ranges(article, prose)] == ranges


def test_ranges_are_left_alone_where_the_text_sets_none_with_dashes():
    assert found("Pages 10-15 of the years 1914-18.", rules=RANGES) == []
    assert len(found("Pages 10–15 of the years 1914-18.", rules=RANGES)) == 1


@given(st.text(alphabet="ab-A1 .,“”'(%—\n/@"))
def test_every_hyphen_found_is_one_between_words(text: str):
    for hyphen in hyphens(text):
        assert text[hyphen.place] == "-"
        assert text[hyphen.place - len(hyphen.closing) - len(hyphen.left) : hyphen.place] == hyphen.left + hyphen.closing
        assert text[hyphen.place + 1 : hyphen.end] == hyphen.opening + hyphen.right


@given(st.lists(st.sampled_from("the deal - -- — – fell-it 10-15 3–5 well-known and, “so” ” . - Jane".split(" ")), max_size=12))
def test_mending_twice_is_mending_once(words: list[str]):
    once = mended(" ".join(words), name="a.txt")
    assert mended(once, name="a.txt") == once
