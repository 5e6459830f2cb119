"""Where the site's files gather, each under a name made from its content."""

from __future__ import annotations

from hashlib import sha256

from guide.model.artifact import Artifact, StoredFile

DIGEST_LENGTH = 12
"""Characters of the SHA-256 in a name: 48 bits, so two contents of one stem never meet by chance."""
CHECK_LENGTH = 24
"""Characters of the SHA-256 that a downloaded file is checked by."""


class Shelf:
    """Files of the site by path. Equal content under one stem has one name."""

    def __init__(self) -> None:
        self.files: dict[str, Artifact] = {}

    def place(self, stem: str, suffix: str, content: Artifact) -> str:
        """Put a file at `stem.<digest>suffix` and return that path."""
        path = f"{stem}.{digest_of(content)[:DIGEST_LENGTH]}{suffix}"
        self.files[path] = content
        return path

    def place_as(self, path: str, text: str) -> None:
        """Put a text under a name that does not change with its content."""
        self.files[path] = text.encode()

    def record(self, path: str) -> tuple[str, str, int]:
        """Return path, beginning of the SHA-256 and size in bytes of a placed file, for the download's check.

        Its 96 bits leave nothing to chance, and halve a list that every phone loads.
        """
        content = self.files[path]
        size_bytes = content.size_bytes if isinstance(content, StoredFile) else len(content)
        return path, digest_of(content)[:CHECK_LENGTH], size_bytes


def digest_of(content: Artifact) -> str:
    """Return the SHA-256 of a file as hexadecimal text."""
    return content.sha256 if isinstance(content, StoredFile) else sha256(content).hexdigest()
