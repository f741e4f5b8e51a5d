"""An "a" where "an" is said, and the reverse.

extends: indefinite-article
message: "'%s' is said with '%s' before it."
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.sound import begins_with_vowel_sound
from lint.rule import Match
from lint.text import Edit

_ARTICLE = compiled(r"(?<![\w'’&/.\-@#])(a|an|A|An)([ \u00a0])([“\"‘']?)([$£€]?[^\W_][^\s“”\"‘()\[\]]*)")
_NO_NOUN_PHRASE = frozenset("a an the and or is in on of at as if it are am al el i's us up under until unless".split())
_LETTER_BEFORE = compiled(
    r"\b(?:vitamin|hepatitis|group|team|plan|grade|type|class|block|wing|gate|level|section|part|option|the|an?|straight)\s$", re.I
)


@frozen
class IndefiniteArticle:
    """By the sound that the next word begins with: "an hour", "a university", "an FBI agent", "an 18-year-old".

    Nothing where the word can be said both ways ("an historic"), or where "a" is a letter or a foreign word.
    """

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each wrong article, with the right one as its fix."""
        for found in _ARTICLE.finditer(prose.text):
            written, word = found.group(1), found.group(4)
            vowel = begins_with_vowel_sound(word)
            if vowel is None or vowel == (written.lower() == "an") or self._is_no_article(found, prose, article):
                continue
            right = ("an" if vowel else "a").replace("a", written[0], 1)
            span = prose.span(*found.span(1))
            yield Match(span, (word.rstrip(".,;:!?"), right), ((Edit(span, right),),))

    def triggers(self) -> frozenset[str] | None:
        """The articles themselves."""
        return frozenset({"a ", "an "})

    def _is_no_article(self, found: re.Match[str], prose: Prose, article: Article) -> bool:
        word, before = found.group(4), prose.text[max(0, found.start() - 30) : found.start()]
        if word.lower().rstrip(".,;:!?") in _NO_NOUN_PHRASE or _LETTER_BEFORE.search(before):
            return True
        inside = article.sentence_at(prose, found.start()).start < found.start()
        if found.group(1)[0] == "A":
            return inside and before[-1:] not in "“\"‘'(" and not prose.scope.startswith("heading")
        name_before = inside and re.search(r"\b[A-Z]\w*\s$", before) is not None
        return name_before and word[0].isupper()


KIND = IndefiniteArticle
