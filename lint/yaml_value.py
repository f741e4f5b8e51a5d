"""Sorts of values in YAML, each declared once: how it is read, and the JSON Schema of all that is read so."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from yaml.nodes import Node

from lint.compiled import compiled
from lint.named import NamedTuple
from lint.yaml_source import NUMERAL, WEAK_TRUTHS, Item, YamlSource

Json = Mapping[str, Any]
"""A JSON Schema, of draft-07; `$ref` in it name what the whole schema defines."""

_SENTENCE_END = compiled(r"(?<=\.)\s+(?=[A-Z`])")

Reader = Callable[[YamlSource, Node], Any]


class Value(NamedTuple):
    """A sort of value: how it is read (what is no such value is a fault), and the JSON Schema of such values, read strictly or weakly."""

    read: Reader
    schema: Json
    weak: Json


class Key(NamedTuple):
    """A key of a mapping: the name under which its value is kept, what it may be, and what it is for, in a sentence or two."""

    field: str
    value: Value
    about: str

    @property
    def schema(self) -> Json:
        """The JSON Schema of its value."""
        return described(self.value.schema, self.about)

    @property
    def weak(self) -> Json:
        """The JSON Schema of its value, where a file is read weakly."""
        return described(self.value.weak, self.about)


def described(schema: Json, about: str) -> Json:
    """A JSON Schema that says what it is about; beside a `$ref` nothing else would count."""
    return {"description": about, **({"allOf": [schema]} if "$ref" in schema else schema)}


def array(items: Json, weak: Json) -> tuple[Json, Json]:
    """The JSON Schemas of a list; weakly it may be one that stands alone, or nothing."""
    return {"type": "array", "items": items}, {"anyOf": [{"type": "array", "items": weak}, weak, {"type": "null"}]}


def either(one: Json) -> Json:
    """The JSON Schema of such a value or a list of them."""
    return {"anyOf": [one, {"type": "array", "items": one}]}


def _object(one: Value) -> tuple[Json, Json]:
    return {"type": "object", "additionalProperties": one.schema}, {"type": "object", "additionalProperties": one.weak}


def _pairs() -> tuple[Json, Json]:
    strict, weak = _object(TEXT)
    return strict, either(weak)


_ANY_TRUTH = {"pattern": f"^({'|'.join(WEAK_TRUTHS)})$"}

TEXT = Value(YamlSource.text, {"type": ["string", "number", "boolean"]}, {"type": ["string", "number", "boolean", "null"]})
"""Any scalar: nothing in YAML is taken for a number or a truth value unless one is asked for."""
EXPRESSION = TEXT._replace(read=YamlSource.expression)
INTEGER = Value(YamlSource.integer, {"type": "integer"}, {"type": ["number", "string", "null"], "pattern": f"^({NUMERAL})?$"})
NUMBER = Value(YamlSource.number, {"type": "number"}, {"type": ["number", "string"], "pattern": f"^{NUMERAL}$"})
TRUTH = Value(YamlSource.truth, {"type": "boolean"}, {"type": ["boolean", "string", "integer"], "maximum": 1, "minimum": 0, **_ANY_TRUTH})
TEXTS = Value(YamlSource.texts, *array(TEXT.schema, TEXT.weak))
EXPRESSIONS = TEXTS._replace(read=YamlSource.expressions)
PAIRS = Value(YamlSource.pairs, *_pairs())
EXPRESSION_PAIRS = PAIRS._replace(read=YamlSource.expression_pairs)
PAIRS_OF_EXPRESSIONS = PAIRS._replace(read=lambda yaml, node: yaml.expression_pairs(node, both=True))


def choice(what: str, known: Collection[str]) -> Value:
    """One of some words; `what` says in a fault what they are."""
    schema = {"enum": list(known)}
    return Value(lambda yaml, node: yaml.choice(node, what, known), schema, schema)


def one_of(what: str, known: Mapping[str, Any]) -> Value:
    """What one of some words stands for."""
    schema = {"enum": list(known)}
    return Value(lambda yaml, node: known[yaml.choice(node, what, known)], schema, schema)


def listed(one: Value) -> Value:
    """A list of such values, as a tuple."""
    return Value(lambda yaml, node: tuple([one.read(yaml, element) for element in yaml.elements(node)]), *array(one.schema, one.weak))


def mapped(one: Value) -> Value:
    """A mapping from words to such values."""
    return Value(lambda yaml, node: {item.name: one.read(yaml, item.value) for item in yaml.items(node)}, *_object(one))


def keyed(known: Mapping[str, Key], of: str) -> Value:
    """A mapping with some of these keys, as a dictionary by their fields; `of` says in a fault whose keys they are."""
    return Value(lambda yaml, node: read_keys(yaml, yaml.items(node), known, of), *schemas_of_keys(known))


def read_keys(yaml: YamlSource, items: Iterable[Item], known: Mapping[str, Key], of: str) -> dict[str, Any]:
    """The values of some items by the fields of their keys; a key that is not known is a fault."""
    said = {}
    for item in items:
        if item.name in known:
            said[known[item.name].field] = known[item.name].value.read(yaml, item.value)
        else:
            yaml.unknown(item.key, "key", item.name, known, of)
    return said


def schemas_of_keys(known: Mapping[str, Key], **more: Any) -> tuple[Json, Json]:
    """The JSON Schemas of a mapping with some of these keys, strictly and weakly, with what `more` says; no other key is allowed."""
    strict, weak = ({name: getattr(key, way) for name, key in known.items()} for way in ("schema", "weak"))
    shape = {"type": "object", "additionalProperties": False, **more}
    return {**shape, "properties": strict}, {**shape, "properties": weak}


def told_in(documentation: str | None, name: str) -> str:
    """What a docstring says of a field: the sentences that name it, else the first."""
    paragraphs = " ".join((documentation or "").split())
    told = _SENTENCE_END.split(paragraphs)
    return " ".join([sentence for sentence in told if f"`{name}`" in sentence] or told[:1])
