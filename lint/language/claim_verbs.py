"""The verbs that a crowd says or thinks something with, and what may follow each of them when it does."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from lint.language.speech_verbs import Manner, forms_of, speech_verbs
from lint.named import NamedTuple
from lint.pattern_notes import noted_words


class ClaimVerb(NamedTuple):
    """A form of such a verb; `inflection` is as in `SpeechVerb`."""

    lemma: str
    inflection: str


ZERO = frozenset(
    """
    say argue claim believe think fear warn insist contend maintain suggest predict complain agree admit acknowledge concede note add
    allege hope suspect reckon feel know worry swear counter caution estimate assume report confirm grumble doubt conclude imagine guess
    figure joke anticipate expect accept recommend forecast bet charge speculate surmise moan gripe mutter murmur whisper carp fret posit
    dispute theorise theorize hypothesise hypothesize pray marvel protest object wager hint boast venture promise lament bemoan bewail
    """.split()
)
"""Those that a clause without `that` may follow."""

SPEAKING = frozenset(
    """
    say argue believe think insist fear complain warn claim contend suspect swear grumble doubt hope agree reckon worry maintain predict
    moan gripe mutter whisper whinge lament dispute
    """.split()
)
"""Those that only people do."""

SAYING = frozenset("say argue contend insist maintain reckon suspect swear".split())
"""Those of them that hardly take an object: what follows is a clause."""

OBJECT = frozenset(
    """
    doubt predict expect fear recommend regret dispute forecast foresee suspect detect lament anticipate estimate distrust mistrust dread
    resent query bemoan admire rate
    """.split()
)
"""Those whose object alone is an opinion: `fear a split`."""

VERDICT = frozenset(
    """
    criticise criticize question accuse welcome praise denounce condemn mock ridicule deride hail applaud decry fault deplore credit
    """.split()
)
"""Those whose object is judged; told of one day they are an event."""

AS = frozenset(
    """
    see view regard describe portray remember hail dismiss deride denounce condemn characterise characterize interpret criticise criticize
    praise decry treat
    """.split()
)
"""Those that judge with `as`."""

TRACING = frozenset("rank attribute ascribe trace liken compare credit blame".split())
"""Those that give a cause or a likeness: to, on, for."""

NAMING = frozenset("judge rank call consider deem brand dub think find label rate declare pronounce".split())
"""Those that give a thing a name or a quality."""

GENERAL = frozenset("describe rate recommend doubt welcome expect raise voice call consider dread regard put".split())
"""Those without a clause that are a claim also where a trade or a place is the subject, whose likes and dislikes are none."""

PARTICLES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        verb: frozenset(words.split())
        for verb, words in (
            ("complain", "of about"),
            ("warn", "of against about"),
            ("caution", "against"),
            ("advise", "against"),
            ("worry", "about over"),
            ("fret", "about over"),
            ("grumble", "about over"),
            ("point", "to out"),
            ("swear", "by"),
            ("object", "to"),
            ("argue", "against"),
            ("speak", "of"),
            ("talk", "of"),
            ("despair", "of"),
            ("speculate", "about on"),
            ("moan", "about"),
            ("gripe", "about"),
            ("mutter", "about of"),
            ("murmur", "about of"),
            ("whisper", "about of"),
            ("carp", "about at"),
            ("scoff", "at"),
            ("agree", "on"),
            ("protest", "about"),
            ("hope", "for"),
            ("quibble", "with over about"),
            ("rave", "about over"),
            ("sniff", "at"),
            ("sneer", "at"),
            ("swoon", "over"),
            ("rail", "against"),
            ("wax", "lyrical"),
        )
    }
)
"""What makes them one with a particle."""

VOICING = frozenset("voice raise express harbour harbor air".split())
VOICED = frozenset(
    """
    alarm doubt doubts concern concerns fear fears question questions objection objections worry worries criticism criticisms misgivings
    suspicion suspicions frustration disappointment scepticism skepticism unease dismay hope hopes reservations
    """.split()
)
"""`voice alarm`, `raise doubts`."""

OPINION_ADJECTIVES = frozenset(
    """
    worried concerned convinced sceptical skeptical confident adamant unsure doubtful alarmed hopeful fearful certain sure unanimous wary
    unconvinced pessimistic optimistic divided split unimpressed unmoved agreed united dubious uneasy nervous furious puzzled baffled
    sanguine undecided
    """.split()
)
"""What a crowd is when it thinks something."""

_NO_CLAIMS = frozenset(
    """
    thank greet open close run go begin finish start read show smile nod laugh sigh chuckle shrug grin sing bear display flash sob
    groan moan shout cry chant pray preach lecture give style name stop report-back list file order direct request invite command
    challenge congratulate praise toast quote cite testify depose offer sign teach text blog film play talk speak continue remember learn
    hear decide remind promise pledge vow plead beg demand appeal
    """.split()
)
_TELLING = (Manner.SPEECH, Manner.THOUGHT, Manner.NAMING)
_MORE_VERBS = """
    charge foresee detect regret dispute distrust mistrust dread rate accuse fault credit deem find put see view regard fret despair
    whisper murmur mutter moan gripe carp bristle balk baulk differ quibble surmise wager fancy peg rank judge liken compare attribute
    ascribe trace prize admire blame treat hypothesise hypothesize whinge bemoan query challenge resent harbour harbor air raise voice
    interpret debate rave sniff sneer swoon rail remember talk speak point bet anticipate allege accept advise
""".split()


@cache
def claim_verbs() -> Mapping[str, ClaimVerb]:
    """Every form in lower case of the verbs that may bring in a claim, with the first verb and inflection that it can be."""
    found: dict[str, ClaimVerb] = {}
    for form, verbs in speech_verbs().items():
        for verb in verbs:
            if form not in found and not verb.particle and verb.manner in _TELLING and verb.lemma not in _NO_CLAIMS:
                found[form] = ClaimVerb(verb.lemma, verb.inflection)
    for lemma in _MORE_VERBS:
        for inflection, form in _forms(lemma):
            found.setdefault(form, ClaimVerb(lemma, inflection))
    return found


@cache
def inverting_verbs() -> frozenset[str]:
    """The forms that may stand before their crowd (`say critics`), and the `according` of `according to`."""
    return noted_words("inverting verbs", _inverting) | {"according"}


def _inverting() -> list[str]:
    return [form for form, verb in claim_verbs().items() if verb.lemma in ZERO and verb.inflection in ("base", "past")]


def _forms(lemma: str) -> list[tuple[str, str]]:
    if lemma == "foresee":
        return [("base", lemma), ("s", "foresees"), ("past", "foresaw"), ("participle", "foreseen"), ("ing", "foreseeing")]
    if lemma == "regret":
        return [("base", lemma), ("s", "regrets"), ("past", "regretted"), ("participle", "regretted"), ("ing", "regretting")]
    return forms_of(lemma)
