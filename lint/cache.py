"""What is kept from run to run in the user's cache folder: whole files, named by all that they depend on.

A cache that is missing, foreign, broken or not writable costs making its content anew and nothing else.
"""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from lint.digest import digest

_SEAL_AND_LINE_END = 17

_off = False


def switch_off() -> None:
    """Neither read nor write anything for the rest of this process (`--no-cache`)."""
    global _off
    _off = True


def is_on() -> bool:
    """Whether anything is kept at all."""
    return not _off


def read(shelf: str, entry: str) -> bytes | None:
    """What is kept under a name on a shelf; None where nothing is that is as it was written."""
    if _off:
        return None
    try:
        with (folder() / shelf / entry).open("rb", buffering=0) as file:
            seal, content = file.read(_SEAL_AND_LINE_END), file.readall()
    except OSError:
        return None
    return content if seal == _seal(content) + b"\n" else None


def write(shelf: str, entry: str, content: bytes) -> None:
    """Keep something, in one step; what cannot be kept is not."""
    if _off:
        return
    try:
        place = folder() / shelf
        temporary = place / f"{entry}.{os.getpid()}.tmp"
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        temporary.write_bytes(_seal(content) + b"\n" + content)
        temporary.replace(place / entry)
    except OSError:
        return


def prune(shelf: str, most: int, most_bytes: int) -> None:
    """Forget what was kept first, where a shelf holds too many entries or bytes, until it is down to three quarters of that."""
    try:
        with os.scandir(folder() / shelf) as found:
            entries = sorted((status.st_mtime, status.st_size, each.path) for each in found for status in (each.stat(),))
    except OSError:
        return
    size, count = sum(length for _, length, _ in entries), len(entries)
    if size <= most_bytes and count < most:
        return
    for _, length, path in entries:
        if size * 4 <= most_bytes * 3 and count * 4 <= most * 3:
            return
        Path(path).unlink(missing_ok=True)
        size, count = size - length, count - 1


@cache
def stamp() -> bytes:
    """Which code made what is kept: this interpreter, and our files by size and time, so that a changed checkout makes it anew."""
    here = Path(__file__).parent
    with os.scandir(here) as entries:
        folders = sorted(each.path for each in entries if each.name not in ("rules", "__pycache__") and each.is_dir())
    found = [sys.version]
    for folder in (str(here), *folders):
        with os.scandir(folder) as entries:
            files = sorted((each.name, each.stat()) for each in entries if each.is_file())
        found += [f"{name}:{status.st_size}:{status.st_mtime_ns}" for name, status in files]
    return "|".join(found).encode()


def _seal(content: bytes) -> bytes:
    """What stands in the first line of an entry, so that one that is damaged is told from one that is whole."""
    return digest(content).encode()


def folder() -> Path:
    """Where the system wants caches: `XDG_CACHE_HOME` and its likes. Raises OSError where that is nowhere."""
    named = {"win32": "LOCALAPPDATA", "darwin": ""}.get(sys.platform, "XDG_CACHE_HOME")
    base = Path(os.environ.get(named, "") if named else "")
    if not base.is_absolute():  # a relative one does not count, as the specification has it
        base = _home() / {"win32": "AppData/Local", "darwin": "Library/Caches"}.get(sys.platform, ".cache")
    return base / "copydesk"


def _home() -> Path:
    try:
        home = Path.home()
    except RuntimeError as error:
        raise OSError(str(error)) from None
    if not home.is_absolute():
        raise OSError("there is no home folder")
    return home
