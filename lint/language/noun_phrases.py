"""Noun phrases among tagged tokens. No parser: what a phrase can be made of is told by its tags."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.frames import Token
from lint.named import NamedTuple

_NOUNS = frozenset("NN NNS NNP NNPS".split())
_NAMES = frozenset("NNP NNPS".split())
_INSIDE = frozenset("DT PDT PRP$ JJ JJR JJS CD NN NNS NNP NNPS POS VBN FW $ # &".split())
_HEADS = _NOUNS | frozenset("PRP CD DT FW".split())
_VERBS = frozenset("VB VBD VBZ VBP VBN VBG MD".split())
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan feb aug sept oct nov dec today yesterday tomorrow earlier later
    """.split()
)
"""Words of time that have a capital where they are no name."""
TIMES = _CALENDAR | frozenset(
    """
    mondays tuesdays wednesdays thursdays fridays saturdays sundays tonight week weeks weekend month months year years day days night
    morning afternoon evening noon midnight time times moment hour hours minute minutes ago once twice spring summer autumn winter decade
    """.split()
)
"""Words of time."""
_PRONOUNS = frozenset("he she they i we you it one who".split())
_ARTICLES = frozenset("the a an every my your its our their".split())
_NO_HEADS = frozenset("himself herself themselves itself yourself myself ourselves".split())
TIES = frozenset("of for from in at with on to behind near against".split())
"""Prepositions that tie a phrase to the noun before them: `a spokesman for the ministry`."""
_PLACED = frozenset("in at on with to near against behind".split())
"""Those that do so only behind a common noun; behind a name they begin another part of the sentence: `Doe in a letter`."""


class Phrase(NamedTuple):
    """A noun phrase: the places of its first token and of its last one, and of its head."""

    first: int
    last: int
    head: int


def phrase_before(tokens: Sequence[Token], last: int, least: int = 0) -> Phrase | None:
    """The phrase whose last token is at `last`; nothing before `least` belongs to it."""
    if last < least:
        return None
    if tokens[last].text in (")", "]"):
        last = _before_bracket(tokens, last, least) - 1
    if last < least or not is_head(tokens, last):
        return None
    first = start_of(tokens, last, least)
    head = last
    while tie := _tied(tokens, first, least):
        first, head = tie
    return Phrase(first, last, head)


def phrase_from(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """The phrase that begins at `first`, before `end`."""
    last = _stop(tokens, first, end)
    if last < first or not is_head(tokens, last):
        return None
    head = last
    while last + 2 < end and _is_tie(tokens, last) and (further := _stop(tokens, last + 2, end)) >= last + 2:
        last = further
    return Phrase(first, last, head)


def is_head(tokens: Sequence[Token], place: int) -> bool:
    """Whether a phrase can end with a token; an adjective does behind an article: `the latter`, `a second`."""
    return _can_be_head(tokens[place]) or (tokens[place].tag == "JJ" and place > 0 and tokens[place - 1].tag == "DT")


def start_of(tokens: Sequence[Token], last: int, least: int) -> int:
    """Where the plain phrase begins that ends at `last`."""
    if tokens[last].tag == "PRP" or tokens[last].small in _PRONOUNS:
        return last
    first = last
    while first > least:
        token = tokens[first - 1]
        named = token.text[:1].isupper() and tokens[first].text[:1].isupper() and token.tag not in ("IN", "CC", "WRB", "MD", "RB")
        if token.speaks or (token.tag not in _INSIDE and not named) or tells_time(token) or token.small in _PRONOUNS:
            break
        if tokens[first].tag in ("DT", "PRP$", "PDT") and token.tag != "POS" and token.tag != "PDT":
            break
        first -= 1
    return first


def tells_time(token: Token) -> bool:
    """Whether a word is one of time, and no part of a name: not the `Times`."""
    return token.small in TIMES and (token.text.islower() or token.small in _CALENDAR)


def _can_be_head(token: Token) -> bool:
    if token.speaks or token.small in _NO_HEADS or (token.small in _ARTICLES and token.text != "A"):
        return False
    return (
        token.tag in _HEADS or token.small in _PRONOUNS or (token.text[:1].isupper() and token.tag not in ("IN", "CC", "WRB", "TO", "MD"))
    )


def _tied(tokens: Sequence[Token], first: int, least: int) -> tuple[int, int] | None:
    """The start and the head of a phrase that this one is tied to by a preposition or `and`."""
    before = first - 2
    if before < least:
        return None
    tie, head = tokens[first - 1], tokens[before]
    if tie.small not in TIES and tie.text not in ("and", "&"):
        return None
    if head.speaks or head.tag not in _NOUNS or tells_time(head):
        return None
    start = start_of(tokens, before, least)
    opened = tokens[start - 1] if start > least else None
    if tie.small in _PLACED and (head.tag in _NAMES or opened is not None):
        return None
    if opened is not None and (opened.tag in _VERBS or opened.tag in ("IN", "TO")) and tie.small != "of":
        return None
    return start, before


def _is_tie(tokens: Sequence[Token], last: int) -> bool:
    tie, head = tokens[last + 1], tokens[last]
    if tokens[last + 2].small in TIMES or tokens[last + 2].tag == "CD":
        return False
    if tie.text in ("and", "&"):
        return head.tag in _NAMES and tokens[last + 2].tag in _NAMES
    if tie.small == "of":
        return head.tag in _NOUNS or head.tag in ("CD", "DT", "JJ")
    return tie.small in ("for", "from", "with", "at", "to") and head.tag in _NOUNS and (head.tag not in _NAMES or tie.small in ("from",))


def _stop(tokens: Sequence[Token], first: int, end: int) -> int:
    """The place of the last token of the plain phrase that begins at `first`; before it where none does."""
    if first < end and (tokens[first].tag == "PRP" or tokens[first].small in _PRONOUNS):
        return first
    last = first - 1
    while last + 1 < end:
        token = tokens[last + 1]
        inside = token.tag in _INSIDE or (token.tag == "VBG" and last >= first and tokens[last].tag in ("DT", "JJ"))
        named = token.text[:1].isupper() and token.tag not in ("IN", "CC", "WRB", "TO", "MD", "VBD", "VBZ")
        if token.speaks or not (inside or named) or (last >= first and (tells_time(token) or token.tag in ("DT", "PRP$"))):
            break
        if token.tag == "VBN" and last >= first and tokens[last].tag in _NAMES:
            break
        last += 1
    while last > first and tokens[last].tag in ("POS", "VBN"):
        last -= 1
    return last


def _before_bracket(tokens: Sequence[Token], last: int, least: int) -> int:
    place = last
    while place > least and tokens[place].text not in ("(", "["):
        place -= 1
    return place
