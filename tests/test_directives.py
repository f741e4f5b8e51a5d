"""Comments that silence rules."""

from time import monotonic

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.kinds.existence import Existence
from lint.notices import NOTICES, UNEXPLAINED_ALLOW
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Source

RULES = RuleSet(
    [
        *(notice for notice in NOTICES if notice.enabled),
        Rule("p.x", Existence(("x",)), "x"),
        Rule("p.y", Existence(("y",)), "y"),
        Rule("q.z", Existence(("z",)), "z"),
    ],
    known=frozenset({"typos", "typos.spelling"}),
)


def heard(text, name="a.md"):
    diagnostics = check(parse(Source(name, text), Reading()), RULES).diagnostics
    return [(diagnostic.rule, text[slice(*diagnostic.span)]) for diagnostic in diagnostics]


def words(text, name="a.md"):
    return " ".join(word for rule, word in heard(text, name) if not rule.startswith("copydesk."))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<!-- copydesk allow p.x: so it is -->\n\nx y\n\nx y\n", "y x y"),
        ("<!-- copydesk allow p -->\nx y z\n", "z"),
        ("x y <!-- copydesk allow p.x, p.y -->\n\nx y\n", "x y"),
        ("- x <!-- copydesk allow p.x -->\n- x\n", "x"),
        ("x\n\n<!-- copydesk off p -->\n\nx y z\n\nx\n\n<!-- copydesk on p -->\n\nx\n", "x z x"),
        ("x\n\n<!-- copydesk off -->\n\nx y z\n\n<!-- copydesk on -->\n\nx\n", "x x"),
        ("<!-- copydesk off p.x -->\n\n<!-- copydesk off q -->\n\nx y z\n\n<!-- copydesk on q -->\n\nx z\n", "y z"),
        ("x y z <!-- stet: so said the maker -->\n\nx\n", "x"),
        ("<!-- stet: so said the maker -->\n\nx y z\n\nx\n", "x"),
        ("---\ncopydesk: {allow: [p.x, q]}\n---\n\nx y z\n\nx\n", "y"),
        ("---\ncopydesk:\n  allow: p\n---\n\nx y z\n", "z"),
        ("x\n\n<!-- vale off -->\n\nx\n\n<!-- vale on -->\n\nx\n", "x x"),
        ("<!-- vale p.x = NO -->\n\nx y\n\n<!-- vale p.x = YES -->\n\nx\n", "y x"),
        ('<!-- vale p.x["x"] = NO -->\n\nx y\n', "y"),
        ("<!-- vale styles = q -->\n\nx y z\n", "z"),
        ("<!-- an ordinary comment -->\n\nx\n", "x"),
    ],
)
def test_directives_in_markdown(text, left):
    assert words(text) == left


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("a.html", "<p>x</p>\n<!-- copydesk allow p.x -->\n<p>x y</p>", "x y"),
        ("a.html", "<p>x y <!-- stet: yes --></p><p>x</p>", "x"),
        ("a.mdx", "{/* copydesk off p */}\n\nx\n\n{/* copydesk on p */}\n\nx\n", "x"),
        ("a.txt", "x\n\n%% copydesk allow p.x: a reason\n\nx y\n\nx\n", "x y x"),
        ("a.txt", "%% copydesk off\n\nx\n\n%% copydesk on\n\nx\n", "x"),
    ],
)
def test_directives_in_other_formats(name, text, left):
    assert words(text, name) == left


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!-- copydesk allow p.x -->\n\ny\n", ["copydesk.unused-allow"]),
        ("<!-- copydesk allow p.x, p.y -->\n\ny\n", ["copydesk.unused-allow"]),
        ("<!-- copydesk allow p.w -->\n\nnothing\n", ["copydesk.unused-allow"]),
        ("<!-- copydesk allow typos.spelling -->\n\nnothing\n", []),
        ("<!-- copydesk off p -->\n\ny\n", []),
        ("<!-- copydesk off q -->\n\ny\n", ["copydesk.unused-allow"]),
        ("x <!-- stet -->\n", ["copydesk.unexplained-stet"]),
        ("x <!-- stet: he said so -->\n", []),
        ("---\ncopydesk: {allow: [p.x]}\n---\n\ny\n", ["copydesk.unused-allow"]),
        ("<!-- vale off -->\n\nnothing\n", []),
        ("<!-- copydesk alow p.x -->\n\nx\n", ["copydesk.unused-allow"]),
    ],
)
def test_a_directive_without_effect_or_reason_is_told(text, said):
    assert [rule for rule, _ in heard(text) if rule.startswith("copydesk.")] == said


def test_a_misspelled_rule_is_offered_rightly():
    text = "<!-- copydesk allow typos.speling -->\n\nx\n"
    messages = [diagnostic.message for diagnostic in check(parse(Source("a.md", text), Reading()), RULES).diagnostics]
    assert "There is no rule 'typos.speling': did you mean 'typos.spelling'?" in messages


def test_nothing_is_unused_where_the_notice_is_off():
    text = "<!-- copydesk allow p.y -->\n\nx\n"
    part = RuleSet(rule for rule in RULES.rules if rule not in NOTICES)
    assert [diagnostic.rule for diagnostic in check(parse(Source("a.md", text), Reading()), part).diagnostics] == ["p.x"]


def test_many_directives_take_linear_time():
    began = monotonic()
    assert heard("x <!-- stet: so -->\n\n" * 10_000) == []
    assert monotonic() - began < 15  # about 1 s; above 40 s when each looks at all blocks and findings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!-- copydesk allow p.x -->\n\nx\n", True),
        ("<!-- copydesk allow p.x: -->\n\nx\n", True),
        ("<!-- copydesk allow p.x: so the sign says -->\n\nx\n", False),
        ("<!-- copydesk off p -->\n\nx\n\n<!-- copydesk on p -->\n", True),
        ("<!-- copydesk off p: a poem -->\n\nx\n\n<!-- copydesk on p -->\n", False),
        ("x <!-- stet: so said the maker -->\n", False),
        ("x\n", False),
    ],
)
def test_a_house_may_ask_for_the_reason_of_each_allow(text, told):
    asking = RuleSet((*RULES.rules, UNEXPLAINED_ALLOW))
    found = check(parse(Source("a.md", text), Reading()), asking).diagnostics
    assert [each.rule for each in found if each.rule == UNEXPLAINED_ALLOW.id] == [UNEXPLAINED_ALLOW.id] * told
    assert not UNEXPLAINED_ALLOW.enabled
