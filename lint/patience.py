"""How long the patterns of a repository may run: one rule in one text, and all of them in a run, however many rules and articles there are.

A clock is handed in: without one, each call may take the whole time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

Clock = Callable[[], float]

_LEAST = 0.001
"""Seconds that a call is given at least; the engine looks at the time now and then only."""
_PER_CHARACTER = 2e-6
"""Seconds that honest patterns take over a character, all together, and more: ten packs take a fifth of it."""
_HALVED_BY = 5.0
"""Seconds taken beyond that which leave each rule with half of its time."""
_SLACK = 5.0
"""How many times that time a rule may take where no limit ends a single pattern, or where it is the first to need what all share."""
_SLACK_PER_CHARACTER = 6e-5
"""As `_PER_CHARACTER`, for all that rules do besides."""
_CHANCES = 3
"""Texts in which a rule may be given up before it rests."""


class Patience:
    """The seconds that some patterns may still take. `ours`: patterns that are not foreign are watched as well, for they were changed."""

    def __init__(self, seconds: float, clock: Clock | None = None, ours: bool = False, purse: Purse | None = None) -> None:
        self.left = seconds
        self.slack = seconds * _SLACK
        self.ours = ours
        self._clock = clock
        self._purse = purse

    def call(self, function: Callable[..., Any], *args: Any) -> Any:
        """What a function of the engine `regex` gives, which knows time limits. Raises TimeoutError."""
        begun = self._begun()
        try:
            return function(*args, timeout=max(self.left, _LEAST))
        finally:
            self._end(begun)

    def steps(self, function: Callable[..., Iterator[Any]], *args: Any) -> Iterator[Any]:
        """As `call`, for what gives one match after the other."""
        found = self.call(function, *args)
        while (each := self._next(found)) is not None:
            yield each

    def turn(self) -> Callable[[], bool]:
        """Begins a turn of a rule. What is given ends it, and says whether the rule has taken too long all in all."""
        begun, left = self._clock() if self._clock else 0.0, self.left

        def end() -> bool:
            if self._clock:
                besides = self._clock() - begun - (left - self.left)
                self.slack -= besides
                if self._purse:
                    self._purse.besides += besides
            return self.slack < 0

        return end

    def _next(self, found: Iterator[Any]) -> Any:
        begun = self._begun()
        try:
            return next(found, None)
        finally:
            self._end(begun)

    def _begun(self) -> float:
        if self.left <= 0:
            raise TimeoutError
        return self._clock() if self._clock else 0.0

    def _end(self, begun: float) -> None:
        if self._clock:
            seconds = self._clock() - begun
            self.left -= seconds
            if self._purse:
                self._purse.spent += seconds


class Purse:
    """The time of a run. Each rule has `seconds` for a text, and a little more for a long one; what was taken in vain shortens that."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self.spent = 0.0
        self.besides = 0.0
        self._seconds = seconds
        self._clock = clock
        self._given_up: Counter[str] = Counter()

    def open(self, length: int) -> None:
        """A text of so many characters is looked at."""
        self.spent -= length * _PER_CHARACTER
        self.besides -= length * _SLACK_PER_CHARACTER

    def patience(self, length: int, ours: bool) -> Patience:
        """What a rule has for a text of this length."""
        share = 0.5 ** ((max(self.spent, 0.0) + max(self.besides, 0.0)) / _HALVED_BY)
        patience = Patience((self._seconds + length * _PER_CHARACTER) * share, self._clock, ours, self)
        patience.slack += length * _SLACK_PER_CHARACTER * share
        return patience

    def give_up(self, rule: str) -> None:
        """A rule has used up its time in a text."""
        self._given_up[rule] += 1

    def rests(self, rule: str) -> bool:
        """Whether a rule has used up its time so often that it is asked no more."""
        return self._given_up[rule] >= _CHANCES
