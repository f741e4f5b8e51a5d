"""The dictionaries and word lists that a spelling rule names: found, read once for the whole process, and asked together.

They are data as large as a hundred rules, so they are opened when a rule first asks, not when it is loaded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from lint import data
from lint.compiled import compiled
from lint.confines import MOST_DATA, OUTSIDE, Confines, is_file, is_folder, read
from lint.language.hunspell import read_affix_file, read_dictionary
from lint.language.hunspell_affixes import Affixes
from lint.language.hunspell_dictionary import Dictionary
from lint.language.suggestions import Suggester
from lint.language.unusable import DictionaryError
from lint.named import NamedTuple

BUNDLED = "en_US"
"""The dictionary that comes with the package."""

_DICTIONARIES = Path("config", "dictionaries")
_WORD_LISTS = Path("config", "ignore")
_MOST_KNOWN = 1 << 17
_NUMBER = compiled(r"[0-9]+(?:[.,-][0-9]+)*[.,-]?|\d+|0?x[0-9A-Fa-f]+|0b[01]+|[0-9a-z]{40}")
_MEASURE = compiled(r"[0-9]+([A-Za-z]+)")


class Wanted(NamedTuple):
    """What a rule asks for, as its YAML says it. Relative paths count from each of `folders` (style paths) and from where the run started.

    `bundled` adds the dictionary of the package, which also serves where none is named; `everything` adds what the folders keep in
    `config/dictionaries` and `config/ignore`. Where `roots` are named, no file outside of these folders is read.
    """

    names: tuple[str, ...] = ()
    folder: str = ""
    aff: str = ""
    dic: str = ""
    bundled: bool = False
    lists: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    everything: bool = False
    roots: tuple[str, ...] = ()

    @property
    def confines(self) -> Confines | None:
        """Where its files may be."""
        return _confines(self.roots) if self.roots else None


class Speller:
    """Several dictionaries and word lists as one: a word that one of them knows is right."""

    def __init__(self, dictionaries: tuple[Dictionary, ...], listed: frozenset[str]) -> None:
        self.dictionaries = dictionaries
        self.checked: dict[object, dict[str, tuple[tuple[int, str], ...]]] = {}
        self._listed = listed
        self._known: dict[str, bool] = {}
        self._suggesters = [Suggester(dictionary) for dictionary in dictionaries]

    def knows(self, word: str) -> bool:
        """Whether a word is right, or a number."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            known = self._known[word] = self._accepts(word)
        return known

    def converted(self, word: str) -> str:
        """The word with its letters as the dictionaries write them."""
        for dictionary in self.dictionaries:
            word = dictionary.converted(word)
        return word

    def recased(self, word: str) -> str | None:
        """The one way to write this word with other capitals, from the first dictionary that has it."""
        return next((cased for dictionary in self.dictionaries if (cased := dictionary.recased(word)) is not None), None)

    def suggestions(self, word: str, most: int = 5) -> tuple[str, ...]:
        """What may have been meant, best first; the dictionaries take turns."""
        found = [suggester.suggestions(word, most) for suggester in self._suggesters]
        turns = (row[place] for place in range(most) for row in found if place < len(row))
        return tuple(dict.fromkeys(turns))[:most]

    def _accepts(self, word: str) -> bool:
        if word in self._listed or any(dictionary.knows(word) for dictionary in self.dictionaries):
            return True
        if word.lower() in self._listed or _NUMBER.fullmatch(word):
            return True
        measure = _MEASURE.fullmatch(word)
        return measure is not None and any(dictionary.knows(measure[1]) for dictionary in self.dictionaries)


@lru_cache(maxsize=32)
def opened(wanted: Wanted) -> Speller:
    """The dictionaries of a rule. Raises DictionaryError for one that is not there or cannot be read."""
    listed = frozenset(word for path in _lists(wanted) for word in _words(path, wanted.confines))
    pairs = _pair(wanted)
    if pairs is not None:
        return Speller((_read(*pairs, wanted.roots),), listed)
    folders = _folders(wanted)
    found = [_named(name, folders, wanted) for name in wanted.names]
    if not found or wanted.bundled:
        found.append(bundled())
    if wanted.everything:
        places = [folder / _DICTIONARIES for folder in map(Path, wanted.folders)]
        found.extend(_read(path.with_suffix(".aff"), path, wanted.roots) for place in places for path in sorted(place.glob("*.dic")))
    return Speller(tuple(dict.fromkeys(found)), listed)


def files(wanted: Wanted) -> tuple[Path, ...]:
    """The files that `opened` reads, apart from those of the package; what is not there is left out."""
    try:
        pair = _pair(wanted) or ()
        named = [folder / f"{name}{suffix}" for folder in _folders(wanted) for name in wanted.names for suffix in (".dic", ".aff")]
    except DictionaryError:
        pair, named = (), []
    kept = [path for folder in wanted.folders for path in sorted(Path(folder, _DICTIONARIES).glob("*"))] if wanted.everything else []
    return tuple(path for path in (*pair, *named, *kept, *_lists(wanted)) if is_file(path) and _is_allowed(path, wanted))


@lru_cache(maxsize=1)
def bundled() -> Dictionary:
    """The dictionary of the package."""
    return read_dictionary(data.read(f"{BUNDLED}.aff"), data.read(f"{BUNDLED}.dic"), f"{BUNDLED}.aff", f"{BUNDLED}.dic")


def bundled_affixes() -> Affixes:
    """The affix file of the package alone, for words of a vocabulary that bring their flags."""
    return read_affix_file(data.read(f"{BUNDLED}.aff"), f"{BUNDLED}.aff")


def _pair(wanted: Wanted) -> tuple[Path, Path] | None:
    """The files that `aff` and `dic` name, None where they name none. Raises DictionaryError where only one of them is there."""
    if not wanted.aff and not wanted.dic:
        return None
    for key, other, said in (("aff", "dic", wanted.aff), ("dic", "aff", wanted.dic)):
        if not said:
            raise DictionaryError(f"'{other}' names a file and '{key}' none; a dictionary is both of them")
    aff, dic = (_first(_places(name, wanted, "", "config", _DICTIONARIES), name, wanted) for name in (wanted.aff, wanted.dic))
    return aff, dic


def _named(name: str, folders: list[Path], wanted: Wanted) -> Dictionary:
    """The dictionary of a name, such as `de_DE`, from the first of these folders that has it."""
    try:
        dic, aff = (_first([folder / f"{name}{suffix}" for folder in folders], f"{name}{suffix}", wanted) for suffix in (".dic", ".aff"))
    except DictionaryError:
        if name in (BUNDLED, f"{BUNDLED}-web"):
            return bundled()
        raise
    return _read(aff, dic, wanted.roots)


def _folders(wanted: Wanted) -> list[Path]:
    """Where dictionaries are looked for by name: the rule's own folder, else those of the styles; then `DICPATH`, as Hunspell has it."""
    kept = [Path(folder) / _DICTIONARIES for folder in wanted.folders]
    if wanted.folder:
        places = [Path(wanted.folder), *(Path(folder) / wanted.folder for folder in wanted.folders)]
        own = next((place for place in places if _is_allowed(place, wanted) and is_folder(place)), None)
        if own is None:
            raise DictionaryError(f"the folder '{wanted.folder}' of 'dicpath' is not there; looked for {_shown(places)}")
        kept = [own, *kept] if wanted.everything else [own]
    shared = os.environ.get("DICPATH")
    return [*kept, Path(shared)] if shared else kept


def _places(name: str, wanted: Wanted, *below: str | Path) -> list[Path]:
    return [Path(name), *(Path(folder, part, name) for part in below for folder in wanted.folders)]


def _is_allowed(place: Path, wanted: Wanted) -> bool:
    confines = wanted.confines
    return confines is None or confines.holds(place)


def _first(places: list[Path], name: str, wanted: Wanted) -> Path:
    """The first of these files that is there. Raises DictionaryError that says where it was looked for."""
    allowed = [place for place in places if _is_allowed(place, wanted)]
    found = next((place for place in allowed if is_file(place)), None)
    if found is None and places and not allowed:
        raise DictionaryError(f"the dictionary file '{name}' is not read: {OUTSIDE}")
    if found is None:
        where = _shown(places) if places else "no folder: the rule has no style path"
        raise DictionaryError(
            f"the dictionary file '{name}' is not there; looked for {where}. Put it there, or take its name out of the rule"
        )
    return found


def _shown(places: Iterable[Path]) -> str:
    return ", ".join(place.as_posix() for place in places)


@lru_cache(maxsize=32)
def _read(aff: Path, dic: Path, roots: tuple[str, ...]) -> Dictionary:
    confines = _confines(roots) if roots else None
    return read_dictionary(_bytes(aff, confines), _bytes(dic, confines), aff.as_posix(), dic.as_posix())


def _bytes(path: Path, confines: Confines | None) -> bytes:
    try:
        return read(path, MOST_DATA, confines)
    except OSError as error:
        cure = "; a dictionary is an .aff and a .dic of one name" if isinstance(error, FileNotFoundError) else ""
        raise DictionaryError(f"{path.as_posix()} cannot be read: {error.strerror}{cure}") from None


@lru_cache(maxsize=32)
def _confines(roots: tuple[str, ...]) -> Confines:
    return Confines(roots)


def _lists(wanted: Wanted) -> Iterator[Path]:
    """The word lists that are there; a list that is not takes nothing away, as Vale has it."""
    for name in wanted.lists:
        yield from (place for place in _places(name, wanted, "", _WORD_LISTS) if _is_allowed(place, wanted) and is_file(place))
    if wanted.everything:
        for folder in wanted.folders:
            yield from sorted(Path(folder, _WORD_LISTS).rglob("*.txt"))


def _words(path: Path, confines: Confines | None) -> Iterator[str]:
    """The words of a list, one a line."""
    try:
        text = read(path, MOST_DATA, confines).decode("utf-8-sig")
    except OSError as error:
        raise DictionaryError(f"the word list {path.as_posix()} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DictionaryError(f"the word list {path.as_posix()} cannot be read: {error}; save it as UTF-8, a word a line") from None
    return (word for line in text.splitlines() if (word := line.strip()) not in ("", "#"))
