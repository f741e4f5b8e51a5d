"""What an output said of a text, kept for the next run: text that can run no code.

An entry is named by all that it depends on, so it is never stale: the text, the rules in force with all their keys, what else the
configuration says, the files that rules read, our own code, and the look of the output. Damage costs checking the text again, no more.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from lint import cache, pack_cache
from lint.digest import digest
from lint.profile import Profile
from lint.report import Part

_SHELF = "results"
_MOST = 8_000
_MOST_BYTES = 128_000_000

_stamps: dict[int, tuple[Profile, bytes]] = {}


def key(profile: Profile, text: str, wanted: str) -> str:
    """The name of the entry for a text under these rules; `wanted` is all else that the output depends on."""
    return digest(_stamp(profile), text.encode("utf-8", "surrogatepass"), wanted.encode("utf-8", "surrogatepass"), size=20)


def recall(entry: str) -> Part | None:
    """The part that was kept; None where there is none that can be read."""
    kept = cache.read(_SHELF, entry)
    if kept is None:
        return None
    try:
        head, _, text = kept.decode("utf-8", "surrogatepass").partition("\n")
        path, length, severities, mendable, level, accepted, stood = json.loads(head)
        if len(text) == length:
            return Part(path, text, True, tuple(severities), mendable, fail_level=level, accepted=accepted, stood=tuple(stood))
    except (ValueError, TypeError):
        pass
    return None


def keep(entry: str, part: Part) -> None:
    """Keep a part, where it can be kept."""
    if entry.startswith("00"):  # looking through the shelf is dear where it is full
        prune()
    head = json.dumps([part.path, len(part.text), part.severities, part.mendable, part.fail_level, part.accepted, part.stood])
    cache.write(_SHELF, entry, f"{head}\n{part.text}".encode("utf-8", "surrogatepass"))


def prune() -> None:
    """Forget the oldest entries where there are too many."""
    cache.prune(_SHELF, _MOST, _MOST_BYTES)


def _stamp(profile: Profile) -> bytes:
    """All that the findings of a text depend on, apart from the text."""
    known = _stamps.get(id(profile))
    if known is None or known[0] is not profile:
        rules = [pack_cache.stamp(rule).encode("utf-8", "surrogatepass") for rule in profile.rules.rules]
        settings = repr([_plain(part) for part in (profile.house, profile.reading, profile.rules.known, _files(profile))])
        made = digest(cache.stamp(), settings.encode("utf-8", "surrogatepass"), *rules)
        known = _stamps[id(profile)] = profile, made.encode()
    return known[1]


def _files(profile: Profile) -> list[tuple[str, int, int]]:
    """The files that rules read when they run, by size and time."""
    read = [path for rule in profile.rules.rules for path in getattr(rule.kind, "files", ())]
    return [(path.as_posix(), status.st_size, status.st_mtime_ns) for path in read for status in (path.stat(),)]


def _plain(value: Any) -> Any:
    """The value with everything in a fixed order."""
    if is_dataclass(value):
        return [(field.name, _plain(getattr(value, field.name))) for field in fields(value)]
    if isinstance(value, Mapping):
        return sorted((str(name), _plain(each)) for name, each in value.items())
    if isinstance(value, frozenset | set):
        return sorted(map(str, value))
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value.value if isinstance(value, Enum) else value
