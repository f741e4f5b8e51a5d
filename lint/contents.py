"""What a configuration says, once it is read."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from lint.diagnostic import Severity
from lint.faults import Fault
from lint.named import NamedTuple
from lint.packs import Pack
from lint.profile import Setting

if TYPE_CHECKING:
    from lint.vale_conditions import Condition


class Listed(NamedTuple):
    """A list that replaces the one before it or, with `adds`, is added to it."""

    values: tuple[Any, ...]
    adds: bool = False

    def after(self, before: tuple[Any, ...]) -> tuple[Any, ...]:
        """What holds when `before` held before."""
        return (*before, *(value for value in self.values if value not in before)) if self.adds else self.values


class Part(NamedTuple):
    """What a configuration or one of its overrides says; None and empty where it says nothing. `packs` are keys of `Contents.packs`.

    `terms` are the regular expressions that a Vale vocabulary accepts, `reading` are fields of `Reading`, and with a `condition`
    an override holds only for those of its files for which that is true.
    """

    paths: tuple[str, ...] = ()
    packs: Listed | None = None
    rules: tuple[Setting, ...] = ()
    house: Mapping[str, str | bool] = MappingProxyType({})
    vocabulary: Listed | None = None
    front_matter: Listed | None = None
    shortcodes: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    terms: Listed | None = None
    reading: Mapping[str, Any] = MappingProxyType({})
    condition: Condition | None = None
    languagetool_required: bool | None = None
    languagetool_address: str | None = None


class Contents(NamedTuple):
    """All that a configuration file says; `origins` tells for each pack where it is named.

    Rules below `min_level` do not run. `notices` are faults in it, or in what it names, with which it can be used all the same.
    """

    base: Part = Part()
    overrides: tuple[Part, ...] = ()
    packs: Mapping[str, Pack] = MappingProxyType({})
    origins: Mapping[str, str] = MappingProxyType({})
    fail_level: Severity = Severity.WARNING
    min_level: Severity = Severity.SUGGESTION
    exclude: tuple[str, ...] = ()
    formats: Mapping[str, str] = MappingProxyType({})
    baseline: str | None = None
    notices: tuple[Fault, ...] = ()
