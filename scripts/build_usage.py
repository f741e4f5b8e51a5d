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
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import marisa_trie
import msgpack

ROOT = Path(__file__).parent.parent
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
    path = ROOT / "lint" / "data" / "usage.marisa"
    if options.check:
        sys.exit(None if made == path.read_bytes() else "the package makes another file than the one that is there")
    path.write_bytes(made)


def counts(work: Path) -> Iterator[tuple[str, tuple[int]]]:
    """Each word in Latin letters without accents, with how far it stands above the rarest, in sixteenths of a nat."""
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(work), PACKAGE]
    subprocess.run(command, check=True)
    with gzip.open(work / "wordfreq" / "data" / "large_en.msgpack.gz") as file:
        _, *steps = msgpack.load(file)
    rarest = len(steps)
    for step, words in enumerate(steps):
        above = min(255, 1 + round((rarest - step) * NATS * PARTS))
        yield from ((word, (above,)) for word in words if WORD.fullmatch(word))


if __name__ == "__main__":
    main()
