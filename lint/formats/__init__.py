"""One file per markup: its SUFFIXES, and parse(source, reading) -> Document. A new file here is a new format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import import_module
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import Protocol, cast

from lint.document import Document, Reading
from lint.text import Source

_SUFFIXES = "\nSUFFIXES = ("
_FOLDER = Path(__file__).parent


class Parser(Protocol):
    """What every module here offers."""

    SUFFIXES: tuple[str, ...]

    def parse(self, source: Source, reading: Reading) -> Document:
        """The words of the source, and the way back to its text. Never raises."""
        ...


@cache
def names() -> tuple[str, ...]:
    """The names of the formats: those of the files."""
    return tuple(sorted(path.stem for path in _FOLDER.iterdir() if path.suffix == ".py" and path.stem[0].isalpha()))


@cache
def suffixes() -> Mapping[str, str]:
    """The format of each suffix that has one, in small letters.

    They are read off the files: to import every format for its suffixes would cost more than to parse an article.
    """
    return MappingProxyType({suffix: name for name in names() for suffix in _declared(name)})


@cache
def parser(name: str) -> Parser:
    """The module of a format. Raises KeyError where there is none of that name."""
    if name not in names():
        raise KeyError(name)
    return cast(Parser, import_module(f"{__name__}.{name}"))


def format_of(name: str) -> str | None:
    """The format of a file with this name; None where its suffix has none."""
    return suffixes().get(PurePath(name).suffix.lower())


def parse(source: Source, reading: Reading | None = None, format_name: str | None = None) -> Document:
    """The document of a source, in the format named, else that of its suffix, else plain text. Never raises."""
    chosen = format_name or format_of(source.name) or "plain"
    asked = reading or Reading()
    return replace(parser(chosen).parse(source, asked), reading=asked, format=chosen)


def _declared(name: str) -> tuple[str, ...]:
    _, declared, rest = (_FOLDER / f"{name}.py").read_text(encoding="utf-8").partition(_SUFFIXES)
    return tuple(rest.partition(")")[0].split('"')[1::2]) if declared else parser(name).SUFFIXES
