"""The package as others install it: what is in the wheel, and the hooks run by pre-commit itself."""

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


@pytest.fixture(scope="module")
def venv_hooks(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hooks as a repository's own, run by the interpreter of the tests: what they do is tested here, their installation above."""
    pytest.importorskip("pre_commit", reason="pre-commit runs the hooks")
    yaml = pytest.importorskip("yaml")
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        hook["language"] = "system"
        hook["entry"] = hook["entry"].replace("copydesk", f"{sys.executable} -m lint", 1)
    file = tmp_path_factory.mktemp("hooks") / "hooks.yaml"
    file.write_text(yaml.safe_dump([{"repo": "local", "hooks": hooks}]), "utf-8")
    return file


@pytest.fixture
def newsroom(venv_hooks: Path, tmp_path: Path) -> Path:
    """A repository of articles with old faults, in which the hooks are configured."""
    articles = tmp_path / "articles"
    articles.mkdir()
    (articles / "old.md").write_text("The council will recieve the plans. It was a long wait.\n")
    (articles / ".pre-commit-config.yaml").write_text(f"repos:\n{venv_hooks.read_text('utf-8')}")
    commit(articles)
    return articles


def hook(newsroom: Path, name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    run(*GIT, "add", "-A", cwd=newsroom)
    command = [sys.executable, "-m", "pre_commit", "run", name, "--verbose", *arguments]
    return run(
        *command, cwd=newsroom, PRE_COMMIT_HOME=str(newsroom.parent / "cache"), PYTHONPATH=str(ROOT), XDG_CACHE_HOME=str(newsroom.parent)
    )


def test_a_commit_is_blocked(newsroom: Path) -> None:
    (newsroom / "new.md").write_text("They recieve it.\n")
    done = hook(newsroom, "copydesk")
    assert done.returncode == 1
    assert "new.md:1:6: error" in done.stdout
    assert "1 error blocks this." in done.stdout
    assert "old.md" not in done.stdout


def test_a_commit_is_mended_and_passes_the_second_time(newsroom: Path) -> None:
    (newsroom / "new.md").write_text("They recieve the the prize. Critics warn of it.\n")
    first, second = hook(newsroom, "copydesk-fix"), hook(newsroom, "copydesk-fix")
    assert first.returncode == 1
    assert "recieve -> receive" in first.stdout
    assert (newsroom / "new.md").read_text() == "They receive the prize. Critics warn of it.\n"
    assert second.returncode == 0, second.stdout


@pytest.mark.parametrize("name", ["with blank.md", "üb-er.md", "-dash.md", "main"])
def test_only_changed_sentences_are_judged(newsroom: Path, name: str) -> None:
    path = newsroom / (name if name.endswith(".md") else f"{name}.md")
    path.write_text("The council will recieve the plans. It was a long wait.\n")
    commit(newsroom)
    path.write_text("The council will recieve the plans. It was teh end.\n")
    done = hook(newsroom, "copydesk-changed")
    assert done.returncode == 1, done.stdout
    assert "'teh' is misspelled" in done.stdout
    assert "recieve'" not in done.stdout


def test_a_push_is_compared_with_what_was_pushed(newsroom: Path) -> None:
    (newsroom / "old.md").write_text("The council will recieve the plans. It was teh end.\n")
    run(*GIT, "commit", "-qam", "y", cwd=newsroom)
    done = hook(newsroom, "copydesk-changed", "--from-ref", "HEAD~1", "--to-ref", "HEAD")
    assert done.returncode == 1
    assert "'teh' is misspelled" in done.stdout
    assert "recieve'" not in done.stdout
    assert hook(newsroom, "copydesk-changed").returncode == 0


def test_what_is_excluded_is_left_out_also_where_it_is_named(newsroom: Path) -> None:
    (newsroom / ".copydesk.yml").write_text("exclude: ['archive/**']\n")
    (newsroom / "archive").mkdir()
    (newsroom / "archive" / "a.md").write_text("They recieve it.\n")
    done = hook(newsroom, "copydesk")
    assert done.returncode == 0, done.stdout


def test_without_files_nothing_is_done(newsroom: Path) -> None:
    assert hook(newsroom, "copydesk").returncode == 0


def test_a_baseline_counts_in_a_hook(newsroom: Path) -> None:
    run(sys.executable, "-m", "lint", "baseline", "--with-errors", cwd=newsroom, PYTHONPATH=str(ROOT))
    assert hook(newsroom, "copydesk", "--all-files").returncode == 0


def test_many_files_go_in_one_run(newsroom: Path) -> None:
    for number in range(3000):
        (newsroom / f"article-with-a-rather-long-name-{number:04}.md").write_text(f"This is article {number} of the house.\n")
    (newsroom / "article-with-a-rather-long-name-1500.md").write_text("They recieve it.\n")
    done = hook(newsroom, "copydesk")
    assert done.returncode == 1
    assert done.stdout.count("'recieve' is misspelled") == 1
    assert "1 error blocks this." in done.stdout


def test_a_repository_proves_its_own_rules(newsroom: Path) -> None:
    pack = newsroom / "styles" / "Gazette"
    pack.mkdir(parents=True)
    (newsroom / ".copydesk.yml").write_text("packs: [typos, styles/Gazette]\n")
    rule = "extends: existence\nmessage: \"No '%s'.\"\ntokens: [utilize]\n"
    rule += "examples:\n  - bad: We utilize it.\n    flags: {}\n  - ok: We use it.\n"
    (pack / "long-verb.yml").write_text(rule.format("utilize"))
    assert hook(newsroom, "copydesk-rules").returncode == 0
    (pack / "long-verb.yml").write_text(rule.format("use"))
    done = hook(newsroom, "copydesk-rules")
    assert done.returncode == 1
    assert "expected 'use' to be flagged, got 'utilize'" in done.stdout
