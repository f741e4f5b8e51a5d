"""Findings that a house has accepted: a file with a line for each, so that an old archive is quiet and what is new is told.

A finding is known by its rule and the words of its sentence, not by file or line: it stays accepted where its text is moved, wrapped
otherwise or renamed, and a sentence that is edited is judged anew. Lines are sorted, so that two branches can be merged line by line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lint import confines
from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Severity
from lint.digest import digest
from lint.disk import DiskError, around, decode, name_from, reason
from lint.named import NamedTuple
from lint.report import Report

_HEAD = """\
# Findings that are accepted as they are. `copydesk baseline` writes this file; `copydesk baseline --prune` drops what is gone.
# Each line: fingerprint, rule (with ! it may hide an error), file, sentence. Add to .gitattributes: {name} merge=union
"""
_FINGERPRINT = compiled(r"[0-9a-f]{8,64}")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_FORCED = "!"
_LONGEST = 80


class Entry(NamedTuple):
    """An accepted finding; `forced` ones are hidden also where their rule is at level error."""

    path: str
    rule: str
    fingerprint: str
    forced: bool
    words: str


class Baseline:
    """The accepted findings of a file; its paths count from the folder of the file."""

    def __init__(self, path: Path, entries: Iterable[Entry] = (), stamp: str = "") -> None:
        self.path = path
        self.entries = tuple(sorted(set(entries)))
        self.stamp = stamp
        self._forced: dict[str, bool] = {}
        for entry in self.entries:
            self._forced[entry.fingerprint] = entry.forced or self._forced.get(entry.fingerprint, False)

    def hides(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is accepted."""
        forced = self._forced.get(diagnostic.fingerprint)
        return forced is not None and (forced or diagnostic.severity < Severity.ERROR)

    def has_forced(self, fingerprint: str) -> bool:
        """Whether a finding is accepted as an error, too."""
        return self._forced.get(fingerprint, False)

    def name(self, path: str) -> str:
        """How it names a file."""
        return name_from(self.path.parent, path)

    def accepted(self, report: Report, with_errors: bool) -> Iterator[Entry]:
        """What it would have to hold to accept the findings of a report; errors only where it is told to, or has them already."""
        source = report.source
        for each in report.diagnostics if source else ():
            is_error = each.severity >= Severity.ERROR
            forced = is_error and (with_errors or self.has_forced(each.fingerprint))
            if source and (forced or not is_error):
                words = " ".join(source.text[each.sentence.start : each.sentence.end].split())
                yield Entry(self.name(report.path), each.rule, each.fingerprint, forced, _shortened(words))

    def text(self) -> str:
        """What its file says."""
        lines = [
            f"{entry.fingerprint}\t{_FORCED * entry.forced}{entry.rule}\t{_plain(entry.path)}\t{entry.words}\n" for entry in self.entries
        ]
        return _HEAD.format(name=self.path.name) + "".join(lines)


def read(path: Path) -> Baseline:
    """The accepted findings in a file, none where there is no such file. Raises DiskError with the line and the cure."""
    try:
        data = confines.read(path, confines.MOST_DATA, around(path.parent))
    except FileNotFoundError:
        return Baseline(path)
    except OSError as error:
        raise DiskError(f"{path.as_posix()}: {reason(error)}") from error
    try:
        text = decode(data).text
    except DiskError as error:
        raise DiskError(f"{path.as_posix()}: {error}") from error
    entries = [_entry(path, number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip() and line[0] != "#"]
    return Baseline(path, entries, digest(data))


def _entry(path: Path, number: int, line: str) -> Entry:
    if line.startswith(_CONFLICT):
        raise DiskError(f"{path.as_posix()}:{number}: two versions are not merged yet; keep the lines of both and drop this one")
    fingerprint, _, rest = line.partition("\t")
    rule, _, rest = rest.partition("\t")
    file, _, words = rest.partition("\t")
    if not _FINGERPRINT.fullmatch(fingerprint) or not rule.strip(_FORCED):
        cure = "take the line out, or delete the file and write it anew with `copydesk baseline`"
        raise DiskError(f"{path.as_posix()}:{number}: this is no accepted finding; {cure}")
    return Entry(file, rule.removeprefix(_FORCED), fingerprint, rule.startswith(_FORCED), words)


def _shortened(words: str) -> str:
    plain = _plain(words)
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _plain(text: str) -> str:
    """The text in one line without what a terminal would heed."""
    return "".join(each if each.isprintable() else " " for each in text)
