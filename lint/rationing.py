"""Limits: a text with many faults of one kind is told of the first, one with many hard sentences of the worst, not of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest

from lint.diagnostic import Diagnostic
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Span


def rationed(diagnostics: Iterable[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """The findings, in their order, of a rule with a limit the first; those of rules that share one stand in so many sentences, the worst.

    Of two sentences that one is worse in which more stands to be mended, else the longer one.
    """
    limited = {rule.id: rule for rule in rules.rules if rule.limit}
    found = list(diagnostics)
    groups: dict[str, list[Diagnostic]] = {}
    for diagnostic in found:
        if rule := limited.get(diagnostic.rule):
            groups.setdefault(rule.limit_together or rule.id, []).append(diagnostic)
    kept = {id(each) for group in groups.values() for each in _within(group, limited)}
    return [each for each in found if each.rule not in limited or id(each) in kept]


def _within(group: Sequence[Diagnostic], limited: Mapping[str, Rule]) -> Iterable[Diagnostic]:
    """Those of a group that its limit lets pass."""
    rules = [limited[each.rule] for each in group]
    limit = min(rule.limit for rule in rules)
    if not rules[0].limit_together:
        return group[:limit]
    worst = _worst(group, limit)
    return [each for each in group if each.sentence in worst]


def _worst(members: Sequence[Diagnostic], limit: int) -> frozenset[Span]:
    """The sentences to keep."""
    counts: dict[Span, int] = {}
    for each in members:
        counts[each.sentence] = counts.get(each.sentence, 0) + 1
    return frozenset(nlargest(limit, counts, key=lambda span: (counts[span], span.end - span.start, -span.start)))
