"""Which rules can match in which block, from the literals that their patterns need."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import Any, cast

from lint.compiled import compiled
from lint.rule import BlockKind, Rule

Literals = frozenset[str] | None
"""Lower-case strings, one of which every match holds; None where there is no such set."""

_PLAIN = compiled(r"[^\\\[\](){}.*+?^$|]+")
_MOST_JOINED = 256
_FOLDED = str.maketrans({"ı": "i", "ſ": "s", "\u212a": "k", "µ": "μ"})


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

    def candidates(self, text: str, parts: frozenset[str]) -> list[Rule]:
        """The block rules that look at blocks with these segments in their scope and can match in this text, in their order."""
        always, automaton = self._index
        numbers = set(always)
        if automaton is not None:
            for _, found in automaton.iter(folded(text)):
                numbers.update(found)
        return [self.block_rules[number] for number in sorted(numbers & self._selected(parts))]

    def _selected(self, parts: frozenset[str]) -> frozenset[int]:
        known = self._by_parts.get(parts)
        if known is None:
            chosen = (number for number, rule in enumerate(self.block_rules) if rule.looks_at(parts))
            known = self._by_parts[parts] = frozenset(chosen)
        return known

    @cached_property
    def _by_parts(self) -> dict[frozenset[str], frozenset[int]]:
        return {}

    @cached_property
    def _index(self) -> tuple[tuple[int, ...], Any]:
        import ahocorasick

        always: list[int] = []
        owners: dict[str, list[int]] = {}
        for number, rule in enumerate(self.block_rules):
            literals = cast(BlockKind, rule.kind).triggers()
            if literals is None:
                always.append(number)
            for literal in literals or ():
                owners.setdefault(literal, []).append(number)
        automaton = ahocorasick.Automaton()
        for literal, numbers in owners.items():
            automaton.add_word(literal, tuple(numbers))
        if owners:
            automaton.make_automaton()
        return tuple(always), automaton if owners else None


def folded(text: str) -> str:
    """The text in lower case, with the few letters that `re` takes for an ASCII letter made that letter."""
    lowered = text.lower()
    return lowered if lowered.isascii() else lowered.translate(_FOLDED)


def is_plain(pattern: str) -> bool:
    """Whether a regular expression is just the text that it matches."""
    return _PLAIN.fullmatch(pattern) is not None


def any_of(patterns: Iterable[str]) -> Literals:
    """The literals of alternatives: one of them stands in every text that one of the patterns matches."""
    found: set[str] = set()
    for pattern in patterns:
        literals = literals_of(pattern)
        if literals is None:
            return None
        found |= literals
    return frozenset(found)


@lru_cache(maxsize=4096)
def literals_of(pattern: str) -> Literals:
    """The literals that a match of this regular expression must hold one of."""
    if is_plain(pattern):
        return frozenset({folded(pattern)})
    parsed = _parsed(pattern)
    return None if parsed is None else _needed(parsed)


def _parsed(pattern: str) -> Any:
    """The syntax tree of `re`; None for what it does not read (such patterns run everywhere)."""
    try:
        from re import _parser  # type: ignore[attr-defined]  # no public way to the tree

        return _parser.parse(pattern)
    except (ImportError, re.error, RecursionError, OverflowError):
        return None


def _needed(sequence: Iterable[tuple[Any, Any]]) -> Literals:
    """The best set among those that the items of a sequence need; neighbours that are plain text are taken together."""
    candidates: list[frozenset[str]] = []
    joined = frozenset({""})
    for operation, value in sequence:
        name = str(operation)
        spelled = _spelled(name, value)
        if spelled is not None and len(joined) * len(spelled) <= _MOST_JOINED:
            joined = frozenset(one + other for one in joined for other in spelled)
            continue
        repeated = _repeated(name, value)
        if repeated is not None and len(joined) * len(repeated) <= _MOST_JOINED:
            # What repeats stands at least so often behind what comes before it, and before what comes next.
            candidates.append(frozenset(one + other for one in joined for other in repeated))
            joined = repeated
            continue
        candidates.append(joined)
        joined = spelled or frozenset({""})
        needed = None if spelled else _needed_by(name, value)
        if needed:
            candidates.append(needed)
    candidates.append(joined)
    return max((literals for literals in candidates if "" not in literals), key=_worth, default=None)


def _spelled(name: str, value: Any) -> Literals:
    """The strings that an item stands for where they can all be listed; None where they are too many, or anything."""
    if name == "LITERAL":
        return frozenset({folded(chr(value))})
    if name == "IN":
        return _characters(value)
    if name == "SUBPATTERN":
        return _all_spelled(value[3])
    if name == "BRANCH":
        branches = [_all_spelled(branch) for branch in value[1]]
        return _union(branches) if sum(len(branch or ()) for branch in branches) <= _MOST_JOINED else None
    return frozenset({""}) if name in ("ASSERT", "ASSERT_NOT", "AT") else None


def _repeated(name: str, value: Any) -> Literals:
    """What an item that repeats spells at the least number of times; None where it may be missing, or cannot be listed."""
    if name not in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") or not 0 < value[0] <= 8:
        return None
    once = _all_spelled(value[2])
    if once is None or len(once) ** value[0] > _MOST_JOINED:
        return None
    joined = frozenset({""})
    for _ in range(value[0]):
        joined = frozenset(one + other for one in joined for other in once)
    return joined


def _all_spelled(sequence: Iterable[tuple[Any, Any]]) -> Literals:
    joined = frozenset({""})
    for operation, value in sequence:
        spelled = _spelled(str(operation), value)
        if spelled is None or len(joined) * len(spelled) > _MOST_JOINED:
            return None
        joined = frozenset(one + other for one in joined for other in spelled)
    return joined


def _needed_by(name: str, value: Any) -> Literals:
    if name == "SUBPATTERN":
        return _needed(value[3])
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT") and value[0] > 0:
        return _needed(value[2])
    if name == "ATOMIC_GROUP":
        return _needed(value)
    if name == "BRANCH":
        return _union([_needed(branch) for branch in value[1]])
    if name == "IN":
        return _characters(value)
    return None


def _union(sets: Sequence[Literals]) -> Literals:
    if any(literals is None for literals in sets):
        return None
    return frozenset().union(*(literals for literals in sets if literals is not None))


def _characters(items: Sequence[tuple[Any, Any]]) -> Literals:
    if len(items) > 8 or any(str(name) != "LITERAL" for name, _ in items):
        return None
    return frozenset(folded(chr(code)) for _, code in items)


def _worth(literals: frozenset[str]) -> tuple[int, int]:
    """Long literals are rare; of equally long ones few are better."""
    return min(map(len, literals)), -len(literals)
