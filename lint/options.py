"""The options that commands share, and the settings that they come to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from lint.diagnostic import Severity

if TYPE_CHECKING:
    from lint.runner import Settings

STDIN = "-"

REPORTERS = ("text", "checkstyle", "concise", "github", "gitlab", "json", "jsonl", "junit", "markdown", "rdjsonl", "sarif")
"""The names of all reporters, so that no start has to look for their files."""
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
        click.option("--no-cache", is_flag=True, expose_value=False, callback=_uncached, help="Read every rule and check every text anew."),
        click.option("--quiet", is_flag=True, help="Tell only what is at or above the fail level; no summary, no progress."),
        click.option("--fail-level", type=click.Choice(_LEVELS), help="Exit 1 from this severity on (default: warning)."),
    ):
        command = option(command)
    return choosing(reading(command, REPORTERS))


def reading(command: Command, formats: Sequence[str] = LISTED) -> Command:
    """The options of a command that goes through files, and tells of them in one of these formats."""
    for option in (
        click.option("--stdin-filename", "stdin_name", metavar="NAME", help="Read standard input as if it were this file."),
        click.option("--jobs", type=click.IntRange(1), metavar="N", help="Processes to use (default: as many as save time)."),
    ):
        command = option(command)
    return formatted(command, formats)


def formatted(command: Command, formats: Sequence[str] = LISTED) -> Command:
    """The option that says in which of these formats the output is wanted."""
    told = f"{', '.join(formats[:-1])} or {formats[-1]} (default: text)."
    return click.option("--format", "format_name", default="text", metavar="NAME", help=told)(command)


def settings(
    config: str | None,
    bundled: bool,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
    fail_level: str | None = None,
    jobs: int | None = None,
    stdin_name: str | None = None,
) -> Settings:
    """What the values of these options ask for."""
    from lint.runner import Settings

    if config and bundled:
        raise click.UsageError("--config and --no-config exclude each other")
    level = Severity[fail_level.upper()] if fail_level else None
    return Settings(Path(config) if config else None, bundled, select, ignore, level, jobs, stdin_name or STDIN)


def _uncached(_: click.Context, __: click.Parameter, asked: bool) -> None:
    if asked:
        from lint import cache

        cache.switch_off()
