"""Noun phrases for people without a name: `a senior Israeli official`, `two of his aides`, `bankers`, `someone`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lint.compiled import compiled
from lint.named import NamedTuple

CONFIDENTIAL = frozenset(
    """
    source insider official aide adviser advisor staffer diplomat operative strategist executive lawmaker legislator confidant confidante
    banker senator congressman congresswoman democrat republican parliamentarian politician bureaucrat whistleblower whistle-blower
    apparatchik envoy negotiator analyst trader minister backbencher mp associate friend ally colleague employee relative
    """.split()
)
"""Whoever is called only by one of these and speaks is a source that is not named."""
_PEOPLE = frozenset(
    """
    person people individual man woman friend ally colleague employee worker staff relative neighbour neighbor lawyer attorney agent expert
    detective soldier student resident participant attendee guest member representative assistant consultant contact figure pal acquaintance
    veteran volunteer engineer scientist activist director head chief boss delegate deputy general captain pilot guard cleric doctor nurse
    coach scout witness businessperson clerk counterpart leader partner
    """.split()
)
_ALONE = frozenset("someone somebody those".split())
_GENERIC = frozenset("source person people individual someone somebody those man woman".split())
_MAKERS = ("er", "or", "ist", "ian", "ant", "ee", "man", "woman")
_THINGS = frozenset(
    """
    computer number paper letter order matter water center power river offer newspaper winter summer october november december september
    another other either neither never ever over under after whether together rather further quarter minor major error terror horror factor
    sector motor monitor prior labor harbor color favor honor restaurant plant grant giant warrant significant relevant important committee
    degree guarantee coffee exist human german norman chapter former greater larger better server router printer browser folder later
    """.split()
)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "businesspeople": "businessman", "staff": "staffer", "mps": "mp"}
_NOT_SOURCES = frozenset(
    "donor buyer bidder winner benefactor philanthropist purchaser owner collector reporter journalist interviewer".split()
)
_INDEFINITE = frozenset(
    """
    a an one two three four five six seven eight nine ten eleven twelve dozen dozens several some another other others many multiple
    numerous various few half unnamed anonymous unidentified more
    """.split()
)
_COUNTED = frozenset("a an one two three four five six seven eight nine ten eleven twelve several multiple another".split())
_DEFINITE = frozenset("the this that these those both all his her its their our my your".split())
_NOBODY = frozenset("no any every each which what whose whatever if neither either not".split())
_MODIFIERS = frozenset("JJ JJR JJS NN NNP NNPS VBN VBG CD POS - RB RBS RBR CC FW".split())
_PLURAL_MODIFIERS = frozenset("sports operations affairs services systems forces communications rights arms markets".split())
_EMPTY = frozenset("same second third fourth other first another two three four five several more such".split())
_LONGEST = 9
_NAMED = compiled(
    r" (?:named|called|known as|identified (?:only )?as|[A-Z][\w’'-]+ (?:[A-Z]\. )?[A-Z][a-z]+)"
    r"|, (?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+,|, [A-Z][\w’'-]+ [A-Z][\w’'-]+\.?$"
)
_WAS = compiled(r"[^.;:,]{0,80}? (?:is|was|were|are) (?:[A-Z]\w+ ){1,2}[A-Z]")


class Phrase(NamedTuple):
    """A noun phrase: its first token, its noun in the singular, and how much it says.

    `definite` ones speak of somebody who was mentioned before; `described` ones say more than that it is a person; `counted` ones are of
    a certain number, and `plural` is said of the noun; `marked` ones say themselves that the name is hidden.
    """

    first: int
    noun: str
    definite: bool
    described: bool
    plural: bool
    counted: bool
    marked: bool

    @property
    def generic(self) -> bool:
        """Whether the noun says no more than that it is a person."""
        return self.noun in _GENERIC


@lru_cache(maxsize=1 << 12)
def singular(word: str) -> str:
    """The singular of a noun for people, in lower case."""
    small = word.lower()
    if small in _IRREGULAR:
        return _IRREGULAR[small]
    if small.endswith("ies"):
        return f"{small[:-3]}y"
    return small[:-1] if small.endswith("s") and not small.endswith("ss") else small


@lru_cache(maxsize=1 << 12)
def is_person(word: str) -> bool:
    """Whether a word in lower case, singular or plural, means people: one of a list, or one that is made as such words are."""
    noun = singular(word)
    if noun in _ALONE or word in _ALONE or noun in _PEOPLE or noun in CONFIDENTIAL:
        return True
    return len(noun) > 4 and noun.endswith(_MAKERS) and noun not in _THINGS and word not in _THINGS and "spokes" not in noun


def phrase_at(words: Sequence[str], tags: Sequence[str], head: int) -> Phrase | None:
    """The noun phrase whose noun is the word `head`; None where it is about nobody in particular, or no person."""
    small = words[head].lower()
    noun = singular(small)
    if not is_person(small) or noun in _NOT_SOURCES:
        return None
    first = _start(words, tags, head)
    if words[first].lower() in ("a", "an", "one", "another") and small != noun and small.endswith("s"):
        return None
    plural = small in ("people", "men", "women", "those", "staff") or (small != noun and small.endswith("s"))
    opening, before = words[first].lower(), words[first - 1].lower() if first else ""
    if opening in _NOBODY or before in _NOBODY:
        return None
    inner = [
        word for word in (word.lower() for word in words[first:head]) if word not in _INDEFINITE | _DEFINITE | _EMPTY and word.isascii()
    ]
    definite = (opening in _DEFINITE and small not in _ALONE) or any(tag == "POS" for tag in tags[first:head])
    counted = opening in _COUNTED
    if counted and before in _DEFINITE:
        counted, definite = False, True
    marked = not {"unnamed", "anonymous", "unidentified"}.isdisjoint(word.lower() for word in words[first:head])
    if before == "of" and first > 1 and words[first - 2].lower() in _INDEFINITE:
        first, counted, definite = first - 2, True, opening in ("the", "these", "those")
    if not (plural or definite or opening in _INDEFINITE or small in _ALONE):
        return None
    return Phrase(first, noun, definite, bool(inner), plural, counted, marked)


def is_named(text: str, end: int) -> bool:
    """Whether a name follows behind a noun phrase that ends there."""
    return _NAMED.match(text, end) is not None


def is_told_later(text: str, end: int) -> bool:
    """Whether the sentence goes on to say who it is: `one lawyer involved in the case was Jane Doe`."""
    return _WAS.match(text, end, end + 120) is not None


def _start(words: Sequence[str], tags: Sequence[str], head: int) -> int:
    first = head
    while first and head - first < _LONGEST:
        word = words[first - 1].lower()
        if word in _INDEFINITE or word in _DEFINITE or word in _NOBODY:
            return first - 1
        if (
            not word[0].isalnum()
            or not (tags[first - 1] in _MODIFIERS or word in _PLURAL_MODIFIERS)
            or not _belongs(words, tags, first - 1, head)
        ):
            return first
        first -= 1
    return first


def _belongs(words: Sequence[str], tags: Sequence[str], place: int, head: int) -> bool:
    """Whether a word that can be part of the phrase is: `and` joins adjectives only, and of adverbs only some stand there."""
    if tags[place] == "CC":
        return 0 < place < head - 1 and words[place].lower() in ("and", "or") and tags[place - 1] in ("JJ", "VBN", "NNP")
    return tags[place] != "RB" or words[place].lower().endswith("ly") or words[place].lower() == "then"
