"""What `copydesk stet` does: a person lets a finding stand and says why, reads what stands, or drops what is gone."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from lint import disk, stets
from lint.compiled import compiled
from lint.confines import is_file
from lint.desk import Desk, Settings
from lint.diagnostic import Diagnostic
from lint.disk import DiskError, Draft, name_from
from lint.display import counted, placed, safe, shown
from lint.engine import Verdict, together
from lint.faults import nearest
from lint.formats import format_of
from lint.named import NamedTuple
from lint.profile import UnknownName
from lint.report import Report, relative
from lint.runner import Examiner, Run
from lint.stets import Stet, Stets
from lint.text import Source

_PLACE = compiled(r"(?s)(.+?):([0-9]{1,9})(?::([0-9]{1,9}))?:?")
_MOST_SHOWN = 200


class Undecided(DiskError):
    """Nothing is let stand, in a sentence with the cure."""


class Reason(NamedTuple):
    """Why something is to stand, until which day (empty: for ever), and who says so (empty: whoever Git or the system says)."""

    because: str
    until: str = ""
    who: str = ""


class _Choice(NamedTuple):
    """A finding that may be let stand, and the fingerprints of all places that it tells of."""

    diagnostic: Diagnostic
    fingerprints: tuple[str, ...]


def decide(place: str, rule: str | None, reason: Reason, settings: Settings) -> Iterator[str]:
    """Let the finding at a place stand, and write that down; the lines tell what is done, or what there is to choose from.

    Raises Undecided, DiskError, FaultyFile, and UnknownName for a rule that there is none of.
    """
    path, line, column = _parsed(place)
    _check(reason, settings.today)
    desk = Desk(settings._replace(every=True))
    report = _examined(desk, path)
    assert report.source is not None
    if not 0 < line <= len(report.source.line_starts):
        raise Undecided(f"{path} has {counted(len(report.source.line_starts), 'line')}, so there is no line {line}")
    found = _found(report, desk, line, column)
    chosen = [each for each in found if rule in (None, each.diagnostic.rule)]
    if not chosen:
        raise _nothing(desk, path, line, rule, found)
    if len(chosen) > 1:
        yield from (_listed(report.source, each.diagnostic) for each in chosen)
        which = "RULE" if rule is None and len({each.diagnostic.rule for each in chosen}) == len(chosen) else "LINE:COLUMN"
        raise Undecided(f"{len(chosen)} findings stand on line {line}; say which: {_CURES[which].format(path=path, line=line)}")
    yield _written(desk, path, report.source, chosen[0], reason)


_CURES = {
    "RULE": "`copydesk stet {path}:{line} RULE --because TEXT`",
    "LINE:COLUMN": "`copydesk stet {path}:{line}:COLUMN RULE --because TEXT`",
}


def listed(folder: str, settings: Settings) -> Iterator[str]:
    """What stands around here, a block a decision. Raises FaultyFile."""
    desk = Desk(settings)
    known = desk.stets(folder)
    for stet in known.stets if known else ():
        until = "" if not stet.until else f", ran out on {stet.until}" if stet.has_run_out(settings.today) else f", until {stet.until}"
        signed = ", ".join(filter(None, (stet.who, stet.date)))
        yield f"{safe(stet.path)}: {safe(stet.rule)}{until}\n  {shown(stet.sentence, _MOST_SHOWN)}\n"
        yield f"  {safe(' '.join(stet.because.split()))}{f' ({safe(signed)})' if signed else ''}\n"
    yield f"{safe(relative(desk.stets_path(folder).as_posix()))}: {counted(len(known.stets) if known else 0, 'decision')}.\n"


class Pruning:
    """The decisions in a file while all is read that they may be about."""

    def __init__(self, folder: str, settings: Settings) -> None:
        self._desk = Desk(settings._replace(every=True))
        self._known = stets.read(self._desk.stets_path(folder), settings.today)
        self._met: set[str] = set()
        self._failed = False
        home = self._known.path.parent
        inside = disk.around(home)
        named = [path for stet in self._known.stets if stet.path and inside.holds(path := home / stet.path) and is_file(path)]
        self.run = Run(list(dict.fromkeys([home.as_posix(), *(path.as_posix() for path in named)])), self._desk.settings)

    def take(self, report: Report) -> Report:
        """Note what the report of a file has, and hand it on."""
        if report.source is None or report.failures:
            self._failed |= bool(report.failures) or not all(fault.is_notice for fault in report.faults)
        elif self._desk.stets_path(report.path) == self._known.path:
            self._met.update(each.fingerprint for each in report.diagnostics if self._known.decision(each))
        return report

    def written(self) -> Iterator[str]:
        """Write the file without what is gone; the lines tell that. Raises DiskError."""
        place = relative(self._known.path.as_posix())
        if self._failed:
            raise Undecided(f"{place} is left as it is: not everything could be read that its decisions may be about")
        kept = [stet for stet in self._known.stets if not self._met.isdisjoint(stet.fingerprints)]
        gone = [stet for stet in self._known.stets if stet not in kept]
        if gone:
            _write(Stets(self._known.path, kept))
        for stet in gone:
            yield f"gone: {safe(stet.path)}: {safe(stet.rule)}: {shown(stet.sentence)}\n"
        yield f"{safe(place)} has {counted(len(kept), 'decision')}: {len(gone):,} gone.\n"


def _parsed(place: str) -> tuple[str, int, int | None]:
    """File, line and perhaps column."""
    found = _PLACE.fullmatch(place)
    if found is None:
        raise Undecided(f"'{place}' names no line; write it as `check` does, PATH:LINE or PATH:LINE:COLUMN")
    return found[1], int(found[2]), int(found[3]) if found[3] else None


def _check(reason: Reason, today: str) -> None:
    if not reason.because.strip():
        raise Undecided("a decision needs its reason: `--because TEXT`, for those who read it later")
    if reason.until and not stets.is_date(reason.until):
        raise Undecided(f"'{reason.until}' is no date; write it as `--until 2026-12-31`")
    if reason.until and reason.until < today:
        raise Undecided(f"{reason.until} is over already; name a later day, or none")


def _examined(desk: Desk, path: str) -> Report:
    """What all rules say of a file, place by place."""
    try:
        content = disk.read(path)
    except DiskError as error:
        raise DiskError(f"{path}: {error}") from error
    report = Examiner(desk).checked(path, content, desk.configuration(path).format_of(path) or format_of(path) or "plain")
    for failure in report.failures:
        raise DiskError(f"{path}: {failure.message}")
    return report


def _found(report: Report, desk: Desk, line: int, column: int | None) -> list[_Choice]:
    """What `check` finds at a place, what is one decision once."""
    source = report.source
    assert source is not None
    rules = desk.profile(report.path, source.text).rules
    found: dict[tuple[str, tuple[str, ...]], _Choice] = {}
    for each in together(Verdict(report.diagnostics, ()), rules).diagnostics:
        start = source.position(each.span.start)
        if start.line == line and column in (None, start.column):
            choice = _Choice(each, _fingerprints(each, report.diagnostics))
            found.setdefault((each.rule, choice.fingerprints), choice)
    return list(found.values())


def _fingerprints(diagnostic: Diagnostic, places: Sequence[Diagnostic]) -> tuple[str, ...]:
    """Those of all places that a finding tells of: where its rule gathers, these are those with its cause."""
    spans = {diagnostic.span, *(related.span for related in diagnostic.related)}
    same = [each for each in places if each.rule == diagnostic.rule and each.cause == diagnostic.cause and each.span in spans]
    return tuple(sorted({diagnostic.fingerprint, *(each.fingerprint for each in same)}))


def _nothing(desk: Desk, path: str, line: int, rule: str | None, found: Sequence[_Choice]) -> Exception:
    """Why nothing can be let stand there."""
    known = {decision.rule.id for decision in desk.profile(path).decisions}
    if rule is not None and rule not in known:
        return UnknownName(rule, nearest(rule, known))
    there = ", ".join(dict.fromkeys(each.diagnostic.rule for each in found))
    told = f"{f'{rule} finds nothing' if rule else 'nothing is found'} there, on line {line} of {path}"
    return Undecided(f"{told}; {f'what is found is {there}' if there else 'write the place as `check` tells it'}")


def _written(desk: Desk, path: str, source: Source, choice: _Choice, reason: Reason) -> str:
    """Add a decision to the file, in the place of an older one on the same; gives what to say of it."""
    each, place = choice.diagnostic, desk.stets_path(path)
    known = stets.read(place, desk.settings.today)
    sentence = " ".join((each.written or source.text[slice(*each.sentence)]).split())
    name, who = name_from(place.parent, path), reason.who.strip() or _whoever(place.parent)
    made = Stet(name, sentence, each.rule, choice.fingerprints, reason.because.strip(), who, desk.settings.today, reason.until)
    others = [stet for stet in known.stets if stet.rule != made.rule or set(stet.fingerprints).isdisjoint(made.fingerprints)]
    _write(Stets(place, (*others, made)))
    again = " anew" if len(others) < len(known.stets) else ""
    until = f" until {made.until}" if made.until else ""
    return f"{safe(relative(place.as_posix()))} lets stand{again}{until}: {_listed(source, each)}"


def _write(decided: Stets) -> None:
    with Draft(decided.path.as_posix()) as draft:
        draft.write(decided.text())
        draft.finish()


def _whoever(folder: Path) -> str:
    """Who is at work: the name that Git has, else the one of the login."""
    try:
        done = subprocess.run(["git", "config", "user.name"], cwd=folder, capture_output=True, check=False)
        name = done.stdout.decode("utf-8", "replace").strip()
    except OSError:
        name = ""
    if name:
        return name
    from getpass import getuser  # rarely needed

    try:
        return getuser()
    except (OSError, KeyError, ImportError):
        raise Undecided("neither Git nor the system says who you are; add `--who NAME`") from None


def _listed(source: Source, diagnostic: Diagnostic) -> str:
    line, column = source.position(diagnostic.span.start)
    return f"{placed(source.name, line, column)} {safe(diagnostic.message)} [{safe(diagnostic.rule)}]\n"
