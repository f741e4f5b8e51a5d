"""YAML (and JSON, which is YAML): its values with their places, without building anything that an alias could blow up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lint.markup.scalars import Scalar, Style

_DEPTH = 40
_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE, "|": Style.BLOCK, ">": Style.BLOCK}


class NotMatter(ValueError):
    """The text is broken, is no mapping, or nests deeper than any front matter does."""


@dataclass(slots=True)
class _Frame:
    """A collection that is being read."""

    content: dict[str, object] | list[object]
    path: tuple[str, ...]
    key: str | None = None

    def put(self, value: object) -> None:
        """Take the next value, or the next key of a mapping."""
        if isinstance(self.content, list):
            self.content.append(value)
        elif self.key is None:
            self.key = value if isinstance(value, str) else ""
        else:
            self.content[self.key] = value
            self.key = None

    @property
    def inner_path(self) -> tuple[str, ...]:
        """The keys that lead to the value that comes next."""
        return self.path if self.key is None else (*self.path, self.key)


@dataclass(slots=True)
class _Reader:
    """Follows the events of one document."""

    text: str
    offset: int
    root: dict[str, object] | list[object] | None = None
    scalars: list[Scalar] = field(default_factory=list)
    frames: list[_Frame] = field(default_factory=list)
    anchors: dict[str, object] = field(default_factory=dict)

    def start(self, content: dict[str, object] | list[object], anchor: str | None) -> None:
        """A collection begins."""
        if anchor:
            self.anchors[anchor] = content
        if len(self.frames) >= _DEPTH:
            raise NotMatter("too deep")
        path: tuple[str, ...] = ()
        if self.frames:
            path = self.frames[-1].inner_path
            self.frames[-1].put(content)
        else:
            self.root = content
        self.frames.append(_Frame(content, path))

    def scalar(self, event: Any) -> None:
        """A value, or a key."""
        if not self.frames:
            raise NotMatter("no mapping")
        frame = self.frames[-1]
        if event.anchor:
            self.anchors[event.anchor] = event.value
        if isinstance(frame.content, list) or frame.key is not None:
            self.scalars.append(self._placed(event, frame.inner_path))
        frame.put(event.value)

    def _placed(self, event: Any, path: tuple[str, ...]) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        style = _STYLES.get(event.style or "", Style.PLAIN)
        inner_start, inner_end = start, end
        if style in (Style.SINGLE, Style.DOUBLE):
            inner_start, inner_end = start + 1, end - 1
        elif style is Style.BLOCK:
            inner_start = min(_line_end(self.text, start), end)
        offset = self.offset
        return Scalar(path, event.value, start + offset, end + offset, inner_start + offset, inner_end + offset, style)


def read(text: str, offset: int) -> tuple[dict[str, object], list[Scalar]]:
    """The mapping that the text is, everything in it as text, lists and mappings; and its values, `offset` added to their places.

    Raises NotMatter.
    """
    reader = _Reader(text, offset)
    for event in _events(text):
        match type(event).__name__:
            case "ScalarEvent":
                reader.scalar(event)
            case "MappingStartEvent":
                reader.start({}, event.anchor)
            case "SequenceStartEvent":
                reader.start([], event.anchor)
            case "MappingEndEvent" | "SequenceEndEvent":
                reader.frames.pop()
            case "AliasEvent":
                if reader.frames:
                    reader.frames[-1].put(_flat(reader.anchors.get(event.anchor, "")))
            case "DocumentEndEvent":
                break
    if reader.root is not None and not isinstance(reader.root, dict):
        raise NotMatter("no mapping")
    return reader.root or {}, reader.scalars


def _flat(value: object) -> object:
    """What an alias stands for: text as it is, but no collection, which might hold itself."""
    return value if isinstance(value, str) else ""


def _events(text: str) -> Iterator[Any]:
    import yaml

    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise NotMatter(str(error)) from error


def _line_end(text: str, start: int) -> int:
    ends = [place for place in (text.find("\n", start), text.find("\r", start)) if place >= 0]
    return min(ends) if ends else len(text)
