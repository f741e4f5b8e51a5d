"""Passages of an article that stand twice in it, nearly word for word: pasted twice, or left behind where they were moved from.

`recurrences` says where the same words come again, `same_words` whether the sentences there are the same; `repeated_runs` lets these grow
into runs of neighbours, and runs that have a sentence in common are one passage. What stands twice on purpose is left out, by what it is
(`set_pieces`) or where it stands (`repeated_by_design`), and so is what stands so often that the writer must mean it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.repeated_by_design import is_by_design
from lint.language.repeated_runs import Run, repeated_runs
from lint.language.sentence_rows import Place, SentenceRow, Stretch
from lint.language.set_pieces import is_set_apart
from lint.named import NamedTuple
from lint.text import Span

_MOST = 3
"""Places that a passage may stand at; what stands more often is a formula."""


class Passage(NamedTuple):
    """A passage at its last place, and at the earlier ones; spans of the source.

    `sentences` and `blocks` count what it holds at the last place.
    """

    span: Span
    earlier: tuple[Span, ...]
    sentences: int
    blocks: int
    exact: bool


def repeated_passages(blocks: Sequence[Prose], article: Article) -> Iterator[Passage]:
    """The passages of some blocks that stand twice, in the order of their last places."""
    row = SentenceRow([block for block in blocks if not is_set_apart(block)], article)
    found = []
    for group in _groups(list(repeated_runs(row, article))):
        stretches = _apart(stretch for run in group for stretch in (run.later, run.earlier))
        if 1 < len(stretches) <= _MOST and not is_by_design(row, stretches, article):
            found.append(_passage(row, stretches, all(run.exact for run in group)))
    return iter(sorted(found))


def _groups(runs: Sequence[Run]) -> Iterable[list[Run]]:
    """Runs that begin or end with a sentence in common, directly or by others."""
    owner: dict[Place, int] = {}
    root = list(range(len(runs)))
    for number, run in enumerate(runs):
        for end in (*run.later, *run.earlier):
            root[_top(root, number)] = _top(root, owner.setdefault(end, number))
    groups: dict[int, list[Run]] = {}
    for number, run in enumerate(runs):
        groups.setdefault(_top(root, number), []).append(run)
    return groups.values()


def _top(root: list[int], number: int) -> int:
    while root[number] != number:
        root[number] = root[root[number]]
        number = root[number]
    return number


def _apart(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Stretches in order, those that overlap as one."""
    joined: list[Stretch] = []
    for stretch in sorted(stretches):
        if joined and stretch.first <= joined[-1].last:
            joined[-1] = Stretch(joined[-1].first, max(joined[-1].last, stretch.last))
        else:
            joined.append(stretch)
    return joined


def _passage(row: SentenceRow, stretches: Sequence[Stretch], exact: bool) -> Passage:
    *earlier, last = stretches
    sentences, place = 1, last.first
    while place != last.last and (following := row.forward(place, 1)):
        sentences, place = sentences + 1, following
    blocks = last.last.block - last.first.block + 1
    return Passage(_span(row, last), tuple(_span(row, each) for each in earlier), sentences, blocks, exact)


def _span(row: SentenceRow, stretch: Stretch) -> Span:
    first, last = row[stretch.first], row[stretch.last]
    return Span(first.source.start, last.source.end)
