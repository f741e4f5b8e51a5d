"""Packs: folders of rule files, ours and those of others."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from lint import pack_cache, pattern_cache
from lint.bases import Bases
from lint.compiled import compiled
from lint.confines import MOST_SETTINGS, Confines, read
from lint.diagnostic import Diagnostic, Severity
from lint.digest import digest
from lint.disk import around
from lint.faults import RULE_FILE, Fault, FaultyFile, read_source
from lint.named import NamedTuple
from lint.notices import NOTICES, PACK
from lint.rule import Rule
from lint.text import Source

TEST_SUFFIXES = (".test.yml", ".test.yaml")
"""The ends of the names of files that hold tests of rules and no rule."""

_SUFFIXES = (".yml", ".yaml")
_RULE_WORD = compiled(r"\b(?:extends?|message)\b", re.IGNORECASE)
_NO_SCOPES: Mapping[str, str] = MappingProxyType({})


class Pack(NamedTuple):
    """The rules of a folder that could be read, and what is wrong with the others; `confines` say where its files may be."""

    name: str
    rules: tuple[Rule, ...]
    faults: tuple[Fault, ...]
    folder: Path | None = None
    confines: Confines | None = None


NOTICE_PACK = Pack(PACK, NOTICES, ())
"""What copydesk says of directives and languages, as a pack that is always there."""


def load(folder: Path, bundled: bool = False, scopes: Mapping[str, str] = _NO_SCOPES, confines: Confines | None = None) -> Pack:
    """The rules of a folder and the folders in it; a rule is named `pack.fault` from its path.

    What is not YAML is passed over, and so are folders and files whose name begins with `.` or `_`, and files of tests.
    A rule may extend one of the same pack, of a folder beside it, or of a bundled pack.
    `scopes` are expressions by the names that rules use for them. No file is read outside of `confines`: where nothing is said of them,
    the repository or folder that the pack stands in.
    Raises OSError where the folder itself cannot be read.
    """
    if not bundled and confines is None:
        confines = around((folder if folder.name else folder.resolve()).parent)
    pattern_cache.recall(foreign=not bundled)
    name = folder.name or folder.resolve().name
    shown = f"rules/{name}" if bundled else folder.as_posix()
    files = [parts for parts in rule_files(folder) if not parts[-1].endswith(TEST_SUFFIXES)]
    bases = Bases(folder, name, shown, bundled_folder(), confines)
    depends = {"bundled": _stamp(folder.parent)} if bundled else _contents(folder, files, bases, scopes, confines)
    entry = pack_cache.key(shown, bundled, depends.items())
    known = pack_cache.recall(entry)
    if known is not None:
        return Pack(name, known, (), folder, confines)
    pack = _read(folder, name, shown, files, bundled, bases, scopes, confines)
    if not pack.faults and (bundled or bases.opened <= depends.keys()):
        pack_cache.keep(entry, pack.rules)
    return pack


@cache
def _stamp(packs: Path) -> bytes:
    """What rules of ours depend on: as with our code, the size and time of each file of all packs, so that none need be read."""
    found = [(parts, entry.stat()) for parts, entry in _rule_files(packs, ())]
    return digest(*(f"{'/'.join(parts)}:{status.st_size}:{status.st_mtime_ns}".encode() for parts, status in found), size=16).encode()


def _contents(
    folder: Path, files: Iterable[tuple[str, ...]], bases: Bases, scopes: Mapping[str, str], confines: Confines | None
) -> Mapping[str, bytes]:
    """What the rules of a folder depend on: its files, those that they extend, where files may be, and what scopes mean."""
    own = {f"own {'/'.join(parts)}": _bytes(folder.joinpath(*parts), confines) or b"" for parts in files}
    roots = {f"root {root}": b"" for root in (confines.roots if confines else ())}
    return {**own, **dict(bases.all_of(own.values())), **roots, **{f"scope {scope}": meant.encode() for scope, meant in scopes.items()}}


def rule_files(folder: Path) -> Iterator[tuple[str, ...]]:
    """The YAML files of a pack, as the parts of their paths below its folder, in a fixed order."""
    for parts, _ in _rule_files(folder, ()):
        yield parts


@cache
def bundled_folder() -> Path:
    """Where the bundled packs are: `lint/rules` when installed, `rules` beside `lint` in a checkout."""
    installed = Path(__file__).with_name("rules")
    return installed if installed.is_dir() else Path(__file__).parent.with_name("rules")


_ASKED_FOR = frozenset(("grammar",))
"""Packs that run only where a configuration names them."""


@cache
def bundled_names() -> tuple[str, ...]:
    """The names of the bundled packs."""
    folder = bundled_folder()
    return tuple(sorted(entry.name for entry in os.scandir(folder) if entry.is_dir() and entry.name[0] not in "._"))


def default_names() -> tuple[str, ...]:
    """The names of the bundled packs that run unless a configuration says otherwise: not those that need a server."""
    return tuple(name for name in bundled_names() if name not in _ASKED_FOR)


@cache
def bundled(name: str) -> Pack:
    """A bundled pack, loaded once."""
    return load(bundled_folder() / name, bundled=True)


def _read(
    folder: Path,
    name: str,
    shown: str,
    files: list[tuple[str, ...]],
    bundled: bool,
    bases: Bases,
    scopes: Mapping[str, str],
    confines: Confines | None,
) -> Pack:
    from lint.rule_file import read_rule  # YAML is dear to import, and mostly the cache knows the rules

    rules: dict[str, Rule] = {}
    faults: list[Fault] = []
    for parts in files:
        id = ".".join((name, *parts[:-1], parts[-1].partition(".")[0]))
        try:
            source = read_source(folder.joinpath(*parts), "/".join((shown, *parts)), RULE_FILE, id, confines)
            if bundled or _is_rule(source):
                if id in rules:
                    raise _second(source, id, rules[id])
                rules[id] = _among_styles(read_rule(source, id, name, bundled, bases.find, scopes), folder, confines)
        except FaultyFile as error:
            faults.extend(error.faults)
    return Pack(name, tuple(rules.values()), tuple(faults), folder, confines)


def _among_styles(rule: Rule, folder: Path, confines: Confines | None) -> Rule:
    """The rule with the folder that its pack lies in, where its kind looks for dictionaries below that, and where these may be."""
    if not hasattr(rule.kind, "_folders"):
        return rule
    places = {"_folders": (folder.parent.as_posix(),), "_roots": confines.roots if confines else ()}
    options = {**rule.options, **places}
    kind: Any = replace(cast(Any, rule.kind), **places)
    return replace(rule, kind=kind, options=options)


def _bytes(path: Path, confines: Confines | None) -> bytes | None:
    try:
        return read(path, MOST_SETTINGS, confines)
    except OSError:
        return None


def _rule_files(folder: Path, parents: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], os.DirEntry[str]]]:
    """The YAML files below a folder, with the parts of their paths, in a fixed order."""
    with os.scandir(folder.joinpath(*parents)) as entries:
        ordered = sorted((entry for entry in entries if entry.name[0] not in "._"), key=lambda entry: entry.name)
    for entry in ordered:
        if entry.name.endswith(_SUFFIXES) and entry.is_file():
            yield (*parents, entry.name), entry
        elif entry.is_dir(follow_symlinks=False):
            yield from _rule_files(folder, (*parents, entry.name))


def _is_rule(source: Source) -> bool:
    """Whether a YAML file of somebody's pack is meant to be a rule: word lists and settings stand beside them too."""
    return not source.text.strip() or _RULE_WORD.search(source.text) is not None


def _second(source: Source, id: str, first: Rule) -> FaultyFile:
    message = f"'{id}' is already the name of the rule in {first.path}; rename one of the two files"
    return FaultyFile((Fault(source, Diagnostic(source.line(1), RULE_FILE, message, Severity.ERROR), id),))
