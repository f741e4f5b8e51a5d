"""What a quotation is: somebody's words, a term set off, the name of a work, or what is written or chanted and nobody in the text says."""

from __future__ import annotations

import re

from lint.compiled import compiled
from lint.language.attributed import Attribution, Basis, QuotationKind
from lint.language.frames import inner

_WORD = compiled(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FEW, _LONG_TITLE = 3, 12
_REACH = 100
_NEAR = 14
"""How many characters stand at most between a quotation and a cue that holds for it even where it looks like a title."""
_SURE = 0.85
_CARRYING = frozenset(
    f"{noun}{ending}"
    for noun in """
    sign placard banner poster hat cap tshirt t-shirt shirt sticker badge button plaque billboard graffiti tattoo headstone gravestone
    screen notice label marquee mural doormat mug envelope sweatshirt hoodie flag wall
    """.split()
    for ending in ("", "s")
)
_CARRIERS = "|".join(sorted(_CARRYING, reverse=True))
_WAYS = frozenset("scrawled spray-painted stencilled stenciled embroidered emblazoned engraved inscribed etched stitched".split())
_TRIGGERS = _CARRYING | _WAYS | {"chant", "chants", "chanted", "chanting"}
"""One of these words stands beside every inscription: a cheap look, before the patterns are asked."""
_INSCRIBED = compiled(
    rf"\b(?:{_CARRIERS})\b[^.!?“”\"]{{0,60}}\b(?:reads?|reading|sa(?:id|ys|ying)|bearing|emblazoned|with|bore|of|declar(?:ed|ing|es)"
    r"|proclaim(?:ed|ing|s)|inscribed|written|flash(?:ed|es|ing)|show(?:ed|s|ing)|demanding|urging|stat(?:ing|ed)|stitched|printed)\b"
    r"[^.!?“”\"]{0,20}\Z"
    r"|\b(?:chants? of|(?:a|the) chant)\b[^.!?“”\"]{0,25}\Z"
    rf"|\b(?:{'|'.join(sorted(_WAYS))})\b[^.!?“”\"]{{0,30}}\Z",
    flags=re.IGNORECASE,
)
_INSCRIBED_BEHIND = compiled(
    rf",?\s*(?:read|reads|said|says|went|flashed|declared)\s+(?:a|an|the|one|another|many|his|her|their)\s(?:[\w-]+\s){{0,3}}(?:{_CARRIERS}|chants?)\b"
    rf"|,?\s*(?:the|a|one)\s(?:[\w-]+\s){{0,3}}(?:{_CARRIERS})\s(?:read|reads|said|says)\b"
    r"|,?\s*(?:(?:they|(?:the|a) (?:[\w-]+ )?(?:crowds?|protesters|demonstrators|marchers|fans)) )?chanted\b",
    flags=re.IGNORECASE,
)
_WORK = (
    r"books?|novels?|films?|movies?|songs?|albums?|plays?|musicals?|poems?|series|shows?|episodes?|essays?|articles?|documentar(?:y|ies)|memoirs?"
    r"|paintings?|operas?|sketch(?:es)?|podcasts?|singles?|ballads?|hymns?|anthems?|hits?|sitcoms?|dramas?|comed(?:y|ies)|thrillers?|exhibitions?"
    r"|reports?|papers?|stor(?:y|ies)|columns?|programmes?|programs?|tunes?|tracks?|sonatas?|symphon(?:y|ies)|ads?|videos?|pamphlets?|sequels?"
)
_TITLED = compiled(
    rf"\b(?:{_WORK}|titled|entitled|called|headlined?|host|author|star|starred in|performed|sang|sings|singing)\b[^.!?“”\"]{{0,25}}\Z",
    flags=re.IGNORECASE,
)
_TITLED_BEHIND = compiled(
    rf",?\s*(?:(?:a|an|the|his|her|their|its|by)\s|[A-Z])[^.!?“”\"]{{0,30}}?\b(?:{_WORK}|by)\b"
    r"|,?\s*(?:by|starring|written by|directed by)\s",
    flags=re.IGNORECASE,
)
_TAKING_IN = frozenset("read sing see hear write recite".split())
_SMALL = frozenset("a an and as at but by for from in into nor of off on or over per so the to up via vs with yet is it its".split())
_CARRIER = compiled(rf"\b(?:{_CARRIERS})\b", flags=re.IGNORECASE)
_LETTERS = compiled(r"[a-z-]+")
_CROWDS = frozenset("crowd audience mob throng they people stadium terrace gallery men women children".split())
"""Who chants together, so that nobody says it."""
_ANOTHER = frozenset("another one others some many".split())


def kind_of(found: Attribution) -> QuotationKind:
    """The kind of a quotation; one with a cue beside it is somebody's words, however short it is."""
    if not found.quotes:
        return QuotationKind.QUOTATION
    first = found.parts[0]
    before = first.prose.text[max(0, first.start - _REACH) : first.start]
    words = inner(first.prose.text, found.quotes[0])
    if len(found.parts) == 1 and _is_inscribed(found, before):
        return QuotationKind.INSCRIPTION
    cued = found.is_cued
    if len(found.parts) == 1 and _is_name_of_work(found, words, before):
        return QuotationKind.TITLE
    if len(found.parts) == 1 and _is_title(words) and not (cued and _is_near(found)) and (_is_work(found, before) or not cued):
        return QuotationKind.TITLE
    if cued:
        return QuotationKind.QUOTATION
    count = len(_WORD.findall(words))
    return QuotationKind.PHRASE if count <= 1 or (count <= _FEW and words[-1:] not in tuple(".?!…,")) else QuotationKind.QUOTATION


def _is_inscribed(found: Attribution, before: str) -> bool:
    last = found.parts[-1]
    after = last.prose.text[last.end : last.end + _REACH]
    if not _TRIGGERS.isdisjoint(_LETTERS.findall(before.lower())) and _INSCRIBED.search(before):
        return True
    if not _TRIGGERS.isdisjoint(_LETTERS.findall(after.lower())) and _INSCRIBED_BEHIND.match(last.prose.text, last.end):
        return True
    if found.verb is None or found.speaker is None:
        return False
    words = found.speaker.text.lower()
    head = words.split()[-1]
    if head in _CARRYING or (found.verb.lemma == "chant" and (head.endswith("s") or head in _CROWDS)):
        return True
    if found.verb.lemma not in ("read", "flash", "display", "blare", "bear"):
        return False
    return _CARRIER.search(words) is not None or words.split()[0] in _ANOTHER or words in ("a second", "a third")


def _is_name_of_work(found: Attribution, words: str, before: str) -> bool:
    """Whether one word with a capital is the name of a work: `read “Hamlet”`, `the play “Macbeth”`."""
    if not words.isalpha() or not words[:1].isupper():
        return False
    return _TITLED.search(before) is not None or (found.verb is not None and found.verb.lemma in _TAKING_IN)


def _is_work(found: Attribution, before: str) -> bool:
    last = found.parts[-1]
    return _TITLED.search(before) is not None or _TITLED_BEHIND.match(last.prose.text, last.end) is not None or not _is_near(found)


def _is_near(found: Attribution) -> bool:
    first, last, cue = found.parts[0], found.parts[-1], found.cue
    if cue is None or cue.prose is not first.prose or found.confidence < _SURE:
        return found.basis is Basis.LAYOUT
    return 0 <= first.start - cue.end <= _NEAR or 0 <= cue.start - last.end <= _NEAR


def _is_title(words: str) -> bool:
    """Whether words are capitalised as the name of a work is: all of them but the small ones, and no stop behind."""
    found = _WORD.findall(words)
    if not 2 <= len(found) <= _LONG_TITLE or words.endswith("."):
        return False
    return found[0][:1].isupper() and all(word[:1].isupper() or word[:1].isdigit() or word in _SMALL for word in found)
