"""Rules that extend other rules: `extends: Style.Rule` takes the keys of that rule.

`key+` adds to a list or a mapping of it, `key-` takes entries away, which must be there. A key without a sign replaces what is inherited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from yaml.nodes import Node

from lint.faults import FaultyFile
from lint.named import NamedTuple
from lint.scope import Selector
from lint.text import Source
from lint.yaml_source import Item, YamlSource

MOST_GENERATIONS = 10
"""How many rules a rule may extend, one by way of the other."""

NOT_INHERITED = frozenset(("tests", "examples", "renamed-from", "supersedes", "enabled", "name", "selector"))
"""Keys that say something of one rule alone: its proof, its names, whether it is on."""

_BUILT_IN = "Vale."

Find = Callable[[str], Source | None]
"""The file of the rule with a name, None where there is none. Raises FaultyFile where it cannot be read."""


class Layer(NamedTuple):
    """A key as one rule of a line writes it; `edit` is `+`, `-` or nothing where it replaces what was inherited."""

    yaml: YamlSource
    item: Item
    edit: str = ""


class Definition(NamedTuple):
    """What a rule comes to: `extends` of the eldest rule, which names a kind, and of each key what makes it, eldest first."""

    extends: Layer | None
    keys: Mapping[str, tuple[Layer, ...]]
    sources: tuple[YamlSource, ...]


def definition(yaml: YamlSource, find: Find) -> Definition:
    """The definition of the rule in a file with those that it extends. Raises FaultyFile where one of them is not there."""
    line = list(_line(yaml, find))
    keys: dict[str, tuple[Layer, ...]] = {}
    for depth, (source, items) in enumerate(reversed(line)):
        own = depth == len(line) - 1
        for layer in _layers(source, items, eldest=depth == 0):
            name = layer.item.name.removesuffix(layer.edit) if layer.edit else layer.item.name
            if name != "extends" and (own or name not in NOT_INHERITED):
                keys[name] = (*keys.get(name, ()), layer) if layer.edit else (layer,)
    source, items = line[-1]
    extends = Layer(source, items["extends"]) if "extends" in items else None
    return Definition(extends, keys, tuple(source for source, _ in line))


def edited(layer: Layer, value: Any, read: Callable[[YamlSource, Node], Any]) -> Any:
    """An inherited value with what a layer adds or takes away, which `read` reads. What cannot be is a fault, and nothing is changed."""
    yaml, item, edit = layer
    if isinstance(value, Selector):
        return Selector(edited(layer, value.alternatives, lambda yaml, node: read(yaml, node).alternatives) or value.alternatives)
    if isinstance(value, Mapping):
        return {**value, **read(yaml, item.value)} if edit == "+" else _without(layer, dict(value), yaml.texts(item.value))
    if isinstance(value, tuple) and not hasattr(value, "_fields"):
        change = read(yaml, item.value)
        return (*value, *change) if edit == "+" else tuple(_without(layer, list(value), change))
    if isinstance(value, tuple) and edit == "+":
        return _with_fields(layer, value)
    name = item.name[:-1]
    yaml.fault(item.key, f"'{name}' holds neither a list nor a mapping, so nothing is added to it or taken away; write '{name}'")
    return value


def _with_fields(layer: Layer, value: Any) -> Any:
    """A named tuple such as an action, with the fields that a mapping gives."""
    yaml, item, _ = layer
    for part in yaml.items(item.value, fold=yaml.weak):
        if part.name in value._fields:
            many = isinstance(getattr(value, part.name), tuple)
            value = value._replace(**{part.name: yaml.texts(part.value) if many else yaml.text(part.value)})
        else:
            yaml.unknown(part.key, "key", part.name, value._fields, f" for '{item.name[:-1]}'")
    return value


def _without(layer: Layer, value: Any, gone: Any) -> Any:
    """A list or a mapping (which is changed) without some entries, each of which must be there."""
    for one in gone:
        if one not in value:
            message = f"the rule that is extended has no entry {_shown(one)} to take away; leave it out, or write it as it stands there"
            layer.yaml.fault(layer.item.value, message)
        elif isinstance(value, dict):
            del value[one]
        else:
            value.remove(one)
    return value


def _shown(entry: Any) -> str:
    return f"'{entry}'" if isinstance(entry, str) else "like this"


def _line(yaml: YamlSource, find: Find) -> Iterator[tuple[YamlSource, dict[str, Item]]]:
    """A rule and those that it extends, the youngest first, each with its items."""
    seen = [yaml.rule or ""]
    source = yaml
    while True:
        items = _items(source)
        yield source, items
        extends = items.get("extends")
        name = source.text(extends.value) if extends else ""
        if extends is None or "." not in name:
            return
        parent = _found(source, extends, name, seen, find)
        seen.append(name)
        if source is not yaml:
            yaml.adopt(*source.faults)
        if parent is None:
            yaml.finish()
        assert parent is not None
        source = parent


def _items(yaml: YamlSource) -> dict[str, Item]:
    root = yaml.root()
    if root is None:
        yaml.fault(yaml.source.line(1), "the file is empty; a rule needs at least 'extends' and 'message'")
        yaml.finish()
    assert root is not None
    return {item.name: item for item in yaml.items(root, fold=yaml.weak)}


def _found(yaml: YamlSource, extends: Item, name: str, seen: list[str], find: Find) -> YamlSource | None:
    """The file of the rule that is extended; None, and a fault, where it cannot be."""
    if name.startswith(_BUILT_IN):
        yaml.fault(extends.value, f"'{name}' is built in and has no file that could be extended; extend a kind such as 'existence'")
    elif name in seen:
        yaml.fault(extends.value, f"'{name}' extends itself in the end ({' > '.join([*seen, name])}); one of them must extend a kind")
    elif len(seen) > MOST_GENERATIONS:
        yaml.fault(extends.value, f"more than {MOST_GENERATIONS} rules extend one another here; extend one that is nearer to a kind")
    else:
        return _opened(yaml, extends, name, find)
    return None


def _opened(yaml: YamlSource, extends: Item, name: str, find: Find) -> YamlSource | None:
    try:
        source = find(name)
    except FaultyFile as error:
        yaml.adopt(*(fault._replace(rule=yaml.rule) for fault in error.faults))
        return None
    if source is not None:
        return YamlSource(source, yaml.concern, yaml.rule, weak=yaml.weak, proved=yaml.proved)
    pack, _, rest = name.partition(".")
    path = "/".join((pack, *rest.split(".")))
    yaml.fault(
        extends.value, f"there is no rule '{name}' to extend: no file {path}.yml; put the pack '{pack}' beside this one, or name a kind"
    )
    return None


def _layers(yaml: YamlSource, items: Mapping[str, Item], eldest: bool) -> list[Layer]:
    """The keys of one rule, with what is to be done to those that are inherited: first taken away, then added."""
    layers: list[Layer] = []
    for name, item in items.items():
        edit = name[-1] if name.endswith(("+", "-")) else ""
        if edit and eldest:
            yaml.fault(item.key, f"'{name}' changes what is inherited, and this rule extends no other; write '{name[:-1]}'")
        elif edit and name[:-1] in items:
            yaml.fault(item.key, f"'{name[:-1]}' and '{name}' both stand here; keep one of them")
        else:
            layers.append(Layer(yaml, item, edit))
    return sorted(layers, key=lambda layer: layer.edit == "+")
