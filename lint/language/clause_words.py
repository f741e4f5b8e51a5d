"""What a word does among the clauses of a sentence: whether it opens one, is a finite verb, or begins a noun phrase."""

from __future__ import annotations

from collections.abc import Sequence

from lint.compiled import compiled
from lint.language.irregular_verbs import is_past
from lint.language.mended_tags import Word
from lint.language.noun_phrases import TIMES
from lint.language.tags import FINITE
from lint.text import Span

NOMINATIVES = frozenset("he she they we i it you there".split())
"""Pronouns that are a subject where a verb follows."""
RELATIVES = frozenset("who whom whose which".split())
DASHES = frozenset(("–", "—", "--", "-"))
_SURELY_NOMINATIVE = NOMINATIVES - {"it", "you", "there"}
_WHENEVER = frozenset("when where why how whenever wherever".split())
_WHATEVER = frozenset("what whoever whomever whichever whatever".split())
_CONJUNCTIONS = frozenset("because although though unless whereas whether if while lest".split())
_PERHAPS = frozenset("since after before until till once as than".split())
"""Words that open a clause, or are mere prepositions."""
_COMPOUND = {"as": frozenset("if though well soon".split()), "because": frozenset(("of",)), "whether": frozenset(("or",))}
"""What stands behind a word that opens no clause of its own: `as if`, `because of`."""
_BEFORE_ASIDES = frozenset("although because if unless whereas whether while when".split())
_NO_CLAUSE_BEHIND = frozenset("VBN VBG TO IN CC . , :".split())
_BEFORE_CLAUSES = frozenset("in so now except but given provided".split())
"""Prepositions and adverbs behind which `that` is a conjunction."""
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_PHRASE = _NOUNS | frozenset("DT PDT PRP PRP$ JJ JJR JJS CD POS EX FW $ #".split())
_BEHIND_PARTICIPLES = frozenset("IN TO RP RB , : VBN".split())
_PEOPLE = frozenset("those many most some few all one others".split())
_BEHIND_PEOPLE = frozenset("who whose of that in with from".split())
_FARTHEST = 14
HAVE = frozenset("have has had having 've 'd".split())
BE = frozenset("be am is are was were been being 's 're 'm get got gets getting".split())
_DO = frozenset("do does did".split())
_ALWAYS_FINITE = frozenset("am is are was were has had have do does did said".split())
_LETTER = compiled(r"[^\W_]")


class ClauseWords:
    """The words of a sentence as the clauses are read from them; numbers count these words."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = words

    def __len__(self) -> int:
        return len(self.words)

    def small(self, number: int) -> str:
        """The word in lower case; the empty one beyond both ends."""
        return self.words[number].small if 0 <= number < len(self.words) else ""

    def tag(self, number: int) -> str:
        """Its part of speech."""
        return self.words[number].tag if 0 <= number < len(self.words) else ""

    def is_noun(self, number: int) -> bool:
        """Whether it is a noun or a name."""
        return self.tag(number) in _NOUNS

    def is_time(self, number: int) -> bool:
        """Whether it is a word of time."""
        return self.small(number) in TIMES

    def is_comma(self, number: int) -> bool:
        """Whether it is a mark that sets something off within a sentence."""
        return self.small(number) == "," or self.small(number) in DASHES

    def ends(self, number: int) -> bool:
        """Whether a comma or the end of the sentence stands there."""
        return self.is_comma(number) or self.tag(number) in (".", "")

    def before(self, number: int) -> int:
        """The nearest word before this one that is no adverb."""
        number -= 1
        while self.tag(number) in ("RB", "RBR") or self.small(number) in ("also", "both"):
            number -= 1
        return number

    def opens(self, number: int) -> bool:
        """Whether it opens a subordinate clause with a finite verb."""
        small, following = self.small(number), self.small(number + 1)
        if small in RELATIVES or small in _WHATEVER:
            return following != "to"
        if small == "that":
            return self._that_opens(number)
        if following in _COMPOUND.get(small, ()) or self.tag(number + 1) in _NO_CLAUSE_BEHIND:
            return following == "," and small in _BEFORE_ASIDES
        if small in _WHENEVER or small in _CONJUNCTIONS:
            if self.tag(number + 1) == "VBD" and small not in ("what", "how", "why"):
                return False  # `when asked`
            return not (small == "while" and self.tag(number - 1) == "DT")
        return self.may_open(number) and self.is_finite_or_relative(self.clause_verb(number + 1))

    def may_open(self, number: int) -> bool:
        """Whether it is a preposition that may as well be a conjunction: `before`."""
        return self.small(number) in _PERHAPS and self.tag(number) != "RB"

    def is_complement(self, number: int) -> bool:
        """Whether what it opens can be what somebody says."""
        return self.small(number) in ("that", "whether", "if", "what", "how", "why") and self.tag(number) != "WDT"

    def is_surely_nominative(self, number: int) -> bool:
        """Whether it is a pronoun that can be nothing but a subject."""
        return self.small(number) in _SURELY_NOMINATIVE

    def is_finite(self, number: int) -> bool:
        """Whether a finite verb, or the helping verb of one, stands there."""
        tag, small = self.tag(number), self.small(number)
        if small in _ALWAYS_FINITE and tag.startswith("VB"):
            return tag != "VB" and not self._is_helped(number)
        if tag == "VBD":
            return not self._is_participle(number)
        if tag == "VBN":
            return not self._is_helped(number) and self._takes_object(number)
        if tag == "VB":
            return self._lacks_help(number)
        return tag in FINITE

    def is_weak(self, number: int) -> bool:
        """Whether a finite verb may as well be a participle: `brought`, `closed`."""
        small = self.small(number)
        return self.tag(number) in ("VBD", "VBN") and small not in _ALWAYS_FINITE and not is_past(small)

    def may_be_participle(self, number: int) -> bool:
        """Whether what was taken for the verb of a clause can be a participle: nothing that it does something to comes next."""
        return self.is_weak(number) and self.tag(number + 1) in _BEHIND_PARTICIPLES and self.small(number + 1) != "that"

    def can_be_subject(self, number: int) -> bool:
        """Whether the head of a phrase can be a subject: a noun that tells no time, a pronoun, `those`."""
        small = self.small(number)
        if small in _PEOPLE:
            return self.small(number + 1) in _BEHIND_PEOPLE
        return (self.is_noun(number) and small not in TIMES) or self.tag(number) in ("PRP", "EX")

    def group_end(self, number: int) -> int:
        """The word behind the last one of the verb that begins here: `will have been closed`."""
        end = number + 1
        while True:
            part = end
            while self.tag(part) in ("RB", "RBR"):
                part += 1
            if not self._goes_on(part, self.small(end - 1), self.tag(end - 1)):
                return end
            end = part + 1

    def phrase_end(self, number: int) -> int:
        """The word behind the last one of the noun phrase that begins here; `number` where none does."""
        end = number
        while self._is_in_phrase(end) and not (end > number and self._begins_phrase(end)):
            end += 1
            if self.small(end - 1) in NOMINATIVES:
                break
        while end - number > 1 and self.tag(end - 1) in ("POS", "JJ"):
            end -= 1
        return end

    def span(self, first: int, end: int) -> Span:
        """Where these words stand in the text."""
        return Span(self.words[first].start, self.words[end - 1].end)

    def joins(self, first: int, end: int) -> bool:
        """Whether `and` stands between two words."""
        return any(word.small in ("and", "or") for word in self.words[first + 1 : end])

    def words_between(self, first: int, end: int) -> int:
        """How many words stand behind `first` and before `end`; `don't` is one."""
        inner = sum((_LETTER.match(word.small) is not None) + word.aside for word in self.words[first + 1 : end])
        return inner + self.words[end].aside

    def clause_verb(self, number: int) -> int:
        """What follows the noun phrase that begins here, which may be the verb of a clause."""
        last = number + _FARTHEST
        while number < last and (self._is_in_phrase(number) or self.tag(number) == "RB" or self.small(number) in ("of", "and")):
            number += 1
        return number

    def is_finite_or_relative(self, number: int) -> bool:
        """Whether a finite verb stands there, or a relative clause begins that goes before it."""
        relative = number + self.is_comma(number)
        return self.is_finite(number) or self.small(relative) in RELATIVES

    def surplus(self, number: int) -> int:
        """How many finite verbs of the rest of the sentence have nothing to open a clause for them, nor anything to join them."""
        surplus = 0
        while number < len(self.words):
            if self.opens(number) or self.tag(number) == "CC":
                surplus -= 1
            elif self.is_finite(number):
                surplus += 1
                number = self.group_end(number) - 1
            number += 1
        return surplus

    def _that_opens(self, number: int) -> bool:
        following = self.tag(number + 1)
        if following in ("IN", "CC", ".", "") or (self.tag(number - 1).startswith("VB") and self.is_finite(number + 1)):
            return False
        if self.tag(number - 1) == "IN" and self.small(number - 1) not in _BEFORE_CLAUSES:
            return False
        if self.tag(number - 1) in ("CC", "") and following in ("NN", "NNP", "JJ"):
            return False
        if self.tag(number) in ("DT", "RB"):
            return following in ("DT", "PRP", "PRP$", "NNS", "NNPS") and self.tag(number - 1).startswith(("VB", "NN"))
        return True

    def _is_helped(self, number: int) -> bool:
        """Whether a helping verb stands before a participle."""
        return self.small(self.before(number)) in HAVE | BE

    def _is_participle(self, number: int) -> bool:
        """Whether what is tagged as a past is a participle behind its noun: `backed by`."""
        if not self.is_weak(number):
            return False
        if self.small(number + 1) == "by" and self.is_noun(number - 1):
            return self.tag(number + 2) != "CD" and self.small(number + 2) not in ("a", "half")
        if self.small(number) in ("called", "named", "known", "dubbed", "titled") and self.is_noun(number - 1):
            return True
        return self._is_helped(number)

    def _takes_object(self, number: int) -> bool:
        before = self.before(number)
        if not (self.is_noun(before) or self.small(before) in NOMINATIVES):
            return False
        return self.tag(number + 1) in ("DT", "PRP", "PRP$", "CD") or self.tag(number + 1) in FINITE

    def _lacks_help(self, number: int) -> bool:
        before = self.before(number)
        return self.tag(before) in ("NNS", "NNPS") or self.small(before) in ("they", "we", "you", "i", "who")

    def _goes_on(self, number: int, before: str, before_tag: str) -> bool:
        """Whether a word is the next part of a verb whose last part so far is `before`."""
        tag = self.tag(number)
        if before_tag == "MD" or before in _DO:
            return tag in ("VB", "VBP") or (tag == "NN" and before_tag == "MD")
        if before in HAVE:
            return tag in ("VBN", "VBD")
        return before in BE and tag in ("VBN", "VBG", "VBD")

    def _is_in_phrase(self, number: int) -> bool:
        tag = self.tag(number)
        if tag in _PHRASE and not (self.small(number) == "that" and self.opens(number)):
            return True
        return tag in ("VBG", "VBN", "RBS", "&") and self.tag(number - 1) in ("DT", "PRP$", "JJ", "CD", "POS") and self._noun_comes(number)

    def _noun_comes(self, number: int) -> bool:
        return self.is_noun(number + 1) or (self.tag(number + 1) == "JJ" and self.is_noun(number + 2)) or self.tag(number) == "VBG"

    def _begins_phrase(self, number: int) -> bool:
        """Whether a word that can be in a noun phrase begins another one."""
        if self.tag(number) in ("DT", "PRP", "PRP$", "EX"):
            return not (self.tag(number - 1) in ("PDT", "DT") and self.small(number - 1) in ("all", "both", "half", "such"))
        return False
