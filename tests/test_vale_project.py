"""Vale projects as they stand: what runs for a file, at which level, and what is told of what cannot be honoured."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
from test_packs import cases, told

from lint import config
from lint.diagnostic import Severity
from lint.engine import Means, check
from lint.faults import FaultyFile
from lint.formats import parse
from lint.patience import Purse
from lint.text import Source
from lint.vale_project import ValeConfiguration
from lint.vale_vocabulary import pattern, read

FIXTURES = Path(__file__).parent.parent / "fixtures" / "vale"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the project, for other configurations beside its styles."""
    shutil.copytree(FIXTURES / "project", tmp_path / "project")
    return tmp_path / "project"


def configured(folder: Path, text: str) -> config.Configuration:
    (folder / ".vale.ini").write_text(f"StylesPath = styles\n{text}", encoding="utf-8")
    return config.load(folder / ".vale.ini")


def levels(configuration: config.Configuration, path: str = "a.md", text: str | None = None) -> dict[str, str]:
    """The rules that run for a file, with their levels."""
    decisions = configuration.profile(configuration.folder / path, text=text).decisions
    return {decision.rule.id: str(decision.severity) for decision in decisions if decision.severity is not None}


def found(configuration: config.Configuration, path: str) -> list[str]:
    text = (configuration.folder / path).read_text("utf-8")
    profile = configuration.profile(configuration.folder / path, text=text)
    document = parse(Source(path, text), profile.reading, configuration.format_of(path))
    verdict = check(document, profile.rules, profile.house, Means(Purse(1.0, monotonic)))
    return [f"{document.source.position(one.span.start).column} {one.rule} {one.severity}: {one.message}" for one in verdict.diagnostics]


def test_what_is_wrong_is_told_with_its_place(golden: Callable[[Path, str], None]) -> None:
    pieces = []
    for title, text in cases(FIXTURES / "faults.txt"):
        (FIXTURES / "case.ini").write_text(text, encoding="utf-8")
        try:
            faults = config.load(FIXTURES / "case.ini").profile("a.md").faults
        except FaultyFile as error:
            faults = error.faults
        finally:
            (FIXTURES / "case.ini").unlink()
        lines = [f"{one.diagnostic.severity} {told(one)}".replace(FIXTURES.as_posix(), "(folder)") for one in faults] or ["no fault"]
        pieces.append("\n".join([f"== {title}", *lines, ""]))
    golden(FIXTURES / "faults.out", "\n".join(pieces))


def test_a_whole_project_finds_what_vale_finds_in_it() -> None:
    configuration = config.load(FIXTURES / "project" / ".vale.ini")
    assert found(configuration, "page.md") == [
        "7 Desk.Hedge warning: 'somewhat' hedges.",
        "34 Desk.numbers.Dozen error: Write '12', not 'dozen'.",
        "47 Vale.Avoid error: Avoid using 'whilst'.",
        "54 Vale.Terms error: Use 'Quillwork' instead of 'quillwork'.",
        "64 Vale.Repetition error: 'waits' is repeated!",
    ]
    assert found(configuration, "lab/notes.md") == [
        "7 Desk.Hedge error: 'somewhat' hedges.",
        "23 Other.Thing warning: 'thing' says nothing.",
        "34 Desk.numbers.Dozen error: Write '12', not 'dozen'.",
        "51 Vale.Lab.Terms error: Use 'Zyme' instead of 'zyme'.",
        "64 Vale.Lab.Avoid error: Avoid using 'brew'.",
        "75 Vale.Terms error: Use '[Ee]thernet' instead of 'ETHERNET'.",
    ]
    assert found(configuration, "draft.md") == []


@pytest.mark.parametrize(
    ("text", "running"),
    [
        ("[*.md]\nBasedOnStyles = Desk", "Desk.Hedge suggestion, Desk.Long warning, Desk.numbers.Dozen error"),
        ("[*]\nBasedOnStyles = Desk\n[a.md]\nBasedOnStyles = Other", "Other.Shout warning, Other.Thing warning"),
        ("MinAlertLevel = error\n[*]\nBasedOnStyles = Desk", "Desk.numbers.Dozen error"),
        ("MinAlertLevel = error\n[*]\nBasedOnStyles = Desk\n[*.md]\nDesk.Hedge = error", "Desk.Hedge error, Desk.numbers.Dozen error"),
        ("[*]\nBasedOnStyles = Other\nOther = suggestion\nOther.Thing = error", "Other.Shout suggestion, Other.Thing error"),
        ("[*]\nBasedOnStyles = Other\nOther = NO\nOther.Thing = YES", "Other.Thing warning"),
        ("[*]\nOther.Thing = YES", "Other.Thing warning"),
        ("[*]\nOther = YES", ""),
        ("[*]\nOther.Thing = NO\nOther.Shout = YES\n[*.md]\nOther = error", "Other.Thing error, Other.Shout error"),
        ("[*]\nBasedOnStyles = Other\nOther.Thing = NO\n[*.md]\nOther.Thing = UNSET", "Other.Shout warning, Other.Thing warning"),
        ("[*]\nOther.Thing = error\n[*.md]\nOther.Thing = NO\n[a.md]\nOther.Thing = YES", "Other.Thing error"),
        ("[*]\nBasedOnStyles = Other\nOther.Thing = error\n[a.md]\nBasedOnStyles =", ""),
        ("[*]\nBasedOnStyles = Other\nOther.Thing = error\n[*.md]\nBasedOnStyles = NONE\n[a.md]\nOther.Shout = YES", "Other.Shout warning"),
        ("[*.md]\nOther.Thing = YES\n[*.md]\nOther.Thing = NO", ""),
        ("[*.txt]\nBasedOnStyles = Desk", ""),
    ],
)  # fmt: skip
def test_sections_decide_what_runs(project: Path, text: str, running: str) -> None:
    assert levels(configured(project, text)) == dict(one.split() for one in running.split(", ") if one)


def test_a_condition_asks_the_front_matter_of_the_text_at_hand(project: Path) -> None:
    configuration = configured(project, "[*.md]\nBasedOnStyles = Other\n[*.md if .Meta.draft]\nOther.Thing = NO")
    assert levels(configuration, text="---\ndraft: true\n---\n").keys() == {"Other.Shout"}
    assert levels(configuration, text="---\ndraft: false\n---\n").keys() == {"Other.Shout", "Other.Thing"}
    assert levels(configuration).keys() == {"Other.Shout", "Other.Thing"}


def test_a_package_counts_less_than_the_project_and_its_lists_add_up(project: Path) -> None:
    (project / "styles" / ".vale-config").mkdir()
    package = "StylesPath = nowhere\nMinAlertLevel = error\n[*.md]\nBasedOnStyles = Other\nOther.Thing = error\nOther.Shout = NO\n"
    (project / "styles" / ".vale-config" / "1-Other.ini").write_text(package, encoding="utf-8")
    configuration = configured(
        project, "MinAlertLevel = warning\n[*.md]\nBasedOnStyles = Desk\nOther.Thing = suggestion\nOther.Shout = YES"
    )
    assert levels(configuration) == {"Desk.Long": "warning", "Desk.numbers.Dozen": "error", "Other.Shout": "warning"}


def test_a_parameter_changes_the_rule(project: Path) -> None:
    configuration = configured(project, "[*]\nBasedOnStyles = Desk\nDesk.Long[max] = 2\nDesk.Long[ignorecase] = YES")
    rule = configuration.profile("a.md").rules.get("Desk.Long")
    assert rule is not None
    assert (rule.kind.max, rule.kind.ignorecase) == (2, True)  # type: ignore[union-attr]


def test_what_is_prose_is_what_the_sections_say(project: Path) -> None:
    text = "IgnoredScopes = code, tt\nSkippedScopes = script\nIgnoredClasses = note\n[*]\nBlockIgnores = (a), (b)\n[*.mdx]\nCommentDelimiters = {/*, */}\nTokenIgnores = (c)\nIgnorePatterns = (d)\nLang = de"  # noqa: E501
    configuration = configured(project, text)
    plain, mdx = configuration.profile(project / "a.md").reading, configuration.profile(project / "x" / "a.mdx").reading
    assert (plain.ignored, plain.skipped, plain.ignored_classes) == ({"code", "tt"}, {"script"}, {"note"})
    assert [one.text for one in plain.ignored_blocks] == ["(a)", "(b)"]
    assert ([one.text for one in mdx.ignored_blocks], [one.text for one in mdx.ignored_tokens]) == (["(a)", "(b)", "(d)"], ["(c)"])
    assert (mdx.comments, mdx.language, plain.comments, plain.language) == (("{/*", "*/}"), "de", None, None)


def test_the_terms_of_a_section_hold_for_its_files_and_in_their_own_letters(project: Path) -> None:
    configuration = configured(project, "Vocab = House\n[lab/*.md]\nVocab = Lab")
    assert configuration.profile(project / "a.md").house.vocabulary.terms == ("Quillwork", "[Ee]thernet")
    terms = configuration.profile(project / "lab" / "a.md").house.vocabulary.terms
    assert terms == ("Quillwork", "[Ee]thernet", r"(?-i:C\+\+)", "(?-i:Zyme)", "(?-i:(?i)gel)", "(?-i:plas[mt]id)")


def test_a_vocabulary_expands_the_flags_of_an_affix_file(tmp_path: Path) -> None:
    (tmp_path / "vocab.yml").write_text("affix: own\naccept:\n  - zyme: {flags: N}\n", encoding="utf-8")
    vocabulary = read(tmp_path, lambda name: (lambda word, flags: (word, word + "n")) if name == "own" else None)
    assert vocabulary.accepted == ("zyme", "zymen")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("accept: [{a: {regex: true, flags: N}}]", "'a' has both 'regex' and 'flags'"),
        ("accept: [{a: {flag: N}}]", "unknown option 'flag' of a term"),
        ("affix: none", "there is no 'none.aff'"),
        ("acept: []", "unknown key 'acept' for a vocabulary"),
    ],
)
def test_a_faulty_vocabulary_is_told(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "vocab.yml").write_text(text, encoding="utf-8")
    with pytest.raises(FaultyFile, match=message.replace("(", "[(]")):
        read(tmp_path, lambda name: None)


def test_a_term_that_is_no_expression_is_told_with_its_place_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "accept.txt").write_text("good\n# a note\n  ba(d \n[Oo]k\n", encoding="utf-8")
    (tmp_path / "reject.txt").write_text("*worse\n(?<=a b+)c\n", encoding="utf-8")
    (tmp_path / "vocab.yml").write_text("accept: ['(', {'x(': {regex: true}}]\n", encoding="utf-8")
    vocabulary = read(tmp_path, lambda name: None)
    assert (vocabulary.accepted, vocabulary.rejected) == (("good", "[Oo]k", r"\("), ("(?<=a b+)c",))
    assert [told(fault).partition(":")[0] + " " + told(fault).rpartition(" ")[2] for fault in vocabulary.faults] == [
        "3 «(»",
        "1 «*»",
        "1 «(»",
    ]
    assert "write 'ba\\(d' for the plain text" in vocabulary.faults[0].diagnostic.message


@pytest.mark.parametrize("own", [False, True], ids=["of Vale", "of ours"])
def test_a_term_that_is_no_expression_hinders_no_other(own: bool, project: Path) -> None:
    with (project / "styles" / "config" / "vocabularies" / "House" / "accept.txt").open("a") as file:
        file.write("C++\n")
    if own:
        text = "packs: [styles/Vale]\nvocabulary: [styles/config/vocabularies/House]\n"
        (project / ".copydesk.yml").write_text(text, encoding="utf-8")
    else:
        configured(project, "Vocab = House\n[*]\nBasedOnStyles = Vale")
    done = run(project, "check", "--format", "json", "page.md")
    shown = json.loads(done.stdout)
    assert (done.returncode, [failure["line"] for failure in shown["failures"]]) == (2, [4])
    assert "the term 'C++' is no regular expression" in shown["failures"][0]["message"]
    assert "Vale.Terms" in {one["rule"] for one in shown["files"][0]["diagnostics"]}


def test_names_that_no_file_can_have_are_told(project: Path) -> None:
    configuration = configured(
        project, f"Vocab = House\nPackages = {'x' * 5000}, **a.zip\n[*]\nBasedOnStyles = Other\nOther.{'y' * 5000} = NO"
    )
    assert {fault.is_notice for fault in configuration.profile("a.md").faults} == {True}
    with pytest.raises(FaultyFile, match="there is no style"):
        configured(project, f"[*]\nBasedOnStyles = {'z' * 5000}")


def test_only_so_many_faults_are_told(project: Path) -> None:
    with pytest.raises(FaultyFile) as lines:
        configured(project, "no sense\n" * 1000)
    assert len(lines.value.faults) == 20
    with pytest.raises(FaultyFile) as styles:
        configured(project, "[*]\nBasedOnStyles = " + ", ".join(f"Nowhere{number}" for number in range(100)))
    assert len(styles.value.faults) == 20


def test_a_term_is_plain_text_unless_it_has_signs() -> None:
    assert [pattern(term) for term in ("Node.js", "two words", "[Ee]thernet", "a.b c+")] == [
        r"Node\.js",
        r"two\s+words",
        "[Ee]thernet",
        r"a.b\s+c+",
    ]


def test_formats_are_vales_and_those_that_the_project_says(project: Path) -> None:
    configuration = configured(project, "[formats]\nnjk = html\nNOTES = md\nmdx = md\n")
    names = ["a.njk", "x/NOTES", "a.mdx", "a.Rmd", "a.unknown"]
    assert [configuration.format_of(name) for name in names] == ["html", "markdown", "markdown", "markdown", None]


def test_the_styles_are_no_articles_and_only_errors_fail(project: Path) -> None:
    configuration = configured(project, "")
    assert configuration.excludes(project / "styles", folder=True)
    assert not configuration.excludes(project / "lab", folder=True)
    assert configuration.fail_level is Severity.ERROR


def test_a_configuration_of_ours_wins_in_a_folder_and_the_nearest_of_either_sort_counts(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for name in ("_vale.ini", ".vale.ini"):
        (tmp_path / name).write_text("")
    assert (config.find(inner) or Path()).resolve() == tmp_path / ".vale.ini"
    (tmp_path / ".copydesk.yml").write_text("")
    assert (config.find(inner) or Path()).resolve() == tmp_path / ".copydesk.yml"
    (inner / "vale.ini").write_text("")
    assert (config.find(inner) or Path()).resolve() == inner / "vale.ini"


def test_bundled_rules_run_only_when_they_are_asked_for(project: Path) -> None:
    configuration = configured(project, "[*]\nBasedOnStyles = Other")
    selected = configuration.profile("a.md", select=["typos.doubled-space"]).rules.rules
    assert [rule.id for rule in selected] == ["typos.doubled-space"]
    assert isinstance(configuration, ValeConfiguration)


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "lint", *arguments], cwd=folder, capture_output=True, text=True, check=False)


def test_a_notice_is_told_and_does_not_change_the_exit_code(project: Path) -> None:
    configured(project, "Pakages = x\n[*]\nBasedOnStyles = Other")
    done = run(project, "check", "--format", "json", "page.md")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["failures"] == []
    assert ".vale.ini:2:1: warning: 'Pakages' is no key of Vale's" in done.stderr


def test_a_faulty_configuration_is_a_failure(project: Path) -> None:
    (project / ".vale.ini").write_text("StylesPath = styles\n[*]\nBasedOnStyles = Othr", encoding="utf-8")
    done = run(project, "check", "--format", "json", "page.md")
    assert done.returncode == 2
    assert [failure["line"] for failure in json.loads(done.stdout)["failures"]] == [3]


def test_a_project_without_yaml_of_its_own_is_read_without_yaml(project: Path) -> None:
    configured(project, "[*]\nBasedOnStyles = Other\n[*.md if .Name == 'x']\nOther = NO")
    shutil.rmtree(project / "styles" / "config" / "scopes")
    (project / "styles" / "Other" / "Shout.yml").unlink()
    program = "import sys; from lint.cli import main; main(['check', 'page.md']); sys.exit('yaml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], cwd=project, capture_output=True, check=False).returncode in (0, 1)
    again = subprocess.run([sys.executable, "-c", program], cwd=project, capture_output=True, check=False)
    assert again.returncode == 0, again.stderr
