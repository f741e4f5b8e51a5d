"""Findings as a comment on a pull request: a verdict, a table, and the sentences with the words marked.

What comes from articles, rules and names stands there as plain words: it makes no markup, mentions nobody and links to nothing.
The comment is cut to what GitHub takes, and says what it leaves out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from json import dumps, loads

from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Failure, Severity
from lint.markdown_text import neutral
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.text import Source
from lint.verdict import Limits, Verdict

LIMIT = 65_536
"""Bytes of a comment: GitHub takes so many characters, and says nothing of what a character is."""

_MOST_OF_TABLE = LIMIT // 4
_MOST_OF_FAILURES = LIMIT // 16
_CONTEXT, _WORDS, _MESSAGE = 200, 200, 500
"""Characters that are shown on either side of marked words, of these, and of a message."""

_PLAIN = compiled(r"[A-Za-z0-9._-]+")


def part(report: Report, look: Look) -> str:
    """How often each rule found something in a file, and each finding as an item of a list."""
    source = report.source
    if source is None or not report.diagnostics:
        return ""
    counts = Counter(each.rule for each in report.diagnostics)
    return dumps([sorted(counts.items(), key=lambda item: (-item[1], item[0])), [_item(source, each) for each in report.diagnostics]])


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """The comment; all of it at the end, for its verdict stands first."""
    comment = _Comment(look.limits)
    for each in parts:
        comment.add(each)
        yield ""
    yield comment.text()


class _Comment:
    """A comment in the making: no more of it is kept than has room."""

    def __init__(self, limits: Limits) -> None:
        self._rows = _Room(_MOST_OF_TABLE)
        self._failures = _Room(_MOST_OF_FAILURES)
        self._items = _Room(LIMIT)
        self._severities = [0] * len(Severity)
        self._files = self._faulty = self._mendable = 0
        self._verdict = Verdict(limits)
        self._failed = False

    def add(self, part: Part) -> None:
        """Take in a file."""
        name = neutral(relative(part.path))
        for failure in part.all_failures:
            self._failures.take(_failed(failure))
        self._files += part.read
        self._faulty += bool(part.found)
        self._mendable += part.mendable
        self._verdict.add(part)
        self._failed |= part.failed
        self._severities = [a + b for a, b in zip(self._severities, part.severities, strict=True)]
        rows, items = loads(part.text) if part.text else ((), ())
        for rule, number in rows:
            self._rows.take(f"| {name} | {_rule(rule)} | {number:,} |\n")
        for number, item in enumerate(items):
            self._items.take(f"\n#### {name}\n\n{item}" if not number else item)

    def text(self) -> str:
        """The whole of it."""
        pieces = [self._head(), *self._table(), *self._listed_failures()]
        room = LIMIT - sum(map(_size, pieces)) - _size(self._rest(sum(self._severities)))
        shown = self._items.within(room)
        left = self._items.total - len(shown)
        return "".join([*pieces, *shown, self._rest(left) if left else ""])

    def _head(self) -> str:
        found = sum(self._severities)
        files = _counted(self._files, "file")
        if not found:
            head = f"no findings in {files}" if self._files else "no file was checked"
        else:
            head = f"{_counted(found, 'finding')} in {self._faulty:,} of {files}"
        figures = [(self._severities[each - 1], str(each)) for each in reversed(Severity)]
        kinds = ", ".join(_counted(number, name) for number, name in figures if number)
        cure = f" `copydesk fix` mends {self._mendable:,} of them." if self._mendable else ""
        said = "This check fails." if self._failed or self._verdict.blocks else "This check passes."
        return f"### copydesk: {head}\n\n{said}{f' {kinds[0].upper()}{kinds[1:]}.' if kinds else ''}{cure}\n"

    def _table(self) -> Iterator[str]:
        rows = self._rows.within(_MOST_OF_TABLE)
        if rows:
            yield "\n| file | rule | findings |\n|---|---|---|\n"
            yield from rows
        if len(rows) < self._rows.total:
            yield f"\nThe table goes on for {_counted(self._rows.total - len(rows), 'row')} that have no room here.\n"

    def _listed_failures(self) -> Iterator[str]:
        lines = self._failures.within(_MOST_OF_FAILURES)
        if lines:
            yield "\n#### What could not be done\n\n"
            yield from lines
        if len(lines) < self._failures.total:
            yield f"\n{self._failures.total - len(lines):,} more could not be done.\n"

    def _rest(self, number: int) -> str:
        findings = f"{_counted(number, 'finding')} {'is' if number == 1 else 'are'}"
        return f"\n{findings} left out: GitHub takes {LIMIT:,} characters. `copydesk check` shows all.\n"


class _Room:
    """Texts in a row of which only the first are kept, as many as have room."""

    def __init__(self, room: int) -> None:
        self._left = room
        self._kept: list[str] = []
        self.total = 0

    def take(self, text: str) -> None:
        """Another text."""
        self.total += 1
        if self._left >= 0:
            self._left -= _size(text)
            self._kept.append(text)

    def within(self, room: int) -> Sequence[str]:
        """The first texts that are together no longer than this."""
        for number, text in enumerate(self._kept):
            room -= _size(text)
            if room < 0:
                return self._kept[:number]
        return self._kept


def _item(source: Source, diagnostic: Diagnostic) -> str:
    """A finding: its line and message, and below it the sentence with its words marked."""
    line = source.position(diagnostic.span.start).line
    best = next(iter(diagnostic.fixes), None)
    fix = f" Fix: {neutral(_cut(best.title, _MESSAGE))} ({best.applicability})." if best else ""
    before, words, after = (neutral(text) for text in _sentence(source, diagnostic))
    head = f"- **Line {line}**, {diagnostic.severity}: {neutral(_cut(diagnostic.message, _MESSAGE))}{fix} [{_rule(diagnostic.rule)}]\n"
    return f"{head}  > {before}<b>{words}</b>{after}\n"


def _sentence(source: Source, diagnostic: Diagnostic) -> tuple[str, str, str]:
    """What stands before, at and behind a finding in its sentence, cut to a readable length; nothing of it is a line end."""
    text, span, sentence = source.text, diagnostic.span, diagnostic.sentence
    if not sentence.start <= span.start < sentence.end:
        sentence = source.line(source.position(span.start).line)
    first, last = min(sentence.start, span.start), max(sentence.end, span.end)
    if first < span.start - _CONTEXT:
        first = text.find(" ", span.start - _CONTEXT, span.start) + 1 or span.start - _CONTEXT
    if span.end + _CONTEXT < last:
        blank = text.rfind(" ", span.end, span.end + _CONTEXT)
        last = blank if blank >= 0 else span.end + _CONTEXT
    before = ("…" if first > sentence.start else "") + text[first : span.start]
    after = text[span.end : last] + ("…" if last < sentence.end else "")
    return _flat(before).lstrip(), _flat(_cut(text[span.start : span.end], _WORDS)), _flat(after).rstrip()


def _failed(failure: Failure) -> str:
    line = "" if failure.line is None else f" line {failure.line}"
    path = neutral(relative(failure.path))
    shown = f"&#32;{path[1:]}" if path.startswith(" ") else path  # four blanks would begin code
    return f"- {shown}{line}: {neutral(_cut(failure.message, _MESSAGE))}\n"


def _rule(name: str) -> str:
    return f"`{name}`" if _PLAIN.fullmatch(name) else neutral(name)


def _flat(text: str) -> str:
    return text.replace("\r\n", " ").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit // 2]}…{text[-limit // 2 :]}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
