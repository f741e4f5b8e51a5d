"""Ages and measures that stand before a noun, or as one, and lack their hyphens: `a 12 year old girl`, `a six hour flight`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.language.number_words import in_digits
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.named import NamedTuple

_AGE = compiled(r"(?<![\w-])(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)([ -])(year|month|week|day)([ -])(olds?)(?![\w-])", re.IGNORECASE)
_MEASURE = compiled(
    r"\b[Aa]n? ((\d{1,3}|[a-z]+(?:-[a-z]+)?) (?:year|month|week|day|hour|minute|mile|foot|inch|metre|meter|kilometre|kilometer|acre|ton"
    r"|tonne|page|storey|story|bedroom|man|person|member|point|part|volume|seat|room|game|car|lane|star|way)"
    r"(?: (?:high|long|wide|deep|tall|thick))?)(?! old)(?= [a-z])"
)
_WORD_BEFORE = compiled(r"([^\W_]+) \Z")
_DETERMINERS = frozenset("a an the this that these those his her their our my your its".split())
_REACH = 40
_NOUN_IS_NEXT = frozenset(("JJ", "NN", "NNS"))


class MissingHyphen(NamedTuple):
    """Words at `start..end` of a block, and how they are joined."""

    start: int
    end: int
    joined: str


def missing_hyphens(prose: Prose) -> Iterator[MissingHyphen]:
    """Those of a block, in order of their kind."""
    text = prose.text
    for found in _AGE.finditer(text) if "old" in text else ():
        number, first, unit, second, old = found.groups()
        if (first, second) != ("-", "-") and _is_number(number) and _is_joined(text, *found.span()):
            yield MissingHyphen(*found.span(), f"{number}-{unit}-{old}")
    for found in _MEASURE.finditer(text):
        if _is_number(found[2]) and _precedes_noun(text, found.end()):
            yield MissingHyphen(*found.span(1), found[1].replace(" ", "-"))


def _is_joined(text: str, start: int, end: int) -> bool:
    """Whether an age stands behind an article or the like, or before a noun."""
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    return (before is not None and before[1].lower() in _DETERMINERS) or _precedes_noun(text, end)


def _is_number(word: str) -> bool:
    return word.isdigit() or in_digits(word).isdigit()


def _precedes_noun(text: str, end: int) -> bool:
    """Whether a noun follows, perhaps behind an adjective, so that the words before it are read as one."""
    following = [token.text for token in tokens(text[end : end + _REACH])][:4]
    if not text.startswith(" ", end) or not following or not following[0].islower():
        return False
    return tags(["a", "six-hour", *following])[2] in _NOUN_IS_NEXT
