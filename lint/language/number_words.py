"""English numbers in words and in digits."""

from __future__ import annotations

import re

from lint.compiled import compiled

_CARDINAL = compiled(r"-?[0-9]{1,19}")
_ORDINAL = compiled(r"([0-9]{1,19})(?:st|nd|rd|th)", re.IGNORECASE)
_GAP = compiled(r"[ -]+")
_MOST = 2**63 - 1

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"), (100, "hundred"))
_ORDINALS = {"one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth", "twelve": "twelfth"}


def in_words(text: str) -> str:
    """A whole number (`21`, `1,200`) or an ordinal (`21st`) in words; any other text as it is."""
    plain = text.replace(",", "")
    if _CARDINAL.fullmatch(plain) and abs(int(plain)) <= _MOST:
        return spelled(int(plain))
    ordinal = _ORDINAL.fullmatch(plain)
    return ordinal_of(spelled(int(ordinal.group(1)))) if ordinal and int(ordinal.group(1)) <= _MOST else text


def spelled(number: int) -> str:
    """A number in words, as Americans say them: `one hundred twenty-one`."""
    if number < 0:
        return f"minus {spelled(-number)}"
    if number < 20:
        return _ONES[number]
    if number < 100:
        return _with(_TENS[number // 10 - 2], "-", number % 10)
    value, name = next(scale for scale in _SCALES if scale[0] <= number)
    return _with(f"{spelled(number // value)} {name}", " ", number % value)


def ordinal_of(words: str) -> str:
    """The ordinal of a number in words: `twenty-first` for `twenty-one`."""
    start = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[start:]
    regular = f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th"
    return words[:start] + _ORDINALS.get(last, regular)


def in_digits(text: str) -> str:
    """A number in words (`twenty-one`, `minus two hundred and five`, `twenty-first`) in digits; any other text as it is."""
    words = [word for word in _GAP.split(text.lower()) if word]
    negative = words[:1] == ["minus"]
    named = [word for word in words[negative:] if word != "and"]
    last = named[-1] if named else ""
    ordinal = last in _ORDINAL_VALUES
    values = [_VALUES.get(word) for word in named[: len(named) - ordinal]] + ([_ORDINAL_VALUES[last]] if ordinal else [])
    known = [value for value in values if value is not None]
    if not known or len(known) < len(values):
        return text
    number = -_sum(known) if negative else _sum(known)
    return f"{number}{_suffix(abs(number)) if ordinal else ''}"


def counts_several(word: str) -> bool:
    """Whether a single word in lower case is a whole number above one, in words or in digits."""
    return word.isdigit() and word.lstrip("0") not in ("", "1") if word[:1].isdigit() else _VALUES.get(word, 0) > 1


def is_number(word: str) -> bool:
    """Whether a word in lower case, perhaps of parts, is a whole number, in words or in digits."""
    return word in _VALUES or (not word.isalpha() and in_digits(word).isdigit())


def _with(words: str, sign: str, rest: int) -> str:
    return f"{words}{sign}{spelled(rest)}" if rest else words


def _sum(values: list[int]) -> int:
    total = current = 0
    for value in values:
        if value < 100:
            current += value
        elif value == 100:
            current = (current or 1) * 100
        else:
            total, current = total + (current or 1) * value, 0
    return total + current


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


_VALUES = {
    **{word: value for value, word in enumerate(_ONES)},
    **{word: 10 * value for value, word in enumerate(_TENS, 2)},
    **{word: value for value, word in _SCALES},
}
_ORDINAL_VALUES = {ordinal_of(word): value for word, value in _VALUES.items()}
