"""Letters large and small, one sign for one: what is re-cased is as long as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from lint.compiled import compiled

_WORD = compiled(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def lower(text: str) -> str:
    """In small letters; a sign whose small form is two stays."""
    return text.lower() if text.isascii() else "".join(_one(sign, str.lower) for sign in text)


def upper(text: str) -> str:
    """In capitals; a sign whose capital is two (`ß`) stays."""
    return text.upper() if text.isascii() else "".join(_one(sign, str.upper) for sign in text)


def capital(text: str) -> str:
    """With a capital as its first sign, the others as they are."""
    return _one(text[0], str.title) + text[1:] if text else text


def capitals(text: str) -> str:
    """Each letter behind a blank or a mark as a capital, the others as they are: `top-level` is `Top-Level`, `it's` is `It'S`."""
    before = " " + text[:-1]
    return "".join(capital(sign) if _parts_words(last) else sign for last, sign in zip(before, text, strict=True))


def like(model: str, words: str) -> str:
    """`words` in the case of `model`, whose place they take: `GitHub pages` for `GIT HUB PAGES` is `GITHUB PAGES`.

    Word by word where both begin or end with the same ones; what is between them in `model` says the case of what is between them in
    `words`. Only small letters, capitals and a first capital can be carried over; words in a case of their own (`iPhone`) carry none.
    Source of the meaning: Vale's `matchcase`.
    """
    seen, new = _WORD.findall(model), _WORD.findall(words)
    if not seen or not new:
        return words
    head = _shared(new, seen)
    tail = _shared(new[head:][::-1], seen[head:][::-1])
    cases = iter(
        [
            *map(_case, seen[:head]),
            *_between(seen, head, tail, len(new) - head - tail),
            *map(_case, seen[len(seen) - tail :]),
        ]
    )
    return _WORD.sub(lambda word: _written(word.group(), next(cases)), words)


class _Case(Enum):
    OWN = "own"
    LOWER = "lower"
    UPPER = "upper"
    CAPITAL = "capital"


def _between(seen: Sequence[str], head: int, tail: int, count: int) -> Iterator[_Case]:
    """The cases of `count` words that stand for those of `seen` without its first `head` and last `tail` ones."""
    replaced = seen[head : len(seen) - tail]
    # Words put in take their case from the next one, for a capital on the one before may be that of a sentence.
    case = _case(" ".join(replaced) if replaced else seen[-tail] if tail else seen[head - 1])
    for number in range(count):
        yield _Case.LOWER if case is _Case.CAPITAL and number else case


def _case(text: str) -> _Case:
    letters = [sign for sign in text if sign.isalpha()]
    large = [sign.isupper() for sign in letters]
    if not letters:
        return _Case.OWN
    if not any(large):
        return _Case.LOWER
    if not any(sign.islower() for sign in letters):
        return _Case.UPPER if len(letters) > 1 else _Case.CAPITAL
    return _Case.CAPITAL if large[0] and sum(large) == 1 else _Case.OWN


def _written(word: str, case: _Case) -> str:
    match case:
        case _Case.LOWER:
            return lower(word)
        case _Case.UPPER:
            return upper(word)
        case _Case.CAPITAL:
            return capital(lower(word))
        case _Case.OWN:
            return word


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words at the beginning are the same but for their case."""
    pairs = zip(one, other, strict=False)
    return next((number for number, (a, b) in enumerate(pairs) if lower(a) != lower(b)), min(len(one), len(other)))


def _parts_words(sign: str) -> bool:
    return not (sign.isalnum() or sign == "_") if sign.isascii() else sign.isspace()


def _one(sign: str, convert: Callable[[str], str]) -> str:
    converted = convert(sign)
    return converted if len(converted) == 1 else sign
