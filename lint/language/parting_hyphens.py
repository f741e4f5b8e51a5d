"""Hyphens that stand where only a dash can: with blanks around them, doubled or tripled, or before a clause that opens.

Not: ranges and sums, `Monday - Friday` and `3 - 1`; options of commands; words torn at a hyphen and hyphens that wait for another word
(`two- and three-year`), which the words behind them tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.dashes import is_attribution, is_label, is_opening
from lint.language.hyphens import number
from lint.language.tags import FINITE, tags
from lint.language.tokens import tokens
from lint.named import NamedTuple

_SPACED = compiled(r"(?<=[^\s\-]) (-) (?=[^\s\-])")
_DOUBLED = compiled(r"(?<=[\w.,;:!?%)\]”’\"'…])( ?)(-{2,3})( ?)(?=[\w(\[“‘\"'$£€”’])")
_ONE_SIDED = compiled(r"(?<=[^\W\d_]{3})(-) (?=[^\W\d_])")
_SUM = compiled(r"[\d%)][\s]?\Z")
_WORD_BEFORE, _WORD_BEHIND = compiled(r"([^\W_]+)[^\w\s]*\Z"), compiled(r"[^\w\s]*([^\W_]+(?:['’][^\W_]+)?)(?: +([^\W_]+))?")
_REACH = 40
_TIMES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec am pm noon midnight today present
    now
    """.split()
)
"""What ranges of time begin and end with."""
_SUBJECTS = frozenset("i he she it we they you there this that these those who what".split())
_CLAUSES = frozenset("it’s that’s there’s he’s she’s i’m we’re they’re you’re i’ve we’ve they’ve what’s who’s here’s let’s".split())
_CLOSING = frozenset("\"'”’")
_CERTAIN, _LIKELY, _OPENING = 0.997, 0.95, 0.9
"""How often such a hyphen is a dash: doubled or between small words, otherwise spaced, with a blank on one side before a clause."""


class PartingHyphen(NamedTuple):
    """A hyphen at `start..end` of a block, the gap between two words that it and its blanks take, and the share of right verdicts."""

    start: int
    end: int
    gap: tuple[int, int]
    confidence: float


def parting_hyphens(article: Article, prose: Prose) -> list[PartingHyphen]:
    """Those of a block, in order. Where the site sets `--` itself (`typographer`), doubled ones are left alone in Markdown."""
    if "- " not in prose.text and "--" not in prose.text:
        return []
    sets_itself = article.house.typographer and prose.syntax.value == "markdown"
    doubled = () if sets_itself else _doubled(prose)
    return sorted([*_spaced(prose), *doubled, *_before_clauses(prose)])


def _spaced(prose: Prose) -> Iterator[PartingHyphen]:
    text = prose.text
    for found in _SPACED.finditer(text):
        if is_label(prose, *found.span()) or _is_range(text, *found.span()):
            continue
        small = text[found.start() - 1].islower() or text[found.start() - 1] in ",)”"
        sure = small and text[found.end()].islower() and prose.scope.startswith("paragraph")
        yield PartingHyphen(*found.span(1), found.span(), _CERTAIN if sure else _LIKELY)


def _doubled(prose: Prose) -> Iterator[PartingHyphen]:
    text = prose.text
    for found in _DOUBLED.finditer(text):
        blanks, closes = (found.group(1), found.group(3)), text[found.end()] in "”’" or _is_closing(text, found.end())
        if (blanks[0] and not blanks[1]) or _is_sum(text, *found.span()) or _is_labelling(prose, *found.span(), any(blanks)):
            continue
        if closes and found.group(2) == "--" and not any(blanks):
            yield PartingHyphen(*found.span(2), found.span(2), _LIKELY)
        elif not closes:
            yield PartingHyphen(*found.span(2), found.span(), _CERTAIN if bool(blanks[0]) == bool(blanks[1]) else _LIKELY)


def _is_labelling(prose: Prose, start: int, end: int, blanks: bool) -> bool:
    """Whether a doubled hyphen parts a label or a source; without blanks it does so less often."""
    if blanks or prose.scope.startswith("table"):
        return is_label(prose, start, end)
    return is_attribution(prose, start, end) or is_opening(prose, start)


def _is_closing(text: str, place: int) -> bool:
    """Whether a straight mark closes a quotation: nothing, a blank or a stop stands behind it."""
    return text[place] in _CLOSING and text[place + 1 : place + 2] in ("", " ", ".", ",", ";", ")", "?", "!")


def _before_clauses(prose: Prose) -> Iterator[PartingHyphen]:
    text = prose.text
    for found in _ONE_SIDED.finditer(text):
        behind = _WORD_BEHIND.match(text, found.end())
        if behind and _opens_clause(text, found.end(), behind) and not is_attribution(prose, *found.span()):
            yield PartingHyphen(*found.span(1), found.span(), _OPENING)


def _opens_clause(text: str, start: int, behind: re.Match[str]) -> bool:
    """Whether a subject and its verb stand there: `it's`, `they loved`."""
    word = behind[1].lower().replace("'", "’")
    if word in _CLAUSES:
        return True
    if word not in _SUBJECTS or not behind[2]:
        return False
    tagged = tags([token.text for token in tokens(text[start : start + _REACH])][:4])
    return len(tagged) > 1 and tagged[1] in FINITE


def _is_range(text: str, start: int, end: int) -> bool:
    """Whether the words on both sides are times, figures, or a compound that was typed with blanks."""
    before, behind = _WORD_BEFORE.search(text, max(0, start - _REACH), start), _WORD_BEHIND.match(text, end)
    if before is None or behind is None:
        return _is_sum(text, start, end)
    first, second = before[1].lower(), behind[1].lower()
    if _is_sum(text, start, end) or bool(number(f"compound {first}-{second}")):
        return True
    return _is_time(first) and _is_time(second)


def _is_time(word: str) -> bool:
    return word in _TIMES or word[0].isdigit()


def _is_sum(text: str, start: int, end: int) -> bool:
    return text[end].isdigit() and _SUM.search(text, max(0, start - 2), start) is not None
