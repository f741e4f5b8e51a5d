"""Which rules a Vale configuration runs for a file, at which level, and because of what line.

What sections say of a rule counts for more than what they say of its style, a file's own sections for more than the one for all
files, and only then does the style have to be among those that the file is based on. Of a file's own sections the last counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from lint.changes import Change
from lint.diagnostic import Severity
from lint.named import NamedTuple
from lint.packs import Pack
from lint.profile import Named, Reach, Setting
from lint.vale_ini import Item
from lint.vale_sections import BUILT_IN, Said, Saying

ChangesOf = Callable[[str], tuple[Change, ...]]
"""What the configuration changes in the rule of a name."""


class Told(NamedTuple):
    """A saying, and the section that it stands in."""

    saying: Saying
    said: Said

    def at(self, level: Severity | None) -> Told:
        """The same at the level that a section before it gave, which a mere YES does not take back."""
        return self._replace(saying=self.saying._replace(level=level))

    @property
    def because(self) -> str:
        """How it explains a decision."""
        return self.said.because(self.saying.value.key, self.saying.value.source)


class InForce:
    """What holds for the files that some sections mean: styles, and what is told of rules, by rule or style."""

    def __init__(self, whole: Said, sections: Sequence[Said], own_vocabularies: Iterable[str]) -> None:
        """`own_vocabularies` are those that any section names: their rules are off where no section of a file does."""
        self.styles: dict[str, str] = {item.text: _because(whole, item) for item in whole.styles or ()}
        self.vocabularies: dict[str, None] = {}
        self.whole = {key: told for key, told in self._told(whole).items() if told.saying.on is not None}
        self.own: dict[str, Told] = {}
        self.unset: set[str] = set()
        self._of_vocabularies = {id for name in own_vocabularies for id in rules_of(name)}
        for said in sections:
            self._add(said)

    def wanted(self) -> set[str]:
        """The styles of which something may run."""
        keys = [key for told in (self.whole, self.own) for key, one in told.items() if one.saying.on]
        return {*self.styles, *(key.partition(".")[0] for key in keys)}

    def setting(self, id: str, severity: Severity, changes: ChangesOf) -> Setting:
        """Whether and how a rule runs whose file says this severity."""
        named = Named(id, Reach.RULE, frozenset((id,)))
        style = id.partition(".")[0]
        on, because = self._decided(id, style)
        if not on:
            return Setting(named, because, off=True)
        return Setting(named, because, self._level(id, style) or severity, changes=changes(id))

    def _told(self, said: Said) -> dict[str, Told]:
        """What a section says; a vocabulary that it names switches on the rules of it, unless it says more of them."""
        self.vocabularies |= dict.fromkeys(item.text for item in said.vocabularies)
        by_vocabulary = {id: Saying(True, None, item.value) for item in said.vocabularies for id in rules_of(item.text)}
        return {key: Told(saying, said) for key, saying in {**by_vocabulary, **said.sayings}.items()}

    def _add(self, said: Said) -> None:
        if said.styles is not None:
            self.styles = {item.text: _because(said, item) for item in said.styles}
            if not said.styles:
                value = said.section.keys["BasedOnStyles"][-1]
                self.own, self.unset = {key: Told(Saying(False, None, value), said) for key in self.whole}, set()
        for key, told in self._told(said).items():
            before = self.own.pop(key, None)
            if told.saying.on is None:
                self.unset.add(key)
            else:
                self.unset.discard(key)
                self.own[key] = told if told.saying.level or before is None else told.at(before.saying.level)

    def _decided(self, id: str, style: str) -> tuple[bool, str]:
        told = [self.own[key] for key in (id, style) if key in self.own]
        whole = [self.whole[key] for key in (id, style) if key in self.whole and key not in self.unset]
        if not told and id in self._of_vocabularies and id not in self.whole:
            return False, "no section for this file names its vocabulary"
        for one in (*told, *whole):
            return one.saying.on is True, one.because
        if style in self.styles:
            return True, self.styles[style]
        return False, "its style is not in BasedOnStyles"

    def _level(self, id: str, style: str) -> Severity | None:
        own = [self.own[key].saying.level for key in (id, style) if key in self.own]
        whole = [self.whole[key].saying.level for key in (id, style) if key in self.whole and key not in self.unset]
        return next((level for level in (*own, *whole) if level is not None), None)


def settings(in_force: InForce, packs: Iterable[Pack], changes: ChangesOf) -> tuple[Setting, ...]:
    """A setting for each rule of the packs, also those that cannot be read."""
    levels: Mapping[str, Severity] = {
        **{fault.rule: Severity.WARNING for pack in packs for fault in pack.faults if fault.rule},
        **{rule.id: rule.severity for pack in packs for rule in pack.rules},
    }
    return tuple(in_force.setting(id, severity, changes) for id, severity in levels.items())


def rules_of(vocabulary: str) -> tuple[str, str]:
    """The rules that a vocabulary has where a section names it."""
    return f"{BUILT_IN}.{vocabulary}.Terms", f"{BUILT_IN}.{vocabulary}.Avoid"


def _because(said: Said, item: Item) -> str:
    return f"{said.because(item.place, item.value.source)} BasedOnStyles"
