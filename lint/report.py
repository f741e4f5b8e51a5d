"""What came of one file in a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from lint.diagnostic import Applicability, Diagnostic, Failure, Severity
from lint.disk import Content
from lint.named import NamedTuple
from lint.text import Source

if TYPE_CHECKING:
    from lint.faults import Fault
    from lint.mending import Change
    from lint.rule import Rule


def no_rule(_: str) -> Rule | None:
    """A manual in which no rule stands."""
    return None


class Part(NamedTuple):
    """What an output says of one file, and what that file adds to its sums. All of it is plain: it can be kept, and sent to a process.

    `severities` counts findings by severity, the least first. `read` is false where there was no text. `more` is what further outputs
    of the same run say of the file, in their order. `manual` gives the rule of a name, as it is in force for the file.
    """

    path: str
    text: str = ""
    read: bool = False
    severities: tuple[int, ...] = (0,) * len(Severity)
    mendable: int = 0
    failures: tuple[Failure, ...] = ()
    faults: tuple[Fault, ...] = ()
    fail_level: int = Severity.WARNING
    changes: int = 0
    more: tuple[str, ...] = ()
    manual: Callable[[str], Rule | None] = no_rule
    accepted: int = 0
    stood: tuple[str, ...] = ()

    @property
    def alarming(self) -> bool:
        """Whether a finding is at or above the fail level."""
        return any(self.severities[self.fail_level - 1 :])

    @property
    def failed(self) -> bool:
        """Whether something could not be done."""
        return bool(self.all_failures)

    @property
    def all_failures(self) -> tuple[Failure, ...]:
        """What could not be done, faults of YAML files among it."""
        hindering = (failure for failure in self.failures if not failure.is_notice)
        return (*hindering, *(fault.failure for fault in self.faults if not fault.is_notice))

    @property
    def found(self) -> int:
        """How many findings there are."""
        return sum(self.severities)


class Report(NamedTuple):
    """A file with what was found and, in a mending run, changed in it.

    `source` is the text that `diagnostics` refer to, after mending if there was any; None where nothing was read.
    `before` is the text before mending, None where nothing changed. `faults` are those of a YAML file, with their places.
    `marked`: a byte-order mark stands before the text. `accepted` counts findings that the baseline holds, `stood` names
    by their fingerprints those that somebody has let stand.
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
    accepted: int = 0
    stood: tuple[str, ...] = ()

    @property
    def content(self) -> Content | None:
        """What the file says, or is to say."""
        return None if self.source is None else Content(self.source.text, self.marked)

    @property
    def place(self) -> str:
        """The path for programs that look from the top of a repository: from the current folder, where the file lies below it."""
        return relative(self.path)

    def told(self, quiet: bool) -> tuple[Diagnostic, ...]:
        """The findings to tell: all, or quietly those at or above the fail level."""
        return tuple(each for each in self.diagnostics if each.severity >= self.fail_level) if quiet else self.diagnostics


def part_of(report: Report, *texts: str) -> Part:
    """The report as a part of an output that says the first of these texts of it, and of further ones that say the others."""
    severities = [0] * len(Severity)
    mendable = 0
    for diagnostic in report.diagnostics:
        severities[diagnostic.severity - 1] += 1
        mendable += bool(diagnostic.fixes) and is_mendable(diagnostic)
    read = report.source is not None
    sums = tuple(severities), mendable, report.failures, report.faults, int(report.fail_level), len(report.changes)
    return Part(report.path, texts[0], read, *sums, texts[1:], accepted=report.accepted, stood=report.stood)


def relative(path: str) -> str:
    """The path with `/` between its parts, from the current folder where it lies below that."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        place = place.relative_to(Path.cwd())
    return place.as_posix()


def is_mendable(diagnostic: Diagnostic) -> bool:
    """Whether a plain `fix` would mend it."""
    return diagnostic.outstanding(Applicability.SAFE) is not None


def our_bug(error: Exception) -> str:
    """What to say of an error that nobody can have caused but us, and what to send."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" at {PurePath(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace is not None else ""
    told = f"{type(error).__name__}{where}: {error}"
    return f"this is a bug of copydesk ({told}); please report it with this line, the files and `copydesk --version`"
