"""What a Hunspell `.aff` file says: the flags of a dictionary, the endings and beginnings that they name, and how its words are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache

from lint.compiled import compiled
from lint.language.unusable import DictionaryError
from lint.named import NamedTuple

Flags = frozenset[str]
NO_FLAGS: Flags = frozenset()

_DEFAULT_BREAKS = ("-", "^-", "-$")
_DEFAULT_COMPOUND_MIN = 3
_RULE_TOKEN = compiled(r"\(([^)]*)\)|([*?])|(.)")
_CLASS_OR_LETTER = compiled(r"\[(\^?)([^\]]*)\]|(.)")


class Affix(NamedTuple):
    """One line of a class: `add` takes the place of `strip` at the beginning or end of a word that fits `condition`.

    `flags` name the classes that may be put on the form it makes, and what that form may do. `cross`: may stand beside an affix of
    the other end.
    """

    prefix: bool
    flag: str
    cross: bool
    strip: str
    add: str
    condition: str
    flags: Flags

    def put_on(self, word: str) -> str | None:
        """The form it makes of a word; None where it does not fit."""
        if self.strip and not (word.startswith(self.strip) if self.prefix else word.endswith(self.strip)):
            return None
        if not self.fits(word):
            return None
        rest = len(word) - len(self.strip)
        return self.add + word[len(self.strip) :] if self.prefix else word[:rest] + self.add

    def taken_off(self, form: str) -> str | None:
        """The word that it makes this form of, which has to bear `add` already; None where that word does not fit."""
        rest = len(form) - len(self.add)
        word = self.strip + form[len(self.add) :] if self.prefix else form[:rest] + self.strip
        return word if word and self.fits(word) else None

    def fits(self, word: str) -> bool:
        """Whether the condition holds for a word."""
        if self.condition == ".":
            return True
        return _condition(self.condition, self.prefix)(word) is not None


@dataclass
class Affixes:
    """All that an `.aff` file says. `marks` maps `KEEPCASE` and its like to the flag that says so, `switches` are those turned on."""

    name: str = ""
    flag_type: str = "char"
    aliases: tuple[str, ...] = ()
    classes: dict[str, list[Affix]] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    switches: frozenset[str] = frozenset()
    tables: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    letters: str = ""
    keyboard: str = "qwertyuiop|asdfghjkl|zxcvbnm"
    ignored: str = ""
    language: str = ""
    compound_min: int = _DEFAULT_COMPOUND_MIN
    compound_most: int = 0

    def __post_init__(self) -> None:
        self._flags = lru_cache(maxsize=4096)(self._parsed)
        self.suffixes = _by_added(affix for group in self.classes.values() for affix in group if not affix.prefix)
        self.prefixes = _by_added(affix for group in self.classes.values() for affix in group if affix.prefix)
        self.longest_suffix = max(map(len, self.suffixes), default=-1)
        self.longest_prefix = max(map(len, self.prefixes), default=-1)
        self.twofold = any(self.classes.keys() & affix.flags for group in self.classes.values() for affix in group)
        self.compounding = any(self.marks.get(name) for name in ("COMPOUNDFLAG", "COMPOUNDBEGIN", "COMPOUNDMIDDLE", "COMPOUNDEND"))

    def flags(self, text: str) -> Flags:
        """The flags that a text names, as written behind the slash of an entry. Raises DictionaryError."""
        return self._flags(text) if text else NO_FLAGS

    def marked(self, flags: Flags, mark: str) -> bool:
        """Whether one of these flags says `KEEPCASE`, `NEEDAFFIX` and so on."""
        flag = self.marks.get(mark)
        return flag is not None and flag in flags

    def pairs(self, table: str) -> list[tuple[str, str]]:
        """The rows of `REP`, `ICONV` or `OCONV`."""
        return [(row[0], row[1]) for row in self.tables.get(table, ())]

    @property
    def breaks(self) -> tuple[str, ...]:
        """The patterns at which a word may be broken into words."""
        rows = self.tables.get("BREAK")
        return _DEFAULT_BREAKS if rows is None else tuple(row[0] for row in rows)

    @property
    def compound_rules(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The rules for compounds: flags in their order, each with `*`, `?` or nothing behind it."""
        return tuple(self._rule(row[0]) for row in self.tables.get("COMPOUNDRULE", ()))

    def forms(self, word: str, flags: Flags) -> Iterator[str]:
        """All words that an entry stands for, its own first; some may come twice."""
        if not self.marked(flags, "NEEDAFFIX"):
            yield word
        for suffixed, suffix in self._put_on(word, flags, prefix=False):
            if not self.marked(suffix.flags, "NEEDAFFIX") and not self.marked(suffix.flags, "CIRCUMFIX"):
                yield suffixed
            for twice, second in self._put_on(suffixed, suffix.flags, prefix=False):
                yield twice
                yield from self._prefixed(twice, flags | suffix.flags | second.flags, second)
            yield from self._prefixed(suffixed, flags | suffix.flags, suffix)
        yield from self._prefixed(word, flags, None)

    def _prefixed(self, word: str, flags: Flags, beside: Affix | None) -> Iterator[str]:
        for form, prefix in self._put_on(word, flags, prefix=True):
            circumfix = beside is not None and self.marked(beside.flags, "CIRCUMFIX")
            if (beside is None or (beside.cross and prefix.cross)) and circumfix == self.marked(prefix.flags, "CIRCUMFIX"):
                if beside is not None or not self.marked(prefix.flags, "NEEDAFFIX"):
                    yield form
                if beside is None:
                    yield from (suffixed for suffixed, _ in self._put_on(form, prefix.flags, prefix=False))

    def _put_on(self, word: str, flags: Iterable[str], prefix: bool) -> Iterator[tuple[str, Affix]]:
        for flag in flags:
            for affix in self.classes.get(flag, ()):
                form = affix.put_on(word) if affix.prefix == prefix else None
                if form:
                    yield form, affix

    def _parsed(self, text: str) -> Flags:
        if self.aliases and text.isdecimal():
            if not 1 <= int(text) <= len(self.aliases):
                raise DictionaryError(f"{self.name}: there is no AF line {text}; an entry names its flags by the number of such a line")
            text = self.aliases[int(text) - 1]
        return frozenset(split_flags(text, self.flag_type, self.name))

    def _rule(self, text: str) -> tuple[tuple[str, str], ...]:
        tokens: list[tuple[str, str]] = []
        for grouped, mark, letter in _RULE_TOKEN.findall(text):
            if mark and tokens:
                tokens[-1] = (tokens[-1][0], mark)
            else:
                tokens.append((grouped or letter, ""))
        return tuple(tokens)


def split_flags(text: str, flag_type: str, where: str) -> list[str]:
    """The single flags of a text under a `FLAG` type: `char`, `UTF-8`, `long` or `num`. Raises DictionaryError."""
    if flag_type == "num":
        numbers = [number.strip() for number in text.split(",")]
        if not all(number.isdecimal() for number in numbers):
            raise DictionaryError(f"{where}: '{text}' is no list of numbers, which FLAG num asks for; write flags as 1,23,456")
        return numbers
    if flag_type == "long":
        if len(text) % 2:
            raise DictionaryError(f"{where}: '{text}' is one character short: FLAG long has two characters a flag")
        return [text[place : place + 2] for place in range(0, len(text), 2)]
    return list(text)


def _by_added(affixes: Iterable[Affix]) -> dict[str, list[Affix]]:
    found: dict[str, list[Affix]] = {}
    for affix in affixes:
        found.setdefault(affix.add, []).append(affix)
    return found


@cache
def _condition(condition: str, prefix: bool) -> Callable[[str], object]:
    """Looks for a condition where it has to hold. A hyphen in brackets is a hyphen, never a range."""
    parts = []
    for negated, letters, letter in _CLASS_OR_LETTER.findall(condition):
        if letter:
            parts.append("." if letter == "." else re.escape(letter))
        else:
            parts.append(f"[{negated}{re.escape(letters)}]" if letters else ".")
    return re.compile("".join(parts)).match if prefix else re.compile("".join(parts) + r"\Z").search
