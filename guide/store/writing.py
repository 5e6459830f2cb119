"""One file, whole or not at all."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from guide.errors import StoreError
from guide.model.artifact import Artifact, StoredFile
from guide.store.trouble import disk_trouble

PART_PREFIX = ".guide-part-"
"""How a file that is being written is named; a crash may leave one, the next build removes it."""
_BLOCK_BYTES = 1 << 20


def write_whole(path: Path, artifact: Artifact, *, told: Path | None = None) -> None:
    """Put an artifact at `path`: written beside it, then moved over it in one step.

    Whoever looks sees the old file or the new one, never half of either; that holds when this
    process is killed at any instant. Raises StoreError, and then leaves no part behind;
    `cache-damaged` when a stored file is no longer what its digest says. `told` is the place that
    a person is told of, where the path itself says nothing.
    """
    part = path.with_name(f"{PART_PREFIX}{os.getpid()}-{sha256(path.name.encode()).hexdigest()[:16]}")
    with disk_trouble(told or path):
        try:
            try:
                _write(artifact, part)
            except FileNotFoundError:
                path.parent.mkdir(parents=True, exist_ok=True)
                _write(artifact, part)
            os.replace(part, path)  # noqa: PTH105  # the one call that the whole design rests on, by its own name
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def _write(artifact: Artifact, target: Path) -> None:
    if isinstance(artifact, StoredFile):
        _copy(artifact, target)
    else:
        target.write_bytes(artifact)


def write_named(path: Path, content: bytes) -> None:
    """Put bytes into the file that a person named: whole or not at all, as by `write_whole`.

    A link is followed and stays; a device or a pipe is written to and stays what it is. Raises StoreError.
    """
    target = path.resolve() if path.is_symlink() else path
    if target.exists() and not target.is_file() and not target.is_dir():
        with disk_trouble(path), target.open("wb") as file:
            file.write(content)
    else:
        write_whole(target, content)


def _copy(source: StoredFile, target: Path) -> None:
    digest = sha256()
    with source.path.open("rb") as reading, target.open("wb") as writing:
        while block := reading.read(_BLOCK_BYTES):
            digest.update(block)
            writing.write(block)
    if digest.hexdigest() != source.sha256:
        raise StoreError("cache-damaged", path=str(source.path))


def remove_parts(folder: Path) -> None:
    """Remove the parts that a killed process left anywhere below a folder."""
    for part in folder.rglob(f"{PART_PREFIX}*"):
        part.unlink(missing_ok=True)
