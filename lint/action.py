"""What Vale's `action` key makes of the words that a rule found."""

from __future__ import annotations

from collections.abc import Sequence

from lint import letter_case
from lint.action_params import ActionError as ActionError
from lint.action_params import filled
from lint.message import Listed
from lint.named import NamedTuple
from lint.patience import Patience

ACTIONS = ("replace", "remove", "edit", "suggest", "convert")
"""The names that an action can have."""


class Action(NamedTuple):
    """What is made of the words found: `replace` (each of `params` is an alternative), `remove`, `edit` (operations one after the other,
    each its name and what it needs), `convert`, or `suggest` (what a spelling rule knows itself).

    `$1` in a parameter is the first group of the pattern that found the words, `$0` all of them, `$$` a dollar.
    """

    name: str
    params: tuple[str, ...] = ()

    def rewrite(self, words: str, foreign: bool = False, limit: Patience | None = None, groups: Sequence[str] = ()) -> tuple[str, ...]:
        """The alternatives for these words, best first; none where the action has nothing to offer.

        Raises ActionError for an action that `check` refuses, PatternError for a pattern or group that is none, TimeoutError where a
        foreign pattern takes more than `limit` seconds.
        """
        match self.name:
            case "replace":
                return tuple(filled(param, words, groups) for param in self.params)
            case "remove":
                return ("",)
            case "convert" | "edit":
                from lint.edit_steps import edited  # most runs find nothing to edit

                made = edited(words, self.params, groups, foreign, limit)
                return () if made is None or made == words else (made,)
        return ()

    def like(self, words: str) -> Action:
        """The same with what it puts in their place in the case of these words, as `matchcase` asks for."""
        if self.name != "replace":
            return self
        return Action(self.name, tuple(letter_case.like(words, param) for param in self.params))

    def args(self, words: str, rewritten: Sequence[str]) -> tuple[str, str]:
        """What fills a message that names both: the words, and what `rewrite` makes of them (the words where that is nothing)."""
        return words, rewritten[0] if len(rewritten) == 1 else Listed(either(rewritten)) or words

    def check(self, foreign: bool = False) -> None:
        """Raises ActionError where this cannot be honoured."""
        match self.name, self.params:
            case ("convert", params) if params != ("simple",):
                raise ActionError("the action 'convert' has one parameter, which is 'simple'; write 'params: [simple]'")
            case ("suggest", params) if params not in ((), ("spellings",)):
                raise ActionError(
                    "the action 'suggest' knows 'spellings' alone: a program that makes suggestions does not run here; take the action out"
                )
            case "edit", params:
                from lint.edit_steps import check_steps

                check_steps(params, foreign)
            case name, _ if name not in ACTIONS:
                raise ActionError(f"unknown action '{name}'; it is one of {', '.join(ACTIONS)}")


def either(alternatives: Sequence[str]) -> str:
    """The alternatives as a message names them: `'a'`, `'a' or 'b'`, `'a', 'b', or 'c'`; nothing for none."""
    quoted = [f"'{alternative}'" for alternative in alternatives]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return f"{', '.join(quoted[:-1])}, or {quoted[-1]}"
