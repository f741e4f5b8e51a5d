"""Single quotation marks told from apostrophes: `'I will go,' she said` from `the '90s`, `rock ’n’ roll` and `the dogs’ bowls`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import dropwhile

from lint.compiled import compiled
from lint.named import NamedTuple
from lint.text import Span

_MARK = compiled(r"(['’‘‚‛`])(?:(?P<row>\1{2,}+)|(?<![^\W_].)|(?![^\W_]))")
_BEFORE_OPENING = frozenset('([{—–-/¿¡=|*_~"“«')
_AFTER_OPENING = frozenset('"“$£€¥#@(¿¡[…\ufffc')
_ENDS_SPEECH = frozenset('.,!?…;:—–-)]"”')
_SENTENCE_END = compiled(r"[.!?…]['’\"”)]*\s")
_ELISION = compiled(
    r"(?:\d\ds?|n|em|tis|twas|twere|twill|til|till|cause|coz|cos|cuz|bout|round|nuff|ere|im|er|neath|cept|fraid|hood|burbs?|bye|course|"
    r"scuse|merica|murica|stralia|nother|kay|ello|allo|ave|ome|appen|appy|alf|ouse|orse|ere|ow|oo|d|ll|m|re|s|t|ve)(?![^\W_])",
    re.IGNORECASE,
)
_CLIPPED = compiled(r"(?<![^\W_])(?:o|th|an|n|ol|wi|y|lil|po|mo|d|fo|\w{2,}in)\Z", re.IGNORECASE)
_FEET = compiled(r"['’]\s?\d")
_INTRODUCED = compiled(r"(?:\A|[:,]\s)\Z")
_FARTHEST = 400
"""How many characters a quotation may have whose closing mark might be an apostrophe."""


class _Firmness(IntEnum):
    """How sure it is that a mark closes a quotation, if one is open."""

    APOSTROPHE = 0  # the dogs' bowls, goin' home
    LIKELY = 1  # the 'best' thing
    SURE = 2  # 'I will go,' she said


class _Mark(NamedTuple):
    place: int
    closes: _Firmness | None  # None: it opens
    needs: _Firmness = _Firmness.APOSTROPHE  # how sure the mark that closes must be for this one to open


def single_quotations(text: str, taken: Sequence[Span], following: str) -> Iterator[Span]:
    """What stands between single marks in a block, as far as it stands outside the spans `taken`, which are in order.

    `following` is the text of the next paragraph: where that opens with a single mark, one that nothing closes here was no apostrophe.
    The spans may nest.
    """
    marks = list(dropwhile(lambda mark: mark.closes is not None, (mark for mark in _marks(text) if not _is_taken(mark.place, taken))))
    best = _best_ahead(text, marks)
    waiting: list[_Mark] = []
    for index, mark in enumerate(marks):
        if mark.closes is None:
            if mark.needs is _Firmness.APOSTROPHE or (not waiting and (best[index + 1] or _Firmness.APOSTROPHE) >= mark.needs):
                waiting.append(mark)
        elif waiting and _closes(text, waiting[-1], mark, best[index + 1], nested=len(waiting) > 1):
            yield Span(waiting.pop().place, mark.place + 1)
    for mark in waiting[:1]:
        if _goes_on(text, mark.place, following):
            yield Span(mark.place, len(text.rstrip()))


def _marks(text: str) -> Iterator[_Mark]:
    for found in _MARK.finditer(text):
        if found["row"]:
            continue  # a rule or an ornament
        place = found.start()
        before, after = text[place - 1 : place] or " ", text[place + 1 : place + 2] or " "
        if (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in _AFTER_OPENING):
            yield _Mark(place, None, _needed(text, place))
        elif not before.isspace() and text[place] not in "‚`":
            yield _Mark(place, _firmness(text, place, before, after))


def _needed(text: str, place: int) -> _Firmness:
    if _ELISION.match(text, place + 1):
        return _Firmness.SURE
    return _Firmness.LIKELY if text[place] == "’" else _Firmness.APOSTROPHE


def _firmness(text: str, place: int, before: str, after: str) -> _Firmness:
    if before in _ENDS_SPEECH:
        return _Firmness.SURE
    if before.isdigit():
        return _Firmness.APOSTROPHE if _FEET.match(text, place) else _Firmness.LIKELY
    if not after.isspace():
        return _Firmness.LIKELY
    clipped = before in "sSzZxX" or _CLIPPED.search(text, max(0, place - 24), place) is not None
    return _Firmness.APOSTROPHE if clipped else _Firmness.LIKELY


def _best_ahead(text: str, marks: Sequence[_Mark]) -> list[_Firmness | None]:
    """For each index the surest closing mark from there on, before the next mark that opens; a last one for the end."""
    best: list[_Firmness | None] = [None] * (len(marks) + 1)
    for index in range(len(marks) - 1, -1, -1):
        closes = marks[index].closes
        ahead = best[index + 1]
        if closes is not None:
            best[index] = closes if ahead is None else max(closes, ahead)
        elif (ahead or _Firmness.APOSTROPHE) < marks[index].needs:
            best[index] = ahead
    return best


def _closes(text: str, opened: _Mark, mark: _Mark, ahead: _Firmness | None, nested: bool) -> bool:
    """Whether a mark closes what stands open, given the surest mark that could do so after it.

    A nested quotation leaves that mark to the one around it.
    """
    if mark.closes is None or mark.place - opened.place > _FARTHEST:
        return mark.closes is _Firmness.SURE
    if ahead is not None and ahead > mark.closes and not (nested and mark.closes is _Firmness.LIKELY):
        return False
    return mark.closes > _Firmness.APOSTROPHE or not _SENTENCE_END.search(text, opened.place, mark.place)


def _goes_on(text: str, place: int, following: str) -> bool:
    """Whether an opening mark that nothing closes in its block is one of quotation nevertheless."""
    if not text[place + 1 : place + 2].isupper() or not _INTRODUCED.search(text[max(0, place - 2) : place]):
        return False
    opens = _MARK.match(following)
    return text[place] == "‘" or (opens is not None and following[1:2].isupper())


def _is_taken(place: int, taken: Sequence[Span]) -> bool:
    index = bisect_right(taken, (place, place + 1 << 62)) - 1
    return index >= 0 and place < taken[index].end
