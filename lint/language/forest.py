"""A forest of decision trees: what share of them says yes.

The file, numbers little-endian: `copydesk forest` and a line end, how many nodes and how many trees, the first node of each tree. Then of
all nodes the bounds, in a leaf the share of yes; the nodes on the left, where the feature is at most the bound; those on the right; the
features asked about, 255 in a leaf. Source: extremely randomized trees (Geurts, Ernst and Wehenkel, 2006).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from lint import data

_MAGIC = b"copydesk forest\n"
_LEAF = 255


class Forest:
    """Trees over rows of numbers, whose meaning the data beside them tells."""

    def __init__(self, content: memoryview) -> None:
        start = len(_MAGIC)
        if content[:start] != _MAGIC:
            raise ValueError("this is no forest")
        nodes, trees = content[start : start + 8].cast("I")
        start += 8
        self._roots = content[start : start + 4 * trees].cast("I").tolist()
        start += 4 * trees
        self._bounds = content[start : start + 4 * nodes].cast("f")
        start += 4 * nodes
        self._left = content[start : start + 4 * nodes].cast("I")
        start += 4 * nodes
        self._right = content[start : start + 4 * nodes].cast("I")
        start += 4 * nodes
        self._features = content[start : start + nodes]

    def share(self, row: Sequence[float]) -> float:
        """The mean over the trees of what their leaves say of a row, 0 to 1."""
        features, bounds, left, right = self._features, self._bounds, self._left, self._right
        total = 0.0
        for node in self._roots:
            while (feature := features[node]) != _LEAF:
                node = left[node] if row[feature] <= bounds[node] else right[node]
            total += bounds[node]
        return total / len(self._roots)


@cache
def forest(name: str) -> Forest:
    """A forest of the package's data, mapped into memory."""
    return Forest(data.mapped(name))
