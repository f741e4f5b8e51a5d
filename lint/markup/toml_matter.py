"""TOML: its values with their places."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator

from lint.compiled import compiled
from lint.markup.scalars import Scalar, Style

_TOKEN = compiled(
    r"#[^\r\n]*"
    r'|"""(?:[^"\\]|\\[\s\S]|"{1,2}(?!"))*"{3,5}'
    r"|'''(?:[^']|'{1,2}(?!'))*'{3,5}"
    r'|"(?:[^"\\\r\n]|\\.)*"'
    r"|'[^'\r\n]*'"
    r"|[\[\]{}=,\n]"
    r"|[^\s\"'#\[\]{}=,]+"
)
_MOST_DOTS = 200


def read(text: str, offset: int) -> tuple[dict[str, object], list[Scalar]]:
    """The table that the text is, everything in it as text, lists and mappings; and its strings, `offset` added to their places.

    Raises ValueError or RecursionError where the text is broken.
    """
    if any(line.partition("=")[0].count(".") > _MOST_DOTS for line in text.splitlines()):
        raise ValueError("a key of hundreds of keys")  # `tomllib` takes a time that grows as their square
    table = tomllib.loads(text.replace("\r\n", "\n"))
    return {key: _as_text(value) for key, value in table.items()}, list(_strings(text, offset))


def _as_text(value: object) -> object:
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_as_text(inner) for inner in value]
    if isinstance(value, bool):
        return str(value).lower()
    return str(value)


class _Keys:
    """Which keys lead to what is read."""

    def __init__(self) -> None:
        self.table: tuple[str, ...] = ()
        self.parts: list[str] = []
        self.open: list[tuple[str, tuple[str, ...]]] = []  # arrays and inline tables, with the keys that lead to each
        self.in_value = False
        self.in_header = False

    def path(self) -> tuple[str, ...]:
        """The keys that lead to the value that comes next."""
        around = self.open[-1][1] if self.open else self.table
        return (*around, *self.parts)

    def take(self, sign: str) -> None:
        """One of the signs that TOML is built of."""
        if self.in_header:
            if sign == "\n":
                self.table, self.parts, self.in_header = tuple(self.parts), [], False
        elif sign == "=":
            self.in_value = True
        elif sign in "[{":
            self._begin(sign)
        elif sign in "]}":
            self._end()
        elif sign == "," or not self.open:
            self.parts = []
            self.in_value = bool(self.open) and self.open[-1][0] == "["

    def _begin(self, sign: str) -> None:
        if not self.in_value and not self.open:
            self.in_header, self.parts = True, []
            return
        self.open.append((sign, self.path()))
        self.parts = []
        self.in_value = sign == "["

    def _end(self) -> None:
        if self.open:
            self.open.pop()
        self.parts = []
        self.in_value = bool(self.open) and self.open[-1][0] == "["


def _strings(text: str, offset: int) -> Iterator[Scalar]:
    keys = _Keys()
    for found in _TOKEN.finditer(text):
        token = found[0]
        if token[0] == "#":
            continue
        if token in "[]{}=,\n":
            keys.take(token)
        elif not keys.in_value:
            keys.parts += [token[1:-1]] if token[0] in "\"'" else [part for part in token.split(".") if part]
        elif token[0] in "\"'":
            yield _scalar(token, keys.path(), found.start() + offset)


def _scalar(token: str, path: tuple[str, ...], start: int) -> Scalar:
    width = 3 if token[:3] in ('"""', "'''") and len(token) > 5 else 1
    raw = token[width:-width]
    value = tomllib.loads(f"x={token}".replace("\r\n", "\n"))["x"]
    end = start + len(token)
    style = Style.DOUBLE if token[0] == '"' else Style.LITERAL
    return Scalar(path, value, start, end, start + width, start + width + len(raw), style)
