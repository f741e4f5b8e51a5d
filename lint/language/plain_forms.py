"""In which form a word that has a plainer one stands, and the plainer one in that form: `had commenced`, `had begun`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from lint.language.inflection import is_word, plural_of, spellings, verb_forms
from lint.language.lexicon import WordClass, lexicon
from lint.language.plain_entries import Slot
from lint.language.plain_frames import BE, before_adverbs, is_passive
from lint.language.tagged import Tagged

_HAVE = frozenset("have has had having 've ’ve 'd ’d".split())
_AUXILIARIES = BE | _HAVE
_DETERMINERS = frozenset("DT PRP$ POS PDT".split())
_SUBJECTS = frozenset("PRP NN NNS NNP NNPS WDT WP DT".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_PRONOUNS = frozenset("this that these those all both each".split())
_DEGREES = frozenset("more most less least so too very as how equally that quite rather fairly".split())
_LINKS = frozenset("and or but ,".split())
_FAR = 8
_BOTH = frozenset(("past", "participle"))
_BY_TAG = {
    "VB": "base",
    "VBP": "present",
    "VBZ": "s",
    "VBD": "past",
    "VBN": "participle",
    "VBG": "ing",
    "JJ": "participle",
    "NN": "base",
    "NNS": "s",
}


@lru_cache(maxsize=4096)
def forms_of_slot(slot: Slot) -> frozenset[str]:
    """All that may stand in the place of a word of an entry."""
    if slot.marked == "verb":
        return frozenset(form for word in slot.words for lemma in spellings(word) for forms in verb_forms(lemma).values() for form in forms)
    if slot.marked == "noun":
        return frozenset(form for word in slot.words for form in (word, plural_of(word)) if form)
    return frozenset(slot.words)


def inflected(plain: str, slot: Slot, sentence: Tagged, place: int) -> str | None:
    """The plainer words in the form in which the marked word stands; None where that is another part of speech, or no form is sure."""
    if not _ALLOWED[slot.marked](sentence, place):
        return None
    if slot.marked == "verb":
        return _verb(plain, slot, sentence, place)
    if slot.marked == "noun" and sentence.word(place) not in slot.words:
        return plural_of(plain)
    return plain


def _verb(plain: str, slot: Slot, sentence: Tagged, place: int) -> str | None:
    word, (first, _, rest) = sentence.word(place), plain.partition(" ")
    lemma, names = next((lemma, names) for each in slot.words for lemma in spellings(each) if (names := _names(word, lemma)))
    if first == lemma:
        return f"{word} {rest}".rstrip()
    if lemma == "be" and "ing" in names:
        return None
    forms = verb_forms(plain)
    possible = {forms.get(name, ("",))[0] for name in _narrowed(names, sentence, place)}
    form = possible.pop() if len(possible) == 1 else ""
    return form if is_word(form.partition(" ")[0]) else None


def _names(word: str, lemma: str) -> frozenset[str]:
    """The names of the forms of a verb that a word can be."""
    return frozenset(name for name, forms in verb_forms(lemma).items() if word in forms)


def _narrowed(names: frozenset[str], sentence: Tagged, place: int) -> frozenset[str]:
    """Those of them that it can be in its sentence."""
    tag, before = sentence.tag(place), before_adverbs(sentence, place)
    if "participle" in names and (sentence.word(before) in _AUXILIARIES or is_passive(sentence, place)):
        return frozenset(("participle",))
    if "present" in names and tag == "VBP" and (sentence.tag(before) not in _SUBJECTS or _is_asked(sentence, before)):
        return names
    if names >= _BOTH and tag in ("VBD", "VBN"):
        return frozenset(("past",)) if tag == "VBD" and not _shares_auxiliary(sentence, before) else _BOTH
    return names & {_BY_TAG[tag]} or names


def _shares_auxiliary(sentence: Tagged, before: int) -> bool:
    """Whether the verb may belong to an auxiliary that stands farther off: `has closed and`, `Has the work`."""
    near = sentence.small[max(0, before - _FAR) : max(0, before)]
    return sentence.word(0) in _AUXILIARIES or (sentence.word(before) in _LINKS and not _AUXILIARIES.isdisjoint(near))


def _is_asked(sentence: Tagged, subject: int) -> bool:
    """Whether another verb stands before a subject, so that its own is an infinitive: `Do they`, `let them`."""
    return any(sentence.tag(at)[:2] in ("VB", "MD", "TO") for at in range(max(0, subject - 3), subject))


def _may_be_verb(sentence: Tagged, place: int) -> bool:
    """Whether it is a verb, and neither an adjective nor a noun made of one: `the terminated staff`, `the purchasing of`."""
    tag, before = sentence.tag(place), sentence.tag(place - 1)
    if tag in ("NN", "NNS"):
        return before in _SUBJECTS and before != "DT" and not lexicon().classes(_singular(sentence.word(place))) & WordClass.NOUN
    if not tag.startswith("VB"):
        return is_passive(sentence, place)
    if tag == "VBG":
        return before not in ("JJ", *_DETERMINERS) and sentence.word(place + 1) != "of"
    if before in _DETERMINERS and sentence.word(place - 1) not in _PRONOUNS:
        return False
    return (
        tag not in ("VBN", "VBD") or sentence.word(before_adverbs(sentence, place)) in _AUXILIARIES or not _is_before_noun(sentence, place)
    )


def _singular(word: str) -> str:
    return word.removesuffix("s")


def _is_before_noun(sentence: Tagged, place: int) -> bool:
    """Whether a participle without auxiliary belongs to a noun behind it: `found concealed weapons`."""
    if sentence.tag(place + 1) not in ("JJ", *_NOUNS):
        return False
    return sentence.word(place - 1) in ("and", "or", "'s", "’s") or (
        sentence.tag(place) == "VBN" and sentence.tag(place - 1) not in _SUBJECTS
    )


def _may_be_noun(sentence: Tagged, place: int) -> bool:
    """Whether it is a noun, and no part of a compound."""
    return sentence.tag(place) in ("NN", "NNS") and sentence.tag(place - 1) not in _NOUNS and sentence.tag(place + 1) not in _NOUNS


def _may_be_adjective(sentence: Tagged, place: int) -> bool:
    """Whether it is an adjective that is not graded."""
    return sentence.tag(place) in ("JJ", "VBN") and sentence.word(place - 1) not in _DEGREES


def _may_be_adverb(sentence: Tagged, place: int) -> bool:
    """Whether it is an adverb, and none inside a noun phrase: `the subsequently cancelled show`."""
    return sentence.tag(place) in ("RB", "IN") and sentence.tag(place - 1) not in _DETERMINERS


_ALLOWED: Mapping[str, Callable[[Tagged, int], bool]] = {
    "verb": _may_be_verb,
    "noun": _may_be_noun,
    "adjective": _may_be_adjective,
    "adverb": _may_be_adverb,
}
