"""What a word by itself says of how hard a text is to read, worked out once for each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from lint.compiled import compiled
from lint.language.lexicon import lexicon
from lint.language.reader_counts import is_familiar
from lint.language.word_levels import word_level

CLASSES = {
    "prepositions": """
        of in on at by for with from to into onto upon about against between among through during within without toward towards over under
        across along behind beyond beneath beside besides except per via amid
        """,
    "subordinators": """
        that which who whom whose what when where why how while because although though unless whether if since until till as after before
        than whereas lest
        """,
    "we and you": "i me my mine myself you your yours yourself we us our ours ourselves",
    "he and she": "he him his himself she her hers herself",
    "they and it": "they them their theirs themselves it its itself",
    "be": "am is are was were be been being",
    "have": "have has had having",
    "negations": "not no never none nothing nobody neither nor without cannot",
    "and": "and",
    "but": "but",
    "the": "the",
    "a": "a an",
    "of": "of",
    "to": "to",
}
"""Closed classes of words whose share in a text is evidence."""
_OTHERS = """
    or so yet above below then those this these there here do does did doing done will would shall should can could may might must ought all
    any some each every both either few many much more most other another such own same very too also just only even again ever still now up
    down out off away back around once one two
    """
_CLASSES_OF: dict[str, tuple[str, ...]] = {}
for _name, _words in (*CLASSES.items(), ("", _OTHERS)):
    for _word in _words.split():
        _CLASSES_OF[_word] = (*_CLASSES_OF.get(_word, ()), *filter(None, (_name,)))
_I = ("I'", "I’")
_ABSTRACT = compiled(r"\w{3,}(?:tion|sion|ment|ity|ness|ance|ence|ism|ancy|ency|ship|hood|age|ure|logy|graphy)s?")
_NEVER_SEEN = -17.0
_SELDOM_SEEN = -9.5
_RARE, _LESS_COMMON = -10.0, -8.0
_BEYOND_A2, _BEYOND_B2 = 2.75, 4.75


@dataclass(frozen=True, slots=True, eq=False)
class EaseWord:
    """What a word counts for; there is one of each, so that they are the same or not.

    `figures` are those to which each time that it stands there adds one. `likely` is the natural logarithm of its share of all words, which
    names and numbers (`is_bare`) have not. A content word has a `stem`, by which it is known again, and its `level`; `known`: it is on the
    list of Dale and Chall.
    """

    figures: tuple[str, ...]
    letters: int
    is_function: bool
    is_bare: bool = False
    likely: float = 0.0
    stem: str = ""
    level: float = 0.0
    known: bool = True


@lru_cache(maxsize=1 << 15)
def ease_word(word: str, named: bool) -> EaseWord:
    """What a word counts for as it is written, where it is `named` as a name."""
    small = word.lower().replace("’", "'")
    letters = sum(map(str.isalnum, word))
    is_function = small in _CLASSES_OF
    figures = [*_CLASSES_OF.get(small, ()), *("negations",) * small.endswith("n't"), *("function",) * is_function]
    number = any(map(str.isdigit, word))
    if named or number:
        return EaseWord((*figures, *("names",) * named, *("numbers",) * number), letters, is_function, is_bare=True)
    likely = _likely(small)
    figures += [name for name, bound in (("rare", _RARE), ("less common", _LESS_COMMON)) if likely < bound]
    if is_function:
        return EaseWord(tuple(figures), letters, is_function, likely=likely)
    level = word_level(small.removesuffix("'s"))
    figures += [name for name, bound in (("beyond A2", _BEYOND_A2), ("beyond B2", _BEYOND_B2)) if level >= bound]
    figures += [*("abstract",) * (_ABSTRACT.fullmatch(small) is not None), *("past",) * small.endswith("ed")]
    return EaseWord(tuple(figures), letters, is_function, False, likely, small.rstrip("s"), level, is_familiar(word, named))


def is_named(word: str, first: bool, names: frozenset[str]) -> bool:
    """Whether a word is a name: one with a capital is, but the first of a sentence only where it is unknown, or is seldom seen and no
    sentence begins with it elsewhere (`names`).
    """
    if not word[:1].isupper() or word.lower() in _CLASSES_OF or word.startswith(_I):
        return False
    return not first or _names_somebody(word, word in names)


@lru_cache(maxsize=1 << 13)
def _names_somebody(word: str, elsewhere: bool) -> bool:
    known = lexicon().word(word.lower().replace("’", "'").removesuffix("'s"))
    return known is None or known.capital or (elsewhere and known.likely < _SELDOM_SEEN)


def _likely(small: str) -> float:
    """The natural logarithm of a word's share of all words; of a compound that of its rarest part."""
    known = lexicon().word(small) or (small.endswith("'s") and lexicon().word(small[:-2])) or lexicon().word(small.capitalize())
    if known:
        return known.likely
    parts = [part for part in small.split("-") if part] if "-" in small else []
    return min(((each.likely if (each := lexicon().word(part)) else _NEVER_SEEN) for part in parts), default=_NEVER_SEEN)
