"""Sentences that are hard to read: how many of a list are found at the right words, and how many near misses are left alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.language.article import Article
from lint.language.first_look import nesting, waiting
from lint.language.long_waits import nests_deep, waits_long
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

CASES = yaml.safe_load((Path(__file__).parent.parent / "fixtures" / "readability" / "sentences.yml").read_text("utf-8"))
LEAST = {"buried-verb": 0.8, "stacked-nouns": 0.55, "nested-clauses": 0.55, "passive": 0.85}
"""The share of the list that has to be found; no near miss may be."""
MARK = re.compile("[⟦⟧⟨⟩]")
HEAD = re.compile("⟨(.+?)⟩")
WORDS = re.compile("⟦(.+?)⟧")
WORDS_OF_SENTENCES = st.sampled_from(
    "the man, who which that since before he it they said says, was by and – town road wrote goes never later in sold. \xa0 don’t".split(
        " "
    )
)


def rules(name):
    return RuleSet(rule for rule in bundled("readability").rules if rule.id == f"readability.{name}")


def found(name, text):
    verdict = check(parse(Source("page.md", MARK.sub("", text)), Reading()), rules(name))
    assert not verdict.failures
    return verdict.diagnostics


def is_hit(name, line):
    told = found(name, line)
    plain = MARK.sub("", line)
    if [plain[each.span.start : each.span.end] for each in told] != WORDS.findall(line):
        return False
    heads = HEAD.findall(line)
    return not heads or [plain[each.related[0].span.start : each.related[0].span.end] for each in told] == heads


@pytest.mark.parametrize("name", CASES)
def test_what_is_hard_is_found_at_its_words(name):
    cases = CASES[name]["bad"]
    missed = [line for line in cases if not is_hit(name, line)]
    assert len(cases) - len(missed) >= LEAST[name] * len(cases), missed


@pytest.mark.parametrize("name", CASES)
def test_near_misses_are_left_alone(name):
    assert not [line for line in CASES[name]["ok"] if found(name, line)]


def test_each_list_is_long_enough():
    assert all(len(cases["bad"]) >= 25 and len(cases["ok"]) >= 25 for cases in CASES.values())


@given(st.lists(st.lists(WORDS_OF_SENTENCES, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=4), st.integers(1, 12))
def test_a_first_look_passes_all_that_the_closer_look_lets_through(texts, least):
    document = parse(Source("page.txt", "\n\n".join(texts)), Reading())
    article = Article(document)
    sentences = [(block, span) for block in document.blocks for span in article.sentences(block)]
    for found, closer in ((waiting, waits_long), (nesting, nests_deep)):
        wanted = {(id(block), span) for block, span in sentences if closer(block.text[span.start : span.end], least)}
        assert wanted <= {(id(block), span) for block, span in found(article, document.blocks, least)}


def test_the_openers_around_the_innermost_clause_are_related():
    (told,) = found(
        "nested-clauses", "The letter, which was found in a desk that had belonged to the clerk who forged the will, was read in court."
    )
    assert [each.span.end - each.span.start for each in told.related] == [len("which"), len("that")]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize(
    "text",
    ["(The road was closed by police.)", "was closed by police", "[by the police was closed by", "– – was closed by the", "The . by"],
)
def test_fragments_and_asides_hold_nothing(name, text):
    assert not found(name, text)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("words", ["which ", "the road ", "road", "the man who, ", "was closed by police ", "said that ", "– "])
def test_a_long_line_is_read_in_linear_time(name, words):
    text = words * (200_000 // len(words))
    start = time.process_time()
    found(name, text)
    assert time.process_time() - start < 10
