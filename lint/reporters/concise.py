"""Findings for people in a hurry, editors and `grep`: a line each, `path:line:column: rule message`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.display import changed, placed, safe
from lint.report import Part, Report
from lint.reporters import Look


def part(report: Report, look: Look) -> str:
    """A line for each finding of a file; after mending for each change."""
    if look.mending:
        return "".join(changed(report.path, each) for each in report.changes)
    source = report.source
    if source is None:
        return ""
    places = [(source.position(each.span.start), each) for each in report.told(look.quiet)]
    return "".join(f"{placed(report.path, place.line, place.column)} {safe(each.rule)} {safe(each.message)}\n" for place, each in places)


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The lines, and nothing else."""
    for each in parts:
        yield each.text
