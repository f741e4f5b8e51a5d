"""Asks a LanguageTool server about texts, by `language-tool-python`: all adaptation of that library to our needs stands here.

The library is an extra (`copydesk[languagetool]`), imported when the first text is asked about. Only the request of its client is used:
what comes back is read here, so that places and lengths are those of the server. Texts go in pieces that hold whole blocks and are
never longer than a server takes. What it said of a piece is kept by content and the server's version.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from typing import Any
from urllib.parse import urljoin, urlsplit

from lint import cache
from lint.digest import digest
from lint.language.grammar import Remark

OLDEST = (6, 0)
_SECONDS = 30.0
_TRIES = 2
_LONGEST = 20_000
"""Characters in a request: what the strictest servers take."""
_AT_ONCE = 4
_GAP = "\n\n"
_SHELF = "grammar"
_MOST_TOLD = 120
_SPELLING = {
    "disabledRules": ",".join(f"MORFOLOGIK_RULE_EN_{country}" for country in ("US", "GB", "CA", "AU", "NZ", "ZA")),
    "disabledCategories": "MULTITOKEN_SPELLING",
}
"""What is left to our own spelling."""
_Piece = list[int]
"""The numbers of the texts that go together."""


class GrammarError(Exception):
    """A server that cannot be asked, in a sentence with its address and the cure."""


class GrammarClient:
    """One server, asked until it fails: then it is left alone, and `failure` says why."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.failure = ""
        self._request: Any = None
        self._version = ""

    def __call__(self, texts: Sequence[str], language: str) -> list[tuple[Remark, ...]]:
        """The remarks on each text; none where the server fails, or has failed before."""
        said: list[list[Remark]] = [[] for _ in texts]
        if not self.failure:
            try:
                if self._request is None:
                    self._greet()
                for piece, remarks in self._asked(texts, language):
                    _hand_out(piece, texts, remarks, said)
            except GrammarError as error:
                self.failure = str(error)
                return [() for _ in texts]
        return [tuple(remarks) for remarks in said]

    def _asked(self, texts: Sequence[str], language: str) -> Iterator[tuple[_Piece, tuple[Remark, ...]]]:
        pieces = list(_pieces(texts))
        wordings = [_GAP.join(texts[number] for number in piece) for piece in pieces]
        with ThreadPoolExecutor(max_workers=max(1, min(_AT_ONCE, len(pieces)))) as pool:
            yield from zip(pieces, pool.map(lambda wording: self._remarks(wording, language), wordings), strict=True)

    def _remarks(self, text: str, language: str) -> tuple[Remark, ...]:
        """What the server says of a piece, or has said of it before."""
        entry = digest(self._version.encode(), language.encode(), text.encode("utf-8", "surrogatepass"), size=20)
        kept = cache.read(_SHELF, entry) if cache.is_on() else None
        if kept is not None:
            return _recalled(kept)
        answer = self._answer("v2/check", {"language": language, "text": text, **_SPELLING})
        try:
            remarks = tuple(map(_remark, answer["matches"]))
        except (KeyError, TypeError, ValueError) as error:
            raise self._nonsense from error
        if cache.is_on():
            cache.write(_SHELF, entry, json.dumps([list(remark) for remark in remarks]).encode("ascii"))
        return remarks

    def _greet(self) -> None:
        """Look once who answers there. Raises GrammarError."""
        self._request = _request(self.address)
        answer = self._answer("v2/info", {})
        try:
            self._version = str(answer["software"]["version"])
            numbers = tuple(int(part) for part in self._version.split("-")[0].split(".")[:2])
        except (KeyError, TypeError, ValueError) as error:
            raise self._nonsense from error
        if numbers < OLDEST:
            raise GrammarError(f"LanguageTool {self._version} at {self.address} is too old: start {'.'.join(map(str, OLDEST))} or later")

    def _answer(self, path: str, fields: Mapping[str, str]) -> Any:
        url = urljoin(self.address.rstrip("/") + "/", path)
        failure = _library().exceptions.LanguageToolError
        try:
            return self._request(url, dict(fields), num_tries=_TRIES, method="post" if fields else "get")
        except failure as error:
            told = " ".join(str(error).split())[:_MOST_TOLD]
            cure = "start it anew (`copydesk serve-grammar`), or leave the pack `grammar` out"
            raise GrammarError(f"LanguageTool at {self.address} does not answer ({told}): {cure}") from error

    @property
    def _nonsense(self) -> GrammarError:
        return GrammarError(f"what answers at {self.address} is no LanguageTool server: start one with `copydesk serve-grammar`")


def is_here(address: str) -> bool:
    """Whether an address is one of this machine."""
    host = (urlsplit(address).hostname or "").rstrip(".")
    return host in ("localhost", "::1") or host.startswith("127.")


def _request(address: str) -> Any:
    """The library's way to send a request, without what its client asks a server beforehand; bounded in time."""
    client_class = _library().LanguageTool
    client = type("_Client", (client_class,), {"_TIMEOUT": _SECONDS, "__init__": lambda self: None, "__del__": lambda self: None})()
    client._remote = True  # so that it never starts a server of its own
    client._proxies = None
    client._url = address
    return client._query_server


def _library() -> Any:
    return library("language_tool_python")


def library(name: str) -> Any:
    """A module of the extra. Raises GrammarError where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        raise GrammarError("the pack `grammar` needs language-tool-python: install `copydesk[languagetool]`") from None


def _pieces(texts: Sequence[str]) -> Iterator[_Piece]:
    """The numbers of the texts, in groups that are not too long; a text that is too long by itself is not asked about."""
    piece: _Piece = []
    size = 0
    for number, text in enumerate(texts):
        if len(text) > _LONGEST:
            continue
        if piece and size + len(text) > _LONGEST:
            yield piece
            piece, size = [], 0
        piece.append(number)
        size += len(text) + len(_GAP)
    if piece:
        yield piece


def _hand_out(piece: _Piece, texts: Sequence[str], remarks: Sequence[Remark], said: list[list[Remark]]) -> None:
    """Give each remark to the text that it is on; those on more than one are dropped."""
    start = 0
    for number in piece:
        end = start + len(texts[number])
        said[number] += [
            remark._replace(start=remark.start - start, end=remark.end - start)
            for remark in remarks
            if start <= remark.start and remark.end <= end
        ]
        start = end + len(_GAP)


def _remark(match: Mapping[str, Any]) -> Remark:
    rule = match["rule"]
    forms = tuple(str(each["value"]) for each in match["replacements"][:5])
    start = int(match["offset"])
    return Remark(start, start + int(match["length"]), str(rule["id"]), str(rule["category"]["id"]), str(match["message"]), forms)


def _recalled(kept: bytes) -> tuple[Remark, ...]:
    try:
        rows: list[tuple[int, int, str, str, str, list[str]]] = json.loads(kept)
        return tuple(Remark(start, end, rule, category, message, tuple(forms)) for start, end, rule, category, message, forms in rows)
    except (TypeError, ValueError):
        return ()
