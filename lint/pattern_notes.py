"""What was worked out about patterns and words, by their text: pure results, gathered so that the next run can be spared the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")

_MOST = 20_000
"""Entries of a sort; no set of packs comes near, and a hostile one must not fill memory."""

_notes: dict[str, dict[str, Any]] = {}
_elsewhere: list[Callable[[], None]] = []
_grown = False


def look_up(put_all_back: Callable[[], None]) -> None:
    """Have notes of earlier runs put back when a note is first asked for: a run that checks nothing anew asks for none."""
    _elsewhere.append(put_all_back)


def recall(sort: str, pattern: str, unknown: Any) -> Any:
    """What was noted of this sort about a pattern; `unknown` where nothing was."""
    while _elsewhere:
        _elsewhere.pop(0)()
    return _notes.get(sort, {}).get(pattern, unknown)


def note(sort: str, pattern: str, result: Any) -> None:
    """Note a result, which JSON can hold."""
    global _grown
    notes = _notes.setdefault(sort, {})
    if len(notes) < _MOST:
        notes[pattern] = result
        _grown = True


def noted(sort: str, pattern: str, work_out: Callable[[str], T]) -> T:
    """A result as it was noted, or worked out now; JSON has to hold it as it is."""
    known: T | None = recall(sort, pattern, None)
    if known is None:
        known = work_out(pattern)
        note(sort, pattern, known)
    return known


def noted_words(name: str, work_out: Callable[[], Iterable[str]]) -> frozenset[str]:
    """A set of words that follows from our own tables, as it was noted or worked out now."""
    return frozenset(noted("words", name, lambda _: sorted(work_out())))


def taken() -> Mapping[str, Mapping[str, Any]] | None:
    """All notes; None where there are none but those that were put back."""
    return _notes if _grown else None


def put_back(notes: Mapping[str, Mapping[str, Any]]) -> None:
    """Add notes of an earlier run."""
    global _grown
    _grown = any(not noted.keys() <= notes.get(sort, {}).keys() for sort, noted in _notes.items())
    for sort, results in notes.items():
        _notes.setdefault(sort, {}).update(results)
