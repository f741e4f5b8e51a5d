"""Vale's INI dialect, path patterns, and conditions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.faults import FaultyFile
from lint.gitignore import Patterns
from lint.glob_pattern import Glob, GlobError
from lint.text import Source
from lint.vale_conditions import Condition, ConditionError, fields
from lint.vale_ini import TOP, read
from lint.vale_paths import gitignore


def values(text: str, section: str = TOP, key: str = "a") -> list[str]:
    return [value.text for value in read([Source("x.ini", text)])[section].keys[key]]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a = b", "b"),
        ("a:b", "b"),
        ("  a =  b # note", "b"),
        ("a = b#c ; note", "b#c"),
        ("a = 'b c'", "b c"),
        ('a = "b" and "c"', '"b" and "c"'),
        ("a = `b # c`", "b # c"),
        ('a = """b\n c"""', "b\n c"),
        ("a = b,\\\n  c", "b,c"),
        ("a =", ""),
        ('"a" = b', "b"),
        ("a = b\r", "b"),
    ],
)
def test_a_value_is_read_as_vale_reads_it(text, value):
    assert values(text) == [value]


def test_the_place_of_a_value_is_where_its_words_stand():
    source = Source("x.ini", "[s]\n  key = 'one, two' # note\n")
    item = read([source])["s"].listed("key")[1]
    assert (item.text, source.text[item.place.start : item.place.end]) == ("two", "two")


def test_keys_and_sections_that_come_again_add_up_over_all_files():
    sections = read([Source("p.ini", "[x]\na = 1\n[y]\na = 2"), Source("o.ini", "a = 0\n[y]\na = 3\n[z]\n[x]\nb = 4\na = 5, 1")])
    assert list(sections) == ["", "x", "y", "z"]
    assert [item.text for item in sections["x"].listed("a")] == ["1", "5"]
    last = sections["y"].last("a")
    assert last is not None
    assert last.text == "3"


def test_none_in_a_list_takes_back_what_stands_before_it():
    section = read([Source("x.ini", "a = b\na = NONE, c\na = d")])[TOP]
    assert [item.text for item in section.listed("a")] == ["c", "d"]


def test_an_escaped_comma_belongs_to_its_pattern():
    section = read([Source("x.ini", r"a = x{2\,}, \d+")])[TOP]
    assert [item.text for item in section.patterns("a")] == ["x{2,}", r"\d+"]


@given(st.text(alphabet='[]=:#;"`\\ \nab,', max_size=40))
def test_no_text_breaks_the_reader(text):
    try:
        sections = read([Source("x.ini", text)])
    except FaultyFile as error:
        assert error.faults
        return
    for section in sections.values():
        for given_values in section.keys.values():
            assert all(0 <= value.place.start <= value.place.end <= len(text) for value in given_values)


@pytest.mark.parametrize(
    ("pattern", "meant", "others"),
    [
        ("*.md", "a.md docs/a.md", "a.mdx"),
        ("*.{md,txt}", "a.txt x/b.md", "a.html"),
        ("docs/*.md", "docs/a.md docs/x/a.md", "x/docs/a.md"),
        ("docs/**/*.md", "docs/a.md docs/x/y/a.md", "a.md"),
        ("**/draft/*.md", "draft/a.md x/draft/a.md", "draft/x/a.md"),
        ("docs/**", "docs/a docs/x/a", "doc/a"),
        ("!*.md", "a.txt", "a.md"),
        ("[!a]?.md", "bc.md", "ac.md b.md"),
        ("a[b-d].md", "ac.md", "ae.md"),
        (r"a\*.md", "a*.md", "ab.md"),
        ("{docs,{x,y}}/a", "docs/a y/a", "z/a"),
    ],
)
def test_a_path_pattern_means_the_files_that_vale_means(pattern, meant, others):
    glob = Glob(pattern)
    assert [path for path in meant.split() if not glob.match(path)] == []
    assert [path for path in others.split() if glob.match(path)] == []


@pytest.mark.parametrize("pattern", ["[a", "{a", "a\\", "[b-a]"])
def test_a_path_pattern_that_is_none_is_refused(pattern):
    with pytest.raises(GlobError):
        Glob(pattern)


PATHS = ["a.md", "docs/a.md", "docs/x/b.md", "x/docs/a.md", "foo.md", "foo/b.md", "x/foo.md", "readme.txt", "docs/readme.txt", "docsx/a.md"]
PIECES = ["*", "docs", "foo", "/", ".md", ".txt", "{md,txt}", "a", "[!a]", "**/", "x"]


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=5).map("".join))
def test_a_path_pattern_means_the_same_files_as_its_gitignore_patterns(pattern):
    written = gitignore(pattern)
    if written is None or pattern.endswith("/") or "//" in pattern:
        return
    ours = Patterns(written)
    glob = Glob(pattern)
    missing = [path for path in PATHS if glob.match(path) and not ours.match(path)]
    assert missing == []


FIELDS = fields("docs/_a.md", {"draft": "true", "n": "5", "tags": ["new", "x"], "by": {"name": "Ann"}, "off": "false", "none": "null"})


@pytest.mark.parametrize(
    "text",
    [
        ".Meta.draft",
        ".Meta.draft == true",
        "not .Meta.off",
        "!.Meta.missing",
        ".Meta.missing == nil and .Meta.none == nil",
        ".Meta.missing != false",
        ".Meta.n >= 5 && .Meta.n < 5.5",
        '"new" in .Meta.tags',
        '.Name not in ["a.md", "b.md"]',
        '.Meta.by.name == "Ann"',
        ".Meta['by'][\"name\"] startsWith `A`",
        '.Path startsWith "docs/" or .Path == "x"',
        'not (.Dir contains "x")',
        'not .Name startsWith "a"',
        '.Ext == ".md" and .Path matches "^docs/.*[.]md$"',
        'any(.Meta.tags, {# == "x"}) and not all(.Meta.tags, # == "x")',
        "len(.Meta.tags) == 2",
        'lower("A") == trim(" a ")',
        '(.Meta.missing ?? "x") == "x"',
        ".Meta.tags[0] endsWith 'ew'",
    ],
)
def test_a_condition_holds(text):
    assert Condition(text).holds(FIELDS)
    assert not Condition(f"not ({text})").holds(FIELDS)


SLOW = f'"{"a" * 60}!" matches "(?:a|aa)+$"'


@pytest.mark.parametrize(
    "text", [".Meta.by", ".Meta.n > 'x'", ".Meta.missing < 3", ".Meta.n == 6", '.Path matches lower("[")', "-.Path > 1", SLOW]
)
def test_a_condition_that_cannot_be_judged_does_not_hold(text):
    assert not Condition(text).holds(FIELDS)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        (".Foo == 1", 1),
        ("draft", 0),
        (".Meta.x ==", 10),
        ("(.Name", 6),
        (".Name == 1 2", 11),
        ("foo(1)", 0),
        ("a $", 2),
        ("[1", 2),
        ("", 0),
        ('.Path matches "["', 14),
        ("(" * 100_000, 800),
        ("(" * 60, 40),
        ("not " * 60, 40 * 4),
        (" and ".join(["1"] * 1000), 2400),
    ],
)
def test_a_condition_that_is_none_is_refused_at_its_place(text, position):
    with pytest.raises(ConditionError) as raised:
        Condition(text)
    assert raised.value.position == position


def test_only_conditions_that_ask_for_the_front_matter_need_it():
    assert (Condition(".Meta.draft").asks_meta, Condition('.Name == "a"').asks_meta) == (True, False)
