"""A document with what is known of its language, each part worked out when a rule first asks and kept."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Hashable
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from lint.compiled import compiled
from lint.document import Document, Prose
from lint.house import House
from lint.language.detection import language_of
from lint.language.document_kinds import document_kind
from lint.language.quotations import Quoted, quotations
from lint.language.sentences import sentences
from lint.patience import Patience
from lint.text import Span

if TYPE_CHECKING:
    from lint.language.grammar import AskGrammar

T = TypeVar("T")

_LETTER = compiled(r"[^\W_]")
_WRITING = compiled(
    r"\b(?:wrote|writes?|written|writing|tweet(?:s|ed|ing)?|retweet(?:s|ed)?|posted|posts?(?!-)|texted|e-?mail(?:s|ed)?|reads?|caption(?:s|ed)?"
    r"|letters?|memos?|statements?|signs?|placards?|banners?|headlines?|titled|entitled|labell?ed|inscribed|inscription)\b",
    re.IGNORECASE,
)


class Article:
    """A document under a house style, and the shared analysis of it.

    Offsets that its methods take and give for a block count in the block's text.
    `patience` is how long the patterns of the rule at work may still take; None for no limit. `ask_grammar` asks a grammar checker,
    where there is one.
    """

    def __init__(
        self, document: Document, house: House = House(), patience: Patience | None = None, ask_grammar: AskGrammar | None = None
    ) -> None:
        self.document = document
        self.house = house
        self.patience = patience
        self.ask_grammar = ask_grammar
        self._analyses: dict[Callable[[Article], object], object] = {}
        self._pieces: dict[tuple[Callable[..., object], int, Hashable], tuple[Prose, object]] = {}

    @cached_property
    def folded(self) -> str:
        """All words in lower case, for a first cheap look."""
        return "\n".join(block.text for block in self.document.blocks).lower()

    @cached_property
    def kind(self) -> str:
        """What kind of text the document is: `news`, `opinion`, `interview`, `release`, `fiction`."""
        return document_kind(self.document, self.house.kind)

    def sentences(self, prose: Prose) -> tuple[Span, ...]:
        """Where the sentences of a block stand, blanks around them left out."""
        return self.once_for(_sentences, prose)

    def sentence_at(self, prose: Prose, offset: int) -> Span:
        """The sentence that holds the character at `offset`, or the nearest one before it."""
        spans = self.sentences(prose)
        if not spans:
            return Span(0, len(prose.text))
        return spans[max(bisect_right(spans, (offset, len(prose.text) + 1)) - 1, 0)]

    def quoted(self, prose: Prose) -> tuple[Span, ...]:
        """What stands between quotation marks in a block of the document, marks included; all of a block quotation."""
        if "blockquote" in prose.inside or prose.scope == "blockquote":
            return (Span(0, len(prose.text)),)
        return self._quotations.get(id(prose), ())

    def quotations(self, prose: Prose) -> tuple[Quoted, ...]:
        """The quotations in a block of the document as its marks and its markup show them, the outermost."""
        return self._marked.get(id(prose), ())

    def is_quoted(self, prose: Prose, start: int, end: int) -> bool:
        """Whether some character of `start..end` is quoted."""
        quoted = self.quoted(prose)
        index = bisect_right(quoted, start, key=lambda span: span.end)
        return index < len(quoted) and quoted[index].start < max(end, start + 1)

    def is_written(self, prose: Prose, offset: int) -> bool:
        """Whether the quotation around `offset` is of something written (a post, a letter, a block quotation), which is left as it is."""
        quoted = self.quoted(prose)
        index = bisect_right(quoted, offset, key=lambda span: span.end)
        if index == len(quoted) or quoted[index].start > offset:
            return False
        span = quoted[index]
        if span == Span(0, len(prose.text)) and "blockquote" in (*prose.inside, *prose.scope.split(".")):
            return True
        around = prose.text[max(0, span.start - 90) : span.start] + " " + prose.text[span.end : span.end + 60]
        return _WRITING.search(around) is not None

    def is_name(self, prose: Prose, offset: int) -> bool:
        """Whether the word at `offset` has a capital though no sentence begins with it."""
        return prose.text[offset].isupper() and not self.begins_sentence(prose, offset)

    def begins_sentence(self, prose: Prose, offset: int) -> bool:
        """Whether no letter and no digit of its sentence stands before `offset`."""
        return _LETTER.search(prose.text, self.sentence_at(prose, offset).start, offset) is None

    def language(self, prose: Prose) -> str:
        """The BCP 47 tag of a block's language: as the markup says it, else as its words show it, else as the document's do."""
        return self.once_for(_language, prose)

    @cached_property
    def _quotations(self) -> dict[int, tuple[Span, ...]]:
        return {key: tuple([Span(each.start, each.end) for each in found]) for key, found in self._marked.items()}

    @cached_property
    def _marked(self) -> dict[int, tuple[Quoted, ...]]:
        blocks = self.document.blocks
        return {id(block): _with_elements(block, found) for block, found in zip(blocks, quotations(blocks), strict=True)}

    def once(self, analysis: Callable[[Article], T]) -> T:
        """What an analysis says of this article: worked out when it is first asked for, and kept."""
        if analysis not in self._analyses:
            self._analyses[analysis] = analysis(self)
        return cast(T, self._analyses[analysis])

    def once_for(self, analysis: Callable[..., T], prose: Prose, piece: Hashable = None) -> T:
        """What an analysis says of a block, or of a piece of it that is handed on as well: worked out once, and kept with the block."""
        key = analysis, id(prose), piece
        known = self._pieces.get(key)
        if known is None:
            said = analysis(self, prose) if piece is None else analysis(self, prose, piece)
            known = self._pieces[key] = prose, said  # to keep the block keeps its number its own
        return cast(T, known[1])

    def forget(self) -> None:
        """Let go of all analyses: they know the article, and would wait together with it for the collector of garbage."""
        self._analyses.clear()
        self._pieces.clear()

    @cached_property
    def main_language(self) -> str:
        """The tag of the document's language: the first that its markup says, else the one that its words show."""
        declared = next((block.language for block in self.document.blocks if block.language), None)
        return declared or language_of(" ".join(block.text for block in self.document.blocks)[:20000]) or "en"


def _sentences(_: Article, prose: Prose) -> tuple[Span, ...]:
    return sentences(prose.text)


def _language(article: Article, prose: Prose) -> str:
    return prose.language or language_of(prose.text) or article.main_language


def _with_elements(prose: Prose, found: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    """The quotations of a block, and what its markup says is one (`<q>`); overlapping ones are taken together."""
    marked = [Quoted(run.start, run.end) for run in prose.runs if "q" in run.inside]
    if not marked:
        return found
    joined: list[Quoted] = []
    for each in sorted((*found, *marked)):
        if joined and each.start <= joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, each.end))
        else:
            joined.append(each)
    return tuple(joined)
