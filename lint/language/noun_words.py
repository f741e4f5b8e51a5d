"""Which words in small letters can be nouns: what the dictionary calls one, but for the words that hardly ever are."""

from __future__ import annotations

from functools import lru_cache

from lint.language.lexicon import WordClass, lexicon
from lint.language.unnamed_people import singular

FUNCTION = frozenset(
    """
    a an the and or but nor so yet if as at by for from in into of off on out over to up with about after before above across against along
    among around behind below beneath beside between beyond despite down during except inside like near onto outside past per since through
    throughout toward towards under until upon via within without than he she it i we you they me him her us them his hers its our their my
    your who whom whose which what that this these those one two three four five six seven eight nine ten is am are was were be been being
    has have had having do does did doing done will would can could may might must shall should not no all any both each few more most
    some such other another many much less least same own only just very too also even still then now here there when where why how well
    back again ever never always often soon once later first last next new old big small good better best bad early late long short high
    low young right left said says say get gets got go goes going make makes made take takes took come comes came see sees saw think thinks
    know knows want wants let put keep give gives find use uses look looks tell tells told ask asks need needs help helps show
    shows vs versus
    """.split()
)
"""Words that are nouns, if at all, by the way."""


@lru_cache(maxsize=1 << 13)
def can_be_noun(word: str) -> bool:
    """Whether a word in small letters can be a noun, singular or plural."""
    if not word.isalpha() or not word.islower() or word in FUNCTION:
        return False
    classes, noun = lexicon().classes, WordClass.NOUN
    return bool(classes(word) & noun) or ((one := singular(word)) != word and bool(classes(one) & noun))
