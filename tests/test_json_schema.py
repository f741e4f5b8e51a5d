"""The schemas that editors use say of each file what its reader says, proved by a validator that others wrote."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
import yaml

from lint import config_file, config_keys, kinds, packs
from lint.cli import main
from lint.faults import FaultyFile
from lint.json_schema import SCHEMAS
from lint.kind_keys import schema_of
from lint.rule_file import read_rule
from lint.rule_keys import CHANGEABLE, COMMON
from lint.text import Source

fastjsonschema = pytest.importorskip("fastjsonschema", reason="fastjsonschema reads the schemas")

ROOT = Path(__file__).parent.parent
WHOLE = ROOT / "fixtures" / "config" / "whole" / ".copydesk.yml"
CONFIGURATION = WHOLE.read_text("utf-8")
RULES = sorted((ROOT / "rules").rglob("*.yml"))
OTHERS = [path for folder in ("packs", "vale", "config") for path in sorted((ROOT / "fixtures" / folder).rglob("*.yml"))]
SAMPLES = [[], {}, ["x"], [["x"]], {"x": "y"}, "x", 3, 2.5, True, None]


class Core(yaml.SafeLoader):
    """YAML as editors read it, by the core schema of YAML 1.2: `no` and `off` are words."""

    yaml_implicit_resolvers: ClassVar[dict[str, list[tuple[str, re.Pattern[str]]]]] = {}


for tag, pattern, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), list(first))

VALIDATORS = {name: fastjsonschema.compile(make()) for name, make in SCHEMAS.items()}


def refusal(name: str, text: str) -> str:
    """What the schema has against a text; nothing where it lets it pass."""
    try:
        VALIDATORS[name](yaml.load(text, Core))
    except fastjsonschema.JsonSchemaValueException as error:
        return str(error)
    return ""


def faults(name: str, text: str) -> list[str]:
    """What the reader has against it."""
    try:
        if name == "config":
            config_file.read(Source(".copydesk.yml", text), WHOLE.parent)
        else:
            read_rule(Source("rule.yml", text), "Own.rule", "Own", False)
    except FaultyFile as error:
        return [fault.diagnostic.message for fault in error.faults]
    return []


@pytest.mark.parametrize("path", RULES, ids=lambda path: f"{path.parent.name}.{path.stem}")
def test_every_bundled_rule_passes(path: Path) -> None:
    assert refusal("rule", path.read_text("utf-8")) == ""


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.relative_to(ROOT / "fixtures").as_posix())
def test_what_is_read_passes(path: Path) -> None:
    text = path.read_text("utf-8")
    name = "config" if path.name.startswith(".") else "rule"
    if not faults(name, text):
        assert refusal(name, text) == ""


def test_the_configurations_of_the_readme_pass() -> None:
    shown = re.findall(r"```yaml\n(packs:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert len(shown) == 2
    assert [refusal("config", text) for text in shown] == ["", ""]


RULE = "extends: existence\nmessage: No.\n"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("config", "pack: [typos]"),
        ("config", "packs: typos"),
        ("config", "dialect: en-AT"),
        ("config", "dashes: {stile: em}"),
        ("config", "dashes: {non-breaking: 'true'}"),
        ("config", "prose: {front-mater: [lede]}"),
        ("config", "languagetool: {server: 'http://example.org'}"),
        ("config", "formats: {njk: markdown}"),
        ("config", "formats: {.njk: markdwon}"),
        ("config", "rules: {typos.repeated-words: off}"),
        ("config", "rules: {typos.repeated-word: warn}"),
        ("config", "rules: {readability.long-sentence: {max: many}}"),
        ("config", "rules: {readability.long-sentence: {mox: 3}}"),
        ("config", "rules: {typos: {max: 3}}"),
        ("config", "overrides: [{rules: {typos: off}}]"),
        ("config", "overrides: [{paths: [a], fail-level: error}]"),
        ("config", "overrides: [{paths: [a], rules+: {typos: off}}]"),
        ("config", "fail-level: warn"),
        ("rule", "message: No."),
        ("rule", "extends: existance\nmessage: No."),
        ("rule", f"{RULE}token: [a]"),
        ("rule", f"{RULE}tokens: {{a: b}}"),
        ("rule", f"{RULE}ignorecase: maybe"),
        ("rule", f"{RULE}level: loud"),
        ("rule", f"{RULE}tokens+: [a]"),
        ("rule", "extends: substitution\nmessage: No.\n"),
        ("rule", "extends: grade\nmessage: No.\nmax: many"),
        ("rule", "extends: grade\nmessage: No.\nmax: 3\nformula: mine"),
        ("rule", f"{RULE}examples: [{{bad: a}}]"),
        ("rule", f"{RULE}examples: [{{ok: a, flags: a}}]"),
        ("rule", f"{RULE}examples: [{{ok: a, god: a}}]"),
        ("rule", f"{RULE}action: {{params: [a]}}"),
        ("rule", f"{RULE}quiet-in: [auto]"),
    ],
    ids=lambda text: text.replace("\n", " "),
)
def test_the_usual_slips_are_refused(name: str, text: str) -> None:
    assert faults(name, text)
    assert refusal(name, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing yet",
        "rules: {'typos.doubled-*': off, copydesk: off, typos.encoding: {level: error, unless+: [x]}}",
        "packs: [typos, styles/Gazette]\nrules: {Gazette.Wordy: {level: error, ignorecase: true}}",
        "vocabulary: [1984, true]",
        "overrides: [{paths: ['*.md'], if: .Meta.draft == true, packs+: [dashes], vocabulary+: [Kyiv]}]",
        "min-level: error\nprose: {comments: ['{/*', '*/}'], ignored-tokens: ['a+']}",
    ],
)
def test_what_is_right_passes(text: str) -> None:
    assert (faults("config", text), refusal("config", text)) == ([], "")


SHAPED = re.compile(r"is expected here|value is missing|unknown (key|dialect|kind|style|level|format)|is no list|needs it|lacks")
"""What a reader says of the shape of a file; all else only it can know: of the disk, of patterns, of what a kind makes of a value."""


@pytest.mark.parametrize(
    ("name", "text"),
    [("config", CONFIGURATION), *(("rule", path.read_text("utf-8")) for path in RULES[::9]), ("rule", f"{RULE}action: {{name: remove}}")],
    ids=lambda text: text.split("\n")[0][:40],
)
def test_schema_and_reader_are_of_one_mind_whatever_stands_at_a_place(name: str, text: str) -> None:
    whole = yaml.load(text, Core)
    if name == "config":  # no schema knows the keys of rules in a pack of one's own
        whole["rules"]["readability.wordy"] = whole["rules"].pop("Gazette.Wordy")
    else:
        whole["examples"] = [{"bad": "a", "flags": "a"}, {"ok": "b", "format": "md"}]
    for changed, where in mutations(whole):
        written = yaml.dump(changed, allow_unicode=True)
        told, refused = faults(name, written), refusal(name, written)
        assert not refused or told, f"{where}: the schema alone refuses this: {refused}"
        shaped = [message for message in told if SHAPED.search(message)]
        assert refused or not shaped, f"{where}: the reader alone refuses this: {shaped}"


def mutations(whole: Any) -> Iterator[tuple[Any, str]]:
    """The document with something else at each of its places, and with a key that nothing knows in each of its mappings."""
    for place in places(whole, ()):
        for sample in SAMPLES:
            yield replaced(whole, place, lambda _, sample=sample: copy.deepcopy(sample)), f"{place} is {sample!r}"
        yield replaced(whole, place, lambda old: {**old, "unheard-of": "x"} if isinstance(old, dict) else old), f"one more key in {place}"


def places(node: Any, above: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    children = node.items() if isinstance(node, dict) else enumerate(node[:3]) if isinstance(node, list) else ()
    for number, (key, child) in enumerate(children):
        if above and number > 5:
            return
        yield (*above, key)
        yield from places(child, (*above, key))


def replaced(whole: Any, place: tuple[Any, ...], change: Callable[[Any], Any]) -> Any:
    made = copy.deepcopy(whole)
    node = made
    for key in place[:-1]:
        node = node[key]
    node[place[-1]] = change(node[place[-1]])
    return made


def test_the_schemas_have_the_keys_of_the_readers() -> None:
    schema = SCHEMAS["config"]()
    more = {f"{key}+" for key in config_keys.LISTS}
    override = schema["definitions"]["override"]["properties"]
    assert schema["properties"].keys() == {*config_keys.PART_KEYS, *config_keys.WHOLE_KEYS, *more}
    assert override.keys() == {*config_keys.PART_KEYS, *config_keys.OVERRIDE_KEYS, *more}
    assert schema["properties"]["prose"]["properties"].keys() == config_keys.PROSE_KEYS.keys()
    assert {rule.id for name in packs.bundled_names() for rule in packs.bundled(name).rules} <= schema["definitions"]["rules"][
        "properties"
    ].keys()
    assert CHANGEABLE and set(CHANGEABLE) < schema["definitions"]["changes"]["then"]["properties"].keys()
    rule = SCHEMAS["rule"]()
    assert rule["properties"].keys() == {"extends", "tests", *COMMON}
    known = {part["if"]["properties"]["extends"].get("const"): part["then"]["properties"] for part in rule["allOf"][:-1]}
    assert known.keys() == set(kinds.names())
    for name, properties in known.items():
        assert properties.keys() - {*COMMON, "extends", "tests", "name", "selector", "matchcase"} == (
            schema_of(kinds.load(name)).values.keys() - {"matchcase"}
        )


def test_every_key_says_what_it_is_for() -> None:
    for name, make in SCHEMAS.items():
        untold = [key for key, shape in properties(make()) if shape is not True and not described(shape, make())]
        assert not untold, name
    for name in kinds.names():
        schema = schema_of(kinds.load(name))
        assert [key for key in schema.values if f"`{key}`" not in (schema.kind.__doc__ or "")] == [], name


def properties(node: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(node, dict):
        yield from node.get("properties", {}).items() if "then" not in node and "oneOf" not in node else ()
        for key, child in node.items():
            if key not in ("if", "oneOf"):
                yield from properties(child)
    elif isinstance(node, list):
        for child in node:
            yield from properties(child)


def described(shape: Any, schema: Any) -> bool:
    if "description" in shape:
        return bool(shape["description"])
    target = schema["definitions"][shape["$ref"].removeprefix("#/definitions/")] if "$ref" in shape else {}
    return "description" in target or "enum" in target or "anyOf" in target


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_command_prints_a_schema_of_draft_07(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == json.loads(json.dumps(SCHEMAS[name]()))
    assert told["$schema"] == "http://json-schema.org/draft-07/schema#"
    main(["schema", "rules"])
    assert "'config', 'rule'" in capsys.readouterr().err
