"""What is shipped is what is here, made twice the same, with its licences; and nothing of it ever asks a network for anything."""

from __future__ import annotations

import email
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
DATA_LICENCES = ("lint/data/README.md", "lint/data/en_US.LICENSE.txt")


def run(*command: str, cwd: Path, code: int | None = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True, timeout=600)
    assert code in (None, done.returncode), done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def tracked() -> list[str]:
    """The files of the repository."""
    if not (ROOT / ".git").exists():
        pytest.skip("this is no checkout: Git does not say what belongs to it")
    names = run("git", "ls-files", "-z", cwd=ROOT).stdout.split("\0")
    return [name for name in names if name and (ROOT / name).is_file()]


@pytest.fixture(scope="module")
def built(tracked: list[str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two folders with a wheel and an sdist each, from checkouts at other places, of another time, with other rights and scratch files."""
    pytest.importorskip("hatchling", reason="hatchling builds the package")
    folders = []
    for number, mode in enumerate((0o644, 0o664)):
        checkout = tmp_path_factory.mktemp(f"place{number}") / ("src" * (number + 1))
        for name in tracked:
            (checkout / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, checkout / name)
            (checkout / name).chmod(mode)
            os.utime(checkout / name, (1_600_000_000 + number, 1_600_000_000 + number))
        for scratch in ("lint/__pycache__/cli.cpython-311.pyc", ".hypothesis/x", ".venv/bin/python", "build/x", "lint/.mypy_cache/x"):
            (checkout / scratch).parent.mkdir(parents=True, exist_ok=True)
            (checkout / scratch).write_text(str(checkout))
        target = checkout.parent / "dist"
        run(sys.executable, "-m", "hatchling", "build", "-d", str(target), cwd=checkout, SOURCE_DATE_EPOCH="1700000000")
        folders.append(target)
    return folders[0], folders[1]


def only(folder: Path, pattern: str) -> Path:
    (path,) = folder.glob(pattern)
    return path


def members(path: Path) -> dict[str, bytes]:
    """The files in a wheel or an sdist."""
    if path.suffix == ".whl":
        with zipfile.ZipFile(path) as archive:
            return {name: archive.read(name) for name in archive.namelist()}
    with tarfile.open(path) as archive:
        assert all(member.isfile() and not Path(member.name).is_absolute() and ".." not in member.name for member in archive)
        files = ((member.name.partition("/")[2], archive.extractfile(member)) for member in archive)
        return {name: file.read() for name, file in files if file}


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_two_builds_are_the_same_byte_for_byte(built: tuple[Path, Path], pattern: str):
    first, second = (only(folder, pattern) for folder in built)
    assert first.read_bytes() == second.read_bytes()


def test_the_wheel_holds_the_package_and_nothing_else(built: tuple[Path, Path], tracked: list[str]):
    names = set(members(only(built[0], "*.whl")))
    package = {name for name in tracked if name.startswith("lint/")}
    rules = {f"lint/{name}" for name in tracked if name.startswith("rules/")}
    info = {f"copydesk-0.1.0.dist-info/{name}" for name in ("METADATA", "WHEEL", "RECORD", "entry_points.txt")}
    licences = {f"copydesk-0.1.0.dist-info/licenses/{name}" for name in ("LICENSE", *DATA_LICENCES)}
    assert names == package | rules | info | licences
    assert "lint/py.typed" in names


def test_the_sdist_holds_the_repository_and_nothing_else(built: tuple[Path, Path], tracked: list[str]):
    names = set(members(only(built[0], "*.tar.gz")))
    assert names - {"PKG-INFO"} <= set(tracked)
    folders = ("lint/", "rules/", "scripts/", "tests/", "fixtures/", "docs/")
    assert {name for name in tracked if name.startswith(folders)} | {"pyproject.toml", "README.md", "LICENSE", "action.yml"} <= names


@pytest.mark.parametrize("pattern", ["*.whl", "*.tar.gz"])
def test_nothing_tells_of_the_machine_that_built_it(built: tuple[Path, Path], pattern: str):
    places = {str(path).encode() for path in (ROOT, built[0].parent, Path.home()) if len(path.parts) > 2}
    found = members(only(built[0], pattern))
    assert not [name for name, data in found.items() for place in places if place in data]


def test_the_wheel_says_what_it_is_and_under_which_licences(built: tuple[Path, Path]):
    found = members(only(built[0], "*.whl"))
    said = email.message_from_bytes(found["copydesk-0.1.0.dist-info/METADATA"])
    assert (said["Name"], said["License-Expression"], said["Requires-Python"]) == ("copydesk", "MIT", ">=3.11")
    assert said["Summary"]
    assert said["Description-Content-Type"] == "text/markdown"
    assert "Typing :: Typed" in said.get_all("Classifier", [])
    assert set(said.get_all("License-File", [])) == {"LICENSE", *DATA_LICENCES}
    for name in DATA_LICENCES:
        assert found[f"copydesk-0.1.0.dist-info/licenses/{name}"] == (ROOT / name).read_bytes()
    assert b"copydesk = lint.start:run" in found["copydesk-0.1.0.dist-info/entry_points.txt"]


def test_every_file_of_data_has_its_origin_and_licence(tracked: list[str]):
    page = (ROOT / "lint/data/README.md").read_text("utf-8")
    data = [Path(name).name for name in tracked if name.startswith("lint/data/") and not name.endswith((".py", "README.md"))]
    assert data
    assert not [name for name in data if name not in page]


def test_the_sdist_makes_the_same_wheel(built: tuple[Path, Path], tmp_path: Path):
    with tarfile.open(only(built[0], "*.tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    source = only(tmp_path, "copydesk-*")
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=source, SOURCE_DATE_EPOCH="1700000000")
    assert only(tmp_path, "*.whl").read_bytes() == only(built[0], "*.whl").read_bytes()


GUARD = """\
import sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "imaplib.", "poplib.")):
        raise AssertionError(f"the network was asked for: {event} {arguments}")

sys.addaudithook(refuse)
"""
COMMANDS = """
check
check --format sarif
check --changed HEAD
check --statistics
check vale
check vale --jobs 2
check --no-config --select typos
stet a.md:1:6 typos.misspelling --because x --who x
stet --list
stet --prune
fix --diff
fix --unsafe
quotes
stats
stats --worst 1
words
words --add words.txt --least 1
explain typos.spelling
explain typos
rules
rules --format json vale/page.md
test
test vale/styles/Desk
init --from-vale vale
baseline
baseline --prune
""".strip()


@pytest.fixture
def guarded(tmp_path: Path) -> Iterator[tuple[Path, dict[str, str]]]:
    """A repository with a Vale project in it, and an environment in which Python fails whoever opens a socket."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard/sitecustomize.py").write_text(GUARD)
    work = tmp_path / "work"
    shutil.copytree(ROOT / "fixtures/vale/project", work / "vale")
    (work / "a.md").write_text('They recieve the the prize. "It is big," said Ada Desk. Critics say it is not.\n')
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        run("git", "-c", "user.name=t", "-c", "user.email=t@example.org", *command, cwd=work)
    yield work, {"PYTHONPATH": os.pathsep.join((str(tmp_path / "guard"), str(ROOT))), "XDG_CACHE_HOME": str(tmp_path / "cache")}


@pytest.mark.parametrize(
    "asking", ["socket.socket()", "socket.getaddrinfo('localhost', 80)", "urllib.request.urlopen('http://127.0.0.1:9')"]
)
def test_the_guard_sees_who_asks_a_network(guarded: tuple[Path, dict[str, str]], asking: str):
    work, environment = guarded
    done = run(sys.executable, "-c", f"import socket, urllib.request; {asking}", cwd=work, code=1, **environment)
    assert "the network was asked for" in done.stderr


def test_no_command_asks_a_network(guarded: tuple[Path, dict[str, str]]):
    work, environment = guarded
    for command in COMMANDS.splitlines():
        done = run(sys.executable, "-m", "lint", *command.split(), cwd=work, code=None, **environment)
        assert "network" not in done.stderr, command
        assert "bug of copydesk" not in done.stderr, command
        assert done.returncode in (0, 1), f"{command}: {done.stdout}{done.stderr}"
