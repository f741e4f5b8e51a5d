"""Right words in the wrong place: `going form London`, `these document`, `to generated a report`.

Each word that others are taken for, or that its neighbour on the left wants in another form, is weighed against these by the language
model: only where another fits better by so much that chance is no excuse is it told. How much is asked depends on how often the two words
can both stand in such a place. (Golding and Roth 1999 for the sets of confusion; the margin is a likelihood ratio, in nats.)
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import WordClass, lexicon
from lint.language.running import NO_WORD, fit, place_of, running
from lint.language.word_parts import base_verbs, participles, plural, singulars

_SEVERAL = frozenset("these those many several few both various multiple numerous two three four five six seven eight nine ten".split())
_ONE = frozenset("a an every each another".split())
_AUXILIARIES = frozenset(
    "to can could will would should must may might cannot can't won't wouldn't couldn't shouldn't don't doesn't didn't".split()
)
_HE = frozenset("he she it".split())
_BE = frozenset("is are was were been being be".split())
_NEGATED = frozenset("don't doesn't didn't not".split())
_TRIGGERS = _SEVERAL | _ONE | _AUXILIARIES | _HE | _BE | _NEGATED
_DETERMINERS = frozenset("the a an this that these those your our their his her its my all any it them him us me you".split())

_AGREEMENT = {"several": 4.0, "one": 6.0, "auxiliary": 4.5, "he": 4.0, "be": 3.0, "adverb": 9.0}
"""How much better the other form has to fit, in nats."""
_FITS = -9.0
"""A word that fits so well is not asked about."""
_SLOPE = 1.5
_WORD = compiled(r"(?<![\w’'-])[A-Za-z][a-z]*(?:['’][a-z]+)?(?![\w’'-])")
_BEFORE_SENTENCE = compiled(r"[.!?][\"”’']?\s+[\"“‘']?\Z")
_NEXT = compiled(r"\s+([^\W\d_]+)")


class Misplaced(NamedTuple):
    """A word at a place of a block, what fits better, and by how many nats more than is asked."""

    start: int
    end: int
    word: str
    meant: str
    margin: float

    @property
    def confidence(self) -> float:
        """How likely it is that the other word is meant."""
        return 1 / (1 + math.exp(-1 - self.margin / _SLOPE))


def misplaced(prose: Prose, article: Article, confusions: Mapping[str, Mapping[str, float]]) -> Iterator[Misplaced]:
    """The words of a block that other words fit better than; `confusions` gives for a word others and the nats that each is asked for."""
    before, end_before = "", -1
    for found in _WORD.finditer(prose.text):
        word = found.group()
        if word[0].isupper() and not _begins(prose.text, found.start()):
            before = ""
            continue
        word = word[0].lower() + word[1:]
        others = confusions.get(word.replace("’", "'"))
        if before in _TRIGGERS and prose.text[end_before : found.start()].isspace():
            forms = _forms(before, word)
            if forms and _may_follow(prose.text, before, end_before, found.end()):
                others = {**forms, **(others or {})}
        before, end_before = word.replace("’", "'"), found.end()
        if others and (best := _best(prose, article, found.span(), others)) is not None:
            other, excess = best
            yield Misplaced(*found.span(), found.group(), other.capitalize() if found.group()[0].isupper() else other, excess)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    return _BEFORE_SENTENCE.search(text, max(0, start - 6), start) is not None or not text[:start].strip("\"“‘' ")


def _best(prose: Prose, article: Article, place: tuple[int, int], others: Mapping[str, float]) -> tuple[str, float] | None:
    """The other word that exceeds what is asked of it by most, with the excess; None where none does."""
    around = running(article, prose).around(*place)
    if around[1] == NO_WORD or around[2] == NO_WORD:
        return None
    written = fit((place_of(prose.text[slice(*place)]),), around)
    if written > _FITS:
        return None
    found = [
        (fit((other_place,), around) - written - least, other) for other, least in others.items() if (other_place := place_of(other)) >= 0
    ]
    excess, other = max(found, default=(-1.0, ""))
    return (other, excess) if excess >= 0 else None


@lru_cache(maxsize=1 << 15)
def _forms(before: str, word: str) -> Mapping[str, float]:
    """The forms of a word that its neighbour on the left may want, with what is asked of each."""
    if len(word) < 3 or "'" in word:
        return {}
    classes = lexicon().classes(word)
    found: dict[str, float] = {}
    if before in _SEVERAL and classes & WordClass.NOUN:
        found |= dict.fromkeys(plural(word), _AGREEMENT["several"])
    if before in _ONE:
        found |= {form: _AGREEMENT["one"] for form in singulars(word) if lexicon().classes(form) & WordClass.NOUN}
    if before in _AUXILIARIES and not classes & WordClass.VERB:
        found |= dict.fromkeys(base_verbs(word), _AGREEMENT["auxiliary"])
    if before in _HE and classes & WordClass.VERB:
        found |= dict.fromkeys(plural(word), _AGREEMENT["he"])
    if before in _BE and classes & WordClass.VERB and not classes & (WordClass.ADJECTIVE | WordClass.NOUN):
        found |= dict.fromkeys(participles(word), _AGREEMENT["be"])
    if before in _NEGATED and classes & WordClass.ADJECTIVE:
        found[word[:-1] + "ily" if word.endswith("y") else word + "ly"] = _AGREEMENT["adverb"]
    return found


def _may_follow(text: str, before: str, end_before: int, end: int) -> bool:
    """Whether the neighbour means this word: none that describes the next noun, none that an auxiliary before it has made a base form."""
    found = _NEXT.match(text, end)
    after = found[1].lower() if found else ""
    if before in _SEVERAL or before in _ONE:
        return not _is_noun(after)
    if before == "to":
        return after in _DETERMINERS
    if before in _HE:
        words = text[max(0, end_before - len(before) - 20) : end_before - len(before)].lower().replace("’", "'").split()
        return not words or words[-1] not in _AUXILIARIES
    return True


@lru_cache(maxsize=1 << 13)
def _is_noun(word: str) -> bool:
    """Whether a word is a noun in either number: what stands before it may describe it (`two supporter points`)."""
    return any(lexicon().classes(form) & WordClass.NOUN for form in (word, *singulars(word)))
