"""Packs as they were read before, kept in the user's cache folder: text that can run no code, keyed by all that it depends on.

A cache that is missing, foreign, broken or not writable costs a reading of the YAML and nothing else.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from lint import kinds
from lint.diagnostic import Applicability, Severity
from lint.digest import digest
from lint.pattern import Pattern
from lint.rule import Action, Example, Kind, Rule
from lint.scope import Selector

SHAPE = "1"
"""Another shape of the entries is another key."""

_MOST_ENTRIES = 64
_METHODS = ("find", "survey")
_off = False


class KindLater:
    """Stands for a kind until a rule of it is run: what the prefilter asks of it is known without."""

    def __init__(self, name: str, options: Mapping[str, Any], foreign: bool, methods: Iterable[str], triggers: list[str] | None) -> None:
        self.name = name
        self.options = options
        self.foreign = foreign
        self._triggers = None if triggers is None else frozenset(triggers)
        for method in methods:
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
    def shortest(self) -> int:
        """As the kind's own, 0 where it has none."""
        return int(getattr(self.made, "shortest", 0))


class _Later:
    """A method of a kind that is not made yet; picklable, as a closure is not."""

    def __init__(self, kind: KindLater, method: str) -> None:
        self.kind = kind
        self.method = method

    def __call__(self, *args: Any) -> Any:
        return getattr(self.kind.made, self.method)(*args)


def switch_off() -> None:
    """Neither read nor write anything for the rest of this process (`--no-cache`)."""
    global _off
    _off = True


def key(name: str, bundled: bool, files: Iterable[tuple[str, bytes]]) -> str:
    """The name of the entry for a pack with these files."""
    depends = [piece.encode() for piece in (SHAPE, sys.version, name, str(bundled), _stamp())]
    for path, data in files:
        depends += [path.encode("utf-8", "surrogateescape"), data]
    return digest(*depends, size=16)


def recall(entry: str) -> tuple[Rule, ...] | None:
    """The rules of an entry; None where there is none that can be read."""
    if _off:
        return None
    try:
        rows = json.loads((_folder() / f"{entry}.json").read_bytes())
        return tuple(_rule(row) for row in rows["rules"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def keep(entry: str, rules: Iterable[Rule]) -> None:
    """Write an entry in one step; what cannot be kept is not."""
    if _off:
        return
    try:
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        _forget_old(folder)
        temporary = folder / f"{entry}.{os.getpid()}.tmp"
        temporary.write_text(json.dumps({"rules": [_row(rule) for rule in rules]}, ensure_ascii=True), encoding="ascii")
        temporary.replace(folder / f"{entry}.json")
    except (OSError, TypeError, ValueError):
        return


def _folder() -> Path:
    """Where the system wants caches: `XDG_CACHE_HOME` and its likes."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "copydesk" / "packs"


@cache
def _stamp() -> str:
    """Which code read the rules: its files by size and time, so that a changed checkout reads them anew."""
    here = Path(__file__).parent
    own = [here / name for name in ("pack_cache.py", "prefilter.py", "rule.py", "rule_file.py", "rule_keys.py", "scope.py")]
    found = []
    for path in (*own, *sorted((here / "kinds").glob("*.py"))):
        status = path.stat()
        found.append(f"{path.name}:{status.st_size}:{status.st_mtime_ns}")
    return "|".join(found)


def _forget_old(folder: Path) -> None:
    entries = sorted(folder.glob("*"), key=lambda path: path.stat().st_mtime)
    for path in entries[: max(0, len(entries) - _MOST_ENTRIES)]:
        path.unlink(missing_ok=True)


def _row(rule: Rule) -> dict[str, Any]:
    """A rule as JSON can hold it."""
    kind: Any = rule.kind
    triggers = kind.triggers() if hasattr(kind, "triggers") else None
    return {
        "id": rule.id,
        "kind": type(kind).__module__.rpartition(".")[2].replace("_", "-"),
        "foreign": kind.foreign,
        "methods": [method for method in _METHODS if hasattr(kind, method)],
        "triggers": None if triggers is None else sorted(triggers),
        "options": {name: _plain(value) for name, value in rule.options.items()},
        "mappings": [name for name, value in rule.options.items() if isinstance(value, Mapping)],
        "message": rule.message,
        "severity": int(rule.severity),
        "scope": [[sorted(wanted), sorted(unwanted)] for wanted, unwanted in rule.selector.alternatives],
        "applicability": int(rule.applicability),
        "action": None if rule.action is None else [rule.action.name, list(rule.action.params)],
        "unless": [[pattern.text, pattern.ignorecase, pattern.foreign] for pattern in rule.unless],
        "doubtful": [[pattern.text, pattern.ignorecase, pattern.foreign] for pattern in rule.doubtful],
        "examples": [list(example) for example in rule.examples],
        "lists": {name: list(getattr(rule, name)) for name in _LISTS},
        "values": {name: getattr(rule, name) for name in _VALUES},
    }


_LISTS = ("supersedes", "languages", "renamed_from")
_VALUES = ("summary", "why", "link", "description", "enabled", "outside_quotations", "limit", "pack", "path")


def _rule(row: Mapping[str, Any]) -> Rule:
    options = {name: _option(value, name in row["mappings"]) for name, value in row["options"].items()}
    kind: Any = KindLater(row["kind"], options, row["foreign"], row["methods"], row["triggers"])
    others: dict[str, Any] = {**row["values"], **{name: tuple(values) for name, values in row["lists"].items()}}
    return Rule(
        row["id"],
        kind,
        row["message"],
        Severity(row["severity"]),
        Selector(tuple((frozenset(wanted), frozenset(unwanted)) for wanted, unwanted in row["scope"])),
        applicability=Applicability(row["applicability"]),
        action=None if row["action"] is None else Action(row["action"][0], tuple(row["action"][1])),
        unless=tuple(Pattern(*pattern) for pattern in row["unless"]),
        doubtful=tuple(Pattern(*pattern) for pattern in row["doubtful"]),
        examples=tuple(Example(text, tuple(flags), *rest) for text, flags, *rest in row["examples"]),
        options=options,
        **others,
    )


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
    return tuple(value) if isinstance(value, list) else value
