"""What a newsroom has decided about words: in its file, and in what the rules say."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lint.disk import DiskError
from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source
from lint.vocabulary import parse as parse_vocabulary
from lint.vocabulary import vocabulary
from lint.vocabulary_file import VocabularyFile, inserted

RULES = RuleSet([rule for rule in bundled("typos").rules if rule.enabled])


@pytest.mark.parametrize(
    ("lines", "text", "found"),
    [
        ("", "Both sides hope for a lasting peae in the valley.", ["spelling: peae"]),
        ("peae", "Both sides hope for a lasting peae in the valley.", []),
        ("peae", "Peae is what both sides hope for in the valley.", []),
        ("peae", "PEAE IS WHAT BOTH SIDES HOPE FOR", []),
        ("Peae", "Both sides hope for a lasting peae in the valley.", ["spelling: peae"]),
        ("lasting peae", "Both sides hope for a lasting peae in the valley.", []),
        ("lasting peae", "Both sides hope for a better peae in the valley.", ["spelling: peae"]),
        ("", "The minister annuonced the bill on Monday.", ["spelling: annuonced"]),
        ("annuonce", "The minister annuonced the bill on Monday.", []),
        ("annuonce", "The minister is annuoncing the bill on Monday.", []),
        ("Annuonce", "The minister annuonced the bill on Monday.", ["spelling: annuonced"]),
        ("", "They belong to the goverment’s own staff.", ["spelling: goverment’s"]),
        ("goverment", "They belong to the goverment’s own staff.", []),
        ("Goverment", "Goverment’s own staff came.", []),
        ("Goverment", "The staff of the goverment came.", ["misspelling: goverment"]),
        ("!Vorplex", "They bought the Vorplex on Monday.", ["misspelling: Vorplex"]),
        ("Kiev -> Kyiv", "They met in Kiev on Monday.", ["misspelling: Kiev"]),
        ("!peae", "Both sides hope for a lasting peae in the valley.", ["misspelling: peae"]),
        ("peae -> truce", "Both sides hope for a lasting peae in the valley.", ["misspelling: peae"]),
    ],
)
def test_the_rules_keep_to_the_vocabulary(lines, text, found):
    entries, wrong = parse_vocabulary(Source("words.txt", lines))
    house = House(vocabulary=vocabulary(entries))
    diagnostics = check(parse(Source("page.md", text), Reading()), RULES, house).diagnostics
    assert not wrong
    assert [f"{each.rule.removeprefix('typos.')}: {text[slice(*each.span)]}" for each in diagnostics] == found


@pytest.mark.parametrize(
    ("text", "words", "after"),
    [
        ("", ["b", "A"], "A\nb\n"),
        ("b\n", ["A"], "A\nb\n"),
        ("A\nc\n", ["b", "D"], "A\nb\nc\nD\n"),
        ("A\nc", ["D"], "A\nc\nD\n"),
        ("A\r\nc\r\n", ["b"], "A\r\nb\r\nc\r\n"),
        ("c\na\n", ["b"], "c\na\nb\n"),
        ("# names\n\nA # one\n\n# things\nc\n", ["b"], "# names\n\nA # one\nb\n\n# things\nc\n"),
        ("# names\nb\n", ["a"], "# names\na\nb\n"),
        ("# none yet\n", ["a"], "# none yet\na\n"),
        ("!a\nb -> c\n", ["aa"], "!a\naa\nb -> c\n"),
        ("\n\n", ["a"], "\n\na\n"),
    ],
)
def test_words_go_where_they_belong_and_all_else_stays(text, words, after):
    assert inserted(text, words) == after


def test_many_words_go_into_a_long_file_in_no_time():
    text = "".join(f"word{number:05}\n" for number in range(5_000))
    start = time.perf_counter()
    assert len(inserted(text, [f"word{number:05}x" for number in range(2_000)]).splitlines()) == 7_000
    assert time.perf_counter() - start < 10


def opened(tmp_path: Path, text: str = "", house: Vocabulary = Vocabulary()) -> VocabularyFile:
    path = tmp_path / "words.txt"
    path.write_text(text, encoding="utf-8")
    return VocabularyFile(str(path), house)


@pytest.mark.parametrize(
    ("text", "word", "remark"),
    [
        ("", "Zumbrunn", None),
        ("Zumbrunn", "Zumbrun", "'Zumbrun' is one slip away from 'Zumbrunn', which words.txt accepts"),
        ("Zumbrunn", "Zubmrunn", "'Zubmrunn' is one slip away from 'Zumbrunn', which words.txt accepts"),
        ("Zumbrunn", "Zumbrunner", None),
        ("!Zumbrunn", "Zumbrun", None),
        ("Oda", "Odo", None),
        ("", "Halvorsn", "'Halvorsn' is one slip away from 'Halvorsen', which the configuration accepts"),
    ],
)
def test_a_word_one_slip_away_from_an_accepted_one_is_told(text, word, remark, tmp_path):
    file = opened(tmp_path, text, Vocabulary(frozenset(["Halvorsen"])))
    assert list(file.take([word])) == ([remark] if remark else [])
    assert file.added == [word]


def test_of_two_words_a_slip_apart_only_the_first_is_taken_unasked(tmp_path):
    file = opened(tmp_path)
    (remark,) = file.take_undoubted(["Zumbrunn", "Vorplex", "Zumbrun"])
    assert file.added == ["Zumbrunn", "Vorplex"]
    assert remark.endswith("it is left out, add it with --word if it is right")


@pytest.mark.parametrize("word", ["", "!no", "a -> b", "a # b", "a\nb", "a\x1bb", " a"])
def test_what_would_be_read_as_something_else_is_refused(word, tmp_path):
    file = opened(tmp_path)
    (remark,) = file.take([word])
    assert remark.startswith(f"'{word}' is no plain word") and file.refused and not file.added


def test_a_mark_at_the_beginning_of_a_file_stays(tmp_path):
    path = tmp_path / "words.txt"
    path.write_bytes(b"\xef\xbb\xbfb\n")
    file = VocabularyFile(str(path), Vocabulary())
    assert list(file.take(["a"])) == []
    file.write()
    assert path.read_bytes() == b"\xef\xbb\xbfa\nb\n"


def test_a_file_that_changed_meanwhile_is_not_written(tmp_path):
    file = opened(tmp_path, "b\n")
    list(file.take(["a"]))
    (tmp_path / "words.txt").write_text("c\n")
    with pytest.raises(DiskError, match=r"words\.txt: not written: the file changed"):
        file.write()
    assert (tmp_path / "words.txt").read_text() == "c\n"
