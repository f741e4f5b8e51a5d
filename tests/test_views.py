"""Documents as the rules of Vale packs see them: which blocks there are, what they say, and where each character of them stands."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import formats
from lint.document import Document, Form, Reading
from lint.pattern import Pattern
from lint.text import Source, Span
from lint.views import View, views

TEXT = """---
title: A `b` title
layout: post
tags: [one, two]
draft: false
---

# Head *one* `code`

Para with [a link `x`](http://a.b) and ![an image](a.png) more
wrapped **strong** "he said" see http://x.y/z.

- item
  more

> quote
> two

| a | b |
|---|---|
| c | d |
"""


def seen(text: str, asked: str = "text", name: str = "a.md", reading: Reading | None = None, queries: tuple[str, ...] = ()) -> list[View]:
    return list(views(document(text, name, reading), frozenset(asked.split()), frozenset(queries)))


def document(text: str, name: str = "a.md", reading: Reading | None = None) -> Document:
    return formats.parse(Source(name, text), reading)


def test_blocks_go_by_the_names_that_vale_gives_them() -> None:
    assert [(view.prose.scope, view.prose.text) for view in seen(TEXT)] == [
        ("text.frontmatter.title", "A * title"),
        ("text.frontmatter.layout", "post"),
        ("text.heading.h1", "Head one ****"),
        ("text", 'Para with a link * and more\nwrapped strong "he said" see ************.'),
        ("text.attr.alt", "an image"),
        ("text.list", "item\nmore"),
        ("text.blockquote", "quote\ntwo"),
        ("text.table.header", "a"),
        ("text.table.header", "b"),
        ("text.table.cell", "c"),
        ("text.table.cell", "d"),
    ]


def test_a_view_is_made_only_where_a_rule_asks_for_it() -> None:
    assert [view.prose.scope for view in seen(TEXT, "text link")].count("link") == 1
    assert [view.prose.scope for view in seen(TEXT, "raw summary")][-2:] == ["summary", "raw"]


def test_the_summary_is_what_stands_in_paragraphs_lists_and_quotations() -> None:
    summary = seen(TEXT, "summary")[-1].prose.text
    assert summary.split("\n\n")[1:] == ["item\nmore", "quote\ntwo"]
    assert "Head" not in summary


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        ("link", ["a link *"]),
        ("strong", ["strong"]),
        ("emphasis", ["one"]),
        ("code", ["code", "x"]),
        ("quote", ['"he said"']),
    ],
)
def test_inline_scopes_hold_their_own_words(scope: str, words: list[str]) -> None:
    found = [view for view in seen(TEXT, f"text {scope}") if view.prose.scope == scope]
    assert [view.prose.text for view in found] == words
    for view in found:
        place = view.prose.span(0, len(view.prose.text))
        assert TEXT[place.start : place.end].replace("`", "") == view.prose.text.replace("*", "x")


def test_the_words_of_an_inline_scope_can_be_left_out() -> None:
    (view,) = seen("Plain [foo bar](https://x.y) and more.", "text link")[:1]
    assert view.without(frozenset({"link"})).text == "Plain         and more."
    assert view.without(frozenset({"strong"})) is view.prose


def test_plain_text_is_one_block_and_its_paragraphs() -> None:
    found = seen("One line\nof two.\n\nAnother.\n", "text paragraph raw", "a.txt")
    assert [(view.prose.text, view.fragment) for view in found] == [
        ("One line\nof two.\n\n", True),
        ("Another.", True),
        ("One line\nof two.\n\nAnother.\n", False),
        ("One line\nof two.\n\nAnother.\n", False),
    ]


@pytest.mark.parametrize(
    ("reading", "text"),
    [
        (Reading(ignored=frozenset({"em"})), "A code and ** and bold."),
        (Reading(ignored=frozenset({"code", "strong"})), "A **** and em and ****."),
        (Reading(ignored_tokens=(Pattern(r"and \*em\*", foreign=True),)), "A **** ******** and bold."),
    ],
)
def test_what_is_ignored_is_seen_as_asterisks(reading: Reading, text: str) -> None:
    assert [view.prose.text for view in seen("A `code` and *em* and **bold**.", reading=reading)] == [text]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A ![x](a.png) b", "A b"),
        ("A![x](a.png)b", "A b"),
        ("A ![x](a.png), b", "A, b"),
        ("A![x](a.png)![y](b.png)b", "A b"),
        ("(![x](a.png)b)", "(b)"),
        ("A ![x](a.png)", "A "),
    ],
)
def test_an_image_parts_words_and_leaves_no_blank_before_a_stop(text: str, words: str) -> None:
    view = next(view for view in seen(text) if view.prose.scope == "text")
    assert view.prose.text.rstrip() == words.rstrip()


def test_elements_of_a_class_that_is_ignored_are_asterisks_and_blocks_of_it_are_not_seen() -> None:
    text = '<p>A <span class="x y">b c</span> d <i class="problematic">e</i></p><p class="code">f</p><p class="x">g</p><p>h</p>'
    assert [view.prose.text for view in seen(text, name="a.html")] == ["A b c d *", "g", "h"]
    reading = Reading(ignored_classes=frozenset({"x"}))
    assert [view.prose.text for view in seen(text, name="a.html", reading=reading)] == ["A *** d *", "h"]


def test_an_element_gives_its_name_to_the_first_block_in_it() -> None:
    text = "- one\n\n  two\n\n- three\n\n> # four\n>\n> five\n"
    assert [(view.prose.scope, view.prose.text) for view in seen(text)] == [
        ("text.list", "one"),
        ("text", "two"),
        ("text.list", "three"),
        ("text.blockquote", "four"),
        ("text", "five"),
    ]


def test_what_a_page_says_of_itself_is_no_front_matter() -> None:
    page = '<html><head><title>T</title><meta name="description" content="D"></head><body><p>W</p></body></html>'
    assert [(view.prose.scope, view.prose.text) for view in seen(page, name="a.html")] == [
        ("text", "T"),
        ("text.attr.description", "D"),
        ("text", "W"),
    ]


def test_a_manuscript_has_headings() -> None:
    text = "The Harbour\n\nPart One\n\nChapter 1: Rain\n\nIt rained. Chapter\nand verse.\n\n* * *\n\nIV.\n\nChapter closed. It did not.\n"
    assert [(view.prose.scope, view.prose.text) for view in seen(text, "text paragraph", "a.txt")] == [
        ("text.heading.h1", "The Harbour"),
        ("text.heading.h1", "Part One"),
        ("text.heading.h2", "Chapter 1: Rain"),
        ("text", "It rained. Chapter\nand verse."),
        ("text.heading.h2", "IV."),
        ("text", "Chapter closed. It did not."),
    ]
    methods = 'section:has(> h2:contains("IV")) p'
    (selected,) = [view for view in seen(text, "text doc", "a.txt", queries=(methods,)) if view.place.selection]
    assert selected.prose.text == "Chapter closed. It did not."


def test_a_text_without_a_chapter_is_no_manuscript() -> None:
    text = "Part One\n\nIt rained.\n"
    assert [view.prose.text for view in seen(text, name="a.txt")] == [text]


def test_what_is_skipped_is_not_seen() -> None:
    text = '<p>Yes</p><blockquote>no</blockquote><div class="x y"><p>no</p></div><p>Yes <b class="y">too</b></p>'
    reading = Reading(skipped=frozenset({"blockquote"}), ignored_classes=frozenset({"x"}))
    assert [view.prose.text for view in seen(text, name="a.html", reading=reading)] == ["Yes", "Yes too"]


def test_ignored_blocks_part_the_text_around_them() -> None:
    reading = Reading(ignored_blocks=(Pattern(r"(?s)%%.*?%%", foreign=True),))
    found = seen("Before\n\n%%\nnothing\n\nhere\n%%\n\nAfter.", reading=reading)
    assert [view.prose.text for view in found] == ["Before", "After."]


def test_template_tags_are_words_where_the_reading_says_so() -> None:
    text = "A [link]({{ '/x' | url }}) here."
    assert [view.prose.text for view in seen(text)] == ["A link here."]
    assert [view.prose.text for view in seen(text, reading=Reading(templates=False))] == [text]


def test_css_selectors_say_what_a_block_stands_in() -> None:
    text = "# Title\n\n## Methods\n\nWe did.\n\n## Results\n\nNothing.\n"
    methods, missing = 'section:has(> h2:contains("Methods"))', "h4"
    found = seen(text, "text doc", queries=(methods, missing))
    assert [view.prose.text for view in found if methods in view.place.inside] == ["Methods", "We did."]
    assert [(view.place.selection, view.prose.text) for view in found if view.place.selection] == [
        (missing, ""),
        (methods, "Methods\n\nWe did."),
    ]


def test_classes_around_a_block_are_segments_of_its_scope() -> None:
    (view,) = seen('<div class="note wide"><p>Words</p></div>', "text class", "a.html")
    assert {"class", "note", "wide"} <= view.place.parts


@pytest.mark.parametrize("text", ["", "\n", "---\n---\n", "<!-- only a comment -->", "```\ncode\n```\n", "[]()"])
def test_a_text_without_words_has_no_views_of_them(text: str) -> None:
    assert [view.prose.scope for view in seen(text, "text paragraph summary link quote doc")] == []


MARKS = st.text(st.sampled_from('ab \n*_`[]()<>"“”‘’!#-|&;.1é😀'), max_size=60)


@given(MARKS, st.sampled_from(("a.md", "a.html", "a.txt")))
@settings(deadline=None, max_examples=200)
def test_every_character_of_a_view_knows_its_place(text: str, name: str) -> None:
    for view in seen(text, "text paragraph summary raw link strong emphasis code quote", name):
        prose = view.prose
        assert prose.runs and prose.runs[0].start == 0 and prose.runs[-1].end == len(prose.text)
        for before, after in zip(prose.runs, prose.runs[1:], strict=False):
            assert before.end == after.start
        for run in prose.runs:
            if run.form is Form.VERBATIM:
                assert prose.text[run.start : run.end] == text[run.source.start : run.source.end]
                span = Span(run.source.start, run.source.end)
                assert view.place.selection or "\n\n" in prose.text or prose.words(span) == prose.text[run.start : run.end]
