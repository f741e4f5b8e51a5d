"""What a rule is: a kind with its options, a message, and the manual and proof that travel with them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from lint.action import Action
from lint.diagnostic import Applicability, Related, Severity
from lint.frozen import frozen
from lint.message import Argument as Argument
from lint.message import fill as fill
from lint.named import NamedTuple
from lint.pattern import Pattern
from lint.scope import Place, Selector
from lint.text import Edit, Span

if TYPE_CHECKING:
    from lint.document import Prose
    from lint.language.article import Article


class Match(NamedTuple):
    """A place where a rule applies, in offsets of the source.

    `args` fill the rule's message; each of `fixes` is a tuple of edits whose texts are plain words (the engine escapes them
    for where they stand); `title` of a fix is worked out from its edits unless `titles` says it. `message` stands for the rule's own
    where the kind knows more. No fix of a match that is not `sure` is safe. `groups` are those of the pattern that found it, for an action
    that refers to them. `cause` names what has wrought it: a rule that gathers tells all matches of one cause at once, but those without
    a cause (None) one by one. A match of the document as a whole, which stands at one of its places only because it has to stand somewhere,
    says in `whole` what it is about; its `weight` tells whether a change has made it worse.
    """

    span: Span
    args: tuple[Argument, ...] = ()
    fixes: tuple[tuple[Edit, ...], ...] = ()
    confidence: float | None = None
    related: tuple[Related, ...] = ()
    titles: tuple[str, ...] = ()
    message: str = ""
    groups: tuple[str, ...] = ()
    sure: bool = True
    cause: str | None = ""
    whole: str = ""
    weight: float = 0.0


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


@frozen
class Rule:
    """A kind with its options under a name, `pack.fault`.

    `unless`: a match that shares a character with a match of one of these patterns is dropped.
    `doubtful`: the fixes of a match that shares a character with one of theirs are not safe. `outside_quotations`: matches inside
    quotation marks or a block quotation are dropped. `languages`: tags of the languages that it speaks, empty for all. `quiet_in`: kinds of
    documents (`opinion`) that it says nothing about.
    `limit`: matches a file at most, 0 for no limit; rules that have one `limit_together` share it, and it counts sentences.
    `yields`: it keeps silent where a rule speaks that does not.
    `gather`: all matches of one cause in a file are one finding. `path` is the file that it was loaded from, `pack` the pack's name.
    `altered`: a configuration has changed more than its level.
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
    quiet_in: tuple[str, ...] = ()
    unless: tuple[Pattern, ...] = ()
    doubtful: tuple[Pattern, ...] = ()
    outside_quotations: bool = False
    limit: int = 0
    limit_together: str = ""
    gather: bool = False
    yields: bool = False
    examples: tuple[Example, ...] = ()
    pack: str = ""
    path: str = ""
    altered: bool = False
    options: Mapping[str, object] = field(default_factory=dict)

    @cached_property
    def by_sentence(self) -> bool:
        """Whether the rule is given the sentences of a block, one by one."""
        return self.selector.names("sentence")

    def looks_at(self, parts: frozenset[str]) -> bool:
        """Whether the scope selects a block with these segments."""
        return self.selector.selects(parts | {"sentence"} if self.by_sentence else parts)

    def views(self, place: Place) -> bool:
        """Whether the scope selects a view that stands there, or its sentences."""
        parts = place.parts | {"sentence"} if self.by_sentence else place.parts
        if place.selection:
            return place.selection in self.selector.selections
        return self.selector.selects(parts, place.inside, place.around)

    def speaks(self, language: str) -> bool:
        """Whether the rule is for texts in this language (`en` covers `en-GB`)."""
        return not self.languages or any(language == tag or language.startswith(f"{tag}-") for tag in self.languages)

    def text(self, args: Sequence[Argument]) -> str:
        """The message with its `%s` filled in."""
        return fill(self.message, args)
