"""What is added to files of a repository that are not ours: hooks, and how a baseline is merged. All else in them stays to the letter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from lint.desk import BASELINE
from lint.yaml_text import mapping
from lint.yaml_tree import NotYaml, children, compose

ATTRIBUTES = ".gitattributes"
HOOKS = ".pre-commit-config.yaml"

_LINE = f"{BASELINE} merge=union"
_HOOKS = {
    "copydesk-fix": ("copydesk fix --force-exclude --fix-only", "makes the safe fixes, prints each, and fails where it changed something"),
    "copydesk": ("copydesk check --force-exclude", "finds, and fails where something stands at or above the fail level"),
}


class NotAdded(Exception):
    """Nothing can be added without a risk; the message says why."""


def with_attribute(text: str) -> str:
    """The text of a `.gitattributes` that says how a baseline is merged, so that two branches are joined line by line."""
    for line in text.splitlines():
        pattern, *attributes = line.split() or [""]
        if pattern == BASELINE and any(one.startswith("merge") for one in attributes):
            return text
    return _ended(text) + _LINE + _newline(text)


def with_hooks(text: str, below: str = "") -> str:
    """The text of a `.pre-commit-config.yaml` with our hooks, where it has none of them, for a folder below it. Raises NotAdded."""
    if not text.strip():
        return "repos:\n" + entry(2, below)
    root = _root(text)
    if any(name.startswith("copydesk") for name in _hooks(root)):
        return text
    repos = next((value for key, value in root.value if key.value == "repos"), None)
    if not isinstance(repos, SequenceNode) or repos.flow_style or not repos.value:
        raise NotAdded("its `repos` is no list of lines that begin with '-'")
    place = _line_end(text, max(_ends(text, repos)))
    added = entry(repos.start_mark.column, below)
    made = _ended(text[:place]) + added.replace("\n", _newline(text)) + text[place:]
    _check(root, made, added)
    return made


def entry(indent: int, below: str = "") -> str:
    """The entry with our hooks, as an element of `repos` so far from the left."""
    lines = ["- repo: local  # the copydesk that is installed here", "  hooks:"]
    for name, (command, about) in _HOOKS.items():
        lines += [f"    - id: {name}  # {about}", f"      name: {name.replace('-', ' ')}", f"      entry: {command}"]
        lines += [
            '      args: ["--"]',
            "      language: system",
            "      types_or: [markdown, mdx, html, plain-text]",
            "      require_serial: true",
        ]
        lines += [mapping({"files": f"^{re.escape(below)}/"}, "      ").rstrip("\n")] if below else []
    return "".join(f"{' ' * indent}{line}\n" for line in lines)


def _root(text: str) -> MappingNode:
    try:
        root = compose(text)
    except NotYaml as error:
        raise NotAdded(f"it is no YAML that can be read: {error}") from None
    if not isinstance(root, MappingNode):
        raise NotAdded("it has no `repos`")
    return root


def _hooks(root: Node) -> Iterator[str]:
    """The names of all hooks."""
    if isinstance(root, MappingNode):
        yield from (str(value.value) for key, value in root.value if key.value == "id" and isinstance(value, ScalarNode))
    for child in children(root):
        yield from _hooks(child)


def _ends(text: str, node: Node) -> Iterator[int]:
    """Where the words of a node and of those below it end."""
    if isinstance(node, ScalarNode) or getattr(node, "flow_style", False):
        yield len(text[: node.end_mark.index].rstrip())
    for child in children(node):
        yield from _ends(text, child)


def _line_end(text: str, place: int) -> int:
    """The beginning of the next line."""
    end = text.find("\n", place)
    return len(text) if end < 0 else end + 1


def _check(root: MappingNode, made: str, added: str) -> None:
    """Raises NotAdded where more has changed than that an entry has come in."""
    wanted = [(key, [*value, *_data(_root("repos:\n" + added))[0][1]] if key == "repos" else value) for key, value in _data(root)]
    if _data(_root(made)) != wanted:
        raise NotAdded("its lines cannot be told apart surely enough")


def _data(node: Node) -> Any:
    """What a node says, without its places."""
    if isinstance(node, MappingNode):
        return [(_data(key), _data(value)) for key, value in node.value]
    return [_data(child) for child in node.value] if isinstance(node, SequenceNode) else node.value


def _ended(text: str) -> str:
    """The text with its last line ended."""
    return text if not text or text.endswith(("\n", "\r")) else text + _newline(text)


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
