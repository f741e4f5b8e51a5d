"""A tree of elements as CSS selectors ask about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from lint.patience import Patience


class Element(Protocol):
    """What is asked of a node. One whose name begins with `#` is no element; its children count as its parent's."""

    @property
    def name(self) -> str: ...
    @property
    def attributes(self) -> Mapping[str, str] | Sequence[tuple[str, str]]: ...
    @property
    def children(self) -> Sequence[Any]: ...


N = TypeVar("N", bound=Element)


class Tree(Generic[N]):
    """The elements of a document, numbered in the order of the text; one tree serves any number of queries.

    `text` gives the words of a node with all below it, `own` those that are in none of its children; without it :containsOwn is :contains.
    A regular expression is given up after `limit` seconds.
    """

    def __init__(self, root: N, text: Callable[[N], str], own: Callable[[N], str] | None = None, limit: Patience | None = None) -> None:
        self.elements: list[N] = []
        self.parents: list[int] = []
        self.previous: list[int] = []
        self.limit = limit
        self._text, self._own = text, own or text
        self._words: dict[tuple[int, bool], str] = {}
        self._number(root)

    def words(self, number: int, own: bool = False) -> str:
        """The words of an element."""
        key = number, own
        if key not in self._words:
            self._words[key] = (self._own if own else self._text)(self.elements[number])
        return self._words[key]

    @cached_property
    def families(self) -> list[list[int]]:
        """The children of each element in their order, and last those that are in none."""
        families: list[list[int]] = [[] for _ in range(len(self.elements) + 1)]
        for number, parent in enumerate(self.parents):
            families[parent].append(number)
        return families

    @cached_property
    def attributes(self) -> list[dict[str, str]]:
        """The attributes of each element; of two with the same name the first counts."""
        return [_attributes(element.attributes) for element in self.elements]

    def _number(self, root: N) -> None:
        latest: dict[int, int] = {}
        waiting: list[tuple[N, int]] = [(root, -1)]
        while waiting:
            node, parent = waiting.pop()
            if not node.name.startswith("#"):
                self.parents.append(parent)
                self.previous.append(latest.get(parent, -1))
                latest[parent] = parent = len(self.elements)
                self.elements.append(node)
            waiting.extend((child, parent) for child in reversed(node.children))


def _attributes(written: Mapping[str, str] | Sequence[tuple[str, str]]) -> dict[str, str]:
    pairs = written.items() if isinstance(written, Mapping) else reversed(written)
    return {key.lower(): value for key, value in pairs}
