"""Claims whose source is a crowd without a face: `critics warn`, `many believe`, `studies show`, `it is widely believed`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lint.document import Prose
from lint.language.article import Article
from lint.language.claim_verbs import OPINION_ADJECTIVES, SPEAKING, claim_verbs, inverting_verbs
from lint.language.claiming import BEFORE_VERBS, Claim, claim_of
from lint.language.crowd_words import CROWDS, EVIDENCE, EVIDENCE_VERBS, Crowd
from lint.language.crowds import BEHIND_NOUNS, crowd_phrase, is_open
from lint.language.occurrences import rows_in, rows_of_letters
from lint.language.ownerless_evidence import evidence_claim
from lint.language.source_context import Place, is_answered
from lint.language.tagged import Tagged
from lint.language.vague_phrases import set_phrases
from lint.named import NamedTuple
from lint.pattern_notes import noted_words
from lint.text import Span

_LONGEST = 3_000
_NEAR = 13
_HAVE = frozenset(("have", "had"))
_GROWING = frozenset(("mounting", "growing", "emerging"))
_TOPICS = (["of"], ["on"], ["into"], ["about"])
_ADVICE = "'%s' names nobody: say who, or how many and where"


class VagueSource(NamedTuple):
    """Where the words stand in their block, in characters, and what the desk is to ask for."""

    start: int
    end: int
    advice: str


def vague_sources(prose: Prose, article: Article) -> Iterator[VagueSource]:
    """Those of a block that its article leaves without a face, in order, without overlap."""
    words = rows_in(article, prose)
    found = [VagueSource(*phrase, _ADVICE % prose.text[phrase.start : phrase.end]) for phrase in set_phrases(prose.text, frozenset(words))]
    if _may_claim(words):
        found += _in_sentences(prose, article)
    reached = 0
    for vague in sorted(found):
        if vague.start >= reached and not _is_excused(vague, prose, article):
            yield vague
            reached = vague.end


def _is_excused(vague: VagueSource, prose: Prose, article: Article) -> bool:
    if article.is_quoted(prose, vague.start, vague.end):
        return True
    return is_answered(Place(prose, vague.start, vague.end, article.sentence_at(prose, vague.start)), article)


def _in_sentences(prose: Prose, article: Article) -> Iterator[VagueSource]:
    """What looks vague in the sentences of a block, whatever stands around it."""
    for span in article.sentences(prose):
        read = Span(span.start, min(span.end, span.start + _LONGEST))
        if _may_claim(rows_of_letters(prose.text[read.start : read.end].lower())):
            yield from _claims(Tagged(prose.text, read))


def _may_claim(words: list[str]) -> bool:
    """Whether a verb of claiming stands near a crowd or evidence: the cheap test before a sentence is parsed."""
    heads = _heads().intersection(words)
    if any(_has_verb(words, place, word) for word in heads for place in _places(words, word)):
        return True
    return any(_is_spoken(words, place, verb) for verb in _spoken().intersection(words) for place in _places(words, verb))


def _is_spoken(words: list[str], place: int, verb: str) -> bool:
    """Whether a plural that may stand for people is beside a verb that only people do."""
    before = words[max(place - 4, 0) : place]
    if verb in _told() and _HAVE.isdisjoint(before):
        return False
    if before and (is_open(before[-1]) or before[-1] in BEFORE_VERBS or before[-1].endswith("ly")):
        return any(map(is_open, before))
    return any(map(is_open, words[place + 1 : place + 3]))


def _places(words: list[str], word: str) -> Iterator[int]:
    place = words.index(word)
    for _ in range(words.count(word) - 1):
        yield place
        place = words.index(word, place + 1)
    yield place


def _has_verb(words: list[str], place: int, word: str) -> bool:
    if not inverting_verbs().isdisjoint(words[max(place - 5, 0) : place]):
        return True
    following = words[place + 1 : place + _NEAR]
    if word in EVIDENCE and word != "figures":
        return not (EVIDENCE_VERBS | _GROWING).isdisjoint(following[:4]) or (
            following[:1] in _TOPICS and not EVIDENCE_VERBS.isdisjoint(following)
        )
    return following != [] and following[0] in _followers() and not _verbs().isdisjoint(following)


def _claims(sentence: Tagged) -> Iterator[VagueSource]:
    heads, spoken = _heads(), _spoken()
    for head, word in enumerate(sentence.small):
        if word in heads or (is_open(word) and not spoken.isdisjoint(sentence.small[max(head - 3, 0) : head + 5])):
            claim, advice = _crowd_claim(sentence, head)
            if claim is None and word in EVIDENCE:
                claim, advice = evidence_claim(sentence, head), f"Name the {word}, or link to them"
            if claim is not None:
                yield VagueSource(sentence.tokens[claim.first].start, sentence.tokens[claim.end - 1].end, advice)


def _crowd_claim(sentence: Tagged, head: int) -> tuple[Claim | None, str]:
    phrase = crowd_phrase(sentence, head)
    if phrase is None:
        return None, ""
    noun = "them" if phrase.crowd is Crowd.PRONOUN else f"the {sentence.word(head)}"
    return claim_of(sentence, phrase), f"Name {noun}, or say how many and where"


@cache
def _heads() -> frozenset[str]:
    return CROWDS | EVIDENCE


@cache
def _told() -> frozenset[str]:
    return noted_words("verbs that a crowd is told with", lambda: _forms_of_speaking("participle", "past"))


@cache
def _spoken() -> frozenset[str]:
    return noted_words("verbs that a crowd speaks with", lambda: _forms_of_speaking("base", "participle", "ing", "past"))


def _forms_of_speaking(*inflections: str) -> list[str]:
    return [form for form, verb in claim_verbs().items() if verb.lemma in SPEAKING and verb.inflection in inflections]


@cache
def _verbs() -> frozenset[str]:
    return noted_words("verbs that a crowd claims with", claim_verbs) | EVIDENCE_VERBS | OPINION_ADJECTIVES


@cache
def _followers() -> frozenset[str]:
    """What stands right behind a crowd that claims something."""
    return _verbs() | BEFORE_VERBS | BEHIND_NOUNS
