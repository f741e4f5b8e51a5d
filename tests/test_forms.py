"""One word written in two ways in one article."""

from __future__ import annotations

import time

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.kinds.two_forms import TwoForms
from lint.language.article import Article
from lint.language.forms import inconsistencies
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Source, apply

RULES = RuleSet((Rule("typos.inconsistent-form", TwoForms({"toward": "towards", "per cent": "percent"}), "%s."),))


def told(text: str) -> list[tuple[str, str, str]]:
    """The counts, the words marked and the text after the fix of each finding."""
    verdict = check(parse(Source("page.md", text), Reading()), RULES, House())
    return [(found.message, text[slice(*found.span)], apply(text, found.fixes[0].edits)) for found in verdict.diagnostics]


@pytest.mark.parametrize(
    "text, counts, mended",
    [
        ("An email, an e-mail, an email.", "'e-mail' once, 'email' twice", "An email, an email, an email."),
        ("Two e-mails and one email.", "'email' once, 'e-mails' once", "Two e-mails and one e-mail."),
        ("They co-operate. He cooperated.", "'cooperated' once, 'co-operate' once", "They co-operate. He co-operated."),
        ("The set-up took a day, the setup a week, a setup a year.", "'set-up' once, 'setup' twice", None),
        ("Post-war towns, postwar roads and a postwar bridge.", "'post-war' once, 'postwar' twice", None),
        ("A non-profit group beside a nonprofit one.", "'nonprofit' once, 'non-profit' once", None),
        ("The nonprofits met. A non-profit stayed away, the nonprofits say.", "'non-profit' once, 'nonprofits' twice", None),
        ("Ask a film-maker. Ask two film makers. Ask one more film-maker.", "'film makers' once, 'film-maker' twice", None),
        (
            "A policy maker left; policymakers met; he is a policy-maker.",
            "'policy-maker' once, 'policymakers' once, 'policy maker' once",
            None,
        ),
        ("The web site is new. Two websites are old; a website is neither.", "'web site' once, 'websites' twice", None),
        ("She paid for health care. Good healthcare is dear; healthcare helps.", "'health care' once, 'healthcare' twice", None),
        (
            "An adviser, two advisors and one more adviser.",
            "'advisors' once, 'adviser' twice",
            "An adviser, two advisers and one more adviser.",
        ),
        ("A judgement. Two judgments. One judgment.", "'judgement' once, 'judgments' twice", None),
        ("A yogurt, a yoghurt, a yogurt.", "'yoghurt' once, 'yogurt' twice", None),
        ("They focussed on it, then refocused and focused, being focused.", "'focussed' once, 'focused' twice", None),
        ("The colour or the color.", "'color' once, 'colour' once", "The colour or the colour."),
        ("Ten per cent, five percent, one percent.", "'per cent' once, 'percent' twice", None),
        ("Toward noon; towards night. Towards dawn.", "'toward' once, 'towards' twice", "Towards noon; towards night. Towards dawn."),
    ],
)
def test_two_ways_are_told_once_with_both_counts(text: str, counts: str, mended: str | None) -> None:
    ((message, _, after),) = told(text)
    assert message == f"{counts}."
    assert mended is None or after == mended


@pytest.mark.parametrize(
    "text",
    [
        "They set up a setup. They sign up for a sign-up bonus.",
        "A long-term plan in the long term. A well-known man is well known.",
        "A high-school pupil in high school. Decision-making is hard; the decision making took a year.",
        "Everyday clothes every day; maybe it may be; someone is some one.",
        "They re-sign and do not resign; a re-creation is no recreation; they re-cover and recover.",
        "The co-op bought a coop.",
        "The govern-ment is the government.",
        "The end users like end-user tests.",
        "They see the sun rise at sunrise, and the rain falls like rainfall.",
        "They work overtime over time. The breakdown made them break down.",
        "“My e-mail is gone,” she wrote. An email came.",
        "> An e-mail.\n\nAn email.",
        "*The E-mail* and *an e-mail* beside an email.",
        "The Post-War Council and the postwar council.",
        "Run `e-mail` and see the email at e-mail.example or /e-mail/x.",
        "An e-mail-based list, and an email.",
        "A computer program beside a programme of visits; the practice that they practise.",
        "The tire industry tires of a tyre.",
        "The prize was prised open; the analyses that she analyzes.",
        "[e-mail](x)\n\nAn email.",
        "Eine E-Mail und eine Email, die nicht weiter von Belang sind und auch nicht beantwortet werden.",
        "",
    ],
)
def test_what_is_no_second_form(text: str) -> None:
    assert not told(text)


def test_a_dialect_that_is_mixed_is_another_rule_s() -> None:
    assert not told("The neighbour liked the colour and the odour. The harbour had one color, the harbour had another colour.")


def test_the_places_are_related() -> None:
    article = Article(parse(Source("page.md", "An email. An e-mail, an e-mail, an email; an email."), Reading()))
    (match,) = TwoForms().survey(article.document.blocks, article)
    assert [related.message for related in match.related] == ["'e-mail' here", "'email' here"]
    assert match.titles == ("Write 'email' everywhere",)


def test_a_long_text_takes_little_time() -> None:
    line = "The policy-maker sent an e-mail to the non-profit in the long-term interest of the well-being of the newspaper and its site. "
    article = Article(parse(Source("page.txt", "\n\n".join(line * 5 for _ in range(900))), Reading()))
    article.folded, article.is_quoted(article.document.blocks[0], 0, 1)
    began = time.process_time()
    assert not list(inconsistencies(article, {}))
    assert time.process_time() - began < 2.5
