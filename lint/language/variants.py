"""The spellings of one word: `colour` and `color`, `organise` and `organize`, `adviser` and `advisor`, and which English writes which.

Two spellings belong together where a regular correspondence leads from one to the other and the lexicon has both, or where the short
list of irregular ones has them. Only what one English writes so and another always otherwise tells a dialect: `practise` does, `practice`
does not, for it is a noun everywhere; nor does a spelling that a trade or the law uses in all of them, such as `program` or `judgment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from lint.compiled import compiled
from lint.language.lexicon import ALL_DIALECTS, DIALECT_BITS, Grade, Word, lexicon
from lint.language.remembered import Remembered
from lint.named import NamedTuple

_US, _GB, _OXFORD = (DIALECT_BITS[name] for name in ("en-US", "en-GB", "en-GB-oxford"))
ISE, IZE = _GB | DIALECT_BITS["en-AU"], _US | _OXFORD | DIALECT_BITS["en-CA"]
"""The dialects that write `organise`, and those that write `organize`."""
_SHORTEST = 4

_Swap = tuple[re.Pattern[str], str]


def _swaps(*table: tuple[str, str, str, str]) -> tuple[_Swap, ...]:
    """Of rows of what stands before, one spelling, the other, what stands behind: the swaps in either direction."""
    return tuple(
        (compiled(f"(?<={before}){old}(?={after})"), new)
        for before, one, other, after in table
        for old, new in ((one, other), (other, one))
    )


_TO_IZE, _TO_ISE = (((swap,)) for swap in _swaps(("[a-z]{2}", "is", "iz", "e|ing|a[bt]")))
_REGULAR = _swaps(
    ("[a-z][b-df-ik-np-rtv]", "our", "or", ""),
    ("[bcdgkptv]", "re", "er", "s?$|ly$|piece|fold|goer|glass|board|less|ware|ness$"),
    ("[bcdgkptvh]", "r", "er", "(?:ed|ing)$"),
    ("[a-z]{2}", "ys", "yz", "e|ing|a"),
    ("", "ae", "e", "[a-z]{2}"),
    ("", "oe", "e", "[a-z]{2}"),
    ("[a-z]", "ence", "ense", ""),
    ("[a-z]{2}", "ll", "l", ""),
    ("[aeiou]", "tt", "t", "[a-z]{2}"),
    ("[mst]", "oul", "ol", "[dt]"),
    ("", "sc", "sk", "ep"),
    ("llu", "sc", "sk", "s?$"),
    ("ch", "equer", "ecker", ""),
    ("g", "rey", "ray", ""),
    ("practi", "s", "c", "(?:ed|ing)$"),
)
_ONE_L = compiled("(?<=[a-z]{2})ll(?=(?:ed|ing|ers?)$)"), "l"
_FREE = _swaps(
    ("[a-z]{2}", "er", "or", "s?$"),
    ("dg", "e", "", "ment"),
    ("[a-z]{2}", "e", "", "able$"),
    ("[a-z]{2}", "e", "", "ing$"),
    ("[a-z]s", "s", "", "(?:ed|ing|es)$"),
    ("[a-z]p", "p", "", "(?:ed|ing|ers?)$"),
    ("[a-z]t", "t", "", "(?:ed|ing)$"),
    ("yog", "h", "", "urt"),
    ("catal", "ogue", "og", "s?$"),
)
"""What parts spellings of which writers of one country use both."""

_IRREGULAR = dict(
    pair.split("/")
    for pair in """
        aeroplane/airplane aluminium/aluminum artefact/artifact cheque/check cosier/cozier cosily/cozily cosy/cozy gaol/jail
        jewellery/jewelry kerb/curb licence/license manoeuvrable/maneuverable maths/math metre/meter moustache/mustache plough/plow
        ploughed/plowed ploughing/plowing practise/practice programme/program pyjama/pajama sceptical/skeptical scepticism/skepticism
        snowplough/snowplow storey/story storeys/stories tyre/tire
    """.split()
)
"""British words, each with its American form."""
_IRREGULAR = {f"{british}s": f"{american}s" for british, american in _IRREGULAR.items()} | _IRREGULAR
_UNTELLING = frozenset("artifact artifacts cancelled cancelling catalog catalogs catalogue catalogues math".split())
"""Right in every English, in one trade at least."""
_APART = frozenset(
    """
    analyses analyzes borage caesar catalyses catalyzes cesar checkers chequers deva filet filets hallo hydrolyses hydrolyzes lilly mandril
    maters mellon pandora paralyses paralyzes pilly prise prised prises prising prize prized prizes prizing psychoanalyses psychoanalyzes
    relator stor stour tabour zoeal
    """.split()
)
"""Different words, or one and a form of another."""


class Variant(NamedTuple):
    """What the spelling of a word tells: `dialects` write it so while others do not, as bits; 0 where it tells nothing.

    `others` are the spellings that it has beside this one, the nearest first.
    """

    dialects: int
    others: tuple[str, ...]


def variants(words: frozenset[str]) -> dict[str, Variant]:
    """Those of the words in lower case that have other spellings, with what theirs tells."""
    return {word: known for word in words - _plain if not _plain.holds(word) and (known := variant(word)) is not None}


@lru_cache(maxsize=1 << 14)
def variant(word: str) -> Variant | None:
    """What the spelling of a word in lower case tells; None where it has no other."""
    entry = lexicon().word(word) if len(word) >= _SHORTEST and word not in _APART else None
    if entry is None or (entry.dialects in (0, ALL_DIALECTS) and entry.grade != Grade.VARIANT):
        return None
    told = _told(word, entry) if word not in _UNTELLING else None
    if told is not None:
        return told
    others = _in_lexicon(_swapped(word, (*_FREE, *_REGULAR)))
    return Variant(0, others) if others else None


_plain = Remembered(lambda word: variant(word) is None)
"""Words that have no other spelling."""


def spelled_in(word: str, dialect: str) -> str | None:
    """A word in lower case as a dialect spells it, where that is otherwise."""
    known = variant(word)
    others = known.others if known else ()
    further = chain.from_iterable(_swapped(other, (*_REGULAR, *_TO_IZE, *_TO_ISE)) for other in others)
    return next((form for form in (*others, *_in_lexicon(further)) if form != word and _dialects(form) & DIALECT_BITS[dialect]), None)


def american(word: str) -> Iterator[str]:
    """What a form in -ise or with `ll` before its ending would be in American English, whether or not the lexicon has it."""
    return _swapped(word, (*_TO_IZE, _ONE_L))


def _told(word: str, entry: Word) -> Variant | None:
    """The dialects that write a word so, and how those write it that do not."""
    for swaps, dialects in ((_TO_IZE, ISE), (_TO_ISE, IZE)):
        others = _against(_swapped(word, swaps), entry.dialects)
        if others:
            return Variant(dialects, others)
    in_america, in_britain = entry.dialects & _US, entry.dialects & (_GB | _OXFORD)
    if bool(in_america) == bool(in_britain):
        return None
    near = tuple(_swapped(word, _REGULAR))
    others = tuple(dict.fromkeys((*_in_lexicon(_irregular(word)), *_against(near, entry.dialects))))
    others = others or _against(chain.from_iterable(_swapped(form, (*_REGULAR, *_TO_IZE)) for form in near), entry.dialects)
    return Variant(entry.dialects, others) if others else None


def _swapped(word: str, swaps: tuple[_Swap, ...]) -> Iterator[str]:
    """A word with one piece of it spelled otherwise."""
    for pattern, new in swaps:
        for found in pattern.finditer(word):
            yield word[: found.start()] + new + word[found.end() :]


def _irregular(word: str) -> Iterator[str]:
    for british, american in _IRREGULAR.items():
        if word in (british, american):
            yield american if word == british else british


def _in_lexicon(forms: Iterator[str]) -> tuple[str, ...]:
    """Those that are words, each once."""
    return tuple(form for form in dict.fromkeys(forms) if (entry := lexicon().word(form)) is not None and entry.grade <= Grade.VARIANT)


def _against(forms: Iterator[str] | tuple[str, ...], dialects: int) -> tuple[str, ...]:
    """Those that are written in none of these dialects, but in others."""
    return tuple(form for form in dict.fromkeys(forms) if _dialects(form) and not _dialects(form) & dialects)


def _dialects(form: str) -> int:
    entry = lexicon().word(form)
    return entry.dialects if entry is not None and entry.grade <= Grade.FULL else 0
