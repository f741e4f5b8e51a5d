"""Builds `syllables.marisa` in `lint/data/`: the words whose syllables their spelling does not tell.

    python scripts/build_syllables.py [--check]

Needs `pip` on the path, which fetches the pronouncing dictionary of CMU that comes with PocketSphinx, and `marisa-trie` to import. A word
of it is kept where `lint/language/syllables.py` counts otherwise than the shortest pronunciation has vowels, with that number: of the two
for `every`, `fire` and `our`, people who count syllables mean that one.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
from packages import keep, wheel

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.language.syllables import syllables  # noqa: E402

SPHINX = "pocketsphinx==5.1.1"
DICTIONARY = "pocketsphinx/model/en-us/cmudict-en-us.dict"
VOWELS = frozenset("AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW".split())
VARIANT = re.compile(r"\(\d+\)$")
WORD = re.compile(r"[a-z]+(?:'[a-z]+)*")


def main() -> None:
    """Fetches, writes or compares."""
    parser = argparse.ArgumentParser(description="Builds the table of syllables that comes with copydesk.")
    parser.add_argument("--check", action="store_true", help="compare with the file that is there, write nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        made = table(dictionary(Path(work)))
    keep("syllables.marisa", made, check=options.check)


def dictionary(work: Path) -> str:
    """The pronouncing dictionary: on each line a word and its phones."""
    return zipfile.ZipFile(wheel(work, SPHINX)).read(DICTIONARY).decode("utf-8")


def table(text: str) -> bytes:
    """The words that spelling gets wrong, each with its syllables."""
    shortest: dict[str, int] = {}
    for word, count in pronounced(text):
        shortest[word] = min(count, shortest.get(word, count))
    wrong = [(word, (count,)) for word, count in shortest.items() if count and syllables(word) != count]
    return bytes(marisa_trie.RecordTrie("<B", sorted(wrong)).tobytes())


def pronounced(text: str) -> Iterator[tuple[str, int]]:
    """Each word with the vowels of each of its pronunciations."""
    for line in text.splitlines():
        word, *phones = line.split()
        word = VARIANT.sub("", word)
        if WORD.fullmatch(word):
            yield word, sum(phone.rstrip("012") in VOWELS for phone in phones)


if __name__ == "__main__":
    main()
