"""Words for which a test holds, remembered: most words of any text were asked about before."""

from __future__ import annotations

from collections.abc import Callable

_MOST = 30_000


class Remembered(set[str]):
    """The words that passed a test so far, up to a number, so that each is tested once; a set, for what is to be asked of many at once."""

    def __init__(self, test: Callable[[str], bool]) -> None:
        super().__init__()
        self._test = test

    def holds(self, word: str) -> bool:
        """Whether the word passes."""
        if word in self:
            return True
        if not self._test(word):
            return False
        if len(self) >= _MOST:
            self.clear()
        self.add(word)
        return True
