"""Text as XML 1.0 may hold it: in ASCII alone, so that it survives every terminal and pipe, and without a command to GitHub."""

from __future__ import annotations

from lint.compiled import compiled
from lint.record import whole

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_FORBIDDEN = compiled("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;", "\x7f": "&#127;"}
)


def content(text: str) -> str:
    """The text for an element, in lines; what XML cannot hold is left out."""
    return "\n".join(map(_escaped, text.split("\n")))


def attributes(**values: object) -> str:
    """Attributes in the order given, each with a space before it; those that are None are left out."""
    return "".join(f' {name}="{_escaped(str(value))}"' for name, value in values.items() if value is not None)


def _escaped(text: str) -> str:
    return _FORBIDDEN.sub("", whole(text)).translate(_REFERENCES).replace("##[", "##&#91;").encode("ascii", "xmlcharrefreplace").decode()
