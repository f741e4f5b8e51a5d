"""Whether an entry of a table of plainer words stands at a place of a sentence, and what has to stand there instead.

What the sentence shows to be a name, a mention of the word itself or a citation of the law is left alone.
"""

from __future__ import annotations

from functools import cache, cached_property

from lint import pattern_notes
from lint.compiled import compiled
from lint.language.inflection import verb_forms
from lint.language.plain_entries import Entry
from lint.language.plain_forms import forms_of_slot, inflected
from lint.language.plain_frames import follows
from lint.language.sound import begins_with_vowel_sound
from lint.language.tagged_sentence import TaggedSentence
from lint.named import NamedTuple
from lint.text import Span

_LAW = compiled(
    r"§|(?i:\b(?:sub)?(?:sections?|clauses?) \d|\bparagraph \d|\bhere(?:by|in|inafter)\b|\bthereof\b)|\bArticle (?:\d|[IVX]+\b)"
    r"|(?<!\bI )(?<!\b[Ww]e )\bshall\b"
)
_MENTIONS = frozenset("word words verb noun adjective adverb phrase expression".split())
_AMOUNTS = frozenset("many most more enough few fewer much another".split())
_BEFORE_AMOUNTS = frozenset("DT PDT PRP$ POS WP$ CD".split())
_WITH_INFINITIVE = """
    have use need want go seem appear happen try mean fail come begin continue tend ought refuse agree offer ask tell expect plan hope
    decide like love wish allow force require order get wait manage
"""
_STEM = 4
"""So many letters tell that a word and the next but one are forms of one word: `helps to help`."""
_WHOLLY = frozenset("absolutely completely totally very".split())
_NEGATIONS = frozenset("not n't n’t never hardly".split())
_NO_PURPOSE = frozenset("not only just simply merely".split())


class Plainer(NamedTuple):
    """Words at `start..end` of a text, and the plainer ones for what stands from `first` to `last`, an article before them included
    where it changes, the best first; not `offered`, they are only named."""

    start: int
    end: int
    first: int
    last: int
    plain: tuple[str, ...]
    offered: bool


class PlainSentence(TaggedSentence):
    """A sentence, and what it shows of itself."""

    def __init__(self, text: str, span: Span | None = None) -> None:
        super().__init__(text, span)
        self.text = text

    @cached_property
    def cites_law(self) -> bool:
        """Whether its words are those of a law or a contract."""
        return _LAW.search(self.text, self.start, self.end) is not None

    @cached_property
    def opening(self) -> int:
        """The place of its first word."""
        return next((place for place, word in enumerate(self.small) if word[:1].isalnum()), 0)


def plainer(entry: Entry, sentence: PlainSentence, offset: int) -> Plainer | None:
    """What an entry says of the words around the one at `offset` that it is looked for by."""
    first = sentence.before(offset) - entry.anchor
    after = first + len(entry.slots)
    if first < 0 or not _stands(entry, sentence, first) or sentence.cites_law or _is_name(entry, sentence, first, after):
        return None
    if not _is_framed(entry, sentence, first, after):  # last, since it may need tags
        return None
    plain = tuple(words for each in entry.plain if (words := _fitting(each, entry, sentence, first)) is not None)
    return _told(entry, sentence, first, after, plain) if plain else None


def _stands(entry: Entry, sentence: PlainSentence, first: int) -> bool:
    """Whether all words of an entry stand there."""
    return all(sentence.word(first + step) in forms_of_slot(slot) for step, slot in enumerate(entry.slots))


def _is_framed(entry: Entry, sentence: PlainSentence, first: int, after: int) -> bool:
    """Whether there stands around them what has to, and nothing that must not."""
    if (entry.where == "START" and first != sentence.opening) or (entry.where == "INSIDE" and not sentence.word(first - 1)[:1].isalnum()):
        return False
    if sentence.word(first) in _WHOLLY and sentence.word(first - 1) in _NEGATIONS:
        return False
    verb = first + entry.head if entry.head >= 0 and entry.slots[entry.head].marked == "verb" else -1
    if any(follows(frame, sentence, verb, after) for frame in entry.barred):
        return False
    return not entry.behind or any(follows(frame, sentence, verb, after) for frame in entry.behind)


def _is_name(entry: Entry, sentence: PlainSentence, first: int, after: int) -> bool:
    """Whether they are written as a name or a title, or are spoken of as words."""
    inside = [sentence.written(place) for place in range(first + (first == sentence.opening), after)]
    if any(word != word.lower() for word in inside):
        return True
    if len(entry.slots) > 1:
        return first == sentence.opening and sentence.word(after) in ("is", "was")
    is_title = sentence.written(first)[:1].isupper() and sentence.written(after)[:1].isupper()
    return is_title or sentence.word(first - 1) in _MENTIONS


def _fitting(plain: str, entry: Entry, sentence: PlainSentence, first: int) -> str | None:
    """The plainer words in the form that fits there; None where they do not, or would stand beside themselves."""
    head = entry.head
    words = inflected(plain, entry.slots[head], sentence, first + head) if head >= 0 else plain
    if words is None:
        return None
    beginning = words.partition(" ")[0]
    if beginning in _AMOUNTS and sentence.tag(first - 1) in _BEFORE_AMOUNTS:
        return None
    if len(beginning) >= _STEM and any(word[:_STEM] == beginning[:_STEM] for word in sentence.small[max(0, first - 2) : max(0, first)]):
        return None
    return None if beginning == "to" and sentence.word(first - 1) in _no_purpose() else words


def _told(entry: Entry, sentence: PlainSentence, first: int, after: int, plain: tuple[str, ...]) -> Plainer | None:
    start, end = sentence.tokens[first].start, sentence.tokens[after - 1].end
    if entry.named:
        return Plainer(start, end, start, end, plain, False)
    if not plain[0]:
        return _left_out(sentence, first, after)
    words = tuple(_cased(each, sentence.written(first)) for each in plain)
    article = sentence.tokens[first - 1] if sentence.word(first - 1) in ("a", "an") else None
    if article is None or all(_article(article.text, each) == article.text for each in words):
        return Plainer(start, end, start, end, words, True)
    between = sentence.text[article.end : start]
    with_article = tuple(f"{_article(article.text, each)}{between}{each}" for each in words)
    return Plainer(start, end, article.start, end, with_article, True)


def _left_out(sentence: PlainSentence, first: int, after: int) -> Plainer | None:
    """The word behind words that may go, which begins the sentence now if they did."""
    if after >= len(sentence) or not sentence.word(after)[:1].isalnum():
        return None
    start, end, behind = sentence.tokens[first].start, sentence.tokens[after - 1].end, sentence.tokens[after]
    word = _cased(behind.text, sentence.written(first)) if behind.text.islower() else behind.text
    return Plainer(start, end, start, behind.end, (word,), True)


@cache
def _no_purpose() -> frozenset[str]:
    """Words behind which an infinitive is no purpose, or only half of one: `used to`, `not to win but`."""
    return _NO_PURPOSE.union(*(pattern_notes.noted("forms", verb, _all_forms) for verb in _WITH_INFINITIVE.split()))


def _all_forms(verb: str) -> list[str]:
    return [form for forms in verb_forms(verb).values() for form in forms]


def _cased(words: str, model: str) -> str:
    return words[:1].upper() + words[1:] if model[:1].isupper() else words


def _article(written: str, words: str) -> str:
    """The article before words, as it is said; the one that stands there where that is not sure."""
    vowel = begins_with_vowel_sound(words.partition(" ")[0])
    if vowel is None:
        return written
    return written[0] + ("n" if vowel else "")
