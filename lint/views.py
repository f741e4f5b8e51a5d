"""A document as the rules of Vale packs see it: line ends kept, inline code as asterisks, elements and sentences as scopes of their own."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import PurePath

from lint.compiled import compiled
from lint.document import Document, Form, Node, Prose, Run
from lint.language.block_names import named_blocks
from lint.language.chapters import Part, chapter_tree, chapters
from lint.language.quote_marks import marked_quotations
from lint.markup.elements import BLOCK
from lint.named import NamedTuple
from lint.patience import Patience
from lint.scope import Place
from lint.text import Span

INLINE_SCOPES = {
    "a": "link",
    "strong": "strong",
    "b": "strong",
    "em": "emphasis",
    "i": "emphasis",
    "code": "code",
    "tt": "code",
    "q": "quote",
}
"""The inline elements that are scopes of their own."""

_SUMMED = frozenset(("text", "text.list", "text.blockquote"))
_NO_TEXT = compiled(
    r"|~|null|true|false|[-+]?[\d_.]+(?:e[-+]?\d+)?|\d{4}-\d\d-\d\d(?:[Tt ]\d.*:\d\d(?: ?[-+]\d\d(?::\d\d)?|Z)?)?|[|>&*!\[{].*", re.I
)
"""What YAML takes for something else than a text."""
_STOPS = ".?!,:;)]}—–"
_OPENINGS = "([{—–"
_PARAGRAPH = compiled(r"(?:(?!\n\n)[\s\S])*[^\n](?:\n\n)?")


class View(NamedTuple):
    """A block as foreign rules see it: its prose, where a scope finds it, and where inline scopes stand in it.

    A `fragment` repeats words of another view: only rules that name its scope look at it, and those that follow the whole article.
    """

    prose: Prose
    place: Place
    inline: tuple[tuple[str, Span], ...] = ()
    fragment: bool = False

    def without(self, names: frozenset[str]) -> Prose:
        """The prose with blanks for the words of these inline scopes."""
        text = self.prose.text
        for name, span in self.inline:
            if name in names:
                text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
        return self.prose if text == self.prose.text else replace(self.prose, text=text)


class Selecting(NamedTuple):
    """How long the patterns of a CSS selector may take, and whom to tell where they take longer: such a one selects nothing."""

    patience: Callable[[str], Patience | None] = lambda query: None
    give_up: Callable[[str], None] = lambda query: None


def views(
    document: Document, asked: frozenset[str], queries: frozenset[str] = frozenset(), selecting: Selecting = Selecting()
) -> Iterator[View]:
    """Every view of a document, the raw text last.

    `asked` are the segments and `queries` the CSS selectors that the scopes of the rules name: none is made in vain.
    """
    return iter(_Views(document, asked, queries, selecting))


class _Views:
    """The views of one document."""

    def __init__(self, document: Document, asked: frozenset[str], queries: frozenset[str], selecting: Selecting) -> None:
        self._document = document
        self._asked = asked
        self._queries = sorted(queries)
        self._selecting = selecting
        self._source = document.source.text
        self._suffix = PurePath(document.source.name).suffix.lstrip(".")

    def __iter__(self) -> Iterator[View]:
        blocks = list(self._of_plain_text() if self._document.format == "plain" else self._of_markup())
        yield from blocks
        proses = [view.prose for view in blocks if not view.fragment]
        for query in self._queries:
            yield from self._selections(query, proses)
        if "summary" in self._asked:
            yield from self._summary([prose for prose in proses if prose.scope in _SUMMED])
        if "raw" in self._asked and self._source:
            yield self._view(_whole("raw", self._source))

    def _of_plain_text(self) -> Iterator[View]:
        """The whole text, and where a rule asks for them its paragraphs and what is quoted in it; a manuscript by its chapters."""
        whole = _whole("text", self._source)
        for element, place in self._chapters:
            if element != "hr":
                scope = "text" if element == "p" else f"text.heading.{element}"
                yield from self._with_inline(whole.part(place.start, place.end, scope))
        if self._chapters:
            return
        if "paragraph" in self._asked:
            for found in _PARAGRAPH.finditer(self._source):
                yield self._view(whole.part(found.start(), found.end(), "paragraph.text"))._replace(fragment=True)
        if self._source.strip():
            yield from self._with_inline(whole)

    @cached_property
    def _chapters(self) -> Sequence[Part]:
        return chapters(self._source) if self._document.format == "plain" else ()

    def _of_markup(self) -> Iterator[View]:
        for prose in self._proses():
            yield from self._with_inline(prose)

    def _proses(self) -> Iterator[Prose]:
        """The blocks under the names that they have here; those that are no prose for Vale are left out."""
        fields = list(self._fields())
        for block, name in named_blocks(self._document):
            while fields and fields[0].extent.start < block.extent.start:
                yield fields.pop(0)
            if not self._is_skipped(block):
                yield _seen(block, name, self._source, self._masked, self._masked_spans)
        yield from fields

    def _fields(self) -> Iterator[Prose]:
        """The texts of the front matter that we do not take for prose, and Vale does."""
        for matter in self._document.root.children[:1] if self._document.format != "html" else ():
            for node in matter.children if matter.name == "#frontmatter" else ():
                key, written = node.attribute("key") or "", self._source[node.span.start : node.span.end]
                quoted = written[:1] in ("'", '"')
                if node.verbatim and isinstance(self._document.meta.get(key), str) and (quoted or not _NO_TEXT.fullmatch(written)):
                    place = Span(node.span.start + quoted, node.span.end - quoted)
                    yield _at(f"text.frontmatter.{key}", self._source, place)

    @cached_property
    def _masked(self) -> frozenset[str] | None:
        """The inline elements of which asterisks are seen, None for the usual ones."""
        reading = self._document.reading
        if reading.ignored is None and reading.skipped is None:
            return None
        return (reading.ignored if reading.ignored is not None else _USUALLY_MASKED) | (reading.skipped or frozenset())

    def _is_skipped(self, block: Prose) -> bool:
        reading = self._document.reading
        return bool((reading.skipped and not reading.skipped.isdisjoint(block.inside)) or _within(self._left_out, block.extent.start))

    @cached_property
    def _left_out(self) -> list[Span]:
        """Where the blocks stand whose classes say that they are no prose."""
        return [node.span for node in self._unread if node.name in BLOCK]

    @cached_property
    def _masked_spans(self) -> list[Span]:
        """Where the other elements stand whose classes say so."""
        return [node.span for node in self._unread if node.name not in BLOCK]

    @cached_property
    def _unread(self) -> list[Node]:
        ignored = self._document.reading.ignored_classes | _USUALLY_IGNORED
        return [node for node, classes in self._classes if not ignored.isdisjoint(classes)]

    @cached_property
    def _classes(self) -> list[tuple[Node, list[str]]]:
        """The elements that have classes, and these."""
        found = ((node, node.attribute("class")) for node in self._document.root.walk() if node.attributes)
        return [(node, classes.split()) for node, classes in found if classes]

    def _with_inline(self, prose: Prose) -> Iterator[View]:
        """A block, and behind it the inline scopes in it that some rule asks for."""
        inline = tuple(self._inline(prose)) if self._asked & _INLINE_NAMES else ()
        yield self._view(prose)._replace(inline=inline)
        for name, span in inline:
            if span.start < span.end:
                part = _code(prose, span, self._source) if name == "code" else prose.part(span.start, span.end, name)
                yield self._view(part, around=prose.scope)

    def _inline(self, prose: Prose) -> Iterator[tuple[str, Span]]:
        """The inline scopes in a block that are asked for, in the order in which their elements end."""
        if self._elements and prose.runs:
            starts = [run.source.start for run in prose.runs]
            first = bisect_left(self._elements, prose.extent.start, key=lambda node: node.span.start)
            while first and self._elements[first - 1].span.end > prose.extent.start:
                first -= 1
            for node in self._elements[first:]:
                if node.span.start >= prose.extent.end:
                    break
                begin, end = bisect_left(starts, node.span.start), bisect_left(starts, node.span.end)
                if begin < end:
                    yield INLINE_SCOPES[node.name], _trimmed(prose.text, prose.runs[begin].start, prose.runs[end - 1].end)
        if "quote" in self._asked:
            marked = [Span(run.start, run.end) for run in prose.runs if "q" in run.inside]
            yield from (("quote", span) for span in marked_quotations(prose.text) if not any(map(span.overlaps, marked)))

    @cached_property
    def _elements(self) -> list[Node]:
        names = {name for name, scope in INLINE_SCOPES.items() if scope in self._asked}
        return [node for node in self._document.root.walk() if node.name in names] if names else []

    def _selections(self, query: str, blocks: Sequence[Prose]) -> Iterator[View]:
        """Each element that a CSS selector selects, as one block; an empty one where there is none, so that its lack can be told."""
        place = Place(frozenset(("doc", self._suffix)), selection=query)
        for span in self._selected[query]:
            within = [prose for prose in blocks if prose.scope.startswith("text") and _within([span], prose.extent.start)]
            if within:
                yield View(joined(within, "doc"), place)
        if not self._selected[query]:
            yield View(Prose("doc", "", ()), place)

    @cached_property
    def _selected(self) -> dict[str, list[Span]]:
        """Where the elements stand that each CSS selector selects."""
        if not self._queries:
            return {}
        from lint.sections import document_view

        words = sorted((block.extent.start, block.text) for block in self._document.blocks)
        starts = [start for start, _ in words]

        def text(node: Node) -> str:
            return " ".join(said for _, said in words[bisect_left(starts, node.span.start) : bisect_left(starts, node.span.end)])

        root = chapter_tree(self._chapters) if self._chapters else self._document.root
        view = document_view(root, self._source)
        return {query: self._chosen(query, view, text) for query in self._queries}

    def _chosen(self, query: str, root: Node, text: Callable[[Node], str]) -> list[Span]:
        from lint import css

        try:
            return [node.span for node in css.parse(query).select(css.Tree(root, text, limit=self._selecting.patience(query)))]
        except TimeoutError:
            self._selecting.give_up(query)
            return []

    def _summary(self, blocks: Sequence[Prose]) -> Iterator[View]:
        if blocks:
            yield self._view(joined(blocks, "summary"))

    def _view(self, prose: Prose, around: str = "") -> View:
        parts = self._parts(prose.scope)
        if "class" in self._asked and prose.runs:
            classes = [name for node, names in self._classes if node.span.overlaps(prose.extent) for name in names]
            parts = parts.union(("class", *classes)) if classes else parts
        inside = [query for query, spans in self._selected.items() if prose.runs and _within(spans, prose.extent.start)]
        return View(prose, Place(parts, frozenset(inside), self._parts(around) if around else frozenset()))

    def _parts(self, scope: str) -> frozenset[str]:
        is_paragraph = scope == "text" and (self._document.format != "plain" or bool(self._chapters))
        return frozenset((*scope.split("."), self._suffix, *(("paragraph",) if is_paragraph else ())))


_INLINE_NAMES = frozenset(INLINE_SCOPES.values())
_USUALLY_MASKED = frozenset(("code", "kbd", "samp", "tt"))
_USUALLY_IGNORED = frozenset(("code", "pre", "problematic"))


def joined(blocks: Sequence[Prose], scope: str) -> Prose:
    """Blocks as one prose, a blank line between two."""
    pieces: list[str] = []
    runs: list[Run] = []
    length = 0
    for block in blocks:
        if pieces:
            gap = Span(block.extent.start, block.extent.start)
            runs.append(Run(length, length + 2, gap, Form.REPLACED))
            pieces.append("\n\n")
            length += 2
        runs += [run._replace(start=run.start + length, end=run.end + length) for run in block.runs]
        pieces.append(block.text)
        length += len(block.text)
    return Prose(scope, "".join(pieces), tuple(runs))


def _whole(scope: str, text: str) -> Prose:
    return _at(scope, text, Span(0, len(text)))


def _at(scope: str, source: str, place: Span) -> Prose:
    return Prose(scope, source[place.start : place.end], (Run(0, place.end - place.start, place),))


def _seen(block: Prose, scope: str, source: str, masked: frozenset[str] | None, spans: Sequence[Span]) -> Prose:
    """A block with its line ends, and asterisks for what is no prose: the elements that are `masked`, and what stands in the `spans`."""
    if masked is None and not spans and all(run.form is Form.VERBATIM for run in block.runs):
        return replace(block, scope=scope)
    written = _Written()
    for run in block.runs:
        text, span, form = _shown(run, block.text, source, masked)
        if spans and _within(spans, run.source.start) and run.form is not Form.BREAK:
            text, form = "*" * len(text), Form.PLACEHOLDER
        if text:
            written.add(text, span, form, run.inside)
        elif run.inside[-1:] == ("img",):
            written.add_image(span)
    return Prose(scope, "".join(written.pieces), tuple(written.runs), block.inside, block.language, block.syntax)


class _Written:
    """A text that grows run by run. An image in it shows nothing, and parts the words around it by one blank, none before a stop."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.runs: list[Run] = []
        self._image: Span | None = None

    def add(self, text: str, span: Span, form: Form, inside: tuple[str, ...]) -> None:
        if self._image is not None and self.pieces:
            self._part(text[0], self._image)
        self._image = None
        if text[0] == " " and self.pieces and self.pieces[-1][-1] in " \n" and self.runs[-1].source.end != span.start:
            text, span = text[1:], Span(span.start + 1, span.end)  # what stands between two blanks and shows nothing leaves one
        if text:
            self._append(text, span, form, inside)

    def add_image(self, place: Span) -> None:
        self._image = place

    def _append(self, text: str, span: Span, form: Form, inside: tuple[str, ...]) -> None:
        start = self.runs[-1].end if self.runs else 0
        self.pieces.append(text)
        self.runs.append(Run(start, start + len(text), span, form, inside))

    def _part(self, following: str, image: Span) -> None:
        """Make the blank at an image one where words follow, and none where a stop does."""
        before = self.pieces[-1]
        if following in _STOPS and before[-1] == " ":
            self._shorten()
        elif not following.isspace() and following not in _STOPS and not before[-1].isspace() and before[-1] not in _OPENINGS:
            self._append(" ", image, Form.REPLACED, ())

    def _shorten(self) -> None:
        """Take the last character back."""
        last, text = self.runs.pop(), self.pieces.pop()[:-1]
        if text:
            self._append(text, Span(last.source.start, last.source.end - 1), last.form, last.inside)


def _shown(run: Run, words: str, source: str, masked: frozenset[str] | None) -> tuple[str, Span, Form]:
    """What is seen of a run, the place in the source that it comes from, and how."""
    span = run.source
    if run.form is Form.PLACEHOLDER:
        written = source[span.start : span.end]
        text = _instead(run, written, masked)
        start = written.find(text) if text.strip("*") else -1
        return (text, Span(span.start + start, span.start + start + len(text)), Form.VERBATIM) if start >= 0 else (text, span, run.form)
    text = words[run.start : run.end]
    if masked and not masked.isdisjoint(run.inside):
        return "*" * len(text), span, Form.PLACEHOLDER
    if text == " " and run.form is not Form.VERBATIM and "\n" in source[span.start : span.end]:
        return "\n", span, run.form
    return text, span, run.form


def _instead(run: Run, source: str, masked: frozenset[str] | None) -> str:
    """What stands for a placeholder: nothing for an image, the address that is no link's text, else as many asterisks as it has signs."""
    name = run.inside[-1] if run.inside else ""
    if name == "img":
        return ""
    if name == "url" and "://" not in source:
        return source
    inner = _inner(source)
    if name in _USUALLY_MASKED and masked is not None and name not in masked:
        return inner
    return "*" * len(inner)


def _inner(source: str) -> str:
    """What stands between the signs of inline code, an automatic link, or the tags of an element."""
    if source.startswith("`"):
        return source.strip("`").strip()
    if source.startswith("<"):
        return source[source.find(">") + 1 : source.rfind("<")].strip() if source.count("<") > 1 else source[1:-1]
    return source


def _code(prose: Prose, span: Span, source: str) -> Prose:
    """The words of inline code, which the block around them does not show."""
    place = prose.span(span.start, span.end)
    inner = _inner(source[place.start : place.end])
    start = source.index(inner, place.start) if inner else place.start
    return _at("code", source, Span(start, start + len(inner)))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), max(start, end - len(words) + len(words.rstrip())))


def _within(spans: Sequence[Span], place: int) -> bool:
    return any(span.start <= place < span.end for span in spans)
