"""What a text must hold for an entry of a table of plainer words to stand in it: known for all texts, before anything of one is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from lint import pattern_notes
from lint.language.inflection import odd_forms, spellings
from lint.language.plain_entries import Entry, Slot, entry_of


def stems(keys: Iterable[str]) -> frozenset[str]:
    """Strings in lower case one of which stands in every text that has what one of the keys says."""
    return frozenset(stem for key in keys for stem in stems_of(key))


def stems_of(key: str) -> Sequence[str]:
    """Those of one entry, by its key."""
    return pattern_notes.noted("stems", key, lambda key: list(_stems_of(entry_of(key, ""))))


def _stems_of(entry: Entry) -> Iterator[str]:
    """The words around its own that stand in one way only, or the stem of that."""
    slot = entry.slots[entry.anchor]
    if not slot.marked:
        before = list(takewhile(_is_settled, reversed(entry.slots[: entry.anchor])))[::-1]
        after = list(takewhile(_is_settled, entry.slots[entry.anchor + 1 :]))
        yield from (" ".join((*(one.words[0] for one in before), word, *(one.words[0] for one in after))) for word in slot.words)
        return
    for lemma in (spelling for word in slot.words for spelling in spellings(word)):
        stem = lemma[:-1] if lemma[-1] in "ey" else lemma
        yield stem
        yield from (form for form in odd_forms(lemma) if not form.startswith(stem))


def _is_settled(slot: Slot) -> bool:
    return len(slot.words) == 1 and not slot.marked
