"""The package for programs and notebooks: a text in, findings or a mended text out, with the bundled rules."""

from __future__ import annotations

from functools import cache

from lint.desk import Desk, Settings
from lint.diagnostic import Applicability, Diagnostic
from lint.disk import Content
from lint.runner import Examiner


def check(text: str, name: str = "text.md") -> tuple[Diagnostic, ...]:
    """What the bundled rules find in a text, in its order; the suffix of `name` says what markup it is in."""
    return _examiner().checked(name, Content(text)).diagnostics


def fix(text: str, name: str = "text.md") -> str:
    """The text with the safe fixes made, and nothing else changed."""
    source = _examiner(Applicability.SAFE).mended(name, Content(text)).source
    return text if source is None else source.text


@cache
def _examiner(threshold: Applicability | None = None) -> Examiner:
    return Examiner(Desk(Settings(bundled=True, threshold=threshold)))
