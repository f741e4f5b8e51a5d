"""Selectors: how a scope is read, and which blocks it selects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.scope import Alternative, Selector


def parts(scope: str) -> frozenset[str]:
    return frozenset(scope.split("."))


def selects(scopes: str | tuple[str, ...], block: str, inside: tuple[str, ...] = (), around: str = "") -> bool:
    selector = Selector.parse((scopes,) if isinstance(scopes, str) else scopes)
    return selector.selects(parts(block), frozenset(inside), parts(around))


@pytest.mark.parametrize(
    ("scopes", "block", "expected"),
    [
        ((), "text.md", True),
        ((), "heading.h2", False),
        ("heading", "text.heading.h2.md", True),
        ("heading.h2", "text.heading.h2.md", True),
        ("heading.h2", "text.heading.h3.md", False),
        ("h2.heading", "text.heading.h2.md", True),
        (("heading.h1", "list"), "text.list.md", True),
        (("heading.h1", "list"), "text.heading.h2.md", False),
        ("text & ~heading", "text.md", True),
        ("text & ~heading", "text.heading.h1.md", False),
        ("~blockquote & ~heading", "text.blockquote.md", False),
        ("~blockquote & ~heading", "text.list.md", True),
        ("  text  &  ~ heading ", "text.md", True),
        ("~raw", "summary.md", False),
        ("~list", "raw.md", False),
        ("raw", "raw.md", True),
        ("", "text.md", True),
        (("", "heading"), "text.md", False),
        ("whatever.else", "text.md", False),
    ],
)
def test_which_blocks_a_scope_selects(scopes: str | tuple[str, ...], block: str, expected: bool) -> None:
    assert selects(scopes, block) is expected


def test_a_negated_chain_excludes_only_blocks_with_all_of_it() -> None:
    assert selects("~heading.h2", "text.heading.h1.md")
    assert not selects("~heading.h2", "text.heading.h2.md")


def test_a_negated_term_also_excludes_what_stands_inside_such_a_block() -> None:
    assert selects("link", "link.md", around="text.heading.h1.md")
    assert not selects("link & ~heading", "link.md", around="text.heading.h1.md")


def test_a_css_selector_alone_is_a_selection_and_no_block() -> None:
    selector = Selector.parse(('doc(section:has(> h2:contains("A & B, (c)")))',))
    assert selector.selections == ('section:has(> h2:contains("A & B, (c)"))',)
    assert not selects(("doc(h1 + p)",), "text.md", inside=("h1 + p",))
    assert Selector.parse(("doc( h1 + p )", "text")).selections == ("h1 + p",)


def test_a_css_selector_beside_other_terms_narrows_them() -> None:
    assert selects("text & doc(h1 + p)", "text.md", inside=("h1 + p",))
    assert not selects("text & doc(h1 + p)", "text.md")
    assert not selects("list & doc(h1 + p)", "text.md", inside=("h1 + p",))
    assert not selects("text & doc(a) & doc(b)", "text.md", inside=("a",))


def test_a_negated_css_selector_excludes_what_stands_inside() -> None:
    assert selects("~doc(h1 + p)", "text.md")
    assert not selects("~doc(h1 + p)", "text.md", inside=("h1 + p",))
    assert not selects("~doc(h1 + p)", "summary.md")
    assert Selector.parse(("~doc(a)", "text & doc(b)", "doc(c)")).queries == ("a", "b", "c")


def test_negated_inline_elements_are_named() -> None:
    assert Selector.parse(("~heading & ~link",)).excluded == {"link"}
    assert Selector.parse(("~quote", "text & ~code")).excluded == {"quote", "code"}
    assert Selector.parse(("link", "~heading", "~link.md")).excluded == frozenset()


def test_what_a_selector_names() -> None:
    selector = Selector.parse(("sentence & ~heading.h1", "list"))
    assert selector.parts == {"sentence", "heading", "h1", "list"}
    assert selector.names("sentence") and selector.names("list")
    assert not selector.names("heading")


NAMES = {"methods": 'doc(section:has(> h2:contains("Methods")))', "lead": "text & doc(h1 + p)", "body": "~heading"}


def test_a_name_stands_for_its_expression() -> None:
    def parse(*scopes: str) -> Selector:
        return Selector.parse(scopes, NAMES)

    assert parse("methods") == Selector.parse((NAMES["methods"],))
    assert parse("~methods") == Selector.parse(("~" + NAMES["methods"],))
    assert parse("sentence & methods").alternatives[0].within == (NAMES["methods"][4:-1],)
    assert parse("lead") == Selector.parse((NAMES["lead"],))
    assert parse("lead & ~quote") == Selector.parse((NAMES["lead"] + " & ~quote",))
    assert parse("~body") == Selector.parse(("heading",))


@pytest.mark.parametrize(("scope", "told"), [("~lead", "negates several terms"), ("doc(h2", "not closed"), ("doc(h2) p", "not closed")])
def test_what_cannot_be_read_is_said(scope: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Selector.parse((scope,), NAMES)


@given(st.lists(st.text(alphabet="ab.&~ ()\"'doc", max_size=20), max_size=3))
def test_any_text_is_read_or_refused(scopes: list[str]) -> None:
    try:
        selector = Selector.parse(tuple(scopes))
    except ValueError:
        return
    assert all(isinstance(alternative, Alternative) for alternative in selector.alternatives)
    assert selector.selects(selector.alternatives[0].wanted | {"a"}) in (True, False)
