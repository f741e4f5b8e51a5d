"""Clauses inside clauses: how deep they stand, and whether one of those around them is broken off until they end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language import first_look
from lint.language.article import Article
from lint.language.clause_words import ClauseWords
from lint.language.clauses import Clause
from lint.language.long_waits import nests_deep
from lint.language.plain_sentences import clauses_at, is_plain
from lint.named import NamedTuple
from lint.text import Span

_SHORTEST = 60
"""Fewer characters than these hold no clauses of that depth."""
_LEAST, _LEAST_INSIDE = 5, 2
"""So many words at least part a subject from its verb that has to wait, and one that has to wait inside that stretch."""


class NestedClause(NamedTuple):
    """The innermost clause of a sentence, by the word that opens it; `around` open the clauses around it, the outermost first.

    `depth` counts the clauses that it stands in, from the one on that is broken off.
    """

    span: Span
    around: tuple[Span, ...]
    depth: int


def nested_clauses(blocks: Sequence[Prose], article: Article, depth: int) -> Iterator[tuple[Prose, NestedClause]]:
    """The deepest clause of each sentence where it stands in `depth` others at least, with its block."""
    for prose, sentence in first_look.nesting(article, blocks, depth):
        if sentence.end - sentence.start >= _SHORTEST and nests_deep(prose.text[sentence.start : sentence.end], depth):
            found = nested_clause(*clauses_at(article, prose, sentence), depth) if is_plain(article, prose, sentence) else None
            if found is not None:
                yield prose, found


def nested_clause(words: ClauseWords, found: list[Clause], depth: int) -> NestedClause | None:
    """The clause that stands deepest between the subject and the verb of another, where `depth` clauses and more do so inside each other.

    Where two of them are broken off at once, one clause less is enough.
    """
    deep = [(reached, -clause.opener, clause) for clause in found if not clause.bare and (reached := _depth(words, clause)) >= depth]
    if not deep:
        return None
    reached, _, clause = max(deep, key=lambda each: each[:2])
    return NestedClause(words.span(clause.opener, clause.opener + 1), tuple(_openers(words, clause)), _inside(words, clause)[-1])


def _depth(words: ClauseWords, clause: Clause) -> int:
    """How many clauses stand inside each other up to this one while another waits for its verb; a second that waits counts, too."""
    inside = _inside(words, clause)
    if len(inside) > 1:
        return inside[-1] + len(inside) - 1
    return inside[0] if inside else 0


def _inside(words: ClauseWords, clause: Clause) -> list[int]:
    """For each clause around one that waits for its verb, the innermost first, how many stand between the two, this one included."""
    chain = _around(clause)
    waiting = [number for number, around in enumerate(chain) if _waits(words, around, clause)]
    if not waiting or words.words_between(chain[waiting[-1]].subject, chain[waiting[-1]].verb) < _LEAST:
        return []
    return [1 + sum(not each.bare for each in chain[:number]) for number in waiting]


def _around(clause: Clause) -> list[Clause]:
    """The clauses around one, the innermost first."""
    found = []
    while clause.outer is not None:
        clause = clause.outer
        found.append(clause)
    return found


def _waits(words: ClauseWords, around: Clause, clause: Clause) -> bool:
    """Whether a clause stands between the subject and the verb of one around it."""
    if not 0 <= around.subject < clause.opener < around.verb or (around.bare and not around.said) or around.lost:
        return False
    return around.rivals < 2 and words.words_between(around.subject, around.verb) >= _LEAST_INSIDE


def _openers(words: ClauseWords, clause: Clause) -> list[Span]:
    around = [each.opener for each in _around(clause) if each.opener >= 0 and not each.bare]
    return [words.span(opener, opener + 1) for opener in reversed(around)]
