"""A fact that an article tells again in other words, with the same names and figures.

Only a conjunction says so: both sentences have a figure that few others have, and a name; the later has no name and no figure that the
earlier has not; and of what else it says, by the weight of its words, most was said. The lead may be told again in the body, a quotation
may say what the writer has said, and the entries of a live file are read alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from math import sqrt

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.figures import Figure
from lint.language.lexicon import lexicon
from lint.language.occurrences import rows_of_letters
from lint.language.person_names import GENITIVE
from lint.language.repeated_by_design import end_of_lead, is_live
from lint.language.same_words import aligned, denials, names
from lint.language.sentence_rows import Place, Sentence, SentenceRow
from lint.language.set_pieces import is_set_apart
from lint.language.stems import stem
from lint.named import NamedTuple
from lint.text import Span

_DIGITS = compiled(r"\d[\d,.]*\d")
_TIME = compiled(
    r"\b(?:this|last|next|previous|following) "
    r"(?:year|month|week|summer|spring|autumn|fall|winter|season|term|quarter|decade|century|night|\w+day)\b"
)
_YEAR = compiled(r"(?:19|20)\d\d")
_FARTHER = 2
"""Paragraphs between two places, at least: what is nearer goes on with a thing."""
_MOST = 4
"""Sentences that may have a figure which tells what a sentence is about."""
_COVERED, _COVERED_DENIED = 0.45, 0.65
"""The share of what the later sentence says that the earlier has said, and where only one of them denies something."""
_ALIKE = 0.75
"""Sentences that have this share of their words in order are told as passages."""
_FEWEST = 3
"""Words that say something, names among them, and that both sentences have."""
_FIGURES_ALONE = 2
"""Telling figures of a sentence without a name."""
_RAREST, _FREQUENT = 14.0, 6.9
"""Nats."""


class Claim(NamedTuple):
    """A fact at its last place, and at the earlier ones; spans of the source. `shared` are figures and names that all have."""

    span: Span
    earlier: tuple[Span, ...]
    shared: tuple[str, ...]


def repeated_claims(blocks: Sequence[Prose], article: Article) -> Iterator[Claim]:
    """The facts that some blocks tell again, in the order of their last places."""
    row = SentenceRow([block for block in blocks if not is_set_apart(block)], article)
    pairs = [pair for pair in _pairs(row, article) if _is_one_claim(row[pair[0]], row[pair[1]], article)]
    if pairs and not article.once(is_live):
        yield from (_claim(row, later, earlier) for later, earlier in sorted(_chains(pairs).items()))


def _claim(row: SentenceRow, later: Place, earlier: set[Place]) -> Claim:
    first = min(earlier)
    return Claim(row[later].source, tuple(row[place].source for place in sorted(earlier)), _shared_words(row[later], row[first]))


def _chains(pairs: Sequence[tuple[Place, Place]]) -> dict[Place, set[Place]]:
    """The last place of each fact, with all earlier ones."""
    chains: dict[Place, set[Place]] = {}
    for later, earlier in sorted(pairs):
        chains[later] = chains.get(later, set()) | {earlier} | chains.pop(earlier, set())
    return chains


def _pairs(row: SentenceRow, article: Article) -> list[tuple[Place, Place]]:
    """Sentences far enough apart that have a telling figure in common, which few have: the later and the earlier."""
    places: dict[Figure, list[Place]] = {}
    for place in _with_common_digits(row, article):
        for figure in row[place].figures:
            if figure.is_telling:
                places.setdefault(figure, []).append(place)
    lead = end_of_lead(row, article) if places else 0
    found = {
        (later, earlier)
        for having in places.values()
        if len(having) <= _MOST
        for earlier, later in combinations(having, 2)
        if earlier.block >= lead and later.block - earlier.block >= _FARTHER
    }
    return sorted(found)


def _with_common_digits(row: SentenceRow, article: Article) -> Iterator[Place]:
    """The sentences with digits that stand in some blocks, but not in many: the cheap look."""
    by_block = [set(_DIGITS.findall(block.text)) for block in row.blocks]
    counts = Counter(digits for block in by_block for digits in block)
    common = {digits for digits, count in counts.items() if 1 < count <= _MOST and not _YEAR.fullmatch(digits)}
    for number, digits in enumerate(by_block):
        if not common.isdisjoint(digits):
            text = row.blocks[number].text
            for sentence, span in enumerate(article.sentences(row.blocks[number])):
                if not common.isdisjoint(_DIGITS.findall(text, span.start, span.end)):
                    yield Place(number, sentence)


def _is_one_claim(later: Sentence, earlier: Sentence, article: Article) -> bool:
    """Whether the later sentence tells nothing that the earlier has not, in the writer's own and in other words."""
    if not later.figures <= earlier.figures or any(article.is_quoted(each.prose, *each.span) for each in (later, earlier)):
        return False
    known = set(map(stem, earlier.words.same))
    named = set(map(stem, names(later.words)))
    if not named <= known or _are_at_two_times(later.text, earlier.text):
        return False
    if not named and sum(figure.is_telling for figure in later.figures) < _FIGURES_ALONE:
        return False
    share = _COVERED if denials(later.words) == denials(earlier.words) else _COVERED_DENIED
    return _covers(later, known, share, article) and not _are_alike(later, earlier)


def _are_alike(one: Sentence, other: Sentence) -> bool:
    return aligned(one.words, other.words).same >= _ALIKE * max(len(one.words), len(other.words))


def _are_at_two_times(one: str, other: str) -> bool:
    """Whether one sentence is about this summer and the other about the last."""
    times = [set(_TIME.findall(text.lower())) for text in (one, other)]
    return all(times) and times[0].isdisjoint(times[1])


def _covers(later: Sentence, known: set[str], share: float, article: Article) -> bool:
    """Whether a share of what a sentence says is known, by the weight of its words."""
    times = article.once(_times)
    weights = {stem(word): _rarity(word) for word in later.words.same if word[0].isalpha() and _rarity(word) > _FREQUENT}
    shared = known.intersection(weights)
    return len(shared) >= _FEWEST and _weight(weights, shared, times) >= share * _weight(weights, set(weights), times)


def _weight(weights: Mapping[str, float], stems: set[str], times: Mapping[str, int]) -> float:
    return sum(weights[each] / sqrt(max(times[each], 1)) for each in stems)


def _times(article: Article) -> Counter[str]:
    """How often each stem stands in an article."""
    return Counter(map(stem, rows_of_letters(article.folded)))


@lru_cache(maxsize=1 << 14)
def _rarity(word: str) -> float:
    """How rare a word is, in nats."""
    entry = lexicon().word(word) or lexicon().word(word.capitalize())
    return _RAREST if entry is None else min(_RAREST, -entry.likely)


def _shared_words(later: Sentence, earlier: Sentence) -> tuple[str, ...]:
    """A figure and a name that two sentences have in common, as the later one writes them."""
    known = set(map(stem, earlier.words.same))
    named = [GENITIVE.sub("", written) for same, written in names(later.words).items() if stem(same) in known]
    digits = _DIGITS.findall(earlier.text)
    return (*[each for each in _DIGITS.findall(later.text) if each in digits][:1], *named[:1])
