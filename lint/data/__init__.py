"""What the package carries beside its code and rules: read-only, the same for everybody. `README.md` here says where each file is from."""

from __future__ import annotations

import mmap
from pathlib import Path


def read(name: str) -> bytes:
    """The bytes of a file of this folder. Raises FileNotFoundError where there is none of that name."""
    return path(name).read_bytes()


def path(name: str) -> Path:
    """Where a file of this folder is."""
    return Path(__file__).with_name(name)


def mapped(name: str) -> memoryview:
    """The bytes of a file of this folder, mapped into memory: only what is looked at is read."""
    with path(name).open("rb") as file:
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
