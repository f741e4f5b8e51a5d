"""The notes about patterns, kept for the next run: those of runs with the bundled packs alone in one entry, of others in a second."""

from __future__ import annotations

import json

from lint import cache, pattern_notes
from lint.digest import digest

_SHELF = "patterns"
_MOST, _MOST_BYTES = 8, 16_000_000
_recalled: set[bool] = set()


def recall(foreign: bool) -> None:
    """Put the notes of earlier runs back, once in a process, when they are asked for; `foreign`: for packs that are not bundled."""
    if foreign in _recalled or not cache.is_on():
        return
    _recalled.add(foreign)
    pattern_notes.look_up(lambda: _put_back(foreign))


def keep() -> None:
    """Keep the notes, where there are new ones."""
    notes = pattern_notes.taken() if cache.is_on() else None
    if notes is not None:
        cache.prune(_SHELF, _MOST, _MOST_BYTES)
        cache.write(_SHELF, _entry(True in _recalled), json.dumps(notes).encode("ascii"))


def _put_back(foreign: bool) -> None:
    try:
        pattern_notes.put_back(json.loads(cache.read(_SHELF, _entry(foreign)) or b"{}"))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return


def _entry(foreign: bool) -> str:
    return f"{digest(cache.stamp(), str(foreign).encode(), size=16)}.json"
