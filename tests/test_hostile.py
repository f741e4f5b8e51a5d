"""A repository that means harm costs at most a clear error: it reads and writes nothing outside of itself, and hangs nobody."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint import cache
from lint.cli import main

SECRET = "SECRETTOKEN"
RULE = "extends: existence\nmessage: \"'%s' is found.\"\ntokens: [prize]\n"
OUTSIDE = "it leads out of the repository; put it there, or name its folder in the environment variable COPYDESK_TRUST"
ODD = "it is no file but a pipe, a socket or a device; put a file there"
LARGE = "it is larger than the 8 MB that are read; make it smaller, or leave it out"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and devices are those of POSIX")


class Hangs(BaseException):
    """Nothing came of a command in all the time that it had."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A repository with an article, and beside it, outside, files with a secret. Whatever hangs is ended."""
    outside = tmp_path / "out"
    secrets = {
        "secret.txt": f"{SECRET} recieve (\n",
        "secret.yml": f"{RULE}{SECRET}: 1\n",
        "secret.ini": f"{SECRET}\n",
        "styles/P/a.yml": RULE.replace("is found", SECRET),
        "voc/accept.txt": f"{SECRET}(\n",
        "x.aff": f"SET {SECRET}\n",
        "x.dic": f"{SECRET}\n",
        "x.dict": f"{SECRET}\n",
    }
    for name, text in secrets.items():
        write(outside / name, text)
    (tmp_path / "repo/.git").mkdir(parents=True)
    for variable in ("VALE_STYLES_PATH", "DICPATH", "COPYDESK_TRUST"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr(cache, "_off", True)
    monkeypatch.chdir(tmp_path / "repo")
    write("a.md", "They recieve the prize.\n")
    before = contents(outside)
    with time_limit(60):
        yield outside
    assert contents(outside) == before, "something outside of the repository was written"


class time_limit:  # noqa: N801  # read as a statement
    """Ends what is done in it after so many seconds."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds

    def __enter__(self) -> None:
        def end(*_: object) -> None:
            raise Hangs(f"nothing came of it in {self.seconds} seconds")

        self.before = signal.signal(signal.SIGALRM, end)
        signal.setitimer(signal.ITIMER_REAL, self.seconds)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, self.before)


def write(path: str | Path, text: str | bytes) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode() if isinstance(text, str) else text)


def link(path: str, target: str) -> None:
    """A link to a file outside or, where it begins with a slash, anywhere."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(target if target.startswith("/") else Path("../out").resolve() / target)


def pipe(path: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def sparse(path: str) -> None:
    """A file of a gigabyte that takes no room."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with Path(path).open("wb") as file:
        file.truncate(1 << 30)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """The exit code of a command and all that it says: nothing of a secret, no raw sign, and no word of a bug."""
    capsys.readouterr()
    code = main(list(arguments))
    said = "".join(capsys.readouterr())
    assert SECRET not in said, arguments
    assert "bug of copydesk" not in said, arguments
    assert "cannot go on" not in said, arguments
    assert not [sign for sign in said if ord(sign) < 32 and sign != "\n"], arguments
    return code, said


def configured(text: str) -> Callable[[], None]:
    return lambda: write(".copydesk.yml", text)


def with_pack(*steps: Callable[[], None]) -> Callable[[], None]:
    """A configuration with one pack, which the steps fill."""

    def make() -> None:
        write("styles/P/ok.yml", RULE)
        write(".copydesk.yml", "packs: [typos, styles/P]\n")
        for step in steps:
            step()

    return make


def with_rule(text: str) -> Callable[[], None]:
    return with_pack(lambda: write("styles/P/rule.yml", text.replace("OUT", Path("../out").resolve().as_posix())))


def with_vale(ini: str, *steps: Callable[[], None]) -> Callable[[], None]:
    """A Vale project whose styles the steps fill."""

    def make() -> None:
        write("styles/P/ok.yml", RULE)
        write(".vale.ini", ini)
        for step in steps:
            step()

    return make


VALE = "StylesPath = styles\n[*]\nBasedOnStyles = Vale, P\n"
VOCAB = "StylesPath = styles\nVocab = V\n[*]\nBasedOnStyles = Vale, P\n"
ACCEPT = "styles/config/vocabularies/V/accept.txt"
SPELLING = "extends: spelling\nmessage: \"'%s'\"\n"

FAULTS: dict[str, tuple[Callable[[], None], str, str]] = {
    # what is built: (how, the place that is told, what is told)
    "pack by dots": (configured("packs: [typos, ../out/styles/P]\n"), ".copydesk.yml:1:16", f"'../out/styles/P' is not read: {OUTSIDE}"),
    "pack by root": (configured("packs: [/etc]\n"), ".copydesk.yml:1:9", f"'/etc' is not read: {OUTSIDE}"),
    "pack by link": (lambda: (configured("packs: [styles/P]\n")(), link("styles/P", "styles/P"))[0], ".copydesk.yml:1:9", OUTSIDE),
    "pack by zero byte": (configured('packs: ["a\\0b"]\n'), ".copydesk.yml:1:9", "'a\\x00b' is no path"),
    "pack by long name": (configured(f"packs: [{'a' * 5000}]\n"), ".copydesk.yml:1:9", "no pack 'aaa"),
    "pack that is a file": (configured("packs: [a.md]\n"), ".copydesk.yml:1:9", "no pack 'a.md'"),
    "built-in style outside": (configured("packs: [../out/Vale]\n"), ".copydesk.yml:1:9", OUTSIDE),
    "rule by link": (with_pack(lambda: link("styles/P/x.yml", "secret.yml")), "styles/P/x.yml:1", OUTSIDE),
    "rule too large": (with_pack(lambda: sparse("styles/P/x.yml")), "styles/P/x.yml:1", LARGE),
    "base by link": (
        with_pack(lambda: link("styles/Q/a.yml", "secret.yml"), lambda: write("styles/P/x.yml", "extends: Q.a\n")),
        "styles/Q/a.yml:1",
        OUTSIDE,
    ),
    "base by dots": (with_rule("extends: ../../out.secret\nmessage: x\n"), "styles/P/rule.yml:1:10", "there is no rule"),
    "vocabulary by dots": (configured("vocabulary: [../out/secret.txt]\n"), ".copydesk.yml:1:14", OUTSIDE),
    "vocabulary without suffix": (configured("vocabulary: [../out/x.dic]\n"), ".copydesk.yml:1:14", OUTSIDE),
    "vocabulary not there": (configured("vocabulary: [../out/nothing]\n"), ".copydesk.yml:1:14", OUTSIDE),
    "vocabulary by link": (
        lambda: (configured("vocabulary: [w.txt]\n")(), link("w.txt", "secret.txt"))[0],
        ".copydesk.yml:1:14",
        OUTSIDE,
    ),
    "vocabulary of zeros": (configured("vocabulary: [/dev/zero]\n"), ".copydesk.yml:1:14", OUTSIDE),
    "vocabulary of zeros by link": (
        lambda: (configured("vocabulary: [w.txt]\n")(), link("w.txt", "/dev/zero"))[0],
        ".copydesk.yml:1:14",
        OUTSIDE,
    ),
    "vocabulary that is a pipe": (lambda: (configured("vocabulary: [w.txt]\n")(), pipe("w.txt"))[0], "w.txt:1", ODD),
    "vocabulary that is a folder": (
        lambda: (configured("vocabulary: [w.txt]\n")(), Path("w.txt").mkdir())[0],
        "w.txt:1",
        "it is a folder",
    ),
    "vocabulary too large": (lambda: (configured("vocabulary: [w.txt]\n")(), sparse("w.txt"))[0], "w.txt:1", LARGE),
    "vocabulary by zero byte": (configured('vocabulary: ["a\\0.txt"]\n'), ".copydesk.yml:1:14", "there is no vocabulary file a\\x00.txt"),
    "vocabulary by long name": (configured(f"vocabulary: [{'a' * 5000}.txt]\n"), ".copydesk.yml:1:14", "there is no vocabulary file"),
    "baseline by dots": (configured("baseline: ../out/secret.txt\n"), ".copydesk.yml:1:11", OUTSIDE),
    "baseline to be made outside": (configured("baseline: ../out/new\n"), ".copydesk.yml:1:11", OUTSIDE),
    "baseline by zero byte": (configured('baseline: "a\\0b"\n'), ".copydesk.yml:1:11", "is no path"),
    "configuration by link": (lambda: link(".copydesk.yml", "secret.txt"), ".copydesk.yml:1", OUTSIDE),
    "configuration too large": (lambda: sparse(".copydesk.yml"), ".copydesk.yml:1", LARGE),
    "stets by link": (lambda: link(".copydesk-stet.yml", "secret.yml"), ".copydesk-stet.yml:1", OUTSIDE),
    "stets that lead nowhere": (lambda: link(".copydesk-stet.yml", "nothing"), ".copydesk-stet.yml:1", OUTSIDE),
    "stets that are a pipe": (lambda: pipe(".copydesk-stet.yml"), ".copydesk-stet.yml:1", ODD),
    "stets that are a folder": (lambda: Path(".copydesk-stet.yml").mkdir(), ".copydesk-stet.yml:1", "it is a folder"),
    "Vale's vocabulary outside": (configured("packs: [styles/Vale]\nvocabulary: [../out/voc]\n"), ".copydesk.yml:2:14", OUTSIDE),
    "StylesPath by dots": (with_vale("StylesPath = ../out/styles\n[*]\nBasedOnStyles = P\n"), ".vale.ini:1:14", OUTSIDE),
    "StylesPath by root": (with_vale("StylesPath = /etc\n[*]\nBasedOnStyles = P\n"), ".vale.ini:1:14", OUTSIDE),
    "StylesPath by zero byte": (with_vale("StylesPath = st\0yles\n"), ".vale.ini:1:14", "there is no folder st\\x00yles"),
    "StylesPath by long name": (with_vale(f"StylesPath = {'a' * 5000}\n"), ".vale.ini:1:14", "there is no folder"),
    "style by dots": (with_vale("StylesPath = styles\n[*]\nBasedOnStyles = ../../out/styles/P\n"), ".vale.ini:3:17", "there is no style"),
    "Vocab by dots": (with_vale("StylesPath = styles\nVocab = ../../../../out/voc\n"), ".vale.ini:2:9", "there is no vocabulary"),
    "Vocab by link": (with_vale(VOCAB, lambda: link(ACCEPT, "voc/accept.txt")), f"{ACCEPT}:1", OUTSIDE),
    "Vocab of zeros": (with_vale(VOCAB, lambda: link(ACCEPT, "/dev/zero")), f"{ACCEPT}:1", OUTSIDE),
    "Vocab that is a pipe": (with_vale(VOCAB, lambda: pipe(ACCEPT)), f"{ACCEPT}:1", ODD),
    "affixes by dots": (
        with_vale(VOCAB, lambda: write("styles/config/vocabularies/V/vocab.yml", "affix: ../../../../out/x\naccept: []\n")),
        "vocab.yml:1:8",
        "there is no '../../../../out/x.aff'",
    ),
    "package by link": (
        with_vale(VALE, lambda: link("styles/.vale-config/0-x.ini", "secret.ini")),
        "styles/.vale-config/0-x.ini:1",
        OUTSIDE,
    ),
    "scopes by link": (with_vale(VALE, lambda: link("styles/config/scopes/x.yml", "secret.txt")), "styles/config/scopes/x.yml:1", OUTSIDE),
    ".vale.ini by link": (lambda: link(".vale.ini", "secret.ini"), ".vale.ini:1", OUTSIDE),
    "dictionary by link": (
        with_vale(VALE, *(lambda e=e: link(f"styles/config/dictionaries/x.{e}", f"x.{e}") for e in ("aff", "dic"))),
        "Vale.Spelling: styles/config/dictionaries/x.aff",
        OUTSIDE,
    ),
    "words to ignore by link": (
        with_vale(VALE, lambda: link("styles/config/ignore/x.txt", "/dev/zero")),
        "Vale.Spelling: the word list styles/config/ignore/x.txt",
        OUTSIDE,
    ),
    "dictionary by root": (with_rule(f"{SPELLING}aff: OUT/x.aff\ndic: OUT/x.dic\n"), "P.rule: the dictionary file", OUTSIDE),
    "dictionary of zeros": (with_rule(f"{SPELLING}aff: /dev/zero\ndic: /dev/zero\n"), "P.rule: the dictionary file '/dev/zero'", OUTSIDE),
    "dictionary by dots": (with_rule(f"{SPELLING}aff: ../out/x.aff\ndic: ../out/x.dic\n"), "P.rule: the dictionary file", "is not there"),
    "dictionary by name": (with_rule(f"{SPELLING}dictionaries: [../../../../out/x]\n"), "P.rule: the dictionary file", "is not"),
    "dictionary by folder": (with_rule(f"{SPELLING}dicpath: ../out\ndictionaries: [x]\n"), "P.rule: the folder '../out'", "is not there"),
    "dictionary by zero byte": (with_rule(f'{SPELLING}aff: "a\\0"\ndic: "b\\0"\n'), "P.rule: the dictionary file", "is not"),
    "dictionary by long name": (with_rule(f"{SPELLING}aff: {'a' * 5000}\ndic: b\n"), "P.rule: the dictionary file", "is not there"),
    "dictionary too large": (
        with_pack(with_rule(f"{SPELLING}aff: x.aff\ndic: x.dic\n"), *(lambda e=e: sparse(f"x.{e}") for e in ("aff", "dic"))),
        "P.rule: x.aff cannot be read",
        "larger than the 64 MB",
    ),
    "model by dots": (
        with_rule("extends: sequence\nmessage: x\nmodel: ../../../out/x\ntokens:\n  - tag: NN\n"),
        "P.rule: the model",
        "is not there",
    ),
    "article by link": (lambda: link("b.md", "secret.txt"), "b.md", "this link leads out of the repository; name the file that is meant"),
    "article too large": (lambda: sparse("b.md"), "b.md", "it is larger than the 64 MB that are read"),
}


@pytest.mark.parametrize("command", ["check", "baseline"])
@pytest.mark.parametrize("name", FAULTS)
def test_what_leads_out_or_is_no_file_is_a_fault_with_its_place(repository: Path, capsys, name: str, command: str):
    make, place, message = FAULTS[name]
    make()
    code, said = told(capsys, command)
    if command == "check":
        (line,) = [line for line in said.splitlines() if place in line and message in line][:1] or [f"not told: {said}"]
        assert not line.startswith("not told"), line
    assert code == 2, said


GOES_ON = [
    "rule by link",
    "rule too large",
    "base by link",
    "dictionary by root",
    "dictionary too large",
    "article by link",
    "article too large",
]


@pytest.mark.parametrize("name", GOES_ON)
def test_the_rest_of_the_run_goes_on(repository: Path, capsys, name: str):
    FAULTS[name][0]()
    assert "a.md:1:6: error: 'recieve' is misspelled" in told(capsys, "check")[1]


PASSED_OVER: dict[str, Callable[[], None]] = {
    "configuration that is a pipe": lambda: pipe(".copydesk.yml"),
    "configuration that is a folder": lambda: Path(".copydesk.yml").mkdir(),
    "configuration of zeros": lambda: link(".copydesk.yml", "/dev/zero"),
    "rule that is a pipe": with_pack(lambda: pipe("styles/P/x.yml")),
    "rule of zeros": with_pack(lambda: link("styles/P/x.yml", "/dev/zero")),
    "folder of rules by link": with_pack(lambda: link("styles/P/more", "styles/P")),
    ".gitignore of zeros": lambda: link(".gitignore", "/dev/zero"),
    ".gitignore by link": lambda: link(".gitignore", "secret.txt"),
    ".gitignore that is a pipe": lambda: pipe(".gitignore"),
    ".gitignore that is a folder": lambda: Path(".gitignore").mkdir(),
    ".gitignore too large": lambda: sparse(".gitignore"),
    "article that is a pipe": lambda: pipe("b.md"),
    "article of zeros": lambda: link("b.md", "/dev/zero"),
    "folder of articles by link": lambda: link("more", "styles"),
    "words to ignore outside": with_rule(f"{SPELLING}exceptions: ['.*']\nignore: [OUT/secret.txt, ../out/secret.txt, /dev/zero]\n"),
    "words to ignore by zero byte": with_rule(f'{SPELLING}exceptions: [".*"]\nignore: ["a\\0b", {"a" * 5000}]\n'),
    "package by dots": with_vale(VALE.replace("[*]", "MinAlertLevel = error\nPackages = ../../out/x, **/*, ../*\n[*]")),
}


@pytest.mark.parametrize("name", PASSED_OVER)
def test_what_is_no_file_of_its_sort_is_passed_over(repository: Path, capsys, name: str):
    PASSED_OVER[name]()
    code, said = told(capsys, "check")
    assert code in (0, 1), said
    assert "1 file" in said


@pytest.mark.parametrize("command", ["check", "fix", "quotes", "stats", "words", "rules", "test", "baseline"])
@pytest.mark.parametrize("name", ["rule by link", "configuration by link", "Vocab by link", "vocabulary that is a pipe", "article by link"])
def test_no_command_tells_a_secret(repository: Path, capsys, name: str, command: str):
    FAULTS[name][0]()
    told(capsys, command)
    told(capsys, command, "--config", ".copydesk.yml" if Path(".copydesk.yml").exists() else ".vale.ini")


@pytest.mark.parametrize("target", ["secret.txt", "nothing", "/dev/zero"])
def test_a_baseline_that_leads_out_is_neither_read_nor_written(repository: Path, capsys, target: str):
    link(".copydesk-baseline", target)
    for command in ("check", "baseline"):
        code, said = told(capsys, command)
        assert code == 2
        assert f".copydesk-baseline: {OUTSIDE}" in said


@pytest.mark.parametrize("make", [pipe, sparse, lambda path: Path(path).mkdir()])
def test_a_baseline_that_is_no_file_is_told(repository: Path, capsys, make: Callable[[str], None]):
    make(".copydesk-baseline")
    for command in ("check", "baseline"):
        assert told(capsys, command)[0] == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--output", "made:json"),
        ("words", "--add", "made", "--word", "Marsk"),
        ("fix", "made"),
        ("check", "made"),
    ],
)
@pytest.mark.parametrize("target", ["secret.txt", "nothing"])
def test_a_link_of_the_repository_is_no_way_out_for_what_is_written(repository: Path, capsys, arguments: tuple[str, ...], target: str):
    link("made", target)
    code, said = told(capsys, *arguments)
    assert code == 2
    assert "leads out of the repository" in said or "leads nowhere" in said


def test_what_is_written_anew_is_no_link_that_leads_out(repository: Path, capsys):
    write(".vale.ini", "[*]\nBasedOnStyles = Vale\n")
    link(".copydesk.yml", "nothing")
    for options in ((), ("--force",)):
        assert told(capsys, "init", "--from-vale", *options)[0] == 2


def test_decisions_about_files_outside_have_none_read(repository: Path, capsys):
    entry = f"- {{path: ../out/secret.txt, sentence: x, rule: typos.misspelling, because: x, fingerprints: ['{'0' * 16}']}}\n"
    write(".copydesk-stet.yml", entry)
    told(capsys, "check")
    assert "1 gone" in told(capsys, "stet", "--prune")[1]


@pytest.mark.parametrize("variable", ["COPYDESK_TRUST", "VALE_STYLES_PATH"])
@pytest.mark.parametrize("make", [configured("packs: [../out/good]\n"), with_vale("StylesPath = ../out\n[*]\nBasedOnStyles = good\n")])
def test_what_the_environment_names_may_be_outside(repository: Path, capsys, monkeypatch, make: Callable[[], None], variable: str):
    make()
    assert told(capsys, "check")[0] == 2
    monkeypatch.setenv(variable, os.pathsep.join(("/nowhere", str(repository))))
    write(repository / "good/a.yml", RULE)
    assert "'prize' is found. [good.a]" in told(capsys, "check")[1]
    (repository / "good/a.yml").unlink()
    (repository / "good").rmdir()


def test_a_configuration_in_no_repository_names_what_it_likes(repository: Path, capsys, tmp_path: Path):
    write(tmp_path / "own/.copydesk.yml", f"packs: [{tmp_path / 'shared/P'}]\n")
    write(tmp_path / "shared/P/ok.yml", RULE)
    write(tmp_path / "own/a.md", "They won the prize.\n")
    assert "'prize' is found." in told(capsys, "check", str(tmp_path / "own/a.md"))[1]


def test_what_the_command_line_names_may_be_outside(repository: Path, capsys):
    assert "'recieve' is misspelled" in (told(capsys, "check", "--select", "typos.misspelling", str(repository / "voc/../../repo/a.md"))[1])
    code = main(["check", "--config", str(repository / "secret.txt")])
    assert code == 2
    assert SECRET in "".join(capsys.readouterr()), "a person who names a file may read what is wrong with it"


def test_links_within_the_repository_are_followed(repository: Path, capsys):
    write("shared/P/a.yml", RULE)
    write("shared/words.txt", "recieve\n")
    write("docs/b.md", "The prize.\n")
    Path("c.md").symlink_to("docs/b.md")
    Path("docs/P").symlink_to("../shared/P")
    Path("docs/words.txt").symlink_to("../shared/words.txt")
    write("docs/.copydesk.yml", "packs: [P]\nvocabulary: [words.txt, ../shared/words.txt]\n")
    Path(".copydesk.yml").symlink_to("docs/.copydesk.yml")
    (Path("docs") / "P").unlink()
    write("P/a.yml", RULE)
    write("words.txt", "recieve\n")
    write(".copydesk.yml.real", "packs: [P]\nvocabulary: [words.txt]\n")
    Path(".copydesk.yml").unlink()
    Path(".copydesk.yml").symlink_to(".copydesk.yml.real")
    code, said = told(capsys, "check", "c.md", "a.md")
    assert code == 1, said
    assert "c.md:1:5" in said
