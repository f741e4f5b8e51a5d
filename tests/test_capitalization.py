"""The kind `capitalization`: what it lets pass, what it says, and what its fix changes."""

import pytest

from lint.action import Action
from lint.document import Reading
from lint.formats import parse
from lint.house import House, Vocabulary
from lint.kinds.capitalization import Capitalization
from lint.language.article import Article
from lint.text import Source


def matches(kind, text, vocabulary=Vocabulary(), name="a.md"):
    document = parse(Source(name, text), Reading())
    article = Article(document, House(vocabulary=vocabulary))
    return [match for block in document.blocks for match in kind.find(block, article)]


def mended(kind, text, **keys):
    """The text after the fixes; None where nothing was found."""
    found = matches(kind, text, **keys)
    edits = sorted((edit for match in found for fix in match.fixes for edit in fix), reverse=True)
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text if found else None


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("keys", "text", "expected"),
    [
        ({"match": "$title"}, "# A Day at the Sea", None),
        ({"match": "$title"}, "# A day at the sea", "# A Day at the Sea"),
        ({"match": "$title"}, "# THE END OF THE DAY", None),
        ({"match": "$title"}, "# One Two Three Four five", None),
        ({"match": "$title", "threshold": 0.81}, "# One Two Three Four five", "# One Two Three Four Five"),
        ({"match": "$title", "threshold": 0}, "# One Two Three four", "# One Two Three Four"),
        ({"match": "$title", "style": "Chicago", "threshold": 1}, "# Talk About Ships", "# Talk about Ships"),
        ({"match": "$title", "style": "other", "threshold": 1}, "# Talk About Ships", None),
        ({"match": "$sentence"}, "# A day at the sea", None),
        ({"match": "$sentence"}, "# A Day at the Sea", "# A day at the sea"),
        ({"match": "$sentence"}, "# a day at the sea by the port", "# A day at the sea by the port"),
        ({"match": "$sentence"}, "# API calls and all that there is", "# Api calls and all that there is"),
        ({"match": "$sentence"}, "# Top-Level names and all the others", None),
        ({"match": "$sentence", "exceptions": ("API",)}, "# API calls", None),
        ({"match": "$sentence", "exceptions": ("Tower Bridge",)}, "# Over Tower Bridge", None),
        ({"match": "$sentence", "threshold": 1}, "# Ships: The port", "# Ships: the port"),
        ({"match": "$sentence", "threshold": 1, "indicators": (":",)}, "# Ships: The port", None),
        ({"match": "$sentence", "prefix": "[a-z]\\.\\s"}, "# b. The port", None),
        ({"match": "$sentence", "prefix": "[a-z]\\.\\s"}, "# b. the Port", "# b. The port"),
        ({"match": "$lower"}, "# a day", None),
        ({"match": "$lower"}, "# A *Day*", "# a *day*"),
        ({"match": "$lower", "exceptions": ("NASA",)}, "# NASA Days", None),
        ({"match": "$upper"}, "# A DAY", None),
        ({"match": "$upper"}, "# A Day", "# A DAY"),
        ({"match": "^[A-Z]"}, "# A day", None),
        ({"match": "^[A-Z]"}, "# one day", "# one day"),
        ({"match": "^[A-Z]", "exceptions": ("iOS",)}, "# on iOS", None),
        ({"match": "$sentence"}, "# — !", None),
    ],
)
def test_a_heading_is_as_it_should_be_or_is_mended(keys, text, expected, foreign):
    assert mended(Capitalization(**keys, foreign=foreign), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# The *Very* Long **Day**", "# The *very* long **day**"),
        ("# The `Code` Of Day", "# The `Code` of day"),
        ("# The `Code`Name Day", "# The `Code`name day"),
        ("# The [Old Port](The/Port) Day", "# The [old port](The/Port) day"),
        ("# The &amp; Old – Port", "# The &amp; old – port"),
    ],
)
def test_markup_in_a_heading_stands(text, expected):
    assert mended(Capitalization("$sentence"), text) == expected


def test_the_whole_block_is_marked_and_both_texts_are_said():
    [match] = matches(Capitalization("$sentence"), "# The *Old* Port\n\n# The old port\n")
    assert match.span == (2, 16)
    assert match.args == ("The Old Port", "The old port")
    assert [edit.text for edit in match.fixes[0]] == ["old", "port"]
    assert match.titles == ("Replace with 'The old port'",)


def test_a_pattern_is_said_as_it_is_and_has_no_fix():
    [match] = matches(Capitalization("^[A-Z]"), "# one")
    assert (match.args, match.fixes) == (("one", "^[A-Z]"), ())


@pytest.mark.parametrize(
    ("action", "mends"),
    [(None, True), (Action("replace"), True), (Action("replace", ("x",)), False), (Action("edit", ("lower",)), False)],
)
def test_an_action_with_words_of_its_own_goes_before(action, mends):
    [match] = matches(Capitalization("$sentence", action=action), "# The Old Port")
    assert bool(match.fixes) is mends


@pytest.mark.parametrize(
    ("vocabulary", "vocab", "text", "expected"),
    [
        (Vocabulary(terms=("Grafana",)), True, "# Use Grafana", None),
        (Vocabulary(terms=("Grafana",)), True, "# Use grafana", "# Use Grafana"),
        (Vocabulary(terms=("Grafana",)), False, "# Use grafana", None),
        (Vocabulary(terms=("Grafana",)), False, "# Use Grafana", "# Use grafana"),
        (Vocabulary(accepted=frozenset(("C++",))), True, "# Use C++", None),
        (Vocabulary(accepted=frozenset(("Old Port",))), True, "# Use old port", "# Use Old Port"),
        (Vocabulary(accepted=frozenset(("barista",))), True, "# Barista at work", None),
    ],
)
def test_the_vocabulary_says_how_its_terms_are_written(vocabulary, vocab, text, expected):
    assert mended(Capitalization("$sentence", vocab=vocab), text, vocabulary=vocabulary) == expected


def test_exceptions_alone_do_not_say_how_words_are_written():
    assert matches(Capitalization("$sentence", exceptions=("Grafana",)), "# Use grafana") == []
