"""The package in a notebook: three lines."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import lint


def test_a_text_is_checked_and_mended() -> None:
    (found,) = lint.check("The the cat sat.")
    assert isinstance(found, lint.Diagnostic)
    assert (found.rule, found.span, found.severity) == ("typos.repeated-word", lint.Span(0, 7), lint.Severity.ERROR)
    assert lint.fix("The the cat sat.") == "The cat sat."
    assert lint.fix("<p>The the <code>the the</code></p>", "x.html") == "<p>The <code>the the</code></p>"
    assert lint.fix("") == ""


def test_all_names_are_there() -> None:
    assert set(dir(lint)) == set(lint.__all__)
    assert all(getattr(lint, name) is not None for name in lint.__all__)


def test_importing_the_package_imports_nothing_else() -> None:
    told = "import sys, lint; print([name for name in sys.modules if name.startswith('lint.') or name in ('dataclasses', 'click')])"
    done = subprocess.run([sys.executable, "-S", "-c", told], capture_output=True, text=True, cwd=Path(__file__).parent.parent)
    assert done.stdout == "[]\n"
