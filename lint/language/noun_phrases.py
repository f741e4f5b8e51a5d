"""Noun phrases among tagged tokens, and which of them is the subject of a verb.

No parser: what a phrase can be made of is told by its tags, and where it belongs by what stands between it and the verb (adverbs, helping
verbs, an apposition or a relative clause between commas, a phrase of time).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from lint.language.frames import Token
from lint.language.speech_verbs import REPORTING, speech_verbs
from lint.language.tags import FINITE

_NOUNS = frozenset("NN NNS NNP NNPS".split())
_NAMES = frozenset("NNP NNPS".split())
_INSIDE = frozenset("DT PDT PRP$ JJ JJR JJS CD NN NNS NNP NNPS POS VBN FW $ # &".split())
_HEADS = _NOUNS | frozenset("PRP CD DT FW".split())
_VERBS = frozenset("VB VBD VBZ VBP VBN VBG MD".split())
_BETWEEN = frozenset("RB RBR RP MD VB VBD VBZ VBP VBN VBG TO".split())
"""What may stand between a subject and its verb: adverbs, and the verbs that help it."""
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january
    february march april may june july august september october november december jan feb aug sept oct nov dec today yesterday tomorrow
    tonight week weeks weekend month months year years day days night morning afternoon evening noon midnight time times moment hour hours
    minute minutes later earlier ago once twice spring summer autumn winter decade
    """.split()
)
_CALENDAR = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december jan feb aug sept oct nov dec today yesterday tomorrow last earlier later
    """.split()
)
"""Those that have a capital where they are no name."""
_PRONOUNS = frozenset("he she they i we you it one who".split())
_ARTICLES = frozenset("the a an every my your its our their".split())
_NO_HEADS = frozenset("himself herself themselves itself yourself myself ourselves".split())
_TIES = frozenset("of for from in at with on to behind near against".split())
"""Prepositions that tie a phrase to the noun before them: `a spokesman for the ministry`."""
_PLACED = frozenset("in at on with to near against behind".split())
"""Those that do so only behind a common noun; behind a name they begin another part of the sentence: `Doe in a letter`."""
_COMMAS = frozenset((",", "—", "–", "--", "-", "-LRB-", "(", ")", "-RRB-"))
_FARTHEST = 60
"""How many tokens a subject may stand before its verb."""
_MOST_VERBS = 6
_HELPED = FINITE | {"RB", "VB", "VBN", "TO", "CC"}
"""What stands before a verb that has no subject right before it."""
_RELATIVES = frozenset("who whom whose which that where when whereas".split())
_OPENERS = frozenset(
    "if as when while after before because since although though until unless once whether whereas like unlike despite".split()
)


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
    if last < least or not _is_head(tokens, last):
        return None
    first = _start(tokens, last, least)
    head = last
    while tie := _tied(tokens, first, least):
        first, head = tie
    return Phrase(first, last, head)


def phrase_from(tokens: Sequence[Token], first: int, end: int) -> Phrase | None:
    """The phrase that begins at `first`, before `end`."""
    last = _stop(tokens, first, end)
    if last < first or not _is_head(tokens, last):
        return None
    head = last
    while last + 2 < end and _is_tie(tokens, last) and (further := _stop(tokens, last + 2, end)) >= last + 2:
        last = further
    return Phrase(first, last, head)


def subject(tokens: Sequence[Token], verb: int, least: int) -> Phrase | None:
    """The subject of the verb at a place, looked for from there back to `least`: its own, or that of the nearest verb before it."""
    least = max(least, verb - _FARTHEST)
    return _own_subject(tokens, verb, least) or _subject_before(tokens, verb, least)


def _own_subject(tokens: Sequence[Token], verb: int, least: int) -> Phrase | None:
    """The phrase that the verb at a place goes with; None where it shares that of another verb."""
    place = verb - 1
    while place >= least:
        token = tokens[place]
        if token.speaks:
            return None
        if token.tag in _BETWEEN or token.small in ("n't", "not", "as", "also"):
            place -= 1
        elif _is_time(tokens, place):
            place = _before_time(tokens, place, least)
        elif token.text in _COMMAS and token.text not in (")", "-RRB-"):
            return _before_comma(tokens, place, verb, least)
        elif token.small in _RELATIVES and token.tag in ("WP", "WDT", "IN"):
            return _antecedent(tokens, place, least) if token.small != "that" or token.tag == "WDT" else None
        elif token.tag == "CC":
            return None
        else:
            break
    found = phrase_before(tokens, place, least)
    return _without_place(tokens, found, least) if found else None


def main_subject(tokens: Sequence[Token], first: int, end: int, opened: bool = False) -> tuple[Phrase, int] | None:
    """The subject of the first clause that can stand alone in `first..end`, with the place of its verb; of any clause where `opened`."""
    for place in range(first, end):
        if (
            tokens[place].tag in FINITE
            and (found := subject(tokens, place, first))
            and (opened or not _is_opened(tokens, found.first, first))
        ):
            return found, place
    return None


def is_passive(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a form of `be` helps the participle at a place."""
    if tokens[verb].tag not in ("VBN", "VBD"):
        return False
    place = verb - 1
    while place >= 0 and (tokens[place].tag in ("RB", "RBR") or tokens[place].small in ("n't", "also")):
        place -= 1
    return place >= 0 and tokens[place].small in ("be", "been", "being", "is", "are", "was", "were", "am", "'s", "'re", "got", "getting")


def _is_head(tokens: Sequence[Token], place: int) -> bool:
    """Whether a phrase can end with a token; an adjective does behind an article: `the latter`, `a second`."""
    return _can_be_head(tokens[place]) or (tokens[place].tag == "JJ" and place > 0 and tokens[place - 1].tag == "DT")


def _can_be_head(token: Token) -> bool:
    if token.speaks or token.small in _NO_HEADS or (token.small in _ARTICLES and token.text != "A"):
        return False
    return (
        token.tag in _HEADS or token.small in _PRONOUNS or (token.text[:1].isupper() and token.tag not in ("IN", "CC", "WRB", "TO", "MD"))
    )


def _start(tokens: Sequence[Token], last: int, least: int) -> int:
    """Where the plain phrase begins that ends at `last`."""
    if tokens[last].tag == "PRP" or tokens[last].small in _PRONOUNS:
        return last
    first = last
    while first > least:
        token = tokens[first - 1]
        named = token.text[:1].isupper() and tokens[first].text[:1].isupper() and token.tag not in ("IN", "CC", "WRB", "MD", "RB")
        if token.speaks or (token.tag not in _INSIDE and not named) or _tells_time(token) or token.small in _PRONOUNS:
            break
        if tokens[first].tag in ("DT", "PRP$", "PDT") and token.tag != "POS" and token.tag != "PDT":
            break
        first -= 1
    return first


def _tied(tokens: Sequence[Token], first: int, least: int) -> tuple[int, int] | None:
    """The start and the head of a phrase that this one is tied to by a preposition or `and`."""
    before = first - 2
    if before < least:
        return None
    tie, head = tokens[first - 1], tokens[before]
    if tie.small not in _TIES and tie.text not in ("and", "&"):
        return None
    if head.speaks or head.tag not in _NOUNS or _tells_time(head):
        return None
    start = _start(tokens, before, least)
    opened = tokens[start - 1] if start > least else None
    if tie.small in _PLACED and (head.tag in _NAMES or opened is not None):
        return None
    if opened is not None and (opened.tag in _VERBS or opened.tag in ("IN", "TO")) and tie.small != "of":
        return None
    return start, before


def _is_tie(tokens: Sequence[Token], last: int) -> bool:
    tie, head = tokens[last + 1], tokens[last]
    if tokens[last + 2].small in _TIMES or tokens[last + 2].tag == "CD":
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
        if token.speaks or not (inside or named) or (last >= first and (_tells_time(token) or token.tag in ("DT", "PRP$"))):
            break
        if token.tag == "VBN" and last >= first and tokens[last].tag in _NAMES:
            break
        last += 1
    while last > first and tokens[last].tag in ("POS", "VBN"):
        last -= 1
    return last


def _tells_time(token: Token) -> bool:
    """Whether a word is one of time, and no part of a name: not the `Times`."""
    return token.small in _TIMES and (token.text.islower() or token.small in _CALENDAR)


def _is_time(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return _tells_time(token) or (token.tag == "CD" and place > 0 and tokens[place - 1].small in _TIMES | {"in"})


def _before_time(tokens: Sequence[Token], place: int, least: int) -> int:
    """The place before a phrase of time that ends at `place`: `on Tuesday`, `last week`, `earlier this month`."""
    while place >= least and (_is_time(tokens, place) or (tokens[place].tag in ("DT", "JJ", "CD", "RB", "RBR", "POS") and place > least)):
        place -= 1
    if place >= least and tokens[place].tag in ("IN", "TO"):
        place -= 1
    return place


def _before_bracket(tokens: Sequence[Token], last: int, least: int) -> int:
    place = last
    while place > least and tokens[place].text not in ("(", "["):
        place -= 1
    return place


def _before_comma(tokens: Sequence[Token], comma: int, verb: int, least: int) -> Phrase | None:
    """The subject before what stands between commas: an apposition, a relative clause, an age."""
    if tokens[verb].tag == "VBG" or tokens[verb - 1].tag == "TO":
        return None
    for first, end in _pieces(tokens, comma, least):
        while first < end and (tokens[first].tag in ("CC", "RB", "UH") or _opens_phrase(tokens, first, end)):
            first += 1
        if first >= end or _is_aside(tokens, first, end):
            continue
        found = phrase_from(tokens, first, end)
        if found and found.last >= end - 1 - _tail(tokens, found.last + 1, end):
            return Phrase(found.first, found.last, found.head)
    return None


def _pieces(tokens: Sequence[Token], end: int, least: int) -> list[tuple[int, int]]:
    """What the commas before `end` part, from the left; a piece with a clause of its own begins anew behind it."""
    found = []
    first = least
    for place in range(least, end + 1):
        if place == end or tokens[place].text in _COMMAS or tokens[place].speaks:
            if place > first:
                found.append((first, place))
            first = place + 1
    while len(found) > 1 and _is_clause(tokens, *found[0]):
        found.pop(0)
    return found


def _opens_phrase(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether a conjunction stands before the subject of its clause, whose verb comes later: `while Roe, whose firm …, thought`."""
    return first + 1 < end and tokens[first].small in _OPENERS and not any(token.tag in FINITE for token in tokens[first:end])


def _is_clause(tokens: Sequence[Token], first: int, end: int) -> bool:
    return tokens[first].small not in _RELATIVES and any(token.tag in FINITE for token in tokens[first:end])


def _is_aside(tokens: Sequence[Token], first: int, end: int) -> bool:
    token = tokens[first]
    return (
        token.tag in ("IN", "TO", "WRB", "VBG", "VBN", "RB")
        or token.small in _RELATIVES
        or token.small in _OPENERS
        or _is_time(tokens, first)
    )


def _tail(tokens: Sequence[Token], first: int, end: int) -> int:
    """How many tokens behind a phrase still belong to it: `of the Harbour Trust`, `(R-Ohio)`."""
    if first < end and tokens[first].tag in ("IN", "TO", "VBG", "VBN", "(", "-LRB-", "WP", "WDT"):
        return end - first
    return 0


def _antecedent(tokens: Sequence[Token], place: int, least: int) -> Phrase | None:
    before = place - 1
    while before >= least and (tokens[before].text in _COMMAS or tokens[before].tag == "IN"):
        before -= 1
    if before < least or not _is_head(tokens, before):
        return None
    if tokens[place].small != "who":
        return phrase_before(tokens, before, least)
    first = _start(tokens, before, least)
    return Phrase(first, before, before)


def _subject_before(tokens: Sequence[Token], end: int, least: int) -> Phrase | None:
    """The subject of the nearest verb of report before a place, else of the nearest finite verb: `Doe said that he left, and added`."""
    finite = (place for place in range(end - 1, least, -1) if tokens[place].tag in FINITE and tokens[place - 1].tag not in _HELPED)
    verbs = list(islice(finite, _MOST_VERBS))
    reports = [place for place in verbs if any(verb.lemma in REPORTING for verb in speech_verbs().get(tokens[place].small, ()))]
    return next((found for place in (*reports, *verbs) if (found := _own_subject(tokens, place, least))), None)


def _without_place(tokens: Sequence[Token], found: Phrase, least: int) -> Phrase:
    """A phrase behind a preposition is none of the subject: `Doe in a letter said`."""
    before = found.first - 1
    if (
        before > least
        and tokens[before].tag == "IN"
        and tokens[before].small in _TIES | {"during", "after", "before", "by", "through", "over"}
    ):
        outer = phrase_before(tokens, before - 1, least)
        if outer and outer.last == before - 1 and tokens[outer.first].small not in _TIMES:
            return outer
    return found


def _is_opened(tokens: Sequence[Token], place: int, least: int) -> bool:
    """Whether a conjunction that makes a clause a side one stands right before it."""
    return place > least and tokens[place - 1].small in _OPENERS | _RELATIVES
