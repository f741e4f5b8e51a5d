"""Words torn at a hyphen: `candi- dates`, `middle- class`, `Jean- Pierre`, with a blank or a line's end behind it.

They are joined with or without the hyphen, whichever is a word. A hyphen that waits for the end of another word (`two- and three-year`)
or stands for a dash (`It went viral- they loved it`) has nothing behind it that belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.lexicon import Grade, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, around, fit, place_of
from lint.language.torn_words import Torn, best_entry
from lint.language.unknown_words import is_known
from lint.language.word_parts import PREFIXES, SECOND_HALVES
from lint.named import NamedTuple

_TORN = compiled(
    r"(?<![\w’'/@#.\-\u2010])((?:\w+-)*[^\W_]+)[-\u2010][ \u00a0]{1,2}"
    r"([^\W\d_]+(?:['’][^\W\d_]+)?(?:-[^\W\d_]+)*)(?![\w@/\-\u2010])"
)
_TEARS = tuple(f"{hyphen}{blank}" for hyphen in "-\u2010" for blank in " \u00a0")
_NEXT = compiled(r" ([^\W\d_]+)")
_POSSESSIVE = compiled(r"['’]s?\Z")
_LOOSE = frozenset(
    """
    a an the this that these those and or nor but yet so if as than because while when where who whom whose which what how why though
    although until unless since whether i you he she it we they me him her us them my your his its our their is are was were be been am
    has have had do does did can could will would shall should may might must not never to of in on at by for from with into onto about
    through over under after before between against during without within toward towards versus vs per via then there here also just even
    still again perhaps maybe rather plus minus now
    """.split()
)
"""Words that other words hardly are hyphened to: behind a hyphen and a blank they say that it waits, or stands for a dash."""
_PREFIXES = PREFIXES | {"all", "cross", "half"}
_TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
_ONES = frozenset("one two three four five six seven eight nine first second third fourth fifth sixth seventh eighth ninth".split())
_MEASURES = frozenset(
    """
    acre bed bedroom day degree dollar foot goal hour inch kilometer kilometre man member mile meter metre minute month page part percent
    person point pound room seat second storey story ton way week year
    """.split()
)
_LEAST_GAIN = 3.0
_MOST_LOSS = -5.0
_CLEAR_GAIN = 2.0
_CLEAR_GAIN_OVER_PREFIX = 8.0
"""How much better, in nats, the whole has to fit than its halves: to be taken alone, to be offered at all, to rule out the hyphen."""
_PAIR = 2.5
_PAIR_OF_NAMES = 5.0
"""How much more often than by chance, in nats, the second half has to follow the first."""
_RAREST = -17.0
_HURT = 2
"""A text with so many torn words, and no hyphen for a dash, is hurt all over: there any two words may belong together."""


class _Halves(NamedTuple):
    """What stands before and behind the tear: all of it, and the words next to the tear, in small letters but for names."""

    left: str
    right: str
    before: str
    after: str
    attributive: bool

    @property
    def is_loose(self) -> bool:
        """Whether the second half hardly belongs to a compound."""
        return self.after.lower() in _LOOSE and "-" not in self.right

    @property
    def is_stutter(self) -> bool:
        return self.after.lower().startswith(self.before.lower())


def torn_at_hyphens(prose: Prose, article: Article) -> Iterator[Torn]:
    """The words of a block that are torn at a hyphen."""
    if not any(tear in prose.text for tear in _TEARS) or _TORN.search(prose.text) is None:
        return
    hurt = article.once(_is_hurt)
    for found in _TORN.finditer(prose.text):
        forms = _forms(_halves(found), around(prose.text, *found.span()), hurt)
        if forms:
            yield Torn(*found.span(), tuple(sorted(forms, key=lambda form: form.lower() not in article.folded)))


def _is_hurt(article: Article) -> bool:
    """Whether a text shows that hyphens stand before blanks in it by accident, and for no dash."""
    torn = dashes = 0
    for prose in article.document.blocks:
        for found in _TORN.finditer(prose.text):
            halves = _halves(found)
            torn += bool(_forms(halves, around(prose.text, *found.span()), hurt=False))
            dashes += halves.is_loose and halves.after.lower() not in ("and", "or", "to")
    return torn >= _HURT and not dashes


def _halves(found: re.Match[str]) -> _Halves:
    left, right = found.groups()
    after = _POSSESSIVE.sub("", right.partition("-")[0])
    following = _NEXT.match(found.string, found.end())
    attributive = following is not None and following[1].islower() and following[1] not in _LOOSE
    return _Halves(left, right, left.rpartition("-")[2], after, attributive)


def _forms(halves: _Halves, neighbours: tuple[int, int, int, int], hurt: bool) -> tuple[str, ...]:
    """What the halves are joined to, best first; nothing where they do not belong together."""
    whole = _whole(halves)
    hyphened = f"{halves.left}-{halves.right}" if _is_compound(halves, hurt) else ""
    if halves.is_stutter and not whole:
        return ()
    if whole and not (_is_word(halves.before) and _is_word(halves.after)):
        return (whole, hyphened) if hyphened and len(halves.before) == 1 else (whole,)
    if not whole or halves.is_loose:
        return (hyphened,) if hyphened else ()
    gain = fit((place_of(whole),), neighbours) - fit((place_of(halves.before), place_of(halves.after)), neighbours)
    if not hyphened:
        return (whole,) if gain > _LEAST_GAIN else ()
    if gain < _MOST_LOSS:
        return (hyphened,)
    if gain > (_CLEAR_GAIN_OVER_PREFIX if halves.before.lower() in _PREFIXES else _CLEAR_GAIN) and not _likely(hyphened):
        return (whole,)
    better = gain > 0 and not (_likely(hyphened) > _likely(whole) and _likely(hyphened))
    return (whole, hyphened) if better else (hyphened, whole)


def _whole(halves: _Halves) -> str:
    """The halves without a hyphen, if that is a word."""
    form = halves.left + halves.right
    if "-" in form or not halves.right.islower() or halves.left.isdigit():
        return ""
    bare = _POSSESSIVE.sub("", form)
    entry = best_entry(bare)
    is_name = entry is not None and entry.grade == Grade.NAME and bare[0].isupper()
    return form if entry is not None and entry.likely > _RAREST and (entry.grade <= Grade.VARIANT or is_name) else ""


def _is_compound(halves: _Halves, hurt: bool) -> bool:
    """Whether the halves make a word with a hyphen."""
    before, after = halves.before.lower(), halves.after.lower()
    if halves.is_loose or halves.is_stutter:
        return False
    if not halves.after.islower():
        return before in _PREFIXES or (halves.before[0].isupper() and _attraction(before, after) > _PAIR_OF_NAMES)
    if not _is_word(halves.after):
        return False
    if before.isdigit():
        return after in _MEASURES and halves.attributive
    if _is_built(halves, before, after):
        return True
    return _can_be_first(halves.before, after) and (_attraction(before, after) > _PAIR or (hurt and halves.attributive))


def _is_built(halves: _Halves, before: str, after: str) -> bool:
    """Whether the halves are a compound by what they are made of."""
    if "-" in halves.right and after in _LOOSE:
        return before not in _LOOSE and _is_word(halves.before)
    is_number = before in _TENS and after in _ONES
    return "-" in halves.left or before in _PREFIXES or after in SECOND_HALVES or is_number or bool(_likely(f"{before}-{after}"))


def _can_be_first(word: str, after: str) -> bool:
    """Whether a word can stand before another in a compound: no name, and no plural before a plural."""
    if word.lower() in _LOOSE or (word.endswith("s") and after.endswith("s")):
        return False
    return len(word) == 1 or (_is_ordinary(word) if word[0].isupper() else _is_word(word))


def _attraction(before: str, after: str) -> float:
    """How much likelier a word is behind the other than anywhere, in nats."""
    places = place_of(before), place_of(after)
    if min(places) < 0:
        return 0.0
    return ngrams().likely(places[1], places[0], NO_WORD) - ngrams().likely(places[1], NO_WORD, NO_WORD)


def _likely(form: str) -> float:
    """The likelihood of a word, below 0; 0 where the lexicon has it not."""
    entry = lexicon().word(form.lower())
    return entry.likely if entry is not None else 0.0


def _is_ordinary(word: str) -> bool:
    """Whether a word with a capital would be the better word in small letters, and no name."""
    small, capital = lexicon().word(word.lower()), lexicon().word(word)
    return small is not None and small.grade < (capital.grade if capital is not None else Grade.NAME)


def _is_word(piece: str) -> bool:
    return is_known(piece) and (piece[0].isupper() or len(piece) > 1)
