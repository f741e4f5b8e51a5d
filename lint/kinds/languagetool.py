"""Faults of grammar that LanguageTool finds, for those of its rules that a house trusts.

extends: languagetool
message: "%s"
rules: [HE_VERB_AGR, "SUBJECT_VERB_AGREEMENT*"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import cached_property

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.grammar import GrammarMatch, gain, grammar_matches
from lint.rule import Match
from lint.text import Edit

_MOST_FORMS = 3


@frozen
class Languagetool:
    """What LanguageTool says by one of `rules`, or of `categories`, by its own names (`*` stands for anything), but not by `exceptions`.

    With `nats` one of its forms must fit its neighbours so much better by our own language model. Nothing is found where no server can be
    asked. The argument of the message is LanguageTool's own sentence.
    """

    rules: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()
    nats: float | None = None
    foreign: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError where it names nothing."""
        if not self.rules and not self.categories:
            raise ValueError("rules: name at least one rule or category of LanguageTool")

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """A match for each remark on these blocks that is wanted."""
        chosen = {id(block) for block in blocks}
        for match in grammar_matches(article):
            if id(match.prose) in chosen and self._wants(match) and (self.nats is None or gain(match) >= self.nats):
                yield _match(match)

    def _wants(self, match: GrammarMatch) -> bool:
        rule = match.remark.rule
        if self._excepted.fullmatch(rule):
            return False
        return bool(self._named.fullmatch(rule) or self._of_category.fullmatch(match.remark.category))

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return _any_of(self.rules)

    @cached_property
    def _of_category(self) -> re.Pattern[str]:
        return _any_of(self.categories)

    @cached_property
    def _excepted(self) -> re.Pattern[str]:
        return _any_of(self.exceptions)


def _any_of(names: Sequence[str]) -> re.Pattern[str]:
    """A pattern of the names, in which `*` stands for anything; of none nothing matches."""
    return re.compile("|".join(map(translate, names)) or r"(?!)")


def _match(match: GrammarMatch) -> Match:
    prose, remark = match
    span = prose.span(remark.start, remark.end)
    old = prose.text[remark.start : remark.end]
    forms = [form for form in remark.forms if form != old][:_MOST_FORMS]
    return Match(span, (remark.message,), tuple((Edit(span, form),) for form in forms), sure=False)


KIND = Languagetool
