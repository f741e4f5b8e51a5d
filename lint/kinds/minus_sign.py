"""A hyphen before a number, where a minus sign is meant.

extends: minus-sign
message: "A negative number is set with a minus sign: '%s'."
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.rule import Match
from lint.text import Edit

_TEMPERATURE = compiled(r"(?<![^\s(\[—–])-\d+(?:\.\d+)?(?=\s?(?:°|º|degrees\b|[CF]\b))")
_CELL = compiled(r"\s*(-[$£€]?\d[\d,.]*)\s*%?\s*")
_MINUS = "\N{MINUS SIGN}"


@frozen
class MinusSign:
    """Temperatures below zero, and cells of tables that hold a negative number and nothing else."""

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each such number, with the sign as its fix."""
        if prose.scope.startswith("table"):
            cell = _CELL.fullmatch(prose.text)
            places = [cell.span(1)] if cell else []
        else:
            places = [found.span() for found in _TEMPERATURE.finditer(prose.text)]
        for start, end in places:
            sign = Edit(prose.span(start, start + 1), _MINUS)
            yield Match(prose.span(start, end), (prose.text[start:end],), ((sign,),))

    def triggers(self) -> frozenset[str] | None:
        """The hyphen."""
        return frozenset({"-"})


KIND = MinusSign
