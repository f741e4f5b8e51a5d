"""The words of a block as the language model reads them: in a row, in lower case, with the ends of sentences between them."""

from __future__ import annotations

from bisect import bisect_left

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import lexicon
from lint.language.ngrams import ngrams

WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
"""A word of letters, apostrophes inside; the parts of a hyphenated one are words of their own."""
NO_WORD = -1
"""The place of what the model has not, and of a mark between words."""

PIECE = compiled(r"[^\W_]+(?:['’][^\W_]+)*|[.!?…]+(?=[\s\"'”’)\]]|\Z)|[;:()\[\]|/\ufffc•]")
STOPS = frozenset(".!?…")
_BEYOND = -2
_REACH = 45
"""How many characters hold two words and the marks between them."""
_RAREST = -16.0
_MOST_KNOWN = 50_000


class Running:
    """The pieces of a text, and how well other words would fit between them.

    `places` are the numbers of the words in the model, with the marks `</s>` and `<s>` where a sentence ends and one begins; `starts` and
    `ends` say where each piece stands.
    """

    def __init__(self, text: str) -> None:
        first, last = place_of("<s>"), place_of("</s>")
        self.places, self.starts, self.ends = [first], [0], [0]
        for found in PIECE.finditer(text):
            piece = found.group()
            start, end = found.span()
            if piece[0] in STOPS:
                self.places += (last, first)
                self.starts += (start, start)
                self.ends += (end, end)
            else:
                self.places.append(_places[piece] if piece in _places else place_of(piece))
                self.starts.append(start)
                self.ends.append(end)
        self.places.append(last)
        self.starts.append(len(text))
        self.ends.append(len(text))

    def around(self, start: int, end: int) -> tuple[int, int, int, int]:
        """The two pieces before a place and the two behind it; nothing counts beyond a mark or the end of a sentence."""
        index = bisect_left(self.starts, start, lo=1)
        behind = bisect_left(self.starts, end, lo=index, hi=len(self.starts) - 1)
        before, after = self.places[index - 1], self.places[behind]
        opened = index < 2 or before in (NO_WORD, self.places[0])
        closed = behind + 1 >= len(self.places) or after in (NO_WORD, self.places[-1])
        return (NO_WORD if opened else self.places[index - 2], before, after, _BEYOND if closed else self.places[behind + 1])


def words_in(article: Article, prose: Prose) -> frozenset[str]:
    """The words of a block of the article as they are written, each once; kept with it."""
    return article.once_for(_words, prose)


def _words(_: Article, prose: Prose) -> frozenset[str]:
    return frozenset(WORD.findall(prose.text))


def around(text: str, start: int, end: int) -> tuple[int, int, int, int]:
    """The two pieces before a place of a text and the two behind it, read from what stands near it alone."""
    first = max(0, start - _REACH)
    return Running(text[first : end + _REACH]).around(start - first, end - first)


def fit(places: tuple[int, ...], around: tuple[int, int, int, int]) -> float:
    """How likely these words are between those, in nats: each behind its two neighbours."""
    model = ngrams()
    two_before, before, after, two_after = around
    likely = 0.0
    for place in places:
        likely += model.likely(place, before, two_before)
        two_before, before = before, place
    if after != NO_WORD:
        likely += model.likely(after, before, two_before)
        if two_after >= 0:
            likely += model.likely(two_after, after, before)
    return likely


def better(text: str, start: int, end: int, meant: str) -> float:
    """How much better a word fits at a place of a text than the one that stands there, in nats, apart from how frequent the two are."""
    written = text[start:end].lower().replace("’", "'")
    neighbours = around(text, start, end)
    gain = fit((place_of(meant),), neighbours) - fit((place_of(written),), neighbours)
    return gain - _alone(meant) + _alone(written)


def _alone(word: str) -> float:
    entry = lexicon().word(word)
    return entry.likely if entry else _RAREST


def place_of(word: str) -> int:
    """The number of a word in the model, -1 where it has none."""
    known = _places.get(word)
    if known is None:
        number = lexicon().number(word.lower().replace("’", "'"))
        known = (number & 0x1FFFF) - 1 if number >= 0 else NO_WORD
        if len(_places) > _MOST_KNOWN:
            _places.clear()
        _places[word] = known
    return known


_places: dict[str, int] = {}
