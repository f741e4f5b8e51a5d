"""Selectors: which blocks a rule looks at, in the notation of Vale's `scope` key.

`heading.h2` asks for blocks with both segments, `a & b` for all of some terms, `~x` for blocks that neither are x nor stand in one; a list
has an alternative a line. `doc(<CSS selector>)` alone is an element as one block, beside other terms it narrows them to blocks inside such
an element. A name that the configuration gives to an expression stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from lint.frozen import frozen
from lint.named import NamedTuple

KNOWN_PARTS = frozenset(
    """text paragraph sentence heading h1 h2 h3 h4 h5 h6 title list blockquote table cell header caption figure alt attr
    frontmatter shortcode footnote comment line block class summary raw link strong emphasis code quote
    md markdown mdx html htm txt""".split()
)
"""The segments that a block's scope can have, apart from names of front matter fields, shortcode arguments, classes and comment views."""

INLINE = frozenset(("link", "strong", "emphasis", "code", "quote"))
"""The scopes of inline elements: `~link` also leaves the words of links out of the blocks around them."""

_WHOLES = frozenset(("raw", "summary", "doc"))
_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_NOTHING: frozenset[str] = frozenset()


class Alternative(NamedTuple):
    """What one line of a scope asks for, all of it at once.

    A block must have the segments of `wanted`, and all segments of none of `unwanted`. It must stand inside an element of each CSS selector
    of `within`, and of none of `without`. With `selection` no block is asked for but each element of that CSS selector, as one.
    """

    wanted: frozenset[str] = _NOTHING
    unwanted: tuple[frozenset[str], ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    selection: str = ""

    def selects(self, parts: frozenset[str], inside: frozenset[str] = _NOTHING, around: frozenset[str] = _NOTHING) -> bool:
        """As `Selector.selects`, for this alternative."""
        if not self.wanted <= parts or self.selection or not inside.issuperset(self.within):
            return False
        if not (self.unwanted or self.without):
            return True
        return (
            parts.isdisjoint(_WHOLES)
            and not any(chain <= parts or chain <= around for chain in self.unwanted)
            and inside.isdisjoint(self.without)
        )


@frozen
class Selector:
    """One or more alternatives."""

    alternatives: tuple[Alternative, ...]

    @classmethod
    def parse(cls, scopes: tuple[str, ...], names: Mapping[str, str] = _NO_NAMES) -> Selector:
        """From `heading.h2`, `paragraph & ~blockquote` and the like; none at all is `text`. `names` are expressions by their names.

        Raises ValueError for a name that stands for several terms and is negated, and for a `doc(` that is not closed.
        """
        written = [scope for scope in scopes if scope.strip()]
        return cls(tuple(_alternative(list(_expanded(scope, names))) for scope in written or ("text",)))

    def selects(self, parts: frozenset[str], inside: frozenset[str] = _NOTHING, around: frozenset[str] = _NOTHING) -> bool:
        """Whether a block with these segments in its scope is looked at.

        `inside`: those of `queries` that select an element around the block. `around`: the segments of the block that an inline one stands
        in. An alternative that negates anything takes no block that is `raw`, `summary` or `doc`.
        """
        return any(one.selects(parts, inside, around) for one in self.alternatives)

    def names(self, part: str) -> bool:
        """Whether some alternative asks for this segment."""
        return any(part in one.wanted for one in self.alternatives)

    @property
    def parts(self) -> frozenset[str]:
        """Every segment that is named, wanted or not."""
        return frozenset().union(*(segments for one in self.alternatives for segments in (one.wanted, *one.unwanted)))

    @property
    def excluded(self) -> frozenset[str]:
        """The inline elements that are negated: their words are left out of the blocks they stand in."""
        return frozenset(part for one in self.alternatives for chain in one.unwanted if len(chain) == 1 for part in chain & INLINE)

    @property
    def by_sentences(self) -> Selector:
        """The sentences of what is looked at: what a rule sees that reads nothing else."""
        parted = (one._replace(wanted=one.wanted - {"paragraph"} | {"sentence"}) for one in self.alternatives if not one.selection)
        return Selector((*parted, *(one for one in self.alternatives if one.selection)))

    @property
    def selections(self) -> tuple[str, ...]:
        """The CSS selectors whose elements are looked at as one block each."""
        return tuple(dict.fromkeys(one.selection for one in self.alternatives if one.selection))

    @property
    def queries(self) -> tuple[str, ...]:
        """Every CSS selector that is named."""
        named = (css for one in self.alternatives for css in (one.selection, *one.within, *one.without) if css)
        return tuple(dict.fromkeys(named))


class Place(NamedTuple):
    """Where a block stands, as a scope asks for it: see `Selector.selects`. With `selection` it is an element of that CSS selector."""

    parts: frozenset[str]
    inside: frozenset[str] = _NOTHING
    around: frozenset[str] = _NOTHING
    selection: str = ""


class Term(NamedTuple):
    """One term of a scope: dotted segments, or with `css` a CSS selector."""

    negated: bool
    segments: str
    css: str = ""


def terms(scope: str) -> Iterator[Term]:
    """The terms of one scope. Raises ValueError for a `doc(` that is not closed, or with nothing in it."""
    for written in _split(scope):
        term = written.strip()
        negated = term.startswith("~")
        term = term.lstrip("~ ")
        if not term.startswith("doc("):
            yield Term(negated, term)
        elif term.endswith(")") and (css := term[len("doc(") : -1].strip()):
            yield Term(negated, term, css)
        else:
            raise ValueError(f"'{term}' is not closed or empty; a CSS selector stands in doc(...), and nothing behind it")


def _expanded(scope: str, names: Mapping[str, str]) -> Iterator[Term]:
    """The terms of a scope, those of their expressions in place of names."""
    for term in terms(scope):
        if term.segments not in names:
            yield term
            continue
        meant = list(terms(names[term.segments]))
        if term.negated and len(meant) > 1:
            raise ValueError(
                f"'~{term.segments}' negates several terms, '{names[term.segments]}', which have no opposite; negate one of them"
            )
        for one in meant:
            yield one._replace(negated=one.negated != term.negated)


def _alternative(terms: list[Term]) -> Alternative:
    chosen = [frozenset(segment.strip() for segment in term.segments.split(".")) - {""} for term in terms]
    queries = {negated: tuple(term.css for term in terms if term.css and term.negated == negated) for negated in (False, True)}
    if len(terms) == 1 and queries[False]:
        return Alternative(selection=queries[False][0])
    wanted = [parts for term, parts in zip(terms, chosen, strict=True) if not term.negated and not term.css]
    unwanted = [parts for term, parts in zip(terms, chosen, strict=True) if term.negated and parts and not term.css]
    return Alternative(frozenset().union(*wanted), tuple(unwanted), queries[False], queries[True])


def _split(scope: str) -> Iterator[str]:
    """The text between the `&` that stand neither in brackets nor in quotation marks."""
    start = depth = 0
    quote = ""
    for index, character in enumerate(scope):
        if quote:
            quote = "" if character == quote else quote
        elif depth and character in "\"'":
            quote = character
        elif character in "()":
            depth = max(0, depth + (1 if character == "(" else -1))
        elif character == "&" and not depth:
            yield scope[start:index]
            start = index + 1
    yield scope[start:]
