"""Frozen dataclasses that share their methods behave as those of the standard library."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, field, fields, is_dataclass, replace

import pytest

from lint.frozen import frozen


@frozen
class Shared:
    name: str
    most: int = 3
    words: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True)
class Own:
    name: str
    most: int = 3
    words: list[str] = field(default_factory=list)
    known: dict[str, int] = field(default_factory=dict, compare=False, repr=False)


@frozen
class Checked:
    most: int
    twice: int = field(init=False, default=0)

    def __post_init__(self):
        object.__setattr__(self, "twice", 2 * self.most)


@pytest.mark.parametrize(("args", "named"), [(("a",), {}), (("a", 4), {}), ((), {"name": "a", "words": ["b"]})])
def test_it_holds_what_a_dataclass_holds(args, named):
    shared, own = Shared(*args, **named), Own(*args, **named)
    assert vars(shared) == vars(own)
    assert repr(shared) == repr(own).replace("Own", "Shared")
    assert [each.name for each in fields(shared)] == [each.name for each in fields(own)]
    assert is_dataclass(Shared)


@pytest.mark.parametrize(("args", "named"), [((), {}), (("a",), {"name": "b"}), (("a", 1, [], {}, 5), {}), (("a",), {"fewest": 1})])
def test_it_refuses_what_a_dataclass_refuses(args, named):
    for made in (Shared, Own):
        with pytest.raises(TypeError):
            made(*args, **named)


def test_it_is_compared_by_its_values():
    assert Shared("a", known={"x": 1}) == Shared("a") != Shared("b")
    assert Shared("a") != Own("a")
    assert hash(Checked(2)) == hash(Checked(2)) != hash(Checked(3))


def test_it_cannot_be_changed_but_be_made_anew():
    with pytest.raises(FrozenInstanceError):
        Shared("a").name = "b"
    with pytest.raises(FrozenInstanceError):
        del Shared("a").name
    assert replace(Shared("a", 5), name="b") == Shared("b", 5)


def test_it_goes_to_another_process():
    assert pickle.loads(pickle.dumps(Shared("a", 5))) == Shared("a", 5)


def test_it_is_checked_when_it_is_made():
    assert Checked(2).twice == 4
