"""What the articles of a folder have in common: a look at all of a small archive, at some of a large one, spread over all of it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from lint import article_facts, disk, files
from lint.article_facts import Facts
from lint.config import Configuration
from lint.contents import Contents
from lint.diagnostic import Failure
from lint.disk import DiskError
from lint.files import File
from lint.formats import suffixes
from lint.named import NamedTuple
from lint.report import Part
from lint.word_list import Listed, WordList

RELATED = {
    **dict.fromkeys((".qmd", ".rmd", ".mdwn", ".mdtxt", ".mkdn", ".markdn", ".livemd"), "markdown"),
    **dict.fromkeys((".njk", ".liquid", ".jinja", ".j2", ".hbs", ".twig", ".erb"), "html"),
}
"""Suffixes that no format has, and the format that files with them are mostly near to."""

_SMALL = 2_000_000
"""Bytes of an archive that is looked at as a whole."""
_MOST_FILES, _MOST_BYTES = 200, 800_000
"""So much is looked at of a larger one: some seconds on a core, and habits show in it."""
_LARGE = 300_000


class Files(NamedTuple):
    """The articles of a folder: `all` of them, those that are looked at, and how many files with which related suffix are not read."""

    all: Sequence[File]
    chosen: Sequence[File]
    unread: Mapping[str, int]


class Folder(NamedTuple):
    """Folders of one name: how many articles are in them, and where they are."""

    articles: int
    places: tuple[str, ...]


class Majority(NamedTuple):
    """What most say, how many of those that say anything, and what the others say."""

    value: str
    votes: int
    told: int
    others: Sequence[tuple[str, int]]


class Archive:
    """The facts of the articles that were looked at, added up; `folder` is the one that they are in."""

    def __init__(self, folder: str, found: Files) -> None:
        self.folder = folder
        self.files = found
        self.facts: list[Facts] = []
        self.failures: list[Failure] = []
        self._words = WordList()

    def look_at_others(self) -> None:
        """Note which of the articles that are not looked at cannot be read."""
        chosen = set(self.files.chosen)
        for file in self.files.all:
            if file not in chosen:
                try:
                    disk.read(file.path)
                except DiskError as error:
                    self.failures.append(Failure(file.path, str(error)))

    def take(self, part: Part) -> None:
        """Add the facts of an article."""
        self.failures += part.all_failures
        if part.read:
            facts = article_facts.read(part)
            self.facts.append(facts)
            for _ in self._words.follow([part._replace(text=facts.words)]):
                pass

    @property
    def paths(self) -> list[str]:
        """Where all articles are."""
        return [file.path for file in self.files.all]

    @property
    def read(self) -> int:
        """How many articles were looked at."""
        return len(self.facts)

    @property
    def share(self) -> float:
        """How many articles there are for each that was looked at."""
        return len(self.files.all) / max(len(self.files.chosen), 1)

    def majority(self, asked: Callable[[Facts], str | None]) -> Majority | None:
        """What most articles answer; None where none does."""
        counts = Counter(answer for facts in self.facts if (answer := asked(facts)))
        if not counts:
            return None
        (value, votes), *others = counts.most_common()
        return Majority(value, votes, counts.total(), others)

    def count(self, asked: Callable[[Facts], Iterable[str]]) -> Counter[str]:
        """In how many articles which answers stand."""
        return Counter(answer for facts in self.facts for answer in set(asked(facts)))

    def words(self, least: int) -> list[Listed]:
        """The words that no list has, are used so often, and are no probable slips."""
        return [each for each in self._words.listed(least) if not each.meant]

    def suffixes(self) -> Counter[str]:
        """How many articles have which suffix."""
        return Counter(map(_suffix, self.files.all))

    def folders(self, wanted: Callable[[str], object]) -> dict[str, Folder]:
        """Folders whose name is wanted, by the names; those that have one name are one."""
        articles: Counter[str] = Counter()
        places: dict[str, dict[str, None]] = {}
        for file in self.files.all:
            parents = PurePosixPath(self.place(file.path)).parents
            named = {parent.name: str(parent) for parent in reversed(parents) if parent.name and wanted(parent.name)}
            articles.update(named.keys())
            for name, place in named.items():
                places.setdefault(name, {})[place] = None
        return {name: Folder(articles[name], tuple(places[name])) for name in sorted(articles)}

    def place(self, path: str) -> str:
        """A path from the folder of the archive."""
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


def find(folder: str) -> Files:
    """The articles of a folder, and which to look at. Raises DiskError where there is none."""
    related = Configuration(contents=Contents(formats=RELATED))
    found = list(files.find([folder], lambda _: related))
    articles = [file for file in found if isinstance(file, File)]
    known = [file for file in articles if _suffix(file) in suffixes()]
    unread = Counter(suffix for file in articles if (suffix := _suffix(file)) not in suffixes())
    if not known:
        raise DiskError(f"{folder}: {_nothing(unread, [each.message for each in found if isinstance(each, Failure)])}")
    return Files(known, _chosen(known), unread)


def _nothing(unread: Mapping[str, int], failures: Sequence[str]) -> str:
    """Why no article was found."""
    if unread:
        others = ", ".join(f"{count:,} with {suffix}" for suffix, count in unread.items())
        return f"no article is in this folder, only {others}; say in .copydesk.yml which `formats` they have"
    known = ", ".join(sorted(suffixes()))
    beside = "".join(f"; {message}" for message in failures if not message.startswith("no article"))
    return f"no article is in this folder: none that Git does not ignore ends in {known}; name the folder that has them{beside}"


def _chosen(articles: Sequence[File]) -> Sequence[File]:
    """All, or where these are many, some at equal distances: years, desks and formats are all among them."""
    sizes = {file: _size(file.path) for file in articles}
    if sum(sizes.values()) <= _SMALL and len(articles) <= 2 * _MOST_FILES:
        return articles
    usual = [file for file in articles if sizes[file] <= _LARGE] or list(articles)
    mean = sum(sizes[file] for file in usual) / len(usual)
    most = max(1, min(_MOST_FILES, int(_MOST_BYTES / max(mean, 1))))
    if len(usual) <= most:
        return usual
    return [usual[number * len(usual) // most] for number in range(most)]


def _suffix(file: File) -> str:
    return PurePosixPath(file.path).suffix.lower()


def _size(path: str) -> int:
    try:
        return os.stat(path).st_size  # noqa: PTH116  # one call less a file
    except OSError:
        return 0
