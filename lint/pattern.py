"""Regular expressions of rules: ours by `re`, those from outside by `regex` under a time limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Protocol

Expression = Annotated[str, "a regular expression"]
"""The type of a kind's key whose text is a regular expression, so that its reader can say where one is wrong."""


class PatternError(ValueError):
    """A regular expression that cannot be read; `position` counts in its text, None where unknown."""

    def __init__(self, message: str, position: int | None = None) -> None:
        super().__init__(message)
        self.position = position


class Found(Protocol):
    """What a match object of `re` and of `regex` both offer."""

    def start(self, group: int = 0, /) -> int: ...
    def end(self, group: int = 0, /) -> int: ...
    def group(self, group: int = 0, /) -> Any: ...

    @property
    def lastindex(self) -> int | None: ...
    @property
    def string(self) -> str: ...


@dataclass(frozen=True)
class Pattern:
    """A regular expression, compiled when it is first needed.

    `foreign` ones (from packs that are not bundled) run in the `regex` engine, which gives up after a time limit.
    """

    text: str
    ignorecase: bool = False
    foreign: bool = False

    def finditer(self, text: str, limit: float | None = None) -> Iterator[Found]:
        """All matches from left to right. Raises TimeoutError where a foreign pattern takes more than `limit` seconds."""
        return self.around(text, 0, len(text), limit)

    def around(self, text: str, start: int, end: int, limit: float | None = None) -> Iterator[Found]:
        """The matches that stand wholly in `start..end`, with the text before it in sight. Raises TimeoutError as `finditer` does."""
        if self.foreign and limit is not None:
            found: Iterator[Found] = self._compiled.finditer(text, start, end, timeout=limit)
            return found
        return iter(self._compiled.finditer(text, start, end))

    def search(self, text: str, limit: float | None = None) -> Found | None:
        """The first match, None where there is none. Raises TimeoutError as `finditer` does."""
        if self.foreign and limit is not None:
            found: Found | None = self._compiled.search(text, timeout=limit)
            return found
        return self._compiled.search(text)  # type: ignore[no-any-return]

    def fullmatch(self, text: str, limit: float | None = None) -> Found | None:
        """A match of the whole text. Raises TimeoutError as `finditer` does."""
        if self.foreign and limit is not None:
            found: Found | None = self._compiled.fullmatch(text, timeout=limit)
            return found
        return self._compiled.fullmatch(text)  # type: ignore[no-any-return]

    def match(self, text: str, start: int, limit: float | None = None) -> Found | None:
        """A match that begins at `start`, with the text before it in sight. Raises TimeoutError as `finditer` does."""
        if self.foreign and limit is not None:
            found: Found | None = self._compiled.match(text, start, timeout=limit)
            return found
        return self._compiled.match(text, start)  # type: ignore[no-any-return]

    def replace(self, template: str, text: str, limit: float | None = None) -> str:
        """The text with each match replaced as `template` says (`\\g<1>`). Raises PatternError for a group that is none, TimeoutError."""
        limits = {"timeout": limit} if self.foreign and limit is not None else {}
        try:
            return str(self._compiled.sub(template, text, **limits))
        except _template_errors(self.foreign) as error:
            raise PatternError(f"'{template}' cannot be put in: {error}") from None

    def validate(self) -> None:
        """Raises PatternError where the text is no regular expression."""
        self._compiled  # noqa: B018

    @cached_property
    def _compiled(self) -> Any:
        return _compile_foreign(self.text, self.ignorecase) if self.foreign else _compile_own(self.text, self.ignorecase)


def _template_errors(foreign: bool) -> tuple[type[Exception], ...]:
    if not foreign:
        return re.error, IndexError
    import regex

    return regex.error, IndexError


def _compile_own(text: str, ignorecase: bool) -> re.Pattern[str]:
    try:
        return re.compile(text, re.IGNORECASE if ignorecase else 0)
    except re.error as error:
        raise PatternError(error.msg, error.pos) from None
    except (RecursionError, OverflowError) as error:
        raise PatternError(f"too large to compile ({type(error).__name__})") from None


def _compile_foreign(text: str, ignorecase: bool) -> Any:
    import regex  # its import is dear, and most runs have no foreign pattern

    try:
        return regex.compile(text, regex.VERSION0 | (regex.IGNORECASE if ignorecase else 0))
    except regex.error as error:
        raise PatternError(error.msg, error.pos) from None
    except (RecursionError, OverflowError) as error:
        raise PatternError(f"too large to compile ({type(error).__name__})") from None
