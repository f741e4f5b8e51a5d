"""What copydesk says of directives and of what it cannot read: rules by name, explained, levelled and silenced as any other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lint.diagnostic import Severity
from lint.frozen import frozen
from lint.rule import Match, Rule

if TYPE_CHECKING:
    from lint.document import Prose
    from lint.language.article import Article

PACK = "copydesk"


@frozen
class Notice:
    """A kind that looks for nothing: the engine itself finds what such a rule tells."""

    foreign: bool = False

    def survey(self, blocks: Sequence[Prose], article: Article) -> Iterator[Match]:
        """Nothing."""
        return iter(())


def _notice(fault: str, summary: str, why: str, enabled: bool = True) -> Rule:
    kind: Any = Notice()
    path = "lint/notices.py"
    return Rule(f"{PACK}.{fault}", kind, "%s", Severity.SUGGESTION, summary=summary, why=why, enabled=enabled, pack=PACK, path=path)


UNUSED_ALLOW = _notice(
    "unused-allow",
    "A directive that silences nothing, or names no rule.",
    "What it was for is gone; the next real fault in its place would be silenced unseen.",
)
UNEXPLAINED_STET = _notice(
    "unexplained-stet",
    "A stet without a reason.",
    "The next editor cannot know whether it still holds.",
)
UNEXPLAINED_ALLOW = _notice(
    "unexplained-allow",
    "An allow or an off without a reason.",
    "It names a rule but not why that is wrong here; a house that wants every exception explained turns this on.",
    enabled=False,
)
LANGUAGE = _notice(
    "language",
    "A text in a language that no rule speaks.",
    "Only the rules that need no language have read it; that it has no findings says little.",
)
NOTICES = (UNUSED_ALLOW, UNEXPLAINED_STET, UNEXPLAINED_ALLOW, LANGUAGE)
