"""Path patterns as Vale's sections name files: `*` crosses folders unless the pattern has a `**`, and `{a,b}` means either.

Source of the meaning: Vale's sections.
"""

from __future__ import annotations

import re
from functools import cached_property

from lint.compiled import compiled
from lint.wildcards import WILDCARDS, steady

_MOST_WILDCARDS = 4
_SPECIAL = compiled(r"[\\\[\]^&~|]")


class GlobError(ValueError):
    """A text that is no path pattern."""


class Glob:
    """A path pattern; `!` before it means all other files. Raises GlobError."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._negated = text.startswith("!")
        pattern = text.lstrip("!") if self._negated else text
        self._expression = _Translation(pattern, folders="**" in pattern).made()

    def match(self, path: str) -> bool:
        """Whether a path with `/` between its parts is meant."""
        return (self._regex.fullmatch(path) is not None) != self._negated

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(self._expression, re.DOTALL)


def _wildcards(pieces: list[str]) -> int:
    """How many wildcards at most stand one behind the other; of alternatives the most count."""
    levels = [(0, 0)]
    for piece in pieces:
        most, now = levels[-1]
        if piece == "(?:":
            levels.append((0, 0))
        elif piece == "|":
            levels[-1] = max(most, now), 0
        elif piece == ")":
            levels.pop()
            levels[-1] = levels[-1][0], levels[-1][1] + max(most, now)
        else:
            levels[-1] = most, now + (piece in WILDCARDS)
    return max(levels[0])


class _Translation:
    """A pattern while it is turned into a regular expression; with `folders` its signs stay within a folder's name."""

    def __init__(self, text: str, folders: bool) -> None:
        self.text = text
        self.place = 0
        self.one = "[^/]" if folders else "."
        self.folders = folders
        self.depth = 0

    def made(self) -> str:
        """All of it. Raises GlobError."""
        pieces = []
        while self.place < len(self.text):
            pieces.append(self._piece())
        if self.depth:
            raise GlobError("a '{' has no '}'")
        if "(?:" not in pieces:
            return steady(pieces)
        if _wildcards(pieces) > _MOST_WILDCARDS:
            raise GlobError(f"more than {_MOST_WILDCARDS} '*' stand one behind the other in a pattern with '{{'; write it as several")
        return "".join(pieces)

    def _piece(self) -> str:
        sign = self.text[self.place]
        self.place += 1
        match sign:
            case "*":
                return self._any()
            case "?":
                return self.one
            case "[":
                return self._characters()
            case "{":
                self.depth += 1
                return "(?:"
            case "}" if self.depth:
                self.depth -= 1
                return ")"
            case "," if self.depth:
                return "|"
            case "\\":
                return re.escape(self._escaped())
        return re.escape(sign)

    def _escaped(self) -> str:
        if self.place == len(self.text):
            raise GlobError("it ends in a '\\'")
        self.place += 1
        return self.text[self.place - 1]

    def _any(self) -> str:
        if not self.folders:
            return ".*"
        if not self.text.startswith("*", self.place):
            return "[^/]*"
        before = self.text[: self.place - 1]
        self.place += 1
        whole = not before or before[-1] in "/{,"
        if whole and self.text.startswith("/", self.place):
            self.place += 1
            return "(?:[^/]*/)*"
        return ".*" if whole and self.text[self.place : self.place + 1] in ("", "}", ",") else "[^/]*"

    def _characters(self) -> str:
        end = self.text.find("]", self.place + 1)
        if end < 0:
            raise GlobError("a '[' has no ']'")
        inner = self.text[self.place : end]
        self.place = end + 1
        negated = inner[0] == "!" or (self.folders and inner[0] == "^")
        escaped = _SPECIAL.sub(lambda sign: "\\" + sign[0], inner[negated:])
        made = f"[{'^' if negated else ''}{escaped}]"
        try:
            re.compile(made)
        except re.error as error:
            raise GlobError(f"[{inner}] is no set of characters") from error
        return made
