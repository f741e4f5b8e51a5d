"""What Git knows of an older state: which files differ from it, what they said, and which state a change is to be compared with."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from lint.disk import DiskError
from lint.named import NamedTuple

_BRANCHES = ("origin/HEAD", "origin/main", "origin/master", "upstream/main", "main", "master")
_TARGETS = ("GITHUB_BASE_REF", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME")
"""Where services say which branch a change is to go into."""
_RENAMED = ("R", "C")
_ALONE = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "none", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""An environment in which Git takes no locks, asks nobody, and fetches nothing: what a partial clone lacks it would get by whatever program
the repository names."""


class GitError(DiskError):
    """Git cannot say what is asked, in a sentence with the cure."""


class Old(NamedTuple):
    """What a file said in the older state, those that have gone since, and those that have another name now; each by its content's name."""

    own: str | None
    gone: tuple[str, ...]
    renamed: tuple[str, ...] = ()


def is_commit(name: str) -> bool:
    """Whether the repository around here has a commit of this name."""
    command = ["git", "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
    try:
        return subprocess.run(command, env={**os.environ, **_ALONE}, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


class Revisions:
    """An older state of the repository around a folder: `ref`, without one the merge base of a branch, HEAD while a commit is made.

    `kept` is what was worked out of files that have gone or have another name, for all files that are compared with them.
    """

    def __init__(self, folder: Path, ref: str = "") -> None:
        self._folder = folder
        self.kept: dict[tuple[str, int, str], Any] = {}
        self.base = self._base(ref)

    def old(self, path: str) -> Old | None:
        """What is to be compared with a file; None where it says what it said."""
        name = self._name(path)
        if name not in self._sources:
            return None
        return Old(self._sources[name], self._gone, self._renamed)

    def before(self, path: str) -> Old:
        """What a text is to be compared with that stands in no file yet, but is to be this one."""
        known = self.old(path)
        if known is not None:
            return known
        blob = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{self.base}:{self._name(path)}")
        return Old(blob.decode("ascii").strip() if blob else None, self._gone, self._renamed)

    def content(self, blob: str) -> bytes:
        """What a file said. Raises GitError."""
        return self._git("cat-file", "blob", blob)

    @cached_property
    def top(self) -> Path:
        """The top folder of the repository."""
        return Path(os.fsdecode(self._git("rev-parse", "--show-toplevel")).rstrip("\n"))

    @cached_property
    def _sources(self) -> Mapping[str, str | None]:
        """The files that differ, each with the content that it had, under whatever name; None for one that is new."""
        untracked = self._git("ls-files", "--others", "--exclude-standard", "-z", "--full-name", cwd=self.top)
        found: dict[str, str | None] = {os.fsdecode(name): None for name in untracked.split(b"\0") if name}
        for status, old, names in self._changes:
            if status[0] != "D":
                found[names[-1]] = None if status[0] == "A" else old
        return found

    @cached_property
    def _gone(self) -> tuple[str, ...]:
        """The contents of the files that are no more: what stands elsewhere now is not new."""
        return tuple(old for status, old, _ in self._changes if status[0] == "D")

    @cached_property
    def _renamed(self) -> tuple[str, ...]:
        """The contents of the files that have another name: a part of one may stand in a third now."""
        return tuple(old for status, old, _ in self._changes if status[0] == "R")

    @cached_property
    def _changes(self) -> list[tuple[str, str, list[str]]]:
        """Status, old content and names (the old one, then the new one) of each file of the index that differs."""
        command = (*self._unfiltered, "diff", "--raw", "--no-abbrev", "-M", "-z", "--no-ext-diff", self.base, "--")
        fields = iter(self._git(*command, cwd=self.top).split(b"\0"))
        changes = []
        for head in fields:
            if not head.startswith(b":"):
                continue
            _, _, old, _, status = head[1:].decode("ascii").split()
            names = [os.fsdecode(next(fields)) for _ in range(2 if status[0] in _RENAMED else 1)]
            changes.append((status, old, names))
        return changes

    @property
    def _unfiltered(self) -> Iterator[str]:
        """Options by which Git runs no filter (`filter.NAME.clean`) over what it compares: such a one is any program."""
        keys = self._try("config", "--null", "--name-only", "--get-regexp", r"^filter\..*\.(clean|process|required)$") or b""
        for key in dict.fromkeys(os.fsdecode(keys).split("\0")):
            if key and "=" not in key:
                yield from ("-c", f"{key}={'false' if key.endswith('.required') else ''}")

    def _name(self, path: str) -> str:
        return os.path.relpath(Path(path).resolve(), self.top.resolve()).replace(os.sep, "/")

    def _base(self, ref: str) -> str:
        if ref:
            return self._commit(ref) or self._unknown(ref)
        hook = os.environ.get("PRE_COMMIT_FROM_REF")
        if hook:
            return self._left(hook, os.environ.get("PRE_COMMIT_TO_REF") or "HEAD") or self._commit(hook) or self._unknown(hook)
        head = self._commit("HEAD") or self._empty()
        if os.environ.get("PRE_COMMIT") and self._is_staged(head):
            return head
        return self._merge_base(head)

    def _is_staged(self, head: str) -> bool:
        """Whether a commit is under way; none is where pre-commit is told to look at all files, as on a server."""
        return self._try("diff-index", "--cached", "--quiet", "--no-ext-diff", head, "--") is None

    def _merge_base(self, head: str) -> str:
        """Where the branch left the one that it is to go into; HEAD where it is that branch itself, or there is none."""
        targets = [f"origin/{name}" for variable in _TARGETS if (name := os.environ.get(variable))]
        for branch in (*targets, *_BRANCHES):
            commit = self._commit(branch)
            if commit is None:
                continue
            base = self._left(commit, head)
            if base is not None:
                return base
            if self._is_shallow:
                raise GitError(
                    f"the history here is too short to see where this branch left {branch}: fetch all of it (`git fetch --unshallow`, "
                    "`fetch-depth: 0`), or name a commit: `--changed COMMIT`"
                )
        if targets and self._is_shallow:
            raise GitError(f"{targets[0]} is not here: fetch it and its history (`fetch-depth: 0`), or name a commit: `--changed COMMIT`")
        return head

    def _left(self, branch: str, head: str) -> str | None:
        """Where one commit left the history of another, None where they have none in common or one is unknown."""
        base = self._try("merge-base", "--end-of-options", branch, head)
        return base.decode("ascii").strip() if base else None

    @property
    def _is_shallow(self) -> bool:
        return (self._try("rev-parse", "--is-shallow-repository") or b"").strip() == b"true"

    def _commit(self, ref: str) -> str | None:
        found = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        return found.decode("ascii").strip() if found else None

    def _unknown(self, ref: str) -> str:
        cure = (
            "fetch more of the history (`git fetch --unshallow`, `fetch-depth: 0`)"
            if self._is_shallow
            else "`git log` shows those there are"
        )
        raise GitError(f"there is no commit '{ref}' here: {cure}")

    def _empty(self) -> str:
        """The tree without a file, which a repository without a commit is compared with."""
        return self._git("hash-object", "-t", "tree", os.devnull).decode("ascii").strip()

    def _try(self, *arguments: str) -> bytes | None:
        """What Git says; None where it refuses."""
        try:
            return self._git(*arguments)
        except GitError:
            return None

    def _git(self, *arguments: str, cwd: Path | None = None) -> bytes:
        """What Git says. Raises GitError."""
        command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *arguments]
        try:
            done = subprocess.run(command, cwd=cwd or self._folder, env={**os.environ, **_ALONE}, capture_output=True, check=False)
        except OSError as error:
            raise GitError(f"Git cannot be started ({error.strerror}): install it, or leave out `--changed`") from error
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            if said and "not a git repository" in said[-1]:
                raise GitError("no Git repository is here, so nothing can be told from what it was: leave out `--changed`")
            if any("promisor remote" in line for line in said):
                raise GitError(
                    "this clone is a partial one (`--filter`) that lacks what files said before, and nothing is fetched here: "
                    "clone it without a filter, or leave out `--changed`"
                )
            raise GitError(f"`git {_verb(arguments)}` fails: {said[-1] if said else 'it does not say why'}")
        return done.stdout


def _verb(arguments: Sequence[str]) -> str:
    """What Git is asked to do, behind its options."""
    return next(word for word, before in zip(arguments, ("", *arguments), strict=False) if word != "-c" and before != "-c")
