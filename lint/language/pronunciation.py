"""How many syllables a word is spoken with: as the pronouncing dictionary has it, else as its spelling tells.

Of the 124,000 words of the dictionary (CMUdict, see `lint/data/README.md`) spelling alone gets nine in ten right; the table has the others,
each with the fewest syllables that it is spoken with.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from lint import data
from lint.language.syllables import syllables

if TYPE_CHECKING:
    import marisa_trie


@lru_cache(maxsize=1 << 15)
def spoken_syllables(word: str) -> int:
    """The syllables of a word, whatever its case; those of a number or a compound are those of its parts."""
    small = word.lower().replace("’", "'")
    if "-" in small:
        return sum(spoken_syllables(part) for part in small.split("-") if part)
    told = _table().get(small)
    return int(told[0][0]) if told else syllables(small.replace("'", ""))


@cache
def _table() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie("<B").mmap(str(data.path("syllables.marisa")))
