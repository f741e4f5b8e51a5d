"""What of the findings of a run blocks it, and what does not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Severity
from lint.display import counted
from lint.named import NamedTuple
from lint.report import Part


class Limits(NamedTuple):
    """What findings a run lets pass: so many warnings (None: as the fail level says), or everything."""

    warnings: int | None = None
    everything: bool = False


class Verdict:
    """The findings of the parts so far, by severity: those at or above the fail level of their file, and the others."""

    def __init__(self, limits: Limits = Limits()) -> None:
        self.limits = limits
        self.accepted = self.stood = 0
        self._alarms = [0] * len(Severity)
        self._others = [0] * len(Severity)

    def add(self, part: Part) -> None:
        """Count the findings of a file."""
        self.accepted += part.accepted
        self.stood += len(part.stood)
        for severity, found in zip(Severity, part.severities, strict=True):
            counts = self._alarms if severity >= part.fail_level else self._others
            counts[severity - 1] += found

    @property
    def blocks(self) -> bool:
        """Whether something blocks the run."""
        return any(self._blocking)

    @property
    def _blocking(self) -> list[int]:
        """The findings that block, by severity; where warnings are limited, all of them if they are too many, else none."""
        if self.limits.everything:
            return [0] * len(Severity)
        blocking = list(self._alarms)
        if self.limits.warnings is not None:
            warnings = self._alarms[Severity.WARNING - 1] + self._others[Severity.WARNING - 1]
            blocking[Severity.WARNING - 1] = warnings if warnings > self.limits.warnings else 0
        return blocking

    def sentences(self) -> str:
        """Which findings block and which do not, in a line, after those on what is not shown; empty where there are none."""
        hidden = "".join(self._hidden())
        blocking = self._blocking
        passing = [a + b - c for a, b, c in zip(self._alarms, self._others, blocking, strict=True)]
        if not any(blocking):
            return f"{hidden}{_told(passing)}: nothing blocks this.\n" if any(passing) else hidden
        limit = self.limits.warnings
        allowed = f" ({limit:,} allowed)" if limit is not None and blocking[Severity.WARNING - 1] else ""
        verdict = f"{_told(blocking)}{allowed} {'blocks' if sum(blocking) == 1 else 'block'} this"
        rest = f"; {_told(passing)} {'does' if sum(passing) == 1 else 'do'} not" if any(passing) else ""
        return f"{hidden}{verdict}{rest}.\n"

    def _hidden(self) -> Iterator[str]:
        """Lines on what is not shown, and why."""
        if self.accepted:
            yield f"{counted(self.accepted, 'accepted finding')} {'is' if self.accepted == 1 else 'are'} not shown.\n"
        if self.stood:
            yield f"{counted(self.stood, 'finding')} {'is' if self.stood == 1 else 'are'} let stand; `copydesk stet --list` tells why.\n"


def _told(counts: Sequence[int]) -> str:
    """`3 errors and 1 warning`, the worst first."""
    told = [counted(number, str(severity)) for severity, number in reversed(list(zip(Severity, counts, strict=True))) if number]
    return " and ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
