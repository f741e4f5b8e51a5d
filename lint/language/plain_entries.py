"""What a table of plainer words says, line by line: `demonstrate (verb) + that/OBJECT: show`.

A key is the words that are told. One of them may be marked as a `(verb)`, `(noun)`, `(adjective)` or `(adverb)`; of a verb and a noun all
forms are found, and the first of the plainer words takes the same form. A word may stand in several ways, parted by bars:
`conduct|undertake (verb) a|the review of`. Behind `+` stands what has to follow and behind `-` what must not, parted by slashes: words, or
in capitals a part of a sentence; `… into` is an `into` a few words on. `START` or `INSIDE` before the words says where in its sentence they
stand. The value is the plainer words, alternatives parted by bars; in brackets they are only named; without words those of the key go.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lint.compiled import compiled
from lint.named import NamedTuple
from lint.pattern_notes import noted

PARTS = frozenset("OBJECT PASSIVE NOUN PLURAL NUMBER PERIOD MONTH YEAR VERB ING END".split())
"""What may follow, beside words: `lint/language/plain_frames.py` says what each is."""
_CLASSES = ("verb", "noun", "adjective", "adverb")
_WORD = r"[A-Za-z0-9][\w’'.-]*(?:\|[A-Za-z0-9][\w’'.-]*)*"
_FRAME = r"[\w…][\w’'-]*(?: \w[\w’'-]*)*(?:/[\w…][\w’'-]*(?: \w[\w’'-]*)*)*"
_KEY = compiled(
    rf"(?:(?P<where>START|INSIDE) )?(?P<words>{_WORD}(?: \((?:{'|'.join(_CLASSES)})\))?(?: {_WORD}(?: \((?:{'|'.join(_CLASSES)})\))?)*)"
    rf"(?: \+ (?P<behind>{_FRAME}))?(?: - (?P<barred>{_FRAME}))?"
)
_PIECE = compiled(rf"({_WORD})(?: \((\w+)\))?")
_CAPITALS = compiled(r"\b[A-Z]{3,}\b")
_ANCHOR_WEIGHT = 3
"""So many letters longer a word of a phrase must be than its verb, to be what the phrase is looked for by."""


class Slot(NamedTuple):
    """A word of a key in the ways in which it may stand, and its part of speech where that is marked."""

    words: tuple[str, ...]
    marked: str = ""


class Entry(NamedTuple):
    """A line of the table.

    `head` is the place of the marked word, -1 where none is, and `anchor` that of the word which the entry is looked for by. `where` is
    `START`, `INSIDE` or nothing; `named` says that the plainer words are not to be put in.
    """

    slots: tuple[Slot, ...]
    head: int
    anchor: int
    plain: tuple[str, ...]
    named: bool
    where: str
    behind: tuple[tuple[str, ...], ...]
    barred: tuple[tuple[str, ...], ...]


def refusal(key: str) -> str:
    """What is wrong with a key, as a sentence; nothing where it can be read."""
    return noted("refusals", key, _refusal)


def _refusal(key: str) -> str:
    read = _KEY.fullmatch(key)
    if read is None:
        return f"'{key}' cannot be read; write words, perhaps one with its part of speech: 'utilize (verb)', 'make (verb) a decision to'"
    if len(re.findall(r"\((?:verb|noun|adjective|adverb)\)", key)) > 1:
        return f"only one word of '{key}' can have its part of speech"
    frames = " ".join(filter(None, (read["behind"], read["barred"])))
    strange = next((part for part in _CAPITALS.findall(frames) if part not in PARTS), None)
    return f"'{strange}' in '{key}' is none of {', '.join(sorted(PARTS))}" if strange else ""


def entry_of(key: str, value: str) -> Entry:
    """A line of the table, whose key can be read."""
    named = value.startswith("(") and value.endswith(")")
    return _said_by(key)._replace(plain=tuple(words.strip() for words in (value[1:-1] if named else value).split("|")), named=named)


@lru_cache(maxsize=1 << 12)
def _said_by(key: str) -> Entry:
    """What a key says; asked for the stems of its line first, and then for the line."""
    read = _KEY.fullmatch(key)
    assert read is not None
    slots = tuple(Slot(tuple(words.split("|")), marked) for words, marked in _PIECE.findall(read["words"]))
    return Entry(
        slots,
        next((place for place, slot in enumerate(slots) if slot.marked), -1),
        max(range(len(slots)), key=lambda place: _weight(slots[place])),
        (),
        False,
        read["where"] or "",
        _frames(read["behind"]),
        _frames(read["barred"]),
    )


def _weight(slot: Slot) -> int:
    """How well an entry is looked for by a word of it: by a long one, and by the marked one only where no other is long."""
    if not all(word.isalnum() for word in slot.words):
        return -1
    return min(map(len, slot.words)) - (_ANCHOR_WEIGHT if slot.marked else 0)


def _frames(text: str | None) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(frame.split()) for frame in text.split("/")) if text else ()
