"""How far a fix may be trusted where it stands: quotations, names and numbers are nobody's to change in bulk."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.compiled import compiled
from lint.diagnostic import Applicability
from lint.document import Document, Prose
from lint.language.article import Article
from lint.ligatures import spelled_out
from lint.text import Edit

_SIC = compiled(r"\[\s*sic\s*[!.]?\s*\]", re.IGNORECASE)
_ELLIPSIS = compiled(r"…|\.\s?\.\s?\.")
_REACH_OF_SIC = 40
_WORD = compiled(r"\w+")


class Guard:
    """How far a fix may be trusted where it stands: quotations, names and numbers are nobody's to change in bulk."""

    def __init__(self, document: Document, article: Article) -> None:
        self.document = document
        self.article = article

    def applicability(self, edits: Sequence[Edit], wanted: Applicability) -> Applicability:
        """What the rule wants, or DISPLAY where an edit changes what somebody said, a name or a number."""
        return Applicability.DISPLAY if any(self._is_sacred(edit) for edit in edits) else wanted

    def _is_sacred(self, edit: Edit) -> bool:
        resolved = self.document.resolve(edit.span)
        if resolved is None:
            return True
        prose, start, end = resolved
        old = prose.text[start:end]
        letters = letters_of(old) != letters_of(edit.text)
        if self.article.is_quoted(prose, start, end):
            return letters or bool(_ELLIPSIS.search(prose.text[max(0, start - 3) : end + 3])) or self.article.is_written(prose, start)
        if _SIC.search(prose.text[max(0, start - _REACH_OF_SIC) : end + _REACH_OF_SIC]):
            return True
        return letters and (_digits(old) != _digits(edit.text) or self._names(prose, start, end, edit.text))

    def _names(self, prose: Prose, start: int, end: int, words: str) -> bool:
        """Whether a capitalised word inside a sentence is changed, as a name would be."""
        first = self.article.sentence_at(prose, start).start
        kept = set(_WORD.findall(words))
        return any(
            word.group()[0].isupper() and word.group() not in kept and start + word.start() > first + 1
            for word in _WORD.finditer(prose.text[start:end])
        )


def letters_of(text: str) -> str:
    """The letters and digits of a text, in a row; a ligature is its letters, but a power is no digit."""
    return "".join(filter(str.isalnum, spelled_out(text)))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
