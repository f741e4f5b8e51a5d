"""Texts on the disk: read exactly as they stand, and replaced whole or not at all.

A file is replaced by renaming a new one over it. A symlink stays one (its target is replaced); a hard link does not:
the other names keep the old text, as with every tool that replaces whole files, Git among them.
"""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from lint import confines
from lint.confines import Confines
from lint.named import NamedTuple

BOM = b"\xef\xbb\xbf"
_TRUSTED = ("VALE_STYLES_PATH", "DICPATH", "COPYDESK_TRUST")
_LEFT_BEHIND = r"\.copydesk-(\d+)-[0-9a-f]{8}\.tmp"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class DiskError(Exception):
    """A file that cannot be read or written, in a sentence with the cure."""


class Content(NamedTuple):
    """What a file says: its text, newlines as they stand, and whether a byte-order mark stands before it."""

    text: str
    marked: bool = False

    def encode(self) -> bytes:
        """The bytes of the file."""
        return (BOM if self.marked else b"") + self.text.encode()


def around(folder: Path, *trusted: Path) -> Confines:
    """What a file of settings in a folder may name: what is in its repository and what is trusted; anything where it is in no repository.

    Trusted is what the environment names: styles of Vale (`VALE_STYLES_PATH`), dictionaries (`DICPATH`), and whatever else a person has
    put into `COPYDESK_TRUST`.
    """
    real = os.path.realpath(folder)
    named = [name for variable in _TRUSTED for name in os.environ.get(variable, "").split(os.pathsep) if name]
    return Confines((_repository(real) or Path(real).anchor, *(os.path.realpath(place) for place in (*named, *map(str, trusted)))))


def own_confines(path: Path, named: bool) -> Confines | None:
    """Where a file of settings may be itself: anywhere if a person has `named` it, unless that is but a link which the repository holds."""
    return None if named and not leads_out(str(path)) else around(path.parent)


def leads_out(path: str) -> bool:
    """Whether a file is a link in a repository that leads out of it: what it leads to was named by nobody but the repository."""
    if not os.path.islink(path):  # noqa: PTH114  # a Path would tidy what was given
        return False
    folder = os.path.realpath(os.path.dirname(path) or os.curdir)  # noqa: PTH120  # as above
    return _repository(folder) is not None and not around(Path(folder)).holds(path)


def read(path: str) -> Content:
    """The content of a file; raises DiskError."""
    try:
        return decode(confines.read(path, confines.MOST_DATA))
    except OSError as error:
        raise DiskError(reason(error)) from error


def decode(data: bytes) -> Content:
    """The content that these bytes are; raises DiskError where they are no UTF-8 text."""
    if data.startswith(_UTF_16):
        raise DiskError("UTF-16, not UTF-8; save it as UTF-8")
    if b"\0" in data:
        raise DiskError(f"not text: byte 0x00 at offset {data.index(0)}; leave binary files out with `exclude`")
    marked = data.startswith(BOM)
    try:
        return Content(data[len(BOM) if marked else 0 :].decode(), marked)
    except UnicodeDecodeError as error:
        offset = error.start + (len(BOM) if marked else 0)
        raise DiskError(f"not UTF-8: byte 0x{data[offset]:02x} at offset {offset}; save it as UTF-8") from error


def replace(path: str, old: Content, new: Content) -> None:
    """Make the file say `new` if it still says `old`; raises DiskError, and then the file is as it was.

    Mode, owner and group are kept (owner and group where the system lets us). After a crash at any moment the file is
    whole, old or new, and at most one temporary file is left beside it, which the next `replace` in that folder removes.
    """
    try:
        target = Path(path).resolve()
        status = _writable(target)
        _remove_stale(target.parent)
        _exchange(target, status, old.encode(), new.encode())
    except OSError as error:
        raise DiskError(f"not written: {reason(error)}") from error


class Draft:
    """A file that is written piece by piece, and takes its place only when it is whole; until then what was there before stays.

    Making one raises DiskError where the place cannot be written. What is neither file nor folder (a pipe) is written to directly.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._target = Path(path)
        self._temporary: Path | None = None
        if leads_out(path):
            raise DiskError(f"{path}: not written: this link leads out of the repository; remove it, or name the file that is meant")
        try:
            self._status = self._target.stat() if self._target.exists() else None
            self._file = self._opened()
        except FileNotFoundError as error:
            raise DiskError(f"{path}: not written: there is no folder for it; make it first") from error
        except OSError as error:
            raise DiskError(f"{path}: not written: {reason(error)}") from error
        except ValueError as error:
            raise DiskError(f"{path}: not written: {error}") from error
        except DiskError as error:
            raise DiskError(f"{path}: {error}") from error

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Leave no trace of a draft that was not finished."""
        with suppress(OSError):
            self._file.close()
        if self._temporary is not None:
            _remove(self._temporary)

    def write(self, text: str) -> None:
        """Add a piece. Raises DiskError."""
        try:
            self._file.write(text.encode("utf-8", "backslashreplace"))
        except OSError as error:
            raise DiskError(f"{self.path}: not written: {reason(error)}") from error

    def finish(self) -> None:
        """Put the file in its place. Raises DiskError."""
        try:
            if self._temporary is not None:
                _seal(self._file, self._temporary, self._status)
            self._file.close()
            if self._temporary is not None:
                self._temporary.replace(self._target)
                self._temporary = None
                _sync_folder(self._target.parent)
        except OSError as error:
            raise DiskError(f"{self.path}: not written: {reason(error)}") from error

    def _opened(self) -> BinaryIO:
        if self._status is not None and not stat.S_ISREG(self._status.st_mode):
            return self._target.open("wb")
        self._target = self._target.resolve()
        if self._status is not None:
            _writable(self._target)
        _remove_stale(self._target.parent)
        temporary = _temporary(self._target)
        file = temporary.open("xb")
        self._temporary = temporary
        return file


def name_from(folder: Path, path: str) -> str:
    """How a file is named from a folder, with `/` between the parts; outside of it as it is given."""
    place, above = Path(path).resolve(), folder.resolve()
    return place.relative_to(above).as_posix() if place.is_relative_to(above) else Path(path).as_posix()


def tidy(path: str) -> None:
    """Remove the temporary file that a run which was killed may have left beside this file."""
    with suppress(OSError):
        _remove_stale(Path(path).resolve().parent)


def reason(error: OSError) -> str:
    """What went wrong, in words, with the cure where there is one."""
    match error:
        case confines.Refused():
            return str(error.strerror)
        case FileNotFoundError():
            return "there is no such file; look at the path"
        case PermissionError():
            return "permission denied; give yourself the right to it"
        case IsADirectoryError():
            return "it is a folder"
        case _:
            return (error.strerror or str(error)).lower()


def _repository(folder: str) -> str | None:
    """The top of the repository that a folder without links is in."""
    above = (folder, *map(str, Path(folder).parents))
    return next((top for top in above if os.path.lexists(os.path.join(top, ".git"))), None)  # noqa: PTH118  # asked often


def _exchange(target: Path, status: os.stat_result, old: bytes, new: bytes) -> None:
    temporary = _temporary(target)
    try:
        _write(temporary, new, status)
        if target.read_bytes() != old:
            raise DiskError("not written: the file changed while copydesk was at it; run it again")
        temporary.replace(target)
    except BaseException:
        _remove(temporary)
        raise
    _sync_folder(target.parent)


def _write(path: Path, data: bytes, status: os.stat_result) -> None:
    with path.open("xb") as file:
        path.chmod(0o600)
        file.write(data)
        _seal(file, path, status)


def _seal(file: BinaryIO, path: Path, status: os.stat_result | None) -> None:
    """Bring to the disk what was written, with owner and mode of the file that it is to replace, if there is one."""
    file.flush()
    if status is not None:
        _keep_owner(file.fileno(), status)
        path.chmod(stat.S_IMODE(status.st_mode))
    os.fsync(file.fileno())


def _temporary(target: Path) -> Path:
    return target.with_name(f".copydesk-{os.getpid()}-{os.urandom(4).hex()}.tmp")


def _keep_owner(descriptor: int, status: os.stat_result) -> None:
    """Give the new file the old one's owner and group, or the group alone, or neither, as far as this user may."""
    if not hasattr(os, "fchown"):
        return
    for owner in (status.st_uid, -1):
        try:
            os.fchown(descriptor, owner, status.st_gid)
        except OSError:
            continue
        return


def _writable(target: Path) -> os.stat_result:
    status = target.stat()
    if not stat.S_ISREG(status.st_mode):
        raise DiskError("not written: it is not a regular file")
    if not os.access(target, os.W_OK):
        raise DiskError("not written: the file is read-only; give yourself the right to write it")
    return status


@cache
def _remove_stale(folder: Path) -> None:
    """Remove what earlier runs left here when they were killed; once a folder."""
    for path in folder.glob(".copydesk-*.tmp"):
        found = re.fullmatch(_LEFT_BEHIND, path.name)
        if found and not _is_alive(int(found.group(1))):
            _remove(path)


def _is_alive(process: int) -> bool:
    if os.name != "posix":
        return True  # signal 0 is no question there but an order
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _sync_folder(folder: Path) -> None:
    """Make the rename last through a power cut, where folders can be opened at all."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
