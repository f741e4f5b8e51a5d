"""The kinds of rules: one module each, named as the YAML's `extends:` says it (`-` is `_` in the module's name)."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from lint.rule import Kind


def names() -> tuple[str, ...]:
    """The kinds that there are."""
    return tuple(sorted(path.stem.replace("_", "-") for path in Path(__file__).parent.glob("[a-z]*.py")))


def load(name: str) -> type[Kind]:
    """The class of a kind. Raises KeyError where there is none of that name."""
    file = name.replace("-", "_")
    if not file.isidentifier() or file.startswith("_"):
        raise KeyError(name)
    module = f"{__name__}.{file}"
    try:
        kind: type[Kind] = import_module(module).KIND
    except ModuleNotFoundError as error:
        if error.name != module:
            raise
        raise KeyError(name) from None
    return kind
