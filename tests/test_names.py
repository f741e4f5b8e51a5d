"""One name in two ways: what is evidence that two forms are one name, and what keeps two names apart."""

from __future__ import annotations

import time

import pytest

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.name_variant import NameVariant
from lint.language.article import Article
from lint.language.names import variants
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source


def found(text: str, vocabulary: Vocabulary = Vocabulary()) -> list[tuple[str, int, str, int]]:
    document = parse(Source("page.md", text), Reading())
    told = variants(document.blocks, Article(document, House(vocabulary=vocabulary)))
    return [(variant.rarer, len(variant.places), variant.usual, variant.times) for variant in told]


def diagnostics(text: str, vocabulary: Vocabulary = Vocabulary()):
    rules = [rule for rule in bundled("typos").rules if rule.id == "typos.name-variant"]
    return check(parse(Source("page.md", text), Reading()), RuleSet(rules), House(vocabulary=vocabulary)).diagnostics


SAME = [
    ("Rahel Zumbrunn won. Later Zumbrun wept.", "Zumbrun", "Zumbrunn"),
    ("Later Zumbrun wept. In the end Rahel Zumbrunn won.", "Zumbrun", "Zumbrunn"),
    ("Rahel Zumbrunn won. Zumbrunn wept. But Zumburnn smiled.", "Zumburnn", "Zumbrunn"),
    ("Mr. Dovlatian won. They cheered for Dovlatain.", "Dovlatain", "Dovlatian"),
    ("Karin Halvorsen won. The cup goes to Karin Halvorson.", "Halvorson", "Halvorsen"),
    ("Nadia Okonwo said that she won. Okonkwo said that she was sad. Okonkwo wept.", "Okonwo", "Okonkwo"),
    ("Hillary Brandvold won. The cup goes to Hilary Brandvold.", "Hilary", "Hillary"),
    ("Brian Brandvold won. The cup goes to Bryan Brandvold.", "Bryan", "Brian"),
    ("The road to Ostrelvka is shut. Snow fell in Ostrelka. Nobody can go to Ostrelka.", "Ostrelvka", "Ostrelka"),
    ("The road to Ostrelvka is shut. Nobody goes to Ostrelka.", "Ostrelka", "Ostrelvka"),
    ("Mayor Gronlund won. The cup goes to mayor Grönlund.", "Gronlund", "Grönlund"),
    ("Nils Grönlund won. Grönlund wept. Then Gronlund smiled.", "Gronlund", "Grönlund"),
    ('"We won," Ruben Correyo said. "We lost," Coreyo said.', "Coreyo", "Correyo"),
    ("Micklethwaite, the harbour master, won. Tom Micklethwait wept. Micklethwait smiled.", "Micklethwaite", "Micklethwait"),
    ("President Anderson won. A day later they met President Andersen. President Andersen wept.", "Anderson", "Andersen"),
    ("Maeve O’Brannigan won. Later O’Branigan wept. O’Brannigan smiled.", "O’Branigan", "O’Brannigan"),
    ("Ana Tavarro won.\n\n> Later Tavaro wept.\n\nTavarro smiled.", "Tavaro", "Tavarro"),
    ("# Tavaro wins\n\nAna Tavarro won. Tavarro smiled.", "Tavaro", "Tavarro"),
]


@pytest.mark.parametrize(("text", "rarer", "usual"), SAME)
def test_one_name_in_two_ways_is_found(text, rarer, usual):
    assert [(one, other) for one, _, other, _ in found(text)] == [(rarer, usual)]


QUIET = [
    "Lena Andersen won. Paul Anderson lost. Andersen smiled. Anderson wept.",
    "Donald Brandvold won. Ronald Brandvold lost.",
    "Maria Brandvold won. Mario Brandvold lost.",
    "Israel signed. An Israeli firm lost. Israelis wept.",
    "They came in March. Marco Brandvold won. Later Marco smiled.",
    "In Zumbria it rained. The Zumbrian army left. Zumbrians wept, a Zumbri sang.",
    "Rahel Zumbrunn won. The Zumbrunns wept. The Zumbrunn’s cup.",
    "Igor Tavarrov won. His wife Olga Tavarrova wept. Tavarrova smiled.",
    "The town is Ostrelka in one tongue and Ostrelvka in the other.",
    "Rahel Zumbrunn won. They gave the cup to “Zumbrun [sic]”.",
    "Rahel Zumbrunn won. They gave the cup to Zumbrun (sic).",
    "Alan Noltey won. Note the cup. Notley Park is shut.",
    "Nora Capitolo won. The Capitol is shut. She went to the Capitol.",
    "Ana Tavarro won. See https://example.org/Tavaro and @Tavaro and #Tavaro and Tavaro.txt.",
    "Ana Tavarro won. `Tavaro` is the code.",
    "East German towns. East Germany is gone.",
    "José Brandvold won. Jose Halvorsen lost.",
    "Ana Tavarro won. Tavarro wept.",
    "Ali Ross won. Later Ros wept. Park Notley won. Alan Noltey lost. Later Noltey wept.",
    "Lee won. Leigh lost. Lea wept.",
    "Mr. Reid won. Ian Read lost. Mr. Reid wept.",
    "Korea won. Koreans wept. Korean cups.",
    "The Latin text. Latino voters. Latina magazine.",
    "",
]


@pytest.mark.parametrize("text", QUIET)
def test_two_names_are_left_alone(text):
    assert found(text) == []


def test_the_rarer_form_is_marked_once_with_its_other_places_and_both_counts():
    text = "Ana Tavarro won. Tavarro wept. Tavarro sang.\n\nLater Tavaro’s cup fell. They thanked Tavaro."
    (diagnostic,) = diagnostics(text)
    assert diagnostic.message == "This may be 'Tavarro': the text has that 3 times, and 'Tavaro' twice."
    assert text[slice(*diagnostic.span)] == "Tavaro"
    assert [text[slice(*related.span)] for related in diagnostic.related] == ["Tavaro"]
    ((fix),) = diagnostic.fixes
    assert (str(fix.applicability), [edit.text for edit in fix.edits]) == ("display", ["Tavarro"])


def test_what_is_quoted_is_to_be_checked_with_the_source():
    (diagnostic,) = diagnostics("Ana Tavarro won. Tavarro wept. “I saw Tavaro there,” he said.")
    assert diagnostic.quoted and diagnostic.message.endswith("and 'Tavaro' once. It is quoted: check with the source.")


@pytest.mark.parametrize(
    ("vocabulary", "expected"),
    [
        (Vocabulary(), [("Tavarro", 1, "Tavaro", 2)]),
        (Vocabulary(frozenset(["Tavarro"])), [("Tavaro", 2, "Tavarro", 1)]),
        (Vocabulary(frozenset(["Tavarro", "Tavaro"])), []),
        (Vocabulary(never=frozenset(["Tavaro"])), []),
        (Vocabulary(frozenset(["Tavarro"]), rather={"Tavaro": "Tavarro"}), []),
    ],
)
def test_the_vocabulary_decides_which_is_right(vocabulary, expected):
    assert found("Ana Tavaro won. Tavaro wept. Later Tavarro smiled.", vocabulary) == expected


def test_a_finding_says_that_the_vocabulary_has_decided():
    (diagnostic,) = diagnostics("Ana Tavaro won. Tavaro wept. Later Tavarro smiled.", Vocabulary(frozenset(["Tavarro"])))
    assert diagnostic.message == "This may be 'Tavarro': the text has that once, as the vocabulary does, and 'Tavaro' twice."


def test_a_form_is_told_once_however_many_are_like_it():
    text = "Rahel Zumbrunn won. Zumbrunn wept. Later Zumbrun sang. But Zumbrunm smiled."
    assert [(rarer, usual) for rarer, _, usual, _ in found(text)] == [("Zumbrun", "Zumbrunn"), ("Zumbrunm", "Zumbrunn")]


def test_only_the_blocks_of_the_scope_are_looked_at():
    document = parse(Source("page.md", "Ana Tavarro won.\n\nLater Tavaro wept.\n"), Reading())
    assert list(NameVariant().survey(document.blocks[:1], Article(document))) == []


@pytest.mark.parametrize("text", ["Abcde" + "x" * 100_000, " ".join(f"Na{'x' * (n % 9)}me{n}" for n in range(20_000)), "Aa " * 100_000])
def test_hostile_text_takes_no_time(text):
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 5


def test_a_long_list_of_names_takes_little_time():
    letters = "abcdefghijklmnopqrstuvwxyz"
    text = " ".join(f"Zum{a}{b}{c}unn" for a in letters for b in letters for c in letters)
    start = time.perf_counter()
    found(text)
    assert time.perf_counter() - start < 10
