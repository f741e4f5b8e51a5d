"""Configurations: every key, every fault, and what follows for the rules of a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from test_packs import cases, told

from lint import config, packs
from lint.config import Configuration, Decision, FaultyFile, UnknownName
from lint.config_file import read
from lint.diagnostic import Severity
from lint.document import Reading
from lint.house import Vocabulary
from lint.pattern import Pattern
from lint.text import Source
from lint.vocabulary import parse, vocabulary

FIXTURES = Path(__file__).parent.parent / "fixtures" / "config"
WHOLE = FIXTURES / "whole"
NAME = (WHOLE / ".copydesk.yml").as_posix()


def configured(text: str, folder: Path = FIXTURES) -> Configuration:
    return Configuration(folder / ".copydesk.yml", read(Source(".copydesk.yml", text), folder))


def decisions(
    configuration: Configuration, path: str = "a.md", select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> dict[str, Decision]:
    profile = configuration.profile(configuration.folder / path, select, ignore)
    return {decision.rule.id: decision for decision in profile.decisions}


def levels(configuration: Configuration, path: str = "a.md", select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> dict[str, str]:
    found = decisions(configuration, path, select, ignore)
    return {id: str(decision.severity or "off") for id, decision in found.items()}


@pytest.fixture
def whole() -> Configuration:
    return config.load(WHOLE / ".copydesk.yml")


def test_faults_are_told_all_at_once_with_their_places(golden: Callable[[Path, str], None]) -> None:
    pieces = []
    for title, text in cases(FIXTURES / "faults.txt"):
        try:
            configured(text)
            lines = ["no fault"]
        except FaultyFile as error:
            own = [fault.source.name.replace(FIXTURES.as_posix() + "/", "") for fault in error.faults]
            lines = [f"{name}:{told(fault)}" for name, fault in zip(own, error.faults, strict=True)]
            lines = [line.replace(FIXTURES.as_posix(), "(folder)") for line in lines]
        pieces.append("\n".join([f"== {title}", *lines, ""]))
    golden(FIXTURES / "faults.out", "\n".join(pieces))


def test_a_vocabulary_file_is_no_article_and_the_same_entry_may_stand_twice(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("Zelenskyy\nKiev -> Kyiv\n")
    configuration = configured("vocabulary: [words.txt, Zelenskyy]", tmp_path)
    assert configuration.excludes(tmp_path / "words.txt")
    assert not configuration.excludes(tmp_path / "other.txt")


def test_what_holds_for_all_files(whole: Configuration) -> None:
    assert whole.fail_level is Severity.ERROR
    assert whole.exclude == ("archive/**", "!archive/kept.md")
    assert whole.baseline == WHOLE / ".copydesk-baseline"
    assert (whole.format_of("a/b.NJK"), whole.format_of("a.md")) == ("markdown", None)
    assert [whole.excludes(WHOLE / path) for path in ("archive/a.md", "archive/x/a.md", "archive/kept.md", "a.md", "../archive/a.md")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_house_style_of_a_file(whole: Configuration) -> None:
    house = whole.profile(WHOLE / "a.md").house
    assert (house.dialect, house.kind) == ("en-GB", "news")
    assert (house.dash_style, house.non_breaking_dash, house.typographer) == ("em-spaced", True, False)
    assert house.vocabulary == Vocabulary(
        frozenset({"Kharkiv oblast", "C#", "Kyiv", "Zelenskyy", "Odesa"}),
        frozenset({"irregardless", "Zelensky"}),
        {"Kiev": "Kyiv", "Odessa": "Odesa"},
    )
    assert whole.profile(WHOLE / "a.md").reading == Reading(frozenset({"lede"}), {"image": frozenset({"alt", "caption"})})
    assert whole.languagetool_required(WHOLE / "a.md")


def test_overrides_replace_or_add_and_later_ones_win(whole: Configuration) -> None:
    opinion, guest = whole.profile(WHOLE / "opinion/a.md"), whole.profile(WHOLE / "opinion/guests/a.md")
    assert (opinion.house.kind, guest.house.kind, whole.profile(WHOLE / "b.guest.md").house.kind) == ("opinion", "opinion", "news")
    assert opinion.house.vocabulary.accepted == whole.profile(WHOLE / "a.md").house.vocabulary.accepted | {"Kharkiv"}
    assert guest.house.vocabulary == Vocabulary(frozenset({"Lviv"}))
    assert opinion.reading.front_matter == {"lede", "teaser"}
    assert (opinion.house.dash_style, guest.house.dash_style, guest.house.non_breaking_dash) == ("em-spaced", "en", True)
    assert {decision.rule.pack for decision in guest.decisions} == {"typos", "copydesk"}
    assert not whole.languagetool_required(WHOLE / "opinion/guests/a.md")
    assert whole.profile(WHOLE / "opinion/b.md") is opinion


def test_a_rule_beats_a_pattern_and_a_pattern_a_pack() -> None:
    configuration = configured("rules:\n  typos.doubled-space: error\n  'typos.doubled-*': off\n  typos: suggestion\n")
    found = levels(configuration)
    assert (found["typos.doubled-space"], found["typos.doubled-punctuation"], found["typos.a-or-an"]) == ("error", "off", "suggestion")


def test_an_override_beats_what_holds_for_all(whole: Configuration) -> None:
    assert levels(whole)["attribution.vague-source"] == "error"
    assert levels(whole, "opinion/a.md")["attribution.vague-source"] == "off"
    configuration = configured("rules: {typos.a-or-an: off}\noverrides:\n  - paths: [b]\n    rules: {typos: error}\n")
    assert (levels(configuration)["typos.a-or-an"], levels(configuration, "b/a.md")["typos.a-or-an"]) == ("off", "error")


def test_where_each_decision_came_from(whole: Configuration) -> None:
    found = decisions(whole, "opinion/a.md")
    assert found["typos.a-or-an"].because == "bundled default"
    assert found["readability.wordy"].because == f"{NAME}:4 rules"
    assert found["readability.long-sentence"].because == f"{NAME}:3 rules"
    assert found["attribution.vouching"].because == f"{NAME}:7 rules"
    assert found["attribution.vague-source"].because == f"{NAME}:20 overrides opinion/**"
    assert decisions(configured("packs: [whole/styles/Gazette]"))["Gazette.Wordy"].because == ".copydesk.yml:1 packs"
    assert decisions(whole, select=("dashes",))["typos.a-or-an"].because == "not in --select"
    assert decisions(whole, select=("dashes",))["dashes.hyphen-as-dash"].because == "--select dashes"
    assert decisions(whole, ignore=("dashes",))["dashes.hyphen-as-dash"].because == "--ignore dashes"


def test_severities_and_keys_are_put_into_the_rules(whole: Configuration) -> None:
    rules = {rule.id: rule for rule in whole.profile(WHOLE / "a.md").rules.rules}
    assert rules["attribution.vague-source"].severity is Severity.ERROR
    wordy = rules["Gazette.Wordy"]
    assert wordy.severity is Severity.SUGGESTION
    assert wordy.options["swap"] == {"utilize": "use", "in order to": "to", "commence": "begin"}
    assert wordy.kind == type(wordy.kind)(**{**wordy.options, "foreign": True})
    assert "readability.wordy" not in rules


def test_exceptions_are_added_to_a_bundled_rule() -> None:
    configuration = configured("rules: {attribution.sourceless-reaction: {unless+: [some critics say], level: error}}")
    before = decisions(config.load(None))["attribution.sourceless-reaction"].rule
    after = decisions(configuration)["attribution.sourceless-reaction"].rule
    assert after.unless == (*before.unless, Pattern("some critics say", ignorecase=True))
    assert (after.severity, after.kind) == (Severity.ERROR, before.kind)


def off_by_default() -> tuple[str, str]:
    """A bundled rule that is off by default, and its pack."""
    rule = next(rule for name in packs.bundled_names() for rule in packs.bundled(name).rules if not rule.enabled)
    return rule.id, rule.pack


def test_a_rule_that_is_off_by_default_runs_when_its_own_name_says_so() -> None:
    id, pack = off_by_default()
    defaults = config.load(None)
    assert levels(defaults)[id] == "off"
    assert decisions(defaults)[id].because == "off by default (enabled: false)"
    assert levels(defaults, select=(pack,))[id] == "off"
    assert levels(defaults, select=(f"{pack}.*",))[id] == "off"
    assert levels(defaults, select=(id,))[id] != "off"
    assert levels(defaults, select=(id,), ignore=(pack,))[id] == "off"
    assert levels(configured(f"rules: {{{pack}: error}}"))[id] == "off"
    assert levels(configured(f"rules: {{{id}: error}}"))[id] == "error"


def test_select_replaces_what_the_configuration_turns_on_and_off() -> None:
    configuration = configured("packs: [typos]\nrules: {typos: off, typos.a-or-an: error}\n")
    assert set(levels(configuration, select=("typos.a-or-an",)).items()) >= {("typos.a-or-an", "error"), ("typos.doubled-space", "off")}
    assert levels(configuration, select=("typos",))["typos.doubled-space"] != "off"
    assert levels(configuration, select=("dashes.hyphen-as-dash",))["dashes.hyphen-as-dash"] == "warning"
    assert levels(configuration, select=("typos",))["copydesk.unused-allow"] == "off"


@pytest.mark.parametrize(("name", "suggestion"), [("typoes", "typos"), ("dashes.rnge", "dashes.range"), ("zzz.*", None), ("", None)])
def test_names_on_the_command_line_are_checked(name: str, suggestion: str | None) -> None:
    for select, ignore in (((name,), ()), ((), (name,))):
        with pytest.raises(UnknownName) as caught:
            config.load(None).profile("a.md", select, ignore)
        assert (caught.value.name, caught.value.suggestion) == (name, suggestion)
        assert f"no rule or pack is named '{name}'" in str(caught.value)


def test_an_old_name_of_a_rule_still_works(tmp_path: Path) -> None:
    folder = tmp_path / "house"
    folder.mkdir()
    (folder / "new.yml").write_text("extends: existence\nmessage: No.\ntokens: [a]\nrenamed-from: [house.old]\n")
    configuration = configured("packs: [house]\nrules: {house.old: error}\n", tmp_path)
    assert levels(configuration)["house.new"] == "error"
    assert levels(configuration, ignore=("house.old",))["house.new"] == "off"


def test_a_broken_rule_is_told_unless_it_is_turned_off() -> None:
    text = "packs: [whole/styles/Gazette]\n"
    rule = "Gazette.Headings"
    assert [fault.rule for fault in configured(text).profile("a.md").faults] == [rule]
    assert [fault.rule for fault in configured(text).faults] == [rule]
    for quiet in (
        configured(text + "rules: {Gazette.Headings: off}").profile("a.md"),
        configured(text + "rules: {Gazette: off}").profile("a.md"),
        configured(text).profile("a.md", ignore=("Gazette.Headings",)),
        configured(text).profile("a.md", select=("Gazette.Wordy",)),
        configured(text).profile("a.md", select=("typos",)),
    ):
        assert quiet.faults == ()


def test_without_a_configuration_the_bundled_packs_run() -> None:
    defaults = config.load(None)
    assert defaults.path is None
    assert {decision.rule.pack for decision in defaults.profile("a.md").decisions} == {*packs.default_names(), "copydesk"}
    assert defaults.profile("a.md").house.vocabulary == Vocabulary()
    assert not defaults.excludes("a.md")


def test_an_empty_file_says_nothing() -> None:
    assert levels(configured("")) == levels(configured("# nothing\n")) == levels(config.load(None))


def test_the_nearest_configuration_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    (tmp_path / ".copydesk.yml").write_text("kind: news")
    (tmp_path / "a" / ".copydesk.yml").write_text("kind: opinion")
    monkeypatch.chdir(tmp_path / "a")
    assert config.find(Path("b")) == Path(".copydesk.yml")
    assert config.find(Path("..")) == Path("../.copydesk.yml")
    assert config.find(inner / "text.md") == Path(".copydesk.yml")


def test_a_configuration_that_is_missing_or_not_text(tmp_path: Path) -> None:
    with pytest.raises(FaultyFile, match="cannot be read"):
        config.load(tmp_path / "nowhere.yml")
    (tmp_path / "latin.yml").write_bytes(b"kind: caf\xe9")
    with pytest.raises(FaultyFile, match="not UTF-8: byte 0xe9 at offset 9"):
        config.load(tmp_path / "latin.yml")


def test_profiles_go_to_other_processes(whole: Configuration) -> None:
    import pickle

    profile = whole.profile(WHOLE / "a.md")
    again = pickle.loads(pickle.dumps(profile))
    assert [rule.id for rule in again.rules.rules] == [rule.id for rule in profile.rules.rules]


def test_a_vocabulary_keeps_words_with_marks_in_them() -> None:
    entries, wrong = parse(Source("words.txt", "C#\r\nNode.js # a name\r\n\tTCP/IP\na → b\n# a -> b\n"))
    assert not wrong
    assert vocabulary(entries) == Vocabulary(frozenset({"C#", "Node.js", "TCP/IP", "b"}), frozenset(), {"a": "b"})
    assert [(entry.span.start, entry.span.end) for entry in entries][:2] == [(0, 2), (4, 11)]
