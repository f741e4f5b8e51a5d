"""Builds `lint/data/en_US.dic`, `en_US.aff` and their licence from published packages.

    python scripts/build_dictionary.py

Needs `npm`, `apt-get` and `dpkg-deb` on the path, which fetch the packages named below. The words are those of SCOWL up to size 70 in
American and British spelling, those of the Hunspell dictionary derived from it, and terms of software. All inflected forms are entries
of their own, but for possessives, which are the one class that is used: so a word is found at the first look, and suggestions need no
expanding. The classes of the affix file stay, since vocabularies name them for words of their own. Words that only the larger lists have
bear the flag of `WARN`, which puts them last among suggestions.
"""

from __future__ import annotations

import argparse
import gzip
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from lint.language.hunspell import read_dictionary  # noqa: E402

SCOWL = "scowl=2020.12.07-2"
HUNSPELL = "dictionary-en@4.0.0"
SOFTWARE = "@cspell/dict-software-terms@5.4.9"

LARGEST = 70
LARGEST_COMMON = 50
RARE = "~"
DIALECTS = ("english", "american", "british", "british_z", "variant_1")
CATEGORIES = ("words", "upper", "proper-names", "contractions", "abbreviations")
LISTED = re.compile(r"(?P<dialect>\w+)-(?P<category>[a-z-]+)\.(?P<size>\d+)")
WORD = re.compile(r"[^\W\d_]+(?:['.][^\W\d_]+)*")
ACRONYM = re.compile(r"[A-Z]{2,5}")
SHORTEST_ACRONYM = 2
SHORTEST_HALF = 3
PREFIXES = frozenset("anti auto co cyber de geo hyper inter meta micro mis multi non over pre re sub super trans un web".split())
TERM = re.compile(r"[a-z]{6,}")


def main() -> None:
    """Fetches, joins, writes."""
    parser = argparse.ArgumentParser(description="Builds the dictionary that comes with copydesk.")
    parser.add_argument("--into", type=Path, default=ROOT / "lint" / "data", help="the folder to write to")
    into = parser.parse_args().into
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        scowl, hunspell, software = (fetched(work / name) for name in ("scowl", "hunspell", "software"))
        affixes = (hunspell / "package/index.aff").read_bytes()
        lists = scowl / "usr/share/dict/scowl"
        words = set(scowl_words(lists, LARGEST)) | set(hunspell_words(affixes, hunspell / "package/index.dic"))
        words |= set(software_terms(software / "package/dict", words))
        words |= set(acronym_forms(words))
        into.mkdir(exist_ok=True)
        (into / "en_US.aff").write_bytes(affixes + f"\n# words of the larger lists only\nWARN {RARE}\n".encode())
        common = set(scowl_words(lists, LARGEST_COMMON))
        (into / "en_US.dic").write_text(dictionary(words, common), encoding="utf-8", newline="\n")
        (into / "en_US.LICENSE.txt").write_text(licence(scowl, hunspell, software), encoding="utf-8", newline="\n")


def fetched(folder: Path) -> Path:
    """One of the packages, unpacked into a new folder."""
    folder.mkdir()
    if folder.name == "scowl":
        subprocess.run(["apt-get", "download", SCOWL], cwd=folder, check=True, capture_output=True)
        (archive,) = folder.glob("*.deb")
        subprocess.run(["dpkg-deb", "-x", archive.name, "."], cwd=folder, check=True)
    else:
        package = HUNSPELL if folder.name == "hunspell" else SOFTWARE
        subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True)
        (archive,) = folder.glob("*.tgz")
        subprocess.run(["tar", "-xzf", archive.name], cwd=folder, check=True)
    return folder


def scowl_words(folder: Path, largest: int) -> Iterator[str]:
    """The words of the lists up to a size, in the dialects that are wanted."""
    for path in sorted(folder.iterdir()):
        named = LISTED.fullmatch(path.name)
        if named and named["dialect"] in DIALECTS and named["category"] in CATEGORIES and int(named["size"]) <= largest:
            yield from path.read_text(encoding="utf-8").split()


def hunspell_words(affixes: bytes, entries: Path) -> Iterator[str]:
    """Each form of each entry; numbers and the parts of ordinals keep their flags."""
    known = read_dictionary(affixes, entries.read_bytes(), "index.aff", entries.name)
    for line in entries.read_text(encoding="utf-8").split("\n")[1:]:
        word, _, flags = line.partition("/")
        if word[:1].isdigit() or "!" in flags:
            yield line
        elif word:
            yield from known.affixes.forms(word, known.affixes.flags(flags))


def acronym_forms(words: Iterable[str]) -> Iterator[str]:
    """The possessive of words in capitals, and the plural of those that do not look like a word then, as `DEs` does."""
    for word in words:
        if ACRONYM.fullmatch(word):
            yield f"{word}'s"
            if len(word) > SHORTEST_ACRONYM:
                yield f"{word}s"


def software_terms(folder: Path, known: set[str]) -> Iterator[str]:
    """Acronyms and names with capitals, and the terms that are made of words: `failover`, `preconfigure`; the others are mostly code."""
    lists = [
        gzip.decompress((folder / "softwareTerms.txt.gz").read_bytes()).decode(),
        (folder / "computing-acronyms.txt").read_text("utf-8"),
    ]
    terms = {line.strip(" *+!~") for text in lists for line in text.split("\n") if not line.startswith(("#", "!"))}
    cased = {term for term in terms if term.isascii() and term.isalpha() and not term.islower()}
    yield from cased
    folded = {word.lower() for word in known | cased if not word.islower()}
    for term in terms:
        if TERM.fullmatch(term) and term not in folded and is_made_of_words(term, known):
            yield term


def is_made_of_words(term: str, known: set[str]) -> bool:
    """Whether a term is two words, or a word behind a prefix."""
    halves = ((term[:place], term[place:]) for place in range(2, len(term) - SHORTEST_HALF + 1))
    return any(right in known and (left in PREFIXES or (len(left) >= SHORTEST_HALF and left in known)) for left, right in halves)


def dictionary(words: set[str], common: set[str]) -> str:
    """The `.dic`: entries sorted as Python sorts them, a possessive as the flag of its word."""
    plain = {word for word in words if "/" not in word and (WORD.fullmatch(word) or word[0] == "'")}
    flagged = {word for word in words if "/" in word}
    own = {word.partition("/")[0] for word in flagged}
    lines = flagged | {entry(word, plain, common) for word in plain if not is_possessive(word, plain) and word not in own}
    return "\n".join([str(len(lines)), *sorted(lines)]) + "\n"


def is_possessive(word: str, words: set[str]) -> bool:
    """Whether a word is one that the flag stands for."""
    return word.endswith("'s") and word[:-2] in words


def entry(word: str, words: set[str], common: set[str]) -> str:
    """The line of a word."""
    flags = ("M" if f"{word}'s" in words else "") + ("" if word in common else RARE)
    return f"{word}/{flags}" if flags else word


def licence(scowl: Path, hunspell: Path, software: Path) -> str:
    """What the makers of the words ask to be shipped with them."""
    parts = {
        SCOWL: scowl / "usr/share/doc/scowl/copyright",
        HUNSPELL: hunspell / "package/license",
        SOFTWARE: software / "package/LICENSE",
    }
    return "\n".join(f"{'=' * 8} {name} {'=' * 8}\n\n{path.read_text(encoding='utf-8').strip()}\n" for name, path in parts.items())


if __name__ == "__main__":
    main()
