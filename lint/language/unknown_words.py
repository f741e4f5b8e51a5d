"""The words of an article that no list has: which they are, and where."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter

from lint.compiled import compiled
from lint.document import Prose
from lint.house import Vocabulary
from lint.language.article import Article
from lint.language.lexicon import Grade, lexicon
from lint.language.remembered import Remembered
from lint.language.running import WORD, words_in
from lint.language.word_parts import PREFIXES
from lint.ligatures import LIGATURE
from lint.named import NamedTuple

_CLITICS = ("'s", "s'", "n't", "'ll", "'re", "'ve", "'d", "'m")
_SHORTEST, _SHORT = 3, 4
_LONGEST = 60
"""No word has more letters; what has is data, and weighing it would take long."""
_SHORTEST_CAPITALS = 6
_VOWELS = frozenset("aeiouy")
_ODD_BEFORE = frozenset("@#_\\/~$.:&=+%*<{^°'’0123456789")
_ODD_AFTER = frozenset("@_\\/=({<+0123456789")
_POSSESSIVE = compiled(r"['’](?:[sS]|ll|d|ve|re)?\Z")
_ODD_SIGN = compiled(r"[^\w\s\x00-\x7f‐-―‘-‟…«»‹›•·\ufffc]")
"""A sign that stands in no word and beside none: what text has that was decoded with the wrong table."""
_SHORT_PIECE = 6
_TORN_AFTER, _TORN_BEFORE = compiled(r"-\s+[a-z]"), compiled(r"[a-z]-\s+\Z")
_IN_WORD_OR_ADDRESS = compiled(r"\.[^\W_]|:[^\s]|&\w|\*+\w|%")


class Unknown(NamedTuple):
    """A word that the lexicon has not, at a place of a block."""

    prose: Prose
    start: int
    end: int
    word: str

    @property
    def base(self) -> str:
        """The word without the ending of a genitive."""
        return _POSSESSIVE.sub("", self.word)


def unknown_words(article: Article) -> tuple[Unknown, ...]:
    """The words of an article in English that neither the lexicon nor the vocabulary of the house has, in its order."""
    return article.once(_unknown_words)


def is_known(word: str) -> bool:
    """Whether a word as it is written, or in the capitals that its place may have given it, is one of the lexicon."""
    return _known.holds(word)


def _is_known(word: str) -> bool:
    word = word.replace("’", "'")
    if _is_entry(word):
        return True
    base = _POSSESSIVE.sub("", word)
    if base != word and _is_known(base):
        return True
    if word[0].isupper() and (_is_entry(word.lower()) or (word.isupper() and _is_entry(word.capitalize()))):
        return True
    if len(word) >= _SHORTEST_CAPITALS:
        return False
    return word.isupper() or (lexicon().number(word) >= 0 and _is_entry(word.upper()))  # `cpu`, a rare word beside `CPU`


_known = Remembered(_is_known)


def _is_entry(word: str) -> bool:
    number = lexicon().number(word)
    grade = number >> 22 & 7
    return number >= 0 and grade <= Grade.RARE_NAME and grade != Grade.LARGE


def _unknown_words(article: Article) -> tuple[Unknown, ...]:
    return tuple(_each_unknown(article))


def _each_unknown(article: Article) -> Iterator[Unknown]:
    """Each unknown word of letters that is no part of an address, a file, a handle or code."""
    accepted = article.house.vocabulary
    for prose in article.document.blocks:
        text = prose.text
        unknown = {word for word in words_in(article, prose) - _known if _is_plain(word) and not is_known(word)}
        if not unknown or not article.language(prose).startswith("en"):
            continue
        unknown = {word for word in unknown if not _is_accepted(accepted, word)}
        phrases = [phrase.span() for phrase in accepted.phrases.finditer(text)] if unknown and accepted.accepted else []
        for found in WORD.finditer(text):
            word = found.group()
            if word in unknown and not is_in_code(text, *found.span()) and not _is_within(phrases, found.start()):
                yield Unknown(prose, *found.span(), word)


def _is_accepted(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a vocabulary accepts a word, in capitals too."""
    return vocabulary.excuses(word) or (word.isupper() and vocabulary.excuses(word.capitalize()))


def _is_within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Whether a place is in one of these stretches, which stand in the order of the text."""
    index = bisect_right(spans, place, key=itemgetter(0)) - 1
    return index >= 0 and place < spans[index][1]


def _is_plain(word: str) -> bool:
    """Whether it can be judged: in Latin letters without accents, not too short, and with no capitals inside."""
    bare = word.replace("’", "'")
    if not _SHORTEST <= len(word) <= _LONGEST or not bare.isascii() or (len(word) <= _SHORT and _VOWELS.isdisjoint(bare.lower())):
        return False
    if "'" in bare and not bare.lower().endswith(_CLITICS):
        return False
    letters = bare.replace("'", "")
    return letters.islower() or letters[1:].islower() or (letters.isupper() and len(letters) >= _SHORTEST_CAPITALS)


def is_in_code(text: str, start: int, end: int) -> bool:
    """Whether the word at a place is a part of an address, a file, a handle or code."""
    if text[start - 1 : start] in _ODD_BEFORE and start and not (text[start - 1] in "/'’*_:.&" and _is_loose(text, start)):
        return True
    if end < len(text) and text[end] in _ODD_AFTER and not (text[end] == "/" and text[end + 1 : end + 2].isalpha() and start == 0):
        return True
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if _ODD_SIGN.match(before) or _ODD_SIGN.match(after) or before == "]":
        return True
    if before == "-" and end - start <= _SHORT_PIECE:
        return True
    if after == "-" and (behind := WORD.match(text, end + 1)) is not None and is_known(text[start:end] + behind.group()):
        return True  # `dif-ferent`: a piece of a word that was parted at the end of a line
    if after == "-" and text[start:end].lower() in PREFIXES:
        return True
    if LIGATURE.search(text, max(0, start - 2), min(len(text), end + 2)):  # a piece beside one is torn: the encoding is at fault
        return True
    if _TORN_AFTER.match(text, end) or _TORN_BEFORE.search(text, max(0, start - 3), start):
        return True
    if text[end : end + 1] in ("'", "’") and text[start:end].endswith("in"):
        return True
    return _IN_WORD_OR_ADDRESS.match(text, end) is not None


def _is_loose(text: str, start: int) -> bool:
    """Whether what stands before a word is a mark of punctuation, and no part of an address."""
    return text[start - 2 : start - 1].isspace() or start == 1 if text[start - 1] in "'’*_" else False
