"""Which LanguageTool server a run asks: one that is named, one that is kept warm on this machine, or one of its own."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack

from lint import cache
from lint.digest import digest
from lint.grammar_client import is_here
from lint.named import NamedTuple

VARIABLE = "COPYDESK_LANGUAGETOOL"
_SHELF = "grammar-told"


class Found(NamedTuple):
    """The address of a server, and what has to be said of it."""

    address: str
    remark: str = ""


def grammar_address(named: str, configured: Sequence[str], ending: ExitStack) -> Found:
    """The server to ask. `named` comes from the command line; `configured` are those of configurations, on this machine.

    A server that is started is ended with `ending`. Raises GrammarError where none can be.
    """
    wanted = named or os.environ.get(VARIABLE, "") or next(iter(configured), "")
    if wanted:
        return Found(wanted, "" if is_here(wanted) else _warning(wanted))
    from lint.grammar_server import GrammarServer, warm_address

    warm = warm_address()
    if warm is not None:
        return Found(warm)
    server = GrammarServer()
    ending.callback(server.stop)
    return Found(server.address)


def _warning(address: str) -> str:
    """That texts leave this machine, the first time."""
    entry = digest(address.encode())
    if cache.read(_SHELF, entry) is not None:
        return ""
    cache.write(_SHELF, entry, b"told")
    return f"the texts are sent to {address}, which is not this machine"
