"""A first look at a sentence by its words alone: whether a subject in it can wait long for its verb, and how many words may open clauses.

Tags are dear, and most sentences say early what they are about. Here a word is a verb that can hardly be anything else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from lint.language.adverbs import is_participle
from lint.language.irregular_verbs import is_irregular
from lint.language.lexicon import WordClass, lexicon
from lint.language.mended_tags import can_be_verb, is_only_verb

_HELPING = frozenset(
    """
    is are was were has have had will would can could may might must should does do did it's that's he's she's there's i'm we're they're
    don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't hasn't haven't hadn't
    """.split()
)
OPENERS = frozenset("who whom whose which that where when because although though while if unless whereas whether what how why".split())
PERHAPS = frozenset("since until before after".split())
_PRONOUNS = frozenset("he she they we i it you there".split())
NO_VERB_BEHIND = _HELPING | frozenset(
    "the a an his her its their our my your of in by with and or but as for to from be been being not never also more most very".split()
)
_LEADING = (
    OPENERS
    | PERHAPS
    | frozenset(
        """
    in on at by for with without from to under over among between despite during through as like unlike according then
    still however meanwhile yesterday today last next earlier later asked now once even only
    """.split()
    )
)
"""Words that begin what stands before a subject."""
DASHES = frozenset(("–", "—", "--", "-"))
_IN_S = frozenset("goes comes takes makes gives gets wants needs means remains stands turns seems lies dies runs".split())
_JOINING = frozenset("but and so yet or".split())
_MARKS = ",;:"


def waits_long(sentence: str, words: int) -> bool:
    """Whether so many words may stand between a subject and its verb."""
    small = _small(sentence)
    return len(small) > words and _waits_long(small, words)


def nests_deep(sentence: str, depth: int) -> bool:
    """Whether so many clauses may stand inside each other while one of them waits for its verb."""
    small = _small(sentence)
    return sum(word in OPENERS or word in PERHAPS for word in small) >= depth and _nests_deep(small, depth)


def _small(sentence: str) -> list[str]:
    return sentence.lower().replace("’", "'").split(" ")


def _nests_deep(small: Sequence[str], depth: int) -> bool:
    """Whether two clauses wait at once, or the main clause does while so many open."""
    opened = seen = 0
    main, before = False, ""
    for word in small:
        if word in OPENERS or (word in PERHAPS and before not in NO_VERB_BEHIND):
            opened += 1
            seen += 1
            if opened > 1 or (seen >= depth and not main):
                return True
        elif _may_be_verb(word, before) and _is_verb_here(word, before, True):
            main = main or not opened
            opened = max(opened - 1, 0)
        before = word
    return False


def _waits_long(small: Sequence[str], words: int) -> bool:
    """Whether so many words stand before the first verb that no word opens a clause for, or behind a verb and `that`."""
    waited = opened = 0
    leads, aside, before = small[small[0] in _JOINING] in _LEADING, False, ""
    for word, following in pairwise((*small, "")):
        if word in OPENERS or (word in PERHAPS and following in _PRONOUNS):
            opened += 1
            aside = aside or before[-1:] == ","
        elif word in DASHES:
            aside = not aside
        elif _may_be_verb(word, before) and _is_verb_here(word, before, waited > words) and following != "by":
            if waited > words:
                return True
            if opened and not aside:
                opened -= 1
            elif following == "that" and not aside:
                waited = opened = -1  # `that` opens the clause that is read from here
            elif not aside or before[-1:] == "," or before in DASHES:
                return False
        elif not opened and ((leads and word[-1:] == ",") or (word in _PRONOUNS and before[-1:] in _MARKS)):
            waited, leads = -1, False
        waited += 1
        before = word
    return False


def _may_be_verb(word: str, before: str) -> bool:
    return is_verb(word) or before in _PRONOUNS or (before[-1:] == "," and can_be_verb(word))


def _is_verb_here(word: str, before: str, late: bool) -> bool:
    """Whether what looks like a verb is one behind this word; behind a comma only where a verb is due."""
    if word in _HELPING:
        return before not in _HELPING
    return before not in NO_VERB_BEHIND and before not in ("later", "then") and (before[-1:] != "," or late)


@lru_cache(maxsize=1 << 13)
def is_verb(word: str) -> bool:
    """Whether a word is hardly anything but a finite verb, or a participle."""
    if word in _HELPING:
        return True
    if not word.isalpha() or word.endswith("ing"):
        return False
    if is_irregular(word) or word in _IN_S or (word.endswith("ed") and is_participle(word)) or (word.endswith("s") and is_only_verb(word)):
        return True
    return lexicon().classes(word) == WordClass.VERB
