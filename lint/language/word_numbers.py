"""Singular or plural, as the form of a word says: of nouns, and of verbs in the present and `was`."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache

from lint.language.irregular_verbs import base_of
from lint.language.lexicon import WordClass, lexicon
from lint.language.word_parts import base_verbs, plural, singulars

IRREGULAR_PLURALS = dict(
    pair.split(":")
    for pair in """
        men:man women:woman children:child people:person feet:foot teeth:tooth mice:mouse geese:goose wives:wife lives:life knives:knife
    leaves:leaf thieves:thief wolves:wolf halves:half shelves:shelf loaves:loaf criteria:criterion bacteria:bacterium fungi:fungus
    larvae:larva nuclei:nucleus stimuli:stimulus alumni:alumnus strata:stratum phenomena:phenomenon dozens:dozen
    hundreds:hundred thousands:thousand millions:million
    """.split()
)
"""Plurals that are made without -s, or that the lexicon has as nouns of their own."""
_SINGULARS = {one: many for many, one in IRREGULAR_PLURALS.items()}
_EITHER = frozenset(
    """
    acoustics aesthetics aircraft alms analytics athletics baht barracks basics bass bias biceps billiards billion bison cannon cards
    carp cattle chaos chassis clergy cod commons corps crew crossroads customs darts data deer diabetes dice dominoes dozen draughts
    dynamics earnings economics electronics ethics fish folk foot forceps gallows gas genetics graphics gross grouse gymnastics
    headquarters horsepower hovercraft hundred innings kin kudos lens linguistics logistics mackerel mathematics means measles mechanics
    media million moose mumps news odds offspring optics pathos percent physics plaice police politics poultry pound proceeds quid
    rabies rand remains rendezvous robotics salmon score series shambles sheep shrimp spacecraft species squid staff statistics stone
    summons sweepstakes swine tactics thanks thousand triceps trillion trout tuna vermin works yen youth yuan
    """.split()
)
"""Nouns whose form says nothing, or whose number is nobody's rule."""
_SINGULAR_VERBS = {"are": "is", "were": "was", "have": "has", "do": "does", "go": "goes"}
_PLURAL_VERBS = {one: many for many, one in _SINGULAR_VERBS.items()}
_NO_BASES = ("ed", "en", "ing")
"""Endings of other forms that the lexicon has as verbs of their own."""
_CAP = 1 << 13


class Number(Enum):
    """Grammatical number."""

    ONE = "singular"
    MANY = "plural"


@lru_cache(maxsize=_CAP)
def number_of_noun(word: str) -> Number | None:
    """The number of a noun in lower case; None for one that does not show it, and for what is no noun."""
    if word in IRREGULAR_PLURALS or _is_of_men(word):
        return Number.MANY
    if word in _EITHER or not word.isalpha():
        return None
    if not word.endswith("s") or word.endswith(("ss", "us")):
        return Number.ONE if _is_noun(word) and (plural(word) or word.endswith("man")) else None
    if word.endswith("ics") and _is_noun(word):
        return None  # a science, not some of what it is about
    return Number.MANY if any(map(_is_noun, singulars(word))) else None


def is_mass_noun(word: str) -> bool:
    """Whether a word in lower case is a noun that is not counted: `software`."""
    return _is_noun(word) and not word.endswith("s") and word not in _EITHER and not plural(word)


def other_number(noun: str) -> str | None:
    """A noun in its other number; None where the lexicon has it not."""
    if noun in IRREGULAR_PLURALS or noun in _SINGULARS:
        return IRREGULAR_PLURALS.get(noun) or _SINGULARS[noun]
    if _is_of_men(noun):
        return f"{noun[:-3]}man"
    if number_of_noun(noun) is Number.MANY:
        return next(filter(_is_noun, singulars(noun)), None)
    return f"{noun[:-3]}men" if _is_of_men(f"{noun[:-3]}men") else next(iter(plural(noun)), None)


@lru_cache(maxsize=_CAP)
def singular_verb(word: str) -> str | None:
    """The form in -s of a verb in its base form, `was` for `were`; None where a word is no such form."""
    return _SINGULAR_VERBS.get(word) or (next(iter(plural(word)), None) if _is_verb(word) else None)


@lru_cache(maxsize=_CAP)
def plural_verb(word: str) -> str | None:
    """The base form of a verb in -s, `were` for `was`; None where a word is no such form."""
    return _PLURAL_VERBS.get(word) or next(filter(_is_verb, singulars(word)), None)


@lru_cache(maxsize=_CAP)
def is_verb_only(word: str) -> bool:
    """Whether a form is that of a verb and of nothing else: `implicates`, `enabled`, `went`."""
    if lexicon().classes(word) & (WordClass.NOUN | WordClass.ADJECTIVE) or number_of_noun(word):
        return False
    return _is_verb(word) or bool(base_forms(word))


@lru_cache(maxsize=_CAP)
def is_only_base(word: str) -> bool:
    """Whether a word is the base form of a verb and nothing else: `provide`."""
    return lexicon().classes(word) == WordClass.VERB and not word.endswith(_NO_BASES)


@lru_cache(maxsize=_CAP)
def base_forms(word: str) -> tuple[str, ...]:
    """The verbs that a form in -s or -ed, an irregular past or participle, may be of."""
    return tuple(dict.fromkeys((*base_of(word), *base_verbs(word))))


def base_of_gerund(word: str) -> str | None:
    """The verb that a form in -ing is of: `cut` for `cutting`."""
    stem = word.removesuffix("ing")
    stems = (stem, f"{stem}e", stem[:-1] if stem[-2:-1] == stem[-1:] else "")
    return next((base for base in stems if base and base != word and _is_verb(base)), None)


def _is_noun(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.NOUN)


def _is_verb(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.VERB)


def _is_of_men(word: str) -> bool:
    return len(word) > len("women") and word.endswith("men") and _is_noun(f"{word[:-3]}man")
