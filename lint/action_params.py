"""The parameters of an action: references to what was found, and what is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.compiled import compiled

_REFERENCE = compiled(r"\$(?:(\$)|\{(\d+)\}|(\d+))")


class ActionError(ValueError):
    """An action that cannot be meant so; its text says what is wrong and what to write."""


def filled(param: str, words: str, groups: Sequence[str]) -> str:
    """A parameter with its references filled in; a group that is none becomes nothing."""
    if "$" not in param:
        return param
    known = (words, *groups)

    def value(reference: re.Match[str]) -> str:
        number = int(reference.group(2) or reference.group(3) or 0)
        return "$" if reference.group(1) else known[number] if number < len(known) else ""

    return _REFERENCE.sub(value, param)
