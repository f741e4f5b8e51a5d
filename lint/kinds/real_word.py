"""A right word in the wrong place, where another fits much better.

extends: real-word
message: "'%s' is a word, but '%s' fits here."
confusions: {form from: 8, trail trial: 5}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.lexicon import lexicon
from lint.language.real_words import misplaced
from lint.rule import Match
from lint.text import Edit

_RARER = 3.5
"""How much rarer, in nats, a word may be than the one that stands for it."""


@frozen
class RealWord:
    """Words that are taken for one another (`confusions`: two or more, parted by blanks), and forms that their neighbour does not allow.

    The number behind a set says how much better another has to fit than the one that stands there, in nats (natural logarithms of odds).
    """

    confusions: Mapping[str, float]
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each such word, with the other as its fix."""
        for found in misplaced(prose, self._sets.keys(), self._others_of):
            if not article.house.vocabulary.excuses(found.word):
                span = prose.span(found.start, found.end)
                meant = found.meant.replace("'", "’") if "’" in article.folded else found.meant
                yield Match(span, (found.word, meant), ((Edit(span, meant),),), round(found.confidence, 3))

    def triggers(self) -> None:
        """Any block may hold such a word."""

    def _others_of(self, word: str) -> Mapping[str, float]:
        """The words that may be meant by one, worked out for those that are written somewhere."""
        sets = self._sets.get(word)
        if sets is None:
            return {}
        if word not in self._others:
            self._others[word] = {other: least for words, least in sets for other in words if _is_likelier(other, word)}
        return self._others[word]

    @cached_property
    def _others(self) -> dict[str, Mapping[str, float]]:
        return {}

    @cached_property
    def _sets(self) -> Mapping[str, list[tuple[list[str], float]]]:
        """The sets that each word is in."""
        found: dict[str, list[tuple[list[str], float]]] = {}
        for words, least in self.confusions.items():
            for word in (together := words.split()):
                found.setdefault(word, []).append((together, float(least)))
        return found


def _is_likelier(other: str, word: str) -> bool:
    """Whether a word may be taken for another: nobody writes `from` for the rare `form` as often as the reverse."""
    entries = [lexicon().word(form) for form in (other, word)]
    return other != word and all(entries) and entries[0].likely > entries[1].likely - _RARER  # type: ignore[union-attr]


KIND = RealWord
