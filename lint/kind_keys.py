"""The keys of a kind's YAML, from the fields of its class and their types."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from yaml.nodes import Node

from lint.named import NamedTuple
from lint.pattern import Expression
from lint.rule_keys import COMMON
from lint.yaml_source import YamlSource, is_null
from lint.yaml_value import (
    EXPRESSION,
    EXPRESSION_PAIRS,
    EXPRESSIONS,
    INTEGER,
    NUMBER,
    PAIRS,
    PAIRS_OF_EXPRESSIONS,
    TEXT,
    TEXTS,
    TRUTH,
    Key,
    Value,
    choice,
    listed,
    mapped,
    schemas_of_keys,
    told_in,
)


class Schema(NamedTuple):
    """What the YAML of a kind may and must hold, from the fields of its class."""

    kind: type[Any]
    values: Mapping[str, Value]
    fields: Mapping[str, str]
    required: tuple[str, ...]

    def about(self, key: str) -> str:
        """What the class says of the field of a key."""
        return told_in(self.kind.__doc__, key)


@cache
def schema_of(kind: type[Any]) -> Schema:
    """The schema of a kind, worked out once from its fields and their types."""
    hints = get_type_hints(kind, include_extras=True)
    fields = [field for field in dataclasses.fields(kind) if field.init and not field.name.startswith("_") and field.name != "foreign"]
    names = {field.name.replace("_", "-"): field.name for field in fields}
    required = [
        field.name.replace("_", "-")
        for field in fields
        if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
    ]
    values = {key: value_of(hints[name]) for key, name in names.items() if key not in COMMON}
    return Schema(kind, MappingProxyType(values), MappingProxyType(names), tuple(required))


@lru_cache(maxsize=256)
def value_of(hint: Any) -> Value:
    """What YAML holds for a value of this type."""
    if hint in _VALUES:
        return _VALUES[hint]
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return choice("value", arguments)
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return listed(value_of(arguments[0]))
    if origin is not None and origin is not Annotated and isinstance(origin, type) and issubclass(origin, Mapping):
        return mapped(value_of(arguments[1]))
    if isinstance(hint, type) and issubclass(hint, tuple) and hasattr(hint, "_fields"):
        return _record(hint)
    some = [argument for argument in arguments if argument is not type(None)]
    if len(some) == 1 and len(arguments) == 2:
        return value_of(some[0])
    raise TypeError(f"no YAML is read as {hint}; this is a bug of the kind that asks for it")


def _record(record: Any) -> Value:
    """A mapping whose keys are the fields of a NamedTuple; weakly others are let pass, as Vale does."""
    hints = get_type_hints(record, include_extras=True)
    keys = {name.replace("_", "-"): Key(name, value_of(hint), told_in(record.__doc__, name)) for name, hint in hints.items()}

    def read(yaml: YamlSource, node: Node) -> Any:
        items = yaml.items(node, fold=yaml.weak)
        for item in items:
            if item.name not in keys and not yaml.weak:
                yaml.unknown(item.key, "key", item.name, list(keys))
        known = [item for item in items if item.name in keys and not (yaml.weak and is_null(item.value))]
        return record(**{keys[item.name].field: keys[item.name].value.read(yaml, item.value) for item in known})

    strict, weak = schemas_of_keys(keys)
    return Value(read, strict, {**weak, "additionalProperties": True})


_VALUES: dict[Any, Value] = {
    str: TEXT,
    int: INTEGER,
    float: NUMBER,
    bool: TRUTH,
    Expression: EXPRESSION,
    tuple[str, ...]: TEXTS,
    tuple[Expression, ...]: EXPRESSIONS,
    Mapping[str, str]: PAIRS,
    Mapping[Expression, str]: EXPRESSION_PAIRS,
    Mapping[Expression, Expression]: PAIRS_OF_EXPRESSIONS,
}
