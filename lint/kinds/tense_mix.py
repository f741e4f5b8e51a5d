"""One speaker who "says" and "said" on one occasion.

extends: tense-mix
message: "'%s' here and '%s' above, of one speaker: keep one tense for one occasion."
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.diagnostic import Related
from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, Place
from lint.language.speakers import table
from lint.language.speech_verbs import Manner
from lint.rule import Match

_PRESENT, _PAST = "s", "past"
_NEAR = 3
"""How many paragraphs one occasion may be told in without a word of the speaker between."""


@frozen
class TenseMix:
    """The verb that brings in a speaker's words in another tense than the one before it did, a few paragraphs earlier at most.

    Writing and documents keep their present: `the report says`, `she writes`.
    """

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Each change of tense."""
        order = {id(block): number for number, block in enumerate(article.document.blocks)}
        wanted = {id(block) for block in blocks}
        before: dict[int, Attribution] = {}
        for attribution, speaker in table(article):
            if speaker is None or speaker.name is None or _tense(attribution) is None or attribution.cue is None:
                continue
            last = before.get(speaker.id)
            before[speaker.id] = attribution
            if last is None or last.cue is None or _tense(last) == _tense(attribution) or id(attribution.cue.prose) not in wanted:
                continue
            if order[id(attribution.cue.prose)] - order[id(last.cue.prose)] <= _NEAR:
                yield _match(attribution.cue, last.cue)


def _tense(attribution: Attribution) -> str | None:
    verb = attribution.verb
    if attribution.basis is not Basis.CUE or verb is None or verb.manner is not Manner.SPEECH or verb.inflection not in (_PRESENT, _PAST):
        return None
    return verb.inflection


def _match(here: Place, above: Place) -> Match:
    return Match(here.span, (here.text, above.text), related=(Related(above.span, f"'{above.text}'"),))


KIND = TenseMix
