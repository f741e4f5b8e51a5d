"""Nouns in the wrong number behind a word that counts them: `these document`, `each players`, `too much homes`, `this figures are`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.collectives import COLLECTIVES, MEASURES
from lint.language.grammar_slip import GrammarSlip, in_its_case, tagged_sentences
from lint.language.lexicon import WordClass, lexicon
from lint.language.mended_tags import Word, can_be_verb
from lint.language.noun_words import can_be_noun
from lint.language.number_words import in_digits
from lint.language.running import better
from lint.language.slip_look import ONE_OF, SEVERAL, SINGLE, counting
from lint.language.subject_phrases import OPENERS
from lint.language.tags import FINITE
from lint.language.word_numbers import Number, number_of_noun, other_number
from lint.named import NamedTuple
from lint.text import Span

_QUOTE = compiled('["“”«»]')
_KINDS = frozenset("kind sort type".split())
_SO_MUCH = frozenset("too not very".split())
_BEFORE_NUMBERS = frozenset("following first last next other remaining past final".split())
_NO_OBJECTS = frozenset("are were have do had would could should will can may must".split())
"""Verbs that stand behind no verb: what stands before one of them is a plural, and no `this looks`."""
_MODIFIERS = frozenset("JJ JJS JJR NN".split())
_IN_PHRASES = frozenset("JJ JJR JJS NN NNS VBN VBG".split())
_BEHIND = frozenset("IN CC , . : TO WDT WP MD VBZ VBP VBD RB".split())
_BEHIND_CHOICE = frozenset("DT PRP PRP$ VB VBN".split())
"""What may stand behind the noun of `one of the reasons` as well."""
_SURELY_BEHIND = frozenset("IN TO WDT WP MD , . :".split())
_GOVERNS = frozenset("IN VB VBD VBZ VBP VBG TO".split())
_BEFORE_COUNTS = frozenset("IN VB VBD VBZ VBP VBG VBN CC , RB".split())
_BEFORE_OTHER_FIGURES = frozenset("at by age aged over under".split())
_NO_COUNT = frozenset("few many lot couple dozen hundred thousand million billion little good great more percent cent full half".split())
_MOST_INSIDE = 3
_NEAR_PLURAL = 6
"""So many words behind `and` a plural may stand that belongs to both: `six new and more than thirty old bridges`."""
_MOST_COUNTED = 99
_RARER = 4.0
"""A plural that is rarer than the singular by so many nats is none that anybody writes."""
_SURE, _LEAST, _LEAST_APART, _LEAST_BEHIND_FIGURES = -5.0, 1.5, 2.0, 0.5
"""How much better the other number has to fit, in nats: in set pieces, side by side, with words between, behind figures."""


class _Miscount(NamedTuple):
    """The place of a word and what is meant, with what is asked of the language model."""

    place: int
    meant: str
    least: float


def miscounts(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, GrammarSlip]]:
    """The words of some blocks that are in the wrong number, with their blocks; `told_by` is the other one of the two."""
    for prose, words in tagged_sentences(article, counting(article, blocks)):
        for place in range(len(words) - 2):
            found = _miscount(words, place)
            if found is not None:
                word, other = words[found.place], words[place if found.place != place else place + 1]
                if (
                    not _QUOTE.search(prose.text, min(word.start, other.start), max(word.end, other.end))
                    and better(prose.text, word.start, word.end, found.meant) >= found.least
                ):
                    meant = in_its_case(found.meant, prose.text[word.start : word.end])
                    yield prose, GrammarSlip(word.start, word.end, (meant,), Span(other.start, other.end))


def _miscount(words: Sequence[Word], place: int) -> _Miscount | None:
    small, tag, following = words[place].small, words[place].tag, words[place + 1]
    if small in SEVERAL or (tag == "CD" and _counts(words, place)):
        return _too_few(words, place, place)
    if small == "this":
        many = number_of_noun(following.small) is Number.MANY and words[place + 2].small in _NO_OBJECTS
        if many:
            return _Miscount(place, "these", _SURE)
        loose = number_of_noun(following.small) is Number.MANY and following.tag == "NNS" and following.small not in MEASURES
        behind = words[place + 2]
        governed = loose and _is_governed(words, place) and behind.tag in _SURELY_BEHIND
        return _Miscount(place, "these", _LEAST_APART) if governed else None
    if small in SINGLE and tag == "DT":
        return _too_many(words, place)
    if small == "one" and following.small == "of" and words[place + 2].small in ONE_OF:
        return _too_few(words, place, place + 2)
    if (small == "less" and not (place and words[place - 1].small == "or")) or (
        small == "much" and place and words[place - 1].small in _SO_MUCH
    ):
        behind = words[place + 2]
        sure = small == "less" or words[place - 1].small == "too" or not (can_be_verb(following.small) or behind.tag.startswith("NN"))
        counted = sure and following.tag == "NNS" and number_of_noun(following.small) is Number.MANY and following.small not in MEASURES
        return _Miscount(place, "fewer" if small == "less" else "many", _SURE) if counted else None
    return None


def _counts(words: Sequence[Word], place: int) -> bool:
    """Whether a number counts what follows: it is not a year, a chapter, or a size (`a four bedroom house`)."""
    value = in_digits(words[place].small)
    if not value.isdigit() or not 2 <= int(value) <= _MOST_COUNTED:
        return False
    before = words[place - 1] if place else None
    if before is None or before.small in _BEFORE_NUMBERS:
        return True
    if before.small == "of" and place > 1 and words[place - 2].tag == "NNP":
        return False  # `the Group of 20 summit`
    return before.tag in _BEFORE_COUNTS and before.small not in _BEFORE_OTHER_FIGURES


def _too_few(words: Sequence[Word], place: int, counter: int) -> _Miscount | None:
    """A singular behind a word that counts several."""
    head = _head(words, counter)
    small = words[head].small
    if head == counter or words[head].tag != "NN" or number_of_noun(small) is not Number.ONE:
        return None
    chosen = any(word.tag == "JJS" for word in words[counter + 1 : head])  # `one of the largest collection`
    if (counter != place and small in COLLECTIVES and not chosen) or (
        words[counter].tag == "CD" and lexicon().classes(small) & WordClass.ADJECTIVE
    ):
        return None
    loose = counter == place and head == counter + 1 and words[head + 1].tag != "MD" and not _is_governed(words, place)
    if loose and small not in _KINDS and can_be_verb(f"{small}s"):
        return None  # `if these sound familiar`
    meant = other_number(small)
    if meant is None or _likely(meant) < _likely(small) - _RARER:
        return None
    if words[counter].small.isdigit():
        return _Miscount(head, meant, _LEAST_BEHIND_FIGURES)
    least = _SURE if small in _KINDS else _LEAST_APART if head > counter + 1 or words[counter].tag == "CD" else _LEAST
    return _Miscount(head, meant, least)


def _too_many(words: Sequence[Word], place: int) -> _Miscount | None:
    """A plural behind a word that counts one."""
    head = _head(words, place)
    small = words[head].small
    if head == place or words[head].tag != "NNS" or number_of_noun(small) is not Number.MANY or small in MEASURES | {"ways", "people"}:
        return None
    behind = words[head + 1]
    if behind.tag == "CC" or (behind.tag not in _SURELY_BEHIND and can_be_noun(behind.small)):
        return None
    if can_be_verb(small) and any(word.tag == "NN" for word in words[place + 1 : head]):
        return None  # `what a person names is`
    meant = other_number(small)
    begins = words[place].small == "another" and behind.tag == "IN" and (not place or words[place - 1].small == ",")
    described = words[place].small in ("a", "an") and words[head - 1].tag == "JJ" and behind.small == "of"
    sure = begins or described or not can_be_verb(small) or behind.tag in FINITE or _is_governed(words, place)
    if meant is None or not sure:
        return None
    return _Miscount(head, meant, 0.0 if begins else _LEAST_APART if head > place + 1 else _LEAST)


def _head(words: Sequence[Word], counter: int) -> int:
    """The noun that a word counts, where nothing else can follow it; the place of that word itself where there is none."""
    head = counter + 1
    if head >= len(words):
        return counter  # what follows stands in brackets: `one of the (winners)`
    head += words[head].tag == "RB" and words[min(head + 1, len(words) - 1)].tag == "JJ"  # `an unusually large number`
    while head < len(words) - 1 and words[head].tag in _MODIFIERS and words[head + 1].tag in _IN_PHRASES:
        head += 1
    behind = _BEHIND | _BEHIND_CHOICE if words[counter - 1].small == "of" else _BEHIND
    if head + 1 >= len(words) or words[head + 1].tag not in behind or head > counter + _MOST_INSIDE:
        return counter
    joined = (
        words[head + 1].tag == "CC" and head + 3 < len(words) and words[head + 3].tag.startswith("NN")
    )  # `both input and output errors`
    joined |= words[head + 1].tag == "CC" and any(word.tag == "NNS" for word in words[head + 2 : head + 2 + _NEAR_PLURAL])
    odd = any(word.small in _NO_COUNT or "-" in word.small for word in words[counter + 1 : head])
    return counter if joined or odd else head


def _is_governed(words: Sequence[Word], place: int) -> bool:
    return place > 0 and words[place - 1].tag in _GOVERNS and words[place - 1].small not in OPENERS


def _likely(word: str) -> float:
    entry = lexicon().word(word)
    return entry.likely if entry else -100.0
