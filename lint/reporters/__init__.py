"""Reports as people and programs want them: one file per output, its name is that of `--format`.

Each module gives `part(report, look) -> str`, what it says of one file, made where the file was checked and kept for the next run;
and `render(parts, look) -> Iterator[str]`, pieces of the whole output in order, as soon as they are known: at least one for each part,
an empty one where there is nothing to say yet, so that several outputs of one run go along in step.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol, cast

from lint.named import NamedTuple
from lint.report import Part, Report
from lint.verdict import Limits


class Look(NamedTuple):
    """How an output is wanted: for a terminal in colour and so many columns wide, after mending, or with the important alone; `limits`
    says what blocks nothing.
    """

    colour: bool = False
    width: int = 100
    quiet: bool = False
    mending: bool = False
    limits: Limits = Limits()


class Reporter(Protocol):
    """What every module here offers."""

    def part(self, report: Report, look: Look) -> str:
        """What the output says of one file."""
        ...

    def render(self, parts: Iterable[Part], look: Look) -> Iterator[str]:
        """The whole output."""
        ...


def names() -> tuple[str, ...]:
    """The outputs there are, `text` first."""
    from pkgutil import iter_modules

    return tuple(sorted((module.name for module in iter_modules(__path__)), key=lambda name: (name != "text", name)))


def load(name: str) -> Reporter:
    """The module of an output; raises KeyError where there is none of that name."""
    try:
        return cast(Reporter, import_module(f"{__name__}.{name}"))
    except ModuleNotFoundError:
        raise KeyError(name) from None
