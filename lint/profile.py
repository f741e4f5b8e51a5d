"""Which rules are in force, at which level, and because of what."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from fnmatch import translate
from functools import lru_cache
from types import MappingProxyType

from lint.changes import Change, changed
from lint.diagnostic import Severity
from lint.document import Reading
from lint.faults import Fault, nearest
from lint.house import House
from lint.named import NamedTuple
from lint.packs import Pack
from lint.prefilter import RuleSet
from lint.rule import Rule

OFF_BY_DEFAULT = "off by default (enabled: false)"


class Decision(NamedTuple):
    """A rule as it runs, or with None for its severity does not, and why."""

    rule: Rule
    severity: Severity | None
    because: str


class Profile(NamedTuple):
    """All that is in force for a file; `faults` are of rules that would run if their files were right."""

    rules: RuleSet
    house: House
    reading: Reading
    decisions: tuple[Decision, ...]
    faults: tuple[Fault, ...] = ()


class UnknownName(ValueError):
    """No rule, pack or pattern of this name; `suggestion` is the one that was perhaps meant."""

    def __init__(self, name: str, suggestion: str | None) -> None:
        hint = f"; did you mean '{suggestion}'?" if suggestion else "; `copydesk rules` lists them"
        super().__init__(f"no rule or pack is named '{name}'{hint}")
        self.name = name
        self.suggestion = suggestion


class Reach(IntEnum):
    """What a name stands for; what reaches fewer rules counts for more."""

    PACK = 0
    PATTERN = 1
    RULE = 2


class Named(NamedTuple):
    """The rules that a name stands for."""

    name: str
    reach: Reach
    ids: frozenset[str]


class Setting(NamedTuple):
    """What a configuration says of the rules of a name: a level, off, other values for keys."""

    named: Named
    because: str
    severity: Severity | None = None
    off: bool = False
    changes: tuple[Change, ...] = ()


class Catalogue:
    """The rules of some packs, under all the names that they go by."""

    def __init__(self, packs: Iterable[Pack]) -> None:
        self.packs = tuple(packs)
        self.rules = {rule.id: rule for pack in self.packs for rule in pack.rules}
        self.broken = frozenset(fault.rule for pack in self.packs for fault in pack.faults if fault.rule)
        self._renamed = {old: rule.id for rule in self.rules.values() for old in rule.renamed_from}

    def named(self, name: str) -> Named:
        """What a name stands for. Raises UnknownName."""
        known = {*self.rules, *self.broken}
        if name in known:
            return Named(name, Reach.RULE, frozenset((name,)))
        if name in self._renamed:
            return Named(name, Reach.RULE, frozenset((self._renamed[name],)))
        if "*" in name:
            matching = frozenset(filter(_matcher(name).fullmatch, known))
            if matching:
                return Named(name, Reach.PATTERN, matching)
        within = frozenset(id for id in known if id.startswith(f"{name}."))
        if within or name in {pack.name for pack in self.packs}:
            return Named(name, Reach.PACK, within)
        raise UnknownName(name, nearest(name, known | {id.rpartition(".")[0] for id in known}))


def decide(
    catalogue: Catalogue,
    layers: Sequence[Sequence[Setting]],
    select: Sequence[Named] = (),
    ignore: Sequence[Named] = (),
    origins: Mapping[str, str] = MappingProxyType({}),
) -> list[Decision]:
    """For each rule what follows from its default, each layer of settings over the one before, and the command line.

    `origins` says for each pack that is not bundled where it was named.
    """
    decisions = {id: _default(rule, origins.get(rule.pack, "bundled default")) for id, rule in catalogue.rules.items()}
    for layer in layers:
        for setting in sorted(layer, key=lambda setting: setting.named.reach):
            for id in setting.named.ids & decisions.keys():
                decisions[id] = _settled(decisions[id], setting)
    return [_commanded(decision, select, ignore) for decision in decisions.values()]


def runs(id: str, layers: Sequence[Sequence[Setting]], select: Sequence[Named], ignore: Sequence[Named]) -> bool:
    """Whether a rule that cannot be read was meant to run."""
    said = [setting for layer in layers for setting in sorted(layer, key=lambda setting: setting.named.reach) if id in setting.named.ids]
    leveled = [setting for setting in said if setting.off or setting.severity is not None]
    on = any(id in named.ids for named in select) if select else not (leveled and leveled[-1].off)
    return on and not any(id in named.ids for named in ignore)


def _default(rule: Rule, origin: str) -> Decision:
    return Decision(rule, rule.severity, origin) if rule.enabled else Decision(rule, None, OFF_BY_DEFAULT)


def _settled(decision: Decision, setting: Setting) -> Decision:
    rule, severity, because = decision
    rule = changed(rule, setting.changes)
    if setting.off:
        return Decision(rule, None, setting.because)
    if setting.severity is None:
        return Decision(rule, severity and rule.severity, because)
    rule = dataclasses.replace(rule, severity=setting.severity)
    if because == OFF_BY_DEFAULT and setting.named.reach is not Reach.RULE:
        return Decision(rule, None, because)
    return Decision(rule, setting.severity, setting.because)


def _commanded(decision: Decision, select: Sequence[Named], ignore: Sequence[Named]) -> Decision:
    rule = decision.rule
    if select:
        by = next((named for named in select if rule.id in named.ids and (rule.enabled or named.reach is Reach.RULE)), None)
        decision = Decision(rule, None, "not in --select") if by is None else Decision(rule, rule.severity, f"--select {by.name}")
    against = next((named for named in ignore if rule.id in named.ids), None)
    return decision if against is None else Decision(rule, None, f"--ignore {against.name}")


@lru_cache(maxsize=256)
def _matcher(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern))
