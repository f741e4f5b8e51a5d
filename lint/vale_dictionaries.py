"""The dictionaries of a Vale project, and the word lists that its spelling rule takes as known: `config/dictionaries`, `config/ignore`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from lint.confines import MOST_DATA, Confines, is_file, read
from lint.vale_vocabulary import Expand

_BUNDLED = ("", "en_US-web")
"""The names of the dictionary that comes with Vale."""


def affixes(styles: Sequence[Path], name: str, confines: Confines | None = None) -> Expand | None:
    """What the affix file of this name makes of words: one of the project, of `DICPATH`, or the bundled one; None where there is none."""
    folders = [path / "config" / "dictionaries" for path in styles]
    folders += [Path(os.environ["DICPATH"])] if os.environ.get("DICPATH") else []
    places = (folder / f"{name}.aff" for folder in folders if name)
    path = next((place for place in places if is_file(place) and (confines is None or confines.holds(place))), None)
    if path is None and name not in _BUNDLED:
        return None
    from lint.dictionaries import bundled_affixes  # few vocabularies have flags
    from lint.language.hunspell import expanded, read_affix_file

    found = bundled_affixes() if path is None else read_affix_file(_bytes(path, confines), path.as_posix())
    return lambda word, flags: expanded(found, word, flags)


def _bytes(path: Path, confines: Confines | None) -> bytes:
    from lint.language.unusable import DictionaryError

    try:
        return read(path, MOST_DATA, confines)
    except OSError as error:
        raise DictionaryError(f"{path.as_posix()} cannot be read: {error.strerror}") from None


def spelling_options(styles: Sequence[Path], confines: Confines) -> Mapping[str, object]:
    """The options of the rule `Vale.Spelling` in a project: all its dictionaries, beside the bundled one, and all its lists."""
    return {"_folders": tuple(path.as_posix() for path in styles), "_everything": True, "_roots": confines.roots}
