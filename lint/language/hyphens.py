"""Hyphens without blanks between two words, and what speaks for each being a dash before its sentence is read.

A hyphen joins (`cease-fire`, `state-of-the-art`) or stands for a dash that a plain-text system lost (`about the calls-it's not true`).
What the two words are, how they like to stand together, and what stands around them tells most pairs apart, cheaply; the rest
is for `lint/language/typed_dashes.py`, which reads the sentence.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from lint import data
from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import Grade, Word, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, place_of
from lint.language.word_parts import PREFIXES, singulars
from lint.text import Span

Evidence = dict[str, float]
"""The parts of the evidence by name; the data of the package has weights for them. Truths are 0 or 1."""

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
_PARTICLES = frozenset("in out up off on down over back away through by".split())
_LONG_AFTER = frozenset("years months weeks days hours decades centuries".split())
_ENDINGS = frozenset(
    """
    aged aware based born bound built conscious driven fashioned free friendly funded led like long made maker makers making minded odd old
    olds only oriented owned plus proof ready related rich run size sized strong style term turned type wide worthy
    """.split()
)
"""Second halves that make a compound of any word."""
_BEGINNINGS = frozenset("then now al el ex pre post uber un de non anti pro not".split())
"""First halves that stand before names and titles, too (`then-Senator`)."""
_KINDS = {
    "determiner": "a an the this that these those my your his her its our their every each some any no",
    "pronoun": "i you he she it we they me him us them i'm you're he's she's it's we're they're i've we've they've i'd there there's",
    "conjunction": "and but or nor so yet for because though although while if unless until since when where whereas as than",
    "relative": "which who whom whose what how why whether",
    "preposition": "in on at by with from to of into about over under after before between against during without within through like",
    "adverb": "including such despite especially particularly even not also just perhaps mostly mainly sometimes often namely then now",
    "auxiliary": "is are was were be been am has have had do does did can could will would should may might must isn't wasn't don't",
}
"""The little words, by what they open or close."""
_KIND = {word: kind for kind, row in _KINDS.items() for word in row.split()}
_UNSEEN = -20.0
_MOST_SEARCHED = 100_000
"""How many characters are searched for a pair that is written otherwise; longer ones are no articles."""
_LONG = 12.0


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


def first_look(prose: Prose, hyphen: Hyphen, neighbours: tuple[int, int, int, int], around: Surroundings) -> Evidence:
    """What speaks for a dash or a compound without the sentence; `neighbours` are the places in the model of the words around."""
    return {
        **_shape(prose.text, hyphen),
        **_make(prose.text, hyphen),
        **_words(hyphen),
        **_likelihood(neighbours),
        **_document(hyphen, around),
    }


def _shape(text: str, hyphen: Hyphen) -> Evidence:
    """Capitals, figures and marks."""
    left, right, closing = hyphen.left, hyphen.right, hyphen.closing
    behind = text[hyphen.end : hyphen.end + 1] or "."
    initials = "." in left and closing == "."
    return {
        "capital left": float(left[0].isupper()),
        "capital right": float(right[0].isupper()),
        "capitals": float(left[0].isupper() and right[0].isupper()),
        "capital left alone": float(left[0].isupper() and right[0].islower()),
        "capital right alone": float(left[0].islower() and right[0].isupper()),
        "all capitals left": float(left.isupper() and len(left) > 1),
        "all capitals right": float(right.isupper() and len(right) > 1),
        "figure left": float(any(letter.isdigit() for letter in left)),
        "figure right": float(any(letter.isdigit() for letter in right)),
        "figure before word": float(left[0].isdigit() and right[0].isalpha()),
        "initials": float(initials),
        "closing": float(bool(closing)),
        "closing quote": float(closing[-1:] in tuple("”\"’'")),
        "closing stop": float(closing[-1:] in tuple(",;:!?")),
        "closing point": float(closing[-1:] == "." and not initials),
        "closing bracket": float(closing[-1:] in tuple(")]%")),
        "opening": float(bool(hyphen.opening)),
        "apostrophe left": float("'" in left or "’" in left),
        "apostrophe right": float("'" in right or "’" in right),
        "comma behind": float(behind in ",;:"),
        "stop behind": float(behind in ".!?"),
        "blank behind": float(behind == " "),
        "length left": min(_LONG, len(left)),
        "length right": min(_LONG, len(right)),
    }


def _make(text: str, hyphen: Hyphen) -> Evidence:
    """What the pair is made of, and the other hyphens that stand without a blank beside it."""
    left, right = hyphen.pair
    before, behind = text[hyphen.chunk.start : hyphen.place], text[hyphen.place + 1 : hyphen.chunk.end]
    return {
        "first": math.log1p(number(f"first {left}")),
        "second": math.log1p(number(f"second {right}")),
        "prefix": float(left in PREFIXES),
        "beginning": float(left in _BEGINNINGS),
        "ending": float(right in _ENDINGS),
        "long": float(left in _LONG_AFTER),
        "particle": float(right in _PARTICLES),
        "hyphen before": float("-" in before),
        "hyphen behind": float("-" in behind),
        "hyphens beside": float((before + behind).count("-")),
        "slash": float("/" in before or "/" in behind),
        "plural left": float(left.endswith("s") and not left.endswith("ss")),
        "adverb left": float(left.endswith("ly")),
        "-ed right": float(right.endswith("ed")),
        "-ing right": float(right.endswith("ing")),
    }


def _words(hyphen: Hyphen) -> Evidence:
    """What each word is for itself."""
    (left, right), first, second = hyphen.pair, _entry(hyphen.left), _entry(hyphen.right)
    kinds = _KIND.get(left.replace("’", "'"), ""), _KIND.get(right.replace("’", "'"), "")
    return {
        "word left": float(first is not None and first.grade <= Grade.VARIANT),
        "word right": float(second is not None and second.grade <= Grade.VARIANT),
        "name right": float(second is not None and second.grade in (Grade.NAME, Grade.RARE_NAME)),
        "likely left": first.likely if first else _UNSEEN,
        "likely right": second.likely if second else _UNSEEN,
        "seen left": number(f"left {left}") / 100,
        "seen right": number(f"right {right}") / 100,
        **{f"{kind} left": float(kinds[0] == kind) for kind in _KINDS},
        **{f"{kind} right": float(kinds[1] == kind) for kind in _KINDS},
    }


@lru_cache(maxsize=1 << 13)
def _entry(word: str) -> Word | None:
    entries = [entry for entry in (lexicon().word(word), lexicon().word(word.lower())) if entry]
    return min(entries, key=lambda entry: entry.grade, default=None)


def _likelihood(neighbours: tuple[int, int, int, int]) -> Evidence:
    """How the model likes the words joined, parted and opening a clause, in nats above what each is anywhere."""
    before, left, right, after = neighbours
    model = ngrams()
    alone = model.likely(right, NO_WORD, NO_WORD)
    behind = model.likely(after, NO_WORD, NO_WORD)
    both = right >= 0 and left >= 0
    return {
        "attracts": model.likely(right, left, before) - alone if right >= 0 else 0.0,
        "pair seen": float(model.pair(right, left) >= 0),
        "opens": model.likely(right, place_of("<s>"), NO_WORD) - alone if right >= 0 else 0.0,
        "closes": model.likely(place_of("</s>"), left, before) - model.likely(place_of("</s>"), NO_WORD, NO_WORD) if left >= 0 else 0.0,
        "goes on": model.likely(after, right, NO_WORD) - behind if after >= 0 and right >= 0 else 0.0,
        "goes on as one": model.likely(after, right, left) - model.likely(after, right, NO_WORD) if after >= 0 and both else 0.0,
        "came": model.likely(left, before, NO_WORD) - model.likely(left, NO_WORD, NO_WORD) if min(left, before) >= 0 else 0.0,
        "leaps": model.likely(after, left, before) - behind if after >= 0 and left >= 0 else 0.0,
        "something behind": float(after >= 0),
        "something before": float(before >= 0),
    }


def _document(hyphen: Hyphen, around: Surroundings) -> Evidence:
    """How the article writes the two words elsewhere, and whether it has true dashes."""
    left, right = hyphen.pair
    return {
        "joined again": min(5.0, around.pairs[left, right] - 1.0),
        "open too": float(f" {left} {right}" in around.folded),
        "closed too": float(left + right in around.folded),
        "true dashes": min(3.0, math.log1p(around.dashes)),
    }


def weighed(weights: Mapping[str, float], evidence: Evidence) -> float:
    """The sum of the evidence with its weights, in nats."""
    return weights["bias"] + sum(weights[name] * part for name, part in evidence.items())
