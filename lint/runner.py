"""Many files: found, read, checked or mended with the rules in force for each, in parallel where that saves time.

Workers only read and think; what is mended is written here, so that a worker may be lost at any moment.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

from lint import cache, disk, files, packs, pattern_cache, reporters, result_cache
from lint.config import Configuration, Profile
from lint.desk import GRAMMAR, STDIN, Desk, Settings, asks_grammar
from lint.diagnostic import Applicability, Failure
from lint.disk import Content, DiskError
from lint.faults import Fault, FaultyFile
from lint.files import File
from lint.formats import format_of, parse
from lint.named import NamedTuple
from lint.packs import Pack
from lint.patience import Purse
from lint.report import Part, Report, our_bug, part_of, relative
from lint.reporters import Look
from lint.roll import Roll
from lint.text import Source
from lint.workers import cores, spread

if TYPE_CHECKING:
    from lint.document import Document
    from lint.grammar_client import GrammarClient

T = TypeVar("T")

TIME_LIMIT = 1.0
"""Seconds that the patterns of a rule which a repository brings may take over one article."""

_BATCH = 60_000
"""Bytes that go to a worker at once."""
_ENOUGH_TO_JUDGE = 20_000
"""Bytes from which the time that they took says something about the rest."""
_COST_OF_WORKERS = 0.15
"""Seconds; measured 0.08 to import, fork and end, and twice that is not felt."""


class Task(NamedTuple):
    """A file to go through: its path as people know it, its format, how long it is, and its bytes where they are not on the disk."""

    path: str
    format: str
    size: int
    data: bytes | None = None


class Examiner:
    """What is done to one file, in whichever process; picklable."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.purse = Purse(TIME_LIMIT, monotonic)

    def __call__(self, task: Task) -> Report:
        """Read a file and check or mend its text. Whatever goes wrong is a failure of that file."""
        examine = self.mended if self.desk.settings.threshold else self.checked
        return _read(task, lambda content: examine(task.path, content, task.format), partial(failed, task.path))

    def checked(self, path: str, content: Content, format_name: str | None = None) -> Report:
        """What the rules say of a text."""
        from lint.engine import Means, check, examine  # what was checked before is not checked again, and asks for none of this

        level = self.desk.fail_level(path)
        if self.desk.is_as_it_was(path):
            return Report(path, Source(path, content.text), fail_level=level, marked=content.marked)
        profile, parsed = self._reading(path, content, format_name)
        acceptance = self.desk.acceptance(path, profile, parsed, self.purse)
        document = parsed(content.text)
        look = examine if self.desk.settings.every else check
        grammar = self.desk.grammar(profile)
        found = look(document, profile.rules, profile.house, Means(self.purse, acceptance.told if acceptance else None, grammar))
        failures = (*found.failures, *self._unasked(path, grammar))
        report = Report(path, document.source, found.diagnostics, failures, fail_level=level, marked=content.marked)
        return report._replace(accepted=acceptance.accepted, stood=acceptance.stood) if acceptance else report

    def mended(self, path: str, content: Content, format_name: str | None = None) -> Report:
        """What becomes of a text when its fixes are made, and what the rules still say of it."""
        from lint.engine import Means
        from lint.mending import mend

        if self.desk.is_as_it_was(path):
            return self.checked(path, content, format_name)
        profile, parsed = self._reading(path, content, format_name)
        acceptance = self.desk.acceptance(path, profile, parsed, self.purse)
        document = parsed(content.text)
        threshold = self.desk.settings.threshold or Applicability.SAFE
        grammar = self.desk.grammar(profile)
        means = Means(self.purse, acceptance.told if acceptance else None, grammar)
        mending = mend(document, profile.rules, profile.house, parsed, threshold, means)
        return Report(
            path,
            Source(path, mending.text),
            mending.verdict.diagnostics,
            (*mending.verdict.failures, *mending.refused, *self._unasked(path, grammar)),
            fail_level=self.desk.fail_level(path),
            changes=mending.changes,
            before=document.source if mending.text != content.text else None,
            marked=content.marked,
            accepted=acceptance.accepted if acceptance else 0,
            stood=acceptance.stood if acceptance else (),
        )

    def _unasked(self, path: str, grammar: GrammarClient | None) -> Iterator[Failure]:
        """Word of a grammar server that has failed, a failure of the file only where the configuration requires one."""
        if grammar is not None and grammar.failure:
            required = self.desk.configuration(path).languagetool_required(path)
            yield Failure(path, grammar.failure, GRAMMAR, is_notice=not required)

    def _reading(self, path: str, content: Content, format_name: str | None) -> tuple[Profile, Callable[[str], Document]]:
        """The rules in force for a file, and how a text of it is read."""
        profile = self.desk.profile(path, content.text)
        return profile, lambda text: parse(Source(path, text), profile.reading, format_name)


class Output(NamedTuple):
    """An output of a run: its reporter, and how it is wanted."""

    reporter: str
    look: Look


class Teller:
    """What outputs say of one file, in whichever process; picklable. A text that was checked before is not checked again."""

    def __init__(self, examiner: Examiner, outputs: Sequence[Output]) -> None:
        self.examiner = examiner
        self.outputs = tuple(outputs)

    def __call__(self, task: Task) -> Part:
        """The part of a file: as it was kept, or made now."""
        entries = self._entries(task)
        kept = self._recalled(entries)
        if kept is not None:
            return kept
        part = self.told(self.examiner(task))
        if part.read and not part.failures:
            for entry, text in zip(entries, (part.text, *part.more), strict=False):
                result_cache.keep(entry, part._replace(text=text))
        return part

    def told(self, report: Report) -> Part:
        """The part of a report."""
        return part_of(report, *(reporters.load(name).part(report, look) for name, look in self.outputs))

    def _recalled(self, entries: Sequence[str]) -> Part | None:
        """The part as it was kept, None where that of an output is missing."""
        kept = []
        for entry in entries:
            part = result_cache.recall(entry)
            if part is None:
                return None
            kept.append(part)
        return kept[0]._replace(more=tuple(part.text for part in kept[1:])) if kept else None

    def _entries(self, task: Task) -> Sequence[str]:
        """The names of what is kept for a file, one for each output; none where nothing is kept, or it cannot be read."""
        if task.data is not None or not cache.is_on():
            return ()
        try:
            content = disk.read(task.path)
            desk = self.examiner.desk
            profile = desk.profile(task.path, content.text)
            file = f"{task.path}|{relative(task.path)}|{task.format}|{content.marked}|{desk.fail_level(task.path)}|{desk.stamp(task.path)}"
            return [result_cache.key(profile, content.text, f"{file}|{name}|{look}") for name, look in self.outputs]
        except (OSError, DiskError, FaultyFile):
            return ()


class Lister:
    """Tells what a listing (`word_list`, `quotation_map`) has of one file, by its function `tell`, in whichever process; picklable."""

    def __init__(self, desk: Desk, listing: str, tell: str) -> None:
        self.desk = desk
        self.listing = listing
        self.tell = tell

    def __call__(self, task: Task) -> Part:
        """The part of a file in the listing."""
        return _read(task, partial(self._listed, task), lambda message: part_of(failed(task.path, message), ""))

    def _listed(self, task: Task, content: Content) -> Part:
        from lint.language.article import Article

        module = import_module(f"lint.{self.listing}")  # what it needs is no matter of most runs
        profile = self.desk.profile(task.path, content.text)
        document = parse(Source(task.path, content.text), profile.reading, task.format)
        part: Part = getattr(module, self.tell)(task.path, Article(document, profile.house))
        return part


class Run:
    """A run over files: the reports of all of them, in the order in which they were named and found.

    Making one finds the files and loads their rules; going through it does the work. `desk` is that of the settings, unless it is named.
    Raises UnknownName, FaultyFile, DiskError.
    """

    def __init__(self, paths: Sequence[str], settings: Settings, data: bytes = b"", desk: Desk | None = None) -> None:
        self.settings = settings
        self._paths = tuple(paths)
        self._examiner = Examiner(desk or Desk(settings))
        for folder in dict.fromkeys(Path(path) if Path(path).is_dir() else Path(path).parent for path in paths):
            self._examiner.desk.revisions(str(folder))
            with suppress(FaultyFile):  # the plan tells
                self._examiner.desk.baseline(str(folder))
        plan = _Plan(self._examiner.desk)
        self._plan = plan.made(paths, data)
        self._grammar = ExitStack()
        if plan.asks_grammar:
            self._plan[:0] = self._with_grammar()
        self.total = len(self._plan)

    def close(self) -> None:
        """End what the run has started."""
        self._grammar.close()

    def _with_grammar(self) -> list[Report]:
        """See to a grammar server; what hinders that, or has to be said of it, comes before all files."""
        from lint.grammar_address import grammar_address
        from lint.grammar_client import GrammarError

        desk = self._examiner.desk
        try:
            found = grammar_address(self.settings.grammar, desk.grammar_addresses(), self._grammar)
        except GrammarError as error:
            return [Report(GRAMMAR, failures=(Failure(GRAMMAR, str(error), GRAMMAR, is_notice=not desk.requires_grammar()),))]
        desk.settings = desk.settings._replace(grammar=found.address)
        return [Report(GRAMMAR, failures=(Failure(GRAMMAR, found.remark, GRAMMAR, is_notice=True),))] if found.remark else []

    def __iter__(self) -> Iterator[Report]:
        """A report for each file; one that was mended is written before it is told of."""
        results = self._results(self._examiner, _lost)
        for item in self._plan:
            yield self._written(item, next(results)) if isinstance(item, Task) else item

    def parts(self, *outputs: Output) -> Iterator[Part]:
        """What one or more outputs say of each file; made where the file is checked, so that no finding has to travel."""
        teller = Teller(self._examiner, outputs)
        results = self._results(teller, lambda task: teller.told(_lost(task)))
        roll = Roll()
        for item in self._plan:
            part = self.with_manual(next(results)) if isinstance(item, Task) else teller.told(item)
            if isinstance(item, Task):
                roll.note(self._examiner.desk.stets(item.path), item.path, part)
            yield part
        yield from (teller.told(Report(fault.source.name, faults=(fault,))) for fault in self._idle(roll))
        pattern_cache.keep()

    def goes_through(self, path: str) -> bool:
        """Whether this file is one of those to go through."""
        real = Path(path).resolve()
        return any(isinstance(item, Task) and item.data is None and Path(item.path).resolve() == real for item in self._plan)

    def with_manual(self, part: Part) -> Part:
        """The part, with the rules in force for its file."""
        return part._replace(manual=partial(self._examiner.desk.rule, part.path))

    def listed(self, listing: str, tell: str = "part") -> Iterator[Part]:
        """What a listing has of each file."""
        results = self._results(Lister(self._examiner.desk, listing, tell), lambda task: part_of(_lost(task), ""))
        for item in self._plan:
            yield next(results) if isinstance(item, Task) else part_of(item, "")

    def _idle(self, roll: Roll) -> Iterator[Fault]:
        """What was let stand and is gone, as far as this run has seen the whole."""
        asked = self.settings
        if asked.changed is None and not asked.select and not asked.ignore:
            yield from roll.idle([Path(path).resolve() for path in self._paths])

    def _results(self, work: Callable[[Task], T], lost: Callable[[Task], T]) -> Iterator[T]:
        """What comes of the tasks. The first are done here, so that workers inherit what these had to load, and their time is known."""
        tasks = [item for item in self._plan if isinstance(item, Task)]
        jobs = min(self.settings.jobs or cores(), len(tasks))
        pace = _Pace(sum(task.size for task in tasks))
        for number, task in enumerate(tasks):
            if jobs > 1 and number and (self.settings.jobs or pace.is_worth_workers(jobs)):
                yield from spread(work, list(_batches(tasks[number:])), jobs, lost)
                return
            yield work(task)
            pace.note(task.size)

    def _written(self, task: Task, report: Report) -> Report:
        if not self.settings.writing or task.data is not None:
            return report
        disk.tidy(task.path)
        if report.before is None or report.content is None:
            return report
        old = Content(report.before.text, report.marked)
        try:
            disk.replace(report.path, old, report.content)
        except DiskError as error:
            unmended = self._examiner.checked(report.path, old, task.format)
            return unmended._replace(failures=(*unmended.failures, Failure(report.path, str(error))))
        return report


class _Pace:
    """How long the rest of a run will take, from what it took so far; the first file does not count, it pays for what is loaded."""

    def __init__(self, size: int) -> None:
        self._rest = size
        self._done = 0
        self._began: float | None = None

    def note(self, size: int) -> None:
        """Another file of this size is done."""
        self._rest -= size
        if self._began is None:
            self._began = monotonic()
        else:
            self._done += size

    def is_worth_workers(self, jobs: int) -> bool:
        """Whether sharing the rest saves more than it costs."""
        if self._began is None or self._done < _ENOUGH_TO_JUDGE:
            return False
        left = (monotonic() - self._began) * self._rest / self._done
        return left * (1 - 1 / jobs) > _COST_OF_WORKERS


class _Plan:
    """What is to be done about paths: tasks, and reports where it is known beforehand that nothing can be done."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.faults: dict[Fault, None] = {}
        self.asks_grammar = False

    def made(self, paths: Sequence[str], data: bytes) -> list[Task | Report]:
        """The plan: faults of configurations and rule files first, then standard input, then files."""
        items: list[Task | Report] = []
        if STDIN in paths:
            items += self._read(data)
        for found in files.find([path for path in paths if path != STDIN], self._configuration, self.desk.settings.force_exclude):
            match found:
                case Fault():
                    self.faults[found] = None
                case Failure():
                    items.append(Report(found.path, failures=(found,)))
                case File():
                    items += self._task(found)
        return [*(Report(fault.source.name, faults=(fault,)) for fault in self.faults), *items]

    def _task(self, file: File) -> Iterator[Task]:
        """What is to be done about a file; nothing where what is in force for it cannot be read."""
        try:
            self._note(self.desk.profile(file.path))
        except FaultyFile as error:
            self.faults.update(dict.fromkeys(error.faults))
        else:
            yield Task(file.path, file.format, _size(file.path))

    def _configuration(self, path: str) -> Configuration:
        """The configuration in force at a path, if that and what is let stand there can be read. Raises FaultyFile."""
        self.desk.stets(path)
        return self.desk.configuration(path)

    def _read(self, data: bytes) -> Iterator[Task]:
        name = self.desk.settings.stdin_name
        try:
            self.desk.stets(name)
            self._note(self.desk.profile(name))
        except FaultyFile as error:
            self.faults.update(dict.fromkeys(error.faults))
        else:
            format_name = self.desk.configuration(name).format_of(name) or format_of(name) or "markdown"
            yield Task(name, format_name, len(data), data)

    def _note(self, profile: Profile) -> None:
        self.faults.update(dict.fromkeys(profile.faults))
        self.asks_grammar = self.asks_grammar or asks_grammar(profile.rules.rules)


def packs_to_prove(folders: Sequence[str], configured: Path | None) -> Iterator[Pack]:
    """The packs in some folders; with none, those that are bundled and those of a configuration. Raises FaultyFile, DiskError."""
    if folders:
        for folder in folders:
            try:
                yield packs.load(Path(folder))
            except OSError as error:
                raise DiskError(f"{folder}: {disk.reason(error)}") from error
        return
    own = Desk(Settings(configured)).configuration(".").contents.packs
    bundled = {name: packs.bundled(name) for name in packs.bundled_names()}
    yield from {**bundled, **own}.values()


def failed(path: str, message: str) -> Report:
    """The report of a file that nothing could be done with."""
    return Report(path, failures=(Failure(path, message),))


def _read(task: Task, examine: Callable[[Content], T], fail: Callable[[str], T]) -> T:
    """What comes of a file's content. Whatever goes wrong is a failure of that file."""
    try:
        return examine(disk.read(task.path) if task.data is None else disk.decode(task.data))
    except DiskError as error:
        return fail(str(error))
    except Exception as error:
        return fail(our_bug(error))


def _size(path: str) -> int:
    try:
        return Path(path).stat().st_size
    except OSError:
        return 0


def _batches(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    """Tasks in groups that are worth sending to another process."""
    batch: list[Task] = []
    size = 0
    for task in tasks:
        batch.append(task)
        size += task.size
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _lost(task: Task) -> Report:
    return failed(task.path, "the process that read it died, perhaps for want of memory; check this file by itself")
