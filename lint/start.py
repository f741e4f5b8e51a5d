"""Where the process begins: before anything is imported that takes its time."""

from __future__ import annotations

import gc

_SELDOM = 50_000


def run() -> None:
    """Run the command as a process of its own."""
    gc.set_threshold(_SELDOM)  # nearly all that is made while starting stays: looking for garbage costs 8 ms
    from lint import cli

    cli.run()
