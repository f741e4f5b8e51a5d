"""A crowd without a face as a noun phrase: how far it reaches to the left, what follows it, and whether somebody can be asked after all."""

from __future__ import annotations

from functools import lru_cache

from lint.language.claim_verbs import claim_verbs
from lint.language.crowd_words import AMOUNTS, EVIDENCE, OFFICIALS, PLACED, QUANTIFIERS, Crowd, crowd_of
from lint.language.tagged import Tagged
from lint.language.tags import FINITE
from lint.named import NamedTuple

_DEFINITE = frozenset(
    """
    the these those both whose no neither either each every any all another such half two three four five six seven eight nine ten
    """.split()
)
OWNERS = frozenset("his her their its our my your".split())
_GENITIVES = frozenset("'s ’s ' ’".split())
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "NN", "VBN", "VBG", "RB", "NNP", "NNPS", "RBR"))
_NO_MODIFIERS = frozenset("not so too as how very than many-a that there here then now yet still but also even only".split())
_DEGREES = frozenset("quite almost nearly a fairly very".split())
_FORBIDDEN_BEFORE_PRONOUN = frozenset(
    """
    the so too how not very these those its his her their our my your great good no a an any all like of with for by from among at on
    """.split()
)
_PREPOSITIONS = frozenset("of in on with within from at around across near inside outside for behind among under against between".split())
_OWNING = frozenset("of for at from".split())
_BODIES = frozenset("from at with for".split())
_RELATIVE = frozenset(("who", "whom"))
_WITH_FIGURES = frozenset("senior industry party leading opposition establishment prominent business church sporting".split())
_AUXILIARIES = frozenset("have has had are is were was been be will would can could may might must should also long often".split())
_CAUSING = frozenset("make makes made making let lets help helps helped see saw have".split())
_NATIONS = frozenset("british american english french german chinese russian european".split())
_REFERRING = frozenset("them us you these his her its their our my your whom which".split())
_OPENERS = frozenset("close downwind upwind old familiar here today loyal opposed skeptical sceptical critical sympathetic alike".split())
_TAKING = frozenset("opposed working studying campaigning calling pushing fighting opposing following watching backing involved".split())
"""What may say of people what they do, without `who`."""
_NATIONS_OF = frozenset("americans britons europeans australians canadians scots germans italians".split())
_FARTHEST = 12
_AFTER_VERB = frozenset("that the it he she they there against".split())
_INVERTS = frozenset(", ” \" ’ ''".split())


BEHIND_NOUNS = _PREPOSITIONS | _RELATIVE | _OPENERS | _TAKING
"""What may follow a crowd before its verb."""


class CrowdPhrase(NamedTuple):
    """Places of its first word, of its noun and of the word after it, without what follows the noun."""

    first: int
    head: int
    crowd: Crowd

    @property
    def after(self) -> int:
        """The place after the noun."""
        return self.head + 1


def crowd_phrase(sentence: Tagged, head: int) -> CrowdPhrase | None:
    """The crowd whose noun or pronoun stands at `head`; None where none stands there, or one that is counted, named or known."""
    crowd = crowd_of(sentence.word(head).rpartition("-")[2] if "-" in sentence.word(head) else sentence.word(head))
    if sentence.word(head) == "figures" and sentence.word(head - 1) in _WITH_FIGURES:
        crowd = Crowd.OTHER
    if (
        crowd is None
        and (is_open(sentence.word(head)) or sentence.word(head - 1) in ("some", "many", "several", "most"))
        and sentence.tag(head) == "NNS"
        and not _is_nation(sentence, head)
    ):
        crowd = Crowd.OPEN
    if sentence.word(head) in _NATIONS_OF and sentence.word(head - 1) in QUANTIFIERS:
        return CrowdPhrase(head - 1, head, Crowd.OTHER)
    if crowd is None or sentence.is_name(head):
        return None
    if crowd is Crowd.PRONOUN:
        return _pronoun(sentence, head)
    first = _first(sentence, head, crowd)
    if first is None or _is_known(sentence, first, crowd):
        return None
    if sentence.word(head) == "people" and not _are_heard(sentence, first, head):
        return None
    if sentence.word(head) == "hands" and sentence.word(head - 1) != "old":
        return None
    return CrowdPhrase(first, head, crowd)


@lru_cache(maxsize=8_192)
def is_open(word: str) -> bool:
    """Whether a word looks like a plural that can stand for people."""
    return (
        len(word) > 4
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and word.rpartition("-")[2] not in OFFICIALS | EVIDENCE
    )


def _is_nation(sentence: Tagged, head: int) -> bool:
    """Whether a capitalised plural at the head of a sentence may be that of a people, whose view a poll may give."""
    return sentence.written(head)[:1].isupper() and sentence.word(head).endswith(("ans", "ons", "ards"))


def after_modifiers(sentence: Tagged, phrase: CrowdPhrase) -> int | None:
    """The place after what follows the noun (`of the plan`, `who follow the market`); None where that names a body or never ends."""
    place = phrase.after
    word = sentence.word(place)
    if word == ",":
        return _after_insertion(sentence, place)
    if word == "old" and sentence.word(place + 1) == "enough":
        place += 4
    if word in _PREPOSITIONS or word in _RELATIVE or word in _OPENERS or word in _TAKING:
        return _after_phrase(sentence, phrase, place)
    return place


def _after_phrase(sentence: Tagged, phrase: CrowdPhrase, place: int) -> int | None:
    """Behind the phrase that begins at `place`: before the verb that the crowd is the subject of."""
    relative = sentence.word(place) in _RELATIVE
    if sentence.word(place) in _BODIES and phrase.crowd is not Crowd.PRONOUN and _names_body(sentence, place, phrase.crowd):
        return None
    for here in range(place + 1, min(place + _FARTHEST, len(sentence))):
        if sentence.is_end(here) or sentence.word(here) in ("and", "or", "but", "that", "which"):
            return here if not relative else None
        if sentence.word(here) == "who":
            relative = True
        elif (
            sentence.is_name(here)
            and phrase.crowd in (Crowd.KNOWING, Crowd.OTHER, Crowd.OPEN)
            and sentence.word(here - 1) in ("of", "for", "at", "from")
        ):
            return None
        elif relative and sentence.word(here) in _AUXILIARIES:
            continue
        elif (relative and sentence.word(here) in claim_verbs()) or _is_verb(sentence, here):
            if not relative:
                return here if _counts_people(sentence, phrase, here) else None
            if sentence.word(here) in claim_verbs():
                return None
            relative = False
    return None


def _counts_people(sentence: Tagged, phrase: CrowdPhrase, end: int) -> bool:
    """Whether a pronoun before `of` counts people without a face: `some of the experts`, not `many of the contests`."""
    if phrase.crowd is not Crowd.PRONOUN or sentence.word(phrase.after) != "of":
        return True
    return (
        any(crowd_of(word) is not None for word in sentence.small[phrase.after : end]) and sentence.word(phrase.after + 1) not in _REFERRING
    )


def _is_verb(sentence: Tagged, place: int) -> bool:
    verb = claim_verbs().get(sentence.word(place))
    if verb and verb.inflection in ("base", "past") and sentence.word(place + 1) in _AFTER_VERB:  # the tagger takes it for a noun
        return True
    return sentence.tag(place) in FINITE or (
        sentence.tag(place) == "RB" and sentence.tag(place + 1) in FINITE and sentence.word(place) not in ("not", "n't", "n’t")
    )


def _names_body(sentence: Tagged, place: int, crowd: Crowd) -> bool:
    if crowd is Crowd.SIDE or sentence.word(place - 1) == "hands":
        return sentence.word(place) != "for" and any(sentence.is_name(here) for here in range(place + 1, place + 5))
    return sentence.word(place + 1) in ("the", "his", "her", "their", "its", "this", "that") or sentence.is_name(place + 1)


def _after_insertion(sentence: Tagged, place: int) -> int | None:
    """Behind `, and not only in the north,`: the place of the verb after the second comma."""
    for here in range(place + 1, min(place + _FARTHEST, len(sentence))):
        if sentence.word(here) == ",":
            return here + 1
        if sentence.is_name(here) or sentence.word(here) in (".", ";", ":", "including", "like", "such", "among", "led"):
            return None
    return None


def _pronoun(sentence: Tagged, head: int) -> CrowdPhrase | None:
    word, before = sentence.word(head), sentence.word(head - 1)
    if word == "those":
        fits = sentence.word(head + 1) in (*_RELATIVE, *_TAKING, "in", "close", "familiar", "old", "within", "around", "with", "behind")
        return CrowdPhrase(head, head, Crowd.PRONOUN) if fits and not sentence.is_name(head) else None
    if word in ("everyone", "everybody", "nobody"):
        if before == "not" or sentence.word(head + 1) in _PREPOSITIONS or sentence.word(head + 1) in _RELATIVE:
            return None
        first = head - 1 if before in _DEGREES else head
        return CrowdPhrase(first, head, Crowd.PRONOUN)
    if before == "to" and sentence.word(head - 2) != "according":
        return None
    if before == "as" and sentence.word(head + 1) == "as":
        return None
    if word == "few" and before in ("a", "quite"):
        spoken = before == "a" and sentence.word(head - 2) in ("", ",", "and", "but") and sentence.word(head + 1) in claim_verbs()
        return CrowdPhrase(head - 1, head, Crowd.PRONOUN) if spoken else None
    if sentence.tag(head + 1) == "CD" or before in _FORBIDDEN_BEFORE_PRONOUN or before in _GENITIVES or sentence.tag(head - 1) == "CD":
        return None
    return CrowdPhrase(head, head, Crowd.PRONOUN)


def _first(sentence: Tagged, head: int, crowd: Crowd) -> int | None:
    """The first word of the phrase; None where a name or a number is in it."""
    place = head
    while place > 0 and head - place < 6:
        word, tag = sentence.word(place - 1), sentence.tag(place - 1)
        if word in QUANTIFIERS or (word in _DEGREES and sentence.word(place) in ("few", "a", "quite", "growing", "small", "large")):
            place -= 1
        elif word == "of" and sentence.word(place - 2) in AMOUNTS:
            place = _before_amount(sentence, place - 2)
            return place - 1 if sentence.word(place - 1) == "any" else place
        elif tag == "CD" or word in ("dozen", "hundred", "thousand"):
            return None
        elif (sentence.is_name(place - 1) or _is_initials(sentence, place - 1)) and word not in (
            "american",
            "british",
            "european",
            "western",
        ):
            if crowd is not Crowd.SIDE and sentence.word(head) not in PLACED:
                return None
            place -= 1
        elif (word in claim_verbs() and sentence.word(place - 2) in _INVERTS) or _is_participle(sentence, place):
            break
        elif (
            tag in _MODIFIERS
            and word not in _NO_MODIFIERS
            and word.replace("-", "").isalpha()
            and (not word.endswith("ly") or place < head)
        ) or (word == "," and sentence.tag(place - 2) == "JJ" and sentence.tag(place) in ("JJ", "NN") and place < head):
            place -= 1
        else:
            break
    return place


def _is_initials(sentence: Tagged, place: int) -> bool:
    """Whether a body stands at the head of the sentence by its initials: `NASA scientists`."""
    written = sentence.written(place)
    return place == 0 and len(written) > 1 and written.isupper()


def _is_participle(sentence: Tagged, place: int) -> bool:
    """Whether the word before `place` is a verb that the crowd is the object of: `has angered residents`, `echoing some critics`."""
    if sentence.tag(place - 1) not in ("VBN", "VBG"):
        return False
    return sentence.word(place - 2) in _AUXILIARIES or sentence.word(place) in QUANTIFIERS


def _are_heard(sentence: Tagged, first: int, head: int) -> bool:
    """Whether `people` are some who say something, and not all that live somewhere."""
    if first == head:
        return sentence.word(head + 1) == "say" or sentence.word(head - 2) == "according"
    return sentence.word(first) not in _NATIONS


def _before_amount(sentence: Tagged, place: int) -> int:
    """The first word of `a growing number of`."""
    while sentence.tag(place - 1) in ("JJ", "VBG") or sentence.word(place - 1) in ("a", "the", "an"):
        place -= 1
        if sentence.word(place) in ("a", "the", "an"):
            break
    return place


def _is_known(sentence: Tagged, first: int, crowd: Crowd) -> bool:
    """Whether what stands before the phrase says who they are, or that they are none."""
    before = sentence.word(first - 1)
    if first == 1 and before in _AUXILIARIES:
        return True  # a question or a condition: `Should opponents argue that …`
    preceding = sentence.small[max(first - 6, 0) : first]
    if "," not in preceding and not {"percent", "cent", "%"}.isdisjoint(preceding):
        return True
    if before in OWNERS and sentence.word(first - 2) in _CAUSING:
        return True
    if before in _GENITIVES or before in OWNERS:
        return crowd is not Crowd.SIDE or sentence.word(first - 2) in ("and", "&") or before in ("our", "my", "your")
    return (
        before in _DEFINITE
        or (before in ("and", "or", "&") and sentence.is_name(first - 2))
        or before in ("of", "among", "like", "than", "by")
    )
