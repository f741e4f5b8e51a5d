"""Builds `levels.marisa` in `lint/data/`: the level of English at which learners meet a word.

    python scripts/build_levels.py [--check]

Needs `pip` on the path, which fetches the package that holds the levels, and `marisa-trie` to import. A level is 1 (A1) to 6 (C2), the mean
of those of a word's parts of speech; it is kept in eighths. Words of the highest level are left out: most words that learners do not meet
are on no list at all.
"""

from __future__ import annotations

import argparse
import importlib
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from packages import keep, wheel

PACKAGE = "cefrpy==1.0.3"
WORD = re.compile(r"[a-z]+(?:['-][a-z]+)*")
PARTS = 8
HIGHEST = 6 * PARTS


def main() -> None:
    """Fetches, writes or compares."""
    parser = argparse.ArgumentParser(description="Builds the table of word levels that comes with copydesk.")
    parser.add_argument("--check", action="store_true", help="compare with the file that is there, write nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        made = bytes(marisa_trie.RecordTrie("<B", sorted(levels(Path(work)))).tobytes())
    keep("levels.marisa", made, check=options.check)


def levels(work: Path) -> Iterator[tuple[str, tuple[int]]]:
    """Each word that is easier than the hardest, with its level in eighths."""
    zipfile.ZipFile(wheel(work, PACKAGE)).extractall(work)
    sys.path.insert(0, str(work))
    analyzer = importlib.import_module("cefrpy").CEFRAnalyzer()
    for word in analyzer.yield_words():
        level = round(analyzer.get_average_word_level_float(word) * PARTS)
        if WORD.fullmatch(word) and level < HIGHEST:
            yield word, (level,)


if __name__ == "__main__":
    main()
