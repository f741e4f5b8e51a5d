"""Where a crowd claims something: before its verb, behind it (`say critics`), or after `according to`."""

from __future__ import annotations

from lint.language.claim_verbs import AS, GENERAL, NAMING, OPINION_ADJECTIVES, PARTICLES, SPEAKING, VERDICT, ZERO, ClaimVerb, claim_verbs
from lint.language.claims import is_claim
from lint.language.crowd_words import Crowd
from lint.language.crowds import OWNERS, CrowdPhrase, after_modifiers
from lint.language.tagged import Tagged
from lint.language.tags import FINITE
from lint.named import NamedTuple

_BE = frozenset("are were been be being 're ’re".split())
_HAVE = frozenset("have had 've ’ve".split())
_OTHER_AUXILIARIES = frozenset("will would may might could can should must do did not n't n’t 'd ’d".split())
_ADVERBS = frozenset(
    """
    also often still now already long once here today always never rather even ever then instead since again too frequently sometimes soon
    just broadly alike elsewhere meanwhile therefore thus however nonetheless both all seldom perhaps maybe well quite earlier later first
    tacitly
    """.split()
)
_ON_THE_WAY = frozenset(
    """
    quick slow keen swift eager ready like love seem continue begin began begun used tended tend seemed liked fond hesitate hesitated start
    started continued refuse come came rush rushed appear appeared prefer
    """.split()
)
_TIMES = frozenset("recent private public turn years months decades weeks particular general part times late".split())
_EXAMPLES = frozenset("such including like led namely".split())
_OPINED = frozenset("that about over of whether on".split())
_FARTHEST = 9
_BEFORE_INVERTED = frozenset(", ” \" ’ '' — – - ;".split())


BEFORE_VERBS = (
    _BE | _HAVE | _OTHER_AUXILIARIES | _ADVERBS | _ON_THE_WAY | frozenset("privately publicly openly increasingly generally".split())
)
"""Words that may stand between a crowd and its verb."""


class Claim(NamedTuple):
    """The places of the first word to be marked and of the word behind the last one, and of the crowd's noun."""

    first: int
    end: int
    head: int


class _Verb(NamedTuple):
    place: int
    verb: ClaimVerb
    past: bool  # it tells of one day


def claim_of(sentence: Tagged, phrase: CrowdPhrase) -> Claim | None:
    """What the crowd claims with its own verb, in front or behind, or is quoted for."""
    if sentence.word(phrase.first - 1 - (sentence.word(phrase.first - 1) in OWNERS)) == "to" and "according" in _before(sentence, phrase):
        return _according(sentence, phrase)
    return _inverted(sentence, phrase) or _direct(sentence, phrase)


def _before(sentence: Tagged, phrase: CrowdPhrase) -> list[str]:
    return sentence.small[max(phrase.first - 3, 0) : phrase.first]


def _direct(sentence: Tagged, phrase: CrowdPhrase) -> Claim | None:
    start = after_modifiers(sentence, phrase)
    if sentence.word(phrase.after) == "," and sentence.word(phrase.after + 1) == "who" and phrase.crowd is not Crowd.OPEN:
        start = phrase.after + 2
    if start is None:
        return None
    claim = Claim(phrase.first, start, phrase.head)
    found = _verb_group(sentence, start)
    if found is None:
        return _of_opinion(sentence, claim)
    place, verb, past = found
    if past and phrase.crowd is Crowd.OTHER:
        return None
    if past and phrase.crowd is Crowd.PRONOUN and verb.lemma in ("say", "tell", "add", "note", "complain", "worry", "report"):
        return None
    if sentence.word(phrase.first - 1) == "as":
        return claim._replace(end=place + 1) if sentence.word(place + 1) in ("it", ",", "out") and verb.lemma != "note" else None
    if phrase.crowd is Crowd.OPEN:
        if past or verb.lemma not in SPEAKING or not sentence.tag(place).startswith("V"):
            return None
    elif (
        phrase.crowd is Crowd.OTHER
        and verb.lemma not in ZERO
        and verb.lemma not in AS
        and verb.lemma not in GENERAL
        and verb.lemma not in PARTICLES
        and verb.lemma not in VERDICT
    ):
        return None
    if verb.lemma == "say" and sentence.word(place + 1) in ("they", "their") and phrase.crowd in (Crowd.OTHER, Crowd.PRONOUN, Crowd.OPEN):
        return None
    if verb.lemma in NAMING and sentence.word(phrase.first - 1) == "what" and phrase.crowd not in (Crowd.SIDE, Crowd.PRONOUN):
        return None  # a term of a trade: `what engineers call a sink`
    claims = (
        _is_relative(sentence, phrase, place, verb)
        or is_claim(sentence, place, verb.lemma, past)
        or _is_inserted(sentence, phrase, place, verb)
    )
    return claim._replace(end=place + 1) if claims else None


def _verb_group(sentence: Tagged, start: int) -> _Verb | None:
    """The verb of a claim that begins here, behind its auxiliaries and adverbs; None for another verb and for a passive."""
    expected = ""
    place = start
    while place < start + _FARTHEST:
        word = sentence.word(place)
        if word in _BE:
            expected = "ing"
        elif word in _HAVE:
            expected = "participle"
        elif word in _OTHER_AUXILIARIES or word in _ON_THE_WAY or (word == "to" and sentence.word(place - 1) in _ON_THE_WAY):
            expected = expected if word in ("not", "n't", "n’t") else "base"
        elif word in ("in", "for", "over", "of", "at") and _is_time(sentence, place):
            place = _after_time(sentence, place) - 1
        elif word == "no" and sentence.word(place + 1) == "doubt":
            place += 1
        elif not (word in _ADVERBS or (word.endswith("ly") and word not in claim_verbs())):
            break
        place += 1
    verb = claim_verbs().get(sentence.word(place))
    if verb is None or sentence.is_name(place) or not _fits(verb, sentence.word(place), expected):
        return None
    return _Verb(place, verb, past=not expected and verb.inflection in ("past", "participle") and verb.lemma != "put")


def _fits(verb: ClaimVerb, form: str, expected: str) -> bool:
    match expected:
        case "ing":
            return verb.inflection == "ing"
        case "participle":
            return verb.inflection in ("past", "participle") or form in ("put", "read")
        case "base":
            return verb.inflection == "base"
        case _:
            return verb.inflection in ("base", "past") and form not in ("seen", "known")


def _is_time(sentence: Tagged, place: int) -> bool:
    return any(sentence.word(here) in _TIMES for here in (place + 1, place + 2))


def _after_time(sentence: Tagged, place: int) -> int:
    last = max(here for here in (place + 1, place + 2) if sentence.word(here) in _TIMES)
    return last + 2 if sentence.word(last) == "recent" else last + 1


def _of_opinion(sentence: Tagged, claim: Claim) -> Claim | None:
    """A crowd that is worried that something happens."""
    for place in range(claim.end, claim.end + 4):
        if sentence.word(place) in OPINION_ADJECTIVES and sentence.word(claim.end) in _BE | _HAVE | {"remain"}:
            return claim._replace(end=place + 1) if sentence.word(place + 1) in _OPINED else None
    return None


def _is_relative(sentence: Tagged, phrase: CrowdPhrase, place: int, verb: ClaimVerb) -> bool:
    """Whether the claim stands around the crowd: `a plan that critics say will fail`, `what critics call a tax`."""
    before, after = sentence.word(phrase.first - 1), place + 1
    if before in ("what", "which", "that", "who", "whom") and verb.lemma in NAMING:
        return not sentence.is_end(after)
    gap = before in ("what", "which", "that", "who") or sentence.tag(phrase.first - 1) in ("NN", "NNS")
    return gap and verb.lemma in ZERO and sentence.tag(after) in FINITE


def _is_inserted(sentence: Tagged, phrase: CrowdPhrase, place: int, verb: ClaimVerb) -> bool:
    """Whether the words between two commas say who claims the rest: `The bill, critics say, is dead`."""
    first = phrase.first - (sentence.word(phrase.first - 1) in OWNERS)
    before, after = sentence.word(first - 1), sentence.word(place + 1)
    return verb.lemma in ZERO and before in (",", "—", "–") and (after in (",", ".", ";", "—", "–", ")") or not after)


def _inverted(sentence: Tagged, phrase: CrowdPhrase) -> Claim | None:
    place = phrase.first - 1 - (sentence.word(phrase.first - 1) in OWNERS)
    verb = claim_verbs().get(sentence.word(place))
    if (
        verb is None
        or verb.lemma not in ZERO
        or verb.inflection not in ("base", "past")
        or sentence.word(place - 1) not in _BEFORE_INVERTED
    ):
        return None
    if verb.inflection == "past" and phrase.crowd in (Crowd.OTHER, Crowd.OPEN):
        return None
    end = _end_of_insertion(sentence, phrase)
    return None if end is None else Claim(place, end, phrase.head)


def _end_of_insertion(sentence: Tagged, phrase: CrowdPhrase) -> int | None:
    """Where the words that give the source end, before the mark that closes them."""
    for place in range(phrase.after, phrase.after + 11):
        if sentence.is_end(place):
            return place
        if sentence.word(place) in _EXAMPLES or (sentence.is_name(place) and sentence.word(place - 1) in ("at", "from", "for")):
            return None
        if sentence.tag(place) in FINITE and sentence.word(phrase.after) != "who" and phrase.crowd is not Crowd.PRONOUN:
            return None
    return None


def _according(sentence: Tagged, phrase: CrowdPhrase) -> Claim | None:
    end = _end_of_insertion(sentence, phrase)
    if end is None or (sentence.word(phrase.after) in ("at", "from", "with") and phrase.crowd is not Crowd.PRONOUN):
        return None
    if phrase.crowd is Crowd.OPEN and not sentence.is_end(phrase.after):
        return None
    return Claim(phrase.first - 2, min(end, phrase.after + 1 if sentence.is_end(phrase.after) else end), phrase.head)
