"""Speakers whom nobody has introduced: a family name alone, before any full name, office or apposition that says whose it is."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, Place
from lint.language.attribution import attributions
from lint.language.first_names import Gender, gender_of
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.person_names import ADDRESSES, GENITIVE, NAME, bearer_words
from lint.language.speech_verbs import Manner

_HOUSEHOLD = -14.5
"""A name that is seen so often, in nats, is that of somebody whom everybody knows, or of many."""
_LONG_HEADLINE = 110
_SURE = 0.9
_FAMILY_NAME = compiled(r"(?:O['’]|Mac|Mc|De|Di|La|Le|Van)?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,}(?:-[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{2,})?")
_BROUGHT_IN = compiled(r"[ \u00a0]?(?:\(|,[ \u00a0](?!(?:who|which)?[ \u00a0]?(?:said|says|told|added|asked)\b))")
_NO_OFFICES = frozenset(
    "said say says and but will can may might must like as in on at for to of by with from about after before then now".split()
)
_OFFICE_BEFORE = compiled(r"(?:[a-z][\w’'-]+|[A-Z][\w-]+)[ \u00a0]\Z")


def unintroduced(article: Article) -> Iterator[tuple[Place, str]]:
    """The mentions of such speakers, each at its first place."""
    asked: dict[str, Place] = {}
    blocks = article.document.blocks
    headline = blocks[0] if len(blocks) > 1 and len(blocks[0].text) < _LONG_HEADLINE else None
    for attribution in attributions(article):
        mention = attribution.speaker
        word = _lone_name(mention.text) if mention is not None and _speaks(attribution) and mention.prose is not headline else None
        if mention is not None and word is not None and not _is_known(article, word):
            asked.setdefault(word, mention)
    if not asked:
        return
    from lint.language.speakers import speakers  # few texts leave anybody without an introduction

    known, brought_in = speakers(article), _brought_in(article, asked.keys())
    order = {id(block): number for number, block in enumerate(blocks)}
    for word, mention in asked.items():
        name = known[mention].name
        introduced = brought_in.get(word, (len(blocks), 0)) <= (order[id(mention.prose)], mention.start)
        if name is not None and _lone_name(name) == word and not introduced:
            yield mention, word


def _lone_name(text: str) -> str | None:
    """The one name of a mention that has no other word but an honorific."""
    words = text.split()
    if len(words) == 2 and words[0].lower().rstrip(".") in ADDRESSES:
        words = words[1:]
    return words[0] if len(words) == 1 and _FAMILY_NAME.fullmatch(words[0]) else None


def _speaks(attribution: Attribution) -> bool:
    """Whether the cue is a verb of speech, which no town and no statistic has."""
    verb = attribution.verb
    if attribution.basis is not Basis.CUE or verb is None or attribution.confidence < _SURE:
        return False
    return verb.manner is Manner.SPEECH or (verb.manner is Manner.WRITING and verb.lemma != "publish")


def _is_known(article: Article, word: str) -> bool:
    """Whether everybody knows the name, or the word is more than a name."""
    if article.house.vocabulary.excuses(word):
        return True
    if gender_of(word) is not Gender.UNKNOWN:
        return True
    known, small = lexicon().word(word), lexicon().word(word.lower())
    if small is not None and small.grade <= Grade.LARGE:
        return True
    return known is not None and known.likely > _HOUSEHOLD


def _brought_in(article: Article, asked: Collection[str]) -> dict[str, tuple[int, int]]:
    """Where each of these names first has a first name, an office or an apposition beside it: the number of the block, and the place."""
    found: dict[str, tuple[int, int]] = {}
    for number, prose in enumerate(article.document.blocks):
        for match in NAME.finditer(prose.text):
            words = match.group().replace("\u00a0", " ").split()
            if any(GENITIVE.sub("", word) in asked for word in words):
                stripped = bearer_words(article, prose, match.start(), match.group())
                if stripped and _brings_in(prose, match.start(), match.end(), words, stripped):
                    for name in (stripped[0], stripped[-1]):
                        found.setdefault(name, (number, match.start()))
    return found


def _brings_in(prose: Prose, start: int, end: int, words: Sequence[str], stripped: Sequence[str]) -> bool:
    """Whether a name at a place says whose it is; `stripped` are its words without titles."""
    titled = len(words) > len(stripped) and words[-len(stripped) - 1].lower().rstrip(".") not in ADDRESSES
    if len(stripped) > 1 or titled or _BROUGHT_IN.match(prose.text, end):
        return True
    return _has_office(prose.text[max(0, start - 24) : start])


def _has_office(before: str) -> bool:
    """Whether a common noun stands right before a name: `midfielder Keane`, `the baker, Keane`."""
    found = _OFFICE_BEFORE.search(before)
    if found is None:
        return False
    word = found.group().strip().lower()
    return bool(lexicon().classes(word) & WordClass.NOUN) and word not in _NO_OFFICES
