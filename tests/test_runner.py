"""Runs over many files: order, parallel work, and ends that nobody planned."""

from __future__ import annotations

import os
import pty
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lint import engine, runner
from lint.desk import Settings
from lint.diagnostic import Applicability
from lint.runner import Examiner, Run, Task
from lint.workers import spread

COMMAND = [sys.executable, "-m", "lint"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "TERM": "xterm"}
WORDS = "They sat down and talked of the weather, the harvest and the price of wool until the lamp went out.\n\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a rule that mends `utilize`."""
    folder = tmp_path / "desk"
    (folder / "styles" / "house").mkdir(parents=True)
    (folder / ".copydesk.yml").write_text("packs: [styles/house]\n")
    rule = "extends: substitution\nmessage: x\nlevel: error\napplicability: safe\nswap:\n  utilize: use\n"
    (folder / "styles" / "house" / "wordy.yml").write_text(rule)
    monkeypatch.chdir(folder)
    return folder


def articles(folder: Path, number: int, repeat: int = 1) -> list[str]:
    names = [f"{each:04}.md" for each in range(number)]
    for each, name in enumerate(names):
        (folder / name).write_text(f"File {each}: we utilize it.\n\n" + WORDS * repeat)
    return names


def test_a_parallel_run_tells_the_same_in_the_same_order(desk: Path) -> None:
    names = articles(desk, 30)
    (desk / "0007.md").write_bytes(b"\xff")
    one, two = (list(Run([*names, "gone.md", "."], Settings(jobs=jobs))) for jobs in (1, 2))
    assert one == two
    assert [report.path for report in one] == [*names, "gone.md"]
    assert [report.path for report in one if report.failures or report.faults] == ["0007.md", "gone.md"]


def test_a_small_run_starts_no_workers(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "spread", None)
    assert len(list(Run(articles(desk, 3), Settings()))) == 3


def test_a_bug_of_ours_in_one_file_is_a_failure_of_that_file(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = articles(desk, 3)
    real = engine.check
    monkeypatch.setattr(engine, "check", lambda document, *more: 1 // (document.source.name != names[1]) and real(document, *more))
    reports = list(Run(names, Settings(jobs=1)))
    assert [bool(report.failures or report.faults) for report in reports] == [False, True, False]
    assert "this is a bug of copydesk (ZeroDivisionError at test_runner.py" in reports[1].failures[0].message


def _half(number: int) -> int:
    if number in (13, 14, 29):
        os.kill(os.getpid(), signal.SIGKILL)
    return number // 2


def test_a_worker_that_dies_takes_no_other_work_with_it() -> None:
    batches = [range(start, start + 5) for start in range(0, 40, 5)]
    results = list(spread(_half, batches, 2, lambda number: -number))
    assert results == [-number if number in (13, 14, 29) else number // 2 for number in range(40)]


def test_a_mended_file_that_cannot_be_written_is_a_failure_and_checked_as_it_is(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = articles(desk, 2)
    monkeypatch.setattr(os, "access", lambda path, _: Path(path).name != names[0])
    settings = Settings(threshold=Applicability.SAFE, writing=True)
    first, second = Run(names, settings)
    assert "read-only" in first.failures[0].message
    assert [each.rule for each in first.diagnostics] == ["house.wordy"]
    assert not first.changes
    assert second.changes
    assert "utilize" in (desk / names[0]).read_text()
    assert "utilize" not in (desk / names[1]).read_text()


def test_a_file_that_changes_under_our_hands_is_left_alone(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (name,) = articles(desk, 1)
    examine = Examiner.__call__

    def meddle(self: Examiner, task: Task) -> object:
        report = examine(self, task)
        (desk / name).write_text("We utilize something else.\n")
        return report

    monkeypatch.setattr(Examiner, "__call__", meddle)
    (report,) = Run([name], Settings(threshold=Applicability.SAFE, writing=True))
    assert "changed" in report.failures[0].message
    assert (desk / name).read_text() == "We utilize something else.\n"


def test_the_examiner_travels_to_another_process(desk: Path) -> None:
    import pickle

    (name,) = articles(desk, 1)
    task = Task(name, "markdown", 0)
    examiner = Examiner(runner.Desk(Settings()))
    assert pickle.loads(pickle.dumps(examiner))(task) == examiner(task)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_ends_a_run_with_one_line(desk: Path, jobs: str) -> None:
    articles(desk, 40, 400)
    done = subprocess.Popen(
        [*COMMAND, "fix", "--jobs", jobs, "."],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # a job in the background inherits that it is ignored
    )
    assert done.stdout is not None
    done.stdout.readline()
    os.killpg(done.pid, signal.SIGINT)
    _, stderr = done.communicate(timeout=20)
    assert (done.returncode, stderr) == (130, b"copydesk: stopped\n")
    assert_whole(desk, 400)
    assert not list(desk.glob(".copydesk-*"))


def test_a_reader_that_leaves_is_no_fault(desk: Path) -> None:
    articles(desk, 400)
    done = subprocess.run(f"{' '.join(COMMAND)} check . | head -1", shell=True, env=ENVIRONMENT, capture_output=True, timeout=30)
    assert done.stderr == b""
    assert done.stdout.startswith(b"0000.md:1:12: error")


def test_workers_end_with_a_parent_that_is_killed(desk: Path) -> None:
    articles(desk, 40, 400)
    done = subprocess.Popen([*COMMAND, "check", "--jobs", "2", "."], env=ENVIRONMENT, stdout=subprocess.PIPE, start_new_session=True)
    assert done.stdout is not None
    done.stdout.readline()
    done.kill()
    done.wait()
    for _ in range(100):
        try:
            os.killpg(done.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    pytest.fail("workers outlived their parent")


def test_files_are_whole_after_a_kill_at_any_moment(desk: Path) -> None:
    kill_at_random(desk, files=60, kills=10, seed=1)


def test_a_long_run_shows_progress_and_wipes_it(desk: Path) -> None:
    articles(desk, 60, 300)
    leader, follower = pty.openpty()
    done = subprocess.Popen([*COMMAND, "check", "."], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=follower)
    os.close(follower)
    stdout, _ = done.communicate(timeout=60)
    shown = b""
    try:
        while piece := os.read(leader, 65536):
            shown += piece
    except OSError:
        pass
    assert b"\x1b" not in stdout
    if shown:  # a fast machine is done before there is anything to say
        assert b" of 60 files" in shown
        assert shown.endswith(b"\r\x1b[K")


def kill_at_random(desk: Path, files: int, kills: int, seed: int) -> tuple[int, int]:
    """Kill `fix` again and again; gives how many runs were really cut short and how many temporary files were met."""
    chance = random.Random(seed)
    cut = met = 0
    longest = 1.0
    for _ in range(kills):
        articles(desk, files)
        began = time.monotonic()
        done = subprocess.Popen([*COMMAND, "fix", "."], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            done.wait(chance.uniform(0.15, longest))
            longest = time.monotonic() - began
        except subprocess.TimeoutExpired:
            done.kill()
            done.wait()
            cut += 1
        assert_whole(desk, 1)
        left = list(desk.glob(".copydesk-*.tmp"))
        assert len(left) <= 1
        met += len(left)
    articles(desk, files)
    assert subprocess.run([*COMMAND, "fix", "."], env=ENVIRONMENT, capture_output=True).returncode == 1
    assert not list(desk.glob(".copydesk-*.tmp"))
    assert all("utilize" not in path.read_text() for path in desk.glob("*.md"))
    return cut, met


def assert_whole(desk: Path, repeat: int) -> None:
    for path in desk.glob("*.md"):
        old = f"File {int(path.stem)}: we utilize it.\n\n" + WORDS * repeat
        assert path.read_text() in (old, old.replace("utilize", "use"))
