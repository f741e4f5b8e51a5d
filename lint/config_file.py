"""A configuration's YAML read into parts: what it says for all files, and what each override adds for some."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from yaml.nodes import Node

from lint import packs
from lint.config_keys import LISTS, OVERRIDE_KEYS, PART_KEYS, WHOLE_KEYS, ConfigKey
from lint.confines import OUTSIDE, is_folder
from lint.contents import Contents, Part
from lint.disk import around
from lint.faults import CONFIGURATION, nearest
from lint.profile import Catalogue
from lint.rule_settings import SettingReader
from lint.text import Source
from lint.vocabulary import VocabularyReader
from lint.yaml_source import Item, YamlSource

if TYPE_CHECKING:
    from lint.vale_additions import ValeAdditions

_VALE = "Vale"
"""The name of the style that is built into Vale: a pack whose path ends so, where no such folder is."""


def read(source: Source, folder: Path) -> Contents:
    """What the file says; paths in it count from `folder` and stay within its repository. Raises FaultyFile with all that is wrong."""
    file = ConfigFile(source, folder)
    root = file.yaml.root()
    items = [] if root is None else file.yaml.items(root)
    overrides = [file.yaml.items(element) for item in items if item.name == "overrides" for element in file.yaml.elements(item.value)]
    for section in (items, *overrides):
        file.load_packs(section, items, overrides)
    file.find_names(items)
    whole: dict[str, Any] = {}
    base = file.part(items, "rules", {**PART_KEYS, **WHOLE_KEYS}, whole)
    parts = tuple(file.override(section) for section in overrides)
    for part in (base, *parts):
        if part.vocabulary:
            own = base.vocabulary.values if base.vocabulary else ()
            file.vocabulary.compare(part.vocabulary.after(own))
    file.yaml.finish()
    return Contents(base, parts, file.packs, file.origins, notices=file.vale.faults if file.uses_vale else (), **whole)


class ConfigFile:
    """A configuration while it is read."""

    def __init__(self, source: Source, folder: Path) -> None:
        self.yaml = YamlSource(source, CONFIGURATION)
        self.folder = folder
        self.confines = around(folder)
        self.packs: dict[str, packs.Pack] = {}
        self.origins: dict[str, str] = {}
        self.settings = SettingReader(self.yaml, Catalogue(()), frozenset())
        self.vocabulary = VocabularyReader(self.yaml, folder, self.confines)

    @cached_property
    def vale(self) -> ValeAdditions:
        """What of Vale is used, for configurations that use some."""
        from lint.vale_additions import ValeAdditions

        return ValeAdditions(self.yaml, self.folder, self.confines)

    @property
    def uses_vale(self) -> bool:
        """Whether something of Vale was asked for so far."""
        return "vale" in vars(self)

    def because(self, node: Node, where: str) -> str:
        return f"{self.yaml.source.name}:{self.yaml.line(node)} {where}"

    def find_names(self, items: Iterable[Item]) -> None:
        """The names that `rules` may use: those of the packs that the file names, and of all that are bundled."""
        if not any(item.name == "packs" for item in items):
            self.packs = {**{name: packs.bundled(name) for name in packs.bundled_names()}, **self.packs}
        others = [packs.bundled(name) for name in packs.bundled_names() if name not in self.packs]
        self.settings = SettingReader(
            self.yaml,
            Catalogue([*self.packs.values(), *others, packs.NOTICE_PACK]),
            {packs.NOTICE_PACK.name, *(pack.name for pack in self.packs.values())},
        )

    def load_packs(self, items: Iterable[Item], base: Iterable[Item], overrides: Iterable[Iterable[Item]]) -> None:
        """Load what `packs` of one section names."""
        for item in items:
            if item.name in ("packs", "packs+"):
                for element in self.yaml.elements(item.value):
                    name = self.yaml.text(element)
                    if not name or name in self.packs or not self.is_inside(name, element):
                        continue
                    if Path(name).name == _VALE and not is_folder(self.folder / name):
                        self.add_pack(name, element, self.vale.built_in(name, base, overrides))
                    else:
                        self.load_pack(name, element)

    def is_inside(self, name: str, node: Node) -> bool:
        """Whether a path may be followed; that it may not is noted."""
        if "\0" in name:
            self.yaml.fault(node, f"'{name}' is no path: a zero byte is in it")
        elif not self.confines.holds(self.folder / name):
            self.yaml.fault(node, f"'{name}' is not read: {OUTSIDE}")
        else:
            return True
        return False

    def load_pack(self, name: str, node: Node) -> None:
        if name in packs.bundled_names():
            self.packs[name] = packs.bundled(name)
            return
        folder = self.folder / name
        if not is_folder(folder):
            known = packs.bundled_names()
            near = nearest(name, known)
            self.yaml.fault(node, f"no pack '{name}': it is none of {', '.join(known)}, and no folder at {folder.as_posix()}", near)
            return
        try:
            scopes = self.vale.scopes(folder) if is_folder(folder.parent / "config") else {}
            pack = packs.load(folder, scopes=scopes, confines=self.confines)
        except OSError as error:
            self.yaml.fault(node, f"the folder of the pack '{name}' cannot be read: {error.strerror}")
            return
        if not pack.rules and not pack.faults:
            self.yaml.fault(node, f"the folder of the pack '{name}' holds no rule: no .yml file with the key 'extends'")
        self.add_pack(name, node, pack)

    def add_pack(self, name: str, node: Node, pack: packs.Pack) -> None:
        """Take in a pack that is not bundled."""
        if pack.name in {other.name for other in self.packs.values()} | set(packs.bundled_names()):
            self.yaml.fault(node, f"a second pack has the name '{pack.name}', and so would its rules; rename its folder")
            return
        self.packs[name] = pack
        self.origins[pack.name] = self.because(node, "packs")

    def part(self, items: Iterable[Item], where: str, keys: Mapping[str, ConfigKey], whole: dict[str, Any]) -> Part:
        """The values of one section; those that hold for all files go to `whole`."""
        values: dict[str, Any] = {}
        seen: dict[str, Item] = {}
        for item in items:
            name, adds = (item.name[:-1], True) if item.name.endswith("+") else (item.name, False)
            if name not in keys or (adds and name not in LISTS):
                self.unknown_key(item, name, adds, keys)
            elif name in seen:
                self.yaml.fault(item.key, f"'{seen[name].name}' and '{item.name}' both stand here; keep one of them")
            else:
                seen[name] = item
                read = keys[name].read(self, item.value, adds, where)
                for field, value in read.items():
                    target = whole if name in WHOLE_KEYS else values
                    target[field] = {**values.get("house", {}), **value} if field == "house" else value
        return Part(**values)

    def unknown_key(self, item: Item, name: str, adds: bool, keys: Mapping[str, ConfigKey]) -> None:
        if adds and name in keys:
            self.yaml.fault(item.key, f"'{name}' is no list, so nothing can be added to it", name)
        elif name in WHOLE_KEYS:
            self.yaml.fault(item.key, f"'{name}' holds for all files and cannot stand in an override; move it to the top of the file")
        else:
            self.yaml.unknown(item.key, "key", item.name, [*keys, *(f"{key}+" for key in LISTS)])

    def override(self, items: list[Item]) -> Part:
        """An override; one without `paths` would hold nowhere."""
        paths = next((item for item in items if item.name == "paths"), None)
        if paths is None:
            if items:
                self.yaml.fault(
                    items[0].key, "this override lacks 'paths', a list of gitignore patterns that says for which files it holds"
                )
            patterns: tuple[str, ...] = ()
        else:
            patterns = self.patterns(paths.value)
        where = f"overrides {' '.join(patterns)}"
        part = self.part([item for item in items if item is not paths], where, {**PART_KEYS, "if": OVERRIDE_KEYS["if"]}, {})
        terms = part.terms and part.terms._replace(values=tuple(f"(?-i:{term})" for term in part.terms.values))
        switched_on = self.vale.switched_on(items, where) if _VALE in {pack.name for pack in self.packs.values()} else ()
        return part._replace(paths=patterns, terms=terms, rules=(*switched_on, *part.rules))

    def patterns(self, node: Node) -> tuple[str, ...]:
        """Gitignore patterns."""
        elements = self.yaml.elements(node)
        patterns = tuple(self.yaml.text(element) for element in elements)
        for element, pattern in zip(elements, patterns, strict=True):
            if reason := _pattern_error(pattern):
                self.yaml.fault(element, f"'{pattern}' is no gitignore pattern: {reason}")
        return patterns


def _pattern_error(pattern: str) -> str | None:
    """Why a gitignore pattern can match nothing."""
    if not pattern.strip().strip("/!"):
        return "it names nothing"
    if pattern.startswith("#"):
        return "it is a comment; write '\\#' for a name that begins with '#'"
    if pattern.removeprefix("!").startswith(("./", "../")):
        return "it counts from the folder of the configuration, without './' or '../'"
    return None
