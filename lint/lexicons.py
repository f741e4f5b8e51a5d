"""The lexicons that rules name as the `model` of their tags: found, and read once for the whole process."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from lint.confines import MOST_DATA, Confines, is_file, read
from lint.language.tag_lexicon import Lexicon, read_lexicon
from lint.language.unusable import DictionaryError


@lru_cache(maxsize=32)
def lexicon(name: str, folders: tuple[str, ...], roots: tuple[str, ...] = ()) -> Lexicon:
    """The lexicon in `config/dictionaries/<name>.dict` of the first of these style paths that has it. Raises DictionaryError."""
    found = next(iter(files(name, folders, roots)), None)
    if found is None:
        raise DictionaryError(
            f"the model '{name}' is not there; put {name}.dict into config/dictionaries of the StylesPath, or name another"
        )
    try:
        return read_lexicon(read(found, MOST_DATA).decode("utf-8"), found.as_posix())
    except OSError as error:
        raise DictionaryError(f"the model '{found.as_posix()}' cannot be read: {error.strerror}") from None
    except UnicodeDecodeError as error:
        raise DictionaryError(f"the model '{found.as_posix()}' cannot be read: {error}") from None


def files(name: str, folders: tuple[str, ...], roots: tuple[str, ...] = ()) -> tuple[Path, ...]:
    """The files of this name that are there, where `roots` are named only those in one of these folders."""
    confines = Confines(roots) if roots else None
    places = (Path(folder, "config", "dictionaries", f"{name}.dict") for folder in folders if name)
    return tuple(path for path in places if is_file(path) and (confines is None or confines.holds(path)))
