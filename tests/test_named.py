"""Named tuples that are made without a look at the types of their fields behave as those of the standard library."""

from __future__ import annotations

import pickle
import typing

import pytest

from lint.named import NamedTuple


class Quick(NamedTuple):
    """A place."""

    name: str
    most: int = 3

    @property
    def double(self) -> int:
        """Twice as much."""
        return 2 * self.most


class Own(typing.NamedTuple):
    """A place."""

    name: str
    most: int = 3


def test_it_holds_what_a_named_tuple_holds():
    quick, own = Quick("a"), Own("a")
    assert quick == own == ("a", 3)
    assert repr(quick) == repr(own).replace("Own", "Quick")
    assert quick.double == 6
    assert (Quick.__doc__, Quick.__qualname__, Quick.__module__) == ("A place.", "Quick", __name__)
    assert Quick._fields == Own._fields and Quick._field_defaults == Own._field_defaults
    assert typing.get_type_hints(Quick) == typing.get_type_hints(Own) == {"name": str, "most": int}


@pytest.mark.parametrize("args", [(), ("a", 1, 2)])
def test_it_refuses_what_a_named_tuple_refuses(args):
    for made in (Quick, Own):
        with pytest.raises(TypeError):
            made(*args)


def test_it_cannot_be_changed_but_be_made_anew():
    with pytest.raises(AttributeError):
        Quick("a").name = "b"
    assert Quick("a", 5)._replace(name="b") == Quick("b", 5)


def test_it_goes_to_another_process():
    assert pickle.loads(pickle.dumps(Quick("a", 5))) == Quick("a", 5)
