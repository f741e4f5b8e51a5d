"""A Vale project written as a `.copydesk.yml` that does the same, with a comment for what it cannot say."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from operator import attrgetter
from pathlib import Path
from typing import Any

from lint.changes import Change
from lint.config import NAME, VALE_NAMES, find
from lint.diagnostic import Severity
from lint.disk import DiskError, Draft
from lint.formats import suffixes
from lint.text import Source, Span
from lint.vale_decisions import InForce, rules_of
from lint.vale_formats import READ, unread
from lint.vale_paths import gitignore
from lint.vale_project import ValeConfiguration, load_project
from lint.vale_sections import BUILT_IN, Parameter, Said
from lint.yaml_text import Literal, entry, mapping

_READING = {
    "ignored": "ignored-elements",
    "skipped": "skipped-elements",
    "ignored_classes": "ignored-classes",
    "ignored_tokens": "ignored-tokens",
    "ignored_blocks": "ignored-blocks",
    "comments": "comments",
}
_ADDED_UP = ("ignored_tokens", "ignored_blocks")


def write(start: Path, force: bool) -> Path:
    """Write the `.copydesk.yml` for the Vale configuration at, in or above a path; gives where.

    Raises FaultyFile where that cannot be used, DiskError where there is none, or without `force` where there is a `.copydesk.yml`.
    """
    found = start if start.is_file() else find(start, VALE_NAMES)
    if found is None:
        raise DiskError(f"{start}: no configuration of Vale is here or above; name the file: `copydesk init --from-vale PATH`")
    target = found.with_name(NAME)
    if os.path.lexists(target) and not force:
        raise DiskError(f"{target}: this file exists; `--force` writes it anew")
    text = written(load_project(found))
    with Draft(target.as_posix()) as draft:
        draft.write(text)
        draft.finish()
    return target


def written(configuration: ValeConfiguration) -> str:
    """The text of a `.copydesk.yml` for the folder of a Vale configuration."""
    return _Writer(configuration).text()


class _Writer:
    """Puts one section after the other into words."""

    def __init__(self, configuration: ValeConfiguration) -> None:
        self.configuration = configuration
        self.project = configuration.project
        self.styles = configuration.project.styles
        self.unsaid: list[str] = []
        for fault in filter(attrgetter("is_notice"), configuration.contents.notices):
            self._note_at(fault.source, fault.diagnostic.span, fault.diagnostic.message)
        self.levels = {rule.id: rule.severity for pack in self.styles.values() for rule in pack.rules}
        self.based = self._on(self.project.whole)
        self.broken = {fault.rule for pack in self.styles.values() for fault in pack.faults if fault.rule}

    def text(self) -> str:
        """The whole file."""
        name = self.configuration.path.name if self.configuration.path else "Vale"
        base = {**self._base(), **self._wholly()}
        overrides = [made for made in (self._everywhere(), *map(self._override, range(len(self.project.sections)))) if made]
        _drop_unloaded([base, *overrides])
        overrides = [override for override in overrides if override.keys() - {"paths", "if"}]
        self._note_singles()
        head = f"# Written by `copydesk init --from-vale` from {name}, which does not count any more.\n"
        comments = "".join(f"# Not said here: {note}\n" for note in dict.fromkeys(self.unsaid))
        return head + comments + "\n" + mapping(base, "") + (f"overrides:\n{''.join(map(entry, overrides))}" if overrides else "")

    def _base(self) -> dict[str, Any]:
        """What holds for all files."""
        whole = self.project.whole
        singles = self._singles(whole._replace(vocabularies=()), self.based)
        rules = {"copydesk": "off", **dict.fromkeys(singles, "off"), **self._rules(whole)}
        for parameter in self.styles.parameters:
            self._add_parameter(rules, parameter)
        said: dict[str, Any] = {
            "packs": [self._pack(name) for name in (*self.based, *singles)],
            "rules": {key: value for key, value in rules.items() if key not in self._of_vocabularies()},
            "vocabulary": self._vocabularies(self.styles.whole_vocabulary),
            "prose": self._prose({**self.project.reading, **whole.reading}, {}),
        }
        return {key: value for key, value in said.items() if value or key == "packs"}

    def _wholly(self) -> dict[str, Any]:
        """What can be said for all files only."""
        contents = self.configuration.contents
        known = suffixes()
        usual = {f".{extension}" for extension in READ}
        formats = {suffix: name for suffix, name in contents.formats.items() if suffix not in usual or known.get(suffix, name) != name}
        folders = [self._relative(path) for path in self.styles.paths if self.styles.are_own]
        said: dict[str, Any] = {
            "fail-level": str(contents.fail_level),
            "min-level": "" if contents.min_level is Severity.SUGGESTION else str(contents.min_level),
            "formats": formats,
            "exclude": [f"/{folder}/" for folder in folders if not folder.startswith(os.pardir)],
        }
        return {key: value for key, value in said.items() if value}

    def _everywhere(self) -> dict[str, Any]:
        """The vocabularies that the section for all files names: their rules are their own, so they stand in an override."""
        names = self._vocabularies(item.text for item in self.project.whole.vocabularies)
        if not names:
            return {}
        built_in = {} if BUILT_IN in self.based else {"packs+": [self._pack(BUILT_IN)]}
        own = self._of_vocabularies()
        rules = {key: value for key, value in self._rules(self.project.whole).items() if key in own}
        if built_in and not self._singles(self.project.whole._replace(vocabularies=()), ()).count(BUILT_IN):
            rules = {BUILT_IN: "off", **rules}
        return {"paths": ["*"], **built_in, "vocabulary+": names, **({"rules": rules} if rules else {})}

    def _of_vocabularies(self) -> set[str]:
        """The rules of the vocabularies that the section for all files names."""
        return {f"{BUILT_IN}.{item.text}.{fault}" for item in self.project.whole.vocabularies for fault in ("Terms", "Avoid")}

    def _override(self, number: int) -> dict[str, Any]:
        """What a section says for its files; nothing where they cannot be named or are not read."""
        said = self.project.sections[number]
        paths = gitignore(said.glob.text)
        if paths is None:
            self._note(said, "no gitignore pattern means the same files as this section")
            return {}
        paths = [path for path in paths if not unread(path)]
        self._note_shadowed(said, self.project.sections[:number])
        made: dict[str, Any] = {"paths": paths, "if": said.condition.text if said.condition else ""}
        if said.styles is None:
            on = self._on(said)
            singles = [name for name in self._own_singles(said) if name not in on]
            made["packs+"] = [self._pack(name) for name in (*on, *singles) if name not in self.based]
            made["rules"] = {**dict.fromkeys(singles, "off"), **self._rules(said)}
        else:
            made |= self._based(said, self._on(said), self.project.sections[:number])
        made["vocabulary+"] = self._vocabularies(item.text for item in said.vocabularies)
        made["prose"] = self._prose(said.reading, self.project.whole.reading)
        kept = {key: value for key, value in made.items() if value or (key == "packs" and said.styles == ())}
        return kept if paths and kept.keys() - {"paths", "if"} else {}

    def _based(self, said: Said, based: tuple[str, ...], before: Iterable[Said]) -> dict[str, Any]:
        """What a section with a BasedOnStyles says: its styles, and what was switched on by name before it stays so."""
        if not said.styles:
            singles = self._singles(said, based)
            packs = [self._pack(name) for name in (*based, *singles)]
            return {"packs": packs, "rules": {**dict.fromkeys(singles, "off"), **self._rules(said)} if packs else {}}
        whole = self.project.whole
        based = tuple(dict.fromkeys((*based, *self._on(whole._replace(styles=())))))
        singles = list(dict.fromkeys((*self._singles(said, based), *self._singles(whole, based))))
        restored = [name for name in self._singles(whole, self.based) if name in based]
        kept = {id: value for id, value in self._rules(whole).items() if id.partition(".")[0] in (*singles, *restored) and "." in id}
        if BUILT_IN in singles:
            kept = {**{id: self._level(id, said) for id in self._of_vocabularies() if id in self.levels}, **kept}
        for name in sorted({name for one in before for name in self._singles(one, (*based, *singles))}):
            self._note(said, f"rules of '{name}' that an earlier section has on by name do not run in files that both sections mean")
        rules = {**dict.fromkeys(singles, "off"), **self._all_of(restored, said), **kept, **self._rules(said)}
        return {"packs": [self._pack(name) for name in (*based, *singles)], "rules": rules}

    def _on(self, said: Said) -> tuple[str, ...]:
        """The styles that a section is based on, or switches on as a whole."""
        by_name = [key for key, saying in said.sayings.items() if saying.on and key in self.styles and self.styles.is_whole(key)]
        return tuple(dict.fromkeys((*(item.text for item in said.styles or ()), *by_name)))

    def _singles(self, said: Said, based: Iterable[str]) -> list[str]:
        """The styles of which a section switches on single rules, and which it is not based on."""
        found = dict.fromkeys(id.partition(".")[0] for id, saying in said.sayings.items() if saying.on and id in self.levels)
        found |= dict.fromkeys([BUILT_IN] if said.vocabularies else ())
        return [name for name in found if name not in based]

    def _own_singles(self, said: Said) -> list[str]:
        """Those of a section that no section is based on; whether another one's styles are in force here nobody can say."""
        singles = self._singles(said, (*self.based, *self._singles(self.project.whole, self.based)))
        elsewhere = {item.text for one in self.project.sections for item in one.styles or ()}
        for name in elsewhere.intersection(singles):
            self._note(said, f"its rules of '{name}' run only where a section is based on '{name}'")
        return [name for name in singles if name not in elsewhere]

    def _all_of(self, styles: Iterable[str], said: Said) -> dict[str, str]:
        """All rules of styles, at the levels that they have in a section; those of vocabularies are on where one is named."""
        chosen = set(styles)
        own = {id for name in self.styles.vocabularies for id in rules_of(name)}
        return {id: self._level(id, said) for id in self.levels if id.partition(".")[0] in chosen and id not in own}

    def _level(self, id: str, said: Said) -> str:
        """The level of a rule that is on in a section."""
        setting = InForce(self.project.whole, [said] if said is not self.project.whole else [], ()).setting(id, self.levels[id], _none)
        return str(setting.severity or self.levels[id])

    def _rules(self, said: Said) -> dict[str, Any]:
        """What a section says of rules and styles that there are."""
        rules: dict[str, Any] = {}
        for key, saying in said.sayings.items():
            if saying.on is None:
                self._note(said, f"'{key} = UNSET' has no like: say in `rules` what is to hold for '{key}' here")
            elif saying.level is not None and (key in self.levels or key in self.broken or key in self.styles):
                rules[key] = str(saying.level)
            elif saying.on is False and (key in self.levels or key in self.broken or key in self.styles):
                rules[key] = "off"
            elif key in self.levels:
                rules[key] = self._level(key, said)
            elif key in self.styles and said is not self.project.whole:
                rules |= self._all_of([key], said)
        return rules

    def _add_parameter(self, rules: dict[str, Any], parameter: Parameter) -> None:
        if parameter.rule not in self.levels:
            return
        before = rules.get(parameter.rule)
        said = before if isinstance(before, dict) else {"level": before} if before else {}
        text = {"YES": "true", "NO": "false"}.get(parameter.value.text.upper(), parameter.value.text)
        rules[parameter.rule] = {**said, parameter.key: Literal(text)}

    def _prose(self, reading: Mapping[str, Any], whole: Mapping[str, Any]) -> dict[str, Any]:
        """What is prose; the patterns of all files come before those of some."""
        made: dict[str, Any] = {}
        for field, value in reading.items():
            if field == "language":
                self.unsaid.append(f"Lang = {value}")
                continue
            values = (*whole.get(field, ()), *value) if field in _ADDED_UP else value
            texts = [one if isinstance(one, str) else one.text for one in values]
            made[_READING[field]] = sorted(texts) if isinstance(value, frozenset) else texts
        return made

    def _vocabularies(self, names: Iterable[str]) -> list[str]:
        return [self._relative(folder) for name in names if (folder := self.styles.vocabulary_folder(name)) is not None]

    def _pack(self, name: str) -> str:
        if name != BUILT_IN:
            folder = self.styles.folder(name)
            return self._relative(folder) if folder else name
        return f"{self._relative(self.styles.paths[-1])}/{BUILT_IN}" if self.styles.are_own else BUILT_IN

    def _relative(self, path: Path) -> str:
        return os.path.relpath(path, self.configuration.folder).replace(os.sep, "/")

    def _note_shadowed(self, said: Said, before: Iterable[Said]) -> None:
        for key in said.sayings:
            above = {other for one in before for other in one.sayings if other.startswith(f"{key}.")} if "." not in key else ()
            for other in sorted(above):
                self._note(said, f"what an earlier section says of '{other}' counts for more than '{key}' does here")

    def _note_singles(self) -> None:
        """Where rules are on by name and sections overlap, not all can be said: there the styles of one are all that counts."""
        parts = (self.project.whole, *self.project.sections)
        lists = [self.based if said.styles is None else self._on(said) for said in parts]
        named = {name for said, based in zip(parts, lists, strict=True) for name in self._singles(said, based)}
        named |= {id.partition(".")[0] for said in self.project.sections for id, saying in said.sayings.items() if saying.on} & set(
            self.styles
        )
        if len(self.project.sections) > 1 or (named and self.project.sections and self.project.whole.sayings):
            for name in sorted(named):
                if len({name in based for based in lists}) > 1 or all(name not in based for based in lists):
                    self.unsaid.append(
                        f"'{name}' is on here by rule, there by style: check files of several sections with `copydesk rules FILE`"
                    )

    def _note(self, said: Said, message: str) -> None:
        self._note_at(said.section.source, said.section.place, f"[{said.label}] {message}")

    def _note_at(self, source: Source, place: Span, message: str) -> None:
        self.unsaid.append(f"{self._relative(Path(source.name))}:{source.position(place.start).line}: {message}")


def _drop_unloaded(parts: Iterable[dict[str, Any]]) -> None:
    """Take out what is said of rules that no part loads: nothing knows their names."""
    parts = list(parts)
    packs = {"copydesk", *(pack.rpartition("/")[2] for part in parts for pack in (*part.get("packs", ()), *part.get("packs+", ())))}
    vocabularies = {folder.rpartition("/")[2] for part in parts for folder in part.get("vocabulary+", ())}
    for part in parts:
        rules = {id: value for id, value in part.get("rules", {}).items() if _is_loaded(id, packs, vocabularies)}
        part.pop("rules", None)
        if rules:
            part["rules"] = rules


def _is_loaded(id: str, packs: Collection[str], vocabularies: Collection[str]) -> bool:
    style, *rest = id.split(".")
    return style in packs and (style != BUILT_IN or len(rest) < 2 or rest[0] in vocabularies)


def _none(_: str) -> tuple[Change, ...]:
    return ()
