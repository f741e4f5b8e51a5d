"""Findings as tests that fail, in the XML of JUnit: a suite a file, a test a finding; a file without one is a test that passes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.diagnostic import Diagnostic, Failure
from lint.display import safe, window
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Source
from lint.xml_text import HEAD, attributes, content

_WIDTH = 100


def part(report: Report, look: Look) -> str:
    """A test for each finding of a file."""
    source = report.source
    return "".join(_finding(source, each, report.place) for each in report.diagnostics) if source is not None else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """A suite for each file; what could not be done is a test that ends in an error."""
    yield f'{HEAD}<testsuites name="copydesk">\n'
    for each in parts:
        name, failures = relative(each.path), each.all_failures
        passed = "" if each.found or failures else f"<testcase{attributes(classname=name, name='no findings', file=name)}/>\n"
        tests = each.text + "".join(_failure(failure, number, name) for number, failure in enumerate(failures, 1)) + passed
        counts = attributes(name=name, tests=each.found + len(failures) or 1, failures=each.found, errors=len(failures))
        yield f"<testsuite{counts}>\n{tests}</testsuite>\n"
    yield "</testsuites>\n"


def _finding(source: Source, diagnostic: Diagnostic, name: str) -> str:
    line, column = source.position(diagnostic.span.start)
    case = attributes(classname=name, name=f"{line}:{column} {diagnostic.rule}", file=name, line=line)
    failure = attributes(message=diagnostic.message, type=str(diagnostic.severity))
    view = window(source.text, source.line(line), diagnostic.span, _WIDTH)
    told = f"{safe(name)}:{line}:{column}\n{safe(view.text)}\n{' ' * view.indent}{'^' * view.marked}\n"
    return f"<testcase{case}><failure{failure}>{content(told)}</failure></testcase>\n"


def _failure(failure: Failure, number: int, name: str) -> str:
    case = attributes(classname=name, name=f"failure {number}", file=name, line=failure.line)
    error = attributes(message=failure.message, type=failure.rule or "copydesk")
    return f"<testcase{case}><error{error}/></testcase>\n"
