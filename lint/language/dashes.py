"""The dashes of a document, and the style that it sets them in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from lint.compiled import compiled
from lint.document import PLACEHOLDER, Prose
from lint.language.article import Article
from lint.named import NamedTuple

STYLES = {"em": "—", "em-spaced": " — ", "en-spaced": " – ", "en": "–"}
"""What each style puts between two words."""

_DASH = compiled(r"(?<=\S)([ \u00a0\u2009\u200a]?)([—–―])([ \u00a0\u2009\u200a]?)(?=\S)")
_LABEL = compiled(r"(?:[^.!?,;]|\.(?=\w)){1,60}")
_SENTENCE_END = compiled(r"[.!?…][”\"’')]*$")
_DATELINE = compiled(r"[^a-z]{4,}|[A-Z][^.!?]{2,40}\((?:[A-Z][A-Za-z/]*,? ?){1,3}\)")
_NUMBER_BEFORE = compiled(r"[\d%]$")


class Dash(NamedTuple):
    """A true dash between words: the range that it and its blanks take in the block's text, and the style that it is set in."""

    prose: Prose
    start: int
    end: int
    style: str


def dashes(blocks: Sequence[Prose]) -> list[Dash]:
    """The dashes that part words, in order; not ranges, tight en dashes of compounds, or dashes before a source's name."""
    return [dash for prose in blocks if "—" in prose.text or "–" in prose.text or "―" in prose.text for dash in _in_block(prose)]


def house_style(article: Article, spaced: bool) -> str:
    """The style of the configuration, else the document's own; else the spacing that stands is kept.

    Tight is a closed em dash then, spaced a spaced em dash or, in texts of British or Australian style, a spaced en dash.
    """
    if article.house.dash_style != "auto":
        return article.house.dash_style
    prevailing = article.once(prevailing_style)
    if prevailing:
        return prevailing
    if not spaced:
        return "em"
    dialect = article.main_language if article.house.dialect == "auto" else article.house.dialect
    return "en-spaced" if dialect.startswith(("en-GB", "en-AU")) else "em-spaced"


def _in_block(prose: Prose) -> list[Dash]:
    found = []
    for match in _DASH.finditer(prose.text):
        style = _style(match)
        if style and not is_label(prose, match.start(), match.end()):
            found.append(Dash(prose, match.start(), match.end(), style))
    return found


def _style(match: re.Match[str]) -> str | None:
    left, dash, right = match.groups()
    if bool(left) != bool(right):
        return None
    if dash == "–":
        return "en-spaced" if left and not _between_numbers(match) else None
    return "em-spaced" if left else "em"


def _between_numbers(match: re.Match[str]) -> bool:
    return _NUMBER_BEFORE.search(match.string, 0, match.start()) is not None and match.string[match.end() : match.end() + 1].isdigit()


def prevailing_style(article: Article) -> str | None:
    """The style that most dashes of the document are set in; None where there is no dash."""
    counts = Counter(dash.style for dash in dashes(article.document.blocks))
    return counts.most_common(1)[0][0] if counts else None


def gap(article: Article, spaced: bool) -> str:
    """What the article puts between two words where a dash belongs; `spaced` says that blanks stand there now."""
    dash = STYLES[house_style(article, spaced)]
    return "\u00a0" + dash[1:] if article.house.non_breaking_dash and dash[0] == " " else dash


def is_attribution(prose: Prose, start: int, end: int) -> bool:
    """Whether a dash or hyphen at `start..end` stands between a quotation or a sentence and the name that ends the block."""
    before, after = prose.text[max(0, start - 80) : start], prose.text[end : end + 80]
    return len(after) < 80 and before.rstrip()[-1:] in tuple("”“\"’'».?!)") and (after[:1].isupper() or after[:1] == PLACEHOLDER)


def is_opening(prose: Prose, start: int) -> bool:
    """Whether all that stands before `start` in its block is a place, an agency or words in capitals: `LONDON (Reuters)`, `NOTICE`."""
    return start < 60 and _DATELINE.fullmatch(prose.text, 0, start) is not None


def is_label(prose: Prose, start: int, end: int) -> bool:
    """Whether a dash or hyphen at `start..end` parts a label from what is said of it, or a text from its source.

    So it does in headings, tables and captions, behind the first words of a list item, in a short line that is no sentence,
    before the name that ends a quotation, and behind the place or the capitals that open a report ("LONDON (Reuters) - ").
    """
    text = prose.text
    if prose.scope.startswith(("heading", "table", "frontmatter.title", "alt", "title", "figure")):
        return True
    before = text[max(0, start - 80) : start]
    if is_attribution(prose, start, end):
        return True
    if len(text) < 80 and not _SENTENCE_END.search(text):
        return True
    if is_opening(prose, start):
        return True
    return (prose.scope.startswith("list") or PLACEHOLDER in before[-2:]) and start < 80 and _LABEL.fullmatch(before) is not None
