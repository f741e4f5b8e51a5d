"""Speakers whom nobody has introduced: a family name alone, before any full name, office or apposition that says whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from lint.compiled import compiled
from lint.language.article import Article
from lint.language.attributed import Attribution, Basis, Place
from lint.language.attribution import attributions
from lint.language.first_names import Gender, gender_of
from lint.language.lexicon import Grade, WordClass, lexicon
from lint.language.people import HONORIFICS, NAME, bearer_words
from lint.language.speakers import speakers
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
    known = speakers(article) if asked else {}
    for word, mention in asked.items():
        name = known[mention].name
        if name is not None and _lone_name(name) == word and not _is_brought_in(article, mention, word):
            yield mention, word


def _lone_name(text: str) -> str | None:
    """The one name of a mention that has no other word but an honorific."""
    words = text.split()
    if len(words) == 2 and words[0].lower().rstrip(".") in HONORIFICS:
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


def _is_brought_in(article: Article, mention: Place, word: str) -> bool:
    """Whether some earlier or the same mention has a first name, an office, an apposition, or a body in its name."""
    for prose in article.document.blocks:
        last = prose is mention.prose
        for match in NAME.finditer(prose.text):
            if last and match.start() > mention.start:
                break
            words = match.group().replace("\u00a0", " ").split()
            stripped = bearer_words(article, prose, match.start(), match.group())
            if not stripped or word not in (stripped[-1], stripped[0]):
                continue
            titled = len(words) > len(stripped) and words[-len(stripped) - 1].lower().rstrip(".") not in HONORIFICS
            before = prose.text[max(0, match.start() - 24) : match.start()]
            if len(stripped) > 1 or titled or _BROUGHT_IN.match(prose.text, match.end()) or _has_office(before):
                return True
        if last:
            break
    return False


def _has_office(before: str) -> bool:
    """Whether a common noun stands right before a name: `midfielder Keane`, `the baker, Keane`."""
    found = _OFFICE_BEFORE.search(before)
    if found is None:
        return False
    word = found.group().strip().lower()
    return bool(lexicon().classes(word) & WordClass.NOUN) and word not in _NO_OFFICES
