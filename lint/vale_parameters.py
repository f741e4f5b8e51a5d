"""Values that a Vale configuration sets for keys of a rule: `Style.Rule[max] = 30`."""

from __future__ import annotations

from collections.abc import Sequence

from yaml import Mark
from yaml.nodes import Node, ScalarNode

from lint.changes import Change, changed
from lint.faults import CONFIGURATION, Fault
from lint.rule import Rule
from lint.rule_file import read_changes
from lint.text import Source, Span
from lint.vale_sections import Parameter
from lint.yaml_source import Item, YamlSource

_TRUTHS = {"YES": "true", "NO": "false"}


def changes(rule: Rule, parameters: Sequence[Parameter]) -> tuple[tuple[Change, ...], tuple[Fault, ...]]:
    """What they change in a rule, and what is wrong with them."""
    yaml = YamlSource(parameters[0].value.source, CONFIGURATION, weak=True)
    found: list[Change] = []
    for parameter in parameters:
        yaml.source = source = parameter.value.source
        text = _TRUTHS.get(parameter.value.text.upper(), parameter.value.text)
        item = Item(parameter.key, _node(source, parameter.value.key, parameter.key), _node(source, parameter.value.place, text))
        before = len(yaml.faults)
        made = read_changes(yaml, [item], rule)
        if len(yaml.faults) == before and not _refused(yaml, rule, made, item):
            found += made
    return tuple(found), tuple(yaml.faults)


def _refused(yaml: YamlSource, rule: Rule, made: tuple[Change, ...], item: Item) -> bool:
    try:
        changed(rule, made)
    except ValueError as error:
        yaml.fault(item.value, f"the rule '{rule.id}' cannot be changed so: {error}")
        return True
    return False


def _node(source: Source, place: Span, text: str) -> Node:
    """A scalar that stands in a file that is no YAML."""
    start, end = (Mark(source.name, offset, source.position(offset).line - 1, 0, None, 0) for offset in place)
    return ScalarNode("tag:yaml.org,2002:str", text, start, end)
