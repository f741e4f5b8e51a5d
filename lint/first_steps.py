"""What `copydesk init` does: it looks at the articles of a folder, and writes what a house needs to begin with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

from lint import archive, disk, first_configuration, habits, repository_files
from lint.archive import Archive
from lint.config import NAME, VALE_NAMES, Configuration, find
from lint.config_file import read
from lint.contents import Listed
from lint.desk import BASELINE, Desk, Settings
from lint.diagnostic import Severity
from lint.disk import Content, DiskError, Draft
from lint.display import counted, safe
from lint.first_configuration import WORDS
from lint.habits import are
from lint.house import Vocabulary
from lint.named import NamedTuple
from lint.report import Report
from lint.repository_files import ATTRIBUTES, HOOKS, NotAdded
from lint.runner import Run
from lint.text import Source
from lint.vocabulary import parse
from lint.vocabulary_file import VocabularyFile, inserted

T = TypeVar("T")

Follow = Callable[[Iterable[T], int], Iterable[T]]
"""Goes along with so many results, to say how far they are."""

_OFTEN = 3
"""How often a word is used that is taken for a good one."""
_HEAD = """\
# Words of these articles that no list has, with how often they are used. Drop what is wrong.
# `!word` is never right, `word -> other` says what to write instead.
"""
_MOST_TOLD = 3
_BOM = "\ufeff"


class Piece(NamedTuple):
    """A file that is written, or would be: its whole text, and what is in it."""

    path: Path
    text: str
    told: str


class Steps(NamedTuple):
    """All that is to be written, what is to be told of it, and how the articles were found."""

    pieces: tuple[Piece, ...]
    remarks: tuple[str, ...]
    archive: Archive
    findings: Findings


class Findings(NamedTuple):
    """By pack and severity, of the articles that were looked at: the errors, and what a baseline would have to hold of the rest."""

    counts: Counter[tuple[str, Severity]]

    def of(self, severity: Severity) -> int:
        """All of a severity."""
        return sum(count for (_, level), count in self.counts.items() if level is severity)


def begin(path: str, force: bool, dry: bool, jobs: int | None, follow: Follow[Any]) -> Iterator[str]:
    """Look, write (unless `dry`), and tell it in lines. Raises DiskError where nothing is there, or it cannot be written."""
    folder = Path(path)
    if not folder.is_dir():
        raise DiskError(f"{path}: this is no folder; name the one that the articles are in")
    if (folder / NAME).exists() and not (force or dry):
        yield f"{safe((folder / NAME).as_posix())} is there already, so nothing is written: --force writes it anew, --dry-run shows it.\n"
        return
    counting = find(folder)
    if counting and counting.name in VALE_NAMES and not (force or dry):
        raise DiskError(f"{counting}: Vale is configured here; `copydesk init --from-vale` goes on with that, --force begins anew")
    steps = _steps(path, folder, jobs, follow)
    if not dry:
        _write(steps.pieces)
    yield from _told(path, steps, dry)


def _steps(path: str, folder: Path, jobs: int | None, follow: Follow[Any]) -> Steps:
    settings = Settings(bundled=True, jobs=jobs)
    seen = Archive(path, archive.find(path))
    run = Run([file.path for file in seen.files.chosen], settings)
    for part in follow(run.listed("article_facts"), run.total):
        seen.take(part)
    seen.look_at_others()
    if not seen.read:
        first = "".join(f"; the first is {failure.path}: {failure.message}" for failure in seen.failures[:1])
        raise DiskError(f"{path}: none of {counted(len(seen.failures), 'article')} can be read{first}")
    words, remarks = _words(folder / WORDS, seen)
    text = first_configuration.text(seen, words is not None)
    if above := find(folder.resolve().parent, (NAME,)):
        remarks.append(f"{above.as_posix()} counts no more in this folder: the nearest configuration is the one that counts.")
    pieces = [Piece(folder / NAME, text, "what these articles do, each line with its reason"), *([words] if words else [])]
    for made in (_attributes(folder), _hooks(folder)):
        (pieces if isinstance(made, Piece) else remarks).append(made)  # type: ignore[arg-type]  # each to its own
    planned = _Planned(text, folder.as_posix(), words.text if words else "", settings._replace(every=True))
    return Steps(tuple(pieces), tuple(filter(None, remarks)), seen, _findings(planned, seen, follow))


def _words(path: Path, seen: Archive) -> tuple[Piece | None, list[str]]:
    """The vocabulary, and what is to be said of words that are left out; one that is there only grows."""
    old = disk.read(path.as_posix()) if path.exists() else Content("")
    file = VocabularyFile(path.as_posix(), Vocabulary(), old)
    found = seen.words(_OFTEN)
    left_out = list(file.take_undoubted([each.word for each in found]))
    if not file.added:
        return (Piece(path, _BOM * old.marked + old.text, "the words that it has") if old.text else None), []
    notes = {each.word: f"{counted(each.times, 'time')} in {counted(each.files, 'article')}" for each in found}
    told = f"{counted(len(file.added), 'word')} that the articles use {_OFTEN} times or more and no list has"
    remarks = [f"{counted(len(left_out), 'frequent word')} {are(len(left_out))} left out of it: one slip away from another of them."]
    remarks = remarks if left_out else []
    return Piece(path, _BOM * old.marked + inserted(old.text or _HEAD, file.added, notes), told), remarks


def _attributes(folder: Path) -> Piece | str:
    if _top(folder) is None:
        return f"No Git repository is here, so {ATTRIBUTES} and {HOOKS} are left alone."
    path = folder / ATTRIBUTES
    try:
        old = _text(path)
    except DiskError as error:
        return f"{path.as_posix()} cannot be read ({error}): add to it the line `{BASELINE} merge=union`."
    new = repository_files.with_attribute(old)
    return Piece(path, new, "two branches join their baselines line by line") if new != old else ""


def _hooks(folder: Path) -> Piece | str:
    top = _top(folder)
    if top is None:
        return ""
    places = [place for place in (folder.resolve(), *folder.resolve().parents) if place.is_relative_to(top)]
    path = next((place / HOOKS for place in places if (place / HOOKS).exists()), top / HOOKS)
    below = folder.resolve().relative_to(path.parent).as_posix() if folder.resolve() != path.parent else ""
    shown = path if folder.is_absolute() or not path.is_relative_to(Path.cwd()) else path.relative_to(Path.cwd())
    try:
        old = _text(path)
        new = repository_files.with_hooks(old, below)
    except (DiskError, NotAdded) as error:
        added = repository_files.entry(2, below)
        return f"{shown.as_posix()} is left alone ({error}). Add this to its `repos`:\n{added}"
    return Piece(shown, new, "the hooks copydesk-fix and copydesk, for pre-commit") if new != old else ""


def _top(folder: Path) -> Path | None:
    """The folder at the top of the repository."""
    return next((place for place in (folder.resolve(), *folder.resolve().parents) if (place / ".git").exists()), None)


def _text(path: Path) -> str:
    """What a file says, nothing where there is none. Raises DiskError."""
    if not path.exists():
        return ""
    content = disk.read(path.as_posix())
    return _BOM * content.marked + content.text


def _write(pieces: Iterable[Piece]) -> None:
    """Write all files, once each of them is whole. Raises DiskError."""
    pieces = list(pieces)
    for path in (piece.path for piece in pieces):
        if path.is_symlink() and not path.exists():
            raise DiskError(f"{path}: this link leads nowhere, and nothing is written; mend or remove it")
    with ExitStack() as stack:
        drafts = [(stack.enter_context(Draft(piece.path.as_posix())), piece.text) for piece in pieces]
        for draft, text in drafts:
            draft.write(text)
        for draft, _ in drafts:
            draft.finish()


class _Planned(Desk):
    """The desk that a configuration makes which is not written yet."""

    def __init__(self, text: str, folder: str, words: str, settings: Settings) -> None:
        super().__init__(settings)
        self._made = text, folder, words, settings
        contents = read(Source(f"{folder}/{NAME}", _without_words(text)), Path(folder))
        entries, _ = parse(Source(f"{folder}/{WORDS}", words))
        base = contents.base._replace(vocabulary=Listed(tuple(entries), False))
        self._planned = Configuration(Path(folder) / NAME, contents._replace(base=base))

    def __reduce__(self) -> Any:
        return _Planned, self._made

    def configuration(self, path: str) -> Configuration:
        """That of the plan, for each file."""
        return self._planned


def _without_words(text: str) -> str:
    """The configuration without the vocabulary, whose file need not be there yet."""
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("vocabulary:"))


def _findings(planned: Desk, seen: Archive, follow: Follow[Any]) -> Findings:
    run = Run([file.path for file in seen.files.chosen], planned.settings, desk=planned)
    held: dict[str, tuple[str, Severity]] = {}
    refused = Counter[tuple[str, Severity]]()
    reports: Iterable[Report] = follow(run, run.total)
    for report in reports:
        for each in () if report.failures else report.diagnostics:
            sort = each.rule.partition(".")[0], each.severity
            if each.severity >= Severity.ERROR:
                refused[sort] += 1
            else:
                held[each.fingerprint] = sort
    return Findings(refused + Counter(held.values()))


def _told(path: str, steps: Steps, dry: bool) -> Iterator[str]:
    seen = steps.archive
    yield from (f"{_safe(sentence)}\n" for sentence in habits.told(seen))
    for failure in seen.failures[:_MOST_TOLD]:
        yield f"{safe(failure.path)}: {safe(failure.message)}\n"
    if len(seen.failures) > _MOST_TOLD:
        yield f"{len(seen.failures) - _MOST_TOLD:,} more cannot be read.\n"
    yield "\n"
    for piece in steps.pieces:
        yield f"{safe(piece.path.as_posix())}{' would be written' if dry else ''}: {piece.told}\n"
        if dry:
            yield from (f"  | {safe(line)}".rstrip() + "\n" for line in piece.text.splitlines())
    yield from (f"{_safe(remark)}\n" for remark in steps.remarks)
    yield from _table(steps)
    yield from _next(path, steps)


def _table(steps: Steps) -> Iterator[str]:
    """Findings by pack and level; of a large archive an estimate."""
    counts, seen = steps.findings.counts, steps.archive
    about = f", reckoned from {counted(seen.read, 'article')}" if seen.share > 1 else ""
    if not counts:
        yield "\nNothing is found in them today.\n"
        return
    yield f"\nWhat is found today{about}:\n"
    width = max(len(pack) for pack, _ in counts)
    levels = sorted(Severity, reverse=True)
    yield f"  {'':{width}}{''.join(f'{level}s'.rjust(13) for level in levels)}\n"
    for pack in sorted({pack for pack, _ in counts}):
        yield f"  {pack:{width}}{''.join(_reckoned(counts[pack, level], seen).rjust(13) for level in levels)}\n"


def _next(path: str, steps: Steps) -> Iterator[str]:
    """The two commands that come next."""
    findings, seen = steps.findings, steps.archive
    errors = findings.of(Severity.ERROR)
    where = "" if path == "." else f" {safe(path)}"
    others = findings.counts.total() - errors
    accepted = f"accepts {_reckoned(others, seen)} of these" if others else "would accept nothing today"
    cure = f"; not the {_reckoned(errors, seen)} of level error: `copydesk fix` mends some, --with-errors accepts them" if errors else ""
    yield "\nNext:\n"
    yield f"  copydesk baseline{where}   {accepted}{cure}\n"
    yield f"  copydesk check{where}      tells what is new from then on\n"


def _reckoned(count: int, seen: Archive) -> str:
    """A count as it is or, where only some articles were looked at, what it comes to for all, in round figures."""
    if seen.share <= 1 or not count:
        return f"{count:,}"
    number = round(count * seen.share)
    return f"~{round(number, 2 - len(str(number))):,}"


def _safe(text: str) -> str:
    """Lines as a terminal may show them."""
    return "\n".join(map(safe, text.split("\n")))
