"""Files are read exactly and replaced whole or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from lint import confines, disk
from lint.disk import Content, DiskError, decode, read, replace

OLD, NEW = Content("old\r\ntext\n"), Content("new\r\ntext\n")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "article.md"
    path.write_bytes(OLD.encode())
    disk._remove_stale.cache_clear()
    return path


def names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize(
    ("data", "text", "marked"),
    [
        (b"", "", False),
        (b"\xef\xbb\xbf", "", True),
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", False),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "café", True),
        (b"a\xef\xbb\xbfb", "a\ufeffb", False),
        ("a\u2028b\x0b\x1b".encode(), "a\u2028b\x0b\x1b", False),
    ],
)
def test_bytes_become_text_and_come_back(data: bytes, text: str, marked: bool) -> None:
    content = decode(data)
    assert content == Content(text, marked)
    assert content.encode() == data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9", "not UTF-8: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfcaf\xe9", "not UTF-8: byte 0xe9 at offset 6"),
        (b"caf\xc3", "not UTF-8: byte 0xc3 at offset 3"),
        (b"\xed\xa0\x80", "not UTF-8: byte 0xed at offset 0"),
        (b"\xff\xfeh\0", "UTF-16, not UTF-8"),
        (b"\x89PNG\0\0", "not text: byte 0x00 at offset 4"),
    ],
)
def test_what_is_no_text_is_named_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(DiskError, match=message):
        decode(data)


def test_what_cannot_be_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(DiskError, match="no such file"):
        read(str(tmp_path / "gone.md"))
    with pytest.raises(DiskError, match="folder"):
        read(str(tmp_path))


def test_mode_and_owner_are_kept(file: Path) -> None:
    file.chmod(0o640)
    before = file.stat()
    replace(str(file), OLD, NEW)
    after = file.stat()
    assert read(str(file)) == NEW
    assert (stat.S_IMODE(after.st_mode), after.st_uid, after.st_gid) == (0o640, before.st_uid, before.st_gid)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_another_owner_is_kept(file: Path) -> None:
    os.chown(file, 1234, 2345)
    replace(str(file), OLD, NEW)
    assert (file.stat().st_uid, file.stat().st_gid) == (1234, 2345)


def test_a_symlink_stays_one(file: Path, tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    link = tmp_path / "sub" / "link.md"
    link.symlink_to("../article.md")
    replace(str(link), OLD, NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW.encode()
    assert names(link.parent) == ["link.md"]


def test_a_hard_link_keeps_the_old_text(file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    os.link(file, other)
    replace(str(file), OLD, NEW)
    assert (read(str(file)), read(str(other))) == (NEW, OLD)


def test_a_file_that_changed_is_left_alone(file: Path) -> None:
    file.write_text("newer")
    with pytest.raises(DiskError, match="changed"):
        replace(str(file), OLD, NEW)
    assert file.read_text() == "newer"
    assert names(file.parent) == ["article.md"]


def test_a_file_that_vanished_is_not_made_anew(file: Path) -> None:
    file.unlink()
    with pytest.raises(DiskError, match="no such file"):
        replace(str(file), OLD, NEW)
    assert names(file.parent) == []


def test_a_read_only_file_is_left_alone(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.chmod(0o444)
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write what nobody may
    with pytest.raises(DiskError, match="read-only"):
        replace(str(file), OLD, NEW)
    assert file.read_bytes() == OLD.encode()
    assert names(file.parent) == ["article.md"]


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt(), MemoryError()])
@pytest.mark.parametrize("step", ["fsync", "urandom"])
def test_nothing_is_left_behind_when_it_fails(file: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, step: str) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(os, step, fail)
    with pytest.raises((DiskError, KeyboardInterrupt, MemoryError)):
        replace(str(file), OLD, NEW)
    assert file.read_bytes() == OLD.encode()
    assert names(file.parent) == ["article.md"]


def test_what_a_killed_run_left_is_removed(file: Path) -> None:
    done = subprocess.Popen([sys.executable, "-c", "pass"])
    done.wait()
    stale = file.with_name(f".copydesk-{done.pid}-0123abcd.tmp")
    alive = file.with_name(f".copydesk-{os.getpid()}-0123abcd.tmp")
    foreign = file.with_name(".copydesk-notes.tmp")
    for path in (stale, alive, foreign):
        path.write_text("half")
    replace(str(file), OLD, NEW)
    assert not stale.exists()
    assert alive.exists()
    assert foreign.exists()


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "missing"])
def test_a_name_that_no_file_can_have_is_no_file_and_no_folder(name: str, tmp_path: Path) -> None:
    assert not confines.is_file(tmp_path / name)
    assert not confines.is_folder(tmp_path / name)
    assert confines.is_folder(tmp_path)


def test_what_a_killed_run_left_goes_even_where_nothing_is_to_be_written(file: Path, tmp_path: Path) -> None:
    (tmp_path / ".copydesk-999999999-0123abcd.tmp").write_bytes(b"new")
    disk.tidy(str(file))
    assert names(tmp_path) == ["article.md"]
