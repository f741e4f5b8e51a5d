"""Which of the decisions to let copy stand a run has met, so that those whose copy is gone can be told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lint.faults import Fault
from lint.report import Part

if TYPE_CHECKING:
    from lint.stets import Stets


class Roll:
    """What the files of a run have of the decisions that count for them."""

    def __init__(self) -> None:
        self._met: dict[Stets, set[str]] = {}
        self._read: set[Path] = set()
        self._failed = False

    def note(self, stets: Stets | None, path: str, part: Part) -> None:
        """A file was gone through; `stets` are the decisions that count for it."""
        self._failed |= part.failed
        if stets is not None:
            self._met.setdefault(stets, set()).update(part.stood)
            self._read.add(Path(path).resolve())

    def idle(self, folders: Sequence[Path]) -> Iterator[Fault]:
        """A notice for each decision that nothing was found for, where all around it was read: one of the folders holds its file."""
        for stets, met in self._met.items():
            home = stets.path.resolve().parent
            if not self._failed and any(home.is_relative_to(folder) for folder in folders):
                yield from stets.idle(met, self._read)
