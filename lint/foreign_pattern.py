"""Patterns of foreign packs: read as `lint.dialect` says, run in `re` where no text can make them slow, else in `regex`."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from lint import pattern_notes
from lint.expression import PatternError, fold_of, is_peculiar, written


def engine(pattern: str, ignorecase: bool, text: str) -> Any:
    """What runs a pattern over this text. Raises PatternError."""
    return _exact(pattern, ignorecase) if is_peculiar(text) else plain(pattern, ignorecase)


@lru_cache(maxsize=1024)
def is_watched(text: str, ignorecase: bool = False) -> bool:
    """Whether some text could make this pattern of ours slow, or nobody knows."""
    from lint.tameness import is_tame

    try:
        return not is_tame(_tree(text, ignorecase))
    except PatternError:
        return True


@lru_cache(maxsize=16384)
def plain(text: str, ignorecase: bool) -> Any:
    """What runs a pattern over texts without rare characters. Raises PatternError."""
    sort = "folding" if ignorecase else "exact"
    known = pattern_notes.recall(sort, text, None)
    if known is None:
        known = _translated(text, ignorecase)
        pattern_notes.note(sort, text, known)
    is_tame, translation, fold = known
    if is_tame:
        try:
            compiled: Any = re.compile(translation, re.MULTILINE | (re.IGNORECASE if fold else 0))
        except (re.error, RecursionError, OverflowError):  # `regex` knows more
            compiled = by_regex(translation, fold)
    else:
        compiled = by_regex(translation, fold)
    return compiled


def _translated(text: str, ignorecase: bool) -> tuple[bool, str, bool]:
    """Whether it may run without a time limit, what it is in our engines, and whether that is to fold case."""
    from lint.tameness import is_tame

    tree = _tree(text, ignorecase)
    fold = _folds(tree, ignorecase)
    return is_tame(tree), written(tree, fold, exact=False), fold


@lru_cache(maxsize=1024)
def _exact(text: str, ignorecase: bool) -> Any:
    tree = _tree(text, ignorecase)
    fold = _folds(tree, ignorecase)
    exact = written(tree, fold, exact=True)
    return plain(text, ignorecase) if exact == written(tree, fold, exact=False) else by_regex(exact, fold)


def _tree(text: str, ignorecase: bool) -> Any:
    from lint.dialect import Flags, read

    try:
        return read(text, Flags(i=ignorecase)).tree
    except RecursionError:
        raise PatternError("brackets are nested too deep") from None


def _folds(tree: Any, ignorecase: bool) -> bool:
    folded = fold_of(tree)
    return folded if isinstance(folded, bool) else ignorecase


def by_regex(text: str, fold: bool, flags: int = re.MULTILINE) -> Any:
    """What runs a pattern in `regex`, which knows time limits. Raises PatternError."""
    import regex  # its import is dear, and most runs have no pattern that needs it

    try:
        return regex.compile(text, regex.VERSION0 | flags | (regex.IGNORECASE if fold else 0))
    except regex.error as error:
        raise PatternError(error.msg) from None
    except (RecursionError, OverflowError) as error:
        raise PatternError(f"too large to compile ({type(error).__name__})") from None
