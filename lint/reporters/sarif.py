"""Findings as SARIF 2.1.0, the OASIS standard that code scanning on GitHub, Azure DevOps and editors read.

The rules with their manual stand behind the results, so that these can be told as soon as they are known.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from json import loads
from urllib.parse import quote_from_bytes

from lint import manual
from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Failure, Fix, Severity
from lint.record import Record, dumps, whole
from lint.report import Part, Report, relative
from lint.reporters import Look
from lint.rule import Rule
from lint.text import Edit, Source, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "recommendation"}
_FINGERPRINT = "sentence/v1"
_LONGEST, _MOST_PLACES = 1024, 999
"""Characters of a description of a rule, and further places of a finding, that GitHub takes."""
_ADDRESS = compiled(r"https?://[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+")
_WORD = compiled(r"[A-Za-z0-9]+")
_LINKED = compiled(r"\](?=\()")
_PLACEHOLDER = compiled(r"\{(\d+)\}")
_RUN = {
    "columnKind": "unicodeCodePoints",
    "newlineSequences": ["\r\n", "\n", "\r"],
    "defaultEncoding": "utf-8",
    "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which copydesk ran."}}},
}


def part(report: Report, look: Look) -> str:
    """A line for each finding of a file: its rule, and its result."""
    source = report.source
    if source is None:
        return ""
    place = _File(source, report.place)
    return "".join(f"{dumps(each.rule)}\t{dumps(place.result(each))}\n" for each in report.diagnostics)


def render(parts: Iterable[Part], look: Look) -> Iterator[str]:
    """One run: the results file by file, then the rules that they name, then what could not be done."""
    rules: dict[str, int] = {}
    described: list[Record] = []
    failures: list[Failure] = []
    yield f'{{"$schema": {dumps(_SCHEMA)}, "version": "2.1.0", "runs": [{{{dumps(_RUN)[1:-1]},\n"results": ['
    separator = "\n"
    for each in parts:
        pieces = []
        for line in each.text.splitlines():
            name, _, result = line.partition("\t")
            if name not in rules:
                rules[name] = len(rules)
                described.append(_described(loads(name), each.manual(loads(name))))
            pieces.append(f'{separator}{{"ruleId": {dumps(whole(loads(name)))}, "ruleIndex": {rules[name]}, {result[1:]}')
            separator = ",\n"
        failures += each.all_failures
        yield "".join(pieces)
    driver = {"name": "copydesk", **_version(), "rules": described}
    notifications = [_notification(failure) for failure in failures]
    invocation = {"executionSuccessful": not failures, "toolExecutionNotifications": notifications}
    yield f'],\n"tool": {dumps({"driver": driver})},\n"invocations": [{dumps(invocation)}]}}]}}\n'


class _File:
    """What SARIF says of places in a file."""

    def __init__(self, source: Source, path: str) -> None:
        self._source = source
        self._artifact = _artifact(path)
        self._seen: Counter[str] = Counter()

    def result(self, diagnostic: Diagnostic) -> Record:
        """A finding, without its rule."""
        named = diagnostic.fingerprint
        self._seen[named] += 1
        related = [
            {"id": number, "message": _message(each.message), **self._location(each.span)}
            for number, each in enumerate(diagnostic.related[:_MOST_PLACES], 1)
        ]
        fixes = [self._fix(fix) for fix in dict.fromkeys(diagnostic.fixes)]  # SARIF has none twice
        return {
            "level": _LEVELS[diagnostic.severity],
            "message": _message(diagnostic.message),
            "locations": [self._location(diagnostic.span, snippet=True)],
            "partialFingerprints": {_FINGERPRINT: f"{named}:{self._seen[named]}"},
            **({"relatedLocations": related} if related else {}),
            **({"fixes": fixes} if fixes else {}),
            **({} if diagnostic.confidence is None else {"rank": round(diagnostic.confidence * 100, 2)}),
        }

    def _location(self, span: Span, snippet: bool = False) -> Record:
        words = {"snippet": {"text": whole(self._source.text[span.start : span.end])}} if snippet else {}
        return {"physicalLocation": {"artifactLocation": self._artifact, "region": {**self._region(span), **words}}}

    def _region(self, span: Span) -> Record:
        start, end = self._source.position(span.start), self._source.position(span.end)
        return {"startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column}

    def _fix(self, fix: Fix) -> Record:
        return {
            "description": _message(fix.title),
            "artifactChanges": [{"artifactLocation": self._artifact, "replacements": [self._replacement(edit) for edit in fix.edits]}],
            "properties": {"applicability": str(fix.applicability)},
        }

    def _replacement(self, edit: Edit) -> Record:
        return {"deletedRegion": self._region(edit.span), "insertedContent": {"text": whole(edit.text)}}


def _artifact(path: str) -> Record:
    """The address of a file: from the folder of the run where the path says so, else from the top of the disk."""
    address = quote_from_bytes(path.encode("utf-8", "surrogateescape"))
    if address.startswith("/"):
        return {"uri": f"file://{address}"}
    if address[1:5] == "%3A/" and address[0].isalpha():  # the name of a disk on Windows
        return {"uri": f"file:///{address[0]}:{address[4:]}"}
    return {"uri": address, "uriBaseId": _ROOT}


def _described(name: str, rule: Rule | None) -> Record:
    """A rule with its manual."""
    if rule is None:
        return {"id": whole(name)}
    short, full = manual.title(rule), rule.why or rule.description or manual.title(rule)
    return {
        "id": whole(name),
        "name": "".join(word.capitalize() for word in _WORD.findall(name.partition(".")[2])) or whole(name),
        "shortDescription": {"text": whole(short[:_LONGEST])},
        "fullDescription": {"text": whole(full[:_LONGEST])},
        "help": {"text": whole(manual.help_text(rule)), "markdown": whole(manual.help_markdown(rule))},
        **({"helpUri": rule.link} if _ADDRESS.fullmatch(rule.link) else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.pack] if rule.pack else [], "problem.severity": _PROBLEMS[rule.severity]},
    }


def _notification(failure: Failure) -> Record:
    line = {} if failure.line is None else {"region": {"startLine": failure.line}}
    location = {"physicalLocation": {"artifactLocation": _artifact(relative(failure.path)), **line}}
    rule = {"associatedRule": {"id": whole(failure.rule)}} if failure.rule else {}
    return {"level": "error", "message": _message(failure.message), "locations": [location], **rule}


def _message(text: str) -> Record:
    """A message in which nothing is a link or waits for an argument, as SARIF has these."""
    return {"text": whole(_PLACEHOLDER.sub(r"{{\1}}", _LINKED.sub(r"\\]", text)))}


def _version() -> Record:
    try:
        return {"version": version("copydesk")}
    except PackageNotFoundError:
        return {}
