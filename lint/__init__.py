"""copydesk: finds and mends faults in prose, each marked exactly where it stands.

    import lint
    lint.check("The the cat sat.")          # what the bundled rules find
    lint.fix("The the cat sat.")            # the text with the safe fixes made

Nothing is imported before it is asked for: the command starts within a blink.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lint.api import check, fix
    from lint.diagnostic import Applicability, Diagnostic, Fix, Related, Severity
    from lint.text import Edit, Position, Source, Span

__all__ = [
    "Applicability",
    "Diagnostic",
    "Edit",
    "Fix",
    "Position",
    "Related",
    "Severity",
    "Source",
    "Span",
    "check",
    "fix",
]

_TEXT = ("Edit", "Position", "Source", "Span")


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'lint' has no attribute '{name}'")
    from importlib import import_module

    home = "api" if name in ("check", "fix") else "text" if name in _TEXT else "diagnostic"
    return getattr(import_module(f"lint.{home}"), name)


def __dir__() -> list[str]:
    return __all__
