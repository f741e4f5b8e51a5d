"""Cues of speech beside a quotation: the verb that brings it in, and who does the speaking.

A cue stands right behind the quotation (`,” said Jane Doe`, `,” she told reporters`, `according to the ministry`), before it (`Doe said
that “…`, `Doe: “…`, `in the words of Doe, “…`), or somewhere in its sentence. What stands right behind goes first: `Doe said Roe was
“late,” the mayor recalled`.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple

from lint.language.frames import Token
from lint.language.noun_phrases import Phrase, is_passive, main_subject, phrase_before, phrase_from, subject
from lint.language.speech_verbs import REPORTING, Manner, SpeechVerb, speech_verbs
from lint.language.tags import FINITE

_VERB_TAGS = frozenset("VB VBD VBZ VBP VBN VBG".split())
_FINITE_FORMS = frozenset(("past", "s", "base"))
_WORDS_OF = frozenset(
    """
    statement statements tweet tweets post posts message letter letters email e-mail comment comments remark remarks words speech claim
    claims assertion phrase slogan motto reply response answer question questions warning warnings pledge promise vow suggestion
    contention argument declaration announcement admission confession observation description complaint testimony interview op-ed column
    essay article memo blog note text caption reaction explanation retort advice line quote quip joke rallying appeal call demand
    insistence verdict opinion belief view hope prediction allegation accusation rebuke outburst tirade boast refrain mantra
    """.split()
)
"""Nouns of what somebody says: `her claim that “…`, `a statement by the ministry: “…`."""
_NAMING = frozenset("call label brand dub term characterize characterise describe deem accuse".split())
_FARTHEST = 80
"""How many tokens a cue may stand before its quotation."""
_MOST_VERBS = 12
"""Behind so many verbs a cue is somebody else's."""
_BY = frozenset(("from", "by", "of"))
_BEFORE_NOUNS = frozenset(("DT", "PRP$", "JJ", "POS", "IN", "CD"))
_COPULAS = frozenset(
    "is are was were be been being 's 're am has have had do does did will would can could may might must shall should".split()
)
_STOPS = frozenset((".", ",", ";", ":", "!", "?", "—", "–", "--", "-", ")", "(", "-LRB-", "-RRB-"))
_TO_SOMEBODY = frozenset("told tells asked asks reminded reminds assured assures informed informs warned warns urged urges".split())
_TIME_WORDS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today earlier later last this".split())
_MEANWHILE = frozenset("as when while after before".split())
_PLACEHOLDER = "\ufffc"
"""What stands for a shortcode: `— {{< person jane >}}`."""
_LONGEST_LABEL = 4
"""Words of a name before a colon."""
_ASKING = frozenset("ask inquire enquire wonder demand query press".split())
_DASHES = frozenset(("—", "–", "--", "-", "―", "~", "---"))
_ACCORDING = (("according", "to"), ("per",), ("in", "the", "words", "of"), ("quoth",), ("via",), ("courtesy", "of"))
_AS = frozenset(("as", "so"))


class Kind(Enum):
    """Where a cue was found, surest first."""

    BEHIND = "behind"
    BEFORE = "before"
    LAYOUT = "layout"
    SENTENCE = "sentence"
    LEAD_IN = "lead-in"


class Cue(NamedTuple):
    """A cue among tokens: the places of its first and last token, the phrase that speaks (None where nobody is named), and its kind.

    `verb` is None for a noun or a preposition. `end` is the place behind all that belongs to the cue right behind a quotation. `strong`:
    it holds for a quotation however far that stands; `passes_on`: it may be an outlet that reports what another said.
    """

    first: int
    last: int
    speaker: Phrase | None
    kind: Kind
    verb: SpeechVerb | None = None
    end: int = 0
    strong: bool = True
    passes_on: bool = False


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
    cue = _according(tokens, first, end) or _as_put(tokens, first, end)
    if cue:
        return cue if pause or not closes else None
    if closes and tokens[first].text[:1].isupper() and tokens[first].text != "I":
        return _whole_sentence(tokens, first, end, goes_on)
    return _inverted(tokens, first, end, pause) or _straight(tokens, first, end, pause)


def before(tokens: Sequence[Token], quote: int, least: int) -> Cue | None:
    """The nearest cue before a quotation in its sentence, which begins at `least`."""
    last = quote - 1
    if last >= least and tokens[last].text == ":":
        named = _label(tokens, least, last)
        if named:
            return named
    weak = _owner(tokens, quote, least)
    verbs = 0
    least = max(least, quote - _FARTHEST)
    for place in range(last, least - 1, -1):
        token = tokens[place]
        if token.speaks:
            continue
        cue = _verb_at(tokens, place, least, quote) or _noun_at(tokens, place, least, quote) or _source_at(tokens, place, least, quote)
        if cue and _is_strong(tokens, cue, quote):
            return cue
        weak = weak or (cue if cue and cue.speaker else None)
        verbs += token.tag in _VERB_TAGS
        if verbs > _MOST_VERBS:
            break
    return weak._replace(strong=False) if weak else None


def _owner(tokens: Sequence[Token], quote: int, least: int) -> Cue | None:
    """`Doe's “wait and see” promise`."""
    if quote + 1 < len(tokens) and quote - 2 >= least and tokens[quote + 1].small in _WORDS_OF and tokens[quote - 1].tag in ("POS", "PRP$"):
        found = phrase_before(tokens, quote - 2, least) if tokens[quote - 1].tag == "POS" else Phrase(quote - 1, quote - 1, quote - 1)
        return Cue(quote + 1, quote + 1, found, Kind.BEFORE) if found else None
    return None


def _is_strong(tokens: Sequence[Token], cue: Cue, quote: int) -> bool:
    """Whether a cue holds for a quotation that stands further behind: its verb takes a clause, not a thing or another verb."""
    adjacent = all(token.text in (",", ":", "that", "the", "a", "as", "it", "is", "was", "an") for token in tokens[cue.last + 1 : quote])
    if adjacent:
        return True
    if cue.verb is None:
        return (cue.last + 1 < quote and tokens[cue.last + 1].text in ("that", ":", "from", "by", "of")) or tokens[cue.first].small in (
            "according",
            "in",
        )
    if cue.verb.lemma in _NAMING:
        return True
    if cue.verb.lemma not in REPORTING:
        return False
    return not (tokens[cue.first].tag == "VB" and cue.first > 0 and tokens[cue.first - 1].tag == "TO")


def passed_on(tokens: Sequence[Token], cue: Cue, end: int) -> Phrase | None:
    """The outlet behind a cue that passed the words on: `…,” Doe said, according to the Gazette`, `…, Northlight News reported`."""
    first = cue.end
    if first + 1 >= end or tokens[first].text != ",":
        return None
    told = _according(tokens, first + 1, end)
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
        verb = _speech(tokens, place)
        if verb and token.tag in FINITE and not is_passive(tokens, place):
            inverted = tokens[place - 1].text == "," and verb.inflection in _FINITE_FORMS
            found = (phrase_from(tokens, place + 1, end) if inverted else None) or subject(tokens, place, quote + 1)
            if found:
                return Cue(place, place, found, Kind.SENTENCE, verb)
    return None


def lead_in(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """The subject of a clause that has no verb of speech."""
    found = main_subject(tokens, first, end) or main_subject(tokens, first, end, opened=True)
    return Cue(found[1], found[1], found[0], Kind.LEAD_IN) if found else None


def _speech(tokens: Sequence[Token], place: int) -> SpeechVerb | None:
    """The verb of speech that a token can be, whatever its tag; one with a particle only before that."""
    following = tokens[place + 1].small if place + 1 < len(tokens) else ""
    known = speech_verbs().get(tokens[place].small, ())
    return next((verb for verb in known if verb.particle == following), None) or next((verb for verb in known if not verb.particle), None)


def _inverted(tokens: Sequence[Token], first: int, end: int, pause: bool) -> Cue | None:
    """`said Jane Doe`, `says the mayor`."""
    verb = _speech(tokens, first)
    token = tokens[first]
    if token.small in _COPULAS or (verb is None and not (pause and token.tag in ("VBD", "VBZ"))):
        return None
    if (verb and verb.inflection not in _FINITE_FORMS) or token.text[:1].isupper():
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
    verb = _speech(tokens, place)
    token = tokens[place]
    if is_passive(tokens, place) and not _is_quoted_as(tokens, place):
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
            pause and adjacent and ends and token.tag in FINITE | {"VBN"} and token.small not in _COPULAS and _is_somebody(tokens, found)
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
        elif token.tag in ("WP", "WDT", "IN", "VBG", "VBN", "POS") and not _speech_finite(tokens, place):
            place = _behind_relative(tokens, place, end)
        elif token.tag in ("RB", "RP", "MD") or token.small in _COPULAS or token.small in ("also", "n't"):
            place += 1
        else:
            break
    if place >= end:
        return None
    if tokens[place].tag in _VERB_TAGS or _speech(tokens, place):
        return _last_of_row(tokens, place, end)
    return None


def _last_of_row(tokens: Sequence[Token], place: int, end: int) -> int:
    """Of `went on to say`, `smiled and said`, `remembers thinking` the verb of speech at the end."""
    if place + 1 < end and tokens[place + 1].tag == "VBG" and _speech(tokens, place + 1):
        return place + 1
    if _speech(tokens, place) and not (place + 2 < end and tokens[place + 1].tag in ("TO", "CC") and _speech(tokens, place + 2)):
        return place
    for later in range(place + 1, min(end, place + 8)):
        token = tokens[later]
        if token.speaks or token.text in (".", ";"):
            break
        if tokens[later - 1].tag in ("TO", "CC", ",") and token.tag in _VERB_TAGS and _speech(tokens, later):
            return later
    return place


def _speech_finite(tokens: Sequence[Token], place: int) -> bool:
    verb = _speech(tokens, place)
    return verb is not None and verb.inflection in ("past", "s")


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
            while following < end and (tokens[following].tag in ("RB", "MD") or tokens[following].small in _COPULAS):
                following += 1
            if following < end and (_speech_finite(tokens, following) or tokens[following].tag in FINITE):
                return place
            if mark in ("(", "-LRB-"):
                return place
    return found if found is not None and found + 1 < end and _speech(tokens, found + 1) else None


def _behind_relative(tokens: Sequence[Token], place: int, end: int) -> int:
    """The place of the verb of speech behind a clause or phrase that no comma ends: `a woman who was there said`."""
    for later in range(place + 1, end):
        token = tokens[later]
        if token.speaks or token.text in (".", ";", ":", ","):
            break
        if token.tag in FINITE and _speech_finite(tokens, later):
            return later
    return end


def _whole_sentence(tokens: Sequence[Token], first: int, end: int, goes_on: bool) -> Cue | None:
    """`“Why?” Jane Doe asked.`: a subject and its verb, and hardly more to the end of the sentence.

    `“Why?” Jane Doe replied, “Because.”` brings in the quotation behind it.
    """
    if _speech_finite(tokens, first) and first + 1 < end and (said := phrase_from(tokens, first + 1, end)):
        return Cue(first, first, said, Kind.BEHIND, _speech(tokens, first), said.last + 1)
    found = phrase_from(tokens, first, end)
    if found is None:
        return None
    place = _predicate(tokens, found.last + 1, end)
    if place is None or is_passive(tokens, place):
        return None
    last = place + 1
    verb = _speech(tokens, place)
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


def _according(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    for words in _ACCORDING:
        size = len(words)
        if first + size < end and tuple(token.small for token in tokens[first : first + size]) == words:
            found = phrase_from(tokens, first + size, end)
            if found:
                return Cue(
                    first, first + size - 1, found, Kind.BEHIND, None, found.last + 1, passes_on=words[0] in ("according", "via", "per")
                )
    return None


def _as_put(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """`as Doe put it`."""
    if tokens[first].small not in _AS:
        return None
    found = phrase_from(tokens, first + 1, end)
    place = _predicate(tokens, found.last + 1, end) if found else None
    if place is None or tokens[place].tag not in FINITE:
        return None
    verb = _speech(tokens, place)
    return Cue(place, place + bool(verb.particle), found, Kind.BEHIND, verb, place + 2) if verb else None


def _label(tokens: Sequence[Token], first: int, colon: int) -> Cue | None:
    """`Bloomberg: “…”`, `Q: “…”`: a name or a role and nothing else before a colon."""
    if _speech_finite(tokens, first) and (said := phrase_from(tokens, first + 1, colon)):
        return Cue(first, first, said, Kind.BEFORE, _speech(tokens, first)) if said.last == colon - 1 else None
    found = phrase_from(tokens, first, colon)
    if found is None or not tokens[found.first].text[:1].isupper() or tokens[found.last].small in _WORDS_OF:
        return None
    apposed = tokens[found.last + 1].text == "," and not any(token.tag in FINITE for token in tokens[found.last : colon])
    whole = found.last == colon - 1 and found.last - found.first < _LONGEST_LABEL
    return Cue(colon, colon, found, Kind.LAYOUT) if whole or (apposed and colon - first < _LONGEST_LABEL * 2) else None


def _verb_at(tokens: Sequence[Token], place: int, least: int, quote: int) -> Cue | None:
    token = tokens[place]
    if token.tag not in _VERB_TAGS and not (place == quote - 1 or tokens[place + 1].text in (",", ":")):
        return None
    verb = _speech(tokens, place)
    if verb is None or (verb.manner is Manner.THOUGHT and token.tag == "VBN"):
        return None
    if token.tag not in _VERB_TAGS and (verb.inflection not in ("past", "s", "ing") or token.text[:1].isupper()):
        return None
    if token.tag not in _VERB_TAGS and place > least and tokens[place - 1].tag in _BEFORE_NOUNS:
        return None
    last = place + 1 if verb.particle else place
    if is_passive(tokens, place) and not _is_quoted_as(tokens, place):
        return _agent(tokens, place, quote, verb)
    if token.tag == "VBN" and not _helped(tokens, place, least):
        return _agent(tokens, place, quote, verb)
    if verb.lemma in ("speak", "talk") and place + 1 < quote and tokens[place + 1].small in ("of", "about"):
        last = place + 1
    found = subject(tokens, place, least)
    if found is None and tokens[place].tag in ("VBD", "VBZ", "VBN") and place + 1 < quote and place - least <= 2:
        found = phrase_from(tokens, place + 1, quote)
    return Cue(_first_of_passive(tokens, place), last, found, Kind.BEFORE, verb) if found else None


def _first_of_passive(tokens: Sequence[Token], place: int) -> int:
    """Where `was quoted as saying` begins."""
    if (
        place > 2
        and tokens[place].tag == "VBG"
        and tokens[place - 1].small == "as"
        and tokens[place - 2].small in ("quoted", "heard", "cited")
    ):
        return place - 3 if tokens[place - 3].small in _COPULAS else place - 2
    return place


def _helped(tokens: Sequence[Token], place: int, least: int) -> bool:
    """Whether a form of `have` stands before a participle, or its subject does, whose past it then is."""
    before = place - 1
    while before >= least and tokens[before].tag in ("RB", "RBR"):
        before -= 1
    return before >= least and (
        tokens[before].small in ("has", "have", "had", "having", "'ve", "'s", "'d") or tokens[before].tag in ("NNP", "PRP", "NNS", "NN")
    )


def _agent(tokens: Sequence[Token], place: int, quote: int, verb: SpeechVerb) -> Cue | None:
    """Of a passive whoever stands behind `by`."""
    for later in (*range(place + 1, quote - 1), quote + 1):
        if later + 1 < len(tokens) and tokens[later].small == "by" and (found := phrase_from(tokens, later + 1, len(tokens))):
            return Cue(place, place, found, Kind.BEFORE, verb)
    return Cue(place, place, None, Kind.BEFORE, verb) if is_passive(tokens, place) else None


def _is_quoted_as(tokens: Sequence[Token], place: int) -> bool:
    """Whether the passive is that of whoever speaks: `was quoted as saying`."""
    return tokens[place].small in ("quoted", "heard", "cited", "reported") or tokens[place].tag == "VBG"


def _noun_at(tokens: Sequence[Token], place: int, least: int, quote: int) -> Cue | None:
    """`her claim that “…`, `a statement from the ministry: “…`."""
    token = tokens[place]
    if token.small not in _WORDS_OF or not token.tag.startswith("NN"):
        return None
    if place + 1 < quote and tokens[place + 1].small in _BY and (found := phrase_from(tokens, place + 2, quote)):
        words = token.small == "words" and place - 2 >= least and tokens[place - 2].small == "in"
        return Cue(place - 2, place + 1, found, Kind.BEFORE) if words else Cue(place, place, found, Kind.BEFORE)
    first = place
    while first > least and tokens[first - 1].tag in ("JJ", "NN", "NNP", "VBN", "CD", "JJR", "JJS"):
        first -= 1
    owner = first - 1
    if not (place + 1 == quote or tokens[place + 1].text in ("that", ":", ",") or (place - 2 >= least and tokens[first - 2].small == "in")):
        return None
    if owner >= least and tokens[owner].tag == "PRP$":
        return Cue(place, place, Phrase(owner, owner, owner), Kind.BEFORE)
    if owner > least and tokens[owner].tag == "POS" and (found := phrase_before(tokens, owner - 1, least)):
        return Cue(place, place, found, Kind.BEFORE)
    return None


def _source_at(tokens: Sequence[Token], place: int, least: int, quote: int) -> Cue | None:
    """`according to the ministry, “…”`, `in the words of Jane Doe, “…”`, `in Doe's words`."""
    if tokens[place].small not in ("according", "per", "in"):
        return None
    found = _according(tokens, place, quote)
    return found._replace(kind=Kind.BEFORE) if found else None


def _is_somebody(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase can be a person by its form: a pronoun or a name."""
    head = tokens[phrase.head]
    return head.small in ("he", "she", "they", "i", "we", "one") or head.tag in ("NNP", "NNPS") or head.text[:1].isupper()
