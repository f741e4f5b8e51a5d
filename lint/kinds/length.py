"""Sentences, paragraphs and headlines that are too long.

extends: length
message: "This sentence has %d words (at most %d)."
scope: sentence
max: 45
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.words import count_words, most_words
from lint.rule import Match


@frozen
class Length:
    """A block (or sentence, by the rule's scope) of more than `max` words; with `characters` it is characters that are counted.

    With `own-words` the words between quotation marks do not count: nobody but their speaker could make them fewer.
    """

    max: int
    characters: bool = False
    own_words: bool = False
    foreign: bool = False

    def may_hold(self, text: str) -> bool:
        """Whether a text may be, or hold, one that is too long: a cheap look."""
        if self.characters:
            return len(text) > self.max
        return len(text) > 2 * self.max and most_words(text) > self.max  # each word takes two characters at least, with its blank

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The whole of what is too long."""
        if not self.may_hold(prose.text):
            return
        size = len(prose.text) if self.characters else count_words(prose.text)
        if size > self.max and self.own_words:
            size -= _quoted_words(prose, article)
        if size > self.max:
            yield Match(prose.span(0, len(prose.text)), (size, self.max))

    def triggers(self) -> frozenset[str] | None:
        """Any words can be too many."""
        return None


def _quoted_words(prose: Prose, article: Article) -> int:
    """How many words of a sentence or a block are quoted."""
    whole = article.document.resolve(prose.span(0, 1))
    if whole is None:
        return 0
    block, start, _ = whole
    end = start + len(prose.text)
    spans = ((max(span.start, start), min(span.end, end)) for span in article.quoted(block))
    return sum(count_words(block.text[first:last]) for first, last in spans if first < last)


KIND = Length
