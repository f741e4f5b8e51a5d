"""Path patterns of Vale's sections, written as the gitignore patterns that `.copydesk.yml` has."""

from __future__ import annotations

from itertools import pairwise, product

_MOST_STARS = 3


def gitignore(pattern: str) -> list[str] | None:
    """Patterns that mean the same files; None where there are none."""
    if pattern.startswith("!") or "\\" in pattern:
        return None
    found: list[str] = []
    for one in _alternatives(pattern):
        made = _crossing(one) if "**" not in one else None if one.endswith("/*") else [_anchored(one)]
        if made is None:
            return None
        found += made
    return found


def _alternatives(pattern: str) -> list[str]:
    """The patterns that one with `{a,b}` stands for."""
    start = pattern.find("{")
    if start < 0:
        return [pattern]
    depth, parts, end = 0, [""], start
    for end in range(start, len(pattern)):
        sign = pattern[end]
        depth += (sign == "{") - (sign == "}")
        if not depth:
            break
        if sign == "," and depth == 1:
            parts.append("")
        elif end > start:
            parts[-1] += sign
    return [whole for part in parts for whole in _alternatives(pattern[:start] + part + pattern[end + 1 :])]


def _anchored(pattern: str) -> str:
    return pattern if pattern.startswith("**/") else f"/{pattern.removeprefix('/')}"


def _crossing(pattern: str) -> list[str] | None:
    """A pattern whose `*` goes over folders, as patterns in which it does not."""
    if pattern == "*":
        return ["*"]
    pieces = pattern.split("*")
    if pieces[0] == "" and len(pieces) == 2 and "/" not in pieces[1]:
        return [pattern]  # gitignore looks for a name without a slash everywhere
    stars = [_star(before, behind) for before, behind in pairwise(pieces)]
    if sum(len(star) > 1 for star in stars) > _MOST_STARS:
        return None
    return [_anchored("".join(map("".join, zip(pieces, [*chosen, ""], strict=True)))) for chosen in product(*stars)]


def _star(before: str, behind: str) -> tuple[str, ...]:
    """What `*` becomes between two pieces of a pattern."""
    if not before or before.endswith("/"):
        return ("**",) if not behind else ("**/*",)
    return ("*", "*/**/*") if behind else ("*", "*/**")
