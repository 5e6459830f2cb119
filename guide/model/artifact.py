"""What an output is made of: bytes in memory, or a finished file elsewhere that the writer copies."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_PORTS = (f"{port}{digit}" for port in ("com", "lpt") for digit in range(10))
RESERVED = frozenset({"con", "prn", "aux", "nul", *_PORTS})
"""What Windows, and whoever reads a card written there, takes for a device: no file can have that name, whatever
its ending."""


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A finished file in the cache: its absolute path, size and SHA-256 (hex)."""

    path: Path
    size_bytes: int
    sha256: str


Artifact = bytes | StoredFile
"""Content of one published file."""


def size_and_digest(artifact: Artifact) -> tuple[int, str]:
    """Return the size in bytes and the SHA-256 (hex) of an artifact."""
    if isinstance(artifact, StoredFile):
        return artifact.size_bytes, artifact.sha256
    return len(artifact), sha256(artifact).hexdigest()
