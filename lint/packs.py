"""Packs: folders of rule files, ours and those of others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from lint import pack_cache
from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Severity
from lint.faults import RULE_FILE, Fault, FaultyFile, read_source
from lint.notices import NOTICES, PACK
from lint.rule import Rule
from lint.text import Source

_SUFFIXES = (".yml", ".yaml")
_RULE_WORD = compiled(r"\b(?:extends?|message)\b", re.IGNORECASE)


class Pack(NamedTuple):
    """The rules of a folder that could be read, and what is wrong with the others."""

    name: str
    rules: tuple[Rule, ...]
    faults: tuple[Fault, ...]


NOTICE_PACK = Pack(PACK, NOTICES, ())
"""What copydesk says of directives and languages, as a pack that is always there."""


def load(folder: Path, bundled: bool = False) -> Pack:
    """The rules of a folder and the folders in it; a rule is named `pack.fault` from its path.

    What is not YAML is passed over, and so are folders and files whose name begins with `.` or `_`.
    Raises OSError where the folder itself cannot be read.
    """
    name = folder.name or folder.resolve().name
    shown = f"rules/{name}" if bundled else folder.as_posix()
    files = [(parts, _bytes(folder.joinpath(*parts))) for parts in _rule_files(folder, ())]
    entry = pack_cache.key(shown, bundled, (("/".join(parts), data or b"") for parts, data in files))
    known = pack_cache.recall(entry)
    if known is not None:
        return Pack(name, known, ())
    pack = _read(folder, name, shown, [parts for parts, _ in files], bundled)
    if not pack.faults:
        pack_cache.keep(entry, pack.rules)
    return pack


def bundled_folder() -> Path:
    """Where the bundled packs are: `lint/rules` when installed, `rules` beside `lint` in a checkout."""
    installed = Path(__file__).with_name("rules")
    return installed if installed.is_dir() else Path(__file__).parent.with_name("rules")


@cache
def bundled_names() -> tuple[str, ...]:
    """The names of the bundled packs."""
    folder = bundled_folder()
    return tuple(sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] not in "._"))


@cache
def bundled(name: str) -> Pack:
    """A bundled pack, loaded once."""
    return load(bundled_folder() / name, bundled=True)


def _read(folder: Path, name: str, shown: str, files: list[tuple[str, ...]], bundled: bool) -> Pack:
    from lint.rule_file import read_rule  # YAML is dear to import, and mostly the cache knows the rules

    rules: dict[str, Rule] = {}
    faults: list[Fault] = []
    for parts in files:
        id = ".".join((name, *parts[:-1], parts[-1].partition(".")[0]))
        try:
            source = read_source(folder.joinpath(*parts), "/".join((shown, *parts)), RULE_FILE, id)
            if bundled or _is_rule(source):
                if id in rules:
                    raise _second(source, id, rules[id])
                rules[id] = read_rule(source, id, name, bundled)
        except FaultyFile as error:
            faults.extend(error.faults)
    return Pack(name, tuple(rules.values()), tuple(faults))


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _rule_files(folder: Path, parents: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The YAML files below a folder, as the parts of their paths, in a fixed order."""
    with os.scandir(folder.joinpath(*parents)) as entries:
        ordered = sorted((entry for entry in entries if entry.name[0] not in "._"), key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.endswith(_SUFFIXES) and entry.is_file():
            yield (*parents, entry.name)
        elif entry.is_dir(follow_symlinks=False):
            yield from _rule_files(folder, (*parents, entry.name))


def _is_rule(source: Source) -> bool:
    """Whether a YAML file of somebody's pack is meant to be a rule: word lists and settings stand beside them too."""
    return not source.text.strip() or _RULE_WORD.search(source.text) is not None


def _second(source: Source, id: str, first: Rule) -> FaultyFile:
    message = f"'{id}' is already the name of the rule in {first.path}; rename one of the two files"
    return FaultyFile((Fault(source, Diagnostic(source.line(1), RULE_FILE, message, Severity.ERROR), id),))
