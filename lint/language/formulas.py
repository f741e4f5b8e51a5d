"""The published formulas of readability, as `textstat` has them, on counts of our own.

textstat counts by splitting a string, and asks a corpus that it downloads for syllables. Its formulas need none of that: each is read from
its file with the names that it calls for its counts bound to ours, so that textstat itself stays as it is, and unless a formula asks for
its configuration of languages it is not even imported, which takes longer than to check an article. All that adapts it stands here; what it
asks for beyond these names is found by `unknown_names`, which a test looks at.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from lint.named import NamedTuple

_ENGLISH = "en_US"
_WORDS_A_MINUTE = 238
"""Adults who read non-fiction in silence. Source: M. Brysbaert, How many words do we read per minute?, J. Mem. Lang. 109, 2019."""
_WITH_LANGUAGE = frozenset("flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index dale_chall_readability_score".split())
_OTHERS = ("automated_readability_index", "coleman_liau_index")
NAMES = (*sorted(_WITH_LANGUAGE), *_OTHERS)
"""The formulas, by textstat's names."""
WITH_EASY_WORDS = ("dale_chall_readability_score",)
"""Those that ask which words are unfamiliar."""
_CONFIGURATION = frozenset(("get_lang_cfg", "get_lang_root", "int", "ZeroDivisionError"))
_POLYSYLLABIC = 3


class ReaderCounts(NamedTuple):
    """What the formulas ask of a text: how many of each there are.

    `letters` are those and the digits of words. Complex words have three syllables or more
    without the end of an inflection, and are neither names nor compounds (Gunning); unfamiliar ones are on no list of easy words (Dale
    and Chall).
    """

    words: int = 0
    sentences: int = 0
    paragraphs: int = 0
    letters: int = 0
    syllables: int = 0
    polysyllabic: int = 0
    complex: int = 0
    unfamiliar: int = 0


def scores(counts: ReaderCounts) -> dict[str, float]:
    """Every formula's score by its name, and the minutes that reading takes; 0 for a text without words."""
    found = {name: score(name, counts) if counts.words else 0.0 for name in NAMES}
    return found | {"reading_time_minutes": counts.words / _WORDS_A_MINUTE}


def score(name: str, counts: ReaderCounts) -> float:
    """The score of one formula; the counts must have words."""
    return float(_formula(name)(counts))


def easy_words() -> frozenset[str]:
    """The words that every pupil of ten knows, as Dale and Chall listed them, in textstat's form."""
    return _easy_words()


def unknown_names() -> set[str]:
    """What the formulas of the textstat that is installed call and nothing here provides; empty as long as it has not changed."""
    asked = {name for formula in NAMES for name in _code(formula).__code__.co_names}
    return asked - _counters().keys() - _CONFIGURATION


@cache
def _formula(name: str) -> Callable[[ReaderCounts], float]:
    """A formula of textstat whose counts are ours."""
    formula = _code(name)
    if name in _WITH_LANGUAGE:
        return lambda counts: formula(counts, _ENGLISH)
    return formula


def _code(name: str) -> FunctionType:
    """The function of a formula, without what wraps it."""
    path = _library() / "backend" / "metrics" / f"_{name}.py"
    tree = ast.parse(path.read_bytes(), path)
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == name)
    function.decorator_list.clear()
    names: dict[str, Any] = {**_counters(), "get_lang_cfg": _configured, "get_lang_root": lambda _: "en"}
    exec(compile(ast.Module([function], []), path, "exec"), names)
    made: FunctionType = names[name]
    return made


def _configured(_: str, key: str) -> float:
    """What textstat has for English under a key."""
    utils = f"{_textstat().__name__}.backend.utils"
    return float(import_module(f"{utils}._get_lang_cfg").get_lang_cfg("en", key))


@cache
def _library() -> Path:
    """Where textstat is."""
    found = PathFinder.find_spec("textstat")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("textstat is not installed")
    return Path(found.origin).parent


@cache
def _textstat() -> ModuleType:
    """The library without the one that it would download a dictionary with, which alone would take longer to import than all of ours."""
    missing = "nltk" not in sys.modules
    if missing:
        sys.modules["nltk"] = ModuleType("nltk")
    try:
        return import_module("textstat")
    finally:
        if missing:
            del sys.modules["nltk"]


@cache
def _easy_words() -> frozenset[str]:
    words = _library() / "resources" / "en" / "easy_words.txt"
    return frozenset(map(str.strip, words.read_text("utf-8").splitlines()))


def _counters() -> Mapping[str, Callable[..., float]]:
    """What textstat's functions of these names count, told from a `ReaderCounts` in the place of a text."""
    return {
        "count_words": lambda counts: counts.words,
        "count_sentences": lambda counts: counts.sentences,
        "count_polysyllable_words": lambda counts, _: counts.polysyllabic,
        "count_difficult_words": _difficult,
        "words_per_sentence": lambda counts: counts.words / counts.sentences,
        "sentences_per_word": lambda counts: counts.sentences / counts.words,
        "syllables_per_word": lambda counts, _: counts.syllables / counts.words,
        "letters_per_word": lambda counts: counts.letters / counts.words,
        "chars_per_word": lambda counts: counts.letters / counts.words,
    }


def _difficult(counts: ReaderCounts, _: str, syllable_threshold: int = _POLYSYLLABIC) -> int:
    """Gunning asks for words of three syllables, Dale and Chall for those that are on no list."""
    return counts.complex if syllable_threshold else counts.unfamiliar
