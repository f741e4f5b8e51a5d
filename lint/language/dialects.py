"""Which English a text is written in: the dialect whose words it has most of."""

from __future__ import annotations

from collections import Counter

from lint.language.article import Article
from lint.language.lexicon import ALL_DIALECTS, DIALECT_BITS, lexicon
from lint.language.running import WORD

_LEAST = 2
"""How many words must speak for a dialect, more than for any other."""


def dialect(article: Article) -> str | None:
    """The dialect of a text, a key of DIALECT_BITS: what the house says, else what its words say; None where they say nothing."""
    if article.house.dialect != "auto":
        return article.house.dialect
    return article.once(_detected)


def _detected(article: Article) -> str | None:
    votes: Counter[str] = Counter()
    for word, count in Counter(WORD.findall(article.folded)).items():
        number = lexicon().number(word)
        bits = number >> 17 & ALL_DIALECTS if number >= 0 else ALL_DIALECTS
        if bits not in (0, ALL_DIALECTS):
            votes.update({name: count for name, bit in DIALECT_BITS.items() if bits & bit})
    if not votes:
        return None
    best = max(votes.values())
    return next(name for name in DIALECT_BITS if votes[name] == best) if best >= _LEAST else None
