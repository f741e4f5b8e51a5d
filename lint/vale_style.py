"""Vale's built-in style `Vale`: words that stand twice, spelling, and the terms of vocabularies.

The rules have no files: their kinds are those that rule files name, and their messages are Vale's.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint import kinds
from lint.action import Action
from lint.compiled import compiled
from lint.diagnostic import Severity
from lint.packs import Pack
from lint.rule import Rule
from lint.scope import Selector
from lint.vale_sections import BUILT_IN
from lint.vale_vocabulary import ValeVocabulary, is_readable, pattern

_TEXT = Selector.parse(("text",))
_WORD = r"[^\s.!?]+"
_KEPT = compiled(r"\\p\{[^}]*\}|\\.|[^\\]+")


def style(vocabulary: ValeVocabulary, named: Mapping[str, ValeVocabulary], spelling: Mapping[str, object]) -> Pack:
    """The style, for the vocabulary of the whole project and those that sections name, which have rules of their own.

    `spelling` are the options of its spelling rule.
    """
    rules = [
        _rule("Repetition", "'%s' is repeated!", "repetition", {"tokens": (_WORD,), "ignorecase": True, "alpha": True}, _FIRST),
        _rule("Spelling", "Did you really mean '%s'?", "spelling", spelling, Action("suggest", ("spellings",))),
    ]
    for prefix, words in (("", vocabulary), *((f"{name}.", words) for name, words in named.items())):
        if words.accepted:
            rules.append(_rule(f"{prefix}Terms", "Use '%s' instead of '%s'.", "substitution", _terms(words.accepted)))
        if words.rejected:
            rules.append(_rule(f"{prefix}Avoid", "Avoid using '%s'.", "existence", {"tokens": tuple(map(pattern, words.rejected))}))
    return Pack(BUILT_IN, tuple(rules), ())


_FIRST = Action("edit", ("truncate", " "))


def _terms(accepted: tuple[str, ...]) -> Mapping[str, object]:
    """Each term instead of itself in other letters; of two that differ only so the last."""
    swap = {rf"(?<!\w){pattern(_small(term))}(?!\w)": term for term in accepted}
    return {"swap": swap, "ignorecase": True, "nonword": True, "vocab": False}


def _small(term: str) -> str:
    """A term in small letters; what stands behind a backslash has a meaning and stays."""
    small = _KEPT.sub(lambda found: found[0] if found[0].startswith("\\") else found[0].lower(), term)
    return small if is_readable(small) else term


def _rule(fault: str, message: str, kind: str, options: Mapping[str, object], action: Action | None = None) -> Rule:
    make: Any = kinds.load(kind)
    return Rule(
        f"{BUILT_IN}.{fault}", make(**options, foreign=True), message, Severity.ERROR, _TEXT, action=action, pack=BUILT_IN, options=options
    )
