"""Files read with care: regular ones that are no larger than may be, and of those that a repository names none outside of it."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

MOST_SETTINGS = 8 << 20
"""Bytes that a file of settings, rules or words may have."""
MOST_DATA = 64 << 20
"""Bytes that an article or a dictionary may have."""

OUTSIDE = "it leads out of the repository; put it there, or name its folder in the environment variable COPYDESK_TRUST"


class Refused(OSError):
    """A file that is not read, and why."""

    def __init__(self, message: str) -> None:
        super().__init__(errno.EINVAL, message)


class Confines:
    """The folders that files may be in, whichever links lead to them; they have no links in them."""

    def __init__(self, roots: Iterable[str]) -> None:
        self.roots = tuple(roots)
        self._real: dict[str, str] = {}

    def holds(self, path: Path | str) -> bool:
        """Whether a file or folder is inside, or would be."""
        try:
            real = self._resolved(os.fspath(path))
        except (OSError, ValueError):
            return False
        return any(real == root or real.startswith(root.rstrip(os.sep) + os.sep) for root in self.roots)

    def _resolved(self, path: str) -> str:
        """As `realpath`, with the folder worked out once for all that is in it."""
        folder, name = os.path.split(path)
        if name in ("", os.curdir, os.pardir) or os.path.islink(path):  # noqa: PTH114  # asked for each of thousands
            return os.path.realpath(path)
        if folder not in self._real:
            self._real[folder] = os.path.realpath(folder)
        return os.path.join(self._real[folder], name)  # noqa: PTH118  # as above


def read(path: Path | str, most: int = MOST_SETTINGS, confines: Confines | None = None) -> bytes:
    """The bytes of a file. Raises OSError: with `confines` also for one outside, and always for what is no file, or a larger one."""
    if confines is not None and not confines.holds(path):
        raise Refused(OUTSIDE)
    try:
        _check(os.stat(path), most)  # noqa: PTH116  # to open a device may do something
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except ValueError:
        raise Refused("no file has such a name: a zero byte is in it") from None
    with open(descriptor, "rb") as file:  # noqa: PTH123  # it is open already
        _check(os.fstat(descriptor), most)
        data = file.read(most + 1)  # files of the system say that they are empty
    if len(data) > most:
        raise _too_large(most)
    return data


def is_file(path: Path | str) -> bool:
    """Whether a file is there; never where the path is none that a file system could have."""
    return os.path.isfile(path)  # noqa: PTH113  # the method of a path raises OSError for a name that is too long


def is_folder(path: Path | str) -> bool:
    """Whether a folder is there; never where the path is none that a file system could have."""
    return os.path.isdir(path)  # noqa: PTH112  # as above


def _check(status: os.stat_result, most: int) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if not stat.S_ISREG(status.st_mode):
        raise Refused("it is no file but a pipe, a socket or a device; put a file there")
    if status.st_size > most:
        raise _too_large(most)


def _too_large(most: int) -> Refused:
    return Refused(f"it is larger than the {most >> 20} MB that are read; make it smaller, or leave it out")
