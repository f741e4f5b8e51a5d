"""Findings, changes and failures as plain values, for every output of ours that is JSON."""

from __future__ import annotations

import json

from lint.compiled import compiled
from lint.diagnostic import Diagnostic, Failure, Fix, Related
from lint.mending import Change
from lint.text import Source, Span

Record = dict[str, object]

_LONE = compiled("[\ud800-\udfff]")


def dumps(value: object) -> str:
    """The value as JSON in a line of ASCII; `##[`, by which a log commands GitHub, is written otherwise and read as it was."""
    return json.dumps(value).replace("##[", "##\\u005b")


def of_diagnostic(source: Source, diagnostic: Diagnostic) -> Record:
    """All that is known of a finding; offsets and columns in code points, lines and columns from 1."""
    span = diagnostic.span
    start, end = source.position(span.start), source.position(span.end)
    entry: Record = {
        "rule": diagnostic.rule,
        "severity": str(diagnostic.severity),
        "message": diagnostic.message,
        **_ends(span),
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "text": source.text[span.start : span.end] if diagnostic.words is None else diagnostic.words,
    }
    if diagnostic.confidence is not None:
        entry["confidence"] = diagnostic.confidence
    return entry | {
        "fixes": [_of_fix(fix) for fix in diagnostic.fixes],
        "scope": diagnostic.scope,
        "quoted": diagnostic.quoted,
        "sentence": list(diagnostic.sentence),
        "fingerprint": diagnostic.fingerprint,
        "related": [_of_related(related) for related in diagnostic.related],
    }


def of_change(change: Change) -> Record:
    """What mending changed at a place."""
    return {"rule": change.rule, "line": change.line, "old": change.old, "new": change.new}


def of_failure(failure: Failure) -> Record:
    """What could not be done."""
    return {"path": failure.path, "rule": failure.rule, "line": failure.line, "message": failure.message}


def whole(text: str) -> str:
    """The text for strict readers, which refuse halves of characters: what stands for a byte of a name that is no UTF-8 becomes U+FFFD."""
    return _LONE.sub("\ufffd", text)


def _of_fix(fix: Fix) -> Record:
    edits = [{**_ends(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "applicability": str(fix.applicability), "edits": edits}


def _of_related(related: Related) -> Record:
    return {**_ends(related.span), "message": related.message}


def _ends(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
