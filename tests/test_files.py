"""Which files a run is about. Trees are described by their paths: a folder ends in `/`, `->` makes a link."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lint import config, files, gitignore
from lint.config import Configuration
from lint.diagnostic import Failure
from lint.faults import Fault
from lint.files import File


def plant(root: Path, tree: str) -> None:
    """Make the files of a tree: a path a line, its content behind a `:` with `|` for line ends."""
    for line in filter(None, map(str.strip, tree.splitlines())):
        name, _, content = line.partition(": ")
        link, arrow, target = name.partition(" -> ")
        path = root / link
        path.parent.mkdir(parents=True, exist_ok=True)
        if arrow:
            path.symlink_to(target)
        elif name.endswith("/"):
            path.mkdir(exist_ok=True)
        else:
            path.write_text(content.replace("|", "\n"))


def nearest(path: str) -> Configuration:
    return config.load(config.find(Path(path)))


def found(*paths: str, configuration: Callable[[str], Configuration] = nearest) -> list[str]:
    """The paths of the files found; of what failed, the message."""
    return [one.path if isinstance(one, File) else told(one) for one in files.find(paths, configuration)]


def told(one: Failure | Fault) -> str:
    failure = one if isinstance(one, Failure) else one.failure
    return f"{failure.path}: {failure.message}"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_folder_is_walked_in_a_fixed_order(here: Path) -> None:
    plant(here, "b.md\n a.txt\n z/c.md\n y/d.html\n y/x/e.mdx\n y/picture.png\n Makefile\n f.MD")
    assert found(".") == ["a.txt", "b.md", "f.MD", "y/d.html", "y/x/e.mdx", "z/c.md"]
    assert found("y") == ["y/d.html", "y/x/e.mdx"]
    assert found("y/", "./z") == ["y/d.html", "y/x/e.mdx", "./z/c.md"]
    assert found(str(here / "z")) == [f"{here.as_posix()}/z/c.md"]
    assert [one.format for one in files.find(["."], nearest) if isinstance(one, File)] == [
        "plain",
        "markdown",
        "markdown",
        "html",
        "markdown",
        "markdown",
    ]


def test_what_belongs_to_others_is_passed_over(here: Path) -> None:
    plant(here, "a.md\n .git/b.md\n .venv/c.md\n node_modules/x/d.md\n venv/e.md\n .hidden.md\n docs/.cache/f.md")
    assert found(".") == ["a.md"]
    assert found(".venv") == [".venv/c.md"]


def test_no_file_twice(here: Path) -> None:
    plant(here, "docs/a.md\n docs/b.md\n link.md -> docs/a.md\n other -> docs")
    assert found("docs/b.md", ".", "docs", "docs/../docs/a.md", "link.md", "other") == ["docs/b.md", "link.md"]


def test_links_that_lead_round_in_circles(here: Path) -> None:
    plant(here, "docs/a.md\n docs/up -> ..\n docs/self -> self\n docs/gone.md -> nowhere.md\n docs/round.md -> round.md")
    assert found(".") == ["docs/a.md"]
    assert found("docs/up") == ["docs/up/docs/a.md"]
    assert found("docs/gone.md") == ["docs/gone.md: this link leads nowhere; mend or remove it"]
    assert "cannot be read" in found("docs/self")[0]


IGNORED = [
    (".gitignore: drafts/|*.tmp.md\n a.md\n b.tmp.md\n drafts/c.md\n x/drafts/d.md", ["a.md"]),
    (".gitignore: *.md|!keep.md\n a.md\n keep.md\n x/keep.md", ["keep.md", "x/keep.md"]),
    (".gitignore: /top.md\n top.md\n x/top.md", ["x/top.md"]),
    ("x/.gitignore: a.md|!b.md\n .gitignore: b.md\n x/a.md\n x/b.md\n a.md\n b.md", ["a.md", "x/b.md"]),
    (".gitignore: x/|!x/keep.md\n x/keep.md\n a.md", ["a.md"]),
    (".gitignore: x/**|!x/keep.md\n x/keep.md\n x/a.md\n a.md", ["a.md", "x/keep.md"]),
    (".gitignore: x/*|!x/y/\n x/y/keep.md\n x/a.md\n a.md", ["a.md", "x/y/keep.md"]),
    (".git/info/exclude: a.md\n .git/HEAD\n a.md\n b.md", ["b.md"]),
    (".gitignore: # a.md|!|[z-a]|\\#b.md||c.md  \n a.md\n #b.md\n c.md", ["a.md"]),
    (".gitignore: a.md\n .git/HEAD\n sub/.git/HEAD\n sub/a.md\n b.md", ["b.md", "sub/a.md"]),
    (".gitignore/\n a.md", ["a.md"]),
    (".gitignore: foo|!a\n a/foo/b.md\n a/c.md", ["a/c.md"]),
    (".gitignore: *|!*/|!*.md\n a.txt\n x/b.txt\n x/c.md", ["x/c.md"]),
    (".gitignore: [[]a].md|v[[:digit:]]*|x\\\\\n [a].md\n v1.md\n vx.md\n x.md", ["vx.md", "x.md"]),
]


@pytest.mark.parametrize(("tree", "expected"), IGNORED)
def test_what_git_ignores_is_left_out(here: Path, tree: str, expected: list[str]) -> None:
    plant(here, tree)
    assert found(".") == expected


@pytest.mark.parametrize(("tree", "expected"), IGNORED)
def test_what_git_ignores_is_left_out_where_it_is_named_and_that_is_wanted(here: Path, tree: str, expected: list[str]) -> None:
    plant(here, f".git/HEAD\n {tree}")
    named = sorted(path.relative_to(here).as_posix() for path in here.rglob("[!.]*.*") if ".git" not in path.parts)
    assert [one.path for one in files.find(named, nearest, force_exclude=True) if isinstance(one, File)] == expected


def test_git_thinks_of_a_link_and_not_of_where_it_leads(here: Path) -> None:
    plant(here, ".git/HEAD\n .gitignore: drafts/|link.md\n drafts/a.md\n b.md\n link.md -> b.md\n to.md -> drafts/a.md\n all -> drafts")
    assert [one.path for one in files.find(["link.md", "to.md", "all/a.md"], nearest, force_exclude=True) if isinstance(one, File)] == [
        "to.md"
    ]


def test_outside_a_repository_nothing_is_ignored_that_is_named(here: Path) -> None:
    plant(here, ".gitignore: a.md\n a.md\n x/a.md")
    assert list(files.find(["a.md", "x/a.md"], nearest, force_exclude=True)) == [File("a.md", "markdown"), File("x/a.md", "markdown")]


def test_ignore_files_above_count_up_to_the_top_of_the_repository(here: Path) -> None:
    plant(here, ".gitignore: *.md\n top/.git/HEAD\n top/.gitignore: draft*\n top/x/.gitignore: b.md")
    plant(here, "top/x/y/a.md\n top/x/y/draft.md\n top/x/y/b.md")
    assert found("top/x/y") == ["top/x/y/a.md"]
    plant(here, "top/drafts/a.md")
    assert found("top/drafts") == ["top/drafts/a.md"], "a folder that is named itself is walked, also where Git ignores it"


def test_a_file_that_is_named_is_checked_whatever_it_is(here: Path) -> None:
    plant(here, ".gitignore: a.md\n a.md\n notes\n .hidden.md\n b.xyz\n node_modules/c.md")
    listed = list(files.find(["a.md", "notes", ".hidden.md", "b.xyz", "node_modules/c.md"], nearest))
    assert listed == [
        File("a.md", "markdown"),
        File("notes", "plain"),
        File(".hidden.md", "markdown"),
        File("b.xyz", "plain"),
        File("node_modules/c.md", "markdown"),
    ]


def test_excluded_files_are_passed_over_also_when_they_are_named(here: Path) -> None:
    plant(
        here, '.copydesk.yml: exclude: ["archive/**", "!archive/kept.md", "/b.md"]\n a.md\n b.md\n x/b.md\n archive/c.md\n archive/kept.md'
    )
    assert found(".") == ["a.md", "archive/kept.md", "x/b.md"]
    assert found("b.md", "archive/c.md", "archive/kept.md") == ["archive/kept.md"]


def test_the_configuration_adds_suffixes(here: Path) -> None:
    plant(
        here,
        '.copydesk.yml: formats: {".njk": markdown, ".md": plain}\n a.njk\n b.md\n sub/.copydesk.yml: formats: {}\n sub/c.njk\n sub/d.md',
    )
    listed = list(files.find(["."], nearest))
    assert listed == [File("a.njk", "markdown"), File("b.md", "plain"), File("sub/d.md", "markdown")]


def test_a_configuration_that_is_wrong_is_told_once_and_only_its_files_are_left_out(here: Path) -> None:
    plant(here, "a.md\n sub/.copydesk.yml: kinds: news\n sub/b.md\n sub/x/c.md\n sub/x/d.md\n sub/y/.copydesk.yml: kind: news\n sub/y/e.md")
    assert found(".") == ["a.md", "sub/.copydesk.yml: unknown key 'kinds'; did you mean 'kind'?", "sub/y/e.md"]
    assert found("sub/b.md", "sub/x/c.md") == ["sub/.copydesk.yml: unknown key 'kinds'; did you mean 'kind'?"]


def test_paths_that_lead_nowhere(here: Path) -> None:
    plant(here, "a.md\n pictures/b.png")
    missing = "there is no such file or folder; check its spelling"
    assert found("nope.md", "a.md/b", "*.md", "a.md") == [f"nope.md: {missing}", f"a.md/b: {missing}", f"*.md: {missing}", "a.md"]
    (message,) = found("pictures")
    assert message.startswith("pictures: no article is in this folder: none that is not ignored or excluded ends in .")
    assert "cannot be read" in found("a\0b")[0]
    assert "cannot be read" in found("a" * 5000)[0]


def test_special_files_are_never_opened(here: Path) -> None:
    plant(here, "a.md\n link.md -> pipe.md")
    os.mkfifo(here / "pipe.md")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(here / "socket.md"))
        assert found(".") == ["a.md"]
        assert found("socket.md") == ["socket.md: this is a socket; only files and folders are read"]
    assert found("pipe.md", "link.md") == [f"{name}: this is a pipe; only files and folders are read" for name in ("pipe.md", "link.md")]
    assert found("/dev/null") == ["/dev/null: this is a device; only files and folders are read"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_cannot_be_read(here: Path) -> None:
    plant(here, "a.md\n shut/b.md")
    (here / "shut").chmod(0)
    try:
        assert "shut: this folder cannot be read (Permission denied)" in found(".")[1]
    finally:
        (here / "shut").chmod(0o700)


def test_an_unreadable_folder_is_a_failure_and_the_others_are_walked(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(here, "a.md\n shut/b.md\n zoo/c.md")
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("shut"):
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    told = "shut: this folder cannot be read (Permission denied); let it be read, or name it under `exclude` in .copydesk.yml"
    assert found(".") == ["a.md", told, "zoo/c.md"]


def test_names_that_are_not_text(here: Path) -> None:
    plant(here, ".gitignore: *.tmp.md\n .copydesk.yml: exclude: [x]")
    for name in (b"caf\xe9.md", b"caf\xe9.tmp.md", b"a\nb.md"):
        Path(os.fsdecode(os.path.join(os.fsencode(here), name))).write_text("x")  # noqa: PTH118
    assert found(".") == ["a\nb.md", "caf\udce9.md"]
    assert found("caf\udce9.md") == ["caf\udce9.md"]


def test_deep_folders(here: Path) -> None:
    plant(here, "a.md\n " + "d/" * 400)
    defaults = config.load(None)
    try:
        (here / ("d/" * 400 + "b.md")).touch()
        assert found(".", configuration=lambda _: defaults) == ["a.md", "d/" * 400 + "b.md"]
    finally:
        (here / ("d/" * 400 + "b.md")).unlink()
        os.removedirs(here / ("d/" * 400))  # up to where a.md is: pytest, which would do it level by level, can run out of stack


pattern = st.lists(st.sampled_from(["a", "b", "foo", "f*", "*", "**", "?", "x y", "[!a]*", "[[:lower:]]"]), min_size=1, max_size=3).map(
    "/".join
)
line = st.builds(
    "{}{}{}{}".format, st.sampled_from(["", "!"]), st.sampled_from(["", "/"]), pattern, st.sampled_from(["", "/", "/**", ".md", "*.md"])
)


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lines=st.lists(line, min_size=1, max_size=4), inner=st.lists(line, max_size=2))
def test_git_agrees(here: Path, lines: list[str], inner: list[str]) -> None:
    subprocess.run(["git", "init", "-q"], check=True)
    plant(here, "a.md\n foo.md\n a/b.md\n a/foo/b.md\n b/x y.md\n foo/a.md\n foo/b/f.md\n x y/a/b.md")
    (here / ".gitignore").write_text("\n".join(lines))
    (here / "foo" / ".gitignore").write_text("\n".join(inner))
    ran = subprocess.run(["git", "ls-files", "-o", "-z", "--exclude-standard"], capture_output=True, text=True, check=True)
    assert _articles(ran.stdout.split("\0")) == _articles(found("."))


def _articles(paths: Iterable[str]) -> list[str]:
    return sorted(path for path in paths if path.endswith(".md"))


PIECES = ["a", "b", "ab", "*", "**", "?", "/", "!", "\\", "[ab]", "[!a]", " ", ".", "#", "é", "\\ ", "x.md", "**/", "/**"]
LINE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
PATH = st.lists(st.sampled_from(["a", "ab", "x.md", "é", "!a", "#a", "a b", " b", "["]), min_size=1, max_size=3).map("/".join)


@given(st.lists(LINE, min_size=1, max_size=3), PATH, st.booleans())
def test_the_cheap_look_at_patterns_passes_over_none_that_matches(lines: list[str], path: str, folder: bool) -> None:
    looking, asking = gitignore.Patterns(lines), gitignore.Patterns(lines)
    asking.__dict__["_needed"] = [[]]  # any may match
    assert looking.verdict(path, folder) == asking.verdict(path, folder)
