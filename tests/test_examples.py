"""What proving says of an example that does not hold. (That all bundled rules are proved is in test_repository.py.)"""

from __future__ import annotations

from dataclasses import replace

import pytest

from lint import packs
from lint.examples import disturbances, prove
from lint.formats import parse
from lint.rule import Example, Rule

RULES = {rule.id: rule for name in packs.bundled_names() for rule in packs.bundled(name).rules}
REPEATED = RULES["typos.repeated-word"]


def with_examples(rule: Rule, *examples: Example) -> Rule:
    return replace(rule, examples=examples)


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (Example("It was the the end.", ("the",)), "expected 'the' to be flagged, got 'the the', in 'It was the the end.'"),
        (
            Example("It was the the end.", ("the the",), "It was the end, then."),
            "expected 'It was the end, then.' after the fix, got 'It was the end.'",
        ),
        (Example("It was the the end."), "expected nothing to be flagged, got 'the the', in 'It was the the end.'"),
        (Example("It was the end.", ("the",)), "expected 'the' to be flagged, got nothing, in 'It was the end.'"),
    ],
)
def test_what_does_not_hold_is_said(example: Example, message: str) -> None:
    assert [unproved.message for unproved in prove(with_examples(REPEATED, example), parse)] == [message]


def test_what_holds_needs_no_words() -> None:
    assert prove(with_examples(REPEATED, Example("It was the the end.", ("the the",), "It was the end.")), parse) == ()


def test_a_rule_that_speaks_up_in_the_good_text_of_another_is_named() -> None:
    careless = with_examples(RULES["typos.a-or-an"], Example("It was the the end of an hour."))
    (found,) = disturbances([REPEATED, careless], parse)
    assert found.rule.id == "typos.a-or-an"
    assert found.message.startswith("typos.repeated-word flags 'the the'")
