"""The unknown words of an archive: how often each stands there, where first, and in which sentence; for people and for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from json import dumps, loads

from lint.diagnostic import Failure
from lint.display import counted, safe, window
from lint.language.article import Article
from lint.language.spelling import PROBABLE, suspects
from lint.language.unknown_words import Unknown, unknown_words
from lint.named import NamedTuple
from lint.report import Part
from lint.reporters import Look
from lint.reporters.json import told_failures
from lint.text import Span

VERSION = 1

_SELDOM = 10
"""A form in which a word stands only once in more uses than this is not its usual one."""
_MARGIN = "        "


class Listed(NamedTuple):
    """An unknown word with its counts, the place where it stands first, and the sentence there; `start` counts in the sentence.

    `meant` is what it is probably a slip for, empty where it may well be a good word.
    """

    word: str
    times: int
    files: int
    path: str
    line: int
    column: int
    sentence: str
    start: int
    meant: str


class _Found(NamedTuple):
    """An unknown word of one text: how often it stands there in each form, and in how many places as a slip for which words."""

    forms: dict[str, int]
    meant: dict[str, int]
    line: int
    column: int
    sentence: str
    start: int


def part(path: str, article: Article) -> Part:
    """The unknown words of a text, as a part of the list: plain, so that it can be sent to a process."""
    slips = {(id(slip.prose), slip.start): slip.meant[0].text for slip in suspects(article) if slip.confidence >= PROBABLE}
    found: dict[str, _Found] = {}
    for unknown in unknown_words(article):
        key = unknown.base.casefold()
        entry = found.get(key) or found.setdefault(key, _first(unknown, article))
        entry.forms[unknown.base] = entry.forms.get(unknown.base, 0) + 1
        meant = slips.get((id(unknown.prose), unknown.start))
        if meant is not None:
            entry.meant[meant] = entry.meant.get(meant, 0) + 1
    return Part(path, dumps(list(found.values())), read=True)


def _first(unknown: Unknown, article: Article) -> _Found:
    place = article.document.source.position(unknown.prose.span(unknown.start, unknown.end).start)
    sentence = article.sentence_at(unknown.prose, unknown.start)
    words = unknown.prose.text[sentence.start : sentence.end]
    return _Found({}, {}, *place, words, unknown.start - sentence.start)


class WordList:
    """The unknown words of many texts taken together."""

    def __init__(self) -> None:
        self._words: dict[str, _Tally] = {}

    def follow(self, parts: Iterable[Part]) -> Iterator[Part]:
        """The parts, each taken in before it is handed on."""
        for each in parts:
            for found in loads(each.text) if each.read else ():
                entry = _Found(*found)
                self._words.setdefault(next(iter(entry.forms)).casefold(), _Tally(each.path, entry)).add(entry)
            yield each

    def listed(self, least: int = 1) -> list[Listed]:
        """The words that are used so often at least, most frequent first."""
        found = (tally.listed for tally in self._words.values())
        return sorted((each for each in found if each.times >= least), key=lambda each: (-each.times, each.word.casefold()))


class _Tally:
    """One word in all texts so far."""

    def __init__(self, path: str, first: _Found) -> None:
        self._path = path
        self._first = first
        self._files = 0
        self._forms: Counter[str] = Counter()
        self._meant: Counter[str] = Counter()

    def add(self, found: _Found) -> None:
        """Another text has the word."""
        self._files += 1
        self._forms.update(found.forms)
        self._meant.update(found.meant)

    @property
    def listed(self) -> Listed:
        """The word in the usual form with the least capitals; called a slip where it is one in half of its places or more."""
        count, first = self._forms.total(), self._first
        meant = self._meant.most_common(1)[0][0] if 2 * self._meant.total() >= count else ""
        usual = [form for form, times in self._forms.items() if times * _SELDOM >= count]
        word = min(usual, key=lambda form: (sum(map(str.isupper, form)), form))
        return Listed(word, count, self._files, self._path, first.line, first.column, first.sentence, first.start, meant)


def render(parts: Iterable[Part], look: Look, least: int, for_programs: bool) -> Iterator[str]:
    """The whole list."""
    words = WordList()
    failures: list[Failure] = []
    for each in words.follow(parts):
        failures += each.all_failures
    listed = words.listed(least)
    yield from _json(listed, failures) if for_programs else _text(listed, look)


def _text(words: Sequence[Listed], look: Look) -> Iterator[str]:
    """A word with its count and place, its sentence below."""
    for each in words:
        doubt = f" (a slip for '{safe(each.meant)}'?)" if each.meant else ""
        span = Span(each.start, each.start + len(each.word))
        view = window(each.sentence, Span(0, len(each.sentence)), span, look.width - len(_MARGIN))
        yield f"{each.times:6,}  {safe(each.word)}{doubt}  {safe(each.path)}:{each.line}:{each.column}\n{_MARGIN}{safe(view.text)}\n"
    if not look.quiet:
        told = f"{counted(len(words), 'unknown word')}, used {counted(sum(each.times for each in words), 'time')}"
        yield f"\n{told}; `--add FILE` accepts some.\n" if words else "No unknown words.\n"


def _json(words: Sequence[Listed], failures: Sequence[Failure]) -> Iterator[str]:
    """A word a line, in ASCII alone; `meant` is null where the word may well be a good one."""
    yield f'{{"version": {VERSION},\n "words": ['
    for number, each in enumerate(words):
        entry = {"word": each.word, "count": each.times, "files": each.files, "path": each.path, "line": each.line, "column": each.column}
        yield ("," if number else "") + "\n  " + dumps(entry | {"sentence": each.sentence, "meant": each.meant or None})
    yield f'],\n "failures": {told_failures(failures)}}}\n'
