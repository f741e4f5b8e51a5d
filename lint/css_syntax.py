"""CSS selectors, read: a subset of Selectors Level 4, with the tests of text (`:contains`, `:matches`) that scrapers know."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NoReturn

from lint.compiled import compiled
from lint.css_selector import NEVER, PLAIN, Complex, Compound, SelectorError, Simple
from lint.pattern import Pattern, PatternError

_MOST_LEVELS = 30

_NAME = compiled(r"(?:[\w\-\u0080-\U0010ffff]|\\(?:[0-9a-fA-F]{1,6}[ \t\r\n\f]?|[^\r\n\f0-9a-fA-F]))+")
_NO_IDENTIFIER = compiled(r"-*\d|-+\Z")
_STRING = compiled(r""""((?:[^"\\\r\n\f]|\\(?:\r\n|[\s\S]))*)"|'((?:[^'\\\r\n\f]|\\(?:\r\n|[\s\S]))*)'""")
_ESCAPE = compiled(r"\\(?:([0-9a-fA-F]{1,6})[ \t\r\n\f]?|(\r\n|[\r\n\f])|([\s\S]))")
_BLANK = compiled(r"(?:[ \t\r\n\f]|/\*[\s\S]*?\*/)*")
_NTH = compiled(r"(even|odd)|([+-]?\d*)n(?:[ \t\r\n\f]*([+-])[ \t\r\n\f]*(\d+))?|([+-]?\d+)", re.IGNORECASE)
_OPERATOR = compiled(r"[~|^$*!#]?=")
_COMBINATORS = (">", "+", "~")

_GROUPS = {"is": "is", "where": "is", "any": "is", "not": "not"}
_RELATIVE = {"has": " ", "haschild": ">"}
_COUNTED = frozenset(("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"))
_WORDS = frozenset(("contains", "containsown", "lang"))
_PATTERNS = frozenset(("matches", "matchesown"))


def read(text: str) -> tuple[Complex, ...]:
    """The alternatives of a selector. Raises SelectorError."""
    reader = _Reader(text)
    group = reader.group("")
    if reader.at < len(text):
        reader.fail("a ')' closes nothing" if text[reader.at] == ")" else f"'{text[reader.at]}' is not expected here")
    return group


class _Reader:
    """Goes through the text of a selector; `at` is how far."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.levels = 0

    def fail(self, message: str) -> NoReturn:
        raise SelectorError(message, min(self.at, len(self.text)))

    def group(self, lead: str) -> tuple[Complex, ...]:
        """Selectors with commas between them, up to a bracket that closes or the end."""
        self.levels += 1
        if self.levels > _MOST_LEVELS:
            self.fail(f"more than {_MOST_LEVELS} brackets stand in each other")
        members = [self.complex(lead)]
        while self.take(","):
            members.append(self.complex(lead))
        self.levels -= 1
        return tuple(members)

    def complex(self, lead: str) -> Complex:
        self.blank()
        combinator = lead
        if lead and self.peek() in _COMBINATORS:
            combinator = self.next()
            self.blank()
        steps = [(combinator, self.compound())]
        while True:
            apart = self.blank()
            if self.peek() in _COMBINATORS:
                combinator = self.next()
                self.blank()
            elif apart and self.peek() not in ("", ",", ")"):
                combinator = " "
            else:
                return Complex(tuple(steps))
            steps.append((combinator, self.compound()))

    def compound(self) -> Compound:
        conditions: list[Simple] = []
        if self.peek() in ("", ",", ")", *_COMBINATORS):
            self.fail("a selector is missing here")
        if self.peek() == "*":
            self.next()
        elif self.peek() not in ("#", ".", "[", ":"):
            conditions.append(Simple("type", self.name("the name of an element").lower()))
        while (read := _CONDITIONS.get(self.peek())) is not None:
            conditions.append(read(self))
        return Compound(tuple(conditions))

    def id(self) -> Simple:
        self.next()
        return Simple("id", self.name("a name", number=True))

    def class_name(self) -> Simple:
        self.next()
        return Simple("class", self.name("the name of a class"))

    def attribute(self) -> Simple:
        self.next()
        self.blank()
        key = self.name("the name of an attribute").lower()
        self.blank()
        if self.take("]"):
            return Simple("attribute", key=key)
        operator = self.match(_OPERATOR, "an operator such as '=' or ']'").group()
        self.blank()
        pattern, value = (self.regex("]"), "") if operator == "#=" else (None, self.word())
        self.blank()
        fold = self.peek() in ("i", "I", "s", "S") and self.next() in "iI"
        self.blank()
        self.close("]")
        return Simple("attribute", value, key, operator, fold, pattern=pattern)

    def pseudo_class(self) -> Simple:
        start = self.at
        self.next()
        if self.peek() == ":":
            self.fail("a pseudo-element ('::') is no element, and nothing is selected by it")
        name = self.name("the name of a pseudo-class").lower()
        if name in PLAIN or name in NEVER:
            return Simple(name)
        if name not in _ARGUMENTS:
            self.at = start
            self.fail(f"':{name}' is no pseudo-class that is known")
        if not self.take("("):
            self.fail(f"':{name}' needs brackets behind it")
        self.blank()
        condition = _ARGUMENTS[name](self, name)
        self.blank()
        self.close(")")
        return condition

    def grouped(self, name: str) -> Simple:
        return Simple(_GROUPS[name], group=self.group(""))

    def relative(self, name: str) -> Simple:
        return Simple("has", group=self.group(_RELATIVE[name]))

    def counted(self, name: str) -> Simple:
        numbers = _numbers(self.match(_NTH, "'odd', 'even' or a number such as 2n+1"))
        self.blank()
        group: tuple[Complex, ...] = ()
        if name.endswith("child") and self.text[self.at : self.at + 2].lower() == "of":
            self.at += 2
            group = self.group("")
        return Simple(name, nth=numbers, group=group)

    def worded(self, name: str) -> Simple:
        return Simple(name, self.word().lower())

    def patterned(self, name: str) -> Simple:
        return Simple(name, pattern=self.regex(")"))

    def word(self) -> str:
        """A string in quotation marks, or a name."""
        if self.peek() not in ("'", '"'):
            return self.name("a text in quotation marks")
        found = _STRING.match(self.text, self.at)
        if found is None:
            self.fail("the quotation mark that opens here is not closed")
        self.at = found.end()
        return _plain(found.group(1) if found.group(1) is not None else found.group(2))

    def name(self, what: str, number: bool = False) -> str:
        start = self.at
        name = self.match(_NAME, what).group()
        if not number and _NO_IDENTIFIER.match(name):
            self.at = start
            self.fail(f"{what} is expected here, and none begins with a digit")
        return _plain(name)

    def regex(self, end: str) -> Pattern:
        """A regular expression, up to a bracket that it does not open itself."""
        start, depth = self.at, 0
        while self.at < len(self.text) and (depth or self.text[self.at] not in ")]"):
            depth += (self.text[self.at] in "([") - (self.text[self.at] in ")]")
            self.at += 1
        if self.peek() != end:
            self.fail(f"a '{end}' is missing behind the regular expression")
        pattern = Pattern(self.text[start : self.at], foreign=True)
        try:
            pattern.validate()
        except PatternError as error:
            self.at = start
            self.fail(f"the regular expression cannot be read: {error}")
        return pattern

    def match(self, pattern: re.Pattern[str], what: str) -> re.Match[str]:
        found = pattern.match(self.text, self.at)
        if found is None:
            self.fail(f"{what} is expected here")
        self.at = found.end()
        return found

    def peek(self) -> str:
        return self.text[self.at : self.at + 1]

    def next(self) -> str:
        self.at += 1
        return self.text[self.at - 1]

    def take(self, sign: str) -> bool:
        taken = self.peek() == sign
        self.at += taken
        return taken

    def close(self, sign: str) -> None:
        if not self.take(sign):
            self.fail(f"a '{sign}' is missing here")

    def blank(self) -> bool:
        """Passes over blanks and comments; whether there were any."""
        start = self.at
        found = _BLANK.match(self.text, start)
        self.at = found.end() if found else start
        return self.at > start


def _numbers(found: re.Match[str]) -> tuple[int, int]:
    """`a` and `b` of `an+b`."""
    word, step, sign, offset, alone = found.groups()
    if word:
        return 2, int(word.lower() == "odd")
    if alone:
        return 0, _number(alone)
    return _number(step if step.strip("+-") else f"{step}1"), _number(f"{sign}{offset}") if offset else 0


def _number(written: str) -> int:
    return int(written[:9])  # nothing has more children


def _plain(written: str) -> str:
    """A name or a string without its escapes."""

    def meant(found: re.Match[str]) -> str:
        if not found.group(1):
            return found.group(3) or ""
        point = int(found.group(1), 16)
        return chr(point) if 0 < point < 0x110000 and not 0xD800 <= point < 0xE000 else "\N{REPLACEMENT CHARACTER}"

    return _ESCAPE.sub(meant, written)


_CONDITIONS: dict[str, Callable[[_Reader], Simple]] = {
    "#": _Reader.id,
    ".": _Reader.class_name,
    "[": _Reader.attribute,
    ":": _Reader.pseudo_class,
}
_ARGUMENTS: dict[str, Callable[[_Reader, str], Simple]] = {
    **dict.fromkeys(_GROUPS, _Reader.grouped),
    **dict.fromkeys(_RELATIVE, _Reader.relative),
    **dict.fromkeys(_COUNTED, _Reader.counted),
    **dict.fromkeys(_WORDS, _Reader.worded),
    **dict.fromkeys(_PATTERNS, _Reader.patterned),
}
