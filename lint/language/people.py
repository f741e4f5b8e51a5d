"""The people and bodies that an article names: full names with their offices, in the order of the text, and what gender titles tell.

A full name has two words or more without its titles. Whether it is a place is told by its use: one that stands only behind `in` and its
likes is nobody who could speak.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Place
from lint.language.first_names import Gender, gender_of
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.name_forms import is_name

_CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PART = rf"(?:[{_CAPITAL}][\w’'-]*[^\W_]|(?:[{_CAPITAL}]\.)+|[{_CAPITAL}](?=[ \u00a0]))"
_PARTICLE = r"(?:(?:de|la|van|von|der|den|del|di|da|du|al|el|bin|ibn|ben|ter|ten|le|dos)[ \u00a0]){0,2}"
_NICKNAME = rf"(?:[\"“‘(][{_CAPITAL}][\w’ -]{{1,20}}[\"”’)][ \u00a0])?"
_SHORT_TITLE = r"(?:Mrs?|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Adm|St)\."
_WORD = rf"(?:{_SHORT_TITLE}|{_PART})"
NAME = compiled(
    rf"(?<![\w@#’'-]){_WORD}(?:[ \u00a0]{_NICKNAME}{_PARTICLE}{_WORD}){{0,7}}(?:,?[ \u00a0](?:(?:Jr|Sr)\b\.?|I{{2,3}}\b|IV\b))?"
)
_GENITIVE = compiled(r"['’]s?\Z")
_TIED = compiled(r"(?:\A|[ \u00a0])(?:of|for|from|at|with|in|to|on|by|behind|near)[ \u00a0]", flags=re.IGNORECASE)
_REST = compiled(r"[ \u00a0](?:of|for|from|at|with|in|to|and|&)[ \u00a0]| ?[(,]")
_PLACED = compiled(r"\b(?:in|at|near|from|to|outside|across|around|of|on)[ \u00a0](?:the[ \u00a0])?\Z", flags=re.IGNORECASE)
_OFFICE_BEHIND = compiled(
    r",[ \u00a0](?:who (?:is|was)[ \u00a0])?(?:(?:then|now|former|acting|deputy)[ \u00a0])*(?:the|its|a|an|his|her|their|our)?"
    r"[ \u00a0]?((?:[\w’'-]+[ \u00a0]){0,4}[\w-]+)"
)
_OFFICE_BEFORE = compiled(r"((?:[\w’'-]+[ \u00a0]){1,4}),?[ \u00a0]?\Z")
_TITLED = compiled(rf"\b(Mrs?|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?[ \u00a0]([{_CAPITAL}][\w’'-]*[^\W_])")
_REACH = 60

HONORIFICS = frozenset("mr mrs ms miss mx dr sir dame lord lady madame prof professor rev reverend".split())
_TITLES = HONORIFICS | frozenset(
    """
    president vice prime minister senator sen rep representative gov governor mayor chief secretary general gen col colonel capt captain
    lt lieutenant sgt sergeant maj major adm admiral justice judge father sister brother bishop archbishop cardinal pope imam rabbi king
    queen prince princess coach detective officer sheriff inspector constable superintendent commissioner ambassador congressman
    congresswoman councilman councilwoman councillor councilor alderman chairman chairwoman chairperson chair director editor attorney
    former deputy assistant acting ex first speaker spokesman spokeswoman spokesperson st candidate nominee assemblyman assemblywoman
    state us u.s american british republican democratic democrat labour conservative senior junior foreign pastor warden registrar ceo cfo
    coo gop
    """.split()
)
_MEN = frozenset("mr sir lord father king prince congressman chairman councilman pope spokesman brother".split())
_WOMEN = frozenset("mrs ms miss dame lady madame queen princess congresswoman chairwoman councilwoman sister spokeswoman".split())
_BODIES = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
    december street road avenue bridge university college school hospital council court house senate congress parliament committee
    department ministry agency bureau office institute foundation association union party company inc corp ltd group bank times post
    journal news herald tribune guardian gazette center centre church city county state states kingdom nations island islands river lake
    north south east west new day night week festival award prize league club team museum gallery theatre theater park hall airport
    station railway trust society federation commission authority board service services act bill law war treaty foods records press
    convention registry administration desk force forces
    """.split()
)
_SUFFIXES = frozenset("II III IV Jr Sr Jr. Sr.".split())
_PARTING = HONORIFICS | frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday president minister senator sen rep representative gov governor mayor chief
    secretary general gen col capt lt sgt judge justice bishop detective sheriff commissioner ambassador congressman congresswoman
    councillor director editor attorney speaker spokesman spokeswoman ceo cfo coo chairman chairwoman
    """.split()
)
"""Words that begin a name anew: `On Monday Mr Lund`."""
_FREQUENT_OPENER = -7.5
"""A word this likely, in nats, is no part of a name at the start of a sentence: `And`, `As`, `Many`."""
_COMMON_OPENER = -9.5


class Bearer(NamedTuple):
    """A full name at a place: the number of its block and where it stands there, its words, the gender
    that a title tells; a body is a ministry or a firm."""

    order: int
    start: int
    end: int
    words: tuple[str, ...]
    told: Gender
    is_body: bool

    @property
    def name(self) -> str:
        """The whole name."""
        return " ".join(self.words)

    @property
    def first(self) -> str:
        """The first name."""
        return self.words[0]

    @property
    def last(self) -> str:
        """The family name."""
        return next((word for word in reversed(self.words) if not word.endswith(".") and word not in _SUFFIXES), self.words[-1])

    def is_fuller_than(self, words: Sequence[str]) -> bool:
        """Whether some words are a shorter form of the name: `Jane Doe` of `Jane A. Doe`."""
        return len(self.words) > len(words) and self.last == words[-1] and (len(words) == 1 or self.first == words[0])


def people(article: Article) -> People:
    """The people of an article."""
    return article.once(People)


class People:
    """All full names of an article, and the short ones that stand for them."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._blocks = article.document.blocks
        self._named_in: dict[int, list[tuple[int, Bearer]]] = {}
        self._order = {id(prose): number for number, prose in enumerate(self._blocks)}

    def order_of(self, mention: Place) -> int:
        """The number of the block that a mention stands in."""
        return self._order.get(id(mention.prose), 0)

    def before(self, mention: Place) -> Sequence[Bearer]:
        """The full names up to the end of the sentence that a mention stands in."""
        sentence = self.article.sentence_at(mention.prose, mention.start)
        end = self.order_of(mention), max(sentence.end, mention.end)
        return self._full[: bisect_right(self._full, end, key=lambda each: (each.order, each.start))]

    def around(self, mention: Place, order: int) -> Iterator[Bearer]:
        """Who is named before a mention in the block of that number, outside quotations, in full or short."""
        for start, bearer in self._in_block(order):
            if (order < self.order_of(mention) or start < mention.start) and bearer.name not in self._places:
                yield bearer

    def head(self, mention: Place) -> list[str]:
        """The name that a mention is headed by: not that of a ministry behind `a spokesman for`, nor one with a genitive."""
        text = mention.prose.text
        for match in reversed(list(NAME.finditer(text, mention.start, mention.end))):
            if _TIED.search(text[mention.start : match.start()]):
                continue
            rest = text[match.end() : mention.end]
            if (rest.strip() and not _REST.match(rest)) or (rest.strip() and _GENITIVE.search(match.group())):
                return []
            return bearer_words(self.article, mention.prose, match.start(), match.group())
        return []

    def name_at(self, prose: Prose, start: int) -> list[str]:
        """The name that begins at a place."""
        match = NAME.match(prose.text, start)
        return bearer_words(self.article, prose, start, match.group()) if match else []

    def titled(self, word: str, mention: Place) -> str | None:
        """A family name with the honorific that it has up to a mention: `Ms Voss`."""
        order, start, name = self._honorifics.get(word, (len(self._blocks), 0, ""))
        return name if (order, start) <= (self.order_of(mention), mention.end) and name else None

    def offices(self, bearer: Bearer) -> frozenset[str]:
        """The words of the offices told beside a name."""
        return _offices(self._blocks[bearer.order].text, bearer.start, bearer.end)

    def named(self, name: str) -> Bearer | None:
        """Who bears a full name."""
        return self._by_name.get(name)

    def gender(self, bearer: Bearer) -> Gender:
        """What titles or the first name tell, wherever they stand."""
        told = self._told.get(bearer.name, Gender.UNKNOWN)
        return told if told is not Gender.UNKNOWN else gender_of(bearer.first)

    @cached_property
    def _by_name(self) -> dict[str, Bearer]:
        found: dict[str, Bearer] = {}
        for each in self._full:
            found.setdefault(each.name, each)
        return found

    @cached_property
    def _full(self) -> list[Bearer]:
        return [bearer for number, prose in enumerate(self._blocks) for bearer in self._bearers(number, prose)]

    def _bearers(self, number: int, prose: Prose) -> Iterator[Bearer]:
        for match in NAME.finditer(prose.text):
            if " " not in match.group() and "\u00a0" not in match.group():
                continue
            words = bearer_words(self.article, prose, match.start(), match.group())
            if len(words) > 1:
                yield Bearer(number, match.start(), match.end(), tuple(words), gender_of_title(match.group()), is_body(words))

    @cached_property
    def _honorifics(self) -> dict[str, tuple[int, int, str]]:
        """Each family name that has an honorific somewhere: where first, and the two."""
        found: dict[str, tuple[int, int, str]] = {}
        for number, prose in enumerate(self._blocks):
            for match in _TITLED.finditer(prose.text):
                found.setdefault(_GENITIVE.sub("", match[2]), (number, match.start(), match.group().replace("\u00a0", " ")))
        return found

    @cached_property
    def _told(self) -> dict[str, Gender]:
        """The gender that titles tell of each full name, before it or before the family name alone."""
        found: dict[str, Gender] = {each.name: each.told for each in self._full if each.told is not Gender.UNKNOWN}
        for prose in self._blocks:
            for match in _TITLED.finditer(prose.text):
                names = self._by_last.get(match[2], ())
                if len(names) == 1:
                    found.setdefault(next(iter(names)), gender_of_title(match[1]))
        return found

    @cached_property
    def _by_last(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for each in self._full:
            found.setdefault(each.last, set()).add(each.name)
        return found

    def _in_block(self, order: int) -> list[tuple[int, Bearer]]:
        """Where a block names a person: in full, or by a family name that only one has."""
        if order not in self._named_in:
            self._named_in[order] = list(self._people_in(order)) if 0 <= order < len(self._blocks) else []
        return self._named_in[order]

    def _people_in(self, order: int) -> Iterator[tuple[int, Bearer]]:
        prose = self._blocks[order]
        for match in NAME.finditer(prose.text):
            if " " not in match.group() and _GENITIVE.sub("", match.group()) not in self._by_last:
                continue
            words = bearer_words(self.article, prose, match.start(), match.group())
            names = self._by_last.get(words[-1], set()) if words else set()
            name = " ".join(words) if len(words) > 1 else next(iter(names)) if len(names) == 1 else ""
            bearer = self.named(name) if name else None
            if bearer and not bearer.is_body and not self.article.is_quoted(prose, match.start(), match.start() + 1):
                yield match.start(), bearer

    @cached_property
    def _places(self) -> frozenset[str]:
        """The names that stand behind a preposition of place wherever they stand, and whose first word is nobody's first name."""
        free = {each.name for each in self._full if not _PLACED.search(self._blocks[each.order].text[max(0, each.start - 12) : each.start])}
        return frozenset(each.name for each in self._full if each.name not in free and gender_of(each.first) is Gender.UNKNOWN)


def bearer_words(article: Article, prose: Prose, start: int, name: str) -> list[str]:
    """The words of a name without titles, and without a word that only begins its sentence."""
    words = _GENITIVE.sub("", name.replace("\u00a0", " ")).split()
    if words and _only_begins(article, prose, start, words):
        start += len(words.pop(0)) + 1
    parted = max((place for place, word in enumerate(words[:-1]) if _parts(word)), default=-1)
    words = words[parted + 1 :]
    while len(words) > 1 and not is_body(words) and _is_title(words):
        words.pop(0)
    return [] if len(words) == 1 and _is_title(words) else words


def is_body(words: Iterable[str]) -> bool:
    """Whether a name is one of a body, a place or a day rather than a person's."""
    return any(word.lower().rstrip(".") in _BODIES for word in words)


def gender_of_title(text: str) -> Gender:
    """The gender that a title in some words tells."""
    words = {word.lower().rstrip(".") for word in text.split()}
    if not words.isdisjoint(_WOMEN):
        return Gender.WOMAN
    return Gender.UNKNOWN if words.isdisjoint(_MEN) else Gender.MAN


def _is_title(words: Sequence[str]) -> bool:
    """Whether the first word is a title: a listed one, or a common noun with a capital before two names or more."""
    small = words[0].lower().rstrip(".")
    if small in _TITLES:
        return True
    if words[0].endswith("."):
        return False  # an initial
    if len(words) < 3 or gender_of(words[0]) is not Gender.UNKNOWN or is_name(words[0]):
        return False
    return bool(lexicon().classes(small) & WordClass.NOUN)


def _parts(word: str) -> bool:
    """Whether a name begins behind a word: a title, a day, somebody else's name in the genitive."""
    return word.lower().rstrip(".") in _PARTING or word.endswith(("'s", "’s"))


def _only_begins(article: Article, prose: Prose, start: int, words: Sequence[str]) -> bool:
    """Whether the first word has its capital from the sentence, or is an article."""
    small = words[0].lower()
    if small in ("the", "a", "an"):
        return True
    if gender_of(small) is not Gender.UNKNOWN or words[0].endswith("."):
        return False
    likely = _may_only_begin(words[0]) if len(words) > 1 else _is_plain_word(small)
    return likely and article.begins_sentence(prose, start)


@lru_cache(maxsize=8_192)
def _is_plain_word(small: str) -> bool:
    """Whether a word is one of the language, and no name."""
    entry = lexicon().word(small)
    return entry is not None and entry.grade <= Grade.FULL and not is_name(small.capitalize())


def _is_opener(word: str) -> bool:
    entry = lexicon().word(word.lower())
    if entry is None:
        return False
    return entry.likely > _FREQUENT_OPENER or (entry.likely > _COMMON_OPENER and not is_name(word))


_may_only_begin = lru_cache(maxsize=8_192)(_is_opener)
"""Whether a word with a capital is so common that it may have it from its sentence."""


def _offices(text: str, start: int, end: int) -> frozenset[str]:
    """The words of the offices beside a name: `Mayor Jane Doe`, `Jane Doe, the mayor of Harwick`, `the mayor, Jane Doe`."""
    behind = _OFFICE_BEHIND.match(text, end)
    before = _OFFICE_BEFORE.search(text[max(0, start - _REACH) : start])
    beside = before[1].split()[-1] if before else ""
    told = f"{behind[1] if behind else ''} {beside} {text[start:end]}"
    return frozenset(word for word in told.lower().split() if len(word) > 2)
