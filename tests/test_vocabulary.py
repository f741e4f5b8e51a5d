"""What a newsroom has decided about words: in its file, and in what the rules say."""

from __future__ import annotations

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source
from lint.vocabulary import parse as parse_vocabulary
from lint.vocabulary import vocabulary

RULES = RuleSet([rule for rule in bundled("typos").rules if rule.enabled])


@pytest.mark.parametrize(
    ("lines", "text", "found"),
    [
        ("", "Both sides hope for a lasting peae in the valley.", ["spelling: peae"]),
        ("peae", "Both sides hope for a lasting peae in the valley.", []),
        ("peae", "Peae is what both sides hope for in the valley.", []),
        ("peae", "PEAE IS WHAT BOTH SIDES HOPE FOR", []),
        ("Peae", "Both sides hope for a lasting peae in the valley.", ["spelling: peae"]),
        ("lasting peae", "Both sides hope for a lasting peae in the valley.", []),
        ("lasting peae", "Both sides hope for a better peae in the valley.", ["spelling: peae"]),
        ("", "The minister introdcued the bill on Monday.", ["spelling: introdcued"]),
        ("introdcue", "The minister introdcued the bill on Monday.", []),
        ("introdcue", "The minister is introdcuing the bill on Monday.", []),
        ("Introdcue", "The minister introdcued the bill on Monday.", ["spelling: introdcued"]),
        ("", "They belong to the goverment’s own staff.", ["spelling: goverment’s"]),
        ("goverment", "They belong to the goverment’s own staff.", []),
        ("Goverment", "Goverment’s own staff came.", []),
        ("Goverment", "The staff of the goverment came.", ["misspelling: goverment"]),
        ("!Vorplex", "They bought the Vorplex on Monday.", ["misspelling: Vorplex"]),
        ("Kiev -> Kyiv", "They met in Kiev on Monday.", ["misspelling: Kiev"]),
        ("!peae", "Both sides hope for a lasting peae in the valley.", ["misspelling: peae"]),
        ("peae -> truce", "Both sides hope for a lasting peae in the valley.", ["misspelling: peae"]),
    ],
)
def test_the_rules_keep_to_the_vocabulary(lines, text, found):
    entries, wrong = parse_vocabulary(Source("words.txt", lines))
    house = House(vocabulary=vocabulary(entries))
    diagnostics = check(parse(Source("page.md", text), Reading()), RULES, house).diagnostics
    assert not wrong
    assert [f"{each.rule.removeprefix('typos.')}: {text[slice(*each.span)]}" for each in diagnostics] == found
