"""Sequences: which tokens, marked where, and what a rule file may say. The cases are what Vale 3.26 says of the same rule and text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import cache, pack_cache
from lint.document import Document, Node, Prose, Reading, Run
from lint.engine import check
from lint.faults import FaultyFile
from lint.formats import parse
from lint.kinds.sequence import Sequence
from lint.language.article import Article
from lint.language.unusable import DictionaryError
from lint.patience import Patience
from lint.prefilter import RuleSet, folded
from lint.rule import Rule, made
from lint.rule_file import read_rule
from lint.steps import Step
from lint.text import Source, Span

PASSIVE = (Step("is|was|been"), Step(tag="VBN"))
LIST = (
    Step(tag="CC", negate=True),
    *(Step(**keys, target=True) for keys in ({"tag": "NNP?S?"}, {"tag": ","}, {"tag": "NNP?S?"}, {"pattern": "and|or"})),
)


def prose_of(text: str, scope: str = "sentence.text") -> Prose:
    return Prose(scope, text, (Run(0, len(text), Span(0, len(text))),))


def article_of(text: str) -> Article:
    return Article(Document(Source("a.txt", text), Node("#text", Span(0, len(text))), ()), patience=Patience(5))


def marked(text: str, *steps: Step, scope: str = "sentence.text", foreign: bool = True, **keys: object) -> list[str]:
    """What is marked, and behind a bar the words that fill the message, where they are others."""
    kind = Sequence(steps, foreign=foreign, **keys)  # type: ignore[arg-type]
    found = []
    for match in kind.find(prose_of(text, scope), article_of(text)):
        words, filling = text[slice(*match.span)], " ".join(map(str, match.args))
        found.append(words if words == filling else f"{words}|{filling}")
    return found


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("text", "steps", "expected"),
    [
        # spelling: the whole token
        ("He hurt your self badly.", (Step("your"), Step("self")), ["your self"]),
        ("It cost your self-worth.", (Step("your"), Step("self")), []),
        ("The end of the week.", (Step("the"), Step("end|week")), ["the week"]),
        ("We don't know.", (Step("do"), Step("n't")), ["don't|do n't"]),
        ("the  big\ncat", (Step("the"), Step(tag="JJ"), Step("cat")), ["the  big\ncat|the big cat"]),
        # tags
        ("It was carefully written, and was printed.", PASSIVE, ["was printed"]),
        ("She reports what the reports say.", (Step("She|the"), Step("reports", tag="NNS")), ["the reports"]),
        ("She can go.", (Step("can", tag="MD"), Step(tag="^VB$")), ["can go"]),
        ("dogs and cats", (Step(tag="NNS"),), ["dogs", "cats"]),
        ("dogs and cats", (Step(upos="noun|cconj"), Step(upos="NOUN|CCONJ")), ["dogs and", "and cats"]),
        ("He was here and ran.", (Step(upos="AUX"),), ["was"]),
        ("He was here and ran.", (Step("ran", upos="AUX"),), ["ran"]),
        # skip: so many tokens may stand before it
        ("It was very carefully written.", (Step("was"), Step(tag="VBN", skip=2)), ["was very carefully written"]),
        ("It was very carefully written.", (Step("was"), Step(tag="VBN", skip=1)), []),
        ("Is the cat on a mat?", (Step(tag="DT", skip=2), Step("mat")), ["a mat"]),
        ("one two three", (Step("one"), Step(skip=2)), ["one two"]),
        # min: so many times, each with its own window
        (
            "The dog chased the cat until it tired.",
            (Step(tag="NN", skip=4, min=2), Step("it", target=True)),
            ["it|dog chased the cat until it"],
        ),
        ("The dog barked because it hungered.", (Step(tag="NN", skip=4, min=2), Step("it", target=True)), []),
        ("very very very good", (Step("very", min=2), Step("good")), ["very very good"]),
        # negate: something else, or nothing at either end of the sentence
        ("You must stop now.", (Step("stop"), Step(tag="IN", negate=True)), ["stop now"]),
        ("You must stop at once.", (Step("stop"), Step(tag="IN", negate=True)), []),
        ("You must stop", (Step("stop"), Step(tag="IN", negate=True)), ["stop"]),
        ("Stop it.", (Step("please", negate=True), Step("Stop")), ["Stop"]),
        ("stop", (Step("stop"), Step("it"), Step("now", negate=True)), []),
        ("all words", (Step("all", negate=True),), []),
        ("He was, he ran, he never.", (Step("He|he"), Step(upos="AUX", negate=True)), ["he never"]),
        # target: only this is marked, if all of it was reached
        ("Cats, dogs or birds sing.", LIST, ["Cats, dogs or|Cats , dogs or"]),
        ("We see cats, dogs or birds.", LIST, ["cats, dogs or|see cats , dogs or"]),
        ("a b c d", (Step("a"), Step("c", skip=2, target=True), Step("d")), ["a b c d"]),
        # one try for each place where the pattern matches in the sentence, whatever it is a part of
        ("cats cat cat", (Step("cat"), Step("cat")), ["cat cat"]),
        ("", (Step(tag="NN"),), []),
        ("nothing asked", (Step(),), []),
    ],
)
def test_a_sequence_marks_just_its_tokens(text, steps, expected, foreign):
    assert marked(text, *steps, foreign=foreign) == expected


def test_case_counts_unless_the_rule_says_otherwise():
    assert marked("Was it? It WAS.", Step("was")) == []
    assert marked("Was it? It WAS.", Step("was"), ignorecase=True) == ["Was", "WAS"]


def test_what_begins_inside_an_exception_passes():
    text = "In early May, cats and dogs rest."
    steps = (Step("and"), Step(tag="NNS"))
    assert marked(text, *steps) == ["and dogs"]
    assert marked(text, *steps, exceptions=("cats and",)) == []
    assert marked(text, *steps, exceptions=("^In [^,]*,", "dogs rest")) == ["and dogs"]


@pytest.fixture
def styles(tmp_path):
    """A folder of styles with a model in it."""
    path = tmp_path / "config" / "dictionaries" / "mine.dict"
    path.parent.mkdir(parents=True)
    path.write_text("# word, tags\n\ncats\tNN\tVB\n code\tVB \t\nruns\tNNS\tVBP\nTHE\tJJ\n", encoding="utf-8")
    return (tmp_path.as_posix(),)


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("It runs Code.", "VB$", ["Code"]),  # the one tag of the lexicon
        ("It runs.", "VBP", ["runs"]),  # of the same class as what the tagger says
        ("Two cats sleep.", "NN$", ["cats"]),
        ("We cats it of THE.", "JJ", ["THE"]),  # as it is written before as it is in lower case
        ("Two dogs sleep.", "NNS", ["dogs"]),  # not in the lexicon
    ],
)
def test_a_model_goes_before_the_tagger(styles, text, tag, expected):
    assert marked(text, Step(tag=tag), model="mine", _folders=styles) == expected


def test_a_model_that_is_not_there_or_says_no_tag_is_named(styles, tmp_path):
    with pytest.raises(DictionaryError, match="the model 'other' is not there"):
        marked("A text.", Step(tag="NN"), model="other", _folders=styles)
    (tmp_path / "config" / "dictionaries" / "bare.dict").write_text("a\tDT\nword\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"bare\.dict:2: 'word' has no tag"):
        marked("A text.", Step(tag="NN"), model="bare", _folders=styles)


def test_a_block_is_parted_into_sentences_and_a_sentence_is_not():
    text = "I came. She went."
    steps = (Step("\\."), Step("She"))
    assert marked(text, *steps, scope="paragraph") == []
    assert marked(text, *steps, scope="sentence.paragraph") == [". She"]


def test_the_places_are_those_of_the_source():
    text = "A *text* was\n**written** here, and one &amp; two was read.\n"
    rule = Rule("test.passive", Sequence(PASSIVE), "%s-%s", languages=())
    verdict = check(parse(Source("a.md", text), Reading()), RuleSet((rule,)))
    assert [(text[slice(*found.span)], found.message) for found in verdict.diagnostics] == [
        ("was\n**written", "was-written"),
        ("was read", "was-read"),
    ]


@pytest.mark.parametrize(
    ("steps", "literals"),
    [
        (PASSIVE, {"is", "was", "been"}),
        ((Step("a"), Step("Example"), Step(tag="NN")), {"example"}),
        ((Step("very", negate=True), Step(tag="JJ")), None),
        ((Step("\\w+"), Step("thing", skip=3)), {"thing"}),
        ((), None),
    ],
)
def test_the_rarest_pattern_says_where_the_rule_can_match(steps, literals):
    assert Sequence(steps).triggers() == (None if literals is None else frozenset(literals))


STEPS = st.builds(
    Step,
    pattern=st.sampled_from(["", "", "the", "was|is", "\\w+", "[A-Z]\\w+", ".*"]),
    tag=st.sampled_from(["", "", "NN", "VB", "DT|JJ"]),
    upos=st.sampled_from(["", "", "NOUN"]),
    skip=st.integers(0, 3),
    min=st.integers(0, 2),
    negate=st.booleans(),
    target=st.booleans(),
).filter(lambda step: not (step.tag and step.upos))
WORDS = st.lists(st.sampled_from("The the was is cat cats written red ’s , . quickly on".split()), max_size=12).map(" ".join)


@given(st.lists(STEPS, max_size=4).map(tuple), WORDS)
def test_a_match_is_in_its_sentence_and_that_holds_a_trigger(steps, text):
    kind = Sequence(steps, foreign=True)
    triggers = kind.triggers()
    for match in kind.find(prose_of(text), article_of(text)):
        assert 0 <= match.span.start < match.span.end <= len(text)
        assert triggers is None or any(literal in folded(text) for literal in triggers)


def read(text: str, bundled: bool = False) -> Rule:
    return read_rule(Source("styles/T/R.yml", text), "T.R", "T", bundled)


def faults(text: str, bundled: bool = False) -> list[str]:
    with pytest.raises(FaultyFile) as raised:
        read(text, bundled)
    return [fault.diagnostic.message for fault in raised.value.faults]


def test_a_rule_file_says_its_tokens_as_mappings():
    tokens = "  - {Pattern: a, negate: true, colour: red, tag: }\n  - {upos: NOUN, skip: '2', min: 3, target: true}\n"
    rule = read(f"extends: sequence\nmessage: m\ntokens:\n{tokens}")
    assert rule.kind == Sequence((Step("a", negate=True), Step(upos="NOUN", skip=2, min=3, target=True)), foreign=True)


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ("[{upos: NOUN, tag: NN}]", "a token has a 'tag' or a 'upos', not both"),
        ("[{upos: THING}]", "'THING' is no universal part-of-speech tag; it is one of ADJ, "),
        ("[{pattern: a, skip: 1000000}]", "'skip' and 'min' are 1000 at most"),
        ("[{pattern: '('}]", "the regular expression cannot be read"),
        ("[a word]", "a mapping is expected here"),
    ],
)
def test_tokens_that_cannot_be_meant_are_faults(tokens, message):
    (fault,) = faults(f"extends: sequence\nmessage: m\ntokens: {tokens}\n")
    assert fault.startswith(message)


def test_a_pack_of_our_own_has_no_unknown_keys_in_its_tokens():
    assert faults("extends: sequence\nmessage: m\ntokens: [{patern: a}]\n", bundled=True) == ["unknown key 'patern'"]


def test_a_rule_without_tokens_is_a_fault():
    assert faults("extends: sequence\nmessage: m\n") == ["the key 'tokens' is missing; the kind 'sequence' needs it"]


def test_a_rule_from_the_cache_of_packs_is_the_same_rule(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(cache, "_off", False)
    rule = read("extends: sequence\nmessage: m\nexceptions: [x]\ntokens: [{pattern: was}, {tag: VBN, skip: 1}]\n")
    pack_cache.keep("entry", [rule])
    (again,) = pack_cache.recall("entry") or ()
    text = "It was well written."
    (match,) = again.kind.find(prose_of(text), article_of(text))  # type: ignore[union-attr]
    assert match.args == ("was", "well", "written")
    assert made(again.kind) == rule.kind
    assert again.options == rule.options
