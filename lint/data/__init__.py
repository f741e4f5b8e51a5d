"""What the package carries beside its code and rules: read-only, the same for everybody. `README.md` here says where each file is from."""

from __future__ import annotations

from pathlib import Path


def read(name: str) -> bytes:
    """The bytes of a file of this folder. Raises FileNotFoundError where there is none of that name."""
    return Path(__file__).with_name(name).read_bytes()
