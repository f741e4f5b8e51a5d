"""What a run asks for, and the configurations, baselines and repositories that it meets, each read once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from lint import config
from lint.config import Configuration, Profile
from lint.diagnostic import Applicability, Severity
from lint.named import NamedTuple

if TYPE_CHECKING:
    from lint.acceptance import Acceptance
    from lint.baseline import Baseline
    from lint.document import Document
    from lint.grammar_client import GrammarClient
    from lint.patience import Purse
    from lint.revisions import Old, Revisions
    from lint.rule import Rule
    from lint.stets import Stets

STDIN = "-"
GRAMMAR = "grammar"
"""The pack whose rules ask LanguageTool, and what failures of asking are told under."""
_ASKING = "languagetool"
BASELINE = ".copydesk-baseline"
"""The baseline that counts where a configuration names none."""


STETS = ".copydesk-stet.yml"
"""The file of what somebody has let stand."""


class Settings(NamedTuple):
    """What the command line asks of a run; `threshold` is None where nothing is to be mended.

    `changed` is the commit since which sentences have to have changed, empty for the usual one, None for all sentences. With `every` each
    place is a finding, accepted or not. `grammar` is the address of the LanguageTool server to ask. With `force_exclude` what Git ignores
    is left out also where it is named. `today` is the date, as `2026-12-31`.
    """

    config: Path | None = None
    bundled: bool = False
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_level: Severity | None = None
    jobs: int | None = None
    stdin_name: str = STDIN
    threshold: Applicability | None = None
    writing: bool = False
    changed: str | None = None
    every: bool = False
    grammar: str = ""
    force_exclude: bool = False
    today: str = ""


def asks_grammar(rules: Iterable[Rule]) -> bool:
    """Whether one of the rules asks LanguageTool; their kinds need not be made for that."""
    return any((getattr(rule.kind, "name", "") or type(rule.kind).__name__.lower()) == _ASKING for rule in rules)


class Desk:
    """The configurations of a run, each read once, and what they lead to."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._configurations: dict[Path | None, Configuration] = {}
        self._nearest: dict[tuple[Path, str], Path | None] = {}
        self._baselines: dict[Path, Baseline] = {}
        self._stets: dict[Path, Stets | None] = {}
        self._repositories: dict[Path | None, Revisions] = {}
        self._client: GrammarClient | None = None

    def __reduce__(self) -> tuple[type[Desk], tuple[Settings]]:
        return Desk, (self.settings,)

    def configuration(self, path: str) -> Configuration:
        """The configuration in force for a file or folder. Raises FaultyFile."""
        place = self._place(Path(path))
        if place not in self._configurations:
            self._configurations[place] = config.load(place, named=self.settings.config is not None)
        return self._configurations[place]

    def profile(self, path: str, text: str | None = None) -> Profile:
        """The rules in force for a file that says this. Raises FaultyFile, UnknownName."""
        return self.configuration(path).profile(path, self.settings.select, self.settings.ignore, text)

    def rule(self, path: str, name: str) -> Rule | None:
        """The rule of this name as it is in force for a file, None where none is known there."""
        decisions = self.profile(path).decisions
        return next((decision.rule for decision in decisions if decision.rule.id == name), None)

    def fail_level(self, path: str) -> Severity:
        """The severity from which a finding in this file is an alarm."""
        return self.settings.fail_level or self.configuration(path).fail_level

    def baseline_path(self, path: str) -> Path:
        """Where the accepted findings of a file stand, or are to stand."""
        return self.configuration(path).baseline or self._beside(path, BASELINE)

    def baseline(self, path: str) -> Baseline | None:
        """The accepted findings that count for a file; None where there are none. Raises DiskError."""
        if self.settings.bundled or self.settings.every:
            return None
        place = self.baseline_path(path)
        if place not in self._baselines:
            if not os.path.lexists(place):
                return None
            from lint.baseline import read

            self._baselines[place] = read(place)
        return self._baselines[place]

    def stets_path(self, path: str) -> Path:
        """Where it is written what of a file is let stand."""
        return self._beside(path, STETS)

    def stets(self, path: str) -> Stets | None:
        """What of a file is let stand; None where nothing is. Raises FaultyFile."""
        if self.settings.bundled:
            return None
        place = self.stets_path(path)
        if place not in self._stets:
            self._stets[place] = None
            if os.path.lexists(place):
                from lint.stets import read

                self._stets[place] = read(place, self.settings.today)
        return self._stets[place]

    def revisions(self, path: str) -> Revisions | None:
        """The older state of the repository that a file is compared with; None where nothing is. Raises DiskError."""
        if self.settings.changed is None:
            return None
        from lint.revisions import Revisions

        top = self._above(Path(path), ".git")
        if top not in self._repositories:
            self._repositories[top] = Revisions(top.parent if top else Path(path).parent, self.settings.changed)
        return self._repositories[top]

    def is_as_it_was(self, path: str) -> bool:
        """Whether only changes are asked for, and a file has none. Raises DiskError."""
        revisions = self.revisions(path)
        return revisions is not None and self._old(revisions, path) is None

    def _old(self, revisions: Revisions, path: str) -> Old | None:
        """What is to be compared with a file; standard input differs from what stands there."""
        return revisions.before(path) if path == self.settings.stdin_name else revisions.old(path)

    def acceptance(self, path: str, profile: Profile, parse: Callable[[str], Document], purse: Purse) -> Acceptance | None:
        """What is told of a file; None where everything is. Raises DiskError."""
        baseline, revisions = self.baseline(path), self.revisions(path)
        stets = None if self.settings.every else self.stets(path)
        if baseline is None and revisions is None and stets is None:
            return None
        from lint.acceptance import Acceptance, Before

        old = self._old(revisions, path) if revisions else None
        return Acceptance(baseline, Before(revisions, old, profile, parse, purse) if revisions and old else None, stets)

    def stamp(self, path: str) -> str:
        """A text that is another one wherever other findings of a file are accepted. Raises DiskError, FaultyFile."""
        baseline, revisions, stets = self.baseline(path), self.revisions(path), self.stets(path)
        accepted = f"{baseline.stamp if baseline else ''}|{stets.stamp if stets else ''}"
        return f"{accepted}|{self._old(revisions, path) if revisions else ''}|{bool(self.settings.grammar)}"

    def grammar_addresses(self) -> list[str]:
        """The servers that the configurations name."""
        return [address for each in self._configurations.values() if (address := each.contents.base.languagetool_address)]

    def requires_grammar(self) -> bool:
        """Whether a configuration wants nothing to pass that LanguageTool has not seen."""
        return any(each.contents.base.languagetool_required for each in self._configurations.values())

    def grammar(self, profile: Profile) -> GrammarClient | None:
        """Whom to ask about grammar, where a rule does."""
        if not self.settings.grammar or not asks_grammar(profile.rules.rules):
            return None
        if self._client is None:
            from lint.grammar_client import GrammarClient

            self._client = GrammarClient(self.settings.grammar)
        return self._client

    def _place(self, path: Path) -> Path | None:
        if self.settings.bundled or self.settings.config:
            return self.settings.config
        folder = path if path.is_dir() else path.parent
        if (folder, "") not in self._nearest:
            self._nearest[folder, ""] = config.find(folder)
        return self._nearest[folder, ""]

    def _beside(self, path: str, name: str) -> Path:
        """Where a file of this name counts for another: beside its configuration, or where there is none at or above it, or here."""
        configuration = self.configuration(path)
        if configuration.path is not None:
            return configuration.folder / name
        return self._above(Path(path), name) or Path(name)

    def _above(self, path: Path, name: str) -> Path | None:
        """The nearest file or folder of this name at or above a file or folder."""
        folder = (path if path.is_dir() else path.parent).absolute()
        if (folder, name) not in self._nearest:
            found = (above / name for above in (folder, *folder.parents))
            self._nearest[folder, name] = next((place for place in found if place.exists()), None)
        return self._nearest[folder, name]
