"""Whatever stands in a name, a message or a text: each output is read as meant by readers of its format, and moves no terminal."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes
from xml.etree import ElementTree

import fastjsonschema
import pyromark
import pytest
from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
from hypothesis import given, settings
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml

from lint import packs, reporters
from lint.diagnostic import Applicability, Diagnostic, Fix, Related, Severity
from lint.diagnostic import Failure as Failed
from lint.display import printable, safe
from lint.markdown_text import neutral
from lint.report import Part, Report, part_of
from lint.reporters import Look
from lint.reporters.markdown import LIMIT
from lint.text import Edit, Source, Span, apply

SCHEMAS = Path(__file__).parent.parent / "fixtures" / "reports" / "schemas"
TRICKS = (
    "\r", "\n", "\r\n", "\t", "\x00", "\x07", "\x1b[2J", "\x1b]0;x\x07", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\ufeff", "\ufffe",
    "]]>", "<!--", "-->", "<script>", "<b>", "</b>", "&amp;", "&", "<", ">", '"', "'", "`", "```", "|", "||", "*", "**", "_", "~~", "\\",
    "@everyone", "@a/b", "#1", "GH-1", "!1", "a/b#2", "0123456789abcdef0123456789abcdef01234567", "https://evil.example", "www.evil.test",
    "[a](http://b)", "![a](b)", "[a]: b", "[^1]", "$x$", "$$", ":tada:", "1. ", "- ", "+ ", "# ", "> ", "---", "===", "    ", "{0}", "{",
    "%", "%0A", "%25", ",", ":", "::", "::error::x", "=", ";", "😀", "𐐀", "é", "e\u0301", "汉", " ", "word", "the the", "0", "]", "##[a]",
)  # fmt: skip
words = st.lists(st.sampled_from(TRICKS) | st.characters(exclude_categories=("Cs",)), max_size=12).map("".join)
paths = (words.filter(bool) | st.binary(min_size=1, max_size=8).map(os.fsdecode)).map(lambda path: path.replace("\0", "")).filter(bool)
few = settings(max_examples=25, deadline=None)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, min(len(text), start + 20))))


@st.composite
def fixes(draw: st.DrawFn, text: str) -> Fix:
    first, second = sorted((draw(spans(text)), draw(spans(text))))
    edits = (Edit(first, draw(words)), Edit(second, draw(words)))
    apart = first.end < second.start
    return Fix(draw(words), edits if apart else edits[:1], draw(st.sampled_from(Applicability)))


@st.composite
def diagnostics(draw: st.DrawFn, text: str) -> Diagnostic:
    span, around = draw(spans(text)), draw(spans(text))
    return Diagnostic(
        span,
        f"{draw(st.sampled_from(('house', 'typos')))}.{draw(words)}",
        draw(words),
        draw(st.sampled_from(Severity)),
        tuple(draw(st.lists(fixes(text), max_size=2))),
        draw(st.none() | st.floats(0, 1)),
        tuple(Related(place, draw(words)) for place in draw(st.lists(spans(text), max_size=2))),
        sentence=Span(min(span.start, around.start), max(span.end, around.end)),
        fingerprint=draw(st.sampled_from(("", "5f0c", "77aa"))),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    path, text = draw(paths), draw(words)
    failures = tuple(
        Failed(path, draw(words), draw(st.none() | words), draw(st.none() | st.integers(1, 9))) for _ in range(draw(st.integers(0, 2)))
    )
    if draw(st.integers(0, 4)) == 0:
        return Report(path, failures=failures or (Failed(path, "gone"),))
    found = sorted(draw(st.lists(diagnostics(text), max_size=5)), key=lambda each: each.order)
    return Report(path, Source(path, text), tuple(found), failures, marked=draw(st.booleans()))


some = st.lists(reports(), max_size=4)


def told(name: str, given: list[Report], look: Look = Look()) -> str:
    reporter = reporters.load(name)
    texts = ["".join(reporter.render([part_of(report, reporter.part(report, look)) for report in given], look)) for _ in range(2)]
    assert texts[0] == texts[1]
    return texts[0]


def found_in(given: list[Report]) -> list[tuple[Report, Diagnostic]]:
    return [(report, each) for report in given for each in report.diagnostics]


def failed_in(given: list[Report]) -> list[Failed]:
    return [failure for report in given for failure in report.failures]


def schema(name: str) -> Callable[[Any], Any]:
    return fastjsonschema.compile(json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8")), use_default=False)


SARIF, RDJSONL, GITLAB = schema("sarif-2.1.0"), schema("rdjsonl"), schema("gitlab")


@pytest.mark.parametrize("name", reporters.names())
@few
@given(some, st.booleans())
def test_nothing_raw_is_in_an_output(name: str, given: list[Report], mending: bool) -> None:
    text = told(name, given, Look(mending=mending))
    harmless_line = printable if name == "github" else safe
    assert all(harmless_line(line) == line for line in text.split("\n")), text
    text.encode()


@few
@given(some)
def test_concise(given: list[Report]) -> None:
    lines = told("concise", given).splitlines()
    assert len(lines) == len(found_in(given))
    for line, (report, each) in zip(lines, found_in(given), strict=True):
        place = report.source.position(each.span.start)  # type: ignore[union-attr]
        assert line == f"{safe(report.path)}:{place.line}:{place.column}: {safe(each.rule)} {safe(each.message)}"


@few
@given(some)
def test_jsonl(given: list[Report]) -> None:
    lines = [json.loads(line) for line in told("jsonl", given).splitlines()]
    found = [line for line in lines if "failure" not in line]
    assert [(line["path"], line["message"]) for line in found] == [(report.path, each.message) for report, each in found_in(given)]
    assert [line["failure"]["message"] for line in lines if "failure" in line] == [failure.message for failure in failed_in(given)]


def command(line: str) -> tuple[str, dict[str, str], str]:
    """A workflow command as GitHub's runner reads it: `::name key=value,key=value::data`, unescaped in its order."""
    assert line.startswith("::")
    end = line.index("::", 2)
    name, _, rest = line[2:end].partition(" ")
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",") if pair]
    return name, {key: unescaped(value, "\r\n:,%") for key, value in pairs}, unescaped(line[end + 2 :], "\r\n%")


def unescaped(text: str, characters: str) -> str:
    for character in characters:
        text = text.replace(f"%{ord(character):02X}", character)
    return text


def harmless(text: str) -> str:
    return "".join(part if part in "\r\n" else printable(part) for part in re.split(r"([\r\n])", text) if part)


@few
@given(some)
def test_github(given: list[Report]) -> None:
    commands = [command(line) for line in told("github", given).splitlines()]
    levels = Counter(name for name, _, _ in commands)
    assert max(levels.values(), default=0) <= 10
    total = len(found_in(given)) + len(failed_in(given))
    if total <= 10:
        assert len(commands) == total
        expected = [harmless(each.message) for each in (*(each for _, each in found_in(given)), *failed_in(given))]
        assert sorted(data for _, _, data in commands) == sorted(expected)
        names = {harmless(report.place) for report in given}
        assert {properties["file"] for _, properties, _ in commands} <= names
    for _, properties, _ in commands:
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert "col" not in properties or properties["line"] == properties["endLine"]


def test_github_shows_ten_of_a_level_and_sums_up_the_others() -> None:
    text = "word " * 40
    levels = [Severity.WARNING] * 15 + [Severity.ERROR] * 11 + [Severity.SUGGESTION] * 10
    found = [Diagnostic(Span(5 * at, 5 * at + 4), f"test.{level}", "A fault.", level) for at, level in enumerate(levels)]
    lines = told("github", [Report("a.md", Source("a.md", text), tuple(found))]).splitlines()
    assert Counter(command(line)[0] for line in lines) == {"warning": 10, "error": 10, "notice": 10}
    assert command(lines[-1]) == (
        "notice",
        {"title": "copydesk"},
        "7 more findings have no annotation here, for GitHub shows 10 of a level: test.warning 5, test.error 1, test.suggestion 1",
    )
    lines = told("github", [Report("a.md", Source("a.md", text), tuple(found[26:]))]).splitlines()
    assert [command(line)[1]["title"] for line in lines] == ["test.suggestion"] * 10


@few
@given(some)
def test_gitlab(given: list[Report]) -> None:
    entries = json.loads(told("gitlab", given))
    GITLAB(entries)
    assert len(entries) == len(found_in(given)) + len(failed_in(given))
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)


def line_spans(text: str, ends: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer(ends, text))]


def test_a_fingerprint_stays_when_the_text_moves() -> None:
    def finding(text: str) -> Report:
        at = text.index("the the")
        fault = Diagnostic(Span(at, at + 7), "typos.repeated-word", "Twice.", Severity.ERROR, fingerprint="5f0c")
        return Report("a.md", Source("a.md", text), (fault,))

    before, after = finding("See the the end."), finding("A new line.\n\nSee the the\nend.")
    (old,), (new,) = (json.loads(told("gitlab", [each])) for each in (before, after))
    assert (old["fingerprint"], old["location"] == new["location"]) == (new["fingerprint"], False)
    (old,), (new,) = (json.loads(told("sarif", [each]))["runs"][0]["results"] for each in (before, after))
    assert old["partialFingerprints"] == new["partialFingerprints"] == {"sentence/v1": "5f0c:1"}


@few
@given(some)
def test_sarif(given: list[Report]) -> None:
    log = json.loads(told("sarif", given))
    SARIF(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    for result, (report, each) in zip(run["results"], found_in(given), strict=True):
        text = report.source.text  # type: ignore[union-attr]
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == each.rule
        (location,) = result["locations"]
        place, region = location["physicalLocation"]["artifactLocation"], location["physicalLocation"]["region"]
        assert re.fullmatch(r"(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+", place["uri"].removeprefix("file://"))
        assert unquote_to_bytes(place["uri"].removeprefix("file://")) == os.fsencode(report.place)
        starts = line_spans(text, "\r\n|\n|\r")
        assert sliced(text, region, starts) == text[each.span.start : each.span.end] == region["snippet"]["text"]
        for told_fix, fix in zip(result.get("fixes", []), dict.fromkeys(each.fixes), strict=True):
            (change,) = told_fix["artifactChanges"]
            edits = [Edit(offsets(edit["deletedRegion"], starts), edit["insertedContent"]["text"]) for edit in change["replacements"]]
            assert apply(text, edits) == apply(text, fix.edits)
        assert len(result.get("relatedLocations", [])) == len(each.related)
    (invocation,) = run["invocations"]
    assert len(invocation["toolExecutionNotifications"]) == len(failed_in(given))
    assert invocation["executionSuccessful"] is not bool(failed_in(given))


def offsets(region: dict[str, int], starts: list[int]) -> Span:
    first, last = starts[region["startLine"] - 1], starts[region["endLine"] - 1]
    return Span(first + region["startColumn"] - 1, last + region["endColumn"] - 1)


def sliced(text: str, region: dict[str, int], starts: list[int]) -> str:
    span = offsets(region, starts)
    return text[span.start : span.end]


def test_sarif_brings_the_manual_of_each_rule() -> None:
    (rule,) = [rule for rule in packs.bundled("typos").rules if rule.id == "typos.repeated-word"]
    found = Diagnostic(Span(0, 7), rule.id, "'the the' stands twice. See [it](x) in {0}.", Severity.SUGGESTION)
    report = Report("a b/é.md", Source("a b/é.md", "the the"), (found,))
    sarif = reporters.load("sarif")
    part = part_of(report, sarif.part(report, Look()))._replace(manual={rule.id: rule}.get)
    log = json.loads("".join(sarif.render([part], Look())))
    SARIF(log)
    (described,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert described["name"] == "RepeatedWord"
    assert described["shortDescription"]["text"] == rule.summary
    assert rule.examples[0].text.strip() in described["help"]["text"]
    assert "<!-- copydesk allow typos.repeated-word: your reason -->" in described["help"]["markdown"]
    assert described["properties"]["tags"] == ["typos"]
    (result,) = log["runs"][0]["results"]
    assert result["level"] == "note"
    assert result["message"]["text"] == r"'the the' stands twice. See [it\](x) in {{0}}."
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": "a%20b/%C3%A9.md", "uriBaseId": "%SRCROOT%"}


def xml(text: str) -> str:
    return re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", re.sub("[\ud800-\udfff]", "\ufffd", text))


@few
@given(some)
def test_junit(given: list[Report]) -> None:
    text = told("junit", given)
    suites = list(JUnitXml.fromstring(text.encode()))
    assert text.isascii()
    assert [suite.name for suite in suites] == [xml(report.place) for report in given]
    for suite, report in zip(suites, given, strict=True):
        cases = list(suite)
        assert suite.tests == len(cases) >= 1
        results = [result for case in cases for result in case.result]
        failures = [result for result in results if isinstance(result, Failure)]
        assert [result.message for result in failures] == [xml(each.message) for each in report.diagnostics]
        errors = [result.message for result in results if isinstance(result, Error)]
        assert errors == [xml(failure.message) for failure in report.failures]
        assert (suite.failures, suite.errors) == (len(failures), len(errors))
        assert bool(results) or [case.is_passed for case in cases] == [True]


@few
@given(some)
def test_checkstyle(given: list[Report]) -> None:
    text = told("checkstyle", given)
    assert text.isascii()
    assert [file.get("name") for file in ElementTree.fromstring(text)] == [xml(report.place) for report in given]
    read = CheckstyleXmlDriver().parse_reports([text])
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}
    expected: Counter[tuple[int, str]] = Counter()
    for report, each in found_in(given):
        line = report.source.position(each.span.start).line  # type: ignore[union-attr]
        expected[line, f"{levels[each.severity]}: {xml(each.message)}"] += 1
    expected.update((failure.line or 1, f"error: {xml(failure.message)}") for failure in failed_in(given))
    assert Counter((each.line, each.message) for violations in read.values() for each in violations) == expected


@few
@given(some)
def test_rdjsonl(given: list[Report]) -> None:
    lines = [json.loads(line) for line in told("rdjsonl", given).splitlines()]
    known = json.loads((SCHEMAS / "rdjsonl.json").read_text())["definitions"]["Diagnostic"]["properties"]
    for line in lines:
        RDJSONL(line)
        assert set(line) <= set(known)
    found = [line for line in lines if "suggestions" in line]
    for line, (report, each) in zip(found, found_in(given), strict=True):
        text = report.source.text  # type: ignore[union-attr]
        data = (b"\xef\xbb\xbf" if report.marked else b"") + text.encode()
        starts = [0, *(at + 1 for at, byte in enumerate(data) if byte == 10)]

        def at(place: dict[str, int], starts: list[int] = starts) -> int:
            return starts[place["line"] - 1] + place["column"] - 1

        place = line["location"]["range"]
        assert data[at(place["start"]) : at(place["end"])].decode() == text[each.span.start : each.span.end]
        for suggestion, fix in zip(line["suggestions"], each.fixes, strict=True):
            first, last = at(suggestion["range"]["start"]), at(suggestion["range"]["end"])
            mended = (data[:first] + suggestion["text"].encode() + data[last:]).decode("utf-8-sig" if report.marked else "utf-8")
            assert mended == apply(text, fix.edits)


def test_rdjsonl_counts_bytes_far_into_a_long_line() -> None:
    text = "\ufeff".join(["é𐐀b "] * 5_000) + "the the\r\n"
    start = text.index("the the")
    fault = Diagnostic(Span(start, start + 7), "a.b", "Twice.", Severity.ERROR)
    (line,) = told("rdjsonl", [Report("a.md", Source("a.md", text), (fault,), marked=True)]).splitlines()
    before = len(text[:start].encode()) + 3
    assert json.loads(line)["location"]["range"] == {"start": {"line": 1, "column": before + 1}, "end": {"line": 1, "column": before + 8}}


MARKUP = {"Heading", "Paragraph", "Table", "TableHead", "TableRow", "TableCell", "List", "Item", "BlockQuote", "Strong"}
REFERENCES = re.compile(
    r"(?i)[@#!~%$&^:*](?=[\w\[\"/-])|\bgh-\d|\b[0-9a-f]{7,40}\b|https?://|www\.[a-z]"
)  # what GitHub or GitLab make of words that are not in code


def read_markdown(text: str) -> list[str]:
    """The words between markup, as a reader of Markdown with all its extensions sees them; nothing may stand there but what we write."""
    options = (
        pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_MATH | pyromark.Options.ENABLE_FOOTNOTES | pyromark.Options.ENABLE_GFM
    )
    options |= pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_TASKLISTS | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    said: list[str] = []
    for event in pyromark.events(text, options=options, merge_text=True):
        (name, value), *_ = event.items() if isinstance(event, dict) else ((event, ""),)
        match name:
            case "Start":
                kind = value if isinstance(value, str) else next(iter(value))
                assert kind in MARKUP, event
                said.append("")
            case "InlineHtml":
                assert value in ("<b>", "</b>"), event
                said.append("")
            case "Text":
                said.append(value)
            case "Code":
                assert re.fullmatch(r"[\w.-]+|copydesk \w+", value, re.ASCII), event
            case _:
                assert name in ("End", "SoftBreak"), event
    return said


@few
@given(some)
def test_markdown(given: list[Report]) -> None:
    text = told("markdown", given)
    assert len(text.encode()) <= LIMIT
    said = read_markdown(text)
    assert not [words for words in said if REFERENCES.search(words)]
    assert "\n/" not in text, "what GitLab takes for an order"
    assert text.count("\n- **Line ") == len(found_in(given))
    whole = "".join(said).replace("\u200b", "")
    for _, each in found_in(given):
        assert safe(each.message).strip() in whole


@given(words)
@few
def test_words_stay_the_same_words_in_markdown(text: str) -> None:
    shown = safe(text.replace("\t", " "))
    assert "".join(read_markdown(f"x {neutral(shown)} x")).replace("\u200b", "") == f"x {shown} x" or shown.strip() != shown or not shown


def test_a_long_comment_says_what_it_leaves_out() -> None:
    text = "An 'é' & a <tag> of @people, https://x.example.\n" * 40
    found = [Diagnostic(Span(48 * at, 48 * at + 2), f"test.r{at}", "A fault @here.", Severity.ERROR) for at in range(40)]
    given = [Report(f"articles/{at}.md", Source("", text), tuple(found)) for at in range(30)]
    text = told("markdown", [*given, *(Report("x", failures=(Failed("x", "gone " * 50),)) for _ in range(100))])
    assert 0.95 * LIMIT < len(text.encode()) <= LIMIT
    left = int(re.search(r"\n([\d,]+) findings are left out: GitHub takes 65,536 characters\.", text)[1].replace(",", ""))  # type: ignore[index]
    assert text.count("\n- **Line ") + left == 1200
    assert text.startswith(
        "### copydesk: 1,200 findings in 30 of 30 files\n\nThis check fails. 1,200 errors.\n\n| file | rule | findings |\n"
    )
    rows = int(re.search(r"\nThe table goes on for ([\d,]+) rows that have no room here\.", text)[1].replace(",", ""))  # type: ignore[index]
    assert rows + text.count("\n| articles/") == 1200
    assert "more could not be done." in text


@pytest.mark.parametrize("name", reporters.names())
def test_an_output_goes_along_with_its_parts(name: str) -> None:
    """Several of one run stay in step: there is a piece for each part, before the next is asked for."""
    reporter = reporters.load(name)
    asked = 0

    def parts() -> Any:
        nonlocal asked
        for number in range(5):
            asked += 1
            report = Report(f"{number}.md", Source(f"{number}.md", "the the"), (Diagnostic(Span(0, 7), "a.b", "Twice.", Severity.ERROR),))
            yield part_of(report, reporter.part(report, Look())) if number != 2 else Part("2.md")

    for number, _ in enumerate(reporter.render(parts(), Look()), 1):
        assert asked <= number
