"""At which level learners of English meet a word: 1 (A1) to 6 (C2), as the Common European Framework of Reference counts levels."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lint import data

if TYPE_CHECKING:
    import marisa_trie

HIGHEST = 6.0
_PARTS = 8


def word_level(word: str) -> float:
    """The level of a word in lower case, the mean of its parts of speech; the highest where no list has it."""
    told = _table().get(word)
    return told[0][0] / _PARTS if told else HIGHEST


@cache
def _table() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie("<B").mmap(str(data.path("levels.marisa")))
