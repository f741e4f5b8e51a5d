"""What speaks for an unknown word being a typo, and what for a good word that the lists lack: some fifty numbers a word."""

from __future__ import annotations

import math
from collections.abc import Mapping

from lint.compiled import compiled
from lint.language.candidates import Candidate
from lint.language.letters import strangeness
from lint.language.lexicon import Grade, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, WORD, place_of
from lint.language.unknown_words import Unknown, is_known
from lint.language.usage import seen
from lint.language.word_parts import compound_strength, is_derived, is_inflected, prefix_strength
from lint.named import NamedTuple

NEAR = 7.0
"""A slip that costs less is an easy one, in nats."""

_MOST_SLIP = 16.0
_CHEAP, _RARE = 4.5, 15.0
_SELDOM_SLIPS = 4.6
"""One word in a hundred is mistyped, in nats."""
_MOST_OWED = 5.0
_SHORT = 4
_VOWELS = frozenset("aeiouy")
_CAPITAL_BEFORE = compiled(r"(?<![^\W_])([A-Z][^\W\d_]*)(?:['’]s)?[ \u00a0-]\Z")
_CAPITAL_AFTER = compiled(r"[ \u00a0-]([A-Z][^\W\d_]*)")
_SELDOM = -10.0
GLUES = frozenset(
    """
    a an the and or but of to for from with at as is are was were be been has have had will would can could may might must not no he she we
    they you your his her its our their my this that these those every each some any all new last next first many more most other such who
    which what when where how if than then
    """.split()
)
"""Words that form no compounds: what holds one of them was run together."""
_FEW_WORDS = 4
_SET_OFF = frozenset("em i q dfn cite strong b mark abbr s del ins sub sup u".split())
_MARKS = "\"'“”‘’«»*_"


class Meant(NamedTuple):
    """What may be meant, written as it would have to stand there, and its score: slip and fit together, in nats."""

    text: str
    candidate: Candidate
    score: float
    fit: float


Evidence = Mapping[str, float]
"""The parts of the evidence by name; `lint/data/spelling.json` has a weight for each. Truths are 0 or 1."""


def evidence(
    place: Unknown, small: str, ranked: list[Meant], stranger: float, count: int, first: bool, headline: bool, words: Mapping[str, int]
) -> Evidence:
    """The evidence about a word.

    `small` is the word in lower case, `ranked` what may be meant, best first, `stranger` how well a word would fit that nobody knows.
    `count` says how often the word stands in the text, `first` that a sentence begins with it, `headline` that most words around it have
    capitals, `words` how often each word of the text stands there.
    """
    best = ranked[0]
    form = best.candidate.form.lower()
    slip = min(_MOST_SLIP, best.candidate.slip)
    gain = max(-5.0, min(25.0, best.fit - stranger))
    mean, most = strangeness(small)
    entry = lexicon().word(small)
    grade = entry.grade if entry else None
    capital = place.word[0].isupper() and not place.word.isupper()
    name = float(capital and not first and not headline)
    base = place.base.lower().replace("’", "'")
    is_contraction = form.replace("'", "") == small and seen(form) > seen(base)  # `dont` is seen everywhere, and nowhere right
    text = place.prose.text
    likely = max(-20.0, best.candidate.words[0].likely)
    short = float(len(small) <= _SHORT)
    titled, named = _capitals_beside(text, place.start, place.end) if capital else (0.0, 0.0)
    likelier = max(-4.0, min(8.0, likely - entry.likely)) if entry and grade == Grade.MODEL else 0.0
    usual = 0.0 if is_contraction else seen(base)
    owed = max(seen(meant.candidate.form.lower()) - meant.candidate.slip for meant in ranked) - _SELDOM_SLIPS - usual
    return {
        "slip": slip,  # what the slip costs, in nats
        "slip_of_length": slip / len(small),  # the same for each letter
        "cheap": float(slip < _CHEAP),  # whether it is cheap
        "cheap_and_common": float(slip < _CHEAP) * max(0.0, likely + _RARE),  # and how common what is meant is
        "gain": gain,  # how much better what is meant fits than a stranger
        "not_in_model": float(best.candidate.words[0].place < 0),  # what is meant has no place in the model
        "strange": mean,  # what the letters cost, on average
        "strangest": most,  # and the dearest
        "stranger_than_meant": mean - strangeness(form)[0],  # on average more than those of what is meant
        "length": math.log(len(small)),  # logarithm of the letters
        "short": short,  # four letters at most
        "short_slip": short * slip,  # then the slip
        "without_vowel": float(_VOWELS.isdisjoint(small)),  # no vowel
        "name": name,  # a capital inside a sentence
        "name_gain": name * gain,  # then the gain
        "name_slip": name * slip,  # then the slip
        "name_for_name": name * best.candidate.form[0].isupper(),  # then whether a name is meant
        "titled_name": name * titled,  # then ordinary neighbours with a capital
        "named_name": name * named,  # then neighbours that are parts of a name
        "name_length": name * math.log(len(small)),  # then the length
        "name_strange": name * mean,  # then the letters
        "name_stranger": name * (mean - strangeness(form)[0]),  # then more than those of what is meant
        "first_capital": float(capital and first),  # a capital at the beginning of a sentence or in a headline
        "titled_first": float(capital and first) * titled,  # then ordinary neighbours with a capital
        "named_first": float(capital and first) * named,  # then neighbours that are parts of a name
        "all_capitals": float(place.word.isupper()),  # capitals throughout
        "count": math.log(count),  # logarithm of how often it stands in the text
        "compound": compound_strength(small),  # how good it is as two words in one
        "compound_near": compound_strength(small) * (slip < NEAR and " " not in form),  # then with a near word that may be meant
        "prefixed": prefix_strength(small),  # how good it is as a word behind a prefix
        "prefixed_near": prefix_strength(small) * (slip < NEAR),  # then with a near word that may be meant
        "inflected": float(is_inflected(small)),  # a regular form
        "derived": float(is_derived(small)),  # a word with an ending that makes new ones
        "strange_around": strange_around(text, place.start, place.end),  # unknown neighbours
        "set_off": float(is_set_off(place)),  # in emphasis or between marks
        "large": float(grade == Grade.LARGE),  # only the largest lists have it
        "likelier": likelier,  # how much likelier what is meant is, where the model has the word
        "in_model": float(grade == Grade.MODEL),  # the model has it
        "seen": usual,  # how often it is seen, in nats above the rarest
        "unseen": float(not usual and not is_contraction),  # never
        "owed": max(-_MOST_OWED, min(_MOST_OWED, owed)) if usual else 0.0,  # how much oftener slips of what is meant would be seen
        "name_seen": name * usual,  # inside a sentence, with a capital
        "name_unseen": name * float(not usual and not is_contraction),  # inside a sentence, with a capital, never
        "name_in_small": float(_is_name_in_small_letters(place.word)),  # the lexicon has it with capitals
        "attested": float(_is_attested(text, place.start, place.end)),  # the model has seen it beside its neighbour
        "meant_likely": likely,  # how likely what is meant is
        "meant_in_text": math.log1p(words[form]),  # logarithm of how often that stands in the text
        "parted": float(" " in form),  # two words are meant
        "parted_gain": float(" " in form) * gain,  # then the gain
        "together": _together(best.candidate),  # then how often they stand together
        "glued": float(" " in form and not GLUES.isdisjoint(form.split())),  # one of them forms no compounds
        "hyphened": float(text[place.start - 1 : place.start] == "-" or text[place.end : place.end + 1] == "-"),  # beside a hyphen
        "meant_capital": float(best.candidate.form[0].isupper() and not capital),  # what is meant has a capital, the word none
        "margin": min(5.0, best.score - ranked[1].score) if len(ranked) > 1 else 5.0,  # by how much the best is better than the next
        "other_first": float(small[0] != form[0]),  # another first letter
        "other_number": float(is_other_number(small, form)),  # the two differ by an -s
    }


def _together(candidate: Candidate) -> float:
    """How often the two words that were run together stand side by side, in nats above the rarest; 0 for one word."""
    if len(candidate.words) < 2:
        return 0.0
    return max(0.0, ngrams().likely(candidate.words[1].place, candidate.words[0].place, NO_WORD) - _SELDOM)


def _is_name_in_small_letters(word: str) -> bool:
    """Whether the lexicon has the word with capitals: `osaka`."""
    forms = (word.capitalize(), word.upper()) if word.islower() else ()
    return any(entry.grade <= Grade.NAME for form in forms if (entry := lexicon().word(form)) is not None)


def _is_attested(text: str, start: int, end: int) -> bool:
    """Whether the language model has seen the word beside its neighbour: `hocus` before `pocus`."""
    place = place_of(text[start:end])
    left, right = WORD.findall(text[max(0, start - 30) : start])[-1:], WORD.findall(text[end : end + 30])[:1]
    return place >= 0 and any(
        ngrams().pair(second, first) >= 0
        for first, second in [*((place_of(one), place) for one in left), *((place, place_of(one)) for one in right)]
    )


def strange_around(text: str, start: int, end: int) -> float:
    """How many of the two words on either side are unknown."""
    before = WORD.findall(text[max(0, start - 40) : start])[-2:]
    after = WORD.findall(text[end : end + 40])[:2]
    return float(sum(not is_known(word) or not word.isascii() for word in (*before, *after)))


def _capitals_beside(text: str, start: int, end: int) -> tuple[float, float]:
    """How many of the neighbours have a capital though they are ordinary words, as in a headline, and how many as a part of a name."""
    titled = named = 0.0
    for found in (_CAPITAL_BEFORE.search(text, max(0, start - 30), start), _CAPITAL_AFTER.match(text, end)):
        if found is not None:
            entry = lexicon().word(found[1].lower())
            capitalised = lexicon().word(found[1])
            is_ordinary = entry is not None and entry.grade <= Grade.FULL and (capitalised is None or capitalised.grade > Grade.NAME)
            titled += is_ordinary
            named += not is_ordinary
    return titled, named


def is_other_number(word: str, form: str) -> bool:
    """Whether two words differ by an ending -s alone: more often a form that the lists lack than a slip."""
    return "'" not in form and word.rstrip("s") == form.rstrip("s")


def is_set_off(place: Unknown) -> bool:
    """Whether the word stands alone between marks, or in an element of its own that sets it off."""
    text = place.prose.text
    if text[place.start - 1 : place.start] in _MARKS and place.start and text[place.end : place.end + 1].strip(".,;:!?")[:1] in _MARKS:
        return True
    run = place.prose.run_at(place.start)
    return not _SET_OFF.isdisjoint(run.inside) and len(text[run.start : run.end].split()) <= _FEW_WORDS
