"""A Vale project as it stands: `.vale.ini`, the styles, vocabularies and packages in its StylesPath, as a configuration of ours."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path, PurePath
from typing import Any

from lint.config import Configuration
from lint.confines import OUTSIDE, Confines, is_folder
from lint.contents import Contents, Listed, Part
from lint.diagnostic import Severity
from lint.disk import around, own_confines
from lint.faults import CONFIGURATION, read_source
from lint.frozen import frozen
from lint.vale_decisions import InForce, settings
from lint.vale_formats import ALIKE, CODE, READ
from lint.vale_ini import TOP, Sections, read
from lint.vale_sections import Said, SectionReader
from lint.vale_styles import Styles, check_styles
from lint.vale_vocabulary import ValeVocabulary


@dataclass(frozen=True)
class Project:
    """A Vale project: its sections, and what is in its StylesPath."""

    whole: Said
    sections: tuple[Said, ...]
    styles: Styles
    vocabulary: ValeVocabulary
    reading: Mapping[str, Any]
    formats: Mapping[str, str]

    def in_force(self, numbers: tuple[int, ...]) -> InForce:
        """What holds for the files that these sections mean."""
        return InForce(self.whole, [self.sections[number] for number in numbers], self.styles.vocabularies)


@frozen
class ValeConfiguration(Configuration):
    """The configuration that a Vale project is. Only its styles run, and only what its sections say."""

    project: Project = field(kw_only=True)

    def format_of(self, path: str | PurePath) -> str | None:
        """The format that `[formats]` gives to files of this suffix or name, and else the one of Vale."""
        return self.formats.get(PurePath(path).suffix.lower()) or self.project.formats.get(PurePath(path).name)

    def excludes(self, path: str | PurePath, folder: bool = False) -> bool:
        """Whether a folder is left out: a StylesPath holds no articles."""
        return folder and os.path.abspath(path) in self._style_folders  # noqa: PTH100  # symlinks stay as they are named

    @cached_property
    def _style_folders(self) -> frozenset[str]:
        return frozenset(os.path.abspath(path) for path in self.project.styles.paths)  # noqa: PTH100  # as above

    @property
    def _knows_bundled(self) -> bool:
        return False

    def _matching(self, path: str | PurePath, text: str | None) -> tuple[int, ...]:
        """The numbers of the sections that mean a file, by its path from the configuration's folder or, outside it, as it is given."""
        name = self._name(path)
        meant = [number for number, said in enumerate(self.project.sections) if said.glob.match(name)]
        held = self._held([self.project.sections[number].condition for number in meant], path, text)
        return tuple(number for number, holds in zip(meant, held, strict=True) if holds)

    def _parts(self, matching: tuple[int, ...]) -> tuple[Part, ...]:
        project, in_force = self.project, self.project.in_force(matching)
        packs = [project.styles[name] for name in sorted(in_force.wanted()) if name in project.styles]
        named = [project.styles.vocabularies[name] for name in in_force.vocabularies]
        terms = (*project.vocabulary.accepted, *(f"(?-i:{term})" for words in named for term in words.accepted))
        return (
            Part(
                packs=Listed(tuple(pack.name for pack in packs)),
                rules=settings(in_force, packs, project.styles.changes),
                terms=Listed(tuple(dict.fromkeys(terms))),
                reading=self._reading(matching),
            ),
        )

    def _reading(self, matching: tuple[int, ...]) -> dict[str, Any]:
        """Patterns of all sections together, and of the rest what the last says."""
        said = dict(self.project.reading)
        for one in (self.project.whole, *(self.project.sections[number] for number in matching)):
            for key, value in one.reading.items():
                said[key] = (*said.get(key, ()), *value) if key in ("ignored_blocks", "ignored_tokens") else value
        return said


def load_project(path: Path, named: bool = True) -> ValeConfiguration:
    """The configuration that a Vale project is. Raises FaultyFile with all that makes it unusable.

    The file may be no link that leads out of its repository, though one `named` by a person may be where it likes. What it names may not.
    """
    sections, paths, confines = _read(path, named)
    reader = SectionReader(sections)
    reader.check_top()
    whole, others = reader.whole(), tuple(reader.others())
    styles = Styles(paths, reader, (whole, *others), confines)
    check_styles(styles, reader, (whole, *others))
    by_suffix, by_name = _formats(reader)
    project = Project(whole, others, styles, styles.vocabulary, reader.reading(), by_name)
    min_level = reader.min_level()
    reader.finish()
    contents = Contents(
        packs=styles,
        origins={name: path.as_posix() for name in styles},
        fail_level=Severity.ERROR,
        min_level=min_level,
        formats=by_suffix,
        notices=(*reader.told, *styles.faults),
    )
    return ValeConfiguration(path, contents, project=project)


def _read(path: Path, named: bool) -> tuple[Sections, list[Path], Confines]:
    """The sections of the file and those of its packages together, the folders of its StylesPath, which its packages cannot name, and
    where all these have to be.
    """
    shared = _default_paths()
    confines = around(path.parent, *shared)
    own = read_source(path, path.as_posix(), CONFIGURATION, confines=own_confines(path, named))
    sections = read([own])
    paths = _style_paths(path, sections, confines) or shared
    packages = [
        read_source(file, file.as_posix(), CONFIGURATION, confines=confines) for styles in paths[-1:] for file in _package_files(styles)
    ]
    return (read([*packages, own]) if packages else sections), paths, confines


def _style_paths(path: Path, sections: Sections, confines: Confines) -> list[Path]:
    """The folders of styles that are named. Raises FaultyFile where one is missing, or not within the confines."""
    values = [value for value in sections[TOP].keys.get("StylesPath", ()) if value.text]
    reader = SectionReader(sections)
    for value in values:
        if not confines.holds(path.parent / value.text) and "\0" not in value.text:
            reader.fault(value.source, value.place, f"'{value.text}' is not read: {OUTSIDE}")
        elif not is_folder(path.parent / value.text):
            where = (path.parent / value.text).as_posix()
            reader.fault(value.source, value.place, f"there is no folder {where}; make it, as `vale sync` does, or name another")
    reader.finish()
    return [Path(os.path.normpath(path.parent / value.text)) for value in values]


def _package_files(styles: Path) -> Iterator[Path]:
    folder = styles / ".vale-config"
    if is_folder(folder):
        yield from sorted(file for file in folder.iterdir() if file.is_file())


def _default_paths() -> list[Path]:
    """Where Vale keeps styles that belong to no project."""
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    styles = Path(os.environ.get("VALE_STYLES_PATH") or Path(base, "vale", "styles"))
    return [styles] if is_folder(styles) else []


def _formats(reader: SectionReader) -> tuple[dict[str, str], dict[str, str]]:
    """What `[formats]` says: formats by suffix, and by the whole name of a file."""
    by_suffix = {f".{extension}": name for extension, name in READ.items()}
    by_name: dict[str, str] = {}
    section = reader.sections.get("formats")
    for key, values in section.keys.items() if section else ():
        value = values[-1]
        meant = value.text.lower()
        if meant not in READ and meant not in ALIKE:
            message = f"'{meant}' is not read, so files of '{key}' are not either; we read {', '.join(sorted(set(READ)))}"
            reader.notice(value.source, value.place, message)
            continue
        if meant in ALIKE:
            reader.notice(value.source, value.place, f"'{meant}' is read as {ALIKE[meant]}; what it adds to that is read as text")
        name = READ.get(meant) or ALIKE[meant]
        if key.lower() in CODE:
            reader.notice(value.source, value.key, f"the comments of '{key}' files cannot be taken out of them, so they are not read")
        elif set(key) & set("*?[{/"):
            reader.notice(value.source, value.key, f"'{key}' cannot be honoured: a format is given to a suffix or to the name of a file")
        else:
            by_suffix[f".{key.lower()}"] = by_name[key] = name
    return by_suffix, by_name
