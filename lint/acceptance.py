"""Which findings of a file are told: not those that a house has accepted, and of a change only what it brought."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import chain

from lint.baseline import Baseline
from lint.diagnostic import Diagnostic
from lint.disk import DiskError, decode
from lint.document import Document
from lint.engine import Means, examine
from lint.language.article import Article
from lint.profile import Profile
from lint.revisions import Old, Revisions

Parse = Callable[[str], Document]


class Before:
    """What a file said before a change, sentence by sentence."""

    def __init__(self, revisions: Revisions, old: Old, profile: Profile, parse: Parse, time_limit: float | None) -> None:
        self._revisions = revisions
        self._old = old
        self._profile = profile
        self._parse = parse
        self._means = Means(time_limit)

    def tells(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is one of the change: in a sentence that was not there, or one of the whole text that has become worse."""
        if diagnostic.whole:
            weights = [each.weight for each in self._found if (each.rule, each.whole) == (diagnostic.rule, diagnostic.whole)]
            return not weights or diagnostic.weight > max(weights)
        if diagnostic.written not in self._sentences:
            return True
        reaches_beyond = diagnostic.span.end > diagnostic.sentence.end
        return (reaches_beyond or diagnostic.rule in self._surveying) and diagnostic.fingerprint not in self._fingerprints

    @cached_property
    def _sentences(self) -> frozenset[str]:
        """The sentences that there were, here or in a file that is gone, and the lines for what stands in no sentence."""
        return frozenset(chain.from_iterable(map(self._read, self._texts)))

    def _read(self, text: str) -> Iterator[str]:
        document = self._parse(text)
        article = Article(document, self._profile.house)
        for block in document.blocks:
            for span in article.sentences(block) or (article.sentence_at(block, 0),):
                yield block.text[slice(*span)]
        yield from text.splitlines()

    @cached_property
    def _surveying(self) -> frozenset[str]:
        """The rules that look at the whole text."""
        rules = self._profile.rules
        return frozenset(rule.id for rule in (*rules.own.article_rules, *rules.foreign.article_rules))

    @cached_property
    def _fingerprints(self) -> frozenset[str]:
        return frozenset(each.fingerprint for each in self._found)

    @cached_property
    def _found(self) -> list[Diagnostic]:
        """What the rules said of the text as it was, and of those that are gone."""
        rules, house = self._profile.rules, self._profile.house
        return [each for text in self._texts for each in examine(self._parse(text), rules, house, self._means).diagnostics]

    @cached_property
    def _texts(self) -> list[str]:
        """What the file said, then what those said that are gone; what cannot be read says nothing."""
        return [self._text(blob) for blob in (*filter(None, (self._old.own,)), *self._old.gone)]

    def _text(self, blob: str) -> str:
        try:
            return decode(self._revisions.content(blob)).text
        except DiskError:
            return ""


class Acceptance:
    """What is told of one file: not what its baseline holds, and of a change only what it brought."""

    def __init__(self, baseline: Baseline | None = None, before: Before | None = None) -> None:
        self._baseline = baseline
        self._before = before
        self._met: set[str] = set()

    def tells(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is to be told."""
        if self._before is not None and not self._before.tells(diagnostic):
            return False
        if self._baseline is None or not self._baseline.hides(diagnostic):
            return True
        self._met.add(diagnostic.fingerprint)
        return False

    @property
    def accepted(self) -> int:
        """How many accepted findings it met."""
        return len(self._met)
