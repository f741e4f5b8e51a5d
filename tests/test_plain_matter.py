"""Front matter that is read without YAML is read as YAML reads it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.markup import plain_matter, yaml_matter

PLAIN = [
    "title: Talks go on\ndate: 2026-01-02 12:30:00 +0100\n",
    'title: "It\'s over: #1"  \r\nlead: \'A "win"\'\r\n\r\ntags:\r\n- a b\r\n- c\r\n',
    "tags:\n  - 'x'\n  - http://example.org/#top\n\nimage:\nauthor: Élodie  Ño  \nslug: a-b_c",
    "title: \"two\n  lines \n\n \nand\r\nmore\"\nlead: 'a\n\nb'\nimage: /a.jpg\n",
    "weight: 1\ndraft: yes\nnothing: null\nweight: 2\n",
]
OTHER = [
    "",
    "\n",
    "# a comment\n",
    "title: >\n  folded\n",
    "title: two\n  lines\n",
    'title: "an \\n escape"\n',
    "title: 'it''s'\n",
    'title: "a\n--- b"\n',
    "title: [a, b]\n",
    "title: &a b\n",
    "title: a: b\n",
    "title: a:\n",
    "title: a # b\n",
    "title: a\u2028b\n",
    "title: a\x85b\n",
    "tags:\n- a\n  - b\n",
    "tags:\n- a: b\n",
    "a:\n  b: c\n",
    "? a\n",
    "<<: a\n",
]
PIECES = "k: ,lead: ,tags:,- ,  - ,\n,\n\n,\r\n, ,\",',:,#,\\,[,{,>,|,&,*,!,é,\xa0,\u2028,\ufeff,a,12:30,~,---,a b".split(",")


def same(text):
    known = plain_matter.read(text, 4)
    try:
        return known is None or known == yaml_matter.read(text, 4)
    except yaml_matter.NotMatter:
        return False


@pytest.mark.parametrize("text", PLAIN)
def test_what_is_plain_is_read(text):
    assert plain_matter.read(text, 4) == yaml_matter.read(text, 4)


@pytest.mark.parametrize("text", OTHER)
def test_what_is_not_plain_is_left_to_yaml(text):
    assert plain_matter.read(text, 0) is None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(lambda pieces: f"k: {''.join(pieces)}"))
def test_whatever_is_read_is_read_alike(text):
    assert same(text)


def test_the_front_matter_of_our_fixtures_is_read_alike():
    for path in (Path(__file__).parent.parent / "fixtures").rglob("*.md"):
        head, _, rest = path.read_bytes().decode("utf-8", "replace").partition("---\n")
        assert head or same(rest.partition("\n---")[0] + "\n"), path


SPACES = " " * 100_000


@pytest.mark.parametrize(
    "text",
    [
        f"a: {SPACES}b #c",
        f"a: b{SPACES}# c",
        f"a: 'b'{SPACES}c",
        "a:\n" + "- a\n" * 40_000 + "\t",
        f'a: "b{SPACES}c\n{SPACES}\nd"',
        "\n" * 100_000,
    ],
)
def test_it_takes_linear_time(text):
    began = time.perf_counter()
    plain_matter.read(text, 0)
    assert time.perf_counter() - began < 5
