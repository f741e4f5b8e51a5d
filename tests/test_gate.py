"""In an old archive what is accepted stays quiet, a change is judged by its own sentences, and the verdict says what blocks."""

from __future__ import annotations

import io
import json
import subprocess
from pathlib import Path

import pytest

from lint.cli import main
from lint.revisions import Revisions

OLD = """\
# The bridge

The council will recieve the plans in May. It was a long wait.

Nobody knows who paid for the wall , and nobody asked.
"""
CLEAN = "The work begins in June.\n"


@pytest.fixture
def repository(tmp_path: Path, outside_a_hook: pytest.MonkeyPatch) -> Path:
    """A repository with one old article, committed, in which two faults stand."""
    outside_a_hook.chdir(tmp_path)
    git("init", "-q", "-b", "main")
    git("config", "user.email", "desk@example.org")
    git("config", "user.name", "Desk")
    Path("old.md").write_text(OLD, "utf-8")
    commit("An article")
    return tmp_path


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], check=True, capture_output=True, text=True).stdout


def commit(message: str) -> None:
    git("add", "-A")
    git("commit", "-q", "-m", message)


def found(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str, str]]:
    """Path, rule and words of each finding."""
    capsys.readouterr()
    main(["check", "--no-cache", "--format", "json", *arguments])
    told = json.loads(capsys.readouterr().out)
    assert told["failures"] == []
    return [(file["path"], each["rule"], each["text"]) for file in told["files"] for each in file["diagnostics"]]


def edit(old: str, new: str, path: str = "old.md") -> None:
    text = Path(path).read_text("utf-8")
    assert old in text
    Path(path).write_text(text.replace(old, new), "utf-8")


def moved() -> None:
    title, first, second = OLD.strip().split("\n\n")
    Path("old.md").write_text(f"{title}\n\n{second}\n\n{first}\n", "utf-8")


def wrapped() -> None:
    edit("The council will recieve the plans", "The council will\nrecieve the\nplans")


def renamed() -> None:
    git("mv", "old.md", "new.md")


def renamed_untracked() -> None:
    Path("old.md").rename("other.md")


def lengthened() -> None:
    edit("It was a long wait.", "It was a long wait. The mayor was glad.")


def shortened() -> None:
    edit(" It was a long wait.", "")


HARMLESS = [moved, wrapped, renamed, renamed_untracked, lengthened, shortened]


@pytest.mark.parametrize("change", HARMLESS)
def test_what_is_accepted_stays_so_wherever_it_goes(repository: Path, capsys, change):
    assert len(found(capsys)) == 2
    assert main(["baseline", "--with-errors"]) == 0
    change()
    assert found(capsys) == []


@pytest.mark.parametrize("change", HARMLESS)
def test_a_change_without_a_fault_has_no_findings(repository: Path, capsys, change):
    change()
    assert found(capsys, "--changed") == []


@pytest.mark.parametrize("options", [("--changed",), ("--changed", "HEAD"), ("--changed=HEAD", "old.md"), ("--changed", "old.md")])
def test_a_change_is_judged_by_its_own_sentences(repository: Path, capsys, options):
    edit("It was a long wait.", "It was teh end.")
    assert found(capsys, *options) == [("old.md", "typos.misspelling", "teh")]


def test_what_an_editor_has_not_saved_is_compared_with_the_commit(repository: Path, capsys, monkeypatch):
    for text, words in ((OLD, []), (OLD.replace("long wait", "lnog wait"), ["lnog"])):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        assert [each for _, _, each in found(capsys, "--changed", "-", "--stdin-filename", "old.md")] == words


def test_an_edited_sentence_is_judged_anew(repository: Path, capsys):
    main(["baseline", "--with-errors"])
    edit("the plans in May", "the plans in June")
    assert [words for _, _, words in found(capsys)] == ["recieve"]
    Path(".copydesk-baseline").unlink()
    assert [words for _, _, words in found(capsys, "--changed")] == ["recieve"]


def test_a_new_file_is_new(repository: Path, capsys):
    main(["baseline", "--with-errors"])
    Path("new.md").write_text("They recieve it.\n", "utf-8")
    assert found(capsys) == found(capsys, "--changed") == [("new.md", "typos.misspelling", "recieve")]


def test_a_branch_is_compared_with_where_it_began(repository: Path, capsys):
    git("switch", "-q", "-c", "branch")
    Path("new.md").write_text("They recieve it.\n", "utf-8")
    commit("A new article")
    git("switch", "-q", "main")
    Path("main.md").write_text("We recieve it.\n", "utf-8")
    commit("Another one")
    git("switch", "-q", "branch")
    assert found(capsys, "--changed") == [("new.md", "typos.misspelling", "recieve")]
    assert found(capsys, "--changed=HEAD") == []


def test_a_hook_compares_with_the_last_commit(repository: Path, capsys, monkeypatch):
    git("switch", "-q", "-c", "branch")
    edit("long wait", "lnog wait")
    commit("A slip")
    Path("new.md").write_text("They go.\n", "utf-8")
    git("add", "new.md")
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert found(capsys, "--changed") == []
    monkeypatch.setenv("PRE_COMMIT_FROM_REF", "main")
    assert [words for _, _, words in found(capsys, "--changed")] == ["lnog"]


def test_a_hook_without_a_commit_under_way_compares_with_where_the_branch_began(repository: Path, capsys, monkeypatch):
    git("switch", "-q", "-c", "branch")
    edit("long wait", "lnog wait")
    commit("A slip")
    monkeypatch.setenv("PRE_COMMIT", "1")
    assert [words for _, _, words in found(capsys, "--changed")] == ["lnog"]


def test_the_whole_text_is_told_of_only_where_it_has_become_worse(repository: Path, capsys):
    select = ("--select", "dashes.inconsistent", "mixed.md")
    Path("mixed.md").write_text("It came — late — at last. It was — of all days — Monday. One end – the older – was open.\n", "utf-8")
    commit("Two styles")
    assert len(found(capsys, *select)) == 1
    edit("It was", "The mayor was glad. It was", "mixed.md")
    assert found(capsys, "--changed", *select) == []
    edit("The mayor was glad.", "The mayor – a baker – was glad.", "mixed.md")
    assert len(found(capsys, "--changed", *select)) == 1


def test_fix_leaves_what_is_accepted_and_what_did_not_change(repository: Path, capsys):
    edit("It was a long wait.", "It was teh end.")
    main(["fix", "--changed"])
    assert Path("old.md").read_text("utf-8") == OLD.replace("It was a long wait.", "It was the end.")
    main(["baseline", "--with-errors"])
    main(["fix"])
    assert "recieve" in Path("old.md").read_text("utf-8")


def test_a_baseline_refuses_errors_unless_told(repository: Path, capsys):
    main(["baseline"])
    output = capsys.readouterr().out
    assert "1 finding of level error is not accepted: mend it" in output.replace("mend them", "mend it")
    assert [words for _, _, words in found(capsys)] == ["recieve"]


def test_a_baseline_counts_what_it_refuses_as_check_does(repository: Path, capsys):
    Path("old.md").write_text("They recieve and recieve it.\n", "utf-8")
    main(["baseline"])
    assert "2 findings of level error are not accepted" in capsys.readouterr().out


def test_a_baseline_says_what_is_gone_and_drops_it(repository: Path, capsys):
    main(["baseline", "--with-errors"])
    edit("recieve", "receive")
    Path("new.md").write_text("They recieve it.\n", "utf-8")
    capsys.readouterr()
    main(["baseline", "--prune"])
    assert "gone: old.md: typos.misspelling: The council will recieve the plans in May.\n" in (output := capsys.readouterr().out)
    assert output.endswith(".copydesk-baseline accepts 1 finding: 0 new, 1 gone.\n")
    assert found(capsys) == [("new.md", "typos.misspelling", "recieve")]


def test_a_baseline_of_a_part_keeps_the_rest(repository: Path, capsys):
    Path("new.md").write_text("They recieve it.\n", "utf-8")
    main(["baseline", "--with-errors"])
    main(["baseline", "--with-errors", "new.md"])
    assert found(capsys) == []


def test_a_baseline_is_sorted_lines(repository: Path):
    main(["baseline", "--with-errors"])
    lines = Path(".copydesk-baseline").read_text("utf-8").splitlines()[2:]
    assert [line.split("\t")[1:3] for line in lines] == [["!typos.misspelling", "old.md"], ["typos.space-before-punctuation", "old.md"]]
    before = Path(".copydesk-baseline").read_bytes()
    main(["baseline", "--with-errors"])
    assert Path(".copydesk-baseline").read_bytes() == before


@pytest.mark.parametrize(
    ("line", "told"),
    [("<<<<<<< HEAD", "two versions are not merged yet"), ("nonsense", "this is no accepted finding"), ("\udcff", "not UTF-8")],
)
def test_a_broken_baseline_is_told_with_its_cure(repository: Path, capsys, line: str, told: str):
    Path(".copydesk-baseline").write_text(f"# head\n{line}\n", "utf-8", errors="surrogateescape")
    assert main(["check"]) == 2
    assert told in capsys.readouterr().err


def test_lines_that_git_has_merged_are_put_in_order(repository: Path, capsys):
    main(["baseline", "--with-errors"])
    place = Path(".copydesk-baseline")
    written = place.read_text("utf-8")
    place.write_text(written + "".join(reversed(written.splitlines(keepends=True))), "utf-8")
    assert found(capsys) == []
    main(["baseline", "--prune"])
    assert place.read_text("utf-8") == written


def test_a_configuration_names_its_baseline(repository: Path, capsys):
    Path(".copydesk.yml").write_text("baseline: desk/accepted.txt\n", "utf-8")
    Path("desk").mkdir()
    main(["baseline", "--with-errors"])
    assert Path("desk/accepted.txt").exists()
    assert found(capsys) == []


def test_without_a_repository_there_is_no_change(tmp_path: Path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    Path("a.md").write_text(CLEAN, "utf-8")
    assert main(["check", "--changed"]) == 2
    assert "no Git repository is here" in capsys.readouterr().err


def test_an_unknown_commit_is_told(repository: Path, capsys):
    assert main(["check", "--changed=nowhere"]) == 2
    assert "there is no commit 'nowhere' here" in capsys.readouterr().err


def test_a_shallow_clone_is_told_with_its_cure(repository: Path, tmp_path_factory, monkeypatch, capsys):
    git("switch", "-q", "-c", "branch")
    Path("new.md").write_text(CLEAN, "utf-8")
    commit("New")
    git("switch", "-q", "main")
    Path("main.md").write_text(CLEAN, "utf-8")
    commit("Main")
    clone = tmp_path_factory.mktemp("clone")
    git("clone", "-q", "--depth", "1", "--no-single-branch", "-b", "branch", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert main(["check", "--changed"]) == 2
    assert "`git fetch --unshallow`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        ((), 1, "1 error and 1 warning block this.\n"),
        (("--fail-level", "error"), 1, "1 error blocks this; 1 warning does not.\n"),
        (("--max-warnings", "1"), 1, "1 error blocks this; 1 warning does not.\n"),
        (("--max-warnings", "0"), 1, "1 error and 1 warning (0 allowed) block this.\n"),
        (("--exit-zero",), 0, "1 error and 1 warning: nothing blocks this.\n"),
        (("--select", "typos.space-before-punctuation", "--max-warnings", "1"), 0, "1 warning: nothing blocks this.\n"),
    ],
)
def test_the_verdict(repository: Path, capsys, options, code: int, told: str):
    assert main(["check", *options]) == code
    assert capsys.readouterr().out.endswith(told)


def test_statistics_count_by_rule(repository: Path, capsys):
    main(["check", "--statistics"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["1", "typos.misspelling", "error", "in", "1", "file,", "`copydesk", "fix`", "mends", "1"]
    assert lines[-2:] == ["2 findings in 1 file.", "1 error and 1 warning block this."]


def test_an_article_that_is_parted_has_nothing_new(repository: Path, capsys):
    Path("old.md").write_text(f"{OLD}\n{CLEAN}They occured on a day of which little is known.\n", "utf-8")
    commit("More")
    title, first, rest = Path("old.md").read_text("utf-8").split("\n\n", 2)
    Path("first.md").write_text(f"{title}\n\n{first}\n", "utf-8")
    Path("rest.md").write_text(rest, "utf-8")
    git("rm", "-q", "old.md")
    git("add", "-A")
    assert found(capsys, "--changed") == []


def test_files_that_are_gone_are_read_once_however_many_are_new(repository: Path, capsys, monkeypatch):
    for number in range(20):
        Path(f"gone{number}.md").write_text(f"{OLD}\nThis is number {number}.\n" * 3, "utf-8")
    commit("More")
    read: list[str] = []
    content = Revisions.content
    monkeypatch.setattr(Revisions, "content", lambda self, blob: read.append(blob) or content(self, blob))
    for number in range(20):
        Path(f"gone{number}.md").unlink()
        Path(f"new{number}.md").write_text(f"They recieve number {number}.\n", "utf-8")
    git("add", "-A")
    assert len(found(capsys, "--changed=HEAD", "--jobs", "1")) == 20
    assert len(read) == 20
