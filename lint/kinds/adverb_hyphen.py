"""A hyphen between an adverb in -ly and the participle that it belongs to.

extends: adverb-hyphen
message: "'%s' needs no hyphen: the -ly ties the words already."
participles: [built, known, paid]
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.rule import Match
from lint.text import Edit

_PAIR = compiled(r"(?<![\w’'-])([A-Za-z][a-z]{2,}ly)-([a-z]+)(?![\w’'-])")
_STEMS = (("ily", "y"), ("ically", "ic"), ("bly", "ble"), ("ply", "ple"), ("tly", "tle"), ("uly", "ue"), ("lly", "ll"), ("ly", ""))
"""What an adverb ends in, and what the adjective that it is made of ends in there."""


@dataclass(frozen=True)
class AdverbHyphen:
    """Adverbs that are made of an adjective (`newly`, `heavily`), before words in -ed and -ing that are forms of a verb.

    `participles` are the irregular ones, `adverbs` those that are adjectives, too. Nouns and adjectives in -ly keep their hyphen:
    `family-owned`, `early-rising`, `friendly-looking`.
    """

    participles: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each such pair, with a blank as its fix."""
        for found in _PAIR.finditer(prose.text):
            adverb, participle = found[1].lower(), found[2]
            if (adverb in self.adverbs or _is_adverb(adverb)) and (participle in self.participles or _is_participle(participle)):
                blank = Edit(prose.span(found.end(1), found.end(1) + 1), " ")
                yield Match(prose.span(*found.span()), (found.group(),), ((blank,),))

    def triggers(self) -> frozenset[str] | None:
        """The end of the adverb with its hyphen."""
        return frozenset({"ly-"})


@lru_cache(maxsize=1 << 10)
def _is_adverb(word: str) -> bool:
    """Whether a word in -ly is an adverb and nothing else, made of an adjective that everybody knows."""
    entry = lexicon().word(word)
    if entry is None or entry.grade > Grade.FULL or lexicon().classes(word):
        return False
    return any(word.endswith(ending) and _is_adjective(word.removesuffix(ending) + instead) for ending, instead in _STEMS)


def _is_adjective(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.ADJECTIVE)


@lru_cache(maxsize=1 << 10)
def _is_participle(word: str) -> bool:
    """Whether a word in -ed or -ing is a form of a verb, as such are spelled: `armed`, `named`, `planned`, `carried`."""
    for ending in ("ied", "ed", "ing"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 1:
            verbs = (f"{stem}y",) if ending == "ied" else (stem, f"{stem}e", stem[:-1])
            return any(lexicon().classes(verb) & WordClass.VERB for verb in verbs)
    return False


KIND = AdverbHyphen
