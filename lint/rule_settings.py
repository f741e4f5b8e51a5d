"""What a configuration says of rules: a level, off, or other values for their keys."""

from __future__ import annotations

from collections.abc import Set

from yaml.nodes import Node, ScalarNode

from lint import packs
from lint.changes import changed
from lint.profile import Catalogue, Named, Reach, Setting, UnknownName
from lint.rule_file import read_changes
from lint.rule_keys import LEVELS
from lint.yaml_source import Item, YamlSource

OFF = "off"


class SettingReader:
    """Reads the items of `rules`, whose names are those of a catalogue; of its packs those in `loaded` can run."""

    def __init__(self, yaml: YamlSource, catalogue: Catalogue, loaded: Set[str]) -> None:
        self.yaml = yaml
        self.catalogue = catalogue
        self.loaded = loaded

    def read(self, item: Item, because: str) -> Setting | None:
        """What is said of a rule, a pattern or a pack."""
        if self.yaml.is_hopeless:
            return None
        try:
            named = self.catalogue.named(item.name)
        except UnknownName as error:
            what = "pattern that matches a rule" if "*" in item.name else "rule or pack"
            self.yaml.fault(item.key, f"there is no {what} '{item.name}'", error.suggestion)
            return None
        if type(item.value) is ScalarNode:
            level = self._level(item.value)
            self._check_reach(item, named, level)
            return None if level is None else Setting(named, because, LEVELS.get(level), level == OFF)
        return self._detailed(item, named, because)

    def _detailed(self, item: Item, named: Named, because: str) -> Setting:
        items = self.yaml.items(item.value)
        level = next((self._level(one.value) for one in items if one.name == "level"), None)
        self._check_reach(item, named, level)
        ids = sorted(named.ids)
        rule = self.catalogue.rules.get(ids[0]) if named.reach is Reach.RULE and ids else None
        if named.reach is Reach.RULE and rule is None:
            return Setting(named, because, LEVELS.get(level or ""), level == OFF)
        before = len(self.yaml.faults)
        changes = read_changes(self.yaml, [one for one in items if one.name != "level"], rule)
        if rule is not None and len(self.yaml.faults) == before:
            try:
                changed(rule, changes)
            except ValueError as error:
                self.yaml.fault(item.key, f"the rule '{rule.id}' cannot be changed so: {error}")
        return Setting(named, because, LEVELS.get(level or ""), level == OFF, changes)

    def _level(self, node: Node) -> str | None:
        before = len(self.yaml.faults)
        level = self.yaml.choice(node, "level", (OFF, *LEVELS))
        return level if len(self.yaml.faults) == before else None

    def _check_reach(self, item: Item, named: Named, level: str | None) -> None:
        """A fault where a rule is to run whose pack is not loaded."""
        missing = {id.partition(".")[0] for id in named.ids} & set(packs.bundled_names()) - self.loaded
        if level not in (None, OFF) and named.reach is not Reach.PATTERN and missing:
            self.yaml.fault(item.key, f"'{item.name}' cannot run: 'packs' does not name the pack '{min(missing)}'; add it there")
