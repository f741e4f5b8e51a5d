r"""The regular expressions of foreign packs, as Vale's engine reads them.

They are those of .NET, in a mode near to RE2: `\w`, `\d` and `\s` are ASCII though `\b` knows all letters, `$` and `\Z` are the very end,
flags hold to the end of their group and in its later alternatives too, case is folded letter by letter, look-behinds have any
length, and a backslash before a letter without a meaning is nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import NoReturn

from lint.compiled import compiled
from lint.expression import (
    ANYTHING,
    WORD,
    Choice,
    Condition,
    Edge,
    Either,
    Group,
    Letter,
    Node,
    PatternError,
    Reference,
    Repeat,
    Sequence,
    children,
)
from lint.named import NamedTuple

_FLAGS = compiled(r"\(\?([imsnxIMSNX+-]*)([:)])")
_NAMED = compiled(r"\(\?P?<(\w+)>|\(\?'(\w+)'")
_LOOK = compiled(r"\(\?(?:<?[=!]|>)")
_CONDITION = compiled(r"\(\?\((\w+)\)")
_COUNT = compiled(r"\{(\d+)(,(\d*))?\}")
_BACK = compiled(r"k(?:<(\w+)>|'(\w+)')")
_ANGLED = compiled(r"<(\w+)>|'(\w+)'")
_POSIX = compiled(r"\[:(\^?)(\w+):\]")
_PROPERTY = compiled(r"[pP](?:\{(\^?[\w= -]+)\}|(\w))")
_COMMENT = compiled(r"\(\?#[^)]*\)")
_FREE = compiled(r"(?:\s|#[^\n]*)+")
_CODES = (
    (compiled(r"x\{([0-9A-Fa-f]{1,8})\}|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})"), 16),
    (compiled(r"([0-7]{1,3})"), 8),
)
_CONTROL = {"a": "\a", "e": "\x1b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SHORT = {
    "w": WORD,
    "W": "\0-/:-@\\[-\\^`{-\U0010ffff",
    "d": "0-9",
    "D": "\0-/:-\U0010ffff",
    "s": "\t\n\f\r ",
    "S": "\0-\x08\x0b\x0e-\x1f!-\U0010ffff",
}
_NAMES = {
    "alnum": "0-9A-Za-z",
    "alpha": "A-Za-z",
    "ascii": r"\x00-\x7f",
    "blank": r"\t ",
    "cntrl": r"\x00-\x1f\x7f",
    "digit": r"\p{Nd}",
    "graph": "!-~",
    "lower": "a-z",
    "print": " -~",
    "punct": r"!-/:-@\[-`{-~",
    "space": r"\t-\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff",
    "upper": "A-Z",
    "word": WORD,
    "xdigit": "0-9A-Fa-f",
}
_NOT_NAMED = {"digit": r"\P{Nd}", "word": _SHORT["W"]}
_MANY = frozenset(_SHORT[sign] for sign in "WDS")
_DEEPEST = 100
_MOST_TIMES = 100_000
_MOST_WRITTEN_OUT = 300_000


class Flags(NamedTuple):
    """What is switched on: case is folded, `^` and `$` know lines, `.` takes line ends, brackets do not count, blanks are nothing."""

    i: bool = False
    m: bool = False
    s: bool = False
    n: bool = False
    x: bool = False


class Reading(NamedTuple):
    """A pattern that was read: its tree, and the flags that are on at its end (they hold in what is joined behind it)."""

    tree: Node
    flags: Flags
    names: tuple[str, ...] = ()


@lru_cache(maxsize=8192)
def read(pattern: str, flags: Flags = Flags()) -> Reading:
    """The tree of a pattern that begins under these flags. Raises PatternError where it is none, or cannot be run here."""
    return _Reader(pattern, flags).whole()


class _Reader:
    def __init__(self, text: str, flags: Flags) -> None:
        self._text = text
        self._at = 0
        self._flags = flags
        self._depth = 0
        self._unnamed: list[int] = []
        self._named: dict[str, int] = {}
        self._groups = 0
        self._references: list[tuple[str, int]] = []
        self._opened: dict[int, int] = {}
        self._closed: dict[int, int] = {}

    def whole(self) -> Reading:
        """The tree of all of it."""
        tree = self._alternatives()
        if self._at < len(self._text):
            self._fail("a bracket closes here that none opens")
        if "{" in self._text and _written_out(tree) > _MOST_WRITTEN_OUT:
            self._fail("this is repeated too often, all repetitions in each other counted", 0)
        flags = self._flags
        for name, place in self._references:
            number = self._number(name, place)
            if self._opened.get(number, place) < place < self._closed.get(number, 0):
                self._fail(f"the group '{name}' is referred to inside itself", place)
        return Reading(self._numbered(tree) if self._references else tree, flags, tuple(self._named))

    def _fail(self, message: str, place: int | None = None) -> NoReturn:
        raise PatternError(message, self._at if place is None else place)

    def _peek(self, length: int = 1) -> str:
        return self._text[self._at : self._at + length]

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        found = pattern.match(self._text, self._at)
        if found is not None:
            self._at = found.end()
        return found

    def _alternatives(self) -> Node:
        branches = [self._branch()]
        while self._peek() == "|":
            self._at += 1
            branches.append(self._branch())
        return branches[0] if len(branches) == 1 else Either(tuple(branches))

    def _branch(self) -> Node:
        parts: list[Node] = []
        while self._blanks() and self._peek() not in ("", "|", ")"):
            part = self._part()
            if part is not None:
                parts.append(self._repeated(part))
        return parts[0] if len(parts) == 1 else Sequence(tuple(parts))

    def _blanks(self) -> bool:
        while self._take(_COMMENT) or (self._flags.x and self._take(_FREE)):
            pass
        return True

    def _part(self) -> Node | None:
        """The next part; None for flags."""
        sign = self._peek()
        if sign == "(":
            return self._group()
        if sign == "[":
            self._at += 1
            return self._class()
        if sign == "\\":
            self._at += 1
            return self._escape()
        if sign in "*+?" or (sign == "{" and _COUNT.match(self._text, self._at)):
            self._fail(f"nothing stands before '{sign}' that could be repeated")
        self._at += 1
        return self._sign(sign)

    def _sign(self, sign: str) -> Node:
        if sign == "^":
            return Edge("^" if self._flags.m else r"\A")
        if sign == "$":
            return Edge("$" if self._flags.m else r"\Z")
        if sign == ".":
            return Choice(ANYTHING) if self._flags.s else Choice("\n", negated=True)
        return Letter(sign, self._flags.i)

    def _repeated(self, part: Node) -> Node:
        self._blanks()
        times = self._times()
        if times is None:
            return part
        lazy = self._peek() == "?"
        self._at += lazy
        self._blanks()
        place = self._at
        if self._times() is not None:
            self._fail("two signs of repetition stand together", place)
        return Repeat(part, *times, lazy)

    def _times(self) -> tuple[int, int | None] | None:
        sign = self._peek()
        if sign and sign in "*+?":
            self._at += 1
            return {"*": (0, None), "+": (1, None), "?": (0, 1)}[sign]
        place = self._at
        found = self._take(_COUNT) if sign == "{" else None
        if found is None:
            return None
        least = int(found[1])
        most = least if found[2] is None else int(found[3]) if found[3] else None
        if most is not None and most < least:
            self._fail("the repetition ends before it begins", place)
        if max(least, most or 0) > _MOST_TIMES:
            self._fail("this is repeated too often", place)
        return least, most

    def _group(self) -> Node | None:
        place, flags = self._at, self._flags
        if found := self._take(_FLAGS):
            self._flags = _switched(flags, found[1])
            return self._inside("(?:", place, flags) if found[2] == ":" else None
        if found := self._take(_CONDITION):
            return self._condition(found[1], place, flags)
        if found := self._take(_LOOK):
            return self._inside(found[0], place, flags)
        if reference := self._take(compiled(r"\(\?P=(\w+)\)")):
            return self._reference(reference[1], place)
        if found := self._take(_NAMED):
            return self._inside(self._named_opening(found[1] or found[2]), place, flags)
        if self._peek(2) == "(?" and self._peek(3) != "(?)":
            self._fail("this kind of group is not known")
        self._at += 1
        if flags.n:
            return self._inside("(?:", place, flags)
        self._groups += 1
        self._unnamed.append(self._groups)
        return self._inside("(", place, flags)

    def _named_opening(self, name: str) -> str:
        if name[0].isdecimal() or name in self._named:
            self._fail(f"the group name '{name}' begins with a digit or stands twice")
        self._groups += 1
        self._named[name] = self._groups
        return f"(?P<{name}>" if name.isidentifier() else "("

    def _inside(self, opening: str, place: int, flags: Flags) -> Node:
        """What stands up to the closing bracket; the flags are then as they were before the opening one."""
        number = self._groups if opening == "(" or opening.startswith("(?P<") else 0
        self._opened[number] = place
        self._depth += 1
        if self._depth > _DEEPEST:
            self._fail("brackets are nested too deep", place)
        inner = self._alternatives()
        if self._peek() != ")":
            self._fail("the bracket is not closed", place)
        self._at += 1
        self._closed[number] = self._at
        self._depth -= 1
        self._flags = flags
        return Group(opening, inner)

    def _condition(self, group: str, place: int, flags: Flags) -> Node:
        inner = self._inside("(?:", place, flags)
        assert isinstance(inner, Group)
        branches = inner.inner.branches if isinstance(inner.inner, Either) else (inner.inner, Sequence(()))
        if len(branches) != 2:
            self._fail("a condition has two branches at most", place)
        self._references.append((group, place))
        return Condition(group, (branches[0], branches[1]))

    def _reference(self, group: str, place: int) -> Reference:
        self._references.append((group, place))
        return Reference(group, self._flags.i)

    def _number(self, name: str, place: int) -> int:
        """Where a group stands among all; those without a name are counted first."""
        if name in self._named:
            return self._named[name]
        slots = [*self._unnamed, *self._named.values()]
        if not name.isdecimal() or not 0 < int(name) <= len(slots):
            self._fail(f"there is no group '{name}'", place)
        return slots[int(name) - 1]

    def _numbered(self, node: Node) -> Node:
        match node:
            case Reference(group, fold):
                return Reference(str(self._number(group, 0)), fold)
            case Condition(group, (yes, no)):
                return Condition(str(self._number(group, 0)), (self._numbered(yes), self._numbered(no)))
            case Sequence(parts):
                return Sequence(tuple(map(self._numbered, parts)))
            case Either(branches):
                return Either(tuple(map(self._numbered, branches)))
            case Group(opening, inner):
                return Group(opening, self._numbered(inner))
            case Repeat(part):
                return node._replace(part=self._numbered(part))
        return node

    def _escape(self) -> Node:
        place = self._at - 1
        sign = self._peek()
        if sign == "":
            self._fail("a backslash stands at the end", place)
        if sign in "bBAGZz":
            self._at += 1
            return Edge(r"\Z" if sign == "z" else "\\" + sign)
        if sign in _SHORT:
            self._at += 1
            return Choice(_SHORT[sign], fold=self._flags.i and sign == "w")
        if sign in "pP":
            return Choice(self._property(), fold=self._flags.i and sign == "p")
        if sign == "k" or sign in "<'":
            found = self._take(_BACK if sign == "k" else _ANGLED)
            if found:
                return self._reference(found[1] or found[2], place)
            if sign == "k":
                self._fail(r"'\k' names a group, as in '\k<name>'", place)
        if sign in "123456789" and (found := compiled(r"[0-9]+").match(self._text, self._at)):
            number = int(found[0])
            if number < 10 or number <= self._text.count("("):
                self._at = found.end()
                return self._reference(str(number), place)
        return Letter(self._character(), self._flags.i)

    def _character(self) -> str:
        """The character that stands behind a backslash, by its code or name."""
        place = self._at - 1
        for pattern, system in _CODES:
            if found := self._take(pattern):
                code = int(next(filter(None, found.groups())), system)
                if code > 0x10FFFF or 0xD800 <= code < 0xE000:
                    self._fail("there is no such character", place)
                return chr(code & 0xFF if system == 8 else code)
        sign = self._peek()
        self._at += 1
        if sign in "xu":
            self._fail(f"'\\{sign}' is followed by the number of a character in hexadecimal digits", place)
        if sign == "c":
            return self._control(place)
        return _CONTROL.get(sign, sign)

    def _control(self, place: int) -> str:
        sign = self._peek().upper()
        self._at += 1
        if not sign or not 0 <= ord(sign) - 64 < 32:
            self._fail(r"'\c' is followed by a letter", place)
        return chr(ord(sign) - 64)

    def _property(self) -> str:
        place = self._at - 1
        negated = self._peek() == "P"
        found = self._take(_PROPERTY)
        name = (found[1] or found[2]) if found else ""
        if not name or not _is_property(name):
            self._fail(f"there is no class of characters '{name}'" if name else r"'\p' names a class, as in '\p{L}'", place)
        return f"\\{'P' if negated else 'p'}{{{name}}}"

    def _class(self) -> Choice:
        place = self._at - 1
        negated = self._peek() == "^"
        self._at += negated
        pieces: list[str] = []
        less: Choice | None = None
        first = True
        while first or self._peek() != "]":
            if self._peek() == "":
                self._fail("the class of characters is not closed", place)
            if self._peek(2) == "-[" and not first:
                self._at += 2
                less = self._class()
                if self._peek() != "]":
                    self._fail("a class that is taken away stands last")
                break
            pieces.append(self._class_item())
            first = False
        self._at += 1
        fold = self._flags.i
        if fold and not _MANY.isdisjoint(pieces):  # what is no letter is not folded into one
            pieces, fold = [*pieces, *map(str.swapcase, filter(str.isascii, pieces))], False
        return Choice("".join(pieces), negated, fold, less)

    def _class_item(self) -> str:
        if found := self._take(_POSIX):
            return self._posix(found)
        place = self._at
        low = self._class_character()
        if len(low) > 1 or self._peek() != "-" or self._peek(2) in ("-]", "-", "-["):
            return low if len(low) > 1 else _in_class(low)
        self._at += 1
        high = self._class_character()
        if len(high) > 1:
            self._fail("a range ends with one character, not with a class", place)
        if high < low:
            self._fail(f"the range '{low}-{high}' ends before it begins", place)
        return f"{_in_class(low)}-{_in_class(high)}"

    def _class_character(self) -> str:
        """One character, or the text of a class that is named by a backslash."""
        sign = self._peek()
        self._at += 1
        if sign == "":
            self._fail("the class of characters is not closed")
        if sign != "\\":
            return sign
        named = self._peek()
        if named == "":
            self._fail("a backslash stands at the end")
        if named in _SHORT:
            self._at += 1
            return _SHORT[named]
        if named == "b":
            self._at += 1
            return "\b"
        return self._property() if named in "pP" else self._character()

    def _posix(self, found: re.Match[str]) -> str:
        name = found[2]
        if name not in _NAMES:
            self._fail(f"there is no class of characters '{name}'", found.start())
        return _complement(name) if found[1] else _NAMES[name]


def _written_out(node: Node) -> int:
    """How many parts there are once each stands as often as it has to be there."""
    below = sum(map(_written_out, children(node)))
    return below * max(node.least, 1) if isinstance(node, Repeat) else below + 1


def _switched(flags: Flags, letters: str) -> Flags:
    on = True
    for letter in letters.lower():
        if letter in "+-":
            on = letter == "+"
        else:
            flags = flags._replace(**{letter: on})
    return flags


def _in_class(character: str) -> str:
    return "\\" + character if character in "\\]^-[&~|#" else character


@lru_cache(maxsize=64)
def _complement(name: str) -> str:
    """The characters that are not of a named class, as ranges."""
    if name in _NOT_NAMED:
        return _NOT_NAMED[name]
    belongs: Callable[[str], object] = re.compile(f"[{_NAMES[name]}]").match
    outside = [code for code in range(0x10000) if not belongs(chr(code))]
    starts = [code for place, code in enumerate(outside) if place == 0 or outside[place - 1] != code - 1]
    ends = [code for place, code in enumerate(outside) if place == len(outside) - 1 or outside[place + 1] != code + 1]
    ends[-1] = 0x10FFFF
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))


@lru_cache(maxsize=64)
def _is_property(name: str) -> bool:
    import regex

    try:
        regex.compile(rf"[\p{{{name}}}]")
    except regex.error:
        return False
    return True
