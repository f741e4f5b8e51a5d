"""Words that have a better form.

extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
swap: {'utili[sz]e': use}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lint.compiled import compiled
from lint.document import Prose
from lint.exceptions import Exceptions
from lint.language.article import Article
from lint.pattern import Expression, Found, Pattern
from lint.prefilter import any_of
from lint.rule import Action, Match
from lint.text import Edit

_CAPTURE = compiled(r"(?<!\\)((?:\\\\)*)\((?!\?)")
_REFERENCE = compiled(r"\$\{?(\d+)\}?")
_PATTERN_SIGN = compiled(r"[\\\[\](){}^$*+?|]")
_PHRASE = compiled(r"[\w \-'’.,]+")


@dataclass(frozen=True)
class Substitution:
    """Each key of `swap` (a pattern) should be its value; alternatives in a value are parted by `|`.

    A value may take the key's groups as `$1`. Source of the meaning: Vale's `substitution`.
    """

    swap: Mapping[Expression, str]
    exceptions: tuple[Expression, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    capitalize: bool = False
    action: Action | None = None
    pos: str = ""
    foreign: bool = False
    _known: dict[str, Pattern] = field(default_factory=dict, compare=False, repr=False)

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The matches that differ from what they should be, with the better words as fixes."""
        for found in self._pattern.finditer(prose.text, article.time_limit):
            start, end = found.start(), found.end()
            key = self._keys[(found.lastindex or 1) - 1]
            observed, value = found.group(), self._value(key, found, article.time_limit)
            if start == end or self._is_right(observed, value, article) or self._exceptions.excuse(prose.text, start, end, article):
                continue
            options = [self._cased(option, observed, key) for option in self._options(value)]
            span = prose.span(start, end)
            fixes = tuple((Edit(span, option),) for option in options if option != observed)
            yield Match(span, (self._expected(options, value), observed), fixes)

    def triggers(self) -> frozenset[str] | None:
        """From the keys."""
        return any_of(self.swap)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(sorted(self.swap, key=len, reverse=True))

    @cached_property
    def _pattern(self) -> Pattern:
        keys = "|".join("(" + _CAPTURE.sub(r"\1(?:", key) + ")" for key in self._keys)
        return Pattern(f"(?:{keys})" if self.nonword else rf"\b(?:{keys})\b", self.ignorecase, self.foreign)

    @cached_property
    def _exceptions(self) -> Exceptions:
        return Exceptions(self.exceptions, self.vocab, self.foreign)

    def _value(self, key: str, found: Found, limit: float | None) -> str:
        value = self.swap[key]
        if "$" not in value:
            return value
        again = self._compiled(key).match(found.string, found.start(), limit)
        if again is None:
            return value
        return _REFERENCE.sub(lambda reference: str(again.group(int(reference.group(1))) or ""), value)

    def _compiled(self, text: str) -> Pattern:
        if text not in self._known:
            self._known[text] = Pattern(text, self.ignorecase, self.foreign)
        return self._known[text]

    def _is_right(self, observed: str, value: str, article: Article) -> bool:
        if observed in _alternatives(value):
            return True
        if self.action is not None or _PHRASE.fullmatch(value):
            return False
        return Pattern(value, foreign=self.foreign).fullmatch(observed, article.time_limit) is not None

    def _options(self, value: str) -> list[str]:
        if self.action is not None and self.action.name == "replace" and self.action.params:
            return list(self.action.params)
        if self.action is not None and self.action.name != "replace":
            return []
        options = _alternatives(value)
        return options if self.action is not None or not any(_PATTERN_SIGN.search(option) for option in options) else []

    def _cased(self, option: str, observed: str, key: str) -> str:
        if not (self.capitalize or (self.ignorecase and key == key.lower() and not self.foreign)):
            return option
        if self.ignorecase and len(observed) > 3 and observed.isupper() and not self.foreign:
            return option.upper()
        return option[:1].upper() + option[1:] if observed[:1].isupper() else option

    def _expected(self, options: list[str], value: str) -> str:
        if len(options) < 2:
            return options[0] if options else value
        return f"{', '.join(options[:-1])} or {options[-1]}"


def _alternatives(value: str) -> list[str]:
    return [option.replace(r"\|", "|") for option in re.split(r"(?<!\\)\|", value)]


KIND = Substitution
