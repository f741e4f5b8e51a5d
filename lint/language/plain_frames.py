"""What may stand behind a word that has a plainer one: an object, a noun in the plural, a number.

No parser: each is told by the tags of the next few tokens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lint.document import PLACEHOLDER
from lint.language.noun_phrases import TIMES
from lint.language.number_words import in_digits
from lint.language.tagged import Tagged

_REACH = 6
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_BEFORE_NOUNS = frozenset("JJ JJR JJS VBN CD POS NN NNS NNP NNPS".split())
_OPENING = frozenset("DT PDT PRP$ JJ JJS CD NN NNS NNP NNPS $".split())
_OBJECTS = frozenset("him them it us me her you each all both either neither one what whatever".split())
_NO_OBJECTS = frozenset("that there then now again also as than".split())
_PERIODS = TIMES | frozenset("decades century centuries lifetime season seasons fortnight".split())
_QUOTES = frozenset("“ \" ‘ '".split())
_AMOUNTS = frozenset("half a an one several many dozens hundreds thousands millions".split())
_MONTHS = frozenset("January February March April May June July August September October November December".split())
BE = frozenset("be am is are was were been being 's ’s 're ’re 'm ’m get got gets".split())


def follows(frame: Sequence[str], sentence: Tagged, verb: int, place: int) -> bool:
    """Whether a frame stands at a place, behind words whose verb is the token `verb`, -1 where they have none."""
    if frame[0] == "…":
        return any(follows(frame[1:], sentence, verb, at) for at in _within_clause(sentence, place))
    at: int | None = place
    for word in frame:
        if at is None:
            return False
        part = _PARTS.get(word)
        at = part(sentence, verb, at) if part else at + 1 if sentence.word(at) == word else None
    return at is not None


def _within_clause(sentence: Tagged, place: int) -> Iterator[int]:
    """The places of the next few words, up to the end of the clause."""
    for at in range(place, place + _REACH):
        if sentence.is_end(at):
            return
        yield at


def is_passive(sentence: Tagged, verb: int) -> bool:
    """Whether a participle stands behind a form of `be`, perhaps with adverbs between, or before its `by`."""
    if sentence.tag(verb) not in ("VBN", "VBD"):
        return sentence.tag(verb) == "JJ" and sentence.word(verb - 1) in ("being", "been")
    before = before_adverbs(sentence, verb)
    if sentence.word(before) in BE:
        return True
    return sentence.word(verb + 1) == "by" and sentence.tag(before) in _NOUNS


def before_adverbs(sentence: Tagged, place: int) -> int:
    """The place of the word before a verb, adverbs and `not` left out."""
    before = place - 1
    while before >= 0 and place - before < _REACH and (sentence.tag(before) == "RB" or sentence.word(before) in ("n't", "n’t", "not")):
        before -= 1
    return before


def noun_behind(sentence: Tagged, place: int) -> int | None:
    """The place of the noun that words at `place` stand before, with nothing between but what belongs to it."""
    last = None
    for at in range(place, place + _REACH):
        if sentence.tag(at) not in _BEFORE_NOUNS:
            break
        last = at if sentence.tag(at) in _NOUNS else last
    return last


def _object(sentence: Tagged, verb: int, place: int) -> int | None:
    """The place behind an object, which no passive has."""
    word, tag = sentence.word(place), sentence.tag(place)
    if (verb >= 0 and is_passive(sentence, verb)) or word in _NO_OBJECTS:
        return None
    if word in _QUOTES or word == PLACEHOLDER:
        return place + 1
    if tag == "PRP" or word in _OBJECTS:
        return place + 1 if word in _OBJECTS else None
    if tag == "$":
        return place + 1
    if tag not in _OPENING or word in TIMES or sentence.word(place + 1) in TIMES:
        return None
    start = place + (tag in ("DT", "PDT", "PRP$")) + (tag == "PDT")
    noun = noun_behind(sentence, start)
    return noun + 1 if noun is not None else None


def _passive(sentence: Tagged, verb: int, place: int) -> int | None:
    return place if verb >= 0 and is_passive(sentence, verb) else None


def _noun(sentence: Tagged, verb: int, place: int) -> int | None:
    noun = noun_behind(sentence, place)
    return None if noun is None else noun + 1


def _plural(sentence: Tagged, verb: int, place: int) -> int | None:
    noun = noun_behind(sentence, place)
    return noun + 1 if noun is not None and sentence.tag(noun) in ("NNS", "NNPS") else None


def _number(sentence: Tagged, verb: int, place: int) -> int | None:
    word = sentence.word(place)
    told = word in _AMOUNTS or word[:1].isdigit() or word[:1] in ("$", "£", "€") or in_digits(word).isdigit()
    return place + 1 if told else None


def _period(sentence: Tagged, verb: int, place: int) -> int | None:
    """The place behind a number of weeks or years, or one of them."""
    if _number(sentence, verb, place) is None or _year(sentence, verb, place):
        return None
    return next((at + 1 for at in range(place + 1, place + 5) if sentence.word(at) in _PERIODS), None)


def _month(sentence: Tagged, verb: int, place: int) -> int | None:
    return place + 1 if sentence.written(place) in _MONTHS else None


def _year(sentence: Tagged, verb: int, place: int) -> int | None:
    word = sentence.word(place)
    return place + 1 if len(word) == 4 and word.isdigit() else None


def _verb(sentence: Tagged, verb: int, place: int) -> int | None:
    return place + 1 if sentence.tag(place) == "VB" else None


def _ing(sentence: Tagged, verb: int, place: int) -> int | None:
    return place + 1 if sentence.tag(place) == "VBG" else None


def _end(sentence: Tagged, verb: int, place: int) -> int | None:
    return place if sentence.is_end(place) and sentence.word(place) != "-" else None


_PARTS: Mapping[str, Callable[[Tagged, int, int], int | None]] = {
    "OBJECT": _object,
    "PASSIVE": _passive,
    "NOUN": _noun,
    "PLURAL": _plural,
    "NUMBER": _number,
    "PERIOD": _period,
    "MONTH": _month,
    "YEAR": _year,
    "VERB": _verb,
    "ING": _ing,
    "END": _end,
}
