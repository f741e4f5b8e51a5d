"""How a word begins when it is said aloud, as far as its letters tell."""

from __future__ import annotations

from lint.compiled import compiled

_VOWEL_LETTERS = frozenset("AEFHILMNORSX")
"""The letters whose English names begin with a vowel."""

_SILENT_H = compiled(r"(?:hour|honest|hono(?!l|ka|ki)|heir)")
_EITHER_H = compiled(r"(?:herb|histor|hotel|habitual|heredit|heroic|hilari|homag|horrend|horrif|hyster|hypothe|hallucin|humble)")
_YOU = compiled(
    r"(?:eu|ewe|uni(?!n|m(?!od)|d(?!ir|im)|ss|rr|gn|oniz)|unan|us(?:e|ur|ua|ab|ag|i)|ut(?:il|op|er|en)|ubiq|ufo|uv"
    r"|ur(?:an(?!c)|in|ea|et|ol|ug)|uk(?:ul|ra)|ugand|ulys|ula[nm]|upsilon)"
)
_WON = compiled(r"(?:one(?:s|self|time|ness|off)?|once)(?![a-z])|oui|ouija")
_UNCERTAIN = compiled(r"(?:oa?x|oua|oi|ys|yt|yv|yl|x|ue)")
_SPEAKABLE = compiled(
    r"[aeiou]|(?:[bcdfghjklmnpqrstvwyz]|[bcfgkps]l|[bcdfgkpt]r|[vw]r|vl|s[cklmnpqtwvf]|sc[hr]|s[pt][rl]|shr|[tpc]hr|sph|thw|[cgkpstwbdrz]h"
    r"|[kgpm]n|p[st]|t[sw]|dw|kw|ll|cz|pf|tz|ks)(?=[aeiouy'’])"
)
_NUMBER = compiled(r"[$£€]?(\d{1,3}(?:,\d{3})+|\d+)")
_CAPITALS = compiled(r"([A-Z]{2,})(?:s|['’]s)?(?![A-Za-z])")
_LETTER = compiled(r"([A-Za-z])(?=$|[-\d.])|([A-Z])(?=['’]s?$)")
_ONSET = compiled(r"(?:[BCDFGHJKLMNPRSTVWZ]|[BCFGPST]R|[BCFGPS]L|S[CKMNPTWQ]|SCR|SPR|STR|SPL|[CGKPSTW]H|TW|QU)(?=[AEIOU])|[AEIOU]")
_SPELLED_OUT = frozenset(
    """AI AOL APA API ATM EEOC EPA ESA ETA EU EIU HIV HR IAEA IMF IOC IPO IRA IRS ISI ISO LA LAPD LED LNG MIT MEP MIA MOD MOT MP MRI
    NBA NBC NFL NGO NHL NRA NSA NUJ NUT OECD OSCE RAC RAF RIBA RSPCA RUC SEC SIA SNP SUV UAE UCL UCLA UEA UFO UK UN UNHCR UPS
    US USA USAF USAID USB USC USDA USSR UV""".split()
)
_SAID_AS_WORDS = frozenset(
    """AIDS ASBO ASEAN EFTA FEMA FIFA LAN LASER MASH NAFTA NASA NASCAR NASDAQ NATO NICE NIMBY OPEC OSHA RADA RAM REM RICO ROM
    SAGE SALT SARS SCUBA SEAL SIM SONAR SWAT UEFA UKIP UNESCO UNICEF UNITA UNPROFOR""".split()
)
_SAID_BOTH_WAYS = frozenset("FAQ FAQS HUD LEGO MRSA NY ROI SAT SCOTUS SQL SME URL".split())
_WORDS_IN_YOU = frozenset({"UEFA", "UKIP", "UNESCO", "UNICEF", "UNITA"})


def begins_with_vowel_sound(word: str) -> bool | None:
    """Whether "an" goes before this word (a token without blanks); None where its letters leave a doubt."""
    if number := _NUMBER.match(word):
        return _number(number.group(1).replace(",", ""))
    if capitals := _CAPITALS.match(word):
        return _capitals(capitals.group(1))
    if letter := _LETTER.match(word):
        name = (letter.group(1) or letter.group(2)).upper()
        return name in _VOWEL_LETTERS
    return _spoken(word) if word[:1].isascii() and word[:1].isalpha() else None


def _number(digits: str) -> bool | None:
    if digits[0] == "8":
        return True
    if digits[:2] in ("11", "18"):
        # 11 and 18 are "eleven" and "eighteen", also before thousands; 1,100 and 1850 may be "one thousand" or "eleven hundred".
        return True if len(digits) % 3 == 2 else None if len(digits) == 4 else False
    return False


def _capitals(letters: str) -> bool | None:
    if letters in _SAID_BOTH_WAYS:
        return None
    by_name = letters[0] in _VOWEL_LETTERS
    by_sound = letters[0] in "AEIO" or (letters[0] == "U" and letters not in _WORDS_IN_YOU)
    if letters in _SAID_AS_WORDS:
        return by_sound
    if letters in _SPELLED_OUT or by_name == by_sound or not _ONSET.match(letters):
        return by_name
    return None


def _spoken(word: str) -> bool | None:
    small = word.lower()
    if _EITHER_H.match(small) or _UNCERTAIN.match(small) or not _SPEAKABLE.match(small):
        return None
    if _SILENT_H.match(small):
        return True
    if _YOU.match(small) or _WON.match(small):
        return False
    if small[0] == "u" and word[0].isupper():
        return None
    return small[0] in "aeiou"
