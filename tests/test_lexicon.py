"""The words, the language model and the slips that the package carries."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import data
from lint.language.lexicon import DIALECT_BITS, Grade, WordClass, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, Running, fit, place_of
from lint.language.slips import ALPHABET, cost, near

WORDS = st.text(ALPHABET, min_size=1, max_size=9)


def test_the_files_are_those_on_record() -> None:
    for line in data.read("lexicon.sha256").decode("ascii").splitlines():
        recorded, name = line.split()
        assert hashlib.sha256(data.read(name)).hexdigest() == recorded, f"{name} is not what scripts/build_lexicon.py made"


@pytest.mark.parametrize("word, dialects", [("colour", "en-GB en-GB-oxford en-CA en-AU"), ("color", "en-US"), ("organise", "en-GB en-AU")])
def test_a_word_says_which_dialects_write_it(word: str, dialects: str) -> None:
    entry = lexicon().word(word)
    assert entry is not None
    assert entry.dialects == sum(DIALECT_BITS[name] for name in dialects.split())


def test_a_word_says_how_good_it_is() -> None:
    lexicon_of = lexicon()
    assert [lexicon_of.number(word) for word in ("peae", "recieve", "teh")] == [-1, -1, -1]
    entry = lexicon_of.word("Monday")
    assert entry is not None and entry.capital and entry.grade == Grade.COMMON
    assert lexicon_of.classes("run") == WordClass.NOUN | WordClass.VERB
    assert not lexicon_of.classes("runs") and lexicon_of.starts("peac") and not lexicon_of.starts("peaq")


@pytest.mark.parametrize(
    "before, likely, unlikely", [("a lasting", "peace", "pea"), ("the white", "house", "horse"), ("one of", "the", "teh")]
)
def test_what_fits_is_likelier(before: str, likely: str, unlikely: str) -> None:
    two_before, one_before = map(place_of, before.split())
    model = ngrams()
    assert model.likely(place_of(likely), one_before, two_before) > model.likely(place_of(unlikely), one_before, two_before)


def test_pairs_are_found_or_not() -> None:
    assert ngrams().pair(place_of("house"), place_of("white")) >= 0
    assert ngrams().pair(place_of("of"), place_of("zyuganov")) == -1


@given(WORDS, WORDS, WORDS)
def test_every_word_has_a_likelihood(word: str, before: str, two_before: str) -> None:
    assert -40 < ngrams().likely(*map(place_of, (word, before, two_before))) <= 0.5


def test_words_are_looked_at_between_their_neighbours() -> None:
    text = "They hope for a lasting peae in the valley. It rains."
    start = text.index("peae")
    around = Running(text).around(start, start + 4)
    assert around == tuple(map(place_of, ("a", "lasting", "in", "the")))
    assert fit((place_of("peace"),), around) > fit((place_of("pea"),), around)


def test_nothing_counts_beyond_the_end_of_a_sentence() -> None:
    text = "It rains. Peae comes."
    start = text.index("Peae")
    assert Running(text).around(start, start + 4)[:2] == (NO_WORD, place_of("<s>"))


@pytest.mark.parametrize(
    "written, likelier, unlikelier",
    [
        ("recieve", "receive", "relieve"),
        ("peae", "peace", "peak"),
        ("teh", "the", "tea"),
        ("accomodate", "accommodate", "accumulate"),
        ("fone", "phone", "prone"),
        ("metarial", "material", "mercurial"),
    ],
)
def test_the_likelier_slip_costs_less(written: str, likelier: str, unlikelier: str) -> None:
    assert cost(written, likelier) < cost(written, unlikelier)


@given(WORDS)
def test_a_word_costs_nothing_where_it_is_meant(word: str) -> None:
    assert cost(word, word) == 0


@given(WORDS, st.data())
def test_what_is_one_slip_away_is_near(word: str, draw: st.DataObject) -> None:
    form = draw.draw(st.sampled_from(sorted(near(word))))
    assert 0 < cost(form, word) < 99
    assert word in near(form)
