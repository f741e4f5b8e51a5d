"""The words of English: which are words, in which dialects, how common each is. Opened memory-mapped, when a word is first asked for.

The lexicon is a trie of words as they are written (`Monday`, `e-mail`, `don't` with a straight apostrophe) with one number each; the
script that builds both describes them, and `lint/data/README.md` says where the words are from.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache, lru_cache

from lint import data
from lint.named import NamedTuple

DIALECT_BITS = {"en-US": 1, "en-GB": 2, "en-GB-oxford": 4, "en-CA": 8, "en-AU": 16}
ALL_DIALECTS = 31
FREQUENCY_STEP = 0.4
MOST_FREQUENCY = 63


class Grade(IntEnum):
    """How good a word is, best first."""

    COMMON = 0  # SCOWL up to size 50
    FULL = 1  # up to 70
    VARIANT = 2  # a spelling that some dictionaries allow
    LARGE = 3  # up to 80: a right word, but often a slip of a common one
    TERM = 4  # of software
    NAME = 5
    RARE_NAME = 6  # also what the language model has: a name perhaps
    MODEL = 7  # in the language model alone, which has slips too, or only with capitals


class WordClass(IntEnum):
    """The parts of speech whose base form a word is, as bits: `run` is noun and verb, `runs` neither."""

    NOUN = 1
    VERB = 2
    ADJECTIVE = 4


class Word(NamedTuple):
    """What is known of a word: the dialects that write it, as bits, and the natural logarithm of its share of all words.

    `place` is its number in the language model, -1 where it has none; `capital` says that it is never right with a small letter (`Monday`).
    """

    place: int
    dialects: int
    grade: Grade
    likely: float
    capital: bool = False


class Lexicon:
    """Words and what is known of them, looked up in mapped files."""

    def __init__(self) -> None:
        import marisa_trie

        self._trie = marisa_trie.Trie().mmap(str(data.path("words.marisa")))
        content = data.mapped("words.bin")
        words = len(self._trie)
        self._numbers = content[: 4 * words].cast("I")
        self._classes = content[4 * words :]

    def known(self, forms: Iterable[str]) -> list[tuple[str, int]]:
        """Those of the forms that the lexicon has, each with its 32 bits."""
        get, numbers = self._trie.get, self._numbers
        return [(form, numbers[place]) for form in forms if (place := get(form, -1)) >= 0]

    def number(self, word: str) -> int:
        """The 32 bits of a word as it is written; -1 where the lexicon has it not."""
        place = self._trie.get(word, -1)
        return self._numbers[place] if place >= 0 else -1

    def word(self, word: str) -> Word | None:
        """What is known of a word as it is written."""
        number = self.number(word)
        return None if number < 0 else unpacked(number)

    def classes(self, word: str) -> int:
        """The parts of speech whose base form a word in lower case is, bits of WordClass; 0 where that is not known."""
        place = self._trie.get(word, -1)
        return self._classes[place] if place >= 0 else 0

    def beginning(self, letters: str) -> list[str]:
        """All words that begin so."""
        return list(self._trie.iterkeys(letters))

    def starts(self, beginning: str) -> bool:
        """Whether a word begins so."""
        return next(self._trie.iterkeys(beginning), None) is not None


@lru_cache(maxsize=1 << 12)
def unpacked(number: int) -> Word:
    """The parts of a word's number."""
    likely = -(number >> 25 & MOST_FREQUENCY) * FREQUENCY_STEP
    return Word((number & 0x1FFFF) - 1, number >> 17 & ALL_DIALECTS, _GRADES[number >> 22 & 7], likely, bool(number >> 31))


_GRADES = tuple(Grade)


@cache
def lexicon() -> Lexicon:
    """The lexicon that the package carries."""
    return Lexicon()
