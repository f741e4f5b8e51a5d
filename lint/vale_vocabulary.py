"""Vocabularies of a Vale project: the terms that a team accepts and rejects, as regular expressions.

A folder holds `accept.txt` and `reject.txt`, a term a line, and `vocab.yml`, whose terms are plain text unless they say `regex: true`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lint.compiled import compiled
from lint.confines import Confines, is_file
from lint.diagnostic import Diagnostic, Severity
from lint.faults import CONFIGURATION, Fault, read_source
from lint.named import NamedTuple
from lint.pattern import Pattern, PatternError
from lint.text import Source, Span

if TYPE_CHECKING:
    from yaml.nodes import Node

    from lint.yaml_source import YamlSource

_FILES = ("accept.txt", "reject.txt", "vocab.yml", "vocab.yaml")
_OPTIONS = ("flags", "ignorecase", "regex")
_SPECIAL = compiled(r"[\\.+*?()|\[\]{}^$]")
_BLANKS = compiled(r"[ \t]+")
_LINE = compiled(r"[^\s][^\r\n]*")
_LONGEST_SHOWN = 60

Expand = Callable[[str, str], Sequence[str]]
"""All forms of a word under the affix flags written for it; raises ValueError for a flag that names none."""

FindAffixes = Callable[[str], Expand | None]
"""What an affix file of this name makes of words, for an empty name the bundled one; None where there is none."""


class ValeVocabulary(NamedTuple):
    """What a vocabulary says; all terms are regular expressions. `faults` are of terms that are none, and left out."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()
    faults: tuple[Fault, ...] = ()

    def and_also(self, other: ValeVocabulary) -> ValeVocabulary:
        """What both say."""
        accepted, rejected = _once((*self.accepted, *other.accepted)), _once((*self.rejected, *other.rejected))
        return ValeVocabulary(accepted, rejected, tuple(dict.fromkeys((*self.faults, *other.faults))))


def is_vocabulary(folder: Path) -> bool:
    """Whether a folder holds a vocabulary."""
    return any(is_file(folder / name) for name in _FILES)


def read(folder: Path, affixes: FindAffixes, confines: Confines | None = None) -> ValeVocabulary:
    """What the files of a folder, and of those in it, say; none is read outside of `confines`. Raises FaultyFile."""
    whole = ValeVocabulary()
    for place, _, names in sorted(os.walk(folder)):
        for name in sorted(set(names) & set(_FILES)):
            path = Path(place, name)
            if name.startswith("vocab"):
                said = _read_yaml(path, affixes, confines)
            else:
                terms, faults = _lines(path, confines)
                said = ValeVocabulary(terms, (), faults) if name == "accept.txt" else ValeVocabulary((), terms, faults)
            whole = whole.and_also(said)
    return whole


def is_literal(term: str) -> bool:
    """Whether a term is plain text: a period in it is a period, as in `Node.js`."""
    return _SPECIAL.search(term.replace(".", "")) is None


def pattern(term: str) -> str:
    """A term as a pattern; a blank in it is also a line end."""
    return _BLANKS.sub(r"\\s+", term.replace(".", r"\.") if is_literal(term) else term)


def is_readable(term: str) -> bool:
    """Whether a term is a regular expression."""
    return _error_of(term) is None


def _lines(path: Path, confines: Confines | None) -> tuple[tuple[str, ...], tuple[Fault, ...]]:
    """The terms of a file with one a line, and the faults of those that are no regular expressions."""
    source = read_source(path, path.as_posix(), CONFIGURATION, confines=confines)
    terms: list[str] = []
    faults: list[Fault] = []
    for line in _LINE.finditer(source.text):
        term = line[0].rstrip()
        if term.startswith("# "):
            continue
        error = _error_of(term)
        if error is None:
            terms.append(term)
        else:
            faults.append(_fault(source, line.start(), term, error))
    return tuple(terms), tuple(faults)


def _error_of(term: str) -> PatternError | None:
    """Why a term is no regular expression."""
    if is_literal(term):
        return None
    try:
        Pattern(pattern(term), foreign=True).validate()
    except PatternError:
        pass
    else:
        return None
    try:
        Pattern(term, foreign=True).validate()  # so that the place counts in what is written
    except PatternError as error:
        return error
    return PatternError("its blanks cannot be line ends")


def _fault(source: Source, start: int, term: str, error: PatternError) -> Fault:
    shown = term if len(term) <= _LONGEST_SHOWN else f"{term[:_LONGEST_SHOWN]}..."
    plain = _SPECIAL.sub(r"\\\g<0>", shown)
    message = f"the term '{shown}' is no regular expression: {error}; write '{plain}' for the plain text. Until then it does not count"
    place = start + min(error.position or 0, len(term) - 1)
    return Fault(source, Diagnostic(Span(place, place + 1), CONFIGURATION, message, Severity.ERROR))


def _read_yaml(path: Path, affixes: FindAffixes, confines: Confines | None) -> ValeVocabulary:
    from lint.yaml_source import YamlSource  # few vocabularies are YAML

    yaml = YamlSource(read_source(path, path.as_posix(), CONFIGURATION, confines=confines), CONFIGURATION)
    root = yaml.root()
    items = {} if root is None else {item.name: item for item in yaml.items(root)}
    reader = _YamlTerms(yaml, affixes)
    if "affix" in items:
        reader.choose_affixes(items["affix"].value)
    lists = {name: tuple(reader.terms(items[name].value)) for name in ("accept", "reject") if name in items}
    for item in items.values():
        if item.name not in ("affix", "accept", "reject"):
            yaml.unknown(item.key, "key", item.name, ("affix", "accept", "reject"), " for a vocabulary")
    yaml.finish()
    return ValeVocabulary(lists.get("accept", ()), lists.get("reject", ()), tuple(reader.faults))


class _YamlTerms:
    """The terms of a `vocab.yml`."""

    def __init__(self, yaml: YamlSource, affixes: FindAffixes) -> None:
        self.yaml = yaml
        self.find_affixes = affixes
        self.affix = ""
        self.faults: list[Fault] = []

    def choose_affixes(self, node: Node) -> None:
        """The affix file whose flags `flags` names."""
        self.affix = self.yaml.text(node)
        if self.affix and self.find_affixes(self.affix) is None:
            self.yaml.fault(node, f"there is no '{self.affix}.aff' in config/dictionaries of the StylesPath; put it there, or name another")

    def terms(self, node: Node) -> Iterator[str]:
        """What the entries of a list stand for."""
        from yaml.nodes import ScalarNode

        for element in self.yaml.elements(node):
            if type(element) is ScalarNode:
                yield from self._term(element, {})
                continue
            items = self.yaml.items(element)
            if len(items) != 1:
                self.yaml.fault(element, "an entry is a term, or one term with its options behind a ':'")
            for item in items[:1]:
                yield from self._term(item.key, self._options(item.value))

    def _options(self, node: Node) -> dict[str, str]:
        from lint.yaml_source import is_null

        if is_null(node):
            return {}
        options = {}
        for item in self.yaml.items(node):
            if item.name not in _OPTIONS:
                self.yaml.unknown(item.key, "option", item.name, _OPTIONS, " of a term")
            elif item.name == "flags":
                options["flags"] = self.yaml.text(item.value)
            elif self.yaml.truth(item.value):
                options[item.name] = "yes"
        return options

    def _term(self, node: Node, options: dict[str, str]) -> Iterator[str]:
        term = self.yaml.text(node).strip()
        before = "(?i)" if "ignorecase" in options else ""
        if "regex" in options and "flags" in options:
            self.yaml.fault(node, f"'{term}' has both 'regex' and 'flags'; take one of them out")
        elif "regex" in options:
            error = _error_of(term)
            if error is None:
                yield before + term
            else:
                self.faults.append(_fault(self.yaml.source, self.yaml.span_in(node, term, 0).start, term, error))
        elif term:
            for form in self._forms(node, term, options.get("flags", "")):
                yield before + (form if is_literal(form) else re.escape(form))

    def _forms(self, node: Node, term: str, flags: str) -> Sequence[str]:
        if not flags:
            return (term,)
        expand = self.find_affixes(self.affix)
        try:
            if expand is not None:
                return expand(term, flags)
            self.yaml.fault(node, "'flags' needs an affix file; name one from config/dictionaries with the key 'affix'")
        except ValueError as error:
            self.yaml.fault(node, str(error))
        return (term,)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
