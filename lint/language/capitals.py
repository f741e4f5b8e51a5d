"""Words in small letters that English always writes with a capital: `i`, `english`, `monday`."""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import Grade, lexicon
from lint.language.remembered import Remembered
from lint.language.running import words_in
from lint.named import NamedTuple

_BEHIND_I = """
    am was have had will would think thought know knew want wanted need love like hope believe do did can could just never always guess feel
    felt see saw said went got really also should must don['’]t didn['’]t can['’]t couldn['’]t
""".split()
_I = compiled(rf"(?<![\w.'’/@#-])(?P<i>i)(?=(?:['’](?:m|ve|ll|d)\b)|[ \u00a0](?:{'|'.join(_BEHIND_I)})\b)")
_WORD = compiled(r"(?<![\w.'’/@#:~\\-])[a-z]{3,}(?=(?:['’]s)?(?:[^\w'’/@:=_\\-]|\Z))(?!\.\w)")
_WITH_I = frozenset(("i", "i'm", "i've", "i'll", "i'd", "i’m", "i’ve", "i’ll", "i’d"))
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


def small_words(prose: Prose, article: Article) -> Iterator[Small]:
    """The words of a block that lack their capital. A block without any capital has a style of its own, and is left alone."""
    words = words_in(article, prose)
    lacking = {word.removesuffix("'s").removesuffix("’s") for word in words - _right if not _right.holds(word)}
    if prose.text.islower() or not (lacking or not _WITH_I.isdisjoint(words)):
        return
    for found in _I.finditer(prose.text):
        yield Small(*found.span("i"), "I")
    for found in _WORD.finditer(prose.text) if lacking else ():
        if found.group() in lacking:
            yield Small(*found.span(), found.group().capitalize())


_right = Remembered(lambda word: not (word.islower() and needs_capital(word.removesuffix("'s").removesuffix("’s"))))
"""Words that lack no capital."""


def needs_capital(word: str) -> bool:
    """Whether a word in small letters is none, and one that is never right without a capital when it has one."""
    entry, capitalised = lexicon().word(word), lexicon().word(word.capitalize())
    if capitalised is None or (entry is not None and entry.grade < Grade.TERM and word not in _RARE_WITHOUT):
        return False
    return capitalised.capital or (capitalised.grade == Grade.COMMON and capitalised.likely > _FREQUENT and entry is not None)
