"""The spelling kind: which words it looks at, which pass, what it says of the others, and where its files are looked for."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint.dictionaries import Wanted, opened
from lint.document import Prose, Reading, Run
from lint.engine import check
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.spelling import Spelling
from lint.language import spelled
from lint.language.article import Article
from lint.language.unusable import DictionaryError
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Source, Span

FOLDER = str(Path(__file__).parent.parent / "fixtures" / "dictionaries")


def found(text, kind=None, vocabulary=Vocabulary(), name="page.md"):
    prose = Prose("paragraph", text, (Run(0, len(text), Span(0, len(text))),))
    article = Article(parse(Source(name, text), Reading()), House(vocabulary=vocabulary))
    return list((kind or Spelling(foreign=True)).find(prose, article))


def words(text, kind=None, vocabulary=Vocabulary(), name="page.md"):
    return [text[slice(*match.span)] for match in found(text, kind, vocabulary, name)]


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("The goverment has recieved it.", ["goverment", "recieved"]),
        ("“Goverment,” (he said) isn’t 'hapy'!", ["Goverment", "hapy"]),
        ("a well-knwon fact in 2ndd, caféx, naïf", []),
        ("the CIAA, a JavaScriptt, a WebDavv and a FooBar", []),
        ("The CIAAs use fooBarr and OAuthh.", ["CIAAs", "fooBarr", "OAuthh"]),
        ("Mr. Smyth and Dr. Zob. left; the U.S. and i.e. stay", ["Smyth"]),
        ("[teh] \"teh\" $teh 'teh' teh: teh; teh?! (teh)", ["teh"] * 8),
        ("snake_casee and __dunderr__", ["snake_casee", "__dunderr__"]),
        ("**** and ****s", []),
        ("no words: 12 — … !! ''", []),
        ("The mayor's, the mayors' and the maayor's", ["maayor's"]),
        ("goverment\u00a0goverment\tgoverment\n goverment", ["goverment"] * 4),
        ("", []),
    ],
)
def test_words_that_no_dictionary_knows_are_found_where_they_stand(text, unknown):
    assert words(text) == unknown


def test_the_argument_is_the_word_with_straight_marks_and_the_fixes_come_best_first():
    (match,) = found("He hasn’tt recieve".replace(" recieve", ""))
    assert match.args == ("hasn'tt",)
    (match,) = found("They recieve it.")
    assert [fix[0].text for fix in match.fixes] == ["receive", "relieve"]
    assert {fix[0].span for fix in match.fixes} == {Span(5, 12)}
    assert len(match.fixes) <= 5


@pytest.mark.parametrize(
    ("word", "message", "fixes"),
    [
        ("github", "Use 'GitHub' instead of 'github'.", ["GitHub"]),
        ("Github", "Use 'GitHub' instead of 'Github'.", ["GitHub"]),
        ("thursday", "", None),
        ("apiVersion", "'apiVersion' looks like code; format it as code.", []),
        ("snake_case", "'snake_case' looks like code; format it as code.", []),
        ("vSpheree", "", None),
    ],
)
def test_a_finding_says_more_where_more_is_known(word, message, fixes):
    (match,) = found(f"the {word} here")
    assert match.message == message
    assert fixes is None or [fix[0].text for fix in match.fixes] == fixes


def test_nothing_looks_like_code_where_there_is_no_code():
    assert found("the apiVersion", name="page.txt")[0].message == ""


@pytest.mark.parametrize(
    ("kind", "text", "unknown"),
    [
        (Spelling(filters=("^go", "x"), foreign=True), "goverment xyzzy teh", ["teh"]),
        (Spelling(exceptions=("Kyivv", "t[e]h"), foreign=True), "kyivv teh Kyivvian", ["Kyivvian"]),
        (
            Spelling(custom=True, foreign=True),
            "well-knwon JavaScriptt 12 0xFF 2GB 10.5 ABCD caféx",
            ["well-knwon", "JavaScriptt", "ABCD", "caféx"],
        ),
        (Spelling(custom=True, filters=("[A-Z]",), foreign=True), "well-knwon JavaScriptt", ["well-knwon"]),
        (Spelling(split=True, foreign=True), "recieveMessage get_HTTPRespons_v2 RecieveMail teh", ["recieve", "Respons", "Recieve", "teh"]),
        (Spelling(split=True, foreign=True), "well-known goodMessage café.x a/b", []),
        (Spelling(threshold=9, foreign=True), "teh", ["teh"]),
    ],
)
def test_the_keys_decide_what_is_looked_at(kind, text, unknown):
    assert words(text, kind) == unknown


@pytest.mark.parametrize(
    ("terms", "text", "unknown"),
    [
        (("Zorbblate",), "zorbblate ZORBBLATE Zorbblates", ["Zorbblates"]),
        (("[Zz]orb+late?",), "zorbblat Zorblate zzz", ["zzz"]),
        (("(?i)zorbb",), "Zorbb", []),
        (("mea culpaa",), "A Mea   culpaa here, a culpaa there", ["culpaa"]),
        (("meaa\\sculpaa",), "meaa culpaa meaa", ["meaa"]),
        (("Nodee.js",), "Nodee.js Nodeexjs", ["Nodeexjs"]),
        (("a|b",), "aab", ["aab"]),
    ],
)
def test_accepted_terms_pass_whatever_their_capitals(terms, text, unknown):
    assert words(text, vocabulary=Vocabulary(terms=terms)) == unknown


def test_our_own_vocabulary_counts_too():
    assert words("Zelenskyy and zorbblates", vocabulary=Vocabulary(frozenset(["Zelenskyy", "zorbblate"]))) == []


NORDISH = {"dictionaries": ("nordish",), "_folders": (FOLDER,), "foreign": True}


@pytest.mark.parametrize(
    ("keys", "unknown"),
    [
        ({}, ["government"]),
        ({"append": True}, []),
        ({"dictionaries": (), "aff": "config/dictionaries/nordish.aff", "dic": "nordish.dic"}, ["government"]),
        ({"dicpath": "config/dictionaries"}, ["government"]),
        ({"dicpath": f"{FOLDER}/config/dictionaries", "_folders": ()}, ["government"]),
        ({"dictionaries": (), "_everything": True}, []),
        ({"dictionaries": ()}, ["stavets"]),
        ({"dictionaries": ("en_US",)}, ["stavets"]),
        ({"dictionaries": ("en_US-web",)}, ["stavets"]),
    ],
)
def test_dictionaries_are_found_as_the_rule_names_them(keys, unknown):
    assert words("stavets government", Spelling(**{**NORDISH, **keys})) == unknown


def test_dicpath_of_the_environment_is_looked_into(monkeypatch):
    monkeypatch.setenv("DICPATH", f"{FOLDER}/config/dictionaries")
    opened.cache_clear()
    assert words("ustave", Spelling(dictionaries=("nordish",), foreign=True)) == []


@pytest.mark.parametrize(
    ("keys", "unknown"),
    [
        ({"ignore": ("own.txt",)}, ["kvern"]),
        ({"ignore": ("own.txt", "deep/places.txt")}, []),
        ({"ignore": (f"{FOLDER}/own.txt",), "_folders": ()}, ["kvern"]),
        ({"ignore": ("missing.txt",)}, ["ljore", "kvern"]),
        ({"_everything": True}, ["ljore"]),
    ],
)
def test_word_lists_are_found_as_the_rule_names_them(keys, unknown):
    assert words("ljore Kvern kvern".replace("Kvern ", ""), Spelling(**{"_folders": (FOLDER,), "foreign": True, **keys})) == unknown


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"dictionaries": ("missing",)},
            r"'missing\.dic' is not there; looked for .*dictionaries/missing\.dic.*take its name out of the rule",
        ),
        ({"dictionaries": ("missing",), "_folders": ()}, "no folder"),
        ({"dicpath": "nowhere"}, "the folder 'nowhere' of 'dicpath' is not there"),
        ({"aff": "nordish.aff"}, "'aff' names a file and 'dic' none"),
        ({"aff": "missing.aff", "dic": "missing.dic"}, "'missing.aff' is not there"),
    ],
)
def test_a_dictionary_that_is_missing_is_named_with_where_it_was_looked_for(keys, said, monkeypatch):
    monkeypatch.delenv("DICPATH", raising=False)
    with pytest.raises(DictionaryError, match=said):
        found("word", Spelling(**{"_folders": (FOLDER,), "foreign": True, **keys}))


def test_a_rule_without_its_dictionary_fails_alone():
    kinds = {"test.missing": Spelling(dictionaries=("missing",), foreign=True), "test.spelling": Spelling(foreign=True)}
    rules = RuleSet([Rule(id, kind, "Did you really mean '%s'?") for id, kind in kinds.items()])
    verdict = check(parse(Source("page.md", "Some teh and github.\n\nMore teh.\n"), Reading()), rules)
    assert [failure.rule for failure in verdict.failures] == ["test.missing"]
    assert "'missing.dic' is not there" in verdict.failures[0].message
    messages = ["Did you really mean 'teh'?", "Use 'GitHub' instead of 'github'.", "Did you really mean 'teh'?"]
    assert [diagnostic.message for diagnostic in verdict.diagnostics] == messages


def test_a_dictionary_without_its_affix_file_is_named(tmp_path):
    (tmp_path / "half.dic").write_text("1\nword\n")
    with pytest.raises(DictionaryError, match=r"half\.aff.* is not there"):
        opened(Wanted(("half",), str(tmp_path)))


def test_a_list_of_another_encoding_is_named(tmp_path):
    (tmp_path / "list.txt").write_bytes("é\n".encode("latin-1"))
    with pytest.raises(DictionaryError, match=r"the word list .*list\.txt cannot be read"):
        opened(Wanted(lists=(str(tmp_path / "list.txt"),)))


def test_a_dictionary_is_opened_once_for_all_rules():
    one, other = Spelling(foreign=True), Spelling(filters=("x",), foreign=True)
    assert opened(one.wanted) is opened(other.wanted)


def test_rules_with_other_settings_do_not_mix_up_what_they_remember():
    text = "JavaScriptt teh getTeh"
    assert words(text, Spelling(foreign=True)) == ["teh", "getTeh"]
    assert words(text, Spelling(custom=True, foreign=True)) == ["JavaScriptt", "teh", "getTeh"]
    assert words(text, Spelling(split=True, foreign=True)) == ["Scriptt", "teh", "Teh"]


@pytest.mark.parametrize(
    ("identifier", "parts"),
    [
        ("getHTTPResponse_v2", ["get", "HTTP", "Response", "v"]),
        ("HTTPServer", ["HTTP", "Server"]),
        ("snake_case", ["snake", "case"]),
        ("kebab-case2go", ["kebab", "case", "go"]),
        ("ABC", ["ABC"]),
        ("it's", ["it", "s"]),
        ("Élan", ["Élan"]),
        ("", []),
    ],
)
def test_identifiers_fall_into_their_words(identifier, parts):
    assert [part for _, part in spelled.parts(identifier)] == parts


@given(st.text("aB’'\"(.,$)[x1é-_:D ", max_size=12))
def test_a_word_stands_where_it_is_said_to_stand(stretch):
    straight = stretch.translate({ord("’"): "'"})
    for place, word in spelled.words(stretch):
        assert straight[place : place + len(word)] == word
        assert any(map(str.isalpha, word))


@given(st.text("aBcD_'1é", max_size=8))
def test_the_filters_are_those_of_the_patterns_that_they_stand_for(word):
    patterns = (r"[A-Z]{1}[a-z]+[A-Z]+[0-9A-Za-z_]+", r"[A-Z]+\Z", r"[^a-zA-Z_']")
    assert not word or spelled.is_plain(word) == (not any(re.search(pattern, word) for pattern in patterns))


def test_many_words_take_little_time():
    text = "The quick brown fox jumps over the lazy dogg. " * 20_000
    start = time.perf_counter()
    assert len(found(text)) == 20_000
    assert time.perf_counter() - start < 30


@pytest.mark.parametrize(
    "text",
    [
        "(" * 100_000,
        "a" * 100_000,
        "a.)" * 40_000,
        "a-" * 45 + "xq",
        "1" * 90 + "x",
        "1." * 50_000,
        "aA" * 50_000,
        "’" * 100_000,
        "fo" * 49,
    ],
)
def test_hostile_text_takes_no_time(text):
    start = time.perf_counter()
    for kind in (Spelling(foreign=True), Spelling(custom=True, foreign=True), Spelling(split=True, foreign=True)):
        found(text, kind)
    assert time.perf_counter() - start < 20
