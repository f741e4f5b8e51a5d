"""A bracket that never closes, or never opened.

extends: bracket-pairs
message: "This '%s' has no partner."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.named import NamedTuple
from lint.rule import Match

_BRACKET = compiled(r"[()\[\]]")
_PARTNER = {")": "(", "]": "["}
_FACE = compiled(r"[:;=8][-^'o]?[()\[\]]|[()\[\]][-^'o]?[:;=]")
_ENUMERATOR = compiled(r"(?:^|[\s,;:.(])(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\)")
_BEGINS = compiled(r"[^\w()\[\]]*[\[(]?[^\w()\[\]]*[A-Z0-9À-ÞĀ-Ž]")
_ENDS = compiled(r"[.!?…:][)\]\"'”’»*_]*\s*\Z")
_LONGEST_END = 12
_REACH = 4
"""How many blocks further on a partner may stand."""


class _Stray(NamedTuple):
    block: int
    offset: int
    bracket: str


@frozen
class BracketPairs:
    """Round and square brackets without a partner in their block, or within the next few (a long aside over paragraphs).

    Enumerations ("a)", "1)") and smileys are none. In a fragment, such as a line cut out of a paragraph, the partner may stand beyond its
    ends: an opening bracket counts only where the block ends as a sentence does, a closing one where it begins as one.
    """

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each bracket that stays alone."""
        strays = [stray for number, block in enumerate(blocks) for stray in _strays(number, block.text)]
        for stray in _alone(strays):
            prose = blocks[stray.block]
            if _is_whole(prose.text, stray):
                yield Match(prose.span(stray.offset, stray.offset + 1), (stray.bracket,))


def _is_whole(text: str, stray: _Stray) -> bool:
    """Whether the block does not break off on the side where the partner would stand."""
    if stray.bracket in _PARTNER:
        return _BEGINS.match(text) is not None
    return _ENDS.search(text, max(stray.offset, len(text) - _LONGEST_END)) is not None


def _strays(number: int, text: str) -> Iterator[_Stray]:
    """The brackets that find no partner in their own block."""
    if not _BRACKET.search(text):
        return
    skipped = {offset for pattern in (_FACE, _ENUMERATOR) for found in pattern.finditer(text) for offset in range(*found.span())}
    waiting: list[_Stray] = []
    for found in _BRACKET.finditer(text):
        offset, bracket = found.start(), found.group()
        partner = _PARTNER.get(bracket)
        match = next((index for index in range(len(waiting) - 1, max(-1, len(waiting) - 9), -1) if waiting[index].bracket == partner), None)
        if partner is not None and match is not None:
            yield from waiting[match + 1 :]
            del waiting[match:]
        elif partner is not None:
            if offset not in skipped:
                yield _Stray(number, offset, bracket)
        elif offset not in skipped or text[offset] == "(":
            waiting.append(_Stray(number, offset, bracket))
    yield from (
        stray for stray in waiting if stray.offset not in skipped or not _FACE.search(text, max(0, stray.offset - 2), stray.offset + 3)
    )


def _alone(strays: Sequence[_Stray]) -> list[_Stray]:
    """Those that stay alone when an opening one may find its partner in one of the next blocks."""
    alone: list[_Stray] = []
    for stray in sorted(strays):
        partner = _PARTNER.get(stray.bracket)
        match = next(
            (
                index
                for index in range(len(alone) - 1, max(-1, len(alone) - 9), -1)
                if alone[index].bracket == partner and 0 < stray.block - alone[index].block <= _REACH
            ),
            None,
        )
        if partner is not None and match is not None:
            del alone[match]
        else:
            alone.append(stray)
    return alone


KIND = BracketPairs
