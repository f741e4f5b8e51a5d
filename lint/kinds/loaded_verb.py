"""Speech verbs that colour what is said.

extends: loaded-verb
message: "'%s' says more than that it was said."
verbs: [claim, admit, slam]
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from lint.document import Prose
from lint.frozen import frozen
from lint.language.article import Article
from lint.language.loaded_verbs import LoadedVerbs
from lint.rule import Match


@frozen
class LoadedVerb:
    """Each of `verbs` (plain forms) that brings in a that-clause or a quotation of somebody; not what is said in a court."""

    verbs: tuple[str, ...] = ()
    foreign: bool = False

    def find(self, prose: Prose, article: Article) -> Iterator[Match]:
        """The argument of the message is the verb as it stands."""
        for start, end in self._listed.places(prose, article):
            yield Match(prose.span(start, end), (prose.text[start:end],))

    def triggers(self) -> frozenset[str] | None:
        """The past, the present and the plain form of each verb."""
        return self._listed.forms

    @cached_property
    def _listed(self) -> LoadedVerbs:
        return LoadedVerbs(self.verbs)


KIND = LoadedVerb
