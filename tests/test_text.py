"""Spans, positions and edits: what everything else stands on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.text import Edit, OverlappingEdits, Source, Span, apply


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Span(0, 3), Span(2, 5), True),
        (Span(0, 3), Span(3, 5), False),
        (Span(3, 3), Span(0, 3), True),
        (Span(3, 3), Span(3, 3), True),
        (Span(4, 4), Span(0, 3), False),
    ],
)
def test_two_spans_overlap_where_they_share_a_character_or_an_insertion_touches(one, other, expected):
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected


@pytest.mark.parametrize("text", ["one\ntwo\nthree", "one\r\ntwo\r\nthree", "one\rtwo\rthree", "\n\n", "", "💥\né\u0301x"])
def test_positions_count_lines_of_every_kind_of_line_end(text):
    source = Source("a.txt", text)
    for offset in range(len(text) + 1):
        line, column = source.position(offset)
        assert source.line_starts[line - 1] + column - 1 == offset
    assert source.position(len(text)).line == len(source.line_starts)


def test_a_line_is_given_without_its_line_end():
    source = Source("a.txt", "one\r\ntwo\nthree")
    assert [source.text[slice(*source.line(number))] for number in (1, 2, 3)] == ["one", "two", "three"]


@given(st.text(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5), st.text(max_size=4)), max_size=6))
def test_edits_are_made_against_the_text_as_it_was(text, wishes):
    edits, taken = [], -1
    for start, length, words in sorted(wishes):
        start, end = min(start, len(text)), min(start + length, len(text))
        if start > taken:
            edits.append(Edit(Span(start, end), words))
            taken = end
    expected, shift = text, 0
    for edit in edits:
        expected = expected[: edit.span.start + shift] + edit.text + expected[edit.span.end + shift :]
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    assert apply(text, reversed(edits)) == expected


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(Span(0, 3), "x"), Edit(Span(2, 5), "y")],
        [Edit(Span(2, 2), "x"), Edit(Span(2, 2), "y")],
    ],
)
def test_edits_that_overlap_are_refused(edits):
    with pytest.raises(OverlappingEdits):
        apply("abcdefgh", edits)
