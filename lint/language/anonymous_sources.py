"""Which sources of an article are not named without a reason, or hidden so well that nobody can tell how they know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import IntEnum

from lint.document import Prose
from lint.language.article import Article
from lint.language.source_mentions import Mention, Sign, mentions
from lint.named import NamedTuple

_NEIGHBOURS = 2
"""So many sentences from a source its reason may stand."""
_FACELESS = frozenset("person people someone somebody those individual source".split())


class Fault(IntEnum):
    """What the reader is not told: why the name is hidden, or who it might be at all."""

    REASON = 0
    DESCRIPTION = 1


class AnonymousSource(NamedTuple):
    """A source, words `start..end` of a block, that the text owes the reader something about."""

    prose: Prose
    start: int
    end: int
    fault: Fault


def anonymous_sources(article: Article) -> Mapping[int, Sequence[AnonymousSource]]:
    """Those of an article by the identity of their block; each source once, where it comes first."""
    found: dict[int, list[AnonymousSource]] = {}
    for mention, fault in _judged(article, list(mentions(article))):
        found.setdefault(id(mention.prose), []).append(AnonymousSource(mention.prose, mention.start, mention.end, fault))
    return found


def _judged(article: Article, found: Sequence[Mention]) -> Iterator[tuple[Mention, Fault]]:
    excused = _excused(found)
    told: dict[str, int] = {}
    for number, mention in enumerate(found):
        if mention.reasoned:
            if number == 0 and _is_faceless(article, mention):
                yield mention, Fault.DESCRIPTION
        elif mention.sentence not in excused and mention.noun not in excused and not _is_known(mention, told):
            told[mention.noun] = mention.sentence
            yield mention, Fault.REASON


def _excused(found: Sequence[Mention]) -> frozenset[str | int]:
    """The nouns of the sources that have a reason, and the sentences around each."""
    nouns = {mention.noun for mention in found if mention.reasoned and mention.noun}
    sentences: set[int] = set()
    for number, mention in enumerate(found):
        if mention.reasoned:
            sentences.update(range(mention.sentence - _NEIGHBOURS, mention.sentence + _NEIGHBOURS + 1))
            if mention.refers_back and number:
                nouns.add(found[number - 1].noun)
    return frozenset(nouns | sentences)


def _is_known(mention: Mention, told: Mapping[str, int]) -> bool:
    """Whether a finding has asked for this source before: by its noun, or by one that `the person` or `he` may stand for."""
    if mention.sign is Sign.REQUEST:
        if told.get(mention.noun) == mention.sentence:
            return True
        return bool(told) and mention.refers_back and mention.sentence - max(told.values()) <= _NEIGHBOURS
    return mention.noun in told or (bool(told) and mention.refers_back)


def _is_faceless(article: Article, mention: Mention) -> bool:
    """Whether no word, here or before, says more of the first source than that it is one: `the official`, of whom nobody has read yet."""
    if mention.phrase is None:
        return mention.sentence == 0
    if mention.phrase.described or not (mention.phrase.definite or mention.noun in _FACELESS):
        return False
    return not any(mention.noun in words.lower() for words in _text_before(article, mention))


def _text_before(article: Article, mention: Mention) -> Iterator[str]:
    for prose in article.document.blocks:
        if prose is mention.prose:
            yield prose.text[: mention.first]
            return
        yield prose.text
