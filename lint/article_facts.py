"""What one article shows of the habits of its house: for `copydesk init`, which adds many of them up."""

from __future__ import annotations

from collections import Counter
from json import dumps, loads

from lint import word_list
from lint.compiled import compiled
from lint.document import Node
from lint.language.article import Article
from lint.language.dashes import dashes, prevailing_style
from lint.language.dialects import dialect
from lint.markup.front_matter import is_prose_name
from lint.markup.shortcodes import STEERING, written_arguments
from lint.named import NamedTuple
from lint.report import Part

_DOUBLED_HYPHEN = compiled(r"(?<=\w) ?--{1,2} ?(?=\w)")
_FEWEST_WORDS = 4
_COMMON = compiled(r"\b(?:an?|and|are|as|at|by|for|from|how|in|is|it|its|of|on|or|that|the|this|to|was|were|what|why|will|with)\b")
_WORD = compiled(r"\W?[A-Za-z][A-Za-z'’-]*\W{0,2}\Z")
_MARKS = {'"': '" "', "＂": '" "', "“": "“ ”", "”": "“ ”", "„": "„ “", "«": "« »", "»": "» «", "'": "' '", "‘": "‘ ’", "’": "‘ ’"}


class Facts(NamedTuple):
    """The habits of one article.

    `languages` counts blocks by the tag of their language. `dialect` and `dash` are None where nothing tells. `marks` counts quotations by
    their marks. `fields` are those of the front matter that are not read as prose, `arguments` those of shortcodes, as `name argument`:
    each says whether the words in it are some. `words` is its part of a word list.
    """

    languages: dict[str, int]
    dialect: str | None
    dash: str | None
    non_breaking: bool
    doubled_hyphens: bool
    marks: dict[str, int]
    fields: dict[str, bool]
    shortcodes: dict[str, int]
    arguments: dict[str, bool]
    kind: str
    words: str


def part(path: str, article: Article) -> Part:
    """The facts of an article, as a part of a listing: plain, so that they can be sent to a process."""
    return Part(path, dumps(_facts(path, article)), read=True)


def read(part: Part) -> Facts:
    """The facts that a part holds."""
    return Facts(*loads(part.text))


def _facts(path: str, article: Article) -> Facts:
    blocks = article.document.blocks
    nodes = list(article.document.root.walk())
    spaced = [dash for dash in dashes(blocks) if dash.style.endswith("spaced")]
    return Facts(
        languages=dict(Counter(article.language(block).partition("-")[0] for block in blocks if len(block.text) > 1)),
        dialect=dialect(article),
        dash=prevailing_style(article),
        non_breaking=bool(spaced) and all(dash.prose.text[dash.start] == "\u00a0" for dash in spaced),
        doubled_hyphens=article.document.format == "markdown" and any(_DOUBLED_HYPHEN.search(block.text) for block in blocks),
        marks=_marks(article),
        fields=_fields(article, nodes),
        shortcodes=dict(Counter(name for node in nodes if (name := _shortcode(node)))),
        arguments=_arguments(article, nodes),
        kind=article.kind,
        words=word_list.part(path, article).text,
    )


def _marks(article: Article) -> dict[str, int]:
    """How many quotations stand between which marks."""
    opening = (block.text[each.start] for block in article.document.blocks for each in article.quotations(block) if not each.open_start)
    return dict(Counter(_MARKS[glyph] for glyph in opening if glyph in _MARKS))


def _fields(article: Article, nodes: list[Node]) -> dict[str, bool]:
    text = article.document.source.text
    found: dict[str, bool] = {}
    for node in nodes:
        key = node.attribute("key") if node.name == "#field" and node.verbatim else None
        if key and " " not in key and not is_prose_name(key):
            found[key] = found.get(key, False) or _is_prose(text[node.span.start : node.span.end])
    return found


def _arguments(article: Article, nodes: list[Node]) -> dict[str, bool]:
    text = article.document.source.text
    found: dict[str, bool] = {}
    for node in nodes:
        name = _shortcode(node)
        for argument, value in written_arguments(text, node.span) if name else ():
            key = f"{name} {argument}"
            found[key] = found.get(key, False) or _is_prose(value)
    return found


def _shortcode(node: Node) -> str:
    """The name of a shortcode that shows something."""
    name = node.attribute("name") if node.name == "#shortcode" else None
    return "" if name is None or name in STEERING or name.startswith(("/", "end")) else name


def _is_prose(value: str) -> bool:
    """Whether a value is a phrase or a sentence that people read."""
    return sum(map(bool, map(_WORD.match, value.split()))) >= _FEWEST_WORDS and _COMMON.search(value) is not None
