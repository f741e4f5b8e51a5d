"""One fault in many places is told once, and each place is mended as if it stood alone."""

from __future__ import annotations

import pytest

from lint import packs
from lint.diagnostic import Applicability, Diagnostic
from lint.document import Document, Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.mending import mend
from lint.prefilter import RuleSet
from lint.text import Source, apply

GATHERING = RuleSet(rule for rule in packs.bundled("typos").rules if rule.gather)


def read(text: str) -> Document:
    return parse(Source("a.md", text), Reading())


def found(text: str) -> tuple[Diagnostic, ...]:
    return check(read(text), GATHERING).diagnostics


def mended(text: str, threshold: Applicability) -> str:
    return mend(read(text), GATHERING, House(), read, threshold).text


def test_many_places_are_one_finding() -> None:
    text = "It rained , it poured .\n\nThen it stopped , at last.\n"
    (finding,) = found(text)
    assert finding.message == "A space stands before this mark. It is the same in 2 other places."
    assert [text[slice(*place.span)] for place in finding.related] == [" .", " ,"]
    assert {place.message for place in finding.related} == {"A space stands before this mark."}
    (fix,) = finding.fixes
    assert (fix.title, fix.applicability) == ("Mend all 3 places", Applicability.SAFE)
    assert apply(text, fix.edits) == "It rained, it poured.\n\nThen it stopped, at last.\n"


def test_one_place_is_told_as_ever() -> None:
    (finding,) = found("It rained , then it poured.\n")
    assert (finding.message, finding.related) == ("A space stands before this mark.", ())


def test_two_causes_are_two_findings() -> None:
    findings = found("The cafÃ© is the ﬁrst.\n\nThe ﬁve met in the cafÃ© for a crÃ¨me.\n")
    assert [len(finding.related) for finding in findings] == [2, 1]
    assert [finding.fixes[0].title for finding in findings] == ["Mend all 3 places", "Mend both places"]


@pytest.mark.parametrize(
    ("text", "titles", "safe", "unsafe"),
    [
        (  # what is surer is mended alone, all of it where more is allowed
            "It rained , then 20% , and it poured .\n",
            ["Mend 2 of the 3 places", "Mend all 3 places"],
            "It rained, then 20% , and it poured.\n",
            "It rained, then 20%, and it poured.\n",
        ),
        (  # a quoted letter is left, and hinders nobody
            "The cafÃ© is new. “The cafÃ© is old,” he said. A cafÃ© it is.\n",
            ["Mend 2 of the 3 places", "Mend all 3 places"],
            "The café is new. “The cafÃ© is old,” he said. A café it is.\n",
            "The café is new. “The cafÃ© is old,” he said. A café it is.\n",
        ),
        (  # the letters of a ligature stay what they are
            "It is the ﬁrst. “We ﬁnd it good,” she said.\n",
            ["Mend both places"],
            "It is the ﬁrst. “We ﬁnd it good,” she said.\n",
            "It is the first. “We find it good,” she said.\n",
        ),
        (  # but what somebody wrote is as it is
            "It is the ﬁrst. She wrote: “We ﬁnd it good.”\n",
            ["Mend 1 of the 2 places", "Mend both places"],
            "It is the ﬁrst. She wrote: “We ﬁnd it good.”\n",
            "It is the first. She wrote: “We ﬁnd it good.”\n",
        ),
    ],
)
def test_each_place_is_mended_as_far_as_it_may(text: str, titles: list[str], safe: str, unsafe: str) -> None:
    (finding,) = found(text)
    assert [fix.title for fix in finding.fixes] == titles
    levels = [fix.applicability for fix in finding.fixes]
    assert levels == sorted(set(levels), reverse=True)
    assert mended(text, Applicability.SAFE) == safe
    assert mended(text, Applicability.UNSAFE) == unsafe


def test_a_silenced_place_is_not_among_the_others() -> None:
    text = "<!-- copydesk allow typos.space-before-punctuation: verse -->\nIt rained , it poured .\n\nIt stopped , at last .\n"
    (finding,) = found(text)
    assert (finding.span.start, len(finding.related)) == (text.rindex(" ,"), 1)
