"""Slips that people make, by type: the sentences are data in fixtures/typos, and so is how many of them are found and mended."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import lint
from lint.diagnostic import Diagnostic

CASES = Path(__file__).parent.parent / "fixtures" / "typos"
GOOD = "good.txt"
SLIPS = sorted(path.name for path in CASES.glob("*.txt") if path.name != GOOD)
SLIP = re.compile(r"\{([^{|}]+)\|([^{|}]+)\}")
GUESSING = {"typos.spelling", "typos.real-word", "typos.agreement", "typos.noun-number", "typos.verb-form", "typos.sound-alike"}
LISTED = "typos.misspelling"


@pytest.mark.parametrize("name", SLIPS)
def test_exactly_the_slip_is_found_and_what_was_meant_is_the_first_fix(name: str) -> None:
    sentences = lines(name)
    missed = [(sentence, made) for sentence in sentences if (made := marked(SLIP.sub(r"\1", sentence))) != sentence]
    assert len(sentences) - len(missed) >= floor(name) * len(sentences), "\n".join(f"{sentence}\n  {made}" for sentence, made in missed)


@pytest.mark.parametrize("word", ["sandsketch", "clayfram", "plonkdraft", "mossfold", "glimpl"])
def test_a_form_of_a_word_that_the_text_uses_again_is_right(word: str) -> None:
    assert not found(f"We {word}ed on Monday, and again we {word}ed on Friday. The {word}er will help the town.", GUESSING)


@pytest.mark.parametrize("name", [GOOD, *SLIPS])
def test_words_that_are_right_are_told_in_no_sentence_but_for_those_on_record(name: str) -> None:
    texts = [SLIP.sub(r"\2", sentence) for sentence in lines(name)]
    told = [(text[slice(*diagnostic.span)], text) for text in texts for diagnostic in found(text, GUESSING)]
    on_record = head(GOOD).removeprefix("# none but these: ").split(", ")
    assert not [text for word, text in told if word not in on_record]


def lines(name: str) -> list[str]:
    return [line for line in (CASES / name).read_text(encoding="utf-8").splitlines() if not line.startswith("#")]


def head(name: str) -> str:
    return (CASES / name).read_text(encoding="utf-8").partition("\n")[0]


def floor(name: str) -> float:
    """The share of a file's sentences in which the slip, the whole slip and nothing but the slip is found, and mended as it should be."""
    return float(head(name).removeprefix("# at least "))


def found(text: str, rules: set[str]) -> list[Diagnostic]:
    return [diagnostic for diagnostic in lint.check(text) if diagnostic.rule in rules]


def marked(text: str) -> str:
    """A text with what is found in it, and the first fix of that, between the signs that the sentences have."""
    for diagnostic in reversed(found(text, {*GUESSING, LISTED})):
        start, end = diagnostic.span
        first = text[start:end] if not diagnostic.fixes else diagnostic.fixes[0].edits[0].text
        text = f"{text[:start]}{{{text[start:end]}|{first}}}{text[end:]}"
    return text
