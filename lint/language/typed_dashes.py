"""Which hyphens of a sentence were typed for dashes, and how sure that is.

The hyphens of a sentence are judged together: a dash that opens wants one that closes, and what stands between the two can be left out.
Pairs that lists have, and those that a first look finds plain, are compounds. For the others the sentence is tagged as if they were
dashes; how its tags and words go on over each, and over each two, is weighed by a forest of trees which `scripts/fit_dashes.py` grows.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from lint import data
from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.dashes import is_attribution
from lint.language.forest import forest
from lint.language.hyphens import (
    Evidence,
    Hyphen,
    Surroundings,
    first_look,
    number,
    surroundings,
    weighed,
)
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, Running, place_of
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.text import Span

LEAST = 0.5
"""What is less sure to be a dash is not told."""
LEAST_LOOK = -4.0
"""Below these nats a first look is enough: the hyphen joins."""

_DASH = "--"
_FINITE = frozenset(("VBZ", "VBD", "VBP", "MD"))
_BEFORE_NOUN = frozenset(("DT", "JJ", "PRP$", "POS", "CD"))
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "RB", ",", "CC"))
_CLOSERS = frozenset((")", "]", "”", "’", '"', "'", "''", "%", ",", ".", "!", "?", ";", ":", "…"))
_OPENERS = frozenset(("(", "[", "“", "‘", '"', "``", "'", "$", "£", "€", "#"))
_NONE = -8.0
"""The score of a partner that is not there."""
_FAR = 400.0
_MOST_WORDS = 25.0
_MOST_IN_DOUBT = 40
_HABIT, _SOME_DASHES = 1.5, 1.0
"""A text with true dashes (the logarithm of one more than they are) seldom has typed ones beside them: nats that this takes off."""
_OFTEN = 3
"""What an article joins so often is a compound."""
_REACH = 60
"""How many characters hold two words."""
_START, _END = "^", "$"
_STOPS = ".,;:!?)"
_AGENCY = r" ?\([A-Z][A-Za-z/ ]{1,20}\)"
_DATELINE = compiled(
    r"(?:(?P<alone>[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){0,3})(?:, [A-Z][\w.]{1,12}){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    rf"(?P<agency>{_AGENCY})?|[A-Z]\w+(?: [A-Z]\w+){{0,2}}{_AGENCY})-(?=[A-Z“\"'‘])"
)
_SHORTEST_REPORT, _SHORTEST_PLACE = 100, 4
_OF_DATELINES = 0.95


class TypedDash(NamedTuple):
    """A hyphen at `place` of a block that was typed for a dash, with the share of right verdicts among such."""

    place: int
    confidence: float


class Seam(NamedTuple):
    """A hyphen in doubt: the words around it as the model knows them, the tags of these, and the evidence so far."""

    hyphen: Hyphen
    neighbours: tuple[int, int, int, int]
    tags: tuple[str, str, str, str]
    evidence: Evidence


def typed_dashes(article: Article, prose: Prose) -> list[TypedDash]:
    """The tight hyphens of a block that are more likely dashes than not, in order."""
    dateline = _dateline(prose)
    judged = [dash for sentence in sentences_of(article, prose) for dash in _judged(sentence) if dash.place != dateline]
    found = [dash for dash in judged if dash.confidence > LEAST and not is_attribution(prose, dash.place, dash.place + 1)]
    return found if dateline is None else [TypedDash(dateline, _OF_DATELINES), *found]


def _dateline(prose: Prose) -> int | None:
    """Where the hyphen behind the place and the agency stands that open a report: `LONDON (Agency)-The talks`."""
    found = _DATELINE.match(prose.text) if prose.scope.startswith("paragraph") else None
    if found is None:
        return None
    alone = found["alone"] is not None and found["agency"] is None
    behind = prose.text[found.end() : found.end() + 2]
    if alone and (len(found["alone"]) < _SHORTEST_PLACE or behind.isupper() or len(prose.text) < _SHORTEST_REPORT):
        return None
    return found.end() - 1


def sentences_of(article: Article, prose: Prose) -> Iterator[Sentence]:
    """The sentences of a block that have hyphens between words."""
    inside: dict[Span, list[Hyphen]] = {}
    linked = {(run.start, run.end) for run in prose.runs if "a" in run.inside}
    around_it = surroundings(article)
    for hyphen in around_it.blocks.get(id(prose), ()):
        start, end = hyphen.chunk
        if (start, start + len(prose.text[start:end].rstrip(_STOPS))) in linked:  # the name of a page or a repository
            continue
        inside.setdefault(article.sentence_at(prose, hyphen.place), []).append(hyphen)
    for span, found in inside.items():
        yield Sentence(prose, span, found, around_it)


class Sentence:
    """A sentence with hyphens; `doubtful` are those that need a reading of it, with the evidence of the first look."""

    def __init__(self, prose: Prose, span: Span, found: Sequence[Hyphen], around_it: Surroundings) -> None:
        self.prose, self.span, self.hyphens = prose, span, found
        self.doubtful: list[tuple[Hyphen, tuple[int, int, int, int], Evidence]] = []
        for hyphen in found:
            if not hyphen.known and around_it.pairs[hyphen.pair] < _OFTEN:
                neighbours = _neighbours(prose.text, span, hyphen.place)
                self.doubtful.append((hyphen, neighbours, first_look(prose, hyphen, neighbours, around_it)))

    def keep(self, least: float) -> None:
        """Leaves in doubt only what the first look gives more nats; nothing where there are so many that it is no sentence."""
        look = _weights()["look"]
        kept = [one for one in self.doubtful if weighed(look, one[2]) > least]
        self.doubtful = kept if len(kept) <= _MOST_IN_DOUBT else []

    def seams(self) -> list[Seam]:
        """The hyphens in doubt with the evidence of the sentence's tags."""
        if not self.doubtful:
            return []
        words, at = self._words()
        tagged = tags(words)
        places = [at[hyphen.place] for hyphen, _, _ in self.doubtful]
        seams = []
        for order, (hyphen, neighbours, look) in enumerate(self.doubtful):
            place = places[order]
            before = places[order - 1] if order else -1
            behind = places[order + 1] if order + 1 < len(places) else len(words)
            four = _around(words, tagged, place)
            near = {"head behind": float(_has_head(tagged[place + 2 : behind])), **_clause(neighbours)}
            read = {**look, **near, **_of_tags(four), **_of_places(tagged, before, place, behind), **self._beside(hyphen)}
            seams.append(Seam(hyphen, neighbours, four, read))
        return seams

    def _words(self) -> tuple[list[str], dict[int, int]]:
        """The tokens of the sentence with the hyphens in doubt as dashes, and where in the row these stand."""
        words: list[str] = []
        at: dict[int, int] = {}
        start = self.span.start
        for hyphen, _, _ in self.doubtful:
            words += [token.text for token in tokens(self.prose.text[start : hyphen.place])]
            at[hyphen.place] = len(words)
            words.append(_DASH)
            start = hyphen.place + 1
        words += [token.text for token in tokens(self.prose.text[start : self.span.end])]
        return words, at

    def _beside(self, hyphen: Hyphen) -> Evidence:
        """The other hyphens of the sentence."""
        others = sum(other is not hyphen for other, _, _ in self.doubtful)
        known = any(other.known and other.chunk == hyphen.chunk for other in self.hyphens)
        behind = self.prose.text.count(" ", hyphen.place, self.span.end)
        return {"others": float(others), "known beside": float(known), "words behind": min(40.0, behind)}


def _neighbours(text: str, sentence: Span, place: int) -> tuple[int, int, int, int]:
    """The places in the model of the two words before a hyphen of a sentence and the two behind it."""
    start = max(sentence.start, place - _REACH)
    running = Running(text[start : min(sentence.end, place + _REACH)])
    before, left, right, after = running.around(place - start, place + 1 - start)
    return before, left, right, max(after, NO_WORD)


def _around(words: Sequence[str], tagged: Sequence[str], place: int) -> tuple[str, str, str, str]:
    """The tags of the two words before a dash and of the two behind it, marks beside it left out."""
    left, right = place - 1, place + 1
    while left > 0 and words[left] in _CLOSERS:
        left -= 1
    while right < len(words) - 1 and words[right] in _OPENERS:
        right += 1
    return (
        tagged[left - 1] if left > 0 else _START,
        tagged[left] if left >= 0 else _START,
        tagged[right] if right < len(words) else _END,
        tagged[right + 1] if right + 1 < len(words) else _END,
    )


def _has_head(behind: Sequence[str]) -> bool:
    """Whether a noun follows that a compound could stand before, with nothing but modifiers between them."""
    for tag in behind:
        if tag.startswith("NN"):
            return True
        if tag not in _MODIFIERS:
            return False
    return False


def _clause(neighbours: tuple[int, int, int, int]) -> Evidence:
    """How well the two words behind a hyphen go on where a sentence begins with them, in nats."""
    _, _, right, after = neighbours
    if min(right, after) < 0:
        return {"begins": 0.0}
    model = ngrams()
    return {"begins": model.likely(after, right, place_of("<s>")) - model.likely(after, NO_WORD, NO_WORD)}


def _of_tags(four: tuple[str, str, str, str]) -> Evidence:
    two_before, before, behind, two_behind = four
    noun = two_behind.startswith("NN")
    return {
        "tags beside": number(f"tags {before} {behind}") / 100,
        "tags behind": number(f"behind {behind} {two_behind}") / 100,
        "tags before": number(f"before {two_before} {before}") / 100,
        "tags around": number(f"around {before} {behind} {two_behind}") / 100,
        "between article and noun": float(two_before in _BEFORE_NOUN and noun),
        "noun behind": float(noun),
        "article before": float(two_before in ("DT", "PRP$", "POS")),
        "verb right": float(behind in _FINITE),
        "participle right": float(behind in ("VBN", "VBG")),
    }


def _of_places(tagged: Sequence[str], before: int, place: int, behind: int) -> Evidence:
    return {
        "verbs before": min(3.0, sum(tag in _FINITE for tag in tagged[:place])),
        "verbs behind": min(3.0, sum(tag in _FINITE for tag in tagged[place + 1 : behind])),
        "words to next": min(_MOST_WORDS, behind - place),
        "words from last": min(_MOST_WORDS, place - before),
    }


def with_partners(seams: Sequence[Seam], scores: Sequence[float]) -> list[Evidence]:
    """The evidence about each seam together with that about the others; `scores` are what each is worth alone, in nats."""
    return [_with_partners(seams, scores, place) for place in range(len(seams))]


def _with_partners(seams: Sequence[Seam], scores: Sequence[float], place: int) -> Evidence:
    left, right = range(place), range(place + 1, len(seams))
    best_left = max(left, key=scores.__getitem__, default=None)
    best_right = max(right, key=scores.__getitem__, default=None)
    opened, closed = [one for one in left if scores[one] > 0], [one for one in right if scores[one] > 0]
    last, following = opened[-1] if opened else None, closed[0] if closed else None
    odd = len(opened) % 2 == 1
    spot = seams[place].hyphen.place
    over_left, over_right = _leap(seams, best_left, place), _leap(seams, place, best_right)
    over_last, over_next = _leap(seams, last, place), _leap(seams, place, following)
    return {
        **seams[place].evidence,
        "alone": scores[place],
        "best left": _NONE if best_left is None else scores[best_left],
        "best right": _NONE if best_right is None else scores[best_right],
        "nearest left": scores[place - 1] if place else _NONE,
        "nearest right": scores[place + 1] if right else _NONE,
        "to left": _FAR if best_left is None else min(_FAR, spot - seams[best_left].hyphen.place),
        "to right": _FAR if best_right is None else min(_FAR, seams[best_right].hyphen.place - spot),
        "dashes left": float(len(opened)),
        "dashes right": float(len(closed)),
        "words over left": over_left[0],
        "tags over left": over_left[1],
        "words over right": over_right[0],
        "tags over right": over_right[1],
        "words over last": over_last[0],
        "tags over last": over_last[1],
        "words over next": over_next[0],
        "tags over next": over_next[1],
        "opened": scores[last] if odd and last is not None else _NONE,
        "verb when opened": float(odd and last is not None and scores[last] > 1 and seams[place].tags[2] in _FINITE),
        "odd": float(odd),
    }


def _leap(seams: Sequence[Seam], first: int | None, second: int | None) -> tuple[float, float]:
    """How the words and the tags go on where what stands between two hyphens is left out, in nats."""
    if first is None or second is None:
        return 0.0, 0.0
    two_before, before, _, _ = seams[first].neighbours
    behind = seams[second].neighbours[2]
    suits = 0.0
    if behind >= 0 and before >= 0:
        suits = ngrams().likely(behind, before, two_before) - ngrams().likely(behind, NO_WORD, NO_WORD)
    return suits, number(f"next {seams[first].tags[1]} {seams[second].tags[2]}") / 100


def _judged(sentence: Sentence) -> Iterator[TypedDash]:
    sentence.keep(LEAST_LOOK)
    seams = sentence.seams()
    weights = _weights()
    scores = [weighed(weights["read"], seam.evidence) for seam in seams]
    for seam, evidence in zip(seams, with_partners(seams, scores), strict=True):
        share = forest("dashes.bin").share([evidence[name] for name in weights["asked"]])
        habit = _HABIT if seam.evidence["true dashes"] > _SOME_DASHES else 0.0
        yield TypedDash(seam.hyphen.place, _confidence(share, weights["confidence"], habit))


def _confidence(share: float, line: Sequence[float], habit: float) -> float:
    """The share of right verdicts, from that of the trees, by a logistic line (Platt, 1999); `habit` in nats is taken off."""
    inside = min(max(share, 0.001), 0.999)
    return 1 / (1 + math.exp(habit - line[0] - line[1] * math.log(inside / (1 - inside))))


@cache
def _weights() -> dict[str, Any]:
    weights: dict[str, Any] = json.loads(data.read("dashes.json"))
    return weights
