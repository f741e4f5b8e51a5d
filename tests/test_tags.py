"""Tokens and part-of-speech tags of English sentences: the cases are those that the tagger of Vale gives for the same text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import data
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.language.universal import category
from lint.language.weights import FILE, Weights, weights

PIECES = st.sampled_from(
    [*"\"'“”‘’$()[],;:.!?-*@ \n\u00a0\ud8000é🎉漢I", *"can't|it's|’s|’S|n’t|U.S.|Dr.|Yes.|:-)|xD|don't've|a.b.c.".split("|")]
)
TEXTS = st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join))
LIMIT = 5.0
"""Seconds for a third of a megabyte; what takes quadratic time takes minutes."""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The dog barks.", "The dog barks ."),
        ("Don't, we can't: it's Kim's.", "Do n't , we ca n't : it 's Kim 's ."),
        ("DON’T they’ll’ve", "DO N’T they ’ll’ve"),
        ("“Go,” (he said) [sic]!", "“ Go , ” ( he said ) [ sic ] !"),
        ("the U.S. and Dr. Lee cost $5.", "the U.S. and Dr. Lee cost $ 5 ."),
        ("Yes. Surely.", "Yes. Surely ."),
        ("a well-known fact; 3,000 of 'em", "a well-known fact ; 3,000 of 'em"),
        ("wow :-) xD ...", "wow :-) xD . . ."),
        ("''", "' '"),
        ("  \n ", ""),
        ("one\u00a0two\u2003three\nfour", "one two three four"),
    ],
)
def test_tokens_are_split_as_in_the_treebank(sentence: str, expected: str) -> None:
    assert " ".join(token.text for token in tokens(sentence)) == expected


@given(TEXTS)
def test_a_token_is_what_stands_at_its_place_and_no_sign_is_in_none(text: str) -> None:
    found = tokens(text)
    assert all(token.text == text[token.start : token.end] for token in found)
    assert [token.start for token in found] == sorted({token.start for token in found})
    rest = list(text)
    for token in found:
        rest[token.start : token.end] = " " * (token.end - token.start)
    assert not "".join(rest).strip(" \n\u00a0" + "".join(sign for sign in text if sign.isspace()))


@given(TEXTS)
def test_every_token_of_any_text_gets_a_tag(text: str) -> None:
    words = [token.text for token in tokens(text)]
    assert len(tags(words)) == len(words)


@pytest.mark.parametrize("piece", ["'", "''s", "a.", "(", "'s'll", "n’t", "x)", "\x85a", ")."])
def test_tokens_take_linear_time(piece: str) -> None:
    began = time.monotonic()
    tokens("a.a.ax" + piece * (300_000 // len(piece)))
    assert time.monotonic() - began < LIMIT


@pytest.mark.parametrize(
    "tagged",
    [
        "She/PRP reports/VBZ what/WP the/DT reports/NNS say/VBP ./.",
        "The/DT proposal/NN was/VBD carefully/RB written/VBN by/IN the/DT editors/NNS ./.",
        "He/PRP wrote/VBD 12/CD letters/NNS in/IN 1999/CD to/TO well-known/JJ people/NNS ./.",
        "Kim/NNP 's/POS dog/NN did/VBD n't/RB bark/VB :-)/SYM",
        "Éric/JJ naïvely/RB thanked/VBD @desk/NN -/- again/RB",
        "Is/VBZ 0/-NONE- less/JJR than/IN */-NONE- or/CC -LRB-/-LRB- ?/.",
        # Two tags with the same sum, of which rounding to single precision prefers the second:
        "They/PRP were/VBD few/JJ ,/, some/DT had/VBD n’t/NNS been/VBN considered/VBN ./.",
    ],
)
def test_tags_come_from_the_words_and_what_stands_around_them(tagged: str) -> None:
    pairs = [pair.rpartition("/")[::2] for pair in tagged.split(" ")]
    assert tags([word for word, _ in pairs]) == tuple(tag for _, tag in pairs)


def test_no_words_have_no_tags() -> None:
    assert tags([]) == ()


def test_words_that_were_forgotten_are_tagged_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    sentence = "The report was generated last night .".split()
    first = tags(sentence)
    monkeypatch.setattr("lint.language.tags._MOST_KNOWN", 3)
    assert tags(sentence) == first == tags(sentence)


def test_the_weights_are_opened_in_a_moment() -> None:
    began = time.perf_counter()
    Weights(data.read(FILE))
    assert time.perf_counter() - began < 5


def test_what_is_no_file_of_weights_is_refused() -> None:
    with pytest.raises(ValueError, match="no weights"):
        Weights(b"PK\x03\x04")


@pytest.mark.parametrize(
    ("universal", "holds", "words"),
    [
        ("NOUN", "NN NNS", None),
        ("noun | propn", "NN NNS NNP NNPS", None),
        ("DET", "DT PDT WDT WP$", None),
        ("AUX|VERB", "MD VB VBD VBG VBN VBP VBZ", None),
    ],
)
def test_a_universal_tag_is_some_penn_tags(universal: str, holds: str, words: frozenset[str] | None) -> None:
    assert category(universal) == (frozenset(holds.split()), words)


def test_an_auxiliary_and_a_conjunction_are_told_by_the_word_too() -> None:
    assert {"was", "'ll", "might"} < (category("AUX").words or frozenset())
    assert {"because", "than", "was"} < (category("SCONJ|AUX").words or frozenset())


def test_an_unknown_universal_tag_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'NOMEN' is no universal part-of-speech tag; it is one of ADJ, ADP, ADV, AUX"):
        category("NOUN|NOMEN")


def test_every_penn_tag_of_a_universal_one_is_a_tag_that_words_get() -> None:
    brackets = {"-LRB-", "-RRB-"}
    names = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
    assert frozenset().union(*(category(name).tags for name in names)) <= {*weights().tags, *brackets}
