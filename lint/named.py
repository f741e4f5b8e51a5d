"""Named tuples that are made without a look at the types of their fields: a cold start makes more than a hundred of them.

That of `typing` compiles each annotation first, which takes twice as long as all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    class _Maker(type):
        """Makes a named tuple of what is written as a class."""

        def __new__(maker, name, bases, described):
            if not bases:
                return super().__new__(maker, name, bases, described)
            fields = described.get("__annotations__", {})
            defaults = [described.pop(field) for field in fields if field in described]
            made = namedtuple(name, fields, defaults=defaults, module=described.pop("__module__"))
            for attribute, value in described.items():
                setattr(made, attribute, value)
            return made

    class NamedTuple(metaclass=_Maker):
        """What `typing.NamedTuple` is, for classes only."""
