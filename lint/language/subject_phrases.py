"""Noun phrases that can be subjects, read from tags: where they begin, which word is their head, what belongs to it, and their number."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.collectives import COLLECTIVES, MEASURES
from lint.language.irregular_verbs import UNCHANGED
from lint.language.mended_tags import Word
from lint.language.noun_phrases import TIMES
from lint.language.number_words import counts_several
from lint.language.speech_verbs import speech_verbs
from lint.language.word_numbers import IRREGULAR_PLURALS, Number, is_mass_noun, number_of_noun

SINGLE_PRONOUNS = frozenset(
    "everyone everybody someone somebody anyone anybody nobody everything something anything nothing each neither either".split()
)
"""Pronouns that are singular however many they stand for."""
OPENERS = frozenset(
    "that because although though if when while where whether since until unless so but whereas before after why how".split()
)
"""Words that a clause may begin behind."""
RELATIVES = frozenset(("that", "which", "who"))
JOINS = frozenset("and or but nor then".split())
IN_PHRASES = frozenset("DT PDT PRP$ JJ JJR JJS CD NN NNS NNP NNPS POS VBN $".split())
NOUNS = frozenset(("NN", "NNS"))
PRESENT_OR_PAST = frozenset(("VBZ", "VBP", "VBD"))
_BEGINS_PHRASES = frozenset(("DT", "PRP$"))
_DETERMINERS = frozenset("a an the this that each every another one her his its their our my your no".split())
_SINGLE_DETERMINERS = frozenset("this every each a an another one 1".split())
_WHEN = frozenset("each every this last next".split())
_EVERY = frozenset(("each", "every"))
_OWNERS = frozenset("the these those his her its their our my your".split())
_UNCERTAIN = frozenset("more fewer less what half".split())
_CAUSES = frozenset("help helps helped let lets make makes made making see saw watch watched hear heard have had say says".split())
"""Verbs that stand before another clause, or before another verb and its subject."""
_JOINED = frozenset((("NNS", "NNS"), ("NNS", "JJ"), ("NNP", "NNP")))
"""Tags of what `and` joins within one phrase."""
_REPORTS = frozenset(
    "think thinks thought believe believes believed know knows knew hope hopes hoped feel feels felt mean means meant".split()
)


def phrase_start(words: Sequence[Word], last: int) -> int:
    """Where the plain noun phrase begins whose head stands at `last`; behind it where that is no head."""
    if last < 0 or not (words[last].tag in NOUNS or words[last].small in SINGLE_PRONOUNS or words[last].small == "police"):
        return last + 1
    first = last
    while first > 0 and words[first - 1].tag in IN_PHRASES and words[first].tag not in _BEGINS_PHRASES:
        if words[first - 1].small in SINGLE_PRONOUNS:
            break
        first -= 1
    return first


def phrase_end(words: Sequence[Word], first: int) -> int:
    """The place behind the plain noun phrase that begins at `first`; that place itself where none does."""
    end = first
    while end < len(words) and words[end].tag in IN_PHRASES and not (end > first and _breaks(words, end)):
        end += 1
    return end


def head_from(words: Sequence[Word], first: int, last: int) -> int:
    """The head of the phrase that begins at `first`; -1 where none does, or it goes on to `last`."""
    following = words[first + 1]
    if words[first].small in SINGLE_PRONOUNS or (words[first].tag == "CD" and following.small == "of"):
        return first if following.tag == "IN" else -1
    if words[first].small in _EVERY and following.small == "one" and first + 2 <= last and words[first + 2].small == "of":
        return first + 1
    end = phrase_end(words, first)
    if words[first].small in _EVERY and end < last and words[end].small == "and":
        end = phrase_end(words, end + 1)  # `every doctor and nurse on the ward`
    while end > first and words[end - 1].tag == "JJ":
        end -= 1
    return end - 1 if first < end <= last and words[end - 1].tag in NOUNS else -1


def belongs(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether all that stands there belongs to the noun before it: what is tied to it, a relative clause, one aside between two commas."""
    if words[end - 1].small == ",":
        commas = [place for place in range(start, end) if words[place].small == ","]
        if len(commas) != 2 or words[commas[0] + 1].small in JOINS:
            return False
        end = commas[0]
    if start == end:
        return True
    if words[start].small in RELATIVES:
        start = _behind_verb(words, start + 1, end)
        return 0 < start < end and _is_tied(words, start, end)
    start += words[start].tag == "JJ" and words[start + 1].tag == "IN"  # `an official familiar with the talks`
    word, following = words[start], words[start + 1]
    if word.tag not in ("IN", "VBN", "VBG", "TO") or word.small in OPENERS | {"than", "as"}:
        return False
    return not (word.tag == "VBG" and following.tag.startswith("NN")) and _is_tied(words, start, end)


def number_of(words: Sequence[Word], first: int, head: int) -> Number | None:
    """The number of a phrase, None where it is open to doubt."""
    small, lead, following = words[head].small, words[first].small, words[min(head + 1, len(words) - 1)]
    if small in SINGLE_PRONOUNS or (small == "one" and following.small == "of"):
        return Number.ONE
    if words[head].tag == "CD":
        return Number.MANY if counts_several(small) and following.small == "of" and words[head + 2].small in _OWNERS else None
    if small == "number" and following.small == "of":
        return {"the": Number.ONE, "a": Number.MANY}.get(lead)
    if small == "police":
        return Number.MANY if head - first <= 1 else None
    if lead.endswith("ing") or _has_participle(words, first, head) or any(_is_odd(words[place], place) for place in range(first, head + 1)):
        return None
    number = number_of_noun(small) or (Number.ONE if words[head].tag == "NN" and is_mass_noun(small) else None)
    if number is Number.MANY:
        return None if lead in _UNCERTAIN | _SINGLE_DETERMINERS or _is_measured(small, lead) else number
    if any(word.tag == "NNS" for word in words[first:head]):
        return None  # `the dangers sailors experience`
    if number is Number.ONE and lead in _EVERY:
        return number
    alone = first == head == 0 and following.tag in ("IN", "TO")  # `damage to the vineyards`
    return number if small not in COLLECTIVES and (lead in _DETERMINERS or alone) else None


def _has_participle(words: Sequence[Word], first: int, head: int) -> bool:
    """Whether a form in -ing stands behind a noun in a phrase: `the moss covering roofs`."""
    return any(words[place].small.endswith("ing") and words[place - 1].tag in NOUNS for place in range(first + 1, head))


def has_determiner(words: Sequence[Word], first: int) -> bool:
    """Whether a phrase begins with a word that makes it one thing: `the`, `her`."""
    return words[first].small in _DETERMINERS - _EVERY - {"no"}


def _breaks(words: Sequence[Word], place: int) -> bool:
    """Whether another phrase, or a participle that tells of the noun before it, begins there."""
    return words[place].tag in _BEGINS_PHRASES or (words[place].tag == "VBN" and words[place - 1].tag in NOUNS)


def _behind_verb(words: Sequence[Word], start: int, end: int) -> int:
    """The place behind the verb that a relative clause begins with; 0 where none does, or one that says what others say or do."""
    place = start
    while place < end and (words[place].tag.startswith("VB") or words[place].tag in ("MD", "RB")):
        small = words[place].small
        if small in _CAUSES | _REPORTS or small in speech_verbs() or small in IRREGULAR_PLURALS:
            return 0
        place += 1
    return place if any(word.tag in PRESENT_OR_PAST or word.tag == "MD" for word in words[start:place]) else 0


def _is_tied(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a preposition or a participle stands before each phrase of a stretch but the first, and no finite verb in it."""
    governed = True
    for place in range(start, end):
        word, before = words[place], words[place - 1]
        if _tells_when(words, place) or _tells_when(words, place - 1):
            continue  # `passing through each day`
        if word.small in OPENERS | RELATIVES | _CAUSES | _REPORTS or (word.small == "to" and before.small == "used"):
            return False
        if word.tag in ("IN", "TO") or word.tag.startswith("VB"):
            finite = word.tag in PRESENT_OR_PAST and word.small not in UNCHANGED
            if finite or (word.tag == "VB" and before.tag != "TO"):
                return False
            governed = True
        elif word.tag in IN_PHRASES:
            if _is_loose(word, before, governed):
                return False
            governed = False
        elif word.small == "and" and (before.tag, words[place + 1].tag) in _JOINED:
            governed = True
        elif word.tag not in ("RB", "RP"):
            return False
    return not governed or words[end - 1].tag == "VBN"


def _tells_when(words: Sequence[Word], place: int) -> bool:
    """Whether `each day` or the like stands there."""
    return words[place].small in _WHEN and words[place + 1].small in TIMES


def _is_loose(word: Word, before: Word, governed: bool) -> bool:
    """Whether another phrase begins with a word, and nothing ties it to what stands before: `the bread | hungry guests eat`."""
    begins = word.tag in ("DT", "PRP$", "PDT") and before.tag not in ("DT", "PDT")
    return (begins and not governed) or before.tag == "NNS" or (word.tag == "JJ" and before.tag == "NN" and before.small != "dozen")


def _is_measured(small: str, lead: str) -> bool:
    return small in MEASURES and lead not in ("these", "those", "many", "several")


def _is_odd(word: Word, place: int) -> bool:
    """Whether a word is part of a name, or made of figures and letters."""
    named = word.tag.startswith("NNP") and not (place == 0 and number_of_noun(word.small))
    return named or (not word.small[0].isalpha() and word.small[-1].isalpha())
