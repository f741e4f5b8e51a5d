"""Where sentences begin and end, in English news prose.

One pass looks at each stop with a blank behind it and asks whether the next word may begin a sentence and whether the word before it
is an abbreviation. (The library that the design names takes quadratic time on opening quotation marks and raises on lone surrogates.)
"""

from __future__ import annotations

import re
from enum import Enum

from lint.compiled import compiled
from lint.text import Span

_OPENING = r"""[\"'“‘„‚‟‛«‹「『(\[{`*_¿¡]"""
_CLOSING = r"""[\"'”’“‘»›」』）)\]}*_¹²³⁰-⁹\ufffc†‡]"""

_STOP = compiled(
    rf"""
    [.!?…‽؟۔।॥。！？｡\n]                        # one set at the head, so that the search for it is fast
    (?:
        (?<=[.!?…‽؟۔।॥]) (?<![.!?…‽].)            # not inside a row of stops, which would take quadratic time
        (?P<row>[.!?…‽؟۔।॥]*+(?:[ \u00a0]\.++(?!\w)){{0,3}}+)
        (?:{_CLOSING}|\[\w{{1,3}}\])*+          # marks, brackets, notes: `end.”`, `end.[1]`
        (?:[ \u00a0\u202f][»”)](?=\s|\Z))*+
        (?P<blank>\s++)
    |   (?<=[。！？｡]) [。！？｡]*+[」』”’）)]*+(?P<cjk>\s*+)(?!\Z)
    |   (?<=\n) (?P<paragraph>[^\S\n]*+\n\s*+)
    )
    """,
    re.VERBOSE,
)
_WORD_BEFORE = compiled(r"(?:[^\W\d_]\.)+[^\W\d_]{1,2}\Z|[^\W_]+\Z")
_NEXT = compiled(rf"(?:{_OPENING}|[-–—•·]\s?|…|\.(?=[.\s])\s?){{0,8}}+(?P<word>[^\W_]++)?+")
_NAMED_SPEAKER = compiled(
    r"(?:[A-Z][\w’'-]*+\.?[ \u00a0]){1,4}"
    r"(?:said|says?|asks?|asked|cried|replied|replies|wrote|writes|tweeted|added|told|shouted|yelled|joked|quipped|wondered|exclaimed|began|begins|continued)\b"
)
_ELLIPSIS = compiled(r"…|\.{2,3}|\.(?:[ \u00a0]\.){1,2}")
_ROMAN_NUMERAL = compiled(r"[IVXLC]+\Z")
_WINDOW = 24
"""How many characters before a stop are looked at; no abbreviation is longer."""
_LONGEST_SHORT = 3
"""Letters of what may be short for something that no list has."""


class _Abbreviation(Enum):
    NEVER = "never"  # ends no sentence
    TITLE = "title"  # ends none before a capital, which is a name
    NUMBERED = "numbered"  # ends none before a number
    EITHER = "either"  # ends one only where the next word is no name
    CLOCK = "clock"  # a.m.: ends one, unless a day or a time zone follows


_STATES = frozenset(
    """
    Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Mass Md Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Penn Tenn Tex Va Vt Wash
    Wis Wyo N.C N.D N.H N.J N.M N.Y R.I S.C S.D W.Va D.C
    """.split()
)
_LISTS = {
    _Abbreviation.NEVER: "e.g i.e a.k.a cf v vs viz eg ie aka approx incl esp",
    _Abbreviation.TITLE: """
        Mr Mrs Ms Mx Messrs Mmes Prof Profs Rev Revs Hon Sen Sens Rep Reps Gov Govs Gen Gens Lt Col Cols Maj Capt Cmdr Cdr Sgt Cpl Pvt Pfc
        Brig Adm Supt Det Insp Mme Mlle Msgr Fr Amb Atty Pres Lieut Ald Treas Sec Asst
    """,
    _Abbreviation.NUMBERED: """
        no nos vol vols p pp ch chap fig figs sec sect para paras op ver c ca circa est tel ext rm apt eq pt bk No Nos Vol Vols Ch Chap
        Fig Figs Sect Art Arts Op Ver Ca Est Tel Ext Rm Apt Eq Pt Bk Ex Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
    """,
    _Abbreviation.EITHER: """
        Inc Corp Co Cos Ltd Bros Jr Sr jr sr Dr Drs St Ste Mt Mts Ft Ave Blvd Rd Hwy Rte Dept Univ Assn Assoc Ctr Bldg Esq al Ont Que Mon
        Tue Tues Wed Thu Thur Thurs Fri
    """,
    _Abbreviation.CLOCK: "a.m p.m A.M P.M",
}
_ABBREVIATIONS = dict.fromkeys(_STATES, _Abbreviation.EITHER) | {word: kind for kind, words in _LISTS.items() for word in words.split()}

_STARTERS = frozenset(
    """
    The A An He She It They We You I This That These Those But And Or Nor So Yet If When While As At In On For From With Without After
    Before By There Here What Who Whose Why How Where Which His Her Its Their Our My Your Some Many Most All Both Each Every Any Few
    Several Not No Yes Now Then However Although Though Because Since Until Unless Despite Meanwhile Moreover Still Also Even Only Just
    Another One Two Three Once Under During Let Is Are Do Does Did Was Were Have Has Had Can Could Would Will Should May Might Must To
    Nobody Everyone Someone Nothing Everything Instead Perhaps Maybe Again Today Yesterday Tomorrow Earlier Later Among Between According
    More Much Such Other Others Sometimes Usually Often Whether Through Throughout Across About Over Like Unlike Recently Finally First
    Second
    """.split()
)
"""Words that seldom begin a name: behind `U.S.` they begin a sentence."""
_BRANDS_THAT_EXCLAIM = frozenset("Yahoo Jeopardy Jeb Wham Oklahoma Airplane Panic".split())
_NAMED_BY_LETTER = frozenset(
    """
    Vitamin Plan Hepatitis Schedule Group Grade Section Class Type Appendix Exhibit Team Level Category Option Part Tier Title Zone Block
    """.split()
)
_CLOCK_FOLLOWERS = frozenset(
    """
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thurs Fri Sat Sun January February March April June July
    August September October November December ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT UTC BST CET CEST IST Eastern Pacific
    Central Mountain Greenwich
    """.split()
)


def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text in their order, blanks around them left out; together they hold every character that is not blank."""
    found: list[Span] = []
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop):
            found.append(Span(start, _end(text, start, stop)))
            start = stop.end()
    if start < end:
        found.append(Span(start, end))
    return tuple(found)


def _end(text: str, start: int, stop: re.Match[str]) -> int:
    if stop.lastgroup == "paragraph":
        return start + len(text[start : stop.start()].rstrip())
    return stop.start(stop.lastgroup or 0)


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if _ends_plainly(text, start, stop):
        return True
    kind = stop.lastgroup
    if kind == "cjk":
        return not text.startswith(("と", "って"), stop.end())
    if kind == "paragraph" or stop["blank"].count("\n") > 1:
        return True
    word = _next_word(text, stop.end())
    if word[:1].islower() and not _is_brand(word):
        return False
    if text[stop.start()] == "." and stop.end("row") == stop.start() + 1:
        return _ends_after_word(text, start, stop, word)
    return _ends_after_exclamation(text, start, stop, word)


def _ends_plainly(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether nothing but a full stop stands between a word that is no abbreviation and a capital, as at most ends; a cheap look."""
    place = stop.start()
    if text[place] != "." or stop.end("row") != place + 1 or not text[stop.end()].isupper():
        return False
    word = text[max(start, place - _WINDOW) : place].rpartition(" ")[2]
    return len(word) > _LONGEST_SHORT and word.isalnum() and word not in _ABBREVIATIONS


def _next_word(text: str, offset: int) -> str:
    word = _NEXT.match(text, offset)
    return (word and word["word"]) or ""


def _is_brand(word: str) -> bool:
    """Whether a word in lower case may begin a sentence: iPhone, eBay, mRNA."""
    return any(character.isupper() for character in word[1:3])


def _ends_after_word(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """Whether a single full stop ends a sentence, by the word before it and the word after it."""
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _WINDOW), stop.start())
    if before is None:
        return True
    word = before[0]
    if word in _STATES and text.endswith(", ", start, before.start()):
        return text[stop.end()] not in "-–—"  # a dateline: `LODI, N.J. - The`
    kind = _ABBREVIATIONS.get(word) or (_Abbreviation.EITHER if "." in word else None)
    if kind is None:
        return len(word) > _LONGEST_SHORT or _ends_after_short(text, start, before, following)
    return _ends_after_abbreviation(kind, word, following) and text[stop.end()] not in "-–—"


def _ends_after_short(text: str, start: int, before: re.Match[str], following: str) -> bool:
    """Initials, letters that name things, and the number or letter of an item at the head of a sentence: `1.`, `Q.`."""
    word = before[0]
    if (len(word) == 1 or word.isdigit()) and _is_head(text, start, before.start()):
        return False
    if len(word) > 1 or word.isdigit() or (word.islower() and not following[:1].isdigit()):
        return True
    if following in _STARTERS:
        return True
    named = text[max(start, before.start() - _WINDOW) : before.start()].split()
    return bool(named) and named[-1] in _NAMED_BY_LETTER


def _is_head(text: str, start: int, offset: int) -> bool:
    """Whether nothing but marks and brackets stands between the start of a sentence and an offset."""
    return offset - start < 8 and not text[start:offset].strip("([{\"'“‘*_ ")


def _ends_after_abbreviation(kind: _Abbreviation, word: str, following: str) -> bool:
    match kind:
        case _Abbreviation.NEVER | _Abbreviation.TITLE:
            return False
        case _Abbreviation.NUMBERED:
            return not following[:1].isdigit() and not (word[0] in "vVcCpP" and _ROMAN_NUMERAL.match(following))
        case _Abbreviation.CLOCK:
            return not following[:1].isdigit() and following not in _CLOCK_FOLLOWERS
        case _Abbreviation.EITHER:
            return following in _STARTERS


def _ends_after_exclamation(text: str, start: int, stop: re.Match[str], following: str) -> bool:
    """Whether `!`, `?` or an ellipsis ends a sentence before a word that is not in lower case."""
    mark = text[stop.start() : stop.end("row")]
    if mark == "!" and text[max(start, stop.start() - _WINDOW) : stop.start()].rpartition(" ")[2] in _BRANDS_THAT_EXCLAIM:
        return following in _STARTERS
    if _ELLIPSIS.fullmatch(mark) and (following == "I" or _is_head(text, start, stop.start())):
        return False
    closed = stop.end("row") < stop.start("blank")
    return not (closed and following not in _STARTERS and _NAMED_SPEAKER.match(text, stop.end()))
