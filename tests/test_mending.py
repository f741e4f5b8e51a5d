"""The invariants of mending: what is changed, what never is, and what is said of it."""

from time import process_time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import packs
from lint.action import Action
from lint.diagnostic import Applicability, Diagnostic, Fix, Severity
from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.guard import letters_of
from lint.house import House
from lint.kinds.existence import Existence
from lint.kinds.substitution import Substitution
from lint.language.article import Article
from lint.mending import choose, mend
from lint.prefilter import RuleSet
from lint.rule import Rule
from lint.text import Edit, Source, Span

RULES = RuleSet(rule for name in packs.bundled_names() for rule in packs.bundled(name).rules if rule.enabled)


def mended(text, rules=RULES, name="a.md", threshold=Applicability.SAFE):
    def read(text):
        return parse(Source(name, text), Reading())

    return mend(read(text), rules, House(), read, threshold)


def document(text):
    return parse(Source("a.md", text), Reading())


def rule(kind, id="test.rule", applicability=Applicability.SAFE, **keys):
    return Rule(id, kind, "'%s'", applicability=applicability, **keys)


def swap(**words):
    return RuleSet([rule(Substitution({old: new}), f"test.{old}") for old, new in words.items()])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # prose is mended wherever it stands
        ("# The the talks\n", "# The talks\n"),
        ("- recieve\n", "- receive\n"),
        ("> It rained.\n\nThe *goverment* agrees.\n", "> It rained.\n\nThe *government* agrees.\n"),
        ("| a hour |\n|---|\n| teh |\n", "| an hour |\n|---|\n| the |\n"),
        ('![A seperate room](a.png "x")\n', '![A separate room](a.png "x")\n'),
        (
            "---\ntitle: The goverment\nslug: teh-goverment\n---\n\nIt recieved it.\n",
            "---\ntitle: The government\nslug: teh-goverment\n---\n\nIt received it.\n",
        ),
        ("---\ntitle: 'It dont work'\n---\n", "---\ntitle: 'It don''t work'\n---\n"),
        ("the\r\nthe end\r\n", "the end\r\n"),
        ('{{< figure src="recieve.jpg" caption="They recieve it" >}}\n', '{{< figure src="recieve.jpg" caption="They receive it" >}}\n'),
        ("See {% include teh.html caption='I recieve' %} here.\n", "See {% include teh.html caption='I receive' %} here.\n"),
        # markup, code, links, slugs and URLs are not prose
        ("`teh` and [link](teh.html) <http://teh.com>\n", None),
        ("```\nteh\n```\n\n    teh code\n", None),
        ("---\nslug: teh-talks\nimage: /img/recieve.jpg\n---\n\nFine.\n", None),
        ('{{< figure src="teh.jpg" class="recieve" >}}\n\n{% include teh.html %}\n', None),
        ("<script>teh</script> <a href='teh'>x</a>\n", None),
        ("See @teh_desk, #teh, C:\\teh\\x, recieve.html, x/teh/y and `recieve()`.\n", None),
        # but the title of such an element is
        ("<p>It <code title='teh end'>teh</code> is.</p>\n", "<p>It <code title='the end'>teh</code> is.</p>\n"),
        # markup between the words: no fix
        ("could **the** *the* end\n", None),
        ("a <b>hour</b> and re&#99;ieve\n", "an <b>hour</b> and re&#99;ieve\n"),
        # a quotation is sacred: no letter changes in it
        ("“I recieve teh the the post,” she said.\n", None),
        ("\"a hour,\" he said, 'the the end'.\n", None),
        ("> They recieve it.\n", None),
        ("‘We recieve it,’ he said.\n", None),
        ("She wrote: “We  agree , of course.”\n", None),
        ("“We  agree , of course,” she said.\n", "“We agree, of course,” she said.\n"),
        ("He will recieve [sic] it.\n", None),
        ("He said <q>we recieve a hour</q> and a hour.\n", "He said <q>we recieve a hour</q> and an hour.\n"),
        # names and numbers are nobody's to change in bulk
        ("We met Goverment Smith.\n", None),
    ],
)
def test_safe_fixes_change_faults_of_prose_and_nothing_else(before, after):
    assert mended(before).text == (before if after is None else after)


def test_columns_of_plain_text_stay_apart():
    assert not mended("Name       Age  City\nMary Jones  37  Bern\nJo  9  Basel\n", name="a.txt").changes
    assert mended("We met  in Bern.  Then we left.\n", name="a.txt").text == "We met in Bern.  Then we left.\n"


def test_every_change_is_told_with_the_words_around_it():
    mending = mended("One.\n\nThe the talks recieve , it\n")
    assert [(change.rule, change.line, change.old, change.new) for change in mending.changes] == [
        ("typos.repeated-word", 3, "The the", "The"),
        ("typos.misspelling", 3, "recieve", "receive"),
        ("typos.space-before-punctuation", 3, "recieve ,", "recieve,"),
    ]
    assert mending.text == "One.\n\nThe talks receive, it\n"


def test_of_two_fixes_that_overlap_the_first_is_made():
    rules = RuleSet([rule(Substitution({"one two": "ab"}), "test.b"), rule(Substitution({"two three": "bc"}), "test.a")])
    mending = mended("one two three\n", rules)
    assert (mending.text, len(mending.changes)) == ("ab three\n", 1)


def test_rounds_go_on_until_no_safe_fix_is_left():
    assert mended("aaa\n", swap(aaa="bbb", bbb="ccc", ccc="ddd")).text == "ddd\n"


def test_rules_that_undo_each_other_are_named_and_nothing_is_written():
    mending = mended("cat\n", swap(cat="dog", dog="cat"))
    assert mending.text == "cat\n"
    assert not mending.changes
    assert "test.cat and test.dog" in mending.refused[0].message


def test_a_rule_that_has_no_part_in_the_undoing_is_not_named():
    mending = mended("teh cat\n", swap(teh="the", the="that", cat="dog", dog="cow", cow="cat", that="such"))
    assert "test.cat and test.cow and test.dog: the fixes undo each other" in mending.refused[0].message


def test_a_rule_that_has_no_part_in_going_on_for_ever_is_not_named():
    endless = rule(Existence(("x+",), ignorecase=False), action=Action("edit", ("regex", "$", "x")))
    mending = mended("teh x\n", RuleSet([endless, *swap(teh="the").rules]))
    assert mending.refused[0].message.startswith("test.rule: the fixes come to no end")


def test_rules_that_go_on_for_ever_are_named_and_nothing_is_written():
    rules = RuleSet([rule(Existence(("x+",), ignorecase=False), action=Action("edit", ("regex", "$", "x")))])
    mending = mended("x\n", rules)
    assert mending.text == "x\n"
    assert "test.rule: the fixes come to no end" in mending.refused[0].message


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("word\n", "word\n", "# no"),
        ("word\n", "word\n", "- item"),
        ("word\n", "\\*so\\*\n", "*so*"),
        ("word <b>x</b>\n", "\\<b> <b>x</b>\n", "<b>"),
        ('---\ntitle: "word"\n---\n', '---\ntitle: "\\"so\\""\n---\n', '"so"'),
        ("---\ntitle: word\n---\n", "---\ntitle: word\n---\n", "so: it"),
        ("![word](a.png)\n", "![a\\]b](a.png)\n", "a]b"),
    ],
)
def test_what_is_put_in_is_escaped_and_a_change_of_the_markup_is_refused(before, after, words):
    mending = mended(before, RuleSet([rule(Existence(("word",)), action=Action("replace", (words,)))]))
    assert mending.text == after
    assert bool(mending.refused) == (before == after)


def test_a_fix_that_would_change_the_markup_is_dropped_alone():
    mending = mended(
        "word and teh end\n\nword\n", RuleSet([rule(Existence(("^word",)), action=Action("replace", ("- x",))), *swap(teh="the").rules])
    )
    assert "the end" in mending.text
    assert all("word" in failure.message for failure in mending.refused)


def test_one_bad_fix_among_many_costs_few_readings():
    readings = []

    def parsed(text):
        readings.append(text)
        return document(text)

    text = "teh cat\n\n" * 500 + "word\n\n" + "teh cat\n\n" * 500
    rules = RuleSet([rule(Existence(("^word",)), "test.bad", action=Action("replace", ("- x",))), *swap(teh="the").rules])
    mending = mend(document(text), rules, House(), parsed)
    assert mending.text == text.replace("teh", "the")
    assert [failure.rule for failure in mending.refused] == ["test.bad"]
    assert len(readings) < 50


def test_very_many_bad_fixes_end_in_time():
    readings = []

    def parsed(text):
        readings.append(text)
        return document(text)

    text = "teh cat\n\n" + "word\n\n" * 2000
    rules = RuleSet([rule(Existence(("^word",)), "test.bad", action=Action("replace", ("- x",))), *swap(teh="the").rules])
    mending = mend(document(text), rules, House(), parsed)
    assert mending.text == text.replace("teh", "the")
    assert len(mending.refused) == 2000
    assert len(readings) < 1000


def test_fixes_that_overlap_by_the_thousand_are_chosen_in_time():
    spans = [Span(number, number + 3) for number in range(0, 60_000, 2)]
    found = [Diagnostic(span, "test.rule", "", Severity.ERROR, (Fix("", (Edit(span, ""),), Applicability.SAFE),)) for span in spans]
    began = process_time()
    assert [one.fix.edits[0].span.start for one in choose(found, Applicability.SAFE)] == list(range(0, 60_000, 4))
    assert process_time() - began < 2


def test_unsafe_fixes_are_made_only_when_they_are_asked_for():
    text = "The candi- dates came.\n"
    assert mended(text).text == text
    assert mended(text, threshold=Applicability.UNSAFE).text == "The candidates came.\n"


def test_no_unsafe_fix_is_made_where_none_stands_out():
    rules = RuleSet([rule(Substitution({"word": "one|two"}))])
    assert mended("word\n", rules, threshold=Applicability.UNSAFE).text == "word\n"


_WORDS = st.sampled_from(
    [
        *"the the a hour recieve , .. teh “ ” \" ' > # - * ** _ ` < b> </b> [ ]( ) & &amp; {{ }} {% %}".split(),
        *"| 💥 é \\ $ --- ﬁ Ã© said <!-- -->".split(),
        *("\n", "\n\n", "\r\n", "  ", "\t", "\u00a0"),
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=30).map(" ".join), st.sampled_from(["a.md", "a.html", "a.txt", "a.mdx"]))
def test_mending_twice_is_mending_once_and_tells_every_change(text, name):
    once = mended(text, name=name)
    twice = mended(once.text, name=name)
    assert twice.text == once.text
    assert not twice.changes
    assert bool(once.changes) == (once.text != text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_WORDS, max_size=30).map(" ".join), st.sampled_from(["a.md", "a.html", "a.txt"]))
def test_no_letter_of_a_quotation_changes(text, name):
    article = Article(parse(Source(name, text), Reading()))
    for diagnostic in check(article.document, RULES).diagnostics:
        for fix in diagnostic.fixes:
            for edit in fix.edits:
                place = article.document.resolve(edit.span)
                assert place is not None
                kept = letters_of(text[slice(*edit.span)]) == letters_of(edit.text)
                assert kept or fix.applicability is Applicability.DISPLAY or not article.is_quoted(*place)


_INSIDE = "we recieve the the post in a hour and utilize it"


@pytest.mark.parametrize("threshold", [Applicability.SAFE, Applicability.UNSAFE])
@pytest.mark.parametrize("name", ["a.md", "a.html", "a.txt"])
@pytest.mark.parametrize("marks", ["“”", '""', "‘’", "''", "«»", "„“", ("``", "''"), ("''", "''"), ("<q>", "</q>"), ("“", '"')])
def test_what_stands_between_quotation_marks_keeps_its_letters(marks, name, threshold):
    opening, closing = marks
    if opening == "<q>" and name == "a.txt":
        pytest.skip("plain text has no elements")
    text = f"He said: {opening}{_INSIDE},{closing} and then they left the the room.\n"
    after = mended(text, name=name, threshold=threshold).text
    assert f"{opening}{_INSIDE}," in after
    assert "left the room" in after


@pytest.mark.parametrize("threshold", [Applicability.SAFE, Applicability.UNSAFE])
def test_a_quotation_over_paragraphs_keeps_its_letters(threshold):
    text = f"She said: “{_INSIDE}.\n\n“And {_INSIDE}.\n\n“Then {_INSIDE},” she said, and left the the room.\n"
    assert mended(text, threshold=threshold).text == text.replace("left the the", "left the")
