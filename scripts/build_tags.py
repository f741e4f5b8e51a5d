"""Build lint/data/tags.bin: the weights of the sentence tagger, in a form that Python opens in milliseconds.

    python scripts/build_tags.py

The weights are those of the averaged perceptron in the Go module github.com/jdkato/prose/v3 (MIT). The `go` command fetches the module
and checks its sum; nothing else is downloaded. The result is the same bytes each time. `lint/language/weights.py` reads it:

    magic     b"copydesk tags 1\n"
    sizes     one uint32 for each section below, in bytes
    tags      the tags that a word can get, one a line; a score's place is its tag's line
    contexts  what can stand before a word: those tags, and the marks of a sentence's beginning, one a line
    sure      words that have one tag wherever they stand, one a line
    sure tags one byte each: the line of its tag
    keys      what weights are kept for, one a line: `bias`, or a letter and a text: w word, s its last three bytes, p its first byte, t tag
    ends      one uint32 a key: how many pairs there are up to its last one
    slots     one byte a pair: which feature of the key it belongs to (SLOTS, and then by context)
    places    one byte a pair: the tag that it is for
    weights   one uint16 a pair: thousandths, plus OFFSET

All numbers are little-endian. Exits with 1 where the module is not what is expected.
"""

from __future__ import annotations

import json
import struct
import subprocess
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

MODULE = "github.com/jdkato/prose/v3@v3.2.2"
MODEL = Path("tag/aptagmodel/en.bin")
TARGET = Path(__file__).parent.parent / "lint" / "data" / "tags.bin"
MAGIC = b"copydesk tags 1\n"
OFFSET = 24_000  # added to thousandths; the weights lie between -18.876 and 34.390
SLOTS = {
    b"i word ": (b"w", 0),
    b"i-1 word ": (b"w", 1),
    b"i-2 word ": (b"w", 2),
    b"i+1 word ": (b"w", 3),
    b"i+2 word ": (b"w", 4),
    b"i suffix ": (b"s", 0),
    b"i-1 suffix ": (b"s", 1),
    b"i+1 suffix ": (b"s", 2),
    b"i pref1 ": (b"p", 0),
    b"i-1 tag ": (b"t", 0),
    b"i-2 tag ": (b"t", 1),
}
BY_CONTEXT = {b"i-1 tag+i word ": (b"w", 5), b"i tag+i-2 tag ": (b"t", 2)}


class Model(NamedTuple):
    """The model as the module has it: its tags, the weights of each feature by tag, and the words with one tag."""

    tags: list[bytes]
    features: dict[bytes, list[tuple[int, float]]]
    sure: dict[bytes, int]


def main() -> int:
    """Convert, and say what was written."""
    done = subprocess.run(["go", "mod", "download", "-json", MODULE], capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr or done.stdout, file=sys.stderr)
        return 1
    found = json.loads(done.stdout)
    model = read(Reader((Path(found["Dir"]) / MODEL).read_bytes()))
    data = packed(model)
    TARGET.write_bytes(data)
    print(f"{TARGET.name}: {len(data)} bytes, {len(model.features)} features, {len(model.tags)} tags, from {MODULE} {found['Sum']}")
    return 0


class Reader:
    """Bytes, read from left to right; little-endian."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def take(self, size: int) -> bytes:
        """The next `size` bytes."""
        taken = self.data[self.place : self.place + size]
        self.place += size
        return taken

    def numbers(self, format: str, count: int) -> tuple[int, ...]:
        """The next numbers, `format` as `struct` names it."""
        return struct.unpack(f"<{count}{format}", self.take(count * struct.calcsize(format)))

    def number(self, format: str = "I") -> int:
        """The next number."""
        return self.numbers(format, 1)[0]

    def text(self) -> bytes:
        """A text behind its length."""
        return self.take(self.number("H"))


def read(reader: Reader) -> Model:
    """The module's own format: features as one blob of text with offsets, weights in rows of pairs."""
    if reader.take(8) != b"PROSETAG" or reader.number() != 1:
        raise SystemExit("the model is not in the format that is known")
    tags = [reader.text() for _ in range(reader.number())]
    features, pairs, size = reader.numbers("I", 3)
    blob = reader.take(size)
    starts = reader.numbers("I", features + 1)
    rows = reader.numbers("I", features + 1)
    places = reader.take(pairs)
    weights = reader.numbers("f", pairs)
    sure = {reader.text(): reader.number("B") for _ in range(reader.number())}
    named = {
        blob[starts[number] : starts[number + 1]]: list(zip(places[a:b], weights[a:b], strict=True))
        for number, (a, b) in enumerate(pairwise(rows))
    }
    return Model(tags, named, sure)


def packed(model: Model) -> bytes:
    """Our own format, as the docstring above says it."""
    contexts = [*model.tags, b"-START-", b"-START2-"]
    kept: dict[bytes, list[tuple[int, int, int]]] = defaultdict(list)
    for feature, pairs in model.features.items():
        key, slot = keyed(feature, contexts)
        kept[key] += [(slot, place, thousandths(weight)) for place, weight in pairs]
    keys = sorted(kept)
    ends, rows = [], []
    for key in keys:
        rows += sorted(kept[key])
        ends.append(len(rows))
    sure = sorted(model.sure)
    sections = [
        b"\n".join(model.tags),
        b"\n".join(contexts),
        b"\n".join(sure),
        bytes(model.sure[word] for word in sure),
        b"\n".join(keys),
        struct.pack(f"<{len(ends)}I", *ends),
        bytes(slot for slot, _, _ in rows),
        bytes(place for _, place, _ in rows),
        struct.pack(f"<{len(rows)}H", *(weight + OFFSET for _, _, weight in rows)),
    ]
    check_lines(sections)
    return MAGIC + struct.pack(f"<{len(sections)}I", *map(len, sections)) + b"".join(sections)


def keyed(feature: bytes, contexts: list[bytes]) -> tuple[bytes, int]:
    """The key that a feature is kept under, and its slot there. Raises SystemExit for one that is not known."""
    if feature == b"bias":
        return feature, 0
    for prefix, (letter, slot) in SLOTS.items():
        if feature.startswith(prefix):
            return letter + feature[len(prefix) :], slot
    for prefix, (letter, slot) in BY_CONTEXT.items():
        if feature.startswith(prefix):
            before, _, rest = feature[len(prefix) :].partition(b" ")
            context, key = (before, rest) if letter == b"w" else (rest, before)
            return letter + key, slot + contexts.index(context)
    raise SystemExit(f"a feature that is not known: {feature!r}")


def thousandths(weight: float) -> int:
    """The weight as the whole number that it is. Raises SystemExit where it is none."""
    whole = round(weight * 1000)
    if abs(weight * 1000 - whole) > 0.01 or not 0 <= whole + OFFSET < 1 << 16:
        raise SystemExit(f"a weight that cannot be kept: {weight}")
    return whole


def check_lines(sections: list[bytes]) -> None:
    """Raises SystemExit where a text has a line end in it."""
    sure, tags_of_sure, keys, ends = sections[2:6]
    if len(sure.split(b"\n")) != len(tags_of_sure) or 4 * len(keys.split(b"\n")) != len(ends):
        raise SystemExit("a line end stands in a word")


if __name__ == "__main__":
    sys.exit(main())
