"""The cue behind a quotation: right behind it, or further on in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.frames import Token
from lint.language.noun_phrases import Phrase, phrase_from
from lint.language.speech import COPULAS, FINITE_FORMS, VERB_TAGS, Cue, Kind, according, is_quoted_as, is_told, speech_at
from lint.language.subjects import is_passive, subject
from lint.language.tags import FINITE

_STOPS = frozenset((".", ",", ";", ":", "!", "?", "—", "–", "--", "-", ")", "(", "-LRB-", "-RRB-"))
_TO_SOMEBODY = frozenset("told tells asked asks reminded reminds assured assures informed informs warned warns urged urges".split())
_TIME_WORDS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later last this".split())
_MEANWHILE = frozenset("as when while after before".split())
_PLACEHOLDER = "\ufffc"
"""What stands for a shortcode: `— {{< person jane >}}`."""
_ASKING = frozenset("ask inquire enquire wonder demand query press".split())
_DASHES = frozenset(("—", "–", "--", "-", "―", "~", "---"))
_AS = frozenset(("as", "so"))


def behind(tokens: Sequence[Token], quote: int, end: int, pause: bool, closes: bool, goes_on: bool) -> Cue | None:
    """The cue right behind a quotation, before `end`.

    `pause` says that a comma, a question or a dash closes its words, `closes` a stop; `goes_on` that the quotation at `end` begins in the
    middle of a sentence.
    """
    first = quote + 1
    if first < end and tokens[first].text == ",":
        first, pause = first + 1, True
    if first >= end:
        return None
    if tokens[first].text in _DASHES or tokens[first].text in ("(", "["):
        return _signed(tokens, first + 1, end)
    while first < end and tokens[first].tag == "RB" and first + 1 < end:
        first += 1
    cue = according(tokens, first, end) or _as_put(tokens, first, end)
    if cue:
        return cue if pause or not closes else None
    if closes and tokens[first].text[:1].isupper() and tokens[first].text != "I":
        return _whole_sentence(tokens, first, end, goes_on)
    return _inverted(tokens, first, end, pause) or _straight(tokens, first, end, pause)


def passed_on(tokens: Sequence[Token], cue: Cue, end: int) -> Phrase | None:
    """The outlet behind a cue that passed the words on: `…,” Doe said, according to the Gazette`, `…, Northlight News reported`."""
    first = cue.end
    if first + 1 >= end or tokens[first].text != ",":
        return None
    told = according(tokens, first + 1, end)
    if told:
        return told.speaker
    found = phrase_from(tokens, first + 1, end)
    if found and found.last + 1 < end and tokens[found.last + 1].small in ("reported", "reports") and tokens[found.head].text[:1].isupper():
        return found
    return None


def elsewhere(tokens: Sequence[Token], quote: int, end: int) -> Cue | None:
    """A cue further behind a quotation in its sentence: `“…” is what Doe promised`."""
    for place in range(quote + 1, end):
        token = tokens[place]
        if token.speaks:
            return None
        verb = speech_at(tokens, place)
        if verb and token.tag in FINITE and not is_passive(tokens, place):
            inverted = tokens[place - 1].text == "," and verb.inflection in FINITE_FORMS
            found = (phrase_from(tokens, place + 1, end) if inverted else None) or subject(tokens, place, quote + 1)
            if found:
                return Cue(place, place, found, Kind.SENTENCE, verb)
    return None


def _inverted(tokens: Sequence[Token], first: int, end: int, pause: bool) -> Cue | None:
    """`said Jane Doe`, `says the mayor`."""
    verb = speech_at(tokens, first)
    token = tokens[first]
    if token.small in COPULAS or (verb is None and not (pause and token.tag in ("VBD", "VBZ"))):
        return None
    if (verb and verb.inflection not in FINITE_FORMS) or token.text[:1].isupper():
        return None
    last = first + 1 if verb and verb.particle else first
    place = last + 1
    while place < end and tokens[place].tag in ("RB", "RP"):
        place += 1
    found = phrase_from(tokens, place, end)
    if found is None or (
        not pause and tokens[found.first].tag not in ("NNP", "PRP", "DT", "NNPS") and not tokens[found.first].text[:1].isupper()
    ):
        return None
    if verb is None and not _is_somebody(tokens, found):
        return None
    if verb and found.first == found.last and tokens[found.first].small in ("him", "her", "them", "me", "us"):
        return None
    return Cue(first, last, found, Kind.BEHIND, verb, found.last + 1)


def _straight(tokens: Sequence[Token], first: int, end: int, pause: bool) -> Cue | None:
    """`she said`, `Jane Doe, the mayor, told reporters`."""
    found = phrase_from(tokens, first, end)
    if found is None:
        return None
    place = _predicate(tokens, found.last + 1, end)
    if place is None:
        return None
    verb = speech_at(tokens, place)
    token = tokens[place]
    if is_passive(tokens, place) and not is_quoted_as(tokens, place):
        return None
    adjacent = place - found.last <= 3
    ends = (
        place + 1 >= end
        or tokens[place + 1].text in _STOPS
        or tokens[place + 1].tag in ("IN", "RB", "TO", "RP")
        or tokens[place + 1].speaks
    )
    if verb is None:
        if not (
            pause and adjacent and ends and token.tag in FINITE | {"VBN"} and token.small not in COPULAS and _is_somebody(tokens, found)
        ):
            return None
    elif not pause and not (adjacent and ends):
        return None
    last = place + 1 if verb and verb.particle else place
    return Cue(place, last, found, Kind.BEHIND, verb, last + 1, passes_on=token.small in ("reported", "reports"))


def _predicate(tokens: Sequence[Token], first: int, end: int) -> int | None:
    """The place of the main verb behind a subject that ends before `first`: behind an apposition, a relative clause, helping verbs."""
    place = first
    while place < end:
        token = tokens[place]
        if token.speaks or token.text in (".", ";", ":", "?", "!"):
            return None
        if token.text in (",", "(", "—", "–", "--", "-LRB-"):
            closing = _closing(tokens, place, end)
            if closing is None:
                return None
            place = closing + 1
        elif token.tag in ("WP", "WDT", "IN", "VBG", "VBN", "POS") and not is_told(tokens, place):
            place = _behind_relative(tokens, place, end)
        elif token.tag in ("RB", "RP", "MD") or token.small in COPULAS or token.small in ("also", "n't"):
            place += 1
        else:
            break
    if place >= end:
        return None
    if tokens[place].tag in VERB_TAGS or speech_at(tokens, place):
        return _last_of_row(tokens, place, end)
    return None


def _last_of_row(tokens: Sequence[Token], place: int, end: int) -> int:
    """Of `went on to say`, `smiled and said`, `remembers thinking` the verb of speech at the end."""
    if place + 1 < end and tokens[place + 1].tag == "VBG" and speech_at(tokens, place + 1):
        return place + 1
    if speech_at(tokens, place) and not (place + 2 < end and tokens[place + 1].tag in ("TO", "CC") and speech_at(tokens, place + 2)):
        return place
    for later in range(place + 1, min(end, place + 8)):
        token = tokens[later]
        if token.speaks or token.text in (".", ";"):
            break
        if tokens[later - 1].tag in ("TO", "CC", ",") and token.tag in VERB_TAGS and speech_at(tokens, later):
            return later
    return place


def _closing(tokens: Sequence[Token], opened: int, end: int) -> int | None:
    """The comma, bracket or dash that ends what one at `opened` begins: the last before the verb of speech."""
    mark = tokens[opened].text
    wanted = (")", "-RRB-") if mark in ("(", "-LRB-") else (mark,)
    found = None
    for place in range(opened + 1, end):
        token = tokens[place]
        if token.speaks or token.text in (".", ";", "?", "!"):
            break
        if token.text in wanted:
            found = place
            following = place + 1
            while following < end and (tokens[following].tag in ("RB", "MD") or tokens[following].small in COPULAS):
                following += 1
            if following < end and (is_told(tokens, following) or tokens[following].tag in FINITE):
                return place
            if mark in ("(", "-LRB-"):
                return place
    return found if found is not None and found + 1 < end and speech_at(tokens, found + 1) else None


def _behind_relative(tokens: Sequence[Token], place: int, end: int) -> int:
    """The place of the verb of speech behind a clause or phrase that no comma ends: `a woman who was there said`."""
    for later in range(place + 1, end):
        token = tokens[later]
        if token.speaks or token.text in (".", ";", ":", ","):
            break
        if token.tag in FINITE and is_told(tokens, later):
            return later
    return end


def _whole_sentence(tokens: Sequence[Token], first: int, end: int, goes_on: bool) -> Cue | None:
    """`“Why?” Jane Doe asked.`: a subject and its verb, and hardly more to the end of the sentence.

    `“Why?” Jane Doe replied, “Because.”` brings in the quotation behind it.
    """
    if is_told(tokens, first) and first + 1 < end and (said := phrase_from(tokens, first + 1, end)):
        return Cue(first, first, said, Kind.BEHIND, speech_at(tokens, first), said.last + 1)
    found = phrase_from(tokens, first, end)
    if found is None:
        return None
    place = _predicate(tokens, found.last + 1, end)
    if place is None or is_passive(tokens, place):
        return None
    last = place + 1
    verb = speech_at(tokens, place)
    if verb is None and not (_is_somebody(tokens, found) and tokens[place].tag in FINITE and last < end and tokens[last].text == "."):
        return None
    if (
        last + 1 == end
        and end < len(tokens)
        and tokens[last].text in (",", ":")
        and not goes_on
        and (verb is None or verb.lemma not in _ASKING)
    ):
        return None
    ends = last >= end or tokens[last].text in (".", ",", ";", ":") or tokens[last].speaks
    if not ends and not _is_short(tokens, last, end, addressed=tokens[place].small in _TO_SOMEBODY):
        return None
    return Cue(place, place, found, Kind.BEHIND, verb, last)


def _is_short(tokens: Sequence[Token], first: int, end: int, addressed: bool) -> bool:
    """Whether only a place or a time follows, or an addressee where the verb has one."""
    if tokens[first].tag not in ("IN", "RB", "TO", "RP", "RBR") and not addressed and tokens[first].small not in _TIME_WORDS:
        return False
    stop = next((place for place in range(first, end) if tokens[place].text in (".", ",", ";", ":") or tokens[place].speaks), end)
    rest = tokens[first:stop]
    if tokens[first].small in _MEANWHILE:
        return True
    return len(rest) <= 8 and not any(token.tag in FINITE or token.small == "that" for token in rest)


def _signed(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """`“…” — Jane Doe`, `“…” (Gallup)`: a name and no verb."""
    if first < end and tokens[first].text == _PLACEHOLDER:
        return Cue(first, first, Phrase(first, first, first), Kind.LAYOUT, None, first + 1)
    found = phrase_from(tokens, first, end)
    if found is None or not tokens[found.head].text[:1].isupper():
        return None
    if any(token.tag in FINITE for token in tokens[found.last + 1 : min(end, found.last + 6)]):
        return None
    return Cue(found.first, found.last, found, Kind.LAYOUT, None, found.last + 1)


def _as_put(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """`as Doe put it`."""
    if tokens[first].small not in _AS:
        return None
    found = phrase_from(tokens, first + 1, end)
    place = _predicate(tokens, found.last + 1, end) if found else None
    if place is None or tokens[place].tag not in FINITE:
        return None
    verb = speech_at(tokens, place)
    return Cue(place, place + bool(verb.particle), found, Kind.BEHIND, verb, place + 2) if verb else None


def _is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can be a person by its form: a pronoun or a name."""
    head = tokens[phrase.head]
    return head.small in ("he", "she", "they", "i", "we", "one") or head.tag in ("NNP", "NNPS") or head.text[:1].isupper()
