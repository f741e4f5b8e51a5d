"""The language model: that of CMU Sphinx, mixed with what other texts show, and packed as `lint/language/ngrams.py` reads it.

A word is a number, a pair `word * size + before`, a triple `pair * size + two before`: one key each, sorted. Likelihoods of the older model
are natural logarithms, those of counts and of the mixture are probabilities.
"""

from __future__ import annotations

import re
import struct
from array import array
from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

LOGARITHM = float(np.log(1.0001))
"""The logarithms of CMU Sphinx are to the base 1.0001."""
STEP = 1 / 16
"""What one step of a quantised probability is, in nats."""
LEAST_GAIN = 0.25
"""A pair or triple that differs by less from what its parts say is left out, in nats."""
DISCOUNT = 0.75
LEAST_PAIRS, LEAST_TRIPLES = 3, 4
"""What was seen less often in the texts gets no entry of its own."""
SHARE, SHARE_ALONE = 0.2, 0.1
"""What the texts say counts so much in the mixture behind a word that they have often, and where nothing stands before."""
OFTEN, OFTEN_PAIR = 20.0, 5.0
NOWHERE = -1
LEAST, NEVER = 1e-4, 1e-30


class Sphinx:
    """The trigram model of CMU Sphinx, from its binary file (`ngram_model_trie.c`): a trie of words read backwards.

    Below each word stand the words before it, below these the ones before them.
    """

    def __init__(self, content: bytes) -> None:
        mark = b"Trie Language Model"
        if not content.startswith(mark) or content[len(mark)] != 3:
            raise ValueError("this is no trigram model of CMU Sphinx")
        at = len(mark) + 1
        words, pairs, triples = struct.unpack_from("<3I", content, at)
        at += 12 + 4
        tables = np.frombuffer(content, "<f4", 3 * 65536, at).reshape(3, 65536) * LOGARITHM
        at += tables.nbytes
        unigrams = np.frombuffer(content, np.dtype([("likely", "<f4"), ("backoff", "<f4"), ("next", "<u4")]), words + 1, at)
        at += unigrams.nbytes
        self.unigrams = unigrams["likely"][:words] * LOGARITHM
        self.unigram_backoffs = unigrams["backoff"][:words] * LOGARITHM
        first_pairs = unigrams["next"].astype(np.int64)
        word_bits, next_bits = words.bit_length(), triples.bit_length()
        size = ((1 + pairs) * (word_bits + 32 + next_bits) + 7) // 8 + 8
        before, quants, first_triples = unpacked(content[at : at + size], pairs + 1, (word_bits, 32, next_bits))
        at += size
        pairs = int(first_pairs[-1])
        self.before, self.owners = before[:pairs], np.repeat(np.arange(words), np.diff(first_pairs))
        self.pair_likely, self.pair_backoffs = tables[0][quants[:pairs] >> 16], tables[1][quants[:pairs] & 0xFFFF]
        size = ((1 + triples) * (word_bits + 16) + 7) // 8 + 8
        two_before, quants = unpacked(content[at : at + size], triples, (word_bits, 16))
        self.pair_of = np.repeat(np.arange(pairs), np.diff(first_triples[: pairs + 1]))
        self.two_before, self.triple_likely = two_before[: len(self.pair_of)], tables[2][quants[: len(self.pair_of)]]
        at += size + 4
        self.words = [word.decode("utf-8") for word in content[at:].split(b"\0")[:words]]
        self.places = {word: place for place, word in enumerate(self.words)}


class Keyed(NamedTuple):
    """Numbers by sorted keys."""

    keys: np.ndarray
    numbers: np.ndarray

    def find(self, keys: np.ndarray, other: np.ndarray | float) -> np.ndarray:
        """The number of each key, or the other one where it has none."""
        places = np.minimum(np.searchsorted(self.keys, keys), len(self.keys) - 1)
        return np.where(self.keys[places] == keys, self.numbers[places], other)


def keyed(keys: np.ndarray, numbers: np.ndarray) -> Keyed:
    """Sorted, each key once."""
    keys, places = np.unique(keys, return_index=True)
    return Keyed(keys, numbers[places])


class Backing(NamedTuple):
    """A model that backs off: of a word, of a pair and of a triple how likely it is, of a word and of a pair its weight before others."""

    words: np.ndarray
    weights: np.ndarray
    pairs: Keyed
    pair_weights: Keyed
    triples: Keyed

    @property
    def size(self) -> int:
        """How many words there are."""
        return len(self.words)

    def pair(self, keys: np.ndarray) -> np.ndarray:
        """How likely the words of pairs are behind those before them."""
        return self.pairs.find(keys, self.words[keys // self.size] * self.weights[keys % self.size])

    def triple(self, keys: np.ndarray) -> np.ndarray:
        """How likely the words of triples are behind the two before them."""
        return self.triples.find(keys, self.pair(keys // self.size) * self.pair_weights.find(contexts(keys, self.size), 1.0))


def contexts(triples: np.ndarray, size: int) -> np.ndarray:
    """The pairs that stand before the words of triples."""
    return triples // size % size * size + triples % size


def of_sphinx(model: Sphinx, size: int) -> Backing:
    """The older model with room for more words, of which it knows nothing."""
    keys = model.owners * size + model.before
    more = size - len(model.words)
    return Backing(
        np.exp(np.pad(model.unigrams, (0, more), constant_values=-99.0)),
        np.exp(np.pad(model.unigram_backoffs, (0, more))),
        keyed(keys, np.exp(model.pair_likely)),
        keyed(keys, np.exp(model.pair_backoffs)),
        keyed(keys[model.pair_of] * size + model.two_before, np.exp(model.triple_likely)),
    )


class Counts(NamedTuple):
    """How often words, pairs and triples stand in texts."""

    words: np.ndarray
    pairs: Keyed
    triples: Keyed


def numbered(texts: Iterable[str], piece: re.Pattern[str], place: Callable[[str], int], stops: frozenset[str]) -> np.ndarray:
    """The words of all texts as numbers, each sentence once, between the marks of its ends; `NOWHERE` for what has no number."""
    first, last = place("<s>"), place("</s>")
    numbers, seen = array("i"), set()
    for text in texts:
        sentence = [first]
        for found in [*piece.findall(text), "."]:
            if found[0] not in stops:
                sentence.append(place(found))
            elif len(sentence) > 1:
                if (known := hash(tuple(sentence))) not in seen:
                    seen.add(known)
                    numbers.extend([*sentence, last, NOWHERE])
                sentence = [first]
    return np.array(numbers, np.int64)


def counted(numbers: np.ndarray, size: int, first: int) -> Counts:
    """What stands side by side; nothing is asked before the beginning of a sentence."""
    word, before, two_before = numbers[2:], numbers[1:-1], numbers[:-2]
    is_pair = (word >= 0) & (before >= 0) & (word != first)
    is_triple = is_pair & (two_before >= 0) & (before != first)
    pairs = word * size + before
    return Counts(
        np.bincount(numbers[(numbers >= 0) & (numbers != first)], minlength=size),
        Keyed(*np.unique(pairs[is_pair], return_counts=True)),
        Keyed(*np.unique(pairs[is_triple] * size + two_before[is_triple], return_counts=True)),
    )


def discounted(counts: Counts) -> Backing:
    """A model of counts: absolute discounting (Ney, Essen and Kneser 1994), each order mixed with the shorter one."""
    size = len(counts.words)
    words = (counts.words + 0.01) / (counts.words.sum() + 0.01 * size)
    before = counts.pairs.keys % size
    total, kinds = np.bincount(before, counts.pairs.numbers, size), np.bincount(before, minlength=size)
    weights = np.where(total > 0, DISCOUNT * kinds / np.maximum(total, 1.0), 1.0)
    pairs = (counts.pairs.numbers - DISCOUNT) / total[before] + weights[before] * words[counts.pairs.keys // size]
    two, of, kinds = np.unique(contexts(counts.triples.keys, size), return_inverse=True, return_counts=True)
    total = np.bincount(of, counts.triples.numbers)
    shorter = Backing(words, weights, Keyed(counts.pairs.keys, pairs), Keyed(two, DISCOUNT * kinds / total), counts.triples)
    triples = (counts.triples.numbers - DISCOUNT) / total[of]
    triples += shorter.pair_weights.numbers[of] * shorter.pair(counts.triples.keys // size)
    return shorter._replace(triples=Keyed(counts.triples.keys, triples))


def mixed(old: Backing, counts: Counts, first: int) -> Backing:
    """Both models in one. The texts count the more, the oftener they have what stands before."""
    new, size = discounted(counts), old.size
    words = (1 - SHARE_ALONE) * old.words + SHARE_ALONE * new.words
    words[first] = old.words[first]
    triples = np.union1d(old.triples.keys, counts.triples.keys[counts.triples.numbers >= LEAST_TRIPLES])
    pairs = np.union1d(old.pairs.keys, counts.pairs.keys[counts.pairs.numbers >= LEAST_PAIRS])
    pairs = np.union1d(pairs, triples // size)
    seen = np.bincount(counts.pairs.keys % size, counts.pairs.numbers, size)
    share = (SHARE * seen / (seen + OFTEN))[pairs % size]
    likely = Keyed(pairs, (1 - share) * old.pair(pairs) + share * new.pair(pairs))
    two, of = np.unique(contexts(counts.triples.keys, size), return_inverse=True)
    seen = Keyed(two, np.bincount(of, counts.triples.numbers)).find(contexts(triples, size), 0.0)
    share = SHARE * seen / (seen + OFTEN_PAIR)
    return weighed(words, likely, Keyed(triples, (1 - share) * old.triple(triples) + share * new.triple(triples)))


def weighed(words: np.ndarray, pairs: Keyed, triples: Keyed) -> Backing:
    """With the weights by which all that follows a word, or two, adds up to one."""
    size = len(words)
    before = pairs.keys % size
    told, short = np.bincount(before, pairs.numbers, size), np.bincount(before, words[pairs.keys // size], size)
    weights = np.maximum(1 - told, LEAST) / np.maximum(1 - short, LEAST)
    two, of = np.unique(contexts(triples.keys, size), return_inverse=True)
    told, short = np.bincount(of, triples.numbers), np.bincount(of, pairs.find(triples.keys // size, LEAST))
    pair_weights = Keyed(two, np.maximum(1 - told, 10 * LEAST) / np.maximum(1 - short, 10 * LEAST))
    return Backing(words, weights, pairs, pair_weights, triples)


def pruned(model: Backing) -> Backing:
    """Without the triples, then the pairs, that say hardly more than their parts do; weighed anew."""
    keys, likely = model.triples
    shorter = model.pairs.find(keys // model.size, LEAST) * model.pair_weights.find(contexts(keys, model.size), 1.0)
    telling = np.abs(np.log(likely / shorter)) >= LEAST_GAIN
    triples = Keyed(keys[telling], likely[telling])
    needed = np.union1d(triples.keys // model.size, contexts(triples.keys, model.size))
    keys, likely = model.pairs
    shorter = model.words[keys // model.size] * model.weights[keys % model.size]
    telling = (np.abs(np.log(likely / shorter)) >= LEAST_GAIN) | np.isin(keys, needed)
    return weighed(model.words, Keyed(keys[telling], likely[telling]), triples)


def packed(model: Backing) -> bytes:
    """What `lint/language/ngrams.py` reads."""
    size, pairs = model.size, model.pairs.keys
    starts = np.cumsum(np.bincount(pairs // size, minlength=size))
    places = np.searchsorted(pairs, model.triples.keys // size)
    ends = np.cumsum(np.bincount(places, minlength=len(pairs)))
    sections = [
        quantised(model.words, 9) << 7 | quantised_weights(model.weights),
        np.concatenate(([0], starts)),
        pairs % size << 15 | quantised(model.pairs.numbers, 8) << 7 | quantised_weights(model.pair_weights.find(pairs, 1.0)),
        np.concatenate(([0], ends)),
        model.triples.keys % size << 15 | quantised(model.triples.numbers, 8) << 7,
    ]
    sizes = struct.pack("<5I", *map(len, sections))
    return b"copydesk ngrams\n" + sizes + b"".join(section.astype("<u4").tobytes() for section in sections)


def quantised(likely: np.ndarray, bits: int) -> np.ndarray:
    """Probabilities as steps below certainty."""
    return np.clip(np.round(-np.log(np.maximum(likely, NEVER)) / STEP), 0, (1 << bits) - 1).astype(np.int64)


def quantised_weights(weights: np.ndarray) -> np.ndarray:
    """Weights of backing off as steps below half a nat."""
    return np.clip(np.round(-np.log(weights) / STEP) + 8, 0, 127).astype(np.int64)


def unpacked(content: bytes, count: int, widths: tuple[int, ...]) -> list[np.ndarray]:
    """Columns of numbers that stand bit by bit behind each other."""
    buffer = np.frombuffer(content + bytes(16), np.uint8)
    places = np.arange(count, dtype=np.int64) * sum(widths)
    columns = []
    for width in widths:
        value = np.zeros(count, np.uint64)
        for byte in range(8):
            value |= buffer[(places >> 3) + byte].astype(np.uint64) << np.uint64(8 * byte)
        value >>= (places & 7).astype(np.uint64)
        columns.append((value & np.uint64((1 << width) - 1)).astype(np.int64))
        places = places + width
    return columns
