"""Packs as they were read before: the same rules, and never any harm from a cache."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lint import cache, pack_cache, packs
from lint.document import Reading
from lint.examples import prove
from lint.formats import parse
from lint.rule import made

ROOT = Path(__file__).parent.parent


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A cache of this test alone."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(cache, "_off", False)
    return tmp_path / "cache" / "copydesk" / "packs"


def load(name):
    return packs.load(packs.bundled_folder() / name, bundled=True)


@pytest.mark.parametrize("name", packs.bundled_names())
def test_a_pack_from_the_cache_has_the_same_rules(name, folder):
    first, second = load(name), load(name)
    assert len(list(folder.iterdir())) == 1
    for fresh, known in zip(first.rules, second.rules, strict=True):
        assert isinstance(known.kind, pack_cache.KindLater)
        assert made(known.kind) == fresh.kind
        assert [getattr(known, field) for field in fresh.__dataclass_fields__ if field != "kind"] == [
            getattr(fresh, field) for field in fresh.__dataclass_fields__ if field != "kind"
        ]


def test_rules_from_the_cache_prove_their_examples(folder):
    load("typos")
    for rule in load("typos").rules:
        assert not prove(rule, lambda source: parse(source, Reading()))


def test_a_changed_rule_is_read_anew(folder, tmp_path):
    pack = tmp_path / "house"
    pack.mkdir()
    rule = pack / "word.yml"
    rule.write_text("extends: existence\nmessage: one\ntokens: [one]\n")
    assert [rule.message for rule in packs.load(pack).rules] == ["one"]
    rule.write_text("extends: existence\nmessage: two\ntokens: [two]\n")
    assert [rule.message for rule in packs.load(pack).rules] == ["two"]


HARM = [b"", b"{", b"\xff\xfe", b'{"rules": [1]}', b'{"rules": [{"id": "x"}]}', b"[]", b"null", b"[" * 100_000]


@pytest.mark.parametrize("sealed", [False, True], ids=["as it is", "sealed"])
@pytest.mark.parametrize("harm", HARM)
def test_a_broken_cache_is_read_over(harm, sealed, folder):
    expected = [rule.id for rule in load("dashes").rules]
    (entry,) = folder.iterdir()
    whole = entry.read_bytes()
    if sealed:
        cache.write(folder.name, entry.name, harm)
    else:
        entry.write_bytes(harm)
    assert [rule.id for rule in load("dashes").rules] == expected
    assert entry.read_bytes() == whole


def test_an_entry_of_which_a_letter_changed_is_read_over(folder):
    expected = [rule.message for rule in load("dashes").rules]
    (entry,) = folder.iterdir()
    entry.write_bytes(entry.read_bytes().replace(b"hyphen", b"hyphem"))
    assert [rule.message for rule in load("dashes").rules] == expected


@pytest.mark.parametrize("place", ["", "relative/caches"])
def test_a_cache_stands_in_the_home_folder_where_no_other_place_is_named(place, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", place)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(cache, "_off", False)
    cache.write("packs", "entry", b"kept")
    assert cache.read("packs", "entry") == b"kept"
    assert [path.name for path in (tmp_path / ".cache" / "copydesk" / "packs").iterdir()] == ["entry"]


def _no_home():
    raise RuntimeError("Could not determine home directory.")


@pytest.mark.parametrize("home", [_no_home, lambda: Path("somewhere")])
def test_nothing_is_kept_where_there_is_no_home(home, monkeypatch):
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(Path, "home", home)
    monkeypatch.setattr(cache, "_off", False)
    cache.write("packs", "entry", b"lost")
    cache.prune("packs", 0, 0)
    assert cache.read("packs", "entry") is None


def test_a_cache_that_cannot_be_written_does_no_harm(folder, tmp_path):
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert load("dashes").rules


def test_a_pack_with_faults_is_not_kept(folder, tmp_path):
    shutil.copytree(ROOT / "rules" / "dashes", tmp_path / "dashes")
    (tmp_path / "dashes" / "broken.yml").write_text("extends: existence\nmesage: x\n")
    assert packs.load(tmp_path / "dashes").faults
    assert not folder.exists()


def test_nothing_is_kept_where_the_cache_is_off(folder, monkeypatch):
    monkeypatch.setattr(cache, "_off", True)
    monkeypatch.setattr(pack_cache, "row", None)  # nor is it worked out
    assert load("dashes").rules
    assert not folder.exists()


def test_old_entries_are_forgotten(folder):
    folder.mkdir(parents=True)
    for number in range(100):
        (folder / f"{number}.json").write_text("{}")
    load("dashes")
    assert len(list(folder.iterdir())) <= 65
