"""Vocabulary files: a line for each word that a newsroom has decided about.

`Zelenskyy` is right, `!Zelensky` never is, `Kiev -> Kyiv` says which of two forms the house uses; a `# note` may follow.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from yaml.nodes import Node

from lint.compiled import compiled
from lint.confines import OUTSIDE, Confines, is_file
from lint.diagnostic import Diagnostic, Severity
from lint.faults import Fault, FaultyFile, read_source
from lint.house import Vocabulary
from lint.named import NamedTuple
from lint.text import Source, Span
from lint.yaml_source import YamlSource

_NOTE = compiled(r"(?:^|[ \t])#.*")
_ARROW = compiled(r"\s*(?:->|→)\s*")


class Entry(NamedTuple):
    """What is said of a word, and where: `rather` is the form to use instead, empty where there is none to say."""

    word: str
    source: Source
    span: Span
    never: bool = False
    rather: str = ""


class Wrong(NamedTuple):
    """A line of a vocabulary that cannot be meant so."""

    source: Source
    span: Span
    message: str


class VocabularyReader:
    """Reads the `vocabulary` of a configuration: names of files, which count from `folder` and stay within `confines`, and entries."""

    def __init__(self, yaml: YamlSource, folder: Path, confines: Confines) -> None:
        self._yaml = yaml
        self._folder = folder
        self._confines = confines
        self._files: dict[str, tuple[Entry, ...]] = {}

    def read(self, node: Node) -> tuple[Entry, ...]:
        """The entries of a vocabulary file, or the one that is written in the configuration itself."""
        text = self._yaml.text(node)
        path = self._folder / text
        if text and "\0" not in text and not self._confines.holds(path):
            self._yaml.fault(node, f"'{text}' is not read: {OUTSIDE}")
            return ()
        if text and (text.endswith(".txt") or is_file(path)):
            if text not in self._files:
                self._files[text] = self._file(node, path)
            return self._files[text]
        read = entry(self._yaml.source, self._yaml.span(node), text)
        return tuple(self._right([read]))

    def _file(self, node: Node, path: Path) -> tuple[Entry, ...]:
        try:
            entries, wrong = parse(read_source(path, path.as_posix(), self._yaml.concern, confines=self._confines))
        except FaultyFile as error:
            if os.path.lexists(path):
                self._yaml.adopt(*error.faults)
            else:
                self._yaml.fault(node, f"there is no vocabulary file {path.as_posix()}; make it, or take this entry out")
            return ()
        return tuple(self._right([*entries, *wrong]))

    def _right(self, read: Iterable[Entry | Wrong]) -> list[Entry]:
        """The entries; what is wrong with the others is noted."""
        for one in read:
            if isinstance(one, Wrong):
                self._note(one)
        return [one for one in read if isinstance(one, Entry)]

    def _note(self, wrong: Wrong) -> None:
        self._yaml.adopt(Fault(wrong.source, Diagnostic(wrong.span, self._yaml.concern, wrong.message, Severity.ERROR)))

    def compare(self, entries: Iterable[Entry]) -> None:
        """Faults for entries that contradict each other."""
        for wrong in contradictions(entries):
            self._note(wrong)


def parse(source: Source) -> tuple[list[Entry], list[Wrong]]:
    """The entries of a vocabulary file, and what is wrong with its lines."""
    entries: list[Entry] = []
    wrong: list[Wrong] = []
    for number in range(1, len(source.line_starts) + 1):
        place = _trimmed(source, source.line(number))
        if place.start < place.end:
            read = entry(source, place)
            if isinstance(read, Wrong):
                wrong.append(read)
            else:
                entries.append(read)
    return entries, wrong


def entry(source: Source, place: Span, text: str | None = None) -> Entry | Wrong:
    """The entry that stands at a place; `text` where it is written there in another way."""
    written = source.text[place.start : place.end] if text is None else text
    sides = [side.strip() for side in _ARROW.split(written)]
    never = sides[0].startswith("!")
    word = sides[0].removeprefix("!").strip()
    if len(sides) > 2 or (never and len(sides) > 1):
        return Wrong(source, place, f"'{written}' is two entries in one; write 'never' as '!word' and 'rather' as 'word -> word'")
    if not word or not sides[-1]:
        return Wrong(source, place, f"a word is missing in '{written}'; write 'word', '!word' or 'word -> word'")
    if len(sides) == 2 and word == sides[1]:
        return Wrong(source, place, f"'{word}' is to become itself; write '{word}' alone to accept it")
    return Entry(word, source, place, never, sides[1] if len(sides) == 2 else "")


def contradictions(entries: Iterable[Entry]) -> Iterator[Wrong]:
    """The entries that say something else of a word than an earlier one; to say the same twice does no harm."""
    said: dict[str, Entry] = {}
    for entry in entries:
        first = said.setdefault(entry.word, entry)
        if (first.never, first.rather) != (entry.never, entry.rather):
            place = f"line {first.source.position(first.span.start).line}"
            where = place if first.source.name == entry.source.name else f"{place} of {first.source.name}"
            yield Wrong(entry.source, entry.span, f"'{entry.word}' contradicts what is said on {where}; keep one of the two")
    for entry in said.values():
        target = said.get(entry.rather)
        if target is not None and (target.never or target.rather):
            message = f"'{entry.word}' is to become '{entry.rather}', which is not to be used either; change one of the two entries"
            yield Wrong(entry.source, entry.span, message)


def vocabulary(entries: Iterable[Entry]) -> Vocabulary:
    """What all entries say together."""
    entries = list(entries)
    rather = {entry.word: entry.rather for entry in entries if entry.rather}
    accepted = {entry.word for entry in entries if not entry.never and not entry.rather} | set(rather.values())
    return Vocabulary(frozenset(accepted), frozenset(entry.word for entry in entries if entry.never), rather)


def _trimmed(source: Source, line: Span) -> Span:
    """A line without its note and the blanks around it."""
    text = _NOTE.sub("", source.text[line.start : line.end])
    start = line.start + len(text) - len(text.lstrip())
    return Span(start, max(start, line.start + len(text.rstrip())))
