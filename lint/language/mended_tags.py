"""The words of a sentence with their tags, mended where the tagger is known to err: at dashes, numbers in words, short names at the end.

Quotation marks, and all that stands in brackets, are left out: they are no part of how a sentence is built.
"""

from __future__ import annotations

from functools import lru_cache

from lint.compiled import compiled
from lint.language.irregular_verbs import base_of
from lint.language.lexicon import WordClass, lexicon
from lint.language.number_words import is_number
from lint.language.speech_verbs import speech_verbs
from lint.language.tags import tags
from lint.language.tokens import Token, tokens
from lint.language.word_numbers import is_only_base
from lint.named import NamedTuple
from lint.text import Span

_QUOTE_MARKS = frozenset('"“”„‟«»‘‘')
_BRACKETS = {"(": ")", "[": "]"}
_DASHES = frozenset(("–", "—", "-"))
_DOUBTFUL = ("VB", "JJ", "NN", "MD")
"""What the tags begin with that are mended."""
_SHORT_NAME = compiled(r"[A-Z][a-z]{1,2}\.")
_OWNED = frozenset(("DT", "PRP$", "POS"))
_SINGULAR = frozenset(("this", "that"))
_PRONOUNS = frozenset("that this those these all some".split())
_MODALS = frozenset("will would can could may might must shall should ought need dare 'll 'd ca wo sha".split())
_BEHIND_VERBS = frozenset("DT PRP PRP$ IN TO CD".split())
_NEVER_NOUNS = frozenset("is was are were has have had does did be been 's can will would may might must should could".split())


class Word(NamedTuple):
    """A word or a mark of a sentence; `start` and `end` are offsets of the text.

    `aside` counts the words that were left out before it: in brackets, or between two dashes.
    """

    small: str
    tag: str
    start: int
    end: int
    aside: int = 0


def mended_words(text: str, span: Span) -> list[Word]:
    """The words and marks of a sentence that stands at `span`."""
    found, asides = _without_asides(_parted(tokens(text[span.start : span.end], span.start)))
    plain = ["--" if token.text in _DASHES else token.text.replace("’", "'") for token in found]
    mended = _mended(plain, list(tags(plain)))
    return [
        Word(word.lower(), tag, token.start, token.end, aside) for word, tag, token, aside in zip(plain, mended, found, asides, strict=True)
    ]


def _parted(found: tuple[Token, ...]) -> list[Token]:
    """The tokens; a short name at the end leaves its stop to the sentence: `in May.`"""
    if not found or not _SHORT_NAME.fullmatch(found[-1].text):
        return list(found)
    text, start, end = found[-1]
    return [*found[:-1], Token(text[:-1], start, end - 1), Token(".", end - 1, end)]


def _without_asides(found: list[Token]) -> tuple[list[Token], list[int]]:
    """The tokens that the sentence is built of, and before each how many words were left out."""
    kept: list[Token] = []
    asides: list[int] = []
    closing, left_out = "", 0
    paired = sum(token.text in _DASHES for token in found) == 2
    for token in found:
        if closing and (token.text == closing or (closing == "--" and token.text in _DASHES)):
            closing = ""
        elif closing:
            left_out += token.text[0].isalnum()
        elif token.text in _BRACKETS or (paired and token.text in _DASHES):
            closing = _BRACKETS.get(token.text, "--")
        elif token.text not in _QUOTE_MARKS and not (token.text == "." and token is not found[-1] and _is_initial(kept)):
            kept.append(token)
            asides.append(left_out)
            left_out = 0
    return kept, asides


def _is_initial(kept: list[Token]) -> bool:
    return bool(kept) and len(kept[-1].text) == 1 and kept[-1].text.isupper()


def _mended(words: list[str], found: list[str]) -> list[str]:
    for place, tag in enumerate(found):
        if words[place] == "--":
            found[place] = ":"
            continue
        if not tag.startswith(_DOUBTFUL):
            continue
        word = words[place].lower()
        if tag == "JJ" and words[place] == word and lexicon().classes(word) == WordClass.NOUN:
            tag = found[place] = "NN"
        elif tag == "NN" and place and found[place - 1] == "NN" and _tag(found, place + 1) in _BEHIND_VERBS and is_only_base(word):
            tag = found[place] = "VBP"  # `the user query consist of`
        if tag.startswith(("VB", "JJ", "NN")) and is_number(word):
            found[place] = "CD"
        elif tag == "VBD" and place and found[place - 1] in _OWNED and words[place - 1].lower() not in _PRONOUNS:
            found[place] = "VBN"
        elif tag == "MD" and word not in _MODALS:
            found[place] = "NN"
        elif tag == "NN" and base_of(word) and place and found[place - 1] == "NNP" and _tag(found, place + 1) in ("DT", "PRP", "PRP$"):
            found[place] = "VBD"
        elif tag == "NN" and place > 1 and _is_verb_of_relative(words, found, place):
            found[place] = "VBP"
        elif tag == "VBZ" and word.isalpha() and word not in _NEVER_NOUNS and not can_be_verb(word):
            found[place] = "NNS"
        elif tag in ("VBP", "VBZ") and word not in _NEVER_NOUNS and (_is_owned(words, found, place) or _is_told_of(words, found, place)):
            found[place] = "NNS" if word.endswith("s") else "NN"
        elif (
            tag == "NNS" and place and (found[place - 1].startswith("NN") or words[place - 1].lower() in _SINGULAR) and is_only_verb(word)
        ) or (tag == "NNS" and place and words[place - 1].lower() in _SINGULAR and can_be_verb(word)):
            found[place] = "VBZ"
    return found


def _is_verb_of_relative(words: list[str], found: list[str], place: int) -> bool:
    """Whether a noun right behind a relative is its verb: `the fields that feed the town`."""
    if words[place - 1].lower() not in ("that", "who", "which") or found[place - 2] not in ("NNS", "NNPS", ","):
        return False
    return _tag(found, place + 1) in ("DT", "PDT", "PRP", "PRP$") and bool(lexicon().classes(words[place].lower()) & WordClass.VERB)


def _tag(found: list[str], place: int) -> str:
    return found[place] if place < len(found) else ""


@lru_cache(maxsize=1 << 13)
def can_be_verb(word: str) -> bool:
    """Whether a form in -s may be that of a verb."""
    return any(classes & WordClass.VERB for classes in _classes(word))


@lru_cache(maxsize=1 << 13)
def is_only_verb(word: str) -> bool:
    """Whether a form in -s is that of a verb and no plural: `competes`."""
    found = [classes for classes in _classes(word) if classes]
    return any(classes & WordClass.VERB for classes in found) and not any(
        classes & (WordClass.NOUN | WordClass.ADJECTIVE) for classes in found
    )


def _classes(word: str) -> list[int]:
    known = lexicon()
    forms = [word, word.removesuffix("s"), word.removesuffix("es")]
    if word.endswith("ies"):
        forms.append(f"{word[:-3]}y")
    return [known.classes(form) for form in forms]


def _is_owned(words: list[str], found: list[str], place: int) -> bool:
    """Whether an article or the like stands before a word that may be a noun, and no noun between them: `her first show`."""
    if is_only_base(words[place].lower()):
        return False
    before = place - 1
    while before > 0 and found[before] in ("JJ", "RB", "CD"):
        before -= 1
    word = words[before].lower() if before >= 0 else ""
    return word == "her" or (bool(word) and found[before] in _OWNED and word not in _PRONOUNS)


def _is_told_of(words: list[str], found: list[str], place: int) -> bool:
    """Whether a relative follows, so that the word is a noun and no verb: `the oyster beds that feed us`."""
    following = words[place + 1].lower() if place + 1 < len(words) else ""
    return following in ("that", "who", "which") and found[place - 1] == "NN" and words[place].lower() not in speech_verbs()
