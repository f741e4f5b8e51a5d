"""Cues of speech beside a quotation: the verb that brings it in, and who does the speaking.

A cue stands right behind the quotation (`,” said Jane Doe`, `,” she told reporters`, `according to the ministry`), before it (`Doe said
that “…`, `Doe: “…`, `in the words of Doe, “…`), or somewhere in its sentence. What stands right behind goes first: `Doe said Roe was
“late,” the mayor recalled`. Here is what a cue is, and what both sides look for; `cues_behind` and `cues_before` find them.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from lint.language.frames import Token
from lint.language.noun_phrases import Phrase, phrase_from
from lint.language.speech_verbs import SpeechVerb, speech_verbs
from lint.named import NamedTuple

VERB_TAGS = frozenset("VB VBD VBZ VBP VBN VBG".split())
"""The tags of verbs that are no helpers alone."""
FINITE_FORMS = frozenset(("past", "s", "base"))
"""The inflections with which a verb of speech can stand before its subject."""
COPULAS = frozenset(
    "is are was were be been being 's 're am has have had do does did will would can could may might must shall should".split()
)
"""Verbs that help others, or say what something is."""
_ACCORDING = (("according", "to"), ("per",), ("in", "the", "words", "of"), ("quoth",), ("via",), ("courtesy", "of"))


class Kind(Enum):
    """Where a cue was found, surest first."""

    BEHIND = "behind"
    BEFORE = "before"
    LAYOUT = "layout"
    SENTENCE = "sentence"
    LEAD_IN = "lead-in"


class Cue(NamedTuple):
    """A cue among tokens: the places of its first and last token, the phrase that speaks (None where nobody is named), and its kind.

    `verb` is None for a noun or a preposition. `end` is the place behind all that belongs to the cue right behind a quotation. `strong`:
    it holds for a quotation however far that stands; `passes_on`: it may be an outlet that reports what another said.
    """

    first: int
    last: int
    speaker: Phrase | None
    kind: Kind
    verb: SpeechVerb | None = None
    end: int = 0
    strong: bool = True
    passes_on: bool = False


def speech_at(tokens: Sequence[Token], place: int) -> SpeechVerb | None:
    """The verb of speech that a token can be, whatever its tag; one with a particle only before that."""
    following = tokens[place + 1].small if place + 1 < len(tokens) else ""
    known = speech_verbs().get(tokens[place].small, ())
    return next((verb for verb in known if verb.particle == following), None) or next((verb for verb in known if not verb.particle), None)


def is_told(tokens: Sequence[Token], place: int) -> bool:
    """Whether a token can be a verb of speech that tells: in the past, or in -s."""
    verb = speech_at(tokens, place)
    return verb is not None and verb.inflection in ("past", "s")


def according(tokens: Sequence[Token], first: int, end: int) -> Cue | None:
    """`according to the ministry`, `in the words of Jane Doe`."""
    for words in _ACCORDING:
        size = len(words)
        if first + size < end and tuple(token.small for token in tokens[first : first + size]) == words:
            found = phrase_from(tokens, first + size, end)
            if found:
                return Cue(
                    first, first + size - 1, found, Kind.BEHIND, None, found.last + 1, passes_on=words[0] in ("according", "via", "per")
                )
    return None


def is_quoted_as(tokens: Sequence[Token], place: int) -> bool:
    """Whether the passive is that of whoever speaks: `was quoted as saying`."""
    return tokens[place].small in ("quoted", "heard", "cited", "reported") or tokens[place].tag == "VBG"
