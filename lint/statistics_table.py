"""Sizes and readability of files: a row a file and one for all, as a table for people, as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from json import dumps, loads
from typing import Any, NamedTuple

from lint.diagnostic import Failure
from lint.display import shown
from lint.language.article import Article
from lint.language.formulas import NAMES, ReaderCounts, scores
from lint.language.reader_counts import Sentence, counts_of, read_blocks, read_sentences
from lint.report import Part
from lint.reporters import Look
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
_EASIER_HIGH = frozenset(("flesch_reading_ease",))
_WHOLE = frozenset(("words", "sentences", "paragraphs"))
_LONGEST_PATH = 48
_HARDEST = 3
_INDENT = "    "


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
    hardest = sorted(sentences, key=lambda sentence: -scores(counts_of([sentence]))["flesch_kincaid_grade"])[:_HARDEST]
    told = [(source.position(each.prose.span(each.start, each.end).start).line, each.prose.text[each.start : each.end]) for each in hardest]
    return Part(path, dumps({"counts": counts_of(sentences), "paragraphs": rows, "hardest": told}), read=True)


def render(parts: Iterable[Part], look: Look, wanted: Wanted) -> Iterator[str]:
    """The whole listing."""
    failures: list[Failure] = []
    files = []
    for each in parts:
        failures += [*each.failures, *(fault.failure for fault in each.faults if not fault.is_notice)]
        if each.read:
            files.append((each.path, loads(each.text)))
    rows = [(path, metrics(ReaderCounts(*found["counts"])), found) for path, found in files]
    if wanted.sort or wanted.worst:
        key = wanted.sort or "flesch_kincaid_grade"
        rows.sort(key=lambda row: row[1][key], reverse=key not in _EASIER_HIGH)
    rows = rows[: wanted.worst] if wanted.worst else rows
    total = ReaderCounts(*(sum(column) for column in zip(*(found["counts"] for _, _, found in rows), strict=True)))
    match wanted.format:
        case "json":
            yield from _json([(path, told) for path, told, _ in rows], failures)
        case "csv":
            yield _csv([(path, told) for path, told, _ in rows])
        case _:
            yield from _text(rows, total, look, wanted)


def metrics(counts: ReaderCounts) -> dict[str, float]:
    """The metrics of the contract that counts give."""
    return {"words": counts.words, "sentences": counts.sentences, "paragraphs": counts.paragraphs} | {
        name: round(score, 2) for name, score in scores(counts).items()
    }


def _json(rows: Sequence[tuple[str, Mapping[str, float]]], failures: Sequence[Failure]) -> Iterator[str]:
    """A file a line, in ASCII alone."""
    yield f'{{"version": {VERSION},\n "files": ['
    for number, (path, told) in enumerate(rows):
        yield ("," if number else "") + "\n  " + dumps({"path": path, "metrics": told})
    told_failures = [{"path": each.path, "rule": each.rule, "line": each.line, "message": each.message} for each in failures]
    yield f'],\n "failures": {dumps(told_failures)}}}\n'


def _csv(rows: Sequence[tuple[str, Mapping[str, float]]]) -> str:
    output = io.StringIO()
    writer = csv.writer(output, lineterminator="\n")
    writer.writerow(("path", *METRICS))
    writer.writerows((path, *(told[name] for name in METRICS)) for path, told in rows)
    return output.getvalue()


def _text(rows: Sequence[tuple[str, Mapping[str, float], Any]], total: ReaderCounts, look: Look, wanted: Wanted) -> Iterator[str]:
    """A row a file, then all together."""
    if not rows:
        yield "Nothing to read.\n"
        return
    width = min(max(len(path) for path, _, _ in rows), _LONGEST_PATH)
    yield f"{'':{width}}  {'  '.join(_HEADINGS[name] for name in METRICS)}\n"
    for path, told, found in rows:
        yield f"{shown(path, width):{width}}  {_cells(told)}\n"
        if wanted.by_paragraph:
            for line, counts in found["paragraphs"]:
                yield f"{_INDENT + f'line {line}':{width}}  {_cells(metrics(ReaderCounts(*counts)))}\n"
        if wanted.by_paragraph or wanted.worst:
            for line, sentence in found["hardest"]:
                yield f"{_INDENT}{line}: {shown(' '.join(sentence.split()), look.width - len(_INDENT) - 6)}\n"
    if len(rows) > 1 and not look.quiet:
        yield f"{counted(len(rows), 'file'):{width}}  {_cells(metrics(total))}\n"


def _cells(told: Mapping[str, float]) -> str:
    cells = (f"{told[name]:,}" if name in _WHOLE else f"{told[name]:.1f}" for name in METRICS)
    return "  ".join(f"{cell:>{len(_HEADINGS[name])}}" for cell, name in zip(cells, METRICS, strict=True))
