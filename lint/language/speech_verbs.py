"""The verbs that bring in what somebody said, wrote or thought, and how each of them colours it.

The list is our own. A verb is neutral, or it doubts (`claim`), vouches (`admit` takes what is said for a fact), attacks (`slam`), or paints
a voice (`gush`); what only tells the manner, as `whisper` does, is neutral. With a particle it is one verb: `point out`, `fire back`.
"""

from __future__ import annotations

from enum import IntEnum
from functools import cache

from lint.language.irregular_verbs import past_and_participle
from lint.named import NamedTuple


class Loading(IntEnum):
    """What a verb adds to the words that it brings in."""

    NEUTRAL = 0
    DOUBTING = 1
    VOUCHING = 2
    ATTACKING = 3
    PAINTING = 4


class Manner(IntEnum):
    """What a verb tells of: speech, writing, thought, a name that is given to something, or words that stand somewhere."""

    SPEECH = 0
    WRITING = 1
    THOUGHT = 2
    NAMING = 3
    SHOWING = 4


class SpeechVerb(NamedTuple):
    """A verb in one of its forms; `inflection` is one of `base`, `s`, `past`, `participle`, `ing`, the first that the form can be."""

    lemma: str
    loading: Loading
    manner: Manner
    inflection: str
    particle: str = ""


_SPEECH = {
    Loading.NEUTRAL: """
        say tell add ask reply answer respond continue declare announce state remark comment observe mention recount recall relate explain
        elaborate clarify argue contend warn caution advise suggest propose recommend urge plead beg implore appeal promise vow pledge
        swear assure reassure guarantee predict forecast estimate conclude summarize summarise repeat reiterate stress emphasize emphasise
        underline underscore highlight describe define list cite quote read recite report inform notify brief testify depose attest reason
        counter rejoin retort object protest complain lament agree disagree concur demur deny disclose voice utter pronounce proclaim pray
        preach teach lecture call shout yell cry scream whisper murmur mutter mumble sigh laugh chuckle joke quip jest tease sing chant
        exclaim inquire enquire query question wonder ponder muse reflect speculate theorize theorise venture offer volunteer interject
        interrupt begin open close finish signal indicate imply hint intimate express assert affirm maintain hold posit postulate speak
        talk chat gripe grumble groan moan sob stammer stutter nod smile shrug grin command order instruct direct demand invite challenge
        request dictate congratulate thank greet apologise apologize praise applaud commend welcome toast hail condemn denounce decry
        deplore reject dismiss rebut refute rebuke criticise criticize defend endorse outline detail note remind confide encourage convey
        relay specify stipulate rule find opine testify counsel demand forewarn foretell announce expound paraphrase narrate accuse bemoan
        echo reveal confirm acknowledge recollect acquiesce promise oppose insist deadpan vent enthuse
        """,
    Loading.DOUBTING: "claim allege purport profess assert",
    Loading.VOUCHING: "admit concede confess acknowledge reveal confirm",
    Loading.ATTACKING: """
        slam blast rip bash lambast lambaste excoriate savage skewer trash rail rant fulminate thunder scold mock ridicule deride lash
        """,
    Loading.PAINTING: """
        gush crow boast brag gloat sneer scoff whine snipe snap bark snarl growl bellow hiss spit rave bluster blurt fume seethe drone
        prattle pontificate opine bleat squeal trumpet
        """,
}
_WRITING = "write tweet retweet post blog text email e-mail message publish caption pen jot scribble type print scrawl cable fax comment"
_THOUGHT = """
    think believe feel hope fear worry expect suspect guess imagine assume figure reckon doubt know understand realise realize consider
    decide hear learn see remember reflect
"""
_NAMING = "call label brand dub term characterise characterize portray describe name style deem nickname decry denounce dismiss refer"
_SHOWING = "read show flash display proclaim declare go run blare announce bear"
_WITH_PARTICLE = """
    point.out go.on fire.back hit.back shoot.back push.back weigh.in speak.out speak.up lash.out call.out chime.in blurt.out cry.out
    shout.out read.out spell.out lay.out rule.out double.down sum.up put.it single.out follow.up sign.off jump.in cut.in break.in
    start.off start.out write.back call.back come.back joke.around ring.out burst.out let.out open.up add.on tell.off finish.up sound.off
    carry.on snap.back strike.back clap.back punch.back swipe.back pipe.up
"""
REPORTING = frozenset(
    """
    say tell add argue contend warn caution claim insist note state announce declare write tweet retweet post ask reply respond answer
    explain acknowledge admit concede confess maintain assert allege suggest promise vow pledge swear predict conclude stress emphasize
    emphasise reiterate repeat testify recall report joke quip complain observe remark comment describe propose recommend urge estimate
    reveal point fire shoot hit put counter retort boast brag assure inform remind charge lament shout yell cry exclaim chant advise
    indicate describe
    """.split()
)
"""Verbs that bring in a clause, however long it is."""
_DOUBLED = frozenset(
    """
    admit rip slam nod quip blog chat snap plug beg concur refer jot pen spit spin hum brag rap rebut tip trip commit permit
    submit
    """.split()
)
_SIBILANT = ("s", "x", "z", "ch", "sh")


@cache
def speech_verbs() -> dict[str, tuple[SpeechVerb, ...]]:
    """Every verb by each of its forms in lower case, with all that the form can be; those with a particle stand under their first word."""
    found: dict[str, list[SpeechVerb]] = {}
    known: set[tuple[str, str]] = set()

    def add(lemma: str, loading: Loading, manner: Manner, particle: str = "") -> None:
        if (lemma, particle) not in known:
            known.add((lemma, particle))
            for inflection, form in forms_of(lemma):
                found.setdefault(form, []).append(SpeechVerb(lemma, loading, manner, inflection, particle))

    for loading in sorted(_SPEECH, reverse=True):  # a colour goes before none
        for lemma in _SPEECH[loading].split():
            add(lemma, loading, Manner.SPEECH)
    for listed, manner in ((_WRITING, Manner.WRITING), (_THOUGHT, Manner.THOUGHT), (_NAMING, Manner.NAMING), (_SHOWING, Manner.SHOWING)):
        for lemma in listed.split():
            add(lemma, Loading.NEUTRAL, manner)
    for entry in _WITH_PARTICLE.split():
        lemma, particle = entry.split(".")
        add(lemma, Loading.ATTACKING if lemma == "lash" else Loading.NEUTRAL, Manner.SPEECH, particle)
    return {form: tuple(entries) for form, entries in found.items()}


def forms_of(lemma: str) -> list[tuple[str, str]]:
    """The forms of a verb, each with the name of its inflection."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, past = f"{lemma[:-1]}ies", f"{lemma[:-1]}ied"
    else:
        third = f"{lemma}es" if lemma.endswith((*_SIBILANT, "go")) else f"{lemma}s"
        past = f"{lemma}d" if lemma.endswith("e") else f"{lemma}{lemma[-1] if lemma in _DOUBLED else ''}ed"
    if lemma.endswith("e") and not lemma.endswith("ee"):
        ing = f"{lemma[:-1]}ing"
    else:
        ing = f"{lemma}{lemma[-1] if lemma in _DOUBLED or lemma in ('begin', 'run', 'put', 'cut', 'let') else ''}ing"
    past, participle = past_and_participle(lemma) or (past, past)
    return [("base", lemma), ("s", third), ("past", past), ("participle", participle), ("ing", ing)]
