"""What the attribution map holds: a quotation in its parts, its kind, and whose words it is."""

from __future__ import annotations

from enum import StrEnum

from lint.document import Prose
from lint.language.quotations import Quoted
from lint.language.speech_verbs import SpeechVerb
from lint.named import NamedTuple
from lint.text import Span


class QuotationKind(StrEnum):
    """Somebody's words, a term set off, the name of a work, or what is written or chanted and nobody in the text says."""

    QUOTATION = "quotation"
    PHRASE = "phrase"
    TITLE = "title"
    INSCRIPTION = "inscription"


class Basis(StrEnum):
    """How a speaker is known: by a verb of speech or its like, as the one who goes on, by a sentence that leads in, by the layout."""

    CUE = "cue"
    RUNNING = "running"
    LEAD_IN = "lead-in"
    LAYOUT = "layout"
    NONE = ""


class Place(NamedTuple):
    """Where something stands in a block of the document."""

    prose: Prose
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.prose.text[self.start : self.end]

    @property
    def span(self) -> Span:
        """Its place in the source."""
        return self.prose.span(self.start, self.end)


class Attribution(NamedTuple):
    """A quotation, the mention that it is attributed to (None where the text tells nobody), the cue, and how the speaker is known.

    `parts` are its pieces, marks included; `quotes` what the marks of each show, nothing for a block quotation without marks. `after`
    says that the cue stands behind it, `is_bare` that it is a sentence of its own, `via` is the outlet that passed it on; `tail` is where
    a cue right behind its last piece begins and ends, which a further piece may follow; `other` is a second cue, right before it.
    `confidence` in the speaker, 0 to 1.
    """

    parts: tuple[Place, ...]
    quotes: tuple[Quoted, ...] = ()
    kind: QuotationKind = QuotationKind.QUOTATION
    speaker: Place | None = None
    cue: Place | None = None
    basis: Basis = Basis.NONE
    verb: SpeechVerb | None = None
    after: bool = False
    is_bare: bool = False
    via: Place | None = None
    tail: Place | None = None
    other: Place | None = None
    confidence: float = 0.0

    @property
    def is_cued(self) -> bool:
        """Whether the sentence of the quotation says who speaks."""
        return self.speaker is not None and self.basis in (Basis.CUE, Basis.LAYOUT)

    def goes_on(self, part: Place, quote: Quoted) -> Attribution:
        """The same quotation with a further piece."""
        return self._replace(parts=(*self.parts, part), quotes=(*self.quotes, quote), tail=None)

    def speaks_on(self, confidence: float) -> Attribution:
        """Its speaker's next words, still without a place of their own."""
        return Attribution((), (), QuotationKind.QUOTATION, self.speaker, basis=Basis.RUNNING, confidence=confidence)
