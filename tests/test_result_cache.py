"""What is kept of a check: never stale, never harmful, and the same bytes as a check made anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from lint import cache, result_cache
from lint.desk import Settings
from lint.diagnostic import Severity
from lint.report import no_rule
from lint.reporters import Look
from lint.runner import Examiner, Output, Run

TEXT = "They could of left the the house.\n"

Checked = Callable[..., list[str]]


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with one article and a cache of its own; gives where results are kept."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_off", False)
    (tmp_path / "desk").mkdir()
    monkeypatch.chdir(tmp_path / "desk")
    Path("a.md").write_text(TEXT)
    return tmp_path / "cache" / "copydesk" / "results"


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Checked:
    """Runs a check; gives the files that were really examined."""

    def check(settings: Settings = Settings(jobs=1), reporter: str = "json", look: Look = Look()) -> list[str]:
        examined: list[str] = []
        examine = Examiner.checked

        def noted(self: Examiner, path: str, *rest: object) -> object:
            examined.append(path)
            return examine(self, path, *rest)  # type: ignore[arg-type]

        with monkeypatch.context() as patch:
            patch.setattr(Examiner, "checked", noted)
            parts = Run(["."], settings).parts(Output(reporter, look))
            check.parts = [part._replace(manual=no_rule) for part in parts]  # type: ignore[attr-defined]
        return examined

    return check


def test_an_unchanged_text_is_not_checked_again(shelf: Path, checked: Checked) -> None:
    assert checked() == ["a.md"]
    first = checked.parts  # type: ignore[attr-defined]
    assert checked() == []
    assert checked.parts == first  # type: ignore[attr-defined]
    assert first[0].found and first[0].alarming and first[0].mendable


@pytest.mark.parametrize(
    "change",
    [
        lambda: Path("a.md").write_text(TEXT + "More.\n"),
        lambda: Path("a.md").write_bytes(b"\xef\xbb\xbf" + TEXT.encode()),
        lambda: Path(".copydesk.yml").write_text("rules: {typos.wrong-phrase: off}\n"),
        lambda: Path(".copydesk.yml").write_text("dialect: en-GB\n"),
        lambda: Path(".copydesk.yml").write_text("vocabulary: [could of]\n"),
        lambda: Path(".copydesk.yml").write_text("prose: {front-matter: [lede]}\n"),
        lambda: Path(".copydesk.yml").write_text("fail-level: error\n"),
    ],
)
def test_whatever_a_result_depends_on_has_it_made_anew(change: Callable[[], object], shelf: Path, checked: Checked) -> None:
    checked()
    change()
    assert checked() == ["a.md"]


@pytest.mark.parametrize(
    ("settings", "reporter", "look"),
    [
        (Settings(jobs=1, ignore=("typos",)), "json", Look()),
        (Settings(jobs=1, fail_level=Severity.ERROR), "json", Look()),
        (Settings(jobs=1), "text", Look()),
        (Settings(jobs=1), "json", Look(width=60)),
    ],
)
def test_another_question_has_another_answer(settings: Settings, reporter: str, look: Look, shelf: Path, checked: Checked) -> None:
    checked()
    assert checked(settings, reporter, look) == ["a.md"]


@pytest.mark.parametrize("sealed", [False, True], ids=["as it is", "sealed"])
@pytest.mark.parametrize("harm", [b"", b"x", b"\xff", b"[]\n", b'["a.md", 3, [0, 0, 0], 0, false]\nlonger than three'])
def test_a_broken_result_is_made_anew(harm: bytes, sealed: bool, shelf: Path, checked: Checked) -> None:
    checked()
    good = checked.parts  # type: ignore[attr-defined]
    (entry,) = shelf.iterdir()
    if sealed:
        cache.write(shelf.name, entry.name, harm)
    else:
        entry.write_bytes(harm)
    assert checked() == ["a.md"]
    assert checked.parts == good  # type: ignore[attr-defined]
    assert checked() == []


def test_a_file_that_failed_is_not_kept(shelf: Path, checked: Checked) -> None:
    Path("a.md").write_bytes(b"\xe9")
    checked()
    assert not shelf.exists()


def test_nothing_is_kept_where_the_cache_is_off(shelf: Path, checked: Checked, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "_off", True)
    assert (checked(), checked()) == (["a.md"], ["a.md"])
    assert not shelf.exists()


def test_a_folder_that_cannot_be_written_does_no_harm(shelf: Path, checked: Checked) -> None:
    shelf.parent.parent.write_text("a file where a folder should be")
    assert (checked(), checked()) == (["a.md"], ["a.md"])


def test_old_results_are_forgotten(shelf: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(result_cache, "_MOST", 8)
    shelf.mkdir(parents=True)
    for number in range(20):
        (shelf / f"{number:02}").write_text("x")
        os.utime(shelf / f"{number:02}", (number, number))
    result_cache.prune()
    assert sorted(path.name for path in shelf.iterdir()) == [f"{number:02}" for number in range(14, 20)]
