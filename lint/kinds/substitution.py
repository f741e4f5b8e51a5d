"""Words that have a better form.

extends: substitution
message: "Use '%s' instead of '%s'."
ignorecase: true
swap: {'utili[sz]e': use}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from lint.action import Action, either
from lint.alternation import ANYTHING, WORDS, Alternation
from lint.compiled import compiled
from lint.document import Prose
from lint.exceptions import Exceptions
from lint.frozen import frozen
from lint.language.article import Article
from lint.letter_case import like
from lint.message import Listed
from lint.patience import Patience
from lint.pattern import Expression, Found, Pattern, expanded
from lint.prefilter import any_of
from lint.rule import Match
from lint.swaps import alternatives, conforms, plain_alternatives, spelled_like
from lint.text import Edit
from lint.wraps import rewrapped, unwrapped, wrapped

_REFERENCE = compiled(r"\$\{?(\d+)\}?")
_PATTERN_SIGN = compiled(r"[\\\[\](){}^$*+?|]")
_PHRASE = compiled(r"[\w \-'’.,]+")
_GROUP = compiled(r"\$\d")
_OWN_WORDS, _OWN = (r"\b(?:", r")\b"), ("(?:", ")")
"""What stands around the keys of our own rules."""


@frozen
class Substitution:
    """Each key of `swap` (a pattern) should be its value; alternatives in a value are parted by `|`.

    A value may take the key's groups as `$1`; with `matchcase` it takes the case of the words too; with `capitalize` a capital at the
    beginning. Keys are whole words, unless `nonword`; with `ignorecase` in any case. `exceptions` are patterns of words that pass; with
    `vocab` so do those of the vocabulary. `pos` is read since Vale has it, and decides nothing.
    Source of the meaning: Vale's `substitution`.
    """

    swap: Mapping[Expression, str]
    exceptions: tuple[Expression, ...] = ()
    ignorecase: bool = False
    nonword: bool = False
    vocab: bool = True
    capitalize: bool = False
    action: Action | None = None
    pos: str = ""
    matchcase: bool = False
    foreign: bool = False
    _known: dict[str, Pattern] = field(default_factory=dict, compare=False, repr=False)

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The matches that differ from what they should be, with the better words as fixes."""
        return self._found_as_vale_does(prose, article) if self.foreign else self._found(prose, article)

    def triggers(self) -> frozenset[str] | None:
        """From the keys."""
        return any_of(map(wrapped, self.swap) if self.foreign else self.swap)

    def _found_as_vale_does(self, prose: Prose, article: Article) -> Iterator[Match]:
        for number, found in self._alternation.finditer(prose.text, article.patience):
            start, end, observed = found.start(), found.end(), found.group()
            value = self._wanted(self.swap[self._longest_keys[number]], observed, found)
            if start == end or self._is_settled(observed, value, article) or self._exceptions.excuse(prose.text, start, end, article):
                continue
            span = prose.span(start, end)
            expected, options = self._offer(value, observed)
            texts = [rewrapped(option, observed) if "\n" in observed else option for option in options]
            fixes = tuple((Edit(span, text),) for text in texts if text != observed)
            yield Match(span, (expected, unwrapped(observed)), fixes, groups=found.groups(""))

    def _wanted(self, value: str, observed: str, found: Found) -> str:
        """The value for these words."""
        if self.capitalize and _is_capital(observed):
            value = _capital(value)
        return expanded(value, found) if _GROUP.search(value) else value

    def _is_settled(self, observed: str, value: str, article: Article) -> bool:
        """Whether the words are already as the value wants them."""
        if self.action is not None and self.action.name == "replace":
            return observed in alternatives(value)
        return conforms(unwrapped(observed), value, article.patience)

    def _offer(self, value: str, observed: str) -> tuple[str, list[str]]:
        """What the message says that is expected, and what can be put in."""
        action = self.action
        if action is None or action.name != "replace":
            expected = spelled_like(value, observed)
            options = [] if action else plain_alternatives(expected)
            return expected, self._recased(options, observed)
        if action.params:
            return value, self._recased(action.rewrite(observed, foreign=True), observed)
        options = [_capital(option) if self.capitalize and _is_capital(observed) else option for option in alternatives(value)]
        options = self._recased(options, observed)
        return Listed(either(options)), options

    def _recased(self, options: Iterable[str], observed: str) -> list[str]:
        return [like(observed, option) if self.matchcase else option for option in options]

    @cached_property
    def _longest_keys(self) -> tuple[str, ...]:
        """The keys of a foreign rule in the order in which they are tried; equally long ones as they stand in the rule."""
        return tuple(sorted(self.swap, key=lambda key: -len(key.encode("utf-8", "surrogatepass"))))

    @cached_property
    def _alternation(self) -> Alternation:
        return Alternation([wrapped(key) for key in self._longest_keys], ANYTHING if self.nonword else WORDS, self.ignorecase)

    def _found(self, prose: Prose, article: Article) -> Iterator[Match]:
        for number, found in self._own_alternation.finditer(prose.text, article.patience):
            start, end, key = found.start(), found.end(), self._keys[number]
            observed, value = found.group(), self._value(key, found, article.patience)
            if start == end or self._is_right(observed, value, article) or self._exceptions.excuse(prose.text, start, end, article):
                continue
            options = [self._cased(option, observed, key) for option in self._options(value)]
            span = prose.span(start, end)
            fixes = tuple((Edit(span, option),) for option in options if option != observed)
            yield Match(span, (self._expected(options, value), observed), fixes)

    @cached_property
    def _keys(self) -> tuple[str, ...]:
        return tuple(sorted(self.swap, key=len, reverse=True))

    @cached_property
    def _own_alternation(self) -> Alternation:
        return Alternation(self._keys, _OWN if self.nonword else _OWN_WORDS, self.ignorecase, foreign=False)

    @cached_property
    def _exceptions(self) -> Exceptions:
        return Exceptions(self.exceptions, self.vocab, self.foreign)

    def _value(self, key: str, found: Found, limit: Patience | None) -> str:
        value = self.swap[key]
        if "$" not in value:
            return value
        again = self._compiled(key).match(found.string, found.start(), limit)
        if again is None:
            return value
        return _REFERENCE.sub(lambda reference: str(again.group(int(reference.group(1))) or ""), value)

    def _compiled(self, text: str) -> Pattern:
        if text not in self._known:
            self._known[text] = Pattern(text, self.ignorecase)
        return self._known[text]

    def _is_right(self, observed: str, value: str, article: Article) -> bool:
        if observed in _alternatives(value):
            return True
        if self.action is not None or _PHRASE.fullmatch(value):
            return False
        return Pattern(value).fullmatch(observed, article.patience) is not None

    def _options(self, value: str) -> list[str]:
        if self.action is not None and self.action.name == "replace" and self.action.params:
            return list(self.action.params)
        if self.action is not None and self.action.name != "replace":
            return []
        options = _alternatives(value)
        return options if self.action is not None or not any(_PATTERN_SIGN.search(option) for option in options) else []

    def _cased(self, option: str, observed: str, key: str) -> str:
        if not (self.capitalize or (self.ignorecase and key == key.lower())):
            return option
        if self.ignorecase and len(observed) > 3 and observed.isupper():
            return option.upper()
        return option[:1].upper() + option[1:] if observed[:1].isupper() else option

    def _expected(self, options: list[str], value: str) -> str:
        if len(options) < 2:
            return options[0] if options else value
        return f"{', '.join(options[:-1])} or {options[-1]}"


def _is_capital(words: str) -> bool:
    return words == _capital(words)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:] if len(words[:1].upper()) == 1 else words


def _alternatives(value: str) -> list[str]:
    return [option.replace(r"\|", "|") for option in re.split(r"(?<!\\)\|", value)]


KIND = Substitution
