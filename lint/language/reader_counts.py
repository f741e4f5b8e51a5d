"""The counts of a text as a reader would count it: sentences of paragraphs, lists and quotations, words without code and addresses.

Headings, captions, tables and front matter hold no sentences and do not count, unless there is nothing else. A word is what stands between
blanks without the marks around it: `well-known`, `don't`, `U.S.` and `1,200` are one each.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.formulas import WITH_EASY_WORDS, ReaderCounts, easy_words
from lint.language.pronunciation import spoken_syllables
from lint.named import NamedTuple

_WORD = compiled(r"[^\W_]+(?:[.,'’:/&@-][^\W_]+)*(?:['’](?![^\W_]))?")
_ADDRESS = compiled(r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*@\S+\.\w+")
_INNER_END = compiled(r"""[!?]["”’'»)]*[ \n]+(?=[a-z])|[.!?]["”]?(?:—|--)(?=["“])""")
"""A question or a cry with more of its sentence behind it, and speech that ends at a dash before more speech."""
_SIDE = frozenset(("heading", "alt", "figure", "caption", "frontmatter", "table", "title", "attr"))
_MANY = 3
_INFLECTIONS = ("es", "ed", "ing")
_ENDINGS = (
    ("ies", "y"),
    ("ied", "y"),
    ("es", ""),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("est", ""),
    ("ly", ""),
)


class Sentence(NamedTuple):
    """A sentence of a block, with its words as they are written, and how many a formula counts it for.

    Source of `units`: R. Flesch, A new readability yardstick, 1948, counts each unit of thought that ends with a mark of its own.
    """

    prose: Prose
    start: int
    end: int
    words: tuple[str, ...]
    units: int = 1


def read_blocks(article: Article) -> list[Prose]:
    """The blocks that are read as sentences; all of them where none is."""
    blocks = [block for block in article.document.blocks if _SIDE.isdisjoint(block.parts)]
    return blocks or list(article.document.blocks)


def read_sentences(article: Article, blocks: Iterable[Prose]) -> Iterator[Sentence]:
    """The sentences of some blocks that have words."""
    for block in blocks:
        text = _ADDRESS.sub(lambda found: " " * len(found.group()), block.text)
        for span in article.sentences(block):
            words = tuple(_WORD.findall(text, span.start, span.end))
            if words:
                units = 1 + len(_INNER_END.findall(text, span.start, span.end))
                yield Sentence(block, span.start, span.end, words, min(units, len(words)))


def reader_counts(article: Article, formula: str | None = None) -> ReaderCounts:
    """The counts of an article; where they are for one formula alone, as `counts_of`."""
    return counts_of(list(read_sentences(article, read_blocks(article))), formula)


def summed(counts: Iterable[ReaderCounts]) -> ReaderCounts:
    """The counts of several texts together."""
    return ReaderCounts(*map(sum, zip(ReaderCounts(), *counts, strict=True)))


def counts_of(sentences: Sequence[Sentence], formula: str | None = None) -> ReaderCounts:
    """The counts of some sentences; unfamiliar words, which are dear to tell, only where the formula asks for them, or none is named."""
    is_unfamiliar = _is_unfamiliar if formula in (None, *WITH_EASY_WORDS) else _is_not_asked
    first = Counter([sentence.words[0] for sentence in sentences])
    inner = Counter(chain.from_iterable([sentence.words[1:] for sentence in sentences]))
    total = letters = syllables = polysyllabic = complex_ = unfamiliar = 0
    for words, inside in ((first, False), (inner, True)):
        for word, times in words.items():
            named = inside and word[:1].isupper()
            of_word = _weighed(word, named)
            total += times
            letters += times * of_word[0]
            syllables += times * of_word[1]
            polysyllabic += times * of_word[2]
            complex_ += times * of_word[3]
            unfamiliar += times * is_unfamiliar(word, named)
    paragraphs = len({id(sentence.prose) for sentence in sentences})
    units = sum(sentence.units for sentence in sentences)
    return ReaderCounts(total, units, paragraphs, letters, syllables, polysyllabic, complex_, unfamiliar)


@lru_cache(maxsize=1 << 15)
def _weighed(word: str, named: bool) -> tuple[int, int, int, int]:
    """Letters, syllables, and whether a word is polysyllabic and complex; `named`: it has a capital inside a sentence."""
    syllables = spoken_syllables(word)
    polysyllabic = syllables >= _MANY
    inflected = syllables == _MANY and word.endswith(_INFLECTIONS)
    plain = named or "-" in word or word[:1].isdigit() or inflected
    return sum(map(str.isalnum, word)), syllables, polysyllabic, polysyllabic and not plain


@lru_cache(maxsize=1 << 15)
def _is_unfamiliar(word: str, named: bool) -> bool:
    return not is_familiar(word, named)


def _is_not_asked(_: str, __: bool) -> bool:
    return False


def is_familiar(word: str, named: bool) -> bool:
    """Whether the list of Dale and Chall has a word or what it is a regular form of; numbers and names are familiar."""
    small = word.lower().replace("’", "'")
    if named or small[:1].isdigit() or small in easy_words():
        return True
    stems = {small.removesuffix("'s"), *(small.removesuffix(ending) + instead for ending, instead in _ENDINGS if small.endswith(ending))}
    doubled = {stem[:-1] for stem in stems if len(stem) > 3 and stem[-1] == stem[-2]}
    return not easy_words().isdisjoint(stems | doubled) or (
        "-" in small and all(is_familiar(part, False) for part in small.split("-") if part)
    )
