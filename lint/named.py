"""Named tuples that are quickly made: a cold start makes a hundred and fifty of them.

That of `typing` compiles each annotation of each class, which takes longer than all the rest; here they stay as they are written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    class _Maker(type):
        """Makes a named tuple of what is written as a class."""

        def __new__(cls, name, bases, described):
            if not bases:
                return super().__new__(cls, name, bases, described)
            fields = tuple(described.get("__annotations__", ()))
            defaults = [described[field] for field in fields if field in described]
            if any(field not in described for field in fields[len(fields) - len(defaults) :]) or bases != (NamedTuple,):
                raise TypeError(f"{name}: fields with a default come last, and no other base is possible")
            made = namedtuple(name, fields, defaults=defaults, module=described.pop("__module__"))
            for key in described.keys() - set(fields):
                setattr(made, key, described[key])
            return made

    class NamedTuple(metaclass=_Maker):
        """What `typing.NamedTuple` is, for classes only."""
