"""Text as Markdown may hold it where others render it: nothing of it becomes markup, a mention or a link."""

from __future__ import annotations

import re

from lint.compiled import compiled
from lint.display import safe

_SPECIAL = {ord(mark): f"&#{ord(mark)};" for mark in "#$&*<>[\\]_`|~"}
_BREAK = "&#8203;"
_REFERENCE = compiled(r"(?i)[!#$%&*:@\[^~](?=\S)|\bgh-(?=\d)|[0-9a-f]{6}(?=[0-9a-f])|www(?=\.)")
"""Behind what a break of no width keeps GitHub and GitLab from making a mention, a reference to an issue or commit, an emoji or a link."""
_ITEM = compiled(r"^[-+=]|^\d+[.)]")
"""What begins an item of a list where it begins a line."""


def neutral(text: str) -> str:
    """Words that stay just these words in Markdown, for GitHub and GitLab as well."""
    pieces, done = [], 0
    shown = safe(text)
    for found in _REFERENCE.finditer(shown):
        pieces += [shown[done : found.end()].translate(_SPECIAL), _BREAK]
        done = found.end()
    return _ITEM.sub(_no_item, "".join([*pieces, shown[done:].translate(_SPECIAL)]))


def _no_item(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}&#{ord(found[0][-1])};"
