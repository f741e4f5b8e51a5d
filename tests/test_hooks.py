"""The package as others install it: what is in the wheel, and that pre-commit can install its hooks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GIT = ["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main"]


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, timeout=600)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with what a release of this one has, committed."""
    folder = tmp_path_factory.mktemp("checkout") / "copydesk"
    folder.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("lint", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    commit(folder)
    return folder


def commit(folder: Path) -> None:
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        done = run(*GIT, *command, cwd=folder)
        assert done.returncode == 0, done.stderr


def test_the_wheel_holds_the_package_with_all_rules(checkout: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    done = run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=checkout)
    assert done.returncode == 0, done.stderr
    (wheel,) = tmp_path.glob("copydesk-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {f"lint/rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in (ROOT / "rules").rglob("*.yml")}
    assert rules
    assert rules <= names
    assert {"lint/cli.py", "lint/formats/markdown.py", "lint/reporters/text.py"} <= names
    assert not [name for name in names if name.startswith(("tests/", "fixtures/", "rules/"))]


def test_an_installed_wheel_finds_its_rules(checkout: Path, tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="hatchling builds the wheel")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=checkout)
    (wheel,) = tmp_path.glob("copydesk-*.whl")
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "a.md").write_text("The the cat sat.\n")
    done = run(sys.executable, "-m", "lint", "check", "a.md", cwd=tmp_path, PYTHONPATH=str(tmp_path / "site"))
    assert "typos.repeated-word" in done.stdout
    assert done.returncode == 1


def test_the_hooks_work_under_pre_commit(checkout: Path, tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit runs the hooks")
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "a.md").write_text("The the cat sat.\n")
    (articles / "b.html").write_text("<p>All is well.</p>\n")
    (articles / "c.py").write_text("the_the = 'the the'\n")
    commit(articles)
    check, fix, again = (try_hook(checkout, articles, tmp_path, hook) for hook in ("copydesk", "copydesk-fix", "copydesk"))
    assert check.returncode == 1, check.stdout + check.stderr
    assert "a.md:1:1: error" in check.stdout
    assert "c.py" not in check.stdout
    assert fix.returncode == 1
    assert "a.md:1: The the -> The (typos.repeated-word)" in fix.stdout
    assert "files were modified by this hook" in fix.stdout
    assert (articles / "a.md").read_text() == "The cat sat.\n"
    assert again.returncode == 0, again.stdout + again.stderr


def try_hook(checkout: Path, articles: Path, scratch: Path, hook: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(checkout), hook, "--all-files", "--verbose"]
    done = run(*command, cwd=articles, PRE_COMMIT_HOME=str(scratch / "cache"), PYTHONPATH="")
    told = done.stdout + done.stderr
    if "Could not find a version" in told or "Failed to establish a new connection" in told or "No matching distribution" in told:
        pytest.skip("pip cannot install here: no package index within reach")
    return done
