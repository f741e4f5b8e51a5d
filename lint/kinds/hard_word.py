"""Hard words and wordy phrases for which a plainer word fits the sentence.

extends: hard-word
message: "'%[1]s' is plainer than '%[2]s'."
per-million: 10
times: 10
swap:
  utilize (verb): use
  reside (verb) + in/at/there: live
  demonstrate (verb) + that/OBJECT: show
  sufficient (adjective) + NOUN - to: enough
  endeavour|endeavor (verb) to: try to
  conduct|undertake (verb) a review of: review
  START it should be noted that: ""
  presently: (now | soon)
doubled: {end result: result}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from typing import TYPE_CHECKING

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.plain_entries import refusal
from lint.language.plain_stems import stems
from lint.lookout import Lookout, seen_in
from lint.rule import Match
from lint.text import Edit

if TYPE_CHECKING:
    from lint.language.plain_words import PlainTable


@frozen
class HardWord:
    """Each key of `swap` where its value fits by grammar; `doubled` is more of it, for words that say a thing twice.

    A key is words. One of them may have its part of speech, `(verb)`, `(noun)`, `(adjective)` or `(adverb)`: of a verb and a noun all forms
    are found, and the first of the plainer words gets the same one; -ise and -ize are one. Bars part the ways in which a word may stand.
    Behind `+` stands what has to follow, behind `-` what must not, parted by slashes: words (`… into` for one farther on), or in capitals
    `OBJECT` (of an active verb), `PASSIVE` (the verb is one), `NOUN`, `PLURAL`, `NUMBER`, `PERIOD` (`six weeks`), `MONTH`, `YEAR`, `VERB`
    (an infinitive), `ING`, `END` (of a clause). `START` or `INSIDE` before the words says where in a sentence. Bars part alternatives in a
    value; one in brackets is only named, and an empty one leaves the words out.

    A single word and a marked one is told only if English uses it `per-million` times in a million words at most, and the plainer one
    `times` as often at least. Not told are names, titles, words that are spoken of, and sentences that cite the law.
    """

    swap: Mapping[str, str]
    doubled: Mapping[str, str] = field(default_factory=dict)
    per_million: float = 1_000_000
    times: float = 0
    foreign: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a key that cannot be read."""
        for name, table in (("swap", self.swap), ("doubled", self.doubled)):
            for key in table:
                if told := refusal(key):
                    raise ValueError(f"{name}: {told}")

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The arguments of the message are the plainer words and those that stand there."""
        seen = seen_in(prose.text, self._stems)
        for found in self._table.places(prose, article, self._lookout.sight(prose.text) if seen is None else seen):
            edited = prose.span(found.first, found.last)
            fixes = tuple((Edit(edited, words),) for words in found.plain) if found.offered else ()
            args = "' or '".join(found.plain), prose.text[found.first : found.last]
            yield Match(prose.span(found.start, found.end), args, fixes)

    def triggers(self) -> frozenset[str] | None:
        """What the forms of each word have in common; of phrases that of their longest word."""
        return self._stems

    @cached_property
    def _stems(self) -> frozenset[str]:
        return stems((*self.swap, *self.doubled))

    @cached_property
    def _lookout(self) -> Lookout:
        return Lookout(self._stems)

    @cached_property
    def _table(self) -> PlainTable:
        from lint.language.plain_words import PlainTable  # few texts have any of these words
        from lint.language.rarity import Rarity

        return PlainTable({**self.swap, **self.doubled}, Rarity(self.per_million, self.times))


KIND = HardWord
