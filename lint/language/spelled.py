"""What a text offers to a spelling checker: its words, as Vale cuts them, and the parts of identifiers."""

from __future__ import annotations

import re

from lint.compiled import compiled

Placed = tuple[tuple[int, str], ...]
"""Words, each with its offset in the stretch that they come from."""

STRETCH = compiled(r"\S+")
"""What stands between blanks."""

_STRAIGHT = {ord("“"): '"', ord("”"): '"', ord("‘"): "'", ord("’"): "'"}
_BEFORE = "$(\"['"
_BEHIND = ",)\"]!;.?:'"
_ABBREVIATION = compiled(r"(?:[A-Za-z]\.){2,}|[A-Z][a-z]{1,2}\.")
_SMILEYS = frozenset(
    """
    (-8 (-; (-_-) (._.) (: (= (o: (¬_¬) (ಠ_ಠ) (╯°□°）╯︵┻━┻ -__- 8-) 8-D 8D :( :(( :((( :() :))) :-) :-)) :-))) :-* :-/ :-X :-] :-o :-p :-x
    :-| :-} :0 :3 :P :] :`( :`) :`-( :o :o) =( =) =D =| @_@ O.o O_o V_V XDD [-: ^___^ o_0 o_O o_o v_v xD xDD ¯\\(ツ)/¯
    """.split()
)
_LONGEST_SMILEY = max(map(len, _SMILEYS))
_CAMEL = compiled(r"[A-Z][a-z]+(?:[A-Z]{2}|[A-Z]\w)", re.ASCII)
_PLAIN_WORD = compiled(r"[A-Za-z_']*[a-z_']")
_PART = compiled(r"[^\W\d_]+")
_HUMP = compiled(r"[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+|[A-Z]")
_NO_IDENTIFIER = compiled(r"[^\w'-]")


def words(stretch: str) -> Placed:
    """The word in a stretch without blanks, with straight quotation marks; nothing where it has no letter."""
    text = stretch.translate(_STRAIGHT)
    start, end = 0, len(text)
    while end - start > 1 and not _is_whole(text, start, end):
        if text[start] in _BEFORE:
            start += 1
        elif text[end - 1] in _BEHIND:
            end -= 1
        else:
            break
    word = text[start:end]
    return ((start, word),) if any(map(str.isalpha, word)) else ()


def is_plain(word: str) -> bool:
    """Whether a word has letters only, and no capital at its end or inside: others are names and codes, which no dictionary has."""
    return _PLAIN_WORD.fullmatch(word) is not None and _CAMEL.search(word) is None


def is_identifier(word: str) -> bool:
    """Whether a word has only characters that an identifier may have."""
    return _NO_IDENTIFIER.search(word) is None


def parts(identifier: str) -> Placed:
    """The words in an identifier: `getHTTPResponse_v2` is get, HTTP, Response, v."""
    return tuple(
        (piece.start() + hump.start(), hump.group()) for piece in _PART.finditer(identifier) for hump in _HUMP.finditer(piece.group())
    )


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether nothing may be taken off: a smiley, or an abbreviation with its points."""
    return _ABBREVIATION.fullmatch(text, start, end) is not None or (end - start <= _LONGEST_SMILEY and text[start:end] in _SMILEYS)
