"""Configurations: found, read, and turned into the profile of each file."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from pathlib import Path, PurePath
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lint import packs
from lint.contents import Contents, Listed, Part
from lint.diagnostic import Severity
from lint.disk import own_confines
from lint.document import Reading
from lint.faults import CONFIGURATION, Fault, FaultyFile, read_source
from lint.frozen import frozen
from lint.gitignore import Patterns
from lint.house import House, Vocabulary
from lint.packs import Pack
from lint.prefilter import RuleSet
from lint.profile import Catalogue, Decision, Named, Profile, UnknownName, decide, runs
from lint.text import Source

if TYPE_CHECKING:
    from lint.vale_conditions import Condition

__all__ = ["NAME", "Configuration", "Decision", "FaultyFile", "Profile", "UnknownName", "find", "load"]

NAME = ".copydesk.yml"
VALE_NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
"""The files that configure Vale. They are read where no configuration of our own stands beside them."""


@frozen
class Configuration:
    """What a configuration file says, or with no file the bundled defaults. Paths in it count from the file's folder."""

    path: Path | None = None
    contents: Contents = field(default_factory=lambda: _defaults())
    _profiles: dict[tuple[object, ...], Profile] = field(default_factory=dict, compare=False, repr=False)

    @property
    def fail_level(self) -> Severity:
        """The severity from which a finding is an alarm."""
        return self.contents.fail_level

    @property
    def exclude(self) -> tuple[str, ...]:
        """Gitignore patterns of files that are never checked."""
        return self.contents.exclude

    @property
    def formats(self) -> Mapping[str, str]:
        """Names of formats by suffix, beside those that suffixes have by themselves."""
        return self.contents.formats

    @property
    def baseline(self) -> Path | None:
        """The file of findings that are accepted."""
        return None if self.contents.baseline is None else self.folder / self.contents.baseline

    @property
    def folder(self) -> Path:
        """The folder that paths in the configuration count from."""
        return Path() if self.path is None else self.path.parent

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with rule files of the packs, those left out that are turned off for all files."""
        return self._profile((), (), ()).faults

    def format_of(self, path: str | PurePath) -> str | None:
        """The format that the configuration gives to files of this name, if any."""
        return self.formats.get(PurePath(path).suffix.lower())

    def excludes(self, path: str | PurePath, folder: bool = False) -> bool:
        """Whether a file or a whole folder is left out. Vocabularies and baselines always are: a fix would spoil them."""
        if not folder and (self._vocabulary_files or self.contents.baseline) and self._is_ours(path):
            return True
        return bool(self.exclude) and self._matches(self._excluded, path, folder)

    def _is_ours(self, path: str | PurePath) -> bool:
        """Whether a file is no article, but one that the configuration names."""
        named = self.baseline is not None and os.path.abspath(path) == os.path.abspath(self.baseline)  # noqa: PTH100  # as below
        return named or self.has_vocabulary(path)

    def has_vocabulary(self, path: str | PurePath) -> bool:
        """Whether a file is one of its vocabulary files that holds something."""
        return os.path.abspath(path) in self._vocabulary_files  # noqa: PTH100  # no link is followed

    def profile(self, path: str | PurePath, select: Sequence[str] = (), ignore: Sequence[str] = (), text: str | None = None) -> Profile:
        """What is in force for a file; `text` is what it says, where that is known: its front matter may decide.

        Raises UnknownName for a name that `select` or `ignore` should not hold.
        """
        return self._profile(self._matching(path, text), tuple(select), tuple(ignore))

    def languagetool_required(self, path: str | PurePath) -> bool:
        """Whether this file counts as checked only if LanguageTool has seen it."""
        said = [part.languagetool_required for part in self._parts(self._matching(path, None))]
        return next((required for required in reversed(said) if required is not None), False)

    def _profile(self, matching: tuple[int, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> Profile:
        key = matching, select, ignore
        if key not in self._profiles:
            self._profiles[key] = self._made(self._parts(matching), select, ignore)
        return self._profiles[key]

    def _parts(self, matching: tuple[int, ...]) -> tuple[Part, ...]:
        return (self.contents.base, *(self.contents.overrides[number] for number in matching))

    def _made(self, parts: tuple[Part, ...], select: tuple[str, ...], ignore: tuple[str, ...]) -> Profile:
        chosen = tuple(self.contents.packs[name] for name in _listed(packs.default_names(), [part.packs for part in parts]))
        others = _others(chosen) if self._knows_bundled or select or ignore else []
        everything = Catalogue([*chosen, *others, packs.NOTICE_PACK])
        selected, ignored = _named(select, chosen, everything), _named(ignore, chosen, everything)
        own = [packs.NOTICE_PACK] if self._knows_bundled else []
        catalogue = Catalogue([*chosen, *_needed(selected, everything, chosen), *own])
        layers = [part.rules for part in parts]
        decisions = tuple(decide(catalogue, layers, selected, ignored, self.contents.origins))
        if not select:
            decisions = tuple(map(self._shown, decisions))
        on = [decision.rule for decision in decisions if decision.severity is not None]
        known = frozenset(everything.rules) | {pack.name for pack in everything.packs}
        faults = [
            fault for pack in catalogue.packs for fault in pack.faults if fault.rule is None or runs(fault.rule, layers, selected, ignored)
        ]
        return Profile(RuleSet(on, known), _house(parts), _reading(parts), decisions, (*self.contents.notices, *faults))

    def _shown(self, decision: Decision) -> Decision:
        """The decision, turned to off where the rule is below the least level."""
        if decision.severity is None or decision.severity >= self.contents.min_level:
            return decision
        return Decision(decision.rule, None, f"below the least level, {self.contents.min_level}")

    @property
    def _knows_bundled(self) -> bool:
        """Whether bundled rules and notices may be in force without being asked for."""
        return True

    def _matching(self, path: str | PurePath, text: str | None) -> tuple[int, ...]:
        """The numbers of the overrides that hold for a file."""
        meant = [number for number, patterns in enumerate(self._conditions) if self._matches(patterns, path)]
        conditions = [self.contents.overrides[number].condition for number in meant]
        return tuple(number for number, condition in zip(meant, self._held(conditions, path, text), strict=True) if condition)

    def _held(self, conditions: Sequence[Condition | None], path: str | PurePath, text: str | None) -> list[bool]:
        """Which of the conditions hold for a file, by its path from the configuration's folder; where there is none, nothing hinders."""
        asked = [condition for condition in conditions if condition is not None]
        if not asked:
            return [True] * len(conditions)
        meta = _meta(path, text) if any(condition.asks_meta for condition in asked) else {}
        from lint.vale_conditions import fields

        known = fields(self._name(path), meta)
        return [condition is None or condition.holds(known) for condition in conditions]

    def _name(self, path: str | PurePath) -> str:
        """A path from the configuration's folder or, outside it, as it is given."""
        relative = os.path.relpath(path, self._absolute_folder)
        return str(path if relative.startswith(os.pardir) else relative).replace(os.sep, "/")

    def _matches(self, patterns: Patterns, path: str | PurePath, folder: bool = False) -> bool:
        relative = os.path.relpath(path, self._absolute_folder)
        if relative.startswith(os.pardir):
            return False
        return patterns.match(relative.replace(os.sep, "/"), folder)

    @cached_property
    def _vocabulary_files(self) -> frozenset[str]:
        lists = [part.vocabulary.values for part in (self.contents.base, *self.contents.overrides) if part.vocabulary]
        return frozenset(os.path.abspath(entry.source.name) for entries in lists for entry in entries)  # noqa: PTH100  # as above

    @cached_property
    def _absolute_folder(self) -> str:
        return os.path.abspath(self.folder)  # noqa: PTH100  # symlinks stay as they are named

    @cached_property
    def _conditions(self) -> tuple[Patterns, ...]:
        return tuple(Patterns(part.paths) for part in self.contents.overrides)

    @cached_property
    def _excluded(self) -> Patterns:
        return Patterns(self.exclude)


def load(path: Path | None, named: bool = False) -> Configuration:
    """The configuration in a file; None gives the bundled defaults. Raises FaultyFile with all that is wrong with it.

    It may be no link that leads out of its repository, though one `named` by a person may be where it likes. What it names may not.
    """
    if path is None:
        return Configuration()
    if path.name in VALE_NAMES or path.suffix == ".ini":
        from lint.vale_project import load_project  # few have one

        return load_project(path, named)
    from lint.config_file import read  # it needs YAML, which a run without a configuration does not

    source = read_source(path, path.as_posix(), CONFIGURATION, confines=own_confines(path, named))
    return Configuration(path, read(source, path.parent))


def find(start: Path, names: Sequence[str] = (NAME, *VALE_NAMES)) -> Path | None:
    """The nearest file of these names at or above a folder, or the folder of a file; None where there is none."""
    above = Path(os.path.abspath(start))  # noqa: PTH100  # a symlink belongs to the folder that it stands in
    for folder in (above, *above.parents):
        for name in names:
            if os.path.isfile(candidate := f"{folder}/{name}"):  # noqa: PTH113  # asked six times a folder
                return Path(os.path.relpath(candidate))
    return None


def _defaults() -> Contents:
    return Contents(packs=MappingProxyType({name: packs.bundled(name) for name in packs.bundled_names()}))


def _listed(default: Sequence[str], lists: Sequence[Listed | None]) -> tuple[Any, ...]:
    """What a list is in the end, each one over the one before."""
    values = tuple(default)
    for listed in lists:
        values = values if listed is None else listed.after(values)
    return values


def _others(chosen: Sequence[Pack]) -> list[Pack]:
    names = {pack.name for pack in chosen}
    return [packs.bundled(name) for name in packs.bundled_names() if name not in names]


def _named(names: Sequence[str], chosen: Sequence[Pack], everything: Catalogue) -> list[Named]:
    """What names of the command line stand for: bundled rules may be named without being configured."""
    own = Catalogue([*chosen, packs.NOTICE_PACK])
    found = []
    for name in names:
        try:
            found.append(own.named(name))
        except UnknownName:
            found.append(everything.named(name))
    return found


def _needed(selected: Sequence[Named], everything: Catalogue, chosen: Sequence[Pack]) -> list[Pack]:
    """The packs that are not configured but from which rules are selected."""
    ids = frozenset().union(*(named.ids for named in selected))
    return [
        pack
        for pack in everything.packs
        if pack not in chosen and pack is not packs.NOTICE_PACK and any(rule.id in ids for rule in pack.rules)
    ]


def _house(parts: Sequence[Part]) -> House:
    said = {key: value for part in parts for key, value in part.house.items()}
    entries = _listed((), [part.vocabulary for part in parts])
    words = Vocabulary()
    if entries:
        from lint.vocabulary import vocabulary  # few runs have one

        words = vocabulary(entries)
    words = replace(words, terms=_listed((), [part.terms for part in parts]))
    return replace(House(), **said, vocabulary=words)  # type: ignore[arg-type]  # the keys are its fields


def _meta(path: str | PurePath, text: str | None) -> Mapping[str, object]:
    """The front matter of a text."""
    if text is None:
        return {}
    from lint.markup import front_matter  # few configurations ask for it

    return front_matter.read(Source(str(path), text), Reading()).meta


def _reading(parts: Sequence[Part]) -> Reading:
    shortcodes = {name: frozenset(arguments) for part in parts for name, arguments in part.shortcodes.items()}
    said = {key: value for part in parts for key, value in part.reading.items()}
    return Reading(frozenset(_listed((), [part.front_matter for part in parts])), shortcodes, **said)
