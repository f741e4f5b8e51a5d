"""The people and bodies that an article names: full names with their offices, in the order of the text, and what gender titles tell.

A full name has two words or more without its titles. Whether it is a place is told by its use: one that stands only behind `in` and its
likes is nobody who could speak.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Place
from lint.language.first_names import Gender, gender_of
from lint.language.person_names import CAPITAL, GENITIVE, NAME, SUFFIXES, bearer_words, gender_of_title, is_body
from lint.named import NamedTuple

_TIED = compiled(r"(?:\A|[ \u00a0])(?:of|for|from|at|with|in|to|on|by|behind|near)[ \u00a0]", flags=re.IGNORECASE)
_REST = compiled(r"[ \u00a0](?:of|for|from|at|with|in|to|and|&)[ \u00a0]| ?[(,]")
_PLACED = compiled(r"\b(?:in|at|near|from|to|outside|across|around|of|on)[ \u00a0](?:the[ \u00a0])?\Z", flags=re.IGNORECASE)
_OFFICE_BEHIND = compiled(
    r",[ \u00a0](?:who (?:is|was)[ \u00a0])?(?:(?:then|now|former|acting|deputy)[ \u00a0])*(?:the|its|a|an|his|her|their|our)?"
    r"[ \u00a0]?((?:[\w’'-]+[ \u00a0]){0,4}[\w-]+)"
)
_OFFICE_BEFORE = compiled(r"((?:[\w’'-]+[ \u00a0]){1,4}),?[ \u00a0]?\Z")
_TITLED = compiled(rf"\b(Mrs?|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.?[ \u00a0]([{CAPITAL}][\w’'-]*[^\W_])")
_REACH = 60


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
        return next((word for word in reversed(self.words) if not word.endswith(".") and word not in SUFFIXES), self.words[-1])

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
        return self._full[: self._up_to(self._full, mention)]

    def _up_to(self, bearers: Sequence[Bearer], mention: Place) -> int:
        """How many of some bearers stand before the end of the sentence that a mention stands in."""
        sentence = self.article.sentence_at(mention.prose, mention.start)
        end = self.order_of(mention), max(sentence.end, mention.end)
        return bisect_right(bearers, end, key=lambda each: (each.order, each.start))

    def called(self, mention: Place, last: str = "", first: str = "") -> Sequence[Bearer]:
        """Those of that family name or first name, each once, who are named up to the end of the sentence that a mention stands in."""
        bearers = self._by_family_name.get(last, []) if last else self._by_first_name.get(first, [])
        return bearers[: self._up_to(bearers, mention)]

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
            if (rest.strip() and not _REST.match(rest)) or (rest.strip() and GENITIVE.search(match.group())):
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
                found.setdefault(GENITIVE.sub("", match[2]), (number, match.start(), match.group().replace("\u00a0", " ")))
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
    def _by_family_name(self) -> dict[str, list[Bearer]]:
        found: dict[str, list[Bearer]] = {}
        for each in self._by_name.values():
            found.setdefault(each.last, []).append(each)
        return found

    @cached_property
    def _by_first_name(self) -> dict[str, list[Bearer]]:
        found: dict[str, list[Bearer]] = {}
        for each in self._by_name.values():
            found.setdefault(each.first, []).append(each)
        return found

    @cached_property
    def _by_last(self) -> dict[str, set[str]]:
        return {last: {each.name for each in bearers} for last, bearers in self._by_family_name.items()}

    def _in_block(self, order: int) -> list[tuple[int, Bearer]]:
        """Where a block names a person: in full, or by a family name that only one has."""
        if order not in self._named_in:
            self._named_in[order] = list(self._people_in(order)) if 0 <= order < len(self._blocks) else []
        return self._named_in[order]

    def _people_in(self, order: int) -> Iterator[tuple[int, Bearer]]:
        prose = self._blocks[order]
        for match in NAME.finditer(prose.text):
            if " " not in match.group() and GENITIVE.sub("", match.group()) not in self._by_last:
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


def _offices(text: str, start: int, end: int) -> frozenset[str]:
    """The words of the offices beside a name: `Mayor Jane Doe`, `Jane Doe, the mayor of Harwick`, `the mayor, Jane Doe`."""
    behind = _OFFICE_BEHIND.match(text, end)
    before = _OFFICE_BEFORE.search(text[max(0, start - _REACH) : start])
    beside = before[1].split()[-1] if before else ""
    told = f"{behind[1] if behind else ''} {beside} {text[start:end]}"
    return frozenset(word for word in told.lower().split() if len(word) > 2)
