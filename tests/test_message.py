"""Messages with the words put in, as Go's format strings say it, and never an error of Go in them."""

from __future__ import annotations

import pytest

from lint.message import Listed, fill


@pytest.mark.parametrize(
    ("message", "args", "expected"),
    [
        ("'%s' is wrong.", ("this",), "'this' is wrong."),
        ("Use '%s' instead of '%s'.", ("a", "b"), "Use 'a' instead of 'b'."),
        ("Without", ("a", "b"), "Without"),
        ("'%[2]s' for '%[1]s'", ("a", "b"), "'b' for 'a'"),
        ("%[2]s then %s", ("a", "b"), "b then "),
        ("%s, %s, %s.", ("a",), "a, , ."),
        ("%d commas, %s", (3,), "3 commas, "),
        ("grade %.1f", (7.26,), "grade 7.3"),
        ("grade %.1f", ("7.26",), "grade 7.26"),
        ("%q", ("a",), '"a"'),
        ("50%% of %s", ("a",), "50% of a"),
        ("100% of %s", ("a",), "100% of a"),
        ("two\nlines of %s", ("a",), "two lines of a"),
        ("Use '%s' instead of '%s'.", (Listed("'a' or 'b'"), "c"), "Use 'a' or 'b' instead of 'c'."),
        ('Use "%s".', (Listed("'a'"),), "Use 'a'."),
        ("Use %s.", (Listed("'a'"),), "Use 'a'."),
        ("Use '%s and more'", (Listed("'a'"),), "Use ''a' and more'"),
        ("%[0]s%[9]s!", ("a",), "!"),
    ],
)
def test_a_message_is_filled(message, args, expected):
    assert fill(message, args) == expected
