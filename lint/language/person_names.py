"""Names of people and bodies as they stand in a text: where one begins and ends, and which of its words are a title."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.first_names import Gender, gender_of
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.name_forms import is_name
from lint.language.titles import HONORIFICS, OFFICES

CAPITAL = "A-ZÀ-ÖØ-ÞĀ-Ž"
_PART = rf"(?:[{CAPITAL}][\w’'-]*[^\W_]|(?:[{CAPITAL}]\.)+|[{CAPITAL}](?=[ \u00a0]))"
_PARTICLE = r"(?:(?:de|la|van|von|der|den|del|di|da|du|al|el|bin|ibn|ben|ter|ten|le|dos)[ \u00a0]){0,2}"
_NICKNAME = rf"(?:[\"“‘(][{CAPITAL}][\w’ -]{{1,20}}[\"”’)][ \u00a0])?"
_SHORT_TITLE = r"(?:Mrs?|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Col|Capt|Lt|Sgt|Maj|Adm|St)\."
_WORD = rf"(?:{_SHORT_TITLE}|{_PART})"
NAME = compiled(
    rf"(?<![\w@#’'-]){_WORD}(?:[ \u00a0]{_NICKNAME}{_PARTICLE}{_WORD}){{0,7}}(?:,?[ \u00a0](?:(?:Jr|Sr)\b\.?|I{{2,3}}\b|IV\b))?"
)
GENITIVE = compiled(r"['’]s?\Z")
ADDRESSES = HONORIFICS | {"prof", "professor", "rev", "reverend"}
"""How one addresses somebody, offices that are used so among it."""
_TITLES = (
    ADDRESSES
    | OFFICES
    | frozenset(
        """
    vice prime col capt lt sgt maj major adm father sister brother councilor alderman chairperson chair former deputy assistant acting ex
    first st candidate nominee assemblyman assemblywoman state us u.s american british republican democratic democrat labour conservative
    senior junior foreign pastor warden registrar ceo cfo coo gop
    """.split()
    )
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
SUFFIXES = frozenset("II III IV Jr Sr Jr. Sr.".split())
_PARTING = ADDRESSES | frozenset(
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


def bearer_words(article: Article, prose: Prose, start: int, name: str) -> list[str]:
    """The words of a name without titles, and without a word that only begins its sentence."""
    words = GENITIVE.sub("", name.replace("\u00a0", " ")).split()
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
