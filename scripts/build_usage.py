"""Builds `usage.marisa` in `lint/data/`: how often each word is seen in running text of all sorts, slips and names among them.

    python scripts/build_usage.py [--check]

Needs `pip` on the path, which fetches the package that holds the counts, and `marisa-trie` and `msgpack` to import. The counts come in
hundredths of a decimal logarithm below 1; what is kept is how far a word stands above the rarest, in nats.
"""

from __future__ import annotations

import argparse
import gzip
import math
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import msgpack
from packages import keep, wheel

PACKAGE = "wordfreq==3.1.1"
WORD = re.compile(r"[a-z]+(?:'[a-z]+)?")
NATS = math.log(10) / 100
PARTS = 16


def main() -> None:
    """Fetches, writes or compares."""
    parser = argparse.ArgumentParser(description="Builds the table of how often words are seen that comes with copydesk.")
    parser.add_argument("--check", action="store_true", help="compare with the file that is there, write nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        made = bytes(marisa_trie.RecordTrie("<B", sorted(counts(Path(work)))).tobytes())
    keep("usage.marisa", made, check=options.check)


def counts(work: Path) -> Iterator[tuple[str, tuple[int]]]:
    """Each word in Latin letters without accents, with how far it stands above the rarest, in sixteenths of a nat."""
    content = zipfile.ZipFile(wheel(work, PACKAGE)).read("wordfreq/data/large_en.msgpack.gz")
    _, *steps = msgpack.loads(gzip.decompress(content))
    rarest = len(steps)
    for step, words in enumerate(steps):
        above = min(255, 1 + round((rarest - step) * NATS * PARTS))
        yield from ((word, (above,)) for word in words if WORD.fullmatch(word))


if __name__ == "__main__":
    main()
