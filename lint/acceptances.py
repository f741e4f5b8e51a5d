"""What `copydesk baseline` does: the findings of a run are accepted, those that are gone are dropped, and both are told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lint.baseline import Baseline, Entry, read
from lint.confines import is_file
from lint.desk import Desk, Settings
from lint.diagnostic import Severity
from lint.digest import digest
from lint.disk import Draft
from lint.display import counted, safe
from lint.report import Report, relative

_MOST_TOLD = 20


class Acceptances:
    """The baselines of a run, as they are and as they are to be. With `prune` nothing new is accepted."""

    def __init__(self, settings: Settings, prune: bool, with_errors: bool) -> None:
        self._desk = Desk(settings)
        self._prune = prune
        self._with_errors = with_errors
        self._known: dict[Path, Baseline] = {}
        self._found: dict[Path, list[Entry]] = {}
        self._read: dict[Path, set[str]] = {}
        self._refused = 0

    def take(self, report: Report) -> Report:
        """Note what the report of a file has, and hand it on. Raises DiskError where its baseline cannot be read."""
        if report.source is None or report.failures:
            return report
        stets = self._desk.stets(report.path)
        if stets:
            report = report._replace(diagnostics=tuple(each for each in report.diagnostics if not stets.hides(each)))
        place = self._desk.baseline_path(report.path)
        if place not in self._known:
            self._known[place] = read(place)
        known = self._known[place]
        found = list(known.accepted(report, self._with_errors and not self._prune))
        self._found.setdefault(place, []).extend(found)
        self._read.setdefault(place, set()).add(known.name(report.path))
        accepted = {entry.fingerprint for entry in found}
        self._refused += sum(each.severity >= Severity.ERROR and each.fingerprint not in accepted for each in report.diagnostics)
        return report

    def written(self) -> Iterator[str]:
        """Write each baseline; the lines tell what has changed. Raises DiskError."""
        for place, known in self._known.items():
            yield from self._written(place, known)
        if self._refused and not self._prune:
            told = f"{counted(self._refused, 'finding')} of level error {'is' if self._refused == 1 else 'are'} not accepted"
            yield f"{told}: mend them, or add --with-errors.\n"
        if not self._known:
            yield "No file was checked.\n"

    def _written(self, place: Path, known: Baseline) -> Iterator[str]:
        before = {entry.fingerprint for entry in known.entries}
        found = [entry for entry in self._found[place] if not self._prune or entry.fingerprint in before]
        now = {entry.fingerprint for entry in found}
        unread = [entry for entry in known.entries if self._stands(place, known, entry) and entry.fingerprint not in now]
        after = Baseline(place, (*found, *unread))
        kept = {entry.fingerprint for entry in after.entries}
        gone = [entry for entry in known.entries if entry.fingerprint not in kept]
        if digest(after.text().encode()) != known.stamp:  # also where Git has merged lines out of their order
            with Draft(place.as_posix()) as draft:
                draft.write(after.text())
                draft.finish()
        for entry in gone[:_MOST_TOLD]:
            yield f"gone: {safe(entry.path)}: {safe(entry.rule)}: {safe(entry.words)}\n"
        if len(gone) > _MOST_TOLD:
            yield f"and {len(gone) - _MOST_TOLD:,} more are gone\n"
        new = len(kept - before)
        yield f"{safe(relative(place.as_posix()))} accepts {counted(len(kept), 'finding')}: {new:,} new, {len(gone):,} gone.\n"

    def _stands(self, place: Path, known: Baseline, entry: Entry) -> bool:
        """Whether an accepted finding is in a file that is there and was not gone through now."""
        return entry.path not in self._read[place] and is_file(place.parent / entry.path)
