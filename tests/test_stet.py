"""A person lets a finding stand and says why, in a file of its own: known by rule and words, until a day, and told of when it is gone."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from lint import cache, options
from lint.cli import main

TODAY = "2026-07-01"
ROOT = Path(__file__).parent.parent
FILE = Path(".copydesk-stet.yml")
TEXT = """\
# The token

Members recieve a brass token. It is good for teh crossing.

The wall , they say, was there first.
"""
WHY = ("--because", "so it says on the token", "--who", "Ada Desk")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article in which three findings stand, on a day that is always the same."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(options, "today", lambda: TODAY)
    monkeypatch.setattr(cache, "_off", False)
    Path("a.md").write_text(TEXT, "utf-8")
    return tmp_path


def words(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    """The words of each finding."""
    capsys.readouterr()
    main(["check", "--format", "json", *arguments])
    return [each["text"] for file in json.loads(capsys.readouterr().out)["files"] for each in file["diagnostics"]]


def told(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> tuple[str, str]:
    """What a command says, on either stream."""
    capsys.readouterr()
    assert main(list(arguments)) == code
    return capsys.readouterr()


def edit(old: str, new: str, path: str = "a.md") -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def test_what_stands_is_passed_over_and_counted(desk: Path, capsys):
    assert words(capsys) == ["recieve", "teh", " ,"]
    out, _ = told(capsys, "stet", "a.md:3:9", *WHY)
    assert out == ".copydesk-stet.yml lets stand: a.md:3:9: 'recieve' is misspelled: 'receive'. [typos.misspelling]\n"
    assert words(capsys) == ["teh", " ,"]
    assert "1 finding is let stand; `copydesk stet --list` tells why.\n" in told(capsys, "check", code=1)[0]


def test_the_file_says_what_stands_and_why(desk: Path, capsys):
    main(["stet", "a.md:3:9", *WHY, "--until", "2026-12-31"])
    main(["check", "--no-config", "--format", "json"])
    known = json.loads(capsys.readouterr().out.partition("\n")[2])["files"][0]["diagnostics"][0]["fingerprint"]
    assert FILE.read_text("utf-8").split("\n\n", 1)[1] == (
        "- path: a.md\n"
        "  sentence: Members recieve a brass token.\n"
        "  rule: typos.misspelling\n"
        "  because: so it says on the token\n"
        "  who: Ada Desk\n"
        "  date: 2026-07-01\n"
        "  until: 2026-12-31\n"
        f"  fingerprints: [{known}]\n"
    )


def moved() -> None:
    edit("Members recieve a brass token. ", "")
    edit("first.\n", "first.\n\nMembers recieve\na brass token.\n")


def renamed() -> None:
    Path("a.md").rename("b.md")


@pytest.mark.parametrize("change", [moved, renamed])
def test_it_goes_where_its_words_go(desk: Path, capsys, change):
    main(["stet", "a.md:3:9", *WHY])
    change()
    assert "recieve" not in words(capsys)
    assert "recieve" in words(capsys, "--no-config")


def test_an_edited_sentence_is_judged_anew(desk: Path, capsys):
    main(["stet", "a.md:3:9", *WHY])
    edit("a brass token", "a token of brass")
    assert words(capsys) == ["recieve", "teh", " ,"]


def test_it_holds_for_its_rule_alone(desk: Path, capsys):
    edit("a brass token", "a a brass token")
    main(["stet", "a.md:3", "typos.repeated-word", *WHY])
    assert words(capsys) == ["recieve", "teh", " ,"]


def test_fix_leaves_it_and_all_words_of_its_sentence(desk: Path, capsys):
    edit("a brass", "a a brass")
    main(["stet", "a.md:3:9", *WHY])
    for _ in range(2):
        main(["fix"])
        assert Path("a.md").read_text("utf-8") == TEXT.replace("a brass", "a a brass").replace("teh", "the").replace("wall ,", "wall,")
    assert words(capsys) == ["a a"]


@pytest.mark.parametrize(("until", "stands"), [("2026-07-01", True), ("2026-07-02", True), ("2026-06-30", False)])
def test_after_its_last_day_it_is_told_again(desk: Path, capsys, monkeypatch, until: str, stands: bool):
    with monkeypatch.context() as patch:
        patch.setattr(options, "today", lambda: "2026-01-01")
        main(["stet", "a.md:3:9", *WHY, "--until", until])
        assert words(capsys) == ["teh", " ,"]  # and now it is kept for the next run
    assert ("recieve" not in words(capsys)) == stands
    remark = f"It was let stand until {until} (so it says on the token); that has run out."
    assert (remark in told(capsys, "check", code=1)[0]) != stands


def test_the_kept_findings_of_a_text_depend_on_it(desk: Path, capsys):
    assert words(capsys) == words(capsys) == ["recieve", "teh", " ,"]
    main(["stet", "a.md:3:9", *WHY])
    assert words(capsys) == words(capsys) == ["teh", " ,"]
    FILE.unlink()
    assert words(capsys) == ["recieve", "teh", " ,"]


def test_several_findings_are_listed_and_one_is_asked_for(desk: Path, capsys):
    edit("a brass token", "a a brass token")
    out, err = told(capsys, "stet", "a.md:3", *WHY, code=2)
    assert [line.split(":")[2] for line in out.splitlines()] == ["9", "17", "49"]
    assert "3 findings stand on line 3; say which: `copydesk stet a.md:3:COLUMN RULE --because TEXT`" in err
    _, err = told(capsys, "stet", "a.md:3", "typos.misspelling", *WHY, code=2)
    assert "2 findings stand on line 3; say which: `copydesk stet a.md:3:COLUMN" in err
    edit(" It is good for teh crossing.", "")
    assert "say which: `copydesk stet a.md:3 RULE" in told(capsys, "stet", "a.md:3", *WHY, code=2)[1]
    assert not FILE.exists()
    told(capsys, "stet", "a.md:3", "typos.misspelling", *WHY)
    assert words(capsys) == ["a a", " ,"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("a.md:3:9",), "a decision needs its reason: `--because TEXT`"),
        (("a.md:3:9", "--because", " "), "a decision needs its reason"),
        (("a.md", "--because", "x"), "'a.md' names no line; write it as `check` does, PATH:LINE"),
        (("a.md:99", "--because", "x"), "a.md has 6 lines, so there is no line 99"),
        (("a.md:0", "--because", "x"), "so there is no line 0"),
        (("b.md:3", "--because", "x"), "b.md: there is no such file"),
        ((".:3", "--because", "x"), ".: it is a folder"),
        (("a.md:1", "--because", "x"), "nothing is found there, on line 1 of a.md"),
        (
            ("a.md:5", "typos.spelling", "--because", "x"),
            "typos.spelling finds nothing there, on line 5 of a.md; what is found is typos.space",
        ),
        (("a.md:5", "typos.speling", "--because", "x"), "no rule or pack is named 'typos.speling'; did you mean 'typos.spelling'?"),
        (("a.md:5", "--because", "x", "--until", "2026-02-30"), "'2026-02-30' is no date; write it as `--until 2026-12-31`"),
        (("a.md:5", "--because", "x", "--until", "31.12.2026"), "'31.12.2026' is no date"),
        (("a.md:5", "--because", "x", "--until", "2026-06-30"), "2026-06-30 is over already"),
        ((), "say what is to stand"),
    ],
)
def test_what_cannot_be_meant_is_told_with_its_cure(desk: Path, capsys, arguments: tuple[str, ...], said: str):
    assert said in told(capsys, "stet", *arguments, code=2)[1]
    assert not FILE.exists()


def test_a_new_decision_takes_the_place_of_the_old_one(desk: Path, capsys):
    main(["stet", "a.md:3:9", *WHY])
    out, _ = told(capsys, "stet", "a.md:3:9", "--because", "better known", "--who", "Ben", "--until", "2027-01-01")
    assert out.startswith(".copydesk-stet.yml lets stand anew until 2027-01-01: a.md:3:9")
    assert told(capsys, "stet", "--list")[0] == (
        "a.md: typos.misspelling, until 2027-01-01\n  Members recieve a brass token.\n  better known (Ben, 2026-07-01)\n"
        ".copydesk-stet.yml: 1 decision.\n"
    )


def test_who_it_is_git_says(desk: Path, capsys):
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "config", "user.name", "Ünal O'Neil: desk"], check=True)
    main(["stet", "a.md:3:9", "--because", "it's \x1b[31m right: #1"])
    assert "  it's \\x1b[31m right: #1 (Ünal O'Neil: desk, 2026-07-01)\n" in told(capsys, "stet", "--list")[0]


def test_it_is_one_decision_where_a_cause_is_told_once(desk: Path, capsys):
    Path("a.md").write_text("One wall .\n\nTwo walls .\n\nThree walls .\n", "utf-8")
    assert len(words(capsys)) == 1
    main(["stet", "a.md:1", *WHY])
    assert words(capsys) == []
    edit("Three walls .", "Three walls .\n\nFour walls .")
    assert words(capsys) == [" ."]


def test_the_text_as_a_whole_can_be_let_stand(desk: Path, capsys):
    select = ("--select", "dashes.inconsistent", "m.md")
    Path("m.md").write_text("It came — late — at last. It was — of all days — Monday. One end – the older – was open.\n", "utf-8")
    assert len(words(capsys, *select)) == 1
    main(["stet", "m.md:1", "dashes.inconsistent", *WHY])
    assert words(capsys, *select) == []


def test_what_is_gone_is_told_and_dropped(desk: Path, capsys):
    Path("b.md").write_text("They recieve it.\n", "utf-8")
    main(["stet", "a.md:3:9", *WHY])
    main(["stet", "b.md:1", *WHY])
    assert told(capsys, "check", code=1)[1] == ""
    edit("recieve", "receive")
    _, err = told(capsys, "check", code=1)
    assert err.splitlines()[0] == (
        ".copydesk-stet.yml:4:1: warning: 'typos.misspelling' finds nothing any more in the sentence \"Members recieve a brass token.\"; "
        "`copydesk stet --prune` drops this decision [copydesk.configuration]"
    )
    for part in (["b.md"], [".", "--select", "dashes"], [".", "--ignore", "typos"], [".", "--no-config"]):
        assert told(capsys, "check", "--exit-zero", *part)[1] == "", part
    assert told(capsys, "stet", "--prune")[0] == (
        "gone: a.md: typos.misspelling: Members recieve a brass token.\n.copydesk-stet.yml has 1 decision: 1 gone.\n"
    )
    assert words(capsys, "b.md") == []


def test_nothing_is_dropped_that_may_still_be_there(desk: Path, capsys):
    Path("notes").write_text("They recieve it.\n", "utf-8")  # no article by its suffix, and checked by its name
    main(["stet", "notes:1", *WHY])
    assert told(capsys, "check", "--exit-zero")[1] == ""
    assert told(capsys, "stet", "--prune")[0] == ".copydesk-stet.yml has 1 decision: 0 gone.\n"
    Path("b.md").write_bytes(b"\xff")
    edit("recieve", "receive", "notes")
    assert ".copydesk-stet.yml is left as it is" in told(capsys, "stet", "--prune", code=2)[1]
    Path("b.md").unlink()
    assert "1 gone" in told(capsys, "stet", "--prune")[0]


def test_it_stands_beside_the_configuration(desk: Path, capsys):
    Path("docs/more").mkdir(parents=True)
    Path("docs/.copydesk.yml").write_text("packs: [typos]\n", "utf-8")
    Path("docs/more/b.md").write_text("They recieve it.\n", "utf-8")
    main(["stet", "docs/more/b.md:1", *WHY])
    assert Path("docs", FILE).exists()
    assert words(capsys, "docs") == []
    assert "recieve" in words(capsys, "a.md")


def test_a_baseline_takes_nothing_that_stands(desk: Path, capsys):
    main(["stet", "a.md:3:9", *WHY])
    main(["baseline", "--with-errors"])
    assert "recieve" not in Path(".copydesk-baseline").read_text("utf-8")
    assert words(capsys) == []


ENTRY = """\
- path: a.md
  sentence: Members recieve a brass token.
  rule: typos.misspelling
  because: so it says
  fingerprints: [0123456789abcdef]
"""


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (f"<<<<<<< HEAD\n{ENTRY}=======\n{ENTRY}>>>>>>> branch\n", 1, "two versions are not merged yet; keep what is right of both"),
        (f"{ENTRY}=======\n", 6, "two versions are not merged yet"),
        ("a: [", 1, "not closed"),
        ("a: b\n", 1, "a list is expected here"),
        (ENTRY.replace("because", "becuase"), 4, "unknown key 'becuase' of a decision"),
        (ENTRY.replace("  because: so it says\n", ""), 1, "a decision needs its reason: write 'because'"),
        (ENTRY.replace("  rule: typos.misspelling\n", ""), 1, "'rule' is missing in this decision"),
        (ENTRY + "  until: tomorrow\n", 6, "'tomorrow' is no date; write it as 2026-12-31"),
        (ENTRY.replace("0123456789abcdef", "x"), 5, "'x' is no fingerprint"),
        ("\udcff", 1, "not UTF-8"),
    ],
)
@pytest.mark.parametrize("command", ["check", "fix", "stet"])
def test_a_broken_file_is_told_with_its_place_and_nothing_is_mended(desk: Path, capsys, text: str, line: int, said: str, command: str):
    FILE.write_text(text, "utf-8", errors="surrogateescape")
    arguments = ("a.md:3:9", *WHY) if command == "stet" else ()
    _, err = told(capsys, command, *arguments, code=2)
    assert f".copydesk-stet.yml:{line}" in err
    assert said in err
    assert "^" in err
    assert Path("a.md").read_text("utf-8") == TEXT
    assert FILE.read_text("utf-8", errors="surrogateescape") == text


def test_an_entry_hides_only_what_it_says(desk: Path, capsys):
    main(["stet", "a.md:3:9", *WHY])
    written = FILE.read_text("utf-8")
    for old, new in (("Members recieve a brass token.", "All is well."), ("rule: typos.misspelling", "rule: typos.spelling")):
        FILE.write_text(written.replace(old, new), "utf-8")
        assert words(capsys) == ["recieve", "teh", " ,"]


def test_two_branches_that_add_decisions_are_merged(desk: Path, capsys):
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], check=True, capture_output=True)

    for name in "abc":
        Path(f"{name}.md").write_text(f"They recieve {name} token.\n", "utf-8")
    main(["stet", "b.md:1", *WHY])
    git("init", "-q", "-b", "main")
    git("add", "-A")
    git("commit", "-qm", "x")
    git("switch", "-qc", "branch")
    main(["stet", "c.md:1", *WHY])
    git("commit", "-qam", "c")
    git("switch", "-q", "main")
    main(["stet", "a.md:1", *WHY])
    git("commit", "-qam", "a")
    git("merge", "-q", "branch", "-m", "both")
    assert words(capsys) == []
    assert FILE.read_text("utf-8").count("- path:") == 3


def test_the_readme_shows_what_is_written(desk: Path, capsys):
    text = (ROOT / "README.md").read_text("utf-8")
    (command,) = re.findall(r"^copydesk (stet .*)$", text, re.MULTILINE)
    (shown,) = re.findall(r"```yaml\n(- path: fixtures.*?)```", text, re.DOTALL)
    shutil.copytree(ROOT / "fixtures/articles", "fixtures/articles")
    told(capsys, *shlex.split(command))
    assert FILE.read_text("utf-8").split("\n\n", 1)[1] == shown
