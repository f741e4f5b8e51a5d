"""The command as people meet it: each transcript in `fixtures/transcripts` is a command, its files and all that comes of it.

A transcript is made of sections, each begun by a line `=== what`: `command`, `stdin` and the files there are, as text
(`file NAME`) or with Python's escapes (`bytes NAME`, no line end added); then what came of it, which `pytest --update`
writes: `exit`, `stdout`, `stderr`, and every file that changed or is new (`after NAME`, with escapes where it has to).
Each runs in a copy of `fixtures/transcripts/house`.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint import reporters
from lint.cli import main

FOLDER = Path(__file__).parent.parent / "fixtures" / "transcripts"
_OUTCOME = ("exit", "stdout", "stderr", "after ")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[Path, str], None]) -> None:
    given = [section for section in sections(path.read_text()) if not section[0].startswith(_OUTCOME)]
    shutil.copytree(FOLDER / "house", tmp_path, dirs_exist_ok=True)
    for what, body in given:
        if what.startswith(("file ", "bytes ")):
            target = tmp_path / what.partition(" ")[2]
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(decoded(body) if what.startswith("bytes ") else body.encode())
    monkeypatch.chdir(tmp_path)
    before = contents(tmp_path)
    command, stdin = dict(given)["command"], dict(given).get("stdin", "").encode()
    code, stdout, stderr = run(shlex.split(command)[1:], stdin, monkeypatch)
    outcome = [("exit", f"{code}\n"), ("stdout", encoded(stdout)), ("stderr", encoded(stderr))]
    outcome += [(f"after {name}", encoded(data)) for name, data in contents(tmp_path).items() if before.get(name) != data]
    told = [*given, *((what, body) for what, body in outcome if body)]
    golden(path, "".join(f"=== {what}\n{body}" for what, body in told))


def run(arguments: list[str], stdin: bytes, monkeypatch: pytest.MonkeyPatch) -> tuple[int, bytes, bytes]:
    stdout, stderr = io.BytesIO(), io.BytesIO()
    with monkeypatch.context() as patch:
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        patch.setattr(sys, "stdout", io.TextIOWrapper(stdout, "utf-8", newline="\n", write_through=True))
        patch.setattr(sys, "stderr", io.TextIOWrapper(stderr, "utf-8", newline="\n", write_through=True))
        code = main(arguments)
        return code, stdout.getvalue(), stderr.getvalue()


def sections(text: str) -> Iterator[tuple[str, str]]:
    found = re.split(r"^=== (.*)\n", text, flags=re.MULTILINE)
    yield from zip(found[1::2], found[2::2], strict=True)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def decoded(body: str) -> bytes:
    return body.removesuffix("\n").encode("latin-1", "backslashreplace").decode("unicode_escape").encode("latin-1")


def encoded(data: bytes) -> str:
    """Text as it stands where lines hold it, else with escapes, so that a golden file stays plain text."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return ascii(data)[2:-1] + "\n"
    plain = not data or text.endswith("\n")
    if plain and not re.search(r"[^\n -~\xa1-\uffff]", text):
        return text
    return ascii(data)[2:-1].replace("\\n", "\\n\\\n").removesuffix("\\\n") + "\n"


def test_version_and_help_say_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    code, stdout, stderr = run(["--version"], b"", monkeypatch)
    assert (code, stderr) == (0, b"")
    assert re.fullmatch(rb"copydesk.*\n", stdout)
    for command in ([], ["check"], ["fix"], ["explain"], ["rules"], ["test"], ["words"], ["init"], ["schema"]):
        code, stdout, stderr = run([*command, "-h"], b"", monkeypatch)
        assert (code, stderr) == (0, b"")
        assert stdout == run([*command, "--help"], b"", monkeypatch)[1]
        assert b"copydesk" in stdout.split(b"\n", 2)[2], "a help text shows the command at work"
        assert max(map(len, stdout.splitlines())) <= 90


def test_nothing_raw_reaches_a_terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    name = os.fsdecode(b"evil\x1b[2J\xe9\n.md")
    Path(name).write_bytes(b"They utilize \x1b[31mred\x1b[0m \xe2\x80\xae tricks\x07, the the end.\n")
    Path("bad\x1b]0;title\x07.md").write_bytes(b"\xff")
    formats = [["check", "--format", name] for name in reporters.names()]
    for command in (*formats, ["fix", "--diff"], ["fix"]):
        _, stdout, stderr = run([*command, "--no-config", "."], b"", monkeypatch)
        shown = stderr if command[-1] == "--diff" else stdout + stderr
        assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]|\xe2\x80\xae", shown), command
        shown.decode("ascii" if "json" in command else "utf-8")


def test_a_bug_of_ours_is_one_line_that_says_what_to_send(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("never\x1b")

    monkeypatch.setattr("lint.runner.Run.__init__", fail)
    code, stdout, stderr = run(["check"], b"", monkeypatch)
    assert (code, stdout) == (2, b"")
    told = rb"copydesk: this is a bug of copydesk \(ZeroDivisionError at test_cli.py:\d+: never\\x1b\); please report it .*\n"
    assert re.fullmatch(told, stderr)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full disk to write to")
def test_a_full_disk_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("All is well.\n")
    with Path("/dev/full").open("w") as full:
        environment = {**os.environ, "PYTHONPATH": str(FOLDER.parent.parent)}
        command = [sys.executable, "-m", "lint", "check", "a.md"]
        done = subprocess.run(command, cwd=tmp_path, env=environment, stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, b"copydesk: cannot go on: [Errno 28] No space left on device\n")
