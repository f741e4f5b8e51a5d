"""Sentences, quotations and languages: the cases are data in fixtures/language, the properties hold for any text."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Prose
from lint.language.chapters import chapters
from lint.language.detection import language_of
from lint.language.quotations import Quoted, quotations
from lint.language.quote_marks import marked_quotations
from lint.language.sentences import sentences

CASES = Path(__file__).parent.parent / "fixtures" / "language"
PIECES = st.sampled_from([*"\"'“”‘’„‚«»‹›「」`.!?…()[]-— \n1￼é🎉\ud800\0。\u2028I", *" a|word|U.S.|Mr.|''|'90s|vol. ".split("|")])
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=60).map("".join))
LIMIT = 30.0
"""Seconds for a megabyte of anything; what takes quadratic time takes minutes."""


def cases(name: str) -> list[str]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def paragraphs(*texts: str) -> list[Prose]:
    return [Prose("paragraph", text, ()) for text in texts]


def marked(text: str, spans: Sequence[Quoted]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]}⟦{text[span.start : span.end]}⟧{text[span.end :]}"
    return text


@pytest.mark.parametrize("case", cases("sentences.txt"))
def test_sentences(case: str) -> None:
    blank = "" if "。 ‖" in case else " "
    text = case.replace(" ‖ ", blank)
    assert [text[span.start : span.end] for span in sentences(text)] == case.split(" ‖ ")


@pytest.mark.parametrize("case", cases("quotations.txt"))
def test_quotations(case: str) -> None:
    texts = case.replace("⟦", "").replace("⟧", "").split(" ¶ ")
    found = quotations(paragraphs(*texts))
    assert " ¶ ".join(marked(text, spans) for text, spans in zip(texts, found, strict=True)) == case


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (language, text)
        for language, texts in yaml.safe_load((CASES / "languages.yml").read_text(encoding="utf-8")).items()
        for text in texts
    ],
)
def test_languages(language: str, text: str) -> None:
    assert language_of(text) == (None if language == "none" else language)


def test_blank_lines_end_a_sentence() -> None:
    text = "  No stop here  \n \n second part.\n\nthird "
    assert [text[span.start : span.end] for span in sentences(text)] == ["No stop here", "second part.", "third"]


def test_an_unclosed_single_mark_needs_a_next_paragraph_that_opens() -> None:
    assert quotations(paragraphs("'Merica is large.", "It is.")) == [(), ()]
    heading = Prose("heading.h2", "A heading", ())
    first, second = paragraphs("'First.", "'Second,' she said.")
    assert quotations([first, heading, second]) == [(Quoted(0, 7, open_end=True),), (), (Quoted(0, 9),)]


@settings(deadline=None)
@given(TEXTS)
def test_sentences_hold_all_that_is_not_blank(text: str) -> None:
    spans = sentences(text)
    assert all(span.start < span.end for span in spans)
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in spans)
    ends = [0, *(place for span in spans for place in span), len(text)]
    assert ends == sorted(ends)
    assert not "".join(text[end:start] for end, start in zip(ends[::2], ends[1::2], strict=True)).strip()


@settings(deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_quotations_stand_in_order_without_overlap(texts: list[str]) -> None:
    for text, spans in zip(texts, quotations(paragraphs(*texts)), strict=True):
        places = [place for span in spans for place in span[:2]]
        assert places == sorted(places)
        assert all(0 <= span.start < span.end <= len(text) for span in spans)


@settings(deadline=None)
@given(TEXTS)
def test_any_text_has_a_language_or_none(text: str) -> None:
    assert language_of(text) is None or language_of(text)


@pytest.mark.parametrize(
    "unit",
    [
        "word ",
        ".",
        "“",
        '"',
        "'",
        "’",
        "“a. ",
        '"a ',
        " 'a",
        "a' ",
        "'' ",
        "(",
        ". ",
        "\n ",
        '1" ',
        "Mr. A",
        ". ”",
        "«",
        "`",
        "* ",
        "“a\n\n",
    ],
)
@pytest.mark.parametrize(
    "work",
    [sentences, lambda text: quotations(paragraphs(text)), language_of, lambda text: list(marked_quotations(text)), chapters],
    ids=["sentences", "quotations", "language", "marked quotations", "chapters"],
)
def test_hostile_texts_take_linear_time(work: Callable[[str], object], unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    start = time.perf_counter()
    work(text)
    assert time.perf_counter() - start < LIMIT
