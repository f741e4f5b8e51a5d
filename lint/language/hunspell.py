"""Hunspell's files: an `.aff` and a `.dic`, in the encoding that they name, as a dictionary."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_left

from lint.compiled import compiled
from lint.language.hunspell_aff_file import read_affixes
from lint.language.hunspell_affixes import Affixes, split_flags
from lint.language.hunspell_dictionary import Dictionary
from lint.language.hunspell_entries import SLASH
from lint.language.unusable import DictionaryError

_SET = re.compile(rb"^[ \t]*SET[ \t]+(\S+)", re.MULTILINE)
_NOTES = compiled(r"(?:\t.*|[ ]+(?:\d+|[a-z]{2}:.*)[ ]*|[ \t\r]+)$", re.MULTILINE)


def read_dictionary(aff: bytes, dic: bytes, aff_name: str, dic_name: str) -> Dictionary:
    """The dictionary of two files' contents. Raises DictionaryError that names the file, the line and what to do."""
    encoding = _encoding(aff, dic, aff_name)
    affixes = read_affixes(_decoded(aff, encoding, aff_name), aff_name)
    return Dictionary(affixes, _entry_lines(_decoded(dic, encoding, dic_name), affixes, dic_name))


def read_affix_file(aff: bytes, name: str) -> Affixes:
    """An `.aff` alone, for words that bring their flags. Raises DictionaryError."""
    return read_affixes(_decoded(aff, _encoding(aff, b"", name), name), name)


def expanded(affixes: Affixes, word: str, flags: str) -> tuple[str, ...]:
    """All forms of a word under the flags written for it, its own first. Raises DictionaryError for a flag that names no class."""
    named = split_flags(flags, affixes.flag_type, affixes.name) if not affixes.aliases else list(affixes.flags(flags))
    for flag in named:
        if flag not in affixes.classes:
            known = ", ".join(sorted(affixes.classes)[:30]) or "none"
            raise DictionaryError(f"'{flag}' is no affix flag of {affixes.name}; it has: {known}")
    return tuple(dict.fromkeys(affixes.forms(word, frozenset(named))))


def _entry_lines(text: str, affixes: Affixes, name: str) -> list[str]:
    """The entries, sorted, without what is said about their morphology."""
    count, _, body = text.replace("\r\n", "\n").partition("\n")
    if not count.strip(" \t").split()[:1] or not count.split()[0].isdecimal():
        raise DictionaryError(f"{name}, line 1: '{count[:40]}' is no number; the first line says how many entries follow")
    if "\t" in body or " " in body:
        body = _NOTES.sub("", body)
    if "\\/" in body:
        body = body.replace("\\/", SLASH)
    if affixes.flag_type in ("num", "long"):
        _check_flags(body, affixes, name)
    lines = body.split("\n")
    lines.sort()
    return lines[bisect_left(lines, "!") :]


def _check_flags(body: str, affixes: Affixes, name: str) -> None:
    """Raises DictionaryError for the first entry whose flags are not of the type that the `.aff` says."""
    right = r"[\d,]*" if affixes.flag_type == "num" or affixes.aliases else r"(?:..)*"
    wrong = re.search(rf"^[^/\n]+/(?!{right}$)(.*)$", body, re.MULTILINE)
    if wrong:
        split_flags(wrong.group(1), affixes.flag_type, f"{name}, line {body.count(chr(10), 0, wrong.start()) + 2}")


def _encoding(aff: bytes, dic: bytes, name: str) -> str:
    """How both files are written: as `SET` says, else UTF-8 where they are that, else Latin-1 as Hunspell has it."""
    said = _SET.search(aff)
    if said is None:
        return "utf-8-sig" if _is_utf8(aff) and _is_utf8(dic) else "latin-1"
    written = said.group(1).decode("ascii", "replace")
    python = re.sub(r"(?i)^microsoft-", "", written)
    try:
        found = codecs.lookup({"tis620-2533": "tis-620"}.get(python.lower(), python)).name
    except LookupError:
        line = aff.count(b"\n", 0, said.start(1)) + 1
        message = f"{name}, line {line}: the encoding '{written}' is not known; convert both files to UTF-8 and write 'SET UTF-8'"
        raise DictionaryError(message) from None
    return "utf-8-sig" if found == "utf-8" else found


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _decoded(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        said = "UTF-8" if encoding == "utf-8-sig" else encoding
        message = f"{name}, line {line}: this is not written in {said}, as SET says; save the file so, or correct SET in the .aff"
        raise DictionaryError(message) from None
