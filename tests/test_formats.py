"""The words of documents: each file in fixtures/formats beside the blocks that it has."""

from __future__ import annotations

from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from lint import formats
from lint.document import Document, Form, Node, Prose, Reading
from lint.markup.elements import IMPLIED_ENDS
from lint.markup.tags import Kind, tokens
from lint.text import Source, Span

FIXTURES = Path(__file__).parent.parent / "fixtures" / "formats"
READING = Reading(frozenset({"byline"}), {"pull": frozenset({"quote"})})


def parse(text: str, name: str = "text.md") -> Document:
    return formats.parse(Source(name, text), READING)


def texts(document: Document) -> list[tuple[str, str]]:
    return [(block.scope, block.text) for block in document.blocks]


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.*[!s]")), ids=lambda path: path.name)
def test_blocks(path: Path, golden: Callable[[Path, str], None]) -> None:
    document = parse(path.read_bytes().decode(), path.name)
    golden(path.with_name(f"{path.name}.blocks"), "".join(map(_line, document.blocks)) + "\n" + _tree(document.root))


@pytest.mark.parametrize("name", ["text.md", "text.txt", "text.html"])
def test_a_carriage_return_alone_ends_a_line(name: str) -> None:
    text = "# One\n\nTwo\nwords.\n\n- three\n- four\n"
    assert texts(parse(text.replace("\n", "\r"), name)) == texts(parse(text, name))


@pytest.mark.parametrize("name", ["text.md", "text.html"])
def test_a_start_tag_ends_what_it_may_end(name: str) -> None:
    for started, ended in IMPLIED_ENDS.items():
        for element in ended:
            words = " ".join(block.text for block in parse(f"One. <{element}>Two. <{started}>Three.", name).blocks)
            assert "Three." in words, f"<{started}> behind <{element}>"


def _line(block: Prose) -> str:
    language = f" [{block.language}]" if block.language else ""
    return f"{block.scope} ({block.syntax.value}){language}: {block.text}\n"


def _tree(root: Node) -> str:
    """The elements, each behind as many blanks as are around it, with `!` where mending may change nothing."""
    lines = []
    waiting = [(root, 0)]
    while waiting:
        node, depth = waiting.pop()
        attributes = "".join(f" {name}={value!r}" for name, value in node.attributes)
        lines.append(f"{'  ' * depth}{node.name}{'!' if node.verbatim else ''}{attributes}\n")
        waiting.extend((child, depth + 1) for child in reversed(node.children))
    return "".join(lines)


def test_suffixes_name_formats() -> None:
    known = formats.suffixes()
    assert known[".md"] == known[".mdx"] == "markdown"
    assert known[".htm"] == "html"
    assert known[".txt"] == "plain"


def test_format_may_be_named() -> None:
    assert texts(formats.parse(Source("a.njk", "# Head"), Reading(), "markdown")) == [("heading.h1", "Head")]


def test_unknown_suffix_is_plain() -> None:
    assert texts(formats.parse(Source("NOTES", "Some *words* here."))) == [("paragraph", "Some *words* here.")]


def test_suffix_in_capitals() -> None:
    assert formats.format_of("README.MD") == "markdown"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a &amp; b", [("a ", Form.VERBATIM), ("&amp;", Form.REPLACED), (" b", Form.VERBATIM)]),
        ("a \\* b", [("a ", Form.VERBATIM), ("\\*", Form.REPLACED), (" b", Form.VERBATIM)]),
        ("a \r\n b", [("a", Form.VERBATIM), (" \r\n ", Form.BREAK), ("b", Form.VERBATIM)]),
        ("> a\n> b", [("a", Form.VERBATIM), ("\n> ", Form.REPLACED), ("b", Form.VERBATIM)]),
        ("a `c` b", [("a ", Form.VERBATIM), ("`c`", Form.PLACEHOLDER), (" b", Form.VERBATIM)]),
        ("é😀*b*", [("é😀", Form.VERBATIM), ("b", Form.VERBATIM)]),
        ("a <b> b</b>", [("a", Form.VERBATIM), (" <b> ", Form.REPLACED), ("b", Form.VERBATIM)]),
    ],
)
def test_runs(text: str, expected: list[tuple[str, Form]]) -> None:
    [block] = parse(text).blocks
    assert [(text[run.source.start : run.source.end], run.form) for run in block.runs] == expected


def test_inline_elements_around_a_run() -> None:
    [block] = parse("a [b *c*](d) `e`").blocks
    assert [(block.text[run.start : run.end], run.inside) for run in block.runs] == [
        ("a ", ()),
        ("b ", ("a",)),
        ("c", ("a", "em")),
        (" ", ()),
        ("\N{OBJECT REPLACEMENT CHARACTER}", ("code",)),
    ]


def test_block_elements_around_a_block() -> None:
    assert [block.inside for block in parse("> - a\n").blocks] == [("blockquote", "ul", "li")]


def test_meta_guesses_nothing() -> None:
    meta = parse("---\ndraft: no\nwhen: 2020-01-01\nlist: [1:30]\n---\n").meta
    assert meta == {"draft": "no", "when": "2020-01-01", "list": ["1:30"]}


def test_alias_bomb_is_no_bomb() -> None:
    levels = "".join(f"l{i}: &l{i} [{', '.join([f'*l{i - 1}'] * 9)}]\n" for i in range(1, 40))
    document = parse(f"---\nl0: &l0 lol\n{levels}---\nBody.")
    assert texts(document) == [("paragraph", "Body.")]


def test_comments_are_nodes() -> None:
    for name, text in (("a.md", "a <!-- stet --> b"), ("a.html", "a <!-- stet --> b"), ("a.mdx", "a {/* stet */} b")):
        nodes = [node for node in parse(text, name).root.walk() if node.name == "#comment"]
        assert [text[node.span.start : node.span.end] for node in nodes] == [text[2:-2]]
    text = "One.\n%% copydesk off\nTwo."
    assert [node.span for node in parse(text, "a.txt").root.walk() if node.name == "#comment"] == [Span(5, 20)]


OF_MARKDOWN = ["[", "![", "*a ", "`", "`a``", "``` \n", "~~~", "> ", "- ", "- - ", "|a", "[^a]: ", "---\n", "\r", "a", "$a", "\\(", "&amp"]
OF_HTML = ["<!--", "<a '", '<a b="', "<a <b", "<p <p'>", "<div>", "<b>", "<code>", "</p>", "<![", "<?"]
OF_TEMPLATES = ["{", "{{ ", "{% a", '{{< a "', "{% raw %}", "export {\n\n", 'import "a {']
HOSTILE = [*OF_MARKDOWN, *OF_HTML, *OF_TEMPLATES]


@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt", "a.mdx"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read(piece: str, name: str) -> None:
    for text in (piece * 20_000, piece * 3_000 + ">" + piece * 3_000 + "\n\nLast words."):
        document = parse(text, name)
        assert all(node.span.end <= len(text) for node in document.root.walk())


def test_tree_is_shallow() -> None:
    for name, text in (("a.html", "<div>" * 5_000 + "words"), ("a.md", "> " * 5_000 + "words")):
        depths = [(parse(text, name).root, 0)]
        deepest = 0
        while depths:
            node, depth = depths.pop()
            deepest = max(deepest, depth)
            depths.extend((child, depth + 1) for child in node.children)
        assert deepest <= 101


class _Oracle(HTMLParser):
    """What the standard library reads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.read: list[tuple[str, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.append(("start", tag, *(name for name, _ in attrs)))

    def handle_endtag(self, tag: str) -> None:
        self.read.append(("end", tag))

    def handle_comment(self, data: str) -> None:
        self.read.append(("comment",))


def test_tags_are_those_of_the_standard_library() -> None:
    for path in [*FIXTURES.glob("*.html"), *FIXTURES.glob("mixed.md")]:
        text = path.read_text(encoding="utf-8").split("Ends with")[0].replace("<a 'un", "")
        oracle = _Oracle()
        oracle.feed(text)
        ours: list[tuple[str, ...]] = []
        for token in tokens(text):
            if token.kind is Kind.START:
                ours.append(("start", token.name, *(attribute.name for attribute in token.attributes)))
            elif token.kind is Kind.END:
                ours.append(("end", token.name))
            elif token.kind is Kind.COMMENT:
                ours.append(("comment",))
        assert ours == oracle.read


@pytest.mark.parametrize(
    ("html", "comment"),
    [
        ("<!-->a", "<!-->"),
        ("<!--->a", "<!--->"),
        ("<!--a--!>b", "<!--a--!>"),
        ("</ a>b", "</ a>"),
        ("<!--a", "<!--a"),
        ("<!----!>a", "<!----!>"),
    ],
)
def test_odd_comments(html: str, comment: str) -> None:
    first = next(tokens(html))
    assert (first.kind, html[first.start : first.end]) == (Kind.COMMENT, comment)


def test_tokens_leave_no_gap() -> None:
    for piece in HOSTILE:
        text = piece * 50 + ">" + piece * 50
        at = 0
        for token in tokens(text):
            assert token.start == at < token.end
            at = token.end
        assert at == len(text)


def test_the_suffixes_that_are_read_off_the_files_are_those_of_the_modules():
    from lint import formats

    expected = {suffix: name for name in formats.names() for suffix in formats.parser(name).SUFFIXES}
    assert dict(formats.suffixes()) == expected
