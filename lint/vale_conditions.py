"""Conditions of Vale's sections, `[*.md if .Meta.draft == true]`: a small language of comparisons, read once and asked for each file.

Known are `.Path`, `.Dir`, `.Name`, `.Ext` and `.Meta` (the front matter); `==`, `!=`, `<`, `<=`, `>`, `>=`, `in`, `contains`, `startsWith`,
`endsWith`, `matches`, `and`, `or`, `not`, `??`; texts, numbers, lists, `true`, `false` and `nil`; `len`, `lower`, `upper`, `trim`, `any`
and `all`, these two with `{# == "x"}`. A field that is not there is `nil`, which as a condition is false.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from lint.compiled import compiled
from lint.named import NamedTuple
from lint.patience import Patience
from lint.pattern import Pattern, PatternError

Fields = Mapping[str, object]
"""What a condition may ask of a file: `Path`, `Dir`, `Name`, `Ext` and `Meta`, and in a list's element `#`."""

Evaluate = Callable[[Fields], Any]

_TOKEN = compiled(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)|(?P<number>\d+(?:\.\d+)?)|(?P<word>[A-Za-z_]\w*)"""
    r"""|(?P<sign>==|!=|<=|>=|&&|\|\||\?\?|\?\.|[-<>!.,#()\[\]{}])|(?P<end>\Z)|(?P<other>\S))"""
)
_ESCAPED = compiled(r"\\(.)", re.DOTALL)
_NUMBER = compiled(r"[-+]?\d+(?:\.\d+)?")
_MOST_TOKENS = 800
_MOST_DEPTH = 40
_TIME_LIMIT = 1.0
"""Seconds that a pattern may take over one value."""
_CHANCES = 3
"""Values over which it may take longer, until the condition holds of no file."""
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class ConditionError(ValueError):
    """A text that is no condition; `position` counts in it."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


class Condition:
    """A condition; raises ConditionError. `asks_meta`: it reads the front matter."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.asks_meta = ".Meta" in text
        self._evaluate = _Parser(text).whole()
        self._chances = _CHANCES

    def holds(self, fields: Fields) -> bool:
        """Whether it is true of a file; one that cannot be judged, such as a text below a number, is not."""
        try:
            return self._chances > 0 and _truth(self._evaluate(fields))
        except TimeoutError:
            self._chances -= 1
        except (TypeError, ValueError, RecursionError):
            pass
        return False


def fields(path: str, meta: Mapping[str, object]) -> Fields:
    """What a condition may ask of a file, from its path as counted from the configuration's folder."""
    pure = PurePosixPath(path)
    return {"Path": path, "Dir": pure.parent.as_posix(), "Name": pure.name, "Ext": pure.suffix, "Meta": meta}


class _Token(NamedTuple):
    sort: str
    text: str
    position: int


_BINARY: dict[str, tuple[int, Callable[[Any, Any], Any]]] = {
    "or": (1, lambda left, right: _truth(left) or _truth(right)),
    "and": (2, lambda left, right: _truth(left) and _truth(right)),
    "==": (3, lambda left, right: _is_same(left, right)),
    "!=": (3, lambda left, right: not _is_same(left, right)),
    "<": (3, lambda left, right: _compared(operator.lt, left, right)),
    "<=": (3, lambda left, right: _compared(operator.le, left, right)),
    ">": (3, lambda left, right: _compared(operator.gt, left, right)),
    ">=": (3, lambda left, right: _compared(operator.ge, left, right)),
    "in": (3, lambda left, right: _is_in(left, right)),
    "contains": (3, lambda left, right: str(right) in _text(left)),
    "startsWith": (3, lambda left, right: _text(left).startswith(_text(right))),
    "endsWith": (3, lambda left, right: _text(left).endswith(_text(right))),
    "matches": (3, lambda left, right: Pattern(_text(right), foreign=True).search(_text(left), Patience(_TIME_LIMIT)) is not None),
    "??": (4, lambda left, right: right if _is_nothing(left) else left),
}
_SAME = {"&&": "and", "||": "or"}
_OF_TEXTS = ("in", "contains", "startsWith", "endsWith", "matches")
_FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "len": lambda value: len(value or ()),
    "lower": lambda value: _text(value).lower(),
    "upper": lambda value: _text(value).upper(),
    "trim": lambda value: _text(value).strip(),
}
_FIELDS = ("Path", "Dir", "Name", "Ext", "Meta")


class _Parser:
    """A condition while it is read: each method gives a function that works out a value from a file's fields."""

    def __init__(self, text: str) -> None:
        self.tokens = list(_tokens(text))
        self.place = 0
        self.depth = 0
        if len(self.tokens) > _MOST_TOKENS:
            raise ConditionError(f"it has more than {_MOST_TOKENS} words and signs", self.tokens[_MOST_TOKENS].position)

    def whole(self) -> Evaluate:
        """All of it."""
        made = self._binary(1)
        if self._now.sort != "end":
            raise self._error(f"'{self._now.text}' is not expected here")
        return made

    @property
    def _now(self) -> _Token:
        return self.tokens[self.place]

    def _taken(self) -> _Token:
        token = self._now
        self.place += token.sort != "end"
        return token

    def _takes(self, text: str) -> bool:
        takes = self._now.text == text and self._now.sort in ("sign", "word")
        self.place += takes
        return takes

    def _needs(self, text: str) -> None:
        if not self._takes(text):
            raise self._error(f"'{text}' is missing here")

    def _error(self, message: str, position: int | None = None) -> ConditionError:
        return ConditionError(message, self._now.position if position is None else position)

    def _binary(self, least: int) -> Evaluate:
        left = self._unary()
        while True:
            before = self.place
            negated = self._takes("not")
            name = _SAME.get(self._now.text, self._now.text) if self._now.sort in ("sign", "word") else ""
            rank, work = _BINARY.get(name, (0, None))
            if work is None or rank < least or (negated and rank != 3):
                self.place = before
                return left
            self._taken()
            expression = self._now if name == "matches" else None
            left = _applied(work, left, self._binary(rank + 1), negated)
            if expression is not None and expression.sort == "text" and self.tokens[self.place - 1] is expression:
                _check_expression(expression)

    def _unary(self) -> Evaluate:
        self.depth += 1
        if self.depth > _MOST_DEPTH:
            raise self._error(f"this is nested more than {_MOST_DEPTH} deep")
        made = self._signed()
        self.depth -= 1
        return made

    def _signed(self) -> Evaluate:
        if self._takes("not") or self._takes("!"):
            inner = self._unary()
            if self._now.text in _OF_TEXTS:
                token = self._taken()
                inner = _applied(_BINARY[token.text][1], inner, self._binary(4), negated=False)
            return lambda fields: not _truth(inner(fields))
        if self._takes("-"):
            number = self._unary()
            return lambda fields: -number(fields)
        return self._member(self._primary())

    def _primary(self) -> Evaluate:
        token = self._taken()
        match token.sort, token.text:
            case "text", text:
                return _constant(_said(text))
            case "number", text:
                return _constant(float(text) if "." in text else int(text))
            case "sign", "(":
                made = self._binary(1)
                self._needs(")")
                return made
            case "sign", "[":
                return self._list()
            case "sign", "#":
                return lambda fields: fields.get("#")
            case "sign", ".":
                return self._field()
            case "word", "true" | "false" | "nil":
                return _constant({"true": True, "false": False, "nil": None}[token.text])
            case "word", name:
                return self._call(name, token.position)
        raise self._error("a value is missing here", token.position)

    def _field(self) -> Evaluate:
        token = self._taken()
        if token.text not in _FIELDS:
            known = ", ".join(f".{name}" for name in _FIELDS)
            raise self._error(f"a file has no '.{token.text}'; it has {known}", token.position)
        return lambda fields: fields.get(token.text)

    def _list(self) -> Evaluate:
        elements: list[Evaluate] = []
        while not self._takes("]"):
            elements.append(self._binary(1))
            if not self._takes(","):
                self._needs("]")
                break
        return lambda fields: [element(fields) for element in elements]

    def _call(self, name: str, position: int) -> Evaluate:
        if name not in _FUNCTIONS and name not in ("any", "all"):
            raise self._error(
                f"'{name}' is not known here; a text stands in quotation marks, a field of a file begins with a point", position
            )
        self._needs("(")
        value = self._binary(1)
        if name in _FUNCTIONS:
            self._needs(")")
            return lambda fields: _FUNCTIONS[name](value(fields))
        self._needs(",")
        braced = self._takes("{")
        inner = self._binary(1)
        if braced:
            self._needs("}")
        self._needs(")")
        over = any if name == "any" else all
        return lambda fields: over(_truth(inner({**fields, "#": element})) for element in value(fields) or ())

    def _member(self, value: Evaluate) -> Evaluate:
        while True:
            if self._takes(".") or self._takes("?."):
                token = self._taken()
                if token.sort != "word":
                    raise self._error("a name is missing behind the point", token.position)
                value = _item(value, _constant(token.text))
            elif self._takes("["):
                key = self._binary(1)
                self._needs("]")
                value = _item(value, key)
            else:
                return value


def _tokens(text: str) -> Iterator[_Token]:
    for found in _TOKEN.finditer(text):
        sort = str(found.lastgroup)
        if sort == "other":
            raise ConditionError(f"'{found[sort]}' is not expected here", found.start(sort))
        yield _Token(sort, found[sort], found.start(sort))


def _said(text: str) -> str:
    """What a text in quotation marks says."""
    return text[1:-1] if text[0] == "`" else _ESCAPED.sub(r"\1", text[1:-1])


def _check_expression(token: _Token) -> None:
    """Raises ConditionError where a text is no regular expression."""
    try:
        Pattern(_said(token.text), foreign=True).validate()
    except PatternError as error:
        raise ConditionError(f"{token.text} is no regular expression: {error}", token.position) from None


def _constant(value: object) -> Evaluate:
    return lambda fields: value


def _applied(work: Callable[[Any, Any], Any], left: Evaluate, right: Evaluate, negated: bool) -> Evaluate:
    if negated:
        return lambda fields: not work(left(fields), right(fields))
    return lambda fields: work(left(fields), right(fields))


def _item(value: Evaluate, key: Evaluate) -> Evaluate:
    def evaluate(fields: Fields) -> Any:
        holder, name = value(fields), key(fields)
        if isinstance(holder, Mapping):
            return holder.get(name)
        if isinstance(holder, list) and isinstance(name, int) and -len(holder) <= name < len(holder):
            return holder[name]
        return None

    return evaluate


def _truth(value: object) -> bool:
    return value is True or (isinstance(value, str) and _TRUTHS.get(value, False))


def _is_nothing(value: object) -> bool:
    return value is None


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _is_same(left: Any, right: Any) -> bool:
    """Values of the front matter are texts: what is compared with a number, a truth value or nothing is read as one."""
    return bool(_like(left, right) == _like(right, left))


def _compared(work: Callable[[Any, Any], Any], left: Any, right: Any) -> bool:
    return bool(work(_like(left, right), _like(right, left)))


def _is_in(value: Any, holder: Any) -> bool:
    if isinstance(holder, Mapping):
        return value in holder
    return any(_is_same(value, element) for element in holder or ())


def _like(value: Any, other: Any) -> Any:
    if not isinstance(value, str) or isinstance(other, str):
        return value
    if isinstance(other, bool):
        return _TRUTHS.get(value, value)
    if isinstance(other, int | float) and _NUMBER.fullmatch(value):
        return float(value)
    return None if other is None and value in _NULLS else value
