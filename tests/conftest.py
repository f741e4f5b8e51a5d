"""`pytest --update` writes what a golden file should say instead of comparing it; read the diff."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite golden files and generated pages")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compares a text with a file, or makes the file say it."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--update"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path} is missing: run `pytest --update` and read what it wrote"
        assert text == path.read_bytes().decode(), f"{path} is out of date: run `pytest --update` and read the diff"

    return compare


@pytest.fixture(autouse=True, scope="session")
def _cache_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test reads or writes the cache of whoever runs it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def outside_a_hook(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No variable by which a hook or a CI names a repository or a revision, whoever runs the tests."""
    for variable in (
        "PRE_COMMIT",
        "PRE_COMMIT_FROM_REF",
        "GITHUB_BASE_REF",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
        "GIT_DIR",
        "GIT_INDEX_FILE",
    ):
        monkeypatch.delenv(variable, raising=False)
    return monkeypatch
