"""What somebody may have meant who wrote a word that is none: the words of the lexicon that a slip or two away stand."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lint.language.lexicon import Grade, Word, lexicon, unpacked
from lint.language.ngrams import ngrams
from lint.language.slips import ALPHABET, cost, near, respelled
from lint.named import NamedTuple

_LONGEST = 32
_SHORTEST_FAR = 5
_FAR_ABOVE = 5.5
"""Words two slips away are looked for where none is nearer than this, in nats."""
_MOST_FAR = 40
_FEW_BEGIN_SO = 4
"""Of words that begin with so many letters there are few enough to look at all of them."""
_SHORTEST_PART = 2
_RUN_TOGETHER, _OFTEN_TOGETHER = 6.0, 5.0
"""What it costs to forget a blank, and between words that the language model has seen together."""
_BEST_PART = Grade.COMMON
_ONE_LETTER_WORDS = frozenset("ai")


class Candidate(NamedTuple):
    """A form, as the lexicon writes it, that may be meant: one word, or two where the blank between them was forgotten.

    `slip` is what the slip costs, in nats.
    """

    form: str
    words: tuple[Word, ...]
    slip: float


@lru_cache(maxsize=1 << 13)
def candidates(word: str, far: bool = True) -> tuple[Candidate, ...]:
    """The forms near a word in lower case, in no order that matters; those two slips away only where `far` and nothing is nearer."""
    if len(word) > _LONGEST:
        return tuple(_parted(word))
    found = {form: Candidate(form, (entry,), cost(word, form.lower())) for form, entry in _entries(near(word) | respelled(word))}
    if (
        far
        and len(word) >= _SHORTEST_FAR
        and min((one.slip for one in found.values() if one.words[0].grade <= Grade.FULL), default=99) > _FAR_ABOVE
    ):
        for form, entry in _entries(_two_slips(word) - {word}):
            found.setdefault(form, Candidate(form, (entry,), cost(word, form.lower())))
    return (*sorted(found.values(), key=lambda one: one.slip)[:_MOST_FAR], *_parted(word))


def _entries(forms: set[str]) -> Iterator[tuple[str, Word]]:
    """Those of the forms that are words, with the capitals that they are written with."""
    for form, number in lexicon().known(forms):
        entry = unpacked(number)
        if entry.grade <= Grade.NAME:
            yield form, entry
            continue
        for written in (form.capitalize(), form.upper()):
            capitalised = lexicon().word(written)
            if capitalised is not None and capitalised.grade <= Grade.NAME:
                yield written, capitalised
                break


def _parted(word: str) -> Iterator[Candidate]:
    """Two common words that may have been run together."""
    for place in range(1, len(word)):
        left, right = word[:place], word[place:]
        if all(len(part) >= _SHORTEST_PART or part in _ONE_LETTER_WORDS for part in (left, right)):
            words = [entry for part in (left, right) if (entry := lexicon().word(part)) is not None]
            if len(words) == 2 and all(entry.grade <= _BEST_PART and entry.place >= 0 for entry in words):
                price = _OFTEN_TOGETHER if ngrams().pair(words[1].place, words[0].place) >= 0 else _RUN_TOGETHER
                yield Candidate(f"{left} {right}", tuple(words), price)


def _two_slips(word: str) -> set[str]:
    """The words of the lexicon that are two slips away and begin with the same letter: a walk through its trie that may go wrong twice."""
    found: set[str] = set()
    number = lexicon().number
    seen: set[tuple[str, int]] = set()
    waiting = [(word[0], 1, 0)]
    while waiting:
        read, place, slips = waiting.pop()
        if slips == 2:
            form = read + word[place:]
            if number(form) >= 0:
                found.add(form)
            continue
        state = read, (place << 1) + slips
        if state in seen:
            continue
        seen.add(state)
        if place == len(word):
            if number(read) >= 0:
                found.add(read)
            waiting += [(read + letter, place, slips + 1) for letter in _following(read)]
            continue
        letter, following = word[place], _following(read)
        if letter in following:
            waiting.append((read + letter, place + 1, slips))
        waiting.append((read, place + 1, slips + 1))
        after = word[place + 1 : place + 2]
        if after and after != letter and after in following and letter in _following(read + after):
            waiting.append((read + after + letter, place + 2, slips + 1))
        for other in following:
            waiting.append((read + other, place, slips + 1))
            if other != letter:
                waiting.append((read + other, place + 1, slips + 1))
    return found


@lru_cache(maxsize=1 << 15)
def _following(beginning: str) -> str:
    """The letters that can follow a beginning of a word."""
    if len(beginning) < _FEW_BEGIN_SO:
        return "".join([letter for letter in ALPHABET if lexicon().starts(beginning + letter)])
    found = {word[len(beginning) : len(beginning) + 1] for word in lexicon().beginning(beginning)}
    return "".join([letter for letter in ALPHABET if letter in found])
