"""Conditions of CSS selectors on the attributes of an element."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lint.css_selector import Simple
from lint.patience import Patience


def attribute_test(condition: Simple, limit: Patience | None) -> Callable[[Mapping[str, str]], bool]:
    """Whether the attributes of an element fulfil a condition. A regular expression is given up after `limit` seconds."""
    if condition.kind == "id":
        return lambda attributes: attributes.get("id") == condition.value
    if condition.kind == "class":
        return lambda attributes: condition.value in attributes.get("class", "").split()
    if not condition.operator:
        return lambda attributes: condition.key in attributes
    compare = _COMPARISONS.get(condition.operator)
    wanted = condition.value.lower() if condition.fold else condition.value

    def test(attributes: Mapping[str, str]) -> bool:
        value = attributes.get(condition.key)
        if value is None:
            return condition.operator == "!="
        if condition.pattern is not None:
            return condition.pattern.search(value, limit) is not None
        return compare is not None and compare(value.lower() if condition.fold else value, wanted)

    return test


_COMPARISONS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, wanted: value == wanted,
    "!=": lambda value, wanted: value != wanted,
    "~=": lambda value, wanted: wanted in value.split(),
    "|=": lambda value, wanted: value == wanted or value.startswith(f"{wanted}-"),
    "^=": lambda value, wanted: bool(wanted) and value.startswith(wanted),
    "$=": lambda value, wanted: bool(wanted) and value.endswith(wanted),
    "*=": lambda value, wanted: bool(wanted) and wanted in value,
}
