"""The attribution map of files: each quotation with its speaker, its verb and how that is known; who speaks how often and how much.

For people as a table with a summary of each file, for programs as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps, loads
from typing import Any

from lint.diagnostic import Failure
from lint.display import cells, counted, shown
from lint.language.article import Article
from lint.language.attributed import Attribution, Place
from lint.language.running import WORD
from lint.language.speakers import Speaker, table
from lint.named import NamedTuple
from lint.report import Part
from lint.reporters import Look
from lint.reporters.json import told_failures

VERSION = 1

_BASES = {"cue": "", "running": "goes on", "lead-in": "leads in", "layout": "layout"}
_NOBODY = "nobody is named"
_INDENT = "  "
_LEAST_QUOTATION = 24


class Wanted(NamedTuple):
    """What a listing is to hold: only quotations of a `speaker` where one is named, for people or for programs."""

    speaker: str = ""
    for_programs: bool = False


def part(path: str, article: Article) -> Part:
    """The quotations of a text, plain, so that they can be sent to a process."""
    source = article.document.source
    rows = []
    for attribution, speaker in table(article):
        entry = _entry(source.text, attribution, speaker)
        position = source.position(entry["start"])
        words = sum(len(WORD.findall(place.text)) for place in attribution.parts)
        rows.append({"entry": entry, "line": position.line, "column": position.column, "words": words})
    total = sum(len(WORD.findall(block.text)) for block in article.document.blocks)
    return Part(path, dumps({"rows": rows, "words": total}), read=True)


def render(parts: Iterable[Part], look: Look, wanted: Wanted) -> Iterator[str]:
    """The whole map."""
    yield from _json(parts, wanted) if wanted.for_programs else _text(parts, look, wanted)


def _entry(text: str, attribution: Attribution, speaker: Speaker | None) -> dict[str, Any]:
    """The object of a quotation, as the contract has it."""
    spans = [place.span for place in attribution.parts]
    start, end = spans[0].start, spans[-1].end
    mention = attribution.speaker
    said_by = None
    if mention and speaker:
        said_by = _placed(text, mention) | {"id": speaker.id, "name": speaker.name, "anonymous": speaker.anonymous}
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "parts": [[span.start, span.end] for span in spans],
        "kind": str(attribution.kind),
        "speaker": said_by,
        "cue": _placed(text, attribution.cue) if attribution.cue else None,
        "basis": str(attribution.basis) or None,
        "via": _placed(text, attribution.via) if attribution.via else None,
        "confidence": round(attribution.confidence, 2),
    }


def _placed(source: str, place: Place) -> dict[str, Any]:
    span = place.span
    return {"start": span.start, "end": span.end, "text": source[span.start : span.end]}


def _json(parts: Iterable[Part], wanted: Wanted) -> Iterator[str]:
    """A file a line, in ASCII alone."""
    failures: list[Failure] = []
    yield f'{{"version": {VERSION},\n "files": ['
    files = 0
    for each in parts:
        failures += each.all_failures
        if each.read:
            quotes = [row["entry"] for row in loads(each.text)["rows"] if _is_wanted(row["entry"], wanted)]
            yield ("," if files else "") + "\n  " + dumps({"path": each.path, "quotes": quotes})
            files += 1
    yield f'],\n "failures": {told_failures(failures)}}}\n'


def _is_wanted(entry: Mapping[str, Any], wanted: Wanted) -> bool:
    """Whether the speaker is meant: by the whole name, a word of it, or the mention as it stands; capitals do not count."""
    if not wanted.speaker:
        return True
    speaker = entry["speaker"]
    if speaker is None:
        return False
    asked = wanted.speaker.casefold()
    names = [(speaker["name"] or "").casefold(), speaker["text"].casefold()]
    return asked in names or any(f" {asked} " in f" {name} " for name in names)


def _text(parts: Iterable[Part], look: Look, wanted: Wanted) -> Iterator[str]:
    """The table of each file that quotes anybody, and the sums."""
    files = quotes = unnamed = 0
    for each in parts:
        content: dict[str, Any] = loads(each.text) if each.read else {"rows": [], "words": 0}
        rows = [row for row in content["rows"] if _is_wanted(row["entry"], wanted)]
        if not rows:
            continue
        yield ("\n" if files else "") + "".join(_table(each.path, rows, look))
        yield "" if look.quiet else _summary(rows, content["words"])
        files, quotes = files + 1, quotes + len(rows)
        unnamed += sum(row["entry"]["speaker"] is None and row["entry"]["kind"] == "quotation" for row in rows)
    if look.quiet:
        return
    if not files:
        yield f"No quotations of {wanted.speaker}.\n" if wanted.speaker else "No quotations.\n"
        return
    without = f", {unnamed} without a speaker" if unnamed else ""
    yield f"\n{counted(quotes, 'quotation')} in {counted(files, 'file')}{without}.\n"


def _table(path: str, rows: Sequence[Mapping[str, Any]], look: Look) -> Iterator[str]:
    """A row a quotation: where, who, the verb or how else it is known, and the words."""
    places = [f"{row['line']}:{row['column']}" for row in rows]
    people = [_person(row["entry"]) for row in rows]
    verbs = [_verb(row["entry"]) for row in rows]
    widths = [max(map(cells, column)) for column in (places, people, verbs)]
    widths[1] = min(widths[1], 40)
    left = max(look.width - sum(widths) - 4 * len(_INDENT), _LEAST_QUOTATION)
    yield f"{shown(path, 400)}\n"
    for row, *columns in zip(rows, places, people, verbs, strict=True):
        told = (column + " " * max(0, width - cells(column)) for column, width in zip(columns, widths, strict=True))
        yield f"{_INDENT}{_INDENT.join(told)}{_INDENT}{shown(' '.join(row['entry']['text'].split()), left)}\n"


def _person(entry: Mapping[str, Any]) -> str:
    speaker = entry["speaker"]
    if speaker is None:
        return f"({entry['kind']})" if entry["kind"] != "quotation" else f"({_NOBODY})"
    name, text = speaker["name"], " ".join(speaker["text"].split())
    return shown(text if name is None or name in text else f"{text} = {name}", 60)


def _verb(entry: Mapping[str, Any]) -> str:
    if entry["speaker"] is None:
        return ""
    told = " ".join(entry["cue"]["text"].split()) if entry["cue"] else f"({_BASES.get(entry['basis'], '')})"
    return shown(f"{told}, via {entry['via']['text']}" if entry["via"] else told, 40)


def _summary(rows: Sequence[Mapping[str, Any]], words: int) -> str:
    """Who speaks how often, and how many words of the text are theirs; pronouns are counted to those whom they mean."""
    spoken: dict[int, list[Any]] = {}
    for row in rows:
        speaker = row["entry"]["speaker"]
        if speaker is not None:
            entry = spoken.setdefault(speaker["id"], [speaker["name"] or " ".join(speaker["text"].split()), 0, 0])
            entry[1] += 1
            entry[2] += row["words"]
    told = (
        f"{shown(name, 60)}: {counted(count, 'quotation')}, {_share(said, words)} of the text"
        for name, count, said in sorted(spoken.values(), key=lambda entry: (-entry[2], entry[0]))
    )
    return "".join(f"{_INDENT}{line}\n" for line in told)


def _share(part: int, whole: int) -> str:
    share = 100 * part / whole if whole else 0.0
    return f"{share:.0f}%" if share >= 1 else "under 1%"
