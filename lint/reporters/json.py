"""Findings for programs: JSON, a file a line, in ASCII alone so that it survives every terminal and pipe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from json import dumps

from lint.diagnostic import Diagnostic, Failure, Fix, Related, Severity
from lint.report import Part, Report
from lint.reporters import Look
from lint.text import Source, Span

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
        if each.read:
            yield ("," if files else "") + "\n  " + each.text
            files += 1
            mendable += each.mendable
            severities = [a + b for a, b in zip(severities, each.severities, strict=True)]
    sums = {"files": files, "diagnostics": sum(severities), "fixable": mendable}
    sums |= {str(severity): severities[severity - 1] for severity in reversed(Severity)}
    yield f'],\n "failures": {told_failures(failures)},\n "summary": {dumps(sums)}}}\n'


def _file(report: Report, source: Source, look: Look) -> dict[str, object]:
    entry: dict[str, object] = {"path": report.path, "diagnostics": [_diagnostic(source, each) for each in report.diagnostics]}
    if look.mending:
        entry["changes"] = [{"rule": each.rule, "line": each.line, "old": each.old, "new": each.new} for each in report.changes]
    return entry


def _diagnostic(source: Source, diagnostic: Diagnostic) -> dict[str, object]:
    span = diagnostic.span
    start, end = source.position(span.start), source.position(span.end)
    entry: dict[str, object] = {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        **_ends(span),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": source.text[span.start : span.end] if diagnostic.words is None else diagnostic.words,
    }
    if diagnostic.confidence is not None:
        entry["confidence"] = diagnostic.confidence
    return entry | {
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
        "scope": diagnostic.scope,
        "quoted": diagnostic.quoted,
        "sentence": list(diagnostic.sentence),
        "fingerprint": diagnostic.fingerprint,
        "related": [_related(related) for related in diagnostic.related],
    }


def _fix(fix: Fix) -> dict[str, object]:
    edits = [{**_ends(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "applicability": str(fix.applicability), "edits": edits}


def _related(related: Related) -> dict[str, object]:
    return {**_ends(related.span), "message": related.message}


def told_failures(failures: Iterable[Failure]) -> str:
    """The list of what could not be done, as every output of ours for programs has it."""
    return dumps([{"path": each.path, "rule": each.rule, "line": each.line, "message": each.message} for each in failures])


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
