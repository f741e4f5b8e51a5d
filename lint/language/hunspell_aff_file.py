"""The text of a Hunspell `.aff` file, read line by line."""

from __future__ import annotations

from collections.abc import Callable

from lint.language.hunspell_affixes import NO_FLAGS, Affix, Affixes, Flags, split_flags
from lint.language.unusable import DictionaryError

_SINGLE = frozenset(
    """
    FORBIDDENWORD NEEDAFFIX KEEPCASE ONLYINCOMPOUND NOSUGGEST CIRCUMFIX COMPOUNDFLAG COMPOUNDBEGIN COMPOUNDMIDDLE COMPOUNDEND
    COMPOUNDPERMITFLAG COMPOUNDFORBIDFLAG FORCEUCASE WARN
    """.split()
)
_SWITCHES = frozenset(
    "CHECKSHARPS CHECKCOMPOUNDDUP CHECKCOMPOUNDTRIPLE SIMPLIFIEDTRIPLE CHECKCOMPOUNDCASE CHECKCOMPOUNDREP COMPLEXPREFIXES".split()
)
_TABLES = frozenset("REP MAP ICONV OCONV BREAK COMPOUNDRULE CHECKCOMPOUNDPATTERN".split())


def read_affixes(text: str, name: str) -> Affixes:
    """What the text of an `.aff` file says; `name` is that of the file, for messages. Raises DictionaryError."""
    lines = [(number, parts) for number, line in enumerate(text.split("\n"), 1) if (parts := line.split()) and parts[0][0] != "#"]
    reader = _Reader(name, lines)
    for number, parts in lines:
        reader.read(number, parts)
    return reader.affixes()


class _Reader:
    """Reads line after line. What it does not know it passes over, as Hunspell does."""

    def __init__(self, name: str, lines: list[tuple[int, list[str]]]) -> None:
        self._name = name
        self._line = 0
        self._fields: dict[str, object] = {}
        self._classes: dict[str, list[Affix]] = {}
        self._cross: dict[tuple[bool, str], bool] = {}
        self._marks: dict[str, str] = {}
        self._switches: set[str] = set()
        self._tables: dict[str, list[tuple[str, ...]]] = {}
        self._declared: set[str] = set()
        self._flag_type = next((self._type(number, parts) for number, parts in lines if parts[0] == "FLAG"), "char")
        self._aliases = tuple(parts[1] for _, parts in [row for row in lines if row[1][0] == "AF" and len(row[1]) > 1][1:])

    def read(self, number: int, parts: list[str]) -> None:
        """Takes in one line, given as its fields."""
        self._line = number
        name = "NEEDAFFIX" if parts[0] == "PSEUDOROOT" else parts[0]
        if name in ("PFX", "SFX"):
            self._affix(parts)
        elif name in _SINGLE:
            self._marks[name] = self._flag(self._argument(parts))
        elif name in _SWITCHES:
            self._switches.add(name)
        elif name in _TABLES:
            self._row(name, parts)
        elif name in _SETTINGS:
            field, read = _SETTINGS[name]
            self._fields[field] = read(self, self._argument(parts))

    def affixes(self) -> Affixes:
        """All that was read."""
        known = {
            "name": self._name,
            "flag_type": self._flag_type,
            "aliases": self._aliases,
            "classes": self._classes,
            "marks": self._marks,
            "switches": frozenset(self._switches),
            "tables": self._tables,
        }
        return Affixes(**{**known, **self._fields})  # type: ignore[arg-type]

    def number(self, text: str) -> int:
        """A number of a setting."""
        if not text.isdecimal():
            raise self._error(f"'{text}' is no number; write one, or take the line out")
        return int(text)

    def _affix(self, parts: list[str]) -> None:
        """The header of a class (`SFX flag Y|N count`) or a line of it (`SFX flag strip add [condition]`)."""
        if len(parts) < 4:
            raise self._error(f"'{' '.join(parts)}' has {len(parts)} fields and needs 4 at least: {parts[0]}, flag, what goes, what comes")
        prefix, flag = parts[0] == "PFX", self._flag(parts[1])
        if (prefix, flag) not in self._cross:
            if parts[2] not in "YN" or not parts[3].isdecimal():
                raise self._error(
                    f"the class '{parts[1]}' begins without a header; write '{parts[0]} {parts[1]} Y', with its number of lines"
                )
            self._cross[prefix, flag] = parts[2] == "Y"
            return
        if parts[2] in "YN" and parts[3].isdecimal() and len(parts) == 4:
            return
        self._classes.setdefault(flag, []).append(self._line_of(prefix, flag, parts))

    def _line_of(self, prefix: bool, flag: str, parts: list[str]) -> Affix:
        add, _, flags = parts[3].partition("/")
        condition = parts[4] if len(parts) > 4 else "."
        if condition.count("[") != condition.count("]"):
            raise self._error(f"the condition '{condition}' opens a bracket that it does not close, or the reverse; pair them")
        strip, add = ("" if text == "0" else self._bare(text) for text in (parts[2], add))
        return Affix(prefix, flag, self._cross[prefix, flag], strip, add, condition, self._flags(flags))

    def _bare(self, text: str) -> str:
        return text.translate(dict.fromkeys(map(ord, str(self._fields.get("ignored", "")))))

    def _row(self, name: str, parts: list[str]) -> None:
        """A row of a table, whose first line is its number of rows."""
        first = self._argument(parts)
        if name not in self._declared:
            self._declared.add(name)
            self._tables.setdefault(name, [])
            if first.isdecimal() and len(parts) == 2:
                return
        wanted = 2 if name in ("REP", "ICONV", "OCONV", "CHECKCOMPOUNDPATTERN") else 1
        if len(parts) <= wanted:
            raise self._error(f"'{' '.join(parts)}' has too few fields: {name} needs {wanted} of them")
        self._tables[name].append(tuple(parts[1:]))

    def _argument(self, parts: list[str]) -> str:
        if len(parts) < 2:
            raise self._error(f"{parts[0]} stands alone; write its value behind it, or take the line out")
        return parts[1]

    def _flag(self, text: str) -> str:
        flags = split_flags(text, self._flag_type, self._place())
        return flags[0]

    def _flags(self, text: str) -> Flags:
        if self._aliases and text.isdecimal() and 1 <= int(text) <= len(self._aliases):
            text = self._aliases[int(text) - 1]
        return frozenset(split_flags(text, self._flag_type, self._place())) if text else NO_FLAGS

    def _type(self, number: int, parts: list[str]) -> str:
        self._line = number
        kind = {"num": "num", "long": "long", "utf-8": "UTF-8", "utf8": "UTF-8"}.get(self._argument(parts).lower())
        if kind is None:
            raise self._error(
                f"'FLAG {parts[1]}' is no type of flags; it is 'long', 'num' or 'UTF-8', and without the line one character each"
            )
        return kind

    def _place(self) -> str:
        return f"{self._name}, line {self._line}"

    def _error(self, sentence: str) -> DictionaryError:
        return DictionaryError(f"{self._place()}: {sentence}")


_SETTINGS: dict[str, tuple[str, Callable[[_Reader, str], object]]] = {
    "TRY": ("letters", lambda reader, text: text),
    "KEY": ("keyboard", lambda reader, text: text),
    "IGNORE": ("ignored", lambda reader, text: text),
    "LANG": ("language", lambda reader, text: text),
    "COMPOUNDMIN": ("compound_min", lambda reader, text: max(reader.number(text), 1)),
    "COMPOUNDWORDMAX": ("compound_most", lambda reader, text: reader.number(text)),
}
