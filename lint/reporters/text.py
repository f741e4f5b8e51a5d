"""Findings for people: the place, the words marked in their line, what to do about them; one line at the end sums up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint.diagnostic import Diagnostic, Failure, Fix, Severity
from lint.display import cells, changed, counted, placed, quoted, safe, window
from lint.report import Part, Report
from lint.reporters import Look
from lint.text import Edit, Source
from lint.verdict import Verdict

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}
_BOLD, _DIM = "1", "2"
_MOST_ALTERNATIVES = 3
_MOST_ELSEWHERE = 4


def part(report: Report, look: Look) -> str:
    """Each finding of a file with its line; after mending each change."""
    if look.mending:
        return changes(report)
    source = report.source
    return "".join(finding(source, each, look) for each in report.told(look.quiet)) if source is not None else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """What is said of each file, files apart from each other, then the summary."""
    if look.mending:
        yield from (each.text for each in parts)
        return
    tally = _Tally(look)
    for each in parts:
        yield ("\n" if tally.faulty else "") + each.text if each.text else ""
        tally.add(each)
    if not look.quiet:
        yield ("\n" if tally.faulty else "") + tally.summary()


def finding(source: Source, diagnostic: Diagnostic, look: Look) -> str:
    """A diagnostic in three lines or a few more: place and message, the line of the text, the mark below its words."""
    place = source.position(diagnostic.span.start)
    colour = _COLOURS[diagnostic.severity]
    margin = " " * (len(str(place.line)) + 2)
    view = window(source.text, source.line(place.line), diagnostic.span, look.width - len(margin) - 3)
    mark = f"{margin} | {' ' * view.indent}{_painted('^' * view.marked, colour, look)}"
    notes = list(_elsewhere(source, diagnostic))
    if diagnostic.fixes:
        remedy = _remedy(source, diagnostic)
        if len(margin) + 4 + view.indent + view.marked + cells(remedy) <= look.width:
            mark = f"{mark} {remedy}"
        else:
            notes.insert(0, remedy)
    lines = [
        f"{_head(source, place.line, place.column, look)} {_painted(str(diagnostic.severity), colour, look)}: "
        f"{safe(diagnostic.message)} {_painted(f'[{safe(diagnostic.rule)}]', _DIM, look)}",
        f"  {place.line} | {view.text}".rstrip(),
        mark,
        *(f"{margin} = {note}" for note in notes),
    ]
    return "\n".join(lines) + "\n"


def changes(report: Report) -> str:
    """What mending changed in a file, a line a change."""
    return "".join(changed(report.path, change) for change in report.changes)


def failure(failure: Failure) -> str:
    """What could not be done, in one line."""
    rule = f" [{safe(failure.rule)}]" if failure.rule and failure.rule not in failure.message else ""
    return f"{placed(failure.path, failure.line)} {safe(failure.message)}{rule}\n"


class _Tally:
    """The findings of a run in figures."""

    def __init__(self, look: Look) -> None:
        self.verdict = Verdict(look.limits)
        self.files = 0
        self.faulty = 0
        self.mendable = 0
        self.severities = [0] * len(Severity)

    def add(self, part: Part) -> None:
        self.verdict.add(part)
        self.files += part.read
        self.faulty += bool(part.found)
        self.mendable += part.mendable
        self.severities = [a + b for a, b in zip(self.severities, part.severities, strict=True)]

    def summary(self) -> str:
        found = sum(self.severities)
        if not self.files:
            return "No file was checked.\n"
        if not found:
            return f"No findings in {counted(self.files, 'file')}.\n{self.verdict.sentences()}"
        figures = [(self.severities[each - 1], str(each)) for each in reversed(Severity)]
        kinds = ", ".join(counted(number, name) for number, name in figures if number)
        files = f"{self.faulty:,} of {counted(self.files, 'file')}" if self.files > 1 else "1 file"
        cure = f"`copydesk fix` mends {self.mendable:,}, " if self.mendable else ""
        return f"{counted(found, 'finding')} in {files}: {kinds}; {cure}`copydesk explain RULE` tells why.\n{self.verdict.sentences()}"


def _remedy(source: Source, diagnostic: Diagnostic) -> str:
    """What the best fix does, the words of others beside it where they go to the same place, and who may make it."""
    first = diagnostic.fixes[0]
    done = safe(first.title)
    if done.endswith("?"):
        return done
    if len(first.edits) == 1:
        done = _change(source, first.edits[0])
        others = [fix.edits[0].text for fix in diagnostic.fixes[1:] if _alike(fix, first)]
        if first.edits[0].text and all(others):
            done = " or ".join([done, *(quoted(text) for text in others[: _MOST_ALTERNATIVES - 1])])
    return f"fix: {done} ({first.applicability})"


def _alike(fix: Fix, first: Fix) -> bool:
    return len(fix.edits) == 1 and fix.edits[0].span == first.edits[0].span


def _change(source: Source, edit: Edit) -> str:
    old = source.text[edit.span.start : edit.span.end]
    if not old:
        return f"insert {quoted(edit.text)}"
    return f"{quoted(old)} -> {quoted(edit.text)}" if edit.text else f"remove {quoted(old)}"


def _elsewhere(source: Source, diagnostic: Diagnostic) -> Iterator[str]:
    """The other places of a finding, a line each, the first of them where they are many."""
    places = diagnostic.related
    shown = places if len(places) <= _MOST_ELSEWHERE + 1 else places[:_MOST_ELSEWHERE]
    for related in shown:
        place = source.position(related.span.start)
        yield f"{placed(source.name, place.line, place.column)} {safe(related.message)}"
    if len(shown) < len(places):
        yield f"and {len(places) - len(shown)} more places"


def _head(source: Source, line: int, column: int, look: Look) -> str:
    return _painted(placed(source.name, line, column), _BOLD, look)


def _painted(text: str, colour: str, look: Look) -> str:
    return f"\x1b[{colour}m{text}\x1b[0m" if look.colour and text else text
