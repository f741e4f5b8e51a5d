"""What the engine makes of matches: places, scopes, limits, quotations, sentences, fingerprints, failures."""

from time import monotonic

import pytest

from lint.action import Action
from lint.diagnostic import Severity
from lint.document import Reading
from lint.engine import Means, check
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.consistency import Consistency
from lint.kinds.existence import Existence
from lint.kinds.occurrence import Occurrence
from lint.kinds.repetition import Repetition
from lint.kinds.substitution import Substitution
from lint.notices import NOTICES
from lint.patience import Purse
from lint.pattern import Pattern
from lint.prefilter import RuleSet
from lint.rule import Rule, fill
from lint.scope import Selector
from lint.text import Source


def found(text, *rules, name="a.md", house=House(), **keys):
    source = Source(name, text)
    verdict = check(parse(source, Reading()), RuleSet(rules), house, **keys)
    return [text[slice(*diagnostic.span)] for diagnostic in verdict.diagnostics]


def verdict_of(text, *rules, name="a.md", **keys):
    return check(parse(Source(name, text), Reading()), RuleSet(rules), **keys)


def rule(kind, message="'%s'", id="test.rule", **keys):
    return Rule(id, kind, message, **keys)


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (Existence(("very", "quite")), "A very quite every day.", ["very", "quite"]),
        (Existence(("Very",), ignorecase=True), "very VERY", ["very", "VERY"]),
        (Existence(("foo",), nonword=True), "foobar", ["foo"]),
        (Existence(("foo",), exceptions=("foo",)), "foo", []),
        (Existence(("an? \\w+",), exceptions=("a day",)), "a day, a night", ["a night"]),
        (Existence(raw=("foo", "bar")), "foobar foo", ["foobar"]),
        (Existence(("bar",), raw=(" x",), append=True), "bar x bar", ["bar x"]),
        (Existence(()), "nothing", []),
        (Substitution({"utilize": "use"}), "We utilize it.", ["utilize"]),
        (Substitution({"cell ?phone": "phone|cell phone"}), "a cell phone, a cellphone", ["cellphone"]),
        (Substitution({"(\\d+)px": "$1 px"}), "10px wide", ["10px"]),
        (Substitution({"web": "Web"}, ignorecase=True), "web Web WEB", ["web", "WEB"]),
        (Occurrence(",", max=2), "a, b, c, d", [","]),
        (Occurrence(",", max=3), "a, b, c, d", []),
        (Occurrence("x", min=1), "no letter", ["no letter"]),
        (Repetition(("[^\\s.!?]+",), alpha=True), "the the end", ["the the"]),
        (Repetition(("\\w+",), alpha=True), "One is in. In is one.", []),
        (Repetition(("\\w+",), ignorecase=True, exceptions=("Bora Bora",)), "In Bora Bora it it rains", ["it it"]),
        (Consistency({"e-mail": "email"}), "An e-mail.\n\nAn email.", ["email"]),
        (Consistency({"e-mail": "email"}), "An e-mail.\n\nAn e-mail.", []),
    ],
)
def test_kinds_mark_just_their_words(kind, text, expected):
    assert found(text, rule(kind)) == expected


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("text", ["title x", "head x", "para x", "item x", "quote x", "cell x", "alt x"]),
        ("heading", ["head x"]),
        ("heading.h2", ["head x"]),
        ("heading.h1", []),
        ("paragraph", ["para x"]),
        ("list", ["item x"]),
        ("blockquote", ["quote x"]),
        ("table", ["cell x"]),
        ("alt", ["alt x"]),
        ("frontmatter.title", ["title x"]),
        ("text & ~frontmatter & ~alt", ["head x", "para x", "item x", "quote x", "cell x"]),
        ("raw", ["title x", "slug x", "head x", "para x", "item x", "quote x", "cell x", "alt x"]),
    ],
)
def test_a_scope_says_where_a_rule_looks(scope, expected):
    text = (
        "---\ntitle: title x\nslug: slug x\n---\n\n## head x\n\npara x\n\n- item x\n\n> quote x\n\n"
        "| cell x |\n|---|\n| y |\n\n![alt x](a.png)\n"
    )
    assert found(text, rule(Existence(("\\w+ x",)), selector=Selector.parse((scope,)))) == expected


def test_a_sentence_scope_gives_sentences():
    assert found("One two. Three four.", rule(Existence(raw=("^\\w+",)), selector=Selector.parse(("sentence",)))) == ["One", "Three"]


def test_a_sentence_without_what_a_rule_needs_is_not_looked_at(monkeypatch):
    seen = []
    find = Existence.find
    monkeypatch.setattr(Existence, "find", lambda kind, prose, article: (seen.append(prose.text), find(kind, prose, article))[1])
    text = "One is here. A VERY\n old one. Nothing. Very  few."
    for foreign in (False, True):
        assert found(text, rule(Existence(("very (?:old|few)",), ignorecase=True, foreign=foreign), selector=Selector.parse(("sentence",))))
    assert [" ".join(each.split()) for each in seen] == ["A VERY old one.", "Very few."] * 2


def test_places_are_exact_through_markup():
    text = "# É 💥\r\n\r\nSome *ve*ry &amp; q\\_x **very**\r\nnice.\r\n"
    spans = verdict_of(text, rule(Existence(("very", "nice")))).diagnostics
    assert [text[slice(*diagnostic.span)] for diagnostic in spans] == ["ve*ry", "very", "nice"]


def test_a_match_over_markup_has_no_fix_and_one_over_a_line_end_has():
    split, wrapped = (
        verdict_of(text, rule(Substitution({"could of": "could have"}))).diagnostics[0] for text in ("could *of*\n", "could\nof\n")
    )
    assert not split.fixes
    assert wrapped.fixes[0].edits[0].text == "could have"


def test_a_limit_counts_in_a_file():
    assert found("x x\n\nx x\n", rule(Existence(("x",)), limit=3)) == ["x", "x", "x"]


def test_rules_that_share_a_limit_keep_to_the_worst_sentences():
    text = "Red fox. A blue fox, at last and after all. The red and blue fox. A fox, if long, long gone."
    shared = {"limit": 2, "limit_together": "animals"}
    rules = (
        rule(Existence(("fox",)), id="test.fox", **shared),
        rule(Existence(("red",)), id="test.red", **shared),
        rule(Existence(("gone",))),
    )
    assert found(text, *rules) == ["fox", "red", "fox", "gone"]


def test_unless_lets_a_place_pass():
    assert found("mind the gap, the gap", rule(Existence(("gap",)), unless=(Pattern("mind the gap"),))) == ["gap"]


def test_doubt_takes_the_safety_from_a_fix():
    diagnostics = verdict_of("foo, Foo foo", rule(Substitution({"foo": "bar"}), doubtful=(Pattern("Foo foo"),))).diagnostics
    assert [str(diagnostic.fixes[0].applicability) for diagnostic in diagnostics] == ["unsafe", "unsafe"]


def test_the_better_of_two_rules_speaks():
    first = rule(Existence(("big dog",)), id="test.first", supersedes=("test.second",))
    second = rule(Existence(("dog",)), id="test.second")
    diagnostics = verdict_of("A big dog and a dog.", second, first).diagnostics
    assert [diagnostic.rule for diagnostic in diagnostics] == ["test.first", "test.second"]


def test_findings_are_sorted_by_place_and_rule():
    rules = [rule(Existence((word,)), id=f"test.{id}") for word, id in (("b", "z"), ("a", "y"), ("b", "x"))]
    diagnostics = verdict_of("a b a\n\nb", *rules).diagnostics
    assert [(diagnostic.span.start, diagnostic.rule) for diagnostic in diagnostics] == [
        (0, "test.y"),
        (2, "test.x"),
        (2, "test.z"),
        (4, "test.y"),
        (7, "test.x"),
        (7, "test.z"),
    ]


def test_a_fault_in_every_word_of_one_long_sentence_takes_linear_time():
    began = monotonic()
    assert len(verdict_of("a b " * 20_000, rule(Existence(("b",)))).diagnostics) == 20_000
    assert monotonic() - began < 20  # about 1 s; above 100 s when each finding reads the whole sentence again


def test_a_fingerprint_outlives_moving_and_wrapping():
    one, other = (
        verdict_of(text, rule(Existence(("x",)))).diagnostics[0].fingerprint for text in ("A b\nx c. D.\n", "# T\n\nNew. A   b x *c*.\n")
    )
    third = verdict_of("A b x d.", rule(Existence(("x",)))).diagnostics[0].fingerprint
    assert one == other != third


def test_a_quoted_finding_asks_for_the_source():
    quoted, free = verdict_of("“We utilize it,” he said. We utilize it.", rule(Substitution({"utilize": "use"}))).diagnostics
    assert quoted.quoted and quoted.message.endswith("It is quoted: check with the source.")
    assert str(quoted.fixes[0].applicability) == "display"
    assert not free.quoted and "source" not in free.message


@pytest.mark.parametrize(
    ("entry", "word", "covered"),
    [
        ("blog", "Blog", True),
        ("blog", "blogs", True),
        ("blog", "blogging", True),
        ("pry", "pries", True),
        ("code", "coding", True),
        ("Blog", "blog", False),
        ("Blog", "Blog’s", True),
        ("Blog", "Blogs", False),
        ("blog", "blogosphere", False),
    ],
)
def test_an_entry_of_the_vocabulary_covers_its_regular_forms(entry, word, covered):
    assert Vocabulary(frozenset({entry})).excuses(word) is covered


def test_the_vocabulary_excuses_words_and_forbids_others():
    house = House(vocabulary=Vocabulary(frozenset({"teh", "Foo"})))
    assert found("teh foo Foo Foo's", rule(Existence(("teh", "foo", "Foo"))), house=house) == ["foo"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\nlang: de\n---\n\nThe x.\n", []),
        ("---\nlang: en-GB\n---\n\nThe x.\n", ["x"]),
        ("Der Minister hat gesagt, dass die Verhandlungen mit der Regierung noch nicht zu Ende sind und dass er x bleibt.\n", []),
        ("The minister has said that the talks with the government are not over and that he is x today.\n", ["x"]),
    ],
)
def test_a_rule_speaks_only_its_languages(text, expected):
    source = Source("a.md", text)
    diagnostics = check(parse(source, Reading()), RuleSet([*NOTICES, rule(Existence(("x",)), languages=("en",))])).diagnostics
    assert [text[slice(*diagnostic.span)] for diagnostic in diagnostics if diagnostic.rule == "test.rule"] == expected
    notices = [diagnostic.rule for diagnostic in diagnostics if diagnostic.rule == "copydesk.language"]
    assert len(notices) == (0 if expected else 1)


def test_a_foreign_pattern_that_blows_up_stops_alone():
    slow = rule(Existence(raw=("(?:x|xx)+$",), foreign=True), id="test.slow")
    text = "x" * 60 + "!\n\nfine word\n"
    verdict = verdict_of(text, slow, rule(Existence(("word",))), means=Means(Purse(0.2, monotonic)))
    assert [diagnostic.rule for diagnostic in verdict.diagnostics] == ["test.rule"]
    assert [failure.rule for failure in verdict.failures] == ["test.slow"]


def test_a_pattern_that_cannot_be_read_stops_alone():
    verdict = verdict_of("a word\n", rule(Existence(("(",)), id="test.broken"), rule(Existence(("word",))))
    assert [diagnostic.rule for diagnostic in verdict.diagnostics] == ["test.rule"]
    assert "test.broken" in verdict.failures[0].message


@pytest.mark.parametrize(
    ("message", "args", "expected"),
    [
        ("'%s' not '%s'", ("a", "b"), "'a' not 'b'"),
        ("%[2]s %[1]s", ("a", "b"), "b a"),
        ("%d of %d", (3, 2), "3 of 2"),
        ("100%% %s", ("x",), "100% x"),
        ("none", ("x",), "none"),
        ("%s", (), ""),
        ("grade %.2f", (9.123,), "grade 9.12"),
        ("two\nlines", (), "two lines"),
    ],
)
def test_messages_are_filled_as_the_format_says(message, args, expected):
    assert fill(message, args) == expected


def test_a_rule_keeps_its_severity():
    assert verdict_of("x", rule(Existence(("x",)), severity=Severity.ERROR)).diagnostics[0].severity is Severity.ERROR


@pytest.mark.parametrize(
    ("tokens", "params", "text"),
    [
        ("a+", ("regex", "(?:a|aa)+b", "x"), "a" * 60 + "\n\nfine word\n"),
        ("a+", ("regex", "(a", "x"), "aaa\n\nfine word\n"),
        ("a+", ("regex", "a", "$9"), "aaa\n\nfine word\n"),
    ],
)
def test_an_action_that_blows_up_or_makes_no_sense_stops_its_rule_alone(tokens, params, text):
    broken = rule(Existence((tokens,), foreign=True), id="test.broken", action=Action("edit", params))
    verdict = verdict_of(text, broken, rule(Existence(("word",))), means=Means(Purse(0.2, monotonic)))
    assert [diagnostic.rule for diagnostic in verdict.diagnostics] == ["test.rule"]
    assert [failure.rule for failure in verdict.failures] == ["test.broken"]


def test_a_rule_may_be_superseded_by_several():
    worse = rule(Existence(("one", "two", "three")), id="test.worse")
    better = [rule(Existence((word,)), id=f"test.{word}", supersedes=("test.worse",)) for word in ("one", "two")]
    diagnostics = verdict_of("one two three", worse, *better).diagnostics
    assert [diagnostic.rule for diagnostic in diagnostics] == ["test.one", "test.two", "test.worse"]


def test_a_fix_that_stands_there_already_is_none():
    swap = Rule("test.rule", Substitution({"Etna": "Mount Etna"}), "'%s'")
    first, second = verdict_of("Mount Etna, or Etna.", swap).diagnostics
    assert not first.fixes
    assert [edit.text for fix in second.fixes for edit in fix.edits] == ["Mount Etna"]


def test_an_element_for_quotations_is_one():
    diagnostics = verdict_of("<p>He said <q>a word</q>, a word.</p>", rule(Existence(("word",))), name="a.html").diagnostics
    assert [diagnostic.quoted for diagnostic in diagnostics] == [True, False]
