"""Rules of foreign packs, each with a text: what is found, where and in which words is what Vale 3.26 says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.substitution import Substitution
from lint.language.article import Article
from lint.patience import Patience
from lint.rule_file import read_rule
from lint.text import Source
from lint.views import views
from lint.wraps import term_pattern

_CASES = json.loads((Path(__file__).parent.parent / "fixtures" / "patterns" / "kinds.json").read_text("utf-8"))


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case["name"])
def test_a_rule_finds_what_vale_finds(case):
    rule = read_rule(Source("R.yml", case["rule"] + "\n"), "T.R", "T", bundled=False)
    source = Source("text.md", case["text"] + "\n")
    found = []
    for match in sorted(_matches(rule, source, tuple(case["vocabulary"])), key=lambda match: match.span):
        place = source.position(match.span.start)
        words = source.text[match.span.start : match.span.end]
        found.append([place.line, place.column, words, match.message or rule.text(match.args)])
    assert found == case["findings"]


_TERMS = (
    "(?i)GitHub",
    "[Oo]bservability",
    "[pP]y.*\\b",
    "ABC-DEF",
    "definately",
    "Log4j",
    "Definately",
    ".NET",
    "Node.js",
    "My Brand",
)


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("Github and GITHUB", []),
        ("I use Pyyaml and pyJson.", []),
        ("oBservability", ["Use '[Oo]bservability' instead of 'oBservability'."]),
        ("the log4j library, ABC-DEf", ["Use 'Log4j' instead of 'log4j'.", "Use 'ABC-DEF' instead of 'ABC-DEf'."]),
        ("definately Definately", ["Use 'Definately' instead of 'definately'."]),
        ("node.js, nodexjs, Node.js", ["Use 'Node.js' instead of 'node.js'."]),
        ("the My\nBrand", []),
        (".net or my\nbrand", ["Use '.NET' instead of '.net'.", "Use 'My Brand' instead of 'my brand'."]),
    ],
)
def test_a_term_of_a_vocabulary_is_written_as_it_is_there(text, messages):
    assert [_filled(match) for match in _terms_in(text, _TERMS)] == messages


def test_a_term_that_wraps_keeps_its_line_end():
    (match,) = _terms_in("Say my\nbrand now.", ["My Brand"])
    assert [edit.text for fix in match.fixes for edit in fix] == ["My\nBrand"]


def _terms_in(text, terms):
    swap = {rf"(?<!\w){term_pattern(term)}(?!\w)": term for term in {term.lower(): term for term in terms}.values()}
    kind = Substitution(swap, ignorecase=True, nonword=True, vocab=False, foreign=True)
    document = parse(Source("text.md", text + "\n"))
    (view,) = [view for view in views(document, frozenset()) if "text" in view.place.parts and not view.fragment][:1]
    return sorted(kind.find(view.prose, Article(document)), key=lambda match: match.span)


def _filled(match):
    from lint.message import fill

    return fill("Use '%s' instead of '%s'.", match.args)


def _matches(rule, source, terms):
    document = parse(source)
    article = Article(document, House(vocabulary=Vocabulary(terms=terms)), patience=Patience(5))
    proses = [view.prose for view in views(document, frozenset()) if rule.views(view.place)]
    if hasattr(rule.kind, "survey"):
        return list(rule.kind.survey(proses, article))
    return [match for prose in proses for match in rule.kind.find(prose, article)]
