"""Possessives where a contraction is meant, and the reverse.

extends: sound-alike
message: "'%s' is the wrong one of two that sound alike: '%s'."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.sound_alikes import sound_alikes
from lint.rule import Match
from lint.text import Edit


@frozen
class SoundAlikeKind:
    """`its` for `it's`, `your` for `you're`, `their` for `they're` or `there`, `whose` for `who's`, and each the other way round."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The arguments of the message are the word and the one that is meant."""
        for found in sound_alikes(article, prose):
            span = prose.span(found.start, found.end)
            fixes = tuple((Edit(span, meant),) for meant in found.meant)
            yield Match(span, (prose.text[found.start : found.end], found.meant[0]), fixes)

    def triggers(self) -> frozenset[str]:
        """The words of the four sets."""
        return frozenset("its it's it’s your you're you’re their they're they’re there whose who's who’s".split())


KIND = SoundAlikeKind
