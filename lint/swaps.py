"""What a swap of a Vale rule asks for: its alternatives, and whether some words are already right.

Source of the meaning: Vale's `substitution`.
"""

from __future__ import annotations

from functools import lru_cache

from lint.compiled import compiled
from lint.dialect import read
from lint.expression import Either, Group, Letter, Node, PatternError, Repeat, Sequence
from lint.patience import Patience
from lint.pattern import Pattern

_PHRASE = compiled(r"(?:[^\W_]|[ -])*")
_BAR = compiled(r"(?<!\\)\|")
_PATTERN_SIGN = compiled(r"[\\\[\](){}^$*+?|]")
_MOST_SPELLINGS = 64


def alternatives(value: str) -> list[str]:
    """The alternatives of a value, which bars part; a bar behind a backslash is one."""
    return [option.replace(r"\|", "|") for option in _BAR.split(value) if option]


def plain_alternatives(value: str) -> list[str]:
    """The alternatives of a value that may be a pattern; none where one of them is."""
    options = alternatives(value)
    return [] if any(_PATTERN_SIGN.search(option) for option in options) else options


def conforms(observed: str, expected: str, limit: Patience | None) -> bool:
    """Whether words are what a value asks for, which is a pattern unless it is a mere phrase."""
    if _PHRASE.fullmatch(expected):
        return observed == expected
    try:
        return Pattern(f"^(?:{expected})$", foreign=True).search(observed, limit) is not None
    except PatternError:
        return observed == expected


def spelled_like(expected: str, observed: str) -> str:
    """Of the spellings of a value that is a pattern the one that differs from the words in case alone; the value where there is none."""
    on_one_line = " ".join(observed.split()).casefold()
    return next((spelling for spelling in _spellings(expected) if spelling.casefold() == on_one_line), expected)


@lru_cache(maxsize=1024)
def _spellings(pattern: str) -> tuple[str, ...]:
    try:
        return tuple(_spelled(read(pattern).tree) or ())
    except PatternError:
        return ()


def _spelled(node: Node) -> list[str] | None:
    """All that a pattern matches, in its order; None where that is no short list of plain words."""
    match node:
        case Letter(character):
            return [character]
        case Either(branches):
            found = [_spelled(branch) for branch in branches]
            return None if None in found else [spelling for spellings in found for spelling in spellings or ()]
        case Group("(" | "(?:", inner):
            return _spelled(inner)
        case Repeat(part, 0, 1):
            once = _spelled(part)
            return None if once is None else [*once, ""]
        case Sequence(parts):
            return _joined(parts)
    return None


def _joined(parts: tuple[Node, ...]) -> list[str] | None:
    joined = [""]
    for part in parts:
        spelled = _spelled(part)
        if spelled is None or len(joined) * len(spelled) > _MOST_SPELLINGS:
            return None
        joined = [one + other for one in joined for other in spelled]
    return joined
