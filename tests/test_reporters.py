"""What reports look like, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from lint import reporters
from lint.diagnostic import Applicability, Diagnostic, Failure, Fix, Related, Severity
from lint.mending import Change
from lint.patch import patch
from lint.report import Report, part_of
from lint.reporters import Look
from lint.reporters.text import failure, finding
from lint.text import Edit, Source, Span

TEXT = "A lasting peae - so they say - came.\r\nIt it was 你好 the the end.\r\n"
GOLDEN = Path(__file__).parent.parent / "fixtures" / "reports"


def replacing(old: str, *new: str, applicability: Applicability = Applicability.SAFE, text: str = TEXT) -> tuple[Span, tuple[Fix, ...]]:
    start = text.index(old)
    span = Span(start, start + len(old))
    return span, tuple(Fix(f"Replace with '{word}'", (Edit(span, word),), applicability) for word in new)


def example() -> Report:
    peace, peace_fixes = replacing("peae", "peace", "pea", "pear", "peat", applicability=Applicability.DISPLAY)
    repeated, repeated_fixes = replacing("the the", "the")
    first, last = TEXT.index("-"), TEXT.rindex("-")
    dashes = Fix(
        "Use a pair of em dashes", (Edit(Span(first - 1, first + 2), "—"), Edit(Span(last - 1, last + 2), "—")), Applicability.SAFE
    )
    return Report(
        "news/talks \x1b[2J.md",
        Source("news/talks \x1b[2J.md", TEXT),
        (
            Diagnostic(peace, "typos.spelling", "'peae' is no word.", Severity.ERROR, peace_fixes, 0.98, scope="paragraph"),
            Diagnostic(
                Span(first, first + 1),
                "dashes.hyphen-as-dash",
                "A hyphen stands for a dash.",
                Severity.WARNING,
                (dashes,),
                related=(Related(Span(last, last + 1), "its other half"),),
                sentence=Span(0, 36),
                fingerprint="5f0c",
            ),
            Diagnostic(replacing("It it")[0], "typos.repeated-word", "'It it' repeats a word.", Severity.SUGGESTION, quoted=True),
            Diagnostic(repeated, "typos.repeated-word", "'the the' repeats a word.", Severity.WARNING, repeated_fixes),
        ),
        (Failure("news/talks.md", "a pattern takes longer than 1 s", "House.Slow", 3),),
    )


CLEAN = Report("clean.md", Source("clean.md", "All is well.\n"))
GONE = Report("gone.md", failures=(Failure("gone.md", "there is no such file; look at the path"),))


def written(name: str, reports: list[Report], look: Look) -> str:
    reporter = reporters.load(name)
    return "".join(reporter.render([part_of(report, reporter.part(report, look)) for report in reports], look))


@pytest.mark.parametrize(
    ("name", "look"),
    [
        ("text", Look()),
        ("text-quiet", Look(quiet=True)),
        ("text-narrow", Look(width=46)),
        ("text-colour", Look(colour=True)),
        ("text-mending", Look(mending=True)),
        ("json", Look()),
        ("json-mending", Look(mending=True)),
        ("concise", Look()),
        ("concise-quiet", Look(quiet=True)),
        ("concise-mending", Look(mending=True)),
        ("jsonl", Look()),
        ("jsonl-mending", Look(mending=True)),
        ("github", Look()),
        ("github-quiet", Look(quiet=True)),
        ("gitlab", Look()),
        ("junit", Look()),
        ("checkstyle", Look()),
        ("rdjsonl", Look()),
        ("markdown", Look()),
    ],
)
def test_a_report_looks_as_agreed(name: str, look: Look, golden: Callable[[Path, str], None]) -> None:
    reports = [CLEAN, example()._replace(changes=(Change("typos.repeated-word", 2, "the the", "the"),)), GONE]
    golden(GOLDEN / f"{name}.out", written(name.partition("-")[0], reports, look))


def test_the_summary_of_nothing() -> None:
    assert written("text", [CLEAN], Look()) == "No findings in 1 file.\n"
    assert written("text", [], Look()) == "No file was checked.\n"


def test_json_is_the_contract() -> None:
    text = written("json", [example(), CLEAN, GONE], Look())
    assert text == written("json", [example(), CLEAN, GONE], Look())
    report = json.loads(text)
    assert list(report) == ["version", "files", "failures", "summary"]
    assert report["version"] == 1
    assert [file["path"] for file in report["files"]] == ["news/talks \x1b[2J.md", "clean.md"]
    assert report["summary"] == {"files": 2, "diagnostics": 4, "fixable": 2, "error": 1, "warning": 2, "suggestion": 1}
    assert report["failures"][1] == {"path": "gone.md", "rule": None, "line": None, "message": GONE.failures[0].message}
    last = report["files"][0]["diagnostics"][-1]
    assert (last["line"], last["column"], last["end_line"], last["end_column"]) == (2, 14, 2, 21)
    assert last["text"] == TEXT[last["start"] : last["end"]] == "the the"
    assert last["fixes"] == [
        {
            "title": "Replace with 'the'",
            "applicability": "safe",
            "edits": [{"start": last["start"], "end": last["end"], "text": "the"}],
        }
    ]
    assert "confidence" not in last
    assert report["files"][0]["diagnostics"][0]["confidence"] == 0.98
    assert report["files"][0]["diagnostics"][1]["related"] == [{"start": 29, "end": 30, "message": "its other half"}]


def test_json_survives_names_that_are_no_unicode() -> None:
    report = Report("caf\udce9.md", Source("caf\udce9.md", "x\u2028\x1b"))
    text = written("json", [report], Look())
    assert text.isascii()
    assert json.loads(text)["files"][0]["path"] == "caf\udce9.md"


def test_a_family_of_one_file_each() -> None:
    assert reporters.names()[0] == "text"
    assert {"json", "sarif", "junit"} <= set(reporters.names())
    with pytest.raises(KeyError):
        reporters.load("yaml")


def test_a_fault_of_a_rule_file_looks_like_a_finding() -> None:
    source = Source("rules/plain/wordy.yml", "message: x\nswaps:\n  a: b\n")
    meant = Fix("did you mean 'swap'?", (Edit(Span(11, 16), "swap"),), Applicability.DISPLAY)
    fault = Diagnostic(Span(11, 16), "copydesk.rule-file", "unknown key 'swaps' of kind 'substitution'", Severity.ERROR, (meant,))
    assert finding(source, fault, Look()) == (
        "rules/plain/wordy.yml:2:1: error: unknown key 'swaps' of kind 'substitution' [copydesk.rule-file]\n"
        "  2 | swaps:\n"
        "    | ^^^^^ did you mean 'swap'?\n"
    )


def test_a_failure_is_one_harmless_line() -> None:
    assert failure(Failure("a\nb.md", "not UTF-8: byte 0xe9 at offset 3")) == "a\\nb.md: not UTF-8: byte 0xe9 at offset 3\n"
    assert failure(Failure("a.md", "too slow", "x.y", 4)) == "a.md:4: too slow [x.y]\n"


@pytest.mark.parametrize(
    ("old", "new", "body"),
    [
        ("a\nb\n", "a\nc\n", "@@ -1,2 +1,2 @@\n a\n-b\n+c\n"),
        ("a", "b", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"),
        ("a\r\nb\r\n", "a\r\nc\r\n", "@@ -1,2 +1,2 @@\n a\r\n-b\r\n+c\r\n"),
        ("a\x0cb\u2028c\rd\n", "x\n", "@@ -1 +1 @@\n-a\x0cb\u2028c\rd\n+x\n"),
        ("a\n", "a\n", None),
    ],
)
def test_a_patch_keeps_line_ends(old: str, new: str, body: str | None) -> None:
    report = Report("x.md", Source("x.md", new), before=Source("x.md", old) if body else None)
    assert patch(report) == (f"--- a/x.md\n+++ b/x.md\n{body}" if body else "")


@pytest.mark.parametrize(
    ("path", "header"),
    [
        ("./a/b.md", "--- a/a/b.md\n"),
        ("my file.md", "--- a/my file.md\t\n"),
        ("caf\u00e9.md", "--- a/caf\u00e9.md\n"),
        ('a"b\\c\n.md', '--- "a/a\\042b\\134c\\012.md"\n'),
        ("caf\udce9.md", '--- "a/caf\\351.md"\n'),
        ("/abs/x.md", "--- a/abs/x.md\n"),
    ],
)
def test_a_patch_names_files_as_git_does(path: str, header: str) -> None:
    assert patch(Report(path, Source(path, "b\n"), before=Source(path, "a\n"))).startswith(header)


def test_of_many_other_places_the_first_are_shown() -> None:
    places = tuple(Related(Span(at, at + 1), "here too") for at in range(9))
    found = Diagnostic(Span(0, 1), "test.rule", "A fault.", Severity.WARNING, related=places)
    said = finding(Source("a.md", "A lasting peace."), found, Look(width=80))
    assert said.count("here too") == 4
    assert said.endswith("= and 5 more places\n")
