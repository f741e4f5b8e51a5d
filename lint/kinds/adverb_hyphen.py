"""A hyphen between an adverb in -ly and the participle that it belongs to.

extends: adverb-hyphen
message: "'%s' needs no hyphen: the -ly ties the words already."
participles: [built, known, paid]
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.adverbs import is_adverb, is_participle
from lint.language.article import Article
from lint.rule import Match
from lint.text import Edit

_PAIR = compiled(r"(?<![\w’'-])([A-Za-z][a-z]{2,}ly)-([a-z]+)(?![\w’'-])")


@frozen
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
            if (adverb in self.adverbs or is_adverb(adverb)) and (participle in self.participles or is_participle(participle)):
                blank = Edit(prose.span(found.end(1), found.end(1) + 1), " ")
                yield Match(prose.span(*found.span()), (found.group(),), ((blank,),))

    def triggers(self) -> frozenset[str] | None:
        """The end of the adverb with its hyphen."""
        return frozenset({"ly-"})


KIND = AdverbHyphen
