"""Front matter in the simplest YAML, as most is: a key and a value on each line, or a key and a list below it.

It is read without a library, which takes longer to import than an article takes to check. What is not surely of this form is left to that.
"""

from __future__ import annotations

import re

from lint.compiled import compiled
from lint.markup.scalars import Scalar, Style

Matter = tuple[dict[str, object], list[Scalar]]

_ANY = r"[ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
_PLAIN = rf"[/._(+$0-9A-Za-z\xa1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff](?:(?!: |:\r?$| #){_ANY})*+"
_BREAK = r"\r?\n(?!---|\.\.\.)"
_VALUE = rf"""(?:(?P<plain>{_PLAIN})|"(?P<double>(?:(?!["\\]){_ANY}|{_BREAK})*+)"|'(?P<single>(?:(?!'){_ANY}|{_BREAK})*+)')[ ]*+\r?$"""
_FIELD = compiled(rf"(?P<key>[A-Za-z][0-9A-Za-z_-]{{0,99}}):(?:[ ]+{_VALUE}|[ ]*\r?$)", re.MULTILINE)
_ITEM = compiled(rf"(?P<indent>[ ]*)-[ ]+{_VALUE}", re.MULTILINE)
_FOLDED = compiled(r"(?<! )[ ]*\r?\n([ \r\n]*)")
_LINE_ENDS = compiled(r"(?:\r?\n)+")
_STYLES = {"plain": Style.PLAIN, "double": Style.DOUBLE, "single": Style.SINGLE}


def read(text: str, offset: int) -> Matter | None:
    """What `yaml_matter.read` gives; None for what is not of this form."""
    fields: dict[str, object] = {}
    scalars: list[Scalar] = []
    place = 0
    while place < len(text):
        field = _FIELD.match(text, place)
        if field is None:
            return None
        place = _next_line(text, field.end())
        if field.lastgroup != "key":
            scalars.append(_scalar(field, offset))
            fields[field["key"]] = scalars[-1].value
            continue
        items, place = _items(text, place, offset, field["key"])
        fields[field["key"]] = [item.value for item in items] if items else ""
        scalars += items or [_empty(field, offset)]
    return (fields, scalars) if fields else None


def _items(text: str, place: int, offset: int, key: str) -> tuple[list[Scalar], int]:
    """The values of the list that begins at a place, all indented alike, and where it ends."""
    items: list[Scalar] = []
    indent = None
    while (item := _ITEM.match(text, place)) and indent in (None, item["indent"]):
        indent = item["indent"]
        items.append(_scalar(item, offset, key))
        place = _next_line(text, item.end())
    return items, place


def _next_line(text: str, place: int) -> int:
    """Where the next line begins that is not empty."""
    blank = _LINE_ENDS.match(text, place)
    return blank.end() if blank else place


def _empty(field: re.Match[str], offset: int) -> Scalar:
    """The value of a key that has none."""
    place = field.end("key") + 1 + offset
    return Scalar((field["key"],), "", place, place, place, place, Style.PLAIN)


def _scalar(found: re.Match[str], offset: int, key: str = "") -> Scalar:
    """The value of a line."""
    form = str(found.lastgroup)
    start, end = found.span(form)
    if form == "plain":
        end -= len(found[form]) - len(found[form].rstrip(" "))
    quote = form != "plain"
    path, places = (key or found["key"],), (start - quote + offset, end + quote + offset)
    return Scalar(path, _FOLDED.sub(_unfolded, found.string[start:end]), *places, start + offset, end + offset, _STYLES[form])


def _unfolded(lines: re.Match[str]) -> str:
    """What line ends in a quoted value stand for: one for a blank, each further one for itself."""
    return "\n" * lines[1].count("\n") or " "
