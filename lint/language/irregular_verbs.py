"""Verbs whose past and participle no rule tells: `write`, `wrote`, `written`.

Those are left out whose past good writers also use as the participle (`showed`, `bit`).
"""

from __future__ import annotations

_ROWS = """
arise arose arisen, bear bore borne, beat beat beaten, become became become, begin began begun, bend bent bent, bind bound bound,
bleed bled bled, blow blew blown, break broke broken, breed bred bred, bring brought brought, build built built, buy bought bought,
catch caught caught, choose chose chosen, come came come, creep crept crept, deal dealt dealt, dig dug dug, do did done, draw drew drawn,
drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
find found found, flee fled fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, forgive forgave forgiven,
freeze froze frozen, give gave given, go went gone, grow grew grown, hang hung hung, hear heard heard, hide hid hidden, hold held held,
keep kept kept, kneel knelt knelt, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, light lit lit,
lose lost lost, make made made, mean meant meant, meet met met, mistake mistook mistaken, overcome overcame overcome, pay paid paid,
ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said, see saw seen, seek sought sought, sell sold sold,
send sent sent, shake shook shaken, shine shone shone, shoot shot shot, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat sat,
sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun, stand stood stood, steal stole stolen,
stick stuck stuck, sting stung stung, strike struck struck, swear swore sworn, sweep swept swept, swim swam swum, swing swung swung,
take took taken, teach taught taught, tear tore torn, tell told told, think thought thought, throw threw thrown,
understand understood understood, undertake undertook undertaken, wake woke woken, wear wore worn, win won won, wind wound wound,
withdraw withdrew withdrawn, write wrote written
"""
_VERBS = [row.split() for row in _ROWS.split(",")]
_PARTICIPLES = {form: participle for base, past, participle in _VERBS for form in (base, past) if form != participle}
_BASES = {form: base for base, past, participle in _VERBS for form in (past, participle) if form != base}


_PARTS = {base: (past, participle) for base, past, participle in _VERBS}
_PARTICIPLES_ALONE = frozenset(participle for base, past, participle in _VERBS if participle not in (base, past))
UNCHANGED = frozenset(
    "beset bet burst cast cost cut forecast hit hurt let put quit read set shed shut spit split spread".split(),
)
"""Verbs whose past and participle are one with the base form."""


def past_and_participle(base: str) -> tuple[str, str] | None:
    """The past and the participle of a verb that has irregular ones; None for a regular one."""
    return (base, base) if base in UNCHANGED else _PARTS.get(base)


def participle_of(form: str) -> list[str]:
    """The participle of the verb that a base form or past is of, where it is another word; a list of one or none."""
    return [_PARTICIPLES[form]] if form in _PARTICIPLES else []


def base_of(form: str) -> list[str]:
    """The verb that a past or participle is a form of; a list of one or none."""
    return [_BASES[form]] if form in _BASES else []


def is_irregular(form: str) -> bool:
    """Whether a form is the past or the participle of such a verb, and not its base form."""
    return form in _BASES


def is_participle_alone(form: str) -> bool:
    """Whether a form is a participle that is no past and no base form: `seen`."""
    return form in _PARTICIPLES_ALONE


def is_past(form: str) -> bool:
    """Whether a form is a past that is no participle: `wrote`."""
    return form in _PARTICIPLES and form in _BASES
