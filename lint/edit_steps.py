"""The operations of the action `edit`, one after the other: what each needs, and what it makes of words.

Source of the meaning: Vale's `edit`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from lint import letter_case, name_case
from lint.action_params import ActionError, filled
from lint.compiled import compiled
from lint.language import number_words, typography
from lint.language.title_case import sentence_case, title_case, written
from lint.named import NamedTuple
from lint.patience import Patience
from lint.pattern import Pattern, PatternError

_PUT_IN = compiled(r"\$(?:(\$)|\{(\w+)\}|(\d+)|(&))|\\")
_BLANKS = compiled(r"[\t\n\f\r ]+")


def edited(
    words: str, params: Sequence[str], groups: Sequence[str] = (), foreign: bool = False, limit: Patience | None = None
) -> str | None:
    """The words after all operations, without blanks around them; None where one has nothing to give.

    Raises ActionError and PatternError for what `check_steps` refuses, TimeoutError where a foreign pattern uses up
    its `limit`.
    """
    made: str | None = words
    for name, arguments in _steps(params):
        if made is None:
            return None
        if name == "regex":  # its `$1` is a group of its own pattern
            made = Pattern(arguments[0], foreign=foreign).replace(_template(arguments[1]), made, limit)
        else:
            made = _OPERATIONS[name].make(made, *[filled(argument, words, groups) for argument in arguments])
    return None if made is None else made.strip()


def check_steps(params: Sequence[str], foreign: bool = False) -> None:
    """Raises ActionError where the parameters are no operations, each with what it needs."""
    for name, arguments in _steps(params):
        if name == "regex":
            _check_regex(arguments[0], arguments[1], foreign)
        elif name == "split" and not arguments[1].isdecimal():
            raise ActionError(f"'split' counts its parts from 0, and '{arguments[1]}' is no such number")


def _steps(params: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """The operations by name, with their parameters."""
    place = 0
    while place < len(params):
        name = params[place]
        if name not in _OPERATIONS:
            raise ActionError(f"unknown operation '{name}' in an 'edit'; it knows {', '.join(_OPERATIONS)}")
        count = _OPERATIONS[name].takes
        if place + count >= len(params):
            raise ActionError(f"'{name}' needs {_counted(count)} behind it, and there {_counted(len(params) - place - 1, 'is', 'are')}")
        yield name, params[place + 1 : place + 1 + count]
        place += 1 + count
    if not params:
        raise ActionError("the action 'edit' needs an operation; write for instance 'params: [lower]'")


def _check_regex(pattern: str, replacement: str, foreign: bool) -> None:
    try:
        Pattern(pattern, foreign=foreign).validate()
    except PatternError as error:
        raise ActionError(f"the pattern '{pattern}' of 'regex' cannot be read: {error}") from None
    try:
        Pattern(pattern, foreign=foreign).replace(_template(replacement), "")
    except PatternError:
        raise ActionError(f"'{replacement}' names a group that the pattern '{pattern}' does not have") from None


def _template(replacement: str) -> str:
    """A replacement with `$1`, `${1}`, `${name}`, `$&` and `$$` as Pattern takes it."""

    def sign(found: re.Match[str]) -> str:
        if found.group() == "\\":
            return r"\\"
        group = found.group(2) or found.group(3) or "0"
        return "$" if found.group(1) else rf"\g<{group}>"

    return _PUT_IN.sub(sign, replacement)


def _counted(count: int, *verb: str) -> str:
    words = {0: "no parameter", 1: "1 parameter"}.get(count, f"{count} parameters")
    return f"{verb[count > 1]} {words}" if verb else words


class _Operation(NamedTuple):
    """How many parameters an operation has, and what it makes of words and these: None where it has nothing to give."""

    takes: int
    make: Callable[..., str | None]


def _parts(words: str, sign: str) -> list[str]:
    return words.split(sign) if sign else list(words) or [""]


def _part(words: str, sign: str, number: str) -> str | None:
    parts = _parts(words, sign)
    return parts[int(number)] if number.isdecimal() and int(number) < len(parts) else None


_OPERATIONS: Mapping[str, _Operation] = {
    "regex": _Operation(2, lambda words, *_: words),  # `edited` does it: it knows whose pattern it is
    "replace": _Operation(2, lambda words, old, new: words.replace(old, new)),
    "remove": _Operation(1, lambda words, signs: "".join(sign for sign in words if sign not in signs)),
    "trim": _Operation(1, lambda words, signs: words.strip(signs)),
    "trim_left": _Operation(1, lambda words, signs: words.lstrip(signs)),
    "trim_right": _Operation(1, lambda words, signs: words.rstrip(signs)),
    "truncate": _Operation(1, lambda words, sign: _parts(words, sign)[0]),
    "split": _Operation(2, _part),
    "wrap": _Operation(1, lambda words, around: around + words + around),
    "unwrap": _Operation(1, lambda words, around: words.removeprefix(around).removesuffix(around)),
    "prefix": _Operation(1, lambda words, first: first + words),
    "suffix": _Operation(1, lambda words, last: words + last),
    "squeeze": _Operation(0, lambda words: _BLANKS.sub(" ", words)),
    "capitalize": _Operation(0, letter_case.capital),
    "uncapitalize": _Operation(0, lambda words: letter_case.lower(words[:1]) + words[1:]),
    "smart": _Operation(0, typography.smart),
    "dumb": _Operation(0, typography.straight),
    "ascii": _Operation(0, typography.plain_letters),
    "words": _Operation(0, number_words.in_words),
    "digits": _Operation(0, number_words.in_digits),
    "lower": _Operation(0, letter_case.lower),
    "upper": _Operation(0, letter_case.upper),
    "title": _Operation(0, lambda words: written(words, title_case(words))),
    "sentence": _Operation(0, lambda words: written(words, sentence_case(words))),
    "simple": _Operation(0, name_case.simple),
    "kebab": _Operation(0, name_case.kebab),
    "snake": _Operation(0, name_case.snake),
    "camel": _Operation(0, name_case.camel),
    "pascal": _Operation(0, name_case.pascal),
}
