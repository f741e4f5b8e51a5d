"""Named scopes of a Vale project: `<StylesPath>/config/scopes/*.yml`, each a mapping of names to the scopes that they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lint.compiled import compiled
from lint.confines import Confines
from lint.faults import CONFIGURATION, Fault, FaultyFile, read_source
from lint.yaml_source import YamlSource

_NAME = compiled(r"[A-Za-z][A-Za-z0-9_-]*")
_TAKEN = frozenset(
    """
    alt blockquote caption cell class code comment doc emphasis figure header heading in link list meta paragraph raw sentence strong
    summary table text quote
    """.split()
)


def named_scopes(folders: Iterable[Path], confines: Confines) -> dict[str, str]:
    """What the files of these folders name; none is read outside of `confines`. Raises FaultyFile."""
    scopes: dict[str, str] = {}
    faults: list[Fault] = []
    for path in (path for folder in folders for path in sorted([*folder.glob("*.yml"), *folder.glob("*.yaml")])):
        try:
            _read(path, scopes, confines)
        except FaultyFile as error:
            faults += error.faults
    if faults:
        raise FaultyFile(tuple(faults))
    return scopes


def _read(path: Path, scopes: dict[str, str], confines: Confines) -> None:
    yaml = YamlSource(read_source(path, path.as_posix(), CONFIGURATION, confines=confines), CONFIGURATION)
    root = yaml.root()
    for item in () if root is None else yaml.items(root):
        scope = yaml.text(item.value).strip()
        if not _NAME.fullmatch(item.name):
            yaml.fault(item.key, f"'{item.name}' is no name of a scope: it has letters, digits, '_' and '-' only")
        elif item.name in _TAKEN:
            yaml.fault(item.key, f"'{item.name}' is a scope already; take another name")
        elif scopes.setdefault(item.name, scope) != scope:
            yaml.fault(item.key, f"'{item.name}' stands for '{scopes[item.name]}' elsewhere; take another name")
    yaml.finish()
