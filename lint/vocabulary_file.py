"""Words added to a vocabulary file: each in its place where the file is sorted, all else left as it is."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType

from lint import disk
from lint.disk import Content, DiskError
from lint.house import Vocabulary, covers
from lint.language.slips import near
from lint.text import Source, Span
from lint.vocabulary import Entry, Wrong, entry, parse

_SHORTEST = 4
"""Shorter words are too often a letter apart to be taken for each other."""


class VocabularyFile:
    """A vocabulary file that words are added to, made where there is none; `house` is what the configuration accepts.

    With `content` that is what it says, and it is not read. Raises DiskError where it cannot be made, read or used.
    """

    def __init__(self, path: str, house: Vocabulary, content: Content | None = None) -> None:
        self.path = path
        self._content = content or _read(path)
        entries, wrong = parse(Source(path, self._content.text))
        for each in wrong:
            raise DiskError(f"{path}:{each.source.position(each.span.start).line}: {each.message}")
        self._said = {each.word: each for each in entries}
        self._elsewhere = {word.lower(): word for word in house.accepted}
        self._accepted = {each.word for each in entries if not each.never and not each.rather}
        self._here = {word.lower(): word for word in self._accepted}
        self.added: list[str] = []
        self.refused = False

    def take(self, words: Iterable[str]) -> Iterator[str]:
        """Note words that somebody has chosen for the file; gives what is to be said of them."""
        for word in words:
            refusal = self._refusal(word)
            self.refused |= refusal is not None
            known = covers(self._accepted, word)
            remark = refusal or (f"{self.path} accepts '{word}' already" if known else self._doubt(word))
            if not refusal and not known:
                self._add(word)
            if remark:
                yield remark

    def take_undoubted(self, words: Iterable[str]) -> Iterator[str]:
        """Note words for the file, but none that may be a slip for one that is accepted; gives what is to be said of those."""
        for word in words:
            doubt = self._doubt(word)
            if doubt:
                yield f"{doubt}: it is left out, add it with --word if it is right"
            elif not self._refusal(word) and not covers(self._accepted, word):
                self._add(word)

    def write(self) -> None:
        """Put what was added into the file, in one step. Raises DiskError."""
        new = Content(inserted(self._content.text, self.added), self._content.marked)
        try:
            disk.replace(self.path, self._content, new)
        except DiskError as error:
            raise DiskError(f"{self.path}: {error}") from error

    def is_at(self, path: str) -> bool:
        """Whether this is the file at a path."""
        return Path(path).resolve() == Path(self.path).resolve()

    def _refusal(self, word: str) -> str | None:
        """Why the word cannot be added; None where it can."""
        read = entry(Source("", word), Span(0, len(word)))
        if isinstance(read, Wrong) or read.word != word or "#" in word or not word.isprintable():
            return f"'{word}' is no plain word: write it into {self.path} yourself"
        said = self._said.get(word)
        if said is not None and (said.never or said.rather):
            return f"'{word}' is not added: {self.path} says {_decision(said)}; change that line first"
        return None

    def _doubt(self, word: str) -> str | None:
        """What speaks against a word: it is one slip away from one that is accepted. None where nothing does."""
        forms = sorted(near(word.lower())) if len(word) >= _SHORTEST else []
        for accepted, where in ((self._here, Path(self.path).name), (self._elsewhere, "the configuration")):
            for form in forms:
                if form in accepted:
                    return f"'{word}' is one slip away from '{accepted[form]}', which {where} accepts"
        return None

    def _add(self, word: str) -> None:
        """Note a word for the file."""
        self.added.append(word)
        self._accepted.add(word)
        self._here[word.lower()] = word


def inserted(text: str, words: Iterable[str], notes: Mapping[str, str] = MappingProxyType({})) -> str:
    """A vocabulary with more words: each behind the entries that go before it where these are sorted, else at the end.

    `notes` are of some words, and stand behind them.
    """
    source = Source("", text)
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = [text[start:end] for start, end in pairwise((*source.line_starts, len(text))) if start < end]
    if lines and not lines[-1].endswith(("\n", "\r")):
        lines[-1] += newline
    # Keys with the numbers of the lines behind theirs.
    entries = [(each.word.casefold(), source.position(each.span.start).line) for each in parse(source)[0]]
    keys = [key for key, _ in entries]
    is_sorted = bool(keys) and keys == sorted(keys)
    before: dict[int, list[str]] = {}
    for word in sorted(words, key=str.casefold):
        place = bisect_right(keys, word.casefold())
        line = len(lines) if not is_sorted else entries[place - 1][1] if place else entries[0][1] - 1
        before.setdefault(line, []).append(word + (f"  # {notes[word]}" if word in notes else "") + newline)
    return "".join("".join((*before.get(number, ()), line)) for number, line in enumerate([*lines, ""]))


def _read(path: str) -> Content:
    if disk.leads_out(path):
        raise DiskError(f"{path}: this link leads out of the repository; remove it, or name the file that is meant")
    try:
        Path(path).touch()
        return disk.read(path)
    except OSError as error:
        raise DiskError(f"{path}: {disk.reason(error)}") from error
    except DiskError as error:
        raise DiskError(f"{path}: {error}") from error


def _decision(said: Entry) -> str:
    return "that it is never right" if said.never else f"that it is to be '{said.rather}'"
