"""Right words in the wrong place: `going form London`, `these document`, `to generated a report`.

Each word that others are taken for, or that its neighbour on the left wants in another form, is weighed against these by the language
model: only where another fits better by so much that chance is no excuse is it told. How much is asked depends on how often the two words
can both stand in such a place. (Golding and Roth 1999 for the sets of confusion; the margin is a likelihood ratio, in nats.)
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint.document import Prose
from lint.language.lexicon import WordClass, lexicon
from lint.language.running import Piece, Running, fit, place_of
from lint.language.word_parts import base_verbs, participles, plural, singulars

_SEVERAL = frozenset("these those many several few both various multiple numerous two three four five six seven eight nine ten".split())
_ONE = frozenset("a an every each another".split())
_AUXILIARIES = frozenset(
    "to can could will would should must may might cannot can't won't wouldn't couldn't shouldn't don't doesn't didn't".split()
)
_HE = frozenset("he she it".split())
_BE = frozenset("is are was were been being be".split())
_NEGATED = frozenset("don't doesn't didn't not".split())
_DETERMINERS = frozenset("the a an this that these those your our their his her its my all any it them him us me you".split())

_AGREEMENT = {"several": 4.0, "one": 6.0, "auxiliary": 4.5, "he": 4.0, "be": 3.0, "adverb": 9.0}
"""How much better the other form has to fit, in nats."""
_SLOPE = 1.5
_SHORTEST = 3


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


def misplaced(prose: Prose, confusions: Mapping[str, Mapping[str, float]]) -> Iterator[Misplaced]:
    """The words of a block that other words fit better than; `confusions` gives for a word others and the nats that each is asked for."""
    running = Running(prose.text)
    words = [_small(prose.text[piece.start : piece.end]) for piece in running.pieces]
    forms = _Forms(prose.text, running.pieces, words)
    for index, piece in enumerate(running.pieces):
        if piece.place < 0 or piece.start == piece.end or not _is_ordinary(prose.text, piece):
            continue
        others = {**forms.of(index), **confusions.get(words[index], {})}
        if others:
            best = _best(running, piece, others)
            if best is not None:
                yield Misplaced(piece.start, piece.end, prose.text[piece.start : piece.end], *best)


def _small(word: str) -> str:
    return word.lower().replace("’", "'")


def _is_ordinary(text: str, piece: Piece) -> bool:
    """Whether a word stands there in small letters, no part of another."""
    return (
        text[piece.start : piece.end].islower()
        and text[piece.start - 1 : piece.start] not in ("-", "'", "’")
        and text[piece.end : piece.end + 1] not in ("-", "'", "’")
    )


def _best(running: Running, piece: Piece, others: Mapping[str, float]) -> tuple[str, float] | None:
    """The other word that exceeds what is asked of it by most, with the excess; None where none does."""
    around = running.around(piece.start, piece.end)
    if around[1] < 0 or around[2] < 0:
        return None
    written = fit((piece.place,), around)
    found = [(fit((place,), around) - written - least, other) for other, least in others.items() if (place := place_of(other)) >= 0]
    excess, other = max(found, default=(-1.0, ""))
    return (other, excess) if excess >= 0 else None


class _Forms:
    """The forms of a word that its neighbour on the left may want, with what is asked of each."""

    def __init__(self, text: str, pieces: Sequence[Piece], words: Sequence[str]) -> None:
        self._text, self._pieces, self._words = text, pieces, words

    def of(self, index: int) -> dict[str, float]:
        """Those of the word at this place among the pieces."""
        word = self._words[index]
        if index < 2 or len(word) < _SHORTEST or not self._follows(index):
            return {}
        before, after = self._words[index - 1], self._words[index + 1]
        classes = lexicon().classes(word)
        found: dict[str, float] = {}
        if before in _SEVERAL and classes & WordClass.NOUN and not _is_noun(after):
            found |= dict.fromkeys(plural(word), _AGREEMENT["several"])
        if before in _ONE and not _is_noun(after):
            found |= {form: _AGREEMENT["one"] for form in singulars(word) if lexicon().classes(form) & WordClass.NOUN}
        if before in _AUXILIARIES and not classes & WordClass.VERB and (before != "to" or after in _DETERMINERS):
            found |= dict.fromkeys(base_verbs(word), _AGREEMENT["auxiliary"])
        if before in _HE and self._words[index - 2] not in _AUXILIARIES and classes & WordClass.VERB:
            found |= dict.fromkeys(plural(word), _AGREEMENT["he"])
        if before in _BE and classes & WordClass.VERB and not classes & (WordClass.ADJECTIVE | WordClass.NOUN):
            found |= dict.fromkeys(participles(word), _AGREEMENT["be"])
        if before in _NEGATED and classes & WordClass.ADJECTIVE:
            found[word[:-1] + "ily" if word.endswith("y") else word + "ly"] = _AGREEMENT["adverb"]
        return found

    def _follows(self, index: int) -> bool:
        """Whether only a blank stands between the word and the one before, which is no name (`Will attends`)."""
        before, piece = self._pieces[index - 1], self._pieces[index]
        return self._text[before.end : piece.start].isspace() and self._text[before.start : before.end].islower()


def _is_noun(word: str) -> bool:
    """Whether a word is a noun in either number: what stands before it may describe it (`two supporter points`)."""
    return any(lexicon().classes(form) & WordClass.NOUN for form in (word, *singulars(word)))
