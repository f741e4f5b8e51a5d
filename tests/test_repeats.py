"""What stands twice in an article, and what is told twice: which of the invented articles are found, and which are left alone."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from lint.document import Reading
from lint.engine import check
from lint.formats import parse
from lint.packs import bundled
from lint.prefilter import RuleSet
from lint.text import Source

CASES = yaml.safe_load((Path(__file__).parent.parent / "fixtures" / "readability" / "repeats.yml").read_text("utf-8"))
RULES = RuleSet(rule for rule in bundled("readability").rules if rule.id.startswith("readability.repeated-"))
MARK = re.compile("[⟨⟩⟦⟧]")


def found(text, name="page.md"):
    verdict = check(parse(Source(name, text), Reading()), RULES)
    assert not verdict.failures
    return verdict.diagnostics


def unmarked(text):
    """A text without its marks, and the stretches that they stood around: the earlier ones and the later ones."""
    places = {"⟨": [], "⟩": [], "⟦": [], "⟧": []}
    for number, mark in enumerate(MARK.finditer(text)):
        places[mark.group()].append(mark.start() - number)
    return MARK.sub("", text), list(zip(places["⟨"], places["⟩"], strict=True)), list(zip(places["⟦"], places["⟧"], strict=True))


def faults(case):
    """What is wrong with what is told of an article."""
    text, earlier, later = unmarked(case["text"])
    told = found(text, case.get("name", "page.md"))
    rules = {f"readability.{case['rule']}"} if "rule" in case else set()
    wrong = [
        f"{each.rule}: {text[each.span.start : each.span.end]}" for each in told if each.rule not in rules or not is_in(each.span, later)
    ]
    right = [each for each in told if each.rule in rules and is_in(each.span, later)]
    related = [other.span for each in right for other in each.related]
    missed = [text[start:end] for start, end in later if sum(is_in(each.span, [(start, end)]) for each in right) != 1]
    missed += [text[start:end] for start, end in earlier if not any(is_in(span, [(start, end)]) for span in related)] if right else []
    return wrong + missed


def is_in(span, stretches):
    """Whether a span covers most of one of the stretches, and little else."""
    return any(min(span.end, end) - max(span.start, start) > 0.7 * max(end - start, span.end - span.start) for start, end in stretches)


@pytest.mark.parametrize("case", CASES["repeats"], ids=lambda case: case["about"])
def test_what_is_told_twice_is_found(case):
    assert not faults(case)


@pytest.mark.parametrize("case", CASES["near_misses"], ids=lambda case: case["about"])
def test_what_only_seems_so_is_left_alone(case):
    assert not faults(case)


WORDS = """
    anchor apple barrel basket blanket bottle bridge bucket butter candle canvas carpet castle cattle cellar chapel cheese cherry circle
    coffee copper corner cotton cradle curtain dagger desert dinner doctor donkey dragon drawer engine fabric farmer feather fiddle finger
    forest garden garlic ginger goblet gravel guitar hammer harbour hazel helmet herring honey jacket jungle kettle kitchen ladder lantern
    leather lemon letter lizard magnet marble meadow mirror monkey mountain muscle mustard needle nettle onion orchard oyster paddle parcel
    parrot pebble pencil pepper picture pigeon pillow planet plaster pocket potato powder pumpkin puppet rabbit ribbon river rocket saddle
    salmon sandal saucer shadow shovel silver spider spoon stable statue sugar summit thistle thunder timber tomato towel tunnel turnip
""".split()


@st.composite
def articles(draw):
    """Paragraphs of two sentences, of which no two have a long word in common."""
    words = draw(st.permutations(WORDS))
    rows = [words[place : place + 8] for place in range(0, len(words) - 8, 8)]
    told = ["The {} and the {} were behind the {}, a {}, the {} and a {} with {} and {}.".format(*row) for row in rows]
    return [f"{one} {other}" for one, other in zip(told[::2], told[1::2], strict=False)]


@given(articles(), st.data())
def test_a_copy_of_a_sentence_is_found_where_it_was_put_in(paragraphs, data):
    first = data.draw(st.integers(0, len(paragraphs) - 2))
    later = data.draw(st.integers(first + 1, len(paragraphs) - 1))
    sentence = data.draw(st.sampled_from(paragraphs[first].split(". "))).rstrip(".") + "."
    assert not found("\n\n".join(paragraphs))
    before = "\n\n".join([*paragraphs[:later], ""]) + paragraphs[later] + " "
    (told,) = found(before + "\n\n".join([sentence, *paragraphs[later + 1 :]]))
    assert (told.span.start, told.span.end) == (len(before), len(before) + len(sentence))
    assert [each.span.start for each in told.related] == [before.index(sentence)]


MESSAGES = [
    ("{0}\n\nIt rained.\n\n{0}", "This sentence stands word for word in line 1 already."),
    ("{0} {1}\n\nIt rained.\n\n{0} {1}", "These 2 sentences stand word for word in line 1 already."),
    ("{0}\n\n{1}\n\nIt rained.\n\n{0}\n\n{1}", "These 2 paragraphs stand word for word in line 1 already."),
    ("{0} {1}\n\nIt rained.\n\n{0} Often {1}", "These 2 sentences stand almost word for word in line 1 already."),
]


@pytest.mark.parametrize(("form", "message"), MESSAGES)
def test_the_message_says_what_stands_where_already(form, message):
    sentences = (
        "The two cranes were sold to a museum that lets visitors sit in their cabs.",
        "Gulls nest on both of them until the chicks have flown.",
    )
    text = "It is late.\n\n" + form.format(*sentences)
    (told,) = found(text)
    assert told.message == message.replace("line 1", "line 3")
    assert told.scope == "paragraph"


HOSTILE = [
    "The county ended the contract after the operator asked for twice the subsidy. ",
    "The Oxton plant closes in 2027 with the loss of 430 jobs, and it rains.\n\n",
    "contract ",
    "“The county ended the contract after the operator asked for it. ",
    "contract430",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_text_that_repeats_itself_without_end_is_read_in_linear_time(words):
    start = time.process_time()
    assert not found(words * (400_000 // len(words)))
    assert time.process_time() - start < 20
