"""Values written as YAML that reads back as the same."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint.compiled import compiled

_PLAIN = compiled(r"[A-Za-z./][\w./-]*(?: [\w.-]+)*")
_WORDS = frozenset("true false null yes no on off y n".split())

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}


class Literal(str):
    """A text that is written as it is."""


def entry(values: Mapping[str, Any]) -> str:
    """A mapping as the element of a list."""
    return "  - " + mapping(values, "    ")[4:]


def mapping(values: Mapping[str, Any], indent: str) -> str:
    """A mapping of texts, lists of texts and mappings, a line a key."""
    return "".join(f"{indent}{_key(key)}:{_value(value, indent)}\n" for key, value in values.items())


def _value(value: Any, indent: str) -> str:
    if isinstance(value, Mapping):
        return "\n" + mapping(value, indent + "  ").rstrip("\n")
    if isinstance(value, list):
        return f" [{', '.join(map(_scalar, value))}]"
    return f" {value if isinstance(value, Literal) else _scalar(value)}"


def _key(text: str) -> str:
    return text if text.removesuffix("+").replace("-", "").isalnum() and text.lower() not in _WORDS else _scalar(text)


def _scalar(text: str) -> str:
    """A text as YAML reads it back."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS | {"~"}:
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(_SHORT.get(sign) or (sign if sign.isprintable() else f"\\U{ord(sign):08x}") for sign in text) + '"'
