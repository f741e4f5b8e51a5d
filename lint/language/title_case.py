"""Title case as AP and Chicago have it, and sentence case.

What a converter says comes as the words with their places, so that those that change can be changed where they stand. Letters are
made large or small, nothing else changes. Source of the meaning: Vale's `capitalization`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.language.settled import NOTHING, Settled
from lint.letter_case import capital, lower
from lint.named import NamedTuple
from lint.patience import Patience

_WORD = compiled(r"[^\W_][^\t\n\f\r \-/]*")
_NUMBERING = compiled(r"[0-9]+\.")
_CURLY = frozenset("“”‘’")
_TYPEWRITTEN = str.maketrans("“”‘’–—", "\"\"''--")

_SMALL = frozenset("a an and as at but by en for if in nor of on or per the to vs vs. via v v.".split())
_PREPOSITIONS = frozenset(
    """
    with from into during including until against among throughout despite towards upon concerning about over through before between
    after since without under within along following across beyond around down near above
    """.split()
)

Token = tuple[str, int, int]
"""A token, and where it begins and ends."""

Indicator = Callable[[str, int], bool]
"""Whether a capital follows this word, the how-manieth it is from 0."""


class Recased(NamedTuple):
    """A word at `start..end` of a text, and how it is to be written."""

    start: int
    end: int
    text: str


def written(text: str, words: Iterable[Recased]) -> str:
    """The text with these words written as they are to be."""
    pieces, last = [], 0
    for word in words:
        pieces += [text[last : word.start], word.text]
        last = word.end
    return "".join([*pieces, text[last:]])


def title_case(
    text: str, chicago: bool = False, settled: Settled = NOTHING, start: int = 0, limit: Patience | None = None
) -> tuple[Recased, ...]:
    """The words from `start` on, in title case: small ones are small within it, the others have a capital and are else as they are.

    Chicago has long prepositions small, too; AP has "to" large before a verb, which a tagger tells.
    Raises TimeoutError where a foreign term takes more than `limit` seconds.
    """
    return tuple(_Title(text[start:], chicago, settled, limit).words(start))


def sentence_case(
    text: str, settled: Settled = NOTHING, start: int = 0, indicates: Indicator | None = None, limit: Patience | None = None
) -> tuple[Recased, ...]:
    """The words from `start` on, in sentence case: a capital for the first and for one behind a colon or the number of a list.

    `indicates` says instead of these behind which words a capital stands. Raises TimeoutError as `title_case` does.
    """
    return tuple(_sentence(text, settled, start, indicates or behind((":",)), limit))


def behind(endings: Sequence[str]) -> Indicator:
    """Says that a capital follows a word with one of these endings and more before it, and a first word that is the number of a list."""

    def indicates(word: str, number: int) -> bool:
        return any(word.endswith(ending) and len(word) > len(ending) for ending in endings) or (
            number == 0 and _NUMBERING.search(word) is not None
        )

    return indicates


def _sentence(text: str, settled: Settled, start: int, indicates: Indicator, limit: Patience | None) -> Iterator[Recased]:
    before = ""
    for number, found in enumerate(settled.sentence_words(text[start:], limit)):
        word = found.group()
        known = settled.form(word, limit)
        if known is None:
            known = capital(lower(word)) if number == 0 or indicates(before, number - 1) else lower(word)
        yield Recased(start + found.start(), start + found.end(), known)
        before = word


class _Title:
    """A text on its way to title case."""

    def __init__(self, text: str, chicago: bool, settled: Settled, limit: Patience | None) -> None:
        self._text = text
        self._plain = text.translate(_TYPEWRITTEN)
        self._chicago = chicago
        self._settled = settled
        self._limit = limit

    def words(self, offset: int) -> Iterator[Recased]:
        for number, found in enumerate(_WORD.finditer(self._text)):
            start, end, word = found.start(), found.end(), found.group()
            known = self._settled.form(word, self._limit)
            if known is None:
                small = self._may_be_small(start, end) and self._is_small(lower(word), number, start == 0 or end == len(self._text))
                known = lower(word) if small else capital(word)
            yield Recased(offset + start, offset + end, known)

    def _may_be_small(self, start: int, end: int) -> bool:
        """Not at the beginning of a subtitle or quotation, nor at that of a compound."""
        two_before, before, after = self._sign(start - 2), self._sign(start - 1), self._sign(end)
        return before in ("-", " ", "/") and two_before not in ("-", ":") and (after != "-" or before == "-")

    def _is_small(self, word: str, number: int, outermost: bool) -> bool:
        if word == "to" and not self._chicago and number + 1 < len(self._tags):
            return self._tags[number + 1].startswith("NN")
        return not outermost and (word in _SMALL or (self._chicago and word in _PREPOSITIONS))

    def _sign(self, place: int) -> str:
        return self._plain[place] if 0 <= place < len(self._plain) else ""

    @cached_property
    def _tags(self) -> tuple[str, ...]:
        """Of the tokens, whose numbers are those of the words where no mark comes first; that is near enough."""
        from lint.language.tags import tags  # the weights are large, and few titles have a "to"
        from lint.language.tokens import tokens

        body, stop = (self._text[:-1], self._text[-1]) if self._text.endswith((".", "!", "?")) else (self._text, ".")
        return tags([*_joined(tokens(body)), stop])


def _joined(found: Sequence[Token]) -> list[str]:
    """The tokens of a title with what the tagger was taught as one: points, and curly marks, belong to their words."""
    words: list[str] = []
    last = -1
    before = ""
    for text, start, end in found:
        if start == last and (text == "." or not _CURLY.isdisjoint(before[-1] + text)):
            words[-1] += text
        else:
            words.append(text)
        last, before = end, text
    return words
