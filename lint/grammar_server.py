"""A LanguageTool server on this machine: found running, or started for a run and ended with it, whatever ends the run."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType

from lint import cache
from lint.grammar_client import GrammarClient, GrammarError, library

VERSION = "6.8"
_JAVA = 17
_PATIENCE = 60.0
"""Seconds that a server may take to answer first; ten are usual."""
_BEAT = 0.2
_HOST = "127.0.0.1"
_STATE = "grammar-server.json"
_WATCH = "import os,signal,sys\nsys.stdin.read()\ntry: os.kill(int(sys.argv[1]), signal.SIGKILL)\nexcept OSError: pass"
"""Ends a server when the pipe to whoever has started it breaks, so that none is left behind."""


class GrammarServer:
    """A server of our own. Making one starts it; raises GrammarError, in a sentence with the cure."""

    def __init__(self, port: int = 0) -> None:
        self._watch: subprocess.Popen[bytes] | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self.port = port or _free_port()
        self.address = f"http://{_HOST}:{self.port}"
        try:
            self._process = subprocess.Popen(
                _command(self.port), stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
            self._watch = subprocess.Popen([sys.executable, "-S", "-c", _WATCH, str(self._process.pid)], stdin=subprocess.PIPE)
            self._wait()
        except OSError as error:
            self.stop()
            raise GrammarError(f"LanguageTool cannot be started ({error.strerror}): look whether `java -version` works") from error
        except BaseException:
            self.stop()
            raise

    def __enter__(self) -> GrammarServer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.stop()

    def wait(self) -> None:
        """Stay until it ends."""
        if self._process is not None:
            self._process.wait()

    def stop(self) -> None:
        """End it."""
        for process in (self._process, self._watch):
            if process is not None and process.poll() is None:
                process.kill()
                process.wait()

    def _wait(self) -> None:
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if self._process is None or self._process.poll() is not None:
                raise GrammarError("LanguageTool ends as soon as it is started: look whether its folder is whole (LTP_PATH)")
            if is_alive(self.address):
                return
            time.sleep(_BEAT)
        raise GrammarError(f"LanguageTool does not answer within {_PATIENCE:.0f} seconds of its start: give the machine more memory")


def is_alive(address: str, seconds: float = 1.0) -> bool:
    """Whether a server answers there."""
    place = re.fullmatch(r"https?://(\[[^\]]+\]|[^:/]+)(?::(\d+))?/?.*", address)
    if place is None:
        return False
    connection = HTTPConnection(place[1].strip("[]"), int(place[2] or 80), timeout=seconds)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def warm_address() -> str | None:
    """Where a server answers that `serve-grammar` keeps, if one does."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        address = str(json.loads(_state().read_text("utf-8"))["address"])
        if address.startswith(f"http://{_HOST}:") and is_alive(address):
            return address
    return None


def serve(port: int, say: Callable[[str], None]) -> None:
    """Keep a server until it is stopped, and let other runs find it. Raises GrammarError."""
    with GrammarServer(port) as server:
        GrammarClient(server.address)(["This is the first text that is read, so that the next one need not wait."], "en-US")
        place = _state()
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(json.dumps({"address": server.address}), "utf-8")
        say(f"LanguageTool {VERSION} answers at {server.address}, for this machine alone; Ctrl-C ends it.\n")
        try:
            server.wait()
        finally:
            place.unlink(missing_ok=True)


def _state() -> Path:
    return cache.folder() / _STATE


def _command(port: int) -> list[str]:
    """How to start the server, as the library has it. Raises GrammarError where Java or LanguageTool is missing."""
    java = shutil.which("java")
    if java is None:
        raise GrammarError(f"LanguageTool needs Java {_JAVA} or later, and there is none: install it, or name a server (--languagetool)")
    said = subprocess.run([java, "-version"], capture_output=True, check=False).stderr.decode("utf-8", "replace")
    version = re.search(r'version "(?:1\.)?(\d+)', said)
    if version and int(version[1]) < _JAVA:
        raise GrammarError(f"LanguageTool needs Java {_JAVA} or later, and {java} is {version[1]}: install a newer one")
    local = library("language_tool_python.download_lt").LocalLanguageTool
    folder = Path(os.environ.get("LTP_PATH") or Path.home() / ".cache" / "language_tool_python") / f"LanguageTool-{VERSION}"
    if not (folder / "languagetool-server.jar").is_file():
        raise GrammarError(f"LanguageTool {VERSION} is not in {folder}: unpack it there, or set LTP_PATH to the folder that holds it")
    command: list[str] = local.from_version_name(VERSION).get_server_cmd(port)
    return command


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((_HOST, 0))
        port: int = probe.getsockname()[1]
        return port
