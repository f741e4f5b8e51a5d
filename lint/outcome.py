"""What a run comes to while it goes on: its exit code, its figures, and the line that says how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from lint.verdict import Limits, Verdict

if TYPE_CHECKING:
    from lint.report import Part

T = TypeVar("T")

OK, FOUND, FAILED, INTERRUPTED, CUT_OFF = 0, 1, 2, 130, 141
"""Exit codes; the last two are those of a program that SIGINT or SIGPIPE ends."""

_PATIENCE, _BEAT = 1.0, 0.1
"""Seconds before progress is shown at all, and between two looks at it."""


class Outcome:
    """What the parts that have passed come to."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self._failed = False
        self._mended = self._changes = self._remaining = 0
        self._verdict = Verdict(limits)

    def follow(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts, each counted before it is handed on."""
        for part in parts:
            self._failed |= part.failed
            self._mended += bool(part.changes)
            self._changes += part.changes
            self._remaining += part.found
            self._verdict.add(part)
            yield part

    @property
    def code(self) -> int:
        """The exit code."""
        if self._failed:
            return FAILED
        return FOUND if self._verdict.blocks or self._mended else OK

    def summary(self, writing: bool) -> str:
        """What mending came to, in a line; `writing` says whether files were written."""
        from lint.display import counted

        done = "Nothing to mend"
        if self._changes:
            done = f"{counted(self._changes, 'change')} in {counted(self._mended, 'file')}{'' if writing else ', not written'}"
        match self._remaining:
            case 0:
                return f"{done}.\n"
            case 1:
                return f"{done}; 1 finding remains, `copydesk check` shows it.\n"
        return f"{done}; {counted(self._remaining, 'finding')} remain, `copydesk check` shows them.\n"


class Progress:
    """A line on the terminal that says how far a long run is, wiped before anything else is said."""

    def __init__(self, total: int, say: Callable[[str], None]) -> None:
        self._total = total
        self._say = say
        self._next = monotonic() + _PATIENCE
        self._shown = False

    def follow(self, parts: Iterable[T]) -> Iterator[T]:
        """The parts, or whatever comes of files, with the line between them."""
        try:
            for number, part in enumerate(parts, 1):
                self._wipe()
                yield part
                if monotonic() >= self._next:
                    self._next = monotonic() + _BEAT
                    self._shown = True
                    self._say(f"\r{number:,} of {self._total:,} files")
        finally:
            self._wipe()

    def _wipe(self) -> None:
        if self._shown:
            self._say("\r\x1b[K")
            self._shown = False
