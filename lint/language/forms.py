"""One word written in two ways in one article: `e-mail` and `email`, `policy makers` and `policymakers`, `adviser` and `advisor`.

A word that is written with a hyphen in one place and closed in another is the same word, a few pairs such as `re-sign` and `resign` apart.
Two words and one are the same only where all of them are nouns: `set up` is a verb beside the noun `setup`. Hyphenated and open forms are
compared where the second part is a doer, `film-maker`: elsewhere the hyphen shows that the words stand before a noun (`a long-term plan`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from lint.compiled import compiled
from lint.language.article import Article
from lint.language.dialects import mix
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.occurrences import Occurrence, occurrences, words_of
from lint.language.remembered import Remembered
from lint.language.tags import tags
from lint.language.tokens import tokens
from lint.language.variants import Variant, variant, variants
from lint.language.word_parts import PREFIXES
from lint.named import NamedTuple

_LAST, _FIRST = compiled(r"(?<![^\W_])[a-z]+\Z"), compiled(r"[a-z]+(?![^\W_])")
_REACH = 24
_SHORTEST_CLOSED, _SHORTEST_HALF = 7, 3
_STEM = compiled(r"(?<=..)(?:e|es|ed|ing|ions?|ors?|ive|s)\Z")
_ENDINGS = ("", "s", "e", "es", "ed", "ing", "ion", "ions", "or", "ors", "ive")
_DOER = compiled(r"[a-z]{2,}(?:er|or)s?")
_DIFFERENT = frozenset("co-op one-time some-time pre-fix pro-vision dis-ease man-kind ex-press all-ways all-most per-cent mid-wife".split())
_NO_NOUNS = frozenset(
    """
    after all any back before can down every fore her him his how its may men not off one out over some the them through to under who with
    """.split()
)
"""First halves that are nouns in the lexicon only by the way, or parts of other words."""
_DEEDS = frozenset(
    """
    daybreak earthquake handshake heartbeat heartbreak landslide moonrise moonshine nightfall rainfall snowfall sunburn sunrise sunset
    sunshine waterfall
    """.split()
)
"""Nouns whose parts are as often somebody and what they do: `the sun rises`."""
_BEFORE_NOUNS = frozenset(("NN", "NNS", "JJ", "FW"))
"""What the tagger may call a noun before a noun; it learned from texts of 1989, when `web` was strange to it."""


class Way(NamedTuple):
    """One of the ways to write a word: its commonest form, and where it stands."""

    form: str
    places: tuple[Occurrence, ...]


class Inconsistency(NamedTuple):
    """A word in two ways or more, the one to keep first: the most frequent, of equals the one that is used first.

    `changes` are the places of the other ways, in the order of the text, each with what the kept way would put there.
    """

    ways: tuple[Way, ...]
    changes: tuple[tuple[Occurrence, str], ...]


class _Word(NamedTuple):
    """A word in its inflections, each in the ways to compare: `("e-mail", "email"), ("e-mails", "emails")`."""

    rows: tuple[tuple[str, ...], ...]
    noun: bool = False

    @property
    def forms(self) -> set[str]:
        """All that it may look like."""
        return {form for row in self.rows for form in row}


def inconsistencies(article: Article, listed: Mapping[str, str]) -> Iterator[Inconsistency]:
    """The words that an article writes in several ways; `listed` are pairs that no correspondence tells."""
    words = [*_closed(article), *_hyphenated(article), *_spelled(article), *_listed(article, listed)]
    places: dict[str, list[Occurrence]] = {}
    for place in occurrences(article, {form for word in words for form in word.forms}):
        places.setdefault(place.form, []).append(place)
    seen: set[str] = set()
    for word in words:
        found = _found(article, word, places) if seen.isdisjoint(word.forms) else None
        if found is not None:
            seen |= word.forms
            yield found


def _found(article: Article, word: _Word, places: Mapping[str, list[Occurrence]]) -> Inconsistency | None:
    rows = {form: (way, row) for row in word.rows for way, form in enumerate(row)}
    if len({rows[form][0] for form in rows if form in places}) < 2:
        return None
    by_way: dict[int, list[Occurrence]] = {}
    for place in sorted((place for form in rows for place in places.get(form, ())), key=_position):
        if not _is_part(place) and (not word.noun or _is_noun_there(article, place)):
            by_way.setdefault(rows[place.form][0], []).append(place)
    if len(by_way) < 2:
        return None
    ordered = sorted(by_way.values(), key=len, reverse=True)
    kept = rows[ordered[0][0].form][0]
    changes = [(place, rows[place.form][1][kept]) for places in by_way.values() for place in places]
    return Inconsistency(tuple(map(_way, ordered)), tuple(change for change in changes if change[0].form != change[1]))


def _position(place: Occurrence) -> int:
    return place.prose.span(place.start, place.end).start


def _way(places: list[Occurrence]) -> Way:
    forms = [place.form for place in places]
    return Way(max(forms, key=forms.count), tuple(places))


def _is_part(place: Occurrence) -> bool:
    """Whether it belongs to a longer compound, or is all that a block says, as labels and names of things are."""
    text = place.prose.text
    return "-" in (text[place.start - 1 : place.start], text[place.end : place.end + 1]) or len(text) == len(place.form)


def _is_noun_there(article: Article, place: Occurrence) -> bool:
    """Whether an open form is a noun before a noun, and a hyphenated one no modifier of the next word (`end-user tests`)."""
    sentence = article.sentence_at(place.prose, place.start)
    found = tokens(place.prose.text[sentence.start : sentence.end])
    tagged = dict(zip((token.start + sentence.start for token in found), tags([token.text for token in found]), strict=True))
    if " " in place.form:
        first = place.form.partition(" ")[0]
        told = _BEFORE_NOUNS if not lexicon().classes(first) & WordClass.ADJECTIVE else ("NN",)
        return tagged.get(place.start) in told and tagged.get(place.start + len(first) + 1) in ("NN", "NNS")
    return "-" not in place.form or not tagged.get(place.end + 1, "").startswith("NN")


def _closed(article: Article) -> Iterator[_Word]:
    """The nouns that stand closed and, perhaps in the other number, as two."""
    words = words_of(article)
    for first, second in sorted(_halves(words)):
        if first in words and (second in words or f"{second}s" in words):
            yield _Word(tuple((f"{first} {form}", f"{first}{form}", f"{first}-{form}") for form in (second, f"{second}s")), noun=True)


def _halves(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Of the nouns that are made of two nouns, the halves in the singular."""
    for word in words - _solid:
        if not _solid.holds(word):
            yield from _parted(word.removesuffix("s"))


@lru_cache(maxsize=1 << 14)
def _parted(word: str) -> tuple[tuple[str, str], ...]:
    """The ways to part a noun into two nouns."""
    if word in _DEEDS or lexicon().classes(word) not in (0, WordClass.NOUN):
        return ()
    parts = ((word[:place], word[place:]) for place in range(_SHORTEST_HALF, len(word) - _SHORTEST_HALF + 1))
    return tuple(
        (first, second) for first, second in parts if _is_noun(first) and _is_noun(second) and first not in _NO_NOUNS and _is_word(first)
    )


_solid = Remembered(lambda word: len(word) < _SHORTEST_CLOSED or not _parted(word.removesuffix("s")))
"""Words that are not made of two nouns."""


def _hyphenated(article: Article) -> Iterator[_Word]:
    """The words that stand with a hyphen and, perhaps in another inflection, without one."""
    words = words_of(article)
    for first, second in dict.fromkeys(_pairs(article.folded)):
        if _is_compound(first, second) and f"{first}-{second}" not in _DIFFERENT:
            stem = _STEM.sub("", second)
            if any(first + stem + ending in words for ending in _ENDINGS):
                yield _Word(tuple((f"{first}-{stem}{ending}", f"{first}{stem}{ending}") for ending in _ENDINGS))
            single = second.removesuffix("s")
            if _DOER.fullmatch(second) and not words.isdisjoint((single, f"{single}s")) and _is_noun(first):
                yield _Word(tuple((f"{first}-{form}", f"{first} {form}") for form in (single, f"{single}s")), noun=True)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """What stands on both sides of each hyphen, compounds of more than two words left out."""
    for before, after in pairwise(f" {text} ".split("-")):
        if not before.isalpha() and not after.isalpha():
            last, first = _LAST.search(before, max(0, len(before) - _REACH)), _FIRST.match(after)
            if last and first:
                yield last.group(), first.group()


def _is_compound(first: str, second: str) -> bool:
    """Whether two parts are a word of their own each, so that no word was torn there; `re-` parts different words."""
    begins = first in PREFIXES or _is_word(first) or len(first) == 1
    return begins and _is_word(second) and (first != "re" or second.startswith("e"))


def _spelled(article: Article) -> Iterator[_Word]:
    """The words that stand in two spellings which tell no dialect, or none that the text is in."""
    words = words_of(article)
    for word, known in sorted(variants(words).items()):
        for other in known.others:
            if words.isdisjoint((other, f"{other}s", other.removesuffix("s"))) or not _is_one_word(article, known, other):
                continue
            bases = word.removesuffix("s"), other.removesuffix("s")
            yield _Word((bases, (f"{bases[0]}s", f"{bases[1]}s"), (word, other)))


def _is_one_word(article: Article, known: Variant, other: str) -> bool:
    """Whether nothing is told by the two spellings: not another dialect, nor `a computer program` beside `a programme of visits`."""
    if not known.dialects:
        return True
    beside = variant(other)
    return beside is not None and bool(beside.dialects) and mix(article) is None


def _listed(article: Article, listed: Mapping[str, str]) -> Iterator[_Word]:
    for one, other in listed.items():
        if one in article.folded and other in article.folded:
            yield _Word(((one, other),))


def _is_word(word: str) -> bool:
    entry = lexicon().word(word)
    return entry is not None and entry.grade <= Grade.FULL


def _is_noun(word: str) -> bool:
    return bool(lexicon().classes(word) & WordClass.NOUN)
