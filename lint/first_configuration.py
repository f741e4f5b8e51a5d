"""A first `.copydesk.yml`: what the articles plainly do is said, what is in doubt stands in comments, and each line says why."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from lint.archive import RELATED, Archive, Folder, Majority
from lint.article_facts import Facts
from lint.compiled import compiled
from lint.display import counted
from lint.habits import are, dashes, english, looked, marks, share
from lint.language.document_kinds import NEWS, kind_of_folder
from lint.yaml_text import Literal, entry, mapping

WORDS = ".copydesk-words.txt"
"""The vocabulary that goes with it."""

_WIDTH = 110
_FEW, _SURE, _HALF = 3, 0.9, 0.5
"""How many articles must say something, and which share of them the same, before it is taken for the house's habit; half of the articles
that have a field must have words in it."""
_TRUE = Literal("true")
_EACH = "Each article is judged by its own way, unless this is said:"
_ASIDE = frozenset("draft drafts _drafts archive archives _archive _archives old template templates _templates _includes _layouts".split())
"""Names of folders whose articles are perhaps none, or none any more."""
_PAGES = frozenset("readme changelog changes contributing license licence code_of_conduct security authors support".split())
_MOST_NAMED = 8
_SPECIAL = compiled(r"[\\*?\[\]!#]")


def text(archive: Archive, has_words: bool) -> str:
    """The whole file; `has_words` says whether there is a vocabulary beside it."""
    parts = [_head, _formats, _dialect, _dashes, _marks, _prose, _languages, _exclude, _kinds, _levels]
    made = ["".join(part(archive)) for part in parts]
    made.insert(5, "".join(_vocabulary()) if has_words else "")
    return "\n".join(filter(None, made))


def _head(archive: Archive) -> Iterator[str]:
    yield from _comment(f"Written by `copydesk init`. {looked(archive)}")
    yield from _comment("What they plainly do is said here, what is in doubt stands in comments; each says why. Change what is wrong.")
    yield from _comment("`copydesk rules` lists the rules in force, `copydesk schema config` lets an editor complete this file.")


def _formats(archive: Archive) -> Iterator[str]:
    unread = archive.files.unread
    if unread:
        some = ", ".join(f"{count:,} with {suffix}" for suffix, count in Counter(unread).most_common())
        yield from _comment(f"Files that are not read, since nothing says which format they have: {some}.")
        yield from _doubtful({"formats": {suffix: RELATED[suffix] for suffix in sorted(unread)}})


def _dialect(archive: Archive) -> Iterator[str]:
    habit = english(archive)
    if habit is None:
        yield from _comment("No article tells which English it is in. Which one do you write?")
        yield from _doubtful({"dialect": "en-GB"})
        return
    yield from _comment(habit[1], _doubt(habit[0]))
    yield from _said({"dialect": habit[0].value}, _is_sure(habit[0]))


def _dashes(archive: Archive) -> Iterator[str]:
    habit = dashes(archive)
    told: list[str] = []
    sure: dict[str, str] = {}
    doubtful: dict[str, str] = {}
    if habit:
        majority, sentence = habit
        chosen = sure if _is_sure(majority) else doubtful
        chosen["style"] = majority.value
        told.append(sentence)
        fixed = sum(facts.non_breaking for facts in archive.facts if facts.dash == majority.value)
        if fixed >= max(_SURE * majority.votes, _FEW):
            told.append(f"In {fixed:,} of these {majority.votes:,} the blank before a dash is one at which no line ends.")
            chosen["non-breaking"] = _TRUE
    doubled = sum(facts.doubled_hyphens for facts in archive.facts)
    if doubled:
        told.append(
            f"{share(doubled, archive.read)} {are(doubled, 'has', 'have')} -- between words: `typographer` is for sites that set it so."
        )
        doubtful["typographer"] = _TRUE
    if habit or doubled:
        yield from _comment(*told, _doubt(habit[0]) if habit else "")
    if sure:
        yield mapping({"dashes": sure}, "") + "".join(f"  # {line}\n" for line in mapping(doubtful, "").splitlines())
    elif doubtful:
        yield from _doubtful({"dashes": doubtful})


def _marks(archive: Archive) -> Iterator[str]:
    if habit := marks(archive):
        yield from _comment(habit[1], "No rule asks for one style yet.")


def _vocabulary() -> Iterator[str]:
    yield from _comment("Names and words that the articles use often and no list has. Read them once, and drop what is wrong.")
    yield from _said({"vocabulary": [WORDS]})


def _prose(archive: Archive) -> Iterator[str]:
    fields = _worth_reading(archive, lambda facts: facts.fields)
    arguments = _worth_reading(archive, lambda facts: facts.arguments)
    shown = [(_plain(name), count) for name, count in archive.count(lambda facts: facts.shortcodes).most_common(_MOST_NAMED)]
    if shown:
        yield from _comment(f"Shortcodes: {', '.join(f'{name} in {counted(count, _ARTICLE)}' for name, count in shown)}.")
    for key, (prose, count) in (*fields.items(), *arguments.items()):
        what = f"{'The field' if key in fields else 'The argument'} '{_plain(key)}'"
        yield from _comment(f"{what} holds words in {prose:,} of {counted(count, _ARTICLE)} that have it, and is not read by itself.")
    shortcodes: dict[str, list[str]] = {}
    for name, _, argument in (key.partition(" ") for key in arguments):
        shortcodes.setdefault(name, []).append(argument)
    said = {key: value for key, value in (("front-matter", list(fields)), ("shortcodes", shortcodes)) if value}
    if said:
        yield from _said({"prose": said})


def _worth_reading(archive: Archive, asked: Callable[[Facts], Mapping[str, bool]]) -> dict[str, tuple[int, int]]:
    """Where words stand that are not read as prose: in how many articles there are some, of how many that have it."""
    there = archive.count(lambda facts: asked(facts))
    prose = archive.count(lambda facts: [key for key, is_prose in asked(facts).items() if is_prose])
    return {key: (prose[key], there[key]) for key in sorted(prose) if prose[key] >= max(_FEW, _HALF * there[key])}


def _languages(archive: Archive) -> Iterator[str]:
    others = [(_plain(tag), count) for tag, count in archive.count(lambda facts: facts.languages).most_common() if tag != "en"]
    if others:
        some = ", ".join(f"{tag} in {counted(count, _ARTICLE)}" for tag, count in others[:_MOST_NAMED])
        yield from _comment(f"Blocks in other languages: {some}. Rules that need English pass over them by themselves.")


def _exclude(archive: Archive) -> Iterator[str]:
    patterns: list[str] = []
    failed = [archive.place(failure.path) for failure in archive.failures]
    if failed:
        yield from _comment(f"{counted(len(failed), 'file')} cannot be read. {failed[0]}: {archive.failures[0].message}.")
        patterns += [f"/{_pattern(path)}" for path in failed[:_MOST_NAMED]]
    pages = [place for place in map(archive.place, archive.paths) if "/" not in place and PurePosixPath(place).stem.lower() in _PAGES]
    if pages:
        yield from _comment(f"Pages about the repository: {', '.join(pages)}.")
        patterns += [f"/{_pattern(page)}" for page in pages]
    for name, folder in archive.folders(lambda name: name.lower() in _ASIDE).items():
        yield from _comment(f"{_has(name, folder)}. Are they to be checked?")
        patterns.append(_folder_pattern(name, folder))
    if patterns:
        yield from _doubtful({"exclude": patterns})


def _kinds(archive: Archive) -> Iterator[str]:
    """Kinds of texts, and folders whose names say one: some rules keep quiet there by themselves."""
    kinds = Counter(facts.kind for facts in archive.facts if facts.kind != NEWS)
    if kinds:
        some = ", ".join(f"{kind} {counted(count, _ARTICLE)}" for kind, count in kinds.most_common())
        yield from _comment(f"By a field, a folder or the layout, these are no news: {some}. Some rules keep quiet there by themselves.")
    folders = archive.folders(kind_of_folder)
    for name, folder in folders.items():
        yield from _comment(f"{_has(name, folder)}; by its name they count as {kind_of_folder(name)}.")
    if folders:
        paths = [_folder_pattern(name, folder) for name, folder in folders.items()]
        yield from _commented("overrides:\n" + entry({"paths": paths, "rules": {"attribution.vague-source": "off"}}))


def _has(name: str, folder: Folder) -> str:
    """How many articles a folder has, or folders of one name."""
    place, more = folder.places[0], len(folder.places) - 1
    return (
        f"{place}/{f' and {more:,} more named {name}/' if more else ''} {are(more + 1, 'has', 'have')} {counted(folder.articles, _ARTICLE)}"
    )


def _folder_pattern(name: str, folder: Folder) -> str:
    return f"{_pattern(name)}/" if len(folder.places) > 1 else f"/{_pattern(folder.places[0])}/"


def _levels(_: Archive) -> Iterator[str]:
    yield from _comment("A check fails from this level on. `copydesk baseline` accepts what there is today, in .copydesk-baseline.")
    yield from _doubtful({"fail-level": "warning"})


_ARTICLE = "article"


def _is_sure(majority: Majority) -> bool:
    return majority.votes >= max(_FEW, _SURE * majority.told)


def _doubt(majority: Majority) -> str:
    return "" if _is_sure(majority) else _EACH


def _said(values: Mapping[str, Any], sure: bool = True) -> Iterator[str]:
    """Keys with their values, in comments where they are not sure."""
    written = mapping(values, "")
    yield from [written] if sure else _commented(written)


def _doubtful(values: Mapping[str, Any]) -> Iterator[str]:
    return _said(values, sure=False)


def _commented(written: str) -> Iterator[str]:
    return (f"# {line}\n" for line in written.splitlines())


def _comment(*sentences: str) -> Iterator[str]:
    """Sentences as lines of comment."""
    told = _plain(" ".join(filter(None, sentences)))
    return (f"# {line}\n" for line in textwrap.wrap(told, _WIDTH, break_long_words=False, break_on_hyphens=False))


def _plain(words: str) -> str:
    """Words without anything that a terminal or YAML would stumble over."""
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in words)


def _pattern(path: str) -> str:
    """A path as a gitignore pattern that means it alone."""
    return _SPECIAL.sub(r"\\\g<0>", path)
