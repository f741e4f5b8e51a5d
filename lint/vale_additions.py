"""What a `.copydesk.yml` may use of Vale: its built-in style, its vocabularies, and named scopes beside a style.

`styles/Vale`, where there is no such folder, is the built-in style; what it reads stands in `styles/config`. A folder with an
`accept.txt`, a `reject.txt` or a `vocab.yml` is a vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from yaml.nodes import Node

from lint import vale_vocabulary
from lint.confines import Confines, is_folder
from lint.diagnostic import Severity
from lint.faults import Fault, FaultyFile
from lint.packs import Pack
from lint.profile import Named, Reach, Setting
from lint.vale_dictionaries import affixes, spelling_options
from lint.vale_scopes import named_scopes
from lint.vale_sections import BUILT_IN
from lint.vale_style import style
from lint.vale_vocabulary import ValeVocabulary
from lint.yaml_source import Item, YamlSource


class ValeAdditions:
    """Reads them, for the configuration in a folder; each vocabulary once."""

    def __init__(self, yaml: YamlSource, folder: Path, confines: Confines) -> None:
        self._yaml = yaml
        self._folder = folder
        self._confines = confines
        self._vocabularies: dict[str, ValeVocabulary] = {}

    def built_in(self, name: str, base: Iterable[Item], others: Iterable[Iterable[Item]]) -> Pack:
        """The built-in style, with rules for the vocabularies of the whole configuration, and off, for those of its overrides."""
        whole = ValeVocabulary()
        for _, vocabulary in self._folders_in(base):
            whole = whole.and_also(vocabulary)
        named = {path.name: vocabulary for items in others for path, vocabulary in self._folders_in(items)}
        pack = style(whole, named, spelling_options([(self._folder / name).parent], self._confines))
        off = {f"{BUILT_IN}.{name}.{fault}" for name in named for fault in ("Terms", "Avoid")}
        return pack._replace(rules=tuple(replace(rule, enabled=False) if rule.id in off else rule for rule in pack.rules))

    @property
    def faults(self) -> tuple[Fault, ...]:
        """The terms of vocabularies that are no regular expressions."""
        return tuple(dict.fromkeys(fault for vocabulary in self._vocabularies.values() for fault in vocabulary.faults))

    def vocabulary(self, node: Node) -> ValeVocabulary | None:
        """The vocabulary in the folder that an entry of `vocabulary` names; None where it names none."""
        name = str(node.value) if isinstance(node.value, str) else ""
        path = self._folder / name
        if name not in self._vocabularies:
            if "/" not in name or not self._confines.holds(path) or not vale_vocabulary.is_vocabulary(path):
                return None
            self._vocabularies[name] = ValeVocabulary()
            try:
                styles = path.parent.parent.parent
                self._vocabularies[name] = vale_vocabulary.read(
                    path, lambda affix: affixes([styles], affix, self._confines), self._confines
                )
            except FaultyFile as error:
                self._yaml.adopt(*error.faults)
        return self._vocabularies[name]

    def switched_on(self, items: Iterable[Item], because: str) -> Iterator[Setting]:
        """The rules of the vocabularies that an override names are on in it."""
        for path, vocabulary in self._folders_in(items):
            for fault, terms in (("Terms", vocabulary.accepted), ("Avoid", vocabulary.rejected)):
                if terms:
                    id = f"{BUILT_IN}.{path.name}.{fault}"
                    yield Setting(Named(id, Reach.RULE, frozenset((id,))), because, Severity.ERROR)

    def scopes(self, pack: Path) -> Mapping[str, str]:
        """The named scopes for a pack: those of the folder that it stands in."""
        folder = pack.parent / "config" / "scopes"
        try:
            return named_scopes([folder], self._confines) if is_folder(folder) else {}
        except FaultyFile as error:
            self._yaml.adopt(*error.faults)
            return {}

    def _folders_in(self, items: Iterable[Item]) -> Iterator[tuple[Path, ValeVocabulary]]:
        for item in items:
            if item.name in ("vocabulary", "vocabulary+") and isinstance(item.value.value, list):
                for element in item.value.value:
                    vocabulary = self.vocabulary(element)
                    if vocabulary is not None:
                        yield self._folder / str(element.value), vocabulary
