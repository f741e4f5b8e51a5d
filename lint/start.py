"""Where the process begins: before anything is imported that takes its time."""

from __future__ import annotations

import gc

_SELDOM = 120_000


def run() -> None:
    """Run the command as a process of its own."""
    gc.set_threshold(_SELDOM)  # nearly all that is made for one article stays: looking for garbage costs 15 ms
    from lint import cli

    cli.run()
