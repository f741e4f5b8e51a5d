"""Selectors: which blocks a rule looks at, in the notation of Vale's `scope` key."""

from __future__ import annotations

from dataclasses import dataclass

KNOWN_PARTS = frozenset(
    """text paragraph sentence heading h1 h2 h3 h4 h5 h6 title list blockquote table cell header caption figure alt attr
    frontmatter shortcode footnote summary raw md markdown mdx html htm txt""".split()
)
"""The segments that a block's scope can have, apart from the names of front matter fields and shortcode arguments."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One or more alternatives; each asks for segments that a block's scope must have and others that it must not."""

    alternatives: tuple[tuple[frozenset[str], frozenset[str]], ...]

    @classmethod
    def parse(cls, scopes: tuple[str, ...]) -> Selector:
        """From `heading.h2`, `paragraph & ~blockquote` and the like; none at all is `text`."""
        return cls(tuple(_alternative(scope) for scope in scopes or ("text",)))

    def selects(self, parts: frozenset[str]) -> bool:
        """Whether a block with these segments in its scope is looked at."""
        return any(wanted <= parts and not unwanted & parts for wanted, unwanted in self.alternatives)

    def names(self, part: str) -> bool:
        """Whether some alternative asks for this segment."""
        return any(part in wanted for wanted, _ in self.alternatives)

    @property
    def parts(self) -> frozenset[str]:
        """Every segment that is named, wanted or not."""
        return frozenset().union(*(wanted | unwanted for wanted, unwanted in self.alternatives))


def _alternative(scope: str) -> tuple[frozenset[str], frozenset[str]]:
    wanted: set[str] = set()
    unwanted: set[str] = set()
    for term in (term.strip() for term in scope.split("&")):
        chosen = unwanted if term.startswith("~") else wanted
        chosen.update(segment for segment in term.lstrip("~ ").split(".") if segment)
    return frozenset(wanted), frozenset(unwanted)
