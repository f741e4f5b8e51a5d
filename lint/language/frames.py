"""What stands around the quotations of a block, as tokens with their parts of speech: each quotation is one token of it.

Who said a quotation is told by the words around it, never by its own, so only these are tagged: with a mark of the end of speech in the
place of each quotation, which is how the tagger learned to read `'' said Mr. Pym`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.quotations import Quoted
from lint.language.speech_verbs import speech_verbs
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.named import NamedTuple

_CLOSING = "''"
_SHORT_NAME = compiled(r"[A-Z][a-z]{1,2}\.")
_FEW = 3
"""A quotation of so many words that no stop or comma ends is a word of the sentence around it: `“Harbour First” badges`."""
_ALWAYS_VERBS = frozenset(
    """
    says tells asks adds writes argues insists explains contends believes thinks admits agrees declares recalls remembers responds suggests
    """.split()
)
_SOURCES = frozenset((":", "according", "words"))
"""Other words that may bring in a quotation, be it a single word."""
_AUXILIARIES = frozenset("has have had having is are was were be been being 's 're 've 'd got am".split())
_MARKS = "\"“”„‟❝❞＂«»‹›'‘’‚`「」『』 \u00a0\u202f"


class Token(NamedTuple):
    """A word or a mark in a block, with its Penn tag; `quote` is the number of the quotation that it stands for, -1 for none.

    `small` is the word in lower case, with a straight apostrophe.
    """

    text: str
    tag: str
    start: int
    end: int
    small: str
    quote: int = -1

    @property
    def speaks(self) -> bool:
        """Whether it is a quotation, and no mere word or two of a sentence set off."""
        return self.tag == _CLOSING and self.quote >= 0


class Frame:
    """A stretch of a block from one sentence end outside quotations to the next; its tokens are made when they are first asked for.

    `first..last` are the numbers of its quotations among those of the block.
    """

    def __init__(self, text: str, start: int, end: int, quoted: Sequence[Quoted], first: int, last: int) -> None:
        self.start, self.end = start, end
        self.numbers = range(first, last)
        self._text, self._quoted = text, quoted

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words and marks, each quotation as one."""
        return _tokens(self._text, self.start, self.end, self._quoted, self.numbers)

    @cached_property
    def quotes(self) -> list[int]:
        """Where in the tokens the quotations stand."""
        return [place for place, token in enumerate(self.tokens) if token.quote >= 0]

    @property
    def has_voice(self) -> bool:
        """Whether a quotation of it can be somebody's words: it is more than a word or two, or a verb of speech stands in the frame."""
        if not all(_is_set_off(self._text, self._quoted[number]) for number in self.numbers):
            return True
        place, known = self.start, speech_verbs()
        for number in (*self.numbers, -1):
            stop = self._quoted[number].start if number >= 0 else self.end
            if any(
                word in known or word in _SOURCES for word in self._text[place:stop].lower().replace(",", " ").replace(":", " : ").split()
            ):
                return True
            place = self._quoted[number].end
        return False


def frames(article: Article, prose: Prose, quoted: Sequence[Quoted]) -> list[Frame]:
    """The frames of a block, in order; a sentence that ends inside a quotation goes on behind it."""
    found = []
    number = 0
    for start, end in _stretches(article, prose, quoted):
        first = number
        while number < len(quoted) and quoted[number].start < end:
            number += 1
        found.append(Frame(prose.text, start, end, quoted, first, number))
    return found


def inner(text: str, quote: Quoted) -> str:
    """What stands between the marks of a quotation."""
    return text[quote.start : quote.end].strip(_MARKS)


def _stretches(article: Article, prose: Prose, quoted: Sequence[Quoted]) -> list[tuple[int, int]]:
    """Where sentences end outside quotations, and not right behind one."""
    sentences = article.sentences(prose)
    starts = [each.start for each in quoted]
    cuts = []
    for sentence, following in pairwise(sentences):
        index = bisect_left(starts, following.start) - 1
        if index < 0 or quoted[index].end < sentence.end:
            cuts.append(following.start)
    first = sentences[0].start if sentences else 0
    ends = [*cuts, len(prose.text)]
    return list(zip([first, *cuts], ends, strict=True))


def _tokens(text: str, start: int, end: int, quoted: Sequence[Quoted], numbers: Iterable[int]) -> tuple[Token, ...]:
    pieces: list[tuple[str, int, int, int]] = []
    place = start
    for number in numbers:
        quote = quoted[number]
        pieces += _words(text, place, quote.start)
        pieces.append((_CLOSING, quote.start, quote.end, number))
        place = quote.end
    pieces += _words(text, place, end)
    found = _retagged(pieces, list(tags([piece[0].replace("’", "'") for piece in pieces])), text, quoted)
    return tuple(
        [Token(word, tag, a, b, word.lower().replace("’", "'"), number) for (word, a, b, number), tag in zip(pieces, found, strict=True)]
    )


def _words(text: str, start: int, end: int) -> list[tuple[str, int, int, int]]:
    """The words and marks of a stretch; a short name at its end leaves its stop to the sentence: `said Roe.`"""
    found = [(token.text, start + token.start, start + token.end, -1) for token in tokens(text[start:end])] if start < end else []
    if found and _SHORT_NAME.fullmatch(found[-1][0]):
        word, first, last, _ = found.pop()
        found += [(word[:-1], first, last - 1, -1), (".", last - 1, last, -1)]
    return found


def _retagged(pieces: list[tuple[str, int, int, int]], found: list[str], text: str, quoted: Sequence[Quoted]) -> list[str]:
    """The tags, mended where the tagger takes a verb of speech for a noun or a participle, as it does beside quotations."""
    after_quote = False
    for place, (word, _, _, number) in enumerate(pieces):
        if number >= 0:
            after_quote = True
            if _is_set_off(text, quoted[number]):
                found[place] = "NNP"
            continue
        before = found[place - 1] if place else ""
        if word == "." and place and len(pieces[place - 1][0]) == 1 and pieces[place - 1][0].isupper():
            found[place] = "NNP"  # of an initial
        if found[place] in ("VBN", "VBG", "VBD") and word[:1].isupper() and _is_named(pieces, place):
            found[place] = "NNP"
        elif found[place] in ("VBZ", "VBP") and before in ("DT", "PRP$") and word not in ("is", "was", "has", "are", "were", "have"):
            found[place] = "NNS" if word.endswith("s") else "NN"
        elif found[place] in ("VBD", "VBZ", "MD"):
            after_quote = False
        elif found[place] in ("VBN", "NN", "NNS", "JJ", "VB", "VBP", "NNP", "VBG") and word.islower():
            following = pieces[place + 1][0] if place + 1 < len(pieces) else "."
            inflection = _inflection(word, following)
            if (found[place] in ("NNS", "NN") and word in _ALWAYS_VERBS) or (
                after_quote and found[place] == "NN" and _is_base(word, before)
            ):
                found[place] = "VBZ"
                after_quote = False
            elif inflection and _is_verb(pieces, found, place, before, following, after_quote, inflection):
                found[place] = "VBD" if inflection == "past" else "VBZ"
                after_quote = False
            elif found[place] == "VBN" and before in ("NNP", "PRP", "WP") and following != "by":
                found[place] = "VBD"
    return found


def _is_named(pieces: list[tuple[str, int, int, int]], place: int) -> bool:
    """Whether a participle with a capital is a name: inside a sentence, or before a verb of speech: `Fleming said`."""
    following = pieces[place + 1][0] if place + 1 < len(pieces) else ""
    return place > 0 or _inflection(following, "") in ("past", "s")


def _is_base(word: str, before: str) -> bool:
    """Whether a word behind a plural can be the present of a verb of speech: `the trustees state`."""
    return before in ("NNS", "NNPS") and any(verb.inflection == "base" for verb in speech_verbs().get(word, ()))


def _inflection(word: str, following: str) -> str:
    """`past` or `s` where a word can be that form of a verb of speech."""
    known = [verb for verb in speech_verbs().get(word, ()) if verb.particle in ("", following)]
    return next((verb.inflection for verb in known if verb.inflection in ("past", "s")), "")


def _is_verb(
    pieces: list[tuple[str, int, int, int]], found: list[str], place: int, before: str, following: str, after_quote: bool, inflection: str
) -> bool:
    """Whether a word that can be a verb of speech is one: by what stands before and behind it."""
    if before in ("DT", "PRP$", "JJ", "POS", "TO", "IN", "MD", "CC", "VBN", "CD") or pieces[place - 1][0].lower() in _AUXILIARIES:
        return False
    opens = following in (".", ",", ":", "that", _CLOSING, "in", "on", "at", "to", "during", "back", "out", "it", "the", "of")
    if inflection == "past":
        return opens or before in ("PRP", "WP")
    return (
        opens
        and following not in ("of", "in", "on", "at", "to")
        and (after_quote or following in (":", _CLOSING, "that") or before in ("PRP", "WP", "NNP"))
    )


def _is_set_off(text: str, quote: Quoted) -> bool:
    words = inner(text, quote)
    return words.count(" ") < _FEW and words[-1:] not in tuple(".,?!…—–-;:")
