"""Documents times fixes: the mended text, and the proof that nothing else has changed."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import zip_longest

from lint.diagnostic import Applicability, Diagnostic, Failure, Fix
from lint.document import Document, Node
from lint.engine import Means, Verdict, examine, together
from lint.house import House
from lint.named import NamedTuple
from lint.prefilter import RuleSet
from lint.text import Edit, Span, apply

MOST_ROUNDS = 10
_LAST_ROUNDS = 3
"""Who still finds something to mend in these has brought the rest about: most fixes are made in the first."""
_MOST_READ = 4_000_000
_LEAST_READINGS = 50
"""Characters that are read a round to find the fixes that would change the markup, and how often the text is read in any case."""

_PROSE_ATTRIBUTES = frozenset({"alt", "title", "aria-label", "caption", "content", "summary", "placeholder", "label"})
_LONGEST_SHOWN = 60


class Change(NamedTuple):
    """An edit that was made, as people are told of it: with the whole words around it. `line` counts in the text before its round."""

    rule: str
    line: int
    old: str
    new: str


class Mending(NamedTuple):
    """A text after all rounds of fixes, what was changed, and what the rules still say of it.

    `refused` are fixes that would have changed more than their words; where rules undo each other, the text is as it was.
    """

    text: str
    changes: tuple[Change, ...]
    verdict: Verdict
    refused: tuple[Failure, ...]


class Chosen(NamedTuple):
    """A fix that is to be made, and the rule that offers it."""

    rule: str
    fix: Fix


Parse = Callable[[str], Document]


def mend(
    document: Document,
    rules: RuleSet,
    house: House,
    parse: Parse,
    threshold: Applicability = Applicability.SAFE,
    means: Means = Means(),
) -> Mending:
    """Make all fixes of at least `threshold`, round after round (mend, parse, check) until none is left.

    The fixes of a round are made against the same text. A fix that would change markup, or other words than its own, is refused. Each place
    is mended or refused on its own, also where a rule tells them all as one. What is not `wanted` is left as it is.
    """
    first = verdict = examine(document, rules, house, means)
    now, seen = document, [document.source.text]
    changes: list[Change] = []
    makers: list[frozenset[str]] = []
    for _ in range(MOST_ROUNDS):
        chosen = choose(verdict.diagnostics, threshold)
        made, refused = _sound(now, chosen, parse)
        if not made:
            return Mending(now.source.text, tuple(changes), together(verdict, rules), tuple(refused))
        text = apply(now.source.text, _edits(made))
        makers.append(frozenset(one.rule for one in made))
        if text in seen:
            return Mending(document.source.text, (), together(first, rules), (_undoing(document, makers[seen.index(text) :]),))
        seen.append(text)
        changes += _told(now, made)
        now = parse(text)
        verdict = examine(now, rules, house, means)
    return Mending(document.source.text, (), together(first, rules), (_endless(document, makers[-_LAST_ROUNDS:]),))


def choose(diagnostics: Sequence[Diagnostic], threshold: Applicability) -> list[Chosen]:
    """The first fix of each finding where it may be made and stands out; of two that overlap, the one whose finding comes first."""
    chosen: list[Chosen] = []
    taken: list[Span] = []
    for diagnostic in diagnostics:
        fix = diagnostic.outstanding(threshold)
        if fix is None:
            continue
        spans = [edit.span for edit in fix.edits]
        if not any(_meets(taken, span) for span in spans):
            chosen.append(Chosen(diagnostic.rule, fix))
            for span in spans:
                insort(taken, span)
    return chosen


def is_same_page(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether `after` has the markup of `before` to the letter, and its words with just these edits made."""
    if len(before.blocks) != len(after.blocks) or not _same_markup(before, after, edits):
        return False
    expected = {id(block): block.text for block in before.blocks}
    for edit in sorted(edits, reverse=True):
        resolved = before.resolve(edit.span)
        if resolved is None:
            return False
        block, start, end = resolved
        text = expected[id(block)]
        expected[id(block)] = text[:start] + block.syntax.unescape(edit.text) + text[end:]
    return all(expected[id(old)] == new.text and old.scope == new.scope for old, new in zip(before.blocks, after.blocks, strict=True))


def _meets(taken: Sequence[Span], span: Span) -> bool:
    """Whether a span overlaps one of those taken, which are in order and apart: only neighbours can."""
    number = max(0, bisect_left(taken, span) - 1)
    while number < len(taken) and taken[number].start <= span.end:
        if span.overlaps(taken[number]):
            return True
        number += 1
    return False


def _sound(document: Document, chosen: list[Chosen], parse: Parse) -> tuple[list[Chosen], list[Failure]]:
    """The fixes that together change their own words and nothing else, and word of those that do not.

    Halves are tried where the whole fails, so that a few bad fixes among many cost few readings of the text. Where there are very many
    bad ones, what has not been tried is refused with them.
    """
    sound: list[Chosen] = []
    refused: list[Failure] = []
    waiting = [chosen] if chosen else []
    left = max(_LEAST_READINGS, _MOST_READ // (len(document.source.text) + 1))
    while waiting:
        group = waiting.pop()
        left -= 1
        if left >= 0 and _keeps(document, sound + group, parse):
            sound += group
        elif len(group) == 1 or left < 0:
            refused += [_refusal(document, one) for one in group]
        else:
            half = len(group) // 2
            waiting += [group[half:], group[:half]]
    return sound, refused


def _keeps(document: Document, chosen: Sequence[Chosen], parse: Parse) -> bool:
    edits = _edits(chosen)
    return is_same_page(document, parse(apply(document.source.text, edits)), edits)


def _same_markup(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    for old, new in zip_longest(before.root.walk(), after.root.walk()):
        if old is None or new is None or old.name != new.name or len(old.children) != len(new.children) or _kept(old) != _kept(new):
            return False
        if old.verbatim and _slice(before, old) != (now := _slice(after, new)) and _mended_slice(before, old, edits) != now:
            return False
    return True


def _kept(node: Node) -> tuple[tuple[str, str], ...]:
    return tuple(pair for pair in node.attributes if pair[0] not in _PROSE_ATTRIBUTES)


def _slice(document: Document, node: Node) -> str:
    return document.source.text[node.span.start : node.span.end]


def _mended_slice(document: Document, node: Node, edits: Sequence[Edit]) -> str:
    """The source of an element with the edits made that stand in its attributes: a title is prose where the element itself is none."""
    start, end = node.span
    inside = [
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.text)
        for edit in edits
        if start <= edit.span.start and edit.span.end <= end
    ]
    return apply(_slice(document, node), inside)


def _edits(chosen: Iterable[Chosen]) -> list[Edit]:
    return [edit for one in chosen for edit in one.fix.edits]


def _told(document: Document, chosen: Iterable[Chosen]) -> Iterator[Change]:
    for one in chosen:
        for edit in one.fix.edits:
            yield _change(document, one.rule, edit)


def _change(document: Document, rule: str, edit: Edit) -> Change:
    """With the rest of the words that the edit touches, so that a lost blank can be seen."""
    text = document.source.text
    start, end = edit.span
    while start > 0 and _belongs(text[start - 1]) and edit.span.start - start < _LONGEST_SHOWN:
        start -= 1
    while end < len(text) and _belongs(text[end]) and end - edit.span.end < _LONGEST_SHOWN:
        end += 1
    old = text[start:end]
    new = text[start : edit.span.start] + edit.text + text[edit.span.end : end]
    return Change(rule, document.source.position(edit.span.start).line, old, new)


def _belongs(character: str) -> bool:
    """Whether a character is shown with the word beside it: no blank, and no mark of the markup."""
    return not character.isspace() and character not in '<>[]{}()="`*_|'


def _refusal(document: Document, one: Chosen) -> Failure:
    change = _change(document, one.rule, one.fix.edits[0])
    message = f"{one.rule}: '{change.old}' is left as it is, since '{change.new}' would change the markup around it: mend it by hand"
    return Failure(document.source.name, message, one.rule, change.line)


def _undoing(document: Document, makers: Sequence[frozenset[str]]) -> Failure:
    names = " and ".join(sorted(frozenset().union(*makers)))
    return Failure(document.source.name, f"{names}: the fixes undo each other, nothing is written: switch one of them off")


def _endless(document: Document, makers: Sequence[frozenset[str]]) -> Failure:
    names = " and ".join(sorted(frozenset().union(*makers)))
    return Failure(document.source.name, f"{names}: the fixes come to no end in {MOST_ROUNDS} rounds, nothing is written: mend the rules")
