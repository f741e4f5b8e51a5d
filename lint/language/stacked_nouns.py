"""Strings of common nouns before a noun, which a reader has to sort out: `the county road maintenance budget review committee`.

Names do not count, nor do words of time. What two words say together so often that it is one idea (`health care`) counts as one. A verb
that could be taken for a noun ends the string: where the tagger may be wrong nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lint.document import Prose
from lint.language import first_look
from lint.language.article import Article
from lint.language.lexicon import WordClass, lexicon
from lint.language.mended_tags import Word, can_be_verb
from lint.language.ngrams import NOTHING, ngrams
from lint.language.noun_phrases import TIMES
from lint.language.noun_words import can_be_noun
from lint.language.plain_sentences import is_plain, sentence_words
from lint.language.tags import FINITE
from lint.named import NamedTuple

_ATTRIBUTIVE = frozenset(
    "sports arms savings sales goods systems customs rights operations news police media data waste headquarters works".split()
)
"""Plurals and the like that stand before nouns."""
_CROWDS = frozenset("staff police people crew team youth media government management".split())
"""Singular nouns behind which a plain verb may stand: `staff face cuts`."""
_FAMILIAR = 4.0
"""So many nats likelier than alone behind its neighbour, a noun makes one idea with it."""


class StackedNouns(NamedTuple):
    """A string of nouns at `start..end` of a block, and how many there are, familiar pairs counted as one."""

    start: int
    end: int
    nouns: int


def stacked_nouns(blocks: Sequence[Prose], article: Article, least: int) -> Iterator[tuple[Prose, StackedNouns]]:
    """The strings of at least so many nouns, each with its block."""
    for prose, sentence in first_look.stacking(article, blocks, least):
        if is_plain(article, prose, sentence):
            for found in _in_sentence(sentence_words(article, prose, sentence), least):
                yield prose, found


def _in_sentence(words: Sequence[Word], least: int) -> Iterator[StackedNouns]:
    first = 0
    while first < len(words):
        end = first
        while end < len(words) and _goes_on(words, first, end):
            end += 1
        end = _without_verb(words, first, end)
        if end - first >= least and _stands_apart(words, first, end):
            ideas = _ideas([word.small for word in words[first:end]])
            if ideas >= least or (ideas == least - 1 and end - first > least):
                yield StackedNouns(words[first].start, words[end - 1].end, end - first)
        first = max(end, first + 1)


def _goes_on(words: Sequence[Word], first: int, place: int) -> bool:
    """Whether a word belongs to the string that begins at `first`."""
    word = words[place]
    if not word.small.isalpha() or word.small in TIMES or word.aside:
        return False
    following = words[place + 1].tag if place + 1 < len(words) else ""
    if word.tag == "VBG" or (word.small.endswith("ing") and following in ("NN", "NNS")):
        return place > first and place + 1 < len(words) and _are_familiar(word.small, words[place + 1].small)
    if not _is_read_as_noun(word):
        return False
    if place == first:
        return not _is_adjective(word.small) and not _belongs_before(words, place)
    if _is_adjective(word.small) and not _are_familiar(words[place - 1].small, word.small):
        return False
    return not _ends_string(words[place - 1].small, words[place - 1].tag, word.small)


def _is_adjective(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.ADJECTIVE)


def _belongs_before(words: Sequence[Word], place: int) -> bool:
    """Whether a word belongs to the one before it: to an adjective, `open source`, or to the `to` of a verb."""
    if not place:
        return False
    before = words[place - 1]
    if before.tag == "TO":
        return bool(lexicon().classes(words[place].small) & WordClass.VERB)
    return before.tag == "JJ" and _are_familiar(before.small, words[place].small)


def _without_verb(words: Sequence[Word], first: int, end: int) -> int:
    """Where a string ends that nothing like an article opens, and whose last word can be the verb: `game play changes`."""
    opened = first > 0 and words[first - 1].tag in ("DT", "PRP$", "POS", "JJ", "IN", "VBD", "VBZ", "VBP", "VB", "VBN", "CC")
    return end - 1 if end > first and not opened and words[end - 1].tag == "NNS" and can_be_verb(words[end - 1].small) else end


def _is_read_as_noun(word: Word) -> bool:
    """Whether a word is a noun here; so is one that the tagger takes for an adjective though it never is one."""
    if word.tag == "JJ":
        return lexicon().classes(word.small) & ~WordClass.VERB == WordClass.NOUN
    return word.tag in ("NN", "NNS") and can_be_noun(word.small)


def _ends_string(before: str, before_tag: str, word: str) -> bool:
    """Whether nothing belongs behind a noun: it is a plural, or one behind which this word may be the verb."""
    if before_tag == "NNS" and before not in _ATTRIBUTIVE:
        return True
    return before in _CROWDS and bool(lexicon().classes(word) & WordClass.VERB)


def _stands_apart(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether no name touches the string, and the verb of the sentence stands outside it."""
    before = words[first - 1] if first else None
    if before is not None and before.tag in ("NNP", "NNPS", "CD", "FW") and words[first].aside == 0:
        return False
    if end < len(words) and words[end].tag in ("NNP", "NNPS", "CD", "FW", "NN", "NNS"):
        return False
    return any(word.tag in FINITE for word in (*words[:first], *words[end:])) or (end < len(words) and words[end].tag == "VBN")


def _ideas(nouns: Sequence[str]) -> int:
    """How many ideas some nouns are, familiar pairs counted as one."""
    found, place = 0, 0
    while place < len(nouns):
        found += 1
        place += 2 if place + 1 < len(nouns) and _are_familiar(nouns[place], nouns[place + 1]) else 1
    return found


@lru_cache(maxsize=1 << 13)
def _are_familiar(first: str, second: str) -> bool:
    """Whether two nouns stand together so much more often than by chance that they are one idea: `climate change`."""
    known = lexicon()
    one, other = known.word(first), known.word(second)
    if known.word(first + second) is not None:
        return True
    if one is None or other is None or ngrams().pair(other.place, one.place) == NOTHING:
        return False
    model = ngrams()
    return model.likely(other.place, one.place, NOTHING) - model.likely(other.place, NOTHING, NOTHING) >= _FAMILIAR
