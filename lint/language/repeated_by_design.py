"""What an article says twice by its design: a teaser and then the story, a notice under each heading of a listing, the state of things in
each entry of a live file.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.sentence_rows import SentenceRow, Stretch
from lint.language.tagged import Tagged
from lint.language.tags import FINITE

_CLOCK = compiled(r"\s*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?\s?m\b|h\b|(?<=\d\d)(?!\w))")
_LONGEST_LABEL, _LONGEST_TITLE = 6, 18
"""Words."""
_MOST_TITLES = 3
_LEAD = 2
"""Paragraphs."""
_LISTED = 3
_FEWEST_ENTRIES, _LONGEST_ENTRY = 3, 40
"""Of a live file: lines that say the hour, and the letters of one."""
_NEXT = 2
"""How many blocks below a teaser the story begins."""
_TELLING_LIVE = 3
"""Sentences of a passage that is told in a live file."""


def end_of_lead(row: SentenceRow, article: Article) -> int:
    """The number of the first block behind the lead, which the body may tell again: some paragraphs, titles and labels apart."""
    paragraphs = 0
    for number, block in enumerate(row.blocks):
        if paragraphs == _LEAD:
            return number
        paragraphs += not (_is_title(block, article) if number < _MOST_TITLES else _is_label(block.text))
    return len(row.blocks)


def is_by_design(row: SentenceRow, stretches: Sequence[Stretch], article: Article) -> bool:
    """Whether a passage stands at these places, in their order, for what the places are."""
    return (
        _is_teaser(row, stretches[0], stretches[1], article)
        or _is_listing(row, stretches, article)
        or _is_state(row, stretches[-1], article)
    )


def _is_teaser(row: SentenceRow, first: Stretch, second: Stretch, article: Article) -> bool:
    """Whether a paragraph above the story (a label or a line with the writer's name may part them) is taken from it."""
    block = first.first.block
    if first.last.block != block or block > _MOST_TITLES or not all(_is_title(row.blocks[above], article) for above in range(block)):
        return False
    if second.first.sentence == 0 and second.first.block - block <= _NEXT and row.is_all_of(Stretch(first.first, first.first), block):
        return True
    return second.first.block > block + 1 and _is_label(row.blocks[block + 1].text)


def _is_title(block: Prose, article: Article) -> bool:
    """Whether a block above the text is its title, which plain text does not mark, or a label."""
    plain = article.document.format == "plain"
    return (plain and len(block.text.split()) <= _LONGEST_TITLE) or _is_label(block.text)


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL and FINITE.isdisjoint(Tagged(text).tags)


def _is_listing(row: SentenceRow, stretches: Sequence[Stretch], article: Article) -> bool:
    """Whether a passage stands three times, each time under a heading of its own."""
    if len(stretches) < _LISTED:
        return False
    headings = article.once(_headings)
    sections = [bisect_right(headings, row[stretch.first].source.start) for stretch in stretches]
    return all(one < other for one, other in pairwise(sections))


def _headings(article: Article) -> list[int]:
    """Where the headings of an article begin."""
    return sorted(block.extent.start for block in article.document.blocks if "heading" in block.parts)


def _is_state(row: SentenceRow, stretch: Stretch, article: Article) -> bool:
    """Whether an article is a live file, whose entries are read alone, and a passage only a sentence or two of one paragraph."""
    if stretch.first.block != stretch.last.block or stretch.last.sentence - stretch.first.sentence + 1 >= _TELLING_LIVE:
        return False
    return article.once(is_live)


def is_live(article: Article) -> bool:
    """Whether the hour stands above some entries."""
    entries = (block for block in article.document.blocks if _CLOCK.match(block.text) and len(block.text) < _LONGEST_ENTRY)
    return sum(len(block.text.split()) <= _LONGEST_LABEL for block in entries) >= _FEWEST_ENTRIES
