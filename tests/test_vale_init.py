"""A Vale project written as a `.copydesk.yml`: the same rules run at the same levels, and what cannot be said stands in a comment."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from test_vale_project import FIXTURES, configured, found, levels, run

from lint import config
from lint.config import Configuration
from lint.vale_init import written
from lint.vale_project import ValeConfiguration, load_project
from lint.yaml_text import mapping


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, to write in."""
    shutil.copytree(FIXTURES / "project", tmp_path / "project")
    return tmp_path / "project"


def rewritten(configuration: Configuration) -> Configuration:
    """The configuration of ours that is written from a Vale one."""
    assert isinstance(configuration, ValeConfiguration)
    path = configuration.folder / ".copydesk.yml"
    path.write_text(written(configuration), encoding="utf-8")
    return config.load(path)


@pytest.mark.parametrize("path", ["page.md", "lab/notes.md", "draft.md"])
def test_the_same_is_found_in_a_whole_project(project: Path, path: str) -> None:
    before = load_project(project / ".vale.ini")
    assert found(rewritten(before), path) == found(before, path)


SECTIONS = [
    "MinAlertLevel = warning\n[*]\nBasedOnStyles = Desk, Other\nDesk = error\nOther.Thing = NO\nDesk.Long[max] = 2",
    "[*]\nBasedOnStyles = Desk\nOther.Thing = YES\n[lab/*]\nBasedOnStyles = Vale\nDesk.Hedge = error\n[docs/*.txt]\nBasedOnStyles = Other",
    "[*.{md,txt}]\nBasedOnStyles = Desk\n[lab/*.md]\nDesk = NO\n[*a.md]\nDesk = YES\nVale.Repetition = warning",
    "[*]\nBasedOnStyles = Other\nOther = NO\n[lab/**/*.md]\nOther = YES\n[*.txt]\nBasedOnStyles =\n",
    "Vocab = House\n[*]\nBasedOnStyles = Vale\nVocab = Lab\nVale.Spelling = NO\nVale.Lab.Avoid = NO",
    "Vocab = House\n[*]\nBasedOnStyles = Vale\n[lab/*.md]\nVocab = Lab\nVale.Lab.Terms = suggestion",
]


@pytest.mark.parametrize("text", SECTIONS)
def test_the_same_rules_run_at_the_same_levels(project: Path, text: str) -> None:
    before = configured(project, text)
    after = rewritten(before)
    for path in ("a.md", "docs/c.txt", "lab/a.md", "lab/x/b.md", "lab/c.txt", "d.txt", "e.html"):
        assert levels(after, path) == levels(before, path), path
        one, other = (each.profile(project / path).house.vocabulary.terms for each in (before, after))
        assert [term.removeprefix("(?-i:").rstrip(")") for term in other] == [term.removeprefix("(?-i:").rstrip(")") for term in one]


def test_what_is_prose_is_said_again(project: Path) -> None:
    text = "IgnoredScopes = code\nSkippedScopes = pre\nIgnoredClasses = b, a\n[*]\nTokenIgnores = ('a'\\\\d{1\\,})\n[*.mdx]\nTokenIgnores = (b)\nCommentDelimiters = {/*, */}\n[*.md if .Meta.raw]\nBlockIgnores = (c)"  # noqa: E501
    before = configured(project, text)
    after = rewritten(before)
    for path, content in (("a.md", ""), ("a.mdx", ""), ("a.md", "---\nraw: true\n---\n")):
        assert after.profile(project / path, text=content).reading == before.profile(project / path, text=content).reading


def test_what_cannot_be_said_stands_in_a_comment(project: Path) -> None:
    few = "[*.md]\nDesk.Hedge = error\n[a.md]\nDesk = NO\nDesk.Long = UNSET"
    configuration = configured(project, f"NLPEndpoint = http://x\n[!*.txt]\nBasedOnStyles = Desk\n[*.{{md,rst}}]\nLang = de\n{few}")
    assert isinstance(configuration, ValeConfiguration)
    comments = [line for line in written(configuration).splitlines() if line.startswith("# Not said here: ")]
    said = [
        ".vale.ini:2: 'NLPEndpoint'",
        ":5: .rst",
        ":3: [!*.txt]",
        "Lang = de",
        ":7: [*.md] its rules of 'Desk'",
        ":9: [a.md] what an earlier",
        ":9: [a.md] 'Desk.Long = UNSET'",
        "'Desk' is on here by rule, there by style",
    ]
    assert [one for one, comment in zip(said, comments, strict=True) if one not in comment] == []


def test_the_formats_the_level_and_the_styles_are_said(project: Path) -> None:
    configuration = configured(project, "MinAlertLevel = error\n[formats]\nnjk = html\n[*]\nBasedOnStyles = Desk")
    assert isinstance(configuration, ValeConfiguration)
    said = yaml.safe_load(written(configuration))
    assert (said["fail-level"], said["min-level"], said["formats"]) == ("error", "error", {".njk": "html"})
    assert (said["packs"], said["exclude"]) == (["styles/Desk"], ["/styles/"])


def test_the_command_writes_beside_the_file_and_only_once(project: Path) -> None:
    first = run(project / "lab", "init", "--from-vale")
    assert (first.returncode, (project / ".copydesk.yml").is_file()) == (0, True), first.stderr
    again = run(project, "init", "--from-vale", ".vale.ini")
    assert (again.returncode, "exists" in again.stderr) == (2, True)
    assert run(project, "init", "--from-vale", "--force").returncode == 0
    assert run(project, "check", "draft.md").returncode == 0


def test_the_command_says_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / ".vale.ini").touch()
    assert "--from-vale" in run(tmp_path, "init").stderr
    (tmp_path / ".vale.ini").unlink()
    nothing = run(tmp_path, "init", "--from-vale", str(tmp_path / "nowhere"))
    assert (nothing.returncode, "no configuration of Vale" in nothing.stderr) == (2, True)


@given(
    st.dictionaries(
        st.text(min_size=1, max_size=8), st.one_of(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=3)), min_size=1
    )
)
def test_what_is_written_reads_back_as_the_same(values):
    assert yaml.load(mapping(values, ""), yaml.BaseLoader) == values
