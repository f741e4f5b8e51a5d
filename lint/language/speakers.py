"""Whom the speakers of an article are: full names and later short ones joined, pronouns and offices told by what stands before them.

A name counts as far as the text has told it: the fullest form up to the sentence of the mention. Where two people could be meant, no
name is given.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.language.article import Article
from lint.language.attributed import Attribution, Place
from lint.language.attribution import attributions
from lint.language.first_names import Gender
from lint.language.people import People, people
from lint.language.person_names import ADDRESSES, gender_of_title, is_body
from lint.language.unnamed_people import is_person
from lint.named import NamedTuple

_PRONOUNS = {"he": Gender.MAN, "she": Gender.WOMAN, "him": Gender.MAN, "her": Gender.WOMAN, "his": Gender.MAN, "her own": Gender.WOMAN}
_SELF = frozenset("i we you it they who one that this which these those me my our us their them".split())
_UNCOUNTED = frozenset("another one some many several two three four five most few other others both neither".split())
_INDEFINITE = _UNCOUNTED | {"a", "an"}
_DOCUMENTS = frozenset("report letter statement study email tweet post article memo document message survey poll ad note story".split())
_DEFINITE = frozenset("the its his her their this that".split())
_BODIES = frozenset(
    """
    company firm ministry council club university hospital charity union bank agency department museum college school airline church group
    party trust society association foundation board team paper newspaper retailer brewery studio publisher operator
    """.split()
)
_NEAR = 2
"""How many paragraphs back somebody who has the floor may have been named."""
_BACK = 4
"""In how many paragraphs a pronoun looks for somebody, its own among them; the nearest that names anybody counts."""
_LABEL = frozenset(("a", "answer"))
_APPOSED = compiled(r",[ \u00a0]")


class Speaker(NamedTuple):
    """Who says a quotation: a number that all mentions of one speaker share, the name where it is known, and whether the mention is one of
    somebody whom the text does not name."""

    id: int
    name: str | None
    anonymous: bool


def speakers(article: Article) -> dict[Place, Speaker]:
    """Who is meant by each mention that attributes a quotation."""
    return article.once(_speakers)


def table(article: Article) -> Iterator[tuple[Attribution, Speaker | None]]:
    """The map: each quotation with who says it."""
    known = speakers(article)
    for attribution in attributions(article):
        yield attribution, known.get(attribution.speaker) if attribution.speaker else None


def _speakers(article: Article) -> dict[Place, Speaker]:
    reader = _Reader(article)
    found: dict[Place, Speaker] = {}
    numbers: dict[str, int] = {}
    for attribution in attributions(article):
        mention = attribution.speaker
        if mention is None or mention in found:
            continue
        name = reader.name_of(mention)
        unnamed = name is None and _is_unnamed(mention)
        alone = unnamed or _is_pronoun(mention)
        key = _key(name) if name else f"{mention.prose.extent.start}:{mention.start}" if alone else mention.text.lower()
        found[mention] = Speaker(numbers.setdefault(key, len(numbers) + 1), name, unnamed)
        reader.note(mention, name)
    return found


def _key(name: str) -> str:
    """What all forms of one name have in common."""
    words = name.split()
    return " ".join(words[1:] if len(words) > 1 and words[0].lower().rstrip(".") in ADDRESSES else words)


class _Reader:
    """Names mentions in the order of the text, and remembers who spoke last."""

    def __init__(self, article: Article) -> None:
        self.people: People = people(article)
        self._last: tuple[Place, str | None] | None = None
        self._spoken: set[str] = set()

    def note(self, mention: Place, name: str | None) -> None:
        """Somebody has spoken."""
        self._last = mention, name
        self._spoken |= {name} if name else set()

    def name_of(self, mention: Place) -> str | None:
        """The name of whoever a mention means; None where the text leaves it open."""
        small = " ".join(mention.text.lower().split())
        if small in _PRONOUNS:
            return self._of_pronoun(mention, _PRONOUNS[small])
        if small in _SELF:
            return self._last[1] if small == "they" and self._last and self._last[0].prose is mention.prose else None
        if small in _LABEL and len(mention.text) <= 6:
            return self._only({each.name for each in self.people.before(mention) if not each.is_body})
        if small.split()[0] in _UNCOUNTED or " and " in small:
            return self._apposed(mention) if " and " not in small else None
        named = self._of_name(mention)
        if named or (small.split()[0] in _INDEFINITE and " of " not in small):
            return named or self._apposed(mention)
        return self._apposed(mention) or self._of_office(mention, small.split()) or self._of_body(mention, small.split())

    def _of_name(self, mention: Place) -> str | None:
        words = self.people.head(mention)
        if not words:
            return None
        if len(words) > 1 or is_body(words):
            return self._fullest(words, mention)
        return self._by_one_name(words[0], mention)

    def _fullest(self, words: list[str], mention: Place) -> str:
        """The fullest name so far of which these words are a shorter form."""
        name = " ".join(words)
        fuller = {each.name for each in self.people.called(mention, last=words[-1]) if each.is_fuller_than(words)}
        return self._only(fuller) or name

    def _by_one_name(self, word: str, mention: Place) -> str | None:
        bearers = {each.name: each for each in self.people.called(mention, last=word)}
        gender = gender_of_title(mention.text)
        if gender is not Gender.UNKNOWN and len(bearers) > 1:
            bearers = {name: each for name, each in bearers.items() if self.people.gender(each) in (gender, Gender.UNKNOWN)}
        fullest = {name for name in bearers if not any(other.is_fuller_than(name.split()) for other in bearers.values())}
        if fullest:
            return self._only(fullest)
        return self._only({each.name for each in self.people.called(mention, first=word)}) or self.people.titled(word, mention) or word

    def _apposed(self, mention: Place) -> str | None:
        """The name right behind an office: `its treasurer, Gil Monroe, insisted`."""
        comma = _APPOSED.match(mention.prose.text, mention.end)
        if comma is None:
            return None
        words = self.people.name_at(mention.prose, comma.end())
        return self._fullest(words, mention) if words and len(words) > 1 else None

    def _of_pronoun(self, mention: Place, gender: Gender) -> str | None:
        """The one person in the paragraph so far who can be meant, or in the one before; or whoever has the floor."""
        order = self.people.order_of(mention)
        floor, spoke = (self._last[1], self.people.order_of(self._last[0])) if self._last else (None, -9)
        for near in range(order, order - _BACK, -1):
            here = {each.name: each for each in self.people.around(mention, near)}
            fitting = {name for name, each in here.items() if self.people.gender(each) is gender}
            possible = fitting | {name for name, each in here.items() if self.people.gender(each) is Gender.UNKNOWN}
            if len(possible) == 1:
                return next(iter(possible))
            if len(fitting) == 1 and (possible - fitting).isdisjoint(self._spoken):
                return next(iter(fitting))
            if possible:
                return floor if floor in possible and spoke == order else None
        return floor if order - spoke <= _NEAR and self._fits(floor, gender) else None

    def _fits(self, name: str | None, gender: Gender) -> bool:
        known = self.people.named(name) if name else None
        return known is not None and self.people.gender(known) in (gender, Gender.UNKNOWN)

    def _of_office(self, mention: Place, words: list[str]) -> str | None:
        """`the mayor` where one person alone was brought in as that."""
        if len(words) < 2 or words[0] not in _DEFINITE:
            return None
        return self._only({each.name for each in self.people.before(mention) if words[-1] in self.people.offices(each)})

    def _of_body(self, mention: Place, words: list[str]) -> str | None:
        """`the company` where the text has named one body alone."""
        if len(words) != 2 or words[0] not in _DEFINITE or words[1] not in _BODIES:
            return None
        bodies = {each.name for each in self.people.before(mention) if each.is_body}
        return self._only(bodies) if not self._last or self._last[1] not in bodies else self._last[1]

    def _only(self, names: set[str]) -> str | None:
        return next(iter(names)) if len(names) == 1 else None


def _is_pronoun(mention: Place) -> bool:
    small = mention.text.lower()
    return small in _PRONOUNS or small in _SELF


def _is_unnamed(mention: Place) -> bool:
    """Whether a mention is of somebody whom the text does not name: `one`, `a spokesman for the ministry`."""
    words = mention.text.lower().split()
    if not words or _is_pronoun(mention) or words[0] in _DEFINITE:
        return False
    return (words[0] in _INDEFINITE and _DOCUMENTS.isdisjoint(words)) or any(map(is_person, words))
