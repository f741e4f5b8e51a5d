"""Who says what: the attribution map on a hundred passages written before the program was, and on any text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.language.article import Article
from lint.language.speakers import table
from lint.language.unclosed import strays
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.quotation_map import Wanted, part, render
from lint.reporters import Look
from lint.text import Source

FIXTURE = Path(__file__).parent.parent / "fixtures" / "attribution" / "passages.yml"
PASSAGES = yaml.safe_load(FIXTURE.read_text(encoding="utf-8"))
KEYS = ("text", "kind", "speaker", "name", "cue", "basis", "via")
NOT_YET = {"a dash interrupts instead of commas", "what X described as"}
"""Passages whose map is not what their writer wanted."""
NOT_TOLD = "two bearers of one surname, the surname alone settles nothing"
"""A passage with a finding that nobody can be sure of."""
PIECES = st.sampled_from(
    [
        *"\"'“”‘’«»,.?!:;—- \n",
        *" said|Doe|Jane Doe|she|he|told|that|and|who|the mayor|“We go,”|according to|Q:|> |# |''|as|was|'s".split("|"),
    ]
)
TEXTS = st.lists(PIECES, max_size=50).map("".join)


def article(text: str) -> Article:
    return Article(parse(Source("a.md", text), Reading()))


def told(text: str) -> Iterator[dict[str, Any]]:
    """The map as the passages have it."""
    for found, speaker in table(article(text)):
        yield {
            "text": text[found.parts[0].span.start : found.parts[-1].span.end],
            "kind": str(found.kind),
            "speaker": found.speaker and found.speaker.text,
            "name": speaker and speaker.name,
            "cue": found.cue and found.cue.text,
            "basis": str(found.basis) or None,
            "via": found.via and found.via.text,
        }


@pytest.mark.parametrize("passage", [pytest.param(each, id=each["about"]) for each in PASSAGES])
def test_the_map_of_a_passage(passage: dict[str, Any]):
    wanted = [{key: quote.get(key) for key in KEYS} for quote in passage["quotes"]]
    if passage["about"] in NOT_YET:
        assert list(told(passage["text"])) != wanted
    else:
        assert list(told(passage["text"])) == wanted


@pytest.mark.parametrize("passage", [pytest.param(each, id=each["about"]) for each in PASSAGES])
def test_what_the_rules_say_of_a_passage(passage: dict[str, Any]):
    names = ("attribution.unattributed-quote", "attribution.unclosed-quote", "attribution.abutting-speakers")
    rules = RuleSet([rule for rule in bundled("attribution").rules if rule.id in names])
    text = passage["text"]
    found = check(parse(Source("a.md", text), Reading()), rules).diagnostics
    flags = [[each.rule, text[each.span.start : each.span.end]] for each in found]
    wanted = [list(flag) for flag in passage.get("flags", ())]
    assert flags == ([] if passage["about"] == NOT_TOLD else wanted)


@settings(deadline=None)
@given(TEXTS)
def test_the_quotations_of_any_text_stand_in_order_inside_it(text: str):
    places = [place.span for found, _ in table(article(text)) for place in found.parts]
    assert all(0 <= span.start < span.end <= len(text) for span in places)
    assert all(first.end <= second.start for first, second in pairwise(places))


@settings(deadline=None)
@given(TEXTS)
def test_any_speaker_and_cue_stand_outside_the_quotations(text: str):
    document = article(text)
    for found, speaker in table(document):
        for place in (found.speaker, found.cue):
            assert place is None or not any(
                part.prose is place.prose and part.start < place.end and place.start < part.end for part in found.parts
            )
        assert (found.speaker is None) == (speaker is None)


@settings(deadline=None)
@given(TEXTS)
def test_stray_marks_are_marks(text: str):
    document = article(text)
    for stray in strays(document, document.document.blocks):
        assert stray.prose.text[stray.start] in "\"“”„«»'＂"


def test_the_same_person_has_one_number_and_pronouns_count_to_it():
    text = "“One,” said Jane Doe. “Two,” she said.\n\n“Three,” said Doe. “Four,” said a neighbour. “Five,” said a neighbour."
    speakers = [speaker for _, speaker in table(article(text)) if speaker]
    assert [speaker.id for speaker in speakers] == [1, 1, 1, 2, 3]
    assert [speaker.anonymous for speaker in speakers] == [False, False, False, True, True]


def test_the_map_for_programs_is_that_of_the_contract():
    text = "“It is,” said Jane Doe, “over.”\n"
    output = "".join(render([part("a.md", article(text))], Look(), Wanted(for_programs=True)))
    assert json.loads(output) == {
        "version": 1,
        "files": [
            {
                "path": "a.md",
                "quotes": [
                    {
                        "start": 0,
                        "end": 31,
                        "text": text[:31],
                        "parts": [[0, 8], [24, 31]],
                        "kind": "quotation",
                        "speaker": {"start": 14, "end": 22, "text": "Jane Doe", "id": 1, "name": "Jane Doe", "anonymous": False},
                        "cue": {"start": 9, "end": 13, "text": "said"},
                        "basis": "cue",
                        "via": None,
                        "confidence": 0.98,
                    }
                ],
            }
        ],
        "failures": [],
    }


@pytest.mark.parametrize(("name", "count"), [("Doe", 2), ("jane doe", 2), ("Roe", 1), ("she", 1), ("Nobody", 0)])
def test_a_speaker_is_asked_for_by_any_name(name: str, count: int):
    text = "“One,” said Jane Doe. “Two,” she said.\n\n“Three,” said Ann Roe.\n"
    output = "".join(render([part("a.md", article(text))], Look(), Wanted(name, for_programs=True)))
    assert len(json.loads(output)["files"][0]["quotes"]) == count


def test_a_pull_quote_has_the_speaker_of_its_twin():
    text = "“We were never told about the cracks”\n\nIt was closed. “We were never told about the cracks,” said Jane Doe. “Nobody asked.”\n"
    assert [found["speaker"] for found in told(text)] == ["Jane Doe"] * 3


def test_a_shortcode_behind_a_dash_is_a_speaker():
    text = "“We were never told about the cracks.” — {{< person jane >}}\n"
    output = json.loads("".join(render([part("a.md", article(text))], Look(), Wanted(for_programs=True))))
    quote = output["files"][0]["quotes"][0]
    assert (quote["speaker"]["text"], quote["basis"]) == ("{{< person jane >}}", "layout")


@pytest.mark.parametrize(
    ("text", "quotation", "speaker"),
    [
        ("<p>Jane Doe said: <q>We were not told.</q></p>", "We were not told.", "Jane Doe"),
        ("<blockquote><p>We were not told.</p><footer>Tom Reed</footer></blockquote>", "We were not told.", "Tom Reed"),
        ("<blockquote>We were not told. <cite>Tom Reed</cite></blockquote>", "We were not told.", "Tom Reed"),
    ],
)
def test_what_markup_says_is_a_quotation_or_its_source(text: str, quotation: str, speaker: str):
    ((found, _),) = table(Article(parse(Source("a.html", text), Reading())))
    assert (found.parts[0].text, found.speaker and found.speaker.text) == (quotation, speaker)


def test_what_a_crowd_chants_is_nobodys_but_what_one_chants_is_hers():
    text = "The protesters chanted “Let them in.” A girl chanted “Let them in.”\n"
    assert [(found["kind"], found["speaker"]) for found in told(text)] == [("inscription", None), ("quotation", "A girl")]


def test_a_pronoun_behind_a_long_quotation_means_whoever_was_named_before_it():
    text = "Judge Ann Marsh spoke.\n\n“The court has heard.\n\n“It will rule,” she said.\n"
    assert [found["name"] for found in told(text)] == ["Ann Marsh"]
