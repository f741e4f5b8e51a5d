"""The house style of a text: what the configuration says that rules ask about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field
from functools import cached_property

from lint.frozen import frozen

DIALECTS = ("auto", "en-US", "en-GB", "en-GB-oxford", "en-CA", "en-AU")
DASH_STYLES = ("auto", "em", "em-spaced", "en", "en-spaced")
DOCUMENT_KINDS = ("auto", "news", "opinion", "interview", "release", "fiction")


@frozen
class Vocabulary:
    """Words that a newsroom has decided about, as its vocabulary files say them.

    `accepted` is never a fault, `never` always one, `rather` maps a form to the one that the house uses. `terms` are the accepted
    ones of a Vale vocabulary, regular expressions all.
    """

    accepted: frozenset[str] = frozenset()
    never: frozenset[str] = frozenset()
    rather: Mapping[str, str] = field(default_factory=dict)
    terms: tuple[str, ...] = ()

    @cached_property
    def decided(self) -> re.Pattern[str]:
        """Finds the words of `never` and `rather`, whole, the longest first."""
        return _any_of({*self.never, *self.rather})

    @cached_property
    def phrases(self) -> re.Pattern[str]:
        """Finds what is accepted in more than one word, the longest first."""
        return _any_of({words for words in self.accepted if " " in words})

    def excuses(self, words: str) -> bool:
        """Whether these words, or one of them, are accepted.

        A lower-case entry also covers its capitalised form and its regular inflections, a capitalised one its possessive.
        """
        return bool(self.accepted) and covers(self.accepted, words)


def covers(accepted: Collection[str], words: str) -> bool:
    """Whether the accepted words are some that these words, or one of them, are forms of."""
    return any(form in accepted for word in (words, *words.split()) for form in _forms(word))


def _any_of(words: Collection[str]) -> re.Pattern[str]:
    """Finds these words, whole, the longest first."""
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return re.compile(rf"(?<!\w)(?:{alternatives})(?!\w)" if words else r"(?!)")


_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))


def _forms(word: str) -> Iterator[str]:
    """The entries that cover this word."""
    bare = word.strip(".,;:!?()[]\"'“”‘’")
    bare = bare.removesuffix("'s").removesuffix("’s")
    yield bare
    small = bare[:1].lower() + bare[1:]
    yield small
    if small.islower():
        for ending, instead in _ENDINGS:
            stem = small.removesuffix(ending)
            if stem != small:
                yield stem + instead
                if len(stem) > 2 and stem[-1] == stem[-2]:
                    yield stem[:-1] + instead


@frozen
class House:
    """Dialect, dashes, kind of text and vocabulary; the defaults leave all of it to the text itself."""

    dialect: str = "auto"
    dash_style: str = "auto"
    non_breaking_dash: bool = False
    typographer: bool = False
    kind: str = "auto"
    vocabulary: Vocabulary = Vocabulary()
