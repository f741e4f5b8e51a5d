"""A word typed twice.

extends: repeated-word
message: "'%s' stands twice."
doubles: [had, that]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from operator import eq

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.occurrences import rows_in
from lint.rule import Match
from lint.text import Edit

_PAIR = compiled(r"(?<![\w-])(?<!\w['’])([^\W\d_]+(?:['’][^\W\d_]+)?)[ \t\u00a0]+(\1)(?![\w'’-])", re.IGNORECASE)
_OTHER_LETTER = compiled(r"[^\W\d_\x00-\x7f]")
_WORD_BEFORE = compiled(r"([^\W\d_]+)[ \t\u00a0]+$")
_WORD_AFTER = compiled(r"[ \t\u00a0,]+([^\W\d_]+)")
_OBJECTS = frozenset("himself herself themselves itself myself yourself it him her them me us you".split())
_GOING = frozenset("went go goes gone came got".split())
_OPENING = ("“", '"', "‘", "«")
_CLOSING = ("”", '"', "’", "»")


@frozen
class RepeatedWord:
    """The same word twice in a row, only a blank between, in one sentence.

    `doubles` are words that English sets twice ("had had"); `particles` those that a verb can leave before a preposition ("checked in in
    March"): after one of `verbs`, a form in -ed or -ing, or another particle, they pass. So does a capitalised pair inside a sentence,
    which is a name ("Bora Bora"), a pair that is a whole quotation, and what stands three times or more.
    """

    doubles: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each doubled word, with the second of the two taken out as its fix."""
        for pair in _PAIR.finditer(prose.text) if _may_repeat(article, prose) else ():
            if not self._is_meant(pair) and not _is_name(pair) and not _is_apart(pair, prose, article):
                surplus = Edit(prose.span(pair.end(1), pair.end()), "")
                yield Match(prose.span(*pair.span()), (pair.group(2),), ((surplus,),))

    def triggers(self) -> frozenset[str] | None:
        """Any word can be typed twice."""
        return None

    def _is_meant(self, pair: re.Match[str]) -> bool:
        word = pair.group(2).casefold()
        if word in self._doubles or (len(word) == 1 and word not in "ai"):
            return True
        before = _WORD_BEFORE.search(pair.string, max(0, pair.start() - 40), pair.start())
        after = _WORD_AFTER.match(pair.string, pair.end())
        if before and word in self._particles and self._is_verb(before.group(1).casefold()):
            return True
        if before and word == "to" and before.group(1).casefold() in self._particles | _GOING:
            return True  # `the page you log on to to pay`
        if before and word in self._particles and before.group(1).casefold() in _OBJECTS:
            return True  # `he turned himself in in the morning`
        return any(other and other.group(1).casefold() == word for other in (before, after)) or _is_whole_quotation(pair)

    def _is_verb(self, word: str) -> bool:
        return word in self._verbs or word in self._particles or word.endswith(("ed", "ing"))

    @cached_property
    def _doubles(self) -> frozenset[str]:
        return frozenset(self.doubles)

    @cached_property
    def _particles(self) -> frozenset[str]:
        return frozenset(self.particles)

    @cached_property
    def _verbs(self) -> frozenset[str]:
        return frozenset(self.verbs)


def _may_repeat(article: Article, prose: Prose) -> bool:
    """Whether a row of letters comes again at once, or behind one other, as in `it's it's`; of other letters there are no rows."""
    rows = rows_in(article, prose)
    return any(map(eq, rows, rows[1:])) or any(map(eq, rows, rows[2:])) or _OTHER_LETTER.search(prose.text) is not None


def _is_name(pair: re.Match[str]) -> bool:
    """A capital on the second is a name or a cry; "The the" at the start of a sentence has none there."""
    second: str = pair.group(2)
    return second[0].isupper() and second != "I"


def _is_apart(pair: re.Match[str], prose: Prose, article: Article) -> bool:
    return article.sentence_at(prose, pair.start()) != article.sentence_at(prose, pair.start(2))


def _is_whole_quotation(pair: re.Match[str]) -> bool:
    before, after = pair.string[max(0, pair.start() - 1) : pair.start()], pair.string[pair.end() : pair.end() + 3]
    return before.endswith(_OPENING) and after.lstrip(",.?!").startswith(_CLOSING)


KIND = RepeatedWord
