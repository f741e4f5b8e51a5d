"""A sentence as tokens with their tags, which are worked out when they are first asked for."""

from __future__ import annotations

from functools import cached_property

from lint.language.tags import tags
from lint.language.tokens import Token, tokens

_ENDS = frozenset(". ? ! ; : , ) ( — – - …".split())


class Tagged:
    """The tokens of a text, in its order; a place is the number of a token, and beyond both ends stands the empty word."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = tokens(text)
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
        return self._tags[place] if 0 <= place < len(self.tokens) else ""

    def is_name(self, place: int) -> bool:
        """Whether it has a capital and does not begin the text; `I` is none."""
        written = self.written(place)
        return place > 0 and written[:1].isupper() and written != "I" and self.word(place - 1) not in ("“", '"', ":", "‘")

    def is_end(self, place: int) -> bool:
        """Whether a mark that parts clauses, or the end of the text, stands here."""
        return not 0 <= place < len(self.tokens) or self.small[place] in _ENDS

    @cached_property
    def _tags(self) -> tuple[str, ...]:
        return tags([token.text for token in self.tokens])
