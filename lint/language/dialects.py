"""Which English a text is written in, and where it mixes two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lint.language.article import Article
from lint.language.lexicon import DIALECT_BITS
from lint.language.occurrences import Occurrence, occurrences, words_of
from lint.language.variants import ISE, IZE, variants
from lint.named import NamedTuple

ENGLISHES = {"en-US": "American", "en-GB": "British", "en-GB-oxford": "British", "en-CA": "Canadian", "en-AU": "Australian"}
"""What people call the English of each dialect."""

_LEAST = 2
"""How many words must speak for a dialect: one is a slip."""
_DOUBT = 1
_MAJORITY = 1.5
"""How many times as many words the prevailing dialect must have as the other: a text that is half and half has none."""
_US, _SIDES = DIALECT_BITS["en-US"], DIALECT_BITS["en-US"] | DIALECT_BITS["en-GB"] | DIALECT_BITS["en-GB-oxford"]
_TAGS = {
    "en-us": "en-US",
    "en-gb": "en-GB",
    "en-gb-oxendict": "en-GB-oxford",
    "en-ca": "en-CA",
    "en-au": "en-AU",
    "en-nz": "en-AU",
    "en-ie": "en-GB",
    "en-za": "en-GB",
}


class Witness(NamedTuple):
    """A word where the writer spells it as some dialects do, as bits, and others do not."""

    place: Occurrence
    dialects: int


class Mix(NamedTuple):
    """The words of other dialects in a text that is in one, a key of DIALECT_BITS, and the words that speak against these."""

    dialect: str
    majority: tuple[Witness, ...]
    minority: tuple[Witness, ...]

    @property
    def by_ending(self) -> bool:
        """Whether it is -ise and -ize alone that are mixed."""
        return bool(self.majority) and all(witness.dialects in (ISE, IZE) for witness in (*self.majority, *self.minority))


def dialect(article: Article) -> str | None:
    """The dialect of a text, a key of DIALECT_BITS: what the house or the markup says, else what its words say; None where none says it."""
    if article.house.dialect != "auto":
        return article.house.dialect
    return article.once(_found)


def mix(article: Article) -> Mix | None:
    """Where a text mixes dialects; None where it does not, or where none of them prevails and none is wanted."""
    return article.once(_mix)


def _found(article: Article) -> str | None:
    declared = article.once(_declared)
    if declared is not None and declared != "en-GB":
        return declared
    witnesses = article.once(_witnesses)
    votes = Counter(name for witness in witnesses for name, bit in DIALECT_BITS.items() if witness.dialects & bit)
    if declared is not None:
        return max("en-GB", "en-GB-oxford", key=lambda name: votes[name])  # the tag says nothing of the two endings
    votes["en-CA"] -= _DOUBT  # one American slip in a British text makes no Canadian
    best = max(votes.values(), default=0)
    leading = [name for name in DIALECT_BITS if votes[name] == best]
    if best < _LEAST or (leading[0] == "en-US" and _is_level(witnesses, leading[1:])):
        return None
    return leading[0]


def _is_level(witnesses: Sequence[Witness], others: Sequence[str]) -> bool:
    """Whether some words speak for others and against American: what all of them write so is no dispute."""
    bits = sum(DIALECT_BITS[name] for name in others)
    return any(witness.dialects & bits and not witness.dialects & _US for witness in witnesses)


def _declared(article: Article) -> str | None:
    """What the front matter or an element says first."""
    tags = (block.language.replace("_", "-").lower() for block in article.document.blocks if block.language)
    return next((_TAGS[tag] for tag in tags if tag in _TAGS), None)


def _witnesses(article: Article) -> list[Witness]:
    told = {word: known.dialects for word, known in variants(words_of(article)).items() if known.dialects}
    return [Witness(place, told[place.form]) for place in occurrences(article, told)] if told else []


def _mix(article: Article) -> Mix | None:
    written = dialect(article)
    if written is None:
        return None
    wanted = article.house.dialect != "auto" or article.once(_declared) is not None
    witnesses = article.once(_witnesses)
    own = [witness for witness in witnesses if witness.dialects & DIALECT_BITS[written]]
    others = [witness for witness in witnesses if not witness.dialects & DIALECT_BITS[written]]
    sides = {_side(witness) for witness in others}
    told = {side for side in sides if wanted or _prevails(_against(own, side), [witness for witness in others if _side(witness) == side])}
    minority = tuple(witness for witness in others if _side(witness) in told)
    majority = tuple(witness for witness in own if any(not witness.dialects & side for side in told))
    return Mix(written, majority, minority) if minority else None


def _side(witness: Witness) -> int:
    return witness.dialects & _SIDES


def _against(witnesses: Sequence[Witness], side: int) -> list[Witness]:
    """Those whose spelling none of these dialects has: `colour` says nothing against `organize`, which is British, too."""
    return [witness for witness in witnesses if not witness.dialects & side]


def _prevails(many: Sequence[Witness], few: Sequence[Witness]) -> bool:
    return len(many) >= max(_LEAST, _MAJORITY * len(few))
