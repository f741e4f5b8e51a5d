"""Which tight hyphens of a block were typed for dashes, and how sure that is.

Pairs that lists have, and those that a first look finds plain, are compounds. The others are weighed by a forest of trees, which
`scripts/fit_dashes.py` grows; behind the place that opens a report stands a dash.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from lint import data
from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.dashes import is_attribution
from lint.language.forest import forest
from lint.language.hyphen_evidence import weighed
from lint.language.seams import Sentence, in_doubt, seams, sentences_of, with_partners
from lint.named import NamedTuple

_HABIT, _SOME_DASHES, _BEYOND_DOUBT = 1.5, 1.0, 0.99
"""A text with true dashes (the logarithm of one more than they are) seldom has typed ones beside them: nats that this takes off.

Not in a sentence with one that is beyond doubt: half of a pair must not be lost where others are mended already.
"""
_DOUBTED, _MOST_OF_HALF = (0.2, 0.6), 0.7
"""Where another hyphen of the same run is doubtful, the two are more likely one compound: `a winner-takes-all plan`."""
_AGENCY = r" ?\([A-Z][A-Za-z/ ]{1,20}\)"
_DATELINE = compiled(
    r"(?:(?P<alone>[A-Z][A-Z.'’]+(?: [A-Z][A-Z.'’]+){0,3})(?:, [A-Z][\w.]{1,12}){0,2}(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    rf"(?P<agency>{_AGENCY})?|[A-Z]\w+(?: [A-Z]\w+){{0,2}}{_AGENCY})-(?=[A-Z“\"'‘])"
)
_RUN_BEFORE, _RUN_BEHIND = compiled(r"[\w.+-]*\Z"), compiled(r"-[\w.+-]*")
_IDENTIFIER = compiled(r"\d\.\d+\.\d|(?<![^\W_])[a-z]+\d+[a-z]*(?![^\W_])")
"""A version, and letters with figures behind them: `0.2.0-alpha`, `wasm32-unknown-unknown`."""
_MOST_SEARCHED, _MOST_FOUND, _NEIGHBOURS, _LONGEST_RUN = 100_000, 20, 8, 100
_SHORTEST_REPORT, _SHORTEST_PLACE = 100, 4
_OF_DATELINES = 0.95


class TypedDash(NamedTuple):
    """A hyphen at `place` of a block that was typed for a dash, with the share of right verdicts among such."""

    place: int
    confidence: float


def typed_dashes(article: Article, prose: Prose) -> list[TypedDash]:
    """The tight hyphens of a block that may be dashes, in order; those that are plainly none are left out."""
    dateline = _dateline(prose)
    judged = [dash for sentence in sentences_of(article, prose) for dash in _judged(sentence) if dash.place != dateline]
    loose = [dash for dash in judged if not is_attribution(prose, dash.place, dash.place + 1)]
    found = [dash for dash in loose if not _is_in_name(article, prose.text, dash.place)]
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


def _is_in_name(article: Article, text: str, place: int) -> bool:
    """Whether a hyphen belongs to a name of software: it holds a version, is all that stands there, or is written so elsewhere, too.

    Elsewhere is between other neighbours, in code and addresses as well: a sentence that is repeated as a whole proves nothing.
    """
    before = _RUN_BEFORE.search(text, max(0, place - _LONGEST_RUN), place)
    behind = _RUN_BEHIND.match(text, place, min(len(text), place + _LONGEST_RUN))
    run = ((before.group() if before else "") + (behind.group() if behind else "")).strip(".").lower()
    if _IDENTIFIER.search(run) or run == text.strip().lower():
        return True
    around: set[tuple[str, str]] = set()
    folded, found = article.once(_source_in_small_letters), -1
    for _ in range(_MOST_FOUND):
        if (found := folded.find(run, found + 1)) < 0 or len(around) > 1:
            break
        end = found + len(run)
        if not (folded[found - 1 : found].isalnum() or folded[end : end + 1].isalnum()):
            around.add((folded[max(0, found - _NEIGHBOURS) : found].strip(), folded[end : end + _NEIGHBOURS].strip()))
    return len(around) > 1


def _source_in_small_letters(article: Article) -> str:
    return article.document.source.text[:_MOST_SEARCHED].lower()


def _judged(sentence: Sentence) -> Iterator[TypedDash]:
    weights = _weights()
    found = seams(in_doubt(sentence, weights["look"]))
    scores = [weighed(weights["read"], seam.evidence) for seam in found]
    shares = [forest("dashes.bin").share([one[name] for name in weights["asked"]]) for one in with_partners(found, scores)]
    confidences = [_confidence(share, weights["confidence"]) for share in shares]
    if found and max(confidences) < _BEYOND_DOUBT and found[0].evidence["true dashes"] > _SOME_DASHES:
        confidences = [_confidence(share, weights["confidence"], _HABIT) for share in shares]
    doubted = {seam.hyphen.chunk for seam, one in zip(found, confidences, strict=True) if _DOUBTED[0] < one < _DOUBTED[1]}
    for seam, confidence in zip(found, confidences, strict=True):
        is_half = seam.hyphen.chunk in doubted
        yield TypedDash(seam.hyphen.place, min(confidence, _MOST_OF_HALF) if is_half and confidence < _BEYOND_DOUBT else confidence)


def _confidence(share: float, line: Sequence[float], habit: float = 0.0) -> float:
    """The share of right verdicts, from that of the trees, by a logistic line (Platt, 1999); `habit` in nats is taken off."""
    inside = min(max(share, 0.001), 0.999)
    return 1 / (1 + math.exp(habit - line[0] - line[1] * math.log(inside / (1 - inside))))


@cache
def _weights() -> dict[str, Any]:
    weights: dict[str, Any] = json.loads(data.read("dashes.json"))
    return weights
