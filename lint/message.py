"""Messages of rules, with the words that were found put in.

They are format strings of Go, as far as packs use them. What Go would report as an error in the text is left out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint.compiled import compiled

Argument = str | int | float

_VERB = compiled(r"(?P<quote>['\"]?)%(?:\[(?P<index>\d+)\])?(?:(?P<verb>[sdqvf])|\.(?P<digits>\d+)f|(?P<percent>%))")


class Listed(str):
    """Words that bring their own quotation marks (`'this' or 'that'`): those of the message around them are left out."""

    __slots__ = ()


def fill(message: str, args: Sequence[Argument]) -> str:
    """The message with `%s`, `%d`, `%q`, `%.2f` and `%[2]s` filled from `args`; one that has no argument becomes nothing."""
    if len(args) == 1 and type(args[0]) is str and message.count("%") == 1 and "%s" in message:  # nearly all of them
        return " ".join(message.replace("%s", args[0]).splitlines())
    pieces: list[str] = []
    taken = at = 0
    for verb in _VERB.finditer(message):
        start = max(at, verb.start())  # the mark before it may have closed around the last one
        taken = taken if verb["percent"] else int(verb["index"]) if verb["index"] else taken + 1
        argument: Argument = "%" if verb["percent"] else args[taken - 1] if 0 < taken <= len(args) else ""
        end = verb.end()
        quote = message[start : verb.start("quote") + len(verb["quote"])]
        if isinstance(argument, Listed) and quote and message[end : end + 1] == quote:
            quote, end = "", end + 1
        pieces += [message[at:start], quote, _told(argument, verb)]
        at = end
    return " ".join("".join([*pieces, message[at:]]).splitlines())


def _told(argument: Argument, verb: re.Match[str]) -> str:
    if verb["digits"] and isinstance(argument, int | float):
        return f"{argument:.{int(verb['digits'])}f}"
    return f'"{argument}"' if verb["verb"] == "q" else str(argument)
