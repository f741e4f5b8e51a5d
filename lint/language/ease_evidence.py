"""What makes a text hard to read, as figures that do not grow with its length: rare words, long sentences, names, what is told but once.

A content word has a meaning of its own and is neither name nor number; it is fresh where it is not one of the last 75 content words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from math import log
from operator import mul

from lint.language.ease_words import CLASSES, EaseWord, ease_word, is_named
from lint.language.reader_counts import Sentence

_OF_WORDS = (*CLASSES, "function", "names", "numbers", "rare", "less common", "abstract", "past")
_OF_CONTENT = ("beyond A2", "beyond B2")
EVIDENCE = (
    *_OF_WORDS,
    *_OF_CONTENT,
    "letters",
    "likelihood",
    "content likelihood",
    "level",
    "fresh words",
    "fresh likelihood",
    "fresh letters",
    "fresh rare",
    "fresh unfamiliar",
    "words in a sentence",
    "length of sentences",
    "length of a word's sentence",
    "long sentences",
    "words between marks",
    "commas",
    "overlap",
    "strings of content words",
)
"""The figures, in order."""

_RARER = -11.0
_MEMORY = 75
_LONG = 20
_STRING = 3
_LOOK_BACK = 3
_FUNCTION, _CONTENT = "f", "c"


def evidence(sentences: Sequence[Sentence]) -> dict[str, float]:
    """The figures of a text that has words."""
    first, inner = _words_of(sentences)
    counts: Counter[EaseWord] = Counter(first)
    for word, times in Counter(chain.from_iterable(sentence.words[1:] for sentence in sentences)).items():
        counts[inner[word]] += times
    read = [[begin, *map(inner.__getitem__, sentence.words[1:])] for begin, sentence in zip(first, sentences, strict=True)]
    content = [[word for word in words if word.stem] for words in read]
    return {
        **_of_words(counts),
        **_of_fresh_words([word for words in content for word in words]),
        **_of_sentences(sentences),
        "overlap": _overlap(content),
        "strings of content words": _strings(read),
    }


def _words_of(sentences: Sequence[Sentence]) -> tuple[list[EaseWord], Mapping[str, EaseWord]]:
    """The word at the start of each sentence, and each that stands elsewhere."""
    words = set(chain.from_iterable(sentence.words[1:] for sentence in sentences))
    names = frozenset(word for word in words if word[:1].isupper())
    first = [ease_word(sentence.words[0], is_named(sentence.words[0], True, names)) for sentence in sentences]
    return first, {word: ease_word(word, is_named(word, False, names)) for word in words}


def _of_words(counts: Mapping[EaseWord, int]) -> dict[str, float]:
    sums: dict[str, int] = dict.fromkeys((*_OF_WORDS, *_OF_CONTENT), 0)
    total = letters = common = content = 0
    likely = content_likely = level = 0.0
    for word, times in counts.items():
        total += times
        letters += times * word.letters
        for name in word.figures:
            sums[name] += times
        if not word.is_bare:
            common += times
            likely += times * word.likely
            if word.stem:
                content += times
                content_likely += times * word.likely
                level += times * word.level
    return {
        **{name: sums[name] / total for name in _OF_WORDS},
        **{name: sums[name] / max(content, 1) for name in _OF_CONTENT},
        "letters": letters / total,
        "likelihood": likely / max(common, 1),
        "content likelihood": content_likely / max(content, 1),
        "level": level / max(content, 1),
    }


def _of_fresh_words(content: Sequence[EaseWord]) -> dict[str, float]:
    last: dict[str, int] = {}
    fresh = []
    for place, word in enumerate(content, _MEMORY + 1):
        if place - last.get(word.stem, 0) > _MEMORY:
            fresh.append(word)
        last[word.stem] = place
    many = max(len(fresh), 1)
    return {
        "fresh words": len(fresh) / max(len(content), 1),
        "fresh likelihood": sum([word.likely for word in fresh]) / many,
        "fresh letters": sum([word.letters for word in fresh]) / many,
        "fresh rare": sum([word.likely < _RARER for word in fresh]) / many,
        "fresh unfamiliar": sum([not word.known for word in fresh]) / many,
    }


def _of_sentences(sentences: Sequence[Sentence]) -> dict[str, float]:
    lengths = [len(sentence.words) for sentence in sentences]
    logarithms = [log(length + 1) for length in lengths]
    text = "\0".join([sentence.prose.text[sentence.start : sentence.end] for sentence in sentences])
    commas = text.count(",")
    marks = commas + sum(map(text.count, (";", ":", "—", "–", "--")))
    total, many = sum(lengths), len(lengths)
    return {
        "words in a sentence": total / many,
        "length of sentences": sum(logarithms) / many,
        "length of a word's sentence": sum(map(mul, lengths, logarithms)) / total,
        "long sentences": sum([length > _LONG for length in lengths]) / many,
        "words between marks": total / (many + marks),
        "commas": commas / many,
    }


def _strings(read: Sequence[Sequence[EaseWord]]) -> float:
    """Of the strings of words without a function word between them, the share that are long."""
    kinds = [_FUNCTION if word.is_function else _CONTENT for words in read for word in (*words, _END)]
    strings = [len(string) for string in "".join(kinds).split(_FUNCTION) if string]
    return sum([length >= _STRING for length in strings]) / max(len(strings), 1)


def _overlap(content: Sequence[Sequence[EaseWord]]) -> float:
    """The mean share of a sentence's content words that one of the three before it has, too."""
    stems = [stems for words in content if (stems := {word.stem for word in words})]
    shares = [
        len(stems[place] & set().union(*stems[max(place - _LOOK_BACK, 0) : place])) / len(stems[place]) for place in range(1, len(stems))
    ]
    return sum(shares) / max(len(shares), 1)


_END = ease_word("the", False)
