"""The subject of a verb among tagged tokens, told by what stands between the two: adverbs and helping verbs, an apposition or a relative
clause between commas, a phrase of time.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lint.language.frames import Token
from lint.language.noun_phrases import TIES, TIMES, Phrase, is_head, phrase_before, phrase_from, start_of, tells_time
from lint.language.speech_verbs import REPORTING, speech_verbs
from lint.language.tags import FINITE

_BETWEEN = frozenset("RB RBR RP MD VB VBD VBZ VBP VBN VBG TO".split())
"""What may stand between a subject and its verb: adverbs, and the verbs that help it."""
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


def subject(tokens: Sequence[Token], verb: int, least: int) -> Phrase | None:
    """The subject of the verb at a place, looked for from there back to `least`: its own, or that of the nearest verb before it."""
    least = max(least, verb - _FARTHEST)
    return _own_subject(tokens, verb, least) or _subject_before(tokens, verb, least)


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


def _is_time(tokens: Sequence[Token], place: int) -> bool:
    token = tokens[place]
    return tells_time(token) or (token.tag == "CD" and place > 0 and tokens[place - 1].small in TIMES | {"in"})


def _before_time(tokens: Sequence[Token], place: int, least: int) -> int:
    """The place before a phrase of time that ends at `place`: `on Tuesday`, `last week`, `earlier this month`."""
    while place >= least and (_is_time(tokens, place) or (tokens[place].tag in ("DT", "JJ", "CD", "RB", "RBR", "POS") and place > least)):
        place -= 1
    if place >= least and tokens[place].tag in ("IN", "TO"):
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
    if before < least or not is_head(tokens, before):
        return None
    if tokens[place].small != "who":
        return phrase_before(tokens, before, least)
    first = start_of(tokens, before, least)
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
        and tokens[before].small in TIES | {"during", "after", "before", "by", "through", "over"}
    ):
        outer = phrase_before(tokens, before - 1, least)
        if outer and outer.last == before - 1 and tokens[outer.first].small not in TIMES:
            return outer
    return found


def _is_opened(tokens: Sequence[Token], place: int, least: int) -> bool:
    """Whether a conjunction that makes a clause a side one stands right before it."""
    return place > least and tokens[place - 1].small in _OPENERS | _RELATIVES
