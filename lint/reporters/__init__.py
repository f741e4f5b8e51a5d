"""Reports as people and programs want them: one file per output, its name is that of `--format`.

Each module gives `render(reports, look) -> Iterator[str]`, pieces of the output in order, as soon as they are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from typing import NamedTuple, cast

from lint.report import Report


class Look(NamedTuple):
    """How an output is wanted: for a terminal in colour and so many columns wide, after mending, or with the important alone."""

    colour: bool = False
    width: int = 100
    quiet: bool = False
    mending: bool = False


Render = Callable[[Iterable[Report], Look], Iterator[str]]


def names() -> tuple[str, ...]:
    """The outputs there are, `text` first."""
    from pkgutil import iter_modules

    return tuple(sorted((module.name for module in iter_modules(__path__)), key=lambda name: (name != "text", name)))


def load(name: str) -> Render:
    """The `render` of an output; raises KeyError where there is none of that name."""
    try:
        return cast(Render, import_module(f"{__name__}.{name}").render)
    except ModuleNotFoundError:
        raise KeyError(name) from None
