"""The command line: arguments in, exit code out. The only module that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lint.diagnostic import Applicability
from lint.options import LISTED, STDIN, choosing, configured, formatted, reading, running, settings
from lint.outcome import CUT_OFF, FAILED, FOUND, INTERRUPTED, OK

if TYPE_CHECKING:
    from lint.acceptances import Acceptances
    from lint.config import Profile
    from lint.desk import Settings
    from lint.disk import Draft
    from lint.engine import Means
    from lint.faults import Fault
    from lint.outcome import Outcome
    from lint.outputs import Wishes
    from lint.report import Part, Report
    from lint.reporters import Look
    from lint.runner import Run
    from lint.stetting import Pruning
    from lint.vocabulary_file import VocabularyFile

    Tell = Callable[[Report, Look], str]
    Render = Callable[[Iterable[Part], Look], Iterator[str]]

_PLAIN_WIDTH, _LEAST_WIDTH = 100, 40
_IN_LINES = "\n\t"
"""Stands in messages of click between words to choose from."""
_OFTEN = 3
"""How often a word is used that `words --add` accepts without being told to."""


def run() -> None:
    """The command as a process of its own: it ends without tidying up, which would take longer than many a check."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; gives its exit code."""
    if sys.stdout is None or sys.stderr is None:  # closed by whoever started us
        nowhere = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # open to the end
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # nothing we say may fail for its letters
    try:
        return int(commands.main(arguments, prog_name="copydesk", standalone_mode=False) or OK)
    except click.UsageError as error:
        where = error.ctx.command_path if error.ctx else "copydesk"
        _complain(f"{error.format_message().replace(_IN_LINES, ' ')} (see `{where} -h`)")
    except click.ClickException as error:
        _complain(error.format_message())
    except click.Abort:
        _complain("stopped")
        return INTERRUPTED
    except Exception as error:
        from lint.report import our_bug

        _complain(our_bug(error))
    return FAILED


def _help(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        _print(f"{ctx.get_help()}\n")
        ctx.exit()


_HELP = click.Option(["-h", "--help"], is_flag=True, expose_value=False, is_eager=True, help="Show this message and exit.", callback=_help)
"""That of click looks for translations first, which takes longer than to read all rules."""


class _Command(click.Command):
    """A command of the group."""

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return _HELP


class _Commands(click.Group):
    """The group, with an end for each way in which a command can be cut short."""

    command_class = _Command

    def get_help_option(self, ctx: click.Context) -> click.Option:
        return _HELP

    def invoke(self, ctx: click.Context) -> Any:
        from lint.disk import DiskError
        from lint.faults import FaultyFile
        from lint.profile import UnknownName

        try:
            code = super().invoke(ctx)
            sys.stdout.flush()
        except KeyboardInterrupt:
            _complain("stopped")
            return INTERRUPTED
        except BrokenPipeError:
            _abandon_output()
            return CUT_OFF
        except OSError as error:
            _abandon_output()
            _complain(f"cannot go on: {error}")
            return FAILED
        except FaultyFile as error:
            _tell_faults(error.faults)
            return FAILED
        except (UnknownName, DiskError) as error:
            _complain(str(error))
            return FAILED
        return code


def _version(ctx: click.Context, _: click.Parameter, asked: bool) -> None:
    if asked:
        from importlib.metadata import PackageNotFoundError, version

        try:
            _print(f"copydesk {version('copydesk')}\n")
        except PackageNotFoundError:
            _print("copydesk, from a folder: not installed\n")
        ctx.exit()


@click.group(cls=_Commands)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Say which version this is.")
def commands() -> None:
    """Find and mend faults in prose, each marked exactly where it stands.

    \b
    copydesk check articles         find the faults in a folder of articles
    copydesk fix --diff articles    show what `fix` would mend there
    copydesk fix articles           mend what is safe to mend
    copydesk explain typos          list the rules of a pack; with a rule, say all about it
    """


@commands.command(short_help="Find faults in articles.")
@click.argument("paths", nargs=-1)
@click.option("--max-warnings", type=click.IntRange(0), metavar="N", help="Exit 1 only where there are more warnings than these.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 whatever is found.")
@click.option("--statistics", is_flag=True, help="Tell how often each rule has something to say, instead of what.")
@running
def check(
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[str, ...],
    quiet: bool,
    max_warnings: int | None,
    exit_zero: bool,
    statistics: bool,
    changed: str | None,
    **options: Any,
) -> int:
    """Find the faults in articles: files, folders, or - for standard input (default: this folder).

    Exits 0 when nothing is at or above the fail level, 1 when something is, 2 when something could not be read or run.

    \b
    copydesk check
    copydesk check --select dashes --fail-level error articles/talks.md
    copydesk check --format json articles
    copydesk check --output findings.sarif:sarif --output comment.md:markdown articles
    copydesk check --changed
    pbpaste | copydesk check - --stdin-filename talks.md
    """
    from lint.verdict import Limits

    if statistics and format_name not in ("text", "statistics"):
        raise click.UsageError(f"--statistics is a format of its own; leave out `--format {format_name}`")
    asked = _asked("statistics" if statistics else format_name, outputs)
    paths, since = _since(paths, changed)
    chosen = settings(**options)._replace(changed=since)
    return _checked(paths, _standard_input(paths), chosen, asked, _look(quiet)._replace(limits=Limits(max_warnings, exit_zero)))


@commands.command(short_help="Mend what is safe to mend.")
@click.argument("paths", nargs=-1)
@click.option("--diff", is_flag=True, help="Show the changes as a patch and write nothing.")
@click.option("--unsafe", is_flag=True, help="Make the `unsafe` fixes too, where one stands out; look at them afterwards.")
@click.option("--fix-only", is_flag=True, help="Exit 1 only where something changed (or would), whatever findings remain.")
@running
def fix(
    paths: tuple[str, ...],
    format_name: str,
    outputs: tuple[str, ...],
    quiet: bool,
    diff: bool,
    unsafe: bool,
    fix_only: bool,
    changed: str | None,
    **options: Any,
) -> int:
    """Make the safe fixes in articles, and print every change. With - the mended text goes to standard output.

    Exits 0 when there was nothing to do, 1 when something changed (or would) or findings at the fail level remain,
    2 when something could not be mended.

    \b
    copydesk fix --diff articles
    copydesk fix articles/talks.md
    copydesk fix - --stdin-filename talks.md < talks.md > mended.md
    """
    from lint.verdict import Limits

    threshold = Applicability.UNSAFE if unsafe else Applicability.SAFE
    paths, since = _since(paths, changed)
    chosen = settings(**options)._replace(threshold=threshold, writing=not diff, changed=since)
    if STDIN in paths and len(paths) > 1:
        raise click.UsageError("`fix -` mends standard input alone, name no other path")
    asked = _asked(format_name, outputs)
    data = _standard_input(paths)
    output: tuple[Tell, Render] | None = None
    if asked.stdout == "text" and diff:
        output = _patch, _patches
    elif asked.stdout == "text" and STDIN in paths:
        output = _filter(data)
    return _mended(paths, data, chosen, asked, output, _look(quiet)._replace(mending=True, limits=Limits(everything=fix_only)))


@commands.command(short_help="Say all about a rule, or list a pack.")
@click.argument("rule")
@choosing
def explain(rule: str, **options: Any) -> int:
    """Say what a rule finds and why, with examples, and how to silence it; of a pack, list its rules.

    \b
    copydesk explain typos.a-or-an
    copydesk explain typos
    """
    from lint import manual

    profile = _profile(".", settings(**options))
    decisions = {decision.rule.id: decision for decision in profile.decisions}
    pack = [decision.rule for decision in decisions.values() if decision.rule.pack == rule]
    if rule in decisions:
        _print(manual.page(*decisions[rule]))
    elif pack:
        _print(manual.contents(rule, pack))
    else:
        _tell_faults(profile.faults)
        packs = {decision.rule.pack for decision in decisions.values()}
        raise click.ClickException(f"there is no rule or pack '{rule}'{_meant(rule, [*decisions, *packs])}")
    return OK


@commands.command(short_help="List the rules in force, and why.")
@click.argument("path", default=".")
@formatted
@choosing
def rules(path: str, format_name: str, **options: Any) -> int:
    """List the rules that are in force for a file (default: this folder), and where each on and off came from.

    \b
    copydesk rules
    copydesk rules opinion/column.md
    """
    from lint import manual

    profile = _profile(path, settings(**options))
    _tell_faults(profile.faults)
    _print(manual.inventory(profile.decisions) if format_name == "json" else manual.table(profile.decisions))
    return OK if all(fault.is_notice for fault in profile.faults) else FAILED


@commands.command(short_help="List the unknown words of an archive, or accept some.")
@click.argument("paths", nargs=-1)
@click.option("--add", metavar="FILE", help="Accept words: put them into this vocabulary file, which is made where there is none.")
@click.option("--word", "chosen", multiple=True, metavar="WORD", help="What to accept. Repeatable; - reads standard input, a word a line.")
@click.option("--least", type=click.IntRange(1), metavar="N", help="Only words that are used so often (default: 1, with --add 3).")
@click.option("--quiet", is_flag=True, help="No summary, no progress.")
@configured
@reading
def words(
    paths: tuple[str, ...], format_name: str, add: str | None, chosen: tuple[str, ...], least: int | None, quiet: bool, **options: Any
) -> int:
    """List the words of articles that no list has, most frequent first: how often each is used, where first, and in which sentence.

    With --add the words of --word go into a vocabulary file or, where none is named, those that are used often and are
    no probable typos. A word that is one slip away from an accepted one is told.

    Exits 0, or 2 when something could not be read or added.

    \b
    copydesk words articles
    copydesk words articles --add words.txt --least 5
    copydesk words --add words.txt --word Zelenskyy --word Kyiv
    """
    from lint import word_list

    _one_of(format_name, LISTED, "words")
    if chosen and not add:
        raise click.UsageError("--word says what --add is to accept; name the file, too: `--add words.txt`")
    picked, look = settings(**options), _look(quiet)
    if add:
        return _added(add, paths, _chosen(chosen, paths), least or _OFTEN, picked, look)

    def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
        return word_list.render(parts, look, least or 1, format_name == "json")

    return _listed("word_list", paths, picked, render, look)


@commands.command(short_help="List who says what in articles.")
@click.argument("paths", nargs=-1)
@click.option("--speaker", metavar="NAME", default="", help="Only the quotations of this speaker.")
@click.option("--quiet", is_flag=True, help="No sums, no progress.")
@configured
@reading
def quotes(paths: tuple[str, ...], format_name: str, speaker: str, quiet: bool, **options: Any) -> int:
    """List every quotation with its speaker, the verb that brings it in or how else the speaker is known, and who speaks how much.

    Exits 0, or 2 when something could not be read.

    \b
    copydesk quotes articles
    copydesk quotes --speaker Krellich articles/talks.md
    copydesk quotes --format json articles
    """
    from lint import quotation_map

    wanted = quotation_map.Wanted(speaker, _one_of(format_name, LISTED, "quotations") == "json")

    def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
        return quotation_map.render(parts, look, wanted)

    return _listed("quotation_map", paths, settings(**options), render, _look(quiet))


@commands.command(short_help="Accept the findings of today.")
@click.argument("paths", nargs=-1)
@click.option("--prune", is_flag=True, help="Accept nothing new, and drop what is gone.")
@click.option("--with-errors", is_flag=True, help="Accept findings of level error, too.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use (default: as many as save time).")
@click.option("--config", metavar="FILE", help="Use this configuration (default: the nearest .copydesk.yml at or above each file).")
def baseline(paths: tuple[str, ...], prune: bool, with_errors: bool, jobs: int | None, config: str | None) -> int:
    """Write down the findings that there are today, so that `check` and `fix` pass over them and tell what is new.

    Each is known by its rule and the words of its sentence. It stays accepted where the text is moved, wrapped otherwise or renamed; a
    sentence that is edited is judged anew. The file is .copydesk-baseline, or what the configuration calls `baseline`.

    \b
    copydesk baseline articles
    copydesk baseline --prune
    """
    from lint.acceptances import Acceptances
    from lint.runner import Run

    chosen = settings(config, False, jobs=jobs)._replace(every=True)
    run = Run(paths or (".",), chosen)
    return _noted(run, Acceptances(chosen, prune, with_errors))


@commands.command(short_help="Let a finding stand, and say why.")
@click.argument("place", default="", metavar="PATH:LINE[:COLUMN]")
@click.argument("rule", required=False)
@click.option("--because", default="", metavar="TEXT", help="Why it is right as it is.")
@click.option("--until", default="", metavar="DATE", help="The last day on which this holds, as 2026-12-31 (default: for ever).")
@click.option("--who", default="", metavar="NAME", help="Who says so (default: Git's user.name, else the login).")
@click.option("--list", "listing", is_flag=True, help="List what stands, why and until when; PATH may name a folder.")
@click.option("--prune", is_flag=True, help="Drop decisions whose sentence is gone; PATH may name a folder.")
@click.option("--config", metavar="FILE", help="Use this configuration (default: the nearest .copydesk.yml at or above the file).")
def stet(place: str, rule: str | None, because: str, until: str, who: str, listing: bool, prune: bool, config: str | None) -> int:
    """Let a finding stand where the copy can carry no comment: `check` and `fix` pass over it.

    The decision is written into .copydesk-stet.yml beside the configuration, to be reviewed like code. It holds for the rule in these
    words: where the text moves it goes along, and an edited sentence is judged anew. Exits 0, or 2 when nothing could be done.

    \b
    copydesk stet talks.md:12 --because "so written on the banner"
    copydesk stet talks.md:12:40 typos.spelling --because "his own word" --until 2026-12-31
    copydesk stet --list
    """
    from lint import stetting

    chosen = settings(config, False)
    if prune:
        pruning = stetting.Pruning(place or ".", chosen)
        return _noted(pruning.run, pruning)
    if not listing and not place:
        raise click.UsageError("say what is to stand: `copydesk stet PATH:LINE --because TEXT`; `copydesk stet --list` shows what does")
    reason = stetting.Reason(because, until, who)
    for line in stetting.listed(place or ".", chosen) if listing else stetting.decide(place, rule, reason, chosen):
        _print(line)
    return OK


@commands.command(name="serve-grammar", short_help="Keep a LanguageTool server warm.")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Where it answers (default: any that is free).")
def serve_grammar(port: int) -> int:
    """Keep a LanguageTool server for the pack `grammar` on this machine, so that hooks and editors need not start one; other runs find it.

    It takes Java 17 and LanguageTool 6.8 in the folder that LTP_PATH names. It answers this machine alone, until Ctrl-C.
    """
    from lint.grammar_client import GrammarError
    from lint.grammar_server import serve

    try:
        serve(port, _say)
    except GrammarError as error:
        raise click.ClickException(str(error)) from None
    return OK


@commands.command(short_help="Tell sizes and readability of articles.")
@click.argument("paths", nargs=-1)
@click.option("--sort", metavar="METRIC", default="", help="By this column of the JSON, hardest or largest first.")
@click.option("--worst", type=click.IntRange(1), metavar="N", default=None, help="Only the N hardest, with their hardest sentences.")
@click.option("--by-paragraph", is_flag=True, help="A row for each paragraph, too, and the hardest sentences.")
@click.option("--quiet", is_flag=True, help="No sums, no progress.")
@configured
@reading
def stats(paths: tuple[str, ...], format_name: str, sort: str, worst: int | None, by_paragraph: bool, quiet: bool, **options: Any) -> int:
    """Tell how long articles are and how hard to read, by the published formulas, a row a file.

    Headings, captions, tables, code and addresses do not count. Exits 0, or 2 when something could not be read.

    \b
    copydesk stats articles
    copydesk stats --worst 5 articles
    copydesk stats --format csv articles > articles.csv
    """
    from lint import statistics_table

    _one_of(format_name, statistics_table.FORMATS, "statistics")
    if sort and sort not in statistics_table.METRICS:
        raise click.UsageError(f"there is no metric '{sort}'; it is one of {', '.join(statistics_table.METRICS)}")
    wanted = statistics_table.Wanted(sort, worst or 0, by_paragraph, format_name, bars=sys.stdout.isatty())
    tell = "part_in_detail" if by_paragraph or worst else "part"

    def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
        return statistics_table.render(parts, look, wanted)

    return _listed("statistics_table", paths, settings(**options), render, _look(quiet), tell)


@commands.command(short_help="Write a configuration for the articles there are.")
@click.argument("path", default=".")
@click.option("--dry-run", is_flag=True, help="Show all that would be written, and write nothing.")
@click.option("--force", is_flag=True, help="Write it anew where there is one.")
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use (default: as many as save time).")
@click.option("--from-vale", "vale", is_flag=False, flag_value=".", metavar="[PATH]", help="From this file, or the nearest .vale.ini.")
def init(path: str, dry_run: bool, force: bool, jobs: int | None, vale: str | None) -> int:
    """Look at the articles of a folder (default: this one), and write what they do: a .copydesk.yml in which each line says why, a
    vocabulary of their names and words, the hooks for pre-commit, and how a baseline is merged. Then say what is found today.

    With --from-vale it writes what the configuration of Vale beside it does; comments say what cannot be done.

    \b
    copydesk init --dry-run
    copydesk init articles
    copydesk init --from-vale docs/.vale.ini
    """
    if vale is not None:
        from lint.display import safe
        from lint.vale_init import write

        if dry_run:
            raise click.UsageError("--dry-run and --from-vale exclude each other")
        _say(f"{safe(write(Path(vale), force).as_posix())} is written; it counts from now on, the configuration of Vale does not.\n")
        return OK
    from lint.first_steps import begin

    for line in begin(path, force, dry_run, jobs, _watched):
        _print(line)
    return OK


@commands.command(short_help="Print a JSON Schema for editors.")
@click.argument("name", metavar="config|rule", type=click.Choice(("config", "rule")))
def schema(name: str) -> int:
    """Print the JSON Schema of a .copydesk.yml, or of a rule's file, so that an editor completes and checks it.

    The first line of the file names the schema: `# yaml-language-server: $schema=copydesk.schema.json`

    \b
    copydesk schema config > copydesk.schema.json
    copydesk schema rule > copydesk-rule.schema.json
    """
    from lint.json_schema import text

    _print(text(name))
    return OK


@commands.command(short_help="Prove rules on their own examples.")
@click.argument("packs", nargs=-1, metavar="[PACK_DIRS]...")
@click.option("--config", metavar="FILE", help="Prove the packs of this configuration (default: the nearest .copydesk.yml).")
@click.option("--languagetool", "grammar", metavar="URL", help="Ask this LanguageTool server; without one its rules are not proved.")
def test(packs: tuple[str, ...], config: str | None, grammar: str | None) -> int:
    """Prove rules on the examples and tests in their own files, and on files *.test.yml beside them: in the folders named
    (default: all bundled and configured packs).

    Exits 0 when all hold, 1 when one does not, 2 when a rule cannot be read.

    \b
    copydesk test
    copydesk test styles/Gazette
    """
    from lint import manual, rule_tests
    from lint.desk import asks_grammar
    from lint.display import counted
    from lint.examples import prove
    from lint.formats import parse
    from lint.runner import packs_to_prove

    means = _means(grammar)
    rules = examples = tests = failed = faults = bare = unasked = 0
    for pack in packs_to_prove(packs, Path(config) if config else None):
        found = rule_tests.of_pack(pack)
        _tell_faults((*pack.faults, *found.faults))
        faults += sum(not fault.is_notice for fault in pack.faults) + len(found.faults)
        for rule in pack.rules:
            if means.ask_grammar is None and asks_grammar([rule]):
                unasked += 1
                continue
            unproved = prove(rule, parse, means)
            _print("".join(map(manual.shortcoming, unproved)))
            rules, examples, failed = rules + 1, examples + len(rule.examples), failed + len(unproved)
        for case in found.cases:
            message = rule_tests.shortcoming(case, pack.rules, parse)
            _print(manual.unmet(case, message) if message else "")
            tests, failed = tests + 1, failed + bool(message)
        bare += sum(not rule.examples and not any(case.proves(rule) for case in found.cases) for rule in pack.rules)
    told = ", ".join([counted(rules, "rule"), counted(examples, "example"), *([counted(tests, "test")] if tests else [])])
    _print(f"{told}: {failed} failed.\n" if failed else f"{told} proved.\n")
    if unasked:
        _print(f"{counted(unasked, 'rule')} not proved: name a LanguageTool server (--languagetool).\n")
    if bare:
        _print(f"{counted(bare, 'rule')} without an example: nothing proves {'it' if bare == 1 else 'them'}.\n")
    return FAILED if faults else FOUND if failed else OK


def _means(grammar: str | None) -> Means:
    """What examples are proved with."""
    from time import monotonic

    from lint.engine import Means
    from lint.patience import Purse
    from lint.runner import TIME_LIMIT

    purse = Purse(TIME_LIMIT, monotonic)
    if grammar is None:
        return Means(purse)
    from lint.grammar_client import GrammarClient

    return Means(purse, ask_grammar=GrammarClient(grammar))


def _noted(run: Run, taker: Acceptances | Pruning) -> int:
    """Go through the files, and tell what comes of what `taker` has noted of them; gives the exit code."""
    from lint.report import part_of

    outcome = _told((part_of(report, "") for report in map(taker.take, run)), [_silent], run, _look(False))
    for line in taker.written():
        _print(line)
    return FAILED if outcome.code == FAILED else OK


def _listed(listing: str, paths: tuple[str, ...], chosen: Settings, render: Render, look: Look, tell: str = "part") -> int:
    """Go through the files, tell what a listing has of them by its function `tell`; gives the exit code."""
    from lint.runner import Run

    run = Run(paths or (".",), chosen, _standard_input(paths))
    return _told(run.listed(listing, tell), [render], run, look).code


def _one_of(format_name: str, known: Sequence[str], told: str) -> str:
    """A format that is known; `told` is what is told in it."""
    if format_name not in known:
        raise click.UsageError(f"{told} are told as {', '.join(known[:-1])} or {known[-1]}, not as '{format_name}'")
    return format_name


def _chosen(words: tuple[str, ...], paths: tuple[str, ...]) -> list[str]:
    """The words that are named, those on standard input among them."""
    if STDIN not in words:
        return [word.strip() for word in words]
    if STDIN in paths:
        raise click.UsageError("standard input holds either an article or words, not both")
    read = sys.stdin.buffer.read().decode("utf-8", "replace").splitlines()
    return [line.strip() for line in [*(word for word in words if word != STDIN), *read] if line.strip()]


def _added(path: str, paths: tuple[str, ...], chosen: Sequence[str], least: int, picked: Settings, look: Look) -> int:
    """Put words into a vocabulary file: those chosen or, where none are, the frequent ones of the archive; gives the exit code."""
    from lint.desk import Desk
    from lint.display import counted, safe
    from lint.vocabulary_file import VocabularyFile

    file = VocabularyFile(path, Desk(picked).profile(".").house.vocabulary)
    code = _take(file, chosen) if chosen else _take_frequent(file, paths, least, picked, look)
    file.write()
    _print("".join(f"{safe(path)}: + {safe(word)}\n" for word in file.added))
    if not look.quiet:
        _say(f"{counted(len(file.added), 'word')} added.\n")
        if file.added and not Desk(picked).configuration(".").has_vocabulary(path):
            _say(f"No configuration here names {safe(path)} yet; write `vocabulary: [{safe(path)}]` into .copydesk.yml.\n")
    return code


def _take(file: VocabularyFile, words: Sequence[str]) -> int:
    """Note the words that somebody has chosen; gives the exit code."""
    for remark in file.take(words):
        _complain(remark)
    return FAILED if file.refused else OK


def _take_frequent(file: VocabularyFile, paths: tuple[str, ...], least: int, picked: Settings, look: Look) -> int:
    """Note the words that the archive uses often, without probable typos; gives the exit code."""
    from lint.word_list import WordList

    def render(parts: Iterable[Part], _: Look) -> Iterator[str]:
        words = WordList()
        for _part in words.follow(part for part in parts if not file.is_at(part.path)):
            pass
        for remark in file.take_undoubted([each.word for each in words.listed(least) if not each.meant]):
            _complain(remark)
        yield ""

    return _listed("word_list", paths, picked, render, look)


def _profile(path: str, chosen: Settings) -> Profile:
    from lint import disk
    from lint.desk import Desk

    text = disk.read(path).text if Path(path).is_file() else None
    return Desk(chosen).profile(path, text)


def _standard_input(paths: tuple[str, ...]) -> bytes:
    return sys.stdin.buffer.read() if STDIN in paths else b""


def _since(paths: tuple[str, ...], changed: str | None) -> tuple[tuple[str, ...], str | None]:
    """The paths, and the commit that `--changed` names: what stands behind it may be the first of the paths."""
    if changed and (changed == STDIN or os.path.lexists(changed)):
        from lint.revisions import is_commit

        if not is_commit(changed):
            return (changed, *paths), ""
    return paths, changed


def _checked(paths: tuple[str, ...], data: bytes, chosen: Settings, asked: Wishes, look: Look) -> int:
    """Go through the files, tell what is found; gives the exit code."""
    from lint.outputs import load
    from lint.runner import Output, Run

    with ExitStack() as stack:
        drafts = _drafts(asked, stack)
        run = _spared(stack.enter_context(closing(Run(paths or (".",), chosen, data))), drafts)
        parts = run.parts(Output(asked.stdout, look), *(Output(wish.reporter, _filed(look)) for wish in asked.files))
        renders = [load(name).render for name in (asked.stdout, *(wish.reporter for wish in asked.files))]
        return _told(parts, renders, run, look, drafts).code


def _mended(paths: tuple[str, ...], data: bytes, chosen: Settings, asked: Wishes, output: tuple[Tell, Render] | None, look: Look) -> int:
    """Go through the files, mend them, tell what changed; gives the exit code. `output` takes the place of that for standard output."""
    from lint.outputs import load
    from lint.report import part_of
    from lint.runner import Run

    with ExitStack() as stack:
        drafts = _drafts(asked, stack)
        run = _spared(stack.enter_context(closing(Run(paths or (".",), chosen, data))), drafts)
        first, *others = [load(name) for name in (asked.stdout, *(wish.reporter for wish in asked.files))]
        tell, render = output or (first.part, first.render)
        parts = (
            run.with_manual(part_of(report, tell(report, look), *(other.part(report, _filed(look)) for other in others))) for report in run
        )
        outcome = _told(parts, [render, *(other.render for other in others)], run, look, drafts)
    if not look.quiet:
        _say(outcome.summary(chosen.writing))
    return outcome.code


def _watched(results: Iterable[Any], total: int) -> Iterable[Any]:
    """The results; on a terminal a line says how far they are."""
    from lint.outcome import Progress

    return Progress(total, _say).follow(results) if sys.stderr.isatty() else results


def _told(parts: Iterable[Part], renders: Sequence[Render], run: Run, look: Look, drafts: Sequence[Draft] = ()) -> Outcome:
    """Tell the first output to standard output, each of the others to its file."""
    from lint.outcome import Outcome, Progress
    from lint.outputs import side_by_side

    outcome = Outcome(look.limits)
    if sys.stderr.isatty() and not look.quiet:
        parts = Progress(run.total, _say).follow(parts)
    looks = [look, *(_filed(look) for _ in drafts)]
    for number, piece in side_by_side(_with_failures(outcome.follow(parts)), renders, looks):
        if number:
            drafts[number - 1].write(piece)
        else:
            _print(piece)
    for draft in drafts:
        draft.finish()
    return outcome


def _asked(format_name: str, outputs: Sequence[str]) -> Wishes:
    """The outputs that are asked for."""
    from lint.outputs import BadOutput, wishes

    try:
        return wishes(format_name, outputs)
    except BadOutput as error:
        raise click.UsageError(str(error)) from None


def _drafts(asked: Wishes, stack: ExitStack) -> list[Draft]:
    """The files of a run, begun before it, so that what cannot be written is known at once; those that are not finished leave no trace."""
    from lint.disk import Draft

    return [stack.enter_context(Draft(wish.path)) for wish in asked.files]


def _spared(run: Run, drafts: Sequence[Draft]) -> Run:
    """The run, unless an output of it would replace one of its articles."""
    for draft in drafts:
        if run.goes_through(draft.path):
            raise click.UsageError(f"'{draft.path}' is one of the files to go through; write elsewhere, or leave it out with `exclude`")
    return run


def _silent(parts: Iterable[Part], _: Look) -> Iterator[str]:
    """A renderer that goes through the parts and says nothing."""
    for _part in parts:
        yield ""


def _filed(look: Look) -> Look:
    """How an output is wanted that goes to a file: all of it, in no colour."""
    return look._replace(colour=False, width=_PLAIN_WIDTH, quiet=False)


def _patch(report: Report, _: Look) -> str:
    from lint.patch import patch

    return patch(report)


def _patches(parts: Iterable[Part], _: Look) -> Iterator[str]:
    """A renderer: the changes as a patch. What goes to a file or a pipe is exact, a terminal gets it harmless."""
    from lint.display import safe

    for part in parts:
        if sys.stdout.isatty():
            yield "".join(f"{safe(line)}\n" for line in part.text.split("\n")[:-1])
        else:
            _write(part.text.encode("utf-8", "surrogateescape"))
            yield ""


def _filter(data: bytes) -> tuple[Tell, Render]:
    """The output of `fix -`: the whole text after mending, or `data` as it came in; its changes go to standard error."""
    from lint.reporters.text import changes

    texts: list[bytes] = []

    def tell(report: Report, _: Look) -> str:
        if report.content is not None:
            texts.append(report.content.encode())
        return changes(report)

    def render(parts: Iterable[Part], _: Look) -> Iterator[str]:
        for part in parts:
            _say(part.text)
            yield ""
        _write(texts[0] if texts else data)

    return tell, render


def _look(quiet: bool) -> Look:
    from lint.reporters import Look

    if not sys.stdout.isatty():
        return Look(False, _PLAIN_WIDTH, quiet)
    colour = not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    try:
        return Look(colour, max(os.get_terminal_size(sys.stdout.fileno()).columns, _LEAST_WIDTH), quiet)
    except OSError:
        return Look(colour, _PLAIN_WIDTH, quiet)


def _with_failures(parts: Iterable[Part]) -> Iterator[Part]:
    """The parts; what could not be done is told before each, and what a rule cannot do only once."""
    told: set[tuple[str, str]] = set()
    for part in parts:
        if part.faults:
            _tell_faults(part.faults)
        if part.failures:
            from lint.display import safe
            from lint.reporters.text import failure

            for each in part.failures:
                if each.rule is None or (each.rule, each.message) not in told:
                    _say(f"copydesk: {safe(each.message)}\n" if each.is_notice else failure(each))
                told.add((each.rule or "", each.message))
        yield part


def _tell_faults(faults: Iterable[Fault]) -> None:
    from lint.reporters.text import failure, finding

    for fault in faults:
        has_place = bool(fault.source.text)
        _say(finding(fault.source, fault.diagnostic, _look(False)._replace(colour=False)) if has_place else failure(fault.failure))


def _meant(word: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return "".join(f"; did you mean '{found}'?" for found in get_close_matches(word, list(known), 1))


def _complain(message: str) -> None:
    from lint.display import safe

    _say(f"copydesk: {safe(message[:1].lower() + message[1:])}\n")


def _print(text: str) -> None:
    sys.stdout.write(text)


def _write(data: bytes) -> None:
    """Put out bytes as they are, no line end changed."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def _abandon_output() -> None:
    """Let what is still buffered go nowhere, or Python tries to write it once more at its end and says so."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _say(text: str) -> None:
    if text:
        sys.stdout.flush()
        sys.stderr.write(text)
        sys.stderr.flush()
