"""Tests in the form of Vale: which are found, and what is said of those that do not hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lint import packs, rule_tests
from lint.cli import commands
from lint.formats import parse

RULE = "extends: existence\nmessage: \"'%s' is a weasel word!\"\nignorecase: true\ntokens: [really, very]\n"
OTHER = "extends: existence\nmessage: Not this.\ntokens: [Need]\n"
TWICE = "1:4:T.Weasel:'really' is a weasel word!\n2:1:T.Weasel:'Very' is a weasel word!"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "T").mkdir()
    (tmp_path / "T" / "Weasel.yml").write_text(RULE)
    (tmp_path / "T" / "Other.yml").write_text(OTHER)
    return tmp_path / "T"


def shortcomings(folder: Path) -> list[str | None]:
    pack = packs.load(folder)
    found = rule_tests.of_pack(pack)
    assert not found.faults
    return [rule_tests.shortcoming(case, pack.rules, parse) for case in found.cases]


def block(text: str) -> str:
    return "|\n" + "".join(f"    {line}\n" for line in text.splitlines())


@pytest.mark.parametrize(
    ("expectation", "told"),
    [
        ("contains: T.Weasel", None),
        ("contains: [T.Weasel, '1:4:']", None),
        ("contains: T.Other", "expected 'T.Other' in what is said, got"),
        ("absent: T.Other", None),
        ("absent: [weasel]", "expected nothing with 'weasel', got"),
        ("want: ''", 'expected nothing, got "1:4:T.Weasel'),
        (f"want: {block(TWICE)}", None),
        (f"want: {block(TWICE.splitlines()[0])}", "expected \"1:4:T.Weasel:'really' is a weasel word!\", got"),
    ],
)
def test_a_test_in_a_rule_looks_at_that_rule_alone(folder: Path, expectation: str, told: str | None) -> None:
    text = f"{RULE}tests:\n- name: one\n  input: |\n    We really Need this.\n    Very much.\n  {expectation}\n"
    (folder / "Weasel.yml").write_text(text)
    (found,) = shortcomings(folder)
    assert found is None if told is None else (found or "").startswith(told)


def test_a_test_file_is_no_rule_and_looks_at_the_whole_pack(folder: Path) -> None:
    (folder / "Weasel.test.yml").write_text(
        "- {name: all, input: We really Need this., contains: [T.Weasel, T.Other]}\n"
        "- {name: one, input: We really Need this., rule: Weasel.yml, contains: T.Weasel, absent: T.Other}\n"
        "- {name: gone, input: x, rule: Nothing.yml, want: ''}\n"
    )
    assert {rule.id for rule in packs.load(folder).rules} == {"T.Weasel", "T.Other"}
    assert not packs.load(folder).faults
    assert shortcomings(folder) == [None, None, "there is no rule 'T.Nothing' in this pack that can be used"]


def test_the_format_of_a_text(folder: Path) -> None:
    cases = "".join(f"- {{name: {form}, format: {form}, input: 'a <!-- really --> b', want: ''}}\n" for form in ("md", ".html"))
    (folder / "a.test.yml").write_text(cases + "- {name: txt, format: txt, input: 'a <!-- really --> b', contains: T.Weasel}\n")
    assert shortcomings(folder) == [None, None, None]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("- {input: a, want: ''}", "a test needs a 'name'"),
        ("- {name: a, input: a}", "a test without 'want', 'contains' or 'absent' proves nothing"),
        ("- {name: a, input: a, want: }", "a test without 'want', 'contains' or 'absent' proves nothing"),
        ("- {name: a, want: ''}\n- {name: a, want: ''}", "a second test has the name 'a'"),
        ("- {name: a, want: '', rule: ../Far/Away.yml}", "the file stands in another pack"),
        ("- [", "this is not YAML"),
    ],
)
def test_what_is_no_test_is_a_fault(folder: Path, text: str, told: str) -> None:
    (folder / "a.test.yml").write_text(text + "\n")
    messages = [fault.diagnostic.message for fault in rule_tests.of_pack(packs.load(folder)).faults]
    assert len(messages) == 1
    assert told in messages[0] or told == "this is not YAML"


def test_the_command_runs_examples_and_tests(folder: Path) -> None:
    def run() -> tuple[int, str]:
        result = CliRunner().invoke(commands, ["test", str(folder)], standalone_mode=False)
        return result.return_value, result.output

    assert run() == (0, "2 rules, 0 examples proved.\n2 rules without an example: nothing proves them.\n")
    (folder / "Weasel.test.yml").write_text("- {name: one, input: We really do., contains: T.Weasel}\n")
    assert run() == (0, "2 rules, 0 examples, 1 test proved.\n1 rule without an example: nothing proves it.\n")
    (folder / "Weasel.test.yml").write_text("- {name: one, input: We really do., absent: T.Weasel}\n")
    code, output = run()
    assert code == 1
    assert "T/Weasel.test.yml:1: one: expected nothing with 'T.Weasel'" in output
    (folder / "Weasel.test.yml").write_text("- {name: one}\n")
    assert run()[0] == 2
