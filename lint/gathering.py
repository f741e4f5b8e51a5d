"""One fault in many places, told once: one finding a cause, not one a place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint.diagnostic import Diagnostic, Fix, Related
from lint.prefilter import RuleSet
from lint.text import Edit, Span


def gathered(diagnostics: Iterable[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """The findings, in their order; of a rule that gathers those with one cause are one, at the first place, the others related to it."""
    gathering = {rule.id for rule in rules.rules if rule.gather}
    groups: dict[object, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        shared = diagnostic.rule in gathering and diagnostic.cause is not None
        groups.setdefault((diagnostic.rule, diagnostic.cause) if shared else len(groups), []).append(diagnostic)
    return [_as_one(group) if len(group) > 1 else group[0] for group in groups.values()]


def _as_one(group: Sequence[Diagnostic]) -> Diagnostic:
    first, *others = group
    places = f"{len(others)} other places" if len(others) > 1 else "one other place"
    related = (*first.related, *(Related(other.span, other.message) for other in others))
    return first._replace(message=f"{first.message} It is the same in {places}.", related=related, fixes=_fixes(group))


def _fixes(group: Sequence[Diagnostic]) -> tuple[Fix, ...]:
    """One fix for all places, as far to be trusted as the least of its parts; before it one for those alone that may be trusted further.

    So a place in a quotation, whose letters nobody changes unasked, does not keep the other places from being mended.
    """
    parts = [diagnostic.fixes[0] for diagnostic in group if diagnostic.fixes]
    levels = sorted({part.applicability for part in parts}, reverse=True)
    chosen = [[part for part in parts if part.applicability >= level] for level in levels]
    return tuple(Fix(_title(len(some), len(group)), _edits(some), level) for level, some in zip(levels, chosen, strict=True))


def _title(mended: int, places: int) -> str:
    if mended < places:
        return f"Mend {mended} of the {places} places"
    return f"Mend all {places} places" if places > 2 else "Mend both places"


def _edits(parts: Iterable[Fix]) -> tuple[Edit, ...]:
    """The edits of all parts but those that overlap with earlier ones, or are the same."""
    edits: list[Edit] = []
    last = Span(-1, -1)
    for part in parts:
        if all(edit.span.start >= last.end and edit.span != last for edit in part.edits):
            edits += part.edits
            last = max((edit.span for edit in part.edits), key=lambda span: span.end)
    return tuple(edits)
