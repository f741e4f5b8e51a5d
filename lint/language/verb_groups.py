"""Wrong forms behind helping verbs: `has went`, `can implicates`, `was wrote`, `could of gone`, `there been`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language.article import Article
from lint.language.grammar_slip import GrammarSlip, tagged_sentences
from lint.language.irregular_verbs import UNCHANGED, base_of, is_participle_alone, is_past, participle_of, past_and_participle
from lint.language.lexicon import WordClass, lexicon
from lint.language.mended_tags import Word
from lint.language.running import better
from lint.language.slip_look import BE, BEFORE_DOING, BEHIND_PASSIVES, DO, HAVE, MODALS, SUBJECTS, helping
from lint.language.subject_phrases import OPENERS, phrase_end
from lint.language.tags import FINITE
from lint.language.unnamed_people import is_person
from lint.language.word_numbers import base_forms, base_of_gerund, is_only_base, is_verb_only
from lint.language.word_parts import participles
from lint.named import NamedTuple
from lint.text import Span

WANTING = frozenset(
    """
    want wants wanted hope hopes hoped plan plans planned decide decides decided try tries tried trying begin begins began begun start
    starts started agree agrees agreed refuse refuses refused fail fails failed manage manages managed able unable willing unwilling
    likely unlikely ready eager keen reluctant going need needs needed ought expect expects expected intend intends intended attempt
    attempts attempted continue continues continued promise promises promised threaten threatens threatened allow allows allowed ask
    asks asked force forces forced help helps helped decline declines declined vow vows vowed pledge pledged chose seek seeks sought
    offer offers offered learn learned struggle struggled appear appears appeared seem seems seemed tend tends urge urges urged order
    orders ordered
    """.split()
)
"""Words behind which `to` begins an infinitive, and is no preposition."""
_CLEFT = frozenset("what all thing things do does did done only best least let to way aim plan job task goal idea point purpose".split())
"""Words behind which a sentence can say `is complain`."""
_SAME_PARTICIPLE = UNCHANGED | frozenset("be become come run".split())
_ADVERBS = frozenset(("never", "just", "already"))
_MIGHT_HAVE = frozenset("would could should might may must".split())
_BARE = frozenset("cause heir home hope host need party prey proof reason witness".split())
"""Nouns that stand behind `be` without an article."""
_PASTS_AND_BASES = frozenset("found ground wound".split())
"""Pasts that are base forms of other verbs, too: `to found a college`."""
_NOT = frozenset(("not", "n't"))
_GAPS = frozenset("what all everything anything whatever than as".split())
_BEFORE_CLAUSES = OPENERS | {",", "and", ""}
_IN_SUBJECTS = frozenset("DT PRP$ JJ NN NNS NNP NNPS PRP CD POS RB".split())
_OWNERS = frozenset(("DT", "PRP$"))
_ASKING = frozenset("WRB WP WDT CC".split())
_FEW = 4
_LEAST_FOR_GERUNDS, _LEAST_FOR_MADE = -3.0, 2.0
_ANY, _LEAST_SURE, _LEAST, _FIRM, _FIRMEST = -100.0, -2.0, -1.0, 3.0, 4.0
"""How much better the right form has to fit, in nats: where nothing else is possible, and where the wrong one may be a noun."""


class _Wrong(NamedTuple):
    """The place of a word, the forms that may be meant, and what is asked of the language model for the first."""

    place: int
    meant: tuple[str, ...]
    least: float


def wrong_forms(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, GrammarSlip]]:
    """The wrong forms of verbs in some blocks, with their blocks; `told_by` is the helping verb, or the subject that has none."""
    for prose, words in tagged_sentences(article, helping(article, blocks)):
        for place in range(len(words) - 1):
            found = _wrong(words, place)
            if found is not None and _fits(prose.text, words[found.place], found):
                word, helper = words[found.place], words[place]
                yield prose, GrammarSlip(word.start, word.end, found.meant, Span(helper.start, helper.end))


def _fits(text: str, word: Word, found: _Wrong) -> bool:
    return found.least == _ANY or better(text, word.start, word.end, found.meant[0]) >= found.least


def _wrong(words: Sequence[Word], place: int) -> _Wrong | None:
    small, tag = words[place].small, words[place].tag
    at = place + 1
    while at < len(words) - 1 and (words[at].tag == "RB" or words[at].small in _ADVERBS):
        at += 1
    negated = any(word.small in _NOT for word in words[place + 1 : at])
    if small == "have" and place and words[place - 1].small in _MIGHT_HAVE and (found := _unmade(words, at)) is not None:
        return found
    if small in HAVE or (small in BE and tag.startswith("VB")):
        return _participle(words, place, at)
    if small in BEFORE_DOING:
        return _undone(words, place)
    if small in MODALS and (tag == "MD" or small in ("ca", "wo")) and (place or not words[at].tag.startswith("VB")):
        return _behind_modal(words, place, at, negated)
    if small in DO and (tag.startswith("VB") or not place):
        return _base(words, at, wanted=_is_stated(words, place)) if negated else _asked(words, place)
    if small == "to":
        return _infinitive(words, place, at)
    if (small in SUBJECTS or small == "there") and at == place + 1:
        return _lone(words, place)
    alone = tag in ("NN", "NNS") and small.isalpha() and at == place + 1
    if alone and words[at].small == "been" and words[min(at + 1, len(words) - 1)].tag == "VBN":
        helped = any(word.small in HAVE for word in words[:place])
        return None if helped else _Wrong(at, ("had been", "has been"), _ANY)
    return None


def _participle(words: Sequence[Word], place: int, at: int) -> _Wrong | None:
    """The participle for a past: `has went`; in `had the alarm rang` the subject stands between."""
    if not place and words[0].small == "had" and words[1].tag in _IN_SUBJECTS:
        at = _behind_subject(words, 1)
        return _participle_at(words, at, be=False) if at < len(words) else None
    if at == place + 1 and _has_gap(words, place):
        return None
    if words[place].small in BE and at == place + 1 and (found := _unhelped(words, place, at) or _passive(words, at)) is not None:
        return found
    return _participle_at(words, at, be=words[place].small in BE)


def _participle_at(words: Sequence[Word], at: int, *, be: bool) -> _Wrong | None:
    word = words[at]
    if not is_past(word.small):
        return None
    sure = is_verb_only(word.small)
    if not sure and word.tag not in ("VBD", "VBN"):
        return None
    return _Wrong(at, tuple(participle_of(word.small)), _LEAST_SURE if sure else 0.0 if (word.tag == "VBN" and not be) else _FIRM)


def _unhelped(words: Sequence[Word], place: int, at: int) -> _Wrong | None:
    """A base form behind a form of `be`: `are consider whether`; not `all they do is complain`."""
    word = words[at]
    if lexicon().classes(word.small) != WordClass.VERB or word.small in _SAME_PARTICIPLE or not word.tag.startswith("VB"):
        return None
    if not _CLEFT.isdisjoint(earlier.small for earlier in words[:place]):
        return None
    forms = tuple(dict.fromkeys((*participle_of(word.small), *participles(word.small))))
    return _Wrong(at, forms, 0.0) if forms else None


def _unmade(words: Sequence[Word], at: int) -> _Wrong | None:
    """A base form behind `would have`: `would have freeze to death`; one that may be a noun only where its participle fits far better."""
    word = words[at]
    following = words[min(at + 1, len(words) - 1)]
    classes = lexicon().classes(word.small)
    if not classes & WordClass.VERB or word.small in _SAME_PARTICIPLE or word.small.endswith(("ed", "en")):
        return None
    if following.tag == "VBN" or following.small in ("after", "of"):
        return None  # `have drink brought`, `have ride after ride`
    if is_only_base(word.small):
        forms = _participles_of(word.small)
        return _Wrong(at, forms, 0.0) if forms else None
    return _Wrong(at, tuple(participle_of(word.small)), _LEAST_FOR_MADE) if participle_of(word.small) else None


def _undone(words: Sequence[Word], place: int) -> _Wrong | None:
    """A base form for the gerund: `after install the update`."""
    word, following = words[place + 1], words[min(place + 2, len(words) - 1)]
    if not is_only_base(word.small) or following.tag not in _OWNERS:
        return None
    end = phrase_end(words, place + 2)
    if end < len(words) and words[end].tag in FINITE:
        return None  # `after deploy the cache is empty`
    forms = tuple(form for form in participles(word.small) if form.endswith("ing"))
    return _Wrong(place + 1, forms, _LEAST_FOR_GERUNDS) if forms else None


def _passive(words: Sequence[Word], at: int) -> _Wrong | None:
    """A base form for the participle of a passive, `were charge with`, where that fits much better."""
    word = words[at]
    following = words[min(at + 1, len(words) - 1)]
    classes = lexicon().classes(word.small)
    if following.small not in BEHIND_PASSIVES or not classes & WordClass.VERB or classes & WordClass.ADJECTIVE:
        return None
    if word.small in _BARE or words[at - 2].tag == "EX" or (at > 2 and words[at - 3].tag == "EX"):
        return None  # `shall be host to`, `there will be need for`
    if word.small in _SAME_PARTICIPLE or is_person(word.small):
        return None
    forms = _participles_of(word.small)
    return _Wrong(at, forms, _FIRMEST) if forms else None


def _participles_of(base: str) -> tuple[str, ...]:
    """The past participles of a verb, an irregular one first."""
    return tuple(dict.fromkeys((*participle_of(base), *(form for form in participles(base) if form.endswith("ed")))))


def _behind_modal(words: Sequence[Word], place: int, at: int, negated: bool) -> _Wrong | None:
    """The base form for another, `can implicates`, and `have` for `of`."""
    if at < len(words) - 1 and words[at].small == "of":
        following = words[at + 1]
        return _Wrong(at, ("have",), _ANY) if following.tag in ("VBN", "VBD") or following.small in ("been", "gone") else None
    if place and (words[place - 1].small in ("who", "whoever", "as") or words[place - 1].tag in ("PRP$", "DT", "JJ")):
        return None
    if words[min(at + 1, len(words) - 1)].tag == "VB" and words[at].small.endswith("s"):
        return None  # `not only can orders be placed by telephone`
    wrong = _base(words, at) if negated or not _has_gap(words, place) else None
    if wrong is None or not words[at].small.endswith("ed") or words[min(at + 1, len(words) - 1)].tag not in ("IN", ".", ",", "TO"):
        return wrong
    return wrong._replace(meant=(*wrong.meant, f"be {words[at].small}"))  # `could overturned by a court`


def _base(words: Sequence[Word], at: int, *, wanted: bool = False) -> _Wrong | None:
    """The base form for another: where that can be nothing else, or where the tagger saw one, so much does the sentence want it."""
    word = words[at]
    bases = base_forms(word.small)
    if word.small in _PASTS_AND_BASES and words[min(at + 1, len(words) - 1)].tag in _OWNERS:
        return None
    if bases and lexicon().classes(word.small) & WordClass.VERB and base_of(word.small):
        return _Wrong(at, tuple(base_of(word.small)), _FIRM)  # `did not saw anyone`
    if not bases or lexicon().classes(word.small) & WordClass.VERB or not word.tag.startswith(("VB", "NN")):
        return None
    return _Wrong(at, bases, _LEAST) if is_verb_only(word.small) or word.tag == "VB" or wanted else None


def _is_stated(words: Sequence[Word], place: int) -> bool:
    """Whether the subject of `do` stands before it, so that no question can have one behind it."""
    return place > 0 and words[place - 1].tag.startswith(("NN", "PRP"))


def _asked(words: Sequence[Word], place: int) -> _Wrong | None:
    """`where did the money came from`: another form behind the subject of a question."""
    if place > 1 or (place == 1 and words[0].tag not in _ASKING) or not any(word.small == "?" for word in words):
        return None
    at = _behind_subject(words, place + 1)
    if any(words[later].tag in ("VB", "VBP") and words[later - 1].tag not in ("TO", "MD") for later in range(at + 1, len(words))):
        return None  # `does the law passed in May apply`
    if at == place + 1 or at >= len(words) or words[at].tag not in ("VBD", "VBZ", "VBN"):
        return None
    wrong = _base(words, at)
    return wrong._replace(least=_ANY) if wrong is not None and is_verb_only(words[at].small) else wrong


def _behind_subject(words: Sequence[Word], at: int) -> int:
    """The place behind the noun phrase that begins there; a past that can be nothing else ends it, whatever its tag."""
    while at < len(words) and words[at].tag in _IN_SUBJECTS and not (is_past(words[at].small) and is_verb_only(words[at].small)):
        at += 1
    return at


def _infinitive(words: Sequence[Word], place: int, at: int) -> _Wrong | None:
    """`decided to sold the vineyard`; behind other words only where an object follows."""
    word, following = words[at], words[min(at + 1, len(words) - 1)]
    wanting = place > 0 and words[place - 1].small in WANTING
    if wanting and at == place + 1 and word.tag == "VBG" and (base := base_of_gerund(word.small)):
        return _Wrong(at, (base,), 0.0)
    if not (wanting or (word.tag == "VB" and following.tag in _OWNERS)) or not word.tag.startswith("VB"):
        return None
    if word.small.endswith("ed") and following.tag.startswith("NN" if wanting else ("NN", "JJ")):
        return None
    if lexicon().classes(word.small) & WordClass.VERB:
        return None
    return _base(words, at, wanted=wanting)


def _lone(words: Sequence[Word], place: int) -> _Wrong | None:
    """A participle without its helping verb: `there been`, `he done it`."""
    before, word = words[place - 1] if place else Word("", "", 0, 0), words[place + 1]
    if before.small not in _BEFORE_CLAUSES and not (before.tag in FINITE and word.small == "been"):
        return None
    if word.small == "been":
        helped = any(earlier.small in HAVE for earlier in words[max(0, place - _FEW) : place])
        return None if helped else _Wrong(place + 1, ("had been", "has been"), _ANY)
    if words[place].small == "there" or not is_participle_alone(word.small) or not is_verb_only(word.small):
        return None
    parts = past_and_participle(base_of(word.small)[0])
    return _Wrong(place + 1, (parts[0],), 0.0) if parts else None


def _has_gap(words: Sequence[Word], place: int) -> bool:
    """Whether the subject of a helping verb stands behind what that verb has for its object: `the money he had went to charity`."""
    first = place - 1
    while first >= 0 and words[first].tag == "RB":
        first -= 1
    if first < 0:
        return False
    pronoun = words[first].tag == "PRP"
    while first >= 0 and (pronoun or words[first].tag in _IN_SUBJECTS):
        first -= 1
        if pronoun or words[first + 1].tag in _OWNERS:
            break
    if first < 0 or first == place - 1:
        return False
    if words[first].small == "that" and first:
        return words[first - 1].tag.startswith("NN")
    return words[first].tag.startswith(("NN", "WP", "WDT")) or words[first].small in _GAPS
