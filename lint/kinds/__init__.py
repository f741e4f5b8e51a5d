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
    module = name.replace("-", "_")
    if not module.isidentifier() or module.startswith("_") or not Path(__file__).with_name(f"{module}.py").exists():
        raise KeyError(name)
    kind: type[Kind] = import_module(f"{__name__}.{module}").KIND
    return kind
