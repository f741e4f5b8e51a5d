"""The options that commands share, and the settings that they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from time import strftime
from typing import TYPE_CHECKING, TypeVar

import click

from lint.diagnostic import Severity

if TYPE_CHECKING:
    from lint.desk import Settings

STDIN = "-"

LISTED = ("text", "json")
"""How listings are told."""

Command = TypeVar("Command", bound=Callable[..., object])

_LEVELS = [str(severity) for severity in Severity]


def configured(command: Command) -> Command:
    """The options that say which configuration counts."""
    for option in (
        click.option("--no-config", "bundled", is_flag=True, help="Use the bundled packs alone, no configuration."),
        click.option("--config", metavar="FILE", help="Use this configuration (default: the nearest .copydesk.yml at or above each file)."),
    ):
        command = option(command)
    return command


def choosing(command: Command) -> Command:
    """The options that say which rules are in force."""
    for option in (
        click.option("--ignore", multiple=True, metavar="NAME", help="Leave out a pack or a rule. Repeatable."),
        click.option("--select", multiple=True, metavar="NAME", help="Run this pack or rule instead of the configured ones. Repeatable."),
    ):
        command = option(command)
    return configured(command)


def running(command: Command) -> Command:
    """The options of a command that goes through files with rules."""
    for option in (
        click.option(
            "--output",
            "outputs",
            multiple=True,
            metavar="FILE:FORMAT",
            help="Write this file, too, in this format; standard output keeps its own. Repeatable.",
        ),
        click.option("--force-exclude", is_flag=True, help="Leave out what Git ignores also where it is named, as in a hook."),
        click.option("--no-cache", is_flag=True, expose_value=False, callback=_uncached, help="Read every rule and check every text anew."),
        click.option("--languagetool", "grammar", metavar="URL", help="Ask this LanguageTool server (pack `grammar`); texts go there."),
        click.option(
            "--changed",
            is_flag=False,
            flag_value="",
            default=None,
            metavar="[REF]",
            help="Only sentences that differ from this commit (default: where the branch began; in a hook HEAD).",
        ),
        click.option("--quiet", is_flag=True, help="Tell only what is at or above the fail level; no summary, no progress."),
        click.option("--fail-level", type=click.Choice(_LEVELS), help="Exit 1 from this severity on (default: warning)."),
    ):
        command = option(command)
    return choosing(_reading(command, _reported))


def reading(command: Command) -> Command:
    """The options of a command that goes through files and lists what it finds in them."""
    return _reading(command, formatted)


def formatted(command: Command) -> Command:
    """The option that says in what form a listing is wanted."""
    return _formatted(click.Option)(command)


def _reported(command: Command) -> Command:
    """The option that says which reporter tells of findings."""
    return _formatted(_Reporters)(command)


def _formatted(option: type[click.Option]) -> Callable[[Command], Command]:
    return click.option("--format", "format_name", cls=option, default="text", metavar="NAME", help=_told(LISTED))


class _Reporters(click.Option):
    """The option that names a reporter. Its help looks for those there are when somebody asks."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        from lint.reporters import names

        record = super().get_help_record(ctx)
        return record and (record[0], _told(names()))


def _told(formats: Sequence[str]) -> str:
    return f"{', '.join(formats[:-1])} or {formats[-1]} (default: text)."


def _reading(command: Command, form: Callable[[Command], Command]) -> Command:
    for option in (
        click.option("--stdin-filename", "stdin_name", metavar="NAME", help="Read standard input as if it were this file."),
        click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use (default: as many as save time)."),
    ):
        command = option(command)
    return form(command)


def settings(
    config: str | None,
    bundled: bool,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_level: str | None = None,
    jobs: int | None = None,
    stdin_name: str | None = None,
    grammar: str | None = None,
    force_exclude: bool = False,
) -> Settings:
    """What the values of these options ask for."""
    from lint.desk import Settings

    if config and bundled:
        raise click.UsageError("--config and --no-config exclude each other")
    level = Severity[fail_level.upper()] if fail_level else None
    chosen = Settings(Path(config) if config else None, bundled, select, ignore, level, jobs, stdin_name or STDIN)
    return chosen._replace(grammar=grammar or "", force_exclude=force_exclude, today=today())


def today() -> str:
    """The date here, as `2026-12-31`."""
    return strftime("%Y-%m-%d")


def _uncached(_: click.Context, __: click.Parameter, asked: bool) -> None:
    if asked:
        from lint import cache

        cache.switch_off()
