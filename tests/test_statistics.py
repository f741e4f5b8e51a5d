"""Sizes and readability: the formulas on counts that are worked out by hand, the counts of texts, and what `stats` makes of them."""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Reading
from lint.formats import parse
from lint.language.article import Article
from lint.language.ease_evidence import EVIDENCE
from lint.language.formulas import NAMES, ReaderCounts, scores, unknown_names
from lint.language.pronunciation import spoken_syllables
from lint.language.reader_counts import read_blocks, read_sentences, reader_counts
from lint.language.reading_ease import Ease, reading_ease, weights
from lint.language.word_levels import word_level
from lint.reporters import Look
from lint.statistics_table import METRICS, Wanted, part, part_in_detail, render
from lint.text import Source

HUNDRED = ReaderCounts(words=100, sentences=5, letters=450, syllables=150, polysyllabic=12, complex=10, unfamiliar=20)
THIRTY = ReaderCounts(words=600, sentences=30, letters=2700, syllables=900, polysyllabic=49, complex=40, unfamiliar=24)


def article(text: str, name: str = "a.md") -> Article:
    return Article(parse(Source(name, text), Reading()))


@pytest.mark.parametrize(
    ("name", "counts", "score"),
    [
        # Flesch 1948: 206.835 - 1.015 words a sentence - 84.6 syllables a word
        ("flesch_reading_ease", HUNDRED, 206.835 - 1.015 * 20 - 84.6 * 1.5),
        # Kincaid and others 1975: .39 words a sentence + 11.8 syllables a word - 15.59
        ("flesch_kincaid_grade", HUNDRED, 0.39 * 20 + 11.8 * 1.5 - 15.59),
        # Gunning 1952: .4 (words a sentence + hard words in a hundred)
        ("gunning_fog", HUNDRED, 0.4 * (20 + 10)),
        # McLaughlin 1969: of thirty sentences the root of the polysyllables, and three: near 1.043 root + 3.1291
        ("smog_index", THIRTY, 3.1291 + 1.043 * math.sqrt(49)),
        # Smith and Senter 1967: 4.71 letters a word + .5 words a sentence - 21.43
        ("automated_readability_index", HUNDRED, 4.71 * 4.5 + 0.5 * 20 - 21.43),
        # Coleman and Liau 1975: .0588 letters and .296 sentences in a hundred words, 15.8
        ("coleman_liau_index", HUNDRED, 0.058 * 450 - 0.296 * 5 - 15.8),
        # Dale and Chall 1948: .1579 unfamiliar in a hundred + .0496 words a sentence, and 3.6365 where more than five in a hundred are
        ("dale_chall_readability_score", HUNDRED, 0.1579 * 20 + 0.0496 * 20 + 3.6365),
        ("dale_chall_readability_score", THIRTY, 0.1579 * 4 + 0.0496 * 20),
        ("reading_time_minutes", HUNDRED, 100 / 238),
    ],
)
def test_a_formula_on_counts_worked_out_by_hand(name: str, counts: ReaderCounts, score: float):
    assert scores(counts)[name] == pytest.approx(score)


def test_textstat_calls_for_nothing_that_is_not_provided():
    assert unknown_names() == set()


def test_no_library_is_loaded_that_would_ask_the_network():
    scores(HUNDRED)
    assert "nltk" not in sys.modules


def test_a_text_without_words_has_no_scores():
    assert set(scores(ReaderCounts()).values()) == {0.0}


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("every", 2),
        ("our", 1),
        ("area", 3),
        ("comfortable", 4),
        ("well-known", 2),
        ("Don’t", 1),
        ("blorping", 2),
        ("1994", 1),
        ("business", 2),
    ],
)
def test_the_syllables_of_a_word(word: str, count: int):
    assert spoken_syllables(word) == count


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        ("Dr. Doe left the U.S. in May. She is well-known.", 10, 2),
        ("# A heading here\n\nIt is short.", 3, 1),
        ("- one item\n- two more items\n", 5, 2),
        ("Run `make all` now. See https://example.org/a/b for more.", 5, 2),
        ("> Said in a block.\n", 4, 1),
        ("“Go,” she said. “Go now!” He went.", 7, 3),
        ("“Where?” she asked. Why, oh why? and when?", 8, 4),
        ("“In a minute.”—“In a minute.”", 6, 2),
        ("```\ncode alone\n```\n", 0, 0),
        ("It cost 1,200 dollars, or 3.5%.", 6, 1),
    ],
)
def test_words_and_sentences_are_counted_as_a_reader_would(text: str, words: int, sentences: int):
    counts = reader_counts(article(text))
    assert (counts.words, counts.sentences) == (words, sentences)


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_counts_that_fit_together(text: str):
    counts = reader_counts(article(text))
    assert counts.sentences <= counts.words <= counts.letters
    assert counts.complex <= counts.polysyllabic <= counts.words <= max(counts.syllables, counts.words)


@pytest.mark.parametrize(("word", "level"), [("dog", 1.0), ("purchase", 4.0), ("zyzzyva", 6.0)])
def test_the_level_of_a_word(word: str, level: float):
    assert word_level(word) == level


def ease(text: str, name: str = "a.txt") -> Ease:
    read = article(text, name)
    return reading_ease(list(read_sentences(read, read_blocks(read))))


def test_the_weights_are_of_the_figures_that_there_are():
    assert tuple(weights().figures) == EVIDENCE


LEVELS = Path(__file__).parent.parent / "fixtures" / "readability" / "levels"


@pytest.mark.parametrize("stem", sorted({path.stem.partition("-")[0] for path in LEVELS.glob("*.txt")}))
def test_an_article_told_at_three_levels_is_easiest_at_the_lowest(stem: str):
    easy, middle, hard = (ease((LEVELS / f"{stem}-{level}.txt").read_text("utf-8")) for level in ("ele", "int", "adv"))
    assert easy > middle > hard


def test_the_ease_of_a_text_does_not_grow_with_its_length():
    text = (LEVELS / "07-adv.txt").read_text("utf-8")
    assert ease(f"{text}\n\n{text}").low == pytest.approx(ease(text).low, abs=3)


@pytest.mark.parametrize(
    ("text", "wide"), [("", 100), ("They ran.", 60), ("The cat sat on the mat, and the dog lay by the door. " * 3, 10)]
)
def test_a_short_text_has_bounds_and_no_number(text: str, wide: float):
    low, high = ease(text)
    assert 0 <= low < high <= 100
    assert high - low >= wide


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_has_an_ease(text: str):
    low, high = ease(text)
    assert 0 <= low <= high <= 100


def test_json_has_every_metric():
    output = json.loads("".join(render([part("a.md", article("It is short. It is done."))], Look(), Wanted(format="json"))))
    metrics = output["files"][0]["metrics"]
    assert set(metrics) == set(METRICS)
    assert len(metrics["reading_ease"]) == 2
    assert (metrics["words"], metrics["sentences"], metrics["paragraphs"]) == (6, 2, 1)


def test_the_worst_come_first_and_show_their_hardest_sentences():
    easy = part_in_detail("easy.md", article("It is short. It is done."))
    hard = part_in_detail("hard.md", article("Institutional considerations necessitate comprehensive organisational restructuring."))
    output = "".join(render([easy, hard], Look(), Wanted(worst=1)))
    assert "hard.md" in output
    assert "easy.md" not in output
    assert "1: Institutional" in output


@pytest.mark.parametrize("name", NAMES)
def test_any_metric_sorts(name: str):
    parts = [part("easy.md", article("It is short.")), part("hard.md", article("Institutional considerations necessitate restructuring."))]
    lines = "".join(render(parts, Look(quiet=True), Wanted(sort=name))).splitlines()
    assert lines[1].startswith("hard.md")


def test_a_terminal_shows_a_bar():
    parts = [part(f"{name}.txt", article((LEVELS / f"09-{name}.txt").read_text("utf-8"))) for name in ("ele", "adv")]
    lines = "".join(render(parts, Look(), Wanted(bars=True))).splitlines()
    assert lines[1].count("█") > lines[2].count("█") > 0
    assert len({len(line) for line in lines}) == 1


@pytest.mark.parametrize(("form", "count"), [("json", 2), ("csv", 2), ("text", 2)])
def test_paragraphs_are_told_in_every_format(form: str, count: int):
    text = "It is short.\n\nIt is done.\n"
    output = "".join(render([part_in_detail("a.md", article(text))], Look(), Wanted(by_paragraph=True, format=form)))
    told = {"json": '"line": ', "csv": "a.md,", "text": "line "}[form]
    assert output.count(told) == count + (form == "csv")
