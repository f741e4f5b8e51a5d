"""Proves rules on the examples in their own files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lint.diagnostic import Diagnostic
from lint.document import Document
from lint.engine import Means, check, examine
from lint.house import House
from lint.named import NamedTuple
from lint.prefilter import RuleSet
from lint.rule import Example, Rule
from lint.text import OverlappingEdits, Source, apply

Parse = Callable[[Source], Document]


class Unproved(NamedTuple):
    """An example that its rule does not live up to, in a sentence that says what came instead."""

    rule: Rule
    example: Example
    message: str


def prove(rule: Rule, parse: Parse, means: Means = Means()) -> tuple[Unproved, ...]:
    """The examples of a rule that fail: a bad one must be flagged at exactly its words, and mended to exactly its good text."""
    rules = RuleSet((rule,))
    return tuple(Unproved(rule, example, message) for example in rule.examples for message in _faults(rules, example, parse, means))


def disturbances(rules: Sequence[Rule], parse: Parse) -> Iterator[Unproved]:
    """The good and ok texts of rules that another of these rules flags."""
    together = RuleSet(rules)
    for rule in rules:
        for example in rule.examples:
            text = example.good if example.bad else example.text
            if text is None:
                continue
            for diagnostic in _found(together, Source(example.name, text), parse):
                if diagnostic.rule != rule.id:
                    yield Unproved(rule, example, f"{diagnostic.rule} flags {_list([_words(text, diagnostic)])} in its text: {text!r}")


def _faults(rules: RuleSet, example: Example, parse: Parse, means: Means) -> Iterator[str]:
    source = Source(example.name, example.text)
    verdict = examine(parse(source), rules, House(), means)
    for failure in verdict.failures:
        yield failure.message
    flagged = [_words(source.text, diagnostic) for diagnostic in verdict.diagnostics]
    if flagged != list(example.flags):
        wanted = f"{_list(example.flags)} to be flagged" if example.bad else "nothing to be flagged"
        yield f"expected {wanted}, got {_list(flagged)}, in {source.text!r}"
    elif example.good is not None:
        yield from _mended_otherwise(source, verdict.diagnostics, example.good)


def _mended_otherwise(source: Source, diagnostics: Iterable[Diagnostic], good: str) -> Iterator[str]:
    """Whoever may make the fixes: an example shows what they are."""
    edits = {edit for diagnostic in diagnostics for fix in diagnostic.fixes[:1] for edit in fix.edits}
    try:
        mended = apply(source.text, edits)
    except OverlappingEdits:
        yield f"expected {good!r} after the fix, got fixes that overlap, in {source.text!r}"
        return
    if mended != good:
        yield f"expected {good!r} after the fix, got {mended!r}" if edits else f"expected {good!r} after the fix, got no fix"


def _found(rules: RuleSet, source: Source, parse: Parse) -> tuple[Diagnostic, ...]:
    return check(parse(source), rules, House()).diagnostics


def _words(text: str, diagnostic: Diagnostic) -> str:
    return text[diagnostic.span.start : diagnostic.span.end]


def _list(words: Sequence[str]) -> str:
    return ", ".join(map(repr, words)) or "nothing"
