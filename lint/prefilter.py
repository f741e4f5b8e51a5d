"""Which rules can match in which block, from the literals that their patterns need."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import cast

from lint.literals import any_of as any_of
from lint.literals import folded as folded
from lint.literals import is_plain as is_plain
from lint.literals import literals_of as literals_of
from lint.lookout import Lookout
from lint.rule import BlockKind, Rule
from lint.scope import Place


class RuleSet:
    """Rules, and an automaton that says for a block which of them are worth running on it.

    `known` names the rules and packs that exist beside these.
    """

    def __init__(self, rules: Iterable[Rule], known: frozenset[str] = frozenset()) -> None:
        self.rules = tuple(rules)
        self.known = known

    def __reduce__(self) -> tuple[type[RuleSet], tuple[tuple[Rule, ...], frozenset[str]]]:
        return RuleSet, (self.rules, self.known)

    def get(self, id: str) -> Rule | None:
        """The rule of this name, None where it is not among these."""
        return next((rule for rule in self.rules if rule.id == id), None)

    @cached_property
    def article_rules(self) -> tuple[Rule, ...]:
        """The rules that are given the whole article."""
        return tuple(rule for rule in self.rules if hasattr(rule.kind, "survey"))

    @cached_property
    def block_rules(self) -> tuple[Rule, ...]:
        """The rules that look at one block at a time."""
        return tuple(rule for rule in self.rules if hasattr(rule.kind, "find"))

    @cached_property
    def own(self) -> RuleSet:
        """Those that see a document as it is."""
        return RuleSet(rule for rule in self.rules if not rule.kind.foreign)

    @cached_property
    def foreign(self) -> RuleSet:
        """Those of Vale packs, which see the document as Vale does."""
        return RuleSet(rule for rule in self.rules if rule.kind.foreign)

    @cached_property
    def asked(self) -> frozenset[str]:
        """Every segment that the scopes of these rules name."""
        return frozenset().union(*(rule.selector.parts for rule in self.rules))

    @cached_property
    def queries(self) -> frozenset[str]:
        """Every CSS selector that they name."""
        return frozenset(query for rule in self.rules for query in rule.selector.queries)

    def candidates(self, text: str, parts: frozenset[str]) -> list[Rule]:
        """The block rules that look at blocks with these segments in their scope and can match in this text, in their order."""
        return [self.block_rules[number] for number in sorted(self._possible(text) & self._selected(parts))]

    def _possible(self, text: str) -> frozenset[int]:
        """The block rules that can match in this text, by number."""
        always, owners, lookout = self._index
        return always.union(*(owners[literal] for literal in lookout.watch(text)))

    def viewers(self, text: str, place: Place) -> list[Rule]:
        """As `candidates`, for a view that stands there."""
        known = self._by_place.get(place)
        if known is None:
            chosen = (number for number, rule in enumerate(self.block_rules) if rule.views(place))
            known = self._by_place[place] = frozenset(chosen)
        return [self.block_rules[number] for number in sorted(self._possible(text) & known)] if known else []

    def surveyors(self, parts: frozenset[str]) -> frozenset[str]:
        """The names of the article rules that look at blocks with these segments in their scope."""
        known = self._surveyors.get(parts)
        if known is None:
            known = self._surveyors[parts] = frozenset(rule.id for rule in self.article_rules if rule.looks_at(parts))
        return known

    def speaking(self, language: str, kind: str) -> frozenset[str]:
        """The names of the rules that say something of texts in this language, in documents of this kind."""
        known = self._speaking.get((language, kind))
        if known is None:
            speaking = (rule for rule in self.rules if rule.speaks(language) and kind not in rule.quiet_in)
            known = self._speaking[language, kind] = frozenset(rule.id for rule in speaking)
        return known

    def _selected(self, parts: frozenset[str]) -> frozenset[int]:
        known = self._by_parts.get(parts)
        if known is None:
            chosen = (number for number, rule in enumerate(self.block_rules) if rule.looks_at(parts))
            known = self._by_parts[parts] = frozenset(chosen)
        return known

    @cached_property
    def _by_place(self) -> dict[Place, frozenset[int]]:
        return {}

    @cached_property
    def _by_parts(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    @cached_property
    def _surveyors(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    @cached_property
    def _speaking(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    @cached_property
    def _index(self) -> tuple[frozenset[int], dict[str, list[int]], Lookout]:
        """The rules that can match anywhere, the others by their literals, and who looks for these."""
        always: list[int] = []
        owners: dict[str, list[int]] = {}
        for number, rule in enumerate(self.block_rules):
            literals = cast(BlockKind, rule.kind).triggers()
            if literals is None:
                always.append(number)
            for literal in literals or ():
                owners.setdefault(literal, []).append(number)
        return frozenset(always), owners, Lookout(owners)
