"""Verbs that say more of what somebody says than that it was said: where they stand, and bring in a clause or a quotation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.speech_verbs import forms_of
from lint.language.tags import FINITE, tags
from lint.language.tokens import tokens
from lint.language.unnamed_people import is_person

_OPENING = '“"‘«'
_CLOSING = '”"’»'
_COURT = compiled(
    r"(?i)\b(?:courts?|trial|judges?|jury|jurors|prosecut\w+|testif\w+|testimony|plea(?:s|d|ded)?|guilty|lawsuits?|suit|indict\w+"
    r"|charg(?:e[sd]?|ing)|sued|plaintiffs?|defendants?|tribunal|inquest|hearing|arrest(?:ed|s)?|police|detectives?|convict\w+"
    r"|affidavit|complaint|magistrates?|lawyers?|attorneys?|investigators?|murder\w*|assault\w*|rape[sd]?|manslaughter|fraud)\b"
)
_THAT = compiled(r" (?:(?:on|last|this|in) \w+ |also |then |later |publicly |repeatedly )?that ")
_CLAUSE = compiled(r" (?:he|she|they|it|the|his|her|their|this|there|its) ")
_SUBJECTS = frozenset("he she they who".split())
_REACH = 10
_BEFORE = 120
"""So many tokens from its verb a subject may stand, and so many characters around it, or around its sentence, are read."""
_CLAUSAL = frozenset(form for verb in ("claim", "admit", "concede", "confess") for _, form in forms_of(verb))
_ENDS = frozenset(', . ; : to for that which who from as ” “ " and but when where by with'.split())


class LoadedVerbs:
    """The verbs that a rule lists, by their forms."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        self._lemmas = {form: lemma for lemma in lemmas for name, form in forms_of(lemma) if name in ("s", "past", "base")}
        self.forms = frozenset(self._lemmas)
        self._found = compiled(rf"\b(?:{'|'.join(sorted(self.forms, reverse=True))})\b")

    def places(self, prose: Prose, article: Article) -> Iterator[tuple[int, int]]:
        """Where one of them tells what somebody says in a block, outside quotations and not of a case in court."""
        for found in self._found.finditer(prose.text):
            start, end = found.span()
            if not _brings_in(prose.text, start, end) or article.is_quoted(prose, start, end):
                continue
            sentence = article.sentence_at(prose, start)
            if _is_of_a_court(prose, article, start):
                continue
            first = prose.text.rfind(" ", sentence.start, max(sentence.start, start - _BEFORE)) + 1 or sentence.start
            words = tokens(prose.text[first : min(sentence.end, end + _BEFORE)])
            at = next((number for number, word in enumerate(words) if word.start + first == start), None)
            if at is not None and _tells([word.text for word in words], at, _is_plain(prose.text, start, end)):
                yield start, end


def _brings_in(text: str, start: int, end: int) -> bool:
    """Whether a that-clause or a quotation follows, or a quotation has just ended before a subject of a few words."""
    return _THAT.match(text, end) is not None or _CLAUSE.match(text, end) is not None or _opens(text, end) or _closes(text, start)


def _opens(text: str, end: int) -> bool:
    return text[end : end + 1] in (",", ":") and text[end + 1 : end + 3].lstrip(" ")[:1] in tuple(_OPENING)


def _closes(text: str, start: int) -> bool:
    before = text[max(0, start - 40) : start]
    place = max(before.rfind(mark) for mark in _CLOSING)
    return place > 0 and before[place - 1] in ",?!" and len(before[place + 1 :].split()) <= 4 and not set(before[place + 1 :]) & set(".;:,")


def _is_plain(text: str, start: int, end: int) -> bool:
    """Whether neither a "that" nor a quotation shows that the verb brings in what was said."""
    return not (_THAT.match(text, end) or _opens(text, end) or _closes(text, start))


def _tells(words: Sequence[str], at: int, is_plain: bool) -> bool:
    """Whether the verb has somebody who speaks, and a clause behind it where only that can show that it tells."""
    tagged = tags(words)
    if is_plain and (words[at] not in _CLAUSAL or not _is_clause(words, tagged, at + 1)):
        return False
    return _has_human_subject(words, tagged, at)


def _is_clause(words: Sequence[str], tagged: Sequence[str], at: int) -> bool:
    """Whether a subject and its finite verb stand there, with nothing between that begins something else."""
    for place in range(at + 1, min(at + _REACH, len(words))):
        if tagged[place] in FINITE:
            return True
        if words[place].lower() in _ENDS:
            return False
    return False


def _is_of_a_court(prose: Prose, article: Article, offset: int) -> bool:
    """Whether the sentence, or one beside it, reports from a court: there what is said is a plea, a claim or evidence."""
    sentence = article.sentence_at(prose, offset)
    first, last = max(sentence.start, offset - 2 * _BEFORE) - _BEFORE, min(sentence.end, offset + 2 * _BEFORE) + _BEFORE
    return _COURT.search(prose.text, max(0, first), last) is not None


def _has_human_subject(words: Sequence[str], tagged: Sequence[str], at: int) -> bool:
    """Whether the verb is finite, and its subject a person or a body: a name, `he`, `the minister`."""
    if tagged[at] not in FINITE and tagged[at] != "VBN":
        return False
    place = at - 1
    while place >= 0 and at - place < _REACH and tagged[place][:2] in ("RB", "VB", "MD") and words[place].lower() not in _SUBJECTS:
        if words[place].lower() in ("is", "was", "are", "were", "be", "been", "being"):
            return False
        place -= 1
    if place < 0:
        return False
    word = words[place].lower()
    if tagged[place] in ("PRP", "WP") or word in _SUBJECTS:
        return word in _SUBJECTS
    return tagged[place] == "NNP" or (tagged[place] in ("NN", "NNS") and is_person(word))
