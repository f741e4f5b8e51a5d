"""The recipes for CI as they stand in `docs/` and `action.yml`: read by the published schemas, their scripts run by their shells."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "gate.md"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
GITLAB = yaml.safe_load((ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8"))
STEPS = {step.get("id") or step["name"]: step for step in ACTION["runs"]["steps"]}
GITHUB_BASH = ("bash", "--noprofile", "--norc", "-eo", "pipefail")
NEW = "\nThey recieve the keys. Nobody knows who paid for the wall , and nobody asked.\n"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """A shell of its own: `copydesk` is this checkout, Git has a name and no habits, no service is around."""
    command = tmp_path / "bin" / "copydesk"
    command.parent.mkdir()
    command.write_text(f'#!/bin/sh\nPYTHONPATH={shlex.quote(str(ROOT))} exec {shlex.quote(sys.executable)} -P -m lint "$@"\n')
    command.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT", "GITHUB_", "CI_", "RUNNER_"))}
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "t"), ("EMAIL", "t@example.org"))}
    path = f"{command.parent}{os.pathsep}{os.environ['PATH']}"
    return {**kept, **who, "PATH": path, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_PAGER": "cat"}


@pytest.fixture
def archive(tmp_path: Path, environment: dict[str, str]) -> Path:
    """The archive of the page, committed."""
    folder = tmp_path / "archive"
    shutil.copytree(ROOT / "fixtures" / "gate", folder)
    for command in ("git init -q -b main", "git add -A", "git commit -q -m Articles"):
        run(shlex.split(command), folder, environment)
    return folder


def run(command: list[str] | tuple[str, ...], folder: Path, environment: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300)


# What the page shows


def test_the_sessions_of_the_page_are_what_happens(archive: Path, environment: dict[str, str], golden: Callable[[Path, str], None]) -> None:
    def session(block: re.Match[str]) -> str:
        commands = [line for line in block[0].splitlines() if line.startswith("$ ")]
        return "".join(["```console\n", *(f"{line}\n{answer(line[2:], archive, environment)}" for line in commands), "```\n"])

    told = PAGE.read_text("utf-8")
    golden(PAGE, re.sub(r"^```console\n.*?^```\n", session, told, flags=re.DOTALL | re.MULTILINE))


def answer(command: str, folder: Path, environment: Mapping[str, str]) -> str:
    """What a command says to a person, both streams in their order."""
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
    )
    return done.stdout


def test_the_plain_line_runs(archive: Path, environment: dict[str, str]) -> None:
    (line,) = re.findall(r"^```sh\n(.*?)^```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert run(["sh", "-ec", line], archive, environment).returncode == 0
    (archive / "articles" / "new.md").write_text(NEW)
    assert run(["sh", "-ec", line], archive, environment).returncode == 1
    assert "typos.misspelling" in (archive / "copydesk.xml").read_text("utf-8")


def test_the_configuration_of_a_publish_branch_asks_for_reasons(archive: Path, environment: dict[str, str]) -> None:
    (archive / ".copydesk.yml").write_text(block("fail-level: warning"))
    exceptions = "<!-- stet -->", "<!-- copydesk allow typos.misspelling -->", "<!-- stet: so said the maker -->"
    (archive / "articles" / "new.md").write_text("".join(f"They recieve it. {exception}\n\n" for exception in exceptions))
    done = run(["copydesk", "check", "articles/new.md"], archive, environment)
    assert done.returncode == 1
    assert "[copydesk.unexplained-stet]" in done.stdout
    assert "[copydesk.unexplained-allow]" in done.stdout
    assert "2 errors block this." in done.stdout


def test_pre_commit_reads_the_configuration_of_the_page(tmp_path: Path) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit reads it")
    (tmp_path / "config.yaml").write_text(block("# .pre-commit-config.yaml"))
    done = run([sys.executable, "-m", "pre_commit", "validate-config", "config.yaml"], tmp_path, os.environ)
    assert done.returncode == 0, done.stdout
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    assert {hook["id"] for hook in yaml.safe_load(block("# .pre-commit-config.yaml"))["repos"][0]["hooks"]} <= known


def block(first: str) -> str:
    """The YAML of the page that begins with this line."""
    blocks = re.findall(r"^( *)```yaml\n(.*?)^ *```", PAGE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    (found,) = [text for indent, text in blocks if text.startswith(indent + first)]
    return found


# What the services read


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        ("github-actions", (ROOT / "action.yml").read_text("utf-8")),
        ("github-workflows", block("# .github/workflows/copydesk.yml")),
        ("gitlab-ci", (ROOT / "docs" / "gitlab-ci.yml").read_text("utf-8")),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_the_published_schema_accepts_it(tmp_path: Path, schema: str, text: str) -> None:
    pytest.importorskip("check_jsonschema", reason="check-jsonschema brings the schemas")
    (tmp_path / "file.yml").write_text(text, "utf-8")
    done = run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", "file.yml"], tmp_path, os.environ)
    assert done.returncode == 0, done.stdout
    (tmp_path / "file.yml").write_text(
        text.replace("description:", "descripton:").replace("runs-on:", "run-on:").replace("script:", "scrip:")
    )
    done = run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", "file.yml"], tmp_path, os.environ)
    assert done.returncode == 1, "the schema accepts anything"


@pytest.mark.parametrize("source", [ROOT / "action.yml", PAGE], ids=lambda path: path.name)
def test_no_value_is_written_into_a_script(source: Path) -> None:
    text = source.read_text("utf-8")
    documents = [text] if source.suffix == ".yml" else re.findall(r"^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    scripts = [script for document in documents for script in scripts_in(yaml.safe_load(document))]
    assert scripts or source is PAGE
    assert not [script for script in scripts if "${{" in script]


def scripts_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "run" and isinstance(value, str):
                yield value
            yield from scripts_in(value)
    elif isinstance(node, list):
        for value in node:
            yield from scripts_in(value)


def test_every_input_is_used_and_told_and_only_these() -> None:
    used = set(re.findall(r"inputs\.([\w-]+)", json.dumps(ACTION["runs"])))
    assert used == set(ACTION["inputs"])
    table = PAGE.read_text("utf-8").partition("| input | says |")[2].partition("\n\n")[0]
    assert {name for line in table.splitlines() for name in re.findall(r"`([\w-]+)`", line.split("|")[1] if "|" in line else "")} == used
    workflow = yaml.safe_load(block("# .github/workflows/copydesk.yml"))
    assert set(workflow["jobs"]["copydesk"]["steps"][-1]["with"]) <= used


# What the action does


class Runner:
    """What GitHub's runner does for the steps of the action that are scripts."""

    def __init__(self, folder: Path, scratch: Path, environment: dict[str, str]) -> None:
        self.folder, self.scratch, self.environment = folder, scratch, environment
        self.outputs: dict[str, str] = {"steps.install.outputs.command": "copydesk"}
        self.summary = ""
        scratch.mkdir()

    def step(self, name: str, inputs: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run one step as GitHub does: its script in a file, its environment filled in, its outputs read."""
        step = STEPS[name]
        files = {variable: self.scratch / f"{variable}-{name}" for variable in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY")}
        for file in files.values():
            file.write_text("")
        script = self.scratch / f"{name}.sh"
        script.write_text(step["run"])
        filled = {key: self.filled(value, inputs) for key, value in step["env"].items()}
        given = {key: str(path) for key, path in files.items()}
        around = {"RUNNER_TEMP": str(self.scratch), "GITHUB_ACTION_PATH": str(ROOT), "GITHUB_ACTIONS": "true", **given}
        done = run([*GITHUB_BASH, str(script)], self.folder, {**self.environment, **around, **filled})
        for line in files["GITHUB_OUTPUT"].read_text().splitlines():
            key, _, value = line.partition("=")
            self.outputs[f"steps.{name}.outputs.{key}"] = value
        self.summary = files["GITHUB_STEP_SUMMARY"].read_text("utf-8") or self.summary
        return done

    def filled(self, value: str, inputs: Mapping[str, str]) -> str:
        (name,) = re.findall(r"^\$\{\{ ([\w.-]+) \}\}$", value)
        if name.startswith("inputs."):
            key = name.removeprefix("inputs.")
            return inputs.get(key, ACTION["inputs"][key]["default"])
        return self.outputs.get(name, "")

    def check(self, **inputs: str) -> tuple[int, str]:
        """Check and verdict; gives the exit code of the job and what the log has."""
        given = {key.replace("_", "-"): value for key, value in inputs.items()}
        assert given.keys() <= ACTION["inputs"].keys()
        done = self.step("check", given)
        assert done.returncode == 0, "the step may not fail, or nothing is uploaded"
        verdict = self.step("Verdict", given)
        assert str(verdict.returncode) == self.outputs["steps.check.outputs.exit-code"]
        return verdict.returncode, done.stdout + done.stderr


@pytest.fixture
def runner(archive: Path, tmp_path: Path, environment: dict[str, str]) -> Runner:
    run(["git", "switch", "-q", "-c", "branch"], archive, environment)
    (archive / "articles" / "ferry.md").write_text((archive / "articles" / "ferry.md").read_text() + NEW)
    return Runner(archive, tmp_path / "runner temp", environment)


def words(log: str) -> list[str]:
    """Where annotations stand and what rule they name."""
    return re.findall(r"^::\w+ file=articles/([\w. -]+\.md),line=(?:\d+),.*title=([\w.-]+)::", log, re.MULTILINE)


BRIDGE = [("bridge.md", "typos.misspelling"), ("bridge.md", "typos.space-before-punctuation")]
FERRY = [("ferry.md", "typos.misspelling"), ("ferry.md", "typos.space-before-punctuation")]


@pytest.mark.parametrize(
    ("inputs", "code", "told"),
    [
        ({}, 1, BRIDGE + FERRY),
        ({"changed": "true"}, 1, FERRY),
        ({"changed": "false"}, 1, BRIDGE + FERRY),
        ({"changed": "HEAD"}, 1, FERRY),
        ({"changed": "nowhere"}, 2, []),
        ({"changed": "true", "paths": "articles/bridge.md"}, 0, []),
        ({"paths": "articles/ferry.md\narticles/bridge.md\n"}, 1, FERRY + BRIDGE),
        ({"paths": ""}, 1, BRIDGE + FERRY),
        ({"paths": "articles/none.md"}, 2, []),
        ({"fail-level": "error", "paths": "articles/ferry.md"}, 1, FERRY),
        ({"fail-level": "fatal"}, 2, []),
        ({"config": "quiet.yml"}, 0, []),
        ({"config": "loud.yml", "max-warnings": "1", "paths": "articles/ferry.md"}, 0, FERRY[1:]),
        ({"config": "loud.yml", "max-warnings": "0", "paths": "articles/ferry.md"}, 1, FERRY[1:]),
    ],
)
def test_the_action_checks_as_its_inputs_say(runner: Runner, inputs: dict[str, str], code: int, told: list[tuple[str, str]]) -> None:
    (runner.folder / "quiet.yml").write_text("rules: {typos: off}\n")
    (runner.folder / "loud.yml").write_text("rules: {typos.misspelling: off, typos.spelling: off}\n")
    ended, log = runner.check(**inputs)
    assert (ended, words(log)) == (code, told), log


def test_the_action_leaves_reports_also_where_something_blocks(runner: Runner) -> None:
    code, _ = runner.check(sarif="out put.sarif", comment="comment.md", changed="true")
    assert code == 1
    results = json.loads((runner.folder / "out put.sarif").read_text("utf-8"))["runs"][0]["results"]
    assert [result["ruleId"] for result in results] == [rule for _, rule in FERRY]
    assert (runner.folder / "comment.md").read_text("utf-8") == runner.summary
    assert runner.summary.startswith("### copydesk: 2 findings in 1 of 2 files\n\nThis check fails.")


@pytest.mark.parametrize("name", sorted(set(ACTION["inputs"]) - {"upload-sarif"}))
@pytest.mark.parametrize(
    "value", ["$(touch pwned)", "`touch pwned`", "; touch pwned", '"; touch pwned; "', "--exit-zero", "a\nexit-code=0"]
)
def test_no_input_is_a_command_or_another_option(runner: Runner, name: str, value: str) -> None:
    code, log = runner.check(**{name: value})
    assert not (runner.folder / "pwned").exists()
    assert code != 0, log


def test_a_shallow_clone_does_not_pass(runner: Runner, tmp_path: Path) -> None:
    for command in (["add", "-A"], ["commit", "-qm", "New"], ["switch", "-q", "main"], ["commit", "-qm", "On", "--allow-empty"]):
        assert run(["git", *command], runner.folder, runner.environment).returncode == 0
    source, runner.folder = runner.folder, tmp_path / "shallow"
    run(
        ["git", "clone", "-q", "--depth", "1", "-b", "branch", source.as_uri(), str(runner.folder)],
        tmp_path,
        runner.environment,
    )
    runner.environment["GITHUB_BASE_REF"] = "main"
    code, log = runner.check(changed="true")
    assert code == 2
    assert "`fetch-depth: 0`" in log
    assert "::error title=copydesk::Something could not be read or run" in log
    run(["git", "remote", "set-branches", "origin", "*"], runner.folder, runner.environment)
    run(["git", "fetch", "-q", "--unshallow"], runner.folder, runner.environment)
    code, log = runner.check(changed="true")
    assert (code, words(log)) == (1, FERRY)


def test_the_action_installs_copydesk_from_its_own_folder(runner: Runner) -> None:
    """No file of the checkout under review is imported: a `pip.py`, a `venv.py` or a `lint` that lies there."""
    for name in ("pip.py", "venv.py", "lint.py"):
        (runner.folder / name).write_text("open('pwned', 'w')\nraise SystemExit(3)\n")
    runner.outputs["steps.python.outputs.python-path"] = sys.executable
    done = runner.step("install", {})
    said = done.stdout + done.stderr
    if done.returncode and re.search("Could not find a version|Failed to establish a new connection|No matching distribution", said):
        pytest.skip("pip cannot install here: no package index within reach")
    assert done.returncode == 0, said
    code, log = runner.check()
    assert (code, words(log)) == (1, BRIDGE + FERRY), log
    assert not (runner.folder / "pwned").exists()


def test_the_verdict_comes_last_and_nothing_is_uploaded_for_a_fork_or_a_broken_run() -> None:
    assert list(STEPS) == ["python", "install", "check", "Upload to code scanning", "Verdict"]
    assert STEPS["Verdict"]["if"].startswith("always()")
    condition = STEPS["Upload to code scanning"]["if"]
    assert "github.event.pull_request.head.repo.full_name == github.repository" in condition
    assert """contains(fromJSON('["0", "1"]'), steps.check.outputs.exit-code)""" in condition


# What the job on GitLab does


@pytest.mark.parametrize("shell", ["bash", "sh"])
@pytest.mark.parametrize(
    ("variables", "told"),
    [
        ({}, BRIDGE + FERRY),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "main"}, FERRY),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": "nowhere", "CI_MERGE_REQUEST_TARGET_BRANCH_SHA": "main"}, FERRY),
    ],
)
def test_the_job_on_gitlab(runner: Runner, shell: str, variables: dict[str, str], told: list[tuple[str, str]]) -> None:
    job = GITLAB["copydesk"]
    done = run([shell, "-ec", "\n".join(job["script"])], runner.folder, {**runner.environment, **variables})
    assert done.returncode == 1, done.stderr
    issues = json.loads((runner.folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    assert [(Path(each["location"]["path"]).name, each["check_name"]) for each in issues] == told
    assert (runner.folder / job["artifacts"]["reports"]["junit"]).read_text("utf-8").count("<failure") == len(told)
    assert job["artifacts"]["when"] == "always"


def test_the_job_on_gitlab_does_not_pass_for_want_of_history(runner: Runner) -> None:
    variables = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": "0123456789012345678901234567890123456789"}
    done = run(["sh", "-ec", "\n".join(GITLAB["copydesk"]["script"])], runner.folder, {**runner.environment, **variables})
    assert done.returncode == 2
    assert "there is no commit" in done.stderr
