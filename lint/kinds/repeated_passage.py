"""A passage that stands twice in one article.

extends: repeated-passage
message: "%s word for word in line %s already."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.passages import Passage, repeated_passages
from lint.rule import Match


@frozen
class RepeatedPassage:
    """One finding a passage: at its last place, the earlier ones related. Neighbouring sentences are one passage.

    Words may be changed, put in or left out, but names, figures and denials have to be the same. Verse, calls to the reader, words that
    are set off, and what stands more than three times are left alone.
    """

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The arguments of the message are what stands twice (`These 3 sentences stand`, or `stand almost`), and in which line."""
        for passage in repeated_passages(blocks, article):
            line = article.document.source.position(passage.earlier[0].start).line
            related = tuple(Related(span, "It stands here, too") for span in passage.earlier)
            yield Match(passage.span, (_told(passage), line), related=related)


def _told(passage: Passage) -> str:
    several = f"These {passage.sentences} sentences stand" if passage.sentences > 1 else "This sentence stands"
    paragraphs = f"These {passage.blocks} paragraphs stand" if passage.blocks > 1 else several
    return paragraphs if passage.exact else f"{paragraphs} almost"


KIND = RepeatedPassage
