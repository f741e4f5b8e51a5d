"""Right words in the wrong place: `going form London`, `these document`, `to generated a report`, `was wrote`.

Each word that others are taken for, or that its neighbour on the left wants in another form, is weighed against these by the language
model: only where another fits better by so much that chance is no excuse is it told. How much is asked depends on how often the two words
can both stand in such a place. (Golding and Roth 1999 for the sets of confusion; the margin is a likelihood ratio, in nats.)
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator, Mapping, Set
from functools import lru_cache

from lint.compiled import compiled
from lint.document import Prose
from lint.language.irregular_verbs import base_of, is_past, participle_of
from lint.language.lexicon import WordClass, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, around, fit, place_of
from lint.language.word_parts import base_verbs, participles, plural, singulars
from lint.named import NamedTuple

_SEVERAL = frozenset("these those many several few both various multiple numerous two three four five six seven eight nine ten".split())
_ONE = frozenset("a an every each another".split())
_AUXILIARIES = frozenset(
    "to can could will would should must may might cannot can't won't wouldn't couldn't shouldn't don't doesn't didn't".split()
)
_HE = frozenset("he she it".split())
_BE = frozenset("is are was were been being be".split())
_HAVE = frozenset("has have had having".split())
_NEGATED = frozenset("don't doesn't didn't not".split())
_ROWS = {
    "several": _SEVERAL,
    "one": _ONE,
    "auxiliary": _AUXILIARIES,
    "he": _HE,
    "be": _BE,
    "have": _HAVE,
    "had": frozenset(("had",)),
    "negated": _NEGATED,
}
_ROLES = {word: frozenset(role for role, row in _ROWS.items() if word in row) for word in frozenset().union(*_ROWS.values())}
_ROLES |= {word.replace("'", "’"): roles for word, roles in _ROLES.items()}
"""What a word asks of the form of the next one."""
_RELATIVE = frozenset(("who", "whoever"))
_BEFORE_BARE = _AUXILIARIES | set(
    "do does did make makes made making let lets help helps helped see saw watch watched hear heard have had".split()
)
_NOT_BEFORE_AUXILIARIES = _RELATIVE | {"the", "a", "an", "this", "your", "our", "their", "his", "her", "its", "my"}
_DETERMINERS = frozenset("the a an this these those your our their his her its my all any it them him us me you".split())

_DOING, _CLAUSE = frozenset("do does did done doing".split()), 80
_ONES = frozenset(("one", "ones", "sized", "long", "wide", "based"))
"""What stands behind a word that describes."""

_AGREEMENT = {"several": 3.5, "one": 6.0, "auxiliary": 4.5, "he": 4.0, "be": 3.0, "past": 2.5, "had": 4.0, "have": 6.0, "adverb": 9.0}
"""How much better the other form has to fit, in nats."""
_FITS = -9.0
"""A word that fits so well is not asked about."""
_USUAL = -7.0
_SLOPE = 1.5
_SHORTEST = 3
_WORD = compiled(r"(?<![\w’'-])[A-Za-z][a-z]*(?:['’][a-z]+)?(?![\w’'-])")
_BEFORE_SENTENCE = compiled(r"[.!?][\"”’']?\s+[\"“‘']?\Z")
_BEFORE_ALL = compiled("[^\"“‘' ]")
_CAPITAL_NEXT = compiled(r"\s+[A-Z]")
_NEXT = compiled(r"\s+([^\W\d_]+)")


class Misplaced(NamedTuple):
    """A word at a place of a block, what fits better, and by how many nats more than is asked."""

    start: int
    end: int
    word: str
    meant: str
    margin: float

    @property
    def confidence(self) -> float:
        """How likely it is that the other word is meant."""
        return 1 / (1 + math.exp(-1 - self.margin / _SLOPE))


def misplaced(prose: Prose, confused: Set[str], others_of: Callable[[str], Mapping[str, float]]) -> Iterator[Misplaced]:
    """The words of a block that other words fit better than.

    `others_of` gives for a word that is `confused` with others these, and the nats that each is asked for.
    """
    words = " ".join(_WORD.findall(prose.text)).lower().split()
    places = [
        place
        for place, (before, word) in enumerate(zip(["", *words], words, strict=False))
        if (word in confused and others_of(word)) or (before in _ROLES and _forms(_ROLES[before], word))
    ]
    places = [place for place in places if not _is_usual(words, place) and _may_gain(words, place, _others_at(words, place, others_of))]
    stretches = list(_WORD.finditer(prose.text)) if places else []
    for place in places:
        before = stretches[place - 1] if place else None
        others = {**others_of(words[place]), **_forms_here(prose.text, before, stretches[place])}
        if others and _may_gain(words, place, others) and (best := _best(prose.text, stretches[place].span(), others)) is not None:
            word = stretches[place].group()
            yield Misplaced(*stretches[place].span(), word, best[0].capitalize() if word[0].isupper() else best[0], best[1])


def _others_at(words: list[str], place: int, others_of: Callable[[str], Mapping[str, float]]) -> Mapping[str, float]:
    """All that may fit better than a word, whatever stands between it and the one before."""
    roles = _ROLES.get(words[place - 1]) if place else None
    return {**others_of(words[place]), **(_forms(roles, words[place]) if roles else _NONE)}


def _is_usual(words: list[str], place: int) -> bool:
    """Whether a word is often seen between its two neighbours, a first and cheap look."""
    if not 0 < place < len(words) - 1:
        return False
    before, word, after = map(place_of, words[place - 1 : place + 2])
    return ngrams().likely(word, before, NO_WORD) + ngrams().likely(after, word, NO_WORD) > _USUAL


def _may_gain(words: list[str], place: int, others: Mapping[str, float]) -> bool:
    """Whether another word fits better between the two neighbours alone, a second look; left open at either end of a block."""
    if not 0 < place < len(words) - 1:
        return True
    before, word, after = map(place_of, words[place - 1 : place + 2])
    if before == NO_WORD or after == NO_WORD:
        return True
    written = ngrams().likely(word, before, NO_WORD) + ngrams().likely(after, word, NO_WORD)
    return any(
        ngrams().likely(other, before, NO_WORD) + ngrams().likely(after, other, NO_WORD) > written
        for other in map(place_of, others)
        if other >= 0
    )


def _forms_here(text: str, before: re.Match[str] | None, found: re.Match[str]) -> Mapping[str, float]:
    """The forms that the word before wants, where only a blank stands between and both are no names."""
    if before is None or found.group()[0].isupper() or not text[before.end() : found.start()].isspace():
        return {}
    word = before.group().lower().replace("’", "'")
    if before.group()[0].isupper() and (word in _AUXILIARIES or not _begins(text, before.start())):
        return {}
    forms = _forms(_ROLES[word], found.group()) if word in _ROLES else {}
    if not forms or (word in _BE and not is_past(found.group()) and _is_no_passive(text, before.end(), found.end())):
        return {}
    return forms if _may_follow(text, word, before.end(), found.end()) else {}


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins there."""
    return _BEFORE_SENTENCE.search(text, max(0, start - 6), start) is not None or _BEFORE_ALL.search(text, 0, start) is None


def _best(text: str, place: tuple[int, int], others: Mapping[str, float]) -> tuple[str, float] | None:
    """The other word that exceeds what is asked of it by most, with the excess; None where none does."""
    if text[place[0]].isupper() and (_CAPITAL_NEXT.match(text, place[1]) or not _begins(text, place[0])):
        return None
    neighbours = around(text, *place)
    if neighbours[1] == NO_WORD or neighbours[2] == NO_WORD:
        return None
    written = fit((place_of(text[slice(*place)]),), neighbours)
    if written > _FITS:
        return None
    found = [
        (fit((other_place,), neighbours) - written - least, other)
        for other, least in others.items()
        if (other_place := place_of(other)) >= 0
    ]
    excess, other = max(found, default=(-1.0, ""))
    return (other, excess) if excess >= 0 else None


@lru_cache(maxsize=1 << 14)
def _forms(roles: frozenset[str], word: str) -> Mapping[str, float]:
    """The forms of a word that its neighbour on the left may want, with what is asked of each."""
    if len(word) < _SHORTEST or "'" in word or "’" in word:
        return _NONE
    classes = lexicon().classes(word)
    found: dict[str, float] = {}
    if "several" in roles and classes & WordClass.NOUN:
        found |= dict.fromkeys(plural(word), _AGREEMENT["several"])
    if "one" in roles:
        found |= {form: _AGREEMENT["one"] for form in singulars(word) if lexicon().classes(form) & WordClass.NOUN}
    if "auxiliary" in roles and not classes & WordClass.VERB:
        found |= dict.fromkeys([*base_verbs(word), *base_of(word)], _AGREEMENT["auxiliary"])
    if "he" in roles and classes & WordClass.VERB:
        found |= dict.fromkeys(plural(word), _AGREEMENT["he"])
    if "be" in roles and (is_past(word) or _is_verb_alone(word)):
        found |= dict.fromkeys([*participles(word), *participle_of(word)], _AGREEMENT["be"])
    if "have" in roles and not classes & (WordClass.ADJECTIVE | WordClass.NOUN):
        found |= dict.fromkeys(_after_have(word), _AGREEMENT["have"])
        found |= dict.fromkeys(participle_of(word) if is_past(word) else (), _AGREEMENT["had" if "had" in roles else "past"])
    if "negated" in roles and is_past(word):
        found |= dict.fromkeys(base_of(word), _AGREEMENT["past"])
    if "negated" in roles and classes & WordClass.ADJECTIVE:
        found[word[:-1] + "ily" if word.endswith("y") else word + "ly"] = _AGREEMENT["adverb"]
    return found or _NONE


_NONE: Mapping[str, float] = {}


def _is_verb_alone(word: str) -> bool:
    """Whether a word is the base form of a verb, and no noun or adjective."""
    classes = lexicon().classes(word)
    return bool(classes & WordClass.VERB) and not classes & (WordClass.ADJECTIVE | WordClass.NOUN)


def _after_have(word: str) -> list[str]:
    """The participles that the base form of a verb stands for behind `have`; none where it may be a noun."""
    bases = [word] if _is_verb_alone(word) else []
    regular = [form for base in bases for form in participles(base) if form.endswith("ed")]
    return [*(form for base in bases for form in participle_of(base)), *regular]


def _is_no_passive(text: str, end_before: int, end: int) -> bool:
    """Whether a base form behind `be` may stand there: it describes a noun or is what is done (`all it does is wait`)."""
    earlier = text[max(0, end_before - _CLAUSE) : end_before].lower().split()
    return not _DOING.isdisjoint(earlier) or _is_noun(_following(text, end))


def _following(text: str, end: int) -> str:
    """The next word, in lower case, where only a blank stands before it."""
    found = _NEXT.match(text, end)
    return found[1].lower() if found else ""


def _may_follow(text: str, before: str, end_before: int, end: int) -> bool:
    """Whether the neighbour means this word: none that describes the next noun, none that an auxiliary before it has made a base form,
    none behind a clause that ends with an auxiliary (`all who can came early`)."""
    after = _following(text, end)
    if before in _SEVERAL or before in _ONE:
        return not _is_noun(after) and not (before == "both" and after == "and") and after not in _ONES
    if before == "to":
        return after in _DETERMINERS
    if before in _AUXILIARIES and after == "be":
        return False  # `not only can orders be placed`
    if before in _HE or before in _AUXILIARIES:
        words = text[max(0, end_before - len(before) - 20) : end_before - len(before)].lower().replace("’", "'").split()
        return not words or words[-1] not in (_BEFORE_BARE if before in _HE else _NOT_BEFORE_AUXILIARIES)
    return True


@lru_cache(maxsize=1 << 13)
def _is_noun(word: str) -> bool:
    """Whether a word is a noun in either number: what stands before it may describe it (`two supporter points`)."""
    return any(lexicon().classes(form) & WordClass.NOUN for form in (word, *singulars(word)))
