"""Which English a text is in, what the spelling of a word tells, and where two ways of spelling are mixed."""

from __future__ import annotations

import time

import pytest

from lint.document import Document, Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House
from lint.kinds.dialect_mix import DialectMix
from lint.language.article import Article
from lint.language.dialects import dialect, mix
from lint.language.variants import IZE, spelled_in, variant
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Source, apply

US = "The neighbor in the gray coat analyzed the color of the fiber. "
GB = "The neighbour in the grey coat analysed the colour of the fibre. "


def document(text: str, name: str = "page.md") -> Document:
    return parse(Source(name, text), Reading())


@pytest.mark.parametrize(
    "text, name",
    [
        (US, "en-US"),
        (GB, "en-GB"),
        (GB + "They organise it and realise it.", "en-GB"),
        (GB + "They organize it and realize it.", "en-GB-oxford"),
        ("They organize it and realize it.", "en-US"),
        ("The colour and the flavour were analyzed, then the odour and the mould were catalyzed and paralyzed.", "en-CA"),
        ("One neighbour came.", None),
        ("The color and the colour, the center and the centre.", None),
        ("“Neighbour, your colour is grey,” she said.", None),
        ("They met at the World Trade Center and the Department of Defense on Labor Day.", None),
        ("The practice of the program: check the meter, license the judgment.", None),
        ("Set `color` and `center`; read *The center of color* and <cite>the neighbor</cite>.", None),
        ("See color.css, #color, $center, --color and center_x.", None),
        ("---\nlang: en-GB\n---\n" + US, "en-GB"),
        ("---\nlang: en-GB\n---\nThey organize it and realize it.", "en-GB-oxford"),
        ("---\nlang: en-AU\n---\n" + US, "en-AU"),
        ("---\nlang: en\n---\n" + US, "en-US"),
        ("(It is of that colour.) It is in [the centre.](x)", "en-GB"),
        ("", None),
    ],
)
def test_the_dialect_of_a_text(text: str, name: str | None) -> None:
    assert dialect(Article(document(text))) == name


def test_an_element_of_a_page_says_its_dialect() -> None:
    assert dialect(Article(document(f'<html lang="en-GB"><body><p>{US}</p></body></html>', "page.html"))) == "en-GB"


def test_the_house_has_the_last_word() -> None:
    assert dialect(Article(document("---\nlang: en-US\n---\n" + US), House(dialect="en-CA"))) == "en-CA"


@pytest.mark.parametrize(
    "word, there",
    [
        ("colour", {"en-US": "color"}),
        ("colorize", {"en-GB-oxford": "colourize"}),
        ("colourise", {"en-US": "colorize", "en-GB-oxford": "colourize"}),
        ("theatres", {"en-US": "theaters"}),
        ("centred", {"en-US": "centered"}),
        ("analyse", {"en-US": "analyze", "en-CA": "analyze"}),
        ("organization", {"en-GB": "organisation", "en-AU": "organisation"}),
        ("traveller", {"en-US": "traveler"}),
        ("fulfil", {"en-US": "fulfill"}),
        ("offence", {"en-US": "offense"}),
        ("anaemia", {"en-US": "anemia"}),
        ("manoeuvre", {"en-US": "maneuver"}),
        ("mould", {"en-US": "mold"}),
        ("chequered", {"en-US": "checkered"}),
        ("practised", {"en-US": "practiced"}),
        ("storeys", {"en-US": "stories"}),
        ("tyres", {"en-US": "tires"}),
        ("plow", {"en-GB": "plough"}),
    ],
)
def test_what_only_some_write_so(word: str, there: dict[str, str]) -> None:
    known = variant(word)
    assert known is not None and known.dialects
    assert {name: spelled_in(word, name) for name in there} == there


@pytest.mark.parametrize(
    "word", "practice program license meter check tire story judgment judgement adviser advisor artifact prize capsize four error".split()
)
def test_what_is_right_in_all_of_them_tells_nothing(word: str) -> None:
    known = variant(word)
    assert known is None or not known.dialects


def test_the_lexicon_s_gaps_do_not_hide_the_ending() -> None:
    known = variant("virtualization")
    assert known is not None and known.dialects == IZE


def told(text: str, house: House = House(), name: str = "page.md") -> list[tuple[str, str, str]]:
    """The message, the first place's words and the text after the fix."""
    rule = Rule("typos.dialect", DialectMix(), "%s: %s.")
    source = Source(name, text)
    verdict = check(parse(source, Reading()), RuleSet((rule,)), house)
    return [
        (found.message, text[slice(*found.span)], apply(text, found.fixes[0].edits) if found.fixes else text)
        for found in verdict.diagnostics
    ]


@pytest.mark.parametrize(
    "text, message",
    [
        (GB + "A center of color.", "5 words are spelled as in British English, 2 as in American English: 'center', 'color'."),
        (
            GB + "Color fades; the center's color.",
            "5 words are spelled as in British English, 3 as in American English: 'Color', 'center', 'color'.",
        ),
        (GB + "Color fades.", "5 words are spelled as in British English, 1 as in American English: 'Color'."),
        (US + "One theatre, one theatre.", "5 words are spelled as in American English, 2 as in British English: 'theatre'."),
        ("Organize, realize and modernise it.", "2 words are spelled with -ize, 1 with -ise: 'modernise'."),
        (GB + "Organise and realise, then modernize it.", "2 words are spelled with -ise, 1 with -ize: 'modernize'."),
        (US + "Then modernise it.", "5 words are spelled as in American English, 1 as in British English: 'modernise'."),
        (
            GB * 3 + "Favor, labor, honor, rumor, vapor, vigor and odor.",
            "15 words are spelled as in British English, 7 as in American English: 'Favor', 'labor', 'honor', 'rumor', 'vapor' and 2 more.",
        ),
    ],
)
def test_what_is_said_of_a_mix(text: str, message: str) -> None:
    assert [found[0] for found in told(text)] == [message]


@pytest.mark.parametrize(
    "text",
    [
        GB,
        GB + "It opened on Labor Day beside the Kennedy Center.",
        GB + "Labor Day came.",
        GB + "“The color of the center is gray,” she said.",
        GB + "\n\n> The color of the center is gray.",
        GB + "She read *A color of her own* and wrote `color`.",
        GB + "A tire, a check and a program: the practice of judgment.",
        GB + "They organize it and realize it.",
        "A color and a colour.",
        "A color, a center, a colour and a centre.",
        "One theatre.",
    ],
)
def test_no_mix(text: str) -> None:
    assert not told(text)


def test_a_wanted_dialect_needs_no_majority() -> None:
    ((message, words, mended),) = told("The color fades.", House(dialect="en-GB"))
    assert message == "This text should be spelled as in British English, 1 as in American English: 'color'."
    assert (words, mended) == ("color", "The colour fades.")
    assert not told("The colour fades.", House(dialect="en-GB"))
    assert [words for _, words, _ in told("They organize it.", House(dialect="en-GB"))] == ["organize"]
    assert not told("They organize it.", House(dialect="en-GB-oxford"))


def test_the_fix_spells_each_word_as_the_majority_does() -> None:
    ((_, _, mended),) = told(GB * 2 + "Color me skeptical of the *neighborhood* theater, analyzed and colorized.")
    assert mended == GB * 2 + "Colour me sceptical of the *neighborhood* theatre, analysed and colourised."


def test_the_other_places_are_related() -> None:
    article = Article(document(GB + "Color, then color, then a center."))
    (match,) = DialectMix().survey(article.document.blocks, article)
    assert [related.message for related in match.related] == ["'color' here", "'center' here"]


def test_a_long_text_takes_little_time() -> None:
    text = "\n\n".join((GB + US + "It went on as it had begun, and nobody could say why it did so. ") * 4 for _ in range(600))
    article = Article(document(text))
    article.folded, article.is_quoted(article.document.blocks[0], 0, 1)
    began = time.process_time()
    assert mix(article) is None
    assert time.process_time() - began < 2.5
