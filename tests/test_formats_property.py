"""Every character of every prose knows its place, whatever the markup, and no text stops a parser."""

from __future__ import annotations

import string

import pytest
from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from lint import formats
from lint.document import PLACEHOLDER, Document, Form, Prose, Reading
from lint.text import Source, Span, apply

RELAXED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], max_examples=150)
NAMES = ("a.md", "a.mdx", "a.html", "a.txt")


def assert_places(document: Document) -> None:
    """The invariant: runs without gaps, in order, and each character where it says it is."""
    text = document.source.text
    for block in document.blocks:
        at = place = 0
        assert block.text == block.text.strip()
        assert any(character.isalnum() for character in block.text)
        for run in block.runs:
            assert run.start == at < run.end
            assert place <= run.source.start < run.source.end <= len(text)
            at, place = run.end, run.source.end
            assert_run(block, run.start, run.end, run.form, text[run.source.start : run.source.end])
            assert_way_back(block, run.start, run.end, run.form)
        assert at == len(block.text)
    starts = [block.extent.start for block in document.blocks]
    assert starts == sorted(starts)
    for node in document.root.walk():
        assert 0 <= node.span.start <= node.span.end <= len(text)


def assert_run(block: Prose, start: int, end: int, form: Form, source: str) -> None:
    words = block.text[start:end]
    match form:
        case Form.VERBATIM:
            assert words == source
        case Form.BREAK:
            assert words == " "
            assert source.isspace()
        case Form.PLACEHOLDER:
            assert words == PLACEHOLDER


def assert_way_back(block: Prose, start: int, end: int, form: Form) -> None:
    for offset in range(start, end):
        span = block.span(offset, offset + 1)
        assert block.offset(span.start) == (offset if form is Form.VERBATIM else start)


WORD = st.sampled_from(
    ["news", "Zoë", "😀", "it's", "“quoted”", "2–3", "co-op", "5", "Straße", "a.m.", "𝔘nicode", "no\u00adbreak", "x@y.zz", "née"]
)
WORDS = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
REFERENCES = ["&amp;", "&eacute;", "&#8212;", "&#x1F600;", "&copy", "&no;", "\\*", "\\\\", "\\|"]
TAGS = ["<br>", "<wbr>", "<!-- c -->", "<kbd>K</kbd>", '<img alt="Alt &quot;x&quot;" src=a>', '![alt *text*](a.png "Title")']
PLACEHOLDERS = ["`code`", "``a ` b``", "https://example.org/a_(b)", "<https://example.org>", "$x^2$", "[^1]"]
SHORTCODES = ["{{ x }}", "{% y %}", '{{< z alt="An alt" >}}', "{a.b}", "{/* c */}"]
SIGNS_ALONE = ["*", "[", "`", "<", "&", "{{", "{%", "~~"]
ODD = st.sampled_from(REFERENCES + TAGS + PLACEHOLDERS + SHORTCODES + SIGNS_ALONE)
MARKS = [
    "*{}*",
    "**{}**",
    "_{}_",
    "~~{}~~",
    "[{}](https://example.org)",
    "<b>{}</b>",
    '<a href="x">{}</a>',
    "<i>{}",
    "{{% p %}}{}{{% /p %}}",
]


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=2, max_size=4).map("".join)
    return st.one_of(several, st.tuples(st.sampled_from(MARKS), inner).map(lambda pair: pair[0].replace("{}", pair[1], 1)))


INLINE = st.recursive(st.one_of(WORDS, ODD), _wrapped, max_leaves=8)
LINE_END = st.sampled_from(["\n", "\r\n", " \n", "  \n", "\\\n", " \r\n  "])
SENTENCES = st.lists(st.tuples(INLINE, LINE_END), min_size=1, max_size=4).map(lambda parts: "".join(map("".join, parts)).strip())


def _prefixed(first: str, rest: str, text: str) -> str:
    return first + text.replace("\n", "\n" + rest)


def _around(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=3).map("\n\n".join)
    return st.one_of(
        several.map(lambda text: _prefixed("> ", "> ", text)),
        several.map(lambda text: _prefixed("- ", "  ", text)),
        several.map(lambda text: _prefixed("12. ", "    ", text)),
        several.map(lambda text: f"<div>\n\n{text}\n\n</div>"),
        several.map(lambda text: f"<blockquote lang='fr'>\n{text}\n</blockquote>"),
        several.map(lambda text: f"[^1]: {text}"),
        several.map(lambda text: f"{{{{< note >}}}}\n{text}\n{{{{< /note >}}}}"),
    )


BLOCK = st.one_of(
    SENTENCES,
    SENTENCES.map(lambda text: "## " + text.replace("\n", " ").replace("\r", "")),
    st.tuples(INLINE, INLINE).map(lambda cells: f"| {cells[0]} | b |\n|---|---|\n| {cells[1]} | c |"),
    SENTENCES.map(lambda text: f"<p title='T &amp; {text[:5]}'>{text}</p>"),
    SENTENCES.map(lambda text: f"<ul><li>{text}<li>b</ul>"),
    SENTENCES.map(lambda text: f"```\n{text}\n```"),
    SENTENCES.map(lambda text: f"Term\n: {text}"),
)
BLOCKS = st.lists(st.recursive(BLOCK, _around, max_leaves=5), min_size=1, max_size=4).map("\n\n".join)
VALUE = st.one_of(
    WORDS,
    SENTENCES.map(lambda text: "'" + text.replace("'", "''") + "'"),
    SENTENCES.map(lambda text: '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '\\u00e9"'),
    SENTENCES.map(lambda text: "|\n  " + text.replace("\n", "\n  ")),
    SENTENCES.map(lambda text: ">-\n  " + text.replace("\n", "\n\n  ")),
    WORDS.map(lambda text: f"{{alt: {text}, caption: 'x y'}}"),
)
MATTER = st.lists(st.tuples(st.sampled_from(["title", "description", "lang", "image"]), VALUE), max_size=3).map(
    lambda fields: "---\n" + "".join(f"{key}{number}: {value}\n".replace("0:", ":") for number, (key, value) in enumerate(fields)) + "---\n"
)
DOCUMENT = st.tuples(st.one_of(st.just(""), MATTER), BLOCKS, st.booleans()).map(
    lambda parts: (parts[0] + parts[1]).replace("\r\n", "\n").replace("\n", "\r\n") if parts[2] else parts[0] + parts[1]
)
SIGNS = st.text(st.sampled_from("ab é😀\u00ad\n\r\t *_[]()<>!/-&;#`~|{}%$\\\"'=:+.0"), max_size=80)
ANY_TEXT = st.one_of(SIGNS, st.text(max_size=60), st.binary(max_size=60).map(lambda data: data.decode("utf-8", "replace")))


@RELAXED
@given(DOCUMENT, st.sampled_from(NAMES))
def test_places_in_generated_markup(text: str, name: str) -> None:
    assert_places(formats.parse(Source(name, text), Reading()))


@settings(RELAXED, max_examples=600)
@given(ANY_TEXT, st.sampled_from(NAMES))
@example("<a b='\ud800", "a.md")
@example("---\n\x00: \ud800\n---\n", "a.md")
@example("+++\na = '\x00'\n+++", "a.html")
def test_any_text_is_read(text: str, name: str) -> None:
    assert_places(formats.parse(Source(name, text), Reading()))


OPENINGS = st.sampled_from(["---\n", "+++\n", "{\n", "---\ntitle: ", "+++\ntitle = ", '{"title": '])
CLOSINGS = st.sampled_from(["\n---\n", "\n+++\n", "}\n", ""])


@RELAXED
@given(OPENINGS, SIGNS, CLOSINGS)
def test_any_front_matter_is_read(opening: str, text: str, closing: str) -> None:
    assert_places(formats.parse(Source("a.md", opening + text + closing + "Words."), Reading()))


@RELAXED
@given(BLOCKS)
def test_words_outlive_line_ends_of_windows(text: str) -> None:
    text = text.replace("\r\n", "\n")
    unix = formats.parse(Source("a.md", text), Reading())
    windows = formats.parse(Source("a.md", text.replace("\n", "\r\n")), Reading())
    assert [block.text for block in unix.blocks] == [block.text for block in windows.blocks]


PLACES_TO_WRITE = [
    ("a.md", "Old target word"),
    ("a.md", "# Old target word here"),
    ("a.md", "- old *target* word"),
    ("a.md", "| a |\n|---|\n| old target word |"),
    ("a.md", "<p>\nold target word</p>"),
    ("a.html", "<p>old <b>target</b> word"),
    ("a.html", '<img alt="old target word">'),
    ("a.html", "<img alt='old target word'>"),
    ("a.txt", "Old target word."),
]
FIELDS_TO_WRITE = [
    '---\ntitle: "old target word"\n---\n',
    "---\ntitle: 'old target word'\n---\n",
    '+++\ntitle = "old target word"\n+++\n',
    '{{< figure alt="old target word" >}}',
]


def _new_words(signs: str) -> st.SearchStrategy[str]:
    words = st.text(st.sampled_from(string.ascii_letters + signs), min_size=1, max_size=12)
    return words.filter(lambda words: words == " ".join(words.split()))


@pytest.mark.parametrize(("name", "text"), PLACES_TO_WRITE)
@RELAXED
@given(words=_new_words(" &;#'\"\\<>*_[]|~`!()-=+é😀"))
def test_written_words_are_read_as_they_are(name: str, text: str, words: str) -> None:
    if name == "a.txt":
        words = words.replace("<", "")  # plain text has no way to say that a tag is none
    assert_written(name, text, words)


@pytest.mark.parametrize("text", FIELDS_TO_WRITE)
@RELAXED
@given(words=_new_words(" ;#'\"\\!()-=+é😀"))
def test_words_written_in_fields_are_read_as_they_are(text: str, words: str) -> None:
    assert_written("a.md", text, words)


def assert_written(name: str, text: str, words: str) -> None:
    assume(words)
    place = text.index("target")
    before = formats.parse(Source(name, text), Reading())
    edit = before.edit(Span(place, place + len("target")), words)
    assert edit is not None
    after = formats.parse(Source(name, apply(text, [edit])), Reading())
    assert [block.text for block in after.blocks] == [block.text.replace("target", words) for block in before.blocks]
