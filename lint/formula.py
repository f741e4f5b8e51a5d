"""Formulas over named numbers, as Vale's `metric` rules write them: a small language of our own, in which nothing can loop.

`206.8 - 1.015 * (words / sentences)`, `math.sqrt(x)`, `round(x, 1)`, `long_words > 9 ? 1.0 : 0.0`. From the loosest to the tightest:
`a ? b : c`; `||`; `&&`; `== != < <= > >=`; `+ -`; `* / %`; the signs `+ - !`. Numbers and truth values are told apart when a formula is
read. Whole numbers are divided without rest (`7 / 2` is 3), but no name stands for a whole number. A division by zero and the root of a
negative number give no number, and neither does what is reckoned with them. Source of the meaning: the Tengo expressions of Vale.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from lint.compiled import compiled
from lint.named import NamedTuple

Number = int | float
Value = Number | bool

_MOST_NESTED = 60
_TOKEN = compiled(
    r"""
    (?P<blank>\s+|//[^\n]*|/\*(?s:.*?)\*/)
    |(?P<number>0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)
    |(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
    |(?P<sign>&&|\|\||[=!<>]=|[-+*/%<>!?:(),])
    """,
    re.VERBOSE,
)


class FormulaError(ValueError):
    """A formula that cannot be read; `position` counts in its text."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: steps for a machine with a stack, so that it is worked out without recursion.

    A step is a number or truth value, the name of one, or an operation on the topmost values.
    """

    steps: tuple[Value | str | Operation, ...]

    @property
    def names(self) -> frozenset[str]:
        """The names that it asks for."""
        return frozenset(step for step in self.steps if isinstance(step, str))

    def value(self, names: Mapping[str, Number]) -> Value:
        """The value for these names; NaN where there is none. Raises KeyError for a name that is not among them."""
        stack: list[Value] = []
        for step in self.steps:
            if isinstance(step, str):
                stack.append(float(names[step]))
            elif isinstance(step, Operation):
                first = len(stack) - len(step.takes)
                stack[first:] = [step.apply(stack[first:])]
            else:
                stack.append(step)
        return stack[0]


def number(text: str, names: Collection[str]) -> Formula:
    """A formula whose value is a number. Raises FormulaError, also for a name that is not among `names`."""
    return _Reader(text, names).whole("number")


def condition(text: str, names: Collection[str], subject: str) -> Formula:
    """A condition on `subject`, which it begins behind: `> 8`, `>= 10 && words < 300`. Raises FormulaError as `number` does."""
    return _Reader(text, names, subject).whole("truth")


class Operation(NamedTuple):
    """An operator or a function: the types of what it takes, the type of what it gives (`number`, `truth`, or `any` for those alike)."""

    name: str
    takes: tuple[str, ...]
    gives: str
    run: Callable[..., Value]

    def apply(self, values: list[Value]) -> Value:
        """The value for these; NaN where there is none."""
        try:
            return self.run(*values)
        except (ArithmeticError, ValueError):
            return math.nan


class _Token(NamedTuple):
    kind: str
    text: str
    position: int


class _Reader:
    """Reads a formula by descent, one level of the grammar after the other, and writes down its steps."""

    def __init__(self, text: str, names: Collection[str], subject: str | None = None) -> None:
        self._tokens = list(_tokens(text))
        if subject is not None:
            self._tokens.insert(0, _Token("name", subject, 0))
        self._names = frozenset(names) | ({subject} if subject else frozenset())
        self._index = 0
        self._depth = 0
        self._steps: list[Value | str | Operation] = []

    def whole(self, wanted: str) -> Formula:
        """All of the text."""
        start = self._next.position
        found = self._choice()
        if self._next.kind != "end":
            raise FormulaError(f"'{self._next.text}' is not expected here", self._next.position)
        if found != wanted:
            made = "compares nothing; write '> 10' or the like" if wanted == "truth" else "is a comparison, where a number is expected"
            raise FormulaError(f"this {made}", start)
        return Formula(tuple(self._steps))

    @property
    def _next(self) -> _Token:
        return self._tokens[self._index]

    def _take(self, *signs: str) -> _Token | None:
        token = self._next
        if token.kind == "sign" and token.text in signs:
            self._index += 1
            return token
        return None

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise FormulaError(f"'{sign}' is expected {self._here()}", self._next.position)

    def _here(self) -> str:
        return "at the end" if self._next.kind == "end" else f"before '{self._next.text}'"

    def _choice(self) -> str:
        self._depth += 1
        if self._depth > _MOST_NESTED:
            raise FormulaError(f"this is nested more than {_MOST_NESTED} deep", self._next.position)
        found = self._binary(0)
        if mark := self._take("?"):
            yes = self._choice()
            self._expect(":")
            found = self._do(_CHOICE, [found, yes, self._choice()], mark)
        self._depth -= 1
        return found

    def _binary(self, level: int) -> str:
        if level == len(_LEVELS):
            return self._signed()
        found = self._binary(level + 1)
        while sign := self._take(*_LEVELS[level]):
            found = self._do(_LEVELS[level][sign.text], [found, self._binary(level + 1)], sign)
        return found

    def _signed(self) -> str:
        signs = []
        while sign := self._take(*_SIGNS):
            signs.append(sign)
        found = self._operand()
        for sign in reversed(signs):
            found = self._do(_SIGNS[sign.text], [found], sign)
        return found

    def _operand(self) -> str:
        token = self._next
        if self._take("("):
            found = self._choice()
            self._expect(")")
            return found
        if token.kind not in ("number", "name"):
            raise FormulaError(f"a number or a name is expected {self._here()}", token.position)
        self._index += 1
        if token.kind == "number":
            self._steps.append(_numeral(token))
            return "number"
        if self._next.kind == "sign" and self._next.text == "(":
            return self._call(token)
        return self._named(token)

    def _named(self, token: _Token) -> str:
        constant = _CONSTANTS.get(token.text)
        if constant is not None:
            self._steps.append(constant)
            return "truth" if isinstance(constant, bool) else "number"
        if token.text not in self._names:
            raise FormulaError(f"'{token.text}' is no name that can be counted{_meant(token.text, self._names)}", token.position)
        self._steps.append(token.text)
        return "number"

    def _call(self, token: _Token) -> str:
        variants = _FUNCTIONS.get(token.text)
        if variants is None:
            raise FormulaError(f"there is no function '{token.text}'{_meant(token.text, _FUNCTIONS)}", token.position)
        self._expect("(")
        types: list[str] = []
        while not self._take(")"):
            if types:
                self._expect(",")
            types.append(self._choice())
        function = next((one for one in variants if len(one.takes) == len(types)), None)
        if function is None:
            counts = " or ".join(str(len(one.takes)) for one in variants)
            raise FormulaError(f"'{token.text}' takes {counts} number{'s' if counts != '1' else ''}, not {len(types)}", token.position)
        return self._do(function, types, token)

    def _do(self, operation: Operation, types: list[str], place: _Token) -> str:
        alike = types[-1]
        wanted = [alike if one == "any" else one for one in operation.takes]
        if types != wanted:
            raise FormulaError(f"'{place.text}' takes {_TYPES[operation.takes[0]]}", place.position)
        self._steps.append(operation)
        return alike if operation.gives == "any" else operation.gives


def _tokens(text: str) -> Iterator[_Token]:
    position = 0
    while position < len(text):
        found = _TOKEN.match(text, position)
        if found is None:
            raise FormulaError(f"'{text[position]}' has no meaning here", position)
        if found.lastgroup and found.lastgroup != "blank":
            yield _Token(found.lastgroup, re.sub(r"^heading\.(?=h[1-6]$)", "heading_", found.group()), position)
        position = found.end()
    yield _Token("end", "", max(len(text.rstrip()) - 1, 0))


def _numeral(token: _Token) -> Number:
    try:
        return int(token.text, 0) if token.text[:2] in ("0x", "0X") or token.text.isdecimal() else float(token.text)
    except ValueError:
        raise FormulaError(f"'{token.text}' is no number that can be read", token.position) from None


def _meant(word: str, known: Collection[str]) -> str:
    from difflib import get_close_matches  # needed only where something is wrong

    near = get_close_matches(word, known, 1)
    return f"; did you mean '{near[0]}'?" if near else f"; known are {', '.join(sorted(known))}"


_TYPES = {"number": "numbers", "truth": "truth values, such as comparisons give", "any": "two values of one kind"}


def _divided(a: Number, b: Number) -> Number:
    if isinstance(a, int) and isinstance(b, int):
        return abs(a) // abs(b) * (1 if (a < 0) == (b < 0) else -1)
    return a / b


def _rest(a: Number, b: Number) -> Number:
    return a - b * _divided(a, b) if isinstance(a, int) and isinstance(b, int) else math.fmod(a, b)


def _rounded(x: Number, places: Number = 0) -> float:
    """To the nearest, halves away from zero."""
    scale = 10.0 ** int(places)
    return math.copysign(math.floor(abs(x) * scale + 0.5), x) / scale


def _operators(takes: str, gives: str, runs: Mapping[str, Callable[[Value, Value], Value]]) -> dict[str, Operation]:
    return {sign: Operation(sign, (takes, takes), gives, run) for sign, run in runs.items()}


def _chosen(which: Value, yes: Value, no: Value) -> Value:
    return yes if which else no


_CHOICE = Operation("?", ("truth", "any", "any"), "any", _chosen)
_LEVELS = (
    _operators("truth", "truth", {"||": operator.or_}),
    _operators("truth", "truth", {"&&": operator.and_}),
    {
        **_operators("any", "truth", {"==": operator.eq, "!=": operator.ne}),
        **_operators("number", "truth", {"<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge}),
    },
    _operators("number", "number", {"+": operator.add, "-": operator.sub}),
    _operators("number", "number", {"*": operator.mul, "/": _divided, "%": _rest}),
)
_SIGNS = {
    "+": Operation("+", ("number",), "number", operator.pos),
    "-": Operation("-", ("number",), "number", operator.neg),
    "!": Operation("!", ("truth",), "truth", operator.not_),
}
_CONSTANTS: dict[str, Value] = {
    "true": True,
    "false": False,
    "math.e": math.e,
    "math.pi": math.pi,
    "math.phi": (1 + math.sqrt(5)) / 2,
    "math.sqrt2": math.sqrt(2),
    "math.sqrtE": math.sqrt(math.e),
    "math.sqrtPi": math.sqrt(math.pi),
    "math.sqrtPhi": math.sqrt((1 + math.sqrt(5)) / 2),
    "math.ln2": math.log(2),
    "math.log2E": 1 / math.log(2),
    "math.ln10": math.log(10),
    "math.log10E": 1 / math.log(10),
}
_OF_ONE: dict[str, Callable[[float], Value]] = {
    **{f"math.{name}": getattr(math, name) for name in "acos acosh asin asinh atan atanh cbrt cos cosh erf erfc exp exp2 expm1".split()},
    **{f"math.{name}": getattr(math, name) for name in "gamma log log10 log1p log2 sin sinh sqrt tan tanh".split()},
    "math.abs": math.fabs,
    "math.ceil": lambda x: float(math.ceil(x)),
    "math.floor": lambda x: float(math.floor(x)),
    "math.trunc": lambda x: float(math.trunc(x)),
    "float": float,
    "int": int,
    "round": _rounded,
}
_OF_TWO: dict[str, Callable[[float, float], Value]] = {
    **{f"math.{name}": getattr(math, name) for name in "atan2 copysign hypot pow remainder".split()},
    "math.dim": lambda x, y: max(float(x) - y, 0.0),
    "math.max": lambda x, y: float(max(x, y)),
    "math.min": lambda x, y: float(min(x, y)),
    "math.mod": math.fmod,
    "round": _rounded,
}
_FUNCTIONS: dict[str, tuple[Operation, ...]] = {
    name: tuple(
        Operation(name, ("number",) * size, "number", run)
        for size, run in ((1, _OF_ONE.get(name)), (2, _OF_TWO.get(name)))
        if run is not None
    )
    for name in (*_OF_ONE, *_OF_TWO)
}
