"""A first look at all sentences of an article: which ones may hold a verb that does not agree, a noun in the wrong number, a wrong form.

What a word may be is told by its letters first; the lexicon is asked about those few alone that stand where a slip can be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from lint.compiled import compiled, compiled_now
from lint.document import Prose
from lint.language.article import Article
from lint.language.collectives import COLLECTIVES
from lint.language.irregular_verbs import is_irregular, is_participle_alone, is_past, participle_of
from lint.language.lexicon import WordClass, lexicon
from lint.language.noun_words import FUNCTION
from lint.language.number_words import counts_several
from lint.language.subject_phrases import OPENERS, SINGLE_PRONOUNS
from lint.language.verb_subjects import FRONTED, PEOPLE, PRONOUNS
from lint.language.word_numbers import (
    IRREGULAR_PLURALS,
    Number,
    base_forms,
    base_of_gerund,
    is_only_base,
    number_of_noun,
    plural_verb,
    singular_verb,
)
from lint.language.word_rows import Letters, all_of, any_of, none_of, word_rows
from lint.text import Span

HAVE = frozenset("have has had having 've".split())
BE = frozenset("is are was were been being be".split())
DO = frozenset("do does did".split())
MODALS = frozenset("can could will would shall should may might must 'll ca wo cannot".split())
SUBJECTS = frozenset("i he she we they it".split())
BEHIND_PASSIVES = frozenset("by to with for from on in at".split())
"""Words that a passive is often followed by."""
BEFORE_DOING = frozenset("after before by without from for".split())
"""Prepositions that no base form of a verb stands behind."""
SEVERAL = frozenset("these those many several various multiple numerous".split())
SINGLE = frozenset("a an each every another".split())
ONE_OF = frozenset("the these those his her its their our my your".split())
"""What stands behind `one of` before those of which it is one."""
VERBS_HARDLY_NOUNS = frozenset("say says think thinks want wants know knows mean means".split())
"""Verbs that the lexicon has as nouns, too."""

_SINGULAR_VERBS, _PLURAL_VERBS = frozenset("is was has does".split()), frozenset("are were have do".split())
_MARKS = ",.;:!?\"'()[]“”‘’–—…"
_ENDS = (",", ";", ":", "—", "–", ")", '"', "”")
_TIES = frozenset(
    """
    of in on at for with by from to about against among between under over near within without behind beyond across along during through
    towards toward into onto inside outside above below beneath beside opposite familiar
    """.split()
)
_RELATIVES = frozenset("that which who and nor".split())
_OBJECTS = frozenset("a an the this these those his its their our my your it him them us me both all about".split())
_ASKING = frozenset("what how why when which where who".split())
_ADVERBS = frozenset("also never always often still just already not now then once soon only even".split())
_OTHER_SUBJECTS = frozenset(
    """
    to they we you i he she it who that which what and or but will would can could may might should must not there these those do does did
    some all both
    """.split()
)
"""Words right before a verb that a noun farther back is not the subject of."""
_NO_VERBS = ("ed", "ly", "ion", "ness", "ment", "ous", "ity", "ism", "ful", "ble", "ss")
"""Endings of words that are no base form of a verb, but for a few."""
_CONTRACTED = ("'ve", "'ll")

_TELLING_SUBJECT = compiled(
    r"\b(?:[Ee]ach|[Oo]ne|[Ee]very one) of (?:the|these|those|h[ie][sr]|its|their|our|my)\b|\b(?:[Nn]obody|[Ee]very\w+|[Aa]nyone) who\b"
    r"|\b(?:both|many|several|few|two|three|four|five|six|seven|eight|nine|ten) of wh(?:om|ich)\b|\b(?:most|all|some) of whom\b"
)
_ONE, _MANY, _ONE_VERB, _MANY_VERB, _MAYBE_VERB, _ADVERB, _LINK = (1 << place for place in range(7))
_TIE, _BOUND, _FRONT = _MAYBE_VERB, _ADVERB, _LINK
_HAVE_BE, _MODAL, _PAST, _NO_BASE, _SUBJECT = _ONE, _MANY, _ONE_VERB, _MANY_VERB, _MAYBE_VERB
_COUNTS_MANY, _COUNTS_ONE, _ONE_OF, _LESS, _OTHER = _ONE_VERB, _MANY_VERB, _MAYBE_VERB, _LINK, _ADVERB


def agreeing(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, Span]]:
    """Those in which a subject and a verb may differ in number, in the order of the text."""
    rows = word_rows(article, blocks)
    found = [
        *_told(article, blocks),
        *rows.found(_letters, _NEAR, _near(), _may_differ),
        *rows.found(_letters, _FAR, _far(), _may_differ_far),
        *rows.found(_letters, _FAR, _behind(), _is_plural),
    ]
    return iter(sorted({(id(prose), span): (prose, span) for prose, span in found}.values(), key=_position))


def _told(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, Span]]:
    """Those with a pronoun which is singular whatever follows, and those with `both of whom`."""
    for prose in blocks:
        for found in _TELLING_SUBJECT.finditer(prose.text):
            yield prose, article.sentence_at(prose, found.start())


def counting(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, Span]]:
    """Those in which a noun may be in another number than the word that counts it."""
    return word_rows(article, blocks).found(_letters, _COUNT, _counting(), _may_miscount)


def helping(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, Span]]:
    """Those in which a wrong form may stand behind a helping verb."""
    rows = word_rows(article, blocks)
    found = (sentence for pattern in _helping() for sentence in rows.found(_letters, _HELP, pattern, _may_be_wrong))
    return iter(sorted({(id(prose), span): (prose, span) for prose, span in found}.values(), key=_position))


def _position(found: tuple[Prose, Span]) -> int:
    prose, span = found
    return prose.span(span.start, span.end).start


@lru_cache(maxsize=1 << 12)
def _core(word: str) -> str:
    return word.lower().replace("’", "'").strip(_MARKS).removesuffix("n't")


def _is_adverb(small: str) -> bool:
    return small in _ADVERBS or small.endswith("ly")


@lru_cache(maxsize=1 << 12)
def _noun_bits(small: str) -> int:
    """Whether a word may be a singular or a plural, by its last letters."""
    if small in SINGLE_PRONOUNS or PRONOUNS.get(small) is Number.ONE:
        return _ONE
    if small in IRREGULAR_PLURALS or small.endswith("men") or small == "police" or small in PEOPLE or PRONOUNS.get(small) is Number.MANY:
        return _MANY
    if small in FUNCTION or not small.isalpha():
        return 0
    return _MANY if small.endswith("s") and not small.endswith("ss") else _ONE


def _verb_bits(small: str, classes: int) -> int:
    """Whether a word is a verb in the singular or the plural, and nothing else."""
    if small in _SINGULAR_VERBS or (small in VERBS_HARDLY_NOUNS and small.endswith("s")):
        return _ONE_VERB
    if small in _PLURAL_VERBS or small in VERBS_HARDLY_NOUNS:
        return _MANY_VERB
    if small in FUNCTION or not small.isalpha() or small.endswith(_NO_VERBS):
        return 0
    if not small.endswith("s"):
        return _MANY_VERB * (classes == WordClass.VERB)
    stems = (small[:-1], *([small[:-2]] if small.endswith("es") else ()), *([small[:-3] + "y"] if small.endswith("ies") else ()))
    return _ONE_VERB * any(lexicon().classes(stem) == WordClass.VERB for stem in stems)


def _bits(word: str) -> tuple[int, int, int, int]:
    """What a word can be, in each alphabet."""
    small = _core(word)
    classes = 0 if small in FUNCTION else lexicon().classes(small)
    noun, verb = _noun_bits(small), _verb_bits(small, classes)
    ends = not word[-1:].isalnum()
    near = 0 if ends else _near_bits(word, small, noun, verb)
    return near, _far_bits(word, small, noun | verb), _count_bits(small, noun, ends), _help_bits(small, classes)


def _near_bits(word: str, small: str, noun: int, verb: int) -> int:
    if small in PRONOUNS:
        return noun | _ADVERB
    if small in _RELATIVES:
        return _LINK | _ADVERB
    bits = noun | verb | _ADVERB * _is_adverb(small) | _LINK * (small in _OBJECTS)
    if bits & (_ONE_VERB | _MANY_VERB) or not word[:1].islower() or small in FUNCTION:
        return bits
    return bits | (0 if small.endswith(_NO_VERBS) else _ONE_VERB if small.endswith("s") else _MAYBE_VERB)


def _far_bits(word: str, small: str, bits: int) -> int:
    if small in FRONTED or small in _ASKING or small == "there":
        bits |= _FRONT
    if small == "number":
        bits |= _ONE | _MANY
    elif small == "one" or counts_several(small):
        bits |= _ONE if small == "one" else _MANY
    if small in _TIES or small.endswith(("ed", "en", "ing")) or is_irregular(small):
        bits |= _TIE
    if small in OPENERS or small in ("who", "which") or word.endswith(_ENDS):
        bits |= _BOUND
    return bits


def _count_bits(small: str, noun: int, ends: bool) -> int:
    if small in SEVERAL or counts_several(small):
        return _COUNTS_MANY
    if small in SINGLE or small == "this":
        return _COUNTS_ONE
    if small in ("one", "much", "less"):
        return _ONE_OF if small == "one" else _LESS
    return noun | _OTHER if noun and not ends else noun


def _help_bits(small: str, classes: int) -> int:
    bits = _ADVERB * _is_adverb(small)
    if small in HAVE or small in BE or small.endswith("'ve"):
        bits |= _HAVE_BE
    elif small in MODALS or small in DO or small == "to" or small.endswith("'ll") or small in BEFORE_DOING:
        bits |= _MODAL
    elif small in SUBJECTS or small == "there":
        bits |= _SUBJECT
    if small in BEHIND_PASSIVES:
        bits |= _SUBJECT | _ADVERB
    if is_irregular(small) or participle_of(small) or classes == WordClass.VERB:
        bits |= _PAST | _NO_BASE
    elif small == "of" or (small.endswith(("ed", "s", "ing")) and small not in FUNCTION):
        bits |= _NO_BASE
    return bits | _LINK * (small == "been")


_letters = Letters(_bits, 4)
_NEAR, _FAR, _COUNT, _HELP = range(4)
"""The alphabets."""


def _may_differ(words: list[str]) -> bool:
    """Whether the first word and the last but perhaps an object differ in number."""
    noun, verb = _core(words[0]), _core(words[-1])
    verb = _core(words[-2]) if verb in _OBJECTS else verb
    one = verb in _SINGULAR_VERBS or (verb not in _PLURAL_VERBS and plural_verb(verb) is not None)
    if not one and verb not in _PLURAL_VERBS and singular_verb(verb) is None:
        return False
    if noun in PRONOUNS or noun in SINGLE_PRONOUNS or noun in PEOPLE or noun == "police":
        return True
    number = number_of_noun(noun)
    return number is (Number.MANY if one else Number.ONE) and noun not in COLLECTIVES


def _may_differ_far(words: list[str]) -> bool:
    """Whether some noun of a stretch is in the number that its verb is not in, and no other subject stands right before that."""
    before = next((small for word in reversed(words[:-1]) if not _is_adverb(small := _core(word))), "")
    last = _core(words[-1])
    if before in _OTHER_SUBJECTS or not (last in _PLURAL_VERBS or last in _SINGULAR_VERBS or singular_verb(last) or plural_verb(last)):
        return False
    wanted = Number.ONE if _core(words[-1]) in _PLURAL_VERBS or not _core(words[-1]).endswith("s") else Number.MANY
    return any(_number(_core(word)) is wanted for word in words[:-1])


def _is_plural(words: list[str]) -> bool:
    """Whether the last word is a plural, or counts one that may follow."""
    return number_of_noun(_core(words[-1])) is Number.MANY or counts_several(_core(words[-1]))


def _number(small: str) -> Number | None:
    if small in SINGLE_PRONOUNS or small in ("one", "number"):
        return Number.ONE
    if small in FUNCTION or small in COLLECTIVES:
        return Number.MANY if counts_several(small) else None
    return number_of_noun(small)


def _may_miscount(words: list[str]) -> bool:
    """Whether the noun that is counted is in the wrong number."""
    small = [_core(word) for word in words]
    if small[0] in ("much", "less"):
        return number_of_noun(small[-1]) is Number.MANY
    if small[0] in SINGLE or small[0] == "this":
        return number_of_noun(small[-1]) is Number.MANY
    return any(number_of_noun(word) is Number.ONE for word in small[1:])


def _may_be_wrong(words: list[str]) -> bool:
    """Whether the last word is a form of a verb other than the one that the first wants."""
    first, last = _core(words[0]), _core(words[-1])
    first = _core(words[1]) if len(words) > 2 and first not in HAVE | BE | MODALS | DO | SUBJECTS else first
    if last in ("of", "been"):
        return True
    if first in BEFORE_DOING:
        return is_only_base(last)
    if first == "have" and (is_only_base(last) or (participle_of(last) and not is_past(last))):
        return True
    if last in BEHIND_PASSIVES:
        return first in BE and bool(lexicon().classes(_core(words[1])) & WordClass.VERB)
    if first in SUBJECTS or first == "there":
        return is_participle_alone(last)
    if first in BE and lexicon().classes(last) == WordClass.VERB:
        return True
    if first in HAVE | BE and not is_past(last):
        return False
    if last.endswith("ing"):
        return first == "to" and base_of_gerund(last) is not None
    return bool(base_forms(last)) and (number_of_noun(last) is not Number.MANY or "n't" in words[0] or "not" in words)


@cache
def _near() -> re.Pattern[bytes]:
    """A noun and a verb side by side, or with a relative between them."""
    one, many, adverbs = any_of(_ONE), any_of(_MANY), any_of(_ADVERB, _LINK) + b"{0,2}"
    one_verb, many_verb, maybe = any_of(_ONE_VERB), any_of(_MANY_VERB), any_of(_MAYBE_VERB)
    relative, pronoun = all_of(_LINK | _ADVERB), all_of(_ONE | _ADVERB)
    return _either(
        many + relative + b"?" + adverbs + one_verb,
        one + relative + b"?" + adverbs + many_verb,
        one + adverbs + maybe + any_of(_LINK, _ADVERB),
        one + relative + adverbs + maybe,
        pronoun + adverbs + maybe,
        pronoun + relative + b".{1,2}" + one_verb,
    )


@cache
def _far() -> re.Pattern[bytes]:
    """A noun near the beginning of a clause, what may belong to it, and a verb; in another number."""
    inner, start = none_of(_BOUND), b"(?:^|" + any_of(_BOUND) + b")" + none_of(_BOUND) + b"{0,5}?"
    tie, bound = any_of(_TIE), any_of(_BOUND)
    patterns = []
    for noun, verb, perhaps in ((_ONE, _MANY_VERB, 0), (_MANY, _ONE_VERB, _MANY)):
        tied = start + any_of(noun) + tie + inner
        patterns += [
            tied + b"{1,14}?" + any_of(verb),
            start + any_of(noun) + bound + inner + b"{2,10}?" + any_of(verb),
            tied + b"{0,12}?" + bound + b".{1,18}?" + bound + any_of(verb | perhaps),
            start + all_of(noun | _BOUND) + b".{1,18}?" + bound + any_of(verb | perhaps),
        ]
    return _either(*patterns)


@cache
def _behind() -> re.Pattern[bytes]:
    """A verb before its noun, behind a word or a phrase that is no subject."""
    verb = any_of(_ONE_VERB) + b".{0,5}?" + any_of(_MANY)
    return _either(any_of(_FRONT) + b".?" + verb, b"^" + verb, b"^.?" + any_of(_TIE) + none_of(_BOUND) + b"{0,12}?" + verb)


@cache
def _counting() -> re.Pattern[bytes]:
    """A word that counts, perhaps others that describe, and a noun in the wrong number."""
    inside, one, many = any_of(_OTHER, _MANY) + b"{0,2}", any_of(_ONE), any_of(_MANY)
    return _either(
        any_of(_COUNTS_MANY) + inside + one,
        any_of(_COUNTS_ONE) + inside + many,
        any_of(_ONE_OF) + b".." + inside + one,
        any_of(_LESS) + many,
    )


@cache
def _helping() -> tuple[re.Pattern[bytes], ...]:
    """A helping verb, perhaps an adverb or a subject, and a form that it does not go with; or a subject and a participle."""
    adverbs, past, other = any_of(_ADVERB) + b"{0,2}", any_of(_PAST), any_of(_NO_BASE)
    return (
        _either(
            any_of(_HAVE_BE) + adverbs + past,
            any_of(_MODAL) + adverbs + other,
            any_of(_HAVE_BE) + none_of(127) + all_of(_SUBJECT | _ADVERB),
        ),
        _either(b"^.?" + any_of(_HAVE_BE) + b".{1,5}?" + past, b"^.?" + any_of(_MODAL) + b".{1,5}?" + other),
        _either(any_of(_SUBJECT) + any_of(_PAST | _LINK), none_of(_HAVE_BE | _ADVERB) + any_of(_LINK)),
    )


def _either(*patterns: bytes) -> re.Pattern[bytes]:
    return compiled_now(b"(?m)" + b"|".join(patterns))
