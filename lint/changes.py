"""What a configuration changes in a rule."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from lint.named import NamedTuple
from lint.rule import Rule, made


class Change(NamedTuple):
    """Another value for a field of a rule or, with `of_kind`, of its kind; `adds` to a list or mapping instead of replacing it."""

    field: str
    value: Any
    of_kind: bool
    adds: bool


def changed(rule: Rule, changes: tuple[Change, ...]) -> Rule:
    """The rule with these changes made. Raises ValueError where its kind refuses them."""
    of_rule: dict[str, Any] = {}
    of_kind: dict[str, Any] = {}
    for change in changes:
        target = of_kind if change.of_kind else of_rule
        now = target.get(change.field, getattr(made(rule.kind) if change.of_kind else rule, change.field))
        target[change.field] = _sum(now, change.value) if change.adds else change.value
    if of_kind:
        of_rule["kind"] = dataclasses.replace(made(rule.kind), **of_kind)  # type: ignore[type-var]  # every kind is a dataclass
        of_rule["options"] = {**rule.options, **of_kind}
    return dataclasses.replace(rule, **of_rule, altered=True) if of_rule else rule


def _sum(now: Any, more: Any) -> Any:
    if isinstance(now, Mapping):
        return {**now, **more}
    return (*now, *(one for one in more if one not in now))
