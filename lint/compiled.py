"""Regular expressions that are compiled when they are first used, and are not compiled again as long as what came of it is kept.

A cold start would be spent on that otherwise. The engine of `re` proves every code sound before it takes it, whoever wrote it.
"""

from __future__ import annotations

import re
from array import array
from binascii import a2b_base64, b2a_base64
from functools import cache, cached_property
from importlib import import_module
from typing import Any, AnyStr, cast

from lint import pattern_notes

_UNFIT = (AttributeError, ImportError, LookupError, OverflowError, RuntimeError, TypeError, ValueError)
"""What comes of a note that is none of ours, or of a Python whose `re` is made otherwise."""


class PatternError(ValueError):
    """A regular expression that cannot be read; `position` counts in its text, None where unknown."""

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, later. Raises re.error when it is first used, not here."""
    return cast("re.Pattern[str]", _Waiting(pattern, int(flags)))


def compiled_now(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, from the notes where they have it. Raises what that raises."""
    sort, name = ("code", f"{flags:d} {pattern}") if isinstance(pattern, str) else ("code of bytes", f"{flags:d} {pattern!r}")
    try:
        known = pattern_notes.recall(sort, name, None)
        if known is None:
            known = _note(pattern, int(flags))
            pattern_notes.note(sort, name, known)
        return _made(pattern, *known)
    except _UNFIT:
        return re.compile(pattern, flags)


def _note(pattern: str | bytes, flags: int) -> tuple[int, int, dict[str, int], str]:
    """What the engine is given for a pattern: flags, the number of groups, their names, and the code."""
    tree = import_module("re._parser").parse(pattern, flags)
    code = array("I", import_module("re._compiler")._code(tree, flags))
    return flags | tree.state.flags, tree.state.groups - 1, tree.state.groupdict, b2a_base64(code.tobytes(), newline=False).decode()


def _made(pattern: AnyStr, flags: int, groups: int, names: dict[str, int], code: str) -> re.Pattern[AnyStr]:
    """The pattern of a note."""
    codes = array("I", a2b_base64(code)).tolist()
    if groups > len(codes):
        raise ValueError("no code has so many groups")
    numbered: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        numbered[number] = name
    made: re.Pattern[AnyStr] = _engine().compile(pattern, flags, codes, groups, names, tuple(numbered))
    return made


@cache
def _engine() -> Any:
    return import_module("_sre")


class _Waiting:
    """Becomes, attribute by attribute, the pattern that it stands for."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __reduce__(self) -> tuple[type[_Waiting], tuple[str, int]]:
        return _Waiting, (self.pattern, self._flags)

    @cached_property
    def _made(self) -> re.Pattern[str]:
        return compiled_now(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._made, name)
        setattr(self, name, value)
        return value
