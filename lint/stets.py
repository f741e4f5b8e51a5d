"""What a person has let stand, for copy that can carry no comment: a file of decisions beside the configuration, reviewed like code.

A decision is known by its rule and the words of its sentence, so it holds wherever the text is moved, wrapped otherwise or renamed, and a
sentence that is edited is judged anew. Each is a block of its own and the blocks are sorted, so that two branches rarely meet.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Set
from pathlib import Path
from typing import Any

from yaml.nodes import Node

from lint.compiled import compiled
from lint.confines import is_file
from lint.diagnostic import Diagnostic, Severity
from lint.digest import digest
from lint.disk import around
from lint.display import quoted
from lint.engine import fingerprint, wording
from lint.faults import CONFIGURATION, Fault, read_source
from lint.named import NamedTuple
from lint.report import relative
from lint.text import Source, Span
from lint.yaml_source import YamlSource
from lint.yaml_text import Literal, mapping

HEAD = """\
# Copy that stands as it is, by whose decision and why. `copydesk stet PATH:LINE [RULE] --because TEXT` adds to this file.
# It holds for this rule in these sentences. `copydesk stet --prune` drops those that are gone.
"""
_DATE = compiled(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_FINGERPRINT = compiled(r"[0-9a-f]{8,64}")
_NEEDED = ("rule", "sentence", "fingerprints", "because")


class Stet(NamedTuple):
    """A decision: what stands, why, who said so and when, and the last day on which it holds, empty for ever; `line` is its own line."""

    path: str
    sentence: str
    rule: str
    fingerprints: tuple[str, ...]
    because: str
    who: str = ""
    date: str = ""
    until: str = ""
    line: int = 1

    def text(self) -> str:
        """The block that says it."""
        dates = {name: Literal(value) for name, value in (("date", self.date), ("until", self.until)) if value}
        said: dict[str, Any] = {
            "path": self.path,
            "sentence": self.sentence,
            "rule": self.rule,
            "because": self.because,
            "who": self.who,
            **dates,
            "fingerprints": Literal(f"[{', '.join(self.fingerprints)}]"),
        }
        return "- " + mapping({name: value for name, value in said.items() if value}, "  ")[2:]

    def has_run_out(self, today: str) -> bool:
        """Whether its last day is over."""
        return bool(self.until) and self.until < today

    def is_about(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is one that it lets stand. A fingerprint alone is not enough: only what can be read in the file is hidden."""
        if diagnostic.rule != self.rule or diagnostic.fingerprint not in self.fingerprints:
            return False
        return bool(diagnostic.whole) or len(self.fingerprints) > 1 or wording(diagnostic.written) == wording(self.sentence)


class Stets:
    """The decisions in a file, on a day."""

    def __init__(self, path: Path, stets: Iterable[Stet] = (), today: str = "", source: Source = Source("", "")) -> None:
        self.path = path
        self.stets = tuple(sorted(stets, key=lambda stet: stet[:-1]))
        self._today = today
        self._source = source
        self._by_fingerprint: dict[str, list[Stet]] = {}
        for stet in self.stets:
            for each in stet.fingerprints:
                self._by_fingerprint.setdefault(each, []).append(stet)
        self._rules = sorted({stet.rule for stet in self.stets if not stet.has_run_out(today)})

    @property
    def stamp(self) -> str:
        """A text that is another one wherever something else is let stand."""
        over = [number for number, stet in enumerate(self.stets) if stet.has_run_out(self._today)]
        return digest(self._source.text.encode("utf-8", "surrogatepass"), repr(over).encode())

    def decision(self, diagnostic: Diagnostic) -> Stet | None:
        """The decision on a finding, of several the one that holds longest; None where there is none."""
        found = [stet for stet in self._by_fingerprint.get(diagnostic.fingerprint, ()) if stet.is_about(diagnostic)]
        return max(found, key=lambda stet: (not stet.until, stet.until), default=None)

    def hides(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is let stand today."""
        stet = self.decision(diagnostic)
        return stet is not None and not stet.has_run_out(self._today)

    def has_run_out(self, stet: Stet) -> bool:
        """Whether a decision holds no more."""
        return stet.has_run_out(self._today)

    def concerns(self, diagnostic: Diagnostic) -> bool:
        """Whether a decision holds for the sentence of a finding, by whatever rule."""
        said = wording(diagnostic.written)
        return any(fingerprint(rule, said) in self._by_fingerprint for rule in self._rules)

    def idle(self, met: Set[str], read: Set[Path]) -> Iterator[Fault]:
        """A notice for each decision that holds and none of whose findings were met; not where its file is there and was not read."""
        for stet in self.stets:
            place = self.path.parent / stet.path
            unread = bool(stet.path) and is_file(place) and place.resolve() not in read
            if not unread and not self.has_run_out(stet) and met.isdisjoint(stet.fingerprints):
                said = f"'{stet.rule}' finds nothing any more in the sentence {quoted(stet.sentence)}"
                message = f"{said}; `copydesk stet --prune` drops this decision"
                yield Fault(self._source, Diagnostic(self._source.line(stet.line), CONFIGURATION, message, Severity.WARNING))

    def text(self) -> str:
        """What its file says."""
        return "\n".join([HEAD, *(stet.text() for stet in self.stets)])


def read(path: Path, today: str) -> Stets:
    """The decisions in a file, none where there is no such file. Raises FaultyFile with all that is wrong with it."""
    if not os.path.lexists(path):
        return Stets(path, (), today)
    source = read_source(path, relative(path.as_posix()), CONFIGURATION, confines=around(path.parent))
    yaml = YamlSource(source, CONFIGURATION)
    root = yaml.root()
    stets = [_stet(yaml, node) for node in ([] if root is None else yaml.elements(root))]
    yaml.finish()
    return Stets(path, stets, today, source)


def is_date(text: str) -> bool:
    """Whether a text is a day that there is, as `2026-12-31`."""
    if not _DATE.fullmatch(text):
        return False
    from datetime import date  # asked for few texts

    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _stet(yaml: YamlSource, node: Node) -> Stet:
    before = len(yaml.faults)
    items = {item.name: item for item in yaml.items(node)}
    said: dict[str, Any] = {"path": "", "sentence": "", "rule": "", "fingerprints": (), "because": ""}
    for item in items.values():
        if item.name not in Stet._fields[:-1]:
            yaml.unknown(item.key, "key", item.name, Stet._fields[:-1], " of a decision")
        elif item.name == "fingerprints":
            said[item.name] = _fingerprints(yaml, item.value)
        else:
            said[item.name] = yaml.text(item.value).strip()
            if item.name in ("date", "until") and not is_date(said[item.name]):
                yaml.fault(item.value, f"'{said[item.name]}' is no date; write it as 2026-12-31")
    missing = [name for name in _NEEDED if not said[name]]
    if missing and len(yaml.faults) == before:
        told = "a decision needs its reason: write 'because'" if missing == ["because"] else f"'{missing[0]}' is missing in this decision"
        yaml.fault(_first(yaml, node), f"{told}; `copydesk stet PATH:LINE --because TEXT` writes a whole one")
    return Stet(**said, line=yaml.line(node))


def _first(yaml: YamlSource, node: Node) -> Span:
    return yaml.span(node.value[0][0] if node.value and isinstance(node.value[0], tuple) else node)


def _fingerprints(yaml: YamlSource, node: Node) -> tuple[str, ...]:
    found = yaml.texts(node)
    for each in found:
        if not _FINGERPRINT.fullmatch(each):
            yaml.fault(node, f"'{each}' is no fingerprint; write the decision anew with `copydesk stet`")
    return found
