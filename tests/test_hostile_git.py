"""What a repository says about Git runs no program when a change is looked at, and odd names of branches are names."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from lint.cli import main

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="programs are shell scripts")

OLD = "They recieve it.\n"
NEW = "They recieve it. We go untill noon.\n"


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, outside_a_hook: pytest.MonkeyPatch) -> Path:
    """A repository whose branch has one new sentence."""
    (tmp_path / "repo").mkdir()
    outside_a_hook.chdir(tmp_path / "repo")
    git("init", "-q", "-b", "main")
    git("config", "user.email", "desk@example.org")
    git("config", "user.name", "Desk")
    Path("a.md").write_text(OLD, "utf-8")
    git("add", "-A")
    git("commit", "-q", "-m", "An article")
    git("switch", "-q", "-c", "topic")
    Path("a.md").write_text(NEW, "utf-8")
    return tmp_path


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    capsys.readouterr()
    code = main(["check", "--no-cache", "--format", "concise", *arguments])
    said = "".join(capsys.readouterr())
    assert "bug of copydesk" not in said
    assert "cannot go on" not in said
    return code, said


PROGRAMS = [
    "core.fsmonitor",
    "diff.external",
    "diff.x.textconv",
    "diff.x.command",
    "core.pager",
    "core.sshCommand",
    "core.askPass",
    "alias.diff",
    "filter.x.clean",
    "filter.x.process",
]


@pytest.mark.parametrize("key", PROGRAMS)
def test_a_program_of_the_repository_does_not_run(repository: Path, capsys, key: str):
    program = repository / "program"
    program.write_text(f"#!/bin/sh\ntouch {repository}/ran\n", "utf-8")
    program.chmod(0o755)
    git("config", key, f"!{program}" if key.startswith("alias") else str(program))
    Path(".gitattributes").write_text("*.md diff=x filter=x\n", "utf-8")
    code, said = told(capsys, "--changed")
    assert code == 1
    assert said.count("is misspelled") == 1
    assert not (repository / "ran").exists()


def test_nothing_is_fetched_for_a_partial_clone(repository: Path, capsys, monkeypatch):
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "-q", "--no-checkout", "--filter=blob:none", "--branch", "main", f"file://{repository}/repo", str(repository / "part"))
    monkeypatch.chdir(repository / "part")
    git("reset", "-q")
    Path("a.md").write_text(NEW, "utf-8")
    git("config", "remote.origin.url", f"ext::sh -c touch% {repository}/ran")
    git("config", "protocol.ext.allow", "always")
    code, said = told(capsys, "--changed")
    assert code == 2
    assert "this clone is a partial one (`--filter`)" in said
    assert not (repository / "ran").exists()


@pytest.mark.parametrize("name", ["--output=out", "-x", "--help"])
@pytest.mark.parametrize("variable", ["", "GITHUB_BASE_REF", "PRE_COMMIT_FROM_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"])
def test_a_branch_whose_name_is_an_option(capsys, monkeypatch, name: str, variable: str):
    commit = subprocess.run(["git", "rev-parse", "main"], check=True, capture_output=True, text=True).stdout
    for place in (f".git/refs/heads/{name}", f".git/refs/remotes/origin/{name}"):
        Path(place).parent.mkdir(parents=True, exist_ok=True)
        Path(place).write_text(commit, "utf-8")
    if variable:
        monkeypatch.setenv(variable, name)
    else:
        Path(".git/HEAD").write_text(f"ref: refs/heads/{name}\n", "utf-8")
    code, said = told(capsys, "--changed")
    assert code == 1
    assert said.count("is misspelled") == 1
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "name", ["main..topic", ":/An", "@{u}", "HEAD:a.md", " ", "x\ny", "\x1b[1m", "refs/../x", "a" * 5000, "é", "\udcff"]
)
def test_what_is_no_commit_is_told(capsys, name: str):
    code, said = told(capsys, f"--changed={name}")
    assert code == 2
    assert "there is no commit '" in said
    assert not [sign for sign in said if ord(sign) < 32 and sign != "\n"]


STATES: dict[str, Callable[[], object]] = {
    "a file that leads nowhere": lambda: Path(".git").write_text("gitdir: /nowhere\n", "utf-8"),
    "a file that says nothing": lambda: Path(".git").write_text("x\n", "utf-8"),
    "a pipe": lambda: os.mkfifo(".git"),
    "a link to zeros": lambda: Path(".git").symlink_to("/dev/zero"),
    "a link to itself": lambda: Path(".git").symlink_to(".git"),
    "an empty folder": lambda: Path(".git").mkdir(),
}


@pytest.mark.parametrize("state", STATES)
def test_a_broken_repository_is_told_where_it_matters(capsys, state: str):
    Path(".git").rename("../was")
    STATES[state]()
    assert told(capsys)[0] == 1
    code, said = told(capsys, "--changed")
    assert code == 2
    assert "Git repository" in said or "`git " in said


def test_a_work_tree_of_its_own_has_a_file_for_a_repository(repository: Path, capsys, monkeypatch):
    git("commit", "-q", "-am", "More")
    git("worktree", "add", "-q", str(repository / "tree"), "main")
    monkeypatch.chdir(repository / "tree")
    Path("a.md").write_text(NEW, "utf-8")
    assert told(capsys, "--changed")[1].count("is misspelled") == 1
