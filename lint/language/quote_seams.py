"""Where a quotation meets its cue, and what can be wrong there: `gone” said Doe`, `gone.” he said`, `gone,”said he`, a cue twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, QuotationKind
from lint.language.running import WORD
from lint.language.speech_verbs import Manner
from lint.named import NamedTuple

_CLOSING = frozenset("\"“”'’»«")
_ENDS = frozenset('.!?…:”"’»')
_WORDS = 2
_NEAR = 40
_MISSING = "A comma is missing where the quotation ends."
_STOPPED = "A comma goes here, not a full stop: the sentence goes on."
_DOUBLED = "One mark is enough where the quotation ends."
_JOINED = "A space is missing behind the quotation."
_TWICE = "The speaker is named twice for one quotation: one of the two will do."


class Seam(NamedTuple):
    """A fault at a seam: what to mark, and what to put where; `edit` is None where nothing mends it alone."""

    prose: Prose
    start: int
    end: int
    message: str
    edit: tuple[int, int] | None = None
    text: str = ""


def seams(article: Article, found: Sequence[Attribution]) -> Iterator[Seam]:
    """The faulty seams of some quotations."""
    outside = _sets_commas_outside(article)
    for attribution in found:
        seam = _seam(attribution, outside)
        if seam is not None:
            yield seam


def _seam(found: Attribution, outside: bool) -> Seam | None:
    last, cue = found.parts[-1], found.tail
    if found.kind is not QuotationKind.QUOTATION or cue is None or found.basis is not Basis.CUE or found.verb is None or not found.after:
        return None
    if (
        found.verb.lemma == "read"
        or found.verb.manner in (Manner.NAMING, Manner.SHOWING)
        or cue.prose is not last.prose
        or len(found.parts) > 1
        or found.quotes[-1].open_end
    ):
        return None
    if found.other is not None and not _begins_sentence(found) and cue.start - last.end < _NEAR and _is_same_voice(found):
        return Seam(last.prose, cue.start, cue.end, _TWICE)
    return _marks(found, outside) if len(WORD.findall(last.text)) >= _WORDS and _begins_sentence(found) else None


def _marks(found: Attribution, outside: bool) -> Seam | None:
    """What is wrong with the marks between the words of a quotation and its cue."""
    last = found.parts[-1]
    text = last.prose.text
    mark = last.end - 1
    while mark > last.start and text[mark - 1] in _CLOSING:
        mark -= 1
    before, behind = text[mark - 1], text[last.end : last.end + 1]
    if behind.isalpha():
        return Seam(last.prose, mark, last.end + 1, _JOINED, (last.end, last.end), " ")
    if before == "," and behind == ",":
        return Seam(last.prose, mark - 1, last.end + 1, _DOUBLED, (last.end, last.end + 1), "")
    if before == "." and behind == "," and text[mark - 3 : mark] != "...":
        return Seam(last.prose, mark - 1, last.end + 1, _DOUBLED, (mark - 1, mark), "")
    following = text[last.end : last.end + 2].strip()
    if before == "." and following[:1].islower() and not text[mark - 3 : mark - 1].isupper() and text[mark - 3 : mark] != "...":
        return Seam(last.prose, mark - 1, last.end, _STOPPED, (mark - 1, mark), ",")
    if (before.isalnum() or before in ")]%") and behind.isspace():
        place = last.end if outside else mark
        return Seam(last.prose, mark, last.end, _MISSING, (place, place), ",")
    return None


def _begins_sentence(found: Attribution) -> bool:
    """Whether a sentence begins with the quotation."""
    first = found.parts[0]
    before = first.prose.text[: first.start].rstrip()[-1:]
    return not before or before in _ENDS


def _is_same_voice(found: Attribution) -> bool:
    """Whether the cue behind is of a pronoun, or of the name that stands in the sentence before."""
    if found.speaker is None:
        return False
    small = found.speaker.text.lower()
    return (
        small in ("he", "she", "they")
        or found.speaker.text in found.parts[0].prose.text[max(0, found.parts[0].start - 80) : found.parts[0].start]
    )


def _sets_commas_outside(article: Article) -> bool:
    """Whether the text has more commas behind closing marks than before them."""
    text = article.folded
    inside = sum(text.count(f",{mark}") for mark in '”’"')
    return sum(text.count(f"{mark},") for mark in '”’"') > inside
