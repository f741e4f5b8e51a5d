"""Patterns from the notes of an earlier run: the same patterns, and never any harm from a cache."""

from __future__ import annotations

import json
import re
from importlib import import_module
from pkgutil import walk_packages

import pytest

import lint
from lint import compiled, pattern_notes

PATTERNS = [
    (r"\bcaf(?P<end>é|e)s?\b", re.IGNORECASE),
    (r"(?P<mark>['\"]).*?(?P=mark)|(?<!\w)(a)?(?(2)b|c)", re.DOTALL),
    ("[а-яё…]{2,}+|(?>x+)y", 0),
    (r" ( \w+ ) # a word", re.VERBOSE | re.MULTILINE),
    ("", 0),
]


@pytest.fixture(autouse=True)
def notes(monkeypatch):
    """Notes of this test alone."""
    monkeypatch.setattr(pattern_notes, "_notes", {})
    monkeypatch.setattr(pattern_notes, "_grown", False)
    return pattern_notes


def kept(notes):
    """The notes as the next run finds them."""
    taken = json.loads(json.dumps(notes.taken()))
    notes._notes.clear()
    notes.put_back(taken)
    return taken


def is_same(pattern, flags):
    made, plain = compiled.compiled_now(pattern, flags), re.compile(pattern, flags)
    return made == plain and (made.groups, made.groupindex, made.flags) == (plain.groups, plain.groupindex, plain.flags)


def our_patterns():
    names = [module.name for module in walk_packages(lint.__path__, "lint.") if module.name != "lint.__main__"]
    values = [value for name in names for value in vars(import_module(name)).values()]
    return [*{(value.pattern, value._flags) for value in values if isinstance(value, compiled._Waiting)}]


@pytest.mark.parametrize("kept_before", [False, True], ids=["fresh", "kept"])
def test_patterns_are_what_the_standard_library_makes(kept_before, notes):
    patterns = [*PATTERNS, *our_patterns()]
    if kept_before:
        for pattern, flags in patterns:
            compiled.compiled_now(pattern, flags)
        kept(notes)
    for pattern, flags in patterns:
        assert is_same(pattern, flags), pattern
    assert (notes.taken() is None) is kept_before


def test_what_is_known_is_not_noted_again(notes):
    compiled.compiled_now("known")
    taken = kept(notes)
    assert notes.taken() is None
    compiled.compiled_now("known")
    assert notes.taken() is None
    compiled.compiled_now("new")
    assert notes.taken() is not None
    notes.put_back(taken)
    assert notes.taken() is not None


def test_what_was_found_out_again_before_the_notes_came_is_no_news(notes):
    compiled.compiled_now("known")
    taken = json.loads(json.dumps(notes.taken()))
    notes._notes.clear()
    compiled.compiled_now("known")
    notes.put_back(taken)
    assert notes.taken() is None


HARM = [
    None,
    [],
    7,
    "code",
    [0, 0, {}, ""],
    [32, 0, {}, "////"],
    [32, 0, {}, "AAAAAA=="],
    [32, 2**40, {}, "AQAAAA=="],
    [32, -5, {}, "AQAAAA=="],
    [32, 0, {"a": 7}, "AQAAAA=="],
    [2**70, 0, {}, "AQAAAA=="],
    ["32", 0, {}, "AQAAAA=="],
    [32, 0, {}, "DgAAAP///38BAAAA"],
    [32, 0, {}, "é"],
]


@pytest.mark.parametrize("harm", HARM)
def test_a_hostile_note_does_no_harm(harm, notes):
    notes.put_back({"code": {"0 peace": harm}})
    assert compiled.compiled_now("peace").search("in peace") or harm == [32, 0, {}, "AQAAAA=="]


def test_a_pattern_that_is_none_is_told_as_ever():
    with pytest.raises(re.error):
        compiled.compiled_now("(")


@pytest.mark.parametrize("kept_before", [False, True], ids=["fresh", "kept"])
def test_patterns_of_bytes_are_no_others(kept_before, notes):
    compiled.compiled_now(r"b'\w+'")
    compiled.compiled_now(rb"\w+")
    if kept_before:
        kept(notes)
    assert is_same(rb"\w+", 0)
    assert is_same(r"b'\w+'", 0)
