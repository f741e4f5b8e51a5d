"""Findings as annotations of a workflow on GitHub, which shows them beside the lines of a pull request.

GitHub shows ten of each level for a step and drops the others without a word. So there are never more here: one more annotation says how
many there are besides, by rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from lint.diagnostic import Diagnostic, Failure, Severity
from lint.display import printable
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Source

_MOST = 10
"""Annotations of a level that GitHub shows for a step."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})


def part(report: Report, look: Look) -> str:
    """A command for each finding of a file, a line each."""
    source = report.source
    return "".join(_finding(source, each, report.place) for each in report.told(look.quiet)) if source is not None else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The commands that GitHub heeds, the first of each level, and a notice that sums up the others."""
    taken: Counter[str] = Counter()
    more: Counter[str] = Counter()
    last = ""  # the last notice waits: where there are others, it gives its place to the sum
    for each in parts:
        shown = []
        for command in (*each.text.splitlines(keepends=True), *map(_failure, each.all_failures)):
            level, title = _level(command), _title(command)
            taken[level] += 1
            if taken[level] > _MOST:
                more[title] += 1
            elif level == "notice" and taken[level] == _MOST:
                last = command
            else:
                shown.append(command)
        yield "".join(shown)
    if last and more:
        more[_title(last)] += 1
    yield _sum(more) if more else last


def _finding(source: Source, diagnostic: Diagnostic, path: str) -> str:
    start, end = source.position(diagnostic.span.start), source.position(diagnostic.span.end)
    lines = {"line": start.line, "endLine": end.line}
    columns = {"col": start.column, "endColumn": end.column} if start.line == end.line else {}  # GitHub takes columns of one line only
    return _command(_LEVELS[diagnostic.severity], {"file": path, **lines, **columns, "title": diagnostic.rule}, diagnostic.message)


def _failure(failure: Failure) -> str:
    line = {} if failure.line is None else {"line": failure.line}
    return _command("error", {"file": relative(failure.path), **line, "title": failure.rule or "copydesk"}, failure.message)


def _sum(more: Counter[str]) -> str:
    """What has no annotation, the most frequent rules first; the titles are escaped already, for where more is."""
    rules = ", ".join(f"{title} {number}" for title, number in sorted(more.items(), key=lambda item: (-item[1], item[0])))
    findings = "finding has" if more.total() == 1 else "findings have"
    return f"::notice title=copydesk::{more.total()} more {findings} no annotation here, for GitHub shows {_MOST} of a level: {rules}\n"


def _command(level: str, properties: dict[str, object], message: str) -> str:
    told = ",".join(f"{name}={printable(str(value).translate(_PROPERTY))}" for name, value in properties.items())
    return f"::{level} {told}::{printable(message.translate(_DATA))}\n"


def _level(command: str) -> str:
    return command[2 : command.index(" ")]


def _title(command: str) -> str:
    properties = command[: command.index("::", 2)]
    return properties[properties.rindex(",title=") + len(",title=") :]
