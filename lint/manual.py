"""A rule as a page: for `explain`, and for the README of its pack, so that these cannot differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from textwrap import fill
from typing import TYPE_CHECKING

from lint.compiled import compiled
from lint.diagnostic import Applicability, Severity
from lint.display import safe
from lint.examples import Unproved
from lint.profile import Decision
from lint.rule import Example, Rule
from lint.text import Source

if TYPE_CHECKING:
    from lint.rule_tests import Case  # it reads YAML, which a page does not

_WIDTH = 88
_BACKTICKS = compiled("`+")
_FIXED = {
    Applicability.SAFE: "`copydesk fix` mends it.",
    Applicability.UNSAFE: "`copydesk fix --unsafe` mends it; look at what it did.",
    Applicability.DISPLAY: "A fix is shown for a person to pick; it is never made in bulk.",
}


def page(rule: Rule, severity: Severity | None, because: str) -> str:
    """All there is to say about a rule, for the terminal; `severity` is None where it is off."""
    return _harmless("\n\n".join([*_reasons(rule), f"Level\n  {severity or 'off'} ({because})", *_ways_out(rule)]) + "\n")


def help_text(rule: Rule) -> str:
    """The page for other programs to show, as plain text; without the level, which they know."""
    return "\n\n".join([*_reasons(rule), *_ways_out(rule)]) + "\n"


def help_markdown(rule: Rule) -> str:
    """The same as Markdown."""
    parts = [title(rule), rule.why, rule.description, remedy(rule)]
    parts += [_fenced(_gallery(rule))] if rule.examples else []
    parts += ["Silence it:", _fenced(_silencing(rule.id))]
    parts += [f"<{rule.link}>"] if rule.link else []
    return "\n\n".join(part.strip("\n") for part in dict.fromkeys(parts) if part) + "\n"


def contents(pack: str, rules: Sequence[Rule]) -> str:
    """The rules of a pack, a line each."""
    width = max(len(rule.id) for rule in rules)
    lines = [f"{rule.id:{width}}  {' '.join(title(rule).split())}" for rule in rules]
    return _harmless(f"{pack}: {len(rules)} rules\n\n" + "\n".join(lines) + "\n")


def readme(pack: str, rules: Sequence[Rule]) -> str:
    """The README.md of a pack: a table of its rules, then each with its examples."""
    ordered = sorted(rules, key=lambda rule: rule.id)
    rows = [f"| [{_fault(rule)}](#{_fault(rule)}) | {_cell(title(rule))} | {_level(rule)} | {_safety(rule)} |" for rule in ordered]
    head = [f"# {pack}", "<!-- Written from the rules beside it by `pytest --update`. -->"]
    table = "\n".join(["| rule | what it finds | level | fix |", "|---|---|---|---|", *rows])
    return "\n\n".join([*head, table, *map(_chapter, ordered)]) + "\n"


def table(decisions: Sequence[Decision]) -> str:
    """Rules with their levels and where each comes from, and how many of them run."""
    rows = [(safe(each.rule.id), str(each.severity or "off"), _safety(each.rule), safe(each.because)) for each in decisions]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(3)]
    lines = [f"{'  '.join(map(str.ljust, row, widths))}  {row[3]}".rstrip() for row in rows]
    on = sum(each.severity is not None for each in decisions)
    return _harmless("\n".join([*lines, "", f"{on} of {len(rows)} rules are in force; `copydesk explain RULE` says all about one."]) + "\n")


def inventory(decisions: Sequence[Decision]) -> str:
    """The same for programs, as JSON."""
    from json import dumps

    rules = [
        {
            "rule": each.rule.id,
            "pack": each.rule.pack,
            "severity": None if each.severity is None else str(each.severity),
            "because": each.because,
            "summary": title(each.rule),
            "applicability": _safety(each.rule) or None,
            "path": each.rule.path,
        }
        for each in decisions
    ]
    return dumps({"version": 1, "rules": rules}, indent=1) + "\n"


def shortcoming(unproved: Unproved) -> str:
    """An example that its rule does not live up to, in a line with its place."""
    place = unproved.rule.path + (f":{unproved.example.line}" if unproved.example.line is not None else "")
    return f"{safe(place)}: {safe(unproved.rule.id)}: {safe(unproved.message)}\n"


def unmet(case: Case, message: str) -> str:
    """A test that does not hold, in a line with its place."""
    return f"{safe(case.path)}:{case.line}: {safe(case.name)}: {safe(message)}\n"


def title(rule: Rule) -> str:
    """What the rule finds, in a line."""
    return rule.summary or rule.description or rule.message


def remedy(rule: Rule) -> str:
    """Who may make its fix; empty where it has none to offer."""
    return _FIXED[rule.applicability] if _is_fixed(rule) else ""


def _harmless(page: str) -> str:
    """A page as a terminal may show it."""
    return "\n".join(map(safe, page.split("\n")))


def _reasons(rule: Rule) -> Iterator[str]:
    """The first parts of a page: what the rule finds and why."""
    yield f"{rule.id}\n{_wrapped(title(rule))}"
    yield from _section("Why", rule.why)
    yield from _section("Note", rule.description)
    if rule.examples:
        yield f"Examples\n{_gallery(rule)}"


def _ways_out(rule: Rule) -> Iterator[str]:
    """The last parts of a page: what can be done about a finding."""
    yield from _section("Fix", remedy(rule))
    yield f"Silence it\n{_silencing(rule.id)}"
    if rule.link:
        yield f"More\n  {rule.link}"


def _fenced(text: str) -> str:
    """A block of code of Markdown that no text can end."""
    fence = "`" * max(4, 1 + max((len(run) for run in _BACKTICKS.findall(text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _is_fixed(rule: Rule) -> bool:
    return rule.action is not None or any(example.good is not None for example in rule.examples)


def _gallery(rule: Rule) -> str:
    """The bad examples apart from each other, then the ok ones in one list."""
    bad = [_shown(example) for example in rule.examples if example.bad]
    ok = "\n".join(_shown(example) for example in rule.examples if not example.bad)
    return "\n\n".join([*bad, ok] if ok else bad)


def _shown(example: Example) -> str:
    """An example as people read it: the bad words marked below, the good text beneath."""
    if not example.bad:
        return _labelled("ok", example.text)
    lines = _labelled("bad", example.text, _marks(example))
    return lines if example.good is None else f"{lines}\n{_labelled('good', example.good)}"


def _labelled(label: str, text: str, marks: Sequence[str] = ()) -> str:
    shown: list[str] = []
    for number, line in enumerate(text.rstrip("\n").split("\n")):
        shown.append(f"  {label if not number else '':4}  {line}".rstrip())
        if number < len(marks) and marks[number]:
            shown.append(f"        {marks[number]}")
    return "\n".join(shown)


def _marks(example: Example) -> list[str]:
    """Carets for each line of a bad text, below its flagged words."""
    source = Source(example.name, example.text)
    marked = [" "] * len(source.text)
    place = 0
    for words in example.flags:
        found = source.text.find(words, place)
        if found < 0:
            continue
        marked[found : found + len(words)] = "^" * len(words)
        place = found + len(words)
    lines = (source.line(number) for number in range(1, len(source.line_starts) + 1))
    return ["".join(marked[line.start : line.end]).rstrip() for line in lines]


def _silencing(name: str) -> str:
    return (
        f"  once        <!-- copydesk allow {name}: your reason -->  on a line before the block, or at its end\n"
        f"  in a file   copydesk: {{allow: [{name}]}}  in the front matter\n"
        f"  everywhere  rules: {{{name}: off}}  in .copydesk.yml"
    )


def _chapter(rule: Rule) -> str:
    parts = [f"## {_fault(rule)}", title(rule), *([rule.why] if rule.why else [])]
    parts += [text] if (text := remedy(rule)) else []
    parts += [f"````text\n{_gallery(rule)}\n````"] if rule.examples else []
    return "\n\n".join(part.strip("\n") for part in parts)


def _section(name: str, text: str) -> Iterator[str]:
    if text:
        yield f"{name}\n{_wrapped(text, '  ')}"


def _wrapped(text: str, indent: str = "") -> str:
    return fill(" ".join(text.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent)


def _fault(rule: Rule) -> str:
    return PurePath(rule.path).stem or rule.id.rpartition(".")[2]


def _level(rule: Rule) -> str:
    return str(rule.severity) if rule.enabled else "off"


def _safety(rule: Rule) -> str:
    return str(rule.applicability) if _is_fixed(rule) else ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
