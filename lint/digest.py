"""Short names for content."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import blake2b
else:
    try:
        from _blake2 import blake2b  # what hashlib gives, without the 2 ms that it takes to load OpenSSL
    except ImportError:
        from hashlib import blake2b


def digest(*pieces: bytes, size: int = 8) -> str:
    """BLAKE2b (RFC 7693) of the pieces, each with its length before it; `size` bytes as hexadecimal digits."""
    state = blake2b(digest_size=size)
    for piece in pieces:
        state.update(len(piece).to_bytes(8, "big") + piece)
    return state.hexdigest()
