"""What stands twice on purpose: verse, words set off, calls to the reader, quotations, labels, lines that lead to a list."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from lint.compiled import compiled
from lint.document import Form, Prose
from lint.language.article import Article
from lint.language.sentence_rows import Sentence
from lint.language.tagged import Tagged
from lint.language.tags import FINITE
from lint.language.word_parts import base_verbs
from lint.text import Span

_SET_OFF = frozenset("em strong i b a mark small cite".split())
"""Inline elements that set a whole block off from the text: a pull quote, a caption, a question, a teaser."""
_ASIDE = frozenset(("aside", "blockquote", "figure", "footer", "nav", "header"))
_LETTER = compiled(r"[^\W\d_]")
_FEWEST_LINES, _LONGEST_LINE = 3, 60
_NOTICES = frozenset("copyright newsletter newsletters subscribe unsubscribe please ©".split())
_RIGHTS = frozenset("permission reproduced rewritten rights reserved broadcast redistributed copied publisher republished".split())
_READER = frozenset("our us you your here".split())
_WORDS = compiled(r"[a-z©]+")
_SMALL_WORD = compiled(r"(?<!\w)[a-z]+(?:s|ed)(?!\w)")


def is_set_piece(sentence: Sentence) -> bool:
    """Whether a sentence may stand twice on purpose."""
    text = sentence.text
    return text.endswith(":") or _is_notice(text) or not _says_something(text)


def is_set_apart(prose: Prose) -> bool:
    """Whether a block is no running text: verse, or set off from it."""
    if not _ASIDE.isdisjoint(prose.inside):
        return True
    runs = prose.runs
    if len(runs) == 1:  # nearly all
        return not _SET_OFF.isdisjoint(runs[0].inside)
    return _is_set_off(prose) or _is_verse(prose)


def is_quotation(prose: Prose, span: Span, article: Article) -> bool:
    """Whether letters of a stretch of a block stand in quotation marks, and none outside them."""
    marked = article.quoted(prose)
    start, number = span.start, bisect_right(marked, span.start, key=lambda quoted: quoted.end)
    while number < len(marked) and marked[number].start < span.end:
        if _LETTER.search(prose.text, start, max(start, marked[number].start)):
            return False
        start, number = marked[number].end, number + 1
    return start > span.start and _LETTER.search(prose.text, start, span.end) is None


def _is_set_off(prose: Prose) -> bool:
    """Whether all words of a block stand in one kind of emphasis or in a link."""
    common = _SET_OFF
    for run in prose.runs:
        if not common:
            return False
        if _LETTER.search(prose.text, run.start, run.end):
            common = common.intersection(run.inside)
    return bool(common)


@lru_cache(maxsize=1_024)
def _is_notice(text: str) -> bool:
    """Whether a sentence calls on the reader to do something for the house, or says what the law says."""
    words = _WORDS.findall(text.lower())
    if not _NOTICES.isdisjoint(words) or len(_RIGHTS.intersection(words)) > 1:
        return True
    return not _READER.isdisjoint(words) and Tagged(text).tag(0) == "VB"


def _is_verse(prose: Prose) -> bool:
    """Whether a block is made of short lines which begin with capitals."""
    starts = [run.end for run in prose.runs if run.form is Form.BREAK]
    if len(starts) + 1 < _FEWEST_LINES or len(prose.text) > _LONGEST_LINE * (len(starts) + 1):
        return False
    return all(not prose.text[start : start + 1].islower() for start in starts)


@lru_cache(maxsize=1_024)
def _says_something(text: str) -> bool:
    """Whether a verb makes a sentence of the words; one in -s or -ed is enough where the tagger takes it for a noun."""
    return any(map(base_verbs, _SMALL_WORD.findall(text))) or not FINITE.isdisjoint(Tagged(text).tags)
