"""Sizes and readability of files: a row a file and one for all, as a table for people, as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from json import dumps, loads
from typing import Any, NamedTuple

from lint.diagnostic import Failure
from lint.display import shown
from lint.language.article import Article
from lint.language.formulas import NAMES, ReaderCounts, score, scores
from lint.language.pronunciation import spoken_syllables
from lint.language.reader_counts import Sentence, counts_of, read_blocks, read_sentences, summed
from lint.report import Part
from lint.reporters import Look
from lint.reporters.json import told_failures
from lint.reporters.text import counted

VERSION = 1
FORMATS = ("text", "json", "csv")
SIZES = ("words", "sentences", "paragraphs", "reading_time_minutes")
METRICS = (*SIZES, *NAMES)

_HEADINGS = {
    "words": "words",
    "sentences": "sent.",
    "paragraphs": "para.",
    "reading_time_minutes": "min",
    "flesch_reading_ease": "Flesch",
    "flesch_kincaid_grade": "Kincaid",
    "gunning_fog": "Fog",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman",
    "dale_chall_readability_score": "Dale-Chall",
}
_GRADE = "flesch_kincaid_grade"
_EASIER_HIGH = frozenset(("flesch_reading_ease",))
_WHOLE = frozenset(("words", "sentences", "paragraphs"))
_LONGEST_PATH = 48
_HARDEST = 3
_INDENT = "    "

_Row = tuple[str, Mapping[str, float], Mapping[str, Any]]
"""A file, its metrics, and what else was found of it."""


class Wanted(NamedTuple):
    """What a listing is to hold: sorted by a metric (empty: as the files were found), the `worst` alone (0: all of them), with the
    paragraphs of each file where `by_paragraph`, in one of the formats.
    """

    sort: str = ""
    worst: int = 0
    by_paragraph: bool = False
    format: str = "text"


def part(path: str, article: Article) -> Part:
    """The counts of a text, plain, so that they can be sent to a process."""
    sentences = list(read_sentences(article, read_blocks(article)))
    source = article.document.source
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        paragraphs.setdefault(id(sentence.prose), []).append(sentence)
    rows = [(source.position(group[0].prose.extent.start).line, counts_of(group)) for group in paragraphs.values()]
    hardest = nlargest(_HARDEST, sentences, key=_grade)
    told = [(source.position(each.prose.span(each.start, each.end).start).line, each.prose.text[each.start : each.end]) for each in hardest]
    return Part(path, dumps({"counts": summed(counts for _, counts in rows), "paragraphs": rows, "hardest": told}), read=True)


def _grade(sentence: Sentence) -> float:
    """How many years of school a sentence alone asks for."""
    return score(_GRADE, ReaderCounts(len(sentence.words), 1, syllables=sum(map(spoken_syllables, sentence.words))))


def render(parts: Iterable[Part], look: Look, wanted: Wanted) -> Iterator[str]:
    """The whole listing."""
    failures: list[Failure] = []
    files = []
    for each in parts:
        failures += each.all_failures
        if each.read:
            files.append((each.path, loads(each.text)))
    rows = [(path, metrics(ReaderCounts(*found["counts"])), found) for path, found in files]
    if wanted.sort or wanted.worst:
        key = wanted.sort or _GRADE
        rows.sort(key=lambda row: row[1][key], reverse=key not in _EASIER_HIGH)
    rows = rows[: wanted.worst] if wanted.worst else rows
    total = summed(ReaderCounts(*found["counts"]) for _, _, found in rows)
    match wanted.format:
        case "json":
            yield from _json(rows, failures, wanted.by_paragraph)
        case "csv":
            yield _csv(rows, wanted.by_paragraph)
        case _:
            yield from _text(rows, total, look, wanted)


def metrics(counts: ReaderCounts) -> dict[str, float]:
    """The metrics of the contract that counts give."""
    return {"words": counts.words, "sentences": counts.sentences, "paragraphs": counts.paragraphs} | {
        name: round(score, 2) for name, score in scores(counts).items()
    }


def _json(rows: Sequence[_Row], failures: Sequence[Failure], by_paragraph: bool) -> Iterator[str]:
    """A file a line, in ASCII alone."""
    yield f'{{"version": {VERSION},\n "files": ['
    for number, (path, told, found) in enumerate(rows):
        paragraphs = [{"line": line, "metrics": each} for line, each in _paragraphs(found)] if by_paragraph else None
        entry = {"path": path, "metrics": told} | ({} if paragraphs is None else {"paragraphs": paragraphs})
        yield ("," if number else "") + "\n  " + dumps(entry)
    yield f'],\n "failures": {told_failures(failures)}}}\n'


def _csv(rows: Sequence[_Row], by_paragraph: bool) -> str:
    """A file a row; its paragraphs behind it, by the line where each begins."""
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(("path", *(("line",) if by_paragraph else ()), *METRICS))
    for path, told, found in rows:
        lines: list[tuple[int | str, Mapping[str, float]]] = [("", told), *(_paragraphs(found) if by_paragraph else ())]
        writer.writerows((path, *((line,) if by_paragraph else ()), *(each[name] for name in METRICS)) for line, each in lines)
    return output.getvalue()


def _paragraphs(found: Mapping[str, Any]) -> Iterator[tuple[int, Mapping[str, float]]]:
    """Where each paragraph of a file begins, and its metrics."""
    for line, counts in found["paragraphs"]:
        yield line, metrics(ReaderCounts(*counts))


def _text(rows: Sequence[_Row], total: ReaderCounts, look: Look, wanted: Wanted) -> Iterator[str]:
    """A row a file, then all together."""
    if not rows:
        yield "Nothing to read.\n"
        return
    width = min(max(len(path) for path, _, _ in rows), _LONGEST_PATH)
    yield f"{'':{width}}  {'  '.join(_HEADINGS[name] for name in METRICS)}\n"
    for path, told, found in rows:
        yield f"{shown(path, width):{width}}  {_cells(told)}\n"
        if wanted.by_paragraph:
            for line, each in _paragraphs(found):
                yield f"{_INDENT + f'line {line}':{width}}  {_cells(each)}\n"
        if wanted.by_paragraph or wanted.worst:
            for line, sentence in found["hardest"]:
                yield f"{_INDENT}{line}: {shown(' '.join(sentence.split()), look.width - len(_INDENT) - 6)}\n"
    if len(rows) > 1 and not look.quiet:
        yield f"{counted(len(rows), 'file'):{width}}  {_cells(metrics(total))}\n"


def _cells(told: Mapping[str, float]) -> str:
    cells = (f"{told[name]:,}" if name in _WHOLE else f"{told[name]:.1f}" for name in METRICS)
    return "  ".join(f"{cell:>{len(_HEADINGS[name])}}" for cell, name in zip(cells, METRICS, strict=True))
