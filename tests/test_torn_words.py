"""Words torn apart by a typeset page, a hyphen or a blank, and what they are joined to."""

from __future__ import annotations

import pytest

from lint.diagnostic import Applicability
from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.language.article import Article
from lint.language.torn_hyphens import torn_at_hyphens
from lint.language.torn_ligatures import rejoined
from lint.language.torn_words import torn_at_blanks
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source, apply

LIGATURES = "ﬀﬁﬂﬃﬄ"


@pytest.mark.parametrize(
    ("text", "written", "meant"),
    [
        ("The crowd was grati ﬁ ed by the news.", "grati ﬁ ed", "gratified"),
        ("He tried to sti ﬂ e a yawn.", "sti ﬂ e", "stifle"),
        ("Some arti ﬁcial light is needed.", "arti ﬁcial", "artificial"),
        ("A ﬁ re broke out in the night.", "ﬁ re", "fire"),
        ("They watched as ﬁ reworks lit the sky.", "ﬁ reworks", "fireworks"),
        ("She came at the end of the ﬁ rst week.", "ﬁ rst", "first"),
        ("The company said that pro ﬁ ts rose.", "pro ﬁ ts", "profits"),
        ("The minister con ﬁ rmed the report.", "con ﬁ rmed", "confirmed"),
        ("Their ofﬁ ce is closed today.", "ofﬁ ce", "office"),
        ("The in ﬂ ation rate fell.", "in ﬂ ation", "inflation"),
        ("He was the ﬁrst to go.", "ﬁrst", "first"),
        ("It went on ﬁre at once.", "ﬁre", "fire"),
        ("We had to ﬁght for it.", "ﬁght", "fight"),
    ],
)
def test_a_ligature_gets_back_the_pieces_that_make_a_word(text: str, written: str, meant: str) -> None:
    start = next(place for place, letter in enumerate(text) if letter in LIGATURES)
    end = start + 1
    while text[start - 1].isalpha():
        start -= 1
    while text[end].isalpha():
        end += 1
    joined = rejoined(text, start, end)
    assert (text[joined.start : joined.end], joined.text) == (written, meant)


def torn(text: str, name: str = "a.md") -> list[tuple[str, tuple[str, ...]]]:
    article = Article(parse(Source(name, text), Reading()))
    found = [
        (block.text, one)
        for block in article.document.blocks
        for one in (*torn_at_hyphens(block, article), *torn_at_blanks(block, article))
    ]
    return [(words[one.start : one.end], one.forms) for words, one in found]


@pytest.mark.parametrize(
    ("text", "written", "forms"),
    [
        # a line's end that is none any more: without the hyphen
        ("She was one of the candi- dates.", "candi- dates", ("candidates",)),
        ("They flew to Amer- ica in May.", "Amer- ica", ("America",)),
        ("He re- ceived the prize.", "re- ceived", ("received",)),
        ("There was some- thing wrong.", "some- thing", ("something",)),
        ("He had no choice, be- cause the train was late.", "be- cause", ("because",)),
        ("She left the court- room in tears.", "court- room", ("courtroom",)),
        ("It was a dif\u00ad ferent story.", "dif ferent", ("different",)),
        ("It was a dif\u2010 ferent story.", "dif\u2010 ferent", ("different",)),
        ("The govern-\nment fell.", "govern- ment", ("government",)),
        # a compound: with it
        ("The middle- class voters stayed at home.", "middle- class", ("middle-class",)),
        ("A well- known singer came.", "well- known", ("well-known",)),
        ("It was a state-of-the- art kitchen.", "state-of-the- art", ("state-of-the-art",)),
        ("They read a 300- page report.", "300- page", ("300-page",)),
        ("Twenty- three people came.", "Twenty- three", ("Twenty-three",)),
        ("A tongue- in-cheek reply came.", "tongue- in-cheek", ("tongue-in-cheek",)),
        ("It is a sugar- free drink.", "sugar- free", ("sugar-free",)),
        ("The anti- Brexit march began.", "anti- Brexit", ("anti-Brexit",)),
        ("His ex- wife called.", "ex- wife", ("ex-wife",)),
        ("We met Jean- Pierre at the station.", "Jean- Pierre", ("Jean-Pierre",)),
        # both
        ("He fired a semi- automatic rifle.", "semi- automatic", ("semiautomatic", "semi-automatic")),
        ("The bullet-proof glass broke, so the bullet- proof vest was of no use.", "bullet- proof", ("bullet-proof", "bulletproof")),
        # a blank alone
        ("They came to gether in the hall.", "to gether", ("together",)),
        ("The offi cer asked for their papers.", "offi cer", ("officer",)),
        ("Who knows wh ich of them is right?", "wh ich", ("which",)),
        # a blank where a ligature was
        ("The new law bene ts the rich.", "bene ts", ("benefits",)),
        ("The road was full of traf c again.", "traf c", ("traffic",)),
        ("It was a very dif cult question.", "dif cult", ("difficult",)),
    ],
)
def test_what_is_torn_is_joined(text: str, written: str, forms: tuple[str, ...]) -> None:
    assert torn(text) == [(written, forms)]


@pytest.mark.parametrize(
    "text",
    [
        "A two- and three-year plan.",
        "Houses of the pre- or post-war years.",
        "Songs of the mid- to late-1990s.",
        "The first-, second- and third-year classes.",
        "The third- through eighth-grade pupils.",
        "They left open- over closed-source code.",
        "It went viral- they loved it.",
        "He paid for the changes- never once did he complain.",
        "They met in New York- city officials came.",
        "He sold cars- trucks too.",
        "It hit the economy- jobs are gone.",
        "Watch this- It is not what you think.",
        "The film was Released- Hillary saw it.",
        "The vote fell 3- 2, and pages 5- 7 are lost.",
        "1- Open the door.",
        "I w- want to go, he said, and th- the dog too.",
        "The senator (D- Mich.) spoke.",
        "The API key and the CSS classes stand in the env file.",
        "He gave the plan a whirl, and we set y to 12.",
        "An other day, a way out, in to the night.",
        "Mr. Quim said that Quim Ltd would close.",
    ],
)
def test_what_is_whole_is_left_alone(text: str) -> None:
    assert torn(text) == []


def test_in_a_text_that_is_hurt_all_over_any_two_words_may_belong_together() -> None:
    alone = "He showed a moss- coloured map of Spain.\n"
    hurt = alone + "\nThe candi- dates met in the court- room.\n"
    assert torn(alone) == []
    assert ("moss- coloured", ("moss-coloured",)) in torn(hurt)
    assert ("moss- coloured", ("moss-coloured",)) not in torn(hurt + "\nIt went viral- they loved it.\n")


def test_the_vocabulary_of_the_house_has_no_pieces() -> None:
    text = "They came to gether in the hall.\n"
    article = Article(parse(Source("a.md", text), Reading()), House(vocabulary=Vocabulary(("gether",))))
    assert list(torn_at_blanks(article.document.blocks[0], article)) == []


def test_one_cause_is_one_finding() -> None:
    text = "The candi- dates met in Amer- ica. The middle- class voters came to gether; dif\u00ad ferent ones did not.\n"
    rules = RuleSet(rule for rule in bundled("typos").rules if rule.id == "typos.broken-word")
    findings = check(parse(Source("a.md", text), Reading()), rules).diagnostics
    told = [(text[slice(*finding.span)], len(finding.related)) for finding in findings]
    assert told == [("candi- dates", 2), ("to gether", 1)]
    mended = apply(text, [edit for finding in findings for edit in finding.fixes[0].edits])
    assert mended == "The candidates met in America. The middle-class voters came together; dif\u00adferent ones did not.\n"
    assert {finding.fixes[0].applicability for finding in findings} == {Applicability.UNSAFE}
