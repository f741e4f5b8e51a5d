"""What a configuration says, once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from lint.diagnostic import Severity
from lint.packs import Pack
from lint.profile import Setting


class Listed(NamedTuple):
    """A list that replaces the one before it or, with `adds`, is added to it."""

    values: tuple[Any, ...]
    adds: bool = False

    def after(self, before: tuple[Any, ...]) -> tuple[Any, ...]:
        """What holds when `before` held before."""
        return (*before, *(value for value in self.values if value not in before)) if self.adds else self.values


class Part(NamedTuple):
    """What a configuration or one of its overrides says; None and empty where it says nothing. `packs` are keys of `Contents.packs`."""

    paths: tuple[str, ...] = ()
    packs: Listed | None = None
    rules: tuple[Setting, ...] = ()
    house: Mapping[str, str | bool] = MappingProxyType({})
    vocabulary: Listed | None = None
    front_matter: Listed | None = None
    shortcodes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    languagetool_required: bool | None = None


class Contents(NamedTuple):
    """All that a configuration file says; `origins` tells for each pack where it is named."""

    base: Part = Part()
    overrides: tuple[Part, ...] = ()
    packs: Mapping[str, Pack] = MappingProxyType({})
    origins: Mapping[str, str] = MappingProxyType({})
    fail_level: Severity = Severity.WARNING
    exclude: tuple[str, ...] = ()
    formats: Mapping[str, str] = MappingProxyType({})
    baseline: str | None = None
