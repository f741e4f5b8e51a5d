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


class Part(NamedTuple):
    """What an output says of one file, and what that file adds to its sums. All of it is plain: it can be kept, and sent to a process.

    `severities` counts findings by severity, the least first. `read` is false where there was no text.
    """

    path: str
    text: str = ""
    read: bool = False
    severities: tuple[int, ...] = (0,) * len(Severity)
    mendable: int = 0
    failures: tuple[Failure, ...] = ()
    faults: tuple[Fault, ...] = ()
    alarming: bool = False
    changes: int = 0

    @property
    def failed(self) -> bool:
        """Whether something could not be done."""
        return bool(self.all_failures)

    @property
    def all_failures(self) -> tuple[Failure, ...]:
        """What could not be done, faults of YAML files among it."""
        return (*self.failures, *(fault.failure for fault in self.faults if not fault.is_notice))

    @property
    def found(self) -> int:
        """How many findings there are."""
        return sum(self.severities)


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


def part_of(report: Report, text: str) -> Part:
    """The report as a part of an output that says `text` of it."""
    severities = [0] * len(Severity)
    mendable, alarming = 0, False
    for diagnostic in report.diagnostics:
        severities[diagnostic.severity - 1] += 1
        mendable += bool(diagnostic.fixes) and is_mendable(diagnostic)
        alarming |= diagnostic.severity >= report.fail_level
    read = report.source is not None
    sums = tuple(severities), mendable, report.failures, report.faults, alarming, len(report.changes)
    return Part(report.path, text, read, *sums)


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
