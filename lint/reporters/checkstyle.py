"""Findings in the XML of Checkstyle, which Jenkins, Sonar and many other services read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.diagnostic import Diagnostic, Failure, Severity
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Source
from lint.xml_text import HEAD, attributes

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}
_NO_RULE = "copydesk.failure"


def part(report: Report, look: Look) -> str:
    """An element for each finding of a file."""
    source = report.source
    return "".join(_finding(source, each) for each in report.diagnostics) if source is not None else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """An element for each file, clean ones too; what could not be done is an error in its file."""
    yield f'{HEAD}<checkstyle version="4.3">\n'
    for each in parts:
        inside = each.text + "".join(map(_failure, each.all_failures))
        name = attributes(name=relative(each.path))
        yield f"<file{name}>\n{inside}</file>\n" if inside else f"<file{name}/>\n"
    yield "</checkstyle>\n"


def _finding(source: Source, diagnostic: Diagnostic) -> str:
    line, column = source.position(diagnostic.span.start)
    severity = _SEVERITIES[diagnostic.severity]
    return f"<error{attributes(line=line, column=column, severity=severity, message=diagnostic.message, source=diagnostic.rule)}/>\n"


def _failure(failure: Failure) -> str:
    source = failure.rule or _NO_RULE
    return f"<error{attributes(line=failure.line or 1, severity='error', message=failure.message, source=source)}/>\n"
