"""Hard words and wordy phrases: how many of a list are told and mended right, and how many near misses are left alone."""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

import pytest
import yaml

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.kinds.hard_word import HardWord
from lint.language.plain_entries import entry_of
from lint.language.plain_forms import forms_of_slot
from lint.language.plain_stems import stems_of
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.rule import made
from lint.text import Source, apply

CASES = yaml.safe_load((Path(__file__).parent.parent / "fixtures" / "readability" / "plain_words.yml").read_text("utf-8"))
DEFAULT = RuleSet(rule for rule in bundled("readability").rules if rule.id in ("readability.hard-word", "readability.wordy"))
ALL = RuleSet(
    dataclasses.replace(rule, kind=dataclasses.replace(made(rule.kind), per_million=1000, times=0))
    if rule.id == "readability.hard-word"
    else rule
    for rule in DEFAULT.rules
)
"""The rules of a house to which common words are hard, too."""


def found(text, rules=DEFAULT):
    verdict = check(parse(Source("page.md", text), Reading()), rules)
    assert not verdict.failures
    return verdict.diagnostics


def fault(case, rules):
    """What is wrong with what is told of a sentence, if anything."""
    start, end = case["bad"].index("["), case["bad"].index("]") - 1
    text = case["bad"].replace("[", "").replace("]", "")
    told = found(text, rules)
    if not any(each.span.start < end and each.span.end > start for each in told):
        return f"not told: {case['bad']}"
    mended = apply(text, {edit for each in told for fix in each.fixes[:1] for edit in fix.edits})
    return "" if mended == case["good"] else f"{case['bad']} became {mended}"


def faults(cases, rules):
    return [told for case in cases if (told := fault(case, rules))]


@pytest.mark.parametrize("rule", DEFAULT.rules, ids=lambda rule: rule.id)
def test_each_form_that_a_line_is_looked_for_by_has_one_of_its_stems(rule):
    kind = made(rule.kind)
    for key in (*kind.swap, *kind.doubled):
        entry = entry_of(key, "")
        slot, stems = entry.slots[entry.anchor], list(stems_of(key))
        assert all(any(stem in form for stem in stems) for form in forms_of_slot(slot) if slot.marked), key


def test_what_is_hard_or_wordy_is_told_and_mended_right():
    assert not faults(CASES["told"], DEFAULT)


def test_words_that_news_uses_often_are_hard_where_a_house_says_so():
    assert not faults(CASES["common"], ALL)
    assert not [case for case in CASES["common"] if found(case["bad"].replace("[", "").replace("]", ""))]


def test_near_misses_are_left_alone():
    assert not [text for text in CASES["near"] if found(text, ALL)]


def mended(table, text, **keys):
    """What the fixes of a table make of a text; nothing where none of it is told."""
    rule = dataclasses.replace(DEFAULT.rules[0], kind=HardWord(table, **keys), unless=())
    told = found(text, RuleSet((rule,)))
    return apply(text, {edit for each in told for fix in each.fixes[:1] for edit in fix.edits}) if told else ""


LINES = [
    ("begin (verb): start", "It has begun.", "It has started."),
    ("begin (verb) + END: start", "It began a war.", ""),
    ("start (verb): begin", "The start was late.", ""),
    ("rodent (noun): mouse", "Two rodents.", "Two mouses."),
    ("avian (adjective) + NOUN: bird", "An avian song.", "A bird song."),
    ("nigh: almost", "It was nigh dark, and Nigh Farm slept.", "It was almost dark, and Nigh Farm slept."),
    ("nigh: (almost | near)", "It was nigh dark.", "It was nigh dark."),
    ('START mark you: ""', "Mark you they left.", "They left."),
    ("INSIDE touching: about", "A book touching it.", "A book about it."),
    ("INSIDE touching: about", "Touching that, nothing.", ""),
    ("take|hold (verb) a|the view that: think that", "She took the view that it rains.", "She thought that it rains."),
    ("use (verb) + OBJECT - … into: need", "They use a lift.", "They need a lift."),
    ("use (verb) + OBJECT - … into: need", "They use a lift into town.", ""),
]
"""Lines of a table with a text each, and what its fix makes of that; nothing where it is not told."""


@pytest.mark.parametrize(("line", "text", "wanted"), LINES)
def test_a_line_of_a_table_means_what_it_says(line, text, wanted):
    assert mended(yaml.safe_load(line), text) == wanted


def test_a_single_word_is_told_if_it_is_rare_beside_its_plainer_one():
    swap = {"commence (verb)": "begin", "need (verb)": "require"}
    assert mended(swap, "They commence what they need.", per_million=10, times=10) == "They begin what they need."


BAD_KEYS = ["make (verb", "a (verb) b (noun)", "end (verb) + THING", "(verb)", "", "end + ", "[ab]c"]


@pytest.mark.parametrize("key", BAD_KEYS)
def test_a_key_that_cannot_be_read_is_refused(key):
    with pytest.raises(ValueError, match="swap: "):
        HardWord({key: "x"})


@pytest.mark.parametrize("words", ["utilise ", "utilise the ", "in order to ", "made a decision ", "commenced and ", "utilise"])
def test_a_long_line_is_read_in_linear_time(words):
    start = time.process_time()
    found(words * (300_000 // len(words)))
    assert time.process_time() - start < 20
