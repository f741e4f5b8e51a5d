"""How often a word is seen in running text of all sorts, on the web and in print, whether or not a list has it.

A slip is seen as often as what was meant and the slip itself allow; a good word that the lists lack is seen oftener than that.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lint import data

if TYPE_CHECKING:
    import marisa_trie

_PARTS = 16


def seen(word: str) -> float:
    """How often a word in lower case is seen, in nats above the rarest words that were counted; 0 where it was not."""
    told = _table().get(word)
    return told[0][0] / _PARTS if told else 0.0


@cache
def _table() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie("<B").mmap(str(data.path("usage.marisa")))
