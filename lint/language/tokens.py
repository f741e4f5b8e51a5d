"""The tokens of an English sentence: words, and the marks around and between them, each with its place.

As the Penn Treebank splits: "don't" is `do` and `n't`, "Kim's" is `Kim` and `'s`, quotation marks, brackets and stops stand alone, "U.S."
and "Dr." keep their points. Nothing is rewritten on the way, so a token is just the characters at its place. Source of the cases: Vale's
`sequence`, whose tagger needs them as they are (a short word with a capital keeps its point at the end of a sentence, too: "Yes.").
"""

from __future__ import annotations

from functools import lru_cache

from lint.compiled import compiled
from lint.named import NamedTuple

_SPACE = "\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_STRETCH = compiled(rf"[^{_SPACE}]+")
_INITIALS = compiled(r"(?:[A-Za-z]\.){2,}+")
_TITLE = compiled(r"[A-Z][a-z]{1,2}\.")
_PREFIXES = ("$", "(", '"', "[", "“", "‘")
_SUFFIXES = (",", ")", '"', "]", "!", ";", ".", "?", ":", "'", "”", "’")
_CONTRACTIONS = ("'ll", "'s", "'re", "'m", "n't", "’ll", "’s", "’re", "’m", "n’t")
_ASCII_CAPITALS = {ord(letter): ord(letter) + 32 for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}

EMOTICONS = frozenset(
    r"""
    (-8 (-; (-_-) (._.) (: (= (o: (¬_¬) (ಠ_ಠ) (╯°□°）╯︵┻━┻ -__- 8-) 8-D 8D :( :(( :((( :() :))) :-) :-)) :-))) :-* :-/ :-X :-] :-o :-p :-x
    :-| :-} :0 :3 :P :] :`( :`) :`-( :o :o) =( =) =D =| @_@ O.o O_o V_V XDD [-: ^___^ o_0 o_O o_o v_v xD xDD ¯\(ツ)/¯
    """.split()
)
"""Faces that are one token, and one tag."""

_LONGEST_KNOWN = max(map(len, EMOTICONS))
_LONG = 64


class Token(NamedTuple):
    """A token; `start` and `end` count the characters of the text that it was found in."""

    text: str
    start: int
    end: int


def tokens(sentence: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of a sentence, in its order; blanks are none. `offset` is what its first character counts as."""
    found = []
    for stretch in _STRETCH.finditer(sentence):
        text, start = stretch.group(), stretch.start() + offset
        if text.isalpha() and text.isascii():
            found.append(Token(text, start, start + len(text)))
        else:
            parts = _known_split(text) if len(text) < _LONG else _split(text)
            found += [Token(text[a:b], start + a, start + b) for a, b in parts]
    return tuple(found)


def _split(stretch: str) -> tuple[tuple[int, int], ...]:
    """Where the tokens of a text without blanks stand in it: first what is cut off its front, then what is cut off its end."""
    start, end = 0, len(stretch)
    contractions = _Contractions(stretch)
    first, last = [], []
    while not _is_whole(stretch, start, end):
        opened = end - start > 1 and stretch.startswith(_PREFIXES, start)
        cut = start + 1 if opened else contractions.between(start, end)
        if cut < 0:
            break
        first.append((start, cut))
        start = cut
    initials = _end_of_initials(stretch, start)
    while end - start > 1 and stretch.endswith(_SUFFIXES, start, end) and initials != end and not _is_known(stretch, start, end):
        last.append((end - 1, end))
        end -= 1
    return (*first, (start, end), *reversed(last))


_known_split = lru_cache(maxsize=20_000)(_split)


def _is_whole(stretch: str, start: int, end: int) -> bool:
    return _is_known(stretch, start, end) or _end_of_initials(stretch, start) == end


def _is_known(stretch: str, start: int, end: int) -> bool:
    if end - start > _LONGEST_KNOWN:
        return False
    return stretch[start:end] in EMOTICONS or _TITLE.fullmatch(stretch, start, end) is not None


def _end_of_initials(stretch: str, start: int) -> int:
    """Where a row of initials that begins here ends, -1 where none does."""
    initials = _INITIALS.match(stretch, start)
    return initials.end() if initials else -1


class _Contractions:
    """The places of contracted words in a text, looked for from left to right."""

    def __init__(self, text: str) -> None:
        self._small = text.translate(_ASCII_CAPITALS) if "'" in text or "’" in text else ""
        self._next = {ending: self._small.find(ending) for ending in _CONTRACTIONS} if self._small else {}

    def between(self, start: int, end: int) -> int:
        """Where the first one begins behind `start`, which is never before that of the last call; -1 for none.

        One that begins right at `start` hides its own later ones: Vale's tokenizer has it so.
        """
        for ending, place in self._next.items():
            if 0 <= place < start:
                self._next[ending] = self._small.find(ending, start)
        return min((place for ending, place in self._next.items() if start < place <= end - len(ending)), default=-1)
