"""The clauses of an English sentence, read from its tags: the subject and the verb of each, and how deep it stands in others.

There is no grammar here. One pass goes through the words and keeps a stack of open clauses: a conjunction or a relative opens one, a finite
verb is that of the innermost clause that still waits for one, and closes those that stand above it. What has no word that opens it is told
by what stands side by side: `the house his father built`, `said the bridge was safe`.

Where the tags leave a doubt a clause stays without a verb, or without a subject, and then nobody is told anything about it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lint.language.clause_words import NOMINATIVES, RELATIVES, ClauseWords
from lint.language.mended_tags import Word
from lint.language.speech_verbs import speech_verbs
from lint.language.tags import FINITE

_ASKING = frozenset("how what which whose whatever whichever".split())
_REPORTS = frozenset(
    """
    say says said think thinks thought believe believes believed hope hopes hoped feel feels felt claim claims claimed know knows knew
    """.split()
)
"""Verbs behind which `that` is left out."""
_BARE = frozenset(("as", "than", "whereas"))
_TELLING = frozenset("tell tells told warn warns warned assure assures assured inform informs informed remind reminds reminded".split())
"""Verbs that say whom something is said to."""
_INVERTED = frozenset("said says added adds asked asks warned warns explained explains wrote writes noted notes argued argues".split())
"""Verbs that stand before their subject behind what is said."""


@dataclass(eq=False, repr=False, slots=True)
class Clause:
    """A clause; its numbers are those of `ClauseWords`, -1 where there is none.

    `opener`: the word that opens it, for one without such a word the first of its subject (`bare`, which `as` and `than` are, too);
    `subject`: the head of its subject where that stands before the verb; `verb..end`: its finite verb with what that helps; `said`: it is
    what the clause around it says. `rivals` counts phrases behind commas that may be its subject as well; `lost`: its verb was not found
    before another one that `and` joins to it.
    """

    opener: int = -1
    outer: Clause | None = None
    subject: int = -1
    verb: int = -1
    end: int = -1
    said: bool = False
    bare: bool = False
    rivals: int = 0
    lost: bool = False

    @property
    def depth(self) -> int:
        """In how many clauses it stands that words open; what the main clause says stands in none."""
        if self.outer is None:
            return 0
        depth = self.outer.depth
        free = (self.said and not depth) or (self.bare and not self.said) or self.outer.verb < 0
        return depth if free else depth + 1


def clauses(tagged: Sequence[Word]) -> tuple[ClauseWords, list[Clause]]:
    """The words of a sentence that its clauses are made of, and those that have a verb, by where they open."""
    words = ClauseWords(tagged)
    found = _Reader(words).read()
    return words, [clause for clause in found if clause.verb >= 0]


class _Phrase:
    """The noun phrase that was read last: where it stands, and whether a preposition or a verb governs it."""

    def __init__(self, first: int, end: int, governed: bool) -> None:
        self.first, self.end, self.governed = first, end, governed


class _Reader:
    """One pass over the words."""

    def __init__(self, words: ClauseWords) -> None:
        self.words = words
        self.found: list[Clause] = []
        self.stack: list[Clause] = []
        self.governed = False
        self.leading = False  # in a participle's or an infinitive's phrase at the head of the sentence
        self.phrase = _Phrase(-1, -1, False)

    @property
    def top(self) -> Clause:
        """The innermost clause."""
        return self.stack[-1]

    def read(self) -> list[Clause]:
        """The clauses, those without a verb among them."""
        self._begin()
        number = 0
        while number < len(self.words):
            number = self._step(number)
        return self.found

    def _step(self, number: int) -> int:
        """Reads what stands at a number; the number behind it."""
        words = self.words
        small, tag = words.small(number), words.tag(number)
        if small in (";", ":"):
            self._begin()
        elif words.is_comma(number):
            self._part(number)
        elif self._opens(number):
            self._open(number)
        elif (words.is_finite(number) and not self._is_apposed(number)) or self._is_last_verb(number):
            end = words.group_end(number)
            self._say(number, end)
            return end
        elif tag in ("IN", "TO", "RP") or tag.startswith("VB"):
            self.leading = self.leading or (tag != "IN" and tag != "RP" and self._is_at_head(number))
            self.governed = True
        elif (end := words.phrase_end(number)) > number:
            self._name(number, end)
            return end
        return number + 1

    def _opens(self, number: int) -> bool:
        """Whether a clause opens; `before` opens none where that would take the verb of a clause that waits for one."""
        words = self.words
        if not words.opens(number):
            return False
        waiting = sum(clause.verb < 0 and clause.subject >= 0 for clause in self.stack)
        return not (words.may_open(number) and waiting) or words.surplus(number + 1) > waiting

    def _is_apposed(self, number: int) -> bool:
        """Whether what may be a verb is a participle, since one comma parts it from the subject: `the crane, bought in May, fell`."""
        words, before = self.words, self.words.before(number)
        return words.is_comma(before) and words.is_weak(number) and before - 1 == self.top.subject and self.top.verb < 0

    def _is_last_verb(self, number: int) -> bool:
        """Whether what is tagged as a participle is the verb that a clause has waited for: no other one is left."""
        words, before = self.words, self.words.before(number)
        if words.tag(number) == "VBN" and before == self.top.subject and self.top.verb < 0 <= self.top.opener and not self.top.bare:
            waiting = sum(clause.verb < 0 for clause in self.stack)
            return words.small(number + 1) != "by" and words.surplus(number + 1) < waiting
        if words.tag(number) != "VBN" or not (words.is_comma(before) or words.tag(before) in ("VBN", "VBD", "VBZ")):
            return False
        waiting = any(clause.verb < 0 <= clause.subject < before - 1 for clause in self.stack)
        return waiting and not self._is_apposed(number) and words.small(number + 1) != "by" and words.surplus(number + 1) <= 0

    def _begin(self) -> None:
        """A main clause begins, and nothing is open but it."""
        self.stack = []
        self.governed = self.leading = False
        self._push(Clause())

    def _push(self, clause: Clause) -> None:
        self.stack.append(clause)
        self.found.append(clause)

    def _is_at_head(self, number: int) -> bool:
        return len(self.stack) == 1 and self.top.subject < 0 and self.top.verb < 0 and self.phrase.end < 0 and number < 3

    def _part(self, number: int) -> None:
        """A comma closes the clauses that have their verb, but not before a relative, which hangs on the word before it."""
        self.governed = False
        following = self.words.small(number + 1)
        behind = (following, self.words.small(number + 2), self.words.small(number + 3))
        if (following in RELATIVES or "which" in behind[1:] or "whom" in behind[1:]) and self.words.is_noun(number - 1):
            return
        while len(self.stack) > 1 and self.top.verb >= 0:
            self.stack.pop()
        self.leading = self.leading and len(self.stack) > 1

    def _open(self, number: int) -> None:
        words = self.words
        before = words.before(number)
        lead = before - (words.tag(before) == "IN" and words.small(number) in RELATIVES)
        if words.tag(before) == "CC" or (words.is_comma(lead) and self._like(number) in self._openers()):
            self._close_sibling(number)
        said = words.is_complement(number) and self.top.verb >= 0 and self._is_speech(self.top)
        said = said and (not words.is_noun(number - 1) or words.small(self.top.end - 1) in _TELLING)
        self._push(
            Clause(
                number,
                self.top,
                said=said,
                bare=words.small(number) in _BARE or (words.is_comma(before) and words.small(number) == "while"),
            )
        )
        self.governed = False

    def _openers(self) -> set[str]:
        return {self._like(clause.opener) for clause in self.stack[1:]}

    def _like(self, opener: int) -> str:
        """What opens clauses that may stand side by side."""
        small = self.words.small(opener)
        return "who" if small in ("whom", "whose") else small

    def _close_sibling(self, number: int) -> None:
        """Of two clauses that `and` joins the second stands where the first did."""
        like = self._like(number)
        if like in self._openers():
            while self._like(self.top.opener) != like:
                self.stack.pop()
            self.stack.pop()
        elif len(self.stack) > 1 and self.top.verb >= 0:
            self.stack.pop()

    def _is_speech(self, clause: Clause) -> bool:
        return self.words.small(clause.end - 1) in speech_verbs()

    def _name(self, first: int, end: int) -> None:
        """A noun phrase: the subject of the innermost clause where nothing governs it, or the first words of a bare clause."""
        words, top = self.words, self.top
        if self._is_fronted(first):
            top.subject = -1
        elif self._hangs(first) or self._is_reported(first, end):
            self._push(Clause(first, top, said=self._is_speech(top), bare=True))
            self.governed = False
            top = self.top
        before = words.before(first)
        joined = words.tag(before) == "CC" and (words.is_noun(before - 1) or words.is_comma(before - 1))
        governed = self.governed or (joined and self.phrase.governed)
        if not governed and not self.leading and top.verb < 0 and words.can_be_subject(end - 1):
            if top.subject < 0 or (joined and not top.rivals):
                top.subject = end - 1
            elif words.is_comma(before) or joined:
                top.rivals += 1
        self.phrase = _Phrase(first, end, governed)
        self.governed = False

    def _is_fronted(self, first: int) -> bool:
        """Whether the subject follows what is asked for: `how much money the groups raise`."""
        opener = self.top.opener
        return (
            self.top.verb < 0 <= opener
            and self.words.small(opener) in _ASKING
            and self.phrase.first == opener + 1
            and self.phrase.end == first
        )

    def _hangs(self, first: int) -> bool:
        """Whether a clause without an opener begins, right behind the noun that it tells of: `the house his father built`."""
        words = self.words
        if not words.is_noun(first - 1) or words.is_time(first - 1) or (self.top.subject < 0 and self.top.verb < 0):
            return False
        return words.tag(first) in ("DT", "PRP$") or words.small(first) in NOMINATIVES

    def _is_reported(self, first: int, end: int) -> bool:
        """Whether a phrase right behind a verb of saying is a subject whose verb comes: `says a man in Hull left`."""
        words = self.words
        if self.top.verb < 0 or first != self.top.end or words.small(first - 1) not in speech_verbs():
            return False
        return words.tag(end) in ("IN", "TO", "VBG", "VBN") and words.surplus(end) > sum(clause.verb < 0 for clause in self.stack)

    def _say(self, number: int, end: int) -> None:
        """A finite verb."""
        self.governed = True
        words, before = self.words, self.words.before(number)
        if words.tag(before) in FINITE and words.small(before) in _REPORTS:
            return  # `the woman he hopes will win`
        if words.small(before) in ("as", "than"):
            return  # `such as can be spun`
        if (
            words.is_comma(before)
            and words.small(number) in _INVERTED
            and words.small(end) != "that"
            and words.ends(words.clause_verb(end))
        ):
            return  # `, said Ann Kerr, who`
        adjacent = self.phrase.end == before + 1 and self.phrase.end > 0
        lead = words.before(self.phrase.first) if adjacent else before
        named = adjacent and self._is_named_anew(lead)
        if named and words.is_comma(lead) and words.is_comma(end) and self.top.subject >= 0 and words.small(end - 1) in speech_verbs():
            return  # `, the police said,`
        if self.top.verb < 0:
            self.top.lost = words.tag(before) == "CC"
            self._give(self.top, number, end, self.phrase.end - 1 if named else self.top.subject)
        elif words.tag(before) == "CC":
            return
        elif adjacent and self._complements(lead):
            self._push(Clause(self.phrase.first, self.top, said=self._is_speech(self.top), bare=True))
            self._give(self.top, number, end, self.phrase.end - 1)
        elif any(clause.verb < 0 for clause in self.stack):
            while self.top.verb >= 0:
                self.stack.pop()
            self._give(self.top, number, end, self.phrase.end - 1 if named else self.top.subject)
        elif named:
            self._again(number, end, lead)
        else:
            self._correct(number, end)

    def _is_named_anew(self, lead: int) -> bool:
        """Whether the phrase right before a verb is its own subject: behind a comma, behind `and`, or where it can be nothing else."""
        words = self.words
        if words.tag(lead) == "CC" or words.small(lead) == "so" or words.is_surely_nominative(self.phrase.end - 1):
            return True
        if words.small(self.phrase.end - 1) in NOMINATIVES and not self.phrase.governed:
            return True
        return not self.phrase.governed and (words.is_comma(lead) or lead < 0)

    def _complements(self, lead: int) -> bool:
        """Whether a phrase right behind a verb is the subject of what that verb says."""
        if not self.words.tag(lead).startswith("VB"):
            return False
        if self.words.is_surely_nominative(self.phrase.end - 1) or all(clause.verb >= 0 for clause in self.stack):
            return True
        return self.words.small(lead) in _REPORTS

    def _give(self, clause: Clause, number: int, end: int, subject: int) -> None:
        clause.verb, clause.end, clause.subject = number, end, subject

    def _again(self, number: int, end: int, lead: int) -> None:
        """Another clause with a subject of its own stands beside the last."""
        if self.words.is_comma(lead):
            self._begin()
            self.governed = True
        self._give(self.top, number, end, self.phrase.end - 1)

    def _correct(self, number: int, end: int) -> None:
        """Two verbs and one subject: the first was a participle, where it can be one."""
        if self.words.is_weak(number) or self.words.tag(self.words.before(number)).startswith("VB"):
            return
        for clause in reversed(self.stack):
            if 0 <= clause.subject < clause.verb - 1 and clause.end - clause.verb == 1 and self.words.may_be_participle(clause.verb):
                while self.top is not clause:
                    self.stack.pop()
                self._give(clause, number, end, clause.subject)
                return
