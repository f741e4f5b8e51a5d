"""What the forms of a word have in common: `vaccinated` and `vaccination`, `lost` and `lose`. Good for comparing, not for reading."""

from __future__ import annotations

from functools import lru_cache

from lint.language.irregular_verbs import base_of

_ENDINGS = sorted(
    "ations ation ments ment ings ing ions ion ies ied ers er ors or ance ence ed es ly al s e y".split(), key=len, reverse=True
)
_SHORTEST, _LONGEST = 3, 6


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """The first letters of a word in lower case, without its ending; those of the verb for an irregular form."""
    small = word.removesuffix("'s").removesuffix("'")
    base = (base_of(small) or [small])[0]
    ending = next((each for each in _ENDINGS if base.endswith(each) and len(base) - len(each) >= _SHORTEST), "")
    return base.removesuffix(ending)[:_LONGEST]
