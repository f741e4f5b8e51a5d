"""One word written in two ways in one article.

extends: two-forms
message: "One word in two forms: %s."
either: {toward: towards}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.forms import Inconsistency, Way, inconsistencies
from lint.language.occurrences import Occurrence
from lint.rule import Match
from lint.text import Edit


@frozen
class TwoForms:
    """One finding a word: at the first place of the rarer form, of equally frequent ones the later, with a fix for all its places.

    Closed, hyphenated and open forms and the spellings of one word are told by the lexicon; `either` are more pairs, as plain words.
    """

    either: Mapping[str, str] = field(default_factory=dict)
    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """One match a word, at a place in these blocks."""
        chosen = {id(block) for block in blocks}
        for found in inconsistencies(article, self.either):
            if all(id(place.prose) in chosen for place, _ in found.changes):
                yield _match(found)


def _match(found: Inconsistency) -> Match:
    first, *others = (place for place, _ in found.changes)
    related = tuple(Related(place.span, f"'{place.text}' here") for place in (*others, found.ways[0].places[0]))
    edits = tuple(Edit(place.span, _in_case(place, form)) for place, form in found.changes)
    title = f"Write '{found.ways[0].form}' everywhere"
    told = ", ".join(map(_told, reversed(found.ways)))
    forms = ", ".join(sorted(way.form for way in found.ways))
    return Match(first.span, (told,), (edits,), related=related, titles=(title,), whole=forms, weight=len(found.changes))


def _told(way: Way) -> str:
    times = len(way.places)
    return f"'{way.form}' {'once' if times == 1 else 'twice' if times == 2 else f'{times} times'}"


def _in_case(place: Occurrence, form: str) -> str:
    return form[0].upper() + form[1:] if place.text[0].isupper() else form


KIND = TwoForms
