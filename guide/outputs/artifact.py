"""What an output gives the writer for one path: bytes made here, or a file to copy."""

from __future__ import annotations

from guide.model.artifact import Artifact, StoredFile

__all__ = ["Artifact", "StoredFile"]
