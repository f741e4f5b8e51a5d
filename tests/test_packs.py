"""Rule files: what is read from them, and what is said of those that are wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import packs
from lint.action import Action
from lint.diagnostic import Applicability, Severity
from lint.faults import Fault
from lint.packs import FaultyFile
from lint.pattern import Pattern
from lint.rule import Example, Rule
from lint.rule_file import read_rule
from lint.scope import Selector
from lint.text import Source

FIXTURES = Path(__file__).parent.parent / "fixtures" / "packs"


def read(text: str, bundled: bool = True) -> Rule:
    return read_rule(Source("rules/test/rule.yml", text), "test.rule", "test", bundled)


def told(fault: Fault) -> str:
    """A fault in a line: its place, its words, the words that it marks."""
    source, span = fault.source, fault.diagnostic.span
    line, column = source.position(span.start)
    return f"{line}:{column}: {fault.failure.message} «{source.text[span.start : span.end]}»"


def faults_of(text: str, bundled: bool = True) -> list[str]:
    try:
        read(text, bundled)
    except FaultyFile as error:
        return [told(fault) for fault in error.faults]
    return []


def cases(path: Path) -> Iterator[tuple[str, str]]:
    """The texts of a file of cases, each after a line `== what it shows`."""
    parts = re.split(r"(?m)^== (.*)\n", path.read_text("utf-8"))[1:]
    yield from zip(parts[::2], parts[1::2], strict=True)


def test_faults_are_told_all_at_once_with_their_places(golden: Callable[[Path, str], None]) -> None:
    pieces = []
    for title, text in cases(FIXTURES / "faults.txt"):
        lines = faults_of(text, bundled="(foreign)" not in title) or ["no fault"]
        pieces.append("\n".join([f"== {title}", *lines, ""]))
    golden(FIXTURES / "faults.out", "\n".join(pieces))


def test_a_fault_names_its_file_its_rule_and_a_better_word() -> None:
    with pytest.raises(FaultyFile) as caught:
        read("extends: existence\nmessage: No.\ntoken: [a]\n")
    (fault,) = caught.value.faults
    assert fault.failure == (
        "rules/test/rule.yml",
        "unknown key 'token' for kind 'existence'; did you mean 'tokens'?",
        "test.rule",
        3,
        False,
    )
    assert fault.diagnostic.rule == "copydesk.rule-file"
    assert fault.diagnostic.severity is Severity.ERROR
    assert str(caught.value).startswith("rules/test/rule.yml:3: unknown key")


def test_every_key() -> None:
    rule = read(r"""
extends: existence
message: "'%s' says nothing."
level: error
scope: [heading, paragraph]
link: https://example.org/
description: Words that say nothing.
limit: 3
gather: true
action: {name: replace, params: [a, b]}
summary: Empty words.
why: >
  They cost time
  and tell nothing.
applicability: safe
supersedes: [test.other]
enabled: false
languages: [en]
renamed-from: [test.empty]
unless: ['very (?:first|last)']
outside-quotations: true
ignorecase: true
tokens: [very, quite]
examples:
  - bad: A very good day.
    flags: very
    good: A good day.
  - {bad: "<p>quite very</p>", flags: [quite, very], format: html}
  - ok: The very first.
""")
    assert (rule.id, rule.pack, rule.path) == ("test.rule", "test", "rules/test/rule.yml")
    assert (rule.message, rule.severity, rule.limit, rule.gather) == ("'%s' says nothing.", Severity.ERROR, 3, True)
    assert rule.selector == Selector.parse(("heading", "paragraph"))
    assert (rule.link, rule.description) == ("https://example.org/", "Words that say nothing.")
    assert rule.action == Action("replace", ("a", "b"))
    assert (rule.summary, rule.why) == ("Empty words.", "They cost time and tell nothing.")
    assert rule.applicability is Applicability.SAFE
    assert (rule.supersedes, rule.renamed_from, rule.languages) == (("test.other",), ("test.empty",), ("en",))
    assert rule.unless == (Pattern("very (?:first|last)", ignorecase=True),)
    assert (rule.enabled, rule.outside_quotations) == (False, True)
    assert rule.options == {"ignorecase": True, "tokens": ("very", "quite")}
    assert not rule.kind.foreign
    assert rule.examples == (
        Example("A very good day.", ("very",), "A good day.", "example.md", 25),
        Example("<p>quite very</p>", ("quite", "very"), None, "example.html", 28),
        Example("The very first.", (), None, "example.md", 29),
    )


def test_what_is_not_said() -> None:
    rule = read("extends: existence\nmessage: No.\ntokens: [a]\n")
    assert (rule.severity, rule.selector, rule.applicability) == (Severity.WARNING, Selector.parse(()), Applicability.UNSAFE)
    assert (rule.enabled, rule.limit, rule.examples) == (True, 0, ())


@pytest.mark.parametrize("word", ["no", "on", "yes", "1:30", "0o7", "2024-01-01", "1_000", "=", "TRUE", "5", "1e3", ".5"])
def test_words_that_yaml_1_1_turns_into_something_else_stay_text(word: str) -> None:
    assert read(f"extends: substitution\nmessage: No.\nswap:\n  a: {word}\n  {word}: b\n").options["swap"] == {"a": word, word: "b"}
    assert read(f"extends: existence\nmessage: {word}\ntokens: [{word}]\n").options["tokens"] == (word,)


@pytest.mark.parametrize(("written", "value"), [("3", 3), ("-3", -3), ("+3", 3), ("0o17", 15), ("0x1f", 31), ("007", 7)])
def test_whole_numbers(written: str, value: int) -> None:
    assert read(f"extends: existence\nmessage: No.\ntokens: [a]\nlimit: {written}\n").limit == value


@pytest.mark.parametrize("written", ["1:30", "1_000", "0b1", "3.0", "1e3", "'3'", "three", "", "~", "[3]", "9" * 400])
def test_what_is_no_whole_number(written: str) -> None:
    (fault,) = faults_of(f"extends: existence\nmessage: No.\ntokens: [a]\nlimit: {written}\n")
    assert "a whole number is expected here" in fault


def test_a_vale_rule_is_read_loosely() -> None:
    rule = read("Extends: existence\nMESSAGE: 5\nIgnoreCase: 'true'\nlimit: '2'\nTokens: no\nlink:\nname: x\n", bundled=False)
    assert (rule.message, rule.limit, rule.link) == ("5", 2, "")
    assert rule.options == {"ignorecase": True, "tokens": ("no",)}
    assert rule.kind.foreign
    swapped = read("extends: substitution\nmessage: No.\nswap:\n - a: b\n - c: 5\n   d:\n", bundled=False)
    assert swapped.options["swap"] == {"a": "b", "c": "5", "d": ""}


@pytest.mark.parametrize("opening", ["[", "{a: ", "[{", "- ", "? "])
@pytest.mark.parametrize("levels", [60, 5000, 100_000])
def test_deep_nesting_is_a_fault(opening: str, levels: int) -> None:
    for text in (opening * levels, f"extends: existence\nmessage: No.\ntokens: {opening * levels}"):
        assert faults_of(text)


def test_alias_bombs_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    (fault,) = faults_of("\n".join(lines))
    assert "aliases" in fault
    (fault,) = faults_of("a: &a [*a]\nextends: existence\nmessage: No.\ntokens: *a\n")
    assert "aliases" in fault


def test_an_alias_says_again_what_stands_elsewhere() -> None:
    rule = read("extends: existence\nmessage: &m No.\nsummary: *m\ntokens: &t [a, b]\nexceptions: *t\n")
    assert (rule.summary, rule.options["exceptions"]) == ("No.", ("a", "b"))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"extends: existence\nmessage: caf\xe9\n", "2:13: not UTF-8: byte 0xe9 at offset 31; save it as UTF-8 «\ufffd»"),
        (b"extends: existence\nmessage: a\x07b\n", "2:11: the character U+0007 is not allowed in YAML; take it out «\x07»"),
        (b"extends: existence\ntokens:\n\t- a\n", "3:1: a tab stands where YAML allows only spaces; indent with spaces «\t»"),
        ("extends: existence\n".encode("utf-16"), "1:1: not UTF-8: byte 0xff at offset 0; save it as UTF-8 «\ufffd»"),
    ],
)
def test_bytes_that_are_no_yaml(tmp_path: Path, data: bytes, message: str) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "rule.yml").write_bytes(data)
    pack = packs.load(folder, bundled=True)
    assert [told(fault) for fault in pack.faults] == [message]
    assert pack.faults[0].rule == "mine.rule"


def test_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    (tmp_path / "rule.yml").write_bytes("\ufeffextends: existence\r\nmessage: No.\r\ntokenz: [a]\r\n".encode())
    (fault,) = packs.load(tmp_path).faults
    assert told(fault).startswith("3:1: unknown key 'tokenz'")


def test_a_vale_style_folder() -> None:
    pack = packs.load(FIXTURES / "Gazette")
    assert pack.name == "Gazette"
    assert [rule.id for rule in pack.rules] == ["Gazette.Wordy", "Gazette.dates.Ordinal"]
    assert [(fault.rule, fault.diagnostic.message) for fault in pack.faults] == [
        ("Gazette.Headings", "a script is a program (in Tengo), which does not run here; use another kind, or turn the rule off"),
        ("Gazette.Typing", "unknown key 'tokns' for kind 'existence'"),
    ]
    assert pack.rules[0].path.endswith("fixtures/packs/Gazette/Wordy.yml")


def test_two_files_for_one_name(tmp_path: Path) -> None:
    for name in ("a.yml", "a.yaml"):
        (tmp_path / name).write_text("extends: existence\nmessage: No.\ntokens: [a]\n")
    pack = packs.load(tmp_path)
    assert len(pack.rules) == 1
    assert "is already the name of the rule in" in pack.faults[0].diagnostic.message


def test_a_rule_file_that_cannot_be_read_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "good.yml").write_text("extends: existence\nmessage: No.\ntokens: [a]\n")
    (tmp_path / "gone.yml").symlink_to(tmp_path / "nowhere.yml")
    (tmp_path / "shut.yml").write_text("extends: existence\n")
    (tmp_path / "shut.yml").chmod(0)
    os.mkfifo(tmp_path / "pipe.yml")
    pack = packs.load(tmp_path)
    assert [rule.id.rpartition(".")[2] for rule in pack.rules] == ["good"]
    if os.geteuid():
        assert "cannot be read" in pack.faults[0].diagnostic.message


def test_a_pack_that_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        packs.load(tmp_path / "nowhere")


def test_bundled_packs_are_without_fault_also_when_their_expressions_are_tried() -> None:
    for name in packs.bundled_names():
        pack = packs.bundled(name)
        assert not [told(fault) for fault in pack.faults]
        for rule in pack.rules:
            path = packs.bundled_folder().parent / rule.path
            loosely = read_rule(Source(rule.path, path.read_text("utf-8")), rule.id, name, bundled=False)
            assert loosely.message == rule.message


@given(st.text(max_size=60) | st.text(alphabet="aex:-[]{}&*!|>'\"%#?,. \n\t\\", max_size=60))
def test_any_text_gives_a_rule_or_faults_inside_it(text: str) -> None:
    for start in ("", "extends: existence\nmessage: No.\ntokens: [a]\n", "extends: substitution\nmessage: No.\nswap:\n  "):
        for bundled in (True, False):
            try:
                read(start + text, bundled)
            except FaultyFile as error:
                assert error.faults
                for fault in error.faults:
                    span = fault.diagnostic.span
                    assert 0 <= span.start <= span.end <= len(start + text)
                    assert "\n" not in fault.diagnostic.message
