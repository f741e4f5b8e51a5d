"""The dictionaries of a Vale project, and the word lists that its spelling rule takes as known: `config/dictionaries`, `config/ignore`."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from lint.disk import is_file
from lint.vale_vocabulary import Expand

_BUNDLED = ("", "en_US-web")
"""The names of the dictionary that comes with Vale."""


def affixes(styles: Sequence[Path], name: str) -> Expand | None:
    """What the affix file of this name makes of words: one of the project, of `DICPATH`, or the bundled one; None where there is none."""
    folders = [path / "config" / "dictionaries" for path in styles]
    folders += [Path(os.environ["DICPATH"])] if os.environ.get("DICPATH") else []
    path = next((folder / f"{name}.aff" for folder in folders if name and is_file(folder / f"{name}.aff")), None)
    if path is None and name not in _BUNDLED:
        return None
    from lint.dictionaries import bundled_affixes  # few vocabularies have flags
    from lint.language.hunspell import expanded, read_affix_file

    read = bundled_affixes() if path is None else read_affix_file(path.read_bytes(), path.as_posix())
    return lambda word, flags: expanded(read, word, flags)


def spelling_options(styles: Sequence[Path]) -> Mapping[str, object]:
    """The options of the rule `Vale.Spelling` in a project: all its dictionaries, beside the bundled one, and all its lists."""
    return {"_folders": tuple(path.as_posix() for path in styles), "_everything": True}
