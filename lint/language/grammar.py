"""What a grammar checker beside us says of an article, in places of our own blocks: prose alone, nothing that touches markup or code.

The checker is handed in (`Article.ask_grammar`): it may be on the other side of a network, and nothing here knows where.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf
from typing import TYPE_CHECKING

from lint.compiled import compiled
from lint.document import Prose
from lint.language.running import WORD, around, fit, place_of
from lint.named import NamedTuple

if TYPE_CHECKING:
    from lint.language.article import Article

_READ = frozenset(("paragraph", "list", "blockquote"))
_PLACEHOLDER = "\ufffc"
_STAND_IN = "X"
"""What is asked about in the place of code and images: a word that may be a noun or a name."""
_ASTRAL = compiled("[\U00010000-\U0010ffff]")
_SYMBOL = "\u263a"
"""What is asked about in the place of a character beyond the basic plane, which others count as two: so places are the same for both."""
_LEAST_WORDS = 3
_USUAL = "en-US"


class Remark(NamedTuple):
    """What a checker says of `start..end` of a text, in code points: the names of its rule and category, and better forms, best first."""

    start: int
    end: int
    rule: str
    category: str
    message: str
    forms: tuple[str, ...] = ()


class GrammarMatch(NamedTuple):
    """A remark on a place in a block of the article."""

    prose: Prose
    remark: Remark


AskGrammar = Callable[[Sequence[str], str], Sequence[Sequence[Remark]]]
"""Asks about texts in a language (a tag such as `en-GB`): the remarks on each. It gives none where nobody can be asked."""


def grammar_matches(article: Article) -> tuple[GrammarMatch, ...]:
    """All that is said of the article's prose in English; it is asked for once, however many rules want to know."""
    return article.once(_grammar_matches)


def _grammar_matches(article: Article) -> tuple[GrammarMatch, ...]:
    ask = article.ask_grammar
    blocks = [block for block in article.document.blocks if _is_asked_about(block, article)] if ask else []
    if ask is None or not blocks:
        return ()
    said = ask([_sent(block.text) for block in blocks], _language(article))
    found = (GrammarMatch(block, remark) for block, remarks in zip(blocks, said, strict=True) for remark in remarks)
    return tuple(match for match in found if _is_sound(article, *match))


def gain(match: GrammarMatch) -> float:
    """How much better the best form fits between its neighbours than what stands there, in nats; minus infinity without any form."""
    prose, remark = match
    between = around(prose.text, remark.start, remark.end)
    fits = [fit(tuple(map(place_of, WORD.findall(words))), between) for words in (prose.text[remark.start : remark.end], *remark.forms)]
    return max(fits[1:], default=-inf) - fits[0]


def _is_asked_about(block: Prose, article: Article) -> bool:
    return (
        not _READ.isdisjoint(block.parts)
        and block.text.count(" ") >= _LEAST_WORDS - 1
        and article.language(block).partition("-")[0] == "en"
    )


def _sent(text: str) -> str:
    """The text as the checker sees it, as long in its units as in ours."""
    return _ASTRAL.sub(_SYMBOL, text.replace(_PLACEHOLDER, _STAND_IN))


def _language(article: Article) -> str:
    """The English of the article as checkers name it."""
    from lint.language.dialects import dialect

    return (dialect(article) or _USUAL).removesuffix("-oxford")


def _is_sound(article: Article, block: Prose, remark: Remark) -> bool:
    """Whether a remark is on words alone: it begins with no name, touches no placeholder, and has no markup between its ends."""
    start, end = remark.start, remark.end
    if not 0 <= start < end <= len(block.text) or article.is_name(block, start):
        return False
    around = block.text[max(start - 2, 0) : end + 2]
    if _PLACEHOLDER in around or _ASTRAL.search(around):
        return False
    written = article.document.source.text[slice(*block.span(start, end))]
    return written.split() == block.text[start:end].split()
