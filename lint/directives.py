"""Comments in a document that silence rules, and which of them silenced nothing."""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate

from lint.compiled import compiled
from lint.diagnostic import Diagnostic
from lint.document import Document, Node
from lint.notices import UNEXPLAINED_ALLOW, UNEXPLAINED_STET, UNUSED_ALLOW
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Span

_OPENINGS, _CLOSINGS = ("<!--", "{/*", "%%"), ("-->", "*/}")
_ALLOW = compiled(r"copydesk\s+allow\b\s*([^:]*)(?::\s*(.*))?", re.DOTALL)
_SWITCH = compiled(r"copydesk\s+(off|on)\b\s*([^:]*)(?::\s*(.*))?", re.DOTALL)
_STET = compiled(r"(?:copydesk\s+)?stet\b[\s:.,-]*(.*)", re.DOTALL | re.IGNORECASE)
_VALE_SWITCH = compiled(r"vale\s+(off|on)")
_VALE_RULE = compiled(r"vale\s+([\w.-]+)\s*+(\[.*\])?\s*=\s*(NO|YES|off|on)", re.DOTALL)
_VALE_STYLES = compiled(r"vale\s+styles?\s*=\s*(.+)", re.DOTALL)


@dataclass(eq=False, repr=False)
class Silence:
    """A stretch of a text where some rules are not heard: all of them where `names` is empty.

    `words`: only findings on just these words (Vale's `Rule["words"] = NO`). `only`: all but these packs.
    """

    place: Span
    reach: Span
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    foreign: bool = False
    unread: bool = False
    used: set[str] = field(default_factory=set)

    def covers(self, diagnostic: Diagnostic, text: str) -> bool:
        """Whether this finding is not to be heard."""
        span = diagnostic.span
        if not (self.reach.start <= span.start < self.reach.end or span.start == self.reach.start):
            return False
        if self.words and text[span.start : span.end] not in self.words:
            return False
        if self.only:
            return not any(_named(diagnostic.rule, name) for name in self.only)
        hit = next((name for name in self.names if _named(diagnostic.rule, name)), None)
        if self.names and hit is None:
            return False
        self.used.add(hit or "")
        return True


def heed(document: Document, diagnostics: Sequence[Diagnostic], rules: RuleSet) -> list[Diagnostic]:
    """The findings that no directive silences, and those about the directives themselves."""
    silences = [*_from_comments(document), *_from_front_matter(document)]
    if not silences:
        return list(diagnostics)
    text = document.source.text
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.span)
    starts = [diagnostic.span.start for diagnostic in ordered]
    silenced: set[int] = set()
    # Every directive is asked, also where another has said yes: each that silences something has earned its place.
    for silence in silences:
        first, last = silence.reach.start, max(silence.reach.end, silence.reach.start + 1)
        for number in range(bisect_left(starts, first), bisect_left(starts, last)):
            if silence.covers(ordered[number], text):
                silenced.add(number)
    heard = [diagnostic for number, diagnostic in enumerate(ordered) if number not in silenced]
    return heard + list(_unused(silences, rules)) + list(_unexplained(document, rules))


def _named(rule: str, name: str) -> bool:
    return name in (rule, "*", "all") or rule.startswith(f"{name.rstrip('.*')}.")


def _unused(silences: Sequence[Silence], rules: RuleSet) -> Iterator[Diagnostic]:
    """What the directives name that silenced nothing."""
    notice = rules.get(UNUSED_ALLOW.id)
    if notice is None:
        return
    in_force = {rule.id for rule in rules.rules}
    for silence in silences:
        if silence.foreign:
            continue
        if silence.unread:
            yield _remark(notice, silence.place, f"'{silence.names[0]}' is no directive: there are 'allow', 'off', 'on' and 'stet'.")
            continue
        if not silence.names and not silence.used:
            yield _remark(notice, silence.place, "This directive silences nothing: remove it.")
        for name in silence.names:
            if name in silence.used:
                continue
            if any(_named(rule, name) for rule in in_force):
                yield _remark(notice, silence.place, f"'{name}' finds nothing here to allow: remove the directive.")
            elif not any(_named(rule, name) for rule in rules.known):
                yield _remark(notice, silence.place, _unknown(name, in_force | rules.known))


def _unknown(name: str, known: set[str] | frozenset[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1)
    return f"There is no rule '{name}': did you mean '{near[0]}'?" if near else f"There is no rule '{name}'."


def _remark(notice: Rule, place: Span, message: str) -> Diagnostic:
    return Diagnostic(place, notice.id, message, notice.severity)


def _comments(document: Document) -> Iterator[tuple[Node, str]]:
    opening, closing = document.reading.comments or ("", "")
    for node in document.root.walk():
        if node.name == "#comment":
            written = document.source.text[node.span.start : node.span.end]
            yield node, _unmarked(written.removeprefix(opening).removesuffix(closing))


def _unmarked(comment: str) -> str:
    """What a comment says, without its marks."""
    said = comment.strip()
    said = next((said.removeprefix(mark) for mark in _OPENINGS if said.startswith(mark)), said)
    return next((said.removesuffix(mark) for mark in _CLOSINGS if said.endswith(mark)), said).strip()


def _from_comments(document: Document) -> Iterator[Silence]:
    end = len(document.source.text)
    open_switches: list[Silence] = []
    blocks = _Blocks(document)
    for node, words in _comments(document):
        if allow := _ALLOW.fullmatch(words):
            yield Silence(node.span, blocks.reach(node.span), _names(allow.group(1)))
        elif _STET.fullmatch(words):
            yield Silence(node.span, blocks.reach(node.span))
        elif switch := _SWITCH.fullmatch(words):
            names = _names(switch.group(2))
            if switch.group(1) == "off":
                open_switches.append(Silence(node.span, Span(node.span.end, end), names))
            else:
                yield from _close(open_switches, names, node.span.start)
        elif words.startswith("copydesk"):
            yield Silence(node.span, Span(node.span.end, node.span.end), (words.split(":")[0].strip(),), unread=True)
        elif vale := _vale(words, Span(node.span.end, end), node.span):
            on, silence = vale
            if on or silence.only:
                yield from _close(open_switches, silence.names, node.span.start, foreign=True, chosen=bool(silence.only))
            if not on:
                open_switches.append(silence)
    yield from open_switches


def _vale(words: str, reach: Span, place: Span) -> tuple[bool, Silence] | None:
    """Whether a Vale directive switches on, and what it switches; None where the words are none."""
    if switch := _VALE_SWITCH.fullmatch(words):
        return switch.group(1) == "on", Silence(place, reach, foreign=True)
    if styles := _VALE_STYLES.fullmatch(words):
        return False, Silence(place, reach, only=_names(styles.group(1)), foreign=True)
    if rule := _VALE_RULE.fullmatch(words):
        return rule.group(3) in ("YES", "on"), Silence(place, reach, (rule.group(1),), _words(rule.group(2)), foreign=True)
    return None


def _words(listed: str | None) -> tuple[str, ...]:
    try:
        return tuple(str(word) for word in json.loads(listed)) if listed else ()
    except ValueError:
        return ()


def _close(switches: list[Silence], names: tuple[str, ...], place: int, foreign: bool = False, chosen: bool = False) -> Iterator[Silence]:
    """End the regions that this `on` ends: those of the same names, or where it has none all without any.

    `chosen`: it says anew which packs are heard, and ends what was said of that before.
    """
    for silence in list(switches):
        if silence.foreign != foreign or bool(silence.only) != chosen:
            continue
        if set(silence.names) <= set(names) if names else not silence.names:
            silence.reach = Span(silence.reach.start, place)
            switches.remove(silence)
            yield silence


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[\s,]+", listed.strip()) if name)


class _Blocks:
    """The blocks of a document by where they stand, for one directive after the other."""

    def __init__(self, document: Document) -> None:
        self._document = document

    def reach(self, place: Span) -> Span:
        """The block that a directive at `place` is for: the one around it, or that ends on its line; on a line of its own the next."""
        source = self._document.source
        line = source.line(source.position(place.start).line)
        near = list(self._behind(line.start, place.start))
        around = [extent for extent in near if place.end <= extent.end]
        if around:
            return around[0]
        beside = [extent for extent in near if extent.end <= place.start]
        if beside and source.text[line.start : place.start].strip():
            return Span(min(extent.start for extent in beside if extent.end >= beside[-1].start), place.start)
        following = bisect_left(self._starts, place.end)
        return self._extents[following] if following < len(self._starts) else Span(place.end, place.end)

    @cached_property
    def _extents(self) -> list[Span]:
        return sorted(block.extent for block in self._document.blocks if block.runs)

    @cached_property
    def _starts(self) -> list[int]:
        return [extent.start for extent in self._extents]

    @cached_property
    def _furthest(self) -> list[int]:
        return list(accumulate((extent.end for extent in self._extents), max))

    def _behind(self, start: int, before: int) -> Iterator[Span]:
        """The blocks that begin before `before` and end behind `start`, in order."""
        first = bisect_right(self._furthest, start)
        last = bisect_left(self._starts, before)
        return (extent for extent in self._extents[first:last] if extent.end > start)


def _unexplained(document: Document, rules: RuleSet) -> Iterator[Diagnostic]:
    of_stet, of_allow = rules.get(UNEXPLAINED_STET.id), rules.get(UNEXPLAINED_ALLOW.id)
    if of_stet is None and of_allow is None:
        return
    for node, words in _comments(document):
        if of_stet and (stet := _STET.fullmatch(words)) and not stet.group(1):
            yield _remark(of_stet, node.span, "This stet gives no reason: say why, as in 'stet: the maker's spelling'.")
        if of_allow and (verb := _unreasoned(words)):
            example = f"copydesk {verb} typos.spelling: the maker's spelling"
            yield _remark(of_allow, node.span, f"This '{verb}' gives no reason: say why behind a colon, as in '{example}'.")


def _unreasoned(words: str) -> str | None:
    """The word for what a directive does that names rules and no reason; None where there is one, or nothing is silenced."""
    if allow := _ALLOW.fullmatch(words):
        return None if allow.group(2) else "allow"
    switch = _SWITCH.fullmatch(words)
    return "off" if switch and switch.group(1) == "off" and not switch.group(3) else None


def _from_front_matter(document: Document) -> Iterator[Silence]:
    """`copydesk: {allow: [...]}` holds for the whole file."""
    own = document.meta.get("copydesk")
    allowed = own.get("allow") if isinstance(own, dict) else None
    names = (allowed,) if isinstance(allowed, str) else tuple(allowed) if isinstance(allowed, list | tuple) else ()
    names = tuple(name for listed in names for name in _names(str(listed)))
    if names:
        place = next((node.span for node in document.root.walk() if node.attribute("key") == "copydesk"), Span(0, 0))
        yield Silence(place, Span(0, len(document.source.text) + 1), names)
