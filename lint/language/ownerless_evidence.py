"""Evidence that belongs to nobody: `studies show`, `research suggests`, `according to reports`."""

from __future__ import annotations

from lint.language.claiming import Claim
from lint.language.crowd_words import EVIDENCE, EVIDENCE_MODIFIERS, EVIDENCE_VERBS
from lint.language.crowds import OWNERS
from lint.language.tagged import Tagged

_BEFORE = frozenset(
    """
    , . ; : — – - ( and but or that as because since although though while whereas yet if so where however “ " even still often already then
    now indeed meanwhile again
    """.split()
)
_TOPICS = frozenset("of on into about over".split())
_ON_THE_WAY = frozenset(
    "has have had also now clearly consistently repeatedly long often already generally still again since even to seem".split()
)
_ALONE = frozenset("study survey poll estimate".split())
_SINGLE = frozenset("an one".split())


def evidence_claim(sentence: Tagged, head: int) -> Claim | None:
    """What the evidence whose noun stands at `head` is called to prove; None where it has an owner, or proves nothing here."""
    word = sentence.word(head)
    if word not in EVIDENCE or (sentence.is_name(head) and sentence.word(head - 1) != ":"):
        return None
    first = head
    while sentence.word(first - 1) in EVIDENCE_MODIFIERS and not sentence.is_name(first - 1):
        first -= 1
    if sentence.word(first) == "latest" and sentence.word(first - 1) == "the":
        first -= 1
    before = sentence.word(first - 1)
    if first == 1 and before in ("that", "this"):
        return None
    if before == "to" and sentence.word(first - 2) == "according":
        return Claim(first - 2, head + 1, head) if sentence.is_end(head + 1) and word not in ("study", "survey", "poll") else None
    if before in _SINGLE and sentence.word(first - 2) == "to" and sentence.word(first - 3) == "according":
        return Claim(first - 3, head + 1, head) if sentence.is_end(head + 1) and word == "estimate" else None
    if before == "of" and sentence.word(first - 2) == "body":
        first -= 2 + 2 * (sentence.word(first - 4) == "a") + (sentence.word(first - 3) == "a")
    elif first > 0 and before not in _BEFORE:
        return None
    if sentence.word(first) == "latest" or (word in _ALONE and sentence.word(first) not in ("a", "one", "another", "an")):
        return None
    return _with_verb(sentence, first, head)


def _with_verb(sentence: Tagged, first: int, head: int) -> Claim | None:
    place = head + 1
    if sentence.word(place) in ("is", "are", "has") and sentence.word(place + 1) in ("mounting", "growing", "emerging"):
        return Claim(first, place + 2, head) if sentence.word(place + 2) == "that" else None
    if sentence.word(place) in _TOPICS:
        place = _after_topic(sentence, place)
    while sentence.word(place) in _ON_THE_WAY:
        place += 1
    inserted = sentence.word(first - 1) == "," and sentence.word(place + 1) in (".", ",", ";") and sentence.tag(place) != "VBN"
    if sentence.word(place) not in EVIDENCE_VERBS or sentence.is_name(place) or not (inserted or _proves(sentence, place)):
        return None
    return Claim(first, place + 1, head)


def _after_topic(sentence: Tagged, place: int) -> int:
    """Behind `into the effects of noise`, where no name is in it: the place of the verb."""
    if sentence.word(place + 1) in OWNERS:
        return place
    for here in range(place + 1, place + 9):
        if sentence.is_name(here) or sentence.is_end(here) or sentence.word(here) in ("taken", "conducted", "by", "from", "at"):
            return place
        if sentence.word(here) in EVIDENCE_VERBS and sentence.tag(here).startswith("V"):
            return here
    return place


def _proves(sentence: Tagged, place: int) -> bool:
    """Whether something follows that is proved, and no particle: not `reports show up`."""
    word = sentence.word(place + 1)
    if sentence.word(place) in ("points", "point", "pointed", "hint", "hints", "hinted"):
        return word in ("to", "at")
    if sentence.word(place) in ("teaches", "teach", "tells", "tell"):
        return word in ("us", "that")
    return not sentence.is_end(place + 1) and word not in ("up", "off", "in", "on", "out", "at", "for", "and", "or")
