"""Actions: what each makes of words, what it says of that, and which are refused; and letters in the case of others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.action import Action, ActionError, either
from lint.faults import FaultyFile
from lint.language.number_words import in_digits, in_words
from lint.letter_case import like, lower, upper
from lint.patience import Patience
from lint.pattern import PatternError
from lint.rule_file import read_rule
from lint.text import Source


@pytest.mark.parametrize(
    ("action", "words", "expected"),
    [
        (Action("replace", ("a", "b")), "x", ("a", "b")),
        (Action("replace", ()), "x", ()),
        (Action("replace", ("$2 $1", "${1}s", "$0!", "$$1", "$9.")), "ab", ("b a", "as", "ab!", "$1", ".")),
        (Action("remove"), "x", ("",)),
        (Action("suggest", ("spellings",)), "x", ()),
        (Action("convert", ("simple",)), "fooBar_baz", ("foo bar baz",)),
        (Action("edit", ("lower",)), "words", ()),
        (Action("edit", ("split", " ", "1")), "one two", ("two",)),
        (Action("edit", ("split", " ", "2")), "one two", ()),
        (Action("edit", ("split", "", "1")), "one", ("n",)),
        (Action("edit", ("split", " ", "7", "lower")), "one two", ()),
        (Action("edit", ("suffix", "$2", "prefix", "$1")), "x", ("axb",)),
        (Action("edit", ("suffix", "  ")), "x", ()),
    ],
)
def test_an_action_makes_alternatives_of_words(action, words, expected):
    assert action.rewrite(words, groups=("a", "b")) == expected


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("pattern", "replacement", "words", "expected"),
    [
        ("(a)(b)?", "$2$1", "ab", "ba"),
        ("(a)(b)?", "${1}x", "a", "ax"),
        ("(?<=a)b", "[$&]", "ab", "a[b]"),
        ("(?P<one>a)", "${one}$$", "a", "a$"),
        ("a", r"\d", "a", r"\d"),
        ("a", "$0$0", "aba", "aabaa"),
        ("a", "$x", "a", "$x"),
    ],
)
def test_a_regex_knows_its_own_groups(pattern, replacement, words, expected, foreign):
    assert Action("edit", ("regex", pattern, replacement)).rewrite(words, foreign, Patience(1.0), groups=("no",)) == (expected,)


@pytest.mark.parametrize(
    ("steps", "words", "expected"),
    [
        (("replace", "a", "o"), "banana", "bonono"),
        (("remove", "an"), "banana", "b"),
        (("trim", "-."), "-.a-.", "a"),
        (("trim_left", "-"), "-a-", "a-"),
        (("trim_right", "-"), "-a-", "-a"),
        (("truncate", " "), "one two", "one"),
        (("wrap", '"'), "a", '"a"'),
        (("unwrap", '"'), '"a"', "a"),
        (("unwrap", '"'), 'a"', "a"),
        (("prefix", "un"), "do", "undo"),
        (("suffix", "s"), "dog", "dogs"),
        (("squeeze",), "a  b\n\tc", "a b c"),
        (("capitalize",), "éclat NOW", "Éclat NOW"),
        (("uncapitalize",), "Éclat NOW", "éclat NOW"),
        (("smart",), '"It\'s" \'so\' -- no---yes... ("x")', "“It’s” ‘so’ – no—yes… (“x”)"),
        (("dumb",), "“It’s” ‘so’ – no—yes…\xa0x", "\"It's\" 'so' -- no---yes... x"),
        (("ascii",), "Ærø, Łódź “naïve” ß", 'AEro, Lodz "naive" ss'),
        (("words",), "21", "twenty-one"),
        (("digits",), "twenty-one", "21"),
        (("lower",), "ÄB", "äb"),
        (("upper",), "äb", "ÄB"),
        (("title",), "the end of it", "The End of It"),
        (("sentence",), "The End Of It", "The end of it"),
        (("simple",), "fooBar  Baz-qux", "foo bar baz qux"),
        (("kebab",), "fooBar Baz_qux", "foo-bar-baz-qux"),
        (("snake",), "fooBar Baz-qux", "foo_bar_baz_qux"),
        (("camel",), "Foo bar-baz", "fooBarBaz"),
        (("pascal",), "foo_bar baz", "FooBarBaz"),
        (("lower", "replace", "b", "c", "capitalize"), "ABBA", "Acca"),
    ],
)
def test_an_edit_runs_its_operations_one_after_the_other(steps, words, expected):
    assert Action("edit", steps).rewrite(words) == (expected,)


@pytest.mark.parametrize(
    ("action", "message"),
    [
        (Action("edit"), "the action 'edit' needs an operation; write for instance 'params: [lower]'"),
        (Action("edit", ("shout",)), "unknown operation 'shout' in an 'edit'; it knows regex, replace, remove"),
        (Action("edit", ("lower", "trim")), "'trim' needs 1 parameter behind it, and there is no parameter"),
        (Action("edit", ("split", " ")), "'split' needs 2 parameters behind it, and there is 1 parameter"),
        (Action("edit", ("split", " ", "one")), "'split' counts its parts from 0, and 'one' is no such number"),
        (Action("edit", ("split", " ", "-1")), "'split' counts its parts from 0, and '-1' is no such number"),
        (Action("edit", ("regex", "(a", "b")), "the pattern '(a' of 'regex' cannot be read: "),
        (Action("edit", ("regex", "(a)", "$2")), "'$2' names a group that the pattern '(a)' does not have"),
        (Action("convert", ("other",)), "the action 'convert' has one parameter, which is 'simple'"),
        (Action("convert"), "the action 'convert' has one parameter, which is 'simple'"),
        (Action("suggest", ("pick.tengo",)), "the action 'suggest' knows 'spellings' alone"),
        (Action("shout"), "unknown action 'shout'; it is one of replace, remove, edit, suggest, convert"),
    ],
)
@pytest.mark.parametrize("foreign", [False, True])
def test_an_action_that_cannot_be_honoured_is_refused(action, message, foreign):
    with pytest.raises(ActionError) as refused:
        action.check(foreign)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    "action",
    [
        Action("replace"),
        Action("remove", ("anything",)),
        Action("suggest"),
        Action("suggest", ("spellings",)),
        Action("convert", ("simple",)),
        Action("edit", ("regex", "(?<=a+)(b)", "$1", "split", "", "0", "smart")),
    ],
)
def test_an_action_that_can_be_honoured_is_not(action):
    action.check(foreign=True)


def test_a_group_that_is_none_is_a_fault_of_the_pattern():
    with pytest.raises(PatternError):
        Action("edit", ("regex", "a", "$3")).rewrite("a")


@pytest.mark.parametrize(
    ("rewritten", "expected"),
    [((), "x"), (("a",), "a"), (("",), ""), (("a", "b"), "'a' or 'b'"), (("a", "b", "c"), "'a', 'b', or 'c'")],
)
def test_a_message_names_the_words_and_what_is_made_of_them(rewritten, expected):
    assert Action("remove").args("x", rewritten) == ("x", expected)
    assert either(()) == ""


RULE = """extends: existence
message: "'%s' stands there."
tokens: [foo]
action:
"""


def read(action):
    return read_rule(Source("styles/Own/Rule.yml", RULE + action), "Own.Rule", "Own", bundled=False).action


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("  name: remove\n", Action("remove")),
        ("  Name: replace\n  Params: bar\n", Action("replace", ("bar",))),
        ("  name: edit\n  params: [split, ' ', 0]\n", Action("edit", ("split", " ", "0"))),
        ("  name: edit\n  params:\n    - [split, ' ', 0]\n    - [lower]\n", Action("edit", ("split", " ", "0", "lower"))),
        ("  name: edit\n  params:\n    - [trim, '.']\n    - lower\n", Action("edit", ("trim", ".", "lower"))),
    ],
)
def test_a_rule_file_writes_its_parameters_in_one_list_or_in_several(action, expected):
    assert read(action) == expected


@pytest.mark.parametrize(
    ("action", "message"),
    [
        ("  name: edit\n  params: [shout]\n", "unknown operation 'shout' in an 'edit'"),
        ("  name: edit\n", "the action 'edit' needs an operation"),
        ("  name: suggest\n  params: [own.tengo]\n", "the action 'suggest' knows 'spellings' alone"),
        ("  name: shout\n", "unknown action 'shout'"),
        ("  params: [a]\n", "the action lacks its 'name'"),
    ],
)
def test_an_action_that_cannot_be_honoured_is_reported_with_its_rule(action, message):
    with pytest.raises(FaultyFile) as faulty:
        read(action)
    [fault] = faulty.value.faults
    assert fault.diagnostic.message.startswith(message)
    assert fault.rule == "Own.Rule"


@pytest.mark.parametrize(
    ("model", "words", "expected"),
    [
        ("bad day", "poor one", "poor one"),
        ("Bad day", "poor one", "Poor one"),
        ("BAD DAY", "poor one", "POOR ONE"),
        ("Bad Day", "poor one", "poor one"),
        ("Bad", "rather poor", "Rather poor"),
        ("A", "some", "Some"),
        ("iPod", "player", "player"),
        ("web Site", "web-site", "web-Site"),
        ("WEB site", "Web-site", "WEB-site"),
        ("THERE AN", "there is an", "THERE IS AN"),
        ("Some the", "some of the", "Some of the"),
        ("the THE", "the the of", "the THE OF"),
        ("You're off", "you're on", "You're on"),
        ("to Backout", "to back out", "to Back out"),
        ("1 2", "one two", "one two"),
        ("one", "2 %", "2 %"),
        ("", "One", "One"),
        ("één", "STRASSE", "strasse"),
    ],
)
def test_words_take_the_case_of_those_whose_place_they_take(model, words, expected):
    assert like(model, words) == expected


@given(st.text(max_size=20), st.text(max_size=20))
def test_re_cased_words_differ_in_case_alone(model, words):
    cased = like(model, words)
    assert len(cased) == len(words)
    assert all(upper(one) == upper(other) or lower(one) == lower(other) for one, other in zip(cased, words, strict=True))


@pytest.mark.parametrize(
    ("params", "words", "expected"),
    [(("poor one",), "BAD DAY", ("POOR ONE",)), (("[$0]",), "Bad", ("[$0]",))],
)
def test_a_replacement_may_take_the_case_of_the_words(params, words, expected):
    assert Action("replace", params).like(words).params == expected
    assert Action("edit", params).like(words).params == params


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("0", "zero"),
        ("-7", "minus seven"),
        ("13", "thirteen"),
        ("40", "forty"),
        ("100", "one hundred"),
        ("342", "three hundred forty-two"),
        ("1000000", "one million"),
        ("1002003", "one million two thousand three"),
        ("1st", "first"),
        ("12th", "twelfth"),
        ("20th", "twentieth"),
        ("111th", "one hundred eleventh"),
        ("123rd", "one hundred twenty-third"),
        ("1000th", "one thousandth"),
    ],
)
def test_numbers_have_words_and_back(digits, words):
    assert (in_words(digits), in_digits(words)) == (words, digits)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_number_comes_back_from_its_words(number):
    assert in_digits(in_words(str(number))) == str(number)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200", "one thousand two hundred"),
        ("3RD", "third"),
        ("1.5", "1.5"),
        ("x", "x"),
        ("", ""),
        ("9" * 5000, "9" * 5000),
        (f"{9 * 10**18}th", "nine million trillionth"),
    ],
)
def test_what_is_no_whole_number_has_no_words(text, expected):
    assert in_words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two Hundred and Five", "205"),
        ("hundred", "100"),
        ("minus two", "-2"),
        ("two minus", "two minus"),
        ("first second", "first second"),
        ("and", "and"),
        ("a dozen", "a dozen"),
        ("", ""),
    ],
)
def test_what_is_no_number_in_words_has_no_digits(text, expected):
    assert in_digits(text) == expected
