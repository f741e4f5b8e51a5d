"""A sentence as tokens with their tags, which are worked out when they are first asked for."""

from __future__ import annotations

from functools import cached_property

from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.text import Span

_ENDS = frozenset(". ? ! ; : , ) ( — – - …".split())


class Tagged:
    """The tokens of a text, or of the stretch `span` of it, in its order; their offsets are those of the whole text.

    A place is the number of a token, and beyond both ends stands the empty word.
    """

    def __init__(self, text: str, span: Span | None = None) -> None:
        self.start, self.end = span or Span(0, len(text))
        self.tokens = tokens(text[self.start : self.end], self.start)
        self.small = [token.text.lower() for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def word(self, place: int) -> str:
        """The token in lower case."""
        return self.small[place] if 0 <= place < len(self.small) else ""

    def written(self, place: int) -> str:
        """The token as it stands there."""
        return self.tokens[place].text if 0 <= place < len(self.tokens) else ""

    def tag(self, place: int) -> str:
        """Its part of speech, as the Penn Treebank names it."""
        return self.tags[place] if 0 <= place < len(self.tokens) else ""

    def is_name(self, place: int) -> bool:
        """Whether it has a capital and does not begin the text; `I` is none."""
        written = self.written(place)
        return place > 0 and written[:1].isupper() and written != "I" and self.word(place - 1) not in ("“", '"', ":", "‘")

    def is_end(self, place: int) -> bool:
        """Whether a mark that parts clauses, or the end of the text, stands here."""
        return not 0 <= place < len(self.tokens) or self.small[place] in _ENDS

    @cached_property
    def words(self) -> list[str]:
        """The tokens as they stand there."""
        return [token.text for token in self.tokens]

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The part of speech of each."""
        return tags(self.words)
