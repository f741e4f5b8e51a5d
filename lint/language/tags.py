"""Part-of-speech tags of the words of an English sentence.

The tags are those of the Penn Treebank: `NN` noun, `NNS` plural, `NNP` name, `VB` verb, `VBD` past, `VBG` -ing, `VBN` participle, `VBP`
and `VBZ` present, `JJ` adjective, `RB` adverb, `IN` preposition, `DT` determiner, `PRP` pronoun, `MD` modal, `TO`, `CC` conjunction, `CD`
number and so on; `SYM` for an emoticon, `-` for a hyphen alone.

The tagger is an averaged perceptron, which goes through the sentence from left to right and weighs the word, its ending, its neighbours
and the two tags before it; its weights are those of the Go library prose 3.2 (MIT, see `lint/data/README.md`), and so are the tags.

Of the 100,676 tokens of the Treebank's sample of 1989 news, 96.2 in 100 get the tag that people gave them; what is wrong is mostly a noun
for an adjective or the reverse, and a past for a participle. The model may have been made from that very text: expect less elsewhere.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from functools import cache, lru_cache

from lint.compiled import compiled
from lint.language.tokens import EMOTICONS
from lint.language.weights import WIDTH, Weights, weights
from lint.named import NamedTuple

FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
"""The tags of verbs that a sentence can stand on."""

_FIRST, _SECOND = "-START-", "-START2-"
_LAST = ("-END-", "-END2-")
_ALWAYS_POSITIVE = 1 << (WIDTH - 4)
_MOST_KNOWN = 20_000
_LONG = 64
_AS_IT_IS = compiled(r"-[A-Z]{3}-")
_NOTHING = compiled(r"0|\*[A-Za-z0-9_?]\*|\*-[0-9]{1,3}|\*[A-Z]+\*-[0-9]{1,3}|\*")
_NUMBER = compiled(r"[+-]?[0-9]+")

# The places of the features in the slots of their keys.
_WORD, _WORD_BEFORE, _WORD_TWO_BEFORE, _WORD_AFTER, _WORD_TWO_AFTER, _TAG_AND_WORD = range(6)
_ENDING, _ENDING_BEFORE, _ENDING_AFTER = range(3)
_TAG_BEFORE, _TAG_TWO_BEFORE, _TWO_TAGS = range(3)


def tags(words: Sequence[str]) -> tuple[str, ...]:
    """The tag of each word; the words are those of one sentence, as `tokens` gives them."""
    return _tagger().tags(words)


class Word(NamedTuple):
    """What is known of a word wherever it stands: its one tag, or its weights packed, as itself and as a neighbour.

    `by_tag` are those that count after a certain tag, as far as it has stood behind that. Of a word with one tag nothing is weighed itself.
    """

    text: bytes
    form: bytes
    tag: str | None
    own: int
    by_tag: dict[str, int]
    before: int
    two_before: int
    after: int
    two_after: int


class Tagger:
    """An averaged perceptron over these weights.

    The scores of all tags are one number: a sum of rows is the rows of the sums, so that seven additions score a word.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._rows = lru_cache(maxsize=8_192)(weights.rows)  # of the first and last letters of words, which many share
        self._row = lru_cache(maxsize=8_192)(weights.row)
        self._words: dict[str, Word] = {}
        self._pairs: dict[tuple[str, str], int] = {}
        self._numbers = struct.Struct(f"<{len(weights.tags)}I")
        self._start = [self._learned(_FIRST, _FIRST), self._learned(_SECOND, _SECOND)]
        self._end = [self._learned(mark, mark) for mark in _LAST]
        self._ground = sum(_ALWAYS_POSITIVE << WIDTH * place for place in range(len(weights.tags)))
        self._ground += weights.rows(b"bias").get(0, 0)

    def tags(self, words: Sequence[str]) -> tuple[str, ...]:
        """As the function of that name."""
        known = self._words
        if len(known) > _MOST_KNOWN:
            known.clear()
        line = [*self._start, *[known.get(word) or self._learn(word) for word in words], *self._end]
        before, two_before = _FIRST, _SECOND
        found = []
        for place, word in enumerate(line[2:-2], 2):
            tag = word.tag or self._best(line, place, before, two_before)
            two_before, before = before, tag
            found.append(tag)
        return tuple(found)

    def _best(self, line: list[Word], place: int, before: str, two_before: str) -> str:
        word = line[place]
        total = (
            word.own
            + (word.by_tag[before] if before in word.by_tag else self._behind(word, before))
            + line[place - 1].before
            + line[place - 2].two_before
            + line[place + 1].after
            + line[place + 2].two_after
            + (self._pairs.get((before, two_before)) or self._pair(before, two_before))
        )
        scores = self._numbers.unpack(total.to_bytes(self._numbers.size, "little"))
        best = max(scores)
        if scores.count(best) > 1:
            return self._settled([place for place, score in enumerate(scores) if score == best], line, place, before, two_before)
        return self._weights.tags[scores.index(best)]

    def _settled(self, tied: list[int], line: list[Word], place: int, before: str, two_before: str) -> str:
        """Of tags with the same score the one that single precision, which the weights were made for, rounds highest; else the first."""
        scores = [0.0] * len(tied)
        for key, slot in self._features(line, place, before, two_before):
            for number, tag in enumerate(tied):
                scores[number] = _single(scores[number] + _single(self._weights.weight(key, slot, tag) / 1000))
        return self._weights.tags[tied[scores.index(max(scores))]]

    def _features(self, line: list[Word], place: int, before: str, two_before: str) -> list[tuple[bytes, int]]:
        """All that speaks for a tag at this place, by key and slot, in the order in which it is added up."""
        two_before_form, before_form, form, after, two_after = (line[place + step].form for step in (-2, -1, 0, 1, 2))
        text, tag = line[place].text, b"t" + before.encode()
        return [
            (b"bias", 0),
            (b"s" + text[-3:], _ENDING),
            (b"p" + text[:1], 0),
            (tag, _TAG_BEFORE),
            (b"t" + two_before.encode(), _TAG_TWO_BEFORE),
            (tag, self._slot(_TWO_TAGS, two_before)),
            (b"w" + form, _WORD),
            (b"w" + form, self._slot(_TAG_AND_WORD, before)),
            (b"w" + before_form, _WORD_BEFORE),
            (b"s" + before_form[-3:], _ENDING_BEFORE),
            (b"w" + two_before_form, _WORD_TWO_BEFORE),
            (b"w" + after, _WORD_AFTER),
            (b"s" + after[-3:], _ENDING_AFTER),
            (b"w" + two_after, _WORD_TWO_AFTER),
        ]

    def _slot(self, first: int, context: str) -> int:
        """The slot of a feature that depends on a tag before; -1, which none has, for a tag that the weights do not know."""
        contexts = self._weights.contexts
        return first + contexts.index(context) if context in contexts else -1

    def _behind(self, word: Word, before: str) -> int:
        """What speaks for the tags of a word behind a tag."""
        word.by_tag[before] = self._weights.row(b"w" + word.form, self._slot(_TAG_AND_WORD, before))
        return word.by_tag[before]

    def _pair(self, before: str, two_before: str) -> int:
        row, tag = self._row, b"t" + before.encode()
        packed = row(tag, _TAG_BEFORE) + row(b"t" + two_before.encode(), _TAG_TWO_BEFORE) + row(tag, self._slot(_TWO_TAGS, two_before))
        self._pairs[before, two_before] = self._ground + packed
        return self._pairs[before, two_before]

    def _learn(self, word: str) -> Word:
        learned = self._learned(word, _form(word))
        if len(word) < _LONG:
            self._words[word] = learned
        return learned

    def _learned(self, word: str, form: str) -> Word:
        text, small = word.encode("utf-8", "surrogatepass"), form.encode("utf-8", "surrogatepass")
        rows, small_ending = self._weights.rows(b"w" + small, _TAG_AND_WORD), self._rows(b"s" + small[-3:])
        before = _added(small_ending[_ENDING_BEFORE], rows[_WORD_BEFORE])
        after = _added(small_ending[_ENDING_AFTER], rows[_WORD_AFTER])
        tag = _fixed(word) or self._weights.sure.get(word)
        own = 0 if tag else rows[_WORD] + self._rows(b"s" + text[-3:])[_ENDING] + self._rows(b"p" + text[:1])[0]
        return Word(text, small, tag, own, {}, before, rows[_WORD_TWO_BEFORE], after, rows[_WORD_TWO_AFTER])


def _added(row: int, own: int) -> int:
    """The sum of two rows; the first itself where the second is empty, as it is for most words, so that they share it."""
    return row + own if own else row


@cache
def _tagger() -> Tagger:
    return Tagger(weights())


def _fixed(word: str) -> str | None:
    """The tag of what is no word, whatever stands around it."""
    if word == "-":
        return "-"
    if word in EMOTICONS:
        return "SYM"
    if word.startswith("@"):
        return "NN"
    if _NOTHING.fullmatch(word):
        return "-NONE-"
    return word if _AS_IT_IS.fullmatch(word) else None


def _form(word: str) -> str:
    """The word as the weights know it: in lower case, and one mark for all with a hyphen, for years, for what begins with a digit."""
    if "-" in word[1:] and word[0] != "-":
        return "!HYPHEN"
    if len(word) == 4 and _NUMBER.fullmatch(word):
        return "!YEAR"
    if "0" <= word[:1] <= "9":
        return "!DIGITS"
    return word.lower() if word.isascii() else "".join([letter.lower()[0] for letter in word])


def _single(number: float) -> float:
    """The nearest number of single precision."""
    rounded: float = _SINGLE.unpack(_SINGLE.pack(number))[0]
    return rounded


_SINGLE = struct.Struct("<f")
