"""Findings as a Code Quality report of GitLab, which shows in a merge request what is new and what is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lint.diagnostic import Diagnostic, Failure, Severity
from lint.digest import digest
from lint.record import Record, dumps, whole
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Source

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}
_FAILURE, _BLOCKED = "copydesk.failure", "critical"


def part(report: Report, look: Look) -> str:
    """A line for each finding of a file: what names it, and its object."""
    source = report.source
    return "".join(_finding(source, each, report.place) for each in report.diagnostics) if source is not None else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The list of all objects; what could not be done is among them, or a file that was not read would look like one that was mended."""
    seen: Counter[str] = Counter()
    yield "["
    for each in parts:
        pieces = []
        for line in (*each.text.splitlines(), *map(_failure, each.all_failures)):
            name, _, entry = line.partition(" ")
            pieces.append(f'{"," if seen else ""}\n  {{"fingerprint": "{_unique(name, seen)}", {entry[1:]}')
        yield "".join(pieces)
    yield "\n]\n" if seen else "]\n"


def _finding(source: Source, diagnostic: Diagnostic, path: str) -> str:
    start, end = source.position(diagnostic.span.start), source.position(diagnostic.span.end)
    location: Record = {
        "path": whole(path),
        "lines": {"begin": start.line, "end": end.line},
        "positions": {"begin": start._asdict(), "end": end._asdict()},
    }
    entry = _entry(diagnostic.message, diagnostic.rule, _SEVERITIES[diagnostic.severity], location)
    return f"{_name(path, diagnostic.rule, diagnostic.fingerprint)} {entry}\n"


def _failure(failure: Failure) -> str:
    path, rule = relative(failure.path), failure.rule or _FAILURE
    location: Record = {"path": whole(path), "lines": {"begin": failure.line or 1}}
    return f"{_name(path, rule, failure.message)} {_entry(failure.message, rule, _BLOCKED, location)}"


def _entry(description: str, rule: str, severity: str, location: Record) -> str:
    return dumps({"description": whole(description), "check_name": whole(rule), "severity": severity, "location": location})


def _name(*parts: str) -> str:
    return digest(*(each.encode("utf-8", "surrogatepass") for each in parts), size=16)


def _unique(name: str, seen: Counter[str]) -> str:
    """A name that no other finding has, for GitLab shows one of those that share it; the same when the text moves within its file."""
    seen[name] += 1
    return name if seen[name] == 1 else _name(name, str(seen[name]))
