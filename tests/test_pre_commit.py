"""The hooks as `pre-commit` runs them, in scratch repositories and without a network: only how copydesk is installed is left out."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("pre_commit", reason="pre-commit runs the hooks")

ROOT = Path(__file__).parent.parent
OLD = """\
# The bridge

The council will recieve the plans in May. It was a long wait.

Nobody knows who paid for the wall , and nobody asked.
"""
CLEAN = "The work begins in June.\n"
FAULTY = "They recieve it.\n"
NAMES = ["ein Artikel.md", "Brücke.md", "-quiet.md", "--exit-zero.md", "a'b\"c.md", "new\nline.md", "$(touch pwned).md", "x/-y z.md"]


class Desk:
    """A repository of articles in which hooks run."""

    def __init__(self, folder: Path, hooks: Path, environment: dict[str, str]) -> None:
        self.folder, self.hooks, self.environment = folder, hooks, environment
        folder.mkdir()
        self.git("init", "-q", "-b", "main")

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True, timeout=600)

    def git(self, *arguments: str) -> str:
        done = self.run("git", *arguments)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    def edit(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def commit(self) -> None:
        """Commit all there is without asking the hooks."""
        self.git("add", "-A")
        self.git("commit", "-q", "--no-verify", "-m", "x")

    def use(self, *hooks: str, **keys: Any) -> None:
        """Configure these hooks, each with these keys, and commit that."""
        chosen = [{"id": hook, "verbose": True, **keys} for hook in hooks]
        repos = [{"repo": str(self.hooks), "rev": head(self.hooks, self.environment), "hooks": chosen}]
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": repos}))
        self.commit()

    def use_own(self, entry: str) -> None:
        """Configure a hook that the house has written itself."""
        hook = {"id": "own", "name": "own", "entry": entry, "language": "system", "types": ["text"], "verbose": True}
        self.write(".pre-commit-config.yaml", yaml.safe_dump({"repos": [{"repo": "local", "hooks": [hook]}]}))
        self.commit()

    def install(self, kind: str = "pre-commit") -> None:
        assert self.pre_commit("install", "--hook-type", kind).returncode == 0

    def pre_commit(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.run(sys.executable, "-m", "pre_commit", *arguments)

    def hook(self, *arguments: str) -> tuple[int, str]:
        """Run the hooks over what is staged, or as the arguments say; gives exit code and output."""
        done = self.pre_commit("run", *arguments)
        return done.returncode, done.stdout + done.stderr


def head(folder: Path, environment: dict[str, str]) -> str:
    command = ["git", "rev-parse", "HEAD"]
    return subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True, text=True).stdout.strip()


def found(output: str) -> list[str]:
    """The words marked, by what the messages quote first."""
    return re.findall(r": (?:error|warning|suggestion): [^'\n]*'([^'\n]+)'", output)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A shell of its own: `copydesk` is this checkout, Git has a name and no habits."""
    folder = tmp_path_factory.mktemp("bin")
    command = folder / "copydesk"
    command.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -P -m lint "$@"\n')
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_", "CI_"))}
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "t"), ("EMAIL", "t@example.org"))}
    return {
        **kept,
        **who,
        "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}",
        "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("pre-commit")),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "PRE_COMMIT_COLOR": "never",
    }


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> Path:
    """A repository with the hooks as this one has them, but for the installation."""
    desk = Desk(tmp_path_factory.mktemp("hooks") / "copydesk", Path(), environment)
    desk.write(
        ".pre-commit-hooks.yaml", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8").replace("language: python", "language: system")
    )
    desk.commit()
    return desk.folder


@pytest.fixture
def desk(tmp_path: Path, hooks: Path, environment: dict[str, str]) -> Desk:
    """A repository with one old article, committed, in which two faults stand."""
    desk = Desk(tmp_path / "articles", hooks, environment)
    desk.write("old.md", OLD)
    desk.commit()
    return desk


def test_pre_commit_reads_the_hooks() -> None:
    command = [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    ids = [hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))]
    assert ids == ["copydesk", "copydesk-fix", "copydesk-changed", "copydesk-rules"]


def test_a_commit_with_a_fault_is_blocked(desk: Desk) -> None:
    desk.use("copydesk")
    desk.install()
    before = desk.git("rev-parse", "HEAD")
    desk.write("new.md", FAULTY)
    desk.write("code.py", "recieve = 'teh teh'\n")
    desk.git("add", "-A")
    done = desk.run("git", "commit", "-m", "New")
    assert done.returncode == 1
    assert "new.md:1:6: error: 'recieve' is misspelled: 'receive'. [typos.misspelling]" in done.stderr
    assert found(done.stderr) == ["recieve"], "neither the code nor the old article is looked at"
    assert "1 error blocks this." in done.stderr
    assert desk.git("rev-parse", "HEAD") == before


def test_a_commit_is_mended_and_passes_then(desk: Desk) -> None:
    desk.use("copydesk-fix", "copydesk")
    desk.install()
    desk.write("new.md", FAULTY)
    desk.git("add", "-A")
    done = desk.run("git", "commit", "-m", "New")
    assert done.returncode == 1
    assert "- exit code: 1" in done.stderr
    assert "- files were modified by this hook" in done.stderr
    assert "new.md:1: recieve -> receive (typos.misspelling)\n" in done.stderr
    assert "1 change in 1 file.\n" in done.stderr
    assert desk.read("new.md") == "They receive it.\n"
    desk.git("add", "-A")
    assert desk.run("git", "commit", "-m", "New").returncode == 0
    assert desk.git("show", "HEAD:new.md") == "They receive it.\n"


def test_the_fix_blocks_nothing_that_it_cannot_mend(desk: Desk) -> None:
    desk.use("copydesk-fix")
    desk.write("new.md", "Critics warn that the bridge is unsafe.\n")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 0, output
    assert "Nothing to mend; 1 finding remains, `copydesk check` shows it." in output
    desk.use("copydesk")
    assert desk.hook("--files", "new.md")[0] == 1


def test_only_what_a_commit_changes_is_told(desk: Desk) -> None:
    desk.use("copydesk-changed")
    desk.edit("old.md", "It was a long wait.", "It was teh end.")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert found(output) == ["teh"]
    assert "1 error blocks this." in output


def test_only_what_a_branch_changes_is_told_also_where_the_other_one_has_gone_on(desk: Desk) -> None:
    desk.use("copydesk-changed")
    desk.git("switch", "-q", "-c", "branch")
    desk.edit("old.md", "It was a long wait.", "It was teh end.")
    desk.commit()
    desk.git("switch", "-q", "main")
    desk.edit("old.md", "recieve", "receive")
    desk.commit()
    desk.git("switch", "-q", "branch")
    assert found(desk.hook("--from-ref", "main", "--to-ref", "HEAD")[1]) == ["teh"]


def test_only_what_is_pushed_is_told(desk: Desk, tmp_path: Path) -> None:
    desk.use("copydesk-changed")
    desk.git("init", "-q", "--bare", str(tmp_path / "remote.git"))
    desk.git("remote", "add", "origin", str(tmp_path / "remote.git"))
    desk.git("push", "-q", "-u", "origin", "main")
    desk.install("pre-push")
    for branch in ((), ("origin", "HEAD:refs/heads/branch")):
        desk.edit("old.md", desk.read("old.md").splitlines()[2], "The council will recieve the plans in May. It was teh end.")
        desk.commit()
        desk.write("clean.md", f"{CLEAN}{branch}\n")
        desk.commit()
        done = desk.run("git", "push", "-q", *branch)
        assert done.returncode == 1
        assert found(done.stdout + done.stderr) == ["teh"]
        desk.git("reset", "-q", "--hard", "HEAD~2")
        desk.write("other.md", f"{CLEAN}{branch}\n")
        desk.commit()
        desk.git("push", "-q", *branch)
        desk.git("reset", "-q", "--hard", "origin/main")


@pytest.mark.parametrize("hook", ["copydesk", "copydesk-fix", "copydesk-changed"])
def test_what_is_excluded_stays_so_where_it_is_named(desk: Desk, hook: str) -> None:
    desk.use(hook)
    desk.write(".copydesk.yml", "exclude: [archive/**]\nvocabulary: [words.txt]\n")
    desk.write(".gitignore", "drafts/\n*.tmp.md\n")
    named = ["archive/1999/a.md", "drafts/b.md", "c.tmp.md", "words.txt"]
    for name in named:
        desk.write(name, FAULTY)
    desk.write("words.txt", "recieves  # they recieve it\n")
    desk.git("add", "-A")
    desk.git("add", "--force", *named)
    code, output = desk.hook()
    assert code == 0, output
    assert desk.read("drafts/b.md") == FAULTY


def test_without_a_file_there_is_nothing_to_do(desk: Desk) -> None:
    desk.use("copydesk", "copydesk-fix", "copydesk-changed", "copydesk-rules")
    desk.write("code.py", "recieve = 1\n")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 0
    assert output.count("(no files to check)Skipped") == 4


def test_three_thousand_files_go_in_as_many_runs_as_they_need(desk: Desk) -> None:
    desk.use("copydesk")
    folder = f"{'articles-of-the-year/' * 2}2025"
    for number in range(3000):
        desk.write(f"{folder}/{number:04}.md", FAULTY if number % 1000 == 7 else CLEAN)
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert re.findall(r"/(\d+)\.md:1:6: error", output) == ["0007", "1007", "2007"], "each once, in order, whatever run it was in"
    blocked = sum(int(count) for count in re.findall(r"(\d+) errors? blocks? this\.", output))
    assert blocked == 3
    read = [int(count.replace(",", "")) for count in re.findall(r"(?:in|of) ([\d,]+) files", output)]
    assert len(read) > 1, "one run takes them all: make the names longer"
    assert sum(read) == 3000


@pytest.mark.parametrize("hook", ["copydesk", "copydesk-fix"])
def test_what_is_accepted_stays_so(desk: Desk, hook: str) -> None:
    assert desk.run("copydesk", "baseline", "--with-errors").returncode == 0
    desk.use(hook)
    desk.edit("old.md", "a long wait", "a longer wait")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 0, output
    desk.edit("old.md", "a longer wait", "teh end")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert found(output) == (["teh"] if hook == "copydesk" else [])
    assert "recieve" in desk.read("old.md")


@pytest.mark.parametrize("hook", ["copydesk", "copydesk-fix", "copydesk-changed"])
@pytest.mark.parametrize("name", NAMES)
def test_a_file_may_have_any_name(desk: Desk, hook: str, name: str) -> None:
    desk.use(hook)
    desk.write(name, FAULTY)
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    told = name.replace("\n", "\\n")
    assert (f"{told}:1: recieve" if hook == "copydesk-fix" else f"{told}:1:6: error") in output
    assert not (desk.folder / "pwned").exists()


def test_no_name_of_a_file_is_an_option(desk: Desk) -> None:
    desk.use("copydesk")
    desk.write("all.md", "packs: []\n")
    desk.write("--config=all.md", FAULTY)
    desk.git("add", "-A")
    assert found(desk.hook()[1]) == ["recieve"]


@pytest.mark.parametrize("entry", ["copydesk check --changed", "copydesk check --changed=", "copydesk check --changed --"])
def test_the_first_file_behind_changed_is_no_commit(desk: Desk, entry: str) -> None:
    desk.use_own(entry)
    desk.write("first.md", FAULTY)
    desk.edit("old.md", "a long wait", "teh end")
    desk.git("add", "-A")
    assert found(desk.hook()[1]) == ["recieve", "teh"]


@pytest.mark.parametrize("entry", ["copydesk check --changed=", "copydesk check --changed --", None])
def test_nor_is_it_where_a_branch_has_its_name(desk: Desk, entry: str | None) -> None:
    desk.use_own(entry) if entry else desk.use("copydesk-changed")
    desk.git("branch", "first.md", "HEAD~1")
    desk.write("first.md", FAULTY)
    desk.git("add", "-A")
    assert found(desk.hook()[1]) == ["recieve"]


def test_a_hook_takes_options(desk: Desk) -> None:
    desk.use("copydesk", args=["--fail-level", "error", "--"])
    desk.write("new.md", "Critics warn that the bridge is unsafe.\n")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 0
    assert "1 warning: nothing blocks this." in output


def test_only_what_is_staged_counts(desk: Desk) -> None:
    desk.use("copydesk", "copydesk-changed")
    desk.write("new.md", CLEAN)
    desk.git("add", "-A")
    desk.write("new.md", FAULTY)
    assert desk.hook()[0] == 0, "a fault that is not staged"
    desk.git("add", "-A")
    desk.write("new.md", CLEAN)
    code, output = desk.hook()
    assert (code, found(output)) == (1, ["recieve", "recieve"]), "a fault that is staged, but mended since"
    assert desk.read("new.md") == CLEAN


def test_a_fix_that_meets_what_is_not_staged_is_taken_back(desk: Desk) -> None:
    desk.use("copydesk-fix")
    desk.write("new.md", FAULTY)
    desk.git("add", "-A")
    desk.write("new.md", FAULTY.replace("it", "them"))
    code, output = desk.hook()
    assert code == 1
    assert "Rolling back fixes" in output
    assert desk.read("new.md") == FAULTY.replace("it", "them")


def test_a_fix_may_leave_what_did_not_change(desk: Desk) -> None:
    desk.use("copydesk-fix", args=["--changed", "--"])
    desk.edit("old.md", "a long wait", "teh end")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert "old.md:3: teh -> the (typos.misspelling)" in output
    assert desk.read("old.md") == OLD.replace("a long wait", "the end")


def test_all_files_are_compared_with_where_the_branch_began(desk: Desk) -> None:
    desk.use("copydesk-changed")
    desk.git("switch", "-q", "-c", "branch")
    assert desk.hook("--all-files")[0] == 0
    desk.edit("old.md", "It was a long wait.", "It was teh end.")
    desk.commit()
    code, output = desk.hook("--all-files")
    assert code == 1
    assert found(output) == ["teh"]


RULE = """\
extends: existence
message: "'%s' is no word of this house."
tokens: [utilise]
examples:
  - bad: They utilise it.
    flags: utilise
  - ok: {ok}
"""


def test_rules_of_a_house_are_proved(desk: Desk) -> None:
    desk.use("copydesk-rules")
    desk.write(".copydesk.yml", "packs: [typos, styles/Gazette]\n")
    desk.write("styles/Gazette/words.yml", RULE.format(ok="They use it."))
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 0, output
    assert " proved." in output
    desk.write("styles/Gazette/words.yml", RULE.format(ok="They utilise that."))
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert "1 failed." in output
    desk.write("styles/Gazette/words.yml", "extends: existence\nmessage: x\ntokns: [a]\n")
    desk.git("add", "-A")
    code, output = desk.hook()
    assert code == 1
    assert "- exit code: 2" in output
    assert "styles/Gazette/words.yml:3:1" in output
