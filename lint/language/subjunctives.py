"""Where a verb may be in the subjunctive, or an infinitive without `to`: `if it were`, `demand that he resign`, `let them go`."""

from __future__ import annotations

from collections.abc import Sequence

from lint.language.mended_tags import Word

_UNREAL = frozenset("oh if though wish wishes wished would unless whether suppose supposing imagine as lest than rather were".split())
_WANTED = tuple(
    """
    demand insist recommend suggest ask propos request requir urg order important essential vital imperative necessary condition call advis
    prefer desir stipulat mov decre instruct command plead pray wish better crucial rule provid lest mandat
    """.split()
)
"""How the words begin behind which something is wanted."""
_CAUSES = frozenset("let make makes made making help helps helped see saw seen hear heard watch watched have had having need".split())
_AUXILIARIES = frozenset("should may might let lest".split())
_BACK = 9


def is_unreal(words: Sequence[Word], subject: int, small: str) -> bool:
    """Whether a form without -s of a verb whose subject begins at `subject` may be no plural; by the words that stand before."""
    before = [word.small for word in words[max(0, subject - _BACK) : subject]]
    if small == "were":
        return not _UNREAL.isdisjoint(before)
    last = before[-1] if before else ""
    asked = words[:subject] if last == "that" else words[max(0, subject - 2) : subject]
    wanted = any(word.small.startswith(_WANTED) for word in asked)
    return wanted or last in _CAUSES or not _AUXILIARIES.isdisjoint(before)


def is_wish(words: Sequence[Word], head: int, verb: int) -> bool:
    """Whether a participle between the two wants something of what stands before the verb: `a rule requiring the town council`."""
    wishes = (at for at in range(head, verb - 1) if words[at].tag == "VBG" and words[at].small.startswith(_WANTED))
    return any(words[at + 1].tag in ("DT", "PRP$") and words[verb - 1].tag.startswith("NN") for at in wishes)
