"""Small words that were left out: `is due meet`, `most the survivors`, `depends the weather`, `became first woman to`.

A frame says which word is missing where; the language model has to agree that the sentence is much better with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint.compiled import compiled
from lint.document import Prose
from lint.language.article import Article
from lint.language.irregular_verbs import is_participle_alone
from lint.language.lexicon import WordClass, lexicon
from lint.language.running import around, fit, place_of, words_in
from lint.language.word_numbers import Number, is_verb_only, number_of_noun
from lint.named import NamedTuple

_OWNED = "the|a|an|his|her|its|their|our|my|your|this|these|those"
_NO_NOUN = r"(?<!\ba )(?<!\b(?:an|no|of|my) )(?<!\b(?:the|his|her|its|our|two|any) )(?<!\b(?:each|this|your) )(?<!\b(?:every|their) )"
"""Not behind a word that makes a noun or an adjective of the next one: `a failed connection`."""
_TIMES = r"part\b|other\b|worse\b|while\b|\w*(?:minute|hour|week|month|year|day)"


class _Frame(NamedTuple):
    """The word that is missing, how much better the sentence has to be with it, and what stands before the gap and has to follow.

    In `around` HEADS is one of the `heads`; `verb` is the base form of a verb, `many` a plural, `some` words of which one is a plural.
    """

    word: str
    least: float
    heads: str
    around: str

    @property
    def triggers(self) -> frozenset[str]:
        """Words one of which is in every text that it can match, as they stand there."""
        small = self.heads.split()
        return frozenset((*small, *(word.capitalize() for word in small)))

    @property
    def pattern(self) -> str:
        """What stands before the gap, and a look at what follows."""
        heads = "|".join(self.heads.split())
        return self.around.replace("HEADS", f"(?:{heads})")


_FRAMES = (
    _Frame(
        "to",
        3.9,
        "due able unable willing unwilling decided refused hopes hoped planned plans wants wanted agreed tried tries failed"
        " managed expected set hoping planning",
        rf"{_NO_NOUN}HEADS(?= (?P<verb>[a-z]+)\b)",
    ),
    _Frame(
        "to",
        4.2,
        "forced allow allows allowed ordered urged enabled persuaded convinced encouraged required invited advised expected",
        r"HEADS (?:the|a|his|her|their|its|our) [a-z]+(?= (?P<verb>[a-z]+)\b)",
    ),
    _Frame(
        "to",
        -2.0,
        "respond responds responded responding listen listens listened listening belong belongs belonged according entitled"
        " objected objecting",
        rf"HEADS(?= (?:{_OWNED}|any) (?-i:[a-z\d]))",
    ),
    _Frame("to", -2.0, "way object", rf"(?:on (?:his|her|its|their|our|my|the) way|to object)(?= (?:{_OWNED}|any) )"),
    _Frame("to", -2.0, "speak speaks spoke speaking talk talks talked talking", r"HEADS(?= each other\b)"),
    _Frame(
        "of",
        1.7,
        "most some none one several each many",
        r"(?<!by )HEADS(?= (?:the|these|those)(?P<some>(?-i: [a-z])[\w’'-]*(?: [\w’'-]+){0,2}))",
    ),
    _Frame(
        "of",
        2.0,
        "lot number dozens hundreds thousands millions scores",
        r"(?:(?:a )(?:lot|number)|dozens|hundreds|thousands|millions|scores)(?= (?P<many>[a-z]+)\b)",
    ),
    _Frame("to", -2.0, "according", rf"{_NO_NOUN}HEADS(?= (?!to\b|as\b)[a-z])"),
    _Frame(
        "to",
        4.2,
        "forced allow allows allowed ordered urged enabled persuaded convinced encouraged required invited advised asked told wanted",
        r"HEADS (?:him|them|us|me|it|people|residents|staff|drivers|police)(?= (?P<verb>[a-z]+)\b)",
    ),
    _Frame("as", 1.0, "much many few little", r"as HEADS(?= [$£€]?\d)"),
    _Frame("of", -4.0, "whom", r"(?<=, )(?:both|some|many|most|none|all|two|three|several|few|half)(?= HEADS\b)"),
    _Frame("of", 0.0, "spite behalf favour favor charge midst", rf"(?:in|on) (?:the )?HEADS(?= (?:{_OWNED}) )"),
    _Frame("of", 1.0, "back front top bottom edge middle side rest", rf"(?:at|on|in|to|for) the HEADS(?= (?:{_OWNED}) )"),
    _Frame("of", 0.0, "accuse accuses accused accusing", r"HEADS (?:(?:the|a|his|her|their|its) )?[a-z]+(?= [a-z]{2,}ing\b)"),
    _Frame("the", 1.0, "one", r"HEADS of(?= (?P<many>[a-z]+)\b)"),
    _Frame("for", 2.0, "waiting", rf"been HEADS(?= (?:{_OWNED}) (?!{_TIMES}))"),
    _Frame("than", 2.0, "those", r"(?:more \w+|\w+er|less \w+)(?= HEADS of\b)"),
    _Frame("to", 4.2, "how", r"(?:know|knows|knew|learn|learned|teach|taught|show|shows|explain|explains|on) HEADS(?= (?P<verb>[a-z]+)\b)"),
    _Frame(
        "are", 0.0, "no", r"there(?= HEADS (?:plans|signs|reports|injuries|survivors|details|guarantees|witnesses|arrests|questions)\b)"
    ),
    _Frame("was", -3.0, "which", r"(?<=, )HEADS(?= [a-z]+ed by\b)"),
    _Frame("the", 2.0, "past last next", r"(?:in|over|during|for|within)(?= HEADS (?:decade|century|week|month|season|quarter)\b)"),
    _Frame("than", 4.0, "more less", r"HEADS(?= (?:its|his|her|their) [a-z]+\b)"),
    _Frame("would", -6.0, "not", r"(?:they|he|she|it|we)(?= HEADS be [a-z]+ing\b)"),
    _Frame("take", -6.0, "months years weeks days hours decades", r"(?:could|would|may|might|will)(?= HEADS\b)"),
    _Frame("of", -4.0, "much", r"(?:across|over|for|in|through|throughout) HEADS(?= (?:the|his|her|its|their) (?!same\b)[a-z])"),
    _Frame("of", 1.0, "site outskirts verge brink aftermath wake heart", r"(?:in|on|at) the HEADS(?= (?:a|an|the) )"),
    _Frame("of", 2.0, "intention chance risk", r"(?:no|any|little|the) HEADS(?= [a-z]+ing\b)"),
    _Frame("is", 0.0, "little no", r"there(?= HEADS (?:doubt|question|sign|evidence|point|need|reason|chance|hope)\b)"),
    _Frame("for", 1.0, "appealing", r"HEADS(?= (?:witnesses|information|help|calm|donations|volunteers)\b)"),
    _Frame("than", 4.0, "last", r"(?:more \w+|(?:\w+er)|less \w+)(?= HEADS (?:year|month|week|season|summer|winter)['’]s\b)"),
    _Frame("of", 2.0, "consist consists consisted regardless", rf"HEADS(?= (?:{_OWNED}) )"),
    _Frame("on", 0.0, "depend depends depended depending rely relies relied relying", rf"HEADS(?= (?:{_OWNED}) )"),
    _Frame("for", 4.0, "apologise apologised apologize apologized waited waiting looking", rf"HEADS(?= (?:{_OWNED}) (?!{_TIMES}))"),
    _Frame(
        "for",
        1.0,
        "wait",
        r"(?:to|please|must|should|will|can|we|they|I|you) HEADS(?= (?:the|his|her|their|our|its)"
        r" (?!\w+ (?:minutes|hours|days|weeks|out)|turn|time|length|outcome|whole|full|entire|usual|required|longest|rest|tables?))",
    ),
    _Frame(
        "for",
        0.0,
        "thank thanks thanked thanking",
        r"HEADS (?:you|him|her|them|us|everyone)(?= (?:your|his|her|their|our) (?!hono|maj|lord|exc|gra))",
    ),
    _Frame("of", 0.0, "age", r"at the HEADS(?= (?:\d\d?|[a-z]+een|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b(?!-))"),
    _Frame(
        "it",
        -4.0,
        "because although unless whereas",
        r"HEADS(?= (?:could|would|can|may|might|must|should|has|had|was|is)"
        r" (?!(?:I|you|he|she|it|we|they|there|the|an?|this|that|his|her|my|our|your|their)\b|not\b[^.!?]{0,80}\bbut\b|(?-i:[A-Z])))",
    ),
    _Frame(
        "are",
        -4.0,
        "not",
        r"(?:if|when|because|that|although|whether|since) (?:you|we|they)(?= HEADS (?P<adjective>[a-z]+)\b)",
    ),
    _Frame(
        "have",
        -2.0,
        "never already",
        r"(?:we|they|you|I|(?!has|was|is|does|this|its|as|us|his)[a-z]+s)"
        r"(?= HEADS (?P<participle>[a-z]+) (?:a|an|the|any|his|her|their|our)\b)",
    ),
    _Frame("with", 1.0, "comply complies complied complying cope copes coped coping", rf"HEADS(?= (?:{_OWNED}) )"),
    _Frame(
        "the",
        3.5,
        "first second third fourth fifth sixth last latest only largest biggest smallest oldest youngest tallest best worst"
        " longest highest lowest most",
        r"(?:is|was|became|become|becomes|becoming|be|been|as|on|in|at|from)"
        r"(?= HEADS (?!\w+ed\b|known|seen|made|built|sung|written|shown|held|taken|given|thing|I\b)[a-z])",
    ),
    _Frame(
        "a",
        1.0,
        "member resident native fan graduate victim descendant supporter citizen",
        r"(?:is|was|been|be|became|become|as)(?= HEADS of\b)",
    ),
)
_PATTERNS = [compiled(rf"(?<![\w’'-])(?P<before>{frame.pattern}) (?P<after>[\w’'-]+)", re.IGNORECASE) for frame in _FRAMES]
_BY_TRIGGER: dict[str, list[int]] = {}
for _number, _frame in enumerate(_FRAMES):
    for _word in _frame.triggers:
        _BY_TRIGGER.setdefault(_word, []).append(_number)
_CLAUSE, _CLAUSE_REACH = compiled(r"[.!?;:,]\s+"), 100
_FRONTED = frozenset(("on", "to", "for", "with"))
_AT_THE_BEGINNING, _BEGINNINGS = frozenset(("of", "is", "are")), ("According", "Thank", "At the age")
_NOT_TOLD = frozenset("only even just yet so such".split())
_NO_BASES = frozenset("to in on at by for with from of and or but as if when that because".split())


class MissingWord(NamedTuple):
    """The two words between which one is missing, the place where it is, and that word."""

    start: int
    end: int
    gap: int
    word: str


def missing_words(article: Article, prose: Prose) -> Iterator[MissingWord]:
    """The places of a block where a small word was left out, in the order of the text."""
    asked = {number for word in _BY_TRIGGER.keys() & words_in(article, prose) for number in _BY_TRIGGER[word]}
    yield from sorted({missing for number in asked for missing in _missing(prose.text, _FRAMES[number], _PATTERNS[number])})


def _missing(text: str, frame: _Frame, pattern: re.Pattern[str]) -> Iterator[MissingWord]:
    for found in pattern.finditer(text):
        capital = found["before"][0].isupper() and frame.word not in _AT_THE_BEGINNING and not found["before"].startswith(_BEGINNINGS)
        if found["after"][0].islower() and not capital and _is_filled(found.groupdict()):
            gap = found.end("before")
            if _gain(text, gap, frame.word) >= frame.least and not _is_fronted(text, found.start(), frame.word):
                yield MissingWord(*found.span(), gap, frame.word)


def _is_fronted(text: str, start: int, word: str) -> bool:
    """Whether the clause begins with the word that seems to be missing: `on the weather depends the crop`."""
    clause = _CLAUSE.split(text[max(0, start - _CLAUSE_REACH) : start])[-1].lower().split()
    return word in _FRONTED and bool({word, "upon" if word == "on" else word} & set(clause[:2]))


def _is_filled(groups: dict[str, str | None]) -> bool:
    """Whether the words behind a gap are what the frame asks for."""
    verb, plurals = groups.get("verb"), groups.get("some") or groups.get("many")
    if verb and (verb in _NO_BASES or not lexicon().classes(verb) & WordClass.VERB):
        return False
    participle, adjective = groups.get("participle"), groups.get("adjective")
    if participle and not (is_participle_alone(participle) and is_verb_only(participle)):
        return False
    if adjective and (adjective in _NOT_TOLD or lexicon().classes(adjective) != WordClass.ADJECTIVE):
        return False
    return not plurals or any(number_of_noun(each) is Number.MANY for each in plurals.lower().split())


def _gain(text: str, gap: int, word: str) -> float:
    """How much better a sentence is with a word at a gap, in nats."""
    neighbours = around(text, gap, gap)
    return fit((place_of(word),), neighbours) - fit((), neighbours)
