"""Words in small letters that English always writes with a capital: `i`, `english`, `monday`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint.compiled import compiled
from lint.document import Prose
from lint.language.lexicon import Grade, lexicon

_BEHIND_I = """
    am was have had will would think thought know knew want wanted need love like hope believe do did can could just never always guess feel
    felt see saw said went got really also should must don['’]t didn['’]t can['’]t couldn['’]t
""".split()
_I = compiled(rf"(?<![\w.'’/@#-])(?P<i>i)(?=(?:['’](?:m|ve|ll|d)\b)|[ \u00a0](?:{'|'.join(_BEHIND_I)})\b)")
_WORD = compiled(r"(?<![\w.'’/@#:~\\-])[a-z]{3,}(?=(?:['’]s)?(?:[^\w'’/@:=_\\-]|\Z))(?!\.\w)")
_MOST_KNOWN = 50_000
_FREQUENT = -12.0
"""A name that is seen so often, in nats: of a rare one nobody knows whether it is a word with a small letter somewhere."""
_RARE_WITHOUT = frozenset(
    """
    english german germans greek dutch arab arabs arabic chinese japanese swedish swiss scottish flemish egyptian egyptians indian indians
    brazilian jew jews nazi nazis medicaid medicare passover easter antarctica mediterranean olympics latinos methodist
    """.split()
)
"""Words that have another sense with a small letter, which hardly anybody means (`english` in billiards)."""


class Small(NamedTuple):
    """A word at a place of a block, and how it has to be written."""

    start: int
    end: int
    capitalised: str


def small_words(prose: Prose) -> Iterator[Small]:
    """The words of a block that lack their capital. A block without any capital has a style of its own, and is left alone."""
    if prose.text.islower():
        return
    for found in _I.finditer(prose.text):
        yield Small(*found.span("i"), "I")
    for found in _WORD.finditer(prose.text):
        if needs_capital(found.group()):
            yield Small(*found.span(), found.group().capitalize())


def needs_capital(word: str) -> bool:
    """Whether a word in small letters is none, and one that is never right without a capital when it has one."""
    known = _known.get(word)
    if known is None:
        if len(_known) > _MOST_KNOWN:
            _known.clear()
        known = _known[word] = _needs_capital(word)
    return known


_known: dict[str, bool] = {}


def _needs_capital(word: str) -> bool:
    entry, capitalised = lexicon().word(word), lexicon().word(word.capitalize())
    if capitalised is None or (entry is not None and entry.grade < Grade.TERM and word not in _RARE_WITHOUT):
        return False
    return capitalised.capital or (capitalised.grade == Grade.COMMON and capitalised.likely > _FREQUENT and entry is not None)
