"""HTML, cut into tags, comments and text, with the place of each; any text is HTML, and takes time in step with its length."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import cache

from lint.compiled import compiled
from lint.named import NamedTuple


class Kind(Enum):
    """What a token is."""

    TEXT = auto()  # with character references in it
    RAW = auto()  # the content of a script or the like: nothing in it means anything
    START = auto()
    END = auto()
    COMMENT = auto()
    DECLARATION = auto()  # <!doctype>, <!X>, <?xml?>, <![CDATA[]]>


class Attribute(NamedTuple):
    """An attribute of a tag: its name in small letters, and where its value stands between which quotes."""

    name: str
    start: int
    end: int
    quote: str = ""


class Token(NamedTuple):
    """A stretch of HTML. `name` is the tag's, in small letters; `closed` tags end with `/>`."""

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: tuple[Attribute, ...] = ()
    closed: bool = False


_RAW = frozenset(("script", "style", "xmp", "iframe", "noembed", "noframes"))
_REFERENCES_ONLY = frozenset(("textarea", "title"))
_TAG = compiled(r"<(/?)([A-Za-z][^\s/>]*)")
_MARKUP = compiled(r"<(?=[A-Za-z/!?])")
_ATTRIBUTE = compiled(
    r"[\s/]*(?:(?P<end>>)|(?P<name>[^\s/>][^\s/>=]*)"
    r"(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s>\"'][^\s>]*)|(?P<unclosed>[\"'])|(?=>)))?)"
)
_VALUES = (("double", '"'), ("single", "'"), ("bare", ""))


def tokens(text: str, start: int = 0) -> Iterator[Token]:
    """The text from `start` on, without a gap, as a browser cuts it, but that a tag which nothing closes is text."""
    last_close = text.rfind(">")
    done = start
    while found := _MARKUP.search(text, done):
        place = found.start()
        token = _markup(text, place, last_close)
        if token is None or token.kind is Kind.TEXT:
            stop = place + 1 if token is None else token.end
            yield Token(Kind.TEXT, done, stop)
            done = stop
            continue
        if done < place:
            yield Token(Kind.TEXT, done, place)
        yield token
        done = token.end
        if token.kind is Kind.START and not token.closed and (token.name in _RAW or token.name in _REFERENCES_ONLY):
            stop = _content_end(text, token.name, done)
            if done < stop:
                yield Token(Kind.RAW if token.name in _RAW else Kind.TEXT, done, stop)
            done = stop
    if done < len(text):
        yield Token(Kind.TEXT, done, len(text))


def _markup(text: str, place: int, last_close: int) -> Token | None:
    """The token at the `<`; None or a text token where it is none of markup."""
    if text.startswith("<!--", place):
        return Token(Kind.COMMENT, place, _comment_end(text, place + 4))
    if place >= last_close:
        return Token(Kind.TEXT, place, len(text)) if text[place + 1] != "!" else None
    if text[place + 1] in "!?":
        return _declaration(text, place)
    if text[place + 1] == "/" and not text[place + 2 : place + 3].isalpha():
        return Token(Kind.COMMENT, place, text.index(">", place) + 1)
    opening = _TAG.match(text, place)
    return _tag(text, opening) if opening else None


def _comment_end(text: str, inner: int) -> int:
    """Where the comment ends whose content begins at `inner`; the end of the text if nothing closes it."""
    if text.startswith(">", inner):
        return inner + 1
    if text.startswith("->", inner):
        return inner + 2
    found = _COMMENT_END.search(text, inner)
    return found.end() if found else len(text)


_COMMENT_END = compiled(r"--!?>")


def _declaration(text: str, place: int) -> Token:
    if text.startswith("<![CDATA[", place):
        end = text.find("]]>", place)
        if end >= 0:
            return Token(Kind.DECLARATION, place, end + 3, "cdata")
    return Token(Kind.DECLARATION, place, text.index(">", place) + 1)


def _tag(text: str, opening: re.Match[str]) -> Token:
    """The tag that begins here; a text token as far as was read where nothing closes it."""
    place = opening.end()
    attributes: list[Attribute] = []
    while found := _ATTRIBUTE.match(text, place):
        if found["end"]:
            closed = text[found.end() - 2] == "/" and (not attributes or attributes[-1].end < found.end() - 1)
            kind = Kind.END if opening[1] else Kind.START
            return Token(kind, opening.start(), found.end(), opening[2].lower(), tuple(attributes), closed)
        place = found.end()
        if found["unclosed"]:
            return Token(Kind.TEXT, opening.start(), place)
        attributes.append(_attribute(found))
    return Token(Kind.TEXT, opening.start(), len(text))


def _attribute(found: re.Match[str]) -> Attribute:
    name = found["name"].lower()
    for group, quote in _VALUES:
        if found[group] is not None:
            return Attribute(name, *found.span(group), quote)
    return Attribute(name, found.end(), found.end())


def _content_end(text: str, name: str, start: int) -> int:
    """Where the end tag stands of the element whose content begins at `start`."""
    found = _end_tag(name).search(text, start)
    return found.start() if found else len(text)


@cache
def _end_tag(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
