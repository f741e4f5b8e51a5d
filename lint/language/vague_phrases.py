"""Where a text has a set phrase that reports a claim without anybody who makes it: agentless passives, hearsay, what `the feeling` is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from functools import cache

from lint.compiled import compiled
from lint.language.hearsay import PATTERNS
from lint.named import NamedTuple


class SetPhrase(NamedTuple):
    """Where a set phrase stands in a sentence, in characters."""

    start: int
    end: int


def set_phrases(text: str, words: Set[str]) -> Iterator[SetPhrase]:
    """The set phrases of a text of these words in lower case."""
    gates = _gates()
    numbers = {number for word in gates.keys() & words for number in gates[word]}
    small = _lowered(text) if numbers else ""
    for number in sorted(numbers):
        _, others, pattern = _patterns()[number]
        if not others.isdisjoint(words):
            for found in pattern.finditer(small):
                if not small[found.start() - 1 : found.start()].isalnum():
                    yield SetPhrase(*found.span())


@cache
def _gates() -> Mapping[str, tuple[int, ...]]:
    """The numbers of the patterns by the words that they ask for first."""
    numbers: dict[str, tuple[int, ...]] = {}
    for number, (gate, _, _) in enumerate(_patterns()):
        for word in gate:
            numbers[word] = (*numbers.get(word, ()), number)
    return numbers


def _lowered(text: str) -> str:
    """In lower case, where no letter becomes two, which would shift the places."""
    small = text.lower()
    return small if len(small) == len(text) else text


@cache
def _patterns() -> tuple[tuple[frozenset[str], frozenset[str], re.Pattern[str]], ...]:
    return tuple((frozenset(words.split()), frozenset(others.split()), compiled(pattern)) for words, others, pattern in PATTERNS)
