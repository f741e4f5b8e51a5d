"""Words with a blank inside (`to gether`), and with a blank where a ligature was lost (`bene ts`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import Grade, Word, lexicon
from lint.language.remembered import Remembered
from lint.language.running import WORD, Running, fit, place_of, words_in
from lint.language.unknown_words import is_known
from lint.named import NamedTuple

_LOST = ("", "fi", "fl", "ff", "ffi")
"""What may have been between two pieces: nothing, or a ligature."""
_LOSS = 3.0
"""What it takes to believe in letters that are not there, in nats."""
_LEAST_GAIN = 9.0
_LEAST_GAIN_OF_LETTERS = 12.0
"""A single letter beside a word is often a mark, a variable or an initial."""
_RAREST = -14.0
_MOST_PIECES = 3
_SHORTEST = 3
_LOOSE_BEFORE = frozenset(" \u00a0([“‘\"'«—–")
_TIED_AFTER = frozenset("'’-‐@_/\\=({<0123456789")


class Torn(NamedTuple):
    """A torn word at a place of a text, and what it may be joined to, best first."""

    start: int
    end: int
    forms: tuple[str, ...]


def torn_at_blanks(prose: Prose, article: Article) -> Iterator[Torn]:
    """The pieces of words in a block of which one is no word, or hardly one, where the whole is common and fits far better."""
    text = prose.text
    odd = {word for word in words_in(article, prose) - _whole if not _whole.holds(word) and not article.house.vocabulary.excuses(word)}
    if not odd:
        return
    words = list(WORD.finditer(text))
    running: Running | None = None
    done = 0
    for number, word in [(number, word) for number, word in enumerate(words) if word.group() in odd]:
        for window in _windows(words, number) if word.start() >= done else ():
            forms = _forms(window)
            if not forms or window[0].start() < done:
                continue
            running = running or Running(text)
            start, done_then = window[0].start(), window[-1].end()
            best = _best([piece.group() for piece in window], forms, running.around(start, done_then))
            if best:
                done = done_then
                yield Torn(start, done, (best,))
                break


def best_entry(word: str) -> Word | None:
    """What is known of a word as it is written or in small letters, whichever is the better word."""
    entries = [entry for form in {word, word.lower()} if (entry := lexicon().word(form)) is not None]
    return min(entries, key=lambda entry: (entry.grade, -entry.likely), default=None)


def _windows(words: Sequence[re.Match[str]], number: int) -> Iterator[Sequence[re.Match[str]]]:
    """The rows of two or three words that hold this one, the longest first."""
    for count in range(_MOST_PIECES, 1, -1):
        for first in range(max(0, number - count + 1), min(number, len(words) - count) + 1):
            window = words[first : first + count]
            if _is_row(window):
                yield window


def _is_row(window: Sequence[re.Match[str]]) -> bool:
    """Whether single blanks stand between the words, all in small letters but for the first, and nothing is tied to them."""
    text, start, end = window[0].string, window[0].start(), window[-1].end()
    if any(text[one.end() : other.start()] != " " or not other.group().islower() for one, other in pairwise(window)):
        return False
    return (not start or text[start - 1] in _LOOSE_BEFORE) and (end == len(text) or text[end] not in _TIED_AFTER)


def _forms(window: Sequence[re.Match[str]]) -> list[tuple[str, str]]:
    """The common words that the pieces make with nothing or a lost ligature in the first gap, and what was lost."""
    first, rest = window[0].group(), "".join([piece.group() for piece in window[1:]])
    forms = {first + lost + rest: lost for lost in _LOST}
    if not lexicon().known({*forms, *map(str.lower, forms)}):
        return []
    return [(form, lost) for form, lost in forms.items() if _is_common(form)]


def _best(pieces: Sequence[str], forms: Sequence[tuple[str, str]], around: tuple[int, int, int, int]) -> str:
    """The form that fits best, if it fits far better than the pieces do; else nothing."""
    apart = fit(tuple(map(place_of, pieces)), around)
    lettered = all(len(piece) == 1 or not _is_odd(piece) for piece in pieces)
    least = _LEAST_GAIN_OF_LETTERS if lettered else _LEAST_GAIN
    gain, best = max((fit((place_of(form),), around) - apart - _LOSS * bool(lost), form) for form, lost in forms)
    return best if gain >= least else ""


def _is_common(form: str) -> bool:
    if len(form) < _SHORTEST:
        return False
    entry = best_entry(form)
    return entry is not None and entry.likely >= _RAREST and entry.place >= 0 and (entry.grade <= Grade.FULL or entry.grade == Grade.NAME)


@lru_cache(maxsize=1 << 12)
def _is_odd(word: str) -> bool:
    """Whether a piece of small letters, but for the first perhaps, is no word, or in small letters a very rare one."""
    if not word.isalpha() or not (word.islower() or word[1:].islower()):
        return False
    if len(word) == 1:
        return word != "a"
    if not is_known(word):
        return True
    entry = lexicon().word(word)
    return entry is not None and entry.likely < _RAREST and word.islower()


_whole = Remembered(lambda word: not _is_odd(word))
"""Words that are no odd pieces."""
