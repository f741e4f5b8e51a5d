"""Slips of grammar that the typos pack finds by itself: how many of a list, and nothing in their correct twins or in near misses."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
import yaml

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

FOLDER = Path(__file__).parent.parent / "fixtures" / "grammar"
FAULTS = yaml.safe_load((FOLDER / "faults.yml").read_text("utf-8"))
NEAR_MISSES = yaml.safe_load((FOLDER / "near_misses.yml").read_text("utf-8"))
LEAST = {"agreement": 198, "tense": 115, "missing-word": 66, "confused-word": 183, "doubled": 82}
"""How many of each kind have to be found; the list was written before the rules, which were widened with it in view."""
TYPOS = RuleSet(bundled("typos").rules)


def found(sentence):
    verdict = check(parse(Source("page.md", f"{sentence}\n"), Reading()), TYPOS)
    return [(finding.rule, finding.message) for finding in verdict.diagnostics]


def test_so_many_faults_are_found():
    hits = Counter(case["kind"] for case in FAULTS if found(case["bad"]))
    missed = {kind: (hits[kind], least) for kind, least in LEAST.items() if hits[kind] < least}
    assert not missed


@pytest.mark.parametrize("sentence", [*(case["good"] for case in FAULTS), *NEAR_MISSES])
def test_nothing_is_found_in_correct_sentences(sentence):
    assert found(sentence) == []
