"""Findings for reviewdog: its Diagnostic Format as JSON, a finding a line, with the fixes as suggestions.

Its columns count bytes of UTF-8 from 1, and its lines end with LF alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from json import loads

from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Failure, Fix, Severity
from lint.disk import BOM
from lint.record import Record, dumps, whole
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Edit, Source, Span, apply

_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}
_SOURCE = {"name": "copydesk"}
_LINE_FEED = compiled("\n")
_STRIDE = 1024


def part(report: Report, look: Look) -> str:
    """A line for each finding of a file: its rule, and its object."""
    source = report.source
    if source is None:
        return ""
    places = _Places(source.text, report.marked)
    return "".join(f"{dumps(each.rule)}\t{dumps(_finding(source, each, places, report.place))}\n" for each in report.diagnostics)


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """An object for each finding, then those for what could not be done in a file."""
    codes: dict[str, str] = {}
    for each in parts:
        pieces = []
        for line in each.text.splitlines():
            rule, _, entry = line.partition("\t")
            if rule not in codes:
                codes[rule] = dumps(_code(each, rule))
            pieces.append(f'{entry[:-1]}, "code": {codes[rule]}}}\n')
        yield "".join(pieces) + "".join(dumps(_failure(failure)) + "\n" for failure in each.all_failures)


class _Places:
    """Where offsets of a text stand in its file, worked out without going through the text each time."""

    def __init__(self, text: str, marked: bool) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _LINE_FEED.finditer(text))]
        lengths = (_bytes(text[start : start + _STRIDE]) for start in range(0, len(text), _STRIDE))
        self._sums = [0, *accumulate(lengths)]
        self._mark = len(BOM) if marked else 0

    def range(self, span: Span) -> Record:
        """The range of a span."""
        return {"start": self._position(span.start), "end": self._position(span.end)}

    def _position(self, offset: int) -> dict[str, int]:
        line = bisect_right(self._starts, offset)
        column = self._before(offset) - self._before(self._starts[line - 1]) + 1
        return {"line": line, "column": column + (self._mark if line == 1 else 0)}

    def _before(self, offset: int) -> int:
        stride = offset // _STRIDE
        return self._sums[stride] + _bytes(self._text[stride * _STRIDE : offset])


def _finding(source: Source, diagnostic: Diagnostic, places: _Places, path: str) -> Record:
    return {
        "message": whole(diagnostic.message),
        "location": {"path": whole(path), "range": places.range(diagnostic.span)},
        "severity": _SEVERITIES[diagnostic.severity],
        "source": _SOURCE,
        "suggestions": [_suggestion(source, fix, places) for fix in diagnostic.fixes],
    }


def _suggestion(source: Source, fix: Fix, places: _Places) -> Record:
    """One edit for a fix: of two of them reviewdog would take each for a fix of its own, so they become one from first to last."""
    first, last = min(edit.span.start for edit in fix.edits), max(edit.span.end for edit in fix.edits)
    edits = [Edit(Span(edit.span.start - first, edit.span.end - first), edit.text) for edit in fix.edits]
    return {"range": places.range(Span(first, last)), "text": whole(apply(source.text[first:last], edits))}


def _code(part: Part, name: str) -> Record:
    known = loads(name)
    rule = part.manual(known)
    return {"value": whole(known), **({"url": rule.link} if rule and rule.link else {})}


def _failure(failure: Failure) -> Record:
    line = {} if failure.line is None else {"range": {"start": {"line": failure.line}}}
    code = {"code": {"value": whole(failure.rule)}} if failure.rule else {}
    location = {"path": whole(relative(failure.path)), **line}
    return {"message": whole(failure.message), "location": location, "severity": "ERROR", "source": _SOURCE, **code}


def _bytes(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
