"""Possessives and the contractions that sound like them: `its` and `it's`, `your` and `you're`, `their`, `they're` and `there`, `whose`.

A possessive needs a noun behind it and a contraction a predicate. Where what stands there can be the one alone, and the word is the other,
it is told. A pattern over the text finds the places; only where it leaves a doubt is the sentence tagged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.grammar_slip import GrammarSlip, in_its_case
from lint.language.mended_tags import Word
from lint.language.noun_words import FUNCTION
from lint.language.plain_sentences import sentence_words
from lint.language.unnamed_people import is_person
from lint.text import Span

_CONTRACTED = {"its": "it's", "your": "you're", "their": "they're", "whose": "who's"}
_OWNING = {contracted: owner for owner, contracted in _CONTRACTED.items()}
_WORD = compiled(
    r"(?<![\w’'-])(?P<word>its|it['’]s|your|you['’]re|their|they['’]re|there|whose|who['’]s)"
    r" (?P<next>[a-z]+(?:['’][a-z]+)?)(?![\w-])(?P<behind> [a-z]+|[.,;!?]|)",
    re.IGNORECASE,
)
_BEFORE = compiled(r"([\w’']+|[^\w\s])\s*\Z")
_REACH = 40
_NO_OWNED = frozenset("too so not a an the been because what why how he she we they you".split())
"""Words that no possessive stands before."""
_PREDICATES = frozenset(
    """
    able afraid aware bound certain clear determined difficult due eager easy glad going happy hard important impossible keen likely
    possible prepared proud ready sorry supposed sure unable unclear unlikely unwilling welcome willing wrong
    """.split()
)
"""Words that a sentence says of somebody, and that hardly stand before a noun where one of `_AFTER_PREDICATES` is next."""
_AFTER_PREDICATES = frozenset("to that of about".split())
_BEFORE_DOING = frozenset("now also still currently already just always never really not".split())
_DESCRIBING = frozenset("best better first last next new old big small good bad early late long short high low young left right".split())
_CONJUNCTIONS = frozenset("if when because unless while since that once".split())
_FEELINGS = frozenset(
    """
    alone careful cold hot hungry ill interested late lost lucky old poor rich right sick tired unsure worried wrong young
    """.split()
)
_VERBS_OF_THERE = frozenset("is are was were".split())
_MODALS = frozenset("will would can could may might must should has have had".split())
_CLOSED = _VERBS_OF_THERE | _MODALS
_PREPOSITIONS = frozenset(
    """
    about across against at behind between by during for from in into near of on over through to under with within
    """.split()
)
_WITH_THERE = frozenset("of with for on at by into about to".split())
"""Those of them that `there` does not go with."""
_CLAUSES = frozenset(
    """
    think thinks thought believe believes believed know knows knew hope hopes hoped feel feels felt mean means meant show shows showed find
    finds found see sees saw hear hears heard realise realises realised realize realizes realized decide decided fear fears feared guess bet
    wish ensure ensures imagine assume assumes assumed remember forget learn learned notice noticed understand suppose trust prove proves
    proved doubt is was says say tell tells told let make makes made
    """.split()
)
"""Verbs with a clause behind them."""
_OF_PLACES = frozenset(
    """
    is are was were be been being go goes went gone come comes came live lives lived stay stays stayed work works worked get gets got
    sit sits sat stand stands stood put puts arrive arrived die died spend spent meet met grow grew born found seen saw take took need
    needs want wants
    """.split()
)
"""Verbs that `there` stands behind, whatever comes next."""
_NOUNS = frozenset(("NN", "NNS"))
_ENDS = frozenset("IN , . TO CC RB : ".split())


def sound_alikes(article: Article, prose: Prose) -> Iterator[GrammarSlip]:
    """The words of a block that stand for another of their set; `told_by` is the word behind."""
    for found in _WORD.finditer(prose.text):
        if not found["next"][0].islower():
            continue
        word = found["word"].lower().replace("’", "'")
        meant = _of_owner(prose.text, found, word) if word in _CONTRACTED else _of_other(article, prose, found, word)
        if meant:
            written = in_its_case(meant, found["word"])
            written = written.replace("'", "’") if "’" in article.folded else written
            yield GrammarSlip(found.start("word"), found.end("word"), (written,), Span(found.start("next"), found.end("next")))


def _word_before(text: str, start: int) -> str:
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    return before[1].lower().replace("’", "'") if before else ""


def _of_owner(text: str, found: re.Match[str], word: str) -> str:
    """What is meant by a possessive that nothing can be owned behind."""
    following, behind = found["next"].lower(), found["behind"].strip()
    if word == "their" and following in _VERBS_OF_THERE:
        return "there"
    if word == "their" and following in _MODALS and behind in ("be", "been"):
        return "there"
    if following == "not" and behind.endswith("ing"):
        return ""  # `of its not being there`
    if following in _NO_OWNED and not (word == "whose" and following != "been" and following not in ("not", "a", "an", "the")):
        return _CONTRACTED[word]
    if following in _PREDICATES and behind in _AFTER_PREDICATES:
        return _CONTRACTED[word]
    if word == "your" and behind in (",", ".") and _word_before(text, found.start()) in _CONJUNCTIONS and following in _FEELINGS:
        return "you're"
    if word == "your" and behind in ("to", "on", "in") and following.endswith("ing") and _word_before(text, found.start()) in _CONJUNCTIONS:
        return "you're"
    if word == "whose" and following in _BEFORE_DOING and behind.endswith("ing"):
        return "who's"
    return "who's" if word == "whose" and following == "in" and behind == "charge" else ""


def _of_other(article: Article, prose: Prose, found: re.Match[str], word: str) -> str:
    """What is meant by a contraction, or by `there`, that a noun stands behind as behind a possessive."""
    following = found["next"].lower()
    if following == "own" and word != "there":
        return _OWNING[word]
    if (following in FUNCTION and following not in _DESCRIBING) or following.endswith(("ing", "ly")):
        return ""
    before = _word_before(prose.text, found.start())
    if word == "there" and before in FUNCTION and not (before in _WITH_THERE or before in ("that", "")):
        return ""
    words = sentence_words(article, prose, article.sentence_at(prose, found.start()))
    place = next((number for number, each in enumerate(words) if each.start == found.start("next")), -1)
    end = _noun_end(words, place)
    if place < 1 or end == place:
        return ""
    owner = _OWNING.get(word, "their")
    return owner if _is_owned(words, place, end, before, word) else ""


def _noun_end(words: Sequence[Word], place: int) -> int:
    """The place behind the nouns that begin there, adjectives before them; that place itself where none do."""
    end = place
    while 0 <= end < len(words) and words[end].tag in ("JJ", "JJR", "JJS", "RBS", "NN", "NNS", "CD"):
        end += 1
    return end if end > place and words[end - 1].tag in _NOUNS else place


def _is_owned(words: Sequence[Word], place: int, end: int, before: str, word: str) -> bool:
    behind = words[end] if end < len(words) else Word("", ".", 0, 0)
    if behind.small in _CLOSED:
        return words[place].tag in _NOUNS and words[place].small != "time"
    if before in (_WITH_THERE if word == "there" else _PREPOSITIONS) and word != "who's":
        return behind.tag in _ENDS or behind.tag.startswith("VB")
    if word == "who's":
        return before == "," and behind.tag == "IN" and end == place + 1 and not is_person(words[place].small)
    verb = words[place - 3 + (word == "there")] if place > 2 else None
    if verb is None or not verb.tag.startswith("VB"):
        return False
    if word == "there":
        return words[end - 1].tag == "NNS" and verb.small not in _OF_PLACES and behind.tag in _ENDS
    helped = verb.tag != "VBN" or any(word.small in ("has", "have", "had", "having") for word in words[max(0, place - 7) : place - 3])
    return helped and verb.small not in _CLAUSES and words[place].small != "time" and behind.tag in _ENDS and behind.small != "that"
