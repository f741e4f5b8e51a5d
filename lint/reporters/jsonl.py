"""Findings for programs that read line by line: JSON, a finding a line with the path of its file.

A line has what the `json` format says of a finding. One with a `change` that `fix` made or a `failure` has only that beside the path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.record import dumps, of_change, of_diagnostic, of_failure
from lint.report import Part, Report
from lint.reporters import Look


def part(report: Report, look: Look) -> str:
    """A line for each finding, and after mending before them one for each change."""
    source = report.source
    if source is None:
        return ""
    changes = [{"path": report.path, "change": of_change(each)} for each in report.changes if look.mending]
    found = [{"path": report.path, **of_diagnostic(source, each)} for each in report.diagnostics]
    return "".join(dumps(line) + "\n" for line in (*changes, *found))


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The lines of each file, those about failures behind them."""
    for each in parts:
        failures = [{"path": failure.path, "failure": of_failure(failure)} for failure in each.all_failures]
        yield each.text + "".join(dumps(line) + "\n" for line in failures)
