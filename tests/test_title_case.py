"""Title case and sentence case, and words whose case is settled."""

import pytest

from lint.language.settled import Settled
from lint.language.title_case import behind, sentence_case, title_case, written


def title(text, **keys):
    return written(text, title_case(text, **keys))


def sentence(text, **keys):
    return written(text, sentence_case(text, **keys))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("&", "&"),
        ("a day at the sea", "A Day at the Sea"),
        ("what it is for", "What It Is For"),
        ("ships: a history of the port", "Ships: A History of the Port"),
        ("an old man-of-war", "An Old Man-of-War"),
        ("on-site work", "On-Site Work"),
        ("ham and/or eggs", "Ham and/or Eggs"),
        ("the “in” crowd", "The “In” Crowd"),
        ('the "in" crowd', 'The "In" Crowd'),
        ("rain — and the wind", "Rain — And the Wind"),
        ("rain—and wind", "Rain—and Wind"),
        ("cats vs. dogs", "Cats vs. Dogs"),
        ("THE iPhone OF NASA", "THE IPhone of NASA"),
        ("élan and éclat", "Élan and Éclat"),
        ("straße in ßtadt", "Straße in ßtadt"),
        ("walk about the town", "Walk About the Town"),
        ("how to bake bread", "How To Bake Bread"),
        ("a guide to cities", "A Guide to Cities"),
    ],
)
def test_ap_has_small_words_within_a_title_alone(text, expected):
    assert title(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("walk about the town", "Walk about the Town"),
        ("a walk about", "A Walk About"),
        ("how to bake bread", "How to Bake Bread"),
        ("during the storm", "During the Storm"),
    ],
)
def test_chicago_has_long_prepositions_small_too(text, expected):
    assert title(text, chicago=True) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("A Day At The Sea", "A day at the sea"),
        ("Ships: The History", "Ships: The history"),
        ("3. The History", "3. The history"),
        ("Part 3. The History", "Part 3. the history"),
        ("(The) “History”", "(The) “history”"),
        ("**** Is Here", "**** is here"),
        ("iPhone AND NASA", "Iphone and nasa"),
        ("top-Level IDEAS", "Top-level ideas"),
        ("ÉLAN Vital", "Élan vital"),
    ],
)
def test_sentence_case_has_a_capital_first_and_behind_a_colon(text, expected):
    assert sentence(text) == expected


@pytest.mark.parametrize(
    ("endings", "expected"),
    [
        ((), "Ships: the port. now"),
        ((".",), "Ships: the port. Now"),
        ((":", "."), "Ships: The port. Now"),
        (("Ships:",), "Ships: the port. now"),
    ],
)
def test_capitals_follow_the_endings_that_are_asked_for(endings, expected):
    assert sentence("Ships: The Port. Now", indicates=behind(endings)) == expected


@pytest.mark.parametrize("convert", [title, sentence])
def test_what_stands_before_the_start_is_left_alone(convert):
    assert convert("a. ships", start=3) == "a. Ships"


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("terms", "spelled", "text", "in_title", "in_sentence"),
    [
        (("iOS",), False, "use iOS", "Use iOS", "Use iOS"),
        (("iOS",), False, "use ios", "Use Ios", "Use ios"),
        (("iOS",), True, "use ios", "Use iOS", "Use iOS"),
        (("[Rr]epo",), True, "my repository", "My repository", "My repository"),
        (("[Rr]epo",), True, "my Repository", "My Repository", "My Repository"),
        (("(?i)grafana",), False, "use GraFana", "Use GraFana", "Use GraFana"),
        (("Tower Bridge",), False, "at Tower Bridge", "At Tower Bridge", "At Tower Bridge"),
        (("Tower Bridge",), True, "at tower bridge", "At Tower Bridge", "At Tower Bridge"),
        (("Node.js",), True, "in NODE.JS", "In Node.js", "In Node.js"),
        (("Node.js",), False, "in Nodexjs", "In Nodexjs", "In nodexjs"),
        (("[cC]onfig", "Config"), True, "my config", "My config", "My config"),
        (("Config", "nfig"), True, "my config", "My Config", "My Config"),
    ],
)
def test_a_term_settles_the_case_of_its_words(terms, spelled, text, in_title, in_sentence, foreign):
    settled = Settled(terms, spelled, foreign)
    assert (title(text, settled=settled), sentence(text, settled=settled)) == (in_title, in_sentence)


@pytest.mark.parametrize("foreign", [False, True])
@pytest.mark.parametrize(
    ("terms", "words", "expected"),
    [
        ((), "API", False),
        (("API",), "an API here", True),
        (("API",), "APIs", False),
        (("API",), "api", False),
        (("(?i)API", "SDK"), "api", True),
        (("(?i)API", "SDK"), "sdk", False),
        (("Tower Bridge",), "Tower\nBridge", True),
    ],
)
def test_a_term_excuses_whole_words(terms, words, expected, foreign):
    assert Settled(terms, False, foreign).excuses(words) is expected


def test_only_letters_change():
    text = "“A—b”  (c/d) 2nd…  e-f: the\tg\nh"
    for converted in (title(text), title(text, chicago=True), sentence(text)):
        assert converted.lower() == text.lower()


def test_a_hard_space_parts_words_for_our_own_rules_alone():
    assert [Settled(foreign=foreign).words("the\xa0old port") for foreign in (False, True)] == [
        ["the", "old", "port"],
        ["the\xa0old", "port"],
    ]
