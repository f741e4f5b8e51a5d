"""Regular expressions of rules: ours by `re`, those from outside as Vale reads them, under a time limit where they could need one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import Annotated, Any, Protocol

from lint.compiled import PatternError as PatternError
from lint.compiled import compiled, compiled_now
from lint.frozen import frozen
from lint.patience import Patience

Expression = Annotated[str, "a regular expression"]
"""The type of a kind's key whose text is a regular expression, so that its reader can say where one is wrong."""


_REFERENCE = compiled(r"\$(?:(\d+|[$&])|\{(\w+)\})")


class Found(Protocol):
    """What a match object of `re` and of `regex` both offer."""

    def start(self, group: int = 0, /) -> int: ...
    def end(self, group: int = 0, /) -> int: ...
    def group(self, group: int = 0, /) -> Any: ...
    def groups(self, default: Any = None, /) -> tuple[Any, ...]: ...
    def groupdict(self) -> dict[str, Any]: ...

    @property
    def lastindex(self) -> int | None: ...
    @property
    def string(self) -> str: ...


Finding = Callable[[str, int, int], Iterator[Found]]
"""Finds matches between two places of a text."""


class Runner:
    """A pattern over one text; for many calls faster than the methods of Pattern."""

    def __init__(self, engine: Any, text: str, patience: Patience | None) -> None:
        self._engine = engine
        self._text = text
        self._patience = patience

    def search(self, start: int) -> Found | None:
        """The first match from `start` on. Raises TimeoutError."""
        found: Found | None = _called(self._patience, self._engine.search, self._text, start)
        return found

    def match(self, start: int) -> Found | None:
        """A match that begins at `start`. Raises TimeoutError."""
        found: Found | None = _called(self._patience, self._engine.match, self._text, start)
        return found


@frozen
class Pattern:
    """A regular expression, compiled when it is first needed.

    `foreign` ones (from packs that are not bundled) are read as `lint.dialect` says. They run in `re` where no text can make them slow,
    else in the `regex` engine, which gives up where a patience is at its end. So do ours where a configuration may have changed them.
    """

    text: str
    ignorecase: bool = False
    foreign: bool = False

    def finditer(self, text: str, limit: Patience | None = None) -> Iterator[Found]:
        """All matches from left to right. Raises TimeoutError where a pattern that is not ours uses up its `limit`."""
        return self.around(text, 0, len(text), limit)

    def around(self, text: str, start: int, end: int, limit: Patience | None = None) -> Iterator[Found]:
        """The matches that stand wholly in `start..end`, with the text before it in sight. Raises TimeoutError as `finditer` does."""
        compiled, patience = self._engine(text, limit)
        find: Finding = compiled.finditer if patience is None else partial(patience.steps, compiled.finditer)
        return _stepping(find, text, start, end) if self.foreign else find(text, start, end)

    def runner(self, text: str, limit: Patience | None = None) -> Runner:
        """This pattern over a text."""
        compiled, patience = self._engine(text, limit)
        return Runner(compiled, text, patience)

    def search(self, text: str, limit: Patience | None = None) -> Found | None:
        """The first match, None where there is none. Raises TimeoutError as `finditer` does."""
        compiled, patience = self._engine(text, limit)
        found: Found | None = _called(patience, compiled.search, text)
        return found

    def fullmatch(self, text: str, limit: Patience | None = None) -> Found | None:
        """A match of the whole text. Raises TimeoutError as `finditer` does."""
        compiled, patience = self._engine(text, limit)
        found: Found | None = _called(patience, compiled.fullmatch, text)
        return found

    def match(self, text: str, start: int, limit: Patience | None = None) -> Found | None:
        """A match that begins at `start`, with the text before it in sight. Raises TimeoutError as `finditer` does."""
        compiled, patience = self._engine(text, limit)
        found: Found | None = _called(patience, compiled.match, text, start)
        return found

    def replace(self, template: str, text: str, limit: Patience | None = None) -> str:
        """The text with each match replaced as `template` says (`\\g<1>`). Raises PatternError for a group that is none, TimeoutError."""
        compiled, patience = self._engine(text, limit)
        try:
            return str(_called(patience, compiled.sub, template, text))
        except _template_errors(not isinstance(compiled, re.Pattern)) as error:
            raise PatternError(f"'{template}' cannot be put in: {error}") from None

    def validate(self) -> None:
        """Raises PatternError where the text is no regular expression."""
        if self.foreign:
            from lint import foreign_pattern  # few run any

            foreign_pattern.plain(self.text, self.ignorecase)
        else:
            self._own  # noqa: B018

    def _engine(self, text: str, limit: Patience | None) -> tuple[Any, Patience | None]:
        """What runs over this text, and the patience that it needs."""
        if not self.foreign:
            compiled = self._watched if limit and limit.ours else self._own
        else:
            from lint.foreign_pattern import engine

            compiled = engine(self.text, self.ignorecase, text)
        return compiled, None if isinstance(compiled, re.Pattern) else limit

    @cached_property
    def _watched(self) -> Any:
        """What runs where a configuration may have changed a pattern of ours: it means the same, and is held to a limit."""
        from lint.foreign_pattern import by_regex, is_watched

        return by_regex(self.text, self.ignorecase, 0) if is_watched(self.text, self.ignorecase) else self._own

    @cached_property
    def _own(self) -> re.Pattern[str]:
        try:
            return compiled_now(self.text, re.IGNORECASE if self.ignorecase else 0)
        except re.error as error:
            raise PatternError(error.msg, error.pos) from None
        except (RecursionError, OverflowError) as error:
            raise PatternError(f"too large to compile ({type(error).__name__})") from None


def expanded(template: str, found: Found) -> str:
    """A template of the foreign dialect with what a match has put in: `$1`, `${1}`, `${name}`, `$&` for all of it, `$$` for a dollar.

    A group that is none stays as it is written.
    """
    groups = {str(number): text for number, text in enumerate((found.group(), *found.groups("")))}
    groups |= {name: text or "" for name, text in found.groupdict().items()} | {"$": "$", "&": found.group()}
    return _REFERENCE.sub(lambda reference: groups.get(reference[1] or reference[2], reference[0]), template)


def _template_errors(by_regex: bool) -> tuple[type[Exception], ...]:
    if not by_regex:
        return re.error, IndexError
    import regex

    return re.error, regex.error, IndexError


def _called(patience: Patience | None, function: Callable[..., Any], *args: Any) -> Any:
    return patience.call(function, *args) if patience else function(*args)


def _stepping(find: Finding, text: str, start: int, end: int) -> Iterator[Found]:
    """The matches as Vale's engine goes on behind an empty one: a character further."""
    while True:
        last = None
        for found in find(text, start, end):
            yield found
            last = found
            if found.start() == found.end():
                break
        if last is None or not last.start() == last.end() < end:
            return
        start = last.end() + 1
