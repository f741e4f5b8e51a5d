"""Names by their form alone: which of them may be one name written in two ways, and which a list has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from lint.language.lexicon import Grade, lexicon
from lint.language.slips import cost

_SHORTEST = 5
_DEAREST = 6.5
"""Nats that two ways to write one name may be apart."""
_MOST_ALIKE = 40
"""Of so many names that are alike none is a slip of another: it is a list."""
_ENDINGS = frozenset(("", *"s n i a o an as es ns os en er ic in is us ese ian ish ist ism ans".split()))
"""What parts forms of a name that are meant: a plural, an inhabitant, an adjective, a wife."""
_ENDINGS_OF_LISTED = frozenset(("y", "e"))
"""The same, where a list has both: German and Germany, but Micklethwait and Micklethwaite may be one."""


def alike(forms: Iterable[str]) -> list[tuple[str, str]]:
    """The pairs of forms that one letter more, less, other or exchanged parts, or accents alone."""
    first: dict[str, str] = {}
    more: dict[str, list[str]] = {}
    for form in sorted(forms):
        for shortened in _shortened(form):
            seen = first.setdefault(shortened, form)
            if seen is not form:
                more.setdefault(shortened, [seen]).append(form)
    return sorted({pair for group in more.values() if len(group) < _MOST_ALIKE for pair in combinations(group, 2)})


@lru_cache(maxsize=1 << 9)
def _shortened(form: str) -> frozenset[str]:
    """A form without one letter, whichever, and whole: names that differ by a slip have one of these in common."""
    small = plain(form)
    return frozenset((small, *(small[:place] + small[place + 1 :] for place in range(len(small)))))


def plain(form: str) -> str:
    """A form in lower case without its accents."""
    small = form.lower().replace("’", "'")
    if small.isascii():
        return small
    return "".join(letter for letter in unicodedata.normalize("NFD", small) if not unicodedata.combining(letter))


def may_be_one(one: str, other: str) -> bool:
    """Whether the forms alone allow that one is a slip for the other."""
    small, other_small = plain(one), plain(other)
    if small == other_small:
        return one.lower() != other.lower()
    if min(len(one), len(other)) < _SHORTEST or (is_ordinary(one) and is_ordinary(other)):
        return False
    endings = _ENDINGS | _ENDINGS_OF_LISTED if is_listed(one) and is_listed(other) else _ENDINGS
    if endings.issuperset(_endings(small, other_small)) and not _is_doubling(small, other_small):
        return False
    return apart(one, other) <= _DEAREST


def _endings(one: str, other: str) -> tuple[str, str]:
    """What is left of two words where they begin to differ."""
    shared = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[shared:], other[shared:]


def _is_doubling(one: str, other: str) -> bool:
    """Whether the longer word only doubles the last letter of the shorter one, and so is no plural."""
    short, long = sorted((one, other), key=len)
    return long == short + short[-1] and short[-1] != "s"


def apart(one: str, other: str) -> float:
    """What the slip between two forms costs, in nats, whichever of them is meant."""
    small, other_small = plain(one), plain(other)
    return min(cost(small, other_small), cost(other_small, small))


def is_ordinary(form: str) -> bool:
    """Whether a name is an ordinary word, too."""
    entry = lexicon().word(form.lower())
    return entry is not None and entry.grade <= Grade.VARIANT


def is_name(form: str) -> bool:
    """Whether the lexicon has a name as it is written."""
    entry = lexicon().word(form)
    return entry is not None and entry.grade <= Grade.NAME


def is_listed(form: str) -> bool:
    """Whether the lexicon has a name, or the word that it is without its capital."""
    return is_name(form) or is_ordinary(form)


def are_one_first_name(one: str, other: str) -> bool:
    """Whether two first names of one family are one: a list has not both, or they sound alike."""
    return not (is_listed(one) and is_listed(other)) or _sound(one) == _sound(other)


def _sound(form: str) -> str:
    """A form by its sound, roughly: doubled letters once, `y` as `i`, `c` as `k`, no silent `h`."""
    heard = plain(form).replace("ph", "f").replace("y", "i").replace("c", "k").replace("h", "")
    return "".join(letter for place, letter in enumerate(heard) if letter != heard[place - 1 : place])
