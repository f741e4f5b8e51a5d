"""Ranges of numbers with a hyphen or a dash: years, pages, `10-15 people`; no scores, votes, telephone numbers and codes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.named import NamedTuple

_RANGE = compiled(
    r"(?<![\w.,/:\-–+#_@=])(?P<unit>[$£€]?)(?P<first>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)(?P<mark>[-–])(?P=unit)"
    r"(?P<last>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)(?:%|[ckm]?m|kg|bn|°)?(?![\w/\-–:@_=]|[.,]\d)"
)
_CONTEST = compiled(
    r"\b(?:won|wins?|winning|beat(?:s|en|ing)?|los[et]|loses|losing|defeat(?:s|ed)?|victory|draws?|drew|tied?|score[sd]?|scoring|goals?|sets?"
    r"|match|games?|leads?|led|votes?|voted|voting|ruled|ruling|decision|majority|verdict|court|aggregate|overtime|season|record|went"
    r"|playoffs?|league|cup|odds|split|series)\b",
    re.IGNORECASE,
)
_CODE = compiled(
    r"(?:\b(?:ISBN(?:-1[03])?|ISSN|phone|tel|call|dial|fax|order|flight|route|model|version|serial|room|bill|resolution|case|no|vol|area|code"
    r"|zip)\b[.:#]?|[#№])\s*\Z",
    re.IGNORECASE,
)
_BOOK_NUMBER = compiled(r"\b(?:ISBN|ISSN)\b")
_NAMED = compiled(r"\b(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w*)[A-Z][\w’']* \Z")
_PAGES = compiled(r"\b(?:pages?|pp?\.|chapters?|verses?|years?|ages?|aged|lines?) ?\Z", re.IGNORECASE)
_BEFORE = compiled(r"\b(from|between) \Z", re.IGNORECASE)
_REACH = 40
_YEAR = compiled(r"(?:1\d|20)\d\d")


class NumberRange(NamedTuple):
    """A range at `start..end` of a block; `mark` is where its hyphen or dash stands, `dashed` says which.

    `word` is what the word before wants between the numbers: `from 10 to 15`, `between 10 and 15`.
    """

    start: int
    end: int
    mark: int
    dashed: bool
    word: str = ""


def number_ranges(article: Article, prose: Prose) -> tuple[NumberRange, ...]:
    """The ranges of a block of the article, in order."""
    return article.once(_by_block).get(id(prose), ())


def _by_block(article: Article) -> Mapping[int, tuple[NumberRange, ...]]:
    return {id(prose): tuple(_in_block(article, prose)) for prose in article.document.blocks if "-" in prose.text or "–" in prose.text}


def _in_block(article: Article, prose: Prose) -> Iterator[NumberRange]:
    text = prose.text
    for found in _RANGE.finditer(text):
        start = found.start("unit")
        if not _ascends(found["first"], found["last"]) or _is_code(text, start, found):
            continue
        if not _PAGES.search(text, max(0, start - _REACH), start) and not _is_years(found) and _is_contest(article, prose, found):
            continue
        before = _BEFORE.search(text, max(0, start - _REACH), start)
        word = {"from": "to", "between": "and"}[before[1].lower()] if before else ""
        yield NumberRange(start, found.end(), found.start("mark"), found["mark"] == "–", word)


def sets_ranges_with_dashes(article: Article) -> bool:
    """Whether the document itself sets ranges with en dashes, and not more of them with hyphens."""
    return article.once(_habit)


def _habit(article: Article) -> bool:
    dashed = [found.dashed for ranges in article.once(_by_block).values() for found in ranges if not found.word]
    return any(dashed) and 2 * sum(dashed) >= len(dashed)


def _ascends(first: str, last: str) -> bool:
    """Whether the second number is greater, or the end of a year (`1914-18`), and neither is a code (`555-0199`, `24-07`)."""
    if (len(last) > 1 and last[0] == "0" and not _YEAR.fullmatch(first)) or first[0] == "0":
        return False
    if (len(first), len(last)) == (3, 4):
        return False
    if _YEAR.fullmatch(first) and len(last) == 2:
        return last > first[2:] or first.endswith("99")
    return float(first.replace(",", "")) < float(last.replace(",", ""))


def _is_years(found: re.Match[str]) -> bool:
    return _YEAR.fullmatch(found["first"]) is not None and (len(found["last"]) == 2 or _YEAR.fullmatch(found["last"]) is not None)


def _is_code(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a word before says that this is a number of something, or is its name (`Boeing 737-800`)."""
    before = text[max(0, start - _REACH) : start]
    if _PAGES.search(before) or _is_years(found):
        return _BOOK_NUMBER.search(before) is not None
    return _CODE.search(before) is not None or _NAMED.search(before) is not None


def _is_contest(article: Article, prose: Prose, found: re.Match[str]) -> bool:
    sentence = article.sentence_at(prose, found.start())
    return _CONTEST.search(prose.text, sentence.start, sentence.end) is not None
