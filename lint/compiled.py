"""Regular expressions that are compiled when they are first used: a cold start pays only for those that it needs."""

from __future__ import annotations

import re
from typing import Any, cast


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later. Raises re.error when it is first used, not here."""
    return cast("re.Pattern[str]", _Waiting(pattern, flags))


class _Waiting:
    """Becomes, attribute by attribute, the pattern that it stands for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __reduce__(self) -> tuple[type[_Waiting], tuple[str, int]]:
        return _Waiting, (self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(self.pattern, self._flags), name)
        setattr(self, name, value)
        return value
