"""What speaks for a hyphen between two words being a typed dash, before its sentence is read.

A hyphen joins (`cease-fire`, `state-of-the-art`) or stands for a dash that a plain-text system lost (`about the calls-it's not true`).
What the two words are, how they like to stand together, and what stands around them tells most pairs apart, cheaply; the rest
is for `lint/language/seams.py`, which reads the sentence.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import lru_cache

from lint.document import Prose
from lint.language.hyphens import Hyphen, Surroundings, number
from lint.language.lexicon import Grade, Word, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, place_of
from lint.language.word_parts import PREFIXES, SECOND_HALVES

Evidence = dict[str, float]
"""The parts of the evidence by name; the data of the package has weights for them. Truths are 0 or 1."""

_PARTICLES = frozenset("in out up off on down over back away through by".split())
_LONG_AFTER = frozenset("years months weeks days hours decades centuries".split())
_ENDINGS = SECOND_HALVES | frozenset("long odd only plus strong turned".split())
_BEGINNINGS = frozenset("then now al el ex pre post uber un de non anti pro not".split())
"""First halves that stand before names and titles, too (`then-Senator`)."""
_KINDS = {
    "determiner": "a an the this that these those my your his her its our their every each some any no",
    "pronoun": "i you he she it we they me him us them i'm you're he's she's it's we're they're i've we've they've i'd there there's",
    "conjunction": "and but or nor so yet for because though although while if unless until since when where whereas as than",
    "relative": "which who whom whose what how why whether",
    "preposition": "in on at by with from to of into about over under after before between against during without within through like",
    "adverb": "including such despite especially particularly even not also just perhaps mostly mainly sometimes often namely then now",
    "auxiliary": "is are was were be been am has have had do does did can could will would should may might must isn't wasn't don't",
}
"""The little words, by what they open or close."""
_KIND = {word: kind for kind, row in _KINDS.items() for word in row.split()}
_OF_KIND = {side: {one: {f"{kind} {side}": float(kind == one) for kind in _KINDS} for one in (*_KINDS, "")} for side in ("left", "right")}
"""The evidence of a word on either side, by its kind."""
_UNSEEN = -20.0
_LONG = 12.0


def first_look(prose: Prose, hyphen: Hyphen, neighbours: tuple[int, int, int, int], around: Surroundings) -> Evidence:
    """What speaks for a dash or a compound without the sentence; `neighbours` are the places in the model of the words around."""
    return {
        **_shape(prose.text, hyphen),
        **_make(prose.text, hyphen),
        **_words(hyphen),
        **_likelihood(neighbours),
        **_document(hyphen, around),
    }


def _shape(text: str, hyphen: Hyphen) -> Evidence:
    """Capitals, figures and marks."""
    left, right, closing = hyphen.left, hyphen.right, hyphen.closing
    behind = text[hyphen.end : hyphen.end + 1] or "."
    initials = "." in left and closing == "."
    return {
        "capital left": float(left[0].isupper()),
        "capital right": float(right[0].isupper()),
        "capitals": float(left[0].isupper() and right[0].isupper()),
        "capital left alone": float(left[0].isupper() and right[0].islower()),
        "capital right alone": float(left[0].islower() and right[0].isupper()),
        "all capitals left": float(left.isupper() and len(left) > 1),
        "all capitals right": float(right.isupper() and len(right) > 1),
        "figure left": float(any(letter.isdigit() for letter in left)),
        "figure right": float(any(letter.isdigit() for letter in right)),
        "figure before word": float(left[0].isdigit() and right[0].isalpha()),
        "initials": float(initials),
        "closing": float(bool(closing)),
        "closing quote": float(closing.endswith(("”", '"', "’", "'"))),
        "closing stop": float(closing.endswith((",", ";", ":", "!", "?"))),
        "closing point": float(closing.endswith(".") and not initials),
        "closing bracket": float(closing.endswith((")", "]", "%"))),
        "opening": float(bool(hyphen.opening)),
        "apostrophe left": float("'" in left or "’" in left),
        "apostrophe right": float("'" in right or "’" in right),
        "comma behind": float(behind in ",;:"),
        "stop behind": float(behind in ".!?"),
        "blank behind": float(behind == " "),
        "length left": min(_LONG, len(left)),
        "length right": min(_LONG, len(right)),
    }


def _make(text: str, hyphen: Hyphen) -> Evidence:
    """What the pair is made of, and the other hyphens that stand without a blank beside it."""
    left, right = hyphen.pair
    before, behind = text[hyphen.chunk.start : hyphen.place], text[hyphen.place + 1 : hyphen.chunk.end]
    return {
        "first": math.log1p(number(f"first {left}")),
        "second": math.log1p(number(f"second {right}")),
        "prefix": float(left in PREFIXES),
        "beginning": float(left in _BEGINNINGS),
        "ending": float(right in _ENDINGS),
        "long": float(left in _LONG_AFTER),
        "particle": float(right in _PARTICLES),
        "hyphen before": float("-" in before),
        "hyphen behind": float("-" in behind),
        "hyphens beside": float((before + behind).count("-")),
        "slash": float("/" in before or "/" in behind),
        "plural left": float(left.endswith("s") and not left.endswith("ss")),
        "adverb left": float(left.endswith("ly")),
        "-ed right": float(right.endswith("ed")),
        "-ing right": float(right.endswith("ing")),
    }


def _words(hyphen: Hyphen) -> Evidence:
    """What each word is for itself."""
    (left, right), first, second = hyphen.pair, _entry(hyphen.left), _entry(hyphen.right)
    kinds = _KIND.get(left.replace("’", "'"), ""), _KIND.get(right.replace("’", "'"), "")
    return {
        "word left": float(first is not None and first.grade <= Grade.VARIANT),
        "word right": float(second is not None and second.grade <= Grade.VARIANT),
        "name right": float(second is not None and second.grade in (Grade.NAME, Grade.RARE_NAME)),
        "likely left": first.likely if first else _UNSEEN,
        "likely right": second.likely if second else _UNSEEN,
        "seen left": number(f"left {left}") / 100,
        "seen right": number(f"right {right}") / 100,
        **_OF_KIND["left"][kinds[0]],
        **_OF_KIND["right"][kinds[1]],
    }


@lru_cache(maxsize=1 << 13)
def _entry(word: str) -> Word | None:
    entries = [entry for entry in (lexicon().word(word), lexicon().word(word.lower())) if entry]
    return min(entries, key=lambda entry: entry.grade, default=None)


def _likelihood(neighbours: tuple[int, int, int, int]) -> Evidence:
    """How the model likes the words joined, parted and opening a clause, in nats above what each is anywhere."""
    before, left, right, after = neighbours
    model = ngrams()
    alone = model.likely(right, NO_WORD, NO_WORD)
    behind = model.likely(after, NO_WORD, NO_WORD)
    both = right >= 0 and left >= 0
    return {
        "attracts": model.likely(right, left, before) - alone if right >= 0 else 0.0,
        "pair seen": float(model.pair(right, left) >= 0),
        "opens": model.likely(right, place_of("<s>"), NO_WORD) - alone if right >= 0 else 0.0,
        "closes": model.likely(place_of("</s>"), left, before) - model.likely(place_of("</s>"), NO_WORD, NO_WORD) if left >= 0 else 0.0,
        "goes on": model.likely(after, right, NO_WORD) - behind if after >= 0 and right >= 0 else 0.0,
        "goes on as one": model.likely(after, right, left) - model.likely(after, right, NO_WORD) if after >= 0 and both else 0.0,
        "came": model.likely(left, before, NO_WORD) - model.likely(left, NO_WORD, NO_WORD) if min(left, before) >= 0 else 0.0,
        "leaps": model.likely(after, left, before) - behind if after >= 0 and left >= 0 else 0.0,
        "something behind": float(after >= 0),
        "something before": float(before >= 0),
    }


def _document(hyphen: Hyphen, around: Surroundings) -> Evidence:
    """How the article writes the two words elsewhere, and whether it has true dashes."""
    left, right = hyphen.pair
    return {
        "joined again": min(5.0, around.pairs[left, right] - 1.0),
        "open too": float(f" {left} {right}" in around.folded),
        "closed too": float(left + right in around.folded),
        "true dashes": min(3.0, math.log1p(around.dashes)),
    }


def weighed(weights: Mapping[str, float], evidence: Evidence) -> float:
    """The sum of the evidence with its weights, in nats."""
    return weights["bias"] + sum(weights[name] * part for name, part in evidence.items())
