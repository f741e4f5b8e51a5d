"""Good words that no list has: those made of words, and of words with the beginnings and endings that English puts on freely."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.language.irregular_verbs import base_of, is_irregular, past_and_participle
from lint.language.lexicon import Grade, Word, WordClass, lexicon

PREFIXES = frozenset(
    """
    aero agro anti arch astro auto bi bio cardio co counter crypto cryo cyber de dis eco electro ethno euro ex extra fore geo hydro hyper
    immuno infra inter intra kilo macro mal mega meta micro mid mini mis mono multi nano neo neuro non omni onco out over pan para petro
    photo physio poly post pre pro proto pseudo psycho quasi radio re retro self semi socio sub super techno tele tera thermo trans tri
    turbo ultra un under uni up vice
    """.split()
)
"""Beginnings that stand before words, with a hyphen or without one."""
_OF_VERBS = frozenset(("de", "dis", "fore", "mis", "out", "re"))
_OF_VERB = ("able", "al", "ance", "ation", "er", "ers", "ing", "ings", "ion", "ions", "ment", "ments")
_WITH_HYPHEN = frozenset(("ex", "vice"))
SECOND_HALVES = frozenset(
    """
    aged aware based born bound built conscious driven fashioned free friendly funded led like made maker makers making minded old olds
    oriented owned proof ready related rich run size sized style term type wide worthy
    """.split()
)
"""Second halves that make a compound of any word."""
_INFLECTIONS = {
    "s": WordClass.NOUN | WordClass.VERB,
    "ed": WordClass.VERB,
    "ing": WordClass.VERB,
    "er": WordClass.VERB | WordClass.ADJECTIVE,
    "ers": WordClass.VERB,
    "ings": WordClass.VERB,
}
"""Endings, with what they are put on."""
_ENDINGS = tuple(
    """
    able athon dom esque fest ful gate hood ification ify ish ism ist ists ization ize ized izing less like ly maker makers ness nomics
    ologist ology phile phobia phobic proof scape ship sphere ster ware wise worthy y
    """.split()
)
_SHORTEST_PART = 3
_SHORTEST_STEM = 4
_SHORTEST_DOUBLED = 5
"""`travell-` is `travel`, but `tell-` is itself."""
_RAREST_PART = -14.0
_STRONGEST = 2.5
_RAREST_BASE, _STRONGEST_BASE = -17.0, 5.0
_VOWELS = frozenset("aeiou")
_NO_PARTS = frozenset(
    """
    the and for with from that this but not are was were has had have his her him you your our its their them they she who whom which what
    when than then ion ting ling ring sing ally ate ant ent ing ness less able ible est ist ism ity ous ary ery ory age ten red ted men man
    ton son ions ors tor tors tion sion ance ence ment per pro con com dis pre sub mis non uni pan ova ere een eve ass ham hen ran rat tat
    ali ani ore art mat
    """.split()
)
"""Pieces that typos are full of, and seldom halves of a new compound."""


@lru_cache(maxsize=1 << 14)
def compound_strength(word: str) -> float:
    """How good a word in lower case is as two words in one (`freediving`): nats of the rarer half above the rarest allowed, at most 2.5."""
    best = 0.0
    for place in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
        halves = word[:place], word[place:]
        if not _NO_PARTS.isdisjoint(halves):
            continue
        entries = [_entry(half) for half in halves]
        if all(entry is not None and entry.grade <= Grade.FULL for entry in entries):
            if not all(lexicon().classes(half) for half in halves):
                continue
            rarest = min(entry.likely for entry in entries if entry)
            shortest = min(map(len, halves))
            best = max(best, (rarest - _RAREST_PART) * (0.5 if shortest == _SHORTEST_PART else 1.0))
    return min(best, _STRONGEST)


def has_prefix(word: str) -> bool:
    """Whether a word in lower case is a word behind a prefix: `neurotechnology`."""
    return prefix_strength(word) > 0


@lru_cache(maxsize=1 << 14)
def prefix_strength(word: str) -> float:
    """How good a word in lower case is as a word behind a prefix: nats of that word above the rarest allowed, at most 5; 0 for none.

    What means doing something again or away stands before forms of verbs alone: `refile`, not `reponds`.
    """
    return max((_strength(word[:place], word[place:]) for place in range(2, len(word) - _SHORTEST_PART + 1)), default=0.0)


def _strength(prefix: str, rest: str) -> float:
    if prefix not in PREFIXES or prefix in _WITH_HYPHEN or (prefix in _OF_VERBS and not _is_of_verb(rest)):
        return 0.0
    entry = _entry(rest)
    if entry is None or entry.grade > Grade.VARIANT:
        return 0.0
    return max(0.0, min(_STRONGEST_BASE, entry.likely - _RAREST_BASE))


def _is_of_verb(word: str) -> bool:
    """Whether a word is a form of a verb, or a noun or adjective that is made of one."""
    verbs = (word, *base_verbs(word), *base_of(word), *(stem for ending in _OF_VERB for stem in _stems(word, ending)))
    return any(lexicon().classes(form) & WordClass.VERB for form in verbs)


@lru_cache(maxsize=1 << 14)
def is_inflected(word: str) -> bool:
    """Whether a word in lower case is a regular form of a word, and spelled as regular forms are: `rebaked`, not `occured`.

    Where some list has it (`guising`), the stem need not be of the part of speech that takes the ending.
    Where the lexicon has the same form of the same word in another spelling, this one is a mistake (blocking, Aronoff 1976).
    """
    if word.endswith("men") and _is_word(f"{word[:-3]}man"):
        return True
    if any(_takes_s(noun) for noun in _nouns_of_plural(word)):
        return True
    listed = _entry(word) is not None
    return any(
        (listed or lexicon().classes(stem) & classes) and not _is_blocked(stem, ending, word)
        for ending, classes in _INFLECTIONS.items()
        for stem in _stems(word, ending)
    )


@lru_cache(maxsize=1 << 14)
def is_derived(word: str) -> bool:
    """Whether a word in lower case is a word with an ending that makes new ones: `squirrelly`, `danceathon`."""
    return any(not _is_blocked(stem, ending, word) for ending in _ENDINGS for stem in _stems(word, ending))


def _takes_s(word: str) -> bool:
    """Whether a word may be a noun, as far as the lexicon knows."""
    entry = _entry(word)
    return entry is not None and entry.grade <= Grade.TERM and lexicon().classes(word) != WordClass.ADJECTIVE and not is_irregular(word)


def _stems(word: str, ending: str) -> Iterator[str]:
    """The words that may stand before an ending, as they are spelled without it."""
    if not word.endswith(ending):
        return
    stem = word[: -len(ending)]
    if len(stem) < _SHORTEST_STEM - 1:
        return
    vowel = ending[0] in "aeiouy"
    spellings = [stem]
    if vowel:
        spellings.append(stem + "e")
        if len(stem) > 3 and stem[-1] == stem[-2] and (stem[-1] not in "lsfz" or (stem[-1] == "l" and len(stem) > _SHORTEST_DOUBLED)):
            spellings.append(stem[:-1])
    if stem[-1] == "i":
        spellings.append(stem[:-1] + "y")
    if ending == "s" and stem.endswith("e"):
        spellings.append(stem[:-1])
    for spelling in spellings:
        if len(spelling) >= _SHORTEST_STEM and _is_word(spelling) and _is_well_spelled(spelling, ending, word):
            yield spelling


def _is_well_spelled(stem: str, ending: str, word: str) -> bool:
    """Whether the two may be joined so."""
    if ending == "s":
        hissing = stem.endswith(("s", "x", "z", "ch", "sh"))
        consonant_y = stem.endswith("y") and stem[-2] not in _VOWELS
        return word == (stem + "es" if hissing else stem[:-1] + "ies" if consonant_y else stem + "s") or (
            stem.endswith("o") and word == stem + "es"
        )
    if stem.endswith("e") and ending[0] in "aeiouy":
        return word == stem[:-1] + ending
    return not (stem.endswith("y") and stem[-2] not in _VOWELS and ending[0] != "i" and word == stem + ending)


def _is_blocked(stem: str, ending: str, word: str) -> bool:
    """Whether the lexicon spells this form of the word otherwise."""
    bare = stem[:-1]
    if ending == "ed" and past_and_participle(stem) is not None:
        return True
    others = {stem + ending, bare + ending, stem + stem[-1] + ending, f"{stem}e{ending}", f"{bare}i{ending}", f"{bare}ie{ending}"} - {word}
    return any(_is_word(other) for other in others if len(other) > len(stem))


def _is_word(form: str) -> bool:
    entry = _entry(form)
    return entry is not None and entry.grade <= Grade.VARIANT


def _entry(form: str) -> Word | None:
    return lexicon().word(form)


def _nouns_of_plural(word: str) -> list[str]:
    """The nouns that a word in -s may be the plural of, as it is spelled."""
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return []
    return [word[:-3] + "y"] if word.endswith("ies") else [word[:-1]]


def plural(word: str) -> list[str]:
    """The form in -s of a noun or verb, if the lexicon has it."""
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        form = word[:-1] + "ies"
    else:
        form = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return [form] if _is_word(form) else []


def singulars(word: str) -> list[str]:
    """The nouns and verbs that a word in -s is a form of."""
    spellings = [word[:-1]] if word.endswith("s") and not word.endswith("ss") else []
    if word.endswith("es"):
        spellings.append(word[:-2])
    if word.endswith("ies"):
        spellings.append(word[:-3] + "y")
    return [form for form in spellings if word in plural(form)]


def base_verbs(word: str) -> list[str]:
    """The verbs that a word in -ed or -s is a form of."""
    forms = [*singulars(word), *(_stems(word, "ed"))]
    return [form for form in forms if lexicon().classes(form) & WordClass.VERB]


def participles(word: str) -> list[str]:
    """The forms in -ed and -ing of a verb that the lexicon has."""
    stem = word[:-1] if word.endswith("e") else word
    forms = (stem + "ed", stem + "ing", word + word[-1] + "ed", word + word[-1] + "ing", word[:-1] + "ied")
    return [form for form in forms if _is_word(form)]
