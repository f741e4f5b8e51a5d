"""Adverbs in -ly that are made of an adjective, and the participles that they stand before."""

from __future__ import annotations

from functools import lru_cache

from lint.language.lexicon import Grade, WordClass, lexicon

_STEMS = (("ily", "y"), ("ically", "ic"), ("bly", "ble"), ("ply", "ple"), ("tly", "tle"), ("uly", "ue"), ("lly", "ll"), ("ly", ""))
"""What an adverb ends in, and what the adjective that it is made of ends in there."""


@lru_cache(maxsize=1 << 10)
def is_adverb(word: str) -> bool:
    """Whether a word in -ly is an adverb and nothing else, made of an adjective that everybody knows."""
    entry = lexicon().word(word)
    if entry is None or entry.grade > Grade.FULL or lexicon().classes(word):
        return False
    return any(word.endswith(ending) and _is_adjective(word.removesuffix(ending) + instead) for ending, instead in _STEMS)


def _is_adjective(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.ADJECTIVE)


@lru_cache(maxsize=1 << 10)
def is_participle(word: str) -> bool:
    """Whether a word in -ed or -ing is a form of a verb, as such are spelled: `armed`, `named`, `planned`, `carried`."""
    for ending in ("ied", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            verbs = (f"{stem}y",) if ending == "ied" else (stem, f"{stem}e", stem[:-1])
            return any(lexicon().classes(verb) & WordClass.VERB for verb in verbs)
    return False
