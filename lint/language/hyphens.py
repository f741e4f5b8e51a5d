"""Hyphens without blanks between two words: where they stand, and which are in compounds that lists have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from lint import data
from lint.compiled import compiled
from lint.language.article import Article
from lint.language.word_parts import singulars
from lint.named import NamedTuple
from lint.text import Span

_HYPHEN = compiled(r"(?<=[\w.,;:!?%)\]”’\"'…])-(?=[\w(\[“‘\"'$£€#])")
_CHUNK = compiled(r"[^\s—–]+")
_PARTERS = (" ", "\n", "—", "–", "\u00a0", "\t", "\r", "\u2009", "\u200a", "\u202f")
_ADDRESS = compiled(r"\A[/~#.-]|://|[@\\_=<>{}|\ufffc]|www\.|\w\.(?:com|org|net|gov|edu|io|uk|html?|php|md|txt|pdf)\b|/\w+/")
_LEFT = compiled(r"([^\W_]+(?:[’'.&][^\W_]+)*)([^\w\s-]*)\Z")
_RIGHT = compiled(r"([^\w\s]*)([^\W_]+(?:[’'.&][^\W_]+)*)")
_FIGURE = frozenset("0123456789%$£€")
_MARKS = ".,;:!?\"'”’“‘()[]"
_LONGEST_CHUNK, _LONGEST_WORD = 200, 40
_MOST_PARTS = 4
_MOST_SEARCHED = 100_000
"""How many characters are searched for a pair that is written otherwise; longer ones are no articles."""


class Hyphen(NamedTuple):
    """A hyphen at `place` of a block, and the words on both sides; the marks that close the left one and open the right one.

    `chunk` is all that stands there without a blank; `known` says that the words are a compound which lists have.
    """

    place: int
    left: str
    right: str
    closing: str
    opening: str
    chunk: Span
    known: bool

    @property
    def pair(self) -> tuple[str, str]:
        """The two words in lower case."""
        return self.left.lower(), self.right.lower()

    @property
    def end(self) -> int:
        """Where the right word ends."""
        return self.place + 1 + len(self.opening) + len(self.right)


class Surroundings(NamedTuple):
    """What is known of an article when its hyphens are looked at: how often each pair is joined, its words, its true dashes.

    `blocks` are the hyphens of each block, by its `id`.
    """

    blocks: Mapping[int, tuple[Hyphen, ...]]
    pairs: Counter[tuple[str, str]]
    folded: str
    dashes: int


@cache
def _tables() -> Mapping[str, list[tuple[int]]]:
    """Numbers by key: `compound a-b`, and `first a` and `second b`, of how many compounds they are a half.

    In hundredths of a nat `left w`, `right w` and `tags x y`, how much likelier these are around a dash than in a compound, and `next x y`,
    how tags like to follow.
    """
    import marisa_trie

    opened: Mapping[str, list[tuple[int]]] = marisa_trie.RecordTrie("<h").mmap(str(data.path("dashes.marisa")))
    return opened


def number(key: str) -> int:
    """The number of a key of the tables; 0 where they have it not."""
    found = _tables().get(key)
    return found[0][0] if found else 0


def hyphens(text: str) -> Iterator[Hyphen]:
    """The tight hyphens of a text between words; none between figures, and none in addresses, paths and options."""
    place = text.find("-")
    while place >= 0:
        found = _CHUNK.match(text, _chunk_start(text, place))
        end = found.end() if found else place + 1
        if found and end - found.start() <= _LONGEST_CHUNK and not _ADDRESS.search(found.group()):
            yield from _in_chunk(text, Span(*found.span()))
        place = text.find("-", end)


def _chunk_start(text: str, place: int) -> int:
    """Where the text without blanks and dashes that holds this place begins; longer ones than are looked at begin anywhere."""
    first = max(0, place - _LONGEST_CHUNK - 1)
    before = text[first:place]
    return first + max(map(before.rfind, _PARTERS)) + 1


def _in_chunk(text: str, chunk: Span) -> Iterator[Hyphen]:
    for found in _HYPHEN.finditer(text, chunk.start, chunk.end):
        place = found.start()
        if text[place - 1] in _FIGURE and text[place + 1] in _FIGURE:
            continue
        left = _LEFT.search(text, max(chunk.start, place - _LONGEST_WORD), place)
        right = _RIGHT.match(text, place + 1, min(chunk.end, place + _LONGEST_WORD))
        if left and right:
            known = _is_listed(text[chunk.start : chunk.end].lower(), place - chunk.start)
            yield Hyphen(place, left[1], right[2], left[2], right[1], chunk, known)


def _is_listed(chunk: str, place: int) -> bool:
    """Whether the words around a hyphen, and perhaps some more of the chunk, are a compound that lists have."""
    parts = chunk.split("-")
    last = chunk.count("-", 0, place)
    for first in range(max(0, last - _MOST_PARTS + 1), last + 1):
        for end in range(last + 2, min(len(parts), last + _MOST_PARTS + 1) + 1):
            if any(f"compound {form}" in _tables() for form in _bases("-".join(parts[first:end]).strip(_MARKS))):
                return True
    return False


@lru_cache(maxsize=1 << 12)
def _bases(compound: str) -> tuple[str, ...]:
    """A compound and what it may be an inflection of: `free-falls`, `fact-checked`, `brothers-in-law`."""
    bare = compound.removesuffix("’s").removesuffix("'s")
    head, _, tail = bare.rpartition("-")
    first, _, rest = bare.partition("-")
    tails = [*singulars(tail), *_stems(tail, "ed"), *_stems(tail, "ing")]
    return (bare, *(f"{head}-{base}" for base in tails), *(f"{base}-{rest}" for base in singulars(first) if "-" in rest))


def _stems(word: str, ending: str) -> tuple[str, ...]:
    stem = word.removesuffix(ending)
    return (stem, f"{stem}e") if stem != word else ()


def surroundings(article: Article) -> Surroundings:
    """What the article's own words say; worked out once."""
    return article.once(_surroundings)


def _surroundings(article: Article) -> Surroundings:
    blocks = {id(prose): tuple(hyphens(prose.text)) for prose in article.document.blocks if "-" in prose.text}
    pairs = Counter(hyphen.pair for found in blocks.values() for hyphen in found)
    return Surroundings(blocks, pairs, article.folded[:_MOST_SEARCHED], article.folded.count("—") + article.folded.count(" – "))
