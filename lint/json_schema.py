"""JSON Schemas of a configuration and of a rule, made of the declarations that read their YAML, so that editors complete and check it.

They are of draft-07, which the language servers for YAML know best, and refuse nothing that is read without a fault, but for keys that a
rule for Vale writes in capitals. What only a look at the disk or into patterns can tell is left to `check`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from json import dumps
from typing import Any

from lint import kinds, packs
from lint.config_keys import LISTS, OVERRIDE_KEYS, PART_KEYS, WHOLE_KEYS, ConfigKey
from lint.formats import names as format_names
from lint.kind_keys import Schema, schema_of
from lint.rule import Rule, made
from lint.rule_file import TESTS, VALE_ONLY, has_free_keys
from lint.rule_keys import CHANGEABLE, COMMON, LEVELS
from lint.rule_settings import OFF
from lint.rule_tests import SHAPE
from lint.yaml_value import TEXT, Json, described

DRAFT = "http://json-schema.org/draft-07/schema#"

_ADDABLE = ("array", "object")


def text(name: str) -> str:
    """The schema of this name, as JSON."""
    return dumps(SCHEMAS[name](), indent=1, ensure_ascii=False) + "\n"


def of_configuration() -> dict[str, Any]:
    """The schema of a `.copydesk.yml`."""
    rules = [rule for pack in (*map(packs.bundled, packs.bundled_names()), packs.NOTICE_PACK) for rule in pack.rules]
    used = sorted({_kind_name(rule) for rule in rules} & set(kinds.names()))
    return {
        "$schema": DRAFT,
        "title": "The configuration of copydesk",
        "type": ["object", "null"],
        "properties": _sections({**PART_KEYS, **WHOLE_KEYS}),
        "additionalProperties": False,
        "definitions": {
            "pack": {"anyOf": [{"enum": list(packs.bundled_names())}, TEXT.schema]},
            "format": {"enum": list(format_names())},
            "override": {
                "type": "object",
                "properties": _sections({**OVERRIDE_KEYS, **PART_KEYS}),
                "additionalProperties": False,
                "anyOf": [{"required": ["paths"]}, {"maxProperties": 0}],
            },
            "level": {"enum": [OFF, *LEVELS]},
            **{name: COMMON[name].schema for name in CHANGEABLE},
            "changes": _setting(_changes()),
            **{f"changes-{name}": _setting(_changes(schema_of(kinds.load(name)))) for name in used},
            "foreign-changes": _setting(_changes(), closed=False),
            "rules": _rules(rules),
        },
    }


def of_rule() -> dict[str, Any]:
    """The schema of a rule's file, read as one in a pack of one's own is."""
    known = {name: schema_of(kinds.load(name)) for name in kinds.names()}
    common = {**{name: _or_nothing(key.weak) for name, key in COMMON.items()}, TESTS: described(SHAPE, "A proof in Vale's form.")}
    return {
        "$schema": DRAFT,
        "title": "A rule of copydesk, or of Vale",
        "type": "object",
        "properties": {"extends": _EXTENDS, **common},
        "required": ["extends"],
        "allOf": [*(_if_kind(name, schema, common) for name, schema in known.items()), _if_rule(known.values(), common)],
    }


SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {"config": of_configuration, "rule": of_rule}
"""What there is a schema of."""


def _sections(keys: Mapping[str, ConfigKey]) -> dict[str, Json]:
    """The keys of one section; lists may be added to."""
    added = {f"{name}+": described(keys[name].shape, f"More of these. {keys[name].about}") for name in LISTS}
    return {**{name: key.schema for name, key in keys.items()}, **added}


def _rules(rules: Iterable[Rule]) -> Json:
    """What `rules` holds: each bundled rule by name with the keys of its kind, packs and patterns; of other packs' rules any name."""
    rules = list(rules)
    bundled = [*packs.bundled_names(), packs.NOTICE_PACK.name]
    of_packs = {name: described(_ref("changes"), f"All rules of the pack {name}.") for name in bundled}
    single = {rule.id: described(_ref(_changes_name(rule)), rule.summary) for rule in rules}
    renamed = {old: described(_ref(_changes_name(rule)), f"Now {rule.id}.") for rule in rules for old in rule.renamed_from}
    return {
        "type": "object",
        "properties": {**of_packs, **renamed, **single},
        "patternProperties": {
            r"\*": _ref("changes"),
            rf"^(?!({'|'.join(bundled)})(\.|$))[^*]*$": _ref("foreign-changes"),
        },
        "additionalProperties": False,
    }


def _changes_name(rule: Rule) -> str:
    name = _kind_name(rule)
    return f"changes-{name}" if name in kinds.names() else "changes"


def _kind_name(rule: Rule) -> str:
    return type(made(rule.kind)).__module__.rpartition(".")[2].replace("_", "-")


def _setting(changes: Mapping[str, Json], closed: bool = True) -> Json:
    """A level, off, or a mapping with both and keys of a rule; said so that editors complete all of it, and name what is wrong in it."""
    mapping = {"properties": changes, "additionalProperties": not closed}
    return {"anyOf": [_ref("level"), {"type": "object"}], "if": {"type": "object"}, "then": mapping}


def _changes(schema: Schema | None = None) -> dict[str, Json]:
    """What a configuration may change in a rule, or in one of a kind; lists and mappings may be added to."""
    own = {key: described(value.schema, schema.about(key)) for key, value in schema.values.items()} if schema else {}
    added = [f"{name}+" for name in CHANGEABLE if _is_addable(COMMON[name].schema)]
    more = {f"{key}+": shape for key, shape in own.items() if _is_addable(shape)}
    return {**{name: _ref(name.removesuffix("+")) for name in ("level", *CHANGEABLE, *added)}, **own, **more}


def _is_addable(schema: Json) -> bool:
    return schema["type"] in _ADDABLE if "type" in schema else False


def _if_kind(name: str, schema: Schema, common: Iterable[str]) -> Json:
    """What holds for the rules of one kind."""
    own = {key: described(value.weak, schema.about(key)) for key, value in schema.values.items()}
    own = {key: {**shape, "not": {"type": "null"}} if key in schema.required else _or_nothing(shape) for key, shape in own.items()}
    known = {**dict.fromkeys(("extends", *common, *sorted(VALE_ONLY)), True), **own}
    closed = {} if has_free_keys(schema.kind) else {"additionalProperties": False}
    then = {"properties": known, **closed, "required": ["message", *schema.required]}
    return {"if": {"properties": {"extends": {"const": name}}, "required": ["extends"]}, "then": then}


def _if_rule(known: Iterable[Schema], common: Iterable[str]) -> Json:
    """What holds for rules that extend another rule: each has the keys of any kind, and adds to what it inherits or takes away."""
    names = "|".join((*common, *sorted({key for schema in known for key in schema.values} | VALE_ONLY)))
    then = {"patternProperties": {rf"^(extends|({names})[+-]?)$": True}, "additionalProperties": False}
    return {"if": {"properties": {"extends": {"pattern": _RULE_NAME}}, "required": ["extends"]}, "then": then}


def _or_nothing(schema: Json) -> Json:
    """Such a value or none at all, which says as much as to leave out the key."""
    about = schema["description"]
    return {"description": about, "anyOf": [{key: value for key, value in schema.items() if key != "description"}, {"type": "null"}]}


def _ref(name: str) -> Json:
    return {"$ref": f"#/definitions/{name}"}


_RULE_NAME = r"\."
_EXTENDS = {
    "description": "The kind of the rule, or another rule whose keys hold unless this one says otherwise.",
    "anyOf": [{"enum": list(kinds.names())}, {"type": "string", "pattern": _RULE_NAME}],
}
