"""How rare a word is, in all its forms, beside the plainer one: only what few readers meet often is hard."""

from __future__ import annotations

import math
from collections.abc import Iterable

from lint.language.inflection import verb_forms
from lint.language.lexicon import lexicon
from lint.language.plain_entries import Entry
from lint.language.plain_forms import forms_of_slot
from lint.named import NamedTuple

_MILLION = 1e6


class Rarity(NamedTuple):
    """How often English uses a hard word at most, per million words, and how many times as often its plainer word at least."""

    per_million: float
    times: float

    def lets_tell(self, entry: Entry) -> bool:
        """Whether an entry may be told; one of several words always may, unless one of them is marked."""
        if len(entry.slots) > 1 and entry.head < 0:
            return True
        slot = entry.slots[max(entry.head, 0)]
        hard = per_million(forms_of_slot(slot))
        if hard > self.per_million:
            return False
        plain = _forms(entry.plain[0].split(), slot.marked)
        return min(map(per_million, plain), default=_MILLION) >= self.times * hard


def per_million(forms: Iterable[str]) -> float:
    """How often English uses one of these forms in a million words, as the lexicon counts."""
    known = (lexicon().word(form) for form in forms)
    return _MILLION * sum(math.exp(word.likely) for word in known if word is not None)


def _forms(words: list[str], marked: str) -> list[set[str]]:
    """The forms of each of some words, of which the first may be a verb."""
    sets = [{word} for word in words]
    if marked == "verb" and sets:
        sets[0] = {form for forms in verb_forms(words[0]).values() for form in forms}
    return sets
