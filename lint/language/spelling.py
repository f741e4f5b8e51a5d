"""Words that the lexicon has not: which of them are typos, and what was meant.

A word that no list has may be a slip or a good word that the lists lack. What speaks for a slip is a candidate near it that fits between
its neighbours much better than a stranger would; what speaks against it is that the word is used again, is capitalised like a name, is made
of words, stands among other strange words or is set off. The weights of all this are fitted by `scripts/fit_spelling.py`, so that
`confidence` is the share of right verdicts among those with such evidence.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from lint import data
from lint.compiled import compiled
from lint.document import Prose
from lint.house import Vocabulary
from lint.language.article import Article
from lint.language.candidates import Candidate, candidates
from lint.language.capitals import needs_capital
from lint.language.dialects import dialect
from lint.language.letters import strangeness
from lint.language.lexicon import ALL_DIALECTS, DIALECT_BITS, Grade, Word, lexicon
from lint.language.ngrams import ngrams
from lint.language.running import NO_WORD, WORD, around, fit, place_of, words_in
from lint.language.slips import DEAREST, cost, near
from lint.language.word_parts import PREFIXES, compound_strength, has_prefix, is_derived, is_inflected, plural, singulars

_NAME = 13
"""Where the evidence says that the word has a capital though no sentence begins with it."""
_FAVOUR_SMALL, _FAVOUR_FIRST, _FAVOUR_LONG_NAME, _FAVOUR_NAME = 2.6, 1.0, 1.0, 0.2
"""Of words in small letters that no list has more are typos than of those with a capital."""
_FAVOUR_PREFIXED = 1.5
_FAVOUR_COMPOUND = -2.0
"""Two words that may form a compound are one more often than not."""
_BESIDE_NAMES, _FAVOUR_PART_OF_NAME = (18, 24), -1.5
"""Where the evidence says that a neighbour is part of a name: then the word is one, too."""
_LONG_NAME = 8
_GRADE_COSTS = (0.0, 0.0, 1.0, 3.0, 2.0, 2.0, 3.0, 3.0)
_OTHER_DIALECT = 2.5
_IN_TEXT = 1.5
_STRANGER = -1
_MOST_KNOWN = 300_000
_CLITICS = ("'s", "s'", "n't", "'ll", "'re", "'ve", "'d", "'m")
_SHORTEST = 3
_SHORTEST_CAPITALS = 6
_MOST_RANKED = 6
_MOST_SLIP = 16.0
_SHORT = 4
_VOWELS = frozenset("aeiouy")
_CAPITAL_BEFORE = compiled(r"(?<![^\W_])([A-Z][^\W\d_]*)(?:['’]s)?[ \u00a0-]\Z")
_CAPITAL_AFTER = compiled(r"[ \u00a0-]([A-Z][^\W\d_]*)")
_NEAR, _CHEAP, _RARE = 7.0, 4.5, 15.0
_TITLED = 0.6
_SELDOM = -10.0
_GLUES = frozenset(
    """
    a an the and or but of to for from with at as is are was were be been has have had will would can could may might must not no he she we
    they you your his her its our their my this that these those every each some any all new last next first many more most other such who
    which what when where how if than then
    """.split()
)
"""Words that form no compounds: what holds one of them was run together."""
_SHORTEST_CLEAR = 5
_CLEAR, _APART, _OTHER_FORM = 4.0, 2.0, 1.0
"""By how many nats the best has to be better than other words, its slip cheaper, and its form likelier than the other number."""
_FEW_WORDS = 4
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
_MADE_UP = Word(-1, 0, Grade.TERM, -10.0)
_ODD_BEFORE = frozenset("@#_\\/~$.:&=+%*<{^°'’0123456789")
_ODD_AFTER = frozenset("@_\\/=({<+0123456789")
_POSSESSIVE = compiled(r"['’][sS]?\Z")
_ODD_SIGN = compiled(r"[^\w\s\x00-\x7f‐-―‘-‟…«»‹›•·\ufffc]")
"""A sign that stands in no word and beside none: what text has that was decoded with the wrong table."""
_SHORT_PIECE = 6
_TORN_AFTER, _TORN_BEFORE = compiled(r"-\s+[a-z]"), compiled(r"[a-z]-\s+\Z")
_IN_WORD_OR_ADDRESS = compiled(r"\.[^\W_]|:[^\s]|&\w|\*+\w|%")
_SET_OFF = frozenset("em i q dfn cite strong b mark abbr s del ins sub sup u".split())
_MARKS = "\"'“”‘’«»*_"


class Meant(NamedTuple):
    """What may be meant, written as it would have to stand there, and its score: slip and fit together, in nats."""

    text: str
    candidate: Candidate
    score: float
    fit: float


class Unknown(NamedTuple):
    """A word that the lexicon has not, at a place of a block."""

    prose: Prose
    start: int
    end: int
    word: str

    @property
    def base(self) -> str:
        """The word without the ending of a genitive."""
        return _POSSESSIVE.sub("", self.word)


class Suspect(NamedTuple):
    """A word that the lexicon has not, at a place of a block, with what may be meant, best first, and the evidence about it.

    `clear` says that nothing else than the best can be meant, if the word is a typo.
    """

    prose: Prose
    start: int
    end: int
    word: str
    meant: tuple[Meant, ...]
    evidence: tuple[float, ...]
    clear: bool = False

    @property
    def _is_name(self) -> bool:
        return self.evidence[_NAME] > 0

    @property
    def _favour(self) -> float:
        """What the kind of word says beforehand, in nats: the weights are fitted on as many good words as typos."""
        parts = self.meant[0].candidate.form.lower().split()
        if len(parts) > 1 and (_GLUES.isdisjoint(parts) or self.word[0].isupper()):
            return _FAVOUR_COMPOUND
        if self.word[0].islower():
            return _FAVOUR_PREFIXED if has_prefix(self.word) else _FAVOUR_SMALL
        if any(self.evidence[place] > 0 for place in _BESIDE_NAMES):
            return _FAVOUR_PART_OF_NAME
        if not self._is_name:
            return _FAVOUR_FIRST
        return _FAVOUR_LONG_NAME if len(self.word) >= _LONG_NAME else _FAVOUR_NAME

    @property
    def confidence(self) -> float:
        """How likely it is that the word is a typo, by the fitted weights."""
        first, *weights = _weights()
        score = first + sum(weight * part for weight, part in zip(weights, self.evidence, strict=True))
        score += self._favour
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def _weights() -> tuple[float, ...]:
    return tuple(json.loads(data.read("spelling.json")))


def suspects(article: Article) -> list[Suspect]:
    """The unknown words of an article in English that could be slips, in its order."""
    return article.once(_suspects)


def unknown_words(article: Article) -> tuple[Unknown, ...]:
    """The words of an article in English that neither the lexicon nor the vocabulary of the house has, in its order."""
    return article.once(_unknown_words)


def is_known(word: str) -> bool:
    """Whether a word as it is written, or in the capitals that its place may have given it, is one of the lexicon."""
    if word in _known:
        return True
    if not _is_known(word.replace("’", "'")):
        return False
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    _known.add(word)
    return True


_known: set[str] = set()
"""Words that were found in the lexicon before."""


def _is_known(word: str) -> bool:
    if _is_entry(word):
        return True
    base = _POSSESSIVE.sub("", word)
    if base != word and _is_known(base):
        return True
    if word[0].isupper() and (_is_entry(word.lower()) or (word.isupper() and _is_entry(word.capitalize()))):
        return True
    return word.isupper() and len(word) < _SHORTEST_CAPITALS


def _is_entry(word: str) -> bool:
    grade = lexicon().number(word) >> 22 & 7
    return lexicon().number(word) >= 0 and (grade <= Grade.RARE_NAME and grade != Grade.LARGE)


def _suspects(article: Article) -> list[Suspect]:
    places = unknown_words(article)
    if not places:
        return []
    counts = Counter(place.base.casefold() for place in places)
    text = _Text(article, counts)
    return [suspect for place in places if (suspect := text.suspect(place)) is not None]


def _unknown_words(article: Article) -> tuple[Unknown, ...]:
    return tuple(_each_unknown(article))


def _each_unknown(article: Article) -> Iterator[Unknown]:
    """Each unknown word of letters that is no part of an address, a file, a handle or code."""
    accepted = article.house.vocabulary
    for prose in article.document.blocks:
        text = prose.text
        unknown = {word for word in words_in(article, prose) - _known if _is_plain(word) and not is_known(word)}
        if not unknown or not article.language(prose).startswith("en"):
            continue
        for found in WORD.finditer(text):
            word = found.group()
            if word in unknown and not is_in_code(text, *found.span()) and not _is_accepted(accepted, text, found):
                yield Unknown(prose, *found.span(), word)


def _is_accepted(vocabulary: Vocabulary, text: str, found: re.Match[str]) -> bool:
    """Whether a vocabulary accepts a word, in capitals too, or the phrase that it is a part of."""
    word = found.group()
    if vocabulary.excuses(word) or (word.isupper() and vocabulary.excuses(word.capitalize())):
        return True
    return any(phrase.start() <= found.start() < phrase.end() for phrase in vocabulary.phrases.finditer(text))


def _is_plain(word: str) -> bool:
    """Whether it can be judged: in Latin letters without accents, not too short, and with no capitals inside."""
    bare = word.replace("’", "'")
    if len(word) < _SHORTEST or not bare.isascii() or (len(word) <= _SHORT and _VOWELS.isdisjoint(bare.lower())):
        return False
    if "'" in bare and not bare.lower().endswith(_CLITICS):
        return False
    letters = bare.replace("'", "")
    return letters.islower() or letters[1:].islower() or (letters.isupper() and len(letters) >= _SHORTEST_CAPITALS)


def is_in_code(text: str, start: int, end: int) -> bool:
    """Whether the word at a place is a part of an address, a file, a handle or code."""
    if text[start - 1 : start] in _ODD_BEFORE and start and not (text[start - 1] in "/'’*_:.&" and _is_loose(text, start)):
        return True
    if end < len(text) and text[end] in _ODD_AFTER and not (text[end] == "/" and text[end + 1 : end + 2].isalpha() and start == 0):
        return True
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    if _ODD_SIGN.match(before) or _ODD_SIGN.match(after) or before == "]":
        return True
    if before == "-" and end - start <= _SHORT_PIECE:
        return True
    if after == "-" and text[start:end].lower() in PREFIXES:
        return True
    if _TORN_AFTER.match(text, end) or _TORN_BEFORE.search(text, max(0, start - 3), start):
        return True
    if text[end : end + 1] in ("'", "’") and text[start:end].endswith("in"):
        return True
    return _IN_WORD_OR_ADDRESS.match(text, end) is not None


def _is_loose(text: str, start: int) -> bool:
    """Whether what stands before a word is a mark of punctuation, and no part of an address."""
    return text[start - 2 : start - 1].isspace() or start == 1 if text[start - 1] in "'’*_" else False


class _Text:
    """What is known of a text when its words are judged one after the other."""

    def __init__(self, article: Article, counts: Mapping[str, int]) -> None:
        self._article = article
        self._counts = counts
        self._words = Counter(WORD.findall(article.folded))
        self._bit = DIALECT_BITS.get(dialect(article) or "", 0)
        self._titled: dict[int, bool] = {}
        self._own = frozenset(word for word, count in counts.items() if count > 1) | _told(article)
        self._curly = "’" in article.folded

    def suspect(self, place: Unknown) -> Suspect | None:
        """The word at a place with the evidence; None where nothing is near it that may be meant."""
        base = place.base
        small = place.word.lower().replace("’", "'")
        count = self._counts[base.casefold()]
        if count >= _OFTEN or base.casefold() in _told(self._article):
            return None
        name = place.word[0].isupper() and not place.word.isupper()
        if (place.word.islower() and needs_capital(base)) or _is_among_foreign_words(place):
            return None
        near_it = self._candidates(small, far=count == 1 and not name and not _is_likely_good(place, small))
        if min((one.slip for one in near_it), default=DEAREST) >= DEAREST:
            return None
        neighbours = around(place.prose.text, place.start, place.end)
        first = not self._article.is_name(place.prose, place.start) if place.word[0].isupper() else self._begins(place)
        scored = [self._meant(place, small, candidate, neighbours, first) for candidate in near_it]
        ranked = sorted(scored, key=lambda meant: (-meant.score, meant.text))[:_MOST_RANKED]
        evidence = self._evidence(place, small, ranked, fit((_STRANGER,), neighbours), count, first)
        if is_inflected(small) and _is_other_number(small, ranked[0].candidate.form.lower()):
            return None
        clear = self._is_clear(small, ranked, neighbours)
        return Suspect(place.prose, place.start, place.end, place.word, tuple(ranked), evidence, clear)

    def _candidates(self, small: str, far: bool) -> tuple[Candidate, ...]:
        found = tuple(one for one in candidates(small, far) if one.slip < DEAREST)
        own = (near(small) & self._own) - {candidate.form for candidate in found} if self._own else ()
        return (*found, *(Candidate(form, (_MADE_UP,), cost(small, form)) for form in sorted(own) if form != small))

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
        if len(small) < _SHORTEST_CLEAR or small[0] != form[0] or slip > _NEAR or " " in form or word.place < 0:
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

    def _begins(self, place: Unknown) -> bool:
        """Whether a sentence begins with the word."""
        sentence = self._article.sentence_at(place.prose, place.start)
        return not any(map(str.isalnum, place.prose.text[sentence.start : place.start]))

    def _evidence(self, place: Unknown, small: str, ranked: list[Meant], stranger: float, count: int, first: bool) -> tuple[float, ...]:
        best = ranked[0]
        form = best.candidate.form.lower()
        slip = min(_MOST_SLIP, best.candidate.slip)
        gain = max(-5.0, min(25.0, best.fit - stranger))
        mean, most = strangeness(small)
        entry = lexicon().word(small)
        grade = entry.grade if entry else None
        capital = place.word[0].isupper() and not place.word.isupper()
        name = float(capital and not first and not self._is_titled(place.prose))
        text = place.prose.text
        likely = max(-20.0, best.candidate.words[0].likely)
        short = float(len(small) <= _SHORT)
        titled, named = _capitals_beside(text, place.start, place.end) if capital else (0.0, 0.0)
        return (
            slip,
            slip / len(small),
            float(slip < _CHEAP),
            float(slip < _CHEAP) * max(0.0, likely + _RARE),
            gain,
            float(best.candidate.words[0].place < 0),
            mean,
            most,
            mean - strangeness(form)[0],
            math.log(len(small)),
            short,
            short * slip,
            float(_VOWELS.isdisjoint(small)),
            name,
            name * gain,
            name * slip,
            name * best.candidate.form[0].isupper(),
            name * titled,
            name * named,
            name * math.log(len(small)),
            name * mean,
            name * (mean - strangeness(form)[0]),
            float(capital and first),
            float(capital and first) * titled,
            float(capital and first) * named,
            float(place.word.isupper()),
            math.log(count),
            compound_strength(small),
            compound_strength(small) * (slip < _NEAR and " " not in form),
            float(has_prefix(small)),
            float(is_inflected(small)),
            float(is_derived(small)),
            _strange_around(text, place.start, place.end),
            float(_is_set_off(place)),
            float(grade == Grade.LARGE),
            max(-4.0, min(8.0, likely - entry.likely)) if entry and grade == Grade.MODEL else 0.0,
            float(grade == Grade.MODEL),
            float(_is_name_in_small_letters(place.word)),
            float(_is_attested(place.word, text[: place.start], text[place.end :])),
            likely,
            math.log1p(self._words[form]),
            float(" " in form),
            float(" " in form) * gain,
            _together(best.candidate),
            float(" " in form and not _GLUES.isdisjoint(form.split())),
            float(text[place.start - 1 : place.start] == "-" or text[place.end : place.end + 1] == "-"),
            float(best.candidate.form[0].isupper() and not capital),
            min(5.0, best.score - ranked[1].score) if len(ranked) > 1 else 5.0,
            float(small[0] != form[0]),
            float(_is_other_number(small, form)),
        )


def _together(candidate: Candidate) -> float:
    """How often the two words that were run together stand side by side, in nats above the rarest; 0 for one word."""
    if len(candidate.words) < 2:
        return 0.0
    return max(0.0, ngrams().likely(candidate.words[1].place, candidate.words[0].place, NO_WORD) - _SELDOM)


def _is_name_in_small_letters(word: str) -> bool:
    """Whether the lexicon has the word with capitals: `scala`, `cpu`."""
    forms = (word.capitalize(), word.upper()) if word.islower() else ()
    return any(entry.grade <= Grade.NAME for form in forms if (entry := lexicon().word(form)) is not None)


def _is_attested(word: str, before: str, after: str) -> bool:
    """Whether the language model has seen the word beside its neighbour: `criss` before `cross`."""
    place = place_of(word)
    left, right = WORD.findall(before[-30:])[-1:], WORD.findall(after[:30])[:1]
    return place >= 0 and any(
        ngrams().pair(second, first) >= 0
        for first, second in [*((place_of(one), place) for one in left), *((place, place_of(one)) for one in right)]
    )


def _strange_around(text: str, start: int, end: int) -> float:
    """How many of the two words on either side are unknown."""
    before = WORD.findall(text[max(0, start - 40) : start])[-2:]
    after = WORD.findall(text[end : end + 40])[:2]
    return float(sum(not is_known(word) or not word.isascii() for word in (*before, *after)))


def _is_among_foreign_words(place: Unknown) -> bool:
    """Whether little words of another language stand near, as in a title or a phrase that is quoted in it."""
    text = place.prose.text
    near_it = WORD.findall(text[max(0, place.start - _FOREIGN_REACH) : place.end + _FOREIGN_REACH].lower())
    return len(_FOREIGN.intersection(near_it)) >= _FEW_FOREIGN


def _is_likely_good(place: Unknown, small: str) -> bool:
    """Whether enough speaks for a word that no far candidate need be looked for: that is dear."""
    if is_inflected(small) or has_prefix(small) or compound_strength(small) > 1 or _is_set_off(place):
        return True
    return _strange_around(place.prose.text, place.start, place.end) >= _MANY_STRANGE


def _capitals_beside(text: str, start: int, end: int) -> tuple[float, float]:
    """How many of the neighbours have a capital though they are ordinary words, as in a headline, and how many as a part of a name."""
    titled = named = 0.0
    for found in (_CAPITAL_BEFORE.search(text, max(0, start - 30), start), _CAPITAL_AFTER.match(text, end)):
        if found is not None:
            entry = lexicon().word(found[1].lower())
            capitalised = lexicon().word(found[1])
            is_ordinary = entry is not None and entry.grade <= Grade.FULL and (capitalised is None or capitalised.grade > Grade.NAME)
            titled += is_ordinary
            named += not is_ordinary
    return titled, named


def _is_other_number(word: str, form: str) -> bool:
    """Whether two words differ by an ending -s alone: more often a form that the lists lack than a slip."""
    return "'" not in form and word.rstrip("s") == form.rstrip("s")


def _told(article: Article) -> frozenset[str]:
    """The words of the text's own tags, authors and the like, in lower case."""
    return article.once(_words_of_meta)


def _words_of_meta(article: Article) -> frozenset[str]:
    meta = article.document.meta
    prose = {block.scope.partition(".")[2] for block in article.document.blocks if block.scope.startswith("frontmatter.")}
    return frozenset(word.lower() for key, value in meta.items() if key not in prose for word in WORD.findall(str(value)))


def _is_set_off(place: Unknown) -> bool:
    """Whether the word stands alone between marks, or in an element of its own that sets it off."""
    text = place.prose.text
    if text[place.start - 1 : place.start] in _MARKS and place.start and text[place.end : place.end + 1].strip(".,;:!?")[:1] in _MARKS:
        return True
    return any(
        run.start <= place.start < run.end and not _SET_OFF.isdisjoint(run.inside) and len(text[run.start : run.end].split()) <= _FEW_WORDS
        for run in place.prose.runs
    )
