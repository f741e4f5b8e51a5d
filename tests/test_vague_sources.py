"""Claims without a face: how many of a list are found, how many near misses are left alone, and what the desk asks."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

FIXTURES = Path(__file__).parent.parent / "fixtures" / "attribution"
RULES = RuleSet(rule for rule in bundled("attribution").rules if rule.id == "attribution.vague-source")


def lines(name):
    return [line for line in (FIXTURES / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]


def found(text, house=House()):
    verdict = check(parse(Source("page.md", text), Reading()), RULES, house)
    assert not verdict.failures
    return verdict.diagnostics


def marked(line):
    """A line without its marks, and the places between which they stood."""
    start, end = line.index("⟦"), line.index("⟧") - 1
    return line.replace("⟦", "").replace("⟧", ""), start, end


def is_hit(line):
    text, start, end = marked(line)
    return any(told.span.start < end and told.span.end > start for told in found(text))


def test_what_is_vague_is_found_and_what_is_not_is_left_alone():
    hits = sum(map(is_hit, lines("vague.txt")))
    false = [line for line in lines("near_misses.txt") if found(line)]
    assert hits >= 0.9 * len(lines("vague.txt"))
    assert hits / (hits + len(false)) >= 0.95, false


ADVICE = [
    ("Critics warn that the dam will burst.", "Critics warn", "Name the critics, or say how many and where."),
    ("The dam, some say, will burst.", "some say", "Name them, or say how many and where."),
    ("Studies show that dams burst.", "Studies show", "Name the studies, or link to them."),
    ("It is widely believed that the dam will burst.", "It is widely believed", "'It is widely believed' names nobody"),
]


@pytest.mark.parametrize(("text", "words", "advice"), ADVICE)
def test_the_message_asks_for_what_is_missing(text, words, advice):
    (told,) = found(text)
    assert text[told.span.start : told.span.end] == words
    assert told.message.startswith(f"Who says so? {advice}")


def test_a_text_whose_writer_speaks_for_himself_is_left_alone():
    text = "Critics warn that the dam will burst."
    assert not found(text, House(kind="opinion"))
    assert not found(f"---\nkind: fiction\n---\n\n{text}")
    assert found(text, House(kind="news"))


NAMED = [
    "Critics warn that the dam will burst. “It leaks,” said Ines Tavarro, who has measured it.",
    "Critics warn that the dam will burst.\n\n“It leaks,” said Ines Tavarro, who has measured it.",
    "Critics warn that the dam will burst, and Ines Tavarro said so in March.",
    "Experts say the dam leaks.[^1]\n\n[^1]: The survey of March.",
    "Critics, among them Ines Tavarro, warn that the dam will burst.",
]


@pytest.mark.parametrize("text", NAMED)
def test_a_source_that_stands_near_is_enough(text):
    assert not found(text)


@pytest.mark.parametrize(
    "words", ["critics say ", "some of the ", "the view of those who ", "said critics, ", "it is widely ", "concerns, "]
)
def test_a_long_line_is_read_in_linear_time(words):
    start = time.process_time()
    found(words * (400_000 // len(words)))
    assert time.process_time() - start < 20
