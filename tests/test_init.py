"""`copydesk init` writes what the articles show, so that it loads, holds and runs at once; what is there already stays."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from test_json_schema import Core, refusal

from lint import config
from lint.archive import find
from lint.cli import main
from lint.house import Vocabulary
from lint.repository_files import NotAdded, entry, with_attribute, with_hooks
from lint.text import Source
from lint.vocabulary import parse
from lint.yaml_text import mapping

ROOT = Path(__file__).parent.parent
BRITISH = "The colour of the harbour — grey, mostly — was favoured by the neighbours of Garklavs. “We honour it,” Ann Lee said.\n"
FIELDS = "---\ntitle: On {n}\nsell: What the harbour means to a town of {n} people\nslug: the-{n}\n---\n"
SHORTCODE = '\n{{< pull quote="The town has to pay for it all" from="x" >}}\n'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for number in range(5):
        Path(f"{number}.md").write_text(FIELDS.format(n=number) + BRITISH + SHORTCODE, "utf-8")
    return tmp_path


def init(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["init", *arguments]) == code
    out, err = capsys.readouterr()
    return out + err


def contents(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def written(folder: Path) -> tuple[str, config.Configuration]:
    """What the configuration says, which every reader of it has to like."""
    text = (folder / ".copydesk.yml").read_text("utf-8")
    assert refusal("config", text) == ""
    assert main(["check", "--exit-zero", folder.as_posix()]) == 0
    return text, config.load(folder / ".copydesk.yml")


def test_what_the_articles_show_is_said(folder: Path, capsys) -> None:
    Path("opinion").mkdir()
    Path("opinion/a.md").write_text("I am sure of it.\n", "utf-8")
    Path("drafts").mkdir()
    Path("drafts/b.md").write_text("Das ist nicht der Text, den wir für die Zeitung haben wollen, und das ist auch gut so.\n", "utf-8")
    told = init(capsys)
    text, configuration = written(folder)
    assert yaml.load(text, Core) == {
        "dialect": "en-GB",
        "dashes": {"style": "em-spaced"},
        "vocabulary": [".copydesk-words.txt"],
        "prose": {"front-matter": ["sell"], "shortcodes": {"pull": ["quote"]}},
    }
    for reason in (
        "All 5 articles that tell are in British English with -ise.",
        "All 5 articles with dashes set them as in word — word.",
        "All 5 articles with quotations use “ ”.",
        "The field 'sell' holds words in 5 of 5 articles",
        "The argument 'pull quote' holds words in 5 of 5 articles",
        "Shortcodes: pull in 5 articles.",
        "de in 1 article",
        "opinion/ has 1 article; by its name they count as opinion",
        "drafts/ has 1 article. Are they to be checked?",
    ):
        assert reason in " ".join(text.replace("\n# ", " ").split()), reason
    house = configuration.profile(folder / "0.md").house
    assert house.vocabulary == Vocabulary(frozenset({"Garklavs"}))
    assert "Garklavs  # 5 times in 5 articles\n" in (folder / ".copydesk-words.txt").read_text("utf-8")
    assert "7 articles were read: 7 Markdown (.md)." in told


def test_what_stands_in_comments_can_be_taken_out_of_them(folder: Path, capsys) -> None:
    for name in ("opinion/a[1].md", "interviews/b.md", "drafts/c.md", "1/archive/d.md", "2/archive/e.md", "README.md", "x.qmd", "y.njk"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("The color of the center, he said -- a gray one – was the best.\n", "utf-8")
    Path("bad #1!.md").write_bytes(b"caf\xe9\n")
    init(capsys)
    text, _ = written_anyway(folder)
    bare = re.sub(r"^# (?=(?:formats|dialect|dashes|exclude|overrides|fail-level):|  )", "", text, flags=re.MULTILINE)
    assert refusal("config", bare) == ""
    (folder / ".copydesk.yml").write_text(bare, "utf-8")
    configuration = config.load(folder / ".copydesk.yml")
    assert configuration.formats == {".njk": "html", ".qmd": "markdown"}
    excluded = [
        name for name in ("bad #1!.md", "README.md", "1/archive/d.md", "drafts/c.md", "0.md") if configuration.excludes(folder / name)
    ]
    assert excluded == ["bad #1!.md", "README.md", "1/archive/d.md", "drafts/c.md"]
    assert main(["check", "--exit-zero"]) == 0


def written_anyway(folder: Path) -> tuple[str, config.Configuration]:
    return (folder / ".copydesk.yml").read_text("utf-8"), config.load(folder / ".copydesk.yml")


def test_nothing_is_said_that_the_articles_are_not_sure_of(tmp_path: Path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.md").write_text(BRITISH, "utf-8")
    Path("b.md").write_text("The color of the harbor—gray, mostly—was favored by the neighbors.\n", "utf-8")
    init(capsys)
    text, configuration = written(tmp_path)
    assert yaml.load(text, Core) is None
    assert configuration.profile("a.md").house.dialect == "auto"
    assert "# dialect: en-" in text
    assert "#   style: em" in text


def test_a_dry_run_shows_all_and_writes_nothing(folder: Path, capsys) -> None:
    git(folder)
    before = contents(folder)
    told = init(capsys, "--dry-run")
    assert contents(folder) == before
    init(capsys)
    for name in (".copydesk.yml", ".copydesk-words.txt", ".gitattributes", ".pre-commit-config.yaml"):
        shown = "".join(f"  | {line}".rstrip() + "\n" for line in Path(name).read_text("utf-8").splitlines())
        assert f"{name} would be written" in told
        assert shown in told


def test_a_second_run_changes_nothing_and_says_so(folder: Path, capsys) -> None:
    git(folder)
    init(capsys)
    before = contents(folder)
    assert init(capsys) == ".copydesk.yml is there already, so nothing is written: --force writes it anew, --dry-run shows it.\n"
    assert contents(folder) == before
    init(capsys, "--force")
    assert contents(folder) == before


def test_force_keeps_the_words_that_somebody_has_decided_on(folder: Path, capsys) -> None:
    Path(".copydesk.yml").write_text("packs: [typos]\n")
    Path(".copydesk-words.txt").write_text("# ours\nAlder\n!Zelensky\n")
    init(capsys)
    assert Path(".copydesk.yml").read_text() == "packs: [typos]\n"
    init(capsys, "--force")
    assert Path(".copydesk-words.txt").read_text() == "# ours\nAlder\nGarklavs  # 5 times in 5 articles\n!Zelensky\n"


def test_what_is_found_is_what_a_baseline_takes(folder: Path, capsys) -> None:
    Path("a.md").write_text("They recieve the the prize. It is teh end , they said.\n\nIt is teh end , they said.\n", "utf-8")
    told = init(capsys)
    accepted = re.search(r"accepts (\d+) of these; not the (\d+) of level error", told)
    assert accepted
    capsys.readouterr()
    assert main(["baseline"]) == 0
    out = capsys.readouterr().out
    assert f"accepts {accepted[1]} finding" in out
    assert f"{accepted[2]} findings of level error are not accepted" in out


def test_without_git_no_file_of_git_is_written(folder: Path, capsys) -> None:
    told = init(capsys)
    assert "No Git repository is here" in told
    assert not Path(".gitattributes").exists()
    assert not Path(".pre-commit-config.yaml").exists()


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({}, r"no article is in this folder"),
        ({"a.py": b"x"}, r"no article is in this folder"),
        ({"a.qmd": b"x"}, r"only 1 with \.qmd; say in \.copydesk\.yml which `formats`"),
        ({"a.md": b"\xff\xfe", "b.md": b"caf\xe9"}, r"none of 2 articles can be read; the first is a\.md: UTF-16"),
        ({".vale.ini": b"", "a.md": b"x"}, r"copydesk init --from-vale` goes on with that, --force begins anew"),
    ],
)
def test_where_nothing_can_be_seen_nothing_is_written(tmp_path: Path, monkeypatch, capsys, files, told) -> None:
    monkeypatch.chdir(tmp_path)
    for name, data in files.items():
        Path(name).write_bytes(data)
    before = contents(tmp_path)
    assert re.search(told, init(capsys, code=2))
    assert contents(tmp_path) == before
    assert "this is no folder" in init(capsys, "nowhere", code=2)


def test_where_something_cannot_be_written_nothing_is(folder: Path, capsys) -> None:
    Path(".copydesk-words.txt").mkdir()
    before = contents(folder)
    init(capsys, code=2)
    assert contents(folder) == before


def test_nothing_is_written_through_a_link_to_where_nothing_is(folder: Path, capsys) -> None:
    Path(".copydesk.yml").symlink_to("../elsewhere.yml")
    assert "this link leads nowhere" in init(capsys, code=2)
    assert not Path("../elsewhere.yml").exists()
    assert not Path(".copydesk-words.txt").exists()


def test_names_that_would_deceive_a_terminal_or_yaml_do_not(folder: Path, capsys) -> None:
    evil = Path("opinion") / "x\u202e: [\x1b]\n- #"
    (evil / "drafts").mkdir(parents=True)
    (evil / "drafts" / "a\x07.md").write_text('---\n"evil\\e: [k": the words of a field that is odd\n---\nAll is well.\n', "utf-8")
    (evil / "drafts" / "b.md").write_bytes(b"\xff")
    told = init(capsys)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", told)
    text, configuration = written_anyway(folder)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f\u202e]", text)
    assert configuration.faults == ()


def test_a_large_archive_is_looked_at_here_and_there() -> None:
    found = find("fixtures/formats")
    assert len(found.chosen) == len(found.all)


def test_of_a_large_archive_some_articles_are_read_and_the_rest_is_reckoned(folder: Path, monkeypatch, capsys) -> None:
    monkeypatch.setattr("lint.archive._MOST_FILES", 20)
    for number in range(100):
        Path(f"{number:03}.txt").write_text(f"It is teh {number}th end.\n", "utf-8")
    Path("099.txt").write_bytes(b"caf\xe9")
    chosen = find(".").chosen
    assert len(chosen) == 20
    assert {file.path[:2] for file in chosen} > {f"0{number}" for number in range(9)}
    told = init(capsys)
    assert ", of 105: 100 plain text (.txt), 5 Markdown (.md)." in told
    assert "reckoned from" in told
    assert "~" in told
    assert "/099.txt" in Path(".copydesk.yml").read_text("utf-8")


PLAIN = """\
# our hooks
default_stages: [pre-commit]   # all

repos:
- repo: https://github.com/pre-commit/pre-commit-hooks
  rev: v5.0.0  # keep
  hooks:
  - id: trailing-whitespace   # no blanks
    args: |
      --one
      two

# what the service does
ci:
  skip: [a]
"""


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n- repo", "\n  - repo").replace("\n  rev", "\n    rev").replace("\n  hooks", "\n    hooks"),
        PLAIN.replace("\n", "\r\n"),
        PLAIN[: PLAIN.index("    args")].rstrip("\n"),
        "repos:\n  - {repo: local, hooks: [{id: a, name: a, entry: a,\n      language: system}]}  # inline\nfail_fast: true\n",
        "repos:\n- repo: local\n  hooks:\n  - id: x\n# the end",
        "---\nfail_fast: true\nrepos:\n- repo: local\n  hooks: []\n...\n",
    ],
)
def test_hooks_are_added_and_every_line_stays(text: str) -> None:
    made = with_hooks(text)
    rest = [line.rstrip("\r") for line in made.split("\n")]
    for line in text.splitlines():
        assert line in rest
        rest.remove(line)
    assert "\n".join(line.strip() for line in rest if line.strip()) == "\n".join(line.strip() for line in entry(0).splitlines())
    before, after = yaml.safe_load(text), yaml.safe_load(made)
    assert after == {**before, "repos": [*before["repos"], *yaml.safe_load(entry(0))]}
    assert ("\r\n" in made) == ("\r\n" in text)
    assert not re.search(r"(?<!\r)\n", made) or "\r\n" not in text
    assert with_hooks(made) == made


@pytest.mark.parametrize("text", ["repos: []\n", "repos: [\n", "- a\n", "repos:\n- &a !!x {}\n", "repos: {a: b}\n", "fail_fast: true\n"])
def test_hooks_are_not_added_where_that_is_a_risk(text: str, folder: Path, capsys) -> None:
    with pytest.raises(NotAdded):
        with_hooks(text)
    git(folder)
    Path(".pre-commit-config.yaml").write_text(text)
    told = init(capsys)
    assert Path(".pre-commit-config.yaml").read_text() == text
    assert entry(2) in told


def test_the_hooks_are_those_of_this_repository() -> None:
    ours = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    for hook in yaml.safe_load(entry(0))[0]["hooks"]:
        known = ours[hook["id"]]
        assert {**known, "language": "system"} == {**hook, **{key: known[key] for key in ("description", "minimum_pre_commit_version")}}


def test_hooks_of_a_folder_look_at_that_folder(folder: Path, capsys) -> None:
    git(folder)
    articles = Path("my articles (1)")
    articles.mkdir()
    Path("0.md").rename(articles / "0.md")
    init(capsys, articles.as_posix())
    assert (articles / ".gitattributes").read_text() == ".copydesk-baseline merge=union\n"
    (hooks,) = yaml.safe_load(Path(".pre-commit-config.yaml").read_text())["repos"]
    for hook in hooks["hooks"]:
        assert re.search(hook["files"], "my articles (1)/0.md")
        assert not re.search(hook["files"], "1.md")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ".copydesk-baseline merge=union\n"),
        ("*.md text", "*.md text\n.copydesk-baseline merge=union\n"),
        ("*.md text\r\n", "*.md text\r\n.copydesk-baseline merge=union\r\n"),
        (".copydesk-baseline text merge=union\n", ".copydesk-baseline text merge=union\n"),
        ("# .copydesk-baseline merge=union\n", "# .copydesk-baseline merge=union\n.copydesk-baseline merge=union\n"),
    ],
)
def test_an_attribute_is_added_once(before: str, after: str) -> None:
    assert with_attribute(before) == after
    assert with_attribute(after) == after


def test_the_hooks_run_as_they_are_written(folder: Path, monkeypatch, capsys) -> None:
    pytest.importorskip("pre_commit", reason="pre-commit runs the hooks")
    if not Path(sys.executable).with_name("copydesk").exists():
        pytest.skip("the command is not installed beside this Python")
    git(folder)
    Path(".pre-commit-config.yaml").write_text("repos:\n- repo: meta\n  hooks:\n  - id: identity\n")
    init(capsys)
    Path("5.md").write_text("They recieve the prize.\n", "utf-8")
    subprocess.run(["git", "add", "-A"], check=True)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:{__import__('os').environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", (folder / ".git" / "cache").as_posix())
    done = subprocess.run([sys.executable, "-m", "pre_commit", "run", "--all-files"], capture_output=True, text=True)
    assert "5.md:1: recieve -> receive (typos.misspelling)" in done.stdout, done.stdout + done.stderr
    assert Path("5.md").read_text("utf-8") == "They receive the prize.\n"


def test_the_vocabulary_can_be_read(folder: Path, capsys) -> None:
    init(capsys)
    entries, wrong = parse(Source("", Path(".copydesk-words.txt").read_text("utf-8")))
    assert not wrong
    assert [entry.word for entry in entries] == sorted((entry.word for entry in entries), key=str.casefold)
    assert mapping({"vocabulary": [".copydesk-words.txt"]}, "") in Path(".copydesk.yml").read_text("utf-8")


def git(folder: Path) -> None:
    subprocess.run(["git", "init", "-q", folder.as_posix()], check=True)
