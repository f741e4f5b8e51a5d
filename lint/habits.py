"""What the articles of an archive are like, in sentences: which English, which dashes, which quotation marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from lint.archive import Archive, Majority
from lint.display import counted
from lint.formats import suffixes
from lint.language.dashes import STYLES
from lint.language.dialects import ENGLISHES

_FORMATS = {"markdown": "Markdown", "html": "HTML", "plain": "plain text"}


def told(archive: Archive) -> Iterator[str]:
    """What was seen, a sentence each."""
    yield looked(archive)
    for habit in (english(archive), dashes(archive), marks(archive)):
        if habit:
            yield habit[1]


def looked(archive: Archive) -> str:
    """How many articles were read, of how many, in which formats."""
    found = len(archive.files.all)
    of = f", of {found:,}" if found > archive.read else ""
    return f"{counted(archive.read, 'article')} {are(archive.read, 'was', 'were')} read{of}: {_formats(archive)}."


def english(archive: Archive) -> tuple[Majority, str] | None:
    """The English that most are in, and a sentence on it."""
    majority = archive.majority(lambda facts: facts.dialect)
    return majority and (
        majority,
        f"{_share(majority)} that {are(majority.told, 'tells', 'tell')} {are(majority.votes)} {_listed(majority, _english)}.",
    )


def dashes(archive: Archive) -> tuple[Majority, str] | None:
    """The style of dashes that most have, and a sentence on it."""
    majority = archive.majority(lambda facts: facts.dash)
    return majority and (majority, f"{_share(majority)} with dashes {are(majority.votes, 'sets', 'set')} them {_listed(majority, _dash)}.")


def marks(archive: Archive) -> tuple[Majority, str] | None:
    """The quotation marks that most use, and a sentence on them."""
    majority = archive.majority(lambda facts: max(facts.marks, key=facts.marks.__getitem__, default=None))
    return majority and (majority, f"{_share(majority)} with quotations {are(majority.votes, 'uses', 'use')} {_listed(majority, str)}.")


def are(number: int, one: str = "is", many: str = "are") -> str:
    """The verb for so many."""
    return one if number == 1 else many


def share(number: int, of: int) -> str:
    """`12 of 430 articles`, `All 12 articles`."""
    if number == of:
        return {1: "The one article", 2: "Both articles"}.get(of, f"All {of:,} articles")
    return f"{number:,} of {of:,} articles"


def _share(majority: Majority) -> str:
    return share(majority.votes, majority.told)


def _listed(majority: Majority, named: Callable[[str], str]) -> str:
    """What most say, and how many say otherwise."""
    return named(majority.value) + "".join(f", {count:,} {named(value)}" for value, count in majority.others)


def _english(dialect: str) -> str:
    ending = {"en-GB": " with -ise", "en-GB-oxford": " with -ize"}.get(dialect, "")
    return f"in {ENGLISHES[dialect]} English{ending}"


def _dash(style: str) -> str:
    return f"as in word{STYLES[style]}word"


def _formats(archive: Archive) -> str:
    counts: dict[str, Counter[str]] = {}
    for suffix, count in archive.suffixes().most_common():
        counts.setdefault(suffixes()[suffix], Counter())[suffix] += count
    return ", ".join(f"{found.total():,} {_FORMATS.get(name, name)} ({', '.join(found)})" for name, found in counts.items())
