"""The forms of verbs and nouns: `commence` is `commenced` where `begin` is `began` or `begun`, and `individuals` are `people`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from lint.language.irregular_verbs import past_and_participle
from lint.language.lexicon import Grade, lexicon
from lint.language.speech_verbs import forms_of

NAMES = ("base", "present", "s", "past", "participle", "ing")
"""The names of the forms of a verb; `present` is the one without an s: `they go`."""

_ODD: Mapping[str, Mapping[str, str]] = {
    "be": {"base": "be", "present": "are am", "s": "is", "past": "was were", "participle": "been", "ing": "being"},
    "have": {"base": "have", "present": "have", "s": "has", "past": "had", "participle": "had", "ing": "having"},
    "can": {"present": "can", "s": "can"},
    "get": {"base": "get", "present": "get", "s": "gets", "past": "got", "ing": "getting"},
    "show": {"base": "show", "present": "show", "s": "shows", "past": "showed", "participle": "shown", "ing": "showing"},
}
"""Verbs whose forms no rule and no table tells; `can` has only two, and of `get` the participle differs from country to country."""
_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children", "gunman": "gunmen"}
_UNCOUNTED = frozenset("pay help rest lack truth use".split())
_SIBILANT = ("s", "x", "z", "ch", "sh")


@lru_cache(maxsize=1024)
def verb_forms(lemma: str) -> Mapping[str, tuple[str, ...]]:
    """The forms of a verb by their names, those that it lacks left out; of more words only the first is inflected: `found out`."""
    first, _, rest = lemma.partition(" ")
    if first in _ODD:
        forms = {name: tuple(form.split()) for name, form in _ODD[first].items()}
    else:
        forms = {name: (_doubled(first, form),) for name, form in forms_of(first)}
        forms["present"] = forms["base"]
    return {name: tuple(f"{form} {rest}".rstrip() for form in found) for name, found in forms.items()}


@lru_cache(maxsize=256)
def plural_of(noun: str) -> str | None:
    """The plural of a noun; None where it has none."""
    if noun in _UNCOUNTED:
        return None
    if noun in _PLURALS:
        return _PLURALS[noun]
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(_SIBILANT) else f"{noun}s"


def odd_forms(lemma: str) -> tuple[str, ...]:
    """The forms of a verb or noun that no rule makes, as far as they are known without the lexicon."""
    told = _ODD.get(lemma, {}).values()
    return (*(form for forms in told for form in forms.split()), *(past_and_participle(lemma) or ()), *filter(None, [_PLURALS.get(lemma)]))


def spellings(lemma: str) -> tuple[str, ...]:
    """A verb in -ise or -ize with both endings; any other word alone."""
    if len(lemma) > 6 and lemma.endswith(("ise", "ize")):
        return f"{lemma[:-2]}se", f"{lemma[:-2]}ze"
    return (lemma,)


def is_word(form: str) -> bool:
    """Whether a form is one that dictionaries have."""
    word = lexicon().word(form)
    return word is not None and word.grade <= Grade.VARIANT


def _doubled(lemma: str, form: str) -> str:
    """A form with the last letter of its verb doubled where it is no word without that: `stopped`."""
    ending = form.removeprefix(lemma)
    doubled = f"{lemma}{lemma[-1]}{ending}"
    return doubled if ending in ("ed", "ing") and not is_word(form) and is_word(doubled) else form
