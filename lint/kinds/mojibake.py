"""Text that was decoded with the wrong table, and other wreckage of a conversion.

extends: mojibake
message: "'%s' is broken text: %s is meant."
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import PLACEHOLDER, Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.ligatures import LIGATURE, spelled_out
from lint.rule import Match
from lint.text import Edit

_CP1252_HIGH = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_SECOND = rf"[\u0080-\u00bf{_CP1252_HIGH}]"
_MISREAD = compiled(rf"(?:[\u00c2-\u00f4]{_SECOND}+)+")
_TYPEWRITER = compiled(r"[\u0080\u0085\u0091-\u0097\u0099]")
_SPLIT_ACCENT = compiled("([ÃÂ])[ \u00a0]?([\u0301\u0304\u0308\u0327])")
_SPACING = {"\u0301": "´", "\u0304": "¯", "\u0308": "¨", "\u0327": "¸"}
_ENTITY = compiled(r"&(?:amp;)?(?:amp|nbsp|quot|apos|lt|gt|[lr][sd]quo|[mn]dash|hellip|#\d{2,5}|#x[0-9a-fA-F]{2,5});")
_LOST = compiled(r"\ufffd|[\u0080-\u009f]|(?<=[a-z])Ã(?![A-Z])|(?<![A-ZÀ-Þ])[A-Z]Ã(?=$|[ \u00a0][a-z])|ï»¿")
_SUSPECT = compiled(rf"[\u00c2-\u00f4]{_SECOND}|{LIGATURE.pattern}|{_SPLIT_ACCENT.pattern}|{_ENTITY.pattern}|{_LOST.pattern}")
_WORD = compiled(rf"(?:[^\s{PLACEHOLDER}]|(?<=[ÃÂ])[ \u00a0](?=[\u0300-\u036f]))+")
_TRIGGERS = (
    frozenset(chr(code).lower() for code in range(0xC2, 0xF5))
    | {chr(code) for code in range(0xFB00, 0xFB07)}
    | {chr(code) for code in range(0x80, 0xA0)}
    | {"\ufffd", "&"}
)
_MOST_TIMES_MISREAD = 3


@frozen
class Mojibake:
    """UTF-8 read as Windows-1252 (once or several times over), typographic ligatures, stray control characters, lost characters,
    entities that were escaped twice: one match a word, with the sort of damage as its cause. What was meant is offered where the bytes
    still tell it; of a word that its ligature has torn apart the whole.
    """

    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """Each wrecked word."""
        text = prose.text
        if _SUSPECT.search(text) is None:
            return
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done or _SUSPECT.search(text, max(0, word.start() - 1), min(len(text), word.end() + 2)) is None:
                continue
            start, end = _trimmed(text, *word.span())
            if start == end:
                continue
            if _is_wrecked(text, start, end):
                yield Match(prose.span(start, end), (text[start:end], "another character"), cause="lost")
                continue
            start, done, meant = _whole(text, start, end, article.language(prose).startswith("en"))
            written = text[start:done]
            if meant != written:
                span = prose.span(start, done)
                yield Match(span, (written, f"'{meant}'"), ((Edit(span, meant),),), cause=_cause(written))

    def triggers(self) -> frozenset[str] | None:
        """The characters that wreckage is made of."""
        return _TRIGGERS


def _whole(text: str, start: int, end: int, english: bool) -> tuple[int, int, str]:
    """Where the word stands that is meant, and what it is."""
    if english and LIGATURE.search(text, start, end):
        from lint.language.torn_ligatures import rejoined  # few texts have torn ones

        start, end, joined = rejoined(text, start, end)
        return start, end, _repaired(joined)
    return start, end, _repaired(text[start:end])


def _cause(written: str) -> str:
    """The sort of damage."""
    if LIGATURE.search(written):
        return "ligature"
    return "entity" if _ENTITY.search(written) else "misread"


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without the marks around a word."""
    while start < end and text[start] in "\"'(“‘[*_":
        start += 1
    while end > start and text[end - 1] in "\"')”’].,:!?*_" and text[end - 2 : end - 1] != "€":
        end -= 1
    return start, end


def _is_wrecked(text: str, start: int, end: int) -> bool:
    """Whether something in the word is lost for good."""
    repaired = _repaired(text[start:end])
    if repaired != text[start:end] and any(left in repaired for left in ("Ã", "Â", "â€")):
        return True
    return _LOST.search(repaired) is not None or _LOST.search(repaired + text[end : end + 2], 0, len(repaired) + 2) is not None


def _repaired(word: str) -> str:
    """The word with all undone that can be undone."""
    joined = _SPLIT_ACCENT.sub(lambda accent: accent.group(1) + _SPACING[accent.group(2)], unicodedata.normalize("NFC", word))
    for _ in range(_MOST_TIMES_MISREAD):
        joined = _MISREAD.sub(lambda misread: _decoded(misread.group()), joined)
    joined = _ENTITY.sub(_meant, spelled_out(joined))
    if not re.search(r"[ÃÂ]", joined):
        joined = _TYPEWRITER.sub(lambda control: control.group().encode("latin-1").decode("cp1252"), joined)
    return joined if joined != unicodedata.normalize("NFC", word) else word


def _meant(entity: re.Match[str]) -> str:
    import html  # its table of names is dear

    return html.unescape(html.unescape(entity.group()))


def _decoded(text: str) -> str:
    """What the bytes say as UTF-8; the text itself where they say nothing, or nothing likely."""
    try:
        meant = b"".join(_byte(character) for character in text).decode("utf-8")
    except ValueError:
        return text
    return meant if all(_is_likely(character) for character in meant) else text


def _byte(character: str) -> bytes:
    """Windows-1252, with its five holes filled as Latin-1 fills them."""
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        if ord(character) < 0x100:
            return bytes([ord(character)])
        raise


def _is_likely(character: str) -> bool:
    """Letters of Latin scripts, marks and signs; also the halves of what was misread twice."""
    if character in "\u00a0\u00ad\ufeff\u200b\u200d" or "\u0080" <= character <= "\u009f":
        return True
    name = unicodedata.name(character, "")
    return character.isprintable() and (name.startswith("LATIN") or unicodedata.category(character)[0] in "PS")


KIND = Mojibake
