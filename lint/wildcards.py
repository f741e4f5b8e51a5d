"""Path patterns as regular expressions that no name makes slow: once the next wildcard has begun, the ones before it are not tried again.

That changes nothing of what they match. The leftmost place for what stands behind a wildcard leaves most to those that follow.
"""

from __future__ import annotations

from collections.abc import Sequence

_NEAR = {"[^/]*": "[^/]*?", ".*": ".*?"}
"""Wildcards for characters, and how they take as few as they can."""
_FAR = {"(?:.+/)?": "(?:.+?/)??", "(?:/.+)?": "(?:/.+?)??", "(?:[^/]*/)*": "(?:[^/]*/)*?"}
"""The same for folders."""
_BEFORE_SLASH = "(?:/.+)?"
"""Stands before a slash, so that the name before it is whole."""
WILDCARDS = frozenset((*_NEAR, *_FAR))
"""The pieces of a pattern that are wildcards."""


def steady(pieces: Sequence[str]) -> str:
    """The pieces of an expression as one; those that are not wildcards take the same number of characters each."""
    groups = _parted(pieces, _FAR)
    last = len(groups) - 1
    made = []
    for number, (opening, group) in enumerate(groups):
        end = "" if number == last or groups[number + 1][0] != _BEFORE_SLASH else "(?=/)"
        inner = _group(group, number == last, end)
        made.append(f"(?>{_FAR[opening]}{inner})" if opening and number < last else f"{opening}{inner}")
    return "".join(made)


def _group(pieces: Sequence[str], is_last: bool, end: str) -> str:
    """What stands between two wildcards for folders, or behind the last."""
    parts = _parted(pieces, _NEAR)
    made = []
    for number, (wildcard, rest) in enumerate(parts):
        at_end = number == len(parts) - 1
        text = "".join(rest) + (end if at_end else "")
        made.append(f"(?>{_NEAR[wildcard]}{text})" if wildcard and not (at_end and is_last) else f"{wildcard}{text}")
    return "".join(made)


def _parted(pieces: Sequence[str], wildcards: dict[str, str]) -> list[tuple[str, list[str]]]:
    """The wildcards, each with what follows up to the next; before the first stands none."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for piece in pieces:
        if piece in wildcards:
            parts.append((piece, []))
        else:
            parts[-1][1].append(piece)
    return parts
