"""Articles and side files that are made to be slow, or to pass for something else: a line of a log, a command to a terminal."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from lint import cache, reporters
from lint.cli import main

SIZE = 60_000
LONG = {
    "blanks": "a" + " " * SIZE + "b",
    "tabs": "a" + "\t" * SIZE + "b",
    "brackets": "[" * SIZE,
    "links": "[a](" * (SIZE // 4),
    "images": "![" * (SIZE // 2),
    "quotations in each other": "> " * SIZE,
    "quotation marks": '"' * SIZE,
    "open quotations": "“a " * (SIZE // 3),
    "tags": "<a>" * (SIZE // 3),
    "tags in each other": "<div>" * (SIZE // 5),
    "comments": "<!--" * (SIZE // 4),
    "sections": "<![CDATA[" * (SIZE // 9),
    "entities": "&amp;" * (SIZE // 5),
    "shortcodes": "{{< a " * (SIZE // 6),
    "emphasis": "**a _b " * (SIZE // 7),
    "small words side by side": "is has been more better in at the a " * (SIZE // 36),
    "words that sound alike": "it’s they’re there whose its " * (SIZE // 28),
    "subjects without an end": "one of the men who " * (SIZE // 19),
    "frames without an end": "pour over the books and effect all " * (SIZE // 35),
    "hyphens": "a-" * (SIZE // 2),
    "capitals": "A" * SIZE,
    "letters": "a" * SIZE,
    "digits": "1" * SIZE,
    "addresses": "www." * (SIZE // 4),
    "at signs": "a@" * (SIZE // 2),
    "hash": "#" + "a" * SIZE,
    "marks on a letter": "a" + "\u0301" * SIZE,
    "a comment of blanks": "<!-- stet " + " " * SIZE + "x -->",
    "a comment for Vale": "<!-- vale a" + " " * SIZE + "x -->",
    "lists in each other": "".join(" " * depth + "- a\n" for depth in range(300)),
}


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cache, "_off", True)


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(text.encode("utf-8", "surrogateescape"))


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    begun = time.monotonic()
    code = main(arguments)
    assert time.monotonic() - begun < 15, "it took far too long"
    said = "".join(capsys.readouterr())
    assert "bug of copydesk" not in said
    return code, said


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize("name", LONG)
def test_no_article_is_slow(capsys, name: str, suffix: str):
    write(f"a.{suffix}", f"{LONG[name]}\n\nThe end.\n")
    code, said = told(capsys, "check", "--format", "json")
    assert code in (0, 1), said[:500]


SIDE: dict[str, tuple[str, str, str]] = {
    # what is hostile: (file, what it says, what is told)
    "100,000 rules": (".copydesk.yml", "rules:\n" + "".join(f"  k{number}: off\n" for number in range(100_000)), "no rule or pack 'k0'"),
    "keys": (".copydesk.yml", "".join(f"k{number}: 1\n" for number in range(100_000)), "unknown key 'k0'"),
    "the same key": (".copydesk.yml", "packs: [typos]\npacks: [dashes]\n", "second time, first on line 1"),
    "an anchor in itself": (".copydesk.yml", "a: &a [*a]\n", ".copydesk.yml:1:"),
    "aliases": (
        ".copydesk.yml",
        "a: &a [x, x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(12)),
        "repeat each other without bound",
    ),
    "depth": (".copydesk.yml", "[" * 20_000, "levels stand in each other"),
    "a program": (".copydesk.yml", 'a: !!python/object/apply:os.system ["touch pwned"]\n', "the tag '!!python/object/apply:os.system'"),
    "a number": (".copydesk.yml", f"rules: {{readability.long-sentence: {{max: {'9' * 100_000}}}}}\n", "a whole number is expected"),
    "a date": (".copydesk.yml", "fail-level: 99999-99-99\n", "unknown level"),
    "decisions": (".copydesk-stet.yml", "- &a [*a]\n", ".copydesk-stet.yml:1:"),
    "decisions with a program": (".copydesk-stet.yml", "- !!python/name:os.system\n", "the tag"),
    "a baseline": (".copydesk-baseline", "x" * 1_000_000, ".copydesk-baseline:1"),
}


@pytest.mark.parametrize("name", SIDE)
def test_broken_side_files_are_told_with_their_place(capsys, name: str):
    path, text, message = SIDE[name]
    write("a.md", "They recieve it.\n")
    write(path, text)
    code, said = told(capsys, "check")
    assert code == 2
    assert f"{path}:" in said
    assert message in said
    assert len(said) < 50_000
    assert not Path("pwned").exists()


MATTER = {
    "aliases": "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "an anchor in itself": "a: &a [*a]\n",
    "depth": "a: " + "[" * 20_000 + "\n",
    "a program": "title: !!python/object/apply:os.system ['touch pwned']\n",
    "a number": f"a: {'9' * 100_000}\n",
    "a date": "date: 9999999-99-99\n",
    "keys": "".join(f"k{number}: 1\n" for number in range(20_000)),
    "the same key": "title: a\ntitle: b\n",
}
TOML = {
    "depth": "a = " + "[" * 20_000,
    "tables": "".join(f"[a{'.b' * depth}]\n" for depth in range(200)),
    "a number": f"a = {'9' * 100_000}",
    "a date": "a = 9999-99-99T99:99:99",
    "the same key": "a = 1\na = 2",
    "keys in keys": f"a{'.b' * 20_000} = 1",
}


@pytest.mark.parametrize(("fence", "matter"), [*(("---", text) for text in MATTER.values()), *(("+++", text) for text in TOML.values())])
def test_hostile_front_matter_hides_no_finding(capsys, fence: str, matter: str):
    write("a.md", f"{fence}\n{matter}\n{fence}\n\nThey recieve it.\n")
    code, said = told(capsys, "check", "--format", "concise")
    assert code == 1
    assert "'recieve' is misspelled" in said
    assert not Path("pwned").exists()


NAMES = ["::error file=x::y.md", "##[error]y.md", "  ::stop-commands::y/a.md", "\x1b[31m\n::error::y.md", "\u202ey.md", ":"]
SAYS = "They recieve it.\n\n::error::recieve\n\n##[error]recieve\n\n“::error::qzxvw it,” said Anna Smith.\n"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "command",
    [
        *(("check", "--format", name) for name in reporters.names() if name != "github"),
        *((name,) for name in ("fix", "stats", "quotes", "words", "rules")),
        ("stats", "--worst", "3"),
        ("baseline", "--with-errors"),
        ("init", "--dry-run"),
        ("stet", "--list"),
        ("stet", "--prune"),
    ],
    ids=" ".join,
)
def test_no_line_of_a_log_is_a_command(capsys, command: tuple[str, ...], name: str):
    write(name, SAYS)
    write("::error::bad.md", "\udcff")
    write(
        ".copydesk-stet.yml",
        f"- path: gone.md\n  sentence: '::error::x'\n  rule: '::error::x'\n  because: x\n  fingerprints: ['{'0' * 16}']\n",
    )
    write("P/\n::warning::x.yml", 'extends: existence\nmessage: "\\n::error::%s"\ntokens: [it]\n')
    write(".copydesk.yml", "packs: [typos, attribution, P]\n")
    _, said = told(capsys, *command)
    assert [line for line in said.splitlines() if line.strip().startswith("::") or "##[" in line] == []
    assert not [sign for sign in said if (ord(sign) < 32 and sign != "\n") or sign == "\u202e"]
