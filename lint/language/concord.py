"""Verbs that do not agree with their subject: `the mayor say`, `the cost of school meals have`, `there was no signs`.

Collective nouns, measures, names and whatever may be a subjunctive are nobody's fault. (Quirk et al. 1985, A Comprehensive Grammar of the
English Language, 10.34-10.50, for what agrees with what.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.grammar_slip import GrammarSlip, tagged_sentences
from lint.language.irregular_verbs import UNCHANGED
from lint.language.lexicon import Grade, lexicon
from lint.language.mended_tags import Word
from lint.language.noun_phrases import TIMES
from lint.language.running import better
from lint.language.slip_look import VERBS_HARDLY_NOUNS, agreeing
from lint.language.speech_verbs import speech_verbs
from lint.language.subject_phrases import NOUNS, has_determiner, phrase_end
from lint.language.subjunctives import is_unreal, is_wish
from lint.language.tags import FINITE
from lint.language.unnamed_people import is_person
from lint.language.verb_subjects import FARTHEST, Subject, subject_of
from lint.language.word_numbers import Number, is_verb_only, plural_verb, singular_verb
from lint.text import Span

_CLOSED = frozenset("is was has does are were have do".split())
"""Verbs that are told by their form alone, whatever the language model says: it looks at neighbours, and the subject may be far."""
_SAME_PAST = UNCHANGED | frozenset("beat bid broadcast bust fit input knit recast rid slit sweat thrust upset wed wet".split())
"""Verbs whose past looks like a plural."""
_AFTER_VERBS = frozenset("DT PRP PRP$ IN TO CD JJ NN NNS NNP RP WRB".split())
"""What may follow a verb and says that it is one."""
_OBJECTS = frozenset("it him them us me that".split())
_LEAST, _LEAST_BEFORE_OBJECTS, _LEAST_WITH_OBJECT = 0.5, -1.0, -5.0
"""How much better the form that agrees has to fit, in nats."""
_QUOTE = compiled('["“”‘«»]')


def disagreements(article: Article, blocks: Sequence[Prose]) -> Iterator[tuple[Prose, GrammarSlip]]:
    """The verbs of some blocks that do not agree with their subject, with their blocks; `told_by` is the head of the subject."""
    for prose, words in tagged_sentences(article, agreeing(article, blocks)):
        for place in range(len(words)):
            found = _disagreement(prose.text, words, place)
            if found is not None:
                yield prose, found


def _disagreement(text: str, words: Sequence[Word], place: int) -> GrammarSlip | None:
    shown = _number(words, place)
    subject = subject_of(words, place) if shown else None
    if shown is None or subject is None or subject.number is shown[0]:
        return None
    word, head, meant = words[place], words[subject.head], shown[1]
    if shown[0] is Number.MANY and _may_be_many(words, subject, place):
        return None
    if _is_named(text, head, subject.head) or (subject.far and _QUOTE.search(text, words[subject.first].start, word.start)):
        return None
    following = _behind(words, place)
    if shown[0] is Number.ONE and word.small in ("is", "was") and following.small in ("a", "an", "the") and not _is_meant(words, subject):
        return None  # `table manners is a subject`
    if words[subject.first].tag == "CD" and subject.first < subject.head and subject.far and following.tag not in ("VBN", "VBG", "IN"):
        return None  # `nine benches is enough`
    if place and words[place - 1].small == ",":
        if word.small in speech_verbs() and following.tag in ("NNP", "PRP", "DT"):
            return None  # `..., says Doe`
        if following.small in (",", "and", "or"):
            return None  # `to plan, finance and build`
    if word.small not in _CLOSED and not _fits(text, words, place, subject, meant):
        return None
    forms = ("led", meant) if word.small == "lead" else (meant,)
    return GrammarSlip(word.start, word.end, forms, Span(head.start, head.end))


def _may_be_many(words: Sequence[Word], subject: Subject, place: int) -> bool:
    """Whether a verb that looks like a plural may be a past, in the subjunctive, or that of several subjects or of one behind it."""
    small, head = words[place].small, subject.head
    if small in _SAME_PAST or is_unreal(words, subject.first, small) or is_wish(words, head, place):
        return True
    if _behind(words, place).tag in NOUNS:
        return True  # `in the middle were tables`
    row = _is_row(words, head + 1, place) and not is_person(words[head].small)
    return row or _is_another(words, subject.first) or _joins(words, head + 1, place)


def _is_row(words: Sequence[Word], start: int, verb: int) -> bool:
    """Whether another thing stands between two commas before a verb, which may be one of a row: `the pub, the old mill, have gone`."""
    aside = words[start].small == "," == words[verb - 1].small and start + 1 < verb - 1
    return aside and words[start + 1].tag in ("DT", "PRP$") and words[start + 1].small not in ("a", "an")


def _is_another(words: Sequence[Word], first: int) -> bool:
    """Whether a row of subjects that no `and` joins may end there: a noun begins the sentence, and no verb stands before the comma."""
    if first < 2 or words[first - 1].small != "," or words[0].tag not in ("DT", "PRP$", "NNS"):
        return False
    if any(word.small in TIMES for word in words[: first - 1]):
        return False  # `the next day, the mayor have`
    return not any(word.tag in FINITE for word in words[:first])


def _joins(words: Sequence[Word], start: int, verb: int) -> bool:
    """Whether `and` may join another subject to the head: `a rise in sales and warm words from guests have`."""
    joins = next((at for at in range(start, verb - 1) if words[at].small == "and" and words[at + 1].tag == "JJ"), verb)
    return any(word.tag == "IN" for word in words[joins:verb])


def _behind(words: Sequence[Word], place: int) -> Word:
    """The word behind a place, at the end of a sentence that one itself."""
    return words[min(place + 1, len(words) - 1)]


def _is_meant(words: Sequence[Word], subject: Subject) -> bool:
    """Whether a plural means things and no notion of them: `the results`, not `table manners`."""
    return subject.far != 1 or has_determiner(words, subject.first) or words[subject.first].tag in ("DT", "PRP$", "CD")


def _number(words: Sequence[Word], place: int) -> tuple[Number, str] | None:
    """The number that a finite verb shows, and its form in the other one."""
    small, tag = words[place].small, words[place].tag
    led = small == "lead" and tag == "NN" and _has_object(words, place)
    if not (small in _CLOSED or tag.startswith("VB") or led) or small in ("be", "people"):
        return None
    if small == "say" and "," in (words[max(place - 1, 0)].small, _behind(words, place).small):
        return None  # `the change, say, of a name`
    if (other := plural_verb(small)) is not None:
        return (Number.ONE, other) if small in _CLOSED or tag == "VBZ" or is_verb_only(small) else None
    other = singular_verb(small)
    firm = led or small in _CLOSED or tag in ("VBP", "VB", "VBZ") or is_verb_only(small)
    return (Number.MANY, other) if other is not None and firm else None


def _is_named(text: str, head: Word, place: int) -> bool:
    """Whether the head of a subject is a name: what has a capital within its sentence, and what is known with one."""
    name = text[head.start : head.end]
    if not name[0].isupper() or head.tag not in ("NN", "NNS"):
        return False
    entry = lexicon().word(name)
    return place > 0 or (name.isupper() and len(name) > 1) or (entry is not None and entry.grade <= Grade.FULL)


def _fits(text: str, words: Sequence[Word], place: int, subject: Subject, meant: str) -> bool:
    """Whether a verb of which there are many is one here, and in the wrong number by what stands beside it, too."""
    word = words[place]
    if subject.far == FARTHEST:
        return subject.sure and word.tag in ("VBZ", "VBP")
    gain = better(text, word.start, word.end, "led" if word.small == "lead" else meant)
    if gain >= _LEAST or (subject.sure and word.tag in ("VBZ", "VBP")):
        return True
    if subject.far > 2 and words[place - 1].small == "," and word.tag == "VBZ":
        return True
    if subject.far > 2:
        return is_verb_only(word.small) or word.small in VERBS_HARDLY_NOUNS
    following = _behind(words, place)
    if subject.far == 1 and subject.number is Number.ONE and is_verb_only(word.small) and following.tag in _AFTER_VERBS:
        return True
    if subject.far == 2 and words[place - 1].small == "who":
        return True
    if subject.far != 1:
        return False
    if word.small in VERBS_HARDLY_NOUNS and following.tag in ("DT", "PRP", "IN", "TO", "PRP$"):
        return True
    if gain > _LEAST_WITH_OBJECT and _has_object(words, place):
        return True
    return gain > _LEAST_BEFORE_OBJECTS and (following.tag in ("DT", "RB") or following.small in _OBJECTS)


def _has_object(words: Sequence[Word], place: int) -> bool:
    """Whether a phrase stands behind a verb that is not the subject of another: not `the gas lead the workers found`."""
    if place + 1 >= len(words) or words[place + 1].tag not in ("DT", "PRP$"):
        return False
    end = phrase_end(words, place + 1)
    return end >= len(words) or not (words[end].tag.startswith(("VB", "MD", "PRP", "NN")) or words[end].small in ("and", ",", "or"))
