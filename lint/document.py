"""The words of a file, and the way back to its text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from functools import cached_property, lru_cache
from itertools import accumulate

from lint.compiled import compiled
from lint.frozen import frozen
from lint.named import NamedTuple
from lint.pattern import Pattern
from lint.text import Edit, Source, Span

PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a prose for an inline code, image or shortcode: one character each."""

Attributes = tuple[tuple[str, str], ...]


class Node(NamedTuple):
    """An element of the markup, named as HTML names it (`p`, `h2`, `a`, `code`), or `#comment`, `#shortcode`, `#math`, `#text`.

    `span` reaches from the first character of its markup to the last. `verbatim` elements hold no prose:
    mending may not change a character of them.
    """

    name: str
    span: Span
    attributes: Attributes = ()
    children: tuple[Node, ...] = ()
    verbatim: bool = False

    def attribute(self, name: str) -> str | None:
        """The value of an attribute, None where it has none of that name."""
        return next((value for key, value in self.attributes if key == name), None)

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


class Form(Enum):
    """How the characters of a run come from the source."""

    VERBATIM = "verbatim"  # character for character
    BREAK = "break"  # one space, from a line end and the blanks around it
    REPLACED = "replaced"  # from an entity, an escape, a line end with quote marks behind it
    PLACEHOLDER = "placeholder"  # one PLACEHOLDER for code, an image, a shortcode


class Run(NamedTuple):
    """A stretch of a prose that comes from one stretch of the source.

    `start`, `end` count in the prose, `source` in the source's text; `inside` names the inline elements around it,
    outermost first (`("a", "em")`). Only a VERBATIM run has as many characters here as there.
    """

    start: int
    end: int
    source: Span
    form: Form = Form.VERBATIM
    inside: tuple[str, ...] = ()


class Syntax(Enum):
    """Which escaping the text of a prose stands in."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"
    ATTRIBUTE = "attribute"  # an HTML or shortcode attribute in double quotes
    ATTRIBUTE_SINGLE = "attribute-single"
    YAML_PLAIN = "yaml-plain"  # also block scalars: nothing can be escaped
    YAML_SINGLE = "yaml-single"
    YAML_DOUBLE = "yaml-double"  # also TOML basic strings

    def escape(self, text: str) -> str:
        """The text as it must be written here to be read as it is. Where nothing can be escaped it is given back unchanged."""
        match self:
            case Syntax.MARKDOWN:
                return _MARKDOWN_SPECIAL.sub(lambda found: "&#92;" if found[1] else "\\" + found[0], text)
            case Syntax.HTML:
                return _escaped(text)
            case Syntax.ATTRIBUTE:
                return _escaped(text).replace('"', "&quot;")
            case Syntax.ATTRIBUTE_SINGLE:
                return _escaped(text).replace("'", "&#x27;")
            case Syntax.YAML_SINGLE:
                return text.replace("'", "''")
            case Syntax.YAML_DOUBLE:
                return text.replace("\\", "\\\\").replace('"', '\\"')
            case _:
                return text

    def unescape(self, text: str) -> str:
        """What `escape` was given to write this."""
        match self:
            case Syntax.MARKDOWN:
                return _MARKDOWN_ESCAPED.sub(lambda found: found[1] or "\\", text)
            case Syntax.HTML | Syntax.ATTRIBUTE | Syntax.ATTRIBUTE_SINGLE:
                return _unescaped(text)
            case Syntax.YAML_SINGLE:
                return text.replace("''", "'")
            case Syntax.YAML_DOUBLE:
                return re.sub(r"\\(.)", r"\1", text)
            case _:
                return text


_MARKDOWN_SPECIAL = compiled(r"(\\(?=[()\[\]]))|[\\`*_\[\]<|~]|&(?=#?\w+;)")  # before a bracket two backslashes open a formula
_MARKDOWN_ESCAPED = compiled(r"\\([\\`*_\[\]<&|~])|&#92;")


@frozen
class Prose:
    """A block of words that a reader reads in one go, with the place in the source of each character.

    `scope` is dotted, the most general part first: `paragraph`, `heading.h2`, `list`, `blockquote`, `table.cell`,
    `table.header`, `table.caption`, `figure.caption`, `alt`, `title`, `frontmatter.<key>`, `shortcode.<argument>`, `footnote`.
    `runs` cover `text` without gaps, in its order. `inside` names the elements around the block, outermost first.
    `language` is a BCP 47 tag where the markup or the front matter says one.
    """

    scope: str
    text: str
    runs: tuple[Run, ...]
    inside: tuple[str, ...] = ()
    language: str | None = None
    syntax: Syntax = Syntax.PLAIN

    @cached_property
    def _starts(self) -> list[int]:
        return [run.start for run in self.runs]

    @cached_property
    def _source_starts(self) -> list[int]:
        return [run.source.start for run in self.runs]

    @cached_property
    def extent(self) -> Span:
        """From the first character's place in the source to the last one's."""
        return Span(self.runs[0].source.start, self.runs[-1].source.end) if self.runs else Span(0, 0)

    @cached_property
    def parts(self) -> frozenset[str]:
        """The segments of the scope, what a selector chooses by."""
        return parts_of(self.scope)

    def span(self, start: int, end: int) -> Span:
        """Where the characters `start..end` of this prose stand in the source; an empty range is the place before `start`."""
        if not self.runs:
            return Span(0, 0)
        if start >= end:
            place = self._place_before(start)
            return Span(place, place)
        first = self.run_at(start)
        last = self.run_at(end - 1)
        begin = first.source.start + (start - first.start if first.form is Form.VERBATIM else 0)
        stop = last.source.start + (end - last.start) if last.form is Form.VERBATIM else last.source.end
        return Span(begin, max(begin, stop))

    def offset(self, place: int) -> int | None:
        """Where in this prose the character at `place` of the source is read; None where it is not."""
        index = bisect_right(self._source_starts, place) - 1
        if index < 0:
            return None
        run = self.runs[index]
        if place >= run.source.end:
            return None
        return run.start + (place - run.source.start if run.form is Form.VERBATIM else 0)

    def words(self, span: Span) -> str:
        """What is read here of a stretch of the source, without the markup in it."""
        start, last = self.offset(span.start), self.offset(span.end - 1) if span.end > span.start else None
        if start is None or last is None:
            return ""
        run = self.run_at(last)
        return self.text[start : last + 1 if run.form is Form.VERBATIM else run.end]

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether the source says exactly the words `start..end` and nothing between them: no markup, no entity, no placeholder.

        A line end between two words counts as their space. An empty range is verbatim where no markup stands at it.
        """
        if not self.runs:
            return False
        if start >= end:
            return self._is_seamless(start)
        index = bisect_right(self._starts, start) - 1
        place = None
        while index < len(self.runs) and self.runs[index].start < end:
            run = self.runs[index]
            if run.form not in (Form.VERBATIM, Form.BREAK) or (place is not None and run.source.start != place):
                return False
            place = run.source.end
            index += 1
        return True

    def part(self, start: int, end: int, scope: str) -> Prose:
        """The characters `start..end` as a prose of their own."""
        runs = []
        index = max(bisect_right(self._starts, start) - 1, 0)
        for run in self.runs[index:]:
            if run.start >= end:
                break
            a, b = max(run.start, start), min(run.end, end)
            source = run.source
            if run.form is Form.VERBATIM:
                source = Span(source.start + a - run.start, source.start + b - run.start)
            runs.append(Run(a - start, b - start, source, run.form, run.inside))
        return Prose(scope, self.text[start:end], tuple(runs), self.inside, self.language, self.syntax)

    def run_at(self, offset: int) -> Run:
        """The run that holds the character at `offset`."""
        return self.runs[max(bisect_right(self._starts, offset) - 1, 0)]

    def _place_before(self, offset: int) -> int:
        if offset >= self.runs[-1].end:
            return self.runs[-1].source.end
        run = self.run_at(offset)
        return run.source.start + (offset - run.start if run.form is Form.VERBATIM else 0)

    def _is_seamless(self, offset: int) -> bool:
        if offset <= 0 or offset >= self.runs[-1].end:
            return self.run_at(min(offset, len(self.text) - 1)).form is Form.VERBATIM
        run = self.run_at(offset)
        if run.start < offset:
            return run.form is Form.VERBATIM
        before = self.run_at(offset - 1)
        forms = {before.form, run.form}
        return before.source.end == run.source.start and forms <= {Form.VERBATIM, Form.BREAK}


@lru_cache(maxsize=1024)
def parts_of(scope: str, *others: str) -> frozenset[str]:
    """The segments of a scope with others beside them; one set for all blocks of that scope, since most are asked for by it."""
    return frozenset(scope.split(".")) | {"text", *others}


@frozen
class Reading:
    """What the configuration adds to what is prose: front matter fields, and arguments by the name of their shortcode.

    `language` is the tag of texts whose own markup says none. Without `templates` shortcodes, template tags and formulas are words.
    The rest is what a Vale configuration says: `ignored` and `skipped` name the inline and the block elements whose words are no prose
    (None for the usual ones), `ignored_classes` the classes of such elements; what a pattern of `ignored_tokens` or `ignored_blocks`
    matches is read as inline code or as a code block; `comments` are the signs between which a comment stands.
    """

    front_matter: frozenset[str] = frozenset()
    shortcodes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    language: str | None = None
    templates: bool = True
    ignored: frozenset[str] | None = None
    skipped: frozenset[str] | None = None
    ignored_classes: frozenset[str] = frozenset()
    ignored_tokens: tuple[Pattern, ...] = ()
    ignored_blocks: tuple[Pattern, ...] = ()
    comments: tuple[str, str] | None = None


@frozen
class Document:
    """A file as its readers see it: its markup as a tree, its prose in blocks, in the order of the text.

    `meta` is the front matter as text, lists and mappings (nothing in it is turned into numbers or truth values); `reading` is what was
    asked of the format, `format` its name.
    """

    source: Source
    root: Node
    blocks: tuple[Prose, ...]
    meta: Mapping[str, object] = field(default_factory=dict)
    reading: Reading = Reading()
    format: str = ""

    @cached_property
    def _by_start(self) -> tuple[list[Prose], list[int], list[int]]:
        """Blocks by where they begin, their beginnings, and how far the blocks up to each reach."""
        ordered = sorted((block for block in self.blocks if block.runs), key=lambda block: block.extent)
        reach = list(accumulate((block.extent.end for block in ordered), max))
        return ordered, [block.extent.start for block in ordered], reach

    def blocks_at(self, span: Span) -> Iterator[Prose]:
        """The blocks that hold the whole of `span`, the innermost first."""
        ordered, starts, reach = self._by_start
        index = bisect_right(starts, span.start) - 1
        while index >= 0 and reach[index] >= span.end:
            if ordered[index].extent.end >= span.end:
                yield ordered[index]
            index -= 1

    def resolve(self, span: Span) -> tuple[Prose, int, int] | None:
        """The innermost block that reads all of `span`, with the offsets in its text; None where none does."""
        for block in self.blocks_at(span):
            if span.start == span.end:
                start = end = _offset_between(block, span.start)
            else:
                start, last = block.offset(span.start), block.offset(span.end - 1)
                end = None if last is None else last + 1
            if start is not None and end is not None:
                return block, start, end
        return None

    def edit(self, span: Span, words: str) -> Edit | None:
        """Put `words` where `span` is, written as they must be there; None where markup stands between its ends."""
        resolved = self.resolve(span)
        if resolved is None:
            return None
        block, start, end = resolved
        return Edit(span, block.syntax.escape(words)) if block.is_verbatim(start, end) else None


def _offset_between(block: Prose, place: int) -> int | None:
    before = block.offset(place - 1) if place else None
    return before + 1 if before is not None else block.offset(place)


def _escaped(text: str) -> str:
    import html  # its table of names is dear

    return html.escape(text, quote=False)


def _unescaped(text: str) -> str:
    import html

    return html.unescape(text)
