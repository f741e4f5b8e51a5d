"""Front matter: the fields at the head of a text, in YAML, TOML or JSON, and which of them are prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import field

from lint.compiled import compiled
from lint.document import Node, Prose, Reading
from lint.frozen import frozen
from lint.markup import inline, plain_matter
from lint.markup.pieces import Block, prose
from lint.markup.places import encodable
from lint.markup.scalars import Scalar, paragraphs
from lint.text import Source, Span

FIELDS = frozenset(
    "abstract alt blurb caption deck dek description excerpt headline intro introduction kicker lead lede pullquote standfirst strapline "
    "subhead subheading subheadline subtitle summary synopsis tagline teaser title".split()
)
"""The last word of the names of fields that are prose: `title`, `image_alt`, `metaDescription`."""

_LONGEST = 200_000
"""What is longer is data, not front matter."""

_REST_OF_LINE = compiled(r"[ \t]*(?:\r\n|\r|\n|\Z)")
_YAML = compiled(r"---[ \t]*(?:\r\n|\r|\n)")
_YAML_END = compiled(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_TOML = compiled(r"\+\+\+[ \t]*(?:\r\n|\r|\n)")
_TOML_END = compiled(r"^\+\+\+[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_JSON = compiled(r'\{\s*"')
_KEY = compiled(r"^[\w-]+[ \t]*:(?:\s|\Z)", re.MULTILINE)
_LANGUAGES = ("lang", "language", "locale")
_LANGUAGE = compiled(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_HUMP = compiled(r"(?<=[a-z])(?=[A-Z])")
_ADDRESS = compiled(r"(?:[a-zA-Z][a-zA-Z0-9+.-]*:|//|www\.|[./#~])\S*|\S*[/\\_@]\S*|\S+\.[a-zA-Z0-9]{2,5}")
"""A value that names a place or a thing for machines: an address, a path, a file."""
_DATE = compiled(r"\d{4}-\d\d?-\d\d?.{0,30}")


@frozen
class FrontMatter:
    """What stands at the head of a text, up to `end`."""

    end: int = 0
    nodes: tuple[Node, ...] = ()
    blocks: tuple[Prose, ...] = ()
    meta: Mapping[str, object] = field(default_factory=dict)
    language: str | None = None


def read(source: Source, reading: Reading) -> FrontMatter:
    """The front matter of the text; an empty one where it has none. Broken front matter is no prose."""
    text = source.text
    if text.startswith("---"):
        return _fenced(source, reading, _YAML, _YAML_END, _yaml)
    if text.startswith("+++"):
        return _fenced(source, reading, _TOML, _TOML_END, _toml)
    if text.startswith("{") and _JSON.match(text):
        end = _json_end(text)
        if end:
            return _front_matter(source, reading, Span(0, end), end, _yaml)
    return FrontMatter()


_Fields = Callable[[str, int], tuple[dict[str, object], list[Scalar]]]


def _fenced(source: Source, reading: Reading, opening: re.Pattern[str], closing: re.Pattern[str], fields: _Fields) -> FrontMatter:
    begin = opening.match(source.text)
    end = closing.search(source.text, begin.end()) if begin else None
    if not begin or not end:
        return FrontMatter()
    return _front_matter(source, reading, Span(begin.end(), end.start()), end.end(), fields)


def _front_matter(source: Source, reading: Reading, inner: Span, end: int, fields: _Fields) -> FrontMatter:
    """The front matter whose fields stand at `inner`, and which reaches to `end` with its fences."""
    text = source.text[inner.start : inner.end]
    broken = FrontMatter(end, (Node("#frontmatter", Span(0, end), verbatim=True),))
    if len(text) > _LONGEST:
        return broken
    try:
        meta, scalars = fields(encodable(text), inner.start)
    except (ValueError, RecursionError):
        return broken if _KEY.search(text) or inner.start == 0 else FrontMatter()
    language = _language(meta)
    nodes: list[Node] = []
    blocks: list[Prose] = []
    for scalar in scalars:
        found = list(_blocks(source.text, scalar, reading, language)) if _is_prose(scalar, reading) else []
        blocks += found
        attributes = (("key", ".".join(scalar.path)),)
        nodes.append(Node("#field", Span(scalar.start, scalar.end), attributes, verbatim=not found))
    return FrontMatter(end, (Node("#frontmatter", Span(0, end), (), tuple(nodes)),), tuple(blocks), meta, language)


def _yaml(text: str, offset: int) -> tuple[dict[str, object], list[Scalar]]:
    known = plain_matter.read(text, offset)
    if known is not None:
        return known
    from lint.markup import yaml_matter

    return yaml_matter.read(text, offset)


def _toml(text: str, offset: int) -> tuple[dict[str, object], list[Scalar]]:
    from lint.markup import toml_matter

    return toml_matter.read(text, offset)


def _json_end(text: str) -> int | None:
    """Where the object that the text begins with ends; None where it is none, or words stand behind it on its line."""
    import json

    try:
        _, end = json.JSONDecoder().raw_decode(text[:_LONGEST])
    except (ValueError, RecursionError):
        return None
    rest = _REST_OF_LINE.match(text, end)
    return rest.end() if rest else None


def _language(meta: Mapping[str, object]) -> str | None:
    for key in _LANGUAGES:
        value = meta.get(key)
        if isinstance(value, str) and _LANGUAGE.fullmatch(value):
            return value.replace("_", "-")
    return None


def _is_prose(scalar: Scalar, reading: Reading) -> bool:
    if not scalar.path or not scalar.value or _ADDRESS.fullmatch(scalar.value) or _DATE.fullmatch(scalar.value):
        return False
    key = scalar.path[-1]
    if key in reading.front_matter or ".".join(scalar.path) in reading.front_matter:
        return True
    return is_prose_name(key)


def is_prose_name(key: str) -> bool:
    """Whether a field of this name is prose without being asked for."""
    return re.split(r"[-_.: ]", _HUMP.sub("-", key).lower())[-1] in FIELDS


def _blocks(source: str, scalar: Scalar, reading: Reading, language: str | None) -> Iterator[Prose]:
    scope = f"frontmatter.{scalar.path[-1].lower()}"
    block = Block(scope, ("#frontmatter", *scalar.path[:-1]), language or reading.language, scalar.style.syntax)
    for pieces in paragraphs(source, scalar):
        found = prose(source, inline.without_markup(pieces), block)
        if found:
            yield found
