"""What is said about a text: diagnostics, the fixes they offer, and how far a fix may be trusted."""

from __future__ import annotations

from enum import IntEnum

from lint.named import NamedTuple
from lint.text import Edit, Span


class Severity(IntEnum):
    """How much a finding matters; ordered, so a fail level is one comparison."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Applicability(IntEnum):
    """Who may make a fix; ordered, so "may I make this?" is one comparison.

    SAFE: may be made without a person looking. UNSAFE: probably right. DISPLAY: for a person to pick, one at a time.
    """

    DISPLAY = 1
    UNSAFE = 2
    SAFE = 3

    def __str__(self) -> str:
        return self.name.lower()


class Related(NamedTuple):
    """Another place that belongs to the same finding."""

    span: Span
    message: str


class Fix(NamedTuple):
    """One way to mend a fault: all its edits are made, or none; they never overlap."""

    title: str
    edits: tuple[Edit, ...]
    applicability: Applicability


class Diagnostic(NamedTuple):
    """A fault at a place, in a sentence for people, with alternative fixes, best first; at most one is made.

    `sentence` is the sentence around the place, `fingerprint` names rule and sentence independently of where they stand,
    `confidence` is in 0..1 or None where the kind of rule has none to give. `words` are those at the place as the rule read them, where
    that may be without the markup between them; None for the source's own. `cause` is what it shares with other findings of its rule, None
    where it stands for itself. Of the document as a whole (`whole`) it says the more the worse (`weight`). `written` is the sentence as it
    reads.
    """

    span: Span
    rule: str
    message: str
    severity: Severity
    fixes: tuple[Fix, ...] = ()
    confidence: float | None = None
    related: tuple[Related, ...] = ()
    scope: str = ""
    quoted: bool = False
    sentence: Span = Span(0, 0)
    fingerprint: str = ""
    words: str | None = None
    cause: str | None = ""
    whole: str = ""
    weight: float = 0.0
    written: str = ""

    @property
    def order(self) -> tuple[Span, str]:
        """The order in which findings are told: start, end, rule."""
        return self.span, self.rule

    def outstanding(self, threshold: Applicability) -> Fix | None:
        """The fix that may be made without a person choosing: the first, if it is allowed and no other is as good."""
        if not self.fixes or self.fixes[0].applicability < threshold:
            return None
        first, *others = self.fixes
        rivals = [fix for fix in others if fix.applicability >= first.applicability]
        return None if rivals else first


class Failure(NamedTuple):
    """Something that could not be done: a file not read or mended, a rule not loaded or stopped. A notice hinders nothing."""

    path: str
    message: str
    rule: str | None = None
    line: int | None = None
    is_notice: bool = False
