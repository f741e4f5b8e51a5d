"""The house itself: floors, types, style, dead code, generated pages, proofs, hook file."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

import lint
from lint import kinds, manual, packs
from lint.desk import asks_grammar
from lint.document import Reading
from lint.examples import disturbances, prove
from lint.formats import parse
from lint.kind_keys import schema_of

ROOT = Path(__file__).parent.parent
RULES = [rule for name in packs.bundled_names() for rule in packs.bundled(name).rules]
MODULES = sorted((ROOT / "lint").rglob("*.py"))
BANNED_NAMES = {"utils", "util", "common", "helpers", "base", "core", "manager", "misc"}


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    "command",
    [
        ("ruff", "check"),
        ("ruff", "format", "--check"),
        ("mypy",),
        ("vulture",),
    ],
    ids=lambda command: " ".join(command),
)
def test_the_code_passes(command):
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_imports_run_downward_only():
    done = subprocess.run([Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_only_the_door_prints():
    output = re.compile(r"\bprint\(|\bsys\.std(?:out|err)\b|\bclick\.echo\(|\bos\.write\(")
    printing = {str(path.relative_to(ROOT)) for path in MODULES if output.search(path.read_text(encoding="utf-8"))}
    assert printing == {"lint/cli.py"}


def test_named_tuples_are_those_that_are_quickly_made():
    slow = re.compile(r"^(?:from typing import .*\bNamedTuple\b|from collections import .*\bnamedtuple\b)", re.MULTILINE)
    assert [path.name for path in MODULES if slow.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("name", kinds.names())
def test_the_page_for_rule_writers_names_every_kind_and_key(name):
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]
    for key in schema_of(kinds.load(name)).values:
        assert f"`{key}`" in row, key


FLOORS_WITHOUT_A_DISK = [
    "text",
    "diagnostic",
    "document",
    "house",
    "pattern",
    "scope",
    "rule",
    "prefilter",
    "exceptions",
    "engine",
    "mending",
    "directives",
]


@pytest.mark.parametrize("name", [*FLOORS_WITHOUT_A_DISK, "examples", "formats/", "language/", "markup/", "kinds/"])
def test_the_lower_floors_touch_no_disk_clock_or_environment(name):
    allowed = {ROOT / "lint/kinds/__init__.py", ROOT / "lint/formats/__init__.py"}
    paths = sorted((ROOT / "lint" / name).rglob("*.py")) if name.endswith("/") else [ROOT / "lint" / f"{name}.py"]
    for path in set(paths) - allowed:
        imported = {
            alias.name.split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in ([ast.alias(node.module or "")] if isinstance(node, ast.ImportFrom) else node.names)
        }
        assert not imported & {"os", "io", "time", "random", "socket", "subprocess", "tempfile", "shutil"}, path


def test_no_module_has_a_name_that_says_nothing():
    assert not [path for path in MODULES if path.stem in BANNED_NAMES]


def test_every_public_module_and_class_says_what_it_is():
    for path in MODULES:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_is_proved_by_the_examples_in_its_file(rule):
    if asks_grammar([rule]):
        pytest.skip("it asks LanguageTool: tests/test_grammar.py proves it where that is installed")
    assert not [unproved.message for unproved in prove(rule, lambda source: parse(source, Reading()))]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_has_a_manual_and_a_proof(rule):
    assert sum(example.bad for example in rule.examples) >= 2
    assert sum(not example.bad for example in rule.examples) >= 2
    for sentence in (rule.summary, rule.why):
        assert sentence.endswith((".", ")")), sentence
    assert re.fullmatch(r"[a-z]+\.[a-z]+(?:-[a-z]+)*", rule.id)


def test_every_default_rule_is_quiet_on_the_good_text_of_every_other():
    default = [rule for rule in RULES if rule.enabled]
    assert not [unproved.message for unproved in disturbances(default, lambda source: parse(source, Reading()))]


def test_no_bundled_rule_file_is_faulty():
    assert not [fault.diagnostic.message for name in packs.bundled_names() for fault in packs.bundled(name).faults]


def test_there_are_four_packs_and_one_that_is_asked_for():
    assert set(packs.bundled_names()) == {*packs.default_names(), "grammar"}
    assert set(packs.default_names()) == {"typos", "dashes", "attribution", "readability"}


@pytest.mark.parametrize("name", packs.bundled_names())
def test_the_readme_of_a_pack_is_the_one_its_rules_give(name, golden):
    golden(ROOT / "rules" / name / "README.md", manual.readme(name, packs.bundled(name).rules))


@pytest.mark.parametrize("name", kinds.names())
def test_the_rule_in_the_docstring_of_a_kind_is_a_rule(name):
    module = sys.modules[kinds.load(name).__module__]
    _, _, text = (module.__doc__ or "").partition("\n\n")
    raw = yaml.safe_load(text)
    assert raw["extends"] == name
    assert raw["message"]


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/gate.md"])
def test_the_pages_name_only_files_that_exist(page):
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", text):
        assert (ROOT / page).parent.joinpath(target).exists(), target
    for module in re.findall(r"`(lint/[\w/]+\.py)`", text):
        assert (ROOT / module).exists(), module


def test_what_the_readme_shows_is_what_the_commands_print(tmp_path):
    shown = "".join(re.findall(r"```text\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)).splitlines()
    for folder in ("articles", "vale"):
        shutil.copytree(ROOT / "fixtures" / folder, tmp_path / "fixtures" / folder)
    printed = {
        line
        for arguments in (
            "check fixtures/vale/project",
            "check --no-config fixtures/articles",
            "words fixtures/articles",
            "init --dry-run fixtures/articles",
            "quotes fixtures/articles",
            "check --no-config --format github fixtures/articles",
            "check --no-config --format markdown fixtures/articles",
            "stet fixtures/articles/ferry.html:48 typos.misspelling --because x --who x",
            "fix --no-config fixtures/articles",
        )
        for line in subprocess.run(
            [sys.executable, "-m", "lint", *arguments.split()],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "100"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        ).stdout.splitlines()
    }
    assert [line for line in shown if line not in printed] == []


def test_the_snippet_for_notebooks_runs(capsys):
    (snippet,) = re.findall(r"```python\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    exec(snippet, {})
    assert "typos.misspelling" in (out := capsys.readouterr().out)
    assert out.endswith("They will receive the prize.\n")


def test_the_rule_that_the_readme_shows_proves_itself(tmp_path):
    (snippet,) = re.findall(r"```yaml\n(# styles/Gazette.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    (tmp_path / "Gazette").mkdir()
    (tmp_path / "Gazette" / "long-verb.yml").write_text(snippet, encoding="utf-8")
    (rule,) = packs.load(tmp_path / "Gazette").rules
    assert not prove(rule, lambda source: parse(source, Reading()))


def test_copydesk_finds_no_fault_in_its_own_pages():
    done = run("lint", "check", "--no-config", "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs", "rules")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_copydesk_finds_no_fault_in_the_manual_of_a_rule(rule):
    page = f"{rule.summary}\n\n{rule.why}\n"
    assert not [diagnostic.message for diagnostic in lint.check(page, name="page.md")]
