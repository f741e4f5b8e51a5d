"""The names of a text, and which of them are one name written in two ways: Zelenskyy and Zelensky.

That two names differ by a slip says little: Andersen and Anderson are two people, Israel and Israeli two words. What says more is what
stands around them. Both follow the same first name or go before the same family name; or one is introduced and the other, which no list
has, stands only where a name stands that was introduced before; or both have the same office. Two first names, or one sentence that
has both, say that they are two.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.house import Vocabulary
from lint.language.article import Article
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.name_forms import alike, apart, are_one_first_name, is_listed, is_name, is_ordinary, may_be_one, plain
from lint.language.titles import HONORIFICS, OFFICES
from lint.language.unknown_words import is_in_code
from lint.named import NamedTuple

_NAME = compiled(r"(?<![\w@#])[A-ZÀ-ÖØ-ÞĀ-Ž](?:['’][A-Z])?[^\W\d_A-Z][^\W\d_]{2,30}(?!\w|['’](?!s\b)\w)")
_BEFORE = compiled(r"([^\W\d_][\w.'’]*)[ \u00a0](?:[A-Z]\.[ \u00a0]?)*\Z")
_AFTER = compiled(r"[ \u00a0](?:[A-Z]\.[ \u00a0]?)*([A-ZÀ-ÖØ-Þ][^\W\d_]+)")
_OFFICE_BEHIND = compiled(r",[ \u00a0](?:(?:the|a|an|his|her|their)[ \u00a0])?(?:[a-z]+[ \u00a0]){0,2}?([a-z]+)(?=[,.;])")
_SAYS_BEHIND = compiled(r"[ \u00a0](?:has |had |also )?(?:said|says|told|tells|added|adds|wrote|writes|asked|asks|continued|replied)\b")
_SIC = compiled(r"['’]?s?\s?[\[(]\s*sic\b")
_REACH = 40
_CHEAP = 4.0
_SMALL_WORD, _SMALL_FIRST_WORD = -7.0, -7.8
"""Words that are likelier than this, in nats, are no part of a name: `And`, `While`."""
_PLACED = frozenset("in at near from to of around outside across by with for against".split())


class NamePlace(NamedTuple):
    """Where a name stands in a block, without the ending of a genitive."""

    prose: Prose
    start: int
    end: int


class Variant(NamedTuple):
    """A name that is written in two ways: the `rarer` one at some `places`, the `usual` one `count` times.

    `decided` says that the vocabulary of the house has the usual one.
    """

    rarer: str
    usual: str
    places: tuple[NamePlace, ...]
    times: int
    decided: bool


def variants(blocks: Sequence[Prose], article: Article) -> Iterator[Variant]:
    """The names that these blocks write in two ways, each rarer form once."""
    vocabulary = article.house.vocabulary
    forms = {form for prose in blocks for form in _NAME.findall(prose.text)} - vocabulary.never - vocabulary.rather.keys()
    pairs = [pair for pair in alike(forms) if may_be_one(*pair)]
    if not pairs:
        return
    names = _names({form for pair in pairs for form in pair}, blocks, article)
    same = [_ordered(names[one], names[other], vocabulary) for one, other in pairs if _are_one(names[one], names[other])]
    told: set[str] = set()
    for rarer, usual in sorted(same, key=lambda pair: (-len(pair[1].places), pair[0].form)):
        if told.isdisjoint((rarer.form, usual.form)) and not vocabulary.excuses(rarer.form):
            told.add(rarer.form)
            yield Variant(rarer.form, usual.form, tuple(rarer.places), len(usual.places), vocabulary.excuses(usual.form))


class _Name:
    """A form with its places, and what stands around them."""

    def __init__(self, form: str, article: Article) -> None:
        self.form = form
        self.places: list[NamePlace] = []
        self._article = article

    @cached_property
    def sentences(self) -> frozenset[tuple[int, int]]:
        """The sentences that it stands in."""
        return frozenset((id(place.prose), self._article.sentence_at(place.prose, place.start).start) for place in self.places)

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The other names that it follows."""
        return frozenset(
            word for word, is_first in self._before if word[0].isupper() and not _is_title(word) and _names_more(word, is_first)
        )

    @cached_property
    def titles(self) -> frozenset[str]:
        """The titles and offices that it has, in lower case."""
        behind = (_OFFICE_BEHIND.match(place.prose.text, place.end) for place in self.places)
        words = [*(word for word, _ in self._before), *(found[1] for found in behind if found)]
        return frozenset(word.lower().rstrip(".") for word in words if _is_title(word))

    @cached_property
    def family_names(self) -> frozenset[str]:
        """The other names that follow it."""
        after = (_AFTER.match(place.prose.text, place.end) for place in self.places)
        return frozenset(found[1] for found in after if found and _names_more(found[1], False))

    @cached_property
    def slots(self) -> frozenset[str]:
        """What says how it is used: the prepositions before it, and whether somebody speaks."""
        speaks = any(_SAYS_BEHIND.match(place.prose.text, place.end) for place in self.places)
        return frozenset(word for word, _ in self._before if word in _PLACED) | ({"says"} if speaks else frozenset())

    @property
    def is_bare(self) -> bool:
        """Whether it stands alone everywhere, as a name does that was introduced before."""
        return not self.first_names and not self.family_names

    @cached_property
    def _before(self) -> list[tuple[str, bool]]:
        """The words right before it, with whether a sentence begins with them."""
        found = []
        for prose, start, _ in self.places:
            before = _BEFORE.search(prose.text, max(0, start - _REACH), start)
            if before and (not before[1].endswith(".") or _is_title(before[1])):
                found.append((before[1], not self._article.is_name(prose, before.start(1)) and before[1][0].isupper()))
        return found


def _is_title(word: str) -> bool:
    small = word.lower().rstrip(".")
    return small in HONORIFICS or small in OFFICES


def _names_more(word: str, is_first: bool) -> bool:
    """Whether a capitalised word beside a name is a part of it: no small word of a headline, nor one that begins a sentence."""
    small = lexicon().word(word.lower())
    if small is None or small.grade > Grade.VARIANT:
        return True
    if small.likely > (_SMALL_FIRST_WORD if is_first else _SMALL_WORD):
        return False
    return is_name(word) or bool(lexicon().classes(word.lower()) & (WordClass.NOUN | (WordClass.VERB if is_first else 0)))


def _names(forms: set[str], blocks: Sequence[Prose], article: Article) -> dict[str, _Name]:
    """Some forms with their places; not those in code, nor those marked as somebody else's slip."""
    names = {form: _Name(form, article) for form in forms}
    for prose in blocks:
        for found in _NAME.finditer(prose.text):
            name = names.get(found.group())
            if name is not None and not is_in_code(prose.text, *found.span()) and not _SIC.match(prose.text, found.end()):
                name.places.append(NamePlace(prose, *found.span()))
    return names


def _are_one(one: _Name, other: _Name) -> bool:
    """Whether what stands around two forms says that they are one name."""
    if not one.places or not other.places:
        return False
    if one.first_names and other.first_names:
        return bool(one.first_names & other.first_names)
    if one.sentences <= other.sentences or other.sentences <= one.sentences:
        return False
    if one.family_names and other.family_names:
        return bool(one.family_names & other.family_names) and are_one_first_name(one.form, other.form)
    if plain(one.form) == plain(other.form):
        return not one.family_names and not other.family_names
    if is_ordinary(one.form) or is_ordinary(other.form):
        return False
    return _is_taken_up(one, other) or _is_taken_up(other, one) or _have_one_slot(one, other)


def _is_taken_up(introduced: _Name, bare: _Name) -> bool:
    """Whether the second stands for the first, which the text introduces: no list has it, or none has the first and both say something."""
    if not bare.is_bare or (introduced.is_bare and not introduced.titles):
        return False
    return not is_listed(bare.form) or (not is_listed(introduced.form) and "says" in introduced.slots & bare.slots)


def _have_one_slot(one: _Name, other: _Name) -> bool:
    """Whether two forms that stand alone have one office, or stand where one name would, and no list has either."""
    if not one.is_bare or not other.is_bare:
        return False
    if one.titles & other.titles - HONORIFICS:
        return True
    unlisted = not is_listed(one.form) and not is_listed(other.form)
    return unlisted and bool(one.slots & other.slots) and apart(one.form, other.form) <= _CHEAP


def _ordered(one: _Name, other: _Name, vocabulary: Vocabulary) -> tuple[_Name, _Name]:
    """The rarer of two, and the usual one: which the vocabulary has, else which stands more often, has accents, is introduced, is known."""

    def weight(name: _Name) -> tuple[bool, int, bool, bool, float, int]:
        prose, *place = name.places[0]
        known = lexicon().word(name.form)
        rank = (not name.form.isascii(), not name.is_bare, known.likely if known else -99.0, -prose.span(*place).start)
        return vocabulary.excuses(name.form), len(name.places), *rank

    rarer, usual = sorted((one, other), key=weight)
    return rarer, usual
