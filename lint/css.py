"""CSS selectors on a tree of elements: `css.parse("section:has(> h2) p").select(css.Tree(root, text))`."""

from __future__ import annotations

from dataclasses import dataclass

from lint import css_syntax
from lint.css_match import Matching
from lint.css_selector import Complex, SelectorError
from lint.css_tree import Element, N, Tree

__all__ = ["Element", "Query", "SelectorError", "Tree", "parse"]


@dataclass(frozen=True)
class Query:
    """A selector that was read."""

    group: tuple[Complex, ...]

    def select(self, tree: Tree[N]) -> list[N]:
        """The elements that it selects, in the order of the text. Raises TimeoutError where a regular expression in it takes too long."""
        return [tree.elements[number] for number in sorted(Matching(tree).any_of(self.group))]


def parse(text: str) -> Query:
    """A selector, or several with commas between them. Raises SelectorError, a ValueError with the place that is wrong."""
    return Query(css_syntax.read(text))
