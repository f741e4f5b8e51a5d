"""Words that are never right, from a list.

extends: misspelling
message: "'%s' is misspelled: %s."
words: {recieve: receive}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.rule import Match
from lint.text import Edit

_WORD = compiled(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_PART_OF_NAME = compiled(r"[@#]\w|\w_\w|\\|\.[a-z\d]|^\W?/\w|/\S*/|\b[ru]/|\$[A-Za-z_{]|\w=\w|\(\)|(?<!\w):\w+:")
"""What makes of the characters around a word a handle, a hashtag, a file, a path, a domain, a variable: nobody's to spell."""
_BEFORE, _AFTER = compiled(r"\S{0,60}$"), compiled(r"\S{0,60}")


@frozen
class Misspelling:
    """The keys of `words` (in lower case, whole words, whatever their capitals), each with its right form; alternatives parted by `|`.

    The house's vocabulary comes first: what it accepts passes, its `!word` is always wrong, its `word -> other` is rather so.
    """

    words: Mapping[str, str]
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each misspelled word, with the right one, capitalised alike, as its fix."""
        vocabulary = article.house.vocabulary
        curly = "’" in article.folded
        for word in _WORD.finditer(prose.text):
            small = word.group().lower()
            if small in self.words and not vocabulary.excuses(word.group()) and not _is_part_of_name(prose.text, *word.span()):
                yield _match(prose, word.span(), [_like(word.group(), right, curly) for right in self.words[small].split("|")])

    def triggers(self) -> frozenset[str] | None:
        """The misspelled words."""
        return frozenset(self.words)

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The words that the vocabulary decides about."""
        vocabulary = article.house.vocabulary
        if not vocabulary.rather and not vocabulary.never:
            return
        for prose in blocks:
            for found in vocabulary.decided.finditer(prose.text):
                rather = vocabulary.rather.get(found.group())
                yield _match(prose, found.span(), [rather] if rather else [])


def _is_part_of_name(text: str, start: int, end: int) -> bool:
    before, after = _BEFORE.search(text, max(0, start - 60), start), _AFTER.match(text, end)
    around = text[before.start() if before else start : after.end() if after else end]
    return _PART_OF_NAME.search(around) is not None


def _match(prose: Prose, place: tuple[int, int], right: list[str]) -> Match:
    span = prose.span(*place)
    words = prose.text[slice(*place)]
    better = " or ".join(f"'{option}'" for option in right) or "the house never writes it"
    return Match(span, (words, better), tuple((Edit(span, option),) for option in right))


def _like(written: str, right: str, curly: bool) -> str:
    """With the capitals of the word as it was written, and the apostrophe of the text."""
    right = right.replace("'", "’") if curly else right
    if len(written) > 1 and written.isupper():
        return right.upper()
    return right[:1].upper() + right[1:] if written[:1].isupper() else right


KIND = Misspelling
