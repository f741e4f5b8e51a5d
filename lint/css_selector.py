"""What a CSS selector consists of."""

from __future__ import annotations

from dataclasses import dataclass

from lint.pattern import Pattern

PLAIN = frozenset(("root", "empty", "link", "first-child", "last-child", "only-child", "first-of-type", "last-of-type", "only-of-type"))
"""The pseudo-classes without an argument that can be true of a text."""

NEVER = frozenset(("visited", "hover", "active", "focus", "target"))
"""Those that are true of no text, for nobody has its page open."""


class SelectorError(ValueError):
    """A text that is no CSS selector; `position` is where that shows."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.position = position


@dataclass(frozen=True, eq=False)
class Simple:
    """One condition on an element. `kind` is `type`, `id`, `class`, `attribute` or the name of a pseudo-class.

    `value` is the name or the text asked for; an attribute's name is in `key`, its operator in `operator`; `nth` are the numbers of `an+b`;
    `group` are the selectors in brackets, each for :has beginning with the combinator to the element itself.
    """

    kind: str
    value: str = ""
    key: str = ""
    operator: str = ""
    fold: bool = False
    nth: tuple[int, int] = (0, 0)
    group: tuple[Complex, ...] = ()
    pattern: Pattern | None = None


@dataclass(frozen=True, eq=False)
class Compound:
    """Conditions on one element, all of which must hold; none for `*`."""

    conditions: tuple[Simple, ...]


@dataclass(frozen=True, eq=False)
class Complex:
    """Compounds from left to right, each after the combinator that leads to it: `" "`, `>`, `+`, `~`.

    The first one's is empty, or in :has the one that leads to it from the element itself.
    """

    steps: tuple[tuple[str, Compound], ...]
