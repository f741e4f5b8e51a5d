"""Frozen dataclasses that share their methods: to define one takes a tenth of the time, and a cold start defines dozens.

To make an instance takes longer, so this is for classes of which a run makes few.
"""

from __future__ import annotations

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(described: type[T]) -> type[T]:
    """What `dataclass(frozen=True)` makes of a class."""
    made = dataclass(init=False, repr=False, eq=False)(described)
    for name, method in _METHODS.items():
        if name not in vars(made):
            setattr(made, name, method)
    return made


def _init(self: Any, *args: Any, **named: Any) -> None:
    places = [each for each in fields(self) if each.init]
    values = dict(zip((each.name for each in places), args, strict=False))
    if len(args) > len(places) or named.keys() & values.keys() or named.keys() - {each.name for each in places}:
        raise TypeError(f"{type(self).__name__} has no place for {args} and {named}")
    values |= named
    for each in fields(self):
        object.__setattr__(self, each.name, values[each.name] if each.name in values else _default(self, each))
    if hasattr(self, "__post_init__"):
        self.__post_init__()


def _default(self: Any, missing: Field[Any]) -> Any:
    if missing.default_factory is not MISSING:
        return missing.default_factory()
    if missing.default is MISSING:
        raise TypeError(f"{type(self).__name__} needs '{missing.name}'")
    return missing.default


def _compared(self: Any) -> tuple[Any, ...]:
    return tuple(getattr(self, each.name) for each in fields(self) if each.compare)


def _eq(self: Any, other: object) -> bool:
    return _compared(self) == _compared(other) if type(other) is type(self) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self))


def _repr(self: Any) -> str:
    return f"{type(self).__qualname__}({', '.join(f'{each.name}={getattr(self, each.name)!r}' for each in fields(self) if each.repr)})"


def _refuse(self: Any, name: str, *_: Any) -> NoReturn:
    raise FrozenInstanceError(f"cannot change '{name}' of {type(self).__name__}")


_METHODS = {
    "__init__": _init,
    "__eq__": _eq,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
}
