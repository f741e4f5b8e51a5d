"""What Git ignores in a folder, and paths that gitignore patterns mean: `pathspec` reads a pattern, this asks it what Git asks.

Git judges a path by itself: whoever walks a tree leaves out what is inside an ignored folder by not going there.
"""

from __future__ import annotations

import os
import re
import warnings
from collections.abc import Iterable
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING

from lint.compiled import compiled
from lint.confines import read
from lint.named import NamedTuple
from lint.wildcards import WILDCARDS, steady

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore.spec import GitIgnoreSpecPattern

NAME = ".gitignore"

_END = "\x01"
"""The name that is put below each path and each pattern. To `pathspec` a pattern means also what is below a path; with this it cannot."""

_TRAILING_BLANKS = compiled(r"(?<!\\)[ \t\r]+$")
_READ_OTHERWISE = compiled(r"[\\\[]")
_WILD = compiled(r"[*?/]")
_CLASS = compiled(r"\[:(\w+):\]")
_PIECE = compiled(r"(?s)\(\?:\.\+/\)\?|\(\?:/\.\+\)\?|\(\?:\(.*\)|\[\^/\]\*|\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.")
"""A piece of what `pathspec` makes of a pattern: a wildcard, the end, or what stands for one character."""
_FEW = 2
"""Wildcards that no name makes slow."""
_CLASSES = {"alnum": "a-zA-Z0-9", "alpha": "a-zA-Z", "digit": "0-9", "lower": "a-z", "upper": "A-Z"}


class Patterns:
    """Patterns, of which the last that matches decides. Paths are relative to where the patterns count from, with `/`."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = [line for line in map(_ended, lines) if line]

    def verdict(self, path: str, folder: bool = False) -> bool | None:
        """Whether the path is one that is meant; None where no pattern says anything of it."""
        asked = f"{path}/{_END}/" if folder else f"{path}/{_END}"
        if not any(all(part in asked for part in parts) for parts in self._needed):
            return None  # a cheap look: the library is dear to import, and most patterns mean other files
        return self._spec.check_file(asked).include

    def match(self, path: str, folder: bool = False) -> bool:
        """Whether the path or a folder that it is in is meant."""
        ends = [place.start() for place in re.finditer("/", path)]
        return any(self.verdict(path[:end], folder=True) for end in ends) or bool(self.verdict(path, folder))

    @cached_property
    def _needed(self) -> list[list[str]]:
        """For each pattern what has to stand in a path that it means."""
        return [
            [] if _READ_OTHERWISE.search(line) else [part.strip(" \t\r") for part in _WILD.split(line.removeprefix("!"))]
            for line in self._lines
        ]

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # many runs meet no pattern

        patterns: list[GitIgnoreSpecPattern] = []
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", FutureWarning)  # `re` has doubts about `[[]`
            for line in self._lines:
                with suppress(ValueError, re.error):  # Git passes over what is no pattern, too
                    patterns += GitIgnoreSpec.from_lines([line]).patterns
        for pattern in patterns:
            _steady(pattern)
        return GitIgnoreSpec(patterns)


class Ignores(NamedTuple):
    """The ignore files in force in a folder, the outermost first, each with the folder that it counts from and a slash.

    Folders and paths are absolute, with `/`.
    """

    layers: tuple[tuple[str, Patterns], ...] = ()

    def inside(self, folder: str, names: Iterable[str]) -> Ignores:
        """What is in force in a folder that has these names in it: a repository begins anew."""
        names = set(names)
        layers = self.layers
        if ".git" in names:
            layers = ((f"{folder}/", _read(f"{folder}/.git/info/exclude")),)
        return Ignores((*layers, (f"{folder}/", _read(f"{folder}/{NAME}")))) if NAME in names else Ignores(layers)

    def ignore(self, path: str, folder: bool = False) -> bool:
        """Whether a file or folder is ignored, given that the folder it is in is not."""
        for base, patterns in reversed(self.layers):
            verdict = patterns.verdict(path.removeprefix(base), folder)
            if verdict is not None:
                return verdict
        return False


class Repositories:
    """What the repositories around folders ignore, each folder read once. Paths are absolute, with `/`; the root of the disk is empty."""

    def __init__(self) -> None:
        self._known: dict[str, Ignores | None] = {}

    def ignore(self, path: str) -> bool:
        """Whether the repository around a file ignores it, or a folder that it is in."""
        around = self._inside(path.rpartition("/")[0])
        return around is None or around.ignore(path)

    def above(self, folder: str) -> Ignores:
        """What is in force around a folder of a repository: nothing where there is none, or where the folder itself is ignored."""
        around = self._inside(folder.rpartition("/")[0]) if folder and not os.path.lexists(f"{folder}/.git") else Ignores()
        return Ignores() if around is None or around.ignore(folder, folder=True) else around

    def _inside(self, folder: str) -> Ignores | None:
        """What is in force in a folder; None where it is ignored itself."""
        if folder not in self._known:
            self._known[folder] = self._read(folder)
        return self._known[folder]

    def _read(self, folder: str) -> Ignores | None:
        is_top = os.path.lexists(f"{folder}/.git")
        outer = Ignores() if is_top or not folder else self._inside(folder.rpartition("/")[0])
        if outer is None or outer.ignore(folder, folder=True):
            return None
        if not is_top and not outer.layers:
            return outer  # no repository is around it
        return outer.inside(folder, [name for name in (".git", NAME) if os.path.lexists(f"{folder}/{name}")])


def _steady(pattern: GitIgnoreSpecPattern) -> None:
    """Sees to it that no name makes a pattern slow."""
    pieces = _PIECE.findall(pattern.regex.pattern) if pattern.regex else []
    if sum(piece in WILDCARDS for piece in pieces) > _FEW:
        pattern.regex = re.compile(steady(pieces))


def _read(file: str) -> Patterns:
    if os.path.islink(file):  # noqa: PTH114  # Git does not follow it, either
        return Patterns(())
    try:
        return Patterns(read(file).decode("utf-8-sig", "surrogateescape").split("\n"))
    except OSError:  # Git warns and goes on, too
        return Patterns(())


def _ended(line: str) -> str | None:
    """The pattern of a line for paths that end in the name that no path has; None for a comment and a blank."""
    text = _TRAILING_BLANKS.sub("", line)
    if text.startswith("#") or not text.strip("!/"):
        return None
    path = text.removeprefix("!").removesuffix("/")
    path = path if "/" in path else f"**/{path}"
    path = f"{path}/*" if path.endswith("/**") else path  # what is in a folder, not the folder
    path = _CLASS.sub(lambda named: _CLASSES.get(named[1], ""), path)  # `pathspec` does not know them
    return f"{'!' * text.startswith('!')}{path}/{_END}{'/' * text.endswith('/')}"
