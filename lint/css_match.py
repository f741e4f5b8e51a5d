"""Which elements of a tree fulfil a CSS selector.

All steps go from set to set of elements, so a selector costs time in proportion to its length times the tree's size, whatever it asks for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Generic

from lint.css_attributes import attribute_test
from lint.css_selector import NEVER, Complex, Compound, Simple
from lint.css_tree import N, Tree


class Matching(Generic[N]):
    """One query on one tree."""

    def __init__(self, tree: Tree[N]) -> None:
        self.tree = tree

    def any_of(self, group: tuple[Complex, ...]) -> set[int]:
        """The elements that one of some selectors selects."""
        return set().union(*map(self.selected, group))

    def selected(self, selector: Complex) -> set[int]:
        """The elements at the right end of a selector."""
        found: set[int] = set()
        for combinator, compound in selector.steps:
            reached = self.reached(combinator, found) if combinator else range(len(self.tree.elements))
            found = self.filtered(compound, reached)
        return found

    def leading(self, selector: Complex) -> set[int]:
        """The elements that a selector leads on from, as in :has."""
        found: set[int] | None = None
        for combinator, compound in reversed(selector.steps):
            found = self.origins(combinator, self.filtered(compound, range(len(self.tree.elements)) if found is None else found))
        return found or set()

    def reached(self, combinator: str, found: set[int]) -> set[int]:
        """The elements that a combinator leads to from some others."""
        links = self.links(combinator)
        if combinator in ">+":
            return {number for number, origin in enumerate(links) if origin in found}
        reached: set[int] = set()
        for number, origin in enumerate(links):
            if origin in found or origin in reached:
                reached.add(number)
        return reached

    def origins(self, combinator: str, found: set[int]) -> set[int]:
        """The elements from which a combinator leads to some others."""
        links = self.links(combinator)
        if combinator in ">+":
            return {links[number] for number in found} - {-1}
        origins: set[int] = set()
        for number in range(len(links) - 1, -1, -1):
            if number in found or number in origins:
                origins.add(links[number])
        return origins - {-1}

    def links(self, combinator: str) -> list[int]:
        """The element before each on the way of a combinator: its parent, or its elder sibling."""
        return self.tree.parents if combinator in " >" else self.tree.previous

    def filtered(self, compound: Compound, numbers: Iterable[int]) -> set[int]:
        """Those of some elements for which all conditions hold; what is quick to judge is asked first."""
        left = set(numbers)
        for condition in sorted(compound.conditions, key=_cost):
            left = self.fulfilling(condition, left)
        return left

    def fulfilling(self, condition: Simple, numbers: set[int]) -> set[int]:
        """Those of some elements for which a condition holds."""
        tree = self.tree
        match condition.kind:
            case "type":
                return {number for number in numbers if tree.elements[number].name == condition.value}
            case "id" | "class" | "attribute":
                test = attribute_test(condition, tree.limit)
                return {number for number in numbers if test(tree.attributes[number])}
            case "is":
                return numbers & self.any_of(condition.group)
            case "not":
                return numbers - self.any_of(condition.group)
            case "has":
                return numbers.intersection(set().union(*map(self.leading, condition.group)))
            case "root":
                return {number for number in numbers if tree.parents[number] < 0}
            case "empty":
                return {number for number in numbers if not tree.families[number] and not tree.words(number).strip()}
            case "link":
                return {number for number in numbers if tree.elements[number].name in _LINKS and "href" in tree.attributes[number]}
            case "lang":
                return numbers.intersection(self.speaking(condition.value))
            case "contains" | "containsown" as kind:
                return {number for number in numbers if condition.value in tree.words(number, kind == "containsown").lower()}
            case "matches" | "matchesown" as kind:
                pattern = condition.pattern
                assert pattern is not None
                return {number for number in numbers if pattern.search(tree.words(number, kind == "matchesown"), tree.limit)}
            case kind if kind in NEVER:
                return set()
        return self.counted(condition, numbers)

    def counted(self, condition: Simple, numbers: set[int]) -> set[int]:
        """Those of some elements that stand at certain places among their siblings."""
        step, offset = condition.nth if condition.kind in _COUNTED else (0, 1)
        siblings = self.any_of(condition.group) if condition.group else None
        for kind in _COUNTS.get(condition.kind, (condition.kind,)):
            places = self.places(kind.endswith("of-type"), "-last-" in kind, siblings)
            numbers = {number for number in numbers if number in places and _is_counted(places[number] - offset, step)}
        return numbers

    def places(self, by_type: bool, from_end: bool, among: set[int] | None) -> dict[int, int]:
        """The number of each element among its siblings, or those of them that have its name, from 1."""
        places: dict[int, int] = {}
        for family in self.tree.families:
            seen: dict[str, int] = {}
            for number in reversed(family) if from_end else family:
                if among is None or number in among:
                    name = self.tree.elements[number].name if by_type else ""
                    places[number] = seen[name] = seen.get(name, 0) + 1
        return places

    def speaking(self, language: str) -> Iterator[int]:
        """The elements whose own language, or that of the nearest around them with one, is this or a form of it."""
        languages: list[str] = []
        for number, attributes in enumerate(self.tree.attributes):
            parent = self.tree.parents[number]
            languages.append(attributes.get("lang", languages[parent] if parent >= 0 else "").lower())
            if languages[number] == language or languages[number].startswith(f"{language}-"):
                yield number


_LINKS = ("a", "area", "link")
_COUNTED = frozenset(("nth-child", "nth-last-child", "nth-of-type", "nth-last-of-type"))
_COUNTS = {
    "first-child": ("nth-child",),
    "last-child": ("nth-last-child",),
    "only-child": ("nth-child", "nth-last-child"),
    "first-of-type": ("nth-of-type",),
    "last-of-type": ("nth-last-of-type",),
    "only-of-type": ("nth-of-type", "nth-last-of-type"),
}
_QUICK = ("type", "id", "class", "attribute")


def _cost(condition: Simple) -> int:
    return 0 if condition.kind in _QUICK else 2 if condition.kind in ("contains", "containsown", "matches", "matchesown", "empty") else 1


def _is_counted(beyond: int, step: int) -> bool:
    """Whether `step * n` is `beyond` for some n from 0 on."""
    return beyond == 0 if step == 0 else beyond % step == 0 and beyond // step >= 0
