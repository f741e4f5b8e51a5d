"""Words that no list has and that are probably slips, with what was meant.

extends: typo
message: "'%s' is probably a slip for %s."
confidence: 0.5
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.capitals import Small, small_words
from lint.language.spelling import PROBABLE, Suspect, suspects
from lint.rule import Match
from lint.text import Edit

_MOST_OFFERED = 5
_SURE = 0.97
_OF_CAPITALS = 0.9
"""How often a word that is always capitalised is meant, where it is not."""
_FARTHEST = 12.0
"""What lies so far below the best, in nats, is not offered."""


@frozen
class Typo:
    """Each unknown word that is a typo with at least this `confidence`, a share of 1; what the vocabulary of the house accepts passes."""

    confidence: float = PROBABLE
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The typos, with what may be meant as fixes, best first."""
        chosen = {id(block) for block in blocks}
        for suspect in suspects(article):
            confidence = suspect.confidence
            if confidence >= self.confidence and id(suspect.prose) in chosen:
                yield _match(suspect, confidence)
        for block in blocks:
            for small in small_words(block, article):
                if not article.house.vocabulary.excuses(block.text[small.start : small.end]):
                    yield _capitalised(block, small)


def _capitalised(prose: Prose, small: Small) -> Match:
    span = prose.span(small.start, small.end)
    message = f"'{prose.text[small.start : small.end]}' needs a capital: '{small.capitalised}'."
    return Match(span, (), ((Edit(span, small.capitalised),),), _OF_CAPITALS, message=message, sure=small.capitalised == "I")


def _match(suspect: Suspect, confidence: float) -> Match:
    best = suspect.meant[0]
    offered = [meant.text for meant in suspect.meant if meant.score > best.score - _FARTHEST]
    offered = list(dict.fromkeys(offered))[:_MOST_OFFERED]
    span = suspect.prose.span(suspect.start, suspect.end)
    margin = best.score - suspect.meant[1].score if len(suspect.meant) > 1 else _FARTHEST
    sure = suspect.clear and confidence >= _SURE
    words = " or ".join(f"'{text}'" for text in offered[:2]) if margin < 1.0 else f"'{best.text}'"
    return Match(span, (suspect.word, words), tuple((Edit(span, text),) for text in offered), round(confidence, 3), sure=sure)


KIND = Typo
