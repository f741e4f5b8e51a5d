"""Which findings of a file are told: not those that a house has accepted or let stand, and of a change only what it brought."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import TypeVar

from lint.baseline import Baseline
from lint.diagnostic import Applicability, Diagnostic
from lint.disk import DiskError, decode
from lint.document import Document
from lint.engine import Means, examine
from lint.language.article import Article
from lint.patience import Purse
from lint.profile import Profile
from lint.revisions import GitError, Old, Revisions
from lint.stets import Stet, Stets

T = TypeVar("T")
Parse = Callable[[str], Document]


class Before:
    """What a file said before a change, sentence by sentence."""

    def __init__(self, revisions: Revisions, old: Old, profile: Profile, parse: Parse, purse: Purse | None) -> None:
        self._revisions = revisions
        self._old = old
        self._profile = profile
        self._parse = parse
        self._means = Means(purse)

    def tells(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding is one of the change: in a sentence that was not there, or one of the whole text that has become worse."""
        if diagnostic.whole:
            weights = [each.weight for each in self._found if (each.rule, each.whole) == (diagnostic.rule, diagnostic.whole)]
            return not weights or diagnostic.weight > max(weights)
        if diagnostic.written not in self._own and diagnostic.written not in self._elsewhere:
            return True
        reaches_beyond = diagnostic.span.end > diagnostic.sentence.end
        return (reaches_beyond or diagnostic.rule in self._surveying) and not self._was_found(diagnostic.fingerprint)

    @cached_property
    def _own(self) -> frozenset[str]:
        """The sentences that there were here, and the lines for what stands in no sentence."""
        return frozenset(chain.from_iterable(map(self._read, self._texts(filter(None, (self._old.own,))))))

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """Those of files that are gone or have another name now."""
        old = (*self._old.gone, *self._old.renamed)
        return self._kept("sentences", lambda: frozenset(chain.from_iterable(map(self._read, self._texts(old)))))

    def _kept(self, what: str, work: Callable[[], T]) -> T:
        """What is the same for all files of a format under the same rules, worked out once."""
        key = what, id(self._profile), self._parse("").format
        if key not in self._revisions.kept:
            self._revisions.kept[key] = work()
        known: T = self._revisions.kept[key]
        return known

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

    def _was_found(self, fingerprint: str) -> bool:
        if any(each.fingerprint == fingerprint for each in self._found):
            return True
        renamed = self._kept("renamed", lambda: {each.fingerprint for each in self._examined(self._old.renamed)})
        return fingerprint in renamed

    @cached_property
    def _found(self) -> list[Diagnostic]:
        """What the rules said of the text as it was, and of those that are gone."""
        own = self._examined(filter(None, (self._old.own,)))
        return [*own, *self._kept("gone", lambda: self._examined(self._old.gone))]

    def _examined(self, blobs: Iterable[str]) -> list[Diagnostic]:
        rules, house = self._profile.rules, self._profile.house
        return [each for text in self._texts(blobs) for each in examine(self._parse(text), rules, house, self._means).diagnostics]

    def _texts(self, blobs: Iterable[str]) -> Iterator[str]:
        """What files said; what cannot be read says nothing."""
        return map(self._text, blobs)

    def _text(self, blob: str) -> str:
        try:
            return decode(self._revisions.content(blob)).text
        except GitError:
            raise
        except DiskError:
            return ""


class Acceptance:
    """What is told of one file: not what its baseline holds or somebody has let stand, and of a change only what it brought."""

    def __init__(self, baseline: Baseline | None = None, before: Before | None = None, stets: Stets | None = None) -> None:
        self._baseline = baseline
        self._before = before
        self._stets = stets
        self._met: set[str] = set()
        self._stood: dict[str, None] = {}

    def told(self, diagnostic: Diagnostic) -> Diagnostic | None:
        """What is to be told of a finding, None where it is nothing."""
        if self._before is not None and not self._before.tells(diagnostic):
            return None
        stet = self._stets.decision(diagnostic) if self._stets else None
        if self._stets and stet and not self._stets.has_run_out(stet):
            self._stood[diagnostic.fingerprint] = None
            return None
        if self._baseline is not None and self._baseline.hides(diagnostic):
            self._met.add(diagnostic.fingerprint)
            return None
        if stet:
            diagnostic = diagnostic._replace(message=f"{diagnostic.message.rstrip()} {_remark(stet)}")
        return _for_a_person(diagnostic) if self._stets and self._stets.concerns(diagnostic) else diagnostic

    @property
    def accepted(self) -> int:
        """How many accepted findings it met."""
        return len(self._met)

    @property
    def stood(self) -> tuple[str, ...]:
        """The fingerprints of the findings that it let stand."""
        return tuple(self._stood)


def _remark(stet: Stet) -> str:
    reason = " ".join(stet.because.split()).rstrip(".")
    return f"It was let stand until {stet.until} ({reason}); that has run out."


def _for_a_person(diagnostic: Diagnostic) -> Diagnostic:
    """The finding with no fix that is made unasked: other words in a sentence end what was decided about it."""
    return diagnostic._replace(fixes=tuple(fix._replace(applicability=Applicability.DISPLAY) for fix in diagnostic.fixes))
