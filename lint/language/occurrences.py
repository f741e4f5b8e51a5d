"""Where words stand that are the writer's own to spell: not quoted, no part of a name or a title, and no code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.named import NamedTuple
from lint.text import Span

_OTHERS = frozenset("cite code dfn em i kbd q samp var".split())
"""Inline elements whose words are a title, a term or somebody else's."""
_IN_CODE_BEFORE = frozenset("@#_/\\$~.=+%{<*&")
_IN_CODE_AFTER = compiled(r"[@_/\\=({<+*#]|[.:][^\W_]")
_LETTERS = bytes(byte if chr(byte) in "abcdefghijklmnopqrstuvwxyz" else 32 for byte in range(256))
"""Blanks for all but small letters: splitting there is several times as fast as a pattern."""
_SEAM = compiled(r"[^a-z]")
_FEW = 40
"""So many forms are looked for faster in a block one by one than in the set of its words."""
_CAPITAL_NEXT = compiled(r"(?:['’]s)?[ \u00a0-][A-Z]")


class Occurrence(NamedTuple):
    """A word, or several, at a place of a block; `form` is how it was looked for, in lower case."""

    prose: Prose
    start: int
    end: int
    form: str

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.prose.span(self.start, self.end)

    @property
    def text(self) -> str:
        """As it is written."""
        return self.prose.text[self.start : self.end]


def words_of(article: Article) -> frozenset[str]:
    """The words of an article, in lower case: each row of plain letters."""
    return article.once(_words)


def _words(article: Article) -> frozenset[str]:
    return plain_words(article.folded)


def plain_words(small: str) -> frozenset[str]:
    """The words of a text in lower case: each row of plain letters."""
    return frozenset(rows_of_letters(small))


def rows_of_letters(small: str) -> list[str]:
    """Each row of plain letters of a text in lower case, in its order."""
    return small.encode("ascii", "replace").translate(_LETTERS).decode("ascii").split()


def rows_in(article: Article, prose: Prose) -> list[str]:
    """Each row of plain letters of a block in lower case, in its order; kept with the article."""
    return article.once_for(_rows, prose)


def _rows(_: Article, prose: Prose) -> list[str]:
    return rows_of_letters(prose.text.lower())


def occurrences(article: Article, forms: Iterable[str]) -> list[Occurrence]:
    """The writer's own occurrences of these forms in lower case, in the order of the text."""
    words = words_of(article)
    wanted = {form: parts for form in forms if words.issuperset(parts := _SEAM.split(form))}
    by_word: dict[str, list[tuple[str, list[str]]]] = {}
    for form, parts in wanted.items() if len(wanted) > _FEW else ():
        by_word.setdefault(parts[0], []).append((form, parts))
    found: list[Occurrence] = []
    for prose in article.document.blocks if wanted else ():
        here = _possible(prose, by_word) if by_word else wanted
        found += sorted(_in_block(article, prose, here), key=_start)
    return found


def _possible(prose: Prose, by_word: Mapping[str, Sequence[tuple[str, Sequence[str]]]]) -> list[str]:
    """The forms whose words a block has: in a long text that has many forms most blocks have next to none."""
    words = plain_words(prose.text.lower())
    return [form for first in words & by_word.keys() for form, parts in by_word[first] if words.issuperset(parts)]


def _start(place: Occurrence) -> int:
    return place.start


def _in_block(article: Article, prose: Prose, forms: Iterable[str]) -> Iterator[Occurrence]:
    for form in forms:
        for start in _places(prose.text, form) if form[1:] in prose.text else ():
            if _is_own(article, prose, start, start + len(form)):
                yield Occurrence(prose, start, start + len(form), form)


def _places(text: str, form: str) -> Iterator[int]:
    """Where a form stands as a whole word, with a small or a capital first letter."""
    rest = form[1:]
    found = text.find(rest, 1)
    while found >= 0:
        start, end = found - 1, found + len(rest)
        if text[start].lower() == form[0] and _is_whole(text, start, end):
            yield start
        found = text.find(rest, end)


def _is_whole(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    return not (before.isalnum() or before in _IN_CODE_BEFORE or text[end : end + 1].isalnum()) and not _IN_CODE_AFTER.match(text, end)


def _is_own(article: Article, prose: Prose, start: int, end: int) -> bool:
    if prose.text[start].isupper() and (article.is_name(prose, start) or _CAPITAL_NEXT.match(prose.text, end)):
        return False
    if not _OTHERS.isdisjoint(prose.run_at(start).inside):
        return False
    return not article.is_quoted(prose, start, end) and article.language(prose).startswith("en")
