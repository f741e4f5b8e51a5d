"""Patterns of a repository that would run for years cost a second, a message with their rule, file and cure, and no other finding."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from lint import cache, runner
from lint.cli import main
from lint.gitignore import Patterns
from lint.glob_pattern import Glob, GlobError
from lint.patience import Patience, Purse
from lint.wildcards import WILDCARDS, steady

EVIL = "(a|aa)+$"
ARTICLE = f"They recieve {'a' * 60}! and {'ab' * 30}. The prize, aaa {'a' * 60}; it is.\n"
HEAD = "message: \"'%s' is found.\"\n"
OWN = "packs: [typos, styles/P]\n"
VALE = "StylesPath = styles\n"
VOCAB = f"{VALE}Vocab = V\n[*]\nBasedOnStyles = Vale, P\n"
HARMLESS = f"extends: existence\n{HEAD}tokens: [prize]\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache, "_off", True)
    monkeypatch.setattr(runner, "TIME_LIMIT", 0.1)
    write("a.md", ARTICLE)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    begun = time.monotonic()
    code = main(arguments)
    assert time.monotonic() - begun < 20, "it took far too long"
    return code, "".join(capsys.readouterr())


KINDS = {
    "existence": f"raw: ['{EVIL}']\n",
    "existence, in pieces": "raw: ['(a|aa)', '+$']\n",
    "existence, its exceptions": f"raw: ['a+!']\nexceptions: ['{EVIL}']\n",
    "existence, unless": f"tokens: ['a+']\nunless: ['{EVIL}']\n",
    "existence, by selector": f"tokens: [recieve]\nscope: doc(p:matches({EVIL}))\n",
    "existence, folded": "ignorecase: true\nraw: ['(?i)(A|aa)+$']\n",
    "existence, back": "raw: ['(?:(a)|(aa))+(?:\\1|\\2)$']\n",
    "existence, behind": "raw: ['(?<=(?:(?:a|aa)+)!)z|(?:a|aa)+$']\n",
    "substitution": f"swap: {{'{EVIL}': b}}\n",
    "substitution, doubtful": f"swap: {{'aaa': b}}\ndoubtful: ['{EVIL}']\n",
    "occurrence": f"max: 1\ntoken: '{EVIL}'\n",
    "repetition": f"tokens: ['{EVIL}']\n",
    "consistency": f"either: {{'{EVIL}': '(a|aa)*b'}}\n",
    "conditional": f"first: '{EVIL}'\nsecond: b\n",
    "conditional, second": f"first: 'a+'\nsecond: '{EVIL}'\n",
    "capitalization": f"match: '{EVIL}'\nscope: paragraph\n",
    "capitalization, its exceptions": f"match: $title\nscope: paragraph\nexceptions: ['{EVIL}']\n",
    "sequence": f"tokens:\n  - pattern: '{EVIL}'\n",
}


@pytest.mark.parametrize("name", KINDS)
def test_a_rule_whose_pattern_never_ends_is_left_out_and_told(capsys, name: str):
    write(".copydesk.yml", OWN)
    write("styles/P/rule.yml", f"extends: {name.partition(',')[0]}\n{HEAD}{KINDS[name]}")
    code, said = told(capsys, "check", "--format", "concise")
    assert code == 2
    assert "a.md: P.rule: its patterns take too long here, so it is left out for this file; mend them in styles/P/rule.yml (" in said
    assert "typos.misspelling 'recieve' is misspelled" in said


SETTINGS = {
    "swap": f"typos.wrong-phrase: {{swap: {{'{EVIL}': b}}}}",
    "swap+": f"typos.wrong-phrase: {{swap+: {{'{EVIL}': b}}}}",
    "tokens": f"typos.placeholder: {{tokens: ['{EVIL}']}}",
    "unless": f"typos.placeholder: {{tokens: ['a+'], unless: ['{EVIL}']}}",
    "doubtful of all": f"typos: {{doubtful: ['{EVIL}']}}",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_a_rule_of_ours_that_a_configuration_changes_is_held_to_the_limit_too(capsys, name: str):
    write(".copydesk.yml", f"rules:\n  {SETTINGS[name]}\n")
    write("a.md", ARTICLE.replace("recieve", "recieve and"))
    code, said = told(capsys, "check", "--format", "concise")
    assert code == 2
    assert "its patterns take too long here, so it is left out for this file; mend them in the configuration (" in said


def test_patterns_that_a_configuration_puts_in_mean_what_ours_mean(capsys):
    write(".copydesk.yml", "rules:\n  typos.placeholder: {tokens: ['\\b(?:pri|z|e)+\\b(?=,)']}\n")
    assert "typos.placeholder" in told(capsys, "check", "--format", "concise", "--select", "typos.placeholder")[1]


@pytest.mark.parametrize("rule", ["Vale.Terms", "Vale.Avoid", "Vale.Spelling"])
def test_terms_of_a_vocabulary(capsys, rule: str):
    write(".vale.ini", VOCAB)
    write("styles/P/a.yml", HARMLESS)
    name = "reject" if rule == "Vale.Avoid" else "accept"
    write(f"styles/config/vocabularies/V/{name}.txt", "(a|aa)+[^a]$\n" if rule == "Vale.Spelling" else f"{EVIL}\n")
    code, said = told(capsys, "check", "--format", "concise")
    assert code == 2
    assert f"{rule}: its patterns take too long here" in said
    assert "'prize' is found" in said


def test_what_is_to_be_ignored(capsys):
    write(".vale.ini", f"{VALE}[*.md]\nBasedOnStyles = P\nTokenIgnores = {EVIL}\nBlockIgnores = (?s) *({EVIL})\n")
    write("styles/P/a.yml", HARMLESS)
    assert "'prize' is found" in told(capsys, "check", "--format", "concise")[1]


FAULTS = {
    "((((a{100}){100}){100}){100}){100}": "repeated too often",
    "(?:" + "a{999}" * 999 + ")": "repeated too often",
    "a{9999999999}": "(repeated too often|too large)",
    "(" * 5000 + "a" + ")" * 5000: "(nested too deep|too large)",
}


@pytest.mark.parametrize("pattern", FAULTS, ids=lambda pattern: pattern[:12])
@pytest.mark.parametrize("place", ["styles/P/rule.yml", ".copydesk.yml"])
def test_patterns_that_would_fill_the_memory_are_faults_of_their_file(capsys, pattern: str, place: str):
    write(".copydesk.yml", OWN if place != ".copydesk.yml" else f"rules:\n  typos.placeholder: {{raw: ['{pattern}']}}\n")
    write("styles/P/rule.yml", f"extends: existence\n{HEAD}raw: ['{pattern}']\n")
    code, said = told(capsys, "check", "--format", "concise")
    assert code == 2
    assert re.search(rf"{re.escape(place)}:\d+:\d+: error: the regular expression cannot be read: .*{FAULTS[pattern]}", said)


LARGE = {
    "letters": "a" * 100_000,
    "classes": "[ab]?" * 20_000,
    "stars": "a*" * 30_000 + "z",
    "groups": "(a|b)" * 10_000,
    "alternatives": "|".join(f"w{number}a*" for number in range(10_000)),
}


@pytest.mark.parametrize("name", LARGE)
def test_large_patterns(capsys, name: str):
    write(".copydesk.yml", OWN)
    write("styles/P/rule.yml", f"extends: existence\n{HEAD}tokens: ['{LARGE[name]}']\n")
    assert "'recieve' is misspelled" in told(capsys, "check", "--format", "concise")[1]


def test_a_rule_that_is_given_up_again_and_again_rests(capsys):
    write(".copydesk.yml", OWN)
    write("styles/P/rule.yml", f"extends: existence\n{HEAD}raw: ['{EVIL}']\n")
    for number in range(40):
        write(f"{number:02}.md", ARTICLE)
    begun = time.monotonic()
    code, said = told(capsys, "check", "--format", "jsonl", "--jobs", "1")
    assert code == 2
    assert said.count("left out of all others; mend them in styles/P/rule.yml") >= 1
    assert time.monotonic() - begun < 6
    assert said.count("typos.misspelling") >= 40


@pytest.mark.parametrize("command", ["fix", "baseline", "test"])
def test_other_commands(capsys, command: str):
    write(".copydesk.yml", OWN)
    example = f"examples:\n  - ok: {'a' * 60}!\n"
    write("styles/P/rule.yml", f"extends: existence\n{HEAD}raw: ['{EVIL}']\n{example}")
    code, said = told(capsys, command, *(["styles/P"] if command == "test" else []))
    assert code == (1 if command == "test" else 2)
    assert "its patterns take too long here" in said


def spent(purse: Purse, rules: int, texts: int, clock: list[float], each: float) -> float:
    """What rules take that would take `each` second in every text, and are given up when they are told to be."""
    for _ in range(texts):
        purse.open(5000)
        for number in range(rules):
            if purse.rests(str(number)):
                continue
            patience = purse.patience(5000, ours=False)
            taken = min(each, patience.left)

            def take(taken: float = taken, **_: float) -> None:
                clock[0] += taken

            patience.call(take)
            if taken < each:
                purse.give_up(str(number))
    return clock[0]


@pytest.mark.parametrize(("rules", "texts", "each", "most"), [(1, 3000, 9, 4), (1, 3000, 0.9, 50), (1000, 3, 9, 60), (300, 3000, 0.5, 90)])
def test_a_run_is_bounded_however_many_rules_and_texts_there_are(rules: int, texts: int, each: float, most: float):
    clock = [0.0]
    assert spent(Purse(1.0, lambda: clock[0]), rules, texts, clock, each) < most


@pytest.mark.parametrize(("rules", "texts", "each", "most"), [(1, 3000, 0.5, 1000), (200, 3000, 0.9, 1000), (200, 1, 30, 5000)])
def test_so_is_what_patterns_take_that_are_only_slow(rules: int, texts: int, each: float, most: float):
    now = [0.0]
    purse = Purse(1.0, lambda: now[0])
    for _ in range(texts):
        purse.open(5000)
        for number in range(rules):
            if not purse.rests(str(number)):
                end = purse.patience(5000, ours=False).turn()
                now[0] += each
                if end():
                    purse.give_up(str(number))
    assert now[0] < most + 3 * rules * each


def test_who_has_no_patience_left_is_not_asked():
    patience = Patience(0)
    with pytest.raises(TimeoutError):
        patience.call(print)


GLOBS = ["*a" * 25 + "b", "**/*a/" * 25 + "b", "[ab]*" * 25 + "c", "?*" * 20 + "b"]
NAMES = ["a" * 250, "aaa/" * 60 + "a"]


@pytest.mark.parametrize("pattern", GLOBS, ids=lambda pattern: pattern[:8])
@pytest.mark.parametrize("name", NAMES, ids=["long", "deep"])
def test_path_patterns_are_quick_whatever_the_name(pattern: str, name: str):
    begun = time.monotonic()
    assert not Glob(pattern).match(name)
    assert not Patterns([pattern]).match(name)
    assert time.monotonic() - begun < 2


def test_path_patterns_with_alternatives_have_few_wildcards():
    assert Glob("{*.md,*.txt,*.html,*.rst,*.adoc}").match("a.rst")
    with pytest.raises(GlobError, match="more than 4"):
        Glob("{a,b}" + "*a" * 5)


@pytest.mark.parametrize(
    ("pieces", "matching", "other"),
    [
        (("a", "[^/]*", "b", "[^/]*", "c"), ("abc", "axbxbxc", "abbc", "abcbc"), ("ac", "ab/c", "acb", "abcx")),
        (("(?:.+/)?", "[^/]*", "a", "(?:/.+)?", "/", "[^/]*", "b", "(?:/.+)?", "/c"), ("a/b/c", "x/aba/bxb/x/c"), ("ab/b/c", "a/bx/c")),
        (("(?:[^/]*/)*", "a", "[^/]*", "b", "/", "(?:[^/]*/)*", "c", "[^/]*", "d"), ("ab/cd", "x/axb/x/cxd"), ("abc/cd", "ab/cdx")),
    ],
)
def test_steady_patterns_mean_the_same(pieces: tuple[str, ...], matching: tuple[str, ...], other: tuple[str, ...]):
    assert sum(piece in WILDCARDS for piece in pieces) > 1
    plain, quick = re.compile("".join(pieces)), re.compile(steady(pieces))
    for name in (*matching, *other):
        assert bool(plain.fullmatch(name)) is bool(quick.fullmatch(name)) is (name in matching), name
