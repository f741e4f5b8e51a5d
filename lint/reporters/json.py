"""Findings for programs: JSON, a file a line, in ASCII alone so that it survives every terminal and pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.diagnostic import Failure, Severity
from lint.record import Record, dumps, of_change, of_diagnostic, of_failure
from lint.report import Part, Report
from lint.reporters import Look
from lint.text import Source

VERSION = 1


def part(report: Report, look: Look) -> str:
    """The object of one file; nothing where none was read."""
    return "" if report.source is None else dumps(_file(report, report.source, look))


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The contract's object: each file as soon as it is known, then failures and sums."""
    files = mendable = 0
    failures: list[Failure] = []
    severities = [0] * len(Severity)
    yield f'{{"version": {VERSION},\n "files": ['
    for each in parts:
        failures += each.all_failures
        yield (("," if files else "") + "\n  " + each.text) if each.read else ""
        files += each.read
        mendable += each.mendable
        severities = [a + b for a, b in zip(severities, each.severities, strict=True)]
    sums = {"files": files, "diagnostics": sum(severities), "fixable": mendable}
    sums |= {str(severity): severities[severity - 1] for severity in reversed(Severity)}
    yield f'],\n "failures": {told_failures(failures)},\n "summary": {dumps(sums)}}}\n'


def told_failures(failures: Iterable[Failure]) -> str:
    """The list of what could not be done, as every output of ours for programs has it."""
    return dumps([of_failure(each) for each in failures])


def _file(report: Report, source: Source, look: Look) -> Record:
    entry: Record = {"path": report.path, "diagnostics": [of_diagnostic(source, each) for each in report.diagnostics]}
    if look.mending:
        entry["changes"] = [of_change(each) for each in report.changes]
    return entry
