"""Builds `lint/data/slips.bin`: how likely each slip of the fingers or the ear is, by letters.

    python scripts/build_slips.py

Needs `cargo` on the path, which fetches the crate named below (MIT or Apache-2.0). It holds 96,000 misspellings, each with what was
meant; no word of it is kept. Of those that are one slip away from the right word, each slip is counted by its letters and divided by how
often it could have been made; what was never seen is held for a little likelier between neighbours on the keyboard.

`lint/language/slips.py` reads the result: four tables of SIZE x SIZE bytes, each an eighth of a nat below certainty, for a letter mistaken
(meant, written), put in (before, written), left out (before, meant) and swapped with the next (first, second).
"""

from __future__ import annotations

import math
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.language.slips import LETTERS, STEP  # noqa: E402

ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
CRATE = "typos-dict@0.13"
PAIR = re.compile(r'Ascii\("([^"]+)"\),\s*&\["([a-z\']+)"\]')
SEEN_BEFORE = 0.2
NEIGHBOURS = 3.0


def main() -> None:
    """Fetches, counts, writes."""
    pairs = misspellings()
    slips = Counter(slip for wrong, right in pairs if (slip := only_slip(wrong, right)))
    letters = Counter(letter for _, right in pairs for letter in right)
    neighbours = Counter(pair for _, right in pairs for pair in pairwise("^" + right))
    table = bytearray()
    for kind in ("mistaken", "put in", "left out", "swapped"):
        for first in LETTERS:
            for second in LETTERS:
                chances = letters[first] if kind in ("mistaken", "put in") else neighbours[first, second]
                prior = SEEN_BEFORE * (NEIGHBOURS if near(first, second) else 1.0)
                share = (slips[kind, first, second] + prior) / (chances + 50)
                table.append(min(255, round(-math.log(share) / STEP)))
    (ROOT / "lint" / "data" / "slips.bin").write_bytes(bytes(table))


def misspellings() -> list[tuple[str, str]]:
    """Pairs of what was written and what was meant."""
    with tempfile.TemporaryDirectory() as folder:
        for command in (["cargo", "init", "-q", "--name", "fetch"], ["cargo", "add", "-q", CRATE], ["cargo", "vendor", "-q", "crates"]):
            subprocess.run(command, cwd=folder, check=True, capture_output=True)
        text = Path(folder, "crates/typos-dict/src/word_codegen.rs").read_text(encoding="utf-8")
    return sorted({(wrong, right) for wrong, right in PAIR.findall(text) if set(wrong + right) <= set(LETTERS)})


def only_slip(wrong: str, right: str) -> tuple[str, str, str] | None:
    """The slip that made the one word of the other; None where there is more than one."""
    start = next((place for place, (one, other) in enumerate(zip(wrong, right, strict=False)) if one != other), min(len(wrong), len(right)))
    for kind, written, meant in slips_at(wrong[start:], right[start:]):
        if wrong[start + written :] == right[start + meant :]:
            before = right[start - 1] if start else "^"
            match kind:
                case "mistaken":
                    return kind, right[start], wrong[start]
                case "put in":
                    return kind, before, wrong[start]
                case "left out":
                    return kind, before, right[start]
                case _:
                    return (kind, right[start], right[start + 1]) if wrong[start : start + 2] == right[start : start + 2][::-1] else None
    return None


def slips_at(wrong: str, right: str) -> Iterator[tuple[str, int, int]]:
    """Each kind of slip that may stand at the beginning of both, with how many letters it takes of either."""
    if wrong and right:
        yield "mistaken", 1, 1
    if len(wrong) > 1 and len(right) > 1 and wrong[:2] == right[1::-1]:
        yield "swapped", 2, 2
    if wrong:
        yield "put in", 1, 0
    if right:
        yield "left out", 0, 1


def near(one: str, other: str) -> bool:
    """Whether two keys lie side by side."""
    places = {letter: (row, column) for row, letters in enumerate(ROWS) for column, letter in enumerate(letters)}
    if one not in places or other not in places:
        return False
    (row, column), (other_row, other_column) = places[one], places[other]
    return abs(row - other_row) <= 1 and abs(column - other_column) <= 1


if __name__ == "__main__":
    main()
