"""What the sections of a Vale configuration say, key by key, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from lint.compiled import compiled
from lint.diagnostic import Applicability, Diagnostic, Fix, Severity
from lint.faults import CONFIGURATION, Fault, FaultyFile, nearest
from lint.glob_pattern import Glob, GlobError
from lint.named import NamedTuple
from lint.pattern import Pattern, PatternError
from lint.text import Edit, Source, Span
from lint.vale_ini import NONE, TOP, Item, Section, Sections, Value

if TYPE_CHECKING:
    from lint.vale_conditions import Condition

ALL = "*"
"""The section for all files, which is not like the others: what a file's own sections say counts for more."""

BUILT_IN = "Vale"
"""The style that is built into Vale."""

LEVELS = {str(severity): severity for severity in Severity}

_SPECIAL = (TOP, ALL, "formats", "asciidoctor", "sphinx")
_TOP_KEYS = (
    "StylesPath MinAlertLevel Packages Vocab IgnoredScopes SkippedScopes IgnoredClasses WordTemplate NLPEndpoint"
).split()  # fmt: skip
_MOST_FAULTS = 20
"""So many are told at once."""
_SECTION_KEYS = "BasedOnStyles BlockIgnores IgnorePatterns TokenIgnores CommentDelimiters Transform Lang View Vocab".split()
_UNHONOURED = {
    "WordTemplate": "words have the boundaries that Vale gives them by itself",
    "NLPEndpoint": "no text is sent anywhere, and words are tagged here",
    "Transform": "XML is not read",
    "View": "data files are not read",
}
_PARAMETER = compiled(r"([^\[\]]+\.[^\[\]]+)\[([A-Za-z][A-Za-z0-9]*)\]")
_FIXED_KEYS = frozenset("extends name path tests message description link tokens swap exceptions filters ignore raw either".split())


class Saying(NamedTuple):
    """What a section says of a rule or a style: on or off, or with None that nothing said before counts; and its level."""

    on: bool | None
    level: Severity | None
    value: Value


class Said(NamedTuple):
    """What a section says; `styles` is None where it does not name any. `label` is the section's name as it is written."""

    label: str
    section: Section
    glob: Glob
    condition: Condition | None = None
    styles: tuple[Item, ...] | None = None
    sayings: Mapping[str, Saying] = {}
    vocabularies: tuple[Item, ...] = ()
    reading: Mapping[str, Any] = {}

    def because(self, place: Span, source: Source | None = None) -> str:
        """How a decision that comes from here is explained."""
        source = source or self.section.source
        return f"{source.name}:{source.position(place.start).line} [{self.label}]"


class Parameter(NamedTuple):
    """Another value for a key of a rule: `Style.Rule[max] = 30`."""

    rule: str
    key: str
    value: Value


class SectionReader:
    """Reads sections; what is wrong is noted, as a fault or as a notice that hinders nothing."""

    def __init__(self, sections: Sections) -> None:
        self.sections = sections
        self.faults: dict[Fault, None] = {}
        self.notices: dict[Fault, None] = {}
        self.parameters: dict[tuple[str, str], Parameter] = {}

    def fault(self, source: Source, place: Span, message: str, instead: str | None = None) -> None:
        """Note what makes the configuration unusable; `instead` is the word that was perhaps meant."""
        self.faults[_fault(source, place, message, Severity.ERROR, instead)] = None

    def notice(self, source: Source, place: Span, message: str, instead: str | None = None) -> None:
        """Note what is passed over."""
        self.notices[_fault(source, place, message, Severity.WARNING, instead)] = None

    def finish(self) -> None:
        """Raises FaultyFile if something makes the configuration unusable."""
        if self.faults:
            raise FaultyFile((*_sorted(self.faults)[:_MOST_FAULTS], *self.told[:_MOST_FAULTS]))

    @property
    def told(self) -> tuple[Fault, ...]:
        """The notices, in their order."""
        return _sorted(self.notices)

    @property
    def top(self) -> Section:
        """What stands before any section."""
        return self.sections[TOP]

    def check_top(self) -> None:
        """Note what cannot stand before the sections, and what is not honoured."""
        for key, values in self.top.keys.items():
            if key in _SECTION_KEYS and key not in _TOP_KEYS:
                self.fault(values[0].source, values[0].key, f"'{key}' holds for some files; put it below a section such as [*] or [*.md]")
            elif key in _UNHONOURED:
                self._unhonoured(key, values[-1])
            elif key not in _TOP_KEYS:
                self.notice(values[0].source, values[0].key, f"'{key}' is no key of Vale's; it is passed over", nearest(key, _TOP_KEYS))

    def whole(self) -> Said:
        """What the section for all files says."""
        section = self.sections.get(ALL)
        if section is None:
            return Said(ALL, Section(self.top.source, Span(0, 0)), Glob(ALL))
        return self._said(ALL, section)

    def others(self) -> Iterator[Said]:
        """What the sections for some files say, in their order."""
        for label, section in self.sections.items():
            if label not in _SPECIAL:
                yield self._said(label, section)

    def min_level(self) -> Severity:
        """The level below which nothing is told."""
        value = self.top.last("MinAlertLevel")
        if value is None:
            return Severity.SUGGESTION
        if value.text not in LEVELS:
            message = f"'{value.text}' is no level; it is one of {', '.join(LEVELS)}"
            self.fault(value.source, value.place, message, nearest(value.text, LEVELS))
        return LEVELS.get(value.text, Severity.SUGGESTION)

    def reading(self) -> dict[str, Any]:
        """What is prose in any file."""
        keys = {"ignored": "IgnoredScopes", "skipped": "SkippedScopes", "ignored_classes": "IgnoredClasses"}
        return {field: frozenset(item.text for item in self.top.listed(key)) for field, key in keys.items() if key in self.top.keys}

    def _said(self, label: str, section: Section) -> Said:
        path, _, condition = label.partition(" if ")
        return Said(
            label,
            section,
            self._glob(path.strip(), section),
            self._condition(condition, section) if condition else None,
            tuple(section.listed("BasedOnStyles")) if "BasedOnStyles" in section.keys else None,
            self._sayings(section),
            tuple(section.listed("Vocab")),
            self._reading(label, section),
        )

    def _glob(self, text: str, section: Section) -> Glob:
        try:
            return Glob(text)
        except GlobError as error:
            self.fault(section.source, section.place, f"'{text}' is no pattern of paths: {error}")
            return Glob(ALL)

    def _condition(self, text: str, section: Section) -> Condition | None:
        from lint.vale_conditions import Condition, ConditionError  # few sections have one

        try:
            return Condition(text)
        except ConditionError as error:
            start = section.source.text.find(text, section.place.start) + error.position
            self.fault(section.source, Span(start, min(start + 1, section.place.end)), f"the condition cannot be read: {error}")
            return None

    def _sayings(self, section: Section) -> dict[str, Saying]:
        sayings = {}
        for key, values in section.keys.items():
            value = values[-1]
            if key in _TOP_KEYS and key not in _SECTION_KEYS:
                self.fault(value.source, value.key, f"'{key}' holds for all files; move it above the first section")
            elif key in _UNHONOURED:
                self._unhonoured(key, value)
            elif key not in _SECTION_KEYS and not self._is_parameter(key, value):
                saying = self._saying(key, value)
                if saying is not None:
                    sayings[key] = saying
        return sayings

    def _saying(self, key: str, value: Value) -> Saying | None:
        if value.text in LEVELS:
            return Saying(True, LEVELS[value.text], value)
        if value.text in ("YES", "NO", "UNSET"):
            return Saying({"YES": True, "NO": False}.get(value.text), None, value)
        if "." not in key:
            self.notice(value.source, value.key, f"'{key}' is no key of a section; it is passed over", nearest(key, _SECTION_KEYS))
            return None
        known = ("YES", "NO", "UNSET", *LEVELS)
        message = f"'{value.text}' is none of {', '.join(known)}; the rule '{key}' is off"
        self.notice(value.source, value.place, message, nearest(value.text, known))
        return Saying(False, None, value)

    def _is_parameter(self, key: str, value: Value) -> bool:
        found = _PARAMETER.fullmatch(key)
        if found is None:
            return False
        rule, name = found[1], found[2].lower()
        if name == "level":
            self.fault(value.source, value.key, f"a level is set without the brackets: '{rule} = {value.text}'")
        elif name in _FIXED_KEYS:
            self.fault(value.source, value.key, f"'{name}' of a rule cannot be set here; make a rule that extends '{rule}'")
        else:
            self.parameters[rule, name] = Parameter(rule, name, value)
        return True

    def _reading(self, label: str, section: Section) -> dict[str, Any]:
        blocks = [*section.patterns("BlockIgnores"), *section.patterns("IgnorePatterns")]
        said: dict[str, Any] = {
            "ignored_blocks": self._patterns(blocks),
            "ignored_tokens": self._patterns(section.patterns("TokenIgnores")),
        }
        if language := section.last("Lang"):
            said["language"] = language.text or None
        signs = section.listed("CommentDelimiters")
        if "CommentDelimiters" in section.keys:
            value = section.keys["CommentDelimiters"][-1]
            if label == ALL:
                self.fault(value.source, value.key, "'CommentDelimiters' holds for one format; put it below a section such as [*.mdx]")
            elif len(signs) != 2:
                self.fault(value.source, value.place, f"two signs are expected here, parted by a comma, as '{{/*, */}}', not {len(signs)}")
            else:
                said["comments"] = (signs[0].text, signs[1].text)
        return {key: value for key, value in said.items() if value}

    def _patterns(self, items: list[Item]) -> tuple[Pattern, ...]:
        patterns = []
        for item in items:
            pattern = Pattern(item.text, foreign=True)
            try:
                pattern.validate()
            except PatternError as error:
                self.fault(item.value.source, item.place, f"the regular expression cannot be read: {error}; write a comma as '\\,'")
            else:
                patterns.append(pattern)
        return tuple(patterns)

    def _unhonoured(self, key: str, value: Value) -> None:
        if value.text and value.text != NONE:
            self.notice(value.source, value.key, f"'{key}' cannot be honoured: {_UNHONOURED[key]}; take it out to be rid of this notice")


def _sorted(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return tuple(sorted(faults, key=lambda fault: (fault.source.name, fault.diagnostic.order)))


def _fault(source: Source, place: Span, message: str, severity: Severity, instead: str | None) -> Fault:
    fixes = () if instead is None else (Fix(f"did you mean '{instead}'?", (Edit(place, instead),), Applicability.DISPLAY),)
    return Fault(source, Diagnostic(place, CONFIGURATION, message, severity, fixes))
