"""A block of an article under the tape: its counts, the elements in it, and where a finding about its measure is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from lint.compiled import compiled
from lint.document import Document, Prose
from lint.language.article import Article
from lint.language.block_names import named_blocks
from lint.language.chapters import chapters
from lint.language.measures import SCORES, Counts, count
from lint.text import Span

WHOLES = frozenset(("summary", "raw", "doc"))
"""The first segments of scopes whose blocks hold others."""

_BLOCKS = {
    "text": "paragraphs",
    "text.list": "list",
    "text.blockquote": "blockquote",
    "text.figure.caption": "figure_caption",
    **{f"text.heading.h{level}": f"heading_h{level}" for level in range(1, 7)},
}
_ELEMENTS = frozenset(("pre", "script", "style", "noscript", "iframe"))
_WORD = compiled(r"\S+")

NAMES = frozenset((*_BLOCKS.values(), *_ELEMENTS, *SCORES, *Counts._fields, "sentences", "sentence_length_sd")) - {"lengths"}
"""All that `measure` knows by name."""


def counts_of(prose: Prose, article: Article) -> Counts:
    """The counts of a block, which many rules may ask for and which are made once."""
    known = article.once(_counts)
    if prose.text not in known:
        known[prose.text] = count(prose.text)
    return known[prose.text]


def measure(name: str, prose: Prose, article: Article) -> float:
    """A count or score of a block that has words, by its name in `NAMES`.

    Elements are counted by their blocks of words, and only those inside a block that holds others; a paragraph, say, holds none.
    """
    counts = counts_of(prose, article)
    if name in SCORES:
        return SCORES[name](counts)
    if name in Counts._fields and not (name == "paragraphs" and _holds_blocks(prose, article)):
        return float(getattr(counts, name))
    if name in ("sentences", "sentence_length_sd"):
        return float(getattr(counts, name))
    return float(_elements(prose, article)[name])


def place_of(prose: Prose, article: Article, foreign: bool) -> Span:
    """Where what is said of a whole block is shown: its first word, the start of the file for one that sums it up.

    For a rule of a Vale pack it is, unless the block is a sentence, the start of the block's first line.
    """
    first = prose.scope.partition(".")[0]
    if first in ("summary", "raw"):
        return Span(0, 0)
    word = _WORD.search(prose.text)
    span = prose.span(*word.span()) if word else prose.extent
    if foreign and first != "sentence":
        source = article.document.source
        start = source.line(source.position(span.start).line).start
        return Span(start, start)
    return span


def _counts(article: Article) -> dict[str, Counts]:
    return {}


def _holds_blocks(prose: Prose, article: Article) -> bool:
    return prose.scope.partition(".")[0] in WHOLES and (article.document.format != "plain" or bool(chapters(article.document.source.text)))


def _elements(prose: Prose, article: Article) -> Mapping[str, int]:
    first = prose.scope.partition(".")[0]
    if first not in WHOLES:
        return Counter()
    return _elements_in(article.document, prose.extent) if first == "doc" else article.once(_all_elements)


def _all_elements(article: Article) -> Counter[str]:
    return _elements_in(article.document, Span(0, len(article.document.source.text)))


def _elements_in(document: Document, span: Span) -> Counter[str]:
    blocks = (_BLOCKS[name] for place, name in _named(document) if name in _BLOCKS and _is_in(place, span))
    elements = (node.name for node in document.root.walk() if node.name in _ELEMENTS and _is_in(node.span, span))
    return Counter((*blocks, *elements))


def _named(document: Document) -> Iterator[tuple[Span, str]]:
    """Where each block stands, and its name."""
    if document.format != "plain":
        yield from ((block.extent, name) for block, name in named_blocks(document))
    for element, place in chapters(document.source.text) if document.format == "plain" else ():
        yield place, {"p": "text", "hr": ""}.get(element, f"text.heading.{element}")


def _is_in(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
