"""The cue before a quotation in its sentence, and the subject of a sentence that leads in without one."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.frames import Token
from lint.language.noun_phrases import Phrase, phrase_before, phrase_from
from lint.language.speech import COPULAS, VERB_TAGS, Cue, Kind, according, is_quoted_as, is_told, speech_at
from lint.language.speech_verbs import REPORTING, Manner, SpeechVerb
from lint.language.subjects import is_passive, main_subject, subject
from lint.language.tags import FINITE

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
_LONGEST_LABEL = 4
"""Words of a name before a colon."""


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
        verbs += token.tag in VERB_TAGS
        if verbs > _MOST_VERBS:
            break
    return weak._replace(strong=False) if weak else None


def lead_in(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """The subject of a clause that has no verb of speech."""
    found = main_subject(tokens, first, end) or main_subject(tokens, first, end, opened=True)
    return Cue(found[1], found[1], found[0], Kind.LEAD_IN) if found else None


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


def _label(tokens: Sequence[Token], first: int, colon: int) -> Cue | None:
    """`Bloomberg: “…”`, `Q: “…”`: a name or a role and nothing else before a colon."""
    if is_told(tokens, first) and (said := phrase_from(tokens, first + 1, colon)):
        return Cue(first, first, said, Kind.BEFORE, speech_at(tokens, first)) if said.last == colon - 1 else None
    found = phrase_from(tokens, first, colon)
    if found is None or not tokens[found.first].text[:1].isupper() or tokens[found.last].small in _WORDS_OF:
        return None
    apposed = tokens[found.last + 1].text == "," and not any(token.tag in FINITE for token in tokens[found.last : colon])
    whole = found.last == colon - 1 and found.last - found.first < _LONGEST_LABEL
    return Cue(colon, colon, found, Kind.LAYOUT) if whole or (apposed and colon - first < _LONGEST_LABEL * 2) else None


def _verb_at(tokens: Sequence[Token], place: int, least: int, quote: int) -> Cue | None:
    token = tokens[place]
    if token.tag not in VERB_TAGS and not (place == quote - 1 or tokens[place + 1].text in (",", ":")):
        return None
    verb = speech_at(tokens, place)
    if verb is None or (verb.manner is Manner.THOUGHT and token.tag == "VBN"):
        return None
    if token.tag not in VERB_TAGS and (verb.inflection not in ("past", "s", "ing") or token.text[:1].isupper()):
        return None
    if token.tag not in VERB_TAGS and place > least and tokens[place - 1].tag in _BEFORE_NOUNS:
        return None
    last = place + 1 if verb.particle else place
    if is_passive(tokens, place) and not is_quoted_as(tokens, place):
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
        return place - 3 if tokens[place - 3].small in COPULAS else place - 2
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
    found = according(tokens, place, quote)
    return found._replace(kind=Kind.BEFORE) if found else None
