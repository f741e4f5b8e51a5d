"""Several outputs of one run: which are asked for, and how they go along side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import tee
from pathlib import Path

from lint import reporters
from lint.named import NamedTuple
from lint.report import Part
from lint.reporters import Look, Reporter

STDOUT, DEFAULT = "-", "text"


class Wish(NamedTuple):
    """An output that is asked for: where it goes, and the name of its reporter."""

    path: str
    reporter: str


class Wishes(NamedTuple):
    """The name of the reporter for standard output, and the outputs that go to files."""

    stdout: str
    files: tuple[Wish, ...] = ()


class BadOutput(ValueError):
    """What is asked for cannot be given, in a sentence with the cure."""


def wishes(stdout: str, values: Sequence[str]) -> Wishes:
    """What is asked for by `--format` and by each `FILE:FORMAT`; `-:FORMAT` or a format alone is for standard output. Raises BadOutput."""
    load(stdout)
    wanted: dict[Path, Wish] = {}
    for wish in map(_wish, values):
        place = Path(wish.path) if wish.path == STDOUT else Path(wish.path).resolve()
        other = wanted.setdefault(place, wish)
        if other is not wish or (wish.path == STDOUT and stdout not in (DEFAULT, wish.reporter)):
            raise BadOutput(f"two outputs go to {'standard output' if wish.path == STDOUT else wish.path}; give each a place of its own")
    said = wanted.pop(Path(STDOUT), Wish(STDOUT, stdout))
    return Wishes(said.reporter, tuple(wanted.values()))


def load(name: str) -> Reporter:
    """The reporter of this name. Raises BadOutput where there is none."""
    try:
        return reporters.load(name)
    except KeyError:
        raise BadOutput(f"there is no format '{name}'{_meant(name)}: {', '.join(reporters.names())}") from None


def side_by_side(
    parts: Iterable[Part], renders: Sequence[Callable[[Iterable[Part], Look], Iterator[str]]], looks: Sequence[Look]
) -> Iterator[tuple[int, str]]:
    """The pieces of all outputs, each with the number of its output; every part is made once, and let go once all have seen it."""
    streams = tee(parts, len(renders))
    rendering = {
        number: render(_seen_by(number, stream), look)
        for number, (render, stream, look) in enumerate(zip(renders, streams, looks, strict=True))
    }
    while rendering:
        for number, pieces in tuple(rendering.items()):
            piece = next(pieces, None)
            if piece is None:
                del rendering[number]
            elif piece:
                yield number, piece


def _seen_by(number: int, parts: Iterable[Part]) -> Iterator[Part]:
    """The parts as an output sees them."""
    for part in parts:
        yield part._replace(text=part.more[number - 1]) if number else part


def _wish(value: str) -> Wish:
    path, colon, name = value.rpartition(":")
    if not colon and name in reporters.names():
        return Wish(STDOUT, name)
    if not path or not name:
        raise BadOutput(f"'{value}' does not say file and format: write `--output {path or name or 'FILE'}:FORMAT`")
    load(name)
    return Wish(path, name)


def _meant(name: str) -> str:
    from difflib import get_close_matches

    return "".join(f"; did you mean '{found}'?" for found in get_close_matches(name, reporters.names(), 1))
