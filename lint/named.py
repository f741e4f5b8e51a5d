"""Named tuples that are quickly made: a cold start makes a hundred and fifty of them.

That of `typing` compiles each annotation and a constructor for each class. Here the annotations stay as they are written, and classes with
as many fields share the code of their constructor; what it holds, and how fast it is, is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from functools import cache
    from operator import itemgetter
    from types import FunctionType

    try:
        from _collections import _tuplegetter  # what `collections` takes for its own, too
    except ImportError:

        def _tuplegetter(place, told):
            return property(itemgetter(place), doc=told)

    class _Named(tuple):
        """What all named tuples can do."""

        __slots__ = ()

        @classmethod
        def _make(cls, values):
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return made

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in zip(self._fields, self, strict=True))})"

        def __getnewargs__(self):
            return tuple(self)

    class _Maker(type):
        """Makes a named tuple of what is written as a class."""

        def __new__(maker, name, bases, described):
            if not bases:
                return super().__new__(maker, name, bases, described)
            fields = tuple(described.get("__annotations__", ()))
            defaults = {field: described[field] for field in fields if field in described}
            new = FunctionType(_code(len(fields)).replace(co_varnames=("_cls", *fields)), _GLOBALS, "__new__", tuple(defaults.values()))
            new.__qualname__ = f"{name}.__new__"
            getters = {field: _tuplegetter(place, None) for place, field in enumerate(fields)}
            shared = {"__slots__": (), "_fields": fields, "__match_args__": fields, "_field_defaults": defaults, "__new__": new}
            return type(name, (_Named,), described | shared | getters)

    class NamedTuple(metaclass=_Maker):
        """What `typing.NamedTuple` is, for classes only."""

    @cache
    def _code(size):
        """The code of the constructor of tuples with so many fields."""
        places = "".join(f"_{place}, " for place in range(size))
        return eval(f"lambda _cls, {places}: _new(_cls, ({places}))").__code__

    _GLOBALS = {"_new": tuple.__new__, "__builtins__": {}, "__name__": __name__}
