"""Sizes and readability of files: a row a file and one for all, as a table for people, as JSON and CSV for programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from json import dumps, loads
from typing import Any

from lint.diagnostic import Failure
from lint.display import counted, shown
from lint.language.article import Article
from lint.language.formulas import NAMES, ReaderCounts, score, scores
from lint.language.pronunciation import spoken_syllables
from lint.language.reader_counts import Sentence, counts_of, read_blocks, read_sentences, summed
from lint.language.reading_ease import Ease, reading_ease
from lint.named import NamedTuple
from lint.report import Part
from lint.reporters import Look
from lint.reporters.json import told_failures

VERSION = 1
FORMATS = ("text", "json", "csv")
SIZES = ("words", "sentences", "paragraphs", "reading_time_minutes")
EASE = "reading_ease"
METRICS = (*SIZES, EASE, *NAMES)

_HEADINGS = {
    "words": "words",
    "sentences": "sent.",
    "paragraphs": "para.",
    "reading_time_minutes": "min",
    EASE: "ease",
    "flesch_reading_ease": "Flesch",
    "flesch_kincaid_grade": "Kincaid",
    "gunning_fog": "Fog",
    "smog_index": "SMOG",
    "automated_readability_index": "ARI",
    "coleman_liau_index": "Coleman",
    "dale_chall_readability_score": "Dale-Chall",
}
_GRADE = "flesch_kincaid_grade"
_EASIER_HIGH = frozenset((EASE, "flesch_reading_ease"))
_WHOLE = frozenset(("words", "sentences", "paragraphs"))
_LONGEST_PATH = 48
_HARDEST = 3
_INDENT = "    "
_BAR = 10

_Metrics = Mapping[str, float | list[float]]
"""The metrics of the contract; of a text under a hundred words the ease is a list of its two bounds."""
_Row = tuple[str, _Metrics, Mapping[str, Any]]
"""A file, its metrics, and what else was found of it."""


class Wanted(NamedTuple):
    """What a listing is to hold: sorted by a metric (empty: as the files were found), the `worst` alone (0: all of them), with the
    paragraphs of each file where `by_paragraph`, in one of the formats, with bars for the ease where `bars`.
    """

    sort: str = ""
    worst: int = 0
    by_paragraph: bool = False
    format: str = "text"
    bars: bool = False


def part(path: str, article: Article) -> Part:
    """The counts of a text and how easy it is, plain, so that they can be sent to a process."""
    sentences = list(read_sentences(article, read_blocks(article)))
    return Part(path, dumps({"counts": counts_of(sentences), "ease": reading_ease(sentences)}), read=True)


def part_in_detail(path: str, article: Article) -> Part:
    """The same, with that of each paragraph by the line where it begins, and the hardest sentences."""
    sentences = list(read_sentences(article, read_blocks(article)))
    source = article.document.source
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        paragraphs.setdefault(id(sentence.prose), []).append(sentence)
    rows = [(source.position(group[0].prose.extent.start).line, counts_of(group), reading_ease(group)) for group in paragraphs.values()]
    hardest = nlargest(_HARDEST, sentences, key=_grade)
    told = [(source.position(each.prose.span(each.start, each.end).start).line, each.prose.text[each.start : each.end]) for each in hardest]
    found = {"counts": counts_of(sentences), "ease": reading_ease(sentences), "paragraphs": rows, "hardest": told}
    return Part(path, dumps(found), read=True)


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
    rows = [(path, _metrics(found), found) for path, found in files]
    if wanted.sort or wanted.worst:
        key = wanted.sort or _GRADE
        rows.sort(key=lambda row: middle(row[1][key]), reverse=key not in _EASIER_HIGH)
    rows = rows[: wanted.worst] if wanted.worst else rows
    match wanted.format:
        case "json":
            yield from _json(rows, failures, wanted.by_paragraph)
        case "csv":
            yield _csv(rows, wanted.by_paragraph)
        case _:
            yield from _text(rows, look, wanted)


def _metrics(found: Mapping[str, Any]) -> _Metrics:
    """The metrics of a file or a paragraph."""
    return metrics(ReaderCounts(*found["counts"]), Ease(*found["ease"]))


def metrics(counts: ReaderCounts, ease: Ease) -> _Metrics:
    """The metrics of the contract that counts and the ease give."""
    told = {name: round(score, 2) for name, score in scores(counts).items()}
    easy = round(ease.low, 2) if ease.low == ease.high else [round(bound, 2) for bound in ease]
    return {"words": counts.words, "sentences": counts.sentences, "paragraphs": counts.paragraphs, EASE: easy, **told}


def middle(metric: float | list[float]) -> float:
    """A metric as one number."""
    return sum(metric) / len(metric) if isinstance(metric, list) else metric


def _together(rows: Sequence[_Row]) -> _Metrics:
    """The metrics of all files as one text; its ease is the mean, by their words."""
    counts = summed(ReaderCounts(*found["counts"]) for _, _, found in rows)
    ease = sum(middle(told["words"]) * middle(told[EASE]) for _, told, _ in rows) / max(counts.words, 1)
    return metrics(counts, Ease(ease, ease))


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
        lines: list[tuple[int | str, _Metrics]] = [("", told), *(_paragraphs(found) if by_paragraph else ())]
        writer.writerows((path, *((line,) if by_paragraph else ()), *(_plain(each[name]) for name in METRICS)) for line, each in lines)
    return output.getvalue()


def _paragraphs(found: Mapping[str, Any]) -> Iterator[tuple[int, _Metrics]]:
    """Where each paragraph of a file begins, and its metrics."""
    for line, counts, ease in found["paragraphs"]:
        yield line, metrics(ReaderCounts(*counts), Ease(*ease))


def _text(rows: Sequence[_Row], look: Look, wanted: Wanted) -> Iterator[str]:
    """A row a file, then all together."""
    if not rows:
        yield "Nothing to read.\n"
        return
    width = min(max(len(path) for path, _, _ in rows), _LONGEST_PATH)
    yield f"{'':{width}}  {_heading(wanted.bars)}\n"
    for path, told, found in rows:
        yield f"{shown(path, width):{width}}  {_cells(told, wanted.bars)}\n"
        if wanted.by_paragraph:
            for line, each in _paragraphs(found):
                yield f"{_INDENT + f'line {line}':{width}}  {_cells(each, wanted.bars)}\n"
        if wanted.by_paragraph or wanted.worst:
            for line, sentence in found["hardest"]:
                yield f"{_INDENT}{line}: {shown(' '.join(sentence.split()), look.width - len(_INDENT) - 6)}\n"
    if len(rows) > 1 and not look.quiet:
        yield f"{counted(len(rows), 'file'):{width}}  {_cells(_together(rows), wanted.bars)}\n"


def _heading(bars: bool) -> str:
    return "  ".join(f"{_HEADINGS[name]:>{_width(name)}}" + " " * (_BAR + 1) * (bars and name == EASE) for name in METRICS)


def _cells(told: _Metrics, bars: bool) -> str:
    return "  ".join(
        f"{_cell(name, told[name]):>{_width(name)}}" + (f" {_bar(told[name])}" if bars and name == EASE else "") for name in METRICS
    )


def _width(name: str) -> int:
    return max(len(_HEADINGS[name]), len("00-000") if name == EASE else 0)


def _cell(name: str, metric: float | list[float]) -> str:
    if isinstance(metric, list):
        return "-".join(f"{bound:.0f}" for bound in metric)
    return f"{metric:,}" if name in _WHOLE else f"{metric:.0f}" if name == EASE else f"{metric:.1f}"


def _bar(metric: float | list[float]) -> str:
    """How easy a text is, the fuller the easier."""
    full = round(middle(metric) / 100 * _BAR)
    return "█" * full + "·" * (_BAR - full)


def _plain(metric: float | list[float]) -> str | float:
    """A metric as a cell of a table for programs."""
    return "-".join(map(str, metric)) if isinstance(metric, list) else metric
