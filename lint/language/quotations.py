"""What stands between quotation marks, block by block: the guard that keeps bulk edits away from other people's words.

Where a text leaves a doubt, more is taken for quoted rather than less, but never beyond the block: an opening mark that nothing closes
reaches to the end of its block. Of a quotation over several paragraphs each opens with a mark, and so each is found for itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from lint.compiled import compiled
from lint.document import Prose
from lint.language.apostrophes import single_quotations
from lint.named import NamedTuple
from lint.text import Span

_ROLES = {
    "straight": ('"', "＂", "''", "'''"),
    "opening": ("„", "‟", "❝", "``", "「", "『"),
    "left": ("“", "‘‘", "«", "‹"),
    "right": ("”", "’’", "❞", "»", "›"),
    "closing": ("」", "』"),
}
"""What a mark may do: a left one opens, but closes in `„Ja“` and `»Ja«`; a right one closes, but opens in `”Ja”` and `»Ja«`."""
_ROLE = {mark: role for role, marks in _ROLES.items() for mark in marks}
_FAMILIES = ("«»", "‹›", "「」", "『』")
_FAMILY = {mark: family for family in _FAMILIES for mark in family}
"""Marks pair within their family; all others are of one family, whatever their shape: `“build a wall," he said`."""

_MARK = compiled(r"([\"“”„‟❝❞＂«»‹›「」『』])(?:\1{2,}+)?")
_MARK_OR_PAIR = compiled(_MARK.pattern + r"|'{2,}+|‘‘|’’|`{2,}+")
_PAIRS = ("''", "‘‘", "’’", "``")
_SINGLE = compiled(r"['‘’‚‛`]")
_APOSTROPHES_OPEN = compiled(r"(?<![^\s(\[{—–-])(?:'''?(?=[^\s'])|``)")
_BEFORE_OPENING = frozenset("([{—–-/¿¡=|*_~'‘’")
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/*_~'’")
_CLOSED_BY_LEFT = frozenset("„‟”»›")
"""What a left mark may close."""
_GUILLEMETS = frozenset(("«»", "‹›"))
_NUMBER_BEFORE = compiled(r"(?<!\d)\d{1,3}\Z")
_NEXT_MARK = compiled(r"[^\"“”„\n]{0,400}+[\"“”„]")
_DEEPEST = 16
"""How many marks may stand open at once; a text with more of them is no prose, and must not fill the memory."""


class _Side(Enum):
    """What a mark may do, by the characters beside it."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"  # blanks or dashes on both sides
    INSIDE = "inside"  # letters on both sides


class Quoted(NamedTuple):
    """What is quoted in a block, marks included.

    `open_end`: no mark closes it, it reaches to the end of the block; `open_start`: no mark opens it, it begins where it may have begun.
    """

    start: int
    end: int
    open_end: bool = False
    open_start: bool = False


def quotations(blocks: Sequence[Prose]) -> list[tuple[Quoted, ...]]:
    """For each block what is quoted in its text: the outermost quotations, in order, without overlap."""
    return [_quoted(block.text, following) for block, following in zip(blocks, _paragraphs_after(blocks), strict=True)]


def _paragraphs_after(blocks: Sequence[Prose]) -> list[str]:
    """For each block the text of the next paragraph, empty where none follows."""
    after: list[str] = []
    following = ""
    for block in reversed(blocks):
        after.append(following)
        if block.scope.startswith("paragraph"):
            following = block.text
    return after[::-1]


def _quoted(text: str, following: str) -> tuple[Quoted, ...]:
    found = _merged(_double_quotations(text))
    if _SINGLE.search(text):
        taken = [Span(each.start, each.end) for each in found]
        single = (Quoted(*span, open_end=_is_open(text, span)) for span in single_quotations(text, taken, following))
        found = _merged((*found, *single))
    return found


def _is_open(text: str, span: Span) -> bool:
    """Whether what began with a single mark goes on in the next paragraph."""
    return text[span.end - 1] not in "'’‘`" or span.end - span.start < 2


def _merged(found: Iterable[Quoted]) -> tuple[Quoted, ...]:
    """Those that share a character joined, in order."""
    merged: list[Quoted] = []
    for each in sorted(found):
        if merged and each.start < merged[-1].end:
            before = merged[-1]
            last = max(before, each, key=lambda one: one.end)
            merged[-1] = before._replace(end=last.end, open_end=last.open_end)
        else:
            merged.append(each)
    return tuple(merged)


def _double_quotations(text: str) -> Iterator[Quoted]:
    pattern = _MARK_OR_PAIR if any(pair in text for pair in _PAIRS) else _MARK
    apostrophes = pattern is _MARK_OR_PAIR and _APOSTROPHES_OPEN.search(text) is not None
    families: dict[str, _Family] = {}
    for mark in pattern.finditer(text):
        glyph = mark[0]
        if glyph in _ROLE and (apostrophes or not glyph.startswith("''")):  # rows of marks are rules and ornaments
            name = _FAMILY.get(glyph, "")
            if name not in families:
                families[name] = _Family(text, lenient=name not in _GUILLEMETS)
            families[name].take(glyph, mark.start(), mark.end())
    for family in families.values():
        yield from family.finished()


class _Family:
    """The marks of one family in a block: which stand open, and what others have closed."""

    def __init__(self, text: str, lenient: bool) -> None:
        self.text = text
        self.lenient = lenient  # whether a closing mark that nothing opened closes what stands before it
        self.open: list[_Opened] = []
        self.closed: list[Quoted] = []

    def take(self, glyph: str, start: int, end: int) -> None:
        """The next mark of the family."""
        side = _side(self.text, start, end)
        role = _ROLE[glyph]
        if role in ("straight", "right") and _is_inch(self.text, start, side, bool(self.open)):
            return
        if self._opens(role, side):
            self._begin(_Opened(start, glyph, firm=side is not _Side.INSIDE))
        elif self.open:
            self.closed.append(Quoted(self.open.pop().start, end))
        elif side is _Side.CLOSES and self.lenient:
            self._close_unopened(end)

    def finished(self) -> list[Quoted]:
        """All that is quoted; a mark that nothing closed reaches to the end of the block."""
        left = next((opened.start for opened in self.open if opened.firm), None)
        if left is not None and self.text[left + 1 :].strip():
            self.closed.append(Quoted(left, len(self.text.rstrip()), open_end=True))
        return self.closed

    def _opens(self, role: str, side: _Side) -> bool:
        match role:
            case "straight":
                return side is _Side.OPENS or (side is not _Side.CLOSES and not self.open)
            case "right":
                return side is _Side.OPENS and not self.open
            case "left":
                return side is _Side.OPENS or not (side is _Side.CLOSES or (self.open and self.open[-1].glyph in _CLOSED_BY_LEFT))
            case _:
                return role == "opening"

    def _begin(self, opened: _Opened) -> None:
        if len(self.open) < _DEEPEST:
            self.open.append(opened)

    def _close_unopened(self, end: int) -> None:
        """Its opening mark is missing: everything since the last quotation may be meant."""
        start = max((span.end for span in self.closed[-1:]), default=0)
        start += len(self.text[start:end]) - len(self.text[start:end].lstrip())
        self.closed.append(Quoted(start, end, open_start=True))


class _Opened(NamedTuple):
    start: int
    glyph: str
    firm: bool  # whether it is surely a mark of quotation, even where nothing closes it


def _side(text: str, start: int, end: int) -> _Side:
    before, after = text[start - 1 : start], text[end : end + 1]
    opens = not before or before.isspace() or before in _BEFORE_OPENING
    closes = not after or after.isspace() or after in _AFTER_CLOSING
    if opens:
        return _Side.EITHER if closes else _Side.OPENS
    return _Side.CLOSES if closes else _Side.INSIDE


def _is_inch(text: str, start: int, side: _Side, is_open: bool) -> bool:
    """Whether a mark behind a number says inches or seconds: nothing stands open, or a mark that surely closes comes before any other."""
    if side is _Side.OPENS or not _NUMBER_BEFORE.search(text, max(0, start - 6), start):
        return False
    if not is_open:
        return True
    following = _NEXT_MARK.match(text, start + 1)
    return following is not None and _side(text, following.end() - 1, following.end()) is _Side.CLOSES
