"""Where a text mentions a source that is not named, told by one of three signs.

Such a source is a noun phrase for people (`unnamed_people`) that knows the matter or stands near to it, that asks not to be named, or that
speaks and is of a calling whose words are given to hide their speaker. `anonymity` has the wordings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from enum import IntEnum
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.language.anonymity import HINTS as REQUEST_HINTS
from lint.language.anonymity import gives_reason, is_permission, requests, tells_stake
from lint.language.article import Article
from lint.language.attributing import (
    apposed,
    introduces_speaker,
    is_predicate,
    may_be_said_by,
    may_speak,
    names_speaker,
    reported,
    said_after,
    said_at_once,
    said_before,
    said_somewhere,
)
from lint.language.closeness import HINTS as CLOSENESS_HINTS
from lint.language.closeness import ClosePerson, close_people, is_matter
from lint.language.occurrences import rows_in
from lint.language.tagged_sentence import TaggedSentence
from lint.language.unnamed_people import CONFIDENTIAL, Phrase, is_named, is_person, is_told_later
from lint.named import NamedTuple
from lint.text import Span

_CALLINGS = frozenset(form for noun in CONFIDENTIAL for form in (noun, f"{noun}s", f"{noun[:-1]}ies"))
_GIFT = compiled(r"(?i)\b(?:donor|donation|winner|buyer|bidder|benefactor|philanthropist|collector|jackpot|lottery)s?\b")
_PLURAL_SOURCES = frozenset("source insider diplomat".split())
_RANKS = frozenset("senior former top high-ranking ranking unnamed anonymous unidentified".split())
_STOPS = frozenset((".", ";", "”", "“", '"', "!", "?"))
_REACH = 400
"""So many characters around a place may say what it is."""
_FAR, _NEXT = 14, 3
"""So many tokens may part a request from the one who asks; no more than so few for the two to be one finding."""


LITERALS = frozenset((*REQUEST_HINTS, *CLOSENESS_HINTS, *CONFIDENTIAL))
"""Lower-case strings one of which stands in every block that mentions a source without a name."""


class Sign(IntEnum):
    """By what a source was told."""

    REQUEST = 0
    CLOSENESS = 1
    SPEECH = 2


class Mention(NamedTuple):
    """A place where an unnamed source stands: words `start..end` of a block, in the sentence of the article that has this number.

    `reasoned` is whether the words around it say why the name is hidden; the phrase for it starts at `first`.
    """

    prose: Prose
    start: int
    end: int
    sentence: int
    sign: Sign
    phrase: Phrase | None
    reasoned: bool = False
    first: int = 0

    @property
    def noun(self) -> str:
        """What the source is called, in the singular; nothing where a pronoun stands for it."""
        return self.phrase.noun if self.phrase else ""

    @property
    def refers_back(self) -> bool:
        """Whether it may be of somebody mentioned before."""
        return self.phrase is None or self.phrase.generic or self.phrase.definite


def mentions(article: Article) -> Iterator[Mention]:
    """Those outside quotations, in the order of the text; of two that overlap the first."""
    small = article.folded.replace("\n", " ")
    count, hints = 0, _Hints(_standing(REQUEST_HINTS, small), _standing(CLOSENESS_HINTS, small))
    for prose in article.document.blocks:
        block = _Block(article, prose, count, hints)
        last = -1
        for mention in sorted(block.mentions(), key=_order):
            if mention.start >= last and not article.is_quoted(prose, mention.start, mention.end):
                last = mention.end
                yield mention
        count += block.length


def _standing(hints: Sequence[str], small: str) -> tuple[str, ...]:
    return tuple(hint for hint in hints if hint in small)


def _order(mention: Mention) -> tuple[int, int]:
    return mention.start, -mention.end


class _Hints(NamedTuple):
    """The words of an article without which no block of it has a mention of that sort: most blocks need not be read."""

    requests: tuple[str, ...]
    closeness: tuple[str, ...]


class _Block:
    """A block of an article whose first sentence has a number."""

    def __init__(self, article: Article, prose: Prose, first: int, hints: _Hints) -> None:
        self._article = article
        self._prose = prose
        self._first = first
        self._hints = hints
        self._known: dict[int, TaggedSentence] = {}
        self.text = prose.text.replace("\n", " ").replace("\u00a0", " ")

    @cached_property
    def _spans(self) -> tuple[Span, ...]:
        return self._article.sentences(self._prose) or (Span(0, len(self.text)),)

    @property
    def length(self) -> int:
        """How many sentences it has, if that had to be worked out; else about so many."""
        return len(self._spans) if "_spans" in self.__dict__ else 2

    def mentions(self) -> Iterator[Mention]:
        """All of them, in no order."""
        yield from self._requests()
        yield from self._closeness()
        yield from self._speech()

    def _requests(self) -> Iterator[Mention]:
        found = list(requests(self.text, self._hints.requests))
        for number, request in enumerate(found):
            sentence = self._sentence(request.start())
            phrase, first, start = _subject(sentence, request.start())
            before = self.text[max(sentence.start, request.start() - _REACH) : request.start()]
            if phrase is None and _GIFT.search(before):
                continue
            beside = [other for other in found[max(0, number - 1) : number + 2] if other is not request]
            others = [other.group() for other in beside if sentence.start <= other.start() < sentence.end]
            reasoned = self._is_reasoned(request, before, others, sentence) or self._is_explained(request.start())
            yield self._mention(start, request.end(), Sign.REQUEST, phrase, first, reasoned)

    def _is_reasoned(self, request: re.Match[str], before: str, others: Sequence[str], sentence: TaggedSentence) -> bool:
        """Whether the sentence of a request says why: behind it, or by saying as well that the person may not speak."""
        if is_permission(request.group()) and (others or "because" in before.lower()):
            return True
        return any(map(is_permission, others)) or gives_reason(self.text[request.end() : min(sentence.end, request.end() + _REACH)])

    def _closeness(self) -> Iterator[Mention]:
        for person in close_people(self.text, self._hints.closeness):
            sentence = self._sentence(person.start)
            found = sentence.phrase(person.end)
            if found and not is_told_later(self.text, person.reach) and self._is_told_by(*found, sentence, person):
                yield self._mention(found[1], person.reach, Sign.CLOSENESS, found[0]._replace(described=True), found[1])

    def _is_told_by(self, phrase: Phrase, start: int, sentence: TaggedSentence, person: ClosePerson) -> bool:
        """Whether the sentence has what it says from somebody who stands near the matter, and who is not named."""
        before = self.text[max(sentence.start, start - _REACH) : start]
        end, knows = person.reach, person.knows
        verb = said_after(self.text, end, sentence.end)
        speaks = verb >= 0 and "," not in self.text[end:verb]
        if is_predicate(before) or (apposed(before, self.text[end : end + 1]) and not (phrase.plural or speaks)):
            return False
        if said_before(before):
            return True
        if reported(before):
            return False
        if verb >= 0:
            between = self.text[end:verb]
            return not sentence.has_finite_verb(end, verb) or " who " in between or " that " in between
        if phrase.noun == "source" or (knows and is_matter(self.text, end)):
            return True
        return (
            knows
            and not phrase.generic
            and said_somewhere(self.text[max(sentence.start, start - _REACH) : min(sentence.end, end + _REACH)])
        )

    def _speech(self) -> Iterator[Mention]:
        for start, end in self._callings():
            verb = said_at_once(self.text, end)
            if (verb < 0 and not may_be_said_by(self.text, start)) or is_named(self.text, end):
                continue
            sentence = self._sentence(start)
            found = sentence.phrase(end)
            if found and _hides(found[0], sentence) and self._speaks(*found, sentence, end, verb):
                yield self._mention(found[1], end, Sign.SPEECH, *found)

    def _callings(self) -> Iterator[tuple[int, int]]:
        """The nouns for those who are called only by them and speak, as it seems."""
        small = self.text.lower()
        for noun in _CALLINGS.intersection(rows_in(self._article, self._prose)) if len(small) == len(self.text) else ():
            start = small.find(noun)
            while start >= 0:
                end = start + len(noun)
                if not (small[start - 1 : start].isalnum() or small[end : end + 1].isalnum()) and may_speak(self.text, start, end):
                    yield start, end
                start = small.find(noun, end)

    def _speaks(self, phrase: Phrase, start: int, sentence: TaggedSentence, end: int, verb: int) -> bool:
        before = self.text[max(sentence.start, start - _REACH) : start]
        speaks = verb >= 0 and "," not in self.text[end:verb]
        if is_predicate(before) or (apposed(before, self.text[end : end + 1]) and not (phrase.plural or speaks)):
            return False
        if said_before(before):
            return True
        if phrase.noun != "source" and self._is_named_near(start, phrase.plural):
            return False
        return sentence.has_verb_at(verb) and not reported(before) and not sentence.has_finite_verb(end, verb)

    def _is_named_near(self, offset: int, plural: bool) -> bool:
        """Whether the speaker, or one of several, is named in this sentence or one of the next two."""
        number = self._number(offset)
        words = self.text[offset : min(offset + _REACH, self._spans[min(number + 2, len(self._spans) - 1)].end)]
        return names_speaker(words) if plural else introduces_speaker(words)

    def _mention(self, start: int, end: int, sign: Sign, phrase: Phrase | None, first: int, reasoned: bool = False) -> Mention:
        return Mention(self._prose, start, end, self._first + self._number(start), sign, phrase, reasoned, first)

    def _sentence(self, offset: int) -> TaggedSentence:
        number = self._number(offset)
        if number not in self._known:
            self._known[number] = TaggedSentence(self.text, self._spans[number])
        return self._known[number]

    def _number(self, offset: int) -> int:
        return max(bisect_right(self._spans, (offset, len(self.text) + 1)) - 1, 0)

    def _is_explained(self, offset: int) -> bool:
        """Whether a neighbouring sentence says what the source has to lose."""
        number = self._number(offset)
        neighbours = self._spans[max(0, number - 1) : number] + self._spans[number + 1 : number + 2]
        return any(tells_stake(self.text[span.start : min(span.end, span.start + _REACH)]) for span in neighbours)


def _subject(sentence: TaggedSentence, end: int) -> tuple[Phrase | None, int, int]:
    """Who asks: the last noun phrase for people before a request that starts at `end`, where it starts, and where the finding does."""
    last = sentence.before(end) - 1
    for number in range(last, max(last - _FAR, -1), -1):
        if sentence.words[number] in _STOPS:
            break
        found = sentence.phrase_of(number) if is_person(sentence.words[number].lower()) else None
        if found:
            return *found, found[1] if last - number <= _NEXT else end
    return None, end, end


def _hides(phrase: Phrase, sentence: TaggedSentence) -> bool:
    """Whether a phrase for a speaker hides a name: not officials who speak for their office, nor one that refers back."""
    if phrase.noun == "source":
        return not phrase.definite or phrase.plural or not phrase.described
    if phrase.definite:
        return False
    opening = {word.lower() for word in sentence.words[phrase.first : phrase.first + 4]}
    return phrase.marked or not phrase.plural or phrase.counted or phrase.noun in _PLURAL_SOURCES or not _RANKS.isdisjoint(opening)
