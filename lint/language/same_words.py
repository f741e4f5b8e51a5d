"""Whether two sentences are the same nearly word for word, or share a frame and tell two things.

What one writer changes in a sentence of his own is a word here and there. Where both sentences have a name, a figure, a day or a
direction of their own at one place, or one denies what the other says, they tell two things however much else they share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from lint.compiled import compiled
from lint.language.lexicon import Grade, lexicon
from lint.language.number_words import in_digits
from lint.language.titles import HONORIFICS, OFFICES
from lint.language.words import WORD
from lint.named import NamedTuple

_LONGEST = 300
"""Words; more of them are no sentence, and would take long to align."""
_FREQUENT = -6.0
"""Words that are likelier than this, in nats, say little: `of`, `their`, `been`."""
_DIGIT = compiled(r"\d")
_NEGATIONS = frozenset("not no never nor none nobody nothing neither without cannot".split())
_FACTS = frozenset(
    """
    north south east west northern southern eastern western left right upper lower first last next previous former latter before after
    more less fewer most least up down above below inside outside both either men women male female boys girls morning afternoon evening
    night spring summer autumn fall winter half quarter third double twice
    """.split()
)
"""Words of which another at the same place makes another fact."""


class Words(NamedTuple):
    """The words of a sentence as they are compared, as they are written, and which are facts: names, figures, days, directions."""

    same: tuple[str, ...]
    written: tuple[str, ...]
    facts: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.same)


class Change(NamedTuple):
    """Words of one sentence that stand where others, or none, stand in the other."""

    one: range
    other: range


class Alignment(NamedTuple):
    """Two sentences word by word: how many are the same in the same order, the longest row of these, and what is changed."""

    same: int
    row: int
    changes: tuple[Change, ...]


def words_of_sentence(text: str) -> Words:
    """The words of a sentence, numbers in digits, without marks and capitals."""
    found = WORD.findall(text)
    return Words(tuple(map(_folded, found)), tuple(found), tuple(_is_fact(word, place == 0) for place, word in enumerate(found)))


def names(words: Words) -> dict[str, str]:
    """The words of names in a sentence, as they are compared and as they are written."""
    rows = zip(words.same, words.written, words.facts, strict=True)
    return {same: written for same, written, is_fact in rows if is_fact and not _is_figure(same)}


def aligned(one: Words, other: Words) -> Alignment:
    """Two sentences word by word; beyond a length that no sentence has they are the same or have nothing in common."""
    if one.same == other.same:
        return Alignment(len(one), len(one), ())
    if max(len(one), len(other)) > _LONGEST:
        return Alignment(0, 0, (Change(range(len(one)), range(len(other))),))
    changes = []
    at = (0, 0)
    blocks = _same_rows(one.same, other.same)
    for mine, others, size in (*blocks, (len(one), len(other), 0)):
        if mine > at[0] or others > at[1]:
            changes.append(Change(range(at[0], mine), range(at[1], others)))
        at = mine + size, others + size
    sizes = [size for *_, size in blocks]
    return Alignment(sum(sizes), max(sizes, default=0), tuple(changes))


def _same_rows(one: tuple[str, ...], other: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Rows of words that are the same, in order: where they begin in either, and their length.

    What both begin and end with is taken first: mostly that leaves next to nothing.
    """
    shorter = min(len(one), len(other))
    begun = next((place for place in range(shorter) if one[place] != other[place]), shorter)
    ended = next((place for place in range(shorter - begun) if one[-1 - place] != other[-1 - place]), shorter - begun)
    inner, outer = one[begun : len(one) - ended], other[begun : len(other) - ended]
    rows = [(0, 0, begun)]
    if inner and outer and len(inner) + len(outer) > 2:
        from difflib import SequenceMatcher  # few articles have two sentences that are so alike

        matched = SequenceMatcher(None, inner, outer, autojunk=False).get_matching_blocks()
        rows += [(begun + block.a, begun + block.b, block.size) for block in matched]
    rows.append((len(one) - ended, len(other) - ended, ended))
    return [row for row in rows if row[2]]


def denials(words: Words) -> int:
    """How many words of a sentence deny something."""
    return _denials(words, range(len(words)))


def tell_two_things(one: Words, other: Words, changes: Sequence[Change]) -> bool:
    """Whether a fact stands where another one stands, or a denial stands in one of two sentences only."""
    inner = [change for change in changes if not _is_added_behind(one, other, change)]
    if sum(_denials(one, change.one) for change in inner) != sum(_denials(other, change.other) for change in inner):
        return True
    return any(map(_is_contrary, _facts(one, other, changes)))


def replaces_content(one: Words, other: Words, changes: Sequence[Change]) -> bool:
    """Whether words that say something stand where others that do stand."""
    return any(_has_content(one, change.one) and _has_content(other, change.other) for change in changes)


def _facts(one: Words, other: Words, changes: Sequence[Change]) -> Iterator[tuple[set[str], set[str]]]:
    for change in changes:
        if change.one and change.other:
            yield (
                {one.same[place] for place in change.one if one.facts[place]},
                {other.same[place] for place in change.other if other.facts[place]},
            )


def _is_contrary(facts: tuple[set[str], set[str]]) -> bool:
    one, other = facts
    if one and other:
        return one.isdisjoint(other)
    return any(map(_is_figure, one | other))


def _is_figure(word: str) -> bool:
    return word in _FACTS or _DIGIT.search(word) is not None


def _is_added_behind(one: Words, other: Words, change: Change) -> bool:
    """Whether words are only added at the end of one sentence."""
    return (not change.other and change.one.stop == len(one)) or (not change.one and change.other.stop == len(other))


def _denials(words: Words, places: range) -> int:
    found = (words.same[place] for place in places)
    return sum(word in _NEGATIONS or word.endswith("n't") for word in found)


def _has_content(words: Words, places: range) -> bool:
    return any(words.facts[place] or _says_something(words.same[place]) for place in places)


@lru_cache(maxsize=1 << 14)
def _says_something(word: str) -> bool:
    entry = lexicon().word(word)
    return entry is None or entry.likely < _FREQUENT


@lru_cache(maxsize=1 << 14)
def _folded(word: str) -> str:
    small = word.lower().replace("’", "'")
    return in_digits(small)


@lru_cache(maxsize=1 << 14)
def _is_fact(word: str, begins: bool) -> bool:
    small = _folded(word)
    if small in HONORIFICS or small in OFFICES:
        return False
    if _is_figure(small):
        return True
    return word[0].isupper() and word not in ("I", "I'm", "I’m") and (not begins or _is_surely_a_name(small))


def _is_surely_a_name(small: str) -> bool:
    entry = lexicon().word(small)
    return entry is None or entry.grade >= Grade.NAME
