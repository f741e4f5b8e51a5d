"""A dictionary of words with the tags that they can have, which goes before what the tagger reads out of the sentence.

Where a sentence is wrong, the words around one are no evidence, and a dictionary is steadier. Source: Vale's `sequence`, with a `model`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint.language.unusable import DictionaryError

Lexicon = Mapping[str, tuple[str, ...]]
"""The tags of each word, the most common first."""

_CLASSES = ("NNP", "NN", "VB", "JJ", "RB", "PRP")


def read_lexicon(text: str, name: str) -> Lexicon:
    """The words of a file: on each line one, and behind tabs its tags. Raises DictionaryError for a line that has none."""
    entries: dict[str, tuple[str, ...]] = {}
    for number, line in enumerate(text.split("\n"), 1):
        word, *tags = [field.strip() for field in line.strip().split("\t")]
        if not word or word.startswith("#"):
            continue
        entries[word] = tuple(filter(None, tags))
        if not entries[word]:
            raise DictionaryError(f"{name}:{number}: '{word}' has no tag; write it behind a tab, as in 'aware\tJJ'")
    return entries


def corrected(words: Sequence[str], tags: Sequence[str], lexicon: Lexicon) -> tuple[str, ...]:
    """The tags of these words, each made one that the lexicon has for the word: the same, else one of its class, else the most common."""
    return tuple(_corrected(lexicon.get(word) or lexicon.get(word.lower()), tag) for word, tag in zip(words, tags, strict=True))


def _corrected(possible: tuple[str, ...] | None, tag: str) -> str:
    if not possible or tag in possible:
        return tag
    return next((other for other in possible if _class(other) == _class(tag)), possible[0])


def _class(tag: str) -> str:
    """The part of speech that a tag is a form of."""
    return next((prefix for prefix in _CLASSES if tag.startswith(prefix)), tag)
