"""What came of one file in a run."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from lint.diagnostic import Applicability, Diagnostic, Failure, Severity
from lint.disk import Content
from lint.mending import Change, outstanding
from lint.text import Source

if TYPE_CHECKING:
    from lint.faults import Fault


class Report(NamedTuple):
    """A file with what was found and, in a mending run, changed in it.

    `source` is the text that `diagnostics` refer to, after mending if there was any; None where nothing was read.
    `before` is the text before mending, None where nothing changed. `faults` are those of a YAML file, with their places.
    `marked`: a byte-order mark stands before the text.
    """

    path: str
    source: Source | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    failures: tuple[Failure, ...] = ()
    faults: tuple[Fault, ...] = ()
    fail_level: Severity = Severity.WARNING
    changes: tuple[Change, ...] = ()
    before: Source | None = None
    marked: bool = False

    @property
    def content(self) -> Content | None:
        """What the file says, or is to say."""
        return None if self.source is None else Content(self.source.text, self.marked)

    @property
    def failed(self) -> bool:
        """Whether something could not be done."""
        return bool(self.failures or self.faults)

    @property
    def alarming(self) -> bool:
        """Whether a finding stands at or above the fail level."""
        return any(diagnostic.severity >= self.fail_level for diagnostic in self.diagnostics)


def is_mendable(diagnostic: Diagnostic) -> bool:
    """Whether a plain `fix` would mend it."""
    return outstanding(diagnostic, Applicability.SAFE) is not None


def our_bug(error: Exception) -> str:
    """What to say of an error that nobody can have caused but us, and what to send."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    told = f"{type(error).__name__}{where}: {error}"
    return f"this is a bug of copydesk ({told}); please report it with this line, the files and `copydesk --version`"
