"""Unnamed sources, and verbs that colour what is said: where they are told, and where not."""

from __future__ import annotations

import time

import pytest

from lint.formats import parse
from lint.language.anonymous_sources import Fault, anonymous_sources
from lint.language.article import Article
from lint.language.loaded_verbs import LoadedVerbs
from lint.text import Source


def article(text: str) -> Article:
    return Article(parse(Source("story.md", text)))


def found(text: str) -> list[str]:
    story = article(text)
    sources = [source for block in anonymous_sources(story).values() for source in block]
    return [source.prose.text[source.start : source.end] for source in sources]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The club is for sale, said a person familiar with the talks.", "a person familiar with"),
        ("The club is for sale, according to three bankers briefed on the bids.", "three bankers briefed on"),
        ("Several people who were in the room said the chairman shouted.", "Several people who were in the room"),
        ("The figure was confirmed by someone with direct knowledge of the ledger.", "someone with direct knowledge of"),
        ("People close to the mayor said he would go.", "People close to"),
        ("A member of the singer's legal team said the filing was late.", "A member of the singer's legal team"),
        ("A harbour engineer who asked not to be named said the crane was unsafe.", "A harbour engineer who asked not to be named"),
        ("The clerk, who declined to give her last name, sells stamps.", "The clerk, who declined to give her last name"),
        ("An aide said on condition of anonymity that the plan was dead.", "An aide said on condition of anonymity"),
        ("Two envoys spoke on background about the treaty.", "Two envoys spoke on background"),
        ("A Western diplomat told the paper that the envoy had left.", "A Western diplomat"),
        ("“It is over,” said one senior official.", "one senior official"),
        ("Sources within the ministry said the figure was wrong.", "Sources"),
    ],
)
def test_a_source_without_a_name_and_a_reason_is_told(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Jane Doe, a person familiar with the talks, said they had failed.",
        "Jane Doe is a person familiar with the talks, she said.",
        "An official named John Smith said the bridge was shut.",
        "Police said nobody was hurt. Harbour officials said the bridge was shut.",
        "A spokeswoman said the bridge was shut.",
        "People familiar with the coast go by the inner channel.",
        "A person close to the fire was hurt.",
        "No official said so, and any person familiar with the file would know it.",
        "The lottery winner, who asked not to be named, bought a boat.",
        "Smith said an official had told him so.",
        "“A person familiar with the talks told me so,” she said.",
        "The senior officer, John Smith, said the ship was lost.",
        "A nurse asked not to be named because she feared for her post. The nurse said the ward was full.",
        "A senior official said the ship was lost. The official was not authorised to speak and asked not to be named.",
        "An aide, speaking on condition of anonymity to discuss private talks, said the ship was lost.",
        "One envoy said so, requesting anonymity given the delicacy of the talks.",
    ],
)
def test_what_is_no_unnamed_source_or_has_its_reason_is_left_alone(text):
    assert found(text) == []


def test_a_source_is_told_once():
    story = "A senior official said it was lost.\n\nThe official said more. A senior official said the crew was safe."
    assert found(story) == ["A senior official"]


def test_a_reason_holds_for_the_rest_of_the_article():
    reason = "One banker close to the deal spoke on condition of anonymity for fear of losing his post."
    assert found(f"{reason}\n\nThe bid is low.\n\nIt may rise.\n\nIt may fall.\n\nA banker said it was fair.") == []


def test_a_source_that_nobody_introduced_is_told_though_it_has_its_reason():
    story = article("The official requested anonymity because the decision is not public. The ship will sail.")
    ((source,),) = anonymous_sources(story).values()
    assert source.fault is Fault.DESCRIPTION
    assert found("The port has a new official. The official requested anonymity because the decision is not public.") == []


@pytest.mark.parametrize(
    "text", ["a person close to " * 10_000, "asked not to be " * 10_000, "official " * 20_000, "sources of the " * 10_000]
)
def test_a_long_line_takes_no_longer_than_its_length(text):
    story = article(text)
    story.sentences(story.document.blocks[0])
    start = time.process_time()
    anonymous_sources(story)
    assert time.process_time() - start < 10


LOADED = LoadedVerbs(("claim", "admit", "concede", "slam"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister claimed that the bridge was safe.", ["claimed"]),
        ("The minister has claimed the old bridge was safe.", ["claimed"]),
        ("“We were late,” the mayor admitted.", ["admitted"]),
        ("She conceded: “We were late.”", ["conceded"]),
        ("Jane Doe slammed the new law.", []),
        ("He was admitted to hospital. She claimed the throne.", []),
        ("The group claimed responsibility; the firm claims 80 million users.", []),
        ("The flood claimed that many lives.", []),
        ("The clerk admitted that she took it, the court heard.", []),
        ("“He claimed that it was safe,” she said.", []),
    ],
)
def test_loaded_verbs_need_a_speaker_and_what_was_said(text, expected):
    story = article(text)
    assert [text[start:end] for block in story.document.blocks for start, end in LOADED.places(block, story)] == expected
