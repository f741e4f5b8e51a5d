"""Two small words that do not stand side by side, one of which is left over: `until to midnight`, `won the a prize`, `is was`.

Which pairs are impossible grammar says: two determiners, an article before a verb, a comparative of a comparative. Two prepositions can
meet where the first has lost its object (`the shop we went to in May`); they are told only where the language model is all but sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.grammar_slip import in_its_case
from lint.language.lexicon import WordClass, lexicon
from lint.language.occurrences import rows_in
from lint.language.plain_sentences import LONGEST, sentence_words
from lint.language.running import around, fit, place_of
from lint.language.verb_groups import WANTING
from lint.language.word_numbers import is_verb_only, plural_verb
from lint.named import NamedTuple

_ARTICLE = "the|a|an"
_OWNER = "his|its|their|our|my|your"
_DETERMINER = rf"{_ARTICLE}|{_OWNER}|this|these|those|some|any|each|every"
_FINITE = "is|are|was|were|has|have|had|does|did"
_PREPOSITION = "of|at|from|with|for|by|to|in|on|into|until|during|against"
_MODAL = "will|would|can|could|may|might|must|shall|should"
_SIDE_BY_SIDE = {
    "determiner": (f"{_ARTICLE}|{_OWNER}", _DETERMINER),
    "article": (_ARTICLE, f"{_FINITE}|of|from|with"),
    "verb": ("is|are|was|were", "is|are|was|were|has|have|had"),
    "modal": (_MODAL, f"{_MODAL}|to"),
    "join": ("and|but|or", "and|but|or"),
    "being": ("be|been", "be|been"),
    "preposition": (_PREPOSITION, _PREPOSITION),
}
"""Which words do not stand before which, by kind."""
_PAIR = compiled(
    rf"(?<![\w’'.&-])(?P<first>{'|'.join(f'(?P<{kind}>{first})(?= (?:{second}) )' for kind, (first, second) in _SIDE_BY_SIDE.items())}"
    r"|(?P<present>is|are)(?= [a-z]+s )"
    r"|(?P<degree>more|most)(?= \w+(?:er|est|orse|orst)\b)) (?P<second>[a-z]+)(?![\w’'-]| (?:least|most|all|once|first|last)\b)",
    re.IGNORECASE,
)
_ADJACENT = frozenset(pair for first, second in _SIDE_BY_SIDE.values() for pair in product(first.split("|"), second.split("|")))
_DEGREES = frozenset(("more", "most"))
_PRESENTS = frozenset(("is", "are"))
_FIRST_LETTER = compiled(
    r"(?:vitamin|plan|section|part|option|step|team|group|type|grade|hepatitis|phase|point|letter|class|category|level|hall)\s\Z",
    re.IGNORECASE,
)
"""What stands before an `a` that is a letter."""
_LETTERS_BEFORE = 12
_ADVERBS = frozenset("on in by to against".split())
"""Prepositions that are adverbs, too: `went on in May`."""
_GAPS = frozenset("what who whom whose which that how where when why way reason thing as than all everything whatever whoever".split())
"""Words behind which a preposition may have lost its object, or a verb stand beside another."""
_STRANDING = _GAPS | frozenset("is are was were be been being to worth".split())
_SUBJECTS = frozenset("i we you they he she".split())
_TWO_SUBJECTS = compiled(r"^(?:the|a|an|this|that|his|her|its|their) (?:\w+ ){1,2}(?:the|a|an|his|her|its|their) \w+ \w+$")
"""The beginning of `the suspect the officer ran into`."""
_MEANT = {"its": "it's", "your": "you're", "their": "they're"}
_COMPARED = frozenset("better worse best worst".split())
_NO_COMPARATIVES = frozenset("later latter former other lower upper rather layer interest".split())
_SHORTEST_STEM = 4
_COUNTED = ("NN", "JJ", "CD", "VBG", "VBN")
_LEAST = {
    "determiner": -3.0,
    "article": 3.0,
    "verb": 3.0,
    "present": 1.0,
    "modal": 2.0,
    "join": 2.0,
    "being": 0.0,
    "degree": -100.0,
    "preposition": 12.0,
}
_LEAST_WITH_OBJECT = 7.0
"""How much better the sentence has to be without one of the two, in nats; between prepositions, where no object can be lost, less."""


class StrayWord(NamedTuple):
    """Two words side by side, and what may stand for both, the likelier first."""

    start: int
    end: int
    meant: tuple[str, ...]


def stray_words(article: Article, prose: Prose) -> Iterator[StrayWord]:
    """The pairs of a block."""
    for found in _PAIR.finditer(prose.text) if _may_hold(rows_in(article, prose)) else ():
        first, second = found["first"], found["second"]
        kind = next(name for name in _LEAST if found[name])
        if second[0].isupper() or first.lower() == second.lower() or (len(first) > 1 and first.isupper()):
            continue
        sentence = article.sentence_at(prose, found.start())
        if sentence.end - sentence.start > LONGEST:
            continue
        if not _may_stand(article, prose, kind, found) and (meant := _meant(article, prose, kind, found)):
            yield StrayWord(*found.span(), tuple(in_its_case(word, first) for word in meant))


def _may_hold(rows: list[str]) -> bool:
    """Whether such words stand side by side in a block of these rows of letters."""
    if not (_ADJACENT.isdisjoint(pairwise(rows)) and _DEGREES.isdisjoint(rows)):
        return True
    return any(first in _PRESENTS and second[-1:] == "s" and is_verb_only(second) for first, second in pairwise(rows))


def _meant(article: Article, prose: Prose, kind: str, found: re.Match[str]) -> tuple[str, ...]:
    """What may stand for both, nothing where the sentence gains too little by it."""
    first, second = found["first"].lower(), found["second"]
    if kind == "degree":
        return (second,)
    if kind == "determiner" and first in _MEANT and second in ("a", "an", "the"):
        return f"{_MEANT[first]} {second}", first
    places = place_of(first), place_of(second)
    neighbours = around(prose.text, *found.span())
    both = fit(places, neighbours)
    without_first, without_second = fit(places[1:], neighbours) - both, fit(places[:1], neighbours) - both
    least = _LEAST[kind]
    if kind == "preposition" and first not in _ADVERBS and not _may_strand(_before(article, prose, found.start())):
        least = _LEAST_WITH_OBJECT
    if max(without_first, without_second) < least:
        return ()
    return (second, first) if without_first >= without_second else (first, second)


def _may_strand(before: list[str]) -> bool:
    """Whether a preposition behind these words may have its object before it: `the people we work with`."""
    if _TWO_SUBJECTS.search(" ".join(before)):
        return True
    return not _STRANDING.isdisjoint(before) or any(word.split("’")[0].split("'")[0] in _SUBJECTS for word in before[1:])


_TAKES_OF = frozenset("instead out because regardless outside inside ahead".split())


def _may_stand(article: Article, prose: Prose, kind: str, found: re.Match[str]) -> bool:
    """Whether the two may stand side by side here after all."""
    start = found.start()
    before = _before(article, prose, start)
    if found["first"][0].isupper() and before:
        return True
    if found["first"].lower() == "a" and _FIRST_LETTER.search(prose.text, max(0, start - _LETTERS_BEFORE), start):
        return True
    if kind == "degree":
        return not _is_doubled_degree(article, prose, found)
    if found["first"].lower() == "will" and found["second"] == "to":
        return True  # `the will to live`
    if kind == "determiner" and found["second"] == "every" and found["first"].lower() not in ("the", "a", "an"):
        return True  # `her every word`
    if kind == "preposition" and (found["first"].lower() == "for" and not prose.text[:start].rstrip()[-1:].isalnum()):
        return True  # `for in spite of it`
    if kind == "preposition" and before and before[-1].endswith("ing") and found["second"] == "of":
        return True  # `the closing in of the year`
    if kind == "preposition" and before and before[-1] in _TAKES_OF:
        return True  # `into use instead of into storage`
    if kind == "present" and not (plural_verb(found["second"]) and is_verb_only(found["second"])):
        return True
    if kind == "present" and before and before[-1] in _SUBJECTS | {"it"}:
        return True  # `the man he is belongs to another time`
    if kind in ("verb", "present", "modal"):
        return not before or not _GAPS.isdisjoint(before) or any(word.endswith(",") for word in before)
    return kind == "preposition" and (not before or (found["first"] == "to" and before[-1] in WANTING))


def _before(article: Article, prose: Prose, start: int) -> list[str]:
    """The words of a sentence before a place, in lower case."""
    return prose.text[article.sentence_at(prose, start).start : start].lower().replace("“", " ").replace('"', " ").split()


def _is_doubled_degree(article: Article, prose: Prose, found: re.Match[str]) -> bool:
    """Whether a comparative stands behind `more`, and no noun that is counted by that: not `more older people`."""
    second = found["second"]
    if second in _NO_COMPARATIVES or not (
        second in _COMPARED or any(lexicon().classes(stem) & WordClass.ADJECTIVE for stem in _stems(second))
    ):
        return False
    words = sentence_words(article, prose, article.sentence_at(prose, found.start()))
    place = next((number for number, word in enumerate(words) if word.start == found.start("second")), -1)
    if place > 1 and words[place - 2].tag in ("DT", "PRP$") and words[place - 2].small not in ("no", "any", "some"):
        return True
    return place > 0 and (place + 1 >= len(words) or not words[place + 1].tag.startswith(_COUNTED))


def _stems(word: str) -> Iterator[str]:
    """The adjectives that a word in -er or -est may be a form of."""
    stem = word.removesuffix("er") if word.endswith("er") else word.removesuffix("est")
    if len(stem) < _SHORTEST_STEM and word.endswith("est"):
        return  # `modest`
    yield stem
    yield f"{stem}e"
    if stem.endswith("i"):
        yield f"{stem[:-1]}y"
    if stem[-2:-1] == stem[-1:]:
        yield stem[:-1]
