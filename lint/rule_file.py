"""One rule's YAML file, read into a Rule: Vale's keys, and ours for the manual and the proof."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yaml.nodes import Node

from lint import kinds
from lint.changes import Change
from lint.compiled import compiled
from lint.faults import RULE_FILE, nearest
from lint.pattern import Pattern, PatternError
from lint.rule import Kind, Rule, made
from lint.rule_keys import CHANGEABLE, COMMON, Schema, schema_of
from lint.text import Source
from lint.yaml_source import Item, YamlSource, is_null

_LANGUAGES = ("en",)
"""What a bundled rule speaks that does not say it; a rule of somebody's own pack speaks whatever its words are in."""

_LATER_KINDS = frozenset(("capitalization", "conditional", "metric", "readability", "spelling", "sequence", "script", "quote"))
_KINDS_WITH_FREE_KEYS = frozenset(("consistency", "spelling"))
_VALE_ONLY = frozenset(("name", "selector"))
_MOST_ARGUMENTS = 2
_PERCENT = compiled(r"%(?:\[\d+\])?(?:[sdqvf]|\.\d+f)|(%%)|(%)")


def read_rule(source: Source, id: str, pack: str, bundled: bool) -> Rule:
    """The rule in a file; bundled ones are read strictly, others as Vale reads them. Raises FaultyFile with all that is wrong."""
    yaml = YamlSource(source, RULE_FILE, id, weak=not bundled, proved=bundled)
    root = yaml.root()
    if root is None:
        yaml.fault(source.line(1), "the file is empty; a rule needs at least 'extends' and 'message'")
        yaml.finish()
    assert root is not None
    items = {item.name: item for item in yaml.items(root, fold=yaml.weak)}
    schema = _schema_of(yaml, root, items)
    values: dict[str, Any] = {}
    options: dict[str, Any] = {}
    for item in items.values():
        _read_item(yaml, item, schema, values, options)
    _require(yaml, items, schema)
    if bundled and "message" in items:
        _check_message(yaml, items["message"].value)
    yaml.finish()
    return _rule(yaml, items, schema, values, options, id, pack)


def read_changes(yaml: YamlSource, items: list[Item], rule: Rule | None) -> tuple[Change, ...]:
    """What a configuration changes in a rule, or, with None, in any rule. What cannot be is a fault."""
    schema = None if rule is None else schema_of(type(made(rule.kind)))
    changes = []
    for item in items:
        name, adds = (item.name[:-1], True) if item.name.endswith("+") else (item.name, False)
        if schema and name in schema.readers:
            changes.append(Change(schema.fields[name], schema.readers[name](yaml, item.value), True, adds))
        elif name in CHANGEABLE:
            field, value = COMMON[name].read(yaml, item.value)
            changes.append(Change(field, _alike(value, rule), False, adds))
        else:
            known = [*CHANGEABLE, *(schema.readers if schema else ())]
            of = f" for rule '{rule.id}'" if rule else "; the keys of a kind can be set for a rule, not for a pack or a pattern"
            yaml.unknown(item.key, "key", item.name, known, of)
            continue
        if adds and not isinstance(changes[-1].value, tuple | dict | Mapping):
            yaml.fault(item.key, f"'{name}' holds neither a list nor a mapping, so nothing can be added to it; write '{name}'")
    return tuple(changes)


def _schema_of(yaml: YamlSource, root: Node, items: Mapping[str, Item]) -> Schema:
    """The schema of the kind that `extends` names. Raises FaultyFile where there is none: nothing else could be judged."""
    item = items.get("extends")
    if item is None:
        if not yaml.faults:
            meant = next((item for item in items.values() if nearest(item.name, ("extends",))), None)
            place = next((item.key for item in items.values()), root) if meant is None else meant.key
            yaml.fault(place, "the key 'extends' is missing; it names the kind of the rule", "extends" if meant else None)
        yaml.finish()
    assert item is not None
    name = yaml.text(item.value)
    try:
        return schema_of(kinds.load(name))
    except KeyError:
        if name in _LATER_KINDS:
            yaml.fault(item.value, f"the kind '{name}' is not supported yet; this rule does not run")
        elif "." in name:
            yaml.fault(item.value, f"a rule that extends another rule ('{name}') is not supported yet; this rule does not run")
        elif name:
            yaml.choice(item.value, "kind", kinds.names())
    yaml.finish()
    raise AssertionError("a kind that is not there is a fault")


def _read_item(yaml: YamlSource, item: Item, schema: Schema, values: dict[str, Any], options: dict[str, Any]) -> None:
    common = COMMON.get(item.name)
    if yaml.weak and is_null(item.value):
        return
    if common is not None:
        field, value = common.read(yaml, item.value)
        values[field] = value
    elif item.name in schema.readers:
        options[schema.fields[item.name]] = schema.readers[item.name](yaml, item.value)
    elif item.name == "tests" and yaml.weak:
        yaml.fault(item.key, "'tests' in a rule are not supported yet; write them as 'examples'")
    elif item.name != "extends" and not (yaml.weak and _is_ignored(item.name, schema)):
        kind = schema.kind.__module__.rpartition(".")[2].replace("_", "-")
        yaml.unknown(item.key, "key", item.name, ["extends", *COMMON, *schema.readers], f" for kind '{kind}'")


def _is_ignored(key: str, schema: Schema) -> bool:
    return key in _VALE_ONLY or schema.kind.__module__.rpartition(".")[2] in _KINDS_WITH_FREE_KEYS


def _require(yaml: YamlSource, items: Mapping[str, Item], schema: Schema) -> None:
    place = items["extends"].value
    misspelled = {edit.text for fault in yaml.faults for fix in fault.diagnostic.fixes for edit in fix.edits}
    for key in ("message", *schema.required):
        there = key in items and not (yaml.weak and is_null(items[key].value))
        if not there and key not in misspelled:
            yaml.fault(place, f"the key '{key}' is missing; the kind '{place.value}' needs it")


def _check_message(yaml: YamlSource, node: Node) -> None:
    """Faults for a `%` that fills in nothing, and for more of them than a kind has words for."""
    found = list(_PERCENT.finditer(str(node.value)))
    if any(verb.group(2) for verb in found):
        yaml.fault(node, "a '%' in the message fills in nothing; write '%%' for a percent sign")
    if sum(not verb.group(1) for verb in found) > _MOST_ARGUMENTS:
        yaml.fault(node, f"the message has more than {_MOST_ARGUMENTS} places to fill in; no kind gives so many words")


def _rule(
    yaml: YamlSource, items: Mapping[str, Item], schema: Schema, values: dict[str, Any], options: dict[str, Any], id: str, pack: str
) -> Rule:
    if "action" in schema.fields and "action" in values:
        options["action"] = values["action"]
    try:
        kind: Kind = schema.kind(**options, foreign=yaml.weak)
    except ValueError as error:
        yaml.fault(*_refused(items, error))
        yaml.finish()
    ignorecase = bool(options.get("ignorecase"))
    if yaml.weak or ignorecase:
        for key in ("unless", "doubtful"):
            values[key] = tuple(Pattern(pattern.text, ignorecase, yaml.weak) for pattern in values.get(key, ()))
    if not yaml.weak:
        values.setdefault("languages", _LANGUAGES)
    return Rule(id, kind, **values, pack=pack, path=yaml.source.name, options=options)


def _refused(items: Mapping[str, Item], error: ValueError) -> tuple[Node, str]:
    """Where a kind's `key: sentence` belongs."""
    key, _, sentence = str(error).partition(": ")
    if sentence and key in items and not isinstance(error, PatternError):
        return items[key].value, sentence
    return items["extends"].value, str(error)


def _alike(value: Any, rule: Rule | None) -> Any:
    """Patterns that heed case as the rule's own do."""
    if rule is None or not isinstance(value, tuple) or not all(isinstance(one, Pattern) for one in value):
        return value
    return tuple(Pattern(one.text, bool(rule.options.get("ignorecase")), one.foreign) for one in value)


def _sum(now: Any, more: Any) -> Any:
    if isinstance(now, Mapping):
        return {**now, **more}
    return (*now, *(one for one in more if one not in now))
