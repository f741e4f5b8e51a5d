"""Several outputs of one run: each file is checked once, and a report is whole or not there."""

from __future__ import annotations

import io
import os
import stat
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from lint import reporters
from lint.cli import main
from lint.disk import DiskError, Draft
from lint.outputs import BadOutput, Wish, Wishes, side_by_side, wishes
from lint.report import Part
from lint.reporters import Look
from lint.runner import Examiner

ROOT = Path(__file__).parent.parent
TEXT = "They could of left the the house.\n"
NAMES = reporters.names()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "desk" / "articles").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "desk")
    for name in "abc":
        Path(f"articles/{name}.md").write_text(TEXT)
    Path("articles/bad.md").write_bytes(b"\xff")
    return tmp_path / "desk"


def run(*arguments: str) -> tuple[int, str]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True))
        patch.setattr(sys, "stderr", io.TextIOWrapper(io.BytesIO(), "utf-8", newline="\n", write_through=True))
        code = main(arguments)
        return code, sys.stdout.buffer.getvalue().decode()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ([], Wishes("text")),
        (["a.json:json"], Wishes("text", (Wish("a.json", "json"),))),
        ([r"C:\x:json"], Wishes("text", (Wish(r"C:\x", "json"),))),
        ([r"C:\out\a.sarif:sarif", "b:c:junit"], Wishes("text", (Wish(r"C:\out\a.sarif", "sarif"), Wish("b:c", "junit")))),
        (["-:json"], Wishes("json")),
        (["json", "a:text"], Wishes("json", (Wish("a", "text"),))),
    ],
)
def test_the_last_colon_parts_file_and_format(values: list[str], wanted: Wishes) -> None:
    assert wishes("text", values) == wanted


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (["a.json"], "write `--output a.json:FORMAT`"),
        ([":json"], "write `--output json:FORMAT`"),
        (["a:"], "write `--output a:FORMAT`"),
        ([r"C:\x"], r"there is no format '\x'"),
        (["a:jsom"], "did you mean 'json'?"),
        (["a:json", "./a:text"], "two outputs go to ./a"),
        (["json", "-:text"], "two outputs go to standard output"),
    ],
)
def test_what_cannot_be_given_is_said(values: list[str], message: str) -> None:
    with pytest.raises(BadOutput) as error:
        wishes("text", values)
    assert message in str(error.value)


@pytest.mark.parametrize("command", ["check", "fix"])
def test_help_lists_all_formats(command: str) -> None:
    said = " ".join(run(command, "-h")[1].split())
    assert f"{', '.join(NAMES[:-1])} or {NAMES[-1]} (default: text)." in said


def test_each_file_is_checked_once_for_all_outputs(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    alone = {name: run("check", "--no-config", "--no-cache", "--jobs", "1", "--format", name, "articles")[1] for name in NAMES}
    asked = [argument for name in NAMES for argument in ("--output", f"{name}.out:{name}")]
    examined: list[str] = []
    examine = Examiner.checked

    def noted(self: Examiner, path: str, *rest: object) -> object:
        examined.append(path)
        return examine(self, path, *rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Examiner, "checked", noted)
        assert run("check", "--no-config", "--no-cache", "--jobs", "1", *asked, "articles") == (2, alone["text"])
    assert examined == ["articles/a.md", "articles/b.md", "articles/c.md"]
    assert {name: Path(f"{name}.out").read_bytes().decode() for name in NAMES} == alone


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_outputs_from_the_cache_and_from_workers_are_the_same_bytes(desk: Path, jobs: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lint.cache._off", False)
    asked = [argument for name in NAMES for argument in ("--output", f"{name}.out:{name}")]
    seen = set()
    for _ in range(2):
        run("check", "--no-config", "--jobs", jobs, *asked, "articles")
        seen.add(tuple(Path(f"{name}.out").read_bytes() for name in NAMES))
    assert len(seen) == 1


def test_an_output_is_the_same_with_and_without_quiet(desk: Path) -> None:
    for quiet in ([], ["--quiet"]):
        run("check", "--no-config", *quiet, "--output", f"{len(quiet)}.out:concise", "articles")
    assert Path("0.out").read_text() == Path("1.out").read_text() != ""


def test_paths_of_reports_start_at_the_folder_of_the_run(desk: Path) -> None:
    for given in ("articles", "./articles", str(desk / "articles")):
        _, said = run("check", "--no-config", "--no-cache", "--format", "github", given)
        assert "file=articles/a.md," in said, given


def test_outputs_go_along_in_step() -> None:
    held: list[int] = []
    let_go = 0

    def parts() -> Iterator[Part]:
        for number in range(50):
            held.append(number - let_go)
            yield Part(f"{number}", "x", read=True, more=("y", "z"))

    def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
        for part in parts:
            yield f"{part.path}{part.text} "

    said = ["", "", ""]
    for number, piece in side_by_side(parts(), [render] * 3, [Look()] * 3):
        said[number] += piece
        let_go += number == 2
    assert said == ["".join(f"{number}{letter} " for number in range(50)) for letter in "xyz"]
    assert max(held) <= 1


def test_a_draft_takes_its_place_whole(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    target.chmod(0o640)
    link = tmp_path / "link.json"
    link.symlink_to(target)
    with Draft(str(link)) as draft:
        draft.write("new é\ud800")
        assert target.read_text() == "old"
        draft.finish()
    assert target.read_bytes() == "new é\\ud800".encode()
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "report.json"]


def test_a_draft_that_is_not_finished_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "report.json"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), Draft(str(target)) as draft, Draft(str(tmp_path / "new")):
        draft.write("new")
        raise KeyboardInterrupt
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("report.json", "old")]


def test_a_new_file_has_the_mode_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    with Draft(str(tmp_path / "new")) as draft:
        draft.finish()
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_what_is_no_file_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        with Draft(str(pipe)) as draft:
            draft.write("news")
            draft.finish()
        assert reader.communicate()[0] == b"news"
    assert stat.S_ISFIFO(pipe.stat().st_mode)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything can be written by this user")
def test_what_cannot_be_written_is_known_before(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DiskError, match="permission denied"):
        Draft(str(tmp_path / "report"))


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no files for open pipes")
def test_a_process_can_be_written_to(tmp_path: Path) -> None:
    """As with `--output >(gzip > report.gz):json` in a shell."""
    reading, writing = os.pipe()
    with Draft(f"/dev/fd/{writing}") as draft:
        draft.write("news")
        draft.finish()
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read() == b"news"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_said(desk: Path) -> None:
    assert run("check", "--no-config", "--output", "/dev/full:json", "articles")[0] == 2
    assert Path("/dev/full").exists()


def test_a_run_that_is_cut_off_leaves_no_half_report(desk: Path) -> None:
    """As with `| head -1`: whoever reads us goes away."""
    command = [sys.executable, "-m", "lint", "check", "--no-config", "--output", "out.json:json", "articles"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    for name in range(40):
        Path(f"articles/{name}.md").write_text(f"{TEXT}\n" * 60)
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout
        process.stdout.readline()
        process.stdout.close()
        assert process.wait() == 141
    assert [path.name for path in Path().iterdir()] == ["articles"]
