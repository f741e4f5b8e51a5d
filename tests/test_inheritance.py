"""Rules that extend other rules, and rule files in the many manners of published packs."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lint import cache, pack_cache, packs
from lint.diagnostic import Severity
from lint.faults import FaultyFile
from lint.pattern import Pattern
from lint.rule import Action, Rule, made
from lint.rule_file import read_rule
from lint.scope import Selector
from lint.text import Source

BASE = """\
extends: existence
message: "'%s' says nothing."
level: error
link: https://example.org/weasel
ignorecase: true
tokens: [very, quite, rather]
exceptions: [very well]
tests:
  - {name: one, input: Very., contains: x}
"""
SWAPS = "extends: substitution\nmessage: Use '%s'.\nswap: {utilize: use, commence: begin}\n"


@pytest.fixture
def styles(tmp_path: Path) -> Path:
    """A folder of packs."""
    write(tmp_path, "Base/Weasel.yml", BASE)
    write(tmp_path, "Base/words/Plain.yml", SWAPS)
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def read(styles: Path, text: str, pack: str = "House") -> Rule:
    """The rule of a file in a pack of its own."""
    write(styles, f"{pack}/Rule.yml", text)
    loaded = packs.load(styles / pack)
    assert not told(loaded)
    return next(rule for rule in loaded.rules if rule.id == f"{pack}.Rule")


def told(pack: packs.Pack) -> list[str]:
    return [f"{Path(fault.failure.path).name}:{fault.failure.line}: {fault.failure.message}" for fault in pack.faults]


def faults(styles: Path, text: str) -> list[str]:
    write(styles, "House/Rule.yml", text)
    return told(packs.load(styles / "House"))


def test_a_rule_takes_what_it_does_not_say_from_the_one_it_extends(styles: Path) -> None:
    rule = read(styles, "extends: Base.Weasel\nlevel: suggestion\n")
    assert (rule.id, rule.pack, rule.severity) == ("House.Rule", "House", Severity.SUGGESTION)
    assert (rule.message, rule.link) == ("'%s' says nothing.", "https://example.org/weasel")
    assert rule.options == {"ignorecase": True, "tokens": ("very", "quite", "rather"), "exceptions": ("very well",)}
    assert type(made(rule.kind)).__name__ == "Existence"
    assert rule.path.endswith("House/Rule.yml")


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("tokens: [mere]", ("mere",)),
        ("tokens+: [mere]", ("very", "quite", "rather", "mere")),
        ("tokens-: [quite]", ("very", "rather")),
        ("tokens-: [quite]\ntokens+: [mere]", ("very", "rather", "mere")),
        ("tokens+: [mere]\nTokens-: [quite]", ("very", "rather", "mere")),
        ("tokens+: mere", ("very", "quite", "rather", "mere")),
    ],
)
def test_a_list_is_replaced_or_changed(styles: Path, text: str, tokens: tuple[str, ...]) -> None:
    assert read(styles, f"extends: Base.Weasel\n{text}\n").options["tokens"] == tokens


def test_a_mapping_is_changed_by_its_keys(styles: Path) -> None:
    rule = read(styles, "extends: Base.words.Plain\nswap-: [commence]\nswap+: {utilize: employ, terminate: end}\n")
    assert rule.options["swap"] == {"utilize": "employ", "terminate": "end"}


def test_a_scope_is_changed_by_its_alternatives(styles: Path) -> None:
    write(styles, "Base/Scoped.yml", BASE + "scope: [heading, list]\n")
    assert read(styles, "extends: Base.Scoped\nscope+: [quote]\n").selector == Selector.parse(("heading", "list", "quote"))
    assert read(styles, "extends: Base.Scoped\nscope-: [list]\n").selector == Selector.parse(("heading",))


def test_an_action_is_changed_by_its_parts(styles: Path) -> None:
    write(styles, "Base/Acting.yml", BASE + "action: {name: replace, params: [a]}\n")
    assert read(styles, "extends: Base.Acting\naction+: {params: [b, c]}\n").action == Action("replace", ("b", "c"))
    assert read(styles, "extends: Base.Acting\naction+: {Name: remove}\n").action == Action("remove", ("a",))
    (fault,) = faults(styles, "extends: Base.Acting\naction+: {parms: [b]}\n")
    assert fault == "Rule.yml:2: unknown key 'parms' for 'action'; did you mean 'params'?"


def test_an_empty_value_leaves_nothing_of_what_is_inherited(styles: Path) -> None:
    assert "exceptions" in read(styles, "extends: Base.Weasel\n").options
    assert "exceptions" not in read(styles, "extends: Base.Weasel\nexceptions:\n").options
    assert read(styles, "extends: Base.Weasel\nlink:\n").link == ""


def test_a_line_of_rules(styles: Path) -> None:
    write(styles, "House/One.yml", "extends: Base.Weasel\ntokens+: [mere]\nlevel: warning\n")
    write(styles, "House/deep/Two.yml", "extends: House.One\ntokens-: [very]\nmessage: Two.\n")
    rule = read(styles, "extends: House.deep.Two\ntokens+: [sheer]\n")
    assert rule.options["tokens"] == ("quite", "rather", "mere", "sheer")
    assert (rule.message, rule.severity) == ("Two.", Severity.WARNING)


def test_a_folder_that_is_passed_over_may_hold_what_is_extended(styles: Path) -> None:
    write(styles, "House/_shared/Weasel.yml", BASE)
    write(styles, "House/Rule.yml", "extends: House._shared.Weasel\n")
    assert [rule.id for rule in packs.load(styles / "House").rules] == ["House.Rule"]


def test_the_proof_and_the_names_of_a_rule_are_its_own(styles: Path) -> None:
    own = "enabled: false\nrenamed-from: [Base.Old]\nexamples: [{ok: Fine.}]\nunless: [fine]\nwhy: So.\n"
    write(styles, "Base/Own.yml", BASE.replace("tests:\n  - {name: one, input: Very., contains: x}\n", own))
    rule = read(styles, "extends: Base.Own\n")
    assert (rule.enabled, rule.renamed_from, rule.examples) == (True, (), ())
    assert (rule.why, rule.unless) == ("So.", (Pattern("fine", True, True),))


def test_a_rule_of_a_bundled_pack_can_be_extended(styles: Path) -> None:
    rule = read(styles, "extends: typos.repeated-word\nlevel: error\n")
    assert rule.message == next(rule.message for rule in packs.bundled("typos").rules if rule.id == "typos.repeated-word")


def test_packs_of_our_own_extend_too(styles: Path) -> None:
    write(styles, "own/one.yml", "extends: existence\nmessage: One.\ntokens: [a]\n")
    write(styles, "own/two.yml", "extends: own.one\ntokens+: [b]\n")
    pack = packs.load(styles / "own", bundled=True)
    assert [rule.options["tokens"] for rule in pack.rules] == [("a",), ("a", "b")]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("extends: Base.Nothing", "Rule.yml:1: there is no rule 'Base.Nothing' to extend: no file Base/Nothing.yml"),
        ("extends: Far.Away", "Rule.yml:1: there is no rule 'Far.Away' to extend: no file Far/Away.yml"),
        ("extends: ../Base.Weasel", "Rule.yml:1: there is no rule '../Base.Weasel' to extend"),
        ("extends: Vale.Terms", "Rule.yml:1: 'Vale.Terms' is built in and has no file that could be extended"),
        ("extends: House.Rule", "Rule.yml:1: 'House.Rule' extends itself in the end (House.Rule > House.Rule)"),
        ("extends: Base.Weasel\ntokens: [a]\ntokens+: [b]", "Rule.yml:3: 'tokens' and 'tokens+' both stand here"),
        ("extends: Base.Weasel\ntokens-: [mere]", "Rule.yml:2: the rule that is extended has no entry 'mere' to take away"),
        ("extends: Base.words.Plain\nswap-: [mere]", "Rule.yml:2: the rule that is extended has no entry 'mere' to take away"),
        ("extends: Base.Weasel\nlink+: [b]", "Rule.yml:2: 'link' holds neither a list nor a mapping"),
        ("extends: Base.Weasel\nlevel+: error", "Rule.yml:2: 'level' holds neither a list nor a mapping"),
        ("extends: Base.Weasel\ndescription+: x", "Rule.yml:2: the rule that is extended has no 'description'"),
        ("extends: Base.Weasel\ntoken+: [b]", "Rule.yml:2: unknown key 'token+' for kind 'existence'"),
        ("extends: Base.Weasel\ntokens: ['(']", "Rule.yml:2: the regular expression cannot be read"),
    ],
)
def test_what_cannot_be_inherited_is_a_fault_with_its_place(styles: Path, text: str, message: str) -> None:
    (fault,) = faults(styles, text + "\n")
    assert fault.startswith(message)


def test_a_fault_of_what_is_inherited_is_told_where_it_stands(styles: Path) -> None:
    write(styles, "Base/Broken.yml", "extends: existence\nmessage: No.\ntokens: ['(']\n")
    write(styles, "Base/Away.yml", "extends: Base.Gone\n")
    assert faults(styles, "extends: Base.Broken\n")[0].startswith("Broken.yml:3: the regular expression cannot be read")
    assert faults(styles, "extends: Base.Away\n")[0].startswith("Away.yml:1: there is no rule 'Base.Gone'")
    assert faults(styles, "extends: Base.Broken\ntokens: [a]\n") == []


def test_rules_that_extend_each_other_are_faults_all(styles: Path) -> None:
    write(styles, "House/Other.yml", "extends: House.Rule\n")
    found = faults(styles, "extends: House.Other\n")
    assert len(found) == 2
    assert all("extends itself in the end" in fault for fault in found)


def test_a_line_has_an_end(styles: Path) -> None:
    for number in range(1, 12):
        write(styles, f"Line/R{number}.yml", f"extends: Line.R{number - 1}\n" if number > 1 else BASE)
    pack = packs.load(styles / "Line")
    assert len(pack.rules) == 11 and not pack.faults
    write(styles, "Line/R12.yml", "extends: Line.R11\n")
    assert ["more than 10 rules extend one another" in fault for fault in told(packs.load(styles / "Line"))] == [True]


def test_a_broken_rule_fails_alone(styles: Path) -> None:
    write(styles, "House/Program.yml", "extends: script\nmessage: No.\nscript: |\n  matches := []\n")
    write(styles, "House/Fine.yml", "extends: Base.Weasel\n")
    pack = packs.load(styles / "House")
    assert [rule.id for rule in pack.rules] == ["House.Fine"]
    assert len(pack.faults) == 1 and "Tengo" in pack.faults[0].diagnostic.message


def test_a_change_of_what_is_inherited_is_seen_through_the_cache(styles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_off", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(styles / "cache"))
    write(styles, "Middle/M.yml", "extends: Base.Weasel\n")
    text = "extends: Middle.M\n"
    assert read(styles, text).options["tokens"] == ("very", "quite", "rather")
    write(styles, "Base/Weasel.yml", BASE.replace("quite, ", ""))
    assert read(styles, text).options["tokens"] == ("very", "rather")
    assert read(styles, text).selector == Selector.parse(())


def test_a_scope_comes_through_the_cache_as_it_was(styles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_off", False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(styles / "cache"))
    write(styles, "House/Rule.yml", BASE + "scope: [~heading.h2 & ~link, 'text & doc(h1 + p) & ~doc(q)', doc(section), lead]\n")
    fresh, known = (packs.load(styles / "House", scopes={"lead": "doc(h1)"}).rules[0] for _ in range(2))
    assert isinstance(known.kind, pack_cache.KindLater)
    assert known.selector == fresh.selector
    assert "h1" in fresh.selector.selections
    assert "h1" not in packs.load(styles / "House").rules[0].selector.selections


def test_a_named_scope_that_has_no_opposite_is_a_fault(styles: Path) -> None:
    write(styles, "House/Rule.yml", BASE + "scope: ~lead\n")
    (fault,) = packs.load(styles / "House", scopes={"lead": "text & doc(h1 + p)"}).faults
    assert "negates several terms" in fault.diagnostic.message
    (fault,) = packs.load(styles / "House", scopes={"lead": "doc(h1 +)"}).faults
    assert "a selector is missing here" in fault.diagnostic.message


@pytest.mark.parametrize(
    ("text", "options"),
    [
        (
            "extends: substitution\nmessage: '%s'\nswap:\n  ten: 10\n  half: 0.5\n  on: true\n",
            {"swap": {"ten": "10", "half": "0.5", "on": "true"}},
        ),
        ("extends: substitution\nmessage: '%s'\nswap:\n  - a: b\n  - c: d\n    e: f\n", {"swap": {"a": "b", "c": "d", "e": "f"}}),
        ("Extends: existence\nMessage: '%s'\nignoreCase: 'true'\nTOKENS: [a]\n", {"ignorecase": True, "tokens": ("a",)}),
        ("extends: existence\nmessage: '%s'\nnonword: \"false\"\ntokens: a\n", {"nonword": False, "tokens": ("a",)}),
        ("extends: existence\nmessage: '%s'\nlink:\nlevel: error\ntokens:\n  - a\n  -\n", {"tokens": ("a", "")}),
        ("---\nextends: existence\nmessage: '%s'\ntokens: [a]\n...\n", {"tokens": ("a",)}),
        ("---\nextends: existence\nmessage: '%s'\ntokens: [a]\n---\nother: [\n", {"tokens": ("a",)}),
        ("\ufeffextends: existence\r\nmessage: '%s'\r\ntokens:\r\n  - a\r\n", {"tokens": ("a",)}),
        ("extends:\texistence\nmessage:\t'%s'\ntokens:\n  - a\t\n", {"tokens": ("a",)}),
        ("x: &x [a]\nextends: spelling\nmessage: '%s'\nfilters: *x\n", None),
        ("extends: substitution\nmessage: '%s'\nswap: &s {a: b}\nexceptions: &e [c]\n", {"swap": {"a": "b"}, "exceptions": ("c",)}),
        ("extends: substitution\nmessage: '%s'\nswap:\n  <<: {a: b, c: d}\n  a: e\n", {"swap": {"a": "e", "c": "d"}}),
        ("extends: substitution\nmessage: '%s'\nswap:\n  <<: [{a: b}, {a: x, c: d}]\n", {"swap": {"a": "b", "c": "d"}}),
        ("extends: existence\nmessage: '%s'\nname: Other\nselector: x\ntokens: [a]\n", {"tokens": ("a",)}),
    ],
)
def test_rule_files_in_the_manners_of_published_packs(styles: Path, text: str, options: dict[str, object] | None) -> None:
    write(styles, "House/Rule.yml", text)
    pack = packs.load(styles / "House")
    if options is None:
        assert not [fault for fault in told(pack) if "unknown key" in fault]
        return
    assert not told(pack)
    assert dict(pack.rules[0].options) == options


def test_scopes_of_every_manner(styles: Path) -> None:
    for scope in (
        "heading",
        "[heading, list]",
        "heading.h2",
        "~heading & ~list",
        "comment.block",
        "text.class.title",
        "cell",
        "'doc(a, b)'",
    ):
        assert read(styles, BASE + f"scope: {scope}\n").selector


KEYS = (
    "tokens",
    "swap",
    "exceptions",
    "message",
    "level",
    "scope",
    "action",
    "limit",
    "ignorecase",
    "nothing",
    "tests",
    "examples",
    "unless",
)
VALUES = (
    "[very]",
    "[gone]",
    "very",
    "{very: a}",
    "{utilize: b}",
    "[utilize]",
    "true",
    "1",
    "",
    "''",
    "[[a]]",
    "{name: remove}",
    "doc(p)",
    "'('",
)
LINES = st.lists(st.builds("{}{}: {}".format, st.sampled_from(KEYS), st.sampled_from(["", "+", "-"]), st.sampled_from(VALUES)), max_size=4)


@given(
    st.sampled_from([BASE, SWAPS, BASE + "scope: [a, b]\naction: {name: replace, params: [x]}\n", "extends: A.B\n"]), LINES, st.booleans()
)
def test_whatever_a_rule_says_it_is_read_or_its_faults_stand_inside_their_files(base: str, lines: list[str], bundled: bool) -> None:
    files = {"A.B": Source("A/B.yml", base)}
    try:
        rule = read_rule(Source("A/C.yml", "\n".join(["extends: A.B", *lines])), "A.C", "A", bundled, files.get)
    except FaultyFile as error:
        assert error.faults
        for fault in error.faults:
            assert 0 <= fault.diagnostic.span.start <= fault.diagnostic.span.end <= len(fault.source.text)
            assert fault.source.name in ("A/B.yml", "A/C.yml")
            assert fault.rule == "A.C"
    else:
        assert rule.id == "A.C"
        assert rule.path == "A/C.yml"
