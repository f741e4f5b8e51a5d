"""Words that the lexicon has not: which of them are typos, and what was meant.

A word that no list has may be a slip or a good word that the lists lack. What speaks for a slip is a candidate near it that fits between
its neighbours much better than a stranger would; what speaks against it is that the word is used again, is capitalised like a name, is made
of words, stands among other strange words or is set off. The weights of all this are fitted by `scripts/fit_spelling.py`, so that
`confidence` is the share of right verdicts among those with such evidence.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Mapping
from functools import cache

from lint import data
from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.candidates import Candidate, candidates
from lint.language.capitals import needs_capital
from lint.language.dialects import dialect
from lint.language.evidence import GLUES, NEAR, Evidence, Meant, evidence, is_other_number, is_set_off, strange_around
from lint.language.lexicon import ALL_DIALECTS, DIALECT_BITS, Grade, Word
from lint.language.running import WORD, around, fit, place_of
from lint.language.slips import DEAREST, cost, near
from lint.language.unknown_words import Unknown, unknown_words
from lint.language.usage import seen
from lint.language.variants import american
from lint.language.word_parts import compound_strength, has_prefix, is_inflected, plural, singulars
from lint.named import NamedTuple

PROBABLE = 0.5
"""From this confidence on a word is called a slip where nobody says otherwise."""

_FAVOUR_SMALL, _FAVOUR_FIRST, _FAVOUR_LONG_NAME, _FAVOUR_NAME = 2.6, 1.5, 1.0, 0.2
"""Of words in small letters that no list has more are typos than of those with a capital."""
_FAVOUR_PREFIXED = 2.3
_FAVOUR_COMPOUND = -2.0
"""Two words that may form a compound are one more often than not."""
_FAVOUR_PART_OF_NAME = -1.5
"""Where a neighbour is part of a name the word is one, too."""
_LONG_NAME = 8
_GRADE_COSTS = (0.0, 0.0, 1.0, 3.0, 2.0, 2.0, 3.0, 3.0)
_OTHER_DIALECT = 2.5
_IN_TEXT = 1.5
_STRANGER = -1
_MOST_RANKED = 6
_SHORT = 4
_TITLED = 0.6
_SHORTEST_CLEAR = 5
_CLEAR, _APART, _OTHER_FORM = 4.0, 2.0, 1.0
"""By how many nats the best has to be better than other words, its slip cheaper, and its form likelier than the other number."""
_MANY_STRANGE = 2
_FOREIGN_REACH, _FEW_FOREIGN = 45, 2
_FOREIGN = frozenset(
    """
    de la el los las un una unos que en y por con para del al su sus se es más le les des une et est dans pour sur qui qu’on qu'on du aux je
    der die das und ist nicht mit von auf ein eine dem den zu im für il lo gli di che non per una della nel sono het een van niet op te
    ar yn y’r ac os ao na não com uma ve bir için på och det av ikke
    """.split()
)
"""Little words of other languages; two of them near one place are no accident."""
_OFTEN = 4
"""A word that stands so often in a text is meant."""
_ESTABLISHED, _UNOWED = 4.5, -3.0
"""What is seen so often, and so much oftener than slips explain, is a word, in nats."""
_SELDOM = 2.5
"""Words two slips away are looked for where a word is seen no oftener, in nats."""
_CODE, _ADDRESS, _PARTS = compiled(r"`([^`\n]{1,80})`"), compiled(r"://([^\s)>\]\"']+)"), compiled(r"[/.?#&=:]")
_MOST_SEARCHED = 200_000
_FORM_ENDINGS = ("ings", "ing", "ers", "er", "ed", "es", "s")
_MADE_UP = Word(-1, 0, Grade.TERM, -10.0)


class Suspect(NamedTuple):
    """A word that the lexicon has not, at a place of a block, with what may be meant, best first, and the evidence about it.

    `clear` says that nothing else than the best can be meant, if the word is a typo.
    """

    prose: Prose
    start: int
    end: int
    word: str
    meant: tuple[Meant, ...]
    evidence: Evidence
    clear: bool = False

    @property
    def _is_name(self) -> bool:
        return self.evidence["name"] > 0

    @property
    def _favour(self) -> float:
        """What the kind of word says beforehand, in nats: the weights are fitted on as many good words as typos."""
        parts = self.meant[0].candidate.form.lower().split()
        if len(parts) > 1 and (GLUES.isdisjoint(parts) or self.word[0].isupper()):
            return _FAVOUR_COMPOUND
        if self.word[0].islower():
            return _FAVOUR_PREFIXED if has_prefix(self.word) else _FAVOUR_SMALL
        if self.evidence["named_name"] > 0 or self.evidence["named_first"] > 0:
            return _FAVOUR_PART_OF_NAME
        if not self._is_name:
            return _FAVOUR_FIRST
        return _FAVOUR_LONG_NAME if len(self.word) >= _LONG_NAME else _FAVOUR_NAME

    @property
    def confidence(self) -> float:
        """How likely it is that the word is a typo, by the fitted weights."""
        weights = _weights()
        score = weights["bias"] + self._favour + sum(weights[name] * part for name, part in self.evidence.items())
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = json.loads(data.read("spelling.json"))
    return weights


def suspects(article: Article) -> list[Suspect]:
    """The unknown words of an article in English that could be slips, in its order."""
    return article.once(_suspects)


def _suspects(article: Article) -> list[Suspect]:
    places = unknown_words(article)
    if not places:
        return []
    counts = Counter(place.base.casefold() for place in places)
    text = _Text(article, counts)
    return [suspect for place in places if (suspect := text.suspect(place)) is not None]


class _Text:
    """What is known of a text when its words are judged one after the other."""

    def __init__(self, article: Article, counts: Mapping[str, int]) -> None:
        self._article = article
        self._counts = counts
        self._families = Counter[str]()
        for word, count in counts.items():
            self._families[_bare(word)] += count
        self._words = Counter(WORD.findall(article.folded))
        self._bit = DIALECT_BITS.get(dialect(article) or "", 0)
        self._titled: dict[int, bool] = {}
        self._own = frozenset(word for word, count in counts.items() if count > 1) | _told(article)
        self._curly = "’" in article.folded

    def suspect(self, place: Unknown) -> Suspect | None:
        """The word at a place with the evidence; None where nothing is near it that may be meant."""
        base = place.base
        small = place.word.lower().replace("’", "'")
        count = max(self._counts[base.casefold()], self._families[_bare(base.casefold())])
        if count >= _OFTEN or base.casefold() in _told(self._article) or base.casefold() in _named(self._article):
            return None
        name = place.word[0].isupper() and not place.word.isupper()
        if (place.word.islower() and needs_capital(base)) or _is_among_foreign_words(place):
            return None
        near_it = self._candidates(
            small, far=count == 1 and not name and seen(base.casefold()) < _SELDOM and not _is_likely_good(place, small)
        )
        if min((one.slip for one in near_it), default=DEAREST) >= DEAREST:
            return None
        neighbours = around(place.prose.text, place.start, place.end)
        first = self._article.begins_sentence(place.prose, place.start)
        scored = [self._meant(place, small, candidate, neighbours, first) for candidate in near_it]
        ranked = sorted(scored, key=lambda meant: (-meant.score, meant.text))[:_MOST_RANKED]
        titled = self._is_titled(place.prose)
        told = evidence(place, small, ranked, fit((_STRANGER,), neighbours), count, first, titled, self._words)
        if is_inflected(small) and is_other_number(small, ranked[0].candidate.form.lower()):
            return None
        form = ranked[0].candidate.form
        if ranked[0].candidate.words == (_MADE_UP,) and _bare(form) == _bare(base.casefold()):
            return None  # another form of a word of the text
        if told["seen"] > _ESTABLISHED and told["owed"] < _UNOWED and " " not in form:
            return None
        if form in american(small):
            return None  # a British form of a word that the lists have in American alone
        clear = self._is_clear(small, ranked, neighbours)
        return Suspect(place.prose, place.start, place.end, place.word, tuple(ranked), told, clear)

    def _candidates(self, small: str, far: bool) -> tuple[Candidate, ...]:
        found = tuple(one for one in candidates(small, far) if one.slip < DEAREST)
        own = (near(small) & self._own) - {candidate.form for candidate in found} if self._has_like(small) else ()
        return (*found, *(Candidate(form, (_MADE_UP,), cost(small, form)) for form in sorted(own) if form != small))

    def _has_like(self, small: str) -> bool:
        """Whether some word of the text's own can be one slip away: all but one letter is the same, so an end is, and the length nearly."""
        length, first, last = len(small), small[0], small[-1]
        return any(-2 < len(own) - length < 2 and (own[0] == first or own[-1] == last) for own in self._own)

    def _meant(self, place: Unknown, small: str, candidate: Candidate, around: tuple[int, int, int, int], first: bool) -> Meant:
        suits = fit(tuple(word.place for word in candidate.words), around)
        if candidate.words[0].place < 0:
            suits += min(candidate.words[0].likely, -12.0) + 14.0
        score = suits - candidate.slip - _GRADE_COSTS[candidate.words[0].grade]
        if self._bit and candidate.words[0].dialects and not candidate.words[0].dialects & self._bit:
            score -= _OTHER_DIALECT
        score += min(_IN_TEXT, 0.5 * math.log1p(self._words[candidate.form.lower()]))
        return Meant(self._written(place.word, small, candidate.form, first), candidate, score, suits)

    def _written(self, word: str, small: str, form: str, first: bool) -> str:
        """A form with the capitals and the apostrophe that it needs at this place."""
        form = form.replace("'", "’") if self._curly or "’" in word else form
        if word.isupper():
            return form.upper()
        if word[0].isupper() or (first and form.lower().endswith(small) and len(form) == len(small) + 1):
            return form[0].upper() + form[1:]
        return form

    def _is_clear(self, small: str, ranked: list[Meant], around: tuple[int, int, int, int]) -> bool:
        """Whether no other word, form, dialect or apostrophe comes into question beside the best."""
        best, *others = ranked
        form, slip, (word, *_) = best.candidate.form, best.candidate.slip, best.candidate.words
        if len(small) < _SHORTEST_CLEAR or small[0] != form[0] or slip > NEAR or " " in form or word.place < 0:
            return False
        if any(other.candidate.slip < slip + _APART or other.score > best.score - _CLEAR for other in others):
            return False
        if word.dialects not in (0, ALL_DIALECTS) and not word.dialects & self._bit:
            return False
        if "'" in form and not self._curly and "'" not in self._article.folded.replace(small, ""):
            return False
        siblings = [place_of(sibling) for sibling in (*plural(form), *singulars(form))]
        return all(fit((place,), around) < best.fit - _OTHER_FORM for place in siblings if place >= 0)

    def _is_titled(self, prose: Prose) -> bool:
        """Whether most words of a block have a capital, as in a headline: then a capital says nothing."""
        known = self._titled.get(id(prose))
        if known is None:
            words = [word for word in WORD.findall(prose.text)[1:] if len(word) > _SHORT - 1]
            capitals = sum(word[0].isupper() for word in words)
            known = self._titled[id(prose)] = len(words) > 1 and capitals > _TITLED * len(words)
        return known


def _bare(word: str) -> str:
    """A word without the ending of a form of it: `protosketching` and `protosketches` are one word, used twice."""
    ending = next((each for each in _FORM_ENDINGS if word.endswith(each) and len(word) - len(each) >= _SHORTEST_CLEAR), "")
    return word.removesuffix(ending)


def _is_among_foreign_words(place: Unknown) -> bool:
    """Whether little words of another language stand near, as in a title or a phrase that is quoted in it."""
    text = place.prose.text
    near_it = WORD.findall(text[max(0, place.start - _FOREIGN_REACH) : place.end + _FOREIGN_REACH].lower())
    return len(_FOREIGN.intersection(near_it)) >= _FEW_FOREIGN


def _is_likely_good(place: Unknown, small: str) -> bool:
    """Whether enough speaks for a word that no far candidate need be looked for: that is dear."""
    if is_inflected(small) or has_prefix(small) or compound_strength(small) > 1 or is_set_off(place):
        return True
    return strange_around(place.prose.text, place.start, place.end) >= _MANY_STRANGE


def _told(article: Article) -> frozenset[str]:
    """The words of the text's own tags, authors and the like, in lower case."""
    return article.once(_words_of_meta)


def _words_of_meta(article: Article) -> frozenset[str]:
    meta = article.document.meta
    prose = {block.scope.partition(".")[2] for block in article.document.blocks if block.scope.startswith("frontmatter.")}
    return frozenset(word.lower() for key, value in meta.items() if key not in prose for word in WORD.findall(str(value)))


def _named(article: Article) -> frozenset[str]:
    """The names of software that the text has in code or as a whole part of an address, in lower case: `[miniz](https://a.org/miniz)`."""
    return article.once(_words_of_code)


def _words_of_code(article: Article) -> frozenset[str]:
    source = article.document.source.text[:_MOST_SEARCHED]
    code = (word for span in _CODE.findall(source) for word in WORD.findall(span))
    addresses = (part for address in _ADDRESS.findall(source) for part in _PARTS.split(address) if part.isalpha())
    return frozenset(word.lower() for word in (*code, *addresses))
