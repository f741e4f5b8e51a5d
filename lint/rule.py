"""What a rule is: a kind with its options, a message, and the manual and proof that travel with them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol, runtime_checkable

from lint.compiled import compiled
from lint.diagnostic import Applicability, Related, Severity
from lint.document import Prose
from lint.language.article import Article
from lint.pattern import Pattern
from lint.scope import Selector
from lint.text import Edit, Span

Argument = str | int | float


class Match(NamedTuple):
    """A place where a rule applies, in offsets of the source.

    `args` fill the rule's message; each of `fixes` is a tuple of edits whose texts are plain words (the engine escapes them
    for where they stand); `title` of a fix is worked out from its edits unless `titles` says it.
    """

    span: Span
    args: tuple[Argument, ...] = ()
    fixes: tuple[tuple[Edit, ...], ...] = ()
    confidence: float | None = None
    related: tuple[Related, ...] = ()
    titles: tuple[str, ...] = ()


@runtime_checkable
class BlockKind(Protocol):
    """A kind that looks at one block at a time.

    A kind is a frozen dataclass whose fields are its YAML keys (`_` there is `-` in the YAML of our own kinds), in a module
    of `kinds/` named as the YAML's `extends:`; `foreign` is set for packs that are not bundled and is no key.
    """

    foreign: bool

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The matches in this block, from left to right."""
        ...

    def triggers(self) -> frozenset[str] | None:
        """Lower-case strings one of which stands in every block that can match; None where no such set is known."""
        ...


@runtime_checkable
class ArticleKind(Protocol):
    """A kind that needs the whole article; it is given the blocks that the rule's scope selects. It may be a BlockKind as well."""

    foreign: bool

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """The matches in all of these blocks."""
        ...


Kind = BlockKind | ArticleKind


def made(kind: Kind) -> Kind:
    """The kind itself, where `kind` stands for one that is made when it is needed."""
    real: Kind = getattr(kind, "made", kind)
    return real


class Action(NamedTuple):
    """What Vale's `action` key makes of the words found: `replace`, `remove` or `edit`, with parameters."""

    name: str
    params: tuple[str, ...] = ()

    def rewrite(self, words: str, foreign: bool = False, limit: float | None = None) -> tuple[str, ...]:
        """The alternatives for these words, best first; none where the action has nothing to offer.

        Raises PatternError for a pattern or group that is none, TimeoutError where a foreign one takes more than `limit` seconds.
        """
        match self.name, self.params:
            case "replace", params:
                return params
            case "remove", _:
                return ("",)
            case "edit", params:
                edited = _edit(words, params, foreign, limit)
                return () if edited is None or edited == words else (edited,)
        return ()


ACTIONS = ("replace", "remove", "edit", "suggest", "convert")
"""The names that an action can have."""


def _edit(words: str, params: tuple[str, ...], foreign: bool, limit: float | None) -> str | None:
    """Vale's edit operations: regex, trim, trim_left, trim_right, truncate, split."""
    match params:
        case ("regex", pattern, replacement, *_):
            template = re.sub(r"\$\{?(\d+)\}?", r"\\g<\1>", replacement)
            return Pattern(pattern, foreign=foreign).replace(template, words, limit)
        case ("trim", characters, *_):
            return words.strip(characters)
        case ("trim_left", characters, *_):
            return words.lstrip(characters)
        case ("trim_right", characters, *_):
            return words.rstrip(characters)
        case ("truncate", separator, *_):
            return words.split(separator)[0]
        case ("split", separator, index, *_) if index.isdecimal() and int(index) < len(words.split(separator)):
            return words.split(separator)[int(index)]
    return None


class Example(NamedTuple):
    """A text that proves a rule: a `bad` one with the words flagged and perhaps the text after the fix, or one that is ok.

    `good` is None where no fix is to be proved; `flags` is empty for an ok text. `name` is that of a file of the text's format.
    """

    text: str
    flags: tuple[str, ...] = ()
    good: str | None = None
    name: str = "example.md"
    line: int | None = None

    @property
    def bad(self) -> bool:
        """Whether the rule has to speak."""
        return bool(self.flags)


@dataclass(frozen=True)
class Rule:
    """A kind with its options under a name, `pack.fault`.

    `unless`: a match that shares a character with a match of one of these patterns is dropped.
    `doubtful`: the fixes of a match that shares a character with one of theirs are not safe. `outside_quotations`: matches inside
    quotation marks or a block quotation are dropped. `languages`: tags of the languages that it speaks, empty for all.
    `limit`: matches a file at most, 0 for no limit. `path` is the file it was loaded from, `pack` the pack's name.
    """

    id: str
    kind: Kind
    message: str
    severity: Severity = Severity.WARNING
    selector: Selector = Selector.parse(())
    summary: str = ""
    why: str = ""
    link: str = ""
    description: str = ""
    applicability: Applicability = Applicability.UNSAFE
    action: Action | None = None
    supersedes: tuple[str, ...] = ()
    enabled: bool = True
    languages: tuple[str, ...] = ()
    renamed_from: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()
    doubtful: tuple[Pattern, ...] = ()
    outside_quotations: bool = False
    limit: int = 0
    examples: tuple[Example, ...] = ()
    pack: str = ""
    path: str = ""
    options: Mapping[str, object] = field(default_factory=dict)

    @property
    def by_sentence(self) -> bool:
        """Whether the rule is given the sentences of a block, one by one."""
        return self.selector.names("sentence")

    def looks_at(self, parts: frozenset[str]) -> bool:
        """Whether the scope selects a block with these segments."""
        return self.selector.selects(parts | {"sentence"} if self.by_sentence else parts)

    def speaks(self, language: str) -> bool:
        """Whether the rule is for texts in this language (`en` covers `en-GB`)."""
        return not self.languages or any(language == tag or language.startswith(f"{tag}-") for tag in self.languages)

    def text(self, args: Sequence[Argument]) -> str:
        """The message with its `%s` filled in."""
        return fill(self.message, args)


_VERB = compiled(r"%(?:\[(\d+)\])?(?:([sdqvf])|\.(\d+)f|(%))")


def fill(message: str, args: Sequence[Argument]) -> str:
    """The message with `%s`, `%d`, `%q`, `%.2f` and `%[2]s` filled from `args`; one that has no argument becomes nothing."""
    taken = 0

    def value(verb: re.Match[str]) -> str:
        nonlocal taken
        if verb.group(4):
            return "%"
        taken = int(verb.group(1)) if verb.group(1) else taken + 1
        if taken > len(args):
            return ""
        argument = args[taken - 1]
        if verb.group(3):
            return f"{float(argument):.{int(verb.group(3))}f}"
        return f'"{argument}"' if verb.group(2) == "q" else str(argument)

    return " ".join(_VERB.sub(value, message).splitlines())
