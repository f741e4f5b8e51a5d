"""Packs as they were read before, kept in the user's cache folder: text that can run no code, keyed by all that it depends on.

Damage costs a reading of the YAML and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from lint import cache, kinds
from lint.action import Action
from lint.diagnostic import Applicability, Severity
from lint.digest import digest
from lint.pattern import Pattern
from lint.rule import Example, Kind, Rule
from lint.scope import Alternative, Selector

SHAPE = "5"
"""Another shape of the entries is another key."""

_SHELF = "packs"
_MOST = 64
_MOST_BYTES = 16_000_000
_METHODS = ("find", "survey", "may_hold")


class KindLater:
    """Stands for a kind until a rule of it is run: what the prefilter asks of it is known without."""

    def __init__(self, row: Mapping[str, Any], options: Mapping[str, Any]) -> None:
        self.name = row["kind"]
        self.options = options
        self.foreign = row["foreign"]
        self.stamp = row["stamp"]
        self._reads = row["reads"]
        self._triggers = None if row["triggers"] is None else frozenset(row["triggers"])
        for method in row["methods"]:
            setattr(self, method, _Later(self, method))

    def triggers(self) -> frozenset[str] | None:
        """As the kind's own."""
        return self._triggers

    @cached_property
    def made(self) -> Kind:
        """The kind itself."""
        make: Any = kinds.load(self.name)
        kind: Kind = make(**self.options, foreign=self.foreign)
        return kind

    @property
    def files(self) -> tuple[Path, ...]:
        """As the kind's own, none where it reads none."""
        return tuple(getattr(self.made, "files", ())) if self._reads else ()


class _Later:
    """A method of a kind that is not made yet; picklable, as a closure is not."""

    def __init__(self, kind: KindLater, method: str) -> None:
        self.kind = kind
        self.method = method

    def __call__(self, *args: Any) -> Any:
        return getattr(self.kind.made, self.method)(*args)


def key(name: str, bundled: bool, files: Iterable[tuple[str, bytes]]) -> str:
    """The name of the entry for a pack with these files."""
    depends = [SHAPE.encode(), name.encode(), str(bundled).encode(), cache.stamp()]
    for path, data in files:
        depends += [path.encode("utf-8", "surrogateescape"), data]
    return digest(*depends, size=16)


def recall(entry: str) -> tuple[Rule, ...] | None:
    """The rules of an entry; None where there is none that can be read."""
    kept = cache.read(_SHELF, f"{entry}.json")
    if kept is None:
        return None
    try:
        return tuple(_rule(row) for row in json.loads(kept)["rules"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep(entry: str, rules: Iterable[Rule]) -> None:
    """Keep the rules of an entry, where they can be kept."""
    if not cache.is_on():
        return
    try:
        content = json.dumps({"rules": [row(rule) for rule in rules]}, ensure_ascii=True).encode("ascii")
    except (TypeError, ValueError):
        return
    cache.prune(_SHELF, _MOST, _MOST_BYTES)
    cache.write(_SHELF, f"{entry}.json", content)


def stamp(rule: Rule) -> str:
    """A text that is another one wherever the rule would find something else."""
    scope = [_alternative_row(alternative) for alternative in rule.selector.alternatives]
    said = (rule.id, rule.severity, rule.message, scope, rule.applicability, rule.action, rule.limit, rule.languages, rule.supersedes)
    heeded = (rule.unless, rule.doubtful, rule.outside_quotations, rule.gather, rule.yields, rule.quiet_in, rule.limit_together)
    return repr((said, heeded, rule.kind.stamp if isinstance(rule.kind, KindLater) else _stamp_of(rule)))


def _stamp_of(rule: Rule) -> str:
    """The digest of the kind with its options."""
    kind: Any = rule.kind
    options = json.dumps({name: _plain(value) for name, value in rule.options.items()}, sort_keys=True)
    return digest(type(kind).__module__.encode(), str(kind.foreign).encode(), options.encode())


def row(rule: Rule) -> dict[str, Any]:
    """A rule as JSON can hold it."""
    kind: Any = rule.kind
    triggers = kind.triggers() if hasattr(kind, "triggers") else None
    return {
        "id": rule.id,
        "kind": type(kind).__module__.rpartition(".")[2].replace("_", "-"),
        "foreign": kind.foreign,
        "methods": [method for method in _METHODS if hasattr(kind, method)],
        "triggers": None if triggers is None else sorted(triggers),
        "reads": hasattr(kind, "files"),
        "stamp": _stamp_of(rule),
        "options": {name: _plain(value) for name, value in rule.options.items()},
        "mappings": [name for name, value in rule.options.items() if isinstance(value, Mapping)],
        "message": rule.message,
        "severity": int(rule.severity),
        "scope": [_alternative_row(alternative) for alternative in rule.selector.alternatives],
        "applicability": int(rule.applicability),
        "action": None if rule.action is None else [rule.action.name, list(rule.action.params)],
        "unless": [[pattern.text, pattern.ignorecase, pattern.foreign] for pattern in rule.unless],
        "doubtful": [[pattern.text, pattern.ignorecase, pattern.foreign] for pattern in rule.doubtful],
        "examples": [list(example) for example in rule.examples],
        "lists": {name: list(getattr(rule, name)) for name in _LISTS},
        "values": {name: getattr(rule, name) for name in _VALUES},
    }


_LISTS = ("supersedes", "languages", "renamed_from", "quiet_in")
_VALUES = tuple("summary why link description enabled outside_quotations limit limit_together gather yields pack path".split())


def _rule(row: Mapping[str, Any]) -> Rule:
    options = {name: _option(value, name in row["mappings"]) for name, value in row["options"].items()}
    kind: Any = KindLater(row, options)
    others: dict[str, Any] = {**row["values"], **{name: tuple(values) for name, values in row["lists"].items()}}
    return Rule(
        row["id"],
        kind,
        row["message"],
        Severity(row["severity"]),
        Selector(tuple(_alternative(alternative) for alternative in row["scope"])),
        applicability=Applicability(row["applicability"]),
        action=None if row["action"] is None else Action(row["action"][0], tuple(row["action"][1])),
        unless=tuple(Pattern(*pattern) for pattern in row["unless"]),
        doubtful=tuple(Pattern(*pattern) for pattern in row["doubtful"]),
        examples=tuple(Example(text, tuple(flags), *rest) for text, flags, *rest in row["examples"]),
        options=options,
        **others,
    )


def _alternative_row(alternative: Alternative) -> list[Any]:
    unwanted = [sorted(chain) for chain in alternative.unwanted]
    return [sorted(alternative.wanted), unwanted, list(alternative.within), list(alternative.without), alternative.selection]


def _alternative(row: Sequence[Any]) -> Alternative:
    wanted, unwanted, within, without, selection = row
    return Alternative(frozenset(wanted), tuple(map(frozenset, unwanted)), tuple(within), tuple(without), selection)


def _plain(value: Any) -> Any:
    if isinstance(value, Action):
        return {"action": [value.name, list(value.params)]}
    if isinstance(value, Mapping):
        return {name: list(item) if isinstance(item, tuple) else item for name, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def _option(value: Any, mapping: bool) -> Any:
    if isinstance(value, dict) and not mapping:
        name, params = value["action"]
        return Action(name, tuple(params))
    if isinstance(value, dict):
        return {name: tuple(item) if isinstance(item, list) else item for name, item in value.items()}
    return tuple([tuple(item) if isinstance(item, list) else item for item in value]) if isinstance(value, list) else value
