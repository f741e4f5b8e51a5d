"""How often each rule has something to say, instead of what: for a first look at an archive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from json import dumps, loads

from lint.diagnostic import Severity
from lint.display import counted, safe
from lint.report import Part, Report, is_mendable
from lint.reporters import Look
from lint.verdict import Verdict


def part(report: Report, look: Look) -> str:
    """The counts of a file: for each rule and severity its findings, and those that a plain `fix` would mend."""
    counts: Counter[tuple[str, int]] = Counter()
    mendable: Counter[tuple[str, int]] = Counter()
    for each in report.told(look.quiet):
        key = safe(each.rule), int(each.severity)
        counts[key] += 1
        mendable[key] += bool(each.fixes) and is_mendable(each)
    return dumps([(*key, count, mendable[key]) for key, count in counts.items()]) if counts else ""


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """A line for each rule, the most frequent first."""
    counts: Counter[tuple[str, int]] = Counter()
    mendable: Counter[tuple[str, int]] = Counter()
    files: Counter[tuple[str, int]] = Counter()
    read = 0
    verdict = Verdict(look.limits)
    for each in parts:
        verdict.add(each)
        read += each.read
        for rule, severity, count, mended in loads(each.text) if each.text else ():
            counts[rule, severity] += count
            mendable[rule, severity] += mended
            files[rule, severity] += 1
        yield ""
    width = max((len(rule) for rule, _ in counts), default=0)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        cure = f", `copydesk fix` mends {mendable[rule, severity]:,}" if mendable[rule, severity] else ""
        yield f"{count:>7,}  {rule:{width}}  {Severity(severity)!s:10}  in {counted(files[rule, severity], 'file')}{cure}\n"
    if not look.quiet:
        yield f"{counted(counts.total(), 'finding')} in {counted(read, 'file')}.\n{verdict.sentences()}"
