"""What kind of text a document is, and which rules keep quiet in it."""

from __future__ import annotations

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.language.document_kinds import document_kind
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

BARE = "“We were never told about the cracks.”\n\nIt will open again in May.\n"
TURNS = "Q: Who knew?\n\nA: All of us.\n\nQ: Since when?\n\nA: Since May.\n"


@pytest.mark.parametrize(
    ("name", "text", "configured", "kind"),
    [
        ("a.md", BARE, "auto", "news"),
        ("a.md", BARE, "fiction", "fiction"),
        ("a.md", f"---\nsection: Opinion\n---\n{BARE}", "auto", "opinion"),
        ("a.md", f"---\ntags: [bridges, interview]\n---\n{BARE}", "auto", "interview"),
        ("a.md", f"---\ntype: press release\n---\n{BARE}", "auto", "release"),
        ("site/Columns/2026/a.md", BARE, "auto", "opinion"),
        ("opinion.md", BARE, "auto", "news"),
        ("a.md", TURNS, "auto", "interview"),
        ("a.md", TURNS, "news", "news"),
    ],
)
def test_the_kind_of_a_document(name: str, text: str, configured: str, kind: str):
    assert document_kind(parse(Source(name, text), Reading()), configured) == kind


@pytest.mark.parametrize(("kind", "count"), [("auto", 1), ("news", 1), ("opinion", 1), ("interview", 0), ("fiction", 0)])
def test_a_rule_keeps_quiet_in_the_kinds_that_it_names(kind: str, count: int):
    rules = RuleSet([rule for rule in bundled("attribution").rules if rule.id == "attribution.unattributed-quote"])
    assert len(check(parse(Source("a.md", BARE), Reading()), rules, House(kind=kind)).diagnostics) == count
