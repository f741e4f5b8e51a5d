"""Grammar by LanguageTool: exact places, nothing but prose is asked about, and a server that fails costs one warning.

A fake server covers the failures; the real one runs where it is installed (`LTP_PATH`).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from lint import cache, grammar_client
from lint.cli import main
from lint.grammar_client import GrammarClient, is_here, library

ROOT = Path(__file__).parent.parent
TEXT = "The plan are ready now.\n\nShe said that the the boat is here.\n"


class Fake(ThreadingHTTPServer):
    """A server that marks each `are` and `teh` as LanguageTool would, or fails as it is told to."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.texts: list[str] = []
        self.fault = ""
        self.version = "6.8"

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Fake

    def do_GET(self) -> None:
        self._answer({"software": {"name": "LanguageTool", "version": self.server.version}})

    def do_POST(self) -> None:
        fields = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        text = fields["text"][0]
        self.server.texts.append(text)
        if self.server.fault == "dies":
            self.connection.close()
            return
        if self.server.fault == "slow":
            time.sleep(3)
        units = text.encode("utf-16-le")
        words = tuple(word.encode("utf-16-le") for word in (" are ", " teh "))
        places = [index // 2 for index in range(0, len(units), 2) if units[index:].startswith(words)]
        self._answer({"software": {"version": self.server.version}, "matches": [_match(place + 1) for place in places]})

    def _answer(self, told: object) -> None:
        body = {"nonsense": b"<html>", "empty": b"{}"}.get(self.server.fault, json.dumps(told).encode())
        self.send_response(500 if self.server.fault == "nonsense" else 200)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def _match(offset: int) -> dict[str, object]:
    rule = {"id": "SUBJECT_VERB_AGREEMENT", "issueType": "grammar", "category": {"id": "GRAMMAR", "name": "Grammar"}}
    return {"offset": offset, "length": 3, "message": "The verb does not agree.", "replacements": [{"value": "is"}], "rule": rule}


@pytest.fixture
def fake(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fake]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("COPYDESK_LANGUAGETOOL", raising=False)
    server = Fake()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def found(capsys: pytest.CaptureFixture[str], text: str, *arguments: str, name: str = "a.md") -> list[tuple[int, str, str]]:
    """Offset, words and rule of each finding of the pack."""
    Path(name).write_text(text, "utf-8")
    capsys.readouterr()
    main(["check", "--select", "grammar", "--format", "json", *arguments, name])
    told = json.loads(capsys.readouterr().out)
    assert all(text[each["start"] : each["end"]] == each["text"] for each in told["files"][0]["diagnostics"])
    return [(each["start"], each["text"], each["rule"]) for each in told["files"][0]["diagnostics"]]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("The plan are ready now.", [9]),
        ("😀😀 The plan are ready now. 😀 The plan are ready now.", [12, 38]),
        ("The *plan* are ready now.", [11]),
        ("The plan are\nready now.", [9]),
        ("The plan `are` ready are now.", [21]),
        ("The plan *are ready* now.", [10]),
        ("Use `a` are `b` as it is.", []),  # it touches a placeholder
        ("# The plan are ready now", []),
        ("```\nThe plan are ready now.\n```", []),
        ("She said, “The plan are ready now.”", [20]),
    ],
)
def test_places_are_exact_and_only_prose_is_asked_about(fake: Fake, capsys, text: str, places: list[int]):
    assert [start for start, _, _ in found(capsys, text, "--languagetool", fake.address)] == places


def test_an_article_is_asked_about_once_for_all_rules(fake: Fake, capsys):
    found(capsys, TEXT, "--no-cache", "--languagetool", fake.address)
    assert len(fake.texts) == 1


def test_what_is_quoted_is_for_a_person_to_check(fake: Fake, capsys):
    Path("a.md").write_text("She said, “The plan are ready now.”", "utf-8")
    main(["check", "--select", "grammar", "--format", "json", "--languagetool", fake.address, "a.md"])
    (diagnostic,) = json.loads(capsys.readouterr().out)["files"][0]["diagnostics"]
    assert diagnostic["message"].endswith("It is quoted: check with the source.")
    assert [fix["applicability"] for fix in diagnostic["fixes"]] == ["display"]


def test_no_fix_is_made_in_bulk(fake: Fake, capsys):
    Path("a.md").write_text(TEXT, "utf-8")
    main(["fix", "--select", "grammar", "--languagetool", fake.address, "a.md"])
    assert Path("a.md").read_text("utf-8") == TEXT


def test_requests_hold_whole_blocks_and_are_not_too_long(fake: Fake, capsys, monkeypatch):
    monkeypatch.setattr(grammar_client, "_LONGEST", 100)
    text = "\n\n".join(f"The plan are ready now. It has the number {number}." for number in range(12))
    assert len(found(capsys, text, "--languagetool", fake.address)) == 12
    assert len(fake.texts) > 2
    assert all(len(each) <= 100 and each.endswith(".") for each in fake.texts)


def test_what_was_said_is_kept_by_content(fake: Fake, capsys):
    for _ in range(2):
        assert len(found(capsys, TEXT, "--languagetool", fake.address)) == 1
    assert len(fake.texts) == 1
    found(capsys, TEXT + "\nAnother line stands here.\n", "--languagetool", fake.address)
    assert len(fake.texts) == 2


def test_our_own_rules_go_before(fake: Fake, capsys):
    Path("a.md").write_text("Now teh plan are ready.\n", "utf-8")
    main(["check", "--select", "grammar", "--select", "typos", "--format", "json", "--languagetool", fake.address, "a.md"])
    told = json.loads(capsys.readouterr().out)["files"][0]["diagnostics"]
    assert [each["rule"] for each in told] == ["typos.misspelling", "grammar.agreement"]


FAULTS = [
    ("nonsense", "does not answer"),
    ("empty", "is no LanguageTool server"),
    ("dies", "does not answer"),
    ("old", "is too old"),
    ("slow", "does not answer"),
]


@pytest.mark.parametrize(("fault", "told"), FAULTS)
@pytest.mark.parametrize("required", [False, True])
def test_a_server_that_fails_costs_one_warning(fake: Fake, capsys, monkeypatch, fault: str, told: str, required: bool):
    fake.fault, fake.version = fault, "5.4" if fault == "old" else "6.8"
    monkeypatch.setattr(grammar_client, "_SECONDS", 0.5)
    config = f"packs: [typos, grammar]\nlanguagetool: {{required: {str(required).lower()}, address: '{fake.address}'}}\n"
    Path(".copydesk.yml").write_text(config, "utf-8")
    for name in ("a.md", "b.md"):
        Path(name).write_text(TEXT, "utf-8")
    assert main(["check", "--no-cache", "--exit-zero"]) == (2 if required else 0)
    output = capsys.readouterr()
    assert output.out.count("typos.repeated-word") == 2
    assert output.err.count(told) == 1
    assert fake.address in output.err


@pytest.mark.parametrize("required", [False, True])
def test_without_a_server_all_other_rules_run(fake: Fake, capsys, monkeypatch, required: bool):
    monkeypatch.setenv("LTP_PATH", "/nowhere")
    Path(".copydesk.yml").write_text(f"packs: [typos, grammar]\nlanguagetool: {{required: {str(required).lower()}}}\n", "utf-8")
    Path("a.md").write_text(TEXT, "utf-8")
    assert main(["check", "--exit-zero"]) == (2 if required else 0)
    output = capsys.readouterr()
    assert "typos.repeated-word" in output.out
    assert output.err.count("\n") == 1
    assert "LTP_PATH" in output.err or "Java" in output.err


def test_a_server_elsewhere_is_named_on_the_command_line_alone(fake: Fake, capsys):
    Path(".copydesk.yml").write_text("packs: [grammar]\nlanguagetool: {address: 'https://example.org'}\n", "utf-8")
    Path("a.md").write_text(TEXT, "utf-8")
    assert main(["check"]) == 2
    assert "a file may only name a server on this machine" in capsys.readouterr().err


def test_that_texts_leave_the_machine_is_said_once(fake: Fake, capsys, monkeypatch):
    monkeypatch.setattr("lint.grammar_address.is_here", lambda _: False)
    Path("a.md").write_text(TEXT, "utf-8")
    for times in (1, 0):
        main(["check", "--select", "grammar", "--languagetool", fake.address, "a.md"])
        assert capsys.readouterr().err.count("which is not this machine") == times


@pytest.mark.parametrize(
    ("address", "here"),
    [("http://localhost:1", True), ("http://127.0.0.1:1/", True), ("http://[::1]:1", True), ("http://localhost.example.org", False)],
)
def test_which_addresses_are_of_this_machine(address: str, here: bool):
    assert is_here(address) is here


def test_the_pack_is_off_unless_it_is_named(fake: Fake, capsys):
    Path("a.md").write_text(TEXT, "utf-8")
    main(["check", "--languagetool", fake.address, "a.md"])
    assert fake.texts == []


def test_the_extra_is_asked_for_where_it_is_missing(fake: Fake, capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    Path("a.md").write_text(TEXT, "utf-8")
    main(["check", "--select", "grammar", "--languagetool", fake.address, "a.md"])
    assert "install `copydesk[languagetool]`" in capsys.readouterr().err


def test_the_library_still_has_what_is_used_of_it():
    client = library("language_tool_python").LanguageTool
    assert callable(client._query_server)
    assert isinstance(client._TIMEOUT, int | float)
    assert callable(library("language_tool_python.download_lt").LocalLanguageTool.from_version_name)


REAL = Path(os.environ.get("LTP_PATH", "/nowhere")) / "LanguageTool-6.8" / "languagetool-server.jar"
real = pytest.mark.skipif(not REAL.is_file() or not shutil.which("java"), reason="LanguageTool 6.8 is not in LTP_PATH, or Java is missing")


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    from lint.grammar_server import GrammarServer

    with GrammarServer() as running:
        yield running.address


@real
def test_the_rules_hold_against_the_real_thing(server: str):
    assert main(["test", "--languagetool", server]) == 0


@real
def test_a_real_server_gives_exact_places(server: str, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    text = "😀 He go to `work` every day. There is two dogs in the yard.\n"
    assert [words for _, words, _ in found(capsys, text, "--no-cache", "--languagetool", server)][:1] == ["go"]


@real
@pytest.mark.skipif(not shutil.which("pgrep"), reason="pgrep is missing")
@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_a_server_of_a_run_ends_with_it(tmp_path: Path, ending: signal.Signals):
    (tmp_path / "a.md").write_text("He go to work every day.\n" * 400, "utf-8")
    command = [sys.executable, "-m", "lint", "check", "--no-cache", "--select", "grammar", str(tmp_path / "a.md")]
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=heeding)
    java = _child(process.pid)
    process.send_signal(ending)
    process.wait(20)
    until = time.monotonic() + 10
    while _lives(java) and time.monotonic() < until:
        time.sleep(0.1)
    assert not _lives(java)


def heeding() -> None:
    """Heed SIGINT, which whoever runs the tests in the background has made us ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _child(parent: int) -> int:
    """The Java process that a process has started."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        said = subprocess.run(["pgrep", "-P", str(parent), "java"], capture_output=True, text=True, check=False).stdout.split()
        if said:
            return int(said[0])
        time.sleep(0.05)
    raise AssertionError("no server was started")


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except OSError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text("utf-8").rpartition(")")[2].split()[0] != "Z"


@pytest.fixture(autouse=True)
def _anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test keeps things as its own options say."""
    monkeypatch.setattr(cache, "_off", False)


def test_a_client_says_nothing_after_a_failure(fake: Fake):
    client = GrammarClient("http://127.0.0.1:9")
    for _ in range(2):
        assert client(["The plan are ready now."], "en-US") == [()]
    assert "http://127.0.0.1:9" in client.failure
