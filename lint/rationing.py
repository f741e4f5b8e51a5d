"""Rules that share a limit: a text with many hard sentences is told of the worst, not of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest

from lint.diagnostic import Diagnostic
from lint.prefilter import RuleSet
from lint.text import Span


def rationed(diagnostics: Iterable[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """The findings, in their order; those of rules that share a limit stand in so many sentences at most, the worst ones.

    Of two sentences that one is worse in which more stands to be mended, else the longer one.
    """
    shared = {rule.id: rule.limit_together for rule in rules.rules if rule.limit_together and rule.limit}
    found = list(diagnostics)
    groups: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        if diagnostic.rule in shared:
            groups.setdefault(shared[diagnostic.rule], []).append(diagnostic)
    limits = {group: min(rule.limit for rule in rules.rules if rule.limit_together == group and rule.limit) for group in groups}
    kept = {group: _worst(members, limits[group]) for group, members in groups.items()}
    return [each for each in found if each.rule not in shared or each.sentence in kept[shared[each.rule]]]


def _worst(members: Sequence[Diagnostic], limit: int) -> frozenset[Span]:
    """The sentences to keep."""
    counts: dict[Span, int] = {}
    for each in members:
        counts[each.sentence] = counts.get(each.sentence, 0) + 1
    return frozenset(nlargest(limit, counts, key=lambda span: (counts[span], span.end - span.start, -span.start)))
