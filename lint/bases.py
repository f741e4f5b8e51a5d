"""Where the rules are that other rules extend."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lint.compiled import compiled
from lint.confines import MOST_SETTINGS, Confines, is_file, read
from lint.faults import RULE_FILE, read_source
from lint.text import Source

_SUFFIXES = (".yml", ".yaml")
_EXTENDED = compiled(r"""xtends["']?[ \t]*:[ \t]*["']?([^\s"'#,{}]+\.[^\s"'#,{}]+)""")  # as nearly all write it, and quick to search
_NO_NAME = compiled(r"[/\\:]|^\.*$")


class Bases:
    """The files of rules that the rules of a pack may extend; `opened` are the paths of those that were read.

    `shown` is what the pack's folder is called when people are told of it, `bundled` the folder of the bundled packs.
    No other file is read outside of `confines`.
    """

    def __init__(self, folder: Path, name: str, shown: str, bundled: Path, confines: Confines | None) -> None:
        self.folder, self.name, self.shown, self.bundled = folder, name, shown, bundled
        self.opened: set[str] = set()
        self._confines = confines

    def find(self, rule: str) -> Source | None:
        """The file of a rule, None where there is none. Raises FaultyFile where it cannot be read."""
        path = self.path(rule)
        if path is None:
            return None
        self.opened.add(str(path))
        return read_source(path, self._shown(path), RULE_FILE, rule, self._within(path))

    def all_of(self, files: Iterable[bytes | None]) -> Iterator[tuple[str, bytes]]:
        """The paths of the files that some files come to depend on, and what is in them; one that hides its `extends` is passed over."""
        waiting = [data for data in files if data]
        seen: set[str] = set()
        while waiting:
            for name in _EXTENDED.findall(waiting.pop().decode("utf-8", "replace")):
                path = self.path(name)
                if path is not None and str(path) not in seen:
                    data = self._bytes(path)
                    seen.add(str(path))
                    waiting.append(data)
                    yield str(path), data

    def path(self, rule: str) -> Path | None:
        """Where the file of a rule stands: in this pack, in a folder beside it, in a bundled pack."""
        pack, *parts = rule.split(".")
        if not parts or any(_NO_NAME.search(part) for part in (pack, *parts)):
            return None
        beside = (self.folder if self.folder.name else self.folder.resolve()).parent
        folders = [self.folder] if pack == self.name else [beside / pack, self.bundled / pack]
        paths = (folder.joinpath(*parts[:-1], parts[-1] + suffix) for folder in folders for suffix in _SUFFIXES)
        return next((path for path in paths if is_file(path)), None)

    def _shown(self, path: Path) -> str:
        """The name of a file as people know it."""
        if path.is_relative_to(self.bundled):
            return f"rules/{path.relative_to(self.bundled).as_posix()}"
        if path.is_relative_to(self.folder):
            return f"{self.shown}/{path.relative_to(self.folder).as_posix()}"
        return path.as_posix()

    def _within(self, path: Path) -> Confines | None:
        """Where a file has to be; bundled ones are where they are."""
        return None if path.is_relative_to(self.bundled) else self._confines

    def _bytes(self, path: Path) -> bytes:
        try:
            return read(path, MOST_SETTINGS, self._within(path))
        except OSError:
            return b""
