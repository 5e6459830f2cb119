"""The one seam between loading and a card: a handful of file operations, each of which can fail.

Paths are relative to the card with forward slashes; "" is its root. `MountedCard` is the real
one; `FaultyCard` is a stand-in for tests that fails, fills up, lies or vanishes when told to.
Every operation may raise OSError, as the operating system does.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from guide.model.card import CardFacts

PAST_CACHE, ASKED, THROUGH_CACHE = "past-cache", "asked", "through-cache"
"""How far reading back is from this computer's memory: surely the card, as asked of the system, perhaps memory."""


@dataclass(frozen=True, slots=True)
class Found:
    """One entry of a folder; `size_bytes` is 0 for a folder."""

    name: str
    is_folder: bool
    size_bytes: int = 0


class OpenFile(Protocol):
    """A file that is being written."""

    def write(self, data: bytes) -> None:
        """Append all of `data`."""
        ...

    def write_at(self, offset: int, data: bytes) -> None:
        """Put all of `data` at a byte offset."""
        ...

    def send(self) -> None:
        """Have the content written from now on, but no directory entry, and wait for nothing."""
        ...

    def sync(self, *, content_only: bool = False) -> None:
        """Return when content and directory entry are on the card; the entry may wait if only content counts."""
        ...

    def close(self) -> None:
        """Let go of the file; on `flush` mounts of Linux this waits a tenth of a second."""
        ...


class Card(Protocol):
    """A mounted card."""

    @property
    def rereads(self) -> str:
        """Return how reading back is done here: PAST_CACHE, ASKED or THROUGH_CACHE."""
        ...

    def facts(self) -> CardFacts:
        """Return what the operating system says of the card now."""
        ...

    def listing(self, folder: str) -> list[Found]:
        """Return a folder's entries in the order of its directory."""
        ...

    def read(self, path: str) -> bytes:
        """Return a small file's content."""
        ...

    def read_back(self, path: str) -> Iterator[memoryview]:
        """Yield a file's content from the card itself, as far as `rereads` says. Each block is valid until the next."""
        ...

    def create(self, path: str, *, fresh: bool = False) -> OpenFile:
        """Open an empty file; one that stands there is emptied, or (`fresh`) raises FileExistsError."""
        ...

    def overwrite(self, path: str) -> OpenFile:
        """Open an existing file for writing in place."""
        ...

    def replace(self, file: OpenFile | None, source: str, target: str) -> None:
        """Give the file at `source`, open as `file`, the name `target`, in place of any file there; it stays open."""
        ...

    def hold(self, path: str) -> OpenFile | None:
        """Open a file so that its space is not freed before it is closed; None where there is none."""
        ...

    def remove(self, path: str) -> None:
        """Remove a file."""
        ...

    def make_folder(self, path: str, *, flushed: bool = True) -> None:
        """Make a folder whose parent exists; unless `flushed` is False, return when it is on the card."""
        ...

    def move_folder(self, source: str, target: str) -> None:
        """Give a folder another name in place of none or of an empty folder. Raises OSError where more is there."""
        ...

    def remove_folder(self, path: str) -> None:
        """Remove an empty folder."""
        ...

    def sync_folder(self, path: str) -> None:
        """Return when a folder's entries are on the card."""
        ...

    def sync_all(self) -> bool:
        """Return when everything written so far is on the card; False where the system cannot be asked for that."""
        ...


def joined(folder: str, name: str) -> str:
    """Return the path of a name in a folder."""
    return f"{folder}/{name}" if folder else name


def parent(path: str) -> str:
    """Return the folder that a path lies in, "" for the root."""
    return path.rpartition("/")[0]
