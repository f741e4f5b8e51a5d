"""Tests of rules in the form of Vale: `tests` in a rule's file, and files `*.test.yml` beside the rules."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from yaml.nodes import Node

from lint.compiled import compiled
from lint.document import Document
from lint.engine import check
from lint.faults import RULE_FILE, Fault, FaultyFile, read_source
from lint.house import House
from lint.named import NamedTuple
from lint.packs import TEST_SUFFIXES, Pack, rule_files
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Source
from lint.yaml_source import Item, YamlSource, is_null
from lint.yaml_value import TEXT, TEXTS, Key, array, schemas_of_keys

_HAS_TESTS = compiled(r"(?im)^[\"']?tests[\"']?[ \t]*:")


class Case(NamedTuple):
    """A text, and what a rule, or with no rule the whole pack, is to say of it: lines `line:column:rule:message`.

    `want` is all of it, `contains` are parts of it, `absent` what must not be in it. `rule` is the name of the only rule that looks.
    """

    name: str
    path: str
    line: int
    text: str
    suffix: str
    rule: str | None
    want: str | None
    contains: tuple[str, ...]
    absent: tuple[str, ...]

    def proves(self, rule: Rule) -> bool:
        """Whether something is expected of this rule."""
        return self.rule == rule.id or any(rule.id in said for said in (self.want or "", *self.contains))


class Cases(NamedTuple):
    """The tests of a pack, and what is wrong with their files."""

    cases: tuple[Case, ...]
    faults: tuple[Fault, ...]


def of_pack(pack: Pack) -> Cases:
    """The tests in the folder of a pack; none for a pack without a folder."""
    cases: list[Case] = []
    faults: list[Fault] = []
    for parts in rule_files(pack.folder) if pack.folder else ():
        try:
            cases += _in_file(pack, parts)
        except FaultyFile as error:
            known = {fault.failure for fault in pack.faults}
            faults += [fault for fault in error.faults if fault.failure not in known]
    return Cases(tuple(cases), tuple(faults))


def shortcoming(case: Case, rules: Sequence[Rule], parse: Callable[[Source], Document]) -> str | None:
    """What a test expected of some rules and did not get, None where it holds."""
    looking = [rule for rule in rules if case.rule in (None, rule.id)]
    if case.rule is not None and not looking:
        return f"there is no rule '{case.rule}' in this pack that can be used"
    source = Source(f"test.{case.suffix}", case.text)
    verdict = check(parse(source), RuleSet(looking), House())
    if verdict.failures:
        return verdict.failures[0].message
    got = [_line(source, diagnostic.span.start, diagnostic.rule, diagnostic.message) for diagnostic in verdict.diagnostics]
    return next(_faults(case, got), None)


def _faults(case: Case, got: Sequence[str]) -> Iterator[str]:
    text = "".join(f"{line}\n" for line in got)
    if case.want is not None and text.strip() != case.want.strip():
        yield f"expected {_list(case.want.strip().splitlines())}, got {_list(got)}"
    for part in case.contains:
        if part not in text:
            yield f"expected '{part}' in what is said, got {_list(got)}"
    for part in case.absent:
        if part in text:
            yield f"expected nothing with '{part}', got {_list(got)}"


def _line(source: Source, start: int, rule: str, message: str) -> str:
    line, column = source.position(start)
    return f"{line}:{column}:{rule}:{message}"


def _list(lines: Sequence[str]) -> str:
    return ", ".join(map(repr, lines)) or "nothing"


def _in_file(pack: Pack, parts: tuple[str, ...]) -> list[Case]:
    """The tests of one file. Raises FaultyFile with all that is wrong with them."""
    assert pack.folder is not None
    alone = parts[-1].endswith(TEST_SUFFIXES)
    id = None if alone else _name(pack, parts)
    source = read_source(pack.folder.joinpath(*parts), "/".join((pack.folder.as_posix(), *parts)), RULE_FILE, id, pack.confines)
    if not alone and not _HAS_TESTS.search(source.text):
        return []
    yaml = YamlSource(source, RULE_FILE, id, weak=True)
    root = yaml.root()
    if root is not None and not alone:
        root = next((item.value for item in yaml.items(root, fold=True) if item.name == "tests"), None)
    reading = _Reading(yaml, pack, parts)
    cases = [reading.case(element) for element in yaml.elements(root)] if root is not None else []
    yaml.finish()
    return [case for case in cases if case is not None]


def _name(pack: Pack, parts: tuple[str, ...]) -> str:
    return ".".join((pack.name, *parts[:-1], parts[-1].partition(".")[0]))


class _Reading:
    """The tests of one file while they are read."""

    def __init__(self, yaml: YamlSource, pack: Pack, parts: tuple[str, ...]) -> None:
        self.yaml, self.pack, self.parts = yaml, pack, parts
        self.seen: set[str] = set()

    def case(self, node: Node) -> Case | None:
        yaml = self.yaml
        items = {item.name: item for item in yaml.items(node, fold=True) if not is_null(item.value)}
        name = yaml.text(items["name"].value) if "name" in items else ""
        if not name:
            yaml.fault(node, "a test needs a 'name'")
        elif name in self.seen:
            yaml.fault(items["name"].value, f"a second test has the name '{name}'; give it another")
        if not items.keys() & {"want", "contains", "absent"}:
            yaml.fault(node, "a test without 'want', 'contains' or 'absent' proves nothing; say what is expected")
            return None
        self.seen.add(name)
        said = {key: _KEYS[key].value.read(yaml, item.value) for key, item in items.items() if key in _KEYS}
        suffix = said.get("format", "").removeprefix(".") or "md"
        expected = said.get("want"), said.get("contains", ()), said.get("absent", ())
        return Case(name, yaml.source.name, yaml.line(node), said.get("input", ""), suffix, self._rule(items), *expected)

    def _rule(self, items: dict[str, Item]) -> str | None:
        """The name of the only rule that looks: the one of this file, or of the file that `rule` names from here."""
        if "rule" not in items:
            return self.yaml.rule
        path = Path(os.path.normpath(Path(*self.parts).parent / self.yaml.text(items["rule"].value)))
        if ".." in path.parts or path.is_absolute():
            self.yaml.fault(items["rule"].value, "the file stands in another pack; a test proves rules of its own")
            return None
        return _name(self.pack, path.parts)


_KEYS = {
    "name": Key("name", TEXT, "What the test is called."),
    "input": Key("text", TEXT, "The text that is looked at."),
    "want": Key("want", TEXT, "All that is to be said of it, in lines `line:column:rule:message`."),
    "contains": Key("contains", TEXTS, "Parts of what is to be said of it."),
    "absent": Key("absent", TEXTS, "What is not to be said of it."),
    "format": Key("suffix", TEXT, "The suffix of the text's format: md without it."),
    "rule": Key("rule", TEXT, "The file of the only rule that looks, in a file of tests."),
}
SHAPE = array(*schemas_of_keys(_KEYS, additionalProperties=True, required=["name"]))[1]
"""The JSON Schema of tests."""
