"""Which files a run is about: folders are walked, and what Git ignores or the configuration excludes is left out."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Generator, Iterator, Sequence
from pathlib import Path

from lint.config import Configuration
from lint.diagnostic import Failure
from lint.disk import around, leads_out
from lint.faults import Fault, FaultyFile
from lint.formats import format_of, suffixes
from lint.gitignore import Ignores, Repositories
from lint.named import NamedTuple

_OTHERS = frozenset(("node_modules", "__pycache__", "venv"))
"""Folders of other people's files; so are those whose name begins with a point."""
_LEADS_OUT = "this link leads out of the repository; name the file that is meant, or leave the link out with `exclude`"


class File(NamedTuple):
    """A file to check, as it was given or found, with `/` between its parts, and the name of its format."""

    path: str
    format: str


Found = File | Failure | Fault


def find(paths: Sequence[str], configuration: Callable[[str], Configuration], force_exclude: bool = False) -> Iterator[Found]:
    """The files that paths stand for, folders walked, each file once, in a fixed order; what cannot be read as a failure.

    `configuration` gives the one that is in force at a path. Where it raises FaultyFile its faults come once, and none of its files.
    With `force_exclude` a file that is named is left out where Git ignores it, as one that is met on the way.
    """
    search = _Search(configuration, force_exclude)
    for path in paths:
        yield from search.named(path)


class _Folder(NamedTuple):
    """A folder to walk: its path for the system, the beginning of what is shown, its absolute path, what is ignored around it, and where
    the walk began.
    """

    path: str
    shown: str
    real: str
    ignores: Ignores
    top: str


class _Search:
    """What has been found so far; `hits` counts files that were met again, too."""

    def __init__(self, configuration: Callable[[str], Configuration], force_exclude: bool) -> None:
        self._configuration = configuration
        self._force_exclude = force_exclude
        self._repositories = Repositories()
        self._folders: dict[str, str] = {}
        self._configurations: dict[str, Configuration | None] = {}
        self._seen: set[str] = set()
        self._told: list[Fault] = []
        self._hits = 0

    def named(self, path: str) -> Iterator[Found]:
        """What one path stands for."""
        shown = path.replace(os.sep, "/")
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116  # a Path would tidy what was given
        except (OSError, ValueError) as error:
            yield Failure(shown, _unreachable(path, error))
            return
        if stat.S_ISDIR(mode):
            yield from self._in_folder(path, shown)
        elif leads_out(path):
            yield Failure(shown, _LEADS_OUT)
        elif stat.S_ISREG(mode):
            yield from self._file(path, shown)
        else:
            yield Failure(shown, f"this is {_sort(mode)}; only files and folders are read")

    def _file(self, path: str, shown: str) -> Iterator[Found]:
        """A file that is named itself: checked whatever its suffix, unless it is excluded."""
        configuration = yield from self._configured(os.path.dirname(path) or os.curdir)  # noqa: PTH120
        if configuration is None or configuration.excludes(path):
            return
        place = self._place(path)
        if not (self._force_exclude and self._repositories.ignore(place)):  # Git thinks of a link itself, not of where it leads
            real = _real(path) if os.path.islink(path) else place  # noqa: PTH114
            yield from self._once(shown, real, configuration.format_of(path) or format_of(path) or "plain")

    def _place(self, path: str) -> str:
        """The absolute path of a file that is named, in a folder without links."""
        folder, name = os.path.split(path)
        if folder not in self._folders:
            self._folders[folder] = _real(folder or os.curdir)
        return f"{self._folders[folder]}/{name}"

    def _in_folder(self, path: str, shown: str) -> Iterator[Found]:
        real = _real(path)
        told, before = False, self._hits
        prefix = "" if shown.rstrip("/") == "." else f"{shown.rstrip('/')}/"
        for found in self._walk(_Folder(path, prefix, real, self._repositories.above(real), path)):
            told = True
            yield found
        if not told and self._hits == before:
            known = ", ".join(sorted(suffixes()))
            yield Failure(shown, f"no article is in this folder: none that is not ignored or excluded ends in {known}; name the files")

    def _walk(self, top: _Folder) -> Iterator[Found]:
        """The articles of a folder, then those of the folders in it."""
        waiting = [top]
        while waiting:
            folder = waiting.pop()
            try:
                with os.scandir(folder.path) as entries:
                    listed = sorted(entries, key=lambda entry: entry.name)
            except OSError as error:
                cure = "let it be read, or name it under `exclude` in .copydesk.yml"
                yield Failure(folder.shown.rstrip("/") or ".", f"this folder cannot be read ({error.strerror}); {cure}")
                continue
            configuration = yield from self._configured(folder.path)
            ignores = folder.ignores.inside(folder.real, [entry.name for entry in listed])
            below = []
            for entry in listed:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    below.append(entry)
                elif configuration is not None:
                    yield from self._entry(entry, folder, ignores, configuration)
            inner = [self._inner(entry, folder, ignores) for entry in below if entry.name not in _OTHERS]
            waiting += [one for one in reversed(inner) if not self._left_out(one, configuration)]

    def _inner(self, entry: os.DirEntry[str], folder: _Folder, ignores: Ignores) -> _Folder:
        return _Folder(entry.path, f"{folder.shown}{entry.name}/", f"{folder.real}/{entry.name}", ignores, folder.top)

    def _left_out(self, folder: _Folder, configuration: Configuration | None) -> bool:
        excluded = configuration is not None and configuration.excludes(folder.path, folder=True)
        return excluded or folder.ignores.ignore(folder.real, folder=True)

    def _entry(self, entry: os.DirEntry[str], folder: _Folder, ignores: Ignores, configuration: Configuration) -> Iterator[Found]:
        """A file that was met on the way, if it is an article; links to folders are not followed, so that no way is endless."""
        format_name = configuration.format_of(entry.name) or format_of(entry.name)
        if format_name is None or not _is_file(entry):
            return
        real = f"{folder.real}/{entry.name}"
        if ignores.ignore(real) or configuration.excludes(entry.path):
            return
        if entry.is_symlink() and not around(Path(folder.top)).holds(entry.path):
            yield Failure(f"{folder.shown}{entry.name}", _LEADS_OUT)
        else:
            yield from self._once(f"{folder.shown}{entry.name}", _real(entry.path) if entry.is_symlink() else real, format_name)

    def _once(self, shown: str, real: str, format_name: str) -> Iterator[Found]:
        self._hits += 1
        if real not in self._seen:
            self._seen.add(real)
            yield File(shown, format_name)

    def _configured(self, folder: str) -> Generator[Fault, None, Configuration | None]:
        """Gives (as the value of `yield from`) the configuration in a folder, or tells once what is wrong with it."""
        if folder not in self._configurations:
            self._configurations[folder] = None
            try:
                self._configurations[folder] = self._configuration(folder)
            except FaultyFile as error:
                for fault in error.faults:
                    if fault not in self._told:
                        self._told.append(fault)
                        yield fault
        return self._configurations[folder]


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether this is a file, or a link to one; a link to itself is none."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _real(path: str) -> str:
    """The absolute path without links in it, the root of the disk as an empty text."""
    return os.path.realpath(path).replace(os.sep, "/").rstrip("/")


def _unreachable(path: str, error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        if os.path.islink(path):  # noqa: PTH114
            return "this link leads nowhere; mend or remove it"
        return "there is no such file or folder; check its spelling"
    reason = error.strerror if isinstance(error, OSError) else error
    return f"this cannot be read ({reason})"


def _sort(mode: int) -> str:
    sorts = {stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}
    return sorts.get(stat.S_IFMT(mode), "no file")
