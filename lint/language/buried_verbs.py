"""Verbs that come long after their subject: what stands between them has to be held in mind until the sentence says what it is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint.document import Prose
from lint.language import first_look
from lint.language.adverbs import is_participle
from lint.language.article import Article
from lint.language.clause_words import ClauseWords
from lint.language.clauses import Clause
from lint.language.irregular_verbs import base_of
from lint.language.lexicon import WordClass, lexicon
from lint.language.long_waits import waits_long
from lint.language.mended_tags import can_be_verb
from lint.language.plain_sentences import clauses_at, is_plain
from lint.named import NamedTuple
from lint.text import Span

_PLURAL_VERBS = frozenset("are were have do".split())
_SINGULAR_VERBS = frozenset("is was has does".split())
_PLURALS = frozenset("people police men women children those many most some few all others".split())
_EITHER = frozenset("number majority team group couple family staff half rest range series pair lot most some all any none more".split())

_BEHIND_VERBS = frozenset("DT PRP PRP$ TO CD VBN VBG JJ RB".split())


class BuriedVerb(NamedTuple):
    """A verb at `span` of a block, `gap` words behind the head of its subject at `subject`."""

    span: Span
    subject: Span
    gap: int


def buried_verbs(blocks: Sequence[Prose], article: Article, gap: int) -> Iterator[tuple[Prose, BuriedVerb]]:
    """The verbs before which at least `gap` words stand behind their subject's head, each with its block."""
    for prose, sentence in first_look.waiting(article, blocks, gap):
        if waits_long(prose.text[sentence.start : sentence.end], gap) and is_plain(article, prose, sentence):
            for found in _in_clauses(*clauses_at(article, prose, sentence), gap):
                yield prose, found


def _in_clauses(words: ClauseWords, found: list[Clause], gap: int) -> Iterator[BuriedVerb]:
    for clause in found:
        if 0 <= clause.subject < clause.verb and not (clause.bare and not clause.said):
            between = words.words_between(clause.subject, clause.verb)
            if between >= gap and _is_sure(words, clause):
                yield BuriedVerb(words.span(clause.verb, clause.end), words.span(clause.subject, clause.subject + 1), between)


def _is_sure(words: ClauseWords, clause: Clause) -> bool:
    """Whether the verb surely is one, and that of this subject."""
    if clause.lost or clause.rivals > 1 or (clause.rivals and not words.is_comma(words.before(clause.verb))):
        return False
    if _may_be_verb(words, clause.subject) or words.tag(clause.subject) == "EX":
        return False
    if clause.subject == 0 and lexicon().classes(words.small(0)) & WordClass.VERB and words.tag(0) != "NNS":
        return False  # `Add into this …`
    if words.is_weak(clause.verb) and words.tag(clause.verb - 1) in ("VBN", "VBD") and words.is_noun(clause.verb + 1):
        return False  # `had emailed classified files`
    return _agrees(words, clause) and _is_verb(words, clause.verb)


def _may_be_verb(words: ClauseWords, head: int) -> bool:
    """Whether a word of the subject behind a noun may be the verb of the sentence instead: `the firm plans`."""
    number = head
    while words.is_noun(number - 1) and not words.is_comma(number):
        if words.tag(number) == "NNS" and can_be_verb(words.small(number)):
            return True
        number -= 1
    return False


def _agrees(words: ClauseWords, clause: Clause) -> bool:
    """Whether subject and verb are both singular or both plural, where both tell."""
    subject, tag = words.small(clause.subject), words.tag(clause.subject)
    verb, verb_tag = words.small(clause.verb), words.tag(clause.verb)
    if subject in _EITHER or words.joins(clause.subject, clause.verb):
        return True
    if verb in _PLURAL_VERBS or verb_tag == "VBP":
        return tag in ("NNS", "NNPS") or subject in _PLURALS
    if verb in _SINGULAR_VERBS or verb_tag == "VBZ":
        return tag not in ("NNS", "NNPS") and subject not in _PLURALS
    return True


def _is_verb(words: ClauseWords, number: int) -> bool:
    """Whether a word is a verb, and no noun that is taken for one."""
    small, tag = words.small(number), words.tag(number)
    if tag == "MD":
        return True
    if tag in ("VBD", "VBN"):
        classes = lexicon().classes(small)
        return classes & (WordClass.ADJECTIVE | WordClass.VERB) != WordClass.ADJECTIVE or is_participle(small) or bool(base_of(small))
    base = small.removesuffix("s") if tag == "VBZ" else small
    classes = lexicon().classes(base) | lexicon().classes(small.removesuffix("es"))
    if not classes & WordClass.VERB:
        return small in _PLURAL_VERBS | _SINGULAR_VERBS or small.startswith("'")
    if not classes & WordClass.NOUN or words.is_comma(number - 1) or words.tag(number - 1) in ("RB", "VBD", "VBZ", "VBN"):
        return True
    return words.tag(number + 1) in _BEHIND_VERBS or words.small(number + 1) == "that"
