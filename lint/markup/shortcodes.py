"""Shortcodes of site generators (Hugo, Liquid, Jinja, kramdown) and math: what in a text its markup must not see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Reading
from lint.markup import math
from lint.markup.code import OPENING, CodeFinder
from lint.markup.masks import Argument, Region, with_lines
from lint.named import NamedTuple
from lint.text import Span

_TAG = r"\{\{[<%]?|\{%|\{#(?=\s)|\{:[^{}\r\n]*\}"
_SIGN = compiled(r"[`~{$\\]")
_IN_TEXT = compiled(rf"(?P<opening>{_TAG})|(?P<math>{math.OPENING})")
_IN_MARKDOWN = compiled(rf"(?P<code>{OPENING})|(?P<opening>{_TAG})|(?P<math>{math.OPENING})|\\[\\`{{$]")
_DISPLAY_MATH = compiled(rf"(?P<code>{OPENING})|(?P<opening>(?!))|(?P<math>(?<![^\r\n \t])\$\$)|\\[\\`{{$]")
_CLOSERS = {"{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "{#": "#}"}
_STEPS = {
    opener: compiled(
        r'(?<=[=\s(,:|])"(?:[^"\\{]++|\\.|\{(?![{%]))*"'
        r"|(?<=[=\s(,:|])'[^'{\r\n]*'"
        r"|(?<=[=\s(,:|])`[^`{]*`"
        rf"|(?P<closer>{re.escape(closer)})|(?P<failed>\{{[{{%#]|\n[ \t]*\r?\n)"
    )
    for opener, closer in _CLOSERS.items()
}
_NAME = compiled(r"[-\s]*(/?)\s*([\w./-]*)")
_ARGUMENT = compiled(r"""(?<![\w-])([\w-]+)\s*[=:]\s*(?:"((?:[^"\\]++|\\.)*)"|'([^']*)'|`([^`]*)`)""")
_INCLUDED = compiled(r"""\s*["']?([\w./-]+)""")
_INCLUDES = frozenset(("include", "include_relative", "include_cached", "render", "partial"))
_PROSE_ARGUMENTS = frozenset(("alt", "caption"))
_QUOTES = {2: '"', 3: "'", 4: "`"}

_CODE = frozenset("code css gist highlight html javascript js katex latex math mermaid plantuml style verbatim".split())
"""Pairs of shortcodes that hold no prose."""
_COMMENTS = frozenset(("comment",))
STEERING = frozenset(
    "assign autoescape block break call capture case continue cycle decrement extends filter for from if ifchanged import increment layout "
    "liquid macro paginate raw section schema set tablerow unless when with".split()
)
"""Tags of Liquid and Jinja that show nothing themselves."""


class _Tag(NamedTuple):
    """A tag as it was found; `opener` is what it begins with."""

    start: int
    end: int
    opener: str
    name: str = ""
    closes: str = ""  # the name of the pair that it ends
    keys: tuple[str, ...] = ()  # names under which its arguments may be chosen
    code: str = ""  # `code` or `comment` where a whole pair was taken


def find(text: str, start: int, reading: Reading, markdown: bool) -> Sequence[Region]:
    """The shortcodes and formulas in the text from `start` on, in its order; in Markdown none where code stands."""
    scan = _Scan(text, reading)
    return with_lines(text, list(scan.regions(start, _IN_MARKDOWN if markdown else _IN_TEXT)))


def display_math(text: str, start: int) -> Sequence[Region]:
    """The formulas between double dollars in Markdown, the first of them where a line begins."""
    return with_lines(text, list(_Scan(text, Reading()).regions(start, _DISPLAY_MATH)))


def written_arguments(text: str, span: Span) -> Iterator[tuple[str, str]]:
    """The arguments with quotation marks of the shortcode there, with their names, whether they are read as prose or not."""
    for found in _ARGUMENT.finditer(text, span.start, span.end):
        if found.lastindex and found[1] not in _PROSE_ARGUMENTS:
            yield found[1], found[found.lastindex]


class _Scan:
    """Goes once through a text."""

    def __init__(self, text: str, reading: Reading) -> None:
        self._text = text
        self._reading = reading
        self._code = CodeFinder(text)
        self._unpaired: set[str] = set()
        self._paired = {found[1] or found[2] for found in _ANY_CLOSING.finditer(text)}

    def regions(self, start: int, pattern: re.Pattern[str]) -> Iterator[Region]:
        """All regions from `start` on."""
        place = start
        while sign := _SIGN.search(self._text, place):
            place = sign.end()
            found = pattern.match(self._text, sign.start())
            if not found:
                continue
            place = found.end()
            if found["opening"]:
                tag = self._tag(found)
                if tag:
                    yield self._region(tag)
                    place = tag.end
            elif found["math"]:
                end = math.end(self._text, found)
                if end:
                    yield Region(found.start(), end, "#math", shown="math")
                    place = end
            elif "code" in pattern.groupindex and found["code"]:
                place = self._code.end(found.start(), found["code"])

    def _tag(self, found: re.Match[str]) -> _Tag | None:
        start, opener = found.start(), found["opening"]
        if opener.startswith("{:"):
            return _Tag(start, found.end(), "{:")
        end = self._end(opener, found.end())
        if end is None:
            return None
        tag = self._named(start, end, opener)
        if tag.name in _CODE or tag.name in _COMMENTS:
            return self._whole_pair(tag)
        return tag

    def _end(self, opener: str, place: int) -> int | None:
        """Where the tag ends whose inside begins at `place`; None if nothing closes it before the next tag or a blank line."""
        while step := _STEPS[opener].search(self._text, place):
            if step["closer"]:
                return step.end()
            if step["failed"]:
                return None
            place = step.end()
        return None

    def _named(self, start: int, end: int, opener: str) -> _Tag:
        if opener in ("{{", "{#"):
            return _Tag(start, end, opener)
        found = _NAME.match(self._text, start + len(opener), end)
        if not found:
            return _Tag(start, end, opener)
        name = found[2]
        if opener == "{%" and name.startswith("end"):
            return _Tag(start, end, opener, name, name[3:])
        if found[1]:
            return _Tag(start, end, opener, f"/{name}", name)
        keys: tuple[str, ...] = (name,)
        if name in _INCLUDES:
            included = _INCLUDED.match(self._text, found.end(), end)
            if included:
                file = included[1].rsplit("/", 1)[-1]
                keys = (name, included[1], file, file.split(".", 1)[0])
        return _Tag(start, end, opener, name, "", keys)

    def _whole_pair(self, tag: _Tag) -> _Tag:
        """The tag with all up to the tag that ends its pair; the tag alone where none does."""
        if tag.name in self._unpaired:
            return tag
        name = re.escape(tag.name)
        pattern = rf"\{{%-?\s*end{name}\s*-?%\}}" if tag.opener == "{%" else rf"\{{\{{[<%]\s*/\s*{name}\s*[>%]\}}\}}"
        closing = re.compile(pattern).search(self._text, tag.end)
        if not closing:
            self._unpaired.add(tag.name)
            return tag
        return tag._replace(end=closing.end(), code="comment" if tag.name in _COMMENTS else "code")

    def _region(self, tag: _Tag) -> Region:
        if tag.opener == "{#" or tag.code == "comment":
            return Region(tag.start, tag.end, "#comment")
        arguments = () if tag.code else tuple(self._arguments(tag))
        return Region(tag.start, tag.end, "#shortcode", (("name", tag.name),), self._shown(tag), arguments)

    def _shown(self, tag: _Tag) -> str:
        """What stands in the words for the tag: nothing for one half of a pair, or one that only steers."""
        if tag.code:
            return tag.code
        if tag.opener == "{:" or tag.closes or tag.name in self._paired or (tag.opener == "{%" and tag.name in STEERING):
            return ""
        return "shortcode"

    def _arguments(self, tag: _Tag) -> Iterator[Argument]:
        chosen = {name for key in tag.keys for name in self._reading.shortcodes.get(key, ())} | _PROSE_ARGUMENTS
        for found in _ARGUMENT.finditer(self._text, tag.start, tag.end) if tag.keys else ():
            if found[1] in chosen and found.lastindex:
                yield Argument(found[1], *found.span(found.lastindex), _QUOTES[found.lastindex])


_ANY_CLOSING = compiled(r"\{\{[<%]\s*/\s*([\w./-]+)\s*[>%]\}\}|\{%-?\s*end([\w./-]+)\s*-?%\}")
