"""The subject of a finite verb, and its number, where both are beyond doubt.

There is no parser here, only phrases read from tags. What stands before a verb is its subject only where it is alone: where it begins a
clause, and all between it and the verb belongs to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.collectives import MEASURES
from lint.language.mended_tags import Word
from lint.language.noun_phrases import TIMES
from lint.language.number_words import counts_several
from lint.language.subject_phrases import (
    IN_PHRASES,
    JOINS,
    NOUNS,
    OPENERS,
    PRESENT_OR_PAST,
    RELATIVES,
    SINGLE_PRONOUNS,
    belongs,
    has_determiner,
    head_from,
    number_of,
    phrase_end,
    phrase_start,
)
from lint.language.word_numbers import Number, number_of_noun, plural_verb
from lint.named import NamedTuple

PEOPLE = frozenset("few many those several others".split())
"""Words for some people where `who` follows."""
PRONOUNS = {"he": Number.ONE, "she": Number.ONE, "it": Number.ONE, "we": Number.MANY, "they": Number.MANY}
FRONTED = frozenset("where here gone rarely seldom never nor also".split())
"""Words that a sentence begins with whose subject stands behind its verb."""
_PLACES = frozenset(
    "among behind beneath beside between under on inside outside above below across near opposite within beyond against along".split()
)
"""Prepositions that such a sentence begins with."""
_PREPOSITIONS = frozenset("since until before after".split())
_ABOUT = frozenset("been at least more than about nearly almost up to some around over fewer".split())
"""Words before a number."""
_STANDS = frozenset("hangs stands sits lies".split())
_ASKING = frozenset(("WRB", "WP", "WDT"))
_MARKS = frozenset((";", ":", "--"))
_REPORTING = frozenset(
    "said says say thinks think thought believes believe believed hopes hope hoped fears feared insists insisted".split()
)
"""Verbs behind which `that` is left out."""
_NEGATIVES = frozenset("since until even for only in".split())
"""Words behind `not` at the head of a sentence whose subject stands behind its verb."""
_FOCUS = frozenset("only just even also still not".split())
_MOST_BETWEEN, _MOST_ASIDE = 16, 28
FARTHEST = _MOST_ASIDE + 1
_LISTED = 8
_SEVERAL_OF, _MANY_PEOPLE = frozenset("both many several few".split()), frozenset("most all some".split())
"""What tells of several where `of whom` or `of which` follows, and where people are meant."""


class Subject(NamedTuple):
    """A subject: its number, its first word, its head, and how many words from the head on the verb stands; 0 where it stands before.

    It is `sure` where the words of the subject alone say its number, whatever stands between; a relative clause between is `FARTHEST`.
    """

    number: Number
    first: int
    head: int
    far: int
    sure: bool = False


def subject_of(words: Sequence[Word], verb: int) -> Subject | None:
    """The subject of the finite verb at a place; None where there is a doubt."""
    return _behind(words, verb) or _before(words, verb)


def _before(words: Sequence[Word], verb: int) -> Subject | None:
    last = verb - 1
    while last >= 0 and words[last].tag == "RB" and words[last].small not in ("not", "n't"):
        last -= 1
    if last < 0:
        return None
    word = words[last]
    if word.small in PRONOUNS:
        return Subject(PRONOUNS[word.small], last, last, 1) if _begins(words, last) else None
    if word.small in ("whom", "which") and last > 1 and words[last - 1].small == "of" and _tells_several(words[last - 2].small, word.small):
        return Subject(Number.MANY, last - 2, last - 2, 3, sure=True)
    if word.small in RELATIVES and word.tag in ("WDT", "WP", "IN"):
        return _antecedent(words, last)
    first = phrase_start(words, last)
    if first > last:
        return _far(words, last)
    if _begins(words, first):
        return _near(words, first, last)
    if first > 1 and words[first - 1].small in ("and", "but") and words[first - 2].small == ",":
        many = _near(words, first, last) if _has_verb(words, first - 3) else None
        return many if many is not None and many.number is Number.MANY else None
    return _joined(words, first, last) or _far(words, last)


def _tells_several(small: str, relative: str) -> bool:
    """Whether a word tells of several in `several of whom`, `three of which`."""
    return small in _SEVERAL_OF or counts_several(small) or (relative == "whom" and small in _MANY_PEOPLE)


def _near(words: Sequence[Word], first: int, last: int) -> Subject | None:
    """A plain phrase; not a lone word that may be a verb itself (`all that matters is`), nor `if anything` and questions."""
    small, before = words[last].small, words[first - 1].small if first else ""
    if first == last and before in OPENERS | RELATIVES and plural_verb(small):
        return None
    if small in SINGLE_PRONOUNS and (before == "if" or small in ("neither", "each", "either") or words[-1].small == "?"):
        return None
    return _subject(words, first, last, 1)


def _joined(words: Sequence[Word], first: int, last: int) -> Subject | None:
    """What `and` joins to a pronoun, a plural, or two things each with its own article: `she and her sister`, `the bell and the clock`."""
    if first < 2 or words[first - 1].small not in ("and", "nor"):
        return None
    before = first - 2
    sure = words[before].small in PRONOUNS
    start = before if sure else phrase_start(words, before)
    if start > before:
        return None
    many = Number.MANY in (number_of(words, first, last), number_of(words, start, before) if not sure else None)
    two = words[first - 1].small == "and" and has_determiner(words, first) and has_determiner(words, start)
    if not (sure or many or (two and words[before].tag == words[last].tag == "NN" and words[before].small != words[last].small)):
        return None
    start -= bool(start and words[start - 1].small in ("both", "neither"))
    return Subject(Number.MANY, start, last, 1, sure) if _begins(words, start) else None


def _far(words: Sequence[Word], last: int) -> Subject | None:
    """The longer phrase that ends there: it begins where a clause does, and all behind its head belongs to it."""
    most = _MOST_ASIDE if words[last].small == "," else _MOST_BETWEEN
    for first in range(last - 1, max(-1, last - most), -1):
        head = head_from(words, first, last) if _begins(words, first) else -1
        if head < 0:
            continue
        listed = words[last].small == "," and first > 0 and words[first - 1].small == ","
        if not listed and belongs(words, head + 1, last + 1):
            return _subject(words, first, head, FARTHEST if words[head + 1].small in RELATIVES else last + 1 - head)
        if words[last].small != ",":  # else this one may stand in the aside
            return None
    return None


def _antecedent(words: Sequence[Word], relative: int) -> Subject | None:
    """The noun that a relative is for, where it can be no other: not `one of those that`."""
    last = relative - 1 - (words[relative - 1].small == ",")
    if last == relative - 1 >= 0 and words[last].small in PEOPLE and words[relative].small == "who":
        return Subject(Number.MANY, last, last, 2, sure=True) if not last or words[last - 1].small != "of" else None
    first = phrase_start(words, last)
    if first > last or (last != relative - 1 and (words[relative].small not in ("who", "which") or first)):
        return None
    subject = _subject(words, first, last, 2)
    if subject is None or words[last].small in TIMES:
        return None
    return subject if not first or _ends_before(words, first - 1, subject.number) else None


def _ends_before(words: Sequence[Word], place: int, number: Number) -> bool:
    """Whether a phrase behind a place belongs to no noun before it: behind a mark, a verb, a plural also behind `asked for`."""
    if words[place].small == "," or words[place].small in _MARKS:
        return True
    place -= words[place].tag == "IN" and words[place].small != "of" and number is Number.MANY
    tag = words[place].tag if place >= 0 else ""
    if tag == "VBG" and place and words[place - 1].tag in NOUNS:
        return False  # `a widow raising two boys who was told`
    return tag.startswith("VB") and tag != "VBN" and not (place and words[place - 1].tag == "TO")


def _behind(words: Sequence[Word], verb: int) -> Subject | None:
    """A plural behind `is`, `was` or `has`: `there was no signs`, `among the guests was two former champions`."""
    small = words[verb].small
    asked = words[-1].small == "?" and (verb == 0 or (verb == 1 and words[0].tag in _ASKING))
    if small in _STANDS and verb and words[0].small in _PLACES and belongs(words, 0, verb) and words[verb + 1].tag == "CD":
        return _subject(words, verb + 1, phrase_end(words, verb + 1) - 1, 0)
    if small not in ("is", "was", "has", "does") or not (asked or (verb and (words[verb - 1].tag == "EX" or _leads(words, verb)))):
        return None
    first = verb + 1
    while first < len(words) and (words[first].tag == "RB" or words[first].small in _ABOUT):
        if words[first].small == "to" and words[first - 1].small != "up":
            return None  # `the trust that there is to our friends`
        first += 1
    end = phrase_end(words, first)
    following = words[end] if end < len(words) else Word("", "", 0, 0)
    if (
        end == first
        or words[end - 1].tag not in NOUNS
        or (small == "has" and words[verb + 1].small != "been" and following.tag not in ("VBN", "IN"))
    ):
        return None
    if small == "does" and following.tag not in ("VB", "VBP"):
        return None
    if following.small in ("and", ",", "or") and (words[first].tag != "CD" or words[first].small in ("one", "1")):
        return None
    head, the = words[end - 1].small, words[first].small == "the"
    if number_of_noun(head) is not Number.MANY or not (the or (head not in MEASURES and number_of(words, first, end - 1))):
        return None
    return Subject(Number.MANY, verb, end - 1, 0)


def _leads(words: Sequence[Word], verb: int) -> bool:
    """Whether what stands before a verb at the head of a sentence is no subject: a place, a participle, `where`."""
    if verb == 1:
        return words[0].small in FRONTED
    if words[0].small == "not" and words[1].small in _NEGATIVES:
        return belongs(words, 1, verb) or words[1].small in _PREPOSITIONS
    start = int(words[0].tag == "RB")
    if words[start].tag == "VBN" or (words[start].small in _PLACES and words[start + 1].tag != "CD"):
        return belongs(words, start, verb)
    return False


def _begins(words: Sequence[Word], first: int) -> bool:
    """Whether a clause begins there."""
    if first <= 0:
        return True
    small, tag = words[first - 1].small, words[first - 1].tag
    if small in _FOCUS or (words[first].tag in ("CD", "IN", "JJS") and small in _ABOUT - {"to"}):
        return _begins(words, first - 1)  # `more than 300 people`
    if small == ",":
        return not _is_listed(words, first) and not _ends_row(words, first - 1)
    if small == "whose":
        return first < 2 or words[first - 2].tag != "IN"
    if small in _REPORTING and tag in ("VBD", "VBZ", "VBP"):
        return True
    if small == "but" and first > 1 and words[first - 2].small in SINGLE_PRONOUNS | {"all", "none"}:
        return False
    if small in _PREPOSITIONS and first > 1:
        return False  # `the floods since the fire of 1911 have`
    return small in _MARKS or (small in OPENERS and tag in ("IN", "WRB", "CC", "WDT"))


def _is_listed(words: Sequence[Word], first: int) -> bool:
    """Whether the comma before may part the members of a list, or the adjectives of a noun."""
    if first > 1 and words[first - 2].tag.startswith(("JJ", "VBN", "VBG")) and words[first].tag in ("JJ", "NNS", "NN"):
        return True
    if first < 2 or not words[first - 2].tag.startswith(("NN", "CD", "JJ", "PRP")):
        return False
    return any(word.small in JOINS for word in words[max(0, first - _LISTED) : first + _LISTED // 2])


def _ends_row(words: Sequence[Word], comma: int) -> bool:
    """Whether a comma ends a row of things that no `and` joins: `with schools, firms, local shops`."""
    place = comma - 1
    while place > 0 and words[place].tag in IN_PHRASES:
        place -= 1
    return comma - 1 > place > 0 and words[place].small == "," and words[place - 1].tag in NOUNS


def _has_verb(words: Sequence[Word], last: int) -> bool:
    """Whether a finite verb stands before a comma and behind the one before that: the words between are a clause, not one of a list."""
    while last >= 0 and words[last].small != ",":
        if words[last].tag in PRESENT_OR_PAST:
            return True
        last -= 1
    return False


def _subject(words: Sequence[Word], first: int, head: int, far: int) -> Subject | None:
    number = number_of(words, first, head)
    sure = words[head].small in SINGLE_PRONOUNS or words[head].small == "one" or words[first].small in ("each", "every")
    return Subject(number, first, head, far, sure) if number else None
