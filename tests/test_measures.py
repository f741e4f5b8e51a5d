"""Syllables, counts and scores."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.language.measures import SCORES, Counts, count
from lint.language.syllables import syllables
from lint.language.words import count_words, most_words


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("", 0),
        ("I", 1),
        ("be", 1),
        ("the", 1),
        ("bake", 1),
        ("baked", 1),
        ("bakes", 1),
        ("wanted", 2),
        ("Recipe", 3),
        ("people", 2),
        ("table", 2),
        ("prism", 2),
        ("nation", 2),
        ("special", 2),
        ("social", 2),
        ("plague", 1),
        ("idea", 3),
        ("quiet", 2),
        ("royal", 2),
        ("underneath", 3),
        ("biology", 4),
        ("seriously", 4),
        ("hopefully", 3),
        ("responsibility", 6),
        ("under", 2),
        ("hmm", 1),
        ("1984", 1),
        ("F.B.I.", 1),
    ],
)
def test_syllables(word, expected):
    assert syllables(word) == expected


@given(st.text())
def test_any_word_has_a_syllable_and_not_many_more_than_letters(word):
    assert (syllables(word) == 0) is (word == "")
    assert syllables(word) <= 2 * len(word) + 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Counts()),
        ("*** --- ***", Counts((0,), paragraphs=1)),
        ("We sat down.", Counts((3,), 3, 9, 3, paragraphs=1)),
        ("We sat. She sat.\n\nThey sat.", Counts((2, 2, 2), 6, 18, 6, paragraphs=2)),
        ("He didn't go.", Counts((3,), 3, 9, 3, paragraphs=1)),
        ("He didn’t go.", Counts((4,), 4, 9, 4, paragraphs=1)),
        ("The U.S.A. won.", Counts((3,), 3, 9, 4, paragraphs=1)),
        ("snake_case it", Counts((3,), 3, 11, 3, paragraphs=1)),
        ("Beautiful complexities", Counts((2,), 2, 21, 7, 2, 2, 2, 1)),
        ("Extended meetings", Counts((2,), 2, 16, 5, 2, 1, 0, 1)),
        ("naïve résumé", Counts((2,), 2, 11, 3, paragraphs=1)),
        ("She said “we must go” and “so there”.", Counts((8,), 8, 25, 8, paragraphs=1, quote_words=5)),
    ],
)
def test_counts(text, expected):
    assert count(text) == expected


@pytest.mark.parametrize(("text", "words"), [("No marks.", 0), ('He said "yes, we do" twice.', 3), ("“It runs on.\n\nNot here.", 3)])
def test_the_words_in_quotations_are_counted(text, words):
    assert count(text).quote_words == words


def test_the_deviation_of_sentences_is_that_of_their_words():
    assert count("One two. One two three four.").sentence_length_sd == 1
    assert count("").sentence_length_sd == 0


@given(st.text())
def test_any_text_can_be_counted_and_scored(text):
    counts = count(text)
    assert sum(counts.lengths) == counts.words >= counts.polysyllabic_words >= counts.complex_words >= 0
    if counts.words:
        assert all(math.isfinite(score(counts)) for score in SCORES.values())


@given(st.lists(st.sampled_from("We saw the beautiful animals. He's nobody!".split()), min_size=1, max_size=30))
def test_paragraphs_are_counted_apart_and_summed(words):
    text = " ".join(words)
    once, twice = count(text), count(f"{text}\n\n{text}")
    assert twice == Counts(once.lengths * 2, *(2 * number for number in once[1:]))


TEXT = Counts((10, 15), words=25, characters=120, syllables=40, long_words=6, polysyllabic_words=5, complex_words=4)


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        ("gunning_fog", 0.4 * (12.5 + 16)),
        ("coleman_liau", 0.0588 * 480 - 0.296 * 8 - 15.8),
        ("flesch_kincaid", 0.39 * 12.5 + 11.8 * 1.6 - 15.59),
        ("flesch_reading_ease", 206.835 - 1.015 * 12.5 - 84.6 * 1.6),
        ("smog", 1.0430 * math.sqrt(75) + 3.1291),
        ("automated_readability", 4.71 * 4.8 + 0.5 * 12.5 - 21.43),
        ("lix", 12.5 + 24),
    ],
)
def test_scores(score, expected):
    assert SCORES[score](TEXT) == pytest.approx(expected)


@pytest.mark.parametrize("piece", ["a", "a ", "A.", "'", "“", "word. ", "\n", "é̈", "ae"])
def test_a_megabyte_of_anything_is_counted_in_linear_time(piece):
    start = time.perf_counter()
    count(piece * (1_000_000 // len(piece)))
    assert time.perf_counter() - start < 30


@given(st.text(alphabet="ab1é'’.,- _—\n\ud800", max_size=40))
def test_a_fast_count_is_never_below_that_of_the_words(text):
    assert most_words(text) >= count_words(text)
