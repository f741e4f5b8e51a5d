"""CSS selectors: what they select, against a slow and plain reading of what each step means."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint import css
from lint.document import Node
from lint.formats import parse
from lint.patience import Patience
from lint.sections import document_view, sectioned
from lint.text import Source, Span

TEXT = """\
<html lang="en"><body>
<h1 id="top">Title</h1>
<p class="lead first">One <em>word</em></p>
<!-- no element -->
<p lang="de-AT">Zwei</p>
<ul><li>a</li><li class="x">b</li><li>c</li><li>d</li></ul>
<div data-kind="Note-Big"><p></p><a href="/x">Link</a><a>none</a></div>
<ol><li>only</li></ol>
</body></html>
"""


def words(text: str, node: Node) -> str:
    """The text of an element without tags."""
    import re

    return re.sub(r"<[^>]*>", "", text[node.span.start : node.span.end])


def found(selector: str, text: str = TEXT, name: str = "a.html", view: bool = False) -> list[str]:
    """The words of what a selector selects."""
    root = parse(Source(name, text)).root
    tree = css.Tree(document_view(root, text) if view else root, lambda node: words(text, node), limit=Patience(5))
    return [" ".join(words(text, node).split()) for node in css.parse(selector).select(tree)]


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("h1", ["Title"]),
        ("H1", ["Title"]),
        ("#top", ["Title"]),
        (".lead", ["One word"]),
        ("p.lead.first", ["One word"]),
        ("p.le", []),
        ("h1 + p", ["One word"]),
        ("h1~p", ["One word", "Zwei"]),
        ("p + p", ["Zwei"]),
        ("body > p", ["One word", "Zwei"]),
        ("div p", [""]),
        ("ul > li:first-child, ol li", ["a", "only"]),
        ("ol li, ul > li:first-child", ["a", "only"]),
        ("li:last-child", ["d", "only"]),
        ("li:only-child", ["only"]),
        ("ul li:nth-child(2n+1)", ["a", "c"]),
        ("ul li:nth-child(odd)", ["a", "c"]),
        ("ul li:NTH-child( even )", ["b", "d"]),
        ("ul li:nth-child(-n+2)", ["a", "b"]),
        ("ul li:nth-child(n + 3)", ["c", "d"]),
        ("ul li:nth-child(3)", ["c"]),
        ("ul li:nth-child(0)", []),
        ("ul li:nth-last-child(1)", ["d"]),
        ("ul li:nth-child(1 of :not(.x, :first-child))", ["c"]),
        ("body > :nth-of-type(2)", ["Zwei"]),
        ("p:first-of-type", ["One word", ""]),
        ("a:last-of-type", ["none"]),
        ("h1:only-of-type", ["Title"]),
        ("p:empty", [""]),
        ("a:link", ["Link"]),
        ("p:lang(de)", ["Zwei"]),
        ("em:lang(en)", ["word"]),
        ("a:hover", []),
        ("[href]", ["Link"]),
        ("[data-kind]", ["Linknone"]),
        ("[data-kind=Note-Big]", ["Linknone"]),
        ("[data-kind='note-big']", []),
        ("[data-kind='note-big' i]", ["Linknone"]),
        ("[data-kind|=Note]", ["Linknone"]),
        ("[data-kind^=Not]", ["Linknone"]),
        ("[data-kind$=Big]", ["Linknone"]),
        ("[data-kind*='e-B']", ["Linknone"]),
        ("[data-kind*='']", []),
        ("p[class~=first]", ["One word"]),
        ("li[class!=x]", ["a", "c", "d", "only"]),
        ("a[href#=^/.$]", ["Link"]),
        ("li:not(.x)", ["a", "c", "d", "only"]),
        ("ul li:not(:first-child, .x)", ["c", "d"]),
        (":is(h1, em)", ["Title", "word"]),
        ("p:where(.lead) em", ["word"]),
        ("ul:has(.x)", ["abcd"]),
        ("p:has(em)", ["One word"]),
        ("h1:has(+ p.lead)", ["Title"]),
        ("p:has(~ ul)", ["One word", "Zwei"]),
        ("li:has(+ .x + li)", ["a"]),
        ("p:has(> a, > em)", ["One word"]),
        ("body:has(body p)", []),
        ("h1:contains('TITLE')", ["Title"]),
        ("h1:contains(itl)", ["Title"]),
        (r"h1:contains('t\69tle')", ["Title"]),
        ("p:matches(^One .*d$)", ["One word"]),
        (":root > body > h1", ["Title"]),
        ("/* a note */ h1 /**/ + /* b */ p", ["One word"]),
        ("* > em", ["word"]),
    ],
)
def test_what_is_selected(selector: str, expected: list[str]) -> None:
    assert found(selector) == expected


@pytest.mark.parametrize(
    ("selector", "position"),
    [
        ("", 0),
        ("h2,", 3),
        ("h2 >", 4),
        ("> h2", 0),
        ("p:has()", 6),
        ("a:unknown", 1),
        ("a::after", 2),
        ("a[", 2),
        ("a[b", 3),
        ("a[b=", 4),
        ("a[b='c]", 4),
        ("p:contains('x", 11),
        ("p:contains", 10),
        ("p:nth-child(x)", 12),
        ("p:not(a", 7),
        ("p:matches([)", 12),
        ("p:matches((?<x)", 15),
        ("p:matches(*)", 10),
        (".1", 1),
        ("a)", 1),
        ("a ) b", 2),
        ("a & b", 2),
        (":not(" * 31 + "a" + ")" * 31, None),
    ],
)
def test_what_is_no_selector_is_refused_with_its_place(selector: str, position: int | None) -> None:
    with pytest.raises(ValueError) as caught:
        css.parse(selector)
    assert isinstance(caught.value, css.SelectorError)
    assert position in (None, caught.value.position)


@given(st.text(max_size=30) | st.text(alphabet="ahp1 .#[]()>+~:,*='\"\\n-|^$!", max_size=30))
def test_any_text_is_a_selector_or_is_refused_inside_it(selector: str) -> None:
    try:
        query = css.parse(selector)
    except css.SelectorError as error:
        assert 0 <= error.position <= len(selector)
    else:
        query.select(css.Tree(Node("p", Span(0, 0)), lambda node: ""))


def trees(depth: int = 3) -> st.SearchStrategy[Node]:
    def made(name: str, classes: str, children: list[Node]) -> Node:
        return Node(name, Span(0, 0), (("class", classes),) if classes else (), tuple(children))

    below = st.just([]) if depth == 0 else st.lists(trees(depth - 1), max_size=3)
    return st.builds(made, st.sampled_from(["a", "b", "#x"]), st.sampled_from(["", "c", "d c"]), below)


SIMPLE = st.sampled_from(
    ["a", "b", "*", ".c", ".d", "a.c", ":first-child", "b:last-child", ":not(a)", ":is(a, .d)", ":nth-child(2)", ":empty"]
)
CHAINS = st.lists(st.tuples(st.sampled_from([" ", ">", "+", "~"]), SIMPLE), min_size=1, max_size=4)


class Slow:
    """One element at a time, each step as the standard words it."""

    def __init__(self, root: Node) -> None:
        self.parents: list[tuple[Node, Slow | None]] = []
        self.elements = list(self._walk(root, None))

    def _walk(self, node: Node, parent: int | None) -> Iterator[tuple[Node, int | None]]:
        waiting: list[tuple[Node, int | None]] = [(node, parent)]
        count = 0
        while waiting:
            one, above = waiting.pop()
            if not one.name.startswith("#"):
                yield one, above
                above, count = count, count + 1
            waiting.extend((child, above) for child in reversed(one.children))

    def siblings(self, number: int) -> list[int]:
        return [other for other, (_, parent) in enumerate(self.elements) if parent == self.elements[number][1]]

    def origins(self, number: int, combinator: str) -> list[int]:
        if combinator in " >":
            above = []
            parent = self.elements[number][1]
            while parent is not None:
                above.append(parent)
                parent = self.elements[parent][1]
            return above[:1] if combinator == ">" else above
        elder = [other for other in self.siblings(number) if other < number]
        return elder[-1:] if combinator == "+" else elder

    def fits(self, number: int, simple: str) -> bool:
        node = self.elements[number][0]
        siblings, classes = self.siblings(number), dict(node.attributes).get("class", "").split()
        return {
            "a": node.name == "a",
            "b": node.name == "b",
            "*": True,
            ".c": "c" in classes,
            ".d": "d" in classes,
            "a.c": node.name == "a" and "c" in classes,
            ":first-child": siblings[0] == number,
            "b:last-child": node.name == "b" and siblings[-1] == number,
            ":not(a)": node.name != "a",
            ":is(a, .d)": node.name == "a" or "d" in classes,
            ":nth-child(2)": siblings.index(number) == 1,
            ":empty": all(parent != number for _, parent in self.elements),
        }[simple]

    def selected(self, number: int, chain: list[tuple[str, str]]) -> bool:
        (combinator, simple), *rest = reversed(chain)
        if not self.fits(number, simple):
            return False
        return not rest or any(self.selected(origin, rest[::-1]) for origin in self.origins(number, combinator))

    def has(self, number: int, chain: list[tuple[str, str]]) -> bool:
        (combinator, simple), *rest = chain
        led = [other for other in range(len(self.elements)) if number in self.origins(other, combinator) and self.fits(other, simple)]
        return bool(led) if not rest else any(self.has(other, rest) for other in led)


def numbers(root: Node, selector: str) -> list[int]:
    tree = css.Tree(root, lambda node: "")
    chosen = {id(node) for node in css.parse(selector).select(tree)}
    return [number for number, node in enumerate(tree.elements) if id(node) in chosen]


@given(trees(), CHAINS)
@settings(max_examples=300)
def test_chains_select_what_a_plain_reading_selects(root: Node, chain: list[tuple[str, str]]) -> None:
    root = distinct(root)
    slow = Slow(root)
    selector = "".join(combinator * (place > 0) + simple for place, (combinator, simple) in enumerate(chain))
    assert numbers(root, selector) == [number for number in range(len(slow.elements)) if slow.selected(number, chain)]


@given(trees(), CHAINS)
@settings(max_examples=300)
def test_relative_chains_select_what_a_plain_reading_selects(root: Node, chain: list[tuple[str, str]]) -> None:
    root = distinct(root)
    slow = Slow(root)
    selector = f":has({''.join(combinator + simple for combinator, simple in chain)})"
    assert numbers(root, selector) == [number for number in range(len(slow.elements)) if slow.has(number, chain)]


def distinct(node: Node) -> Node:
    """The tree with no node in two places of it."""
    return Node(node.name, node.span, node.attributes, tuple(map(distinct, node.children)))


@pytest.mark.parametrize("selector", ["p ~ p ~ p", "body:has(p ~ h6)", "p:nth-last-child(2n)", "div div div p", "p:not(:has(~ p))"])
def test_large_documents_take_no_longer_than_their_size(selector: str) -> None:
    deep = Node("p", Span(0, 0))
    for _ in range(2000):
        deep = Node("div", Span(0, 0), children=(deep,))
    root = Node("body", Span(0, 0), children=(*(Node("p", Span(0, 0)) for _ in range(20_000)), deep))
    start = time.perf_counter()
    css.parse(selector).select(css.Tree(root, lambda node: ""))
    assert time.perf_counter() - start < 20


MARKDOWN = """\
# Title

Lead.

## Methods

We did.

### Draft

> ## Inner
>
> Quoted.

| a |
|---|
| c |

## Results

Nothing.
"""


def outline(node: Node, text: str) -> object:
    inside = [outline(child, text) for child in node.children if child.name in ("section", "body", "html", "blockquote")]
    return (node.name, text[node.span.start : node.span.end].split("\n")[0], inside)


def test_each_heading_begins_a_section_up_to_the_next_of_its_level() -> None:
    root = sectioned(parse(Source("a.md", MARKDOWN)).root)
    draft = ("section", "### Draft", [("blockquote", "> ## Inner", [("section", "## Inner", [])])])
    methods, results = ("section", "## Methods", [draft]), ("section", "## Results", [])
    assert outline(root, MARKDOWN) == ("#document", "# Title", [("section", "# Title", [methods, results])])


def test_the_span_of_a_section_ends_with_the_last_node_in_it() -> None:
    root = sectioned(parse(Source("a.md", MARKDOWN)).root)
    spans = {MARKDOWN[node.span.start :].split("\n")[0]: node.span for node in root.walk() if node.name == "section"}
    assert MARKDOWN[spans["## Methods"].start : spans["## Methods"].end].endswith("| c |\n")
    assert spans["# Title"].end == len(MARKDOWN)


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("body > section > h1", ["# Title"]),
        ("section:has(> h2:contains('methods')) p", ["We did.", "Quoted."]),
        ("h1 + p", ["Lead."]),
        ("thead th", ["a"]),
        ("tbody > tr > td", ["c"]),
        ("section section section > :first-child", ["### Draft", "## Inner"]),
    ],
)
def test_selectors_on_the_view_of_a_markdown_document(selector: str, expected: list[str]) -> None:
    assert found(selector, MARKDOWN, "a.md", view=True) == expected


LEVELS = st.lists(st.sampled_from(["h1", "h2", "h3", "p"]), max_size=12)


@given(LEVELS)
def test_sections_keep_every_node_in_its_place_and_stand_in_each_other_by_level(names: list[str]) -> None:
    root = Node("body", Span(0, len(names)), children=tuple(Node(name, Span(place, place + 1)) for place, name in enumerate(names)))
    view = sectioned(root)
    assert [node.name for node in view.walk() if node.name not in ("section", "body")] == names
    for section in (node for node in view.walk() if node.name == "section"):
        heading, *rest = section.children
        assert heading.name[0] == "h" and section.span == Span(
            heading.span.start, max(node.span.end for node in section.walk() if node is not section)
        )
        assert all(node.children[0].name > heading.name for node in rest if node.name == "section")
        assert all(node.name in ("p", "section") for node in rest)
