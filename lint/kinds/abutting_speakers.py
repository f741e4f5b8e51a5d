"""Two voices in one paragraph, the second without a word that hands over to it.

extends: abutting-speakers
message: "%s speaks here, right behind %s: begin a new paragraph, or name the new speaker first."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.attributed import Attribution, QuotationKind
from lint.language.attribution import attributions
from lint.rule import Match

if TYPE_CHECKING:
    from lint.language.speakers import Speaker


@frozen
class AbuttingSpeakers:
    """A quotation whose cue stands behind it alone, right behind one of another speaker in the same paragraph."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each second voice, marked at its quotation."""
        wanted = {id(block) for block in blocks}
        pairs = [(one, other) for one, other in pairwise(attributions(article)) if id(other.parts[0].prose) in wanted and _abut(one, other)]
        if not pairs:
            return
        from lint.language.speakers import speakers  # few texts have two voices side by side

        known = speakers(article)
        for first, second in pairs:
            one, other = (known.get(each.speaker) if each.speaker else None for each in (first, second))
            if one and other and _are_two(one, other) and _says_who(first, one) and _says_who(second, other):
                yield Match(second.parts[0].span, (_named(second, other), _named(first, one)), confidence=second.confidence)


def _abut(first: Attribution, second: Attribution) -> bool:
    """Whether nothing but the first one's cue stands between two quotations."""
    end, start = first.parts[-1], second.parts[0]
    if end.prose is not start.prose or not second.after or not second.is_bare or first.kind is not QuotationKind.QUOTATION:
        return False
    if (first.tail is None and not first.is_bare) or end.text.rstrip("”’\"'»").endswith("?"):  # who answers is plain
        return False
    between = end.prose.text[end.end : start.start].strip(" ,.\u00a0")
    if not between:
        return True
    return first.tail is not None and not _has_more(between)


def _has_more(between: str) -> bool:
    """Whether a sentence of its own stands between two quotations, behind the cue."""
    return any(stop in between for stop in (". ", "? ", "! ", ": "))


def _are_two(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are surely two: both have names that differ, or one is named and the other brought in as somebody."""
    if one.id == other.id:
        return False
    if one.name and other.name:
        return one.name.split()[-1] != other.name.split()[-1]
    return bool(one.name or other.name) and (one.anonymous or other.anonymous)


def _says_who(attribution: Attribution, speaker: Speaker) -> bool:
    """Whether the mention itself has the name, or is of somebody unnamed: what a pronoun means is a guess."""
    if speaker.name is None:
        return speaker.anonymous
    return attribution.speaker is not None and speaker.name.split()[-1] in attribution.speaker.text


def _named(attribution: Attribution, speaker: Speaker) -> str:
    return speaker.name or (attribution.speaker.text if attribution.speaker else "")


KIND = AbuttingSpeakers
