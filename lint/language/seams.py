"""The hyphens of a sentence that may be dashes, with the evidence of its tags and of the other hyphens in it.

The sentence is tagged as if the hyphens in doubt were dashes. A dash that opens wants one that closes, and what stands between the two can
be left out: so how words and tags go on over each hyphen, and over each two, is evidence, too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.hyphen_evidence import Evidence, first_look, weighed
from lint.language.hyphens import Hyphen, Surroundings, number, surroundings
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, Running, place_of
from lint.language.tags import FINITE, tags
from lint.language.tokens import tokens
from lint.named import NamedTuple
from lint.text import Span

LEAST_LOOK = -4.0
"""Below these nats a first look is enough: the hyphen joins."""

_DASH = "--"
_BEFORE_NOUN = frozenset(("DT", "JJ", "PRP$", "POS", "CD"))
_MODIFIERS = frozenset(("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "RB", ",", "CC"))
_CLOSERS = frozenset((")", "]", "”", "’", '"', "'", "''", "%", ",", ".", "!", "?", ";", ":", "…"))
_OPENERS = frozenset(("(", "[", "“", "‘", '"', "``", "'", "$", "£", "€", "#"))
_NONE = -8.0
"""The score of a partner that is not there."""
_FAR = 400.0
_MOST_WORDS = 25.0
_MOST_IN_DOUBT = 40
_OFTEN = 3
"""What an article joins so often is a compound."""
_REACH = 60
"""How many characters hold two words."""
_START, _END = "^", "$"
_STOPS = ".,;:!?)"


class Looked(NamedTuple):
    """A hyphen, the words around it as the model knows them, and the evidence of a first look."""

    hyphen: Hyphen
    neighbours: tuple[int, int, int, int]
    evidence: Evidence


class Sentence(NamedTuple):
    """A sentence with hyphens; `doubtful` are those that need a reading of it."""

    prose: Prose
    span: Span
    hyphens: Sequence[Hyphen]
    doubtful: Sequence[Looked]


class Seam(NamedTuple):
    """A hyphen in doubt: the words around it as the model knows them, the tags of these, and the evidence so far."""

    hyphen: Hyphen
    neighbours: tuple[int, int, int, int]
    tags: tuple[str, str, str, str]
    evidence: Evidence


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
        yield Sentence(prose, span, found, [_looked(prose, span, hyphen, around_it) for hyphen in found if _may_part(hyphen, around_it)])


def _may_part(hyphen: Hyphen, around_it: Surroundings) -> bool:
    """Whether neither lists nor the article itself have the pair for a compound."""
    return not hyphen.known and around_it.pairs[hyphen.pair] < _OFTEN


def _looked(prose: Prose, sentence: Span, hyphen: Hyphen, around_it: Surroundings) -> Looked:
    neighbours = _neighbours(prose.text, sentence, hyphen.place)
    return Looked(hyphen, neighbours, first_look(prose, hyphen, neighbours, around_it))


def in_doubt(sentence: Sentence, weights: Mapping[str, float]) -> Sentence:
    """The sentence with what the first look leaves in doubt; with nothing where that is so much that it is no sentence."""
    kept = [looked for looked in sentence.doubtful if weighed(weights, looked.evidence) > LEAST_LOOK]
    return sentence._replace(doubtful=kept if len(kept) <= _MOST_IN_DOUBT else [])


def seams(sentence: Sentence) -> list[Seam]:
    """The hyphens in doubt with the evidence of the sentence's tags."""
    if not sentence.doubtful:
        return []
    words, places = _words(sentence)
    tagged = tags(words)
    found = []
    for (hyphen, neighbours, look), before, place, behind in zip(
        sentence.doubtful, (-1, *places), places, (*places[1:], len(words)), strict=False
    ):
        four = _around(words, tagged, place)
        near = {"head behind": float(_has_head(tagged[place + 2 : behind])), **_clause(neighbours)}
        read = {**look, **near, **_of_tags(four), **_of_places(tagged, before, place, behind), **_beside(sentence, hyphen)}
        found.append(Seam(hyphen, neighbours, four, read))
    return found


def _words(sentence: Sentence) -> tuple[list[str], list[int]]:
    """The tokens of the sentence with the hyphens in doubt as dashes, and where in the row these stand."""
    words: list[str] = []
    places = []
    start = sentence.span.start
    for hyphen, _, _ in sentence.doubtful:
        words += [token.text for token in tokens(sentence.prose.text[start : hyphen.place])]
        places.append(len(words))
        words.append(_DASH)
        start = hyphen.place + 1
    words += [token.text for token in tokens(sentence.prose.text[start : sentence.span.end])]
    return words, places


def _beside(sentence: Sentence, hyphen: Hyphen) -> Evidence:
    """The other hyphens of the sentence."""
    known = any(other.known and other.chunk == hyphen.chunk for other in sentence.hyphens)
    behind = sentence.prose.text.count(" ", hyphen.place, sentence.span.end)
    return {"others": len(sentence.doubtful) - 1.0, "known beside": float(known), "words behind": min(40.0, behind)}


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
        "verb right": float(behind in FINITE),
        "participle right": float(behind in ("VBN", "VBG")),
    }


def _of_places(tagged: Sequence[str], before: int, place: int, behind: int) -> Evidence:
    return {
        "verbs before": min(3.0, sum(tag in FINITE for tag in tagged[:place])),
        "verbs behind": min(3.0, sum(tag in FINITE for tag in tagged[place + 1 : behind])),
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
        "verb when opened": float(odd and last is not None and scores[last] > 1 and seams[place].tags[2] in FINITE),
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
