"""Words spelled as in one English in a text that is in another.

extends: dialect-mix
message: "%s: %s."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.dialects import ENGLISHES, Mix, Witness, mix
from lint.language.lexicon import DIALECT_BITS
from lint.language.occurrences import Occurrence
from lint.language.variants import ISE, spelled_in
from lint.rule import Match
from lint.text import Edit

_MOST_NAMED = 5


@frozen
class DialectMix:
    """One finding a document: at the first word of another dialect than the text's own, the others related, with one fix for all."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """At most one match."""
        found = mix(article)
        chosen = {id(block) for block in blocks}
        minority = [witness.place for witness in found.minority if id(witness.place.prose) in chosen] if found else []
        if not found or not minority:
            return
        edits = tuple(edit for place in minority if (edit := _edit(place, found.dialect)) is not None)
        titles = (f"Spell {'all' if len(edits) > 1 else 'it'} {_manner(found, found.dialect, found.majority)}",)
        related = tuple(Related(place.span, f"'{place.text}' here") for place in minority[1:])
        yield Match(
            minority[0].span,
            _told(found, minority),
            (edits,) if edits else (),
            related=related,
            titles=titles,
            whole="dialect",
            weight=len(minority),
        )


def _told(found: Mix, minority: Sequence[Occurrence]) -> tuple[str, str]:
    """How many words are spelled in which way, and which are the fewer."""
    many, few = len(found.majority), len(minority)
    manner = _manner(found, found.dialect, found.majority)
    first = f"{many} {'word is' if many == 1 else 'words are'} spelled {manner}" if many else f"This text should be spelled {manner}"
    words = list(dict.fromkeys(f"'{place.text}'" for place in minority))
    named = ", ".join(words[:_MOST_NAMED]) + (f" and {len(words) - _MOST_NAMED} more" if len(words) > _MOST_NAMED else "")
    return f"{first}, {few} {_manner(found, _english_of(found.minority), found.minority)}", named


def _manner(found: Mix, dialect: str, witnesses: Sequence[Witness]) -> str:
    if found.by_ending:
        return f"with -{'ise' if witnesses[0].dialects == ISE else 'ize'}"
    return f"as in {ENGLISHES[dialect]} English" if dialect else "otherwise"


def _english_of(witnesses: Sequence[Witness]) -> str:
    """American or British, whichever writes all of these."""
    common = (name for name in ("en-US", "en-GB", "en-GB-oxford") if all(witness.dialects & DIALECT_BITS[name] for witness in witnesses))
    return next(common, "")


def _edit(place: Occurrence, dialect: str) -> Edit | None:
    form = spelled_in(place.form, dialect)
    if form is None:
        return None
    return Edit(place.span, form[0].upper() + form[1:] if place.text[0].isupper() else form)


KIND = DialectMix
