"""The published formulas of readability, as `textstat` has them, on counts of our own.

textstat counts by splitting a string, and asks a corpus that it downloads for syllables. Its formulas need none of that: each is taken with
the names that it calls for its counts bound to ours, so that textstat itself stays as it is. All that adapts it stands here; what it asks
for beyond these names is found by `unknown_names`, which a test looks at.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

_ENGLISH = "en_US"
_WORDS_A_MINUTE = 238
"""Adults who read non-fiction in silence. Source: M. Brysbaert, How many words do we read per minute?, J. Mem. Lang. 109, 2019."""
_WITH_LANGUAGE = frozenset("flesch_reading_ease flesch_kincaid_grade gunning_fog smog_index dale_chall_readability_score".split())
_OTHERS = ("automated_readability_index", "coleman_liau_index")
NAMES = (*sorted(_WITH_LANGUAGE), *_OTHERS)
"""The formulas, by textstat's names."""
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
    found = {name: float(formula(counts)) for name, formula in _formulas().items()} if counts.words else dict.fromkeys(NAMES, 0.0)
    return found | {"reading_time_minutes": counts.words / _WORDS_A_MINUTE}


def score(name: str, counts: ReaderCounts) -> float:
    """The score of one formula; the counts must have words."""
    return float(_formulas()[name](counts))


def easy_words() -> frozenset[str]:
    """The words that every pupil of ten knows, as Dale and Chall listed them, in textstat's form."""
    return _easy_words()


def unknown_names() -> set[str]:
    """What the formulas of the textstat that is installed call and nothing here provides; empty as long as it has not changed."""
    asked = {name for formula in NAMES for name in _code(formula).__code__.co_names}
    return asked - _counters().keys() - _CONFIGURATION


@cache
def _formulas() -> Mapping[str, Callable[[ReaderCounts], float]]:
    return {name: _bound(name) for name in NAMES}


def _bound(name: str) -> Callable[[ReaderCounts], float]:
    """A formula of textstat whose counts are ours."""
    code = _code(name)
    formula = FunctionType(code.__code__, {**code.__globals__, **_counters()}, name, code.__defaults__)
    if name in _WITH_LANGUAGE:
        return lambda counts: formula(counts, _ENGLISH)
    return formula


def _code(name: str) -> FunctionType:
    function: Any = getattr(import_module(f"{_textstat().__name__}.backend.metrics._{name}"), name)
    unwrapped: FunctionType = function.__wrapped__
    return unwrapped


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
    """textstat's list, read without textstat: to import that takes longer than to count an article."""
    library = find_spec("textstat")
    if library is None or library.origin is None:
        raise ModuleNotFoundError("textstat is not installed")
    words = Path(library.origin).with_name("resources") / "en" / "easy_words.txt"
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
