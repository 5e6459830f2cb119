"""The real card: a mounted folder, through the operating system."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from guide.model.card import CardFacts
from guide.players import flushing, mounts, rereading
from guide.players.contract import Found, OpenFile, parent

_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_ITSELF = getattr(os, "O_NOFOLLOW", 0)  # a card that holds links must not lead to a file of this computer


class MountedFile:
    """A file of a mounted card, open for writing (or only held)."""

    def __init__(self, path: Path, flags: int) -> None:
        """Open the file. Raises OSError."""
        self.path = path
        self.descriptor = os.open(path, flags | _BINARY | _ITSELF, 0o644)

    def write(self, data: bytes) -> None:
        """Append all of `data`."""
        view = memoryview(data)
        while view:
            view = view[os.write(self.descriptor, view) :]

    def write_at(self, offset: int, data: bytes) -> None:
        """Put all of `data` at a byte offset."""
        os.lseek(self.descriptor, offset, os.SEEK_SET)
        self.write(data)

    def send(self) -> None:
        """Begin writing where the system can be asked for that: Linux does when it is told to forget a file."""
        if hasattr(os, "posix_fadvise"):
            os.posix_fadvise(self.descriptor, 0, 0, os.POSIX_FADV_DONTNEED)

    def sync(self, *, content_only: bool = False) -> None:
        """Return when the file is on the card."""
        flushing.flush_file(self.descriptor, content_only=content_only)

    def close(self) -> None:
        """Let go of the file."""
        os.close(self.descriptor)


class MountedCard:
    """A card by the folder at which it is mounted."""

    def __init__(self, root: Path) -> None:
        """Use the card at `root`."""
        self.root = root

    @property
    def rereads(self) -> str:
        """Return how reading back is done on this system."""
        return rereading.how()

    def facts(self) -> CardFacts:
        """Return what the system says of the card now."""
        return mounts.facts_of(self.root)

    def listing(self, folder: str) -> list[Found]:
        """Return a folder's entries; on FAT and exFAT under Linux in the order of the directory."""
        found = []
        with os.scandir(self.root / folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    found.append(Found(entry.name, is_folder=True))
                else:
                    size = entry.stat(follow_symlinks=False).st_size
                    found.append(Found(entry.name, is_folder=False, size_bytes=size))
        return found

    def read(self, path: str) -> bytes:
        """Return a small file's content."""
        with open(os.open(self.root / path, os.O_RDONLY | _BINARY | _ITSELF), "rb") as file:  # noqa: PTH123  # by flags
            return file.read()

    def read_back(self, path: str) -> Iterator[memoryview]:
        """Yield a file's content from the card."""
        return rereading.blocks(self.root / path)

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file; where `fresh`, one that stands there is not touched."""
        return MountedFile(self.root / path, os.O_WRONLY | os.O_CREAT | (os.O_EXCL if fresh else os.O_TRUNC))

    def overwrite(self, path: str) -> OpenFile:
        """Open an existing file for writing in place."""
        return MountedFile(self.root / path, os.O_WRONLY)

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Rename the open file over `target`. Windows renames no open file: there it is closed and opened again."""
        if sys.platform == "win32" and isinstance(file, MountedFile):
            file.close()
            (self.root / source).replace(self.root / target)
            file.descriptor = os.open(self.root / target, os.O_RDWR | _BINARY)
            return
        (self.root / source).replace(self.root / target)

    def hold(self, path: str) -> OpenFile | None:
        """Open an old file so that its space stays taken; not on Windows, where it would forbid replacing it."""
        if sys.platform == "win32":
            return None
        try:
            return MountedFile(self.root / path, os.O_RDONLY)
        except FileNotFoundError:
            return None

    def remove(self, path: str) -> None:
        """Remove a file."""
        (self.root / path).unlink()

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Make a folder, and wait until it and its entry are on the card."""
        (self.root / path).mkdir()
        if flushed:
            self.sync_folder(path)
            self.sync_folder(parent(path))

    def move_folder(self, source: str, target: str) -> None:
        """Rename a folder; an empty one in its way is removed first on Windows, which renames over none."""
        if sys.platform == "win32":
            with suppress(FileNotFoundError):
                (self.root / target).rmdir()
        (self.root / source).rename(self.root / target)

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        (self.root / path).rmdir()

    def sync_folder(self, path: str) -> None:
        """Return when a folder's entries are on the card."""
        flushing.flush_folder(self.root / path)

    def sync_all(self) -> bool:
        """Return when everything is on the card; False on Windows."""
        return flushing.flush_file_system(self.root)
