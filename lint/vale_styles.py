"""What is in the StylesPath of a Vale project: styles, vocabularies, named scopes, and the packages that were synced into it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

from lint import packs, vale_vocabulary
from lint.changes import Change
from lint.confines import Confines, is_file, is_folder
from lint.diagnostic import Diagnostic, Severity
from lint.faults import CONFIGURATION, Fault, FaultyFile, nearest
from lint.packs import Pack
from lint.vale_dictionaries import affixes, spelling_options
from lint.vale_formats import unread
from lint.vale_ini import Item
from lint.vale_sections import ALL, BUILT_IN, Parameter, Said, Saying, SectionReader
from lint.vale_style import style
from lint.vale_vocabulary import ValeVocabulary


class Styles(Mapping[str, Pack]):
    """The styles that a project uses, each loaded when it is first asked for, and its vocabularies."""

    def __init__(self, paths: list[Path], reader: SectionReader, parts: Iterable[Said], confines: Confines) -> None:
        self.paths = paths
        self._confines = confines
        self.are_own = "StylesPath" in reader.top.keys
        self._parts = tuple(parts)
        self._parameters = dict(reader.parameters)
        self._based_on = {item.text: item for said in self._parts for item in said.styles or ()}
        self._single = {
            key
            for said in self._parts
            for key, saying in said.sayings.items()
            if "." in key and (saying.on is not None or said.label != ALL)
        }
        self._loaded: dict[str, Pack] = {}
        self._changes: dict[str, tuple[Change, ...]] = {}
        self.vocabulary, self.vocabularies = ValeVocabulary(), dict[str, ValeVocabulary]()
        self.whole_vocabulary = tuple(item.text for item in reader.top.listed("Vocab"))
        for item in reader.top.listed("Vocab"):
            self.vocabulary = self.vocabulary.and_also(self._vocabulary(item, reader))
        for item in (item for said in self._parts for item in said.vocabularies):
            self.vocabularies[item.text] = self._vocabulary(item, reader)

    def __getitem__(self, name: str) -> Pack:
        if name not in self._loaded:
            if name not in self._names:
                raise KeyError(name)
            self._loaded[name] = self._load(name)
        return self._loaded[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def folder(self, name: str) -> Path | None:
        """Where a style is; None where it is in none of the folders of styles."""
        return next((path / name for path in self.paths if name and self._is_folder(path / name)), None)

    def known(self) -> list[str]:
        """The names of all styles there are."""
        found = [entry.name for path in self.paths for entry in os.scandir(path) if entry.is_dir() and entry.name[0] != "."]
        return [BUILT_IN, *(name for name in sorted(set(found)) if name != "config")]

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What the configuration sets for keys of rules."""
        return tuple(self._parameters.values())

    def is_whole(self, name: str) -> bool:
        """Whether a section is based on a style; of others only the rules that are named are there."""
        return name in self._based_on or name == BUILT_IN

    def vocabulary_folder(self, name: str) -> Path | None:
        """Where a vocabulary is; None where there is none of that name."""
        return next((folder for folder in self._vocabulary_folders(name) if self._is_folder(folder)), None)

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The terms of vocabularies that are no regular expressions."""
        return tuple(dict.fromkeys(fault for one in (self.vocabulary, *self.vocabularies.values()) for fault in one.faults))

    def changes(self, id: str) -> tuple[Change, ...]:
        """What the configuration changes in a rule."""
        return self._changes.get(id, ())

    @cached_property
    def _names(self) -> tuple[str, ...]:
        """The styles that a section is based on or takes a rule from; the built-in one is there for whoever names it."""
        names = dict.fromkeys((*self._based_on, *(key.partition(".")[0] for key in self._single)))
        built_in = any(said.vocabularies or BUILT_IN in said.sayings for said in self._parts) or BUILT_IN in names
        others = [name for name in names if name != BUILT_IN and self.folder(name) is not None]
        return (BUILT_IN, *others) if built_in else tuple(others)

    def _load(self, name: str) -> Pack:
        if name == BUILT_IN:
            pack = style(self.vocabulary, self.vocabularies, spelling_options(self.paths, self._confines))
        else:
            pack = self._read(name)
        if not self.is_whole(name):
            pack = pack._replace(
                rules=tuple(rule for rule in pack.rules if rule.id in self._single),
                faults=tuple(fault for fault in pack.faults if fault.rule in self._single),
            )
        return pack._replace(faults=(*pack.faults, *self._changed(pack)))

    def _read(self, name: str) -> Pack:
        folder = self.folder(name)
        assert folder is not None
        try:
            return packs.load(folder, scopes=self._scopes, confines=self._confines)
        except OSError as error:
            item = self._based_on.get(name)
            return Pack(
                name, (), () if item is None else (_fault(item, f"the folder {folder.as_posix()} cannot be read: {error.strerror}"),)
            )

    def _changed(self, pack: Pack) -> tuple[Fault, ...]:
        """Note what the configuration changes in rules of a pack; gives what it cannot change."""
        asked = [parameter for parameter in self._parameters.values() if parameter.rule.partition(".")[0] == pack.name]
        if not asked:
            return ()
        from lint.vale_parameters import changes  # it needs YAML

        rules = {rule.id: rule for rule in pack.rules}
        faults: list[Fault] = []
        for rule in dict.fromkeys(parameter.rule for parameter in asked):
            if rule in rules:
                said: list[Parameter] = [parameter for parameter in asked if parameter.rule == rule]
                self._changes[rule], wrong = changes(rules[rule], said)
                faults += wrong
        return tuple(faults)

    @cached_property
    def _scopes(self) -> Mapping[str, str]:
        folders = [path / "config" / "scopes" for path in self.paths]
        if not any(is_folder(folder) for folder in folders):
            return {}
        from lint.vale_scopes import named_scopes  # it needs YAML

        return named_scopes(folders, self._confines)

    def _is_folder(self, path: Path) -> bool:
        """Whether a folder is there that may be read."""
        return self._confines.holds(path) and is_folder(path)

    def _vocabulary_folders(self, name: str) -> list[Path]:
        return [path / "config" / "vocabularies" / name for path in self.paths]

    def _vocabulary(self, item: Item, reader: SectionReader) -> ValeVocabulary:
        folder = self.vocabulary_folder(item.text)
        if folder is None:
            folders = [folder.as_posix() for folder in self._vocabulary_folders(item.text)]
            where = " or ".join(folders) or "a StylesPath, which is not set"
            reader.fault(item.value.source, item.place, f"there is no vocabulary '{item.text}' in {where}; make the folder, or take it out")
            return ValeVocabulary()
        try:
            return vale_vocabulary.read(folder, lambda name: affixes(self.paths, name, self._confines), self._confines)
        except FaultyFile as error:
            reader.faults.update(dict.fromkeys(error.faults))
            return ValeVocabulary()


def check_styles(styles: Styles, reader: SectionReader, parts: Iterable[Said]) -> None:
    """Note styles that are missing, rules that are not in theirs, packages that are not there, and sections for files that are not read."""
    for said in parts:
        for item in said.styles or ():
            if item.text != BUILT_IN and styles.folder(item.text) is None:
                _missing(styles, reader, item)
        for key, saying in said.sayings.items():
            _check_saying(styles, reader, key, saying)
        named = unread(said.label.partition(" if ")[0])
        if named:
            which = ", ".join(f".{name}" for name in named)
            reader.notice(
                said.section.source, said.section.place, f"{which} files are not read: what this section says of them does not count"
            )
    for item in reader.top.listed("Packages"):
        _check_package(styles, reader, item)


def _missing(styles: Styles, reader: SectionReader, item: Item) -> None:
    known = styles.known()
    where = ", ".join(path.as_posix() for path in styles.paths) or "a StylesPath: set one"
    cure = "; if it is a package, run `vale sync` once" if reader.top.listed("Packages") else ""
    reader.fault(item.value.source, item.place, f"there is no style '{item.text}' in {where}{cure}", nearest(item.text, known))


def _check_saying(styles: Styles, reader: SectionReader, key: str, saying: Saying) -> None:
    style, _, rest = key.partition(".")
    if not saying.on or style == BUILT_IN:
        return
    folder = styles.folder(style)
    source, place = saying.value.source, saying.value.key
    if folder is None:
        reader.notice(source, place, f"there is no style '{style}', so '{key}' does nothing", nearest(style, styles.known()))
    elif not rest and style not in styles:
        reader.notice(source, place, f"no section is based on '{style}', so '{key}' does nothing; add it to BasedOnStyles")
    elif rest and not _has_rule(folder, rest):
        reader.notice(source, place, f"there is no rule '{key}' in {folder.as_posix()}, so this does nothing")


def _has_rule(folder: Path, name: str) -> bool:
    path = folder.joinpath(*name.split("."))
    return is_file(path.with_name(f"{path.name}.yml")) or _any_found(path.parent, f"{path.name}.*")


def _check_package(styles: Styles, reader: SectionReader, item: Item) -> None:
    name = item.text.replace("\\", "/").rstrip("/").rpartition("/")[2].removesuffix(".zip")
    there = styles.folder(name) is not None or any(_any_found(path, f".vale-config/*{name}.ini") for path in styles.paths)
    if not there:
        message = f"the package '{name}' is not in the StylesPath, and copydesk fetches none; run `vale sync` once"
        reader.notice(item.value.source, item.place, message)


def _any_found(folder: Path, pattern: str) -> bool:
    """Whether files in a folder match; not where the pattern cannot be one."""
    try:
        return any(True for _ in folder.glob(pattern))
    except (OSError, ValueError, NotImplementedError, re.error):
        return False


def _fault(item: Item, message: str) -> Fault:
    return Fault(item.value.source, Diagnostic(item.place, CONFIGURATION, message, Severity.ERROR))
