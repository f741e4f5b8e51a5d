"""Quotation marks without a partner: which of them are faults, and which go on in the next paragraph as the convention has it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.quotations import Quoted
from lint.named import NamedTuple

_TAIL = compiled(
    r",?[”\"']?\s(?:[A-Z][\w’'.-]+(?: [A-Z][\w’'.-]+){0,3}|he|she|they) (?:said|says|added|adds|told|wrote|asked|recalled|explained)"
    r"(?=[.,;]|\Z| on | in )"
    r"|, (?:said|says|added|recalled|explained) (?:[A-Z]|the |a |an )"
)
_OPENS = compiled(r"\s*[“\"„«»‘'`]")
_INTRODUCED = frozenset(":,—–-(\n")
_DOUBLE = frozenset('"“”„«»＂')


class Stray(NamedTuple):
    """A mark without its partner in a block."""

    prose: Prose
    start: int
    end: int
    opens: bool


def is_unclosed(text: str, quote: Quoted) -> bool:
    """Whether a quotation that reaches to the end of its block does so because its closing mark is missing.

    One that goes on in the next paragraph begins as a sentence and holds speech alone: it is not set into a sentence of the writer's, and
    nobody is told inside it to have said it.
    """
    if not quote.open_end:
        return False
    before = text[: quote.start].rstrip()
    first = next((letter for letter in text[quote.start : quote.start + 40] if letter.isalnum()), "")
    if before and before[-1] not in _INTRODUCED and before[-1] not in '.!?…”"' and not first.isupper():
        return True
    return _TAIL.search(text, quote.start) is not None


def strays(article: Article, blocks: Sequence[Prose]) -> Iterator[Stray]:
    """The double marks of some blocks that have no partner, and that no convention explains."""
    order = [block for block in article.document.blocks if not {"alt", "frontmatter", "title"} & block.parts]
    wanted = {id(block) for block in blocks}
    opened = False  # whether the paragraph before has an open mark that this one's first closing mark may be meant for
    for prose, following in zip_longest(order, order[1:]):
        found = [stray for quote in article.quotations(prose) for stray in _strays(prose, quote, following)]
        if opened and found and not found[0].opens:
            found.pop(0)
        opened = bool(found) and found[-1].opens
        if id(prose) in wanted:
            yield from found


def _strays(prose: Prose, quote: Quoted, following: Prose | None) -> Iterator[Stray]:
    text = prose.text
    if quote.open_end and text[quote.start] in _DOUBLE | {"'"}:
        width = 2 if text.startswith("''", quote.start) else 1
        goes_on = following is not None and _OPENS.match(following.text) is not None
        if (text[quote.start] != "'" or width == 2) and (is_unclosed(text, quote) or not goes_on):
            yield Stray(prose, quote.start, quote.start + width, True)
    elif quote.open_start and text[quote.end - 1] in _DOUBLE:
        yield Stray(prose, quote.end - 1, quote.end, False)
