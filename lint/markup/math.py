"""Formulas among words: between double dollars, in the brackets of TeX, and between single dollars where it is no price."""

from __future__ import annotations

import re

from lint.compiled import compiled

OPENING = r"\$\$|(?<![\\$\w])\$(?=[^\s$])|\\\\?[(\[]"
"""Where a formula may begin."""

_DOUBLE = compiled(r"\$\$|\n[ \t]*\r?\n")
_SINGLE = compiled(r"[^$\r\n]{0,200}")
_BRACKETED = {bracket: compiled(rf"(?P<closing>\\\\?[{close}])|\\[(\[]|\n[ \t]*\r?\n") for bracket, close in (("(", ")"), ("[", r"\]"))}
_SIGN = compiled(r"[\\^_={}<>+]|[A-Za-z]\Z")
_CLEAR_SIGN = compiled(r"(?<!\\)(?:[\^_{]|(?:\\\\)*\\[A-Za-z]{2})")
_PROSE = compiled(r"[A-Za-z]{3,} +[A-Za-z]{3,}")


def end(text: str, found: re.Match[str]) -> int | None:
    """Where the formula ends that begins with the match of OPENING; None where it is none."""
    inner = found.end()
    opening = found[0]
    if opening == "$$":
        closing = _DOUBLE.search(text, inner)
        return closing.end() if closing and closing[0] == "$$" and closing.start() > inner else None
    if opening == "$":
        return _single_end(text, inner)
    return _bracket_end(text, opening, inner)


def _single_end(text: str, inner: int) -> int | None:
    content = _SINGLE.match(text, inner)
    stop = content.end() if content else inner
    if text[stop : stop + 1] != "$" or text[stop - 1] in " \t\\" or text[stop + 1 : stop + 2].isalnum():
        return None
    formula = text[inner:stop]
    if not _SIGN.search(formula) or _PROSE.search(formula) or (formula[0].isdigit() and "\\" not in formula and "^" not in formula):
        return None
    return stop + 1


def _bracket_end(text: str, opening: str, inner: int) -> int | None:
    closing = _BRACKETED[opening[-1]].search(text, inner, inner + 2000)
    if not closing or not closing["closing"]:
        return None
    formula = text[inner : closing.start()]
    sign = _CLEAR_SIGN if opening == "\\[" else _SIGN  # an escaped bracket is common in Markdown
    return closing.end() if sign.search(formula) and not _PROSE.search(formula) else None
