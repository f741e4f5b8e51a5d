"""Whether the words around a noun phrase say that something comes from it: `according to` it, `, said` it, it `told Reuters`."""

from __future__ import annotations

from lint.compiled import compiled
from lint.language.anonymity import one_of
from lint.language.speech_verbs import forms_of

_SPEAKING = """
    say tell confirm add note explain describe acknowledge insist reveal disclose claim stress caution warn predict suggest recall argue
    admit concede complain emphasize emphasise estimate indicate deny reject dismiss express contend allege recount compare characterize
    characterise speculate maintain hint counter signal dispute reply respond boast joke lament criticize criticise
""".split()
_FORMS = sorted({form for verb in _SPEAKING for name, form in forms_of(verb) if name != "ing"})
_SAID = "|".join(_FORMS)
_THOUGHT = "expect(?:s|ed)?|believe[sd]?|think|thinks|thought|fear(?:s|ed)?"
_AIDED_WORDS = "has have had also then later earlier recently previously privately repeatedly however who is was are were".split()
_AIDED = r"(?:(?:has|have|had|also|then|later|earlier|recently|previously|privately|repeatedly|however,|who) ){0,2}"
_PLACED = r"(?:,? (?:in|at|with|from|within|inside|of|for|on|to|near|traveling|travelling|based|working|close)(?: [\w’'.&-]+){1,7}?,?)?"
_AT_ONCE = compiled(rf"{_PLACED}[”\"’]?,? ({_AIDED}(?:{_SAID})\b|(?:is|was|are|were) quoted)")
_AFTER = compiled(rf"(?:[ ,]+[\w’'.$%&-]+){{0,14}}?[ ,]+({_AIDED}(?:{_SAID}|{_THOUGHT})\b)")
_INFORMED = one_of(
    "told given shown said confirmed disclosed revealed described detailed reported shared provided relayed denied briefed informed"
)
_AGENT = (
    r"\b(?:according (?:to|with)|citing|quot(?:es|ed|ing)|per)\b"
    rf"|\b{_INFORMED} (?:to [\w ]{{1,30}}|[\w ]{{1,20}})?by\b"
    r"|(?:[,”\"’—–-] ?|^)(?:say|says|said|adds|added|explained|noted|recalled|insisted|confirmed|warned|admitted)\b"
    r"|\b(?:spoke (?:to|with)|interviews? with|conversations? with|information from|learned from|heard from)\b"
)
_BEFORE = compiled(
    rf"(?i)(?:{_AGENT}|\b(?:according to|by|say|said)\b[^.;:,]{{1,40}} and)(?: (?:at least|more than|about|nearly|as many as|what))? *$"
)
_NEAR_BEFORE = compiled(rf"(?i)(?:{_AGENT})")
_NEXT_WORD = compiled(r"[”\"’]?,? ([a-z]+)")
_OPENINGS = frozenset(
    (*_FORMS, *"in at with from within inside of for on to near traveling travelling based working close".split(), *_AIDED_WORDS)
)
_HINTS = (
    *"said says say ccording iting quot noted added explained recalled insisted confirmed warned admitted spoke".split(),
    *(" by ", "with ", "from ", " per "),
)
_SOMEWHERE = compiled(rf"(?i)\b(?:according to|citing|cited|quoted|{_SAID})\b")
_REPORTED = compiled(rf"(?:\b(?:that|because|if|when|whether|where)|[^,”\"’ ] ?\b(?:{_SAID})) *$")
_APPOSED = compiled(
    r"(?P<before>\w+ )?(?P<name>(?:[A-Z][\w’'.-]+ )+[A-Z][\w’'-]+)(?: of [A-Z][\w’'-]+|, an? [^,.;]{1,60} and)?"
    r"(?:, \d+)?(?:,| is| was|, who (?:is|was|has been)| (?:remained|became)|(?<= and)) *$"
)
_ONE_NAME = compiled(r"(?P<before>\w+ )?(?P<name>[A-Z][\w’'-]+), *$")
_PLACE_BEFORE = frozenset("in at on of from near to by the since until during with after before last next this as but and".split())
_PREDICATE = compiled(r"\b(?:is|was|be|been|being|as|becom(?:es?|ing)|became|remain(?:s|ed)?|like|than|are|were) *$")
_NAMED_SPEAKER = compiled(
    r"\b(?:said|says|told) (?:[A-Z][\w.’'-]+ ){1,3}"
    r"|[A-Z][\w’'-]+ [A-Z][\w’'-]+(?:, [^.;:]{0,90})?,? (?:said|says|told|wrote|added|argued|tweeted)\b"
    r"|\b(?:according to|including|such as) (?:[A-Z][\w.’'-]+ ){2}"
)
_INTRODUCED = compiled(r"\b[A-Z][\w’'-]+ [A-Z][\w’'-]+, (?:who|an?|the|(?:Mr|Mrs|Ms)\.?) [^.;]{0,80}, said\b")
_REACH = 80


def may_speak(text: str, start: int, end: int) -> bool:
    """Whether the noun `start..end` may belong to a speaker, as the words next to it look."""
    following = _NEXT_WORD.match(text, end)
    if following is not None and following[1] in _OPENINGS:
        return True
    before = text[max(0, start - _REACH) : start]
    return any(hint in before for hint in _HINTS)


def said_before(before: str) -> bool:
    """Whether the words before a phrase end in `according to`, `, said` or the like."""
    return _BEFORE.search(before[-_REACH:]) is not None


def may_be_said_by(text: str, start: int) -> bool:
    """Whether `said_before` may be true of what stands before the noun at `start`, some words of which belong to its phrase."""
    return _NEAR_BEFORE.search(text, max(0, start - _REACH), start) is not None


def said_at_once(text: str, end: int) -> int:
    """Where the verb starts by which a phrase that ends at `end` speaks, if at most a place parts the two; -1 for none."""
    found = _AT_ONCE.match(text, end)
    return found.start(1) if found else -1


def said_after(text: str, start: int, end: int) -> int:
    """As `said_at_once`, with some words between the two; -1 for none before `end`."""
    found = _AFTER.match(text, start, end)
    return found.start(1) if found else -1


def said_somewhere(sentence: str) -> bool:
    """Whether anybody is said to say anything."""
    return _SOMEWHERE.search(sentence) is not None


def reported(before: str) -> bool:
    """Whether the words before a phrase make it a part of what somebody else says: `She said an official ...`."""
    return _REPORTED.search(before[-_REACH:]) is not None


def apposed(before: str, behind: str) -> bool:
    """Whether a name stands right before a phrase, so that the phrase says who it is: `Jane Doe, a person familiar with ...`.

    A name of one word counts where a comma ends the phrase, too.
    """
    name = _APPOSED.search(before[-_REACH:]) or (_ONE_NAME.search(before[-_REACH:]) if behind.startswith(",") else None)
    return name is not None and _PLACE_BEFORE.isdisjoint([(name["before"] or "").strip().lower(), name["name"].split()[0].lower()])


def names_speaker(words: str) -> bool:
    """Whether somebody with a name speaks there."""
    return _NAMED_SPEAKER.search(words) is not None


def introduces_speaker(words: str) -> bool:
    """Whether somebody speaks there who is named and said to be somebody: `Jane Doe, who leads the council, said`."""
    return _INTRODUCED.search(words) is not None


def is_predicate(before: str) -> bool:
    """Whether a phrase says what somebody is, or is like."""
    return _PREDICATE.search(before[-_REACH:]) is not None
