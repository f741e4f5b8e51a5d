"""Nothing in a text moves a terminal's cursor, and marks stand below the words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.display import cells, quoted, safe, window
from lint.text import Source, Span


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("naïve — “quoted” 你好 👍🏽", "naïve — “quoted” 你好 👍🏽"),
        ("\x1b[31mred\x07", "\\x1b[31mred\\x07"),
        ("a\u202eb\u2066c\u200f", "a\\u202eb\\u2066c\\u200f"),
        ("a\tb\r\n", "a\\tb\\r\\n"),
        ("\x9b31m\x85", "\\x9b31m\\x85"),
        ("name-\udce9.md", "name-\\udce9.md"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\U000e0041", "\\U000e0041"),
        ("a\u2028b", "a\\u2028b"),
    ],
)
def test_what_could_do_harm_is_written_as_an_escape(text: str, shown: str) -> None:
    assert safe(text) == shown


def test_a_command_that_begins_in_the_words_that_are_marked_is_none() -> None:
    assert window("##[error]", Span(0, 9), Span(0, 1), 80).text == "##\\x5berror]"


def test_blanks_that_look_like_a_space_are_shown_in_quoted_words() -> None:
    assert quoted("10 km") == '"10 km"'
    assert quoted("10\xa0km") == '"10\\xa0km"'
    assert quoted("x" * 200) == f'"{"x" * 30}…{"x" * 30}"'


@pytest.mark.parametrize(
    ("line", "words", "below"),
    [
        ("the the cat", "the the", "^^^^^^^"),
        ("a, “b” — c d", "d", "           ^"),
        ("你好 the the", "the the", "     ^^^^^^^"),
        ("the 你好 end", "你好", "    ^^^^"),
        ("cafe\u0301 the the", "the the", "     ^^^^^^^"),
        ("e\u0301e\u0301 x", "e\u0301e\u0301", "^^"),
        ("a\tb", "b", "  ^"),
        ("\x1b[1mb", "b", "       ^"),
        ("👍🏽 ok", "ok", "   ^^"),
    ],
)
def test_marks_stand_below_the_words(line: str, words: str, below: str) -> None:
    start = line.index(words)
    view = window(line, Span(0, len(line)), Span(start, start + len(words)), 80)
    assert " " * view.indent + "^" * view.marked == below


def test_a_long_line_is_cut_around_the_words() -> None:
    line = " ".join(f"word{number}" for number in range(300))
    start = line.index("word150")
    view = window(line, Span(0, len(line)), Span(start, start + 7), 60)
    assert view.text.startswith("…word")
    assert view.text.endswith("…")
    assert view.text[view.indent : view.indent + view.marked] == "word150"
    assert cells(view.text) <= 60


def test_a_place_at_the_end_is_marked_with_one_cell() -> None:
    assert window("ab", Span(0, 2), Span(2, 2), 60)[1:] == (2, 1)
    assert window("", Span(0, 0), Span(0, 0), 60) == ("", 0, 1)


def test_a_span_over_lines_is_marked_in_its_first() -> None:
    source = Source("x", "one two\nthree")
    assert window(source.text, source.line(1), Span(4, 13), 60) == ("one two", 4, 3)


@given(st.text(max_size=300), st.data(), st.integers(20, 120))
def test_every_window_fits_and_is_harmless(line: str, data: st.DataObject, width: int) -> None:
    line = line.replace("\n", " ").replace("\r", " ")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    view = window(line, Span(0, len(line)), Span(start, end), width)
    assert safe(view.text) == view.text
    assert cells(view.text) <= width + 10  # one escaped character is ten wide
    assert view.indent + view.marked <= max(cells(view.text), view.indent + 1)
