"""Runs of neighbouring sentences that stood in the article before, nearly word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum

from lint.language.article import Article
from lint.language.recurrences import recurrences
from lint.language.same_words import aligned, replaces_content, tell_two_things
from lint.language.sentence_rows import Place, Sentence, SentenceRow, Stretch
from lint.language.set_pieces import is_quotation, is_set_piece
from lint.named import NamedTuple
from lint.text import Span

_SHORTEST = 8
"""Words of a sentence that is told where it stands twice to the letter."""
_SHORTEST_CHANGED = 10
_SHORTEST_HELD, _LONGEST_ROW = 14, 8
"""Words of a sentence that another one holds, and of the longest row of them."""
_ENOUGH = 12
"""Words of several shorter sentences in a row."""
_ALIKE, _HELD = 0.75, 0.95
_SHARED = 0.6
"""The share of different words that the shorter of two sentences has in common with the other, at least."""
_SCENE = 3
"""Blocks within which a speaker may say a thing again."""
_NEAR, _LONG = 2, 20
"""Sentences of fewer words that stand within so many blocks and have other words at one place share a frame."""
_MOST = 5
"""Earlier sentences that one is compared with."""
_STEPS = ((1, 1), (2, 1), (1, 2), (2, 2))
"""How many sentences further on the next pair of a run may be: one may have been put in."""


class Run(NamedTuple):
    """Neighbouring sentences that stood before; `exact` where all of them are the same to the word."""

    later: Stretch
    earlier: Stretch
    exact: bool


class Likeness(IntEnum):
    """How like two sentences are: one holds the other, words that say something are replaced, or others are, or none."""

    NONE = 0
    HELD = 1
    REWORDED = 2
    SAME = 3
    EXACT = 4


class _Pair(NamedTuple):
    later: Place
    earlier: Place
    likeness: Likeness


def repeated_runs(row: SentenceRow, article: Article) -> Iterator[Run]:
    """The runs of a row of sentences that are worth telling, in the order of the later place, each sentence in one of them."""
    tried: dict[Place, set[Place]] = {}
    covered: set[Place] = set()
    for later_spot, earlier_spot in recurrences([block.text for block in row.blocks]):
        later, earlier = row.at(*later_spot), row.at(*earlier_spot)
        others = tried.setdefault(later, set())
        if earlier >= later or later in covered or earlier in others or len(others) >= _MOST:
            continue
        others.add(earlier)
        pairs = _grown(row, later, earlier)
        if _is_told(row, pairs, article):
            covered.update(pair.later for pair in pairs)
            yield _run(pairs)
        else:
            for pair in pairs:
                tried.setdefault(pair.later, set()).add(pair.earlier)


def _run(pairs: Sequence[_Pair]) -> Run:
    first, last = pairs[0], pairs[-1]
    exact = all(pair.likeness is Likeness.EXACT for pair in pairs)
    return Run(Stretch(first.later, last.later), Stretch(first.earlier, last.earlier), exact)


def _grown(row: SentenceRow, later: Place, earlier: Place) -> list[_Pair]:
    """The run around a pair of sentences, in order; nothing where they are not alike. Its two sides never overlap."""
    likeness = _likeness(row[later], row[earlier])
    if not likeness:
        return []
    pairs = [_Pair(later, earlier, likeness)]
    first = later
    while (pair := _next(row, pairs[-1])) and pair.earlier < first:
        pairs.append(pair)
    last = pairs[-1].earlier
    while (pair := _previous(row, pairs[0])) and pair.later > last:
        pairs.insert(0, pair)
    return pairs


def _next(row: SentenceRow, pair: _Pair) -> _Pair | None:
    for far_later, far_earlier in _STEPS:
        later, earlier = row.forward(pair.later, far_later), row.forward(pair.earlier, far_earlier)
        if later and earlier and (likeness := _likeness(row[later], row[earlier])):
            return _Pair(later, earlier, likeness)
    return None


def _previous(row: SentenceRow, pair: _Pair) -> _Pair | None:
    for far_later, far_earlier in _STEPS:
        later, earlier = row.back(pair.later, far_later), row.back(pair.earlier, far_earlier)
        if later and earlier and (likeness := _likeness(row[later], row[earlier])):
            return _Pair(later, earlier, likeness)
    return None


def _likeness(one: Sentence, other: Sentence) -> Likeness:
    shared = len(one.letters & other.letters)
    if shared < _SHARED * min(len(one.letters), len(other.letters)):
        return Likeness.NONE
    mine, others = one.words, other.words
    if mine.same == others.same:
        return Likeness.EXACT if mine.same else Likeness.NONE
    shorter, longer = sorted((len(mine), len(others)))
    found = aligned(mine, others)
    if tell_two_things(mine, others, found.changes):
        return Likeness.NONE
    if found.same >= _ALIKE * longer:
        return Likeness.REWORDED if replaces_content(mine, others, found.changes) else Likeness.SAME
    held = shorter >= _SHORTEST_HELD and found.same >= _HELD * shorter and found.row >= _LONGEST_ROW
    return Likeness.HELD if held else Likeness.NONE


def _is_told(row: SentenceRow, pairs: Sequence[_Pair], article: Article) -> bool:
    """Whether some sentence of a run is long enough for what it has kept, or several are, and it stands there for no reason of its own."""
    words = 0
    for pair in pairs:
        one, other = row[pair.later], row[pair.earlier]
        length = min(len(one.words), len(other.words))
        if length < _shortest(pair) and pair.likeness is not Likeness.EXACT:
            continue
        if is_set_piece(one) or is_set_piece(other) or _is_quoted_again(pair, one, other, article):
            continue
        if length >= _shortest(pair):
            return True
        words += length
    return words >= _ENOUGH


def _shortest(pair: _Pair) -> int:
    """How many words the sentences of a pair have at least: where a word is replaced nearby, they mostly share a frame."""
    if pair.likeness is Likeness.EXACT:
        return _SHORTEST
    near = pair.later.block - pair.earlier.block <= _NEAR
    return _LONG if near and pair.likeness is Likeness.REWORDED else _SHORTEST_CHANGED


def _is_quoted_again(pair: _Pair, one: Sentence, other: Sentence, article: Article) -> bool:
    """Whether one sentence quotes the other, or both are words of a speaker: a pull quote, or what he says again in one scene."""
    quoted = [article.is_quoted(each.prose, *each.span) for each in (one, other)]
    whole = [is_quotation(each.prose, each.span, article) for each in (one, other)]
    if pair.likeness is not Likeness.EXACT and quoted[0] != quoted[1] and not any(whole):
        return True
    if not any(whole):
        return pair.likeness is Likeness.HELD and any(quoted)
    near = pair.later.block - pair.earlier.block <= _SCENE
    return (near and all(whole)) or any(_stands_alone(each, all(quoted), article) for each in (one, other))


def _stands_alone(sentence: Sentence, quoted: bool, article: Article) -> bool:
    """Whether its block has no other sentence; of what is quoted at both places, nothing but quotations."""
    if quoted and is_quotation(sentence.prose, Span(0, len(sentence.prose.text)), article):
        return True
    return len(article.sentences(sentence.prose)) == 1
