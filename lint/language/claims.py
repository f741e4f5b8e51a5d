"""Whether a verb brings in a claim, or tells of an event: `argue that it failed`, but `argued with the police`."""

from __future__ import annotations

from lint.language.claim_verbs import AS, NAMING, OBJECT, PARTICLES, SAYING, TRACING, VERDICT, VOICED, VOICING, ZERO
from lint.language.tagged import Tagged
from lint.language.tags import FINITE

_QUOTES = frozenset(("“", '"', "‘", "``", "''", ":"))
_WONDERED = frozenset("how why whether what".split())
_ANSWERS = frozenset("so otherwise".split())
_PRONOUNS = frozenset("it this that him her them he she they there".split())
_CLAUSE_ENDS = frozenset(
    "that which who whom while when before after because if unless until as although though whereas where and but or".split()
)
_NOT_SUBJECTS = frozenset("to with about over for on up down at by of into off around back against from their its".split())
_STARTS_OBJECT = frozenset(("DT", "PRP$", "NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "CD", "PRP", "VBG"))
_STARTS_CLAUSE = frozenset(("DT", "PRP", "PRP$", "NNP", "NNPS", "EX", "NNS", "CD"))
_SUMS = frozenset("value toll cost number figure price total odds chance chances death bill loss losses damage".split())
_FARTHEST = 14
_DEGREES = frozenset("even just only aloud".split())
_LONG = frozenset("years months weeks decades long ages centuries".split())
_BEFORE_TIME = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today".split())


def is_claim(sentence: Tagged, place: int, lemma: str, past: bool) -> bool:
    """Whether what follows the verb at `place` is what somebody says or thinks; `past` is set where it tells of one day."""
    after = place + 1
    word = sentence.word(after)
    if (word.endswith("ly") or word in _DEGREES) and not sentence.is_end(after):
        after += 1
    elif word == "for" and sentence.word(after + 1) in _LONG:
        after += 2
    word = sentence.word(after)
    if word in PARTICLES.get(lemma, ()) and not (lemma == "call" and past):
        return lemma != "point" or word == "out" or not past
    if word in _QUOTES:
        return lemma in ZERO or lemma in NAMING or word != ":"
    if word == "," and sentence.word(after + 1) in _QUOTES:
        return True
    if sentence.is_end(after) or word in _NOT_SUBJECTS:
        return word in ("their", "its") and _has_clause(sentence, after)
    return _takes(sentence, after, word, lemma, past)


def _takes(sentence: Tagged, after: int, word: str, lemma: str, past: bool) -> bool:
    if word == "that" and sentence.tag(after + 1) not in FINITE and lemma not in ("see", "find", "raise", "voice", "air"):
        return lemma not in NAMING or lemma in ZERO
    if word in _WONDERED:
        return (
            lemma in ("question", "doubt", "debate", "dispute", "ask")
            or (lemma == "wonder" and not past)
            or (word in ("how", "why") and lemma in ZERO and lemma not in ("know", "say"))
        )
    if lemma == "tell":
        return word in ("you", "us", "anyone") and not past
    if lemma == "see" and not past and any(sentence.tag(place) == "VBG" for place in range(after + 1, after + 4)):
        return True
    if lemma == "urge":
        return not past and sentence.tag(after) in _STARTS_OBJECT
    if word in _ANSWERS:
        return lemma in ("say", "think", "believe", "argue", "insist")
    if lemma in OBJECT and sentence.tag(after) in _STARTS_OBJECT:
        return True
    if lemma in VERDICT and not past and sentence.tag(after) in _STARTS_OBJECT:
        return True
    if lemma in VOICING:
        return any(sentence.word(place) in VOICED for place in range(after, after + 4))
    if lemma == "put":
        return any(sentence.word(place) in _SUMS for place in range(after, after + 3))
    if lemma in TRACING and not past and _has_word(sentence, after, ("to", "on", "for", "with", "among")):
        return True
    if lemma in AS and _has_as(sentence, after):
        return True
    if lemma in NAMING and _is_named(sentence, after):
        return True
    return lemma in ZERO and _opens_clause(sentence, after, word, lemma)


def _opens_clause(sentence: Tagged, after: int, word: str, lemma: str) -> bool:
    """Whether a clause without `that` follows."""
    if word in _BEFORE_TIME:
        return sentence.word(after + 1) not in ("", ".", "in", "at", "with", "to")
    if lemma in SAYING and sentence.tag(after) in _STARTS_CLAUSE and not sentence.is_end(after + 1):
        return True
    return _has_clause(sentence, after)


def _has_clause(sentence: Tagged, after: int) -> bool:
    """Whether a finite verb comes before the next mark, behind something that can be its subject."""
    if sentence.word(after) in ("there", "it", "they", "he", "she", "we"):
        return sentence.tag(after + 1) in FINITE or sentence.word(after + 1).endswith("ly")
    for place in range(after + 1, after + _FARTHEST):
        if sentence.is_end(place) or sentence.word(place) in _CLAUSE_ENDS:
            return False
        if sentence.tag(place) in FINITE or (sentence.tag(place) == "VBN" and sentence.tag(place - 1) in ("NN", "NNP")):
            return True
    return False


def _has_word(sentence: Tagged, after: int, words: tuple[str, ...]) -> bool:
    """Whether one of these words follows the object."""
    for place in range(after + 1, after + 9):
        if sentence.is_end(place):
            return False
        if sentence.word(place) in words:
            return True
    return False


def _has_as(sentence: Tagged, after: int) -> bool:
    for place in range(after, after + _FARTHEST):
        if sentence.word(place) == "as" and place > after:
            return sentence.word(place + 1) not in ("they", "he", "she", "it", "soon", "long", "well")
        if sentence.is_end(place):
            return False
    return False


def _is_named(sentence: Tagged, after: int) -> bool:
    """Whether the object is followed by what it is called: `call it lost`, `consider the trial a turning point`."""
    if sentence.word(after) in _PRONOUNS:
        return not sentence.is_end(after + 1) and sentence.tag(after + 1) in (
            "DT",
            "JJ",
            "NN",
            "JJR",
            "JJS",
            "PRP$",
            "NNS",
            "VBN",
            "VBD",
            "RB",
        )
    if sentence.tag(after) not in ("DT", "NNP", "PRP$", "NN", "NNS"):
        return False
    for place in range(after + 1, after + 9):
        if sentence.is_end(place) or (sentence.tag(place) == "IN" and sentence.word(place) != "of"):
            return False
        if sentence.word(place) in ("a", "an", "the", "too"):
            return sentence.word(place - 1) not in ("of", "by", "for")
    return False
